import json
import shutil
from fractions import Fraction
from pathlib import Path

import msgspec
import numpy as np
import pytest

from engine.media.movie_reader import MovieReader
from engine.media.pictures import read_picture, resize_picture, write_picture
from engine.media.probe import read_metadata
from engine.morph import landmarks_job
from engine.morph.job import run
from engine.project.landmarks import read_landmarks, to_file_text
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.landmarks import LandmarksJob
from engine.protocol.jobs.morph import MorphJob, MorphSettings
from engine.protocol.recipe import from_text
from engine.protocol.values import decode_hook
from tests.helpers.cancelling import CancelledAt
from tests.helpers.media import psnr
from tests.morph.conftest import sample_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two small portraits and a wall."""
    pictures = tmp_path / "Müller's pictures"
    pictures.mkdir()
    for number in (1, 2):
        rgba = resize_picture(read_picture(sample_path(number)), 256, 256)
        write_picture(pictures / f"portrait {number}.png", rgba, overwrite=False, text=None)
    return pictures


def morph_job(folder: Path, **fields: object) -> MorphJob:
    defaults: dict[str, object] = {"output": str(folder.parent / "out.mp4"), "morph_frames": 3}
    return MorphJob(inputs=(Source(path=str(folder)),), **(defaults | fields))  # type: ignore[arg-type]


def frames_of(path: Path) -> list[np.ndarray]:
    with MovieReader(path) as movie:
        return [rgba for _, rgba in movie.frames()]


def test_a_folder_becomes_a_movie_by_the_count_rule(folder: Path) -> None:
    context = SilentContext()
    (artifact,) = run(morph_job(folder, fps=Fraction(25)), context)
    frames = frames_of(Path(artifact.path))
    assert len(frames) == artifact.media.frames == 2 + 3
    assert (artifact.media.width, artifact.media.height, artifact.media.fps) == (256, 256, 25)
    assert psnr(frames[0], read_picture(folder / "portrait 1.png")) > 30
    assert psnr(frames[0], frames[-1]) < 20
    assert context.notes == []


def test_the_movie_carries_a_recipe_that_makes_it_again(folder: Path) -> None:
    job = morph_job(folder, settings=MorphSettings(light="linear"))
    (artifact,) = run(job, SilentContext())
    recipe = from_text(read_metadata(Path(artifact.path))["portraits.recipe"], artifact.path)
    kept = msgspec.convert(recipe.job, MorphJob, dec_hook=decode_hook)
    assert kept.settings == job.settings
    assert [source.path for source in kept.inputs] == ["portrait 1.png", "portrait 2.png"]
    assert [source.sha256 for source in kept.inputs] == [each.sha256 for each in recipe.inputs]
    again = folder.parent / "again.mp4"
    found = tuple(msgspec.structs.replace(source, path=str(folder / source.path)) for source in kept.inputs)
    run(msgspec.structs.replace(kept, inputs=found, output=str(again)), SilentContext())
    assert all(map(np.array_equal, frames_of(Path(artifact.path)), frames_of(again)))


def test_a_changed_picture_is_told(folder: Path) -> None:
    first = Source(path=str(folder / "portrait 1.png"), sha256="0" * 64)
    second = Source(path=str(folder / "portrait 2.png"))
    context = SilentContext()
    run(msgspec.structs.replace(morph_job(folder), inputs=(first, second)), context)
    assert [note for note in context.notes if "portrait 1.png" in note and "changed" in note]


def test_a_picture_without_a_face_fades_and_is_named_once(folder: Path) -> None:
    wall = np.full((200, 300, 4), (90, 120, 90, 255), np.uint8)
    write_picture(folder / "portrait 1b.png", wall, overwrite=False, text=None)
    context = SilentContext()
    (artifact,) = run(morph_job(folder), context)
    assert artifact.media.frames == 3 + 2 * 3
    assert [("portrait 1b.png" in note, "No face" in note) for note in context.notes] == [(True, True)]


def test_size_hold_loop_and_drawing(folder: Path) -> None:
    job = morph_job(
        folder, width=180, height=120, fit="contain", edges="#102030", hold_first=2, repeat="loop", visualize="mesh"
    )
    (artifact,) = run(job, SilentContext())
    frames = frames_of(Path(artifact.path))
    assert len(frames) == 2 + 2 * 3 + 2
    assert frames[0].shape == (120, 180, 4)
    edge = np.median(frames[0][:, 1:9, :3].reshape(-1, 3), axis=0)
    assert np.abs(edge - (0x10, 0x20, 0x30)).max() < 12
    green = (frames[0][..., 1].astype(int) - frames[0][..., 0]) > 60
    assert green.sum() > 200


@pytest.mark.parametrize("drawing", ["points", "mesh"])
def test_drawing_is_only_drawn_when_asked_for(folder: Path, drawing: str) -> None:
    plain = frames_of(Path(run(morph_job(folder), SilentContext())[0].path))
    drawn = frames_of(Path(run(morph_job(folder, visualize=drawing, overwrite=True), SilentContext())[0].path))
    assert psnr(plain[2], drawn[2]) < 25


def test_edited_landmarks_are_used(folder: Path) -> None:
    job = LandmarksJob(inputs=(Source(path=str(folder)),), output=str(folder.parent / "found"))
    files = [Path(artifact.path) for artifact in landmarks_job.run(job, SilentContext())]
    plain = frames_of(Path(run(morph_job(folder), SilentContext())[0].path))
    face = read_landmarks(files[0])
    shifted = tuple((x, y + 25) for x, y in face.points)
    files[0].write_bytes(to_file_text(msgspec.structs.replace(face, points=shifted)))
    sources = tuple(Source(path=str(file)) for file in files)
    edited = run(morph_job(folder, landmark_files=sources, overwrite=True), SilentContext())
    assert psnr(plain[2], frames_of(Path(edited[0].path))[2]) < 30


def test_a_landmark_file_needs_its_name(folder: Path) -> None:
    with pytest.raises(PortraitsError) as caught:
        run(morph_job(folder, landmark_files=(Source(path="face.json"),)), SilentContext())
    assert caught.value.code is ErrorCode.USAGE


def test_a_landmark_file_of_no_picture_is_told(folder: Path) -> None:
    context = SilentContext()
    run(morph_job(folder, landmark_files=(Source(path="nobody.landmarks.json"),)), context)
    assert '"nobody.landmarks.json" is not used: no picture has that name.' in context.notes


def test_an_existing_movie_is_not_touched(folder: Path) -> None:
    target = folder.parent / "out.mp4"
    target.write_bytes(b"precious")
    with pytest.raises(PortraitsError) as caught:
        run(morph_job(folder), SilentContext())
    assert caught.value.code is ErrorCode.OUTPUT_EXISTS
    assert target.read_bytes() == b"precious"


def test_one_picture_is_refused(folder: Path) -> None:
    (folder / "portrait 2.png").unlink()
    with pytest.raises(PortraitsError, match="at least two"):
        run(morph_job(folder), SilentContext())


class CancelsAfter(SilentContext):
    """A context whose person cancels after some frames."""

    def __init__(self, frames: int) -> None:
        super().__init__()
        self.left = frames

    def check_cancelled(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def test_cancelling_leaves_nothing_behind(folder: Path) -> None:
    with pytest.raises(Cancelled):
        run(morph_job(folder, morph_frames=200), CancelsAfter(3))
    assert sorted(path.name for path in folder.parent.iterdir() if path.suffix == ".mp4" or "part" in path.name) == []


def test_a_broken_second_picture_leaves_nothing_behind(folder: Path) -> None:
    whole = (folder / "portrait 2.png").read_bytes()
    (folder / "portrait 2.png").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(PortraitsError) as caught:
        run(morph_job(folder), SilentContext())
    assert '"portrait 2.png"' in str(caught.value)
    assert not (folder.parent / "out.mp4").exists()


def test_landmark_files_and_drawings(folder: Path) -> None:
    out = folder.parent / "new" / "deep"
    job = LandmarksJob(inputs=(Source(path=str(folder)),), output=str(out), draw="points")
    artifacts = landmarks_job.run(job, SilentContext())
    assert [Path(a.path).name for a in artifacts] == [
        "portrait 1.landmarks.json",
        "portrait 1.landmarks.png",
        "portrait 2.landmarks.json",
        "portrait 2.landmarks.png",
    ]
    face = read_landmarks(out / "portrait 1.landmarks.json")
    assert (face.width, face.height) == (256, 256)
    drawn, plain = read_picture(out / "portrait 1.landmarks.png"), read_picture(folder / "portrait 1.png")
    x, y = (int(v) for v in face.points[4])
    assert drawn[y, x].tolist() == [0, 255, 0, 255]
    assert np.array_equal(drawn[:20, :20], plain[:20, :20])
    with pytest.raises(PortraitsError) as caught:
        landmarks_job.run(job, SilentContext())
    assert caught.value.code is ErrorCode.OUTPUT_EXISTS


def test_cancelling_gives_back_the_landmarks_that_are_done_when_they_are_wanted(folder: Path) -> None:
    sources = (Source(path=str(folder)),)
    job = LandmarksJob(inputs=sources, output=str(folder.parent / "kept"))
    assert len(landmarks_job.run(job, CancelledAt(0, keep_done=True))) == 1
    with pytest.raises(Cancelled):
        landmarks_job.run(LandmarksJob(inputs=sources, output=str(folder.parent)), CancelledAt(0, keep_done=False))


def test_exif_orientation_counts(folder: Path) -> None:
    from PIL import Image

    upright = Image.open(folder / "portrait 1.png").convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6
    side = folder.parent / "turned.jpg"
    upright.rotate(90).save(side, exif=exif, quality=95)
    job = LandmarksJob(inputs=(Source(path=str(side)),), output=str(folder.parent / "lm"))
    landmarks_job.run(job, SilentContext())
    turned = read_landmarks(folder.parent / "lm" / "turned.landmarks.json")
    straight_job = LandmarksJob(inputs=(Source(path=str(folder / "portrait 1.png")),), output=str(folder.parent / "lm"))
    landmarks_job.run(straight_job, SilentContext())
    straight = read_landmarks(folder.parent / "lm" / "portrait 1.landmarks.json")
    assert np.abs(np.array(turned.points) - np.array(straight.points)).max() < 4


def test_pictures_without_any_face_fail_with_advice(tmp_path: Path) -> None:
    write_picture(tmp_path / "wall.png", np.full((64, 64, 4), 255, np.uint8), overwrite=False, text=None)
    job = LandmarksJob(inputs=(Source(path=str(tmp_path / "wall.png")),), output=str(tmp_path))
    with pytest.raises(PortraitsError) as caught:
        landmarks_job.run(job, SilentContext())
    assert caught.value.code is ErrorCode.NO_FACE


def test_two_pictures_of_one_name_are_refused_before_anything_is_written(folder: Path) -> None:
    other = folder.parent / "other"
    other.mkdir()
    shutil.copy(folder / "portrait 1.png", other / "portrait 1.png")
    inputs = (Source(path=str(folder / "portrait 1.png")), Source(path=str(other / "portrait 1.png")))
    with pytest.raises(PortraitsError, match="same landmark file"):
        landmarks_job.run(LandmarksJob(inputs=inputs, output=str(folder.parent / "lm")), SilentContext())
    assert not (folder.parent / "lm").exists()


def test_jobs_travel_as_json(folder: Path) -> None:
    job = morph_job(folder, pair_frames=(4,))
    assert json.loads(msgspec.json.encode(msgspec.to_builtins(job, enc_hook=str)))["kind"] == "morph"
