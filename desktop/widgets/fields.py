"""Fields: numbers with their unit inside, choices, search, check boxes and switches."""

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSizePolicy,
    QSlider,
    QStyledItemDelegate,
    QWidget,
)

from desktop.widgets import painting
from desktop.widgets.buttons import _Painted
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme


class NumberField(QDoubleSpinBox):
    """A number with its unit inside the field at the right. Whole numbers have ``decimals`` 0.

    The wheel changes the value only while the field has the focus, so that a form can be scrolled over it. With
    ``short`` no zeros are shown that say nothing, which very small numbers need.
    """

    def __init__(
        self,
        low: float,
        high: float,
        *,
        decimals: int = 0,
        unit: str = "",
        step: float = 1.0,
        empty_text: str = "",
        short: bool = False,
    ) -> None:
        super().__init__()
        self._short = short
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setSingleStep(step)
        # The style sheet gives the buttons no width: without buttons, Qt 6.11 leaves the text a width of one pixel.
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.UpDownArrows)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(False)
        self.setLocale(QLocale(QLocale.Language.C) if decimals == 0 else QLocale())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if empty_text:
            self.setSpecialValueText(empty_text)
        self.set_unit(unit)

    def set_unit(self, unit: str) -> None:
        """Show another unit, or none."""
        self._unit = unit
        margin = theme().metrics("small").horizontalAdvance(unit) + theme().px(6) if unit else 0
        self.lineEdit().setTextMargins(theme().px(7), 0, margin, 0)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(84), theme().height(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(56), theme().height(28))

    def textFromValue(self, value: float) -> str:
        text = super().textFromValue(value)
        point = self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if self._short and point in text else text

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unit:
            look = theme()
            rect = QRectF(self.rect()).adjusted(0, 0, -look.px(9), 0)
            painter = QPainter(self)
            painting.text(
                painter, rect, self._unit, look.font("small"), look.colour("text3"), Qt.AlignmentFlag.AlignRight
            )


class _RowDelegate(QStyledItemDelegate):
    """Gives the rows of a drop-down list the height of a menu row."""

    def sizeHint(self, option, index):  # type: ignore[no-untyped-def]
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), theme().height(28))


class ComboBox(QComboBox):
    """One of many choices, with the chevron of the icon set."""

    def __init__(self, *, name: str = "") -> None:
        super().__init__()
        self.setItemDelegate(_RowDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(4)
        if name:
            self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), theme().height(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(64), theme().height(28))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme().px(14)
        x = (
            theme().px(9)
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            else self.width() - side - theme().px(9)
        )
        paint_icon(QPainter(self), "chevron-down", theme().colour("text2"), x, (self.height() - side) / 2, side)


class SearchField(QLineEdit):
    """A field that searches while one types. Escape empties it."""

    def __init__(self, placeholder: str, *, keys: str = "") -> None:
        super().__init__()
        self._keys = keys
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder.rstrip(" …."))
        self.setTextMargins(theme().px(20), 0, theme().px(50) if keys else 0, 0)
        self.setClearButtonEnabled(False)

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme()
        painter = QPainter(self)
        side = look.px(15)
        paint_icon(painter, "search", look.colour("text2"), look.px(9), (self.height() - side) / 2, side)
        if self._keys and not self.text():
            paint_keys(painter, self._keys, self.width() - look.px(6), self.height())


def paint_keys(painter: QPainter, keys: str, right: float, height: float, tone: str = "text2") -> float:
    """Paint a shortcut as one little frame for each key, ending at ``right``; return where it starts."""
    look = theme()
    font = look.font("tiny")
    metrics = QFontMetrics(font)
    side = look.px(17)
    for word in reversed(keys.split(" ")):
        width = max(side, metrics.horizontalAdvance(word) + look.px(10))
        rect = QRectF(right - width, (height - side) / 2, width, side)
        painting.frame(painter, rect, edge=look.colour("edge"), radius=4)
        painter.setFont(font)
        painter.setPen(look.colour(tone))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, word)
        right = rect.left() - look.px(6)
    return right


