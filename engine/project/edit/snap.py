"""Where things snap to: edges of clips, markers, the playhead, the in and out point, the start."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from engine.project.schema import Project

PointKind = Literal["start", "end", "marker", "playhead", "range", "zero"]


class SnapPoint(NamedTuple):
    """A time that things snap to."""

    time: Fraction
    kind: PointKind


class Snapped(NamedTuple):
    """How far to move so that something snaps, and onto what."""

    by: Fraction
    point: SnapPoint


def snap_points(
    project: Project, *, playhead: Fraction | None = None, without: Collection[str] = ()
) -> tuple[SnapPoint, ...]:
    """Return the points by rising time, one for each time.

    Args:
        project: the project.
        playhead: where it stands.
        without: clips that move and therefore are no points.
    """
    timeline = project.timeline
    found = [SnapPoint(Fraction(0), "zero")]
    for track in timeline.tracks:
        for clip in track.clips:
            if clip.id not in without:
                found += (SnapPoint(clip.start, "start"), SnapPoint(clip.end, "end"))
    found += (SnapPoint(marker.time, "marker") for marker in timeline.markers)
    if timeline.in_out is not None:
        found += (SnapPoint(timeline.in_out.start, "range"), SnapPoint(timeline.in_out.end, "range"))
    if playhead is not None:
        found.append(SnapPoint(playhead, "playhead"))
    return tuple({point.time: point for point in sorted(found)}.values())


def snap(times: Iterable[Fraction], points: Sequence[SnapPoint], reach: Fraction) -> Snapped | None:
    """Return the smallest move that brings one of ``times`` onto a point, None when none lies within ``reach``."""
    best: Snapped | None = None
    for time in times:
        index = bisect_left(points, time, key=lambda point: point.time)
        for point in points[max(0, index - 1) : index + 1]:
            by = point.time - time
            if abs(by) <= reach and (best is None or abs(by) < abs(best.by)):
                best = Snapped(by, point)
    return best
