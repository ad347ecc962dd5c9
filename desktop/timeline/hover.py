"""What lies under the pointer: clips and their parts, markers, and what the pointer says about them."""

from fractions import Fraction

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from desktop.timeline.canvas import TimelineView
from desktop.timeline.gestures import Pointer, Snapping
from desktop.timeline.paint import head_buttons, marker_width, switch_name
from desktop.timeline.rows import HEADS, RULER, Hit, Part, gain_at, hit
from desktop.timeline.scale import time_code
from desktop.timeline.words import clip_name, kind_of
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.project.clips import AnyClip
from engine.project.timeline import Marker

_SNAP_REACH = 8
_CURSORS = {
    Part.START: Qt.CursorShape.SizeHorCursor,
    Part.END: Qt.CursorShape.SizeHorCursor,
    Part.FADE_IN: Qt.CursorShape.PointingHandCursor,
    Part.FADE_OUT: Qt.CursorShape.PointingHandCursor,
    Part.GAIN: Qt.CursorShape.SizeVerCursor,
    Part.BODY: Qt.CursorShape.ArrowCursor,
}


class HoverView(TimelineView):
    """The timeline that knows what is under a place."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.tool = "select"
        self.snaps = True

    def hit_at(self, place: QPointF) -> Hit | None:
        """Return the clip and its part at a place."""
        number = self.row_at(place.y()) if place.y() >= theme().px(RULER) else None
        if number is None or place.x() < theme().px(HEADS):
            return None
        row, view = self.rows[number], self.view()
        x = place.x() - view.x(0.0)
        y = place.y() - view.y(row)
        handles = {*self.selection.ids, self.hovered}
        return hit(row, number, self.scale, x, y, theme().px, handles=handles)

    def pointer_at(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> Pointer:
        """Return what a gesture needs to know about a place."""
        view = self.view()
        seconds = Fraction(view.seconds(place.x())).limit_denominator(10**6)
        number = self.row_at(place.y())
        if number is None:
            number = 0 if place.y() < theme().px(RULER) else max(0, len(self.rows) - 1)
        gain = 0.0
        if len(self.rows):
            row = self.rows[number]
            gain = gain_at(place.y() - view.y(row), row.height, theme().px)
        return Pointer(
            seconds,
            number,
            gain,
            ripple=bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
            second=bool(modifiers & Qt.KeyboardModifier.ControlModifier),
        )

    def snapping(self, without: tuple[str, ...]) -> Snapping:
        """Return what edges may snap to, without some clips."""
        reach = theme().px(_SNAP_REACH)
        return Snapping(self.project, self.playhead.time, without, self.scale, reach, self.snaps)

    def marker_at(self, place: QPointF) -> Marker | None:
        """Return the marker whose name is at a place in the ruler."""
        if not 0 <= place.y() < theme().px(17):
            return None
        view = self.view()
        for marker in reversed(self.project.timeline.markers):
            left = view.x(float(marker.time))
            if left - 2 <= place.x() <= left + marker_width(marker):
                return marker
        return None

    def hover(self, place: QPointF) -> None:
        """Show the cursor of what is under a place."""
        found = self.hit_at(place)
        name = found.clip.id if found is not None else ""
        if name != self.hovered:
            self.hovered = name
            self.viewport().update()
        locked = found is not None and self.rows[found.row].track.locked
        if found is None or locked:
            ruler = place.y() < theme().px(RULER) and place.x() > theme().px(HEADS)
            cursor = Qt.CursorShape.PointingHandCursor if ruler else Qt.CursorShape.ArrowCursor
        elif self.tool == "cut":
            cursor = Qt.CursorShape.IBeamCursor
        elif self.tool == "slip" and found.part is Part.BODY:
            cursor = Qt.CursorShape.SplitHCursor
        else:
            cursor = _CURSORS[found.part]
        self.viewport().setCursor(cursor)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def _tip(self, place: QPointF) -> str:
        number = self.row_at(place.y()) if place.y() >= theme().px(RULER) else None
        if place.x() < theme().px(HEADS):
            if number is None:
                return ""
            buttons = head_buttons(self.view(), self.rows[number])
            return next((switch_name(name) for name, rect in buttons.items() if rect.contains(place.toPoint())), "")
        found = self.hit_at(place)
        return self._describe(found.clip) if found is not None else ""

    def _describe(self, clip: AnyClip) -> str:
        fps = self.project.settings.fps
        name = clip_name(clip, self.project.media_by_id())
        frames = round(clip.duration * fps)
        return tr(
            "{kind} · {name}\n{start} to {end}, {n} frames",
            kind=kind_of(clip),
            name=name,
            start=time_code(clip.start, fps),
            end=time_code(clip.end, fps),
            n=frames,
        )
