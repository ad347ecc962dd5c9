"""What all edits share: keeping a face as one step that can be undone, and saying why nothing was done."""

from PySide6.QtCore import QObject, Signal

from desktop.landmarks.face import Face
from desktop.landmarks.geometry import Mask
from desktop.landmarks.session import Session
from desktop.widgets.words import tr


class Steps(QObject):
    """Keeps the results of edits in the project.

    Args:
        session: the open pictures.
    """

    said = Signal(object)
    """arg: str, why something was not done, or what was."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.selection = session.selection

    def settled(self, side: int) -> Face | None:
        """Return the face of a picture after the last edit."""
        return self.session.sides[side].settled

    def free(self) -> Mask:
        """Return (478,) which chosen landmarks may move."""
        free: Mask = self.selection.landmarks & ~self.selection.locked
        return free

    def keep(self, side: int, label: str, face: Face, *, merge: str = "") -> bool:
        """Keep a face as one step that can be undone; returns whether anything changed."""
        try:
            return self.session.store(side, label, face, merge=merge)
        except ValueError:
            # The project keeps no points that lie several pictures away.
            self.session.take_back(side)
            self.said.emit(tr("The points would lie far outside of the picture."))
            return False
