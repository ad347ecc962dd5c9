"""What does not move while a person drags, kept as pixmaps; what may move is painted over them for every event."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPixmap

from desktop.landmarks import paint
from desktop.landmarks.edits import Edits
from desktop.landmarks.geometry import Mask, Points
from desktop.landmarks.images import Picture
from desktop.landmarks.mesh import FaceMesh
from desktop.landmarks.regions import mirror_of
from desktop.landmarks.session import Session
from desktop.landmarks.tools import Toolbox
from desktop.landmarks.view import View
from desktop.widgets.theme import theme
from engine.project.landmarks import LANDMARK_COUNT

_MANY_EDGES = 500
_ROOMY = 360  # logical pixels: on a face that is shown narrower than this, points are painted smaller
_MARGIN = 6  # logical pixels that dots and lines reach beyond their places


@dataclass(frozen=True, eq=False)
class _Look:
    """Mesh and points as they are painted.

    Attributes:
        places: (count, 2) the mesh's points on the screen: landmarks, key points, the picture's edge.
        edges: int32 (edges, 2) which of them are joined.
        marks: (478, 3) whether a landmark is locked, left out of the mesh, moved by hand.
        size: of the dots, 1 for the usual one.
    """

    places: Points
    edges: NDArray[np.int32]
    marks: Mask
    size: float

    def rests_as(self, other: "_Look", moving: Mask) -> bool:
        """Tell whether all that does not move looks as in another look."""
        if self.edges is not other.edges or self.size != other.size or len(self.places) != len(other.places):
            return False
        rest = ~moving
        same_places = np.array_equal(self.places[rest], other.places[rest], equal_nan=True)
        return same_places and np.array_equal(self.marks[rest[:LANDMARK_COUNT]], other.marks[rest[:LANDMARK_COUNT]])


class Layers:
    """One canvas's pixmaps.

    What is chosen counts as moving from the moment it is chosen, so that the first event of a drag finds the rest
    painted already. When the selection changes only the part of the pixmap around it is painted anew.

    Args:
        session, edits, box, picture: the editor's models.
        side: which picture.
    """

    def __init__(self, session: Session, edits: Edits, box: Toolbox, picture: Picture, side: int) -> None:
        self._session = session
        self._edits = edits
        self._box = box
        self._picture = picture
        self._side = side
        self._ground = QPixmap()
        self._rest = QPixmap()
        self._painted: _Look | None = None
        self._moving: Mask = np.zeros(0, bool)
        self._edges_of: FaceMesh | None = None
        self._edges: NDArray[np.int32] = np.empty((0, 2), np.int32)

    def forget(self) -> None:
        """Paint the picture anew: it is another one, or it lies elsewhere."""
        self._ground = QPixmap()
        self._rest = QPixmap()

    @property
    def edges(self) -> NDArray[np.int32]:
        """(count, 2) the edges of the mesh."""
        mesh = self._session.mesh
        if mesh is not self._edges_of:
            self._edges_of = mesh
            self._edges = paint.edges_of(mesh.triangles) if mesh is not None else np.empty((0, 2), np.int32)
        return self._edges

    def mesh_places(self, view: View, width: int, height: int) -> Points:
        """Return (count, 2) where the points of the mesh are on the screen; the landmarks while there is no mesh."""
        face = self._session.sides[self._side].face
        assert face is not None
        mesh = self._session.mesh
        known = mesh is not None and self._side < len(mesh.sound)
        return view.to_screen(mesh.vertices(self._side, face) if known and mesh else face.points, width, height)

    def paint(self, painter: QPainter, view: View, size: QSize, ratio: float) -> None:
        """Paint picture, mesh and landmarks.

        Args:
            painter: of the canvas.
            view: how the picture lies in it.
            size: of the canvas in logical pixels.
            ratio: device pixels for each of them.
        """
        if self._ground.isNull():
            self._make_ground(view, size, ratio)
        look = self._look(view, size)
        if look is None:
            painter.drawPixmap(0, 0, self._ground)
            self._rest = QPixmap()
            return
        self._bring_up_to_date(look)
        painter.drawPixmap(0, 0, self._rest)
        if self._moving.any():
            self._paint_mesh(painter, look, moving=True)

    def _make_ground(self, view: View, size: QSize, ratio: float) -> None:
        side = self._session.sides[self._side]
        self._ground = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        self._ground.setDevicePixelRatio(ratio)
        painter = QPainter(self._ground)
        painter.fillRect(QRect(0, 0, size.width(), size.height()), theme().colour("surround"))
        self._picture.paint(painter, view.place(side.width, side.height, size.width(), size.height()), ratio)
        painter.end()
        self._rest = QPixmap()

    def _look(self, view: View, size: QSize) -> _Look | None:
        side = self._session.sides[self._side]
        if side.face is None or side.settled is None or not self._box.mesh:
            return None
        mesh = self._session.mesh
        places = self.mesh_places(view, size.width(), size.height())
        edges = self.edges
        if len(edges) and int(edges.max()) >= len(places):
            edges = self._edges[:0]
        marks = np.zeros((LANDMARK_COUNT, 3), bool)
        marks[:, 0] = self._session.selection.locked
        marks[:, 1] = paint.landmark_mask(mesh.left_out if mesh is not None else ())
        # A mesh that was placed by hand has no point that is not: marking all would mark none.
        marks[:, 2] = side.face.moved & (not side.face.by_hand)
        across = view.scale * float(np.ptp(side.settled.points[:, 0]))
        return _Look(places, edges, marks, min(1.0, max(0.5, across / _ROOMY)))

    def _will_move(self, count: int) -> Mask:
        """Return (count,) which points of the mesh an edit may move."""
        side = self._session.sides[self._side]
        assert side.face is not None
        assert side.settled is not None
        moving = np.zeros(count, bool)
        chosen = self._session.selection.landmarks
        if self._edits.moves.mirror:
            chosen = chosen | chosen[mirror_of()]
        moving[:LANDMARK_COUNT] = chosen | side.placing
        if side.face is not side.settled:
            moving[:LANDMARK_COUNT] |= (side.face.points != side.settled.points).any(axis=1)
        mesh = self._session.mesh
        if mesh is not None and count > LANDMARK_COUNT:
            keys = set(self._session.selection.keys)
            for index, key_id in enumerate(mesh.key_ids, start=LANDMARK_COUNT):
                moving[index] = key_id in keys
        return moving

    def _bring_up_to_date(self, look: _Look) -> None:
        moving = self._will_move(len(look.places))
        before, was_moving = self._painted, self._moving
        self._painted, self._moving = look, moving
        known = before is not None and not self._rest.isNull() and len(was_moving) == len(moving)
        if before is None or not known or not look.rests_as(before, was_moving | moving):
            self._paint_rest(look, None)
        elif (was_moving != moving).any():
            self._paint_rest(look, _around(look, before, was_moving != moving))

    def _paint_rest(self, look: _Look, part: QRect | None) -> None:
        """Paint what rests: all of it, or a part of the canvas."""
        if part is None:
            self._rest = self._ground.copy()
        painter = QPainter(self._rest)
        if part is not None:
            painter.setClipRect(part)
            painter.drawPixmap(0, 0, self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_mesh(painter, look, moving=False, part=part)
        painter.end()

    def _paint_mesh(self, painter: QPainter, look: _Look, *, moving: bool, part: QRect | None = None) -> None:
        """Paint the points that move or those that rest, with their edges: an edge moves when one of its ends does."""
        for edges, write in ((look.edges, self._write_lines), (paint.outline_edges(), paint.outlines)):
            touched = self._moving[edges].any(axis=1)
            shown = edges[touched if moving else ~touched]
            if part is not None:
                shown = shown[_meets(look.places[shown], part)]
            write(painter, look.places, shown)
        points = self._moving[:LANDMARK_COUNT] if moving else ~self._moving[:LANDMARK_COUNT]
        if moving:
            # Chosen points are painted over all others: while they move the dots below need not be.
            points = points & ~self._session.selection.landmarks
        landmarks = look.places[:LANDMARK_COUNT][points]
        locked, left_out, edited = look.marks[points].T
        paint.points(painter, landmarks, locked, left_out, look.size)
        paint.edited(painter, landmarks[edited], look.size)

    def _write_lines(self, painter: QPainter, places: Points, edges: NDArray[np.int32]) -> None:
        side = self._session.sides[self._side]
        paint.mesh_lines(painter, places, edges, smooth=side.face is side.settled or len(edges) < _MANY_EDGES)


def _around(look: _Look, before: _Look, changed: Mask) -> QRect:
    """Return the part of the canvas in which changed points and their edges are, or were."""
    touched = [changed.copy()]
    for edges in (look.edges, paint.outline_edges()):
        mask = np.zeros_like(changed)
        mask[edges[changed[edges].any(axis=1)].ravel()] = True
        touched.append(mask)
    near = np.logical_or.reduce(touched)
    places = np.vstack([look.places[near], before.places[near]])
    low = np.floor(np.nanmin(places, axis=0)) - _MARGIN
    high = np.ceil(np.nanmax(places, axis=0)) + _MARGIN
    left, top, right, bottom = np.clip([*low, *high], -1e5, 1e5).astype(int).tolist()
    return QRect(left, top, right - left, bottom - top)


def _meets(ends: NDArray[np.float64], part: QRect) -> Mask:
    """Tell for (count, 2, 2) ends of lines which may cross a part of the canvas."""
    low, high = ends.min(axis=1), ends.max(axis=1)
    across = (high[:, 0] >= part.left() - 2) & (low[:, 0] <= part.right() + 2)
    down = (high[:, 1] >= part.top() - 2) & (low[:, 1] <= part.bottom() + 2)
    return np.asarray(across & down)
