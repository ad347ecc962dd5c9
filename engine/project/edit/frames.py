"""The frame grid: where edits land."""

from fractions import Fraction
from math import ceil, floor


def nearest(time: Fraction, fps: Fraction) -> Fraction:
    """Return the frame boundary that is nearest to a time; halves go up."""
    return floor(time * fps + Fraction(1, 2)) / fps


def at_or_after(time: Fraction, fps: Fraction) -> Fraction:
    """Return the first frame boundary that is not before a time."""
    return ceil(time * fps) / fps


def at_or_before(time: Fraction, fps: Fraction) -> Fraction:
    """Return the last frame boundary that is not after a time."""
    return floor(time * fps) / fps


def one(fps: Fraction) -> Fraction:
    """Return the length of a frame in seconds."""
    return 1 / fps