class CheckBox(_Painted, QCheckBox):
    """A check box of 16 px with its words."""

    ring_radius = 4

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = theme()
        words = look.metrics().horizontalAdvance(self.text()) + look.px(8) if self.text() else 0
        return QSize(look.px(16) + words + 2, look.px(24))

    def hitButton(self, pos) -> bool:  # type: ignore[no-untyped-def]
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        side = look.px(16)
        rect = QRectF(0, (self.height() - side) // 2, side, side)
        if self.isChecked():
            painting.frame(painter, rect, fill=look.colour("accent"), radius=4)
            inner = side - 4
            paint_icon(painter, "check", look.colour("accentink"), rect.left() + 2, rect.top() + 2, inner)
        else:
            over = self.underMouse() and self.isEnabled()
            painting.frame(
                painter, rect, fill=look.colour("hover" if over else "field"), edge=look.colour("edgehi"), radius=4
            )
        tone = "text" if self.isEnabled() else "text3"
        painting.text(
            painter,
            QRectF(self.rect()).adjusted(side + look.px(8), 0, 0, 0),
            self.text(),
            look.font(),
            look.colour(tone),
        )


class Switch(_Painted, QAbstractButton):
    """A setting that is on or off, with the word beside it."""

    ring_radius = 10

    def __init__(self, name: str, on_text: str, off_text: str) -> None:
        super().__init__()
        self._words = (off_text, on_text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = theme()
        width = max(look.metrics().horizontalAdvance(word) for word in self._words)
        return QSize(look.px(34) + look.px(8) + width + 2, max(24, look.px(24)))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        track = QRectF(0, (self.height() - look.px(18)) // 2, look.px(34), look.px(18))
        on = self.isChecked()
        radius = track.height() / 2
        painting.frame(
            painter,
            track,
            fill=look.colour("accent" if on else "press"),
            edge=None if on else look.colour("edgehi"),
            radius=radius,
        )
        thumb = look.px(12)
        x = track.right() - thumb - 3 if on else track.left() + 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accentink" if on else "text"))
        painter.drawEllipse(QRectF(x, track.center().y() - thumb / 2, thumb, thumb))
        words = QRectF(self.rect()).adjusted(track.width() + look.px(8), 0, 0, 0)
        painting.text(painter, words, self._words[on], look.font(), look.colour("text"))


class Stars(QWidget):
    """A rating of 0 to 5 stars. Keys 0 to 5 and the arrow keys set it."""

    rated = Signal(object)
    """arg: int, the rating a person gave."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rating = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def rating(self) -> int:
        return self._rating

    def set_rating(self, rating: int) -> None:
        self._rating = rating
        self.setAccessibleDescription(str(rating))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(18) * 5 + 4, max(24, theme().px(24)))

    def mousePressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        star = min(5, int(event.position().x() // theme().px(18)) + 1)
        self.rated.emit(0 if star == self._rating else star)

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        key = event.key()
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_5:
            self.rated.emit(key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.rated.emit(max(0, min(5, self._rating + (1 if key == Qt.Key.Key_Right else -1))))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        side = look.px(15)
        for index in range(5):
            given = index < self._rating
            colour = look.colour("warn" if given else "text3")
            x = 2 + index * look.px(18)
            paint_icon(painter, "star", colour, x, (self.height() - side) / 2, side, filled=given)
        if self.hasFocus():
            painting.frame(painter, self.rect(), edge=look.colour("accent"), radius=4, width=2)


class Slider(QSlider):
    """A horizontal slider; the wheel passes through it unless it has the focus."""

    def __init__(self, low: int, high: int, *, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(low, high)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painting.frame(painter, self.rect(), edge=theme().colour("accent"), radius=4, width=2)
