"""Mixes pixels: premultiplied RGBA, display or linear light, one weight or one for each pixel, person over background.

Pictures are uint8 (height, width, 4), sRGB with colours multiplied by alpha; weights are 0 for the first picture
and 1 for the second.
"""

import numpy as np
from numpy.typing import NDArray

from engine.media.colour import is_opaque
from engine.morph.compiled import compiled

Rgba = NDArray[np.uint8]

LINEAR_ROOT = 4096
"""The largest square root of linear light in the tables; fine enough for every 8-bit value to come back as itself."""


def _to_linear(display: NDArray[np.float64]) -> NDArray[np.float64]:
    """The sRGB transfer function of IEC 61966-2-1, 0..1 -> 0..1."""
    return np.where(display <= 0.04045, display / 12.92, ((display + 0.055) / 1.055) ** 2.4)


def _to_display(linear: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)


LINEAR = (_to_linear(np.arange(256) / 255) * LINEAR_ROOT**2).astype(np.float32)
"""Linear light of each 8-bit value, scaled so that its square root lies in 0..4096."""

DISPLAY = np.round(_to_display((np.arange(LINEAR_ROOT + 1) / LINEAR_ROOT) ** 2) * 255).astype(np.uint8)
"""The 8-bit value for each square root of linear light: the root spreads the dark end, where steps are seen."""


@compiled
def lerp_linear(
    a: Rgba, b: Rgba, weight: NDArray[np.float32], linear: NDArray[np.float32], display: Rgba, out: Rgba
) -> None:
    """Mix in linear light with a weight (height, width) for each pixel."""
    one = np.float32(1)
    for y in range(out.shape[0]):
        for x in range(out.shape[1]):
            w = weight[y, x]
            _mix_linear(a[y, x], b[y, x], w, one - w, linear, display, out[y, x])


