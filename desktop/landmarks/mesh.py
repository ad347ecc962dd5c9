"""The triangles over one face, or over what two faces have in common, and what is wrong with them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.landmarks.face import Face
from desktop.landmarks.geometry import Mask, Points, Similarity, Triangles, turned
from desktop.landmarks.relax import relaxed, ring
from desktop.landmarks.template import template
from engine.project.landmarks import LANDMARK_COUNT

_EDGE_SEGMENTS = 4


@dataclass(frozen=True)
class FaceMesh:
    """Triangles over landmarks, paired key points and the picture's edge, the same for both pictures.

    Attributes:
        triangles: int32 (count, 3), indices into :meth:`vertices`; none is turned over in the sound positions.
        left_out: landmarks that the heads' difference keeps out of the triangles.
        key_ids: the key points that belong to the mesh, in its order after the landmarks.
        sound: for each picture (count, 2) where the points are when nobody has moved them.
    """

    triangles: Triangles
    left_out: tuple[int, ...]
    key_ids: tuple[str, ...]
    sound: tuple[Points, ...]

    def vertices(self, side: int, face: Face) -> Points:
        """Return (count, 2) where the mesh's points are in a picture now."""
        places = self.sound[side].copy()
        places[:LANDMARK_COUNT] = face.points
        for index, key_id in enumerate(self.key_ids, start=LANDMARK_COUNT):
            place = face.key_place(key_id)
            if place is not None:
                places[index] = place
        return places

    def turned(self, side: int, face: Face) -> NDArray[np.intp]:
        """Return the indices of the triangles that are turned over in a picture."""
        return turned(self.vertices(side, face), self.triangles)

    def turned_points(self, side: int, face: Face) -> tuple[int, ...]:
        """Return the landmarks at the corners of turned triangles, in order."""
        corners = np.unique(self.triangles[self.turned(side, face)])
        return tuple(int(index) for index in corners if index < LANDMARK_COUNT)

    def relax(self, side: int, face: Face, free: Mask) -> Face:
        """Return the face with the free landmarks moved to the nearest valid places; see :func:`relaxed`.

        Args:
            side: 0 or 1.
            face: the face there.
            free: (478,) which landmarks may move.
        """
        places = self.vertices(side, face)
        may_move = np.zeros(len(places), bool)
        may_move[:LANDMARK_COUNT] = free
        moved = relaxed(places, self.sound[side], self.triangles, may_move)
        return face.with_points(moved[:LANDMARK_COUNT])

    def ring(self, chosen: Mask) -> Mask:
        """Return (478,) the chosen landmarks and those that share a triangle with them."""
        wide = np.zeros(len(self.sound[0]), bool)
        wide[:LANDMARK_COUNT] = chosen
        result: Mask = ring(self.triangles, wide)[:LANDMARK_COUNT]
        return result

    def around(self, chosen: Mask) -> Mask:
        """Return (478,) the chosen landmarks and those within two triangles of them."""
        return self.ring(self.ring(chosen))


def shared_keys(faces: Sequence[Face]) -> tuple[str, ...]:
    """Return the ids of the key points that all pictures have, in the first one's order."""
    others = [{point.id for point in face.key_points} for face in faces[1:]]
    return tuple(point.id for point in faces[0].key_points if all(point.id in ids for ids in others))


def sound_places(faces: Sequence[Face]) -> tuple[Points, ...]:
    """Return for each picture where the mesh's points are before anybody moves a landmark.

    That is where the detector had found them; where this is not known, the template laid over the face.
    """
    keys = shared_keys(faces)
    edge = _edge(faces[0].width, faces[0].height)
    places = []
    for face in faces:
        laid = Similarity.between(template(), face.points).apply(template())
        landmarks = laid if np.isnan(face.found).any() else face.found
        own = np.array([face.key_place(key) for key in keys], np.float64).reshape(-1, 2)
        # The first picture's edge, brought over: it may lie outside of the second picture.
        over = edge if face is faces[0] else Similarity.between(faces[0].points, face.points).apply(edge)
        places.append(np.vstack([landmarks, own, over]))
    return tuple(places)


def _edge(width: int, height: int) -> Points:
    steps = np.arange(_EDGE_SEGMENTS) / _EDGE_SEGMENTS
    zeros, ones = np.zeros(_EDGE_SEGMENTS), np.ones(_EDGE_SEGMENTS)
    unit = [(steps, zeros), (ones, steps), (1 - steps, ones), (zeros, 1 - steps)]
    return np.vstack([np.column_stack(pair) for pair in unit]) * (width, height)
