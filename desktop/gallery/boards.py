"""Boards: the project's named collections, as a list to choose from and to drop results on."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.gallery.carried import carried_ids
from desktop.widgets import painting
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.project.boards import Board

_MOST_ROWS = 6
_LONGEST_NAME = 80
_ID, _COUNT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
NEW = "+"
"""Stands for the row that makes a board of what is dropped on it."""


class _NameField(QLineEdit):
    """Takes Return for itself: the gallery's shortcut for opening a result must not have it."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        # A line edit lets Return through to the list behind it, which would show the board.
        event.accept()


class _RowDelegate(QStyledItemDelegate):
    """Paints a board: icon, name, and at the right how much lies on it."""

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        field = _NameField(parent)
        field.setMaxLength(_LONGEST_NAME)
        field.setAccessibleName(tr("Name of the board"))
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(theme().px(30), 0, -theme().px(8), 0))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme().px(80), theme().height(26))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = theme()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        boards = self.parent()
        assert isinstance(boards, BoardList)
        on = bool(state & QStyle.StateFlag.State_Selected)
        over = boards.over_row == index.row()
        if on or over or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("tint" if on or over else "hover"))
        if over or state & QStyle.StateFlag.State_HasFocus:
            painting.frame(painter, rect.adjusted(1, 1, -1, -1), edge=look.colour("accent"), radius=4, width=2)
        board_id = index.data(_ID)
        icon = "plus" if board_id == NEW else "layout-grid" if board_id else "images"
        side = look.px(14)
        y = rect.center().y() + 1 - side / 2
        paint_icon(painter, icon, look.colour("accenttext" if on else "text2"), rect.left() + look.px(14), y, side)
        count = str(index.data(_COUNT)) if index.data(_COUNT) is not None else ""
        width = look.metrics("tiny").horizontalAdvance(count)
        words = rect.adjusted(look.px(36), 0, -look.px(20) - width, 0)
        tone = look.colour("text2" if board_id == NEW else "text")
        painting.text(painter, words, str(index.data()), look.font("small", bold=on), tone)
        place = rect.adjusted(0, 0, -look.px(12), 0)
        painting.text(painter, place, count, look.font("tiny"), look.colour("text2"), Qt.AlignmentFlag.AlignRight)


class BoardList(QListWidget):
    """The boards. Enter shows one, F2 renames it, Delete removes it; results are put on it by drop."""

    chosen = Signal(object)
    """arg: str, the id of the board that is to be shown, "" for everything."""

    renamed = Signal(object, object)
    """args: str id, str name."""

    removed = Signal(object)
    """arg: str, the id of the board that is to be removed."""

    put = Signal(object, object)
    """args: str id or :data:`NEW`, tuple of ids of what was dropped on it; () makes an empty board."""

    def __init__(self) -> None:
        super().__init__()
        self.over_row = -1
        self._rows: list[object] = []
        self.setItemDelegate(_RowDelegate(self))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(tr("Boards"))
        self.itemClicked.connect(self._on_chosen)
        self.itemActivated.connect(self._on_chosen)
        self.itemChanged.connect(self._on_changed)
        self.customContextMenuRequested.connect(self._show_menu)

    def show_boards(self, boards: tuple[Board, ...], shown: str, everything: int) -> None:
        """Show boards; ``shown`` is the id of the one that is shown in the gallery."""
        rows = [("", everything), *((board.id, board.name, len(board.items)) for board in boards), (shown,)]
        if rows == self._rows:
            # Nothing of it has changed: a name that is being typed stays open.
            return
        self._rows = list(rows)
        self.blockSignals(True)
        self.clear()
        self._add("", tr("Everything"), everything)
        for board in boards:
            self._add(board.id, board.name or tr("Board"), len(board.items))
        self._add(NEW, tr("New board"), None)
        for row in range(self.count()):
            if self.item(row).data(_ID) == shown:
                self.setCurrentRow(row)
        self.blockSignals(False)
        self.setFixedHeight(min(_MOST_ROWS, self.count()) * theme().height(26))

    def edit_board(self, board_id: str) -> None:
        """Let a person type the name of a board."""
        for row in range(self.count()):
            if self.item(row).data(_ID) == board_id:
                self.setCurrentRow(row)
                self.editItem(self.item(row))

    def _add(self, board_id: str, name: str, count: int | None) -> None:
        item = QListWidgetItem(name)
        item.setData(_ID, board_id)
        item.setData(_COUNT, count)
        item.setToolTip(name)
        if board_id not in ("", NEW):
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.addItem(item)

    def _on_chosen(self, item: QListWidgetItem) -> None:
        if item.data(_ID) == NEW:
            self.put.emit(NEW, ())
        else:
            self.chosen.emit(item.data(_ID))

    def _on_changed(self, item: QListWidgetItem) -> None:
        self.renamed.emit(item.data(_ID), item.text().strip())

    def _show_menu(self, place: QPoint) -> None:
        item = self.itemAt(place)
        if item is None or item.data(_ID) in ("", NEW):
            return
        board_id = item.data(_ID)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(f"{tr('Rename board')}\tF2", lambda: self.edit_board(board_id))
        menu.addAction(f"{tr('Remove board')}\tDel", lambda: self.removed.emit(board_id))
        menu.popup(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if item is not None and event.key() in keys and item.data(_ID) not in ("", NEW):
            self.removed.emit(item.data(_ID))
            return
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_chosen(item)
            return
        super().keyPressEvent(event)

    # What is dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if carried_ids(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        board_id = item.data(_ID) if item is not None else ""
        self._set_over(self.row(item) if item is not None and board_id else -1)
        if board_id and carried_ids(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._set_over(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(-1)
        item = self.itemAt(event.position().toPoint())
        if item is not None and item.data(_ID):
            event.acceptProposedAction()
            self.put.emit(item.data(_ID), carried_ids(event.mimeData()))

    def _set_over(self, row: int) -> None:
        if row != self.over_row:
            self.over_row = row
            self.viewport().update()
