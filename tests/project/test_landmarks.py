import json
import os
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.project.landmarks import (
    LANDMARK_COUNT,
    KeyPoint,
    Landmarks,
    TemplatePlace,
    read_landmarks,
    to_file_text,
)
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.values import from_json


def face(**changes: Any) -> Landmarks:
    fields: dict[str, Any] = {
        "detector": "test",
        "detector_version": "1",
        "width": 400,
        "height": 300,
        "points": tuple((index * 0.5, 100.25) for index in range(LANDMARK_COUNT)),
    }
    return Landmarks(**(fields | changes))


def as_json(landmarks: Landmarks) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(to_file_text(landmarks))
    return data


def read_back(landmarks: Landmarks) -> Landmarks:
    return from_json(to_file_text(landmarks), Landmarks)


def write(path: Path, data: Any) -> Path:
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


coordinate = st.floats(-300, 700, allow_nan=False)


@given(
    points=st.lists(st.tuples(coordinate, coordinate), min_size=4, max_size=4),
    moved=st.lists(st.integers(0, LANDMARK_COUNT - 1), max_size=5),
    name=st.text(max_size=20),
)
def test_a_file_gives_back_what_was_saved(
    tmp_path_factory: pytest.TempPathFactory, points: list[tuple[float, float]], moved: list[int], name: str
) -> None:
    saved = face(
        points=tuple(points[index % 4] for index in range(LANDMARK_COUNT)),
        moved=tuple(moved),
        key_points=(KeyPoint(id="a", x=1.5, y=2.5, name=name),),
    )
    path = tmp_path_factory.mktemp("landmarks") / "x.landmarks.json"
    path.write_bytes(to_file_text(saved))
    assert read_landmarks(path) == saved


def test_scaling_moves_every_point_with_the_picture() -> None:
    scaled = face(key_points=(KeyPoint(id="collar", x=40, y=30),)).scaled_to(800, 900)
    assert (scaled.width, scaled.height) == (800, 900)
    assert scaled.points[100] == (100.0, 300.75)
    assert (scaled.key_points[0].x, scaled.key_points[0].y) == (80, 90)


def test_a_template_is_kept_scaled_and_checked() -> None:
    template = TemplatePlace(x=100, y=80, width=90, angle=15, anchors=((33, 70.5, 60.0), (263, 130.0, 61.0)))
    assert read_back(face(template=template)).template == template
    twice = face(template=template).scaled_to(800, 600).template
    assert twice == TemplatePlace(x=200, y=160, width=180, angle=15, anchors=((33, 141.0, 120.0), (263, 260.0, 122.0)))
    wide = face(template=template).scaled_to(800, 300).template
    assert wide is not None
    assert wide.width == pytest.approx(90 * 2**0.5)
    for bad in (
        msgspec.structs.replace(template, x=float("nan")),
        msgspec.structs.replace(template, y=1e9),
        msgspec.structs.replace(template, anchors=((33, float("inf"), 0.0),)),
    ):
        with pytest.raises(ValueError, match="template"):
            face(template=bad)


@pytest.mark.parametrize(
    "change", [{"width": 0}, {"width": 1e9}, {"angle": 500}, {"anchors": [[478, 1, 2]]}, {"anchors": [[1, 2]]}]
)
def test_a_template_that_is_none_is_refused(tmp_path: Path, change: dict[str, Any]) -> None:
    data = as_json(face(template=TemplatePlace(x=100, y=80, width=90)))
    data["template"] |= change
    with pytest.raises(PortraitsError) as caught:
        read_landmarks(write(tmp_path / "bad.landmarks.json", data))
    assert caught.value.code is ErrorCode.BAD_INPUT


def test_a_picture_of_another_size_is_refused_with_both_sizes() -> None:
    with pytest.raises(PortraitsError) as caught:
        face().check_size(401, 300, Path("anna.landmarks.json"))
    assert "400 x 300" in str(caught.value)
    assert "401 x 300" in str(caught.value)
    face().check_size(400, 300, Path("anna.landmarks.json"))


def _one_short(data: dict[str, Any]) -> None:
    data["points"].pop()


def _three_numbers(data: dict[str, Any]) -> None:
    data["points"][5] = [1, 2, 3]


def _word(data: dict[str, Any]) -> None:
    data["points"][5] = [1, "two"]


def _unknown_field(data: dict[str, Any]) -> None:
    data["colour"] = "red"


def _far_away(data: dict[str, Any]) -> None:
    data["points"][5] = [1e9, 0]


def _bad_index(data: dict[str, Any]) -> None:
    data["moved"] = [LANDMARK_COUNT]


def _twice(data: dict[str, Any]) -> None:
    data["key_points"] = [{"id": "a", "x": 1, "y": 1}, {"id": "a", "x": 2, "y": 2}]


def _newer(data: dict[str, Any]) -> None:
    data["format"] = "portraits-landmarks-2"


def _not_a_number(data: dict[str, Any]) -> None:
    data["points"][5] = [float("nan"), 0]


@pytest.mark.parametrize(
    "damage",
    [_one_short, _three_numbers, _word, _unknown_field, _far_away, _bad_index, _twice, _newer, _not_a_number],
)
def test_a_damaged_file_is_refused_by_name(tmp_path: Path, damage: Any) -> None:
    data = as_json(face())
    damage(data)
    with pytest.raises(PortraitsError) as caught:
        read_landmarks(write(tmp_path / "bad.landmarks.json", data))
    assert caught.value.code is ErrorCode.BAD_INPUT
    assert '"bad.landmarks.json"' in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"  \n", b"{", b"\xff\xfe\x00", b"[]"])
def test_what_is_no_landmark_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.landmarks.json"
    path.write_bytes(content)
    with pytest.raises(PortraitsError) as caught:
        read_landmarks(path)
    assert caught.value.code is ErrorCode.BAD_INPUT


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError) as caught:
        read_landmarks(tmp_path / "none.landmarks.json")
    assert caught.value.code is ErrorCode.MISSING_INPUT


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.landmarks.json"
    with path.open("wb") as file:
        file.truncate(2**30)
    with pytest.raises(PortraitsError, match="larger than"):
        read_landmarks(path)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_points_must_be_finite(value: float) -> None:
    points = list(face().points)
    points[7] = (value, 0.0)
    with pytest.raises(ValueError, match="point 7"):
        face(points=tuple(points))


def test_landmarks_cannot_be_changed_in_place() -> None:
    with pytest.raises(AttributeError):
        face().width = 5  # type: ignore[misc]
    assert msgspec.structs.replace(face(), width=500).width == 500


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.landmarks.json")
    with pytest.raises(PortraitsError, match="is not a file"):
        read_landmarks(tmp_path / "a.landmarks.json")
