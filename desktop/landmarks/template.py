"""A mesh placed by hand: the face's template, moved, scaled and turned, then fitted to eyes, mouth and oval."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

import msgspec
import numpy as np

import resources
from desktop.landmarks.geometry import Points
from engine.project.landmarks import LANDMARK_COUNT, TemplatePlace

ANCHORS: dict[str, tuple[int, ...]] = {
    "eyes": (33, 159, 133, 145, 362, 386, 263, 374),
    "mouth": (61, 0, 291, 17, 13, 14),
    "oval": (10, 332, 454, 397, 152, 172, 234, 103),
}
"""The points by which each step fits the mesh: a person moves these, and all others follow."""

_FIRST_HEIGHT = 0.45  # of the picture, for the face before anybody has placed it
_SMALLEST, _LARGEST = 4.0, 65_535.0


class _Template(msgspec.Struct, frozen=True):
    unit: str
    points: list[tuple[float, float]]


@lru_cache(maxsize=1)
def template() -> Points:
    """Return (478, 2) the mean of faces, symmetric: in face widths from the middle between forehead and chin."""
    data = resources.path("landmarks", "face.json").read_bytes()
    points = np.array(msgspec.json.decode(data, type=_Template).points, np.float64)
    if points.shape != (LANDMARK_COUNT, 2):
        raise ValueError("The template of the face is damaged. Install Portraits again.")
    points.setflags(write=False)
    return points


@dataclass(frozen=True)
class Placement:
    """Where a person has put the template.

    Attributes:
        x, y: the face's middle in the picture, pixels.
        width: from cheek to cheek, pixels.
        angle: degrees, clockwise on screen.
        anchors: landmarks that were put to a place of their own, by index.
    """

    x: float
    y: float
    width: float
    angle: float = 0.0
    anchors: Mapping[int, tuple[float, float]] = field(default_factory=dict)

    @classmethod
    def in_picture(cls, width: int, height: int) -> "Placement":
        """Return the template in the middle of a picture, as large as faces often are."""
        low, high = float(template()[:, 1].min()), float(template()[:, 1].max())
        return cls(width / 2, height * 0.45, _FIRST_HEIGHT * min(height, width * 1.2) / (high - low))

    @classmethod
    def of(cls, place: TemplatePlace) -> "Placement":
        """Return the placement that a project keeps."""
        return cls(place.x, place.y, place.width, place.angle, {index: (x, y) for index, x, y in place.anchors})

    def place(self) -> TemplatePlace:
        """Return the form in which projects and files keep the placement."""
        anchors = tuple((index, float(x), float(y)) for index, (x, y) in self.anchors.items())
        return TemplatePlace(
            x=float(self.x), y=float(self.y), width=float(self.width), angle=float(self.angle), anchors=anchors
        )

    def moved(self, dx: float, dy: float) -> "Placement":
        """Return it moved by some pixels."""
        anchors = {index: (x + dx, y + dy) for index, (x, y) in self.anchors.items()}
        return replace(self, x=self.x + dx, y=self.y + dy, anchors=anchors)

    def scaled(self, factor: float) -> "Placement":
        """Return it larger or smaller about its middle."""
        width = min(max(self.width * factor, _SMALLEST), _LARGEST)
        real = width / self.width
        anchors = {
            i: (self.x + (x - self.x) * real, self.y + (y - self.y) * real) for i, (x, y) in self.anchors.items()
        }
        return replace(self, width=width, anchors=anchors)

    def turned(self, degrees: float) -> "Placement":
        """Return it turned about its middle, clockwise on screen."""
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        anchors = {
            i: (self.x + (x - self.x) * cos - (y - self.y) * sin, self.y + (x - self.x) * sin + (y - self.y) * cos)
            for i, (x, y) in self.anchors.items()
        }
        angle = (self.angle + degrees + 180) % 360 - 180
        return replace(self, angle=angle, anchors=anchors)

    def with_anchor(self, index: int, x: float, y: float) -> "Placement":
        """Return it with one landmark fitted to a place."""
        return replace(self, anchors={**self.anchors, index: (x, y)})

    def without_anchors(self, indices: Iterable[int]) -> "Placement":
        """Return it with some landmarks following the template again."""
        gone = set(indices)
        return replace(self, anchors={index: place for index, place in self.anchors.items() if index not in gone})

    def plain(self) -> Points:
        """Return (478, 2) the template as it lies, without the anchors."""
        cos, sin = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
        turn = np.array([[cos, sin], [-sin, cos]])
        return np.asarray(template() @ turn * self.width + (self.x, self.y))

    def over(self, other: "Placement") -> complex:
        """Return how much larger and turned another placement is, as one factor in the plane of complex numbers."""
        angle = math.radians(other.angle - self.angle)
        return other.width / self.width * complex(math.cos(angle), math.sin(angle))

    @cached_property
    def points(self) -> Points:
        """(478, 2) all landmarks: the template bent smoothly so that every anchor lies where it was put."""
        plain = self.plain()
        if not self.anchors:
            plain.setflags(write=False)
            return plain
        indices = list(self.anchors)
        # What no anchor holds stays: without these, one anchor alone would carry the whole face with it.
        resting = [i for part in ANCHORS.values() for i in part if i not in self.anchors]
        wanted = np.array([self.anchors[i] for i in indices])
        ways = np.vstack([wanted - plain[indices], np.zeros((len(resting), 2))])
        bent = plain + _bend(plain[indices + resting], ways, plain)
        bent[indices] = wanted
        bent.setflags(write=False)
        return bent


def _bend(centres: Points, ways: Points, places: Points) -> Points:
    """Return a smooth displacement of places that has given values at the centres: a thin-plate spline.

    The kernel is r^2 log r with an affine part (Duchon 1977, Bookstein 1989), solved as one linear system.
    """
    count = len(centres)
    scale = float(np.ptp(centres, axis=0).max()) or 1.0
    a, b = centres / scale, places / scale
    system = np.zeros((count + 3, count + 3))
    system[:count, :count] = _kernel(a, a)
    affine = np.column_stack([np.ones(count), a])
    system[:count, count:], system[count:, :count] = affine, affine.T
    wanted = np.vstack([ways, np.zeros((3, 2))])
    solved = np.linalg.lstsq(system, wanted, rcond=None)[0]
    basis = np.column_stack([_kernel(b, a), np.ones(len(b)), b])
    return np.asarray(basis @ solved)


def _kernel(a: Points, b: Points) -> Points:
    squared = ((a[:, None] - b[None]) ** 2).sum(axis=2)
    return np.asarray(0.5 * squared * np.log(np.maximum(squared, 1e-30)))
