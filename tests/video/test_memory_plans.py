"""Every memory plan that a machine without a card can run gives the same shot, and running out is survived."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from msgspec.structs import replace

from engine.devices import offload
from engine.diffusion.wan_vae import latent_statistics
from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.devices import Device, OffloadKind, OffloadPlan
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.image import Lora
from engine.protocol.jobs.video import VideoJob
from engine.video import studio
from engine.video.job import run
from engine.video.session import Session
from tests.helpers.tiny_skyreels import transformer, write_wan_lora
from tests.video.conftest import IDS, Listener, shot, source
from tests.video.test_job import LONG, frames


@pytest.fixture(autouse=True)
def _nothing_loaded() -> None:
    kept_models.drop_all()


def plan(kind: OffloadKind, **details: Any) -> OffloadPlan:
    return OffloadPlan(kind=kind, device_memory=1, main_memory=1, fits=True, note=f"As {kind}.", **details)


def made(job: VideoJob, store: Store, context: SilentContext | None = None) -> Any:
    return frames(run(job, context or SilentContext(), store=store)[0].path)


@pytest.mark.parametrize(("kind", "allowed"), [("model", 0.0), ("group", 0.0), ("sequential", 0.0), ("fp8", 4.0)])
@pytest.mark.parametrize("model", ["t2v", "df", "i2v"])
def test_plans_give_the_same_shot(
    model: Any,
    kind: OffloadKind,
    allowed: float,
    store: Store,
    picture: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fields: dict[str, Any] = {"model": IDS[model]} | ({"image": source(picture)} if model == "i2v" else {})
    style = write_wan_lora(tmp_path / "ink.safetensors", transformer(model))
    fields["loras"] = (Lora(source=source(style), strength=0.7),)
    expected = made(shot(tmp_path / "a.apng", **fields), store)
    monkeypatch.setattr(Session, "_plans", lambda _: [plan(kind)])
    found = made(shot(tmp_path / "b.apng", **fields), store)
    assert np.abs(found.astype(int) - expected).mean() <= allowed
    used = next(each for each in studio.loaded() if each.placement.kind == kind)
    formats = {weights.dtype for weights in used.transformer.parameters()}
    assert (torch.float8_e4m3fn in formats) == (kind == "fp8")


@pytest.mark.parametrize(("kind", "allowed"), [("model", 0.0), ("group", 0.0), ("sequential", 0.0), ("fp8", 4.0)])
@pytest.mark.parametrize("model", ["t2v", "df"])
def test_plans_work_in_the_number_format_of_most_cards(
    model: Any, kind: OffloadKind, allowed: float, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In bfloat16 norms and modulation stay in 32 bits; they do not decide in what the layers compute."""
    fields: dict[str, Any] = {"model": IDS[model], "precision": "bfloat16"}
    expected = made(shot(tmp_path / "a.apng", **fields), store)
    monkeypatch.setattr(Session, "_plans", lambda _: [plan(kind)])
    found = made(shot(tmp_path / "b.apng", **fields), store)
    assert np.abs(found.astype(int) - expected).mean() <= allowed
    used = next(each for each in studio.loaded() if each.placement.kind == kind)
    assert used.transformer.dtype is torch.bfloat16


