"""Notices joints that are given in another unit than millimetres."""

import numpy as np

from engine.animation.motion import Joints
from engine.animation.skeleton import NECK, PELVIS

_METRES_BELOW = 5.0
_CENTIMETRES_BELOW = 120.0


def trunk_length(joints: Joints) -> float:
    """Return the median distance from pelvis to neck over the finite frames of (T, 24, 3), 0 when there is none."""
    finite = joints[np.isfinite(joints).all(axis=(1, 2))].astype(np.float64)
    lengths = np.linalg.norm(finite[:, NECK] - finite[:, PELVIS], axis=-1)
    return float(np.median(lengths)) if len(lengths) else 0.0


def to_millimetres(joints: Joints, source: str) -> tuple[Joints, str]:
    """Return the joints in millimetres, and a sentence when that needed a conversion.

    A trunk is 350 to 650 mm long: below 5 the numbers are metres, below 120 they are centimetres.
    """
    length = trunk_length(joints)
    if 0 < length < _METRES_BELOW:
        return joints * np.float32(1000), f"The joints of {source!r} are in metres and were turned into millimetres."
    if 0 < length < _CENTIMETRES_BELOW:
        return joints * np.float32(10), f"The joints of {source!r} are in centimetres and were turned into millimetres."
    return joints, ""
