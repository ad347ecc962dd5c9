"""The dialog that names and colours a marker."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLineEdit, QWidget

from desktop.widgets import painting
from desktop.widgets.buttons import Button, Kind, Painted
from desktop.widgets.dialog import Dialog
from desktop.widgets.labels import box, column, row
from desktop.widgets.pane import FieldBox
from desktop.widgets.theme import theme
from desktop.widgets.tokens import MARKER_COLOURS
from desktop.widgets.words import tr
from engine.project.timeline import Marker


class Swatch(Painted, QAbstractButton):
    """A colour to choose; the chosen one has a frame and a check of its own."""

    ring_radius = 6

    def __init__(self, colour: str, name: str) -> None:
        super().__init__()
        self.colour = colour
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(32), theme().px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        inner = QRectF(self.rect()).adjusted(5, 5, -5, -5)
        painting.frame(painter, inner, fill=look.colour(self.colour), radius=4)
        if self.isChecked():
            painting.frame(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), edge=look.colour("text"), radius=6)


class MarkerDialog(Dialog):
    """Name and colour of one marker.

    Args:
        parent: the window.
        marker: what it is called and coloured now.
    """

    def __init__(self, parent: QWidget, marker: Marker) -> None:
        self.name = QLineEdit(marker.name)
        self.name.selectAll()
        known = dict(MARKER_COLOURS)
        colours = [*MARKER_COLOURS, *([] if marker.colour in known else [(marker.colour, tr("As it is"))])]
        self.swatches = [Swatch(colour, tr(name)) for colour, name in colours]
        # The dialog's own constructor comes after, and makes no group its child by itself.
        group = QButtonGroup()
        for swatch in self.swatches:
            group.addButton(swatch)
            swatch.setChecked(swatch.colour == marker.colour)
        colour_row = box(row(*self.swatches, None, space=4))
        body = column(FieldBox(tr("Name"), self.name), FieldBox(tr("Colour"), colour_row), space=12)
        cancel, main = Button(tr("Cancel"), height=32), Button(tr("Change marker"), kind=Kind.MAIN, height=32)
        super().__init__(parent, tr("Name and colour the marker"), body, (cancel, main), first=self.name)
        group.setParent(self)
        cancel.clicked.connect(self.reject)
        main.clicked.connect(self.accept)
        self.name.returnPressed.connect(self.accept)

    def colour(self) -> str:
        """Return the chosen colour."""
        return next((swatch.colour for swatch in self.swatches if swatch.isChecked()), MARKER_COLOURS[0][0])
