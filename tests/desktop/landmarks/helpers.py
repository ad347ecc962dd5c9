"""Faces, meshes and an engine for tests of the landmark editor."""

import hashlib
from pathlib import Path

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QImage

from desktop.landmarks.face import Face
from desktop.landmarks.mesh import FaceMesh, sound_places
from desktop.landmarks.session import Session
from desktop.landmarks.template import Placement
from desktop.link import FakeLink
from desktop.state.document import Document
from desktop.state.media_edits import add
from desktop.state.sessions import Sessions
from engine.morph.editing import points_of, shared_mesh
from engine.project.landmarks import LANDMARK_COUNT
from engine.project.media import MediaItem, StoredInfo
from engine.protocol.queries import (
    AnyQuery,
    AnyReply,
    DetectFaces,
    FacesReply,
    MeshReply,
    MorphFrames,
    MorphFramesReply,
    PictureReply,
    SharedMesh,
    Thumbnail,
)

DETECTOR = ("mediapipe-face-landmarker", "1.2.2+test")
SIDE = 400


def a_face(*, turn: float = 0.0, scale: float = 1.0, shift: tuple[float, float] = (0.0, 0.0), side: int = SIDE) -> Face:
    """Return the template as a face that the detector has found."""
    placement = Placement(side / 2 + shift[0], side / 2 + shift[1], side * 0.5 * scale, turn)
    points = placement.points.copy()
    return Face(
        width=side,
        height=side,
        detector=DETECTOR[0],
        version=DETECTOR[1],
        points=points,
        found=points.copy(),
        moved=np.zeros(LANDMARK_COUNT, bool),
    )


def a_mesh(*faces: Face) -> FaceMesh:
    """Return the mesh that the engine makes over faces."""
    places = sound_places(faces)
    made = shared_mesh(places[0], places[-1])
    keys = tuple(point.id for point in faces[0].key_points)
    return FaceMesh(made.triangles, tuple(made.dropped[made.dropped < LANDMARK_COUNT].tolist()), keys, places)


class FacesLink(FakeLink):
    """Answers what the editor asks: the faces that a test has put into ``found``, the real mesh, and grey frames."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[Face]] = {}
        self.left_out: tuple[int, ...] = ()

    def _send_question(self, query_id: int, query: AnyQuery, channel: str) -> None:
        self.asked.append((query_id, query))
        QTimer.singleShot(0, self, lambda: self._answer(query_id, query))

    def _answer(self, query_id: int, query: AnyQuery) -> None:
        reply, payload = self._reply_to(query)
        self.reply(query_id, reply, *payload)

    def _reply_to(self, query: AnyQuery) -> tuple[AnyReply, tuple[bytes, ...]]:
        if isinstance(query, DetectFaces):
            faces = self.found.get(Path(query.path).name, [])
            reply = FacesReply(
                width=SIDE, height=SIDE, detector=DETECTOR[0], detector_version=DETECTOR[1], faces=len(faces)
            )
            return reply, tuple(face.points.astype("<f8").tobytes() for face in faces)
        if isinstance(query, SharedMesh):
            mesh = shared_mesh(points_of(query.first), points_of(query.second or query.first))
            payload = mesh.triangles.astype("<i4").tobytes(), mesh.dropped.astype("<i4").tobytes()
            return MeshReply(triangles=len(mesh.triangles), left_out=len(mesh.dropped)), payload
        if isinstance(query, MorphFrames):
            count = len(query.times)
            reply_frames = MorphFramesReply(width=8, height=8, frames=count, left_out=self.left_out)
            return reply_frames, (bytes([128] * 256),) * count
        assert isinstance(query, Thumbnail)
        return PictureReply(width=SIDE, height=SIDE), (bytes([90, 90, 90, 255]) * (SIDE * SIDE),)


def a_project(folder: Path, *names: str) -> tuple[Document, tuple[str, ...]]:
    """Return an open project with grey pictures of 400 x 400 pixels, and their ids."""
    document = Document(Sessions(folder / "data"))
    items = []
    for index, name in enumerate(names):
        image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
        image.fill(QColor(60 + 40 * index, 90, 90))
        path = document.media_folder / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        assert image.save(str(path))
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        items.append(
            MediaItem(
                id=f"item{index}",
                kind="picture",
                path=f"{name}.png",
                sha256=digest,
                size=path.stat().st_size,
                info=StoredInfo(kind="picture", format="png", width=SIDE, height=SIDE),
                name=name,
            )
        )
    document.apply("Add", lambda project: add(project, items=items))
    document.undo.clear()
    return document, tuple(item.id for item in items)


def ready(qtbot, session: Session) -> None:  # type: ignore[no-untyped-def]
    """Wait until every picture of a session has been searched and the mesh is there."""
    qtbot.waitUntil(lambda: all(side.faces is not None for side in session.sides))
    if len(session.faces) == len(session.sides):
        qtbot.waitUntil(lambda: session.mesh is not None)
