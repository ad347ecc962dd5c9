"""Easing: how shape, colour and background go from the first picture to the second."""

from collections.abc import Callable

from scipy.interpolate import PchipInterpolator

from engine.protocol.jobs.morph import Curve

CurveFunction = Callable[[float], float]


def curve_function(curve: Curve) -> CurveFunction:
    """Return the function time 0..1 -> value for a curve.

    "points" are joined by the monotone cubic of Fritsch and Carlson, which never leaves the range of its points.
    """
    match curve.kind:
        case "linear":
            return lambda t: t
        case "smoothstep":
            return lambda t: t * t * (3.0 - 2.0 * t)
        case "ease_in":
            return lambda t: t * t
        case "ease_out":
            return lambda t: t * (2.0 - t)
        case "points":
            times, values = zip(*curve.points, strict=True)
            cubic = PchipInterpolator(times, values)
            return lambda t: float(cubic(t))


def curve_range(curve: Curve) -> tuple[float, float]:
    """Return the smallest and largest value a curve takes, widened to include both pictures (0 and 1)."""
    values = [value for _, value in curve.points]
    return min(0.0, *values, 0.0), max(1.0, *values, 1.0)
