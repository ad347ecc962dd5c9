"""A seed and its three ways: stay, a random one each time, or one more each time."""

import secrets
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.create.editor import Editor
from desktop.widgets.chips import Option, Segment
from desktop.widgets.labels import row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_LARGEST_RANDOM = 2**31 - 1


class SeedField(QWidget):
    """The seed's number and what happens to it after each start."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self.editor = editor
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

    def seeds(self, times: int, stride: int = 1) -> Sequence[int]:
        """Return the seed of each of so many jobs that are queued together; the first is the one shown.

        Jobs of one start differ in any case: by a random seed, or by the next one that no job before has used.

        Args:
            times: how many jobs.
            stride: how many seeds one job uses.
        """
        first = int(self.editor.value())
        if self.way.value() == "random":
            return [first, *(secrets.randbelow(_LARGEST_RANDOM) for _ in range(times - 1))]
        return [first + number * stride for number in range(times)]

    def go_on(self, used: Sequence[int], stride: int = 1) -> None:
        """Jobs with these seeds were started: choose the next one."""
        if self.way.value() == "random":
            self.put(secrets.randbelow(_LARGEST_RANDOM))
        elif self.way.value() == "increment":
            self.put(used[-1] + stride)

    def put(self, seed: int) -> None:
        """Take another seed."""
        self.editor.set_value(seed)
        self.editor.changed.emit()
