"""A canvas that shows a picture at any zoom: wheel, pinch, touch pad, space and middle button."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from desktop.landmarks.geometry import Points
from desktop.landmarks.session import Session
from desktop.landmarks.view import LEAST, MOST, View, Views, fitted
from desktop.widgets.theme import theme

_MARGIN, _ROOM = 16, 72
_WHEEL_STEP = 1.0015


class ZoomCanvas(QWidget):
    """Zooms and pans one of the pictures.

    Args:
        session: the open pictures.
        views: how both pictures lie in their canvases.
        side: which picture.
    """

    zoomed = Signal(object)
    """arg: float, screen pixels for each pixel of the picture."""

    def __init__(self, session: Session, views: Views, side: int) -> None:
        super().__init__()
        self._session = session
        self._views = views
        self._side = side
        self._pan_from: QPointF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.grabGesture(Qt.GestureType.PinchGesture)

    @property
    def shows(self) -> bool:
        """Whether there is a picture for this canvas."""
        return self._side < len(self._session.sides)

    # The view

    def view(self) -> View:
        """Return how the picture lies here, fitted first."""
        found = self._views.of(self._side)
        if found is None:
            self.fit(alone=True)
            found = self._views.of(self._side)
        assert found is not None
        return found

    def fit(self, *, alone: bool = False) -> None:
        """Show the whole picture; ``alone`` leaves a linked partner as it is."""
        side = self._session.sides[self._side]
        self._fit(np.array([[0.0, 0.0], [side.width or 1.0, side.height or 1.0]]), _MARGIN, alone=alone)

    def fit_face(self, *, alone: bool = False) -> None:
        """Show the face as large as it goes."""
        face = self._session.sides[self._side].face
        if face is None:
            self.fit(alone=alone)
        else:
            self._fit(face.points, _MARGIN, alone=alone)

    def fit_points(self, indices: Sequence[int]) -> None:
        """Show some landmarks with room around them."""
        face = self._session.sides[self._side].face
        if face is not None:
            self._fit(face.points[list(indices)], _ROOM)

    def _fit(self, places: Points, margin: int, *, alone: bool = False) -> None:
        (left, top), (right, bottom) = places.min(axis=0).tolist(), places.max(axis=0).tolist()
        bounds = left, top, right, bottom
        self._views.show(self._side, fitted(bounds, self.width(), self.height(), theme().px(margin)), alone=alone)

    def show_pixels(self) -> None:
        """Show one pixel of the picture as one of the screen."""
        self.zoom(1 / self.devicePixelRatioF() / self.view().scale)

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom with a place of the canvas staying where it is, its middle by default."""
        middle = about or QPointF(self.width() / 2, self.height() / 2)
        ratio = self.devicePixelRatioF()
        place = self.place_at(middle)
        self._views.show(self._side, self.view().zoomed(factor, place, LEAST / ratio, MOST / ratio))

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by logical pixels."""
        self._views.show(self._side, self.view().panned(dx, dy))

    def place_at(self, position: QPointF) -> tuple[float, float]:
        """Return the place of the picture under a place of the canvas."""
        return self.view().to_picture(position.x(), position.y(), self.width(), self.height())

    def screen_place(self, x: float, y: float) -> QPointF:
        """Return where a place of the picture is in the canvas."""
        place = self.view().to_screen(np.array([[x, y]]), self.width(), self.height())[0]
        return QPointF(*place)

    # Panning with a button down

    @property
    def panning(self) -> bool:
        return self._pan_from is not None

    def begin_pan(self, event: QMouseEvent) -> None:
        """The picture goes with the pointer until :meth:`end_pan`."""
        self._pan_from = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def go_on_panning(self, event: QMouseEvent) -> None:
        """The pointer has moved."""
        assert self._pan_from is not None
        step = event.position() - self._pan_from
        self._pan_from = event.position()
        self.pan(step.x(), step.y())

    def end_pan(self) -> None:
        """The button is up."""
        self._pan_from = None

    # Wheel, touch pad, two fingers

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.shows:
            return
        turn = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan(turn / 2, 0)
        elif not event.pixelDelta().isNull() and not event.modifiers():
            # A touch pad sends pixels: two fingers pan, a pinch zooms.
            self.pan(event.pixelDelta().x(), event.pixelDelta().y())
        else:
            self.zoom(_WHEEL_STEP**turn, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if self.shows and isinstance(event, QNativeGestureEvent) and self._native(event):
            return True
        if self.shows and isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._pinched(pinch)
                return True
        return super().event(event)

    def _native(self, event: QNativeGestureEvent) -> bool:
        """Follow a gesture of a touch pad, as macOS and Wayland send them."""
        kind = event.gestureType()
        if kind is Qt.NativeGestureType.ZoomNativeGesture:
            # Its value is the change of the scale since the last event, 0.1 for ten in a hundred.
            self.zoom(max(1 + event.value(), 0.1), event.position())
        elif kind is Qt.NativeGestureType.SmartZoomNativeGesture:
            self.fit_face()
        else:
            return False
        return True

    def _pinched(self, pinch: QPinchGesture) -> None:
        """Follow two fingers on a touch screen: the place between them stays between them."""
        if pinch.state() is Qt.GestureState.GestureStarted:
            self.interrupt()
        # Qt gives the middle of the fingers in the coordinates of the widget.
        middle, before = pinch.centerPoint(), pinch.lastCenterPoint()
        if pinch.state() is not Qt.GestureState.GestureStarted:
            self.pan(middle.x() - before.x(), middle.y() - before.y())
        self.zoom(pinch.scaleFactor(), middle)

    def interrupt(self) -> None:
        """A second finger is down: what the first one began is not meant."""
