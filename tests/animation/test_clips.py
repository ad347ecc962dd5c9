"""Clips of long motions, and the size of the reference picture."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.animation.clips import OVERLAP, latent_count, plan_clips
from engine.animation.reference import as_pictures, as_tensor, bucket_size, prepared
from tests.helpers.motion import golden_json


@given(frames=st.integers(8, 3000), fixed=st.booleans())
def test_clips_cover_every_frame_once_and_overlap_by_nine(frames: int, fixed: bool) -> None:
    plan = plan_clips(frames, fixed=fixed)
    assert [frame for clip in plan for frame in range(clip.start, clip.start + clip.keep)] == list(range(frames))
    for clip, following in pairwise(plan):
        assert clip.frames == 49
        assert clip.start + clip.frames - following.start == OVERLAP
    last = plan[-1]
    assert last.frames == 49 if fixed else last.frames % 4 == 1
    assert last.keep <= last.frames <= 49
    if len(plan) > 1:
        assert last.keep > OVERLAP, "the last clip adds something"


def test_two_clips_begin_as_published() -> None:
    first, second = plan_clips(89)
    rules = golden_json("rules")["clip_indices_17b"]
    assert (first.start, first.start + 48) == (rules[0][0], rules[0][-1])
    assert second.start == rules[1][0]
    assert [clip.frames for clip in (first, second)] == [49, 49]
    assert [clip.keep for clip in (first, second)] == [40, 49]


@pytest.mark.parametrize(("frames", "latents"), [(1, 1), (8, 2), (9, 3), (13, 4), (49, 13)])
def test_latent_frames(frames: int, latents: int) -> None:
    assert latent_count(frames) == latents


def test_sizes_are_the_published_ones() -> None:
    rules = golden_json("rules")
    for height, width, rows, columns in rules["nearest_resize_shape_h_w_to_h_w"]:
        assert bucket_size(height, width) == (rows, columns)


def test_the_reference_is_cropped_as_published() -> None:
    """What is seen of a picture whose red tells the column and whose green tells the row."""
    rules = golden_json("rules")["centre_crop_h_w_dh_dw_to_newh_neww_x1_y1"]
    for height, width, rows, columns, high, wide, left, top in rules:
        picture = np.full((height, width, 4), 255, np.uint8)
        picture[..., 0] = np.linspace(0, 255, width)
        picture[..., 1] = np.linspace(0, 255, height)[:, None]
        made = prepared(picture, rows, columns).astype(int)
        corners = [made[0, 0, :2], made[-1, -1, :2]]
        wanted = [(left / wide, top / high), ((left + columns) / wide, (top + rows) / high)]
        np.testing.assert_allclose(corners, np.array(wanted) * 255, atol=2.5)


@given(st.integers(1, 8000), st.integers(1, 8000), st.sampled_from([64, 256, 512, 768]))
def test_every_size_can_be_worked_in(height: int, width: int, side: int) -> None:
    rows, columns = bucket_size(height, width, side)
    assert rows % 32 == columns % 32 == 0
    assert 0.4 * side**2 <= rows * columns <= 2.1 * side**2


@pytest.mark.parametrize(("height", "width"), [(64, 64), (200, 8000), (8000, 200), (1, 1), (480, 640)])
def test_a_reference_of_any_shape_is_cropped_and_not_distorted(height: int, width: int) -> None:
    picture = np.full((height, width, 4), 255, np.uint8)
    assert prepared(picture, 64, 96).shape == (64, 96, 3)
    side = min(height, width) // 4
    if side < 10:
        return
    # A disc in the middle stays a disc.
    rows, columns = np.ogrid[:height, :width]
    disc = (rows - height / 2) ** 2 + (columns - width / 2) ** 2 < side**2
    picture[disc, :3] = 0
    made = prepared(picture, 128, 128)[..., 0] < 128
    high, wide = (np.ptp(axis) + 1 for axis in np.nonzero(made))
    assert abs(int(high) - int(wide)) <= 2


def test_clear_parts_become_white() -> None:
    picture = np.zeros((64, 64, 4), np.uint8)
    picture[:32, :, 3] = 255
    made = prepared(picture, 64, 64)
    assert (made[:32] == 0).all()
    assert (made[32:] == 255).all()


def test_pictures_and_tensors_are_inverse() -> None:
    pictures = np.arange(256, dtype=np.uint8).reshape(1, 16, 16, 1).repeat(3, axis=3)
    tensor = as_tensor(pictures)
    assert tensor.shape == (1, 3, 1, 16, 16)
    assert float(tensor.min()) == -1
    assert float(tensor.max()) == 1
    np.testing.assert_array_equal(as_pictures(tensor), pictures)
