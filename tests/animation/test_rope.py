"""Rotary tables of video patches and motion tokens."""

import pytest
import torch

from engine.animation.rope import HeadSplit, Rotary, cogvideox_split, image_rotary, motion_rotary, rotated, wan_split
from tests.helpers.motion import distance, golden


def test_the_tables_of_the_7b_are_the_published_ones() -> None:
    reference = golden("rope7b_hd64_t13")
    meta = reference.meta
    split = cogvideox_split(meta["head_dim"])
    image = image_rotary(meta["latent_frames"], meta["grid_h"], meta["grid_w"], split)
    motion = motion_rotary(meta["latent_frames"], split, reference["in.joint_mean"].numpy())
    for table, name in ((image, "image"), (motion, "motion")):
        assert distance(table.cos, reference[f"out.{name}_cos"]) < 1e-5
        assert distance(table.sin, reference[f"out.{name}_sin"]) < 1e-5


def test_the_tables_of_the_17b_and_their_use_are_the_published_ones() -> None:
    reference = golden("rope17b_t13")
    split = wan_split(reference.meta["head_dim"])
    motion = motion_rotary(reference.meta["latent_frames"], split)
    assert distance(motion.cos, reference["out.motion_cos"]) < 1e-5
    assert distance(motion.sin, reference["out.motion_sin"]) < 1e-5
    assert distance(rotated(reference["in.k"], motion), reference["out.k_rotated"]) < 1e-5
    image = image_rotary(*reference.meta["grid"], split)
    query = rotated(reference["in.q"].transpose(1, 2), image).transpose(1, 2)
    assert distance(query, reference["out.q_rotated"]) < 1e-5


@pytest.mark.parametrize(
    "split", [cogvideox_split(16), cogvideox_split(64), wan_split(20), wan_split(36), wan_split(128)]
)
def test_all_channels_of_a_head_are_used_in_pairs(split: HeadSplit) -> None:
    assert sum(split.image) == sum(split.motion)
    assert all(channels % 2 == 0 for channels in (*split.image, *split.motion))


def test_heads_are_split_as_published() -> None:
    assert wan_split(128) == ((44, 42, 42), (44, 28, 28, 28))
    assert cogvideox_split(64) == ((16, 24, 24), (16, 16, 16, 16))


def test_a_rotation_keeps_lengths_and_the_type() -> None:
    table = motion_rotary(3, wan_split(128))
    x = torch.randn(2, 4, 72, 128)
    turned = rotated(x, table)
    torch.testing.assert_close(turned.norm(dim=-1), x.norm(dim=-1))
    assert rotated(x.bfloat16(), table).dtype == torch.bfloat16
    still = Rotary(torch.ones(72, 128), torch.zeros(72, 128))
    torch.testing.assert_close(rotated(x, still), x)
