"""The points of one face while they are edited: frozen, so that undo keeps the old ones."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from msgspec.structs import replace as changed

from desktop.landmarks.geometry import Mask, Points
from desktop.landmarks.template import Placement
from engine.project.landmarks import LANDMARK_COUNT, KeyPoint, Landmarks


@dataclass(frozen=True, eq=False)
class Face:
    """478 landmarks and a person's own key points in one picture.

    Attributes:
        width, height: of the picture in pixels.
        detector, version: who found the face; its numbering is that of the points.
        points: (478, 2) where the landmarks are now.
        found: (478, 2) where the detector had found them; NaN where that is not known.
        moved: (478,) which of them a person has moved.
        key_points: the person's own points, in order.
        template: where the template lies when the whole mesh was placed by hand.
    """

    width: int
    height: int
    detector: str
    version: str
    points: Points
    found: Points
    moved: Mask
    key_points: tuple[KeyPoint, ...] = ()
    template: Placement | None = None

    @classmethod
    def of(cls, landmarks: Landmarks) -> "Face":
        """Return the face of stored landmarks."""
        points = np.array(landmarks.points, np.float64)
        moved = np.zeros(LANDMARK_COUNT, bool)
        indices = list(landmarks.moved)
        moved[indices] = True
        found = points.copy()
        found[indices] = landmarks.found or np.nan
        return cls(
            width=landmarks.width,
            height=landmarks.height,
            detector=landmarks.detector,
            version=landmarks.detector_version,
            points=points,
            found=found,
            moved=moved,
            key_points=landmarks.key_points,
            template=Placement.of(landmarks.template) if landmarks.template is not None else None,
        )

    def landmarks(self) -> Landmarks:
        """Return the form in which projects and files keep the face."""
        indices = np.flatnonzero(self.moved)
        found = self.found[indices]
        return Landmarks(
            detector=self.detector,
            detector_version=self.version,
            width=self.width,
            height=self.height,
            points=_tuples(self.points),
            moved=tuple(indices.tolist()),
            found=() if np.isnan(found).any() else _tuples(found),
            key_points=self.key_points,
            template=self.template.place() if self.template is not None else None,
        )

    @property
    def edited(self) -> bool:
        """Whether a person's work would be lost with this face."""
        return bool(self.moved.any()) or bool(self.key_points)

    @property
    def by_hand(self) -> bool:
        """Whether the whole mesh was placed by a person, so that there is nothing to go back to."""
        return bool(np.isnan(self.found).all())

    def with_points(self, points: Points) -> "Face":
        """Return the face with its landmarks elsewhere; those that differ from what was found count as moved."""
        differs = (points != self.found).any(axis=1) & (self.moved | (points != self.points).any(axis=1))
        return replace(self, points=points, moved=differs)

    def with_template(self, template: Placement) -> "Face":
        """Return the face with its template elsewhere.

        Landmarks that were moved singly keep their way from the template; it grows and turns with it.
        """
        points = template.points
        if self.template is not None:
            own = self.points - self.template.points
            way = (own[:, 0] + 1j * own[:, 1]) * self.template.over(template)
            points = points + np.column_stack([way.real, way.imag])
        return replace(self, points=points, template=template)

    def reset(self, chosen: Mask) -> "Face":
        """Return the face with chosen landmarks where they came from, as far as that is known.

        That is where the detector had found them, or where the template has them in a mesh that was placed by hand.
        """
        known = chosen & ~np.isnan(self.found).any(axis=1)
        points = np.where(known[:, None], self.found, self.points)
        if self.template is not None:
            points = np.where((chosen & ~known)[:, None], self.template.points, points)
        return replace(self, points=points, moved=self.moved & ~known)

    def offsets(self) -> Points:
        """Return (478, 2) how far each landmark was moved; 0 where that is not known."""
        return np.nan_to_num(self.points - self.found)

    def as_found(self) -> Points:
        """Return (478, 2) where the detector had found the landmarks, or where they are when that is not known."""
        return np.where(np.isnan(self.found), self.points, self.found)

    # Key points

    def key_place(self, key_id: str) -> tuple[float, float] | None:
        """Return where a key point is, or None when this picture has it not."""
        return next(((point.x, point.y) for point in self.key_points if point.id == key_id), None)

    def with_key(self, key_id: str, name: str, x: float, y: float) -> "Face":
        """Return the face with one more key point, or one moved."""
        fresh = KeyPoint(id=key_id, x=x, y=y, name=name)
        if self.key_place(key_id) is None:
            return replace(self, key_points=(*self.key_points, fresh))
        return replace(self, key_points=tuple(fresh if p.id == key_id else p for p in self.key_points))

    def without_keys(self, key_ids: Iterable[str]) -> "Face":
        """Return the face without some key points."""
        gone = set(key_ids)
        return replace(self, key_points=tuple(point for point in self.key_points if point.id not in gone))

    def moving_keys(self, ways: dict[str, tuple[float, float]]) -> "Face":
        """Return the face with key points moved by some pixels each."""
        return replace(
            self,
            key_points=tuple(
                changed(p, x=p.x + ways[p.id][0], y=p.y + ways[p.id][1]) if p.id in ways else p for p in self.key_points
            ),
        )

    def scaled_to(self, width: int, height: int) -> "Face":
        """Return the same face for the same picture at another size."""
        return Face.of(self.landmarks().scaled_to(width, height))


def _tuples(points: Points) -> tuple[tuple[float, float], ...]:
    return tuple((x, y) for x, y in points.tolist())
