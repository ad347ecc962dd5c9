"""Rough pictures of latents: the colours come from the reference picture alone."""

import numpy as np
import torch

from engine.animation.previews import LatentPainter, previewing
from tests.helpers.motion import RecordingContext


def test_colours_are_found_from_the_reference_alone() -> None:
    generator = torch.Generator().manual_seed(0)
    mixing, offset = torch.randn(3, 16, generator=generator) * 0.15, torch.tensor([0.1, -0.2, 0.0])[:, None, None]

    def picture_of(latents: torch.Tensor) -> torch.Tensor:
        return torch.einsum("rc,chw->rhw", mixing, latents) + offset

    reference = torch.randn(16, 32, 32, generator=generator)
    large = picture_of(reference).repeat_interleave(8, 1).repeat_interleave(8, 2)
    painter = LatentPainter(reference, large[None, :, None])
    other = torch.randn(16, 24, 32, generator=generator)
    painted = painter.paint(other)
    assert painted.shape == (24 * 8, 32 * 8, 3)
    wanted = ((picture_of(other).clamp(-1, 1) + 1) * 127.5).permute(1, 2, 0).numpy()
    assert np.abs(painted[::8, ::8] - wanted).mean() < 3


def test_the_middle_frame_is_shown_when_one_is_wanted() -> None:
    painter = LatentPainter(torch.randn(16, 8, 8), torch.zeros(1, 3, 1, 64, 64))
    context = RecordingContext()
    show = previewing(context, painter, frames=2)
    show(0, torch.randn(1, 16, 5, 8, 8))
    assert context.previews == [(256, 256)]
    context.preview_due = lambda: False  # type: ignore[method-assign]
    show(1, torch.randn(1, 16, 5, 8, 8))
    assert len(context.previews) == 1
