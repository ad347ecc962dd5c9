"""Pictures and motions become movies: tiny models in the published layouts, through the model store, to the end."""

import hashlib
import pickle
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.animation.job import run
from engine.animation.motion import make_motion
from engine.animation.motion_file import write_motion
from engine.animation.settings import guidance_of, steps_of
from engine.media.pictures import write_picture
from engine.media.probe import read_metadata
from engine.protocol.context import SilentContext
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.animate import ModelPaths
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.encode import EncodeSettings
from tests.animation.helpers import asked, frames_of
from tests.helpers.media import gradient
from tests.helpers.motion import RecordingContext, dance
from tests.helpers.tiny_mtvcrafter import tiny_lora


@pytest.mark.parametrize("model", ["7b", "17b"])
def test_one_clip_is_made(inputs: Path, models: Path, model: Any) -> None:
    context = RecordingContext()
    (movie,) = run(
        asked(inputs, model=model, models=ModelPaths(tokenizer=str(models / "MTVCrafter" / "4DMoT"))), context
    )
    assert (movie.media.width, movie.media.height) == (64, 64)
    assert movie.media.frames == 49
    assert movie.media.fps == 20
    denoising = [step for phase, step, _ in context.steps if phase == "Denoising"]
    assert denoising == [0, 1, 2]
    assert context.previews[0] == (256, 256), "there is a picture before the clip is decoded"
    assert not any(name.name.startswith(".") for name in inputs.iterdir())
    recipe = read_metadata(Path(movie.path))["portraits.recipe"]
    assert '"kind":"animate"' in recipe
    assert str(inputs) not in recipe
    assert str(models) not in recipe


@pytest.mark.parametrize("model", ["7b", "17b"])
def test_three_clips_go_on_from_each_other(inputs: Path, model: Any) -> None:
    write_motion(inputs / "long.motion.npz", dance(92))
    context = RecordingContext()
    (movie,) = run(asked(inputs, model=model, motion=Source(path=str(inputs / "long.motion.npz")), steps=1), context)
    assert movie.media.frames == 92
    assert any("3 clips" in note for note in context.notes)
    assert [step for phase, step, _ in context.steps if phase == "Denoising"] == [0, 1, 1, 2, 2, 3]
    assert len(frames_of(Path(movie.path))) == 92


@pytest.mark.parametrize("model", ["7b", "17b"])
def test_the_same_seed_gives_the_same_movie_and_another_seed_another(inputs: Path, model: Any) -> None:
    def pictures(name: str, seed: int) -> Any:
        lossless = EncodeSettings(codec="apng")
        job = asked(inputs, model=model, seed=seed, output=str(inputs / name), frames=13, steps=1, encode=lossless)
        run(job, SilentContext())
        return np.stack(frames_of(inputs / name))

    first = pictures("a.apng", 1)
    np.testing.assert_array_equal(first, pictures("b.apng", 1))
    assert (first != pictures("c.apng", 2)).any()


def test_the_motion_moves_the_picture(inputs: Path) -> None:
    write_motion(inputs / "wave.motion.npz", dance(49, kind="wave"))

    def pictures(motion: str, strength: float) -> Any:
        name = inputs / f"{motion}-{strength}.apng"
        source = Source(path=str(inputs / f"{motion}.motion.npz"))
        more = {"motion_strength": strength, "encode": EncodeSettings(codec="apng")}
        run(asked(inputs, model="17b", motion=source, output=str(name), steps=1, frames=13, **more), SilentContext())
        return np.stack(frames_of(name))

    assert (pictures("dance", 1.0) != pictures("wave", 1.0)).any()
    np.testing.assert_array_equal(pictures("dance", 0.0), pictures("wave", 0.0))


def test_panels_stand_side_by_side(inputs: Path) -> None:
    (drive,) = run(asked(inputs, output=str(inputs / "drive.mp4"), frames=13, steps=1), SilentContext())
    (movie,) = run(asked(inputs, panels=True, frames=13, steps=1, driving=(Source(path=drive.path),)), SilentContext())
    assert (movie.media.width, movie.media.height) == (320, 64)
    assert movie.media.frames == 13
    row = frames_of(Path(movie.path))[5][..., :3].astype(int)
    reference, driving, before, after, result = (row[:, start : start + 64] for start in range(0, 320, 64))
    assert np.abs(reference - gradient(80, 80)[::5, ::5, :3].repeat(4, 0).repeat(4, 1)).mean() < 25
    assert driving.any()
    assert 0 < (before.max(axis=2) > 60).mean() < 0.3
    assert not (before == after).all()
    assert result.std() > 0


def test_panels_find_the_driving_video_beside_the_motion(inputs: Path) -> None:
    drawn = dance(13)
    write_motion(inputs / "dance.motion.npz", make_motion(drawn.joints, source="drive.mp4"), overwrite=True)
    run(asked(inputs, panels=True, steps=1, output=str(inputs / "a.mp4")), without := SilentContext())
    assert any("stays black" in note for note in without.notes)
    run(asked(inputs, steps=1, output=str(inputs / "drive.mp4")), SilentContext())
    (movie,) = run(asked(inputs, panels=True, steps=1, output=str(inputs / "b.mp4")), found := SilentContext())
    assert any('"drive.mp4", which lies beside the motion' in note for note in found.notes)
    assert frames_of(Path(movie.path))[5][:, 64:128, :3].any()


