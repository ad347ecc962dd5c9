"""What fills the frame beside a contained picture: the picture itself, blurred, a colour, or what lies below."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog

from desktop.widgets.fields import ComboBox
from desktop.widgets.tokens import FRAME_COLOURS
from desktop.widgets.words import tr


class EdgesField(ComboBox):
    """Chooses a value of ``PlacedClip.edges``."""

    chosen = Signal(object)
    """arg: str, "blur", "none" or "#RRGGBB"."""

    def __init__(self) -> None:
        super().__init__(name=tr("Beside the picture"))
        self._value = "blur"
        self.activated.connect(self._on_activated)

    def set_value(self, value: str) -> None:
        """Show a value."""
        self._value = value
        choices = [("blur", tr("The picture, blurred")), ("none", tr("What lies below"))]
        choices += [(colour, tr(words)) for colour, words in FRAME_COLOURS]
        if value not in dict(choices):
            choices.append((value, value))
        self.clear()
        for each, words in choices:
            self.addItem(words, each)
        self.addItem(tr("Another colour …"), "")
        self.setCurrentIndex(self.findData(value))

    def _on_activated(self, index: int) -> None:
        value = str(self.itemData(index)) or self._ask()
        if value:
            self.chosen.emit(value)
        else:
            self.set_value(self._value)

    def _ask(self) -> str:
        usual = self._value if self._value.startswith("#") else FRAME_COLOURS[0][0]
        colour = QColorDialog.getColor(QColor(usual), self, tr("Colour beside the picture"))
        return colour.name().upper() if colour.isValid() else ""
