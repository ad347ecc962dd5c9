"""Landmark files: written whole, read with care, scaled or refused with words."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.landmarks.exchange import read_file, write_file
from engine.protocol.errors import ErrorCode, PortraitsError
from tests.desktop.helpers import QUIET
from tests.desktop.landmarks.conftest import Editor
from tests.desktop.landmarks.helpers import DETECTOR, SIDE, a_face

pytestmark = pytest.mark.qt_log_ignore(QUIET)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    face = a_face()
    points = face.points.copy()
    points[65] += (4.0, -3.0)
    path = tmp_path / "anna.landmarks.json"
    write_file(path, face.with_points(points).with_key("k", "Hair", 3.0, 4.0).landmarks())
    return path


def _change(path: Path, **values: Any) -> None:
    path.write_text(json.dumps({**json.loads(path.read_text()), **values}))


def test_what_was_written_is_read_again(file: Path) -> None:
    found = read_file(file, SIDE, SIDE, DETECTOR)
    assert found.landmarks.moved == (65,)
    assert found.landmarks.found == (tuple(a_face().points[65].tolist()),)
    assert found.landmarks.key_points[0].name == "Hair"
    assert (found.other_size, found.other_shape, found.other_detector) == (False, False, False)
    assert list(file.parent.iterdir()) == [file]


def test_another_size_and_detector_are_told(file: Path) -> None:
    twice = read_file(file, 2 * SIDE, 2 * SIDE, ("mediapipe-face-landmarker", "9"))
    assert (twice.other_size, twice.other_shape, twice.other_detector) == (True, False, True)
    assert twice.fitted(2 * SIDE, 2 * SIDE).points[4] == pytest.approx(tuple(2 * a_face().points[4]))
    assert read_file(file, SIDE, 2 * SIDE, DETECTOR).other_shape


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"points": [[1.0, 2.0]] * 468}, "478 points, got 468"),
        ({"points": [["NaN", 2.0]] * 478}, "points"),
        ({"width": 0}, "width"),
        ({"moved": [478]}, "moved"),
        ({"format": "portraits-landmarks-9"}, "format"),
    ],
)
def test_bad_files_are_refused_with_their_name(file: Path, values: dict[str, Any], words: str) -> None:
    _change(file, **values)
    with pytest.raises(PortraitsError, match=words) as caught:
        read_file(file, SIDE, SIDE, DETECTOR)
    assert caught.value.code is ErrorCode.BAD_INPUT
    assert '"anna.landmarks.json"' in caught.value.failure.what


def test_a_number_that_is_none_is_refused(file: Path) -> None:
    file.write_text(file.read_text().replace(repr(json.loads(file.read_text())["points"][7][0]), "NaN", 1))
    with pytest.raises(PortraitsError):
        read_file(file, SIDE, SIDE, DETECTOR)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError) as caught:
        write_file(tmp_path / "nowhere" / "a.landmarks.json", a_face().landmarks())
    assert caught.value.code is ErrorCode.CANNOT_WRITE


def test_the_editor_exports_and_imports(editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(_parent: object, title: str, *_more: object) -> str:
        asked.append(title)
        return "scale" if "Scale" in title else "replace"

    monkeypatch.setattr("desktop.landmarks.questions.ask", ask)
    said: list[str] = []
    editor.page.said.connect(said.append)
    editor.session.selection.choose([4])
    editor.page.edits.moves.nudge(0, 3, 0)
    path = tmp_path / "out.landmarks.json"
    editor.page.files.write(0, path)
    mine = editor.session.sides[0].face.points.copy()  # type: ignore[union-attr]
    editor.page.edits.repairs.reset_all(0)
    editor.page.files.read(0, path)
    assert (editor.session.sides[0].face.points == mine).all()  # type: ignore[union-attr]
    assert not asked
    _change(path, width=200, height=200, points=(mine / 2).tolist(), found=[], moved=[4], detector_version="7")
    editor.page.files.read(0, path)
    assert [title.split()[0] for title in asked] == ["Scale", "Replace"]
    assert editor.session.sides[0].face.points == pytest.approx(mine)  # type: ignore[union-attr]
    assert "Another detector made them" in said[-1]
    failures: list[object] = []
    editor.page.failed.connect(failures.append)
    path.write_text("{")
    editor.page.files.read(0, path)
    assert len(failures) == 1
