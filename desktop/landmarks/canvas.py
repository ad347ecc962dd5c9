"""One picture with its mesh: painted by a single widget, without an item for each point."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.landmarks.edits import Edits
from desktop.landmarks.gestures import Gestures
from desktop.landmarks.images import Picture
from desktop.landmarks.keys import CanvasKeys
from desktop.landmarks.layers import Layers
from desktop.landmarks.overlays import Overlays
from desktop.landmarks.session import Session
from desktop.landmarks.tools import Toolbox
from desktop.landmarks.view import View, Views
from desktop.landmarks.zoom_canvas import ZoomCanvas
from desktop.widgets.theme import theme
from desktop.widgets.words import tr


class FaceCanvas(ZoomCanvas):
    """A canvas of the editor: gives events to gestures and keys, and paints layers and overlays."""

    focused = Signal(object)
    """arg: int, this canvas's picture is the one that keys and panels act on."""

    pointed = Signal(object)
    """arg: this canvas, over which the pointer has moved; None when it has left."""

    def __init__(self, session: Session, edits: Edits, box: Toolbox, views: Views, picture: Picture, side: int) -> None:
        super().__init__(session, views, side)
        self._box = box
        self.gestures = Gestures(session, edits, box, side)
        self.keys = CanvasKeys(self, session, edits, box, side)
        self.layers = Layers(session, edits, box, picture, side)
        self._overlays = Overlays(self, session, edits, box, picture, side)
        self.pointer: QPointF | None = None
        """Where the pointer is, None when it is elsewhere."""
        self._space = False
        self.echo: tuple[float, float] | None = None
        """Where the other canvas's brush is, in places of this picture."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Picture {letter} with its points", letter=session.letter(side)))
        self._describe()
        session.opened.connect(self._on_opened)
        session.mesh_changed.connect(self.update)
        for signal in (session.moved, session.settled, session.side_changed):
            signal.connect(self._on_points)
        box.changed.connect(self._describe)
        for signal in (session.selection.changed, session.selection.locks_changed, box.changed):
            signal.connect(self.update)
        views.changed.connect(self._on_view)
        picture.changed.connect(self.redraw)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(440), theme().px(540))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(160))

    # What changes

    def _describe(self) -> None:
        """Tell a screen reader what the tool in hand does, and where the points are in words."""
        self.setAccessibleDescription(
            f"{tr(self._box.tool.hint)} {tr('The points are in the table as well: press Ctrl+T.')}"
        )

    def redraw(self) -> None:
        """Paint everything anew."""
        self.layers.forget()
        self.update()

    def _on_opened(self) -> None:
        self.setEnabled(self.shows)
        self.redraw()

    def _on_points(self, side: object) -> None:
        if side == self._side:
            self.update()

    def _on_view(self, side: object) -> None:
        if side == self._side:
            self.zoomed.emit(self.view().scale * self.devicePixelRatioF())
            self.redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self.redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.layers.forget()

    def show_point(self, index: int) -> None:
        """Bring a point into sight when it is not."""
        places = self.gestures.places()
        if not 0 <= index < len(places) or np.isnan(places[index]).any():
            return
        x, y = places[index].tolist()
        if not self.rect().adjusted(20, 20, -20, -20).contains(self.screen_place(x, y).toPoint()):
            self._views.show(self._side, View(x, y, self.view().scale))

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.shows:
            painter.fillRect(self.rect(), theme().colour("surround"))
            return
        self.layers.paint(painter, self.view(), self.size(), self.devicePixelRatioF())
        self._overlays.paint(painter)

    def brush_place(self) -> tuple[float, float] | None:
        """Return the place of the picture at which the brush is: at a point, or under the pointer."""
        place = self.keys.place() or self.pointer
        return self.place_at(place) if place is not None else None

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if not self.shows:
            return
        pans = self._space or self._box.tool.key == "hand"
        if event.button() is Qt.MouseButton.MiddleButton or (pans and event.button() is Qt.MouseButton.LeftButton):
            self.begin_pan(event)
        elif event.button() is Qt.MouseButton.LeftButton:
            self.pointer = event.position()
            self.keys.standing = False
            self.gestures.press(self.place_at(event.position()), self.view().scale, event.modifiers())
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.shows:
            return
        self.pointer = event.position()
        self.keys.standing = False
        if self.panning:
            self.go_on_panning(event)
        elif self.gestures.busy:
            self.gestures.move(self.place_at(event.position()))
        self.pointed.emit(self)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.panning:
            self.end_pan()
            self._show_cursor()
        elif event.button() is Qt.MouseButton.LeftButton and self.shows:
            self.gestures.release()
        self.update()

    def interrupt(self) -> None:
        self.gestures.cancel()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_cursor()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer = None
        self.pointed.emit(self if self.keys.standing else None)
        self.update()

    def _show_cursor(self) -> None:
        pans = self._space or self._box.tool.key == "hand"
        shape = Qt.CursorShape.OpenHandCursor if pans else Qt.CursorShape.ArrowCursor
        self.setCursor(Qt.CursorShape.CrossCursor if self._box.tool.key == "key" and not pans else shape)

    # Keys and focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self._space = True
            self._show_cursor()
        elif key == Qt.Key.Key_Escape and self.gestures.busy:
            self.interrupt()
        elif key == Qt.Key.Key_Escape and self._session.selection.count:
            self._session.selection.clear()
        elif not self.keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._show_cursor()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self._side)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._space = False
        self.update()