def test_a_lora_needs_ten_steps_and_no_guidance(inputs: Path) -> None:
    lora = tiny_lora(inputs / "fusion.safetensors")
    job = asked(inputs, model="17b", steps=None, lora=(Source(path=str(lora)),), frames=13)
    assert (steps_of(job), guidance_of(job)) == (10, 1.0)
    plain = asked(inputs, model="17b", steps=None)
    assert (steps_of(plain), guidance_of(plain)) == (50, 6.0)
    assert guidance_of(asked(inputs, model="7b")) == 3.0
    (movie,) = run(job, SilentContext())
    assert movie.media.frames == 13


@pytest.mark.parametrize("more", [{"both_halves": False}, {"clip_image": "reference"}, {"offload": "fp8"}])
def test_other_ways_to_run_the_17b(inputs: Path, more: dict[str, Any]) -> None:
    write_motion(inputs / "dance.motion.npz", dance(60), overwrite=True)
    (movie,) = run(asked(inputs, model="17b", steps=1, **more), SilentContext())
    assert movie.media.frames == 60


@pytest.mark.parametrize("model", ["7b", "17b"])
@pytest.mark.parametrize(("width", "height"), [(64, 64), (8000, 200), (20, 800)])
def test_references_of_every_shape(inputs: Path, model: Any, width: int, height: int) -> None:
    picture = gradient(width, height)
    picture[: height // 2, :, 3] = 0
    write_picture(inputs / "odd.png", picture, overwrite=False, text=None)
    context = SilentContext()
    odd = Source(path=str(inputs / "odd.png"))
    (movie,) = run(asked(inputs, model=model, reference=odd, frames=8, steps=1), context)
    assert movie.media.frames == 8
    assert any("white" in note for note in context.notes)
    assert any("narrow" in note for note in context.notes) == (width != height)


def test_a_reference_is_shown_whole_with_its_edge_s_colour_around(inputs: Path) -> None:
    picture = np.full((40, 80, 4), (200, 120, 40, 255), np.uint8)
    picture[10:30, 2:6] = (0, 0, 0, 255)
    write_picture(inputs / "wide.png", picture, overwrite=False, text=None)
    wide = Source(path=str(inputs / "wide.png"))
    job = asked(inputs, reference=wide, fit="pad", panels=True, frames=8, steps=1, encode=EncodeSettings(quality=0))
    (movie,) = run(job, SilentContext())
    shown = frames_of(Path(movie.path))[0][:, :64, :3].astype(int)
    assert np.abs(shown[4, 32] - (200, 120, 40)).max() < 25, "room above the picture"
    assert shown[32, 3].max() < 90, "what a crop would have cut away"


@pytest.mark.parametrize("model", ["7b", "17b"])
@pytest.mark.parametrize("frames", [8, 48, 49, 50])
def test_motions_of_every_length_are_made(inputs: Path, model: Any, frames: int) -> None:
    write_motion(inputs / "dance.motion.npz", dance(frames), overwrite=True)
    (movie,) = run(asked(inputs, model=model, steps=1), SilentContext())
    assert movie.media.frames == frames


def test_a_part_of_a_very_long_motion_is_made(inputs: Path) -> None:
    long = make_motion(np.tile(dance(100).joints, (100, 1, 1)))
    write_motion(inputs / "dance.motion.npz", long, overwrite=True)
    (movie,) = run(asked(inputs, start=9_990, frames=30, steps=1), context := SilentContext())
    assert movie.media.frames == 10
    assert any("only 10 of the 30 frames" in note for note in context.notes)


def test_one_of_several_persons_drives_the_picture(inputs: Path) -> None:
    people = np.stack([dance(10).joints, dance(10, kind="wave", seed=5).joints + np.float32([1500, 0, 0])], axis=1)
    entry = {"video_path": "two.mp4", "video_length": 10, "video_width": 512, "video_height": 512}
    found = {"joints3d_nonparam": [[frame] for frame in people]}
    (inputs / "two.pkl").write_bytes(pickle.dumps([entry | {"pose": found}]))
    two = Source(path=str(inputs / "two.pkl"))
    movies = []
    for person in (0, 1):
        job = asked(inputs, motion=two, person=person, output=str(inputs / f"{person}.mp4"), source_fps=Fraction(20))
        movies.append(frames_of(Path(run(job, SilentContext())[0].path)))
    assert len(movies[0]) == len(movies[1]) == 10
    assert any((first != second).any() for first, second in zip(*movies, strict=True))
    with pytest.raises(PortraitsError, match="no number 2"):
        run(asked(inputs, motion=two, person=2, source_fps=Fraction(20)), SilentContext())


def test_a_motion_at_another_frame_rate_keeps_its_speed(inputs: Path) -> None:
    write_motion(inputs / "fast.motion.npz", dance(31, fps=Fraction(30)))
    (movie,) = run(asked(inputs, motion=Source(path=str(inputs / "fast.motion.npz")), steps=1), SilentContext())
    assert movie.media.frames == 21


def test_a_picture_sequence_is_told_by_its_first_picture(inputs: Path) -> None:
    folder = inputs / "frames"
    (first,) = run(
        asked(inputs, output=str(folder), frames=9, steps=1, encode=EncodeSettings(codec="png")), SilentContext()
    )
    assert first.path == str(folder / "frame-000001.png")
    assert first.media.kind == "picture"
    assert len(list(folder.glob("*.png"))) == 9
    assert first.sha256 == hashlib.sha256(Path(first.path).read_bytes()).hexdigest()
