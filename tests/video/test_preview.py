"""Film strips: from the clean estimate, by a linear map or by the tiny decoder."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch

from engine.diffusion.allowance import Allowance
from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.shots import STRIP_FRAMES
from engine.video import making
from engine.video.job import run
from engine.video.preview import LARGEST_WIDTH, decoder_painter, factor_painter, shown, strip
from engine.video.tiny_decoder import FILE, TinyDecoder, load_tiny_decoder
from engine.video.watch import StepWatch
from tests.video.conftest import IDS, Listener, shot
from tests.video.test_job import LONG


def test_a_strip_shows_frames_from_the_first_to_the_last() -> None:
    assert shown(25) == [0, 8, 16, 24]
    assert shown(2) == [0, 0, 1, 1]
    assert shown(1) == [0, 0, 0, 0]


def test_the_map_gives_grey_for_nothing_and_finds_colours() -> None:
    painted = factor_painter()(torch.zeros(1, 16, 5, 2, 3))
    assert painted.shape == (2 * 80, STRIP_FRAMES * 3 * 80, 3)
    # The bias alone: -0.1835, -0.0868 and -0.3360 in -1..1.
    assert painted[0, 0].tolist() == [104, 116, 84]
    latents = torch.zeros(1, 16, 5, 2, 3)
    latents[:, 14] = 2.0
    assert (factor_painter()(latents)[0, 0] > painted[0, 0]).all()
    assert factor_painter()(torch.full((1, 16, 1, 2, 3), float("nan")))[0, 0].tolist() == [127, 127, 127]


def test_large_frames_become_small() -> None:
    assert strip(np.zeros((4, 100, 1920, 3), np.uint8)).shape == (25, 4 * LARGEST_WIDTH, 3)


def tiny(folder: Path) -> TinyDecoder:
    """Write the tiny decoder as it is published, with an encoder that is not needed; random weights."""
    torch.manual_seed(4)
    decoder = TinyDecoder()
    state = decoder.state_dict() | {"encoder.0.weight": torch.zeros(64, 3, 3, 3)}
    folder.mkdir(parents=True, exist_ok=True)
    torch.save(state, folder / FILE)
    return decoder


def test_the_tiny_decoder_has_the_published_names_and_shapes() -> None:
    """The names of taew2_1.pth, by which the numbers of the layers are known to be right."""
    shapes = {name: tuple(value.shape) for name, value in TinyDecoder().state_dict().items()}
    assert shapes["decoder.1.weight"] == (256, 16, 3, 3)
    assert shapes["decoder.3.conv.0.weight"] == (256, 512, 3, 3)
    assert shapes["decoder.7.conv.weight"] == (256, 256, 1, 1)
    assert shapes["decoder.8.weight"] == (128, 256, 3, 3)
    assert shapes["decoder.13.conv.weight"] == (256, 128, 1, 1)
    assert shapes["decoder.19.conv.weight"] == (128, 64, 1, 1)
    assert shapes["decoder.22.weight"] == (3, 64, 3, 3)
    assert "decoder.8.bias" not in shapes


def test_the_tiny_decoder_gives_four_frames_for_each_latent_one_but_the_first(tmp_path: Path) -> None:
    tiny(tmp_path)
    decoder = load_tiny_decoder(tmp_path)
    latents = torch.randn(2, 3, 16, 4, 6, generator=torch.Generator().manual_seed(1))
    with torch.inference_mode():
        whole = decoder(latents)
        begun = decoder(latents[:, :2])
    assert whole.shape == (2, 9, 3, 32, 48)
    assert 0 <= float(whole.min()) < float(whole.max()) <= 1
    # Each frame sees only those before it.
    assert torch.allclose(whole[:, :5], begun, atol=1e-5)


def test_a_wrong_decoder_is_refused(tmp_path: Path) -> None:
    torch.save({"decoder.1.weight": torch.zeros(1)}, tmp_path / FILE)
    with pytest.raises(PortraitsError) as caught:
        load_tiny_decoder(tmp_path)
    assert caught.value.code is ErrorCode.BAD_MODEL


def test_the_tiny_decoder_is_used_when_it_is_installed(
    models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny(tmp_path / "more")
    kept_models.drop_all()
    monkeypatch.setattr("engine.diffusion.allowance.Allowance.allows", lambda _: True)
    store = Store(tmp_path / "store", added=[models, tmp_path / "more"], offline=True)
    context = Listener()
    run(shot(tmp_path / "a.apng"), context, store=store)
    kept_models.drop_all()
    assert context.previews == [(4 * 48 * 5, 32 * 5)] * 3
    painted = decoder_painter(load_tiny_decoder(tmp_path / "more"))(torch.randn(1, 16, 3, 4, 6))
    assert painted.shape == (32 * 5, 4 * 48 * 5, 3)


def test_rough_previews_are_shown_where_the_memory_has_no_room_for_fine_ones() -> None:
    calls: list[Any] = []

    def fine(latents: Any) -> Any:
        calls.append(latents)
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")

    context = Listener()
    watch = StepWatch(context, fine, Allowance(1e9), windows=1, steps=3)
    pipeline = SimpleNamespace(num_timesteps=3, scheduler=SimpleNamespace(clean_estimate=lambda latents: latents))
    for step in range(3):
        watch(pipeline, step, None, {"latents": torch.zeros(1, 16, 3, 4, 6)})
    assert len(calls) == 1
    assert len(context.previews) == 3
    assert context.notes == ["The memory has no room for fine previews; rough ones are shown."]


@pytest.mark.parametrize("fields", [{}, LONG, {"model": IDS["df"], "num_frames": 37, "asynchronous": True}])
def test_the_clean_estimate_leads_to_the_result(
    fields: dict[str, Any], store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is nearer to the finished latents than the noisy ones are, and equals them after the last step."""
    heard: list[tuple[int, Any, Any]] = []

    def listening(watch: StepWatch, pipeline: Any, index: int, _: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        latents = tensors["latents"].clone()
        heard.append((watch.window, latents, pipeline.scheduler.clean_estimate(latents).clone()))
        return {}

    finished: list[Any] = []
    call = making.ShotMaker._call
    monkeypatch.setattr(StepWatch, "__call__", listening)
    monkeypatch.setattr(making.ShotMaker, "_call", lambda *a: finished.append(call(*a)) or finished[-1])
    run(shot(tmp_path / "a.apng", steps=5, **fields), Listener(), store=store)
    assert heard
    for window, made in enumerate(finished):
        steps = [(noisy, clean) for index, noisy, clean in heard if index == window]
        count = made.shape[2]
        noisy, clean = (each[:, :, -count:] for each in steps[1])
        assert (clean - made).abs().mean() < (noisy - made).abs().mean()
        assert torch.allclose(steps[-1][1][:, :, -count:], made, atol=1e-4)
