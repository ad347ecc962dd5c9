"""What lies over mesh and points in a canvas: the selection, warnings, the tool in hand, the loupe, the focus."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.landmarks import paint
from desktop.landmarks.edits import Edits
from desktop.landmarks.face import Face
from desktop.landmarks.geometry import Points, half_weight_radius
from desktop.landmarks.images import Picture
from desktop.landmarks.loupe import paint_loupe
from desktop.landmarks.problems import outside
from desktop.landmarks.session import Session
from desktop.landmarks.template import Placement
from desktop.landmarks.tools import Toolbox
from desktop.widgets import painting
from desktop.widgets.numbers import signed_number
from desktop.widgets.theme import theme
from engine.project.landmarks import LANDMARK_COUNT

if TYPE_CHECKING:
    from desktop.landmarks.canvas import FaceCanvas


class Overlays:
    """One canvas's overlays.

    Args:
        canvas: is painted on.
        session, edits, box, picture: the editor's models.
        side: which picture.
    """

    def __init__(
        self, canvas: "FaceCanvas", session: Session, edits: Edits, box: Toolbox, picture: Picture, side: int
    ) -> None:
        self._canvas = canvas
        self._session = session
        self._edits = edits
        self._box = box
        self._picture = picture
        self._side = side

    def paint(self, painter: QPainter) -> None:
        """Paint all of them."""
        side = self._session.sides[self._side]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if side.face is not None:
            landmarks = self._to_screen(side.face.points)
            if side.placement is not None:
                self._paint_placing(painter, side.placement, landmarks)
            else:
                self._paint_selection(painter, landmarks)
            self._paint_warnings(painter, side.face, landmarks)
            self._paint_tool(painter)
        if self._canvas.hasFocus():
            ring = QRectF(self._canvas.rect())
            painting.frame(painter, ring, edge=theme().colour("accent"), radius=0, width=2)

    def _to_screen(self, places: Points) -> Points:
        return self._canvas.view().to_screen(places, self._canvas.width(), self._canvas.height())

    def _paint_warnings(self, painter: QPainter, face: Face, landmarks: Points) -> None:
        mesh = self._session.mesh
        if mesh is not None and self._side < len(mesh.sound):
            turned = mesh.turned(self._side, face)
            if len(turned):
                places = self._to_screen(mesh.vertices(self._side, face))
                paint.turned_triangles(painter, places, mesh.triangles[turned])
        off = outside(face)
        if off:
            paint.outside_points(painter, landmarks[list(off)])

    def _paint_selection(self, painter: QPainter, landmarks: Points) -> None:
        selection = self._session.selection
        weights = selection.weights
        chosen = selection.landmarks
        write = paint.chosen if self._canvas.hasFocus() or not self._session.paired else paint.echoed
        write(painter, landmarks[chosen], weights[:LANDMARK_COUNT][chosen])
        if selection.key_ids:
            places = self._to_screen(self._canvas.gestures.places()[LANDMARK_COUNT:])
            faces = self._session.faces
            paired = np.array([all(f.key_place(key) is not None for f in faces) for key in selection.key_ids])
            paint.key_points(painter, places, weights[LANDMARK_COUNT:], paired)

    def _paint_placing(self, painter: QPainter, placement: Placement, landmarks: Points) -> None:
        if self._box.step == "place":
            corners, knob = self._canvas.gestures.handles(placement, self._canvas.view().scale)
            screen = self._to_screen(np.vstack([corners, [knob]]))
            paint.frame_handles(painter, screen[:4], (float(screen[4, 0]), float(screen[4, 1])))
        else:
            anchors = list(self._edits.template.anchors(self._box.step))
            paint.anchors(painter, landmarks[anchors], self._session.selection.weights[anchors])

    # The tool

    def _paint_tool(self, painter: QPainter) -> None:
        canvas = self._canvas
        radius, inner = self._box.radius, half_weight_radius(self._box.radius, self._box.softness)
        spot = canvas.keys.place() or canvas.pointer
        if self._box.tool.key == "brush" and not self._session.sides[self._side].placing:
            if spot is not None:
                paint.brush_ring(painter, spot.x(), spot.y(), radius, inner)
            elif canvas.echo is not None:
                place = canvas.screen_place(*canvas.echo)
                paint.brush_ring(painter, place.x(), place.y(), radius, inner, echo=True)
        self._paint_band(painter)
        if self._box.loupe and self._edits.moves.dragging and canvas.gestures.busy:
            self._paint_loupe(painter)

    def _paint_band(self, painter: QPainter) -> None:
        band = self._canvas.gestures.band
        if band is None or (len(band.corners) < 2 and not band.by_keys):
            return
        places, current = self._canvas.gestures.places(), self._session.selection.current
        ahead = None
        if band.by_keys and 0 <= current < len(places):
            x, y = places[current].tolist()
            ahead = x, y
        paint.band(painter, paint.polygon(self._to_screen(band.shape(ahead))))

    def _paint_loupe(self, painter: QPainter) -> None:
        face, image, pointer = self._session.sides[self._side].face, self._picture.image, self._canvas.pointer
        index = self._session.selection.current
        places = self._canvas.gestures.places()
        if face is None or pointer is None or image is None or not 0 <= index < len(places):
            return
        mesh = self._session.mesh
        points = mesh.vertices(self._side, face) if mesh is not None and self._side < len(mesh.sound) else face.points
        chosen = np.zeros(len(points), bool)
        chosen[:LANDMARK_COUNT] = self._session.selection.landmarks
        words = ""
        if index < LANDMARK_COUNT:
            dx, dy = face.offsets()[index]
            words = f"#{index}  {signed_number(dx, 1)}  {signed_number(dy, 1)} px"
        edges = self._canvas.layers.edges
        paint_loupe(
            painter,
            QRectF(self._canvas.rect()),
            pointer,
            image,
            image.width() / max(self._session.sides[self._side].width, 1),
            (float(places[index, 0]), float(places[index, 1])),
            self._canvas.view().scale,
            points,
            edges if int(edges.max(initial=0)) < len(points) else edges[:0],
            chosen,
            words,
        )
