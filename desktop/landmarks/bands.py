"""Frames and lassos that choose what lies in them, drawn by the mouse or set corner by corner with keys."""

from dataclasses import dataclass, field

import numpy as np

from desktop.landmarks.geometry import Mask, Points, inside_polygon, inside_rect
from desktop.landmarks.selection import How


@dataclass
class Band:
    """A frame or a lasso that is being drawn.

    Attributes:
        corners: places of the picture; two opposite ones of a frame.
        how: what becomes of the points that were chosen before.
        lasso: whether it is a lasso.
        points: the points at the corners, when keys set them; empty while the mouse draws.
    """

    corners: list[tuple[float, float]]
    how: How
    lasso: bool
    points: list[int] = field(default_factory=list)

    @property
    def by_keys(self) -> bool:
        return bool(self.points)

    def follow(self, place: tuple[float, float]) -> None:
        """The pointer is elsewhere: a lasso grows, a frame has another corner."""
        if self.lasso:
            self.corners.append(place)
        else:
            self.corners[1:] = [place]

    def set_corner(self, index: int, place: tuple[float, float]) -> None:
        """Set a corner at a point."""
        self.points.append(index)
        self.corners.append(place)

    def inside(self, places: Points) -> Mask:
        """Tell which points lie in it; those at the corners of a band that was set by keys do."""
        if self.lasso:
            found = inside_polygon(places, np.array(self.corners))
        else:
            found = inside_rect(places, *self.corners[0], *self.corners[-1])
        found[self.points] = True
        return found

    def shape(self, ahead: tuple[float, float] | None) -> Points:
        """Return (count, 2) its outline, with the corner that the next key would set."""
        corners = np.array([*self.corners, ahead] if ahead is not None else self.corners)
        if self.lasso:
            return corners
        (x0, y0), (x1, y1) = corners[0], corners[-1]
        return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]])
