"""What keys do in a canvas: everything that the mouse does with each tool, at the current point."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from desktop.landmarks.edits import Edits
from desktop.landmarks.geometry import brush_weights, towards
from desktop.landmarks.session import Session
from desktop.landmarks.tools import Toolbox
from desktop.widgets.words import tr
from engine.project.landmarks import LANDMARK_COUNT

if TYPE_CHECKING:
    from desktop.landmarks.canvas import FaceCanvas

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SIZES = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}
_PAN = 40
_SHIFT, _CTRL, _ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class CanvasKeys:
    """One canvas's keys.

    Arrows move the selection; with Ctrl they go to the next point in that direction, with Ctrl and Shift they add it.
    Page up and down scale the selection or a placed template, with Ctrl they turn it. Return uses the tool in hand at
    the current point: a corner of a frame or a lasso, the brush, a key point.

    Args:
        canvas: gets the keys.
        session, edits, box: the editor's models.
        side: which picture.
    """

    def __init__(self, canvas: "FaceCanvas", session: Session, edits: Edits, box: Toolbox, side: int) -> None:
        self._canvas = canvas
        self._session = session
        self._selection = session.selection
        self._edits = edits
        self._box = box
        self._side = side
        self.standing = False
        """Whether the brush stands at the current point, because keys chose it, and not under the pointer."""
        box.changed.connect(self._on_tool)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key says; returns whether it says anything."""
        if self._side >= len(self._session.sides):
            return False
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in _ARROWS:
            self._arrow(_ARROWS[key], held, event.isAutoRepeat())
        elif key in _SIZES:
            self._size(_SIZES[key], held, event.isAutoRepeat())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held & (_CTRL | _ALT):
            self.use(close=bool(held & _SHIFT))
        else:
            return False
        return True

    def _arrow(self, way: tuple[int, int], held: Qt.KeyboardModifier, repeated: bool) -> None:
        if held & _CTRL:
            self.go(way, add=bool(held & _SHIFT))
        elif self._box.tool.key == "hand":
            self._canvas.pan(-way[0] * _PAN, -way[1] * _PAN)
        else:
            length = 10.0 if held & _SHIFT else 0.1 if held & _ALT else 1.0
            self._edits.moves.nudge(self._side, way[0] * length, way[1] * length, repeated=repeated)

    def _size(self, way: int, held: Qt.KeyboardModifier, repeated: bool) -> None:
        step = 10 if held & _SHIFT else 1
        factor = 1.0 if held & _CTRL else (1 + step / 100) ** way
        degrees = float(-way * step) if held & _CTRL else 0.0
        self._edits.moves.scale_and_turn(self._side, factor, degrees, repeated=repeated)

    # Going from point to point

    def step(self, by: int) -> None:
        """Choose the next or previous point by its number, among the anchors while a mesh is placed."""
        side = self._session.sides[self._side]
        if side.face is None:
            return
        anchors = self._edits.template.anchors(self._box.step) if side.placing else None
        if side.placing and not anchors:
            self._edits.said.emit(tr("Take the step Eyes, Mouth or Oval to go from point to point."))
            return
        self._selection.step(by, anchors)
        self._arrive(self._selection.current)

    def go(self, way: tuple[float, float], *, add: bool = False) -> None:
        """Choose the next point in a direction, or add it."""
        places = self._canvas.gestures.places()
        if self._session.sides[self._side].face is None:
            return
        if self._session.sides[self._side].placing:
            allowed = np.zeros(len(places), bool)
            allowed[list(self._edits.template.anchors(self._box.step))] = True
            places[~allowed] = np.nan
        current = self._selection.current
        if current < 0 or np.isnan(places[current]).any():
            x, y = self._canvas.view().x, self._canvas.view().y
            distances = np.nan_to_num(np.hypot(places[:, 0] - x, places[:, 1] - y), nan=np.inf)
            found = int(distances.argmin()) if np.isfinite(distances).any() else -1
        else:
            found = towards(places, current, way)
        if found >= 0:
            self._selection.choose([found], "add" if add else "replace", current=found)
            self._arrive(found, whole=add)

    def _arrive(self, index: int, *, whole: bool = False) -> None:
        self._canvas.show_point(index)
        if self._box.tool.key == "brush" and not whole and not self._session.sides[self._side].placing:
            self.stand(index)

    # The tools

    def use(self, *, close: bool = False) -> None:
        """Use the tool in hand at the current point.

        Args:
            close: close the lasso and choose what is in it.
        """
        tool, current = self._box.tool.key, self._selection.current
        if self._session.sides[self._side].face is None or self._session.sides[self._side].placing:
            return
        if tool == "key":
            view = self._canvas.view()
            self._edits.keys.add(self._side, view.x, view.y, self._box.key_group)
        elif current < 0:
            self._edits.said.emit(tr("Choose a point first."))
        elif tool == "brush":
            self.stand(current)
        elif tool in ("select", "lasso"):
            self._canvas.gestures.corner(current, lasso=tool == "lasso", close=close)
        self._canvas.update()

    def stand(self, index: int) -> None:
        """Put the brush at a point: what lies under it is chosen by its weights."""
        places = self._canvas.gestures.places()
        if not 0 <= index < len(places) or np.isnan(places[index]).any():
            return
        x, y = places[index].tolist()
        weights = brush_weights(places, (x, y), self._box.radius / self._canvas.view().scale, self._box.softness)
        weights[:LANDMARK_COUNT][self._selection.locked] = 0.0
        self.standing = True
        self._selection.choose_weights(weights, index)
        self._canvas.pointed.emit(self._canvas)

    def place(self) -> QPointF | None:
        """Return where in the canvas the brush stands, None when it is under the pointer."""
        places, current = self._canvas.gestures.places(), self._selection.current
        if not self.standing or not 0 <= current < len(places) or np.isnan(places[current]).any():
            return None
        return self._canvas.screen_place(*places[current].tolist())

    def _on_tool(self) -> None:
        if self._box.tool.key != "brush":
            self.standing = False
        elif self.standing and self._side < len(self._session.sides) and self._canvas.hasFocus():
            self.stand(self._selection.current)
