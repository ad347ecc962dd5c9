"""Seconds and pixels: what a time's place is, how far zoom may go, where the ruler has its ticks. No widgets."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor

LEAST, MOST = 0.02, 4000.0
"""Pixels for each second: an hour in 72 px, a frame of 24 in 167 px."""

_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 18000, 36000)


@dataclass(frozen=True)
class Scale:
    """How many logical pixels a second takes. Places are whole pixels from the start of the film."""

    per_second: float

    @classmethod
    def clamped(cls, per_second: float) -> "Scale":
        return cls(min(max(per_second, LEAST), MOST))

    def x(self, seconds: float) -> int:
        return floor(seconds * self.per_second + 0.5)

    def seconds(self, x: float) -> float:
        return x / self.per_second

    def frame_at(self, x: float, fps: Fraction) -> int:
        """Return the frame that lies under a place, at least 0."""
        return max(0, floor(x / self.per_second * float(fps) + 1e-6))


def fitting(seconds: float, width: int) -> Scale:
    """Return the scale at which a length fills a width."""
    return Scale.clamped(width / max(seconds, 0.1))


@dataclass(frozen=True)
class Ticks:
    """Ticks of the ruler: a labelled one every ``step`` frames or seconds, with ``parts`` between two of them.

    ``frames`` says whether ``step`` counts frames.
    """

    step: int
    parts: int
    frames: bool

    def seconds(self, fps: Fraction) -> float:
        """Return the distance of two labels in seconds."""
        return float(self.step / fps) if self.frames else float(self.step)


def ticks_for(scale: Scale, fps: Fraction, room: int) -> Ticks:
    """Return the closest ticks whose labels are ``room`` pixels apart or more."""
    rate = max(1, round(fps))
    for count in (1, 2, 4, 6, 12):
        if count < rate and scale.per_second * float(count / fps) >= room:
            return Ticks(count, count, True)
    for step in _STEPS:
        if scale.per_second * step >= room:
            return Ticks(step, 5 if step % 5 == 0 else 4 if step % 4 == 0 else 2, False)
    return Ticks(_STEPS[-1], 2, False)


def time_code(time: Fraction, fps: Fraction) -> str:
    """Return hours, minutes, seconds and frames: ``00:00:14:08``. Frames are counted, none is dropped."""
    rate = max(1, round(fps))
    frame = floor(time * fps + Fraction(1, 1000))
    seconds, rest = divmod(frame, rate)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}:{rest:02d}"


def short_code(seconds: float, fps: Fraction, *, frames: bool) -> str:
    """Return a label of the ruler: ``0:14``, ``1:02:07``, with ``frames`` also the frame: ``0:14:08``."""
    rate = max(1, round(fps))
    frame = round(seconds * float(fps))
    whole, rest = divmod(frame, rate)
    hours, minutes = whole // 3600, whole // 60 % 60
    text = f"{hours}:{minutes:02d}:{whole % 60:02d}" if hours else f"{minutes}:{whole % 60:02d}"
    return f"{text}:{rest:02d}" if frames else text
