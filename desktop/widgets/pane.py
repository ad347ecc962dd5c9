"""The pane every dock is made of: header 36, a body that scrolls, a footer that is always visible."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets import painting
from desktop.widgets.buttons import IconButton, Painted
from desktop.widgets.icons import paint_icon
from desktop.widgets.labels import ElidedLabel, box, column, label, line, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_BAR = 10


class Header(QWidget):
    """The first row of a pane: title, count, and tools at the right; 1 px below."""

    def __init__(self, title: str = "", *, height: int = 36) -> None:
        super().__init__()
        self._height = height
        self.setProperty("ground", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = ElidedLabel(title, "small", bold=True)
        self.count = ElidedLabel("", "tiny", "text2", least=120)
        self.title.setVisible(bool(title))
        self.tools = QHBoxLayout()
        self.tools.setSpacing(theme().px(4))
        self.left = QHBoxLayout()
        self.left.setSpacing(theme().px(8))
        inner = row(self.left, self.title, self.count, None, self.tools, space=8, margins=(12, 0, 8, 0))
        layout = column(box(inner), line(), space=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str, count: str = "") -> None:
        self.title.set_text(title)
        self.title.setVisible(bool(title))
        self.count.set_text(count, "text2")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), theme().px(self._height))


class Pane(QWidget):
    """A pane of the window.

    Args:
        title: the words of its header; without them it has no header of its own.
        ground: what lies behind its body.
        scrolls: whether the body is put into a scroll area.
    """

    def __init__(self, title: str = "", *, ground: str = "pane", scrolls: bool = False) -> None:
        super().__init__()
        self.setProperty("ground", ground)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.header = Header(title)
        self.header.setVisible(bool(title))
        self._layout.addWidget(self.header)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        if scrolls:
            self.body.addStretch(1)
            self._layout.addWidget(scroll_area(box(self.body)), 1)
        else:
            self._layout.addLayout(self.body, 1)
        self.footer = QVBoxLayout()
        px = theme().px
        self.footer.setContentsMargins(px(12), px(10), px(12), px(12))
        self.footer.setSpacing(px(10))
        self._footer = box(column(line(), self.footer, space=0), "pane")
        self._footer.setVisible(False)
        self._layout.addWidget(self._footer)

    def add(self, part: QWidget, *, fills: bool = False) -> None:
        """Put a part at the end of a body that scrolls; one that fills takes the height that is left."""
        # More than the factor of the empty space at the end.
        self.body.insertWidget(self.body.count() - 1, part, 1000 if fills else 0)

    def show_footer(self, visible: bool = True) -> None:
        self._footer.setVisible(visible)


class PaneScroll(QScrollArea):
    """Scrolls down only. Its bar lies over the padding at the right, so that nothing moves when it appears."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        hidden = self.verticalScrollBar()
        hidden.rangeChanged.connect(self._on_range)
        hidden.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(hidden.setValue)
        self.setWidget(inner)
        self._on_range(hidden.minimum(), hidden.maximum())

    def _on_range(self, low: int, high: int) -> None:
        self._bar.setRange(low, high)
        self._bar.setPageStep(self.verticalScrollBar().pageStep())
        self._bar.setVisible(high > low)
        self._bar.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bar.setGeometry(self.width() - _BAR, 0, _BAR, self.height())
        self._bar.setPageStep(self.verticalScrollBar().pageStep())


def scroll_area(inner: QWidget) -> PaneScroll:
    """Return a scroll area for the body of a pane."""
    return PaneScroll(inner)


class _FoldRow(Painted, QAbstractButton):
    """The row of a folded section: chevron, title, and a summary at the right."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.ring_radius = 0
        self.summary = ""
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().height(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), look.colour("hover"))
        side = look.px(14)
        icon = "chevron-down" if self.isChecked() else "chevron-right"
        paint_icon(painter, icon, look.colour("text"), look.px(12), (self.height() - side) / 2, side)
        font = look.font("small", bold=True)
        start = look.px(32)
        width = QFontMetrics(font).horizontalAdvance(self.text())
        painting.text(painter, self.rect().adjusted(start, 0, -look.px(12), 0), self.text(), font, look.colour("text"))
        if not self.isChecked():
            painting.text(
                painter,
                self.rect().adjusted(start + width + look.px(12), 0, -look.px(12), 0),
                self.summary,
                look.font("small"),
                look.colour("text2"),
                Qt.AlignmentFlag.AlignRight,
            )
        if self.hasFocus():
            painting.frame(painter, self.rect(), edge=look.colour("accent"), radius=4, width=2)


class FoldSection(QWidget):
    """A section that is one row with its summary until it is opened."""

    toggled = Signal(object)
    """arg: bool, whether it is open now."""

    def __init__(self, title: str, body: QWidget) -> None:
        super().__init__()
        self._row = _FoldRow(title)
        self._body = body
        body.setVisible(False)
        self.setLayout(column(self._row, body, line(), space=0))
        self._row.toggled.connect(self._toggle)

    def set_summary(self, text: str) -> None:
        self._row.summary = text
        self._row.setAccessibleDescription(text)
        self._row.update()

    def set_open(self, is_open: bool) -> None:
        self._row.setChecked(is_open)

    def is_open(self) -> bool:
        return self._row.isChecked()

    def _toggle(self, is_open: bool) -> None:
        self._body.setVisible(is_open)
        self.toggled.emit(is_open)


class FieldBox(QWidget):
    """A label above its field; reset appears at the label when the value is not the default.

    Args:
        title: the label.
        field: what it names; it becomes the label's buddy.
        help_text: one line for the tooltip.
        hint: a short fact at the right of the label, such as the legal sizes.
    """

    reset = Signal()

    def __init__(self, title: str, field: QWidget, *, help_text: str = "", hint: str = "") -> None:
        super().__init__()
        self.label = label(title, "small", "text2")
        self.label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(title)
        field.setToolTip(help_text)
        self.label.setToolTip(help_text)
        field.setWhatsThis(help_text)
        self.hint = ElidedLabel(hint, "tiny", "text3", align=Qt.AlignmentFlag.AlignRight)
        if not hint:
            # Showing it here, where it has no parent yet, would open a window of its own.
            self.hint.hide()
        self.reset_button = IconButton("rotate-ccw", tr("Reset {name}", name=title), side=24, icon_side=13)
        self.reset_button.set_tone("warn")
        # 24 px is a good target, but the row of the label must not grow when it appears.
        self.reset_button.setFixedSize(theme().px(24), theme().px(18))
        policy = self.reset_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset_button.setSizePolicy(policy)
        self.reset_button.setVisible(False)
        self.reset_button.clicked.connect(self.reset)
        head = row(self.label, self.reset_button, None, self.hint, space=2)
        self.setLayout(column(head, field, space=3))

    def set_changed(self, changed: bool) -> None:
        self.reset_button.setVisible(changed)


def section(title: str, *parts: QWidget, note: QWidget | None = None) -> QWidget:
    """Return a section of a form: its title, its parts, a line below."""
    head = row(label(title, "section"), None, *([note] if note is not None else []), space=8)
    inner = column(*([head] if title else []), *parts, space=8, margins=(12, 11, 12, 12))
    return box(column(inner, line(), space=0))
