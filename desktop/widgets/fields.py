"""Fields: numbers with their unit inside, choices, search, sliders."""

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSizePolicy,
    QSlider,
    QStyledItemDelegate,
)

from desktop.widgets import painting
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme


class _Scrolled:
    """The wheel changes the value only while the field has the focus, so that a form can be scrolled over it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():  # type: ignore[attr-defined]
            super().wheelEvent(event)  # type: ignore[misc]
        else:
            event.ignore()


class NumberField(_Scrolled, QDoubleSpinBox):
    """A number with its unit inside the field at the right. Whole numbers have ``decimals`` 0.

    With ``short`` no zeros are shown that say nothing, which very small numbers need.
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

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """A point is as good as the comma of the language; between thousands nothing stands here."""
        point = self.locale().decimalPoint()
        return super().validate(text if point in text else text.replace(".", point), place)

    def textFromValue(self, value: float) -> str:
        text = super().textFromValue(value)
        point = self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if self._short and point in text else text

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


class ComboBox(_Scrolled, QComboBox):
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
            painting.key_caps(painter, self._keys, self.width() - look.px(6), self.height())


class Slider(_Scrolled, QSlider):
    """A horizontal slider."""

    def __init__(self, low: int, high: int, *, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(low, high)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painting.frame(painter, self.rect(), edge=theme().colour("accent"), radius=4, width=2)
