"""What all rows of the queue view share: the picture of a job, the ground by state, the heads of groups."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.queue import words
from desktop.state.queue_entry import QueueEntry
from desktop.state.thumbnails import Thumbnails
from desktop.widgets import painting
from desktop.widgets.icons import paint_icon
from desktop.widgets.labels import ElidedLabel, IconLabel, label, row
from desktop.widgets.theme import theme
from desktop.widgets.tokens import CLIPS

_SMALL = 240


class JobPicture(QWidget):
    """The picture of a job with the icon of its kind in its clip colours."""

    def __init__(self, thumbnails: Thumbnails, width: int = 40, height: int = 40) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._size = (width, height)
        self._entry: QueueEntry | None = None
        self._image: QImage | None = None
        thumbnails.ready.connect(self._on_ready)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_entry(self, entry: QueueEntry, image: QImage | None = None) -> None:
        self._entry = entry
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._size[0]), theme().px(self._size[1]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if self._entry is None:
            return
        kind = words.kind_of(self._entry.job)
        clip = CLIPS[kind.clip]
        image = self._image
        if image is None and self._entry.thumbnail:
            image = self._thumbnails.picture(self._entry.thumbnail, _SMALL)
        if image is not None:
            painting.cover(painter, self.rect(), image, 4)
        else:
            painting.frame(painter, self.rect(), fill=look.colour(clip.fill(look.dark)), radius=4)
        side = look.px(17)
        square = QRect(3, self.height() - side - 3, side, side)
        painting.frame(painter, square, fill=look.colour(clip.fill(look.dark)), radius=4)
        inner = look.px(12)
        paint_icon(
            painter,
            kind.icon,
            look.colour(clip.line(look.dark)),
            square.center().x() - inner / 2 + 1,
            square.center().y() - inner / 2 + 1,
            inner,
        )

    def _on_ready(self, _thumbnail: object) -> None:
        self.update()


class JobRow(QWidget):
    """What all rows share: ground by state, a ring when focused, a line below."""

    chosen = Signal(object)
    """arg: str, the job's id."""

    def __init__(self, entry: QueueEntry, height: int, *, tinted: bool = False) -> None:
        super().__init__()
        self.entry = entry
        self._height = height
        self._tinted = tinted
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._quiet: list[QWidget] = []

    def show_entry(self, entry: QueueEntry) -> None:
        """Show the entry as it is now."""
        self.entry = entry
        self.setAccessibleName(f"{entry.title}, {words.state_word(entry)[1]}")

    def sizeHint(self) -> QSize:
        return QSize(theme().px(400), max(theme().px(self._height), super().sizeHint().height()))

    def quiet(self, *parts: QWidget) -> None:
        """Show parts only while the pointer or the focus is here."""
        for part in parts:
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
            part.hide()
        self._quiet += parts

    def _show_quiet(self) -> None:
        inside = self.window().focusWidget()
        shown = self.underMouse() or self.hasFocus() or (inside is not None and self.isAncestorOf(inside))
        for part in self._quiet:
            part.setVisible(shown)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_quiet()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_quiet()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_quiet()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_quiet()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.chosen.emit(self.entry.job_id)
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if self._tinted:
            painter.fillRect(self.rect(), look.colour("tint"))
        elif self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), look.colour("hover"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))
        if self.hasFocus():
            painting.frame(painter, self.rect().adjusted(1, 1, -1, -2), edge=look.colour("accent"), radius=4, width=2)


class GroupHead(QWidget):
    """The head of a group: 28 high, icon, word, count and hint."""

    def __init__(self, icon: str, tone: str, title: str, hint: str) -> None:
        super().__init__()
        self.setProperty("ground", "app")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title_label = label(title, "section", "text2")
        self.hint = ElidedLabel(hint, "tiny", "text2")
        layout = row(IconLabel(icon, tone, 14), title_label, self.hint, space=8, margins=(10, 0, 10, 0))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFixedHeight(theme().px(28))
