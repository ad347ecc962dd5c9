"""The value of a clip's property at a time, the same for the viewer's drawing and for the film."""

from bisect import bisect_right
from fractions import Fraction

from engine.project.clips import Interpolation, Keyframe


def value_at(keys: tuple[Keyframe, ...], own: float, time: Fraction) -> float:
    """Return a property's value.

    Args:
        keys: its keyframes by rising time; without any the property is constant.
        own: the clip's own value, used without keyframes.
        time: seconds from the clip's start. Before the first keyframe and after the last one their values hold.
    """
    if not keys:
        return own
    after = bisect_right(keys, time, key=lambda key: key.time)
    if after == 0:
        return keys[0].value
    if after == len(keys):
        return keys[-1].value
    earlier, later = keys[after - 1], keys[after]
    part = float((time - earlier.time) / (later.time - earlier.time))
    return earlier.value + (later.value - earlier.value) * eased(earlier.curve, part)


def eased(curve: Interpolation, part: float) -> float:
    """Return how much of the way is done, 0..1, when ``part`` 0..1 of the time has passed."""
    match curve:
        case "linear":
            return part
        case "smoothstep":
            return part * part * (3.0 - 2.0 * part)
        case "ease_in":
            return part * part
        case "ease_out":
            return part * (2.0 - part)
        case "hold":
            return 0.0
