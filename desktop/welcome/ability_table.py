"""The card that says what this computer can do: device and memory, what is ready, and what a download would add."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desktop.welcome.abilities import Ability
from desktop.widgets.buttons import Button, LinkButton
from desktop.widgets.labels import ElidedLabel, IconLabel, box, clear, column, label, line, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_ICONS = {
    "ok": ("circle-check", "ok"),
    "download": ("download", "text2"),
    "waiting": ("hourglass", "text2"),
    "no": ("octagon-x", "err"),
}
_ROW = 46


class AbilityTable(QFrame):
    """What this computer can do, in two columns that are read downwards."""

    models_wanted = Signal(object)
    """arg: str, the id of a model that is to be shown, "" for all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shown: tuple[tuple[Ability, ...], str] = ((), "")
        self.device = ElidedLabel("", "small", "text2", middle=True, align=Qt.AlignmentFlag.AlignRight)
        title = label(tr("What this computer can do"), "section")
        self.models = LinkButton(tr("Models …"), "small")
        self.models.clicked.connect(lambda: self.models_wanted.emit(""))
        head = row(
            title, None, IconLabel("cpu", "text2", 15), self.device, 4, self.models, space=8, margins=(14, 6, 14, 6)
        )
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for each in (0, 2):
            self._grid.setColumnStretch(each, 1)
        self.setLayout(column(head, line(), self._grid, space=0, margins=(1, 1, 1, 1)))

    def show_abilities(self, abilities: Sequence[Ability], device: str) -> None:
        """Show abilities, the first half of them at the left, and the words for the device."""
        if (tuple(abilities), device) == self._shown:
            return
        self._shown = tuple(abilities), device
        self.device.set_text(device)
        clear(self._grid)
        rows = (len(abilities) + 1) // 2
        for index, ability in enumerate(abilities):
            side, place = divmod(index, rows)
            self._grid.addWidget(self._cell(ability), place * 2, side * 2)
        for place in range(rows):
            self._grid.addWidget(line("v"), place * 2, 1)
            if place:
                self._grid.addWidget(line(), place * 2 - 1, 0, 1, 3)

    def _cell(self, ability: Ability) -> QWidget:
        icon, tone = _ICONS[ability.state]
        fact = ElidedLabel(ability.fact, "tiny", "text2", middle=True)
        text = column(None, ElidedLabel(ability.title, "small"), fact, None, space=1)
        inner = row(IconLabel(icon, tone, 16), text, space=10, margins=(14, 0, 14, 0))
        inner.setStretch(1, 1)
        if ability.model and ability.state in ("download", "no"):
            button = Button(tr("Get …") if ability.state == "download" else tr("See …"), height=26)
            button.setAccessibleName(f"{button.text()} {ability.title}, {ability.fact}")
            button.clicked.connect(partial(self.models_wanted.emit, ability.model))
            inner.addWidget(button)
        cell = box(inner)
        cell.setFixedHeight(theme().px(_ROW))
        cell.setAccessibleName(f"{ability.title}, {ability.fact}")
        return cell
