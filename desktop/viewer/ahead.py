"""Which frames of a film will be shown next, and which of them play."""

from fractions import Fraction
from math import floor

from engine.project.schema import Project


def last_frame(project: Project) -> int:
    """Return the number of a film's last frame; 0 for an empty one."""
    return max(0, -floor(-project.timeline.duration * project.settings.fps) - 1)


def range_frames(project: Project) -> tuple[int, int] | None:
    """Return the first and last frame between the in and out point, None without them."""
    chosen, fps = project.timeline.in_out, project.settings.fps
    if chosen is None:
        return None
    first, end = -floor(-chosen.start * fps), -floor(-chosen.end * fps)
    return first, max(first, min(end - 1, last_frame(project)))


def frames_ahead(start: int, speed: int, bounds: tuple[int, int], count: int, *, loops: bool) -> list[int]:
    """Return the frames that are due next, in the order in which they are.

    Args:
        start: the frame that is due now.
        speed: frames by which each step goes on; negative plays back, 0 counts as 1.
        bounds: first and last frame that play.
        count: how many steps to look ahead.
        loops: go on at the other end.
    """
    step, (first, last) = speed or 1, bounds
    inside = [frame for frame in (start + index * step for index in range(count)) if first <= frame <= last]
    if loops and len(inside) < count:
        origin = first if step > 0 else last
        again = (origin + index * step for index in range(count - len(inside)))
        inside += [frame for frame in again if first <= frame <= last]
    return inside


def sample_of(frame: int, fps: Fraction, rate: int) -> int:
    """Return the sample at which a frame begins, the nearest one."""
    return round(frame / fps * rate)
