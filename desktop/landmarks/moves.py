"""Moves the selection: by dragging, by keys, to exact numbers, larger and turned."""

import numpy as np
from PySide6.QtCore import QObject, Signal

from desktop.landmarks.face import Face
from desktop.landmarks.geometry import Axis, Similarity, shifts
from desktop.landmarks.steps import Steps
from desktop.landmarks.template_edits import TemplateEdits
from desktop.widgets.words import counted, tr
from engine.project.landmarks import LANDMARK_COUNT


class Moves(QObject):
    """Moves what is chosen. ``mirror`` has both sides of a face move alike.

    Args:
        steps: keeps the results.
        template: moves the mesh as a whole while it is placed by hand.
    """

    mirror_changed = Signal(object)
    """arg: bool."""

    def __init__(self, steps: Steps, template: TemplateEdits) -> None:
        super().__init__(steps)
        self._steps = steps
        self._template = template
        self._session = steps.session
        self._selection = steps.selection
        self._mirror = False
        self._base: Face | None = None
        self._axis: Axis | None = None
        self._side = -1
        self._grabbed = -1
        self._held = 0

    @property
    def mirror(self) -> bool:
        return self._mirror

    def set_mirror(self, on: bool) -> None:
        if on != self._mirror:
            self._mirror = on
            self.mirror_changed.emit(on)

    # In steps of a drag

    @property
    def dragging(self) -> bool:
        return self._base is not None

    def begin(self, side: int, grabbed: int = -1) -> bool:
        """Start to move the selection of a picture; ``grabbed`` is the point under the pointer."""
        face = self._steps.settled(side)
        if face is None:
            return False
        self._side, self._base = side, face
        self._grabbed = grabbed if grabbed >= 0 else max(self._selection.current, 0)
        self._axis = Axis.of(face.points) if self._mirror else None
        return True

    def drag(self, dx: float, dy: float) -> None:
        """Show the selection moved by some pixels of the picture from where it was."""
        face = self._base
        if face is None:
            return
        if self._session.sides[self._side].placement is not None:
            self._template.drag(self._side, face, dx, dy)
            return
        weights = np.where(self._selection.locked, 0.0, self._selection.weights[:LANDMARK_COUNT])
        if weights.any():
            grabbed = self._grabbed if self._grabbed < LANDMARK_COUNT else int(weights.argmax())
            way = shifts(weights, (dx, dy), self._axis, face.points, grabbed)
            way[self._selection.locked] = 0.0
            face = face.with_points(face.points + way)
        keys = dict(zip(self._selection.key_ids, self._selection.weights[LANDMARK_COUNT:], strict=True))
        ways = {key: (dx * weight, dy * weight) for key, weight in keys.items() if weight}
        self._session.show(self._side, face.moving_keys(ways) if ways else face)

    def drag_scale_and_turn(self, factor: float, degrees: float) -> None:
        """Show the selection larger and turned about its middle, clockwise on screen, from how it was."""
        face = self._base
        if face is None:
            return
        free = self._steps.free()
        about = complex(*face.points[free].mean(axis=0))
        turn = complex(factor * np.exp(1j * np.radians(degrees)))
        points = Similarity(turn, about - turn * about).apply(face.points)
        self._session.show(self._side, face.with_points(np.where(free[:, None], points, face.points)))

    def commit(self, label: str = "", *, merge: str = "") -> None:
        """Keep what a drag has moved, as one step."""
        if self._base is None:
            return
        side, self._base = self._side, None
        face = self._session.sides[side].face
        assert face is not None
        self._steps.keep(side, label or self._label(side), face, merge=merge)

    def cancel(self) -> None:
        """Put back what a drag has moved."""
        if self._base is not None:
            self._base = None
            self._session.take_back(self._side)

    def _label(self, side: int) -> str:
        if self._session.sides[side].placing:
            return tr("Place the mesh")
        return counted(self._selection.count, "Move point", "Move {n} points")

    # At once

    def _one_step(self, repeated: bool) -> str:
        """Return what merges the edits of one key that is held down."""
        self._held += not repeated
        return f"held {self._held}"

    def nudge(self, side: int, dx: float, dy: float, *, repeated: bool = False) -> None:
        """Move the selection by some pixels; a key that is held down makes one step."""
        if not self._selection.count and not self._session.sides[side].placing:
            self._steps.said.emit(tr("Choose a point first."))
        elif self.begin(side):
            self.drag(dx, dy)
            self.commit(merge=self._one_step(repeated))

    def place(self, side: int, index: int, x: float, y: float) -> None:
        """Put one point to an exact place."""
        face = self._steps.settled(side)
        if face is None:
            return
        if index >= LANDMARK_COUNT:
            key = self._selection.key_ids[index - LANDMARK_COUNT]
            name = next((p.name for p in face.key_points if p.id == key), "")
            self._steps.keep(side, tr("Move key point"), face.with_key(key, name, x, y))
        elif self._selection.locked[index]:
            self._steps.said.emit(tr("Point {n} is in a locked region.", n=index))
        else:
            points = face.points.copy()
            points[index] = (x, y)
            self._steps.keep(side, tr("Move point {n}", n=index), face.with_points(points))

    def middle(self, side: int) -> tuple[float, float] | None:
        """Return the middle of the landmarks that would move, None when there are none."""
        face = self._steps.settled(side)
        free = self._steps.free()
        if face is None or not free.any():
            return None
        x, y = face.points[free].mean(axis=0)
        return float(x), float(y)

    def scale_and_turn(self, side: int, factor: float, degrees: float, *, repeated: bool = False) -> None:
        """Make the selection, or a template that is placed, larger and turn it about its middle."""
        placement = self._session.sides[side].placement
        merge = self._one_step(repeated)
        if placement is not None:
            self._template.show(side, placement.scaled(factor).turned(degrees))
            self._template.commit(side, merge=merge)
        elif self.middle(side) is None:
            self._steps.said.emit(tr("Choose points first."))
        elif self.begin(side):
            self.drag_scale_and_turn(factor, degrees)
            self.commit(tr("Scale and turn"), merge=merge)
