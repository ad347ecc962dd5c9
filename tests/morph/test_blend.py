import numpy as np
import pytest

from engine.morph.blend import (
    DISPLAY,
    LINEAR,
    lerp_linear,
    lerp_masked,
    packed,
    person_over,
    premultiply,
    unpremultiply,
)


def noise(seed: int, alpha: bool = True) -> np.ndarray:
    rgba = np.random.default_rng(seed).integers(0, 256, (20, 30, 4), np.uint8)
    if not alpha:
        rgba[..., 3] = 255
    return rgba


def test_linear_light_gives_back_every_value() -> None:
    grey = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 4, axis=2).copy()
    grey[..., 3] = 255
    out = np.empty_like(grey)
    lerp_linear(grey, grey, np.full((1, 256), 0.3, np.float32), LINEAR, DISPLAY, out)
    assert np.array_equal(out, grey)


def test_linear_light_mixes_as_the_srgb_standard_says() -> None:
    black, white = np.zeros((1, 1, 4), np.uint8), np.full((1, 1, 4), 255, np.uint8)
    black[..., 3] = 255
    out = np.empty_like(black)
    lerp_linear(black, white, np.full((1, 1), 0.5, np.float32), LINEAR, DISPLAY, out)
    assert out[0, 0, :3] == pytest.approx(255 * (1.055 * 0.5 ** (1 / 2.4) - 0.055), abs=0.75)


def test_linear_light_ignores_the_colour_of_what_is_clear() -> None:
    clear, red = np.zeros((1, 1, 4), np.uint8), np.array([[[255, 0, 0, 255]]], np.uint8)
    out = np.empty_like(clear)
    lerp_linear(clear, red, np.full((1, 1), 0.5, np.float32), LINEAR, DISPLAY, out)
    assert unpremultiply(out)[0, 0, 0] == 255
    assert out[0, 0, 3] == 128


def test_masked_mix_uses_each_weight_where_its_mask_is() -> None:
    a, b = noise(1, False), noise(2, False)
    mask = np.zeros((20, 30), np.uint8)
    mask[:, 15:] = 255
    out = np.empty_like(a)
    lerp_masked(a, b, mask, 1.0, 0.0, out)
    assert np.array_equal(out[:, :15], a[:, :15])
    assert np.array_equal(out[:, 15:], b[:, 15:])
    lerp_masked(a, b, mask, 0.25, 0.75, out)
    expected = np.where(mask[..., None] > 0, 0.75 * a + 0.25 * b, 0.25 * a + 0.75 * b)
    assert np.abs(out - expected).max() <= 1


@pytest.mark.parametrize(("left", "right"), [(0, 30), (7, 22), (0, 11), (30, 30)])
def test_person_over_agrees_with_plain_arithmetic(left: int, right: int) -> None:
    a, b = premultiply(noise(1))[:, left:right], premultiply(noise(2))[:, left:right]
    under_a, under_b = premultiply(noise(3)), premultiply(noise(5))
    weight = np.random.default_rng(4).uniform(0, 1, a.shape[:2]).astype(np.float32)
    mixed = a * (1 - weight[..., None]) + b * weight[..., None]
    expected = under_a * 0.7 + under_b * 0.3
    expected[:, left:right] = mixed + expected[:, left:right] * (1 - mixed[..., 3:] / 255)
    frame = np.empty_like(under_a)
    person_a, person_b = packed(np.ascontiguousarray(a)), packed(np.ascontiguousarray(b))
    person_over(person_a, person_b, weight, packed(under_a), packed(under_b), 0.3, packed(frame), left)
    assert np.abs(frame - expected).max() <= 3


def test_a_background_may_be_mixed_in_its_place_already() -> None:
    person, frame = premultiply(noise(1)), premultiply(noise(3))
    weight = np.zeros((20, 30), np.float32)
    apart = np.empty_like(frame)
    person_over(packed(person), packed(person), weight, packed(frame), packed(frame), 0.5, packed(apart), 0)
    person_over(packed(person), packed(person), weight, packed(frame), packed(frame), 0.5, packed(frame), 0)
    assert np.array_equal(frame, apart)


@pytest.mark.parametrize("alpha", range(256))
def test_an_opaque_background_stays_opaque(alpha: int) -> None:
    person = np.full((1, 1, 4), alpha, np.uint8)
    frame = np.full((1, 1, 4), 255, np.uint8)
    weight = np.full((1, 1), 0.37, np.float32)
    person_over(packed(person), packed(person), weight, packed(frame), packed(frame), 0.61, packed(frame), 0)
    assert frame[0, 0].tolist() == [255] * 4


def test_premultiplied_colours_never_exceed_alpha_and_come_back() -> None:
    rgba = noise(7)
    product = premultiply(rgba)
    assert (product[..., :3] <= product[..., 3:]).all()
    back = unpremultiply(product)
    solid = rgba[..., 3] > 200
    assert np.abs(back[solid].astype(int) - rgba[solid]).max() <= 1
    opaque = noise(7, False)
    assert premultiply(opaque) is opaque
