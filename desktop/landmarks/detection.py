"""Has the engine find the faces of the open pictures, and never lets what it finds replace a person's work."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, Signal

from desktop.landmarks.face import Face
from desktop.landmarks.side import Side
from desktop.link import Answered, EngineBase
from engine.project.landmarks import LANDMARK_COUNT
from engine.protocol.queries import DetectFaces, FacesReply

CONFIDENCE = 0.5


class Detection(QObject):
    """Asks for faces; the session takes what is found.

    Args:
        engine: finds the faces.
        parent: the session.
    """

    found = Signal(object, object)
    """args: int side, whether this is the first answer for it. Its faces, or why there are none, are known now."""

    offered = Signal(object, object)
    """args: int side, tuple of Faces found by a new detection, of which a person is to choose."""

    taken = Signal(object, object)
    """args: int side, the one Face that a new detection found where no work is lost."""

    def __init__(self, engine: EngineBase, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._sides: Sequence[Side] = ()
        self._asked: dict[int, tuple[int, bool]] = {}

    def watch(self, sides: Sequence[Side]) -> None:
        """Look at other pictures; answers about the former ones are not listened to."""
        self._sides = sides
        self._asked.clear()

    def detect(
        self,
        side: int,
        confidence: float = CONFIDENCE,
        crop: tuple[int, int, int, int] | None = None,
        *,
        again: bool = False,
    ) -> None:
        """Have the faces of a picture found.

        Args:
            side: 0 or 1.
            confidence: how sure the detector must be.
            crop: left, top, width, height of the part to look at.
            again: a person asked for it; what is found is offered, and replaces no work unasked.
        """
        each = self._sides[side]
        query = DetectFaces(path=str(each.path), sha256=each.sha256, confidence=confidence, crop=crop)
        self._asked[self._engine.ask(query, self._on_faces, f"landmarks.faces.{side}")] = side, again

    def _on_faces(self, answer: Answered) -> None:
        side, again = self._asked.pop(answer.query_id, (-1, False))
        if not 0 <= side < len(self._sides):
            return
        each = self._sides[side]
        if not isinstance(answer.reply, FacesReply):
            each.failure = answer.failure
            self.found.emit(side, False)
            return
        reply = answer.reply
        first = each.faces is None
        each.failure = None
        each.width, each.height = reply.width, reply.height
        each.detector, each.version = reply.detector, reply.detector_version
        faces = tuple(_found_face(reply, data) for data in answer.payload)
        if faces or not again:
            each.faces = faces
        self.found.emit(side, first)
        if again:
            self._offer(side, faces)

    def _offer(self, side: int, faces: tuple[Face, ...]) -> None:
        face = self._sides[side].settled
        if len(faces) == 1 and (face is None or not face.edited):
            self.taken.emit(side, faces[0])
        else:
            self.offered.emit(side, faces)


def _found_face(reply: FacesReply, data: bytes) -> Face:
    points = np.frombuffer(data, "<f8").reshape(LANDMARK_COUNT, 2).copy()
    return Face(
        width=reply.width,
        height=reply.height,
        detector=reply.detector,
        version=reply.detector_version,
        points=points,
        found=points.copy(),
        moved=np.zeros(LANDMARK_COUNT, bool),
    )
