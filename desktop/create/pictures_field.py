"""The pictures of a morph, in order: A and B side by side, or a grid of tiles when there are more."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.state.thumbnails import Thumbnails
from desktop.widgets import painting
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, tr

PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".heic", ".heif", ".avif")
_GAP = 8
_MIDDLE = 40
_SWAP = 28


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the local files of something that is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def is_picture(path: Path) -> bool:
    return path.suffix.lower() in PICTURE_SUFFIXES


class PicturesField(QWidget):
    """Shows the pictures, takes dropped ones, and changes their order.

    Keys: arrows choose, Alt+arrows move the chosen one, Delete takes it out (the file stays).
    """

    changed = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._paths: tuple[str, ...] = ()
        self._names: dict[str, str] = {}
        self._chosen = -1
        self._pressed: QPoint | None = None
        self._over = False
        thumbnails.ready.connect(self._on_ready)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Pictures of the morph, in order"))

    def paths(self) -> tuple[str, ...]:
        return self._paths

    def names(self) -> tuple[str, ...]:
        """Return what the pictures are called; files of a project have names that say nothing."""
        return tuple(self._names.get(path, Path(path).stem) for path in self._paths)

    def set_paths(self, paths: Sequence[str], names: Mapping[str, str] | None = None) -> None:
        """Take pictures, in order; ``names`` are their titles by path where they have some."""
        self._paths = tuple(paths)
        self._names.update(names or {})
        self._chosen = min(self._chosen, len(self._paths) - 1)
        self.setAccessibleDescription(
            counted(len(self._paths), "{n} picture", "{n} pictures") + ": " + ", ".join(self.names())
        )
        self.updateGeometry()
        self.update()
        self.changed.emit()

    def reverse(self) -> None:
        """Turn the order round: the last picture first."""
        self.set_paths(self._paths[::-1])

    def move_chosen(self, step: int) -> None:
        """Move the chosen picture by one place."""
        target = self._chosen + step
        if 0 <= self._chosen < len(self._paths) and 0 <= target < len(self._paths):
            paths = list(self._paths)
            paths.insert(target, paths.pop(self._chosen))
            self._chosen = target
            self.set_paths(paths)

    def take_out_chosen(self) -> None:
        """Take the chosen picture out of the morph."""
        if 0 <= self._chosen < len(self._paths):
            self.set_paths([path for index, path in enumerate(self._paths) if index != self._chosen])

    # Geometry

    def _is_pair(self) -> bool:
        return len(self._paths) <= 2

    def sizeHint(self) -> QSize:
        px = theme().px
        if self._is_pair():
            return QSize(px(240), px(112) + px(23))
        columns = 4
        rows = (len(self._paths) + columns - 1) // columns
        side = self._tile_side()
        return QSize(px(240), rows * (side + px(_GAP)) - px(_GAP))

    def resizeEvent(self, _event: object) -> None:
        self.updateGeometry()

    def _tile_side(self) -> int:
        width = self.width() if self.width() > 60 else theme().px(304)
        return (width - 3 * theme().px(_GAP)) // 4

    def _tile(self, index: int) -> QRect:
        px = theme().px
        if self._is_pair():
            width = min(px(124), (self.width() - px(_MIDDLE)) // 2)
            x = 0 if index == 0 else self.width() - width
            return QRect(x, 0, width, px(112))
        side = self._tile_side()
        line, place = divmod(index, 4)
        return QRect(place * (side + px(_GAP)), line * (side + px(_GAP)), side, side)

    def swap_rect(self) -> QRect:
        """Where the button between A and B is."""
        side = theme().px(_SWAP)
        rect = QRect(0, 0, side, side)
        rect.moveCenter(QPoint(self.width() // 2, theme().px(56)))
        return rect

    def _index_at(self, place: QPoint) -> int:
        count = 2 if self._is_pair() else len(self._paths)
        return next((index for index in range(count) if self._tile(index).contains(place)), -1)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._is_pair():
            for index in (0, 1):
                self._paint_pair_side(painter, index)
            if len(self._paths) == 2:
                self._paint_swap(painter)
        else:
            for index in range(len(self._paths)):
                self._paint_tile(painter, index)

    def _paint_picture(self, painter: QPainter, index: int) -> None:
        look = theme()
        rect = self._tile(index)
        side = round(max(rect.width(), rect.height()) * self.devicePixelRatioF())
        image = self._thumbnails.picture(self._paths[index], max(240, side))
        if image is not None:
            painting.cover(painter, rect, image, 4)
        else:
            painting.frame(painter, rect, fill=look.colour("raised"), radius=4)
        if index == self._chosen and self.hasFocus():
            painting.selection_ring(painter, rect.adjusted(3, 3, -3, -3))

    def _paint_pair_side(self, painter: QPainter, index: int) -> None:
        look = theme()
        rect = self._tile(index)
        if index < len(self._paths):
            self._paint_picture(painter, index)
            words = QRect(rect.left(), rect.bottom() + look.px(5), rect.width(), look.px(16))
            painting.text(painter, words, self.names()[index], look.font("small"), look.colour("text"))
            return
        edge = look.colour("accent" if self._over else "edgehi")
        painting.frame(painter, rect, fill=look.colour("field"), edge=edge, radius=4, dashed=True)
        side = look.px(18)
        x, y = rect.center().x() - side / 2, rect.center().y() - side
        paint_icon(painter, "image-plus", look.colour("text3"), x, y, side)
        words = QRect(rect.left() + 4, rect.center().y() + look.px(6), rect.width() - 8, look.px(16))
        text = tr("First picture") if index == 0 else tr("Second picture")
        painting.text(painter, words, text, look.font("tiny"), look.colour("text3"), Qt.AlignmentFlag.AlignHCenter)

    def _paint_swap(self, painter: QPainter) -> None:
        look = theme()
        rect = self.swap_rect()
        over = rect.contains(self.mapFromGlobal(self.cursor().pos()))
        if over:
            painting.frame(painter, rect, fill=look.colour("hover"), radius=6)
        side = look.px(15)
        paint_icon(
            painter,
            "arrow-left-right",
            look.colour("text" if over else "text2"),
            rect.center().x() - side / 2 + 1,
            rect.center().y() - side / 2 + 1,
            side,
        )

    def _paint_tile(self, painter: QPainter, index: int) -> None:
        self._paint_picture(painter, index)
        rect = self._tile(index)
        painting.badge(painter, rect.left() + 3, rect.bottom() - 2, str(index + 1))

    # Input

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if len(self._paths) == 2 and self.swap_rect().contains(place):
            self.reverse()
            return
        index = self._index_at(place)
        self._chosen = index if index < len(self._paths) else -1
        self._pressed = place
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        target = self._index_at(place)
        if self._pressed is not None and 0 <= target < len(self._paths) and target != self._chosen >= 0:
            self.move_chosen(1 if target > self._chosen else -1)
        elif self._pressed is None:
            self.update(self.swap_rect())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -4, Qt.Key.Key_Down: 4}.get(
            Qt.Key(event.key())
        )
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.take_out_chosen()
        elif step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_chosen(step)
        elif self._paths:
            self._chosen = max(0, min(len(self._paths) - 1, self._chosen + step))
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._chosen < 0 and self._paths:
            self._chosen = 0
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(is_picture(path) for path in dropped_files(event.mimeData())):
            self._over = True
            event.acceptProposedAction()
            self.update()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: object) -> None:
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._over = False
        dropped = [str(path) for path in dropped_files(event.mimeData()) if is_picture(path)]
        index = self._index_at(event.position().toPoint())
        if len(dropped) == 1 and 0 <= index < len(self._paths):
            self.set_paths([dropped[0] if place == index else path for place, path in enumerate(self._paths)])
        elif dropped:
            self.set_paths([*self._paths, *dropped])
        event.acceptProposedAction()

    def _on_ready(self, _thumbnail: object) -> None:
        self.update()
