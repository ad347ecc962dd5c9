"""Lengths and sizes that the shot models can make, and the windows of a long shot. Arithmetic only."""

from fractions import Fraction
from typing import NamedTuple

MULTIPLE = 16
"""Sides are multiples of this: a token is 2 x 2 latent pixels, and a latent pixel 8 x 8 pixels."""

FRAMES_PER_LATENT = 4
"""The first frame has a latent frame of its own; each further one stands for four frames."""

BLOCK = 5
"""Latent frames that are denoised together in the asynchronous mode."""

STRIP_FRAMES = 4
"""A preview of a shot is a strip of so many frames of the window at work, side by side from its first to its last."""

PROMPT_TOKENS = 512
"""Tokens of a prompt that the models read."""

LEAST_SIDE = 32
MOST_SIDE = 2048
LEAST_FRAMES = 5
MOST_FRAMES = 1441
"""A minute at 24 frames per second."""


class Window(NamedTuple):
    """A stretch of a long shot that is made in one go, in frames of the shot.

    Attributes:
        start: its first frame.
        frames: how many it has, 4k + 1.
        overlap: how many of them, from its first, the window before has made; 0 for the first window.
    """

    start: int
    frames: int
    overlap: int

    @property
    def end(self) -> int:
        """The frame after its last one."""
        return self.start + self.frames


def legal_side(side: float) -> int:
    """Return the nearest side that a model can make, in pixels."""
    return min(max(round(side / MULTIPLE) * MULTIPLE, LEAST_SIDE), MOST_SIDE)


def legal_half(side: int) -> int:
    """Return the largest legal side that is no more than half of another one."""
    return max(side // 2 // MULTIPLE * MULTIPLE, LEAST_SIDE)


def legal_frames(frames: float, *, asynchronous: bool = False) -> int:
    """Return the nearest number of frames that a model can make: 4k + 1, or 20k - 3 in the asynchronous mode.

    Halves are rounded up: 7 becomes 9.
    """
    step, rest = (FRAMES_PER_LATENT * BLOCK, -3) if asynchronous else (FRAMES_PER_LATENT, 1)
    least = step + rest
    most = (MOST_FRAMES - rest) // step * step + rest
    nearest = int((frames - rest) / step + 0.5) * step + rest
    return min(max(nearest, least), most)


def seconds_of(frames: int, fps: Fraction) -> Fraction:
    """Return how long so many frames are shown."""
    return frames / fps


def latent_frames(frames: int) -> int:
    """Return how many latent frames stand for so many frames (4k + 1)."""
    return (frames - 1) // FRAMES_PER_LATENT + 1


def windows_of(frames: int, window: int, overlap: int) -> tuple[Window, ...]:
    """Cut a shot into windows. The last is as long as what is left.

    Args:
        frames: of the whole shot, 4k + 1.
        window: frames of one window, 4k + 1.
        overlap: frames that neighbours share, 4k + 1 and less than ``window``.
    """
    found = [Window(0, min(frames, window), 0)]
    while (end := found[-1].end) < frames:
        found.append(Window(end - overlap, min(window, frames - end + overlap), overlap))
    return tuple(found)
