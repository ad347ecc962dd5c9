"""A shot from end to end: what is written, what is told on the way, and what a person can stop."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from engine.media.movie_reader import MovieReader
from engine.media.movie_writer import MovieWriter
from engine.media.pictures import read_picture
from engine.media.probe import RECIPE_KEY, read_metadata
from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.recipe import from_text
from engine.video import studio, words
from engine.video.job import run
from tests.video.conftest import HEIGHT, IDS, WIDTH, Listener, noisy, shot, source

LONG: dict[str, Any] = {"model": IDS["df"], "num_frames": 29, "window": 13, "overlap": 5}


def frames(path: str) -> Any:
    with MovieReader(Path(path)) as reader:
        return np.stack([frame[..., :3] for _, frame in reader.frames()])


def test_a_shot_is_written_with_its_recipe_and_its_last_frame(store: Store, tmp_path: Path) -> None:
    job = shot(tmp_path / "sea.apng", num_frames=10)
    context = Listener()
    movie, last = run(job, context, store=store)
    assert (movie.media.frames, movie.media.width, movie.media.height, movie.media.fps) == (9, WIDTH, HEIGHT, 24)
    assert Path(last.path).name == "sea last frame.png"
    assert np.array_equal(read_picture(Path(last.path))[..., :3], frames(movie.path)[-1])
    assert "10 became 9 frames (0.38 s at 24 per second): the model makes 4k + 1 of them." in context.notes
    recipe = from_text(read_metadata(Path(movie.path))[RECIPE_KEY], "sea.apng")
    told = recipe.job
    assert (told["kind"], told["num_frames"], told["steps"], told["seed"]) == ("video", 9, 3, 7)
    assert (told["guidance_scale"], told["flow_shift"], told["model"]) == (6.0, 8.0, IDS["t2v"])
    assert told["output"] == "sea.apng"


def test_the_same_seed_gives_the_same_shot_and_another_one_does_not(store: Store, tmp_path: Path) -> None:
    first, again, other = (
        frames(run(shot(tmp_path / name, seed=seed), SilentContext(), store=store)[0].path)
        for name, seed in (("a.apng", 1), ("b.apng", 1), ("c.apng", 2))
    )
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_noise_on_the_overlap_follows_the_seed(store: Store, tmp_path: Path) -> None:
    first, again, without = (
        frames(run(shot(tmp_path / name, **LONG, overlap_noise=noise), SilentContext(), store=store)[0].path)
        for name, noise in (("a.apng", 20), ("b.apng", 20), ("c.apng", 0))
    )
    assert np.array_equal(first, again)
    assert not np.array_equal(first, without)
    assert np.array_equal(first[:13], without[:13])


def test_a_name_that_is_taken_is_not_touched(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.apng").write_bytes(b"mine")
    with pytest.raises(PortraitsError) as caught:
        run(shot(tmp_path / "a.apng"), SilentContext(), store=store)
    assert caught.value.code is ErrorCode.OUTPUT_EXISTS
    assert (tmp_path / "a.apng").read_bytes() == b"mine"
    (tmp_path / "b last frame.png").write_bytes(b"mine")
    _, last = run(shot(tmp_path / "b.apng"), SilentContext(), store=store)
    assert Path(last.path).name == "b last frame 2.png"


def test_each_window_has_its_prompt(store: Store, tmp_path: Path) -> None:
    one = frames(run(shot(tmp_path / "a.apng", **LONG), SilentContext(), store=store)[0].path)
    two = frames(
        run(shot(tmp_path / "b.apng", **LONG, window_prompts=("the sea",)), SilentContext(), store=store)[0].path
    )
    assert np.array_equal(one[:13], two[:13])
    assert not np.array_equal(one[13:], two[13:])


def test_progress_runs_over_all_windows(store: Store, tmp_path: Path) -> None:
    context = Listener()
    run(shot(tmp_path / "a.apng", **LONG), context, store=store)
    steps = [step for phase, step, total in context.steps if phase == "Denoising" and total == 9]
    assert steps == sorted(steps)
    assert set(range(10)) == set(steps)
    assert context.steps[-1] == ("Writing", 29, 29)
    assert {phase for phase, _, _ in context.steps} >= {"Denoising", "Decoding", "Writing"}


def test_previews_are_strips(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.diffusion.allowance.Allowance.allows", lambda _: True)
    for fields in ({}, LONG):
        context = Listener()
        run(shot(tmp_path / f"{len(fields)}.apng", **fields), context, store=store)
        assert len(context.previews) == 3 * (3 if fields else 1)
        width, height = context.previews[0]
        assert width / height == 4 * WIDTH / HEIGHT


def test_a_shot_is_cancelled_at_the_end_of_a_step(store: Store, tmp_path: Path) -> None:
    context = Listener(cancel_at=1)
    with pytest.raises(Cancelled):
        run(shot(tmp_path / "a.apng"), context, store=store)
    assert max(step for phase, step, _ in context.steps if phase == "Denoising") == 1
    assert not list(tmp_path.glob("a*"))
    # The loaded model stays usable.
    assert run(shot(tmp_path / "a.apng"), SilentContext(), store=store)


def test_what_is_done_of_a_long_shot_can_be_kept(store: Store, tmp_path: Path) -> None:
    whole = frames(run(shot(tmp_path / "whole.apng", **LONG), SilentContext(), store=store)[0].path)
    context = Listener(cancel_at=7, keep=True)
    movie, last = run(shot(tmp_path / "part.apng", **LONG), context, store=store)
    kept = frames(movie.path)
    assert len(kept) == 21
    assert np.array_equal(kept, whole[:21])
    assert np.array_equal(read_picture(Path(last.path))[..., :3], kept[-1])
    assert "Stopped after window 2 of 3: 21 of 29 frames are kept." in context.notes


class Interrupted(Listener):
    """Ctrl-C in the middle of the third window, which Python raises wherever it is."""

    def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
        super().progress(phase, step, total, unit)
        if phase == "Denoising" and step == 7:
            raise KeyboardInterrupt


@pytest.mark.parametrize("context", [Listener(cancel_at=7), Interrupted()])
def test_a_job_may_say_that_what_is_done_is_kept(context: Listener, store: Store, tmp_path: Path) -> None:
    movie, _ = run(shot(tmp_path / "part.apng", **LONG, keep_partial=True), context, store=store)
    assert movie.media.frames == 21
    assert "Stopped after window 2 of 3: 21 of 29 frames are kept." in context.notes
    assert run(shot(tmp_path / "whole.apng", **LONG), SilentContext(), store=store)[0].media.frames == 29


def test_an_interrupt_leaves_nothing_without_being_asked(store: Store, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(shot(tmp_path / "part.apng", **LONG), Interrupted(), store=store)
    assert not list(tmp_path.glob("part*"))


class KeepsWhileDecoding(Listener):
    """The person stops and keeps what is done when all windows are made."""

    def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
        super().progress(phase, step, total, unit)
        if phase == "Decoding":
            self.keep, self.cancel_at = True, 0


def test_what_is_kept_while_decoding_is_the_whole_shot(store: Store, tmp_path: Path) -> None:
    movie, _ = run(shot(tmp_path / "a.apng"), KeepsWhileDecoding(), store=store)
    assert movie.media.frames == 9


def test_nothing_is_kept_before_the_first_window_is_done(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        run(shot(tmp_path / "a.apng", **LONG), Listener(cancel_at=2, keep=True), store=store)
    assert not list(tmp_path.glob("a*"))


def test_a_draft_is_half_the_size_of_the_same_noise(store: Store, tmp_path: Path) -> None:
    job = shot(tmp_path / "a.apng", width=96, height=64, draft=True, steps=None)
    context = Listener()
    movie, _ = run(job, context, store=store)
    assert (movie.media.width, movie.media.height) == (48, 32)
    assert "This is a draft of 48 x 32 pixels in 12 steps." in context.notes
    again = replace(job, draft=False, output=str(tmp_path / "b.apng"), steps=3)
    assert run(again, SilentContext(), store=store)[0].media.width == 96


def test_going_on_from_a_movie_with_or_without_it(store: Store, movie: Path, tmp_path: Path) -> None:
    fields: dict[str, Any] = {"model": IDS["df"], "movie": source(movie), "overlap": 5}
    both = run(shot(tmp_path / "a.apng", **fields), SilentContext(), store=store)[0]
    new = run(shot(tmp_path / "b.apng", **fields, keep_movie=False), SilentContext(), store=store)[0]
    assert (both.media.frames, new.media.frames) == (21 + 8, 8)
    assert np.array_equal(frames(both.path)[:21], noisy(21, WIDTH, HEIGHT)[..., :3])
    assert np.array_equal(frames(both.path)[21:], frames(new.path))
    # Half a second is 12 frames; what comes after them is left.
    cut = run(shot(tmp_path / "c.apng", **fields, movie_end=0.5), SilentContext(), store=store)[0]
    assert cut.media.frames == 12 + 8
    assert not np.array_equal(frames(cut.path)[12:], frames(new.path))


def test_the_sound_of_a_movie_goes_on_as_silence(store: Store, tmp_path: Path) -> None:
    settings: dict[str, Any] = {"width": WIDTH, "height": HEIGHT, "fps": Fraction(24), "encode": EncodeSettings()}
    rate = 48_000
    tone = np.sin(np.arange(rate) * 0.05, dtype=np.float32)[:, None]
    with MovieWriter(tmp_path / "before.mp4", sound=(tone, rate), **settings) as writer:
        for frame in noisy(24, WIDTH, HEIGHT):
            writer.write(frame)
    fields: dict[str, Any] = {"model": IDS["df"], "movie": source(tmp_path / "before.mp4"), "overlap": 5}
    job = shot(tmp_path / "a.mp4", **fields, num_frames=25, encode=EncodeSettings())
    made = run(job, SilentContext(), store=store)[0]
    assert made.media.frames == 24 + 24
    with MovieReader(Path(made.path)) as reader:
        samples, _ = reader.read_sound(rate)
    assert np.abs(samples[: rate // 2]).max() > 0.5
    assert np.abs(samples[rate + 4000 :]).max() < 0.01


def test_a_shot_may_be_a_sequence_of_pictures(store: Store, tmp_path: Path) -> None:
    job = shot(tmp_path / "frames", encode=EncodeSettings(codec="png"))
    artifacts = run(job, SilentContext(), store=store)
    assert len(artifacts) == 1
    assert len(list((tmp_path / "frames").glob("*.png"))) == 9
    assert Path(artifacts[0].path).parent == tmp_path / "frames"


def test_a_short_movie_of_another_rate_and_shape_is_fitted(store: Store, movie: Path, tmp_path: Path) -> None:
    fields: dict[str, Any] = {"model": IDS["df"], "movie": source(movie), "fps": 12, "width": 32, "height": 48}
    context = Listener()
    made = run(shot(tmp_path / "a.apng", **fields, overlap=17), context, store=store)[0]
    assert made.media.frames == 10 + 8
    assert any("has 24 frames per second; it was brought to the 12 of the shot." in note for note in context.notes)
    assert any("another shape (48 x 32) than the shot (32 x 48)" in note for note in context.notes)
    assert any("has only 10 of the 17 frames" in note for note in context.notes)


def test_prompts_are_encoded_once(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_models.drop_all()
    words.forget()
    run(shot(tmp_path / "a.apng"), SilentContext(), store=store)
    kept_models.drop_all()

    def no_encoder(*_: object) -> None:
        raise AssertionError("the text encoder was loaded again")

    monkeypatch.setattr(words, "load_text_encoder", no_encoder)
    run(shot(tmp_path / "b.apng", seed=8), SilentContext(), store=store)
    with pytest.raises(AssertionError, match="loaded again"):
        run(shot(tmp_path / "c.apng", prompt="a woman"), SilentContext(), store=store)


def test_the_text_encoder_is_gone_before_the_transformer_comes(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is kept in a single command, so the two largest parts are never in memory together."""
    kept_models.set_budget(0)
    words.forget()
    seen: list[tuple[str, ...]] = []
    load = studio.load_transformer

    def watching(*arguments: Any) -> Any:
        seen.append(kept_models.keys)
        return load(*arguments)

    monkeypatch.setattr(studio, "load_transformer", watching)
    run(shot(tmp_path / "a.apng"), SilentContext(), store=store)
    kept_models.set_budget(2**40)
    assert [[key for key in keys if key.startswith("words")] for keys in seen] == [[]]


def test_a_long_prompt_is_said_to_be_cut(store: Store, tmp_path: Path) -> None:
    context = Listener()
    run(shot(tmp_path / "a.apng", prompt="abcdefghij" * 60), context, store=store)
    assert any("tokens and the model reads 512; the end was left out." in note for note in context.notes)
