"""Has the engine make the triangles over the open faces, anew when what they rest on has changed."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from desktop.landmarks.geometry import Points
from desktop.landmarks.mesh import FaceMesh, shared_keys, sound_places
from desktop.landmarks.side import Side
from desktop.link import Answered, EngineBase
from engine.project.landmarks import LANDMARK_COUNT
from engine.protocol.queries import MeshReply, SharedMesh


class MeshMaker(QObject):
    """Keeps the newest mesh.

    Args:
        engine: makes the triangles.
        parent: the session.
    """

    changed = Signal()

    def __init__(self, engine: EngineBase, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._sides: Sequence[Side] = ()
        self._key = b""
        self._asked_for: tuple[tuple[Points, ...], tuple[str, ...]] = ((), ())
        self.mesh: FaceMesh | None = None
        # Both sides may change in one go: the mesh is asked for once, when all is done.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)

    def forget(self) -> None:
        """Have no mesh: other pictures are open, or none."""
        self._sides = ()
        self._soon.stop()
        self.mesh, self._key = None, b""

    def make(self, sides: Sequence[Side]) -> None:
        """Make the mesh over these pictures once control is back in the event loop."""
        self._sides = sides
        self._soon.start()

    def _ask(self) -> None:
        faces = [side.face for side in self._sides if side.face is not None]
        if not faces or len(faces) < len(self._sides):
            if self.mesh is not None:
                self.mesh, self._key = None, b""
                self.changed.emit()
            return
        places, keys = sound_places(faces), shared_keys(faces)
        key = b"".join(each.tobytes() for each in places) + repr(keys).encode()
        if key != self._key:
            self._key = key
            self._asked_for = places, keys
            query = SharedMesh(first=_wire(places[0]), second=_wire(places[1]) if len(places) > 1 else b"")
            self._engine.ask(query, self._on_mesh, "landmarks.mesh")

    def _on_mesh(self, answer: Answered) -> None:
        if not isinstance(answer.reply, MeshReply):
            self._key = b""
            return
        if not self._key:
            return
        # The channel keeps the newest question only, so the answer is to what was asked last.
        places, keys = self._asked_for
        triangles = np.frombuffer(answer.payload[0], "<i4").reshape(-1, 3).astype(np.int32)
        left_out = np.frombuffer(answer.payload[1], "<i4")
        self.mesh = FaceMesh(triangles, tuple(left_out[left_out < LANDMARK_COUNT].tolist()), keys, places)
        self.changed.emit()


def _wire(points: Points) -> bytes:
    return points.astype("<f8").tobytes()
