"""The words of a shot: one text, or one for each window with its seconds and how far it is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.create.history import History
from desktop.create.prompt_field import PromptField
from desktop.create.windows_field import WindowsField, span_of, windows_note
from desktop.queue.shot_progress import WindowState
from desktop.widgets.buttons import IconButton
from desktop.widgets.labels import ElidedLabel, box, column, label, line, row
from desktop.widgets.words import tr
from engine.protocol.shots import Window


class ShotWords(QWidget):
    """A section of the shot panel.

    Args:
        history: where earlier words are kept.
    """

    longer = Signal()
    """A person wants one window more."""

    def __init__(self, history: History) -> None:
        super().__init__()
        self.prompt = PromptField(
            tr("Describe the shot"),
            history,
            "video",
            hint=tr("an old fisherman at dusk, cold blue light, slow push in"),
        )
        self.windows = WindowsField()
        self.title = label("", "section")
        self.note = ElidedLabel("", "tiny", "text2")
        self.more = IconButton("plus", tr("Make it longer by one window"), side=24, icon_side=15)
        self.more.clicked.connect(self.longer)
        head = row(self.title, self.note, self.more, space=8)
        head.setStretch(1, 1)
        inner = column(head, self.prompt, self.windows, space=6, margins=(12, 8, 12, 12))
        self.setLayout(column(box(inner), line(), space=0))

    def show_windows(self, windows: Sequence[Window], rate: float) -> None:
        """Have a text for each window; the first is the prompt.

        Args:
            windows: of the shot.
            rate: frames per second.
        """
        several = len(windows) > 1
        self.windows.show_windows(windows, rate)
        self.note.set_text(windows_note(windows))
        self.title.setText(tr("Windows") if several else tr("Words"))
        self.prompt.set_title(span_of(1, windows[0], rate) if several else tr("Describe the shot"))

    def show_states(self, states: Sequence[WindowState]) -> None:
        """Show how far each window is; nothing for an empty sequence."""
        self.prompt.state.show_state(states[0] if states else None)
        self.windows.show_states(states[1:])
