"""What the 478 landmarks are: regions of the face, their outlines, and which point mirrors which.

"Left" is the person's left, which lies at the right of the picture. The numbering is MediaPipe's.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.project.landmarks import LANDMARK_COUNT

Indices = tuple[int, ...]

RIGHT_EYE: Indices = (33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246)
LEFT_EYE: Indices = (263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466)
RIGHT_EYEBROW: Indices = (46, 53, 52, 65, 55, 107, 66, 105, 63, 70)
LEFT_EYEBROW: Indices = (276, 283, 282, 295, 285, 336, 296, 334, 293, 300)
LIPS_OUTER: Indices = (
    61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185,
)  # fmt: skip
LIPS_INNER: Indices = (
    78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191,
)  # fmt: skip
FACE_OVAL: Indices = (
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
    152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
)  # fmt: skip
JAW: Indices = (323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136, 172, 58, 132, 93)
NOSE: Indices = (
    1, 2, 3, 4, 5, 6, 19, 20, 44, 45, 48, 49, 51, 59, 60, 64, 75, 79, 94, 97, 98, 99, 102, 115, 122, 125, 129, 131,
    134, 141, 166, 168, 193, 195, 196, 197, 198, 209, 218, 219, 220, 235, 237, 238, 239, 240, 241, 242, 248, 250,
    274, 275, 278, 279, 281, 289, 290, 294, 305, 309, 326, 327, 328, 331, 344, 351, 354, 358, 360, 363, 370, 392,
    417, 419, 420, 429, 438, 439, 440, 455, 457, 458, 459, 460, 461, 462,
)  # fmt: skip

_MIDLINE: Indices = (
    0, 1, 2, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 94, 151, 152, 164, 168, 175, 195, 197, 199, 200,
)  # fmt: skip
_FIRST_LEFT = 248
_IRIS_PAIRS = ((468, 473), (469, 476), (470, 475), (471, 474), (472, 477))

STABLE: Indices = (33, 133, 159, 145, 263, 362, 386, 374, 168, 6, 197, 195, 5, 4, 98, 327, 2, 127, 356, 234, 454)
"""Landmarks that expression hardly moves; faces are laid onto each other by them."""


@dataclass(frozen=True)
class Region:
    """A part of the face.

    Attributes:
        key: its name in the program.
        text: what it says; translated when shown.
        points: its landmarks.
    """

    key: str
    text: str
    points: Indices


def _rest(*taken: Indices) -> Indices:
    gone = {index for part in taken for index in part}
    return tuple(index for index in range(LANDMARK_COUNT) if index not in gone)


_PARTS = (
    Region("left_eyebrow", "Left eyebrow", LEFT_EYEBROW),
    Region("right_eyebrow", "Right eyebrow", RIGHT_EYEBROW),
    Region("left_eye", "Left eye", LEFT_EYE),
    Region("right_eye", "Right eye", RIGHT_EYE),
    Region("irises", "Irises", tuple(range(468, 478))),
    Region("nose", "Nose", NOSE),
    Region("lips_outer", "Lips, outer", LIPS_OUTER),
    Region("lips_inner", "Lips, inner", LIPS_INNER),
)
REGIONS: tuple[Region, ...] = (
    *_PARTS,
    Region("cheeks", "Cheeks and forehead", _rest(*(part.points for part in _PARTS), FACE_OVAL)),
    Region("jaw", "Jaw", JAW),
    Region("oval", "Face oval", FACE_OVAL),
)
"""In the order of the list. The jaw is a part of the face oval; all others have no point in common."""

OUTLINES: tuple[Indices, ...] = (
    RIGHT_EYE,
    LEFT_EYE,
    RIGHT_EYEBROW,
    LEFT_EYEBROW,
    LIPS_OUTER,
    LIPS_INNER,
    FACE_OVAL,
)
"""Closed lines that are drawn around parts of the face."""


@lru_cache(maxsize=1)
def mirror_of() -> NDArray[np.intp]:
    """Return for each landmark its partner on the other side of the face; a point of the middle is its own."""
    partner = np.arange(LANDMARK_COUNT, dtype=np.intp)
    right = [index for index in range(_FIRST_LEFT) if index not in _MIDLINE]
    # The model numbers its left half in the order of its right half, after it.
    pairs = [*zip(right, range(_FIRST_LEFT, 468), strict=True), *_IRIS_PAIRS]
    for one, other in pairs:
        partner[one], partner[other] = other, one
    partner.setflags(write=False)
    return partner


@lru_cache(maxsize=1)
def region_of() -> tuple[Region, ...]:
    """Return the region that is named for each landmark: the first of the list that has it."""
    named: list[Region | None] = [None] * LANDMARK_COUNT
    for region in REGIONS:
        for index in region.points:
            named[index] = named[index] or region
    assert all(region is not None for region in named)
    return tuple(region for region in named if region is not None)


def region(key: str) -> Region:
    """Return the region of a key. Raises KeyError when there is none."""
    for each in REGIONS:
        if each.key == key:
            return each
    raise KeyError(key)
