"""Labels of the type scale, lines, and layouts with the design's spaces."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.widgets import painting
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme

_JOINT = " · "


def label(text: str, style: str = "body", tone: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label in a style of the type scale and, by token, a colour."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("type", style)
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def restyle(widget: QWidget, **properties: object) -> None:
    """Change properties the style sheet looks at, and have it look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def line(direction: str = "h") -> QFrame:
    """Return a line of 1 px: "h" across, "v" down."""
    made = QFrame()
    made.setProperty("line", direction)
    if direction == "h":
        made.setFixedHeight(1)
    else:
        made.setFixedWidth(1)
    return made


def row(
    *parts: QWidget | QLayout | int | None, space: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Lay parts out in a row: an int is an empty space, None takes what is left."""
    layout = QHBoxLayout()
    _fill(layout, parts, space, margins)
    return layout


def column(
    *parts: QWidget | QLayout | int | None, space: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Lay parts out in a column: an int is an empty space, None takes what is left."""
    layout = QVBoxLayout()
    _fill(layout, parts, space, margins)
    return layout


def _fill(
    layout: QHBoxLayout | QVBoxLayout,
    parts: tuple[QWidget | QLayout | int | None, ...],
    space: int,
    margins: tuple[int, int, int, int],
) -> None:
    px = theme().px
    layout.setSpacing(px(space))
    layout.setContentsMargins(*(px(margin) for margin in margins))
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(px(part))
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)


def box(layout: QLayout, ground: str = "none") -> QWidget:
    """Return a widget around a layout, with a ground of the style sheet."""
    made = QWidget()
    made.setProperty("ground", ground)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setLayout(layout)
    return made


class ElidedLabel(QWidget):
    """One line of text that is shortened to the width there is; the whole text is the tooltip when it was shortened.

    Of parts that are joined by dots in the middle, the last ones go as a whole first.

    Args:
        text: what it says.
        style: of the type scale.
        tone: colour token.
        bold: whether it is heavy; None for as the style is.
        middle: whether it is shortened in the middle, as names of files are.
        align: left, right or in the middle.
        least: the width that it keeps, as far as it has words for it, in px for the 13 px base.
    """

    def __init__(
        self,
        text: str = "",
        style: str = "body",
        tone: str = "text",
        *,
        bold: bool | None = None,
        middle: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        least: int = 24,
    ) -> None:
        super().__init__()
        self._least = least
        self._text = text
        self._style = style
        self._tone = tone
        self._bold = bold
        self._align = align
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str, tone: str | None = None) -> None:
        if text == self._text and tone in (None, self._tone):
            return
        self._text = text
        self._tone = tone or self._tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = theme().metrics(self._style, bold=self._bold)
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), theme().px(self._least)) if self._text else 0, hint.height())

    def shown(self) -> str:
        """Return the parts that there is room for; the first is shortened when even it has too little."""
        metrics, shown = theme().metrics(self._style, bold=self._bold), self._text
        if self._mode is Qt.TextElideMode.ElideRight:
            while _JOINT in shown and metrics.horizontalAdvance(shown) > self.width():
                shown = shown.rpartition(_JOINT)[0]
        return shown

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        font = look.font(self._style, bold=self._bold)
        colour = look.colour(self._tone)
        painting.text(QPainter(self), self.rect(), self.shown(), font, colour, self._align, self._mode)
        fits = look.metrics(self._style, bold=self._bold).horizontalAdvance(self._text) <= self.width()
        tip = "" if fits else self._text
        if self.toolTip() != tip:
            self.setToolTip(tip)


class IconLabel(QWidget):
    """An icon that only shows something; it has no name of its own because words stand beside it."""

    def __init__(self, icon: str, tone: str = "text2", side: int = 16) -> None:
        super().__init__()
        self._icon = icon
        self._tone = tone
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, tone: str | None = None) -> None:
        self._icon = icon
        self._tone = tone or self._tone
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._icon, theme().colour(self._tone), 0, 0, theme().px(self._side))


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; its widgets go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
