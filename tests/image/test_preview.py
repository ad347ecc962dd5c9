"""Previews: their colours, their size, and the time they may take."""

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.image import studio
from engine.image.job import run
from engine.image.preview import LARGEST_SIDE, contact_sheet, factor_painter
from engine.image.schedulers import clean_estimate
from engine.image.sdxl import Sdxl
from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.jobs.image import ImageJob
from tests.helpers.tiny_sdxl import build_tiny_decoder


def test_the_map_gives_the_published_colours() -> None:
    painted = factor_painter(Sdxl.latent_colours)(torch.zeros(2, 4, 3, 5))
    assert painted.shape == (2, 3, 5, 3)
    assert painted[0, 0, 0].tolist() == [141, 125, 127]
    bright = factor_painter(Sdxl.latent_colours)(torch.tensor([4.0, -1.0, 0.0, -2.0]).view(1, 4, 1, 1))
    assert bright[0, 0, 0].tolist() == [255, 255, 255]


def test_what_is_not_a_number_becomes_grey() -> None:
    assert factor_painter(Sdxl.latent_colours)(torch.full((1, 4, 1, 1), float("nan")))[0, 0, 0].tolist() == [127] * 3


@pytest.mark.parametrize(("count", "columns", "rows"), [(1, 1, 1), (2, 2, 1), (3, 2, 2), (5, 3, 2)])
def test_a_batch_is_laid_side_by_side(count: int, columns: int, rows: int) -> None:
    pictures = np.stack([np.full((8, 16, 3), 40 * (index + 1), np.uint8) for index in range(count)])
    sheet = contact_sheet(pictures)
    grow = LARGEST_SIDE // max(8 * rows, 16 * columns)
    assert sheet.shape == (8 * rows * grow, 16 * columns * grow, 3)
    for index in range(count):
        assert sheet[index // columns * 8 * grow, index % columns * 16 * grow, 0] == 40 * (index + 1)


def test_a_large_sheet_is_made_small() -> None:
    assert max(contact_sheet(np.zeros((2, 1000, 1000, 3), np.uint8)).shape[:2]) <= LARGEST_SIDE


def test_the_clean_estimate_is_less_noisy_than_the_latents() -> None:
    from diffusers import DPMSolverMultistepScheduler, EulerAncestralDiscreteScheduler

    clean = torch.full((1, 4, 8, 8), 0.5)
    for scheduler in (EulerAncestralDiscreteScheduler(), DPMSolverMultistepScheduler()):
        scheduler.set_timesteps(4)
        noise = torch.randn(clean.shape, generator=torch.Generator().manual_seed(0))
        time = scheduler.timesteps[0]
        noisy = scheduler.add_noise(clean, noise, time[None])
        stepped = scheduler.step(noise, time, noisy, return_dict=False)
        estimate = clean_estimate(scheduler, stepped, stepped[0])
        assert torch.allclose(estimate, clean, atol=2e-3)
        assert not torch.allclose(stepped[0], clean, atol=0.1)


def test_the_tiny_decoder_is_used_where_it_is_installed(models: Path, tmp_path: Path) -> None:
    kept_models.drop_all()
    build_tiny_decoder(tmp_path / "taesdxl")
    store = Store(tmp_path / "store", added=[models, tmp_path], offline=True)

    class Due(SilentContext):
        sizes: list[tuple[int, int]]

        def preview_due(self) -> bool:
            return True

        def preview(self, rgb: bytes, width: int, height: int, places: tuple[int, ...] = ()) -> None:
            self.sizes = [*getattr(self, "sizes", []), (width, height)]

    context = Due()
    run(ImageJob(prompt="a", output=str(tmp_path), steps=1, width=64, height=64), context, store=store)
    painted = studio.loaded()[0].painter(torch.zeros(1, 4, 8, 8))
    assert painted.shape == (1, 64, 64, 3)
    assert context.sizes == [(512, 512)] * 2
    kept_models.drop_all()
