"""Which clips of a track may overlap."""

from collections.abc import Sequence
from itertools import pairwise

from engine.project.clips import AnyClip


def is_sound(clips: Sequence[AnyClip]) -> bool:
    """Whether these neighbours overlap as a track's clips may (see :mod:`engine.project.validate`)."""
    for earlier, later in pairwise(clips):
        if later.start <= earlier.start or later.end <= earlier.end:
            return False
    return all(third.start >= first.end for first, third in zip(clips, clips[2:], strict=False))
