"""Buttons, painted from the tokens: with words, with an icon alone, and as a link."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from desktop.widgets import painting
from desktop.widgets.focus import RingFocus
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme

_ICON, _GAP = 16, 7


class Kind(StrEnum):
    """How loud a button is. One pane has at most one ``MAIN``."""

    PLAIN = "plain"
    MAIN = "main"
    QUIET = "quiet"
    DANGER = "danger"


def shortcut_text(keys: str) -> str:
    """Return a shortcut as people write it here: ``Ctrl ↵``, ``Ctrl Shift M``."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    words = native.replace("Return", "↵").replace("Enter", "↵")
    return words if words in ("+", "") else words.replace("+", " ")


class Painted(RingFocus):
    """What the painted buttons share: they repaint when the pointer comes and goes."""

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)  # type: ignore[misc]
        self.update()  # type: ignore[attr-defined]

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)  # type: ignore[misc]
        self.update()  # type: ignore[attr-defined]


class Button(Painted, QPushButton):
    """A button with words, perhaps an icon before and a shortcut behind them.

    Args:
        text: a verb first, sentence case.
        icon: name of an icon, or nothing.
        kind: how loud it is.
        keys: the shortcut shown behind the words; it is not installed here.
        height: height for the 13 px base, or None for the kind's own.
        bold: whether the words are heavy; main buttons always are.
    """

    def __init__(
        self,
        text: str,
        icon: str = "",
        kind: Kind = Kind.PLAIN,
        *,
        keys: str = "",
        height: int | None = None,
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._kind = kind
        self._keys = keys
        self._height = height if height is not None else (32 if kind in (Kind.MAIN, Kind.DANGER) else 28)
        self._bold = bold or kind in (Kind.MAIN, Kind.DANGER)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    @property
    def shows_keys(self) -> bool:
        """Whether a shortcut stands behind the words."""
        return bool(self._keys)

    def set_keys(self, keys: str) -> None:
        """Show another shortcut behind the words."""
        self._keys = keys
        self.updateGeometry()
        self.update()

    def set_icon_name(self, name: str) -> None:
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        width = look.metrics("body", bold=self._bold).horizontalAdvance(self.text()) + look.px(24)
        width += self._icon_width()
        if self._keys:
            width += look.metrics("small").horizontalAdvance(shortcut_text(self._keys)) + look.px(8)
        return QSize(width, look.height(self._height))

    def _icon_width(self) -> int:
        """Return the width of the icon with the gap behind it; alone it has no gap and stands in the middle."""
        if not self._icon_name:
            return 0
        return theme().px(_ICON + _GAP if self.text() else _ICON)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), theme().px(64)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, edge, ink = self._colours()
        painting.frame(painter, self.rect(), fill=fill, edge=edge, radius=6)
        self._paint_words(painter, ink)

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        look = theme()
        over, down = self.underMouse() and self.isEnabled(), self.isDown()
        if not self.isEnabled():
            return look.colour("pane"), look.colour("line"), look.colour("text3")
        if self._kind is Kind.MAIN:
            return look.colour("accenthi" if over and not down else "accent"), None, look.colour("accentink")
        if self._kind is Kind.DANGER:
            return look.colour("danger"), None, look.colour("dangerink")
        if self.isChecked():
            return look.colour("tint"), look.colour("accent"), look.colour("text")
        if self._kind is Kind.QUIET:
            fill = look.colour("press") if down else look.colour("hover") if over else None
            return fill, None, look.colour("text")
        return look.colour("press" if down else "hover" if over else "raised"), look.colour("edge"), look.colour("text")

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        look = theme()
        font = look.font("body", bold=self._bold)
        metrics = QFontMetrics(font)
        keys = shortcut_text(self._keys)
        small = look.font("small", bold=False)
        icon_width = self._icon_width()
        keys_width = QFontMetrics(small).horizontalAdvance(keys) + look.px(8) if keys else 0
        room = self.width() - look.px(16)
        if icon_width + metrics.horizontalAdvance(self.text()) + keys_width > room:
            keys_width, keys = 0, ""
        words = painting.elided(self.text(), metrics, room - icon_width - keys_width)
        total = icon_width + metrics.horizontalAdvance(words) + keys_width
        x = (self.width() - total) / 2
        if self._icon_name:
            side = look.px(_ICON)
            colour = look.colour("accenttext") if self.isChecked() and self._kind is not Kind.MAIN else ink
            paint_icon(painter, self._icon_name, colour, x, (self.height() - side) / 2, side)
        painter.setFont(font)
        painter.setPen(ink)
        rect = QRectF(x + icon_width, 0, total - icon_width - keys_width + 1, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if keys:
            painter.setFont(small)
            painter.drawText(
                QRectF(x + total - keys_width + look.px(8), 0, keys_width, self.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                keys,
            )


class IconButton(Painted, QAbstractButton):
    """An icon without words: its name and shortcut are the tooltip, its name the accessible name.

    Args:
        icon: name of the icon.
        name: what it does, a verb first.
        keys: the shortcut for the tooltip; it is not installed here.
        checkable: whether it stays on; when on it has a tint and the accent.
        side: width and height for the 13 px base.
        framed: with fill and edge like a button with words.
        icon_side: side of the icon.
        width: width where it is not ``side``.
    """

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        keys: str = "",
        checkable: bool = False,
        side: int = 28,
        framed: bool = False,
        icon_side: int = 16,
        width: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._side = side
        self._width = width if width is not None else side
        self._framed = framed
        self._icon_side = icon_side
        self._tone = "text2"
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name, keys)

    def set_name(self, name: str, keys: str = "") -> None:
        """Change what it says it does."""
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {shortcut_text(keys)}" if keys else name)

    def set_icon_name(self, name: str) -> None:
        self._icon_name = name
        self.update()

    def set_tone(self, tone: str) -> None:
        """Change the colour at rest, by token."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        return QSize(look.px(self._width), look.px(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        over = self.underMouse() and self.isEnabled()
        fill = look.colour("raised") if self._framed else None
        edge = look.colour("edge") if self._framed else None
        tone = self._tone if self.isEnabled() else "text3"
        if self.isDown() and self.isEnabled():
            fill = look.colour("press")
        elif self.isChecked():
            fill, tone = look.colour("tint"), "accenttext"
        elif over:
            fill, tone = look.colour("hover"), "text" if self._tone == "text2" else self._tone
        if fill is not None:
            painting.frame(painter, self.rect(), fill=fill, edge=edge, radius=6)
        side = look.px(self._icon_side)
        colour = look.colour(tone)
        if not self.isEnabled():
            painter.setOpacity(0.55)
        paint_icon(painter, self._icon_name, colour, (self.width() - side) / 2, (self.height() - side) / 2, side)


class LinkButton(Painted, QAbstractButton):
    """Words in the accent that do something at once: *Show*, *Undo*, *Read it again*."""

    ring_radius = 4

    def __init__(self, text: str, style: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = theme()
        return QSize(look.metrics(self._style).horizontalAdvance(self.text()) + 2, max(24, look.px(24)))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        font = look.font(self._style)
        font.setUnderline(self.underMouse())
        painting.text(painter, self.rect(), self.text(), font, look.colour("accenttext"))
