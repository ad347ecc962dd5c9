"""Drags on the timeline: each turns a place of the pointer into an edit, shown before it is done. No widgets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from desktop.timeline.scale import Scale, time_code
from desktop.widgets.numbers import number_text, signed_number
from desktop.widgets.words import tr
from engine.project.clips import AnyClip, FadingClip, MorphClip, SoundClip
from engine.project.edit import frames, markers, values
from engine.project.edit.move import move
from engine.project.edit.snap import SnapPoint, snap, snap_points
from engine.project.edit.trim import Edge, ripple_trim, roll, slip, trim
from engine.project.schema import Project

Edit = Callable[[Project], Project]


@dataclass(frozen=True)
class Pointer:
    """Where the pointer is.

    Attributes:
        time: seconds, not rounded.
        row: number of the row under it, or the nearest one.
        gain: gain in dB at this height of its row.
        ripple: Shift is held.
        second: Ctrl (Cmd) is held: insert, or roll.
    """

    time: Fraction
    row: int
    gain: float = 0.0
    ripple: bool = False
    second: bool = False


@dataclass(frozen=True)
class Outcome:
    """What a drag would do now.

    Attributes:
        edit: the edit, None while there is nothing to do.
        snapped: the time something snaps to.
        words: what is told beside the pointer and in the tool bar.
    """

    edit: Edit | None
    snapped: Fraction | None = None
    words: str = ""


class Gesture(Protocol):
    """A drag from the press to the release."""

    label: str

    def at(self, pointer: Pointer) -> Outcome:
        """Return what the drag would do if it ended here."""


class Snapping:
    """Finds what a drag snaps to.

    Args:
        project: the film.
        playhead: where it stands.
        without: clips that move.
        scale: how wide time is.
        reach: pixels.
        on: whether anything snaps.
    """

    def __init__(
        self, project: Project, playhead: Fraction, without: Sequence[str], scale: Scale, reach: int, on: bool
    ) -> None:
        self.fps = project.settings.fps
        self._points: tuple[SnapPoint, ...] = snap_points(project, playhead=playhead, without=without) if on else ()
        self._reach = Fraction(reach / scale.per_second).limit_denominator(10**6)

    def move(self, times: Sequence[Fraction], by: Fraction) -> tuple[Fraction, Fraction | None]:
        """Return by how much to move so that one of ``times`` snaps, and onto what."""
        found = snap([time + by for time in times], self._points, self._reach)
        return (by + found.by, found.point.time) if found is not None else (frames.nearest(by, self.fps), None)

    def place(self, time: Fraction) -> tuple[Fraction, Fraction | None]:
        """Return the time to use for one that is being pointed at, and what it snapped to."""
        found = snap((time,), self._points, self._reach)
        return (found.point.time, found.point.time) if found is not None else (frames.nearest(time, self.fps), None)


class Move:
    """Moves the chosen clips; with Ctrl they are inserted where they land."""

    def __init__(self, project: Project, clip_ids: tuple[str, ...], start: Pointer, snapping: Snapping) -> None:
        self.label = tr("Move clip") if len(clip_ids) == 1 else tr("Move {n} clips", n=len(clip_ids))
        self._ids, self._start, self._snapping = clip_ids, start, snapping
        chosen = set(clip_ids)
        moving = [clip for track in project.timeline.tracks for clip in track.clips if clip.id in chosen]
        self._edges = [edge for clip in moving for edge in (clip.start, clip.end)]
        self._first = min(self._edges, default=Fraction(0))

    def at(self, pointer: Pointer) -> Outcome:
        by, snapped = self._snapping.move(self._edges, pointer.time - self._start.time)
        by = max(by, -self._first)
        rows = pointer.row - self._start.row
        if by == 0 and rows == 0:
            return Outcome(None, snapped)
        landing = "insert" if pointer.second else "overlap"
        words = _signed(by, self._snapping.fps)
        if pointer.second:
            words = tr("Insert · {time}", time=words)
        ids = self._ids
        return Outcome(lambda p: move(p, ids, by=by, rows=rows, landing=landing), snapped, words)  # type: ignore[arg-type]


class Trim:
    """Drags an end of a clip; with Shift what follows moves along, with Ctrl the neighbour gives or takes."""

    def __init__(self, clip: AnyClip, edge: Edge, neighbour: AnyClip | None, snapping: Snapping) -> None:
        self.label = tr("Trim clip")
        self._clip, self._edge, self._neighbour, self._snapping = clip, edge, neighbour, snapping

    def at(self, pointer: Pointer) -> Outcome:
        to, snapped = self._snapping.place(pointer.time)
        clip, edge, other = self._clip, self._edge, self._neighbour
        own = clip.start if edge == "start" else clip.end
        words = _signed(to - own, self._snapping.fps)
        if pointer.second and other is not None and not isinstance(clip, MorphClip):
            pair = (other.id, clip.id) if edge == "start" else (clip.id, other.id)
            return Outcome(lambda p: roll(p, *pair, to), snapped, tr("Roll · {time}", time=words))
        if pointer.ripple:
            return Outcome(lambda p: ripple_trim(p, clip.id, edge, to), snapped, tr("Ripple · {time}", time=words))
        return Outcome(lambda p: trim(p, clip.id, edge, to), snapped, words)


class Slip:
    """Drags another part of the file under a clip that stays."""

    label = ""

    def __init__(self, clip: AnyClip, start: Pointer, fps: Fraction) -> None:
        self.label = tr("Slip clip")
        self._clip, self._start, self._fps = clip, start, fps

    def at(self, pointer: Pointer) -> Outcome:
        # Dragging to the right brings what comes earlier.
        by = frames.nearest(self._start.time - pointer.time, self._fps) * getattr(self._clip, "speed", 1)
        clip = self._clip
        if by == 0:
            return Outcome(None)
        return Outcome(lambda p: slip(p, clip.id, by), None, tr("Slip · {time}", time=_signed(by, self._fps)))


class Fade:
    """Drags the handle of a fade."""

    def __init__(self, clip: FadingClip, rising: bool, fps: Fraction) -> None:
        self.label = tr("Change fade")
        self._clip, self._rising, self._fps = clip, rising, fps

    def at(self, pointer: Pointer) -> Outcome:
        clip = self._clip
        raw = pointer.time - clip.start if self._rising else clip.end - pointer.time
        length = min(max(Fraction(0), frames.nearest(raw, self._fps)), clip.duration)
        words = tr("Fade · {n} s", n=number_text(float(length), 2))
        if self._rising:
            return Outcome(lambda p: values.set_fades(p, (clip.id,), fade_in=length), None, words)
        return Outcome(lambda p: values.set_fades(p, (clip.id,), fade_out=length), None, words)


class Gain:
    """Drags the gain line of sounds."""

    def __init__(self, clip: SoundClip, clip_ids: tuple[str, ...]) -> None:
        self.label = tr("Change gain")
        self._ids = clip_ids if clip.id in clip_ids else (clip.id,)

    def at(self, pointer: Pointer) -> Outcome:
        # Near 0 dB the line rests there: that is what most want.
        gain = 0.0 if abs(pointer.gain) < 1.0 else pointer.gain
        ids = self._ids
        return Outcome(lambda p: values.set_values(p, ids, gain_db=gain), None, f"{signed_number(gain, 1)} dB")


class MoveMarker:
    """Drags a marker along the ruler."""

    def __init__(self, marker_id: str, snapping: Snapping) -> None:
        self.label = tr("Move marker")
        self._id, self._snapping = marker_id, snapping

    def at(self, pointer: Pointer) -> Outcome:
        to, snapped = self._snapping.place(max(Fraction(0), pointer.time))
        marker_id = self._id
        words = time_code(to, self._snapping.fps)
        return Outcome(lambda p: markers.change_marker(p, marker_id, at=to), snapped, words)


def _signed(by: Fraction, fps: Fraction) -> str:
    """Return a change such as ``+0:00:12``, seconds and frames."""
    rate = max(1, round(fps))
    count = abs(round(by * fps))
    sign = "+" if by >= 0 else "\N{MINUS SIGN}"
    return f"{sign}{count // rate}:{count % rate:02d}"
