"""The curves of a training as they are shown: which there are, their axes, their numbers in words."""

import math
from dataclasses import dataclass
from enum import Enum

from desktop.training.run import ERROR
from desktop.widgets.numbers import localised, number_text
from desktop.widgets.words import clock

Places = list[tuple[float, float]]
"""(place along the axis, value), in order."""

_TIME_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400)


@dataclass(frozen=True)
class CurveSpec:
    """What a curve is.

    Attributes:
        name: in the run's file.
        title: above it; translated when shown, as are the next two.
        meaning: a few words beside the title.
        unit: behind the newest value.
        tone: a colour token, or the kind of clip whose line colour it has.
        smooths: whether the raw line is faint and a smoothed one lies over it.
        digits: of the newest value; -1 for as few as say it.
        log: whether the height is logarithmic.
    """

    name: str
    title: str
    meaning: str
    unit: str = ""
    tone: str = "accent"
    smooths: bool = True
    digits: int = -1
    log: bool = False


def nice_ticks(low: float, high: float, count: int = 4) -> list[float]:
    """Return round numbers between two values, about so many."""
    span = high - low
    if not span > 0 or not math.isfinite(span):
        return [low] if math.isfinite(low) else []
    raw = span / max(1, count)
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= raw - 1e-12)
    first = math.ceil(low / step - 1e-9)
    return [index * step for index in range(first, math.floor(high / step + 1e-9) + 1)]


def figure(value: float, digits: int = -1) -> str:
    """Return a value in few figures: ``0.031``, ``27.1``, ``1 204``, ``2e-4``."""
    if digits >= 0:
        return number_text(value, digits)
    size = abs(value)
    if size >= 1000 or value == round(value):
        return number_text(value)
    if 0 < size < 1e-3:
        mantissa, _, power = f"{value:.1e}".partition("e")
        return f"{localised(mantissa.removesuffix('.0'))}e{int(power)}"
    return number_text(value, 1) if size >= 10 else localised(f"{value:.3g}")


CURVES = (
    CurveSpec("loss", "Loss", "training, smoothed", digits=3, log=True),
    CurveSpec(ERROR, "Reconstruction error", "unseen clips", "mm", "animation", smooths=False, digits=1),
    CurveSpec("perplexity", "Perplexity", "how evenly codes are used", tone="morph", digits=0),
    CurveSpec("used", "Used codes", "dead ones are set again", tone="voice", smooths=False, digits=0),
)


class Axis(Enum):
    """What lies along the curves."""

    STEPS = "steps"
    TIME = "time"
    """Seconds of training; pauses do not count."""

    def words(self, place: float) -> str:
        """Return a place in few figures: ``2 000``, ``0:42``."""
        return figure(place) if self is Axis.STEPS else clock(place)

    def ticks(self, last: float, count: int) -> list[float]:
        """Return round places from 0 to ``last``, about so many."""
        if self is Axis.STEPS:
            return nice_ticks(0, last, count)
        step = next((each for each in _TIME_STEPS if each * count >= last), None)
        if step is None:
            return [86_400 * day for day in nice_ticks(0, last / 86_400, count)]
        return [float(place) for place in range(0, int(last) + 1, step)]


def smoothed(points: Places, over: int = 9) -> Places:
    """Return the running mean over a few points around each."""
    half, result = over // 2, []
    sums = [0.0]
    for _, value in points:
        sums.append(sums[-1] + value)
    for index, (step, _) in enumerate(points):
        low, high = max(0, index - half), min(len(points), index + half + 1)
        result.append((step, (sums[high] - sums[low]) / (high - low)))
    return result
