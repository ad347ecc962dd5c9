"""Which faces can be morphed, and the repair of faces."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.image.faces import box_of, problem_with, square_around
from engine.image.job import run
from engine.media.pictures import read_picture
from engine.models.store import Store
from engine.project.landmarks import Landmarks
from engine.protocol.context import SilentContext
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.image import ImageJob
from tests.helpers.scripted_faces import ScriptedFaces, face


def tilted() -> Landmarks:
    straight = face(200, 200)
    points = np.array(straight.points) - 100
    turned = points @ np.array([[0.8, 0.6], [-0.6, 0.8]]) + 100
    return Landmarks(
        detector="test", detector_version="1", width=200, height=200, points=tuple((x, y) for x, y in turned.tolist())
    )


@pytest.mark.parametrize(
    ("faces", "problem"),
    [
        ([], "no face"),
        ([face(200, 200), face(200, 200)], "2 faces"),
        ([face(200, 200)], ""),
        ([face(200, 200, turn=0.3)], ""),
        ([face(200, 200, turn=0.6)], "a face that is turned away"),
        ([face(200, 200, turn=-1.2)], "a face that is turned away"),
        ([face(200, 200, scale=0.1)], "a face that is too small"),
        ([face(200, 200, at=(0.1, 0.5))], "a face that is cut off"),
        ([tilted()], "a tilted face"),
    ],
)
def test_one_frontal_face(faces: list[Landmarks], problem: str) -> None:
    assert problem_with(faces) == problem


def test_the_square_stays_in_the_picture() -> None:
    corner = face(400, 200, scale=0.4, at=(0.02, 0.9))
    square = square_around(corner, 1.5)
    assert square.width == square.height == 120
    assert square.left == 0
    assert square.top + square.height == 200
    whole = square_around(face(400, 200, scale=0.9), 3.0)
    assert (whole.top, whole.width) == (0, 200)
    assert box_of(face(200, 200)).width == pytest.approx(100, abs=2)


def make(store: Store, folder: Path, finder: Any, **fields: Any) -> tuple[Any, SilentContext]:
    context = SilentContext()
    settings: dict[str, Any] = {
        "prompt": "a man",
        "output": str(folder),
        "width": 128,
        "height": 64,
        "seed": 6,
        **fields,
    }
    artifact = run(ImageJob(**settings), context, faces=finder, store=store)[0]
    return read_picture(Path(artifact.path)), context


def test_only_the_face_is_made_again(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The model's own size would take a while with a processor.
    monkeypatch.setattr("engine.image.face_repair.work_side", lambda _preset, _box: 64)
    plain, _ = make(store, tmp_path, None)
    finder = ScriptedFaces([face(128, 64, scale=0.6, at=(0.25, 0.5))])
    repaired, context = make(store, tmp_path, finder, face_repair=True, face_strength=1.0)
    changed = np.abs(plain.astype(int) - repaired).max(axis=2) > 0
    assert changed[24:40, 24:40].mean() > 0.9
    assert not changed[:, 64:].any()
    assert np.array_equal(finder.asked[0], plain)
    assert context.notes == []


def test_what_lies_around_the_face_is_kept_at_every_step(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a mask that allows nothing the latents must come out as they went in."""
    import torch

    from engine.image import face_repair

    monkeypatch.setattr("engine.image.face_repair.work_side", lambda _preset, _box: 64)
    monkeypatch.setattr("engine.image.face_repair._oval", lambda *_: np.zeros((64, 64), np.float32))
    seen: list[tuple[Any, Any]] = []
    denoise = face_repair.denoise

    def spying(*arguments: Any, **options: Any) -> Any:
        made = denoise(*arguments, **options)
        seen.append((arguments[5].latents, made))
        return made

    monkeypatch.setattr("engine.image.face_repair.denoise", spying)
    for scheduler in ("euler_a", "dpmpp_2m", "heun", "ddim"):
        make(store, tmp_path, ScriptedFaces(), face_repair=True, width=64, scheduler=scheduler, steps=4)
        before, after = seen.pop()
        assert torch.allclose(before, after, atol=1e-5)


def test_a_picture_without_a_face_stays_and_that_is_said(store: Store, tmp_path: Path) -> None:
    plain, _ = make(store, tmp_path, None)
    same, context = make(store, tmp_path, ScriptedFaces([]), face_repair=True)
    assert np.array_equal(plain, same)
    assert context.notes == ["No face was found in the picture with seed 6; it stays as it is."]


def test_without_a_detector_the_picture_is_kept_and_that_is_said(store: Store, tmp_path: Path) -> None:
    def broken(_: Any) -> Any:
        raise PortraitsError(ErrorCode.NOT_AVAILABLE, "The face detector could not be loaded.", "Install libegl1.")

    plain, _ = make(store, tmp_path, None)
    for finder in (broken, None):
        same, context = make(store, tmp_path, finder, face_repair=True)
        assert np.array_equal(plain, same)
        assert "Faces were not repaired" in context.notes[0]
