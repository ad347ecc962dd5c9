"""What is on or off, and stars: check boxes, switches, ratings."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QSizePolicy, QWidget

from desktop.widgets import painting
from desktop.widgets.buttons import Painted
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme


class CheckBox(Painted, QCheckBox):
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


class Switch(Painted, QAbstractButton):
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
