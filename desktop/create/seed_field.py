"""A seed and its three ways: stay, a random one each time, or one more each time."""

import secrets

from PySide6.QtWidgets import QWidget

from desktop.create.editors import Editor
from desktop.widgets.chips import Option, Segment
from desktop.widgets.labels import row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_LARGEST_RANDOM = 2**31 - 1


class SeedField(QWidget):
    """The seed's number and what happens to it after each start."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        editor.widget.setMaximumWidth(theme().px(108))
        self.way = Segment(
            [
                Option("fixed", tr("Fixed"), help=tr("The same seed gives the same result.")),
                Option("random", tr("Random"), help=tr("A new seed after each start.")),
                Option("increment", tr("+1 each"), help=tr("The next seed after each start.")),
            ],
            name=tr("What happens to the seed"),
            fill=True,
        )
        layout = row(editor.widget, self.way, space=6)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def next_seed(self) -> None:
        """A job was started with the seed: choose the next one."""
        if self.way.value() == "random":
            self._editor.set_value(secrets.randbelow(_LARGEST_RANDOM))
        elif self.way.value() == "increment":
            self._editor.set_value(self._editor.value() + 1)
        else:
            return
        self._editor.changed.emit()
