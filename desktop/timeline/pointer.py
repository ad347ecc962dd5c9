"""The pointer on the timeline: choosing, moving, trimming, fades, gain, markers, and the playhead."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent

from desktop.timeline.drops import DropView
from desktop.timeline.gestures import Edit, Fade, Gain, Gesture, Move, MoveMarker, Outcome, Pointer, Slip, Trim
from desktop.timeline.paint import head_buttons
from desktop.timeline.rows import HEADS, RULER, Hit, Part
from desktop.widgets.engine_words import what_text
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.project.clips import FadingClip, MovieClip, SoundClip
from engine.project.edit.split import split
from engine.protocol.errors import PortraitsError

_DRAG_START = 4


class TimelineCanvas(DropView):
    """The timeline as a person works on it. Edits are asked for by ``edited`` and done elsewhere."""

    edited = Signal(object, object)
    """args: str label, edit (a function from one project to the next)."""

    switched = Signal(object, object)
    """args: id of a track, name of its switch that was pressed."""

    opened = Signal(object)
    """arg: id of a clip that was double-clicked."""

    scrubbing = Signal(object)
    """arg: bool, whether the playhead is being dragged."""

    hinted = Signal(object)
    """arg: str, what a drag does now; "" when it is over."""

    menu_wanted = Signal(object, object)
    """args: QPoint on the screen, id of the track under it or ""."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        self._pressed: QPoint | None = None
        self._waiting: Callable[[], Gesture] | None = None
        self._gesture: Gesture | None = None
        self._outcome = Outcome(None)
        self._narrow: str = ""
        self._scrubs = False
        self._band_before: tuple[str, ...] = ()

    # Pressing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setProperty("ring", False)
        if event.button() is not Qt.MouseButton.LeftButton:
            if event.button() is Qt.MouseButton.RightButton:
                self._choose_for_menu(event.position())
            return
        place = event.position()
        self._pressed = place.toPoint()
        if place.x() < theme().px(HEADS):
            self._press_head(place)
        elif place.y() < theme().px(RULER):
            self._press_ruler(place)
        else:
            self._press_rows(place, event.modifiers())

    def _press_head(self, place: QPointF) -> None:
        number = self.row_at(place.y()) if place.y() >= theme().px(RULER) else None
        if number is None:
            return
        row = self.rows[number]
        for name, rect in head_buttons(self.view(), row).items():
            if rect.contains(place.toPoint()):
                self.switched.emit(row.track.id, name)
                return
        self.target_track = row.track.id
        self.viewport().update()

    def _press_ruler(self, place: QPointF) -> None:
        marker = self.marker_at(place)
        if marker is not None:
            self._waiting = lambda: MoveMarker(marker.id, self.snapping(()))
            return
        self._scrubs = True
        self.scrubbing.emit(True)
        self._scrub(place)

    def _press_rows(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        found = self.hit_at(place)
        if found is None:
            self._band_before = self.selection.ids if modifiers & Qt.KeyboardModifier.ShiftModifier else ()
            self.selection.choose(self._band_before)
            self.band = QRect(place.toPoint(), place.toPoint())
            return
        track = self.rows[found.row].track
        self.target_track = track.id
        if track.locked:
            self.hinted.emit(tr("This track is locked."))
            return
        if self.tool == "cut":
            self._cut(place, found)
            return
        self._select(found, modifiers)
        start = self.pointer_at(place, modifiers)
        self._waiting = lambda: self._start(found, start)

    def _select(self, found: Hit, modifiers: Qt.KeyboardModifier) -> None:
        clip_id = found.clip.id
        self._narrow = ""
        if modifiers & Qt.KeyboardModifier.ControlModifier and found.part is Part.BODY:
            self.selection.toggle(clip_id)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier and found.part is Part.BODY:
            self._select_span(found)
        elif clip_id not in self.selection:
            self.selection.choose((clip_id,))
        else:
            # A press on one of several chosen clips may be the start of a drag of all; the release narrows it.
            self._narrow = clip_id

    def _select_span(self, found: Hit) -> None:
        """Choose everything on the track between what is chosen there and this clip."""
        clips = self.rows[found.row].track.clips
        chosen = [index for index, clip in enumerate(clips) if clip.id in self.selection]
        index = clips.index(found.clip)
        first, last = min([*chosen, index]), max([*chosen, index])
        self.selection.choose((*self.selection.ids, *(clip.id for clip in clips[first : last + 1])))

    def _start(self, found: Hit, start: Pointer) -> Gesture:
        clip, fps = found.clip, self.project.settings.fps
        if found.part in (Part.FADE_IN, Part.FADE_OUT) and isinstance(clip, FadingClip):
            return Fade(clip, found.part is Part.FADE_IN, fps)
        if found.part is Part.GAIN and isinstance(clip, SoundClip):
            return Gain(clip, self.selection.ids)
        if self.tool == "slip" and isinstance(clip, MovieClip | SoundClip):
            return Slip(clip, start, fps)
        if found.part in (Part.START, Part.END):
            return self._trim(found)
        return Move(self.project, self.selection.ids, start, self.snapping(self.selection.ids))

    def _trim(self, found: Hit) -> Gesture:
        clips = self.rows[found.row].track.clips
        index = clips.index(found.clip)
        if found.part is Part.START:
            neighbour = clips[index - 1] if index > 0 else None
            return Trim(found.clip, "start", neighbour, self.snapping((found.clip.id,)))
        neighbour = clips[index + 1] if index + 1 < len(clips) else None
        return Trim(found.clip, "end", neighbour, self.snapping((found.clip.id,)))

    def _cut(self, place: QPointF, found: Hit) -> None:
        time, _ = self.snapping(()).place(self.pointer_at(place, Qt.KeyboardModifier.NoModifier).time)
        clip_id = found.clip.id
        self.edited.emit(tr("Split clip"), lambda project: split(project, time, (clip_id,)))

    # Moving

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._scrubs:
            self._scrub(place)
        elif self.band is not None and self._pressed is not None:
            self.band = QRect(self._pressed, place.toPoint()).normalized()
            self._choose_band()
        elif self._waiting is not None and self._pressed is not None:
            if (place.toPoint() - self._pressed).manhattanLength() >= _DRAG_START:
                self._gesture, self._waiting = self._waiting(), None
                self.dragged = frozenset(self.selection.ids)
        elif self._pressed is None:
            self.hover(place)
        if self._gesture is not None:
            self._drag(place, event.modifiers())

    def _drag(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        assert self._gesture is not None
        outcome = self._gesture.at(self.pointer_at(place, modifiers))
        shown = self.project
        if outcome.edit is not None:
            try:
                shown = outcome.edit(self.project)
            except PortraitsError as error:
                outcome = replace(outcome, edit=None, words=what_text(error.failure))
        self._outcome = outcome
        self.snapped = outcome.snapped
        self.hint, self.hint_at = outcome.words, place.toPoint()
        self.preview(shown)
        self.hinted.emit(outcome.words)

    def _scrub(self, place: QPointF) -> None:
        frame = self.scale.frame_at(place.x() - self.view().x(0.0), self.project.settings.fps)
        self.playhead.go_to(frame / self.project.settings.fps)

    def _choose_band(self) -> None:
        assert self.band is not None
        view, found = self.view(), []
        for row in self.rows:
            top = view.y(row)
            if row.track.locked or top > self.band.bottom() or top + row.height < self.band.top():
                continue
            clips = row.track.clips
            first, last = view.seconds(self.band.left()), view.seconds(self.band.right())
            found += [clips[index].id for index in row.between(first, last)]
        self.selection.choose((*self._band_before, *found))
        self.viewport().update()

    # Releasing

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        gesture, outcome = self._gesture, self._outcome
        if self._waiting is not None and self._narrow and self._gesture is None:
            self.selection.choose((self._narrow,))
        self._end()
        if gesture is not None and outcome.edit is not None:
            edit: Edit = outcome.edit
            self.edited.emit(gesture.label, edit)

    def _end(self) -> None:
        """Leave whatever goes on, without doing it."""
        scrubbed = self._scrubs
        self._pressed, self._waiting, self._gesture, self._narrow = None, None, None, ""
        self._scrubs = False
        self._outcome = Outcome(None)
        self.band, self.snapped, self.hint, self.dragged = None, None, "", frozenset()
        if self.shown is not self.project:
            self.preview(self.project)
        self.hinted.emit("")
        self.viewport().update()
        if scrubbed:
            self.scrubbing.emit(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.hit_at(event.position())
        if found is not None:
            self.opened.emit(found.clip.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.setProperty("ring", True)
        if event.key() == Qt.Key.Key_Escape and (self._gesture is not None or self.band is not None):
            self._end()
        elif event.key() == Qt.Key.Key_Escape and self.selection.ids:
            self.selection.choose(())
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        self.setProperty("ring", event.reason() in by_key)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.hovered and self._gesture is None:
            self.hovered = ""
            self.viewport().update()

    # The menu

    def _choose_for_menu(self, place: QPointF) -> None:
        found = self.hit_at(place)
        if found is not None and found.clip.id not in self.selection and not self.rows[found.row].track.locked:
            self.selection.choose((found.clip.id,))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        number = self.row_at(event.pos().y()) if event.pos().y() >= theme().px(RULER) else None
        track = self.rows[number].track.id if number is not None else ""
        self.target_track = track or self.target_track
        self.menu_wanted.emit(event.globalPos(), track)