def test_a_shot_that_does_not_fit_is_said_before_the_work(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tight = replace(plan("none"), fits=False, note="It probably does not fit.")
    monkeypatch.setattr(Session, "_plans", lambda _: [tight])
    context = Listener()
    made(shot(tmp_path / "a.apng"), store, context)
    said = "It probably does not fit. Run it again with the model SkyReels-V2 1.3B, long shots, 540p."
    assert said in context.notes


def test_large_frames_are_decoded_in_tiles(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    big: dict[str, Any] = {"width": 80, "height": 64, "num_frames": 5, "steps": 1}
    expected = made(shot(tmp_path / "a.apng", **big), store)
    small_tiles(studio.loaded()[0].vae)
    monkeypatch.setattr(Session, "_plans", lambda _: [plan("none", vae_tiling=True)])
    context = Listener()
    found = made(shot(tmp_path / "b.apng", **big), store, context)
    assert [total for phase, _, total in context.steps if phase == "Decoding"] == [4.0] * 4
    assert found.shape == expected.shape
    # Tiles see less of their surroundings; away from the seams they are the same.
    assert np.abs(found[:, :32, :32].astype(int) - expected[:, :32, :32]).mean() < 4


def test_tiles_are_blended_as_diffusers_does(store: Store, tmp_path: Path) -> None:
    from engine.video.pixels import to_frames
    from tests.helpers.tiny_skyreels import vae

    network = vae()
    small_tiles(network)
    latents = torch.randn(1, 16, 3, 12, 14, generator=torch.Generator().manual_seed(1))
    found = np.concatenate(list(to_frames(network, latents, tiled=True, on_part=lambda *_: None)))
    mean, deviation = latent_statistics(network)
    network.use_tiling = True
    with torch.inference_mode():
        video = network.decode(latents * deviation + mean).sample[0]
    expected = (video * 127.5 + 127.5).round().permute(1, 2, 3, 0).numpy()
    assert np.abs(found - expected).max() <= 1


def test_latents_go_there_and_back_as_with_diffusers(picture: Path) -> None:
    from engine.video.pixels import to_latents, to_signed
    from tests.helpers.tiny_skyreels import vae
    from tests.video.conftest import noisy

    network, given = vae(), noisy(5, 48, 32)[..., :3]
    mean, deviation = latent_statistics(network)
    with torch.inference_mode():
        expected = network.encode(to_signed(given).permute(1, 0, 2, 3)[None]).latent_dist.mode()
    assert torch.allclose(to_latents(network, given, tiled=False), (expected - mean) / deviation)


def small_tiles(network: Any) -> None:
    """Tiles of 64 pixels that share 16, where the real ones have 256 and share 64."""
    network.tile_sample_min_height = network.tile_sample_min_width = 64
    network.tile_sample_stride_height = network.tile_sample_stride_width = 48


class Allocator:
    """Stands in for a card whose memory runs out: the first calls of a network fail as CUDA does."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, failing: set[int]) -> None:
        self.calls = 0
        original = getattr(owner, name)

        def call(network: Any, *arguments: Any, **options: Any) -> Any:
            self.calls += 1
            if self.calls - 1 in failing:
                raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")
            return original(network, *arguments, **options)

        monkeypatch.setattr(owner, name, call)


def test_the_next_plan_is_taken_and_finished_windows_stay(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from diffusers import SkyReelsV2Transformer3DModel

    expected = made(shot(tmp_path / "a.apng", **LONG), store)
    monkeypatch.setattr(Session, "_plans", lambda _: [plan("none"), plan("model"), plan("group")])
    # Three windows of three guided steps are 18 calls; the second window fails in its second step.
    allocator = Allocator(monkeypatch, SkyReelsV2Transformer3DModel, "forward", {8})
    context = Listener()
    found = made(shot(tmp_path / "b.apng", **LONG), store, context)
    assert np.array_equal(found, expected)
    assert allocator.calls == 18 + 3
    assert any("it goes on with another memory plan. As model." in note for note in context.notes)


def test_memory_that_runs_out_while_decoding_brings_tiles(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from diffusers.models.autoencoders.autoencoder_kl_wan import WanDecoder3d

    expected = made(shot(tmp_path / "a.apng"), store)
    monkeypatch.setattr(Session, "_plans", lambda _: [plan("none")])
    Allocator(monkeypatch, WanDecoder3d, "forward", {1, 2})
    assert np.array_equal(made(shot(tmp_path / "b.apng"), store), expected)


def test_when_nothing_helps_the_smaller_settings_are_named(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from diffusers import SkyReelsV2Transformer3DModel

    monkeypatch.setattr(Session, "_plans", lambda _: [plan("none"), plan("group")])
    job = shot(tmp_path / "a.apng", width=960, height=544, num_frames=97)
    with monkeypatch.context() as patch:
        Allocator(patch, SkyReelsV2Transformer3DModel, "forward", set(range(100)))
        with pytest.raises(PortraitsError) as caught:
            run(job, SilentContext(), store=store)
    failure = caught.value.failure
    assert failure.code is ErrorCode.OUT_OF_MEMORY
    assert "960 x 544 pixels and 97 frames, also with the memory plan group" in failure.what
    for offer in (
        "with the model SkyReels-V2 1.3B, long shots, 540p",
        "with 720 x 416 instead of 960 x 544 pixels",
        "with 49 instead of 97 frames",
    ):
        assert offer in failure.todo
    assert not list(tmp_path.glob("a*"))
    # The process goes on: the next shot works.
    assert made(shot(tmp_path / "b.apng"), store).shape[0] == 9


def test_the_room_of_a_job_includes_what_the_kept_model_holds(store: Store, tmp_path: Path) -> None:
    from engine.video.request import prepared

    device = Device(id="cpu", kind="cpu", name="Processor", memory_total=2**40, memory_free=1000)
    assert studio.room_on(device).device.memory_free == 1000
    made(shot(tmp_path / "a.apng"), store)
    kept = studio.loaded()[0]
    size = sum(
        each.numel() * each.element_size() for part in (kept.transformer, kept.vae) for each in part.parameters()
    )
    assert studio.room_on(device).device.memory_free == 1000 + size
    assert prepared(shot(tmp_path / "b.apng"), SilentContext(), store).room.main_free > size


def test_plans_follow_each_other_from_the_one_that_fits(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.video.request import prepared

    card = Device(
        id="cuda:0", kind="cuda", name="Card", memory_total=48 * 2**30, memory_free=48 * 2**30, capability="8.9"
    )
    request = prepared(shot(tmp_path / "a.apng", precision="auto"), SilentContext(), store)
    session = Session(request, SilentContext())
    monkeypatch.setattr(session, "_room", session._room._replace(device=card, main_free=2**40))
    assert session._plans()[0].kind == "none"
    assert len({each.device_memory for each in session._plans()}) == len(session._plans())
    forced = prepared(shot(tmp_path / "b.apng", enable_offload=False), SilentContext(), store)
    alone = Session(forced, SilentContext())
    assert [each.kind for each in alone._plans()] == ["none"]
    assert offload.choose(alone._plans()).kind == "none"
