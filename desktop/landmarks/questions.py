"""What the editor asks a person: how to detect again, which face, whether to replace or to scale."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.landmarks.dialogs import DetectDialog, FacesDialog
from desktop.landmarks.face import Face
from desktop.landmarks.images import Picture
from desktop.landmarks.session import Session
from desktop.widgets.dialog import ask
from desktop.widgets.words import short_name, tr


class Questions(QObject):
    """Asks, and does what was answered.

    Args:
        page: the questions stand over its window.
        session: the open pictures.
        pictures: their pixels.
    """

    said = Signal(object)
    """arg: str, a short message."""

    def __init__(self, page: QWidget, session: Session, pictures: list[Picture]) -> None:
        super().__init__(page)
        self._page = page
        self._session = session
        self._pictures = pictures
        session.detection.offered.connect(self.offer_faces)

    def detect_again(self, side: int, *, crop: bool = False) -> None:
        """Ask how, and detect again."""
        each = self._session.sides[side]
        dialog = DetectDialog(self._page, each, self._pictures[side].image, self._session.letter(side), crop=crop)
        if dialog.exec():
            self._session.detection.detect(side, dialog.confidence.value(), dialog.crop(), again=True)
        dialog.deleteLater()

    def choose_face(self, side: object) -> None:
        """Ask which of the faces that were found is meant."""
        assert isinstance(side, int)
        self.offer_faces(side, self._session.sides[side].faces or ())

    def offer_faces(self, side: int, faces: tuple[Face, ...]) -> None:
        """Ask which of some faces is meant; nothing is replaced before."""
        each = self._session.sides[side]
        if not faces:
            self.said.emit(
                tr("No face was found in “{name}”. Nothing was changed.", name=short_name(each.name))
                + " "
                + tr("Place the mesh by hand, or detect on a crop around the face.")
            )
            return
        edited = each.settled is not None and bool(each.settled.moved.any())
        dialog = FacesDialog(self._page, each, self._pictures[side].image, faces, replaces=edited)
        if dialog.exec():
            self._session.take_face(side, faces[dialog.faces.number])
        dialog.deleteLater()

    def may_replace(self, side: int) -> bool:
        """Ask whether the work of a person may be replaced; there is no question where there is none."""
        face = self._session.sides[side].settled
        if face is None or not face.edited:
            return True
        name = short_name(self._session.sides[side].name)
        title = tr("Replace the points you have moved in “{name}”?", name=name)
        text = tr("The mesh would be placed anew. You can undo it.")
        answers = [("keep", tr("Keep them")), ("replace", tr("Replace"))]
        return ask(self._page.window(), title, text, answers) == "replace"

    def may_scale(self, width: int, height: int, side: int) -> bool:
        """Ask whether landmarks of a picture of another size are to be scaled to this one."""
        each = self._session.sides[side]
        title = tr("Scale the landmarks to this picture?")
        text = tr(
            "They belong to a picture of {old} pixels, this one has {new}. "
            "That is right when it is the same picture at another size.",
            old=f"{width} x {height}",
            new=f"{each.width} x {each.height}",
        )
        answers = [("keep", tr("Cancel")), ("scale", tr("Scale them"))]
        return ask(self._page.window(), title, text, answers) == "scale"
