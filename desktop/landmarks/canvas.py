"""One picture with its mesh: painted by a single widget, without an item for each point."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.landmarks import paint
from desktop.landmarks.edits import Edits
from desktop.landmarks.geometry import Points, half_weight_radius
from desktop.landmarks.gestures import Gestures
from desktop.landmarks.images import Picture
from desktop.landmarks.loupe import paint_loupe
from desktop.landmarks.problems import outside
from desktop.landmarks.regions import mirror_of
from desktop.landmarks.session import Session
from desktop.landmarks.tools import Toolbox
from desktop.landmarks.view import LEAST, MOST, View, Views, fitted
from desktop.widgets import painting
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.project.landmarks import LANDMARK_COUNT

_MARGIN = 16
_WHEEL_STEP = 1.0015
_MANY_EDGES = 500
_ROOMY = 360  # logical pixels: on a face that is shown narrower than this, points are painted smaller


class FaceCanvas(QWidget):
    """A canvas of the editor.

    What does not move while a person drags lies in a pixmap; only the points that move, and their edges, are painted
    for every event.
    """

    focused = Signal(object)
    """arg: int, this canvas's picture is the one that keys and panels act on."""

    pointed = Signal(object)
    """arg: this canvas, over which the pointer has moved."""

    zoomed = Signal(object)
    """arg: float, screen pixels for each pixel of the picture."""

    def __init__(self, session: Session, edits: Edits, box: Toolbox, views: Views, picture: Picture, side: int) -> None:
        super().__init__()
        self._session = session
        self._box = box
        self._views = views
        self._picture = picture
        self._side = side
        self.gestures = Gestures(session, edits, box, side)
        self._edits = edits
        self._pointer: QPointF | None = None
        self._pan_from: QPointF | None = None
        self._space = False
        self.echo: tuple[float, float] | None = None
        """Where the other canvas's brush is, in places of this picture."""
        self._ground = QPixmap()
        self._rest = QPixmap()
        self._moving = np.zeros(0, bool)
        self._edges = np.empty((0, 2), np.int32)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Picture {letter} with its points", letter=session.letter(side)))
        self.setAccessibleDescription(tr("The points are in the table as well: press Ctrl+T."))
        session.opened.connect(self._on_opened)
        session.moved.connect(self._on_moved)
        session.settled.connect(self._on_settled)
        session.side_changed.connect(self._on_settled)
        session.mesh_changed.connect(self.redraw)
        session.selection.changed.connect(self.update)
        session.selection.locks_changed.connect(self.redraw)
        box.changed.connect(self.redraw)
        views.changed.connect(self._on_view)
        picture.changed.connect(self._on_picture)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(440), theme().px(540))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(160))

    # The view

    def view(self) -> View:
        """Return how the picture lies here, fitted first."""
        found = self._views.of(self._side)
        if found is None:
            self.fit()
            found = self._views.of(self._side)
        assert found is not None
        return found

    def fit(self) -> None:
        """Show the whole picture."""
        side = self._session.sides[self._side]
        bounds = (0.0, 0.0, float(side.width or 1), float(side.height or 1))
        self._views.show(self._side, fitted(bounds, self.width(), self.height(), theme().px(_MARGIN)))

    def fit_face(self) -> None:
        """Show the face as large as it goes."""
        face = self._session.sides[self._side].face
        if face is None:
            self.fit()
            return
        (left, top), (right, bottom) = face.points.min(axis=0), face.points.max(axis=0)
        bounds = (float(left), float(top), float(right), float(bottom))
        self._views.show(self._side, fitted(bounds, self.width(), self.height(), theme().px(_MARGIN)))

    def show_pixels(self) -> None:
        """Show one pixel of the picture as one of the screen."""
        self.zoom(1 / self.devicePixelRatioF() / self.view().scale)

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom with a place of the canvas staying where it is, its middle by default."""
        middle = about or QPointF(self.width() / 2, self.height() / 2)
        ratio = self.devicePixelRatioF()
        place = self.place_at(middle)
        self._views.show(self._side, self.view().zoomed(factor, place, LEAST / ratio, MOST / ratio))

    def place_at(self, position: QPointF) -> tuple[float, float]:
        """Return the place of the picture under a place of the canvas."""
        return self.view().to_picture(position.x(), position.y(), self.width(), self.height())

    def screen_place(self, x: float, y: float) -> QPointF:
        """Return where a place of the picture is in the canvas."""
        place = self.view().to_screen(np.array([[x, y]]), self.width(), self.height())[0]
        return QPointF(*place)

    def show_point(self, index: int) -> None:
        """Bring a point into sight when it is not."""
        places = self.gestures.places()
        if not 0 <= index < len(places) or np.isnan(places[index]).any():
            return
        x, y = places[index].tolist()
        if not self.rect().adjusted(20, 20, -20, -20).contains(self.screen_place(x, y).toPoint()):
            self._views.show(self._side, View(x, y, self.view().scale))

    # What changes

    def redraw(self) -> None:
        """Paint everything anew."""
        mesh = self._session.mesh
        self._edges = paint.edges_of(mesh.triangles) if mesh is not None else self._edges[:0]
        self._rest = QPixmap()
        self.update()

    def _on_opened(self) -> None:
        self._ground = QPixmap()
        self.setEnabled(self._side < len(self._session.sides))
        self.redraw()

    def _on_moved(self, side: object) -> None:
        if side == self._side:
            if self._moved_points() is None:
                self._rest = QPixmap()
            self.update()

    def _on_settled(self, side: object) -> None:
        if side == self._side:
            self.redraw()

    def _on_view(self, side: object) -> None:
        if side == self._side:
            self._ground = QPixmap()
            self._rest = QPixmap()
            self.zoomed.emit(self.view().scale * self.devicePixelRatioF())
            self.update()

    def _on_picture(self) -> None:
        self._ground = QPixmap()
        self._rest = QPixmap()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ground = QPixmap()
        self._rest = QPixmap()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._side >= len(self._session.sides):
            painter.fillRect(self.rect(), theme().colour("surround"))
            return
        self._prepare()
        painter.drawPixmap(0, 0, self._rest)
        if self._session.sides[self._side].face is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_overlays(painter)
        if self.hasFocus():
            ring = QRectF(self.rect())
            painting.frame(painter, ring, edge=theme().colour("accent"), radius=0, width=2)

    def _prepare(self) -> None:
        """Make the pixmaps that do not change while a person drags."""
        ratio = self.devicePixelRatioF()
        view = self.view()
        side = self._session.sides[self._side]
        if self._ground.isNull():
            self._ground = self._pixmap(ratio)
            painter = QPainter(self._ground)
            painter.fillRect(self.rect(), theme().colour("surround"))
            place = view.place(side.width, side.height, self.width(), self.height())
            self._picture.paint(painter, place, ratio)
            painter.end()
            self._rest = QPixmap()
        if self._rest.isNull():
            self._moving = self._will_move()
            self._rest = self._ground.copy()
            if side.face is not None:
                painter = QPainter(self._rest)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._paint_points(painter, moving=False)
                painter.end()

    def _pixmap(self, ratio: float) -> QPixmap:
        made = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        made.setDevicePixelRatio(ratio)
        return made

    def _will_move(self) -> np.ndarray:
        """Return (478,) which landmarks an edit that goes on moves; none at rest."""
        face, settled = self._session.sides[self._side].face, self._session.sides[self._side].settled
        if face is None or settled is None or face is settled:
            return np.zeros(LANDMARK_COUNT, bool)
        chosen = self._session.selection.landmarks
        if self._edits.mirror:
            chosen = chosen | chosen[mirror_of()]
        differs = (face.points != settled.points).any(axis=1)
        return np.asarray(chosen | differs)

    def _moved_points(self) -> np.ndarray | None:
        """Return which landmarks have left their place, None when the pixmap shows one of them still there."""
        face, settled = self._session.sides[self._side].face, self._session.sides[self._side].settled
        if face is None or settled is None or self._rest.isNull() or not len(self._moving):
            return None
        differs = (face.points != settled.points).any(axis=1)
        if (differs & ~self._moving).any() or (self._moving.any() and face is settled):
            return None
        return np.asarray(differs)

    def _mesh_places(self, view: View) -> Points:
        side = self._session.sides[self._side]
        assert side.face is not None
        mesh = self._session.mesh
        if mesh is None or self._side >= len(mesh.sound):
            return view.to_screen(side.face.points, self.width(), self.height())
        return view.to_screen(mesh.vertices(self._side, side.face), self.width(), self.height())

    def _paint_points(self, painter: QPainter, *, moving: bool) -> None:
        """Paint the mesh and the landmarks: those at rest, or those that move."""
        face = self._session.sides[self._side].face
        assert face is not None
        if not self._box.mesh:
            return
        view = self.view()
        places = self._mesh_places(view)
        moves = np.zeros(len(places), bool)
        moves[:LANDMARK_COUNT] = self._moving
        if len(self._edges) and int(self._edges.max()) < len(places):
            touched = moves[self._edges].any(axis=1)
            edges = self._edges[touched if moving else ~touched]
            paint.mesh_lines(painter, places, edges, smooth=not moving or len(edges) < _MANY_EDGES)
        landmarks = places[:LANDMARK_COUNT]
        if moving or not self._moving.any():
            paint.outlines(painter, landmarks)
        mesh = self._session.mesh
        # Chosen points are painted over all others: while they move the dots below need not be.
        shown = self._moving & ~self._session.selection.landmarks if moving else ~self._moving
        left_out = paint.landmark_mask(mesh.left_out if mesh is not None else ()) & shown
        locked = self._session.selection.locked
        rings = tuple(np.flatnonzero(left_out[shown]).tolist())
        size = min(1.0, max(0.5, view.scale * float(np.ptp(face.points[:, 0])) / _ROOMY))
        paint.points(painter, landmarks[shown], locked[shown], rings, size)
        # A mesh that was placed by hand has no point that is not: marking all would mark none.
        if not face.by_hand:
            paint.edited(painter, landmarks[shown & face.moved], size)

    def _paint_overlays(self, painter: QPainter) -> None:
        side = self._session.sides[self._side]
        face = side.face
        assert face is not None
        view = self.view()
        if self._moving.any():
            self._paint_points(painter, moving=True)
        landmarks = view.to_screen(face.points, self.width(), self.height())
        if side.placement is not None:
            self._paint_placing(painter, landmarks)
        else:
            self._paint_selection(painter, landmarks)
        mesh = self._session.mesh
        if mesh is not None and self._side < len(mesh.sound):
            turned = mesh.turned(self._side, face)
            if len(turned):
                paint.turned_triangles(painter, self._mesh_places(view), mesh.triangles[turned])
        off = outside(face)
        if off:
            paint.outside_points(painter, landmarks[list(off)])
        self._paint_tool(painter, view)

    def _paint_selection(self, painter: QPainter, landmarks: Points) -> None:
        selection = self._session.selection
        weights = selection.weights
        chosen = selection.landmarks
        write = paint.chosen if self.hasFocus() or not self._session.paired else paint.echoed
        write(painter, landmarks[chosen], weights[:LANDMARK_COUNT][chosen])
        if selection.key_ids:
            places = self.view().to_screen(self.gestures.places()[LANDMARK_COUNT:], self.width(), self.height())
            faces = self._session.faces
            paired = np.array([all(f.key_place(key) is not None for f in faces) for key in selection.key_ids])
            paint.key_points(painter, places, weights[LANDMARK_COUNT:], paired)

    def _paint_placing(self, painter: QPainter, landmarks: Points) -> None:
        side = self._session.sides[self._side]
        assert side.placement is not None
        if self._box.step == "place":
            view = self.view()
            corners, knob = self.gestures.handles(side.placement, view.scale)
            screen = view.to_screen(np.vstack([corners, [knob]]), self.width(), self.height())
            paint.frame_handles(painter, screen[:4], (float(screen[4, 0]), float(screen[4, 1])))
        else:
            anchors = list(self._edits.anchors(self._box.step))
            paint.anchors(painter, landmarks[anchors], self._session.selection.weights[anchors])

    def _paint_tool(self, painter: QPainter, view: View) -> None:
        radius, inner = self._box.radius, half_weight_radius(self._box.radius, self._box.softness)
        brush = self._box.tool.key == "brush" and self._session.sides[self._side].placement is None
        if brush and self._pointer is not None:
            paint.brush_ring(painter, self._pointer.x(), self._pointer.y(), radius, inner)
        elif brush and self.echo is not None:
            spot = self.screen_place(*self.echo)
            paint.brush_ring(painter, spot.x(), spot.y(), radius, inner, echo=True)
        band = self.gestures.band
        if band is not None and len(band.corners) > 1:
            corners = np.array(band.corners)
            if not band.lasso:
                (x0, y0), (x1, y1) = corners[0], corners[-1]
                corners = np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]])
            paint.band(painter, paint.polygon(view.to_screen(corners, self.width(), self.height())))
        if self._box.loupe and self._edits.dragging and self._pointer is not None and self.gestures.busy:
            self._paint_loupe(painter, view)

    def _paint_loupe(self, painter: QPainter, view: View) -> None:
        side = self._session.sides[self._side]
        selection = self._session.selection
        index = selection.current
        places = self.gestures.places()
        if side.face is None or not 0 <= index < len(places) or self._picture.image is None:
            return
        mesh = self._session.mesh
        points = mesh.vertices(self._side, side.face) if mesh is not None else side.face.points
        chosen = np.zeros(len(points), bool)
        chosen[:LANDMARK_COUNT] = selection.landmarks
        words = ""
        if index < LANDMARK_COUNT:
            dx, dy = side.face.offsets()[index]
            words = f"#{index}  {dx:+.1f}, {dy:+.1f} px".replace("-", "−")
        assert self._pointer is not None
        paint_loupe(
            painter,
            QRectF(self.rect()),
            self._pointer,
            self._picture.image,
            self._picture.image.width() / max(side.width, 1),
            (float(places[index, 0]), float(places[index, 1])),
            view.scale,
            points,
            self._edges if int(self._edges.max(initial=0)) < len(points) else self._edges[:0],
            chosen,
            words,
        )

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._side >= len(self._session.sides):
            return
        pans = self._space or self._box.tool.key == "hand"
        if event.button() is Qt.MouseButton.MiddleButton or (pans and event.button() is Qt.MouseButton.LeftButton):
            self._pan_from = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() is Qt.MouseButton.LeftButton:
            self._pointer = event.position()
            self.gestures.press(self.place_at(event.position()), self.view().scale, event.modifiers())
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._side >= len(self._session.sides):
            return
        self._pointer = event.position()
        if self._pan_from is not None:
            step = event.position() - self._pan_from
            self._pan_from = event.position()
            self._views.show(self._side, self.view().panned(step.x(), step.y()))
        elif self.gestures.busy:
            self.gestures.move(self.place_at(event.position()))
        self.pointed.emit(self)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            self._pan_from = None
            self._show_cursor()
        elif event.button() is Qt.MouseButton.LeftButton and self._side < len(self._session.sides):
            self.gestures.release()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._side >= len(self._session.sides):
            return
        turn = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._views.show(self._side, self.view().panned(turn / 2, 0))
        elif not event.pixelDelta().isNull() and not event.modifiers():
            # A touch pad sends pixels: two fingers pan, a pinch zooms.
            step = event.pixelDelta()
            self._views.show(self._side, self.view().panned(step.x(), step.y()))
        else:
            self.zoom(_WHEEL_STEP**turn, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(1 + event.value(), event.position())
            return True
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_cursor()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer = None
        self.pointed.emit(None)
        self.update()

    def pointer_place(self) -> tuple[float, float] | None:
        """Return the place of the picture under the pointer, None when it is elsewhere."""
        return self.place_at(self._pointer) if self._pointer is not None else None

    def _show_cursor(self) -> None:
        pans = self._space or self._box.tool.key == "hand"
        shape = Qt.CursorShape.OpenHandCursor if pans else Qt.CursorShape.ArrowCursor
        self.setCursor(Qt.CursorShape.CrossCursor if self._box.tool.key == "key" and not pans else shape)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        key = Qt.Key(event.key())
        if key in arrows and self._side < len(self._session.sides):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            length = 10.0 if shift else 0.1 if alt else 1.0
            dx, dy = arrows[key]
            self._edits.nudge(self._side, dx * length, dy * length, repeated=event.isAutoRepeat())
        elif key == Qt.Key.Key_Space:
            self._space = True
            self._show_cursor()
        elif key == Qt.Key.Key_Escape and self.gestures.busy:
            self.gestures.cancel()
            self.update()
        elif key == Qt.Key.Key_Escape and self._session.selection.count:
            self._session.selection.clear()
        else:
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
