"""Files that are dragged over the timeline and dropped on it."""

from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from desktop.create.pictures_field import dropped_files
from desktop.timeline.hover import HoverView
from desktop.timeline.rows import RULER
from desktop.widgets.theme import theme


class DropView(HoverView):
    """The timeline that takes files. What becomes of them is done elsewhere."""

    dropped = Signal(object, object, object)
    """args: tuple of Path, Fraction time, id of the track or ""."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        place = event.position()
        time, snapped = self.snapping(()).place(
            max(Fraction(0), self.pointer_at(place, Qt.KeyboardModifier.NoModifier).time)
        )
        number = self.row_at(place.y()) if place.y() >= theme().px(RULER) else None
        self.drop = time, -1 if number is None else number
        self.snapped = snapped
        event.acceptProposedAction()
        self.viewport().update()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.drop = self.snapped = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        time, number = self.drop if self.drop is not None else (Fraction(0), -1)
        track = self.rows[number].track.id if 0 <= number < len(self.rows) else ""
        self.drop = self.snapped = None
        files: tuple[Path, ...] = tuple(dropped_files(event.mimeData()))
        event.acceptProposedAction()
        self.viewport().update()
        self.dropped.emit(files, time, track)
