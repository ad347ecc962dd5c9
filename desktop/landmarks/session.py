"""What is open in the editor: one or two pictures, their points, and the engine that finds faces and meshes."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from desktop.landmarks import changes
from desktop.landmarks.face import Face
from desktop.landmarks.geometry import Points
from desktop.landmarks.mesh import FaceMesh, shared_keys, sound_places
from desktop.landmarks.selection import Selection
from desktop.landmarks.side import Side
from desktop.link import Answered, EngineBase
from desktop.state.document import Document
from engine.project.folder import resolve
from engine.project.landmarks import LANDMARK_COUNT, Landmarks
from engine.project.schema import Project
from engine.protocol.errors import Failure
from engine.protocol.jobs.morph import MorphSettings
from engine.protocol.queries import DetectFaces, FacesReply, MeshReply, SharedMesh

CONFIDENCE = 0.5
_NAMES = ("A", "B")


class Session(QObject):
    """The editor's model. It reads and writes the project through the document, so that every edit can be undone.

    Args:
        document: the open project.
        engine: finds faces and makes meshes.
    """

    opened = Signal()
    """Other pictures are open, or none."""

    side_changed = Signal(object)
    """arg: int, the picture that was read, or whose faces were found or not."""

    moved = Signal(object)
    """arg: int, the picture whose points are elsewhere now, in the middle of a drag too."""

    settled = Signal(object)
    """arg: int, the picture of which an edit has ended, or was undone."""

    mesh_changed = Signal()

    faces_offered = Signal(object, object)
    """args: int side, tuple of Faces found by a new detection that would replace a person's work."""

    def __init__(self, document: Document, engine: EngineBase, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.engine = engine
        self.selection = Selection(self)
        self.sides: list[Side] = []
        self.settings = MorphSettings()
        self.mesh: FaceMesh | None = None
        self._mesh_key: bytes = b""
        self._mesh_of: tuple[tuple[Points, ...], tuple[str, ...]] = ((), ())
        self._asked: dict[int, int] = {}
        self._mesh_timer = QTimer(self)
        self._mesh_timer.setSingleShot(True)
        self._mesh_timer.setInterval(0)
        self._mesh_timer.timeout.connect(self._ask_mesh)
        document.changed.connect(self._on_project)
        document.opened.connect(self.close)

    # Opening

    def open_pictures(self, first: str, second: str = "", *, settings: MorphSettings | None = None) -> bool:
        """Open one picture of the project, or two.

        Returns:
            False when there is no such picture.
        """
        items = [changes.picture(self.document.project, each) for each in (first, second) if each]
        if not items or any(item is None for item in items):
            return False
        self._open([item.id for item in items if item is not None], "", settings)
        return True

    def open_morph(self, clip_id: str) -> bool:
        """Open the two pictures of a morph on the timeline; False when there is no such morph."""
        found = changes.morph_of(self.document.project, clip_id)
        if found is None:
            return False
        clip, first, second = found
        self._open([first, second], clip_id, clip.settings)
        return True

    def _open(self, item_ids: list[str], clip_id: str, settings: MorphSettings | None) -> None:
        self.settings = settings or MorphSettings()
        self.mesh, self._mesh_key = None, b""
        self._asked.clear()
        project = self.document.project
        self.sides = []
        for index, item_id in enumerate(item_ids):
            item = changes.picture(project, item_id)
            assert item is not None
            side = Side(item.id, resolve(self.document.path, item), item.name or Path(item.path).name, item.sha256)
            side.width, side.height = item.info.width, item.info.height
            side.morph_id = clip_id if self._own(project, clip_id, index) is not None else ""
            self.sides.append(side)
            self._take_stored(index, project)
        self.selection.clear()
        self._share_keys()
        self.opened.emit()
        for index in range(len(self.sides)):
            self.detect(index)
        self._mesh_timer.start()

    def close(self, *_args: object) -> None:
        """Show no picture."""
        if self.sides:
            self.sides = []
            self.mesh, self._mesh_key = None, b""
            self._asked.clear()
            self.selection.clear()
            self.selection.set_key_ids(())
            self.opened.emit()

    @property
    def paired(self) -> bool:
        return len(self.sides) == 2

    @property
    def faces(self) -> list[Face]:
        """The faces that are there, in the order of the pictures; fewer than pictures while one is missing."""
        return [side.face for side in self.sides if side.face is not None]

    @staticmethod
    def letter(side: int) -> str:
        return _NAMES[side]

    # Faces

    def detect(self, side: int, confidence: float = CONFIDENCE, crop: tuple[int, int, int, int] | None = None) -> None:
        """Have the faces of a picture found; a person's work is never replaced by what comes.

        Args:
            side: 0 or 1.
            confidence: how sure the detector must be.
            crop: left, top, width, height of the part to look at.
        """
        each = self.sides[side]
        query = DetectFaces(path=str(each.path), sha256=each.sha256, confidence=confidence, crop=crop)
        self._asked[self.engine.ask(query, self._on_faces, f"landmarks.faces.{side}")] = side

    def _on_faces(self, answer: Answered) -> None:
        side = self._asked.pop(answer.query_id, None)
        if side is None or side >= len(self.sides):
            return
        each = self.sides[side]
        if not isinstance(answer.reply, FacesReply):
            each.failure = answer.failure
            self.side_changed.emit(side)
            return
        reply = answer.reply
        first = each.faces is None
        each.failure = None
        each.width, each.height = reply.width, reply.height
        each.detector, each.version = reply.detector, reply.detector_version
        each.faces = tuple(_found_face(reply, data) for data in answer.payload)
        query = answer.query
        again = isinstance(query, DetectFaces) and (query.crop is not None or query.confidence != CONFIDENCE)
        if each.stored is None and not again:
            self._settle(side)
        elif each.other_size:
            each.settle()
        if again and each.faces:
            self._offer(side, each.faces)
        self.side_changed.emit(side)
        if first and each.face is not None:
            self._share_keys()
            self.settled.emit(side)
            self._mesh_timer.start()

    def _offer(self, side: int, faces: tuple[Face, ...]) -> None:
        face = self.sides[side].settled
        if len(faces) > 1 or (face is not None and face.edited):
            self.faces_offered.emit(side, faces)
        else:
            self.take_face(side, faces[0])

    def take_face(self, side: int, face: Face) -> None:
        """Edit another face: one of several, or one from a new detection. Key points stay."""
        before = self.sides[side].settled
        keys = before.key_points if before is not None else ()
        self.sides[side].placement = None
        self.store(side, self.tr("Choose face"), replace(face, key_points=keys))

    # Points

    def show(self, side: int, face: Face) -> None:
        """Show points in the middle of an edit, without keeping them."""
        self.sides[side].face = face
        self.moved.emit(side)

    def take_back(self, side: int) -> None:
        """Show the points as they were after the last edit."""
        self.sides[side].face = self.sides[side].settled
        self.moved.emit(side)

    def store(self, side: int, label: str, face: Face, *, merge: str = "") -> bool:
        """Keep points as one step that can be undone; returns whether anything changed.

        Raises:
            ValueError: a point is not a number, or far outside of the picture.
        """
        each = self.sides[side]
        landmarks = face.landmarks()
        if each.morph_id:
            change = partial(changes.set_morph_landmarks, clip_id=each.morph_id, second=side == 1, landmarks=landmarks)
        else:
            change = partial(changes.set_landmarks, item_id=each.item_id, landmarks=landmarks)
        return self.document.apply(label, change, merge=merge)

    def forget_edits(self, side: int, label: str) -> None:
        """Go back to what the detector finds by itself."""
        each = self.sides[side]
        if each.morph_id:
            change = partial(changes.set_morph_landmarks, clip_id=each.morph_id, second=side == 1, landmarks=None)
        else:
            change = partial(changes.set_landmarks, item_id=each.item_id, landmarks=None)
        self.document.apply(label, change)

    def fail(self, side: int, failure: Failure) -> None:
        """Say that the file of a picture cannot be shown."""
        self.sides[side].failure = failure
        self.side_changed.emit(side)

    # Inside

    def _own(self, project: Project, clip_id: str, index: int) -> Landmarks | None:
        found = changes.morph_of(project, clip_id) if clip_id else None
        if found is None:
            return None
        return found[0].second_landmarks if index else found[0].first_landmarks

    def _take_stored(self, index: int, project: Project) -> bool:
        """Read what the project keeps; returns whether that has changed."""
        side = self.sides[index]
        item = changes.picture(project, side.item_id)
        stored = self._own(project, side.morph_id, index) if side.morph_id else (item.landmarks if item else None)
        if stored is side.stored:
            return False
        same = stored == side.stored
        side.stored = stored
        if not same:
            side.settle()
        return not same

    def _on_project(self, project: Project) -> None:
        if any(changes.picture(project, side.item_id) is None for side in self.sides):
            self.close()
            return
        for index in range(len(self.sides)):
            if self._take_stored(index, project):
                self._settle(index)

    def _settle(self, side: int) -> None:
        self.sides[side].settle()
        self._share_keys()
        self.moved.emit(side)
        self.settled.emit(side)
        self._mesh_timer.start()

    def _share_keys(self) -> None:
        ids = dict.fromkeys(point.id for face in self.faces for point in face.key_points)
        self.selection.set_key_ids(tuple(ids))

    def _ask_mesh(self) -> None:
        """Have the triangles made anew when what they rest on has changed."""
        faces = self.faces
        if not faces or len(faces) < len(self.sides):
            if self.mesh is not None:
                self.mesh, self._mesh_key = None, b""
                self.mesh_changed.emit()
            return
        places = sound_places(faces)
        key = b"".join(each.tobytes() for each in places) + repr(shared_keys(faces)).encode()
        if key != self._mesh_key:
            self._mesh_key = key
            self._mesh_of = (places, shared_keys(faces))
            query = SharedMesh(first=_wire(places[0]), second=_wire(places[1]) if len(places) > 1 else b"")
            self.engine.ask(query, self._on_mesh, "landmarks.mesh")

    def _on_mesh(self, answer: Answered) -> None:
        if not isinstance(answer.reply, MeshReply):
            self._mesh_key = b""
            return
        # The channel keeps the newest question only, so the answer is to what was asked last.
        places, keys = self._mesh_of
        triangles = np.frombuffer(answer.payload[0], "<i4").reshape(-1, 3).astype(np.int32)
        left_out = np.frombuffer(answer.payload[1], "<i4")
        self.mesh = FaceMesh(triangles, tuple(left_out[left_out < LANDMARK_COUNT].tolist()), keys, places)
        self.mesh_changed.emit()


def _wire(points: Points) -> bytes:
    return points.astype("<f8").tobytes()


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