@compiled
def _mix_linear(
    p: Rgba, q: Rgba, w: np.float32, v: np.float32, linear: NDArray[np.float32], display: Rgba, out: Rgba
) -> None:
    alpha_p, alpha_q = v * np.float32(p[3]), w * np.float32(q[3])
    alpha = alpha_p + alpha_q
    if alpha <= 0:
        out[0] = out[1] = out[2] = out[3] = 0
        return
    share = alpha / np.float32(255)
    for c in range(3):
        light = np.float32(0)
        if p[3]:
            light += alpha_p * linear[min(255, (p[c] * 255 + p[3] // 2) // p[3])]
        if q[3]:
            light += alpha_q * linear[min(255, (q[c] * 255 + q[3] // 2) // q[3])]
        straight = np.float32(display[int(np.sqrt(light / alpha) + np.float32(0.5))])
        out[c] = np.uint8(straight * share + np.float32(0.5))
    out[3] = np.uint8(alpha + np.float32(0.5))


@compiled
def lerp_masked(a: Rgba, b: Rgba, mask: Rgba, inside: float, outside: float, out: Rgba) -> None:
    """Mix with ``inside`` where the mask is 255 and ``outside`` where it is 0."""
    low = np.int32(round(outside * 65536))
    step = np.float32((inside - outside) * 65536 / 255)
    for y in range(out.shape[0]):
        for x in range(out.shape[1]):
            w = low + np.int32(step * np.float32(mask[y, x]))
            for c in range(4):
                p = np.int32(a[y, x, c])
                out[y, x, c] = np.uint8(((p << 16) + (np.int32(b[y, x, c]) - p) * w + 32768) >> 16)


_EVEN = np.uint32(0x00FF00FF)
_HALF = np.uint32(0x00800080)


@compiled
def _even_mix(p: np.uint32, q: np.uint32, v: np.uint32, w: np.uint32) -> np.uint32:
    """Mix the two channels at even places with weights that sum up to 256."""
    result: np.uint32 = (((p & _EVEN) * v + (q & _EVEN) * w + _HALF) >> np.uint32(8)) & _EVEN
    return result


@compiled
def _background(p: NDArray[np.uint32], q: NDArray[np.uint32], weight: float, out: NDArray[np.uint32]) -> None:
    w = np.uint32(weight * 256 + 0.5)
    v = np.uint32(256) - w
    for x in range(out.size):
        even = _even_mix(p[x], q[x], v, w)
        odd = _even_mix(p[x] >> np.uint32(8), q[x] >> np.uint32(8), v, w)
        out[x] = np.uint32(even | (odd << np.uint32(8)))


@compiled
def person_over(
    a: NDArray[np.uint32],
    b: NDArray[np.uint32],
    weight: NDArray[np.float32],
    background_a: NDArray[np.uint32],
    background_b: NDArray[np.uint32],
    background: float,
    frame: NDArray[np.uint32],
    left: int,
) -> None:
    """Mix two pictures of the person with a weight for each pixel, and lay the result over two mixed backgrounds.

    Pixels are RGBA packed in 32 bits, so that two channels are worked on at a time. No sum can run over into its
    neighbour, because premultiplied colours are never greater than their alpha.

    Args:
        a, b: (rows, columns) the person, in a window of the frame.
        weight: (rows, columns), 0..1 for ``b``.
        background_a, background_b: (rows, width); may be the frame itself.
        background: 0..1, the second background's weight.
        frame: (rows, width), receives the result.
        left: where the window begins.
    """
    rows, columns = a.shape
    right = left + columns
    half = np.float32(0.5)
    for y in range(rows):
        row, under_a, under_b = frame[y], background_a[y], background_b[y]
        _background(under_a[:left], under_b[:left], background, row[:left])
        _background(under_a[right:], under_b[right:], background, row[right:])
        row, under_a, under_b = row[left:right], under_a[left:right], under_b[left:right]
        row_a, row_b, row_weight = a[y], b[y], weight[y]
        under_w = np.uint32(background * 256 + 0.5)
        under_v = np.uint32(256) - under_w
        for x in range(row.size):
            p, q = row_a[x], row_b[x]
            w = np.uint32(row_weight[x] * np.float32(256) + half)
            v = np.uint32(256) - w
            even = _even_mix(p, q, v, w)
            odd = _even_mix(p >> np.uint32(8), q >> np.uint32(8), v, w)
            clear = np.uint32(255) - (odd >> np.uint32(16))
            p, q = under_a[x], under_b[x]
            below_even = _even_mix(p, q, under_v, under_w) * clear + _HALF
            below_odd = _even_mix(p >> np.uint32(8), q >> np.uint32(8), under_v, under_w) * clear + _HALF
            # (n + n // 256) // 256 is n / 255, rounded, for every n that occurs here.
            even += ((below_even + ((below_even >> np.uint32(8)) & _EVEN)) >> np.uint32(8)) & _EVEN
            odd += ((below_odd + ((below_odd >> np.uint32(8)) & _EVEN)) >> np.uint32(8)) & _EVEN
            row[x] = np.uint32(even | (odd << np.uint32(8)))


def packed(rgba: Rgba) -> NDArray[np.uint32]:
    """Return a view of contiguous RGBA pixels, one 32-bit number each."""
    return rgba.view(np.uint32)[..., 0]


def premultiply(rgba: Rgba) -> Rgba:
    """Return the picture with its colours multiplied by alpha; an opaque one as it is."""
    if is_opaque(rgba):
        return rgba
    alpha = rgba[..., 3:].astype(np.uint16)
    result = rgba.copy()
    result[..., :3] = (rgba[..., :3] * alpha + 127) // 255
    return result


def unpremultiply(rgba: Rgba) -> Rgba:
    """Return the picture with straight alpha, the form everything outside of the blending uses."""
    alpha = rgba[..., 3:].astype(np.uint32)
    result = rgba.copy()
    result[..., :3] = np.minimum((rgba[..., :3].astype(np.uint32) * 255 + alpha // 2) // np.maximum(alpha, 1), 255)
    return result
