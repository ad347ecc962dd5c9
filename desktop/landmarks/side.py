"""One of the two pictures in the editor."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from desktop.landmarks.face import Face
from desktop.landmarks.template import Placement
from engine.project.landmarks import Landmarks
from engine.protocol.errors import Failure


@dataclass
class Side:
    """A picture, what was found in it, and its points as they are now.

    Attributes:
        item_id: the picture in the project.
        path: its file.
        name: what it is called.
        sha256: the hash of its file.
        morph_id: the morph of the timeline whose own landmarks are edited, "" for the picture's.
        stored: the landmarks the project keeps, None while they are those that were found.
        faces: all faces that the detector found, the leftmost first; None while it looks.
        detector, version: of the present detector.
        width, height: of the picture, 0 while not known.
        face: the points now, in the middle of a drag too.
        settled: the points after the last edit.
        failure: why the picture or its faces cannot be read.
        placing: whether the template is being placed: moved as a whole and fitted, not point by point.
    """

    item_id: str
    path: Path
    name: str
    sha256: str
    morph_id: str = ""
    stored: Landmarks | None = None
    faces: tuple[Face, ...] | None = None
    detector: str = ""
    version: str = ""
    width: int = 0
    height: int = 0
    face: Face | None = None
    settled: Face | None = None
    failure: Failure | None = None
    placing: bool = False

    @property
    def placement(self) -> Placement | None:
        """Where the template lies while it is being placed."""
        return self.face.template if self.placing and self.face is not None else None

    @property
    def reading(self) -> bool:
        return self.faces is None and self.failure is None

    @property
    def no_face(self) -> bool:
        """Whether the detector has looked and there is nothing to edit."""
        return self.faces is not None and self.face is None

    @property
    def other_size(self) -> bool:
        """Whether the stored landmarks belong to a picture of another size."""
        stored = self.stored
        return stored is not None and self.width > 0 and (stored.width, stored.height) != (self.width, self.height)

    @property
    def other_version(self) -> bool:
        """Whether the landmarks come from another detector than the one at hand."""
        return self.face is not None and bool(self.detector) and self.face_source != (self.detector, self.version)

    @property
    def face_source(self) -> tuple[str, str]:
        return (self.face.detector, self.face.version) if self.face is not None else ("", "")

    def settle(self) -> None:
        """Take the points from what is stored, or else from the largest face that was found."""
        if self.stored is not None:
            self.settled = None if self.other_size else Face.of(self.stored)
        else:
            self.settled = largest(self.faces or ())
        self.face = self.settled
        self.placing = self.placement is not None

    def number(self) -> int:
        """Return which of the found faces is edited, -1 when it is none of them."""
        if self.settled is None:
            return -1
        known = ~np.isnan(self.settled.found).any(axis=1)
        for index, face in enumerate(self.faces or ()):
            if known.any() and np.abs(face.points[known] - self.settled.found[known]).max() < 1e-6:
                return index
        return -1


def largest(faces: tuple[Face, ...]) -> Face | None:
    """Return the face that takes most of the picture, or None when there is none."""

    def area(face: Face) -> float:
        across, down = np.ptp(face.points, axis=0)
        return float(across * down)

    return max(faces, key=area, default=None)
