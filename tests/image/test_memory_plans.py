"""Every memory plan that a machine without a card can run gives the picture that the plain one gives."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from msgspec import structs

from engine.image import studio
from engine.image.job import run
from engine.image.needs import picture_needs, pictures_of, work_of
from engine.media.pictures import read_picture
from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.devices import Device, OffloadKind, OffloadPlan
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.grid import GridJob
from engine.protocol.jobs.image import ImageJob, Lora
from engine.protocol.jobs.series import SeriesJob


@pytest.fixture(autouse=True)
def _nothing_loaded() -> None:
    kept_models.drop_all()


def plan(kind: OffloadKind, **details: Any) -> OffloadPlan:
    return OffloadPlan(kind=kind, device_memory=1, main_memory=1, fits=True, note="", **details)


def picture(store: Store, folder: Path, **fields: Any) -> Any:
    settings: dict[str, Any] = {"prompt": "a man", "steps": 1, "width": 64, "height": 64, "seed": 3, **fields}
    return read_picture(Path(run(ImageJob(output=str(folder), **settings), SilentContext(), store=store)[0].path))


@pytest.mark.parametrize(("kind", "allowed"), [("group", 0), ("fp8", 40)])
def test_plans_give_the_same_picture(
    kind: OffloadKind,
    allowed: int,
    store: Store,
    loras: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    styles = (Lora(source=Source(path=str(loras / "grain.safetensors")), strength=0.5),)
    expected = [picture(store, tmp_path, loras=chosen) for chosen in ((), styles)]
    monkeypatch.setattr("engine.image.session.plan_for", lambda *_: plan(kind))
    for chosen, plain in zip(((), styles), expected, strict=True):
        made = picture(store, tmp_path, loras=chosen)
        assert np.abs(made.astype(int) - plain).mean() <= allowed
    assert kind in {each.offload for each in studio.loaded()}


def test_text_encoders_are_dropped_where_the_plan_says_so(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = picture(store, tmp_path)
    monkeypatch.setattr("engine.image.session.plan_for", lambda *_: plan("none", free_text_encoder=True))
    assert np.array_equal(picture(store, tmp_path), expected)
    assert studio.loaded()[0].pipeline.text_encoder is None
    # The next job needs them again.
    other = picture(store, tmp_path, prompt="a woman")
    assert not np.array_equal(other, expected)


def test_a_cards_text_encoders_wait_in_main_memory(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = picture(store, tmp_path)
    kept = studio.loaded()[0]
    monkeypatch.setattr("engine.image.session.plan_for", lambda *_: plan("none", free_text_encoder=True))
    # The processor stands in for a card: what counts is that nothing is loaded again.
    monkeypatch.setattr(kept, "device", structs.replace(kept.device, kind="cuda"))
    for _ in range(2):
        assert np.array_equal(picture(store, tmp_path), expected)
        assert set(kept.away) == {"text_encoder", "text_encoder_2"}
        assert studio.loaded() == [kept]


def test_the_room_of_a_job_includes_what_the_kept_model_holds(store: Store, tmp_path: Path) -> None:
    device = Device(id="cpu", kind="cpu", name="Processor", memory_total=2**40, memory_free=1000)
    assert studio.room_on(device).device.memory_free == 1000
    picture(store, tmp_path)
    size = sum(path.stat().st_size for path in (store.added[0] / "sdxl-turbo").rglob("*.safetensors"))
    assert studio.room_on(device).device.memory_free - 1000 == pytest.approx(size, rel=0.05)


def test_large_pictures_are_decoded_in_tiles(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture(store, tmp_path)
    vae = studio.loaded()[0].pipeline.vae
    tiled: list[bool] = []
    decode = type(vae).decode

    def spying(self: Any, *arguments: Any, **options: Any) -> Any:
        tiled.append(self.use_tiling)
        return decode(self, *arguments, **options)

    monkeypatch.setattr(type(vae), "decode", spying)
    picture(store, tmp_path, width=128, height=64)
    monkeypatch.setattr("engine.image.pixels.TILED_ABOVE", 64)
    made = picture(store, tmp_path, width=128, height=64)
    assert tiled == [False, True]
    assert made.shape == (64, 128, 4)


def test_memory_that_runs_out_while_decoding_brings_tiles(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = picture(store, tmp_path, width=128)
    vae = studio.loaded()[0].pipeline.vae
    decode = type(vae).decode

    def failing(self: Any, *arguments: Any, **options: Any) -> Any:
        if not self.use_tiling:
            raise torch.OutOfMemoryError("CUDA out of memory.")
        return decode(self, *arguments, **options)

    monkeypatch.setattr(type(vae), "decode", failing)
    made = picture(store, tmp_path, width=128)
    assert made.shape == expected.shape


def test_a_picture_of_bad_numbers_is_an_error_and_not_black(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.protocol.errors import PortraitsError

    picture(store, tmp_path)
    vae = studio.loaded()[0].pipeline.vae

    def overflowing(self: Any, latents: Any, **_: Any) -> Any:
        return (torch.full((1, 3, 64, 64), float("nan")),)

    monkeypatch.setattr(type(vae), "decode", overflowing)
    with pytest.raises(PortraitsError, match="would be black"):
        picture(store, tmp_path)


def test_the_estimate_grows_with_size_and_second_pass() -> None:
    card = Device(
        id="cuda:0", kind="cuda", name="Card", memory_total=24 * 2**30, memory_free=24 * 2**30, capability="8.9"
    )
    small, large = ImageJob(prompt="a", output="x"), ImageJob(prompt="a", output="x", second_pass=3.0, num_images=4)
    needs = picture_needs(small, card), picture_needs(large, card)
    assert 6e9 < needs[0].plan.device_memory < needs[1].plan.device_memory
    assert needs[1].disk > 4 * needs[0].disk
    assert work_of(large) > 4 * work_of(small) > 0


def test_pictures_are_counted() -> None:
    assert pictures_of(ImageJob(prompt="a", output="x", num_images=7)) == 7
    assert pictures_of(SeriesJob(prompt="a", output="x.portraits", variations=("b", "c"))) == 2
    style = (Lora(source=Source(path="a.safetensors")),)
    assert pictures_of(GridJob(prompt="a", output="x", loras=style, strengths=(1.0,), prompts=("b",))) == 12
    assert pictures_of(GridJob(prompt="a", output="x", seeds=(1, 2))) == 2
