"""What is open in the editor: one or two pictures and their points, as the project keeps them."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.landmarks import changes
from desktop.landmarks.detection import Detection
from desktop.landmarks.face import Face
from desktop.landmarks.mesh import FaceMesh
from desktop.landmarks.mesh_maker import MeshMaker
from desktop.landmarks.selection import Selection
from desktop.landmarks.side import Side
from desktop.link import EngineBase
from desktop.state.document import Document
from desktop.widgets.words import tr
from engine.project.folder import resolve
from engine.project.landmarks import Landmarks
from engine.project.schema import Project
from engine.protocol.errors import Failure
from engine.protocol.jobs.morph import MorphSettings

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

    def __init__(self, document: Document, engine: EngineBase, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.engine = engine
        self.selection = Selection(self)
        self.sides: list[Side] = []
        self.settings = MorphSettings()
        self.detection = Detection(engine, self)
        self.detection.found.connect(self._on_found)
        self.detection.taken.connect(self.take_face)
        self.meshes = MeshMaker(engine, self)
        self.meshes.changed.connect(self.mesh_changed)
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
        self.meshes.forget()
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
        self.detection.watch(self.sides)
        self.opened.emit()
        for index in range(len(self.sides)):
            self.detection.detect(index)
        self.meshes.make(self.sides)

    def close(self, *_args: object) -> None:
        """Show no picture."""
        if self.sides:
            self.sides = []
            self.meshes.forget()
            self.detection.watch(())
            self.selection.clear()
            self.selection.set_key_ids(())
            self.opened.emit()

    @property
    def mesh(self) -> FaceMesh | None:
        """The triangles over the open faces, None while they are being made."""
        return self.meshes.mesh

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

    # Points

    def take_face(self, side: int, face: Face) -> None:
        """Edit another face: one of several, or one from a new detection. Key points stay."""
        before = self.sides[side].settled
        keys = before.key_points if before is not None else ()
        self.sides[side].placing = False
        self.store(side, tr("Choose face"), replace(face, key_points=keys))

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

    def fail(self, side: int, failure: Failure) -> None:
        """Say that the file of a picture cannot be shown."""
        self.sides[side].failure = failure
        self.side_changed.emit(side)

    # Inside

    def _on_found(self, side: int, first: bool) -> None:
        each = self.sides[side]
        if each.stored is None and first:
            self._settle(side)
        elif each.other_size:
            each.settle()
        self.side_changed.emit(side)
        if first and each.face is not None:
            self._share_keys()
            self.settled.emit(side)
            self.meshes.make(self.sides)

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
        self.meshes.make(self.sides)

    def _share_keys(self) -> None:
        ids = dict.fromkeys(point.id for face in self.faces for point in face.key_points)
        self.selection.set_key_ids(tuple(ids))
