"""The list of motions: a picture of the skeleton, its name, its length; those of the project first."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate

from desktop.motion.entries import MotionEntry
from desktop.state.thumbnails import Thumbnails
from desktop.widgets import painting
from desktop.widgets.icons import paint_icon
from desktop.widgets.numbers import short_number
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, tr

_ENTRY = Qt.ItemDataRole.UserRole
_HEAD, _ROW, _PICTURE = 26, 56, 44
_SIDE = 240
Index = QModelIndex | QPersistentModelIndex


def facts(entry: MotionEntry) -> str:
    """Return ``49 frames · 2.4 s``, "" while that is not known."""
    if not entry.frames:
        return ""
    frames = counted(entry.frames, "{n} frame", "{n} frames")
    return tr("{frames} · {n} s", frames=frames, n=short_number(entry.seconds, 1))


class _Delegate(QStyledItemDelegate):
    def __init__(self, thumbnails: Thumbnails, parent: QListWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def sizeHint(self, _option, index: Index) -> QSize:  # type: ignore[no-untyped-def]
        return QSize(10, theme().px(_ROW if index.data(_ENTRY) is not None else _HEAD))

    def paint(self, painter: QPainter, option, index: Index) -> None:  # type: ignore[no-untyped-def]
        look, entry, rect = theme(), index.data(_ENTRY), option.rect
        painter.save()
        if entry is None:
            words = rect.adjusted(look.px(12), 0, -look.px(8), 0)
            painting.text(painter, words, index.data(), look.font("tiny", bold=True), look.colour("text3"))
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("tint"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("hover"))
        side = look.px(_PICTURE)
        place = QRect(rect.left() + look.px(12), rect.top() + (rect.height() - side) // 2, side, side)
        self._paint_picture(painter, place, entry)
        left = place.right() + look.px(10)
        width = rect.right() - left - look.px(8)
        middle, high = rect.center().y(), look.px(18)
        name = QRect(left, middle - high, width, high)
        painting.text(painter, name, entry.name, look.font("small", bold=True), look.colour("text"))
        below = QRect(left, middle, width, high)
        painting.text(painter, below, facts(entry), look.font("tiny"), look.colour("text2"))
        if option.state & QStyle.StateFlag.State_HasFocus and option.widget.hasFocus():
            painting.frame(painter, rect.adjusted(1, 1, -1, -1), edge=look.colour("accent"), radius=4, width=2)
        painter.restore()

    def _paint_picture(self, painter: QPainter, place: QRect, entry: MotionEntry) -> None:
        look = theme()
        image = self._thumbnails.picture(entry.path, _SIDE)
        if image is not None:
            painting.cover(painter, place, image, 4)
            return
        painting.frame(painter, place, fill=look.colour("surround"), radius=4)
        side = look.px(18)
        x, y = place.center().x() - side / 2, place.center().y() - side / 2
        paint_icon(painter, "person-standing", look.colour("text3"), x, y, side)


class MotionList(QListWidget):
    """The motions under the names of their groups. Enter opens one; the menu key shows what can be done with it."""

    picked = Signal(object)
    """arg: MotionEntry that is chosen now."""

    menu_wanted = Signal(object)
    """arg: QPoint on the screen."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.setItemDelegate(_Delegate(thumbnails, self))
        self.setAccessibleName(tr("Motions"))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda point: self.menu_wanted.emit(self.mapToGlobal(point)))
        self.itemSelectionChanged.connect(self._on_chosen)
        thumbnails.ready.connect(self._repaint)

    def show_entries(self, groups: Sequence[tuple[str, Sequence[MotionEntry]]]) -> None:
        """Show groups of motions under their names; what was chosen stays chosen."""
        before = self.current()
        self.blockSignals(True)
        self.clear()
        for title, entries in groups:
            if entries:
                head = QListWidgetItem(title, self)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
            for entry in entries:
                item = QListWidgetItem(entry.name, self)
                item.setData(_ENTRY, entry)
                item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, facts(entry))
                item.setToolTip(str(entry.path.name) if entry.kept else entry.name)
                if before is not None and entry.path == before.path:
                    item.setSelected(True)
                    self.setCurrentItem(item)
        self.blockSignals(False)

    def entries(self) -> list[MotionEntry]:
        """Return what is listed."""
        rows = (self.item(row).data(_ENTRY) for row in range(self.count()))
        return [entry for entry in rows if entry is not None]

    def current(self) -> MotionEntry | None:
        """Return what is chosen."""
        chosen = self.selectedItems()
        return chosen[0].data(_ENTRY) if chosen else None

    def choose(self, path: object) -> bool:
        """Choose the motion of a file; returns whether it is listed."""
        for row in range(self.count()):
            entry = self.item(row).data(_ENTRY)
            if entry is not None and entry.path == path:
                self.setCurrentRow(row)
                return True
        return False

    def _on_chosen(self) -> None:
        entry = self.current()
        if entry is not None:
            self.picked.emit(entry)

    def _repaint(self, _thumbnail: object) -> None:
        self.viewport().update()
