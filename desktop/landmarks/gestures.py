"""What the mouse does with each tool, in places of the picture; the canvas turns events into these calls."""

import math
from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt

from desktop.landmarks.bands import Band
from desktop.landmarks.edits import Edits
from desktop.landmarks.geometry import Points, brush_weights, nearest
from desktop.landmarks.selection import How
from desktop.landmarks.session import Session
from desktop.landmarks.template import Placement
from desktop.landmarks.tools import Toolbox
from engine.project.landmarks import LANDMARK_COUNT

HIT = 10
"""Logical pixels within which a point is hit."""

_KNOB_AWAY = 34


class Gestures:
    """One canvas's mouse gestures.

    Args:
        session: the open pictures.
        edits: does the edits.
        box: the tool in hand.
        side: which picture.
    """

    def __init__(self, session: Session, edits: Edits, box: Toolbox, side: int) -> None:
        self._session = session
        self._edits = edits
        self._box = box
        self._side = side
        self._start = (0.0, 0.0)
        self._moves = False
        self._moved = False
        self._alone_after = -1
        self._handle = ""
        self._from: Placement | None = None
        self._about: tuple[float, float] | None = None
        self.band: Band | None = None

    def places(self) -> Points:
        """Return (478 + key points, 2) where all points are in this picture; NaN for a key point it has not."""
        sides = self._session.sides
        face = sides[self._side].face if self._side < len(sides) else None
        keys = self._session.selection.key_ids
        if face is None:
            return np.full((LANDMARK_COUNT + len(keys), 2), np.nan)
        own = {point.id: (point.x, point.y) for point in face.key_points}
        return np.vstack([face.points, np.array([own.get(key, (np.nan, np.nan)) for key in keys]).reshape(-1, 2)])

    def hit(self, place: tuple[float, float], scale: float) -> int:
        """Return the point under the pointer, -1 for none; only anchors while the mesh is placed by hand."""
        places = self.places()
        if self._session.sides[self._side].placement is not None:
            anchors = list(self._edits.template.anchors(self._box.step))
            index = nearest(places[anchors], place, HIT / scale) if anchors else -1
            return anchors[index] if index >= 0 else -1
        keys = nearest(places[LANDMARK_COUNT:], place, HIT / scale)
        return LANDMARK_COUNT + keys if keys >= 0 else nearest(places[:LANDMARK_COUNT], place, HIT / scale)

    def press(self, place: tuple[float, float], scale: float, modifiers: Qt.KeyboardModifier) -> None:
        """The button goes down."""
        self._start, self._moved, self._alone_after, self.band = place, False, -1, None
        side = self._session.sides[self._side]
        if side.face is None:
            return
        if side.placement is not None and self._box.step == "place":
            self._press_placement(side.placement, place, scale)
            return
        tool = self._box.tool.key
        index = self.hit(place, scale)
        if tool == "brush" and side.placement is None:
            self._press_brush(place, scale, index)
        elif tool == "key" and side.placement is None and index < LANDMARK_COUNT:
            key = self._edits.keys.add(self._side, *place, self._box.key_group)
            self._moves = bool(key) and self._edits.moves.begin(self._side, self._session.selection.current)
        elif tool == "move" and self._session.selection.count:
            self._moves = self._edits.moves.begin(self._side)
        elif tool == "turn" and side.placement is None and self._edits.moves.middle(self._side) is not None:
            self._about = self._edits.moves.middle(self._side)
            self._moves = self._edits.moves.begin(self._side)
        elif index >= 0:
            self._press_point(index, modifiers)
        else:
            how: How = "replace"
            if modifiers & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier):
                how = "add"
            elif modifiers & Qt.KeyboardModifier.AltModifier:
                how = "remove"
            self.band = Band([place], how, tool == "lasso")

    def _press_point(self, index: int, modifiers: Qt.KeyboardModifier) -> None:
        selection = self._session.selection
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            selection.choose([index], "toggle")
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            selection.choose([index], "add", current=index)
        elif selection.mask[index]:
            # A click on one of several chosen points chooses it alone, a drag moves them all.
            self._alone_after = index
        else:
            selection.choose([index], current=index)
        if selection.mask[index]:
            self._moves = self._edits.moves.begin(self._side, index)

    def _press_brush(self, place: tuple[float, float], scale: float, index: int) -> None:
        weights = brush_weights(self.places(), place, self._box.radius / scale, self._box.softness)
        weights[:LANDMARK_COUNT][self._session.selection.locked] = 0.0
        grabbed = index if index >= 0 and weights[index] else int(weights.argmax())
        self._session.selection.choose_weights(weights, grabbed if weights.any() else -1)
        if weights.any():
            self._moves = self._edits.moves.begin(self._side, grabbed)

    def _press_placement(self, placement: Placement, place: tuple[float, float], scale: float) -> None:
        corners, knob = self.handles(placement, scale)
        self._from = placement
        reach = HIT / scale
        if math.dist(place, knob) <= reach:
            self._handle = "turn"
        elif nearest(corners, place, reach) >= 0:
            self._handle = "scale"
        else:
            self._handle = "move"

    def handles(self, placement: Placement, scale: float) -> tuple[Points, tuple[float, float]]:
        """Return the corners of a placed template's frame, clockwise from the upper left, and its knob."""
        upright = replace(placement, angle=0.0, anchors={}).plain()
        low, high = upright.min(axis=0), upright.max(axis=0)
        box = np.array([[low[0], low[1]], [high[0], low[1]], [high[0], high[1]], [low[0], high[1]]])
        knob = np.array([[(low[0] + high[0]) / 2, low[1] - _KNOB_AWAY / scale]])
        angle = math.radians(placement.angle)
        turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
        about = np.array([placement.x, placement.y])
        turned = (np.vstack([box, knob]) - about) @ turn + about
        return turned[:4], (float(turned[4, 0]), float(turned[4, 1]))

    def move(self, place: tuple[float, float]) -> None:
        """The pointer moves with the button down."""
        dx, dy = place[0] - self._start[0], place[1] - self._start[1]
        self._moved = self._moved or bool(dx or dy)
        if self._handle and self._from is not None:
            self._edits.template.show(self._side, self._placed(self._from, place, dx, dy))
        elif self._moves and self._about is not None:
            self._edits.moves.drag_scale_and_turn(*_polar(self._about, self._start, place))
        elif self._moves:
            self._edits.moves.drag(dx, dy)
        elif self.band is not None and not self.band.by_keys:
            self.band.follow(place)

    def _placed(self, start: Placement, place: tuple[float, float], dx: float, dy: float) -> Placement:
        if self._handle == "move":
            return start.moved(dx, dy)
        about = (start.x, start.y)
        if self._handle == "scale":
            return start.scaled(_polar(about, self._start, place)[0])
        return start.turned(_polar(about, self._start, place)[1])

    def release(self) -> None:
        """The button goes up: what was begun is kept as one step."""
        if self._handle:
            if self._moved:
                self._edits.template.commit(self._side)
            self._handle, self._from = "", None
        elif self._moves:
            if self._moved:
                self._edits.moves.commit()
            else:
                self._edits.moves.cancel()
                if self._alone_after >= 0:
                    self._session.selection.choose([self._alone_after], current=self._alone_after)
            self._moves, self._about = False, None
        elif self.band is not None and not self.band.by_keys:
            self._choose(self.band)

    def _choose(self, band: Band) -> None:
        self.band = None
        if len(band.corners) > 1:
            self._session.selection.choose(band.inside(self.places()), band.how)
        elif band.how == "replace":
            self._session.selection.clear()

    def corner(self, index: int, *, lasso: bool, close: bool) -> None:
        """A key sets a corner of a frame or a lasso at a point; the second corner of a frame ends it.

        Args:
            index: the point.
            lasso: whether a lasso is drawn, which ends where it began.
            close: whether this is the last corner.
        """
        x, y = self.places()[index].tolist()
        band = self.band
        if band is None or not band.by_keys or band.lasso != lasso:
            self.band = Band([(x, y)], "replace", lasso, [index])
        elif lasso and index == band.points[0]:
            self._choose(band)
        else:
            band.set_corner(index, (x, y))
            if close or not lasso:
                self._choose(band)

    def cancel(self) -> None:
        """Escape while a button is down: nothing has happened."""
        if self._handle and self._from is not None:
            self._session.take_back(self._side)
        self._edits.moves.cancel()
        self._handle, self._from, self._about, self._moves, self.band = "", None, None, False, None

    @property
    def busy(self) -> bool:
        return self._moves or bool(self._handle) or self.band is not None


def _polar(about: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    """Return by what factor the pointer has gone away from a place, and by how many degrees around it."""
    first, second = complex(*start) - complex(*about), complex(*end) - complex(*about)
    if abs(first) < 1e-6 or abs(second) < 1e-6:
        return 1.0, 0.0
    ratio = second / first
    return abs(ratio), math.degrees(math.atan2(ratio.imag, ratio.real))
