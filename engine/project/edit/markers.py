"""Markers, and the in and out point."""

from fractions import Fraction

from msgspec.structs import replace

from engine.project.edit import frames
from engine.project.edit.find import refuse, with_timeline
from engine.project.fields import MAX_SECONDS, new_id
from engine.project.folder import one_line
from engine.project.schema import Project
from engine.project.timeline import Marker, Range


def add_marker(project: Project, at: Fraction, name: str = "", colour: str = "#3DB8AE") -> Project:
    """Set a marker at a time, rounded to a frame. A marker that stands there already stays alone."""
    time = _time(project, at)
    markers = project.timeline.markers
    if any(marker.time == time for marker in markers):
        return project
    return _with_markers(project, (*markers, Marker(id=new_id(), time=time, name=one_line(name), colour=colour)))


def change_marker(
    project: Project,
    marker_id: str,
    *,
    at: Fraction | None = None,
    name: str | None = None,
    colour: str | None = None,
) -> Project:
    """Move, name or colour a marker. Raises PortraitsError (USAGE) when it is gone."""
    if all(marker.id != marker_id for marker in project.timeline.markers):
        refuse("The marker is no longer on the timeline.")

    def changed(marker: Marker) -> Marker:
        return Marker(
            id=marker.id,
            time=marker.time if at is None else _time(project, at),
            name=marker.name if name is None else one_line(name),
            colour=marker.colour if colour is None else colour,
        )

    markers = project.timeline.markers
    return _with_markers(project, tuple(changed(each) if each.id == marker_id else each for each in markers))


def remove_marker(project: Project, marker_id: str) -> Project:
    """Remove a marker."""
    return _with_markers(project, tuple(each for each in project.timeline.markers if each.id != marker_id))


def neighbour(project: Project, time: Fraction, *, forward: bool) -> Marker | None:
    """Return the next marker after a time, or the last one before it."""
    if forward:
        return min((each for each in project.timeline.markers if each.time > time), key=_marker_time, default=None)
    return max((each for each in project.timeline.markers if each.time < time), key=_marker_time, default=None)


def set_in(project: Project, at: Fraction) -> Project:
    """Set the in point; an out point before it is cleared to the end of the film."""
    start = _time(project, at)
    old = project.timeline.in_out
    end = old.end if old is not None and old.end > start else _end(project, start)
    return with_timeline(project, replace(project.timeline, in_out=Range(start=start, end=end)))


def set_out(project: Project, at: Fraction) -> Project:
    """Set the out point, which is the time after the last frame; an in point behind it goes to the start."""
    end = max(frames.one(project.settings.fps), _time(project, at))
    old = project.timeline.in_out
    start = old.start if old is not None and old.start < end else Fraction(0)
    return with_timeline(project, replace(project.timeline, in_out=Range(start=start, end=end)))


def clear_in(project: Project) -> Project:
    """Let the range begin at 0; nothing is left of a range that then is the whole film."""
    return _cleared(project, keep_start=False)


def clear_out(project: Project) -> Project:
    """Let the range end with the film."""
    return _cleared(project, keep_start=True)


def _cleared(project: Project, *, keep_start: bool) -> Project:
    old = project.timeline.in_out
    if old is None:
        return project
    start = old.start if keep_start else Fraction(0)
    end = _end(project, start) if keep_start else old.end
    whole = start == 0 and end >= project.timeline.duration
    found = None if whole else Range(start=start, end=end)
    return with_timeline(project, replace(project.timeline, in_out=found))


def _time(project: Project, at: Fraction) -> Fraction:
    fps = project.settings.fps
    return min(max(Fraction(0), frames.nearest(at, fps)), frames.at_or_before(MAX_SECONDS, fps))


def _end(project: Project, start: Fraction) -> Fraction:
    fps = project.settings.fps
    return max(frames.at_or_after(project.timeline.duration, fps), start + frames.one(fps))


def _with_markers(project: Project, markers: tuple[Marker, ...]) -> Project:
    ordered = tuple(sorted(markers, key=lambda marker: (marker.time, marker.id)))
    return with_timeline(project, replace(project.timeline, markers=ordered))


def _marker_time(marker: Marker) -> Fraction:
    return marker.time
