"""Every edit a person can make, as one undo step each. Canvas, keys, table and panel all go through here."""

from desktop.landmarks.key_edits import KeyEdits
from desktop.landmarks.moves import Moves
from desktop.landmarks.repairs import Repairs
from desktop.landmarks.session import Session
from desktop.landmarks.steps import Steps
from desktop.landmarks.template_edits import TemplateEdits


class Edits(Steps):
    """The editor's edits, by subject.

    Attributes:
        template: places the whole mesh by hand.
        moves: moves what is chosen.
        repairs: goes back, copies, relaxes.
        keys: adds and deletes key points.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.template = TemplateEdits(self)
        self.moves = Moves(self, self.template)
        self.repairs = Repairs(self, self.template)
        self.keys = KeyEdits(self)
