"""What a job will need, before it runs."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from msgspec.structs import replace
from torch.utils.flop_counter import FlopCounterMode

from engine.animation.vqvae import MotionVqVae, VqVaeConfig
from engine.host import estimate as estimate_module
from engine.host.estimate import Paces, estimate, fit_of, need_of
from engine.host.train_needs import kept_values, network_size, operations_of_clip
from engine.media.pictures import write_picture
from engine.media.sound import write_sound
from engine.project.clips import TitleClip
from engine.project.fields import new_id
from engine.project.schema import Project
from engine.project.store import save
from engine.project.timeline import Timeline, Track
from engine.protocol.jobs import (
    AnimateJob,
    FilmJob,
    LandmarksJob,
    MorphJob,
    SoundJob,
    TrainTokenizerJob,
    VoiceJob,
)
from engine.protocol.jobs.base import Source


def _pictures(folder: Path, count: int, width: int = 64, height: int = 48) -> tuple[Source, ...]:
    for number in range(count):
        write_picture(folder / f"{number}.png", np.zeros((height, width, 4), np.uint8), overwrite=False, text=None)
    return (Source(path=str(folder)),)


def test_a_morph_counts_its_frames(tmp_path: Path) -> None:
    inputs = _pictures(tmp_path, 3)
    plain = MorphJob(inputs=inputs, output="out.mp4", morph_frames=8)
    # 3 pictures and 2 morphs of 8 frames, each of 64 x 48 pixels
    assert need_of(plain).work == pytest.approx((3 + 16) * 64 * 48 / 1e6)
    looped = MorphJob(inputs=inputs, output="out.mp4", morph_frames=8, repeat="loop", hold_first=4, hold_between=2)
    assert need_of(looped).work == pytest.approx((3 + 24 + 4 + 2) * 64 * 48 / 1e6)
    larger = MorphJob(inputs=inputs, output="out.mp4", width=128, height=96)
    assert need_of(larger).work == pytest.approx(4 * need_of(plain).work)
    assert need_of(larger).memory > need_of(plain).memory


def test_a_film_counts_the_frames_of_its_range(tmp_path: Path) -> None:
    title = TitleClip(id=new_id(), start=Fraction(0), duration=Fraction(10), text="Six faces")
    timeline = Timeline(tracks=(Track(id=new_id(), kind="picture", clips=(title,)),))
    path = tmp_path / "film.portraits"
    save(Project(timeline=timeline), path)
    whole = FilmJob(project=Source(path=str(path)), output="out.mp4")
    part = FilmJob(
        project=Source(path=str(path)), output="out.mp4", range="between", start=Fraction(2), end=Fraction(4)
    )
    assert need_of(whole).work == pytest.approx(240 * 1024 * 1024 / 1e6)
    assert need_of(part).work == pytest.approx(48 * 1024 * 1024 / 1e6)
    assert need_of(part).disk == pytest.approx(need_of(whole).disk / 5, rel=0.01)


def test_landmarks_count_pictures_and_a_voice_counts_characters(tmp_path: Path) -> None:
    assert need_of(LandmarksJob(inputs=_pictures(tmp_path, 4), output="out")).work == 4
    assert need_of(VoiceJob(text="x" * 300, output="a.wav")).work == 300


def test_an_edit_of_a_sound_counts_its_seconds(tmp_path: Path) -> None:
    write_sound(tmp_path / "tone.wav", np.zeros((48_000, 2), np.float32), 24_000)
    need = need_of(SoundJob(input=Source(path=str(tmp_path / "tone.wav")), output="out.wav"))
    assert need.work == pytest.approx(2.0)
    assert need.disk == pytest.approx(48_000 * 2 * 3)


@pytest.mark.parametrize(("needed", "fit"), [(850, "fits"), (851, "tight"), (1000, "tight"), (1001, "does_not_fit")])
def test_tight_means_more_than_85_percent(needed: int, fit: str) -> None:
    assert fit_of(needed, 1000) == fit


def test_what_does_not_fit_names_the_next_smaller_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Little:
        free = 1000
        total = 1000

    monkeypatch.setattr(estimate_module, "memory", Little)
    job = MorphJob(inputs=_pictures(tmp_path, 2), output="out.mp4", width=1024, height=1024)
    found = estimate(job)
    assert found.fit == "does_not_fit"
    assert "768 x 768" in found.advice
    assert isinstance(found.retry, MorphJob)
    assert found.retry.width == 768


def test_time_is_told_once_a_job_of_the_kind_has_run() -> None:
    paces, job = Paces(), VoiceJob(text="x" * 100, output="a.wav")
    assert paces.seconds(job, 200.0) is None
    paces.learn(job, 5.0)
    assert paces.seconds(job, 200.0) == pytest.approx(10.0)
    paces.learn(job, 15.0)
    assert paces.seconds(job, 200.0) == pytest.approx(20.0)


def test_the_large_voice_needs_its_model_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTRAITS_DEVICE", "cpu")
    text = "Every face is a road. " * 10
    small = estimate(VoiceJob(text=text, output="a.wav"))
    large = estimate(VoiceJob(text=text, output="a.wav", engine="maya1"))
    on_server = estimate(VoiceJob(text=text, output="a.wav", engine="maya1", server="http://127.0.0.1:8000"))
    full = estimate(VoiceJob(text=text, output="a.wav", engine="maya1", weights="full"))
    assert full.memory > 6_600_000_000 > large.memory > 3_700_000_000 > 10 * small.memory
    assert on_server.memory == small.memory
    assert large.memory_available > 0


def test_an_animation_counts_clips_and_knows_its_model() -> None:
    one = AnimateJob(reference=Source(path="a.png"), motion=Source(path="b.npz"), frames=49, output="c.mp4")
    short, long = need_of(one), need_of(replace(one, frames=100, steps=10))
    assert (short.work, long.work) == (50.0, 30.0)
    assert need_of(replace(one, offload="none", model="17b")).memory > need_of(replace(one, offload="none")).memory
    assert long.disk > short.disk


def _training(**fields: Any) -> TrainTokenizerJob:
    return TrainTokenizerJob(dataset=Source(path="set.npz"), output="run", **fields)


@pytest.mark.parametrize("sizes", [{}, {"narrow": 64, "wide": 128, "width": 256, "codes": 512}])
def test_a_training_knows_the_size_of_its_network(sizes: dict[str, int]) -> None:
    with torch.device("meta"):
        network = MotionVqVae(VqVaeConfig(**sizes))
    assert network_size(_training(**sizes)) == sum(each.numel() for each in network.parameters())


def test_a_training_knows_what_a_step_keeps_and_computes() -> None:
    sizes = {"narrow": 64, "wide": 128, "width": 256, "codes": 512}
    network = MotionVqVae(VqVaeConfig(**sizes))
    weights = {each.untyped_storage().data_ptr() for each in network.parameters()}
    kept: dict[int, int] = {}

    def keep(tensor: torch.Tensor) -> torch.Tensor:
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in weights:
            kept[storage.data_ptr()] = storage.nbytes() // 4
        return tensor

    counter = FlopCounterMode(display=False)
    with counter, torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        restored, quantised = network(torch.randn(1, 49, 24, 3))
        torch.autograd.backward(restored.abs().mean() + quantised.commitment)
    assert kept_values(_training(**sizes)) == pytest.approx(sum(kept.values()), rel=0.1)
    assert operations_of_clip(_training(**sizes)) == pytest.approx(counter.get_total_flops(), rel=0.1)


def test_a_training_needs_memory_for_its_batch_and_disk_for_its_states(tmp_path: Path) -> None:
    usual, small = need_of(_training()), need_of(_training(batch=8))
    assert usual.memory > small.memory > 1_000_000_000
    assert usual.work == pytest.approx(4 * small.work)
    assert need_of(_training(save_every=250_000)).disk < usual.disk / 5
    (tmp_path / "checkpoint_epoch_3_step_400000").mkdir()
    going_on = replace(_training(resume=True), output=str(tmp_path))
    assert need_of(going_on).work == pytest.approx(usual.work / 5)


def test_a_training_that_does_not_fit_is_offered_a_smaller_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(estimate_module, "fit_of", lambda *_: "does_not_fit")
    found = estimate(_training(batch=32))
    assert "16 instead of 32 clips" in found.advice
    assert isinstance(found.retry, TrainTokenizerJob)
    assert found.retry.batch == 16
    assert estimate(_training(batch=1)).retry is None
