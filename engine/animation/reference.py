"""Prepares the reference picture: its size, and how it is brought to it."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.media.fit import fit_picture
from engine.protocol.jobs.animate import Fit

SIDE = 512
"""Side of the square that both variants were trained for; the 17B keeps its area at other ratios."""

MAX_RATIO = 8.0
"""A picture narrower than this loses most of itself to the crop; the person is told."""

_BUCKETS = (
    "256x1024 256x992 256x960 256x928 288x896 288x864 288x832 320x800 320x768 352x736 352x704 352x672 384x672 384x640 "
    "416x608 416x576 448x576 448x544 480x544 480x512 512x512 512x480 544x480 544x448 576x448 576x416 608x416 640x384 "
    "672x384 704x352 736x352 768x320 800x320 832x288 864x288 896x288 928x256 960x256 992x256 1024x256"
)
_RATIOS = (
    "0.25 0.26 0.27 0.28 0.32 0.33 0.35 0.4 0.42 0.48 0.5 0.52 0.57 0.6 0.68 0.72 0.78 0.82 0.88 0.94 1.0 1.07 1.13 "
    "1.21 1.29 1.38 1.46 1.67 1.75 2.0 2.09 2.4 2.5 2.89 3.0 3.11 3.62 3.75 3.88 4.0"
)
_TABLE = [
    (float(ratio), int(size.partition("x")[0]), int(size.partition("x")[2]))
    for ratio, size in zip(_RATIOS.split(), _BUCKETS.split(), strict=True)
]


def bucket_size(height: int, width: int, side: int = SIDE) -> tuple[int, int]:
    """Return height and width that MV-DiT-17B works in for a picture: the nearest of 40 ratios.

    Args:
        height: of the picture.
        width: of the picture.
        side: of a square picture; the table is for 512, other sizes are scaled from it in steps of 32.
    """
    _, rows, columns = min(_TABLE, key=lambda entry: abs(entry[0] - height / width))
    if side == SIDE:
        return rows, columns
    return max(32, round(rows * side / SIDE / 32) * 32), max(32, round(columns * side / SIDE / 32) * 32)


def prepared(picture: NDArray[np.uint8], rows: int, columns: int, fit: Fit = "crop") -> NDArray[np.uint8]:
    """Return a picture, uint8 (H, W, 4) RGBA, as RGB (rows, columns, 3) on white.

    Args:
        picture: the reference picture.
        rows: height of the result in pixels.
        columns: width of the result in pixels.
        fit: "crop" covers the size and cuts what is over; "pad" shows everything, with the colour of its edge around.
    """
    if fit == "crop":
        return on_white(fit_picture(picture, columns, rows, fit="cover"))
    edge = on_white(np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])[None])
    colour = "#{:02X}{:02X}{:02X}".format(*np.median(edge[0], axis=0).astype(int).tolist())
    return on_white(fit_picture(picture, columns, rows, fit="contain", background=colour))


def on_white(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a picture (H, W, 4) RGBA as RGB (H, W, 3), its clear parts white."""
    alpha = picture[..., 3:].astype(np.uint16)
    flat: NDArray[np.uint8] = ((picture[..., :3] * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)
    return flat


def as_tensor(pictures: NDArray[np.uint8]) -> Tensor:
    """Return pictures (F, H, W, 3) as a video tensor (1, 3, F, H, W) in -1..1."""
    return (torch.from_numpy(pictures.astype(np.float32)) / 127.5 - 1).permute(3, 0, 1, 2)[None]


def as_pictures(video: Tensor) -> NDArray[np.uint8]:
    """Return a video tensor (1, 3, F, H, W) in -1..1 as pictures, uint8 (F, H, W, 3)."""
    pixels = ((video[0].float().clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)
    pictures: NDArray[np.uint8] = pixels.permute(1, 2, 3, 0).cpu().numpy()
    return pictures
