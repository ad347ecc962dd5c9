"""How a picture lies in its canvas, and how the two canvases go together."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from desktop.landmarks.geometry import Points, Similarity

MOST, LEAST = 16.0, 0.02
"""Screen pixels for each pixel of the picture."""


@dataclass(frozen=True)
class View:
    """A place of the picture (pixels) in the middle of the canvas, and logical pixels for each of its pixels."""

    x: float
    y: float
    scale: float

    def to_screen(self, points: Points, width: float, height: float) -> Points:
        """Return where places of the picture are in a canvas of this size."""
        return np.asarray((points - (self.x, self.y)) * self.scale + (width / 2, height / 2))

    def to_picture(self, x: float, y: float, width: float, height: float) -> tuple[float, float]:
        """Return the place of the picture under a place of the canvas."""
        return self.x + (x - width / 2) / self.scale, self.y + (y - height / 2) / self.scale

    def zoomed(self, factor: float, about: tuple[float, float], least: float, most: float) -> "View":
        """Return the view zoomed with a place of the picture staying where it is."""
        scale = min(max(self.scale * factor, least), most)
        real = scale / self.scale
        return View(about[0] + (self.x - about[0]) / real, about[1] + (self.y - about[1]) / real, scale)

    def panned(self, dx: float, dy: float) -> "View":
        """Return the view moved by logical pixels."""
        return View(self.x - dx / self.scale, self.y - dy / self.scale, self.scale)

    def place(self, picture_width: float, picture_height: float, width: float, height: float) -> QRectF:
        """Return where the whole picture lies in a canvas."""
        corner = QPointF(width / 2 - self.x * self.scale, height / 2 - self.y * self.scale)
        return QRectF(corner.x(), corner.y(), picture_width * self.scale, picture_height * self.scale)


def fitted(bounds: tuple[float, float, float, float], width: float, height: float, margin: float) -> View:
    """Return the view that shows a rectangle (left, top, right, bottom) as large as it goes."""
    left, top, right, bottom = bounds
    across, down = max(right - left, 1e-6), max(bottom - top, 1e-6)
    scale = min((width - 2 * margin) / across, (height - 2 * margin) / down)
    return View((left + right) / 2, (top + bottom) / 2, min(max(scale, LEAST), MOST))


class Views(QObject):
    """The views of both canvases. While they are linked the other one looks at the like part of its face."""

    changed = Signal(object)
    """arg: int, the canvas whose view is another."""

    linked_changed = Signal(object)
    """arg: bool."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._views: list[View | None] = [None, None]
        self._over = Similarity()
        self._linked = True

    @property
    def linked(self) -> bool:
        return self._linked

    def of(self, side: int) -> View | None:
        return self._views[side]

    def clear(self) -> None:
        """Forget both views: the canvases fit their pictures."""
        self._views = [None, None]

    def set_faces(self, faces: list[Points]) -> None:
        """Say how the second face lies to the first."""
        self._over = Similarity.between(faces[0], faces[1]) if len(faces) == 2 else Similarity()

    def set_linked(self, linked: bool, leader: int = 0) -> None:
        """Link the views, or let each go its own way."""
        if linked == self._linked:
            return
        self._linked = linked
        self.linked_changed.emit(linked)
        view = self._views[leader]
        if linked and view is not None:
            self.show(leader, view)

    def show(self, side: int, view: View, *, alone: bool = False) -> None:
        """Show a part of a picture, and the like part of the other one while they are linked."""
        self._views[side] = view
        self.changed.emit(side)
        if self._linked and not alone and self._views[1 - side] is not None:
            over = self._over if side == 0 else self._over.inverse()
            place = over.apply(np.array([[view.x, view.y]]))[0]
            self._views[1 - side] = View(float(place[0]), float(place[1]), view.scale / over.scale)
            self.changed.emit(1 - side)

    def over(self, side: int, x: float, y: float, length: float = 0.0) -> tuple[float, float, float]:
        """Return the like place of the other picture, and a length as it is there."""
        over = self._over if side == 0 else self._over.inverse()
        place = over.apply(np.array([[x, y]]))[0]
        return float(place[0]), float(place[1]), length * over.scale
