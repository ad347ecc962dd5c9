"""The grid and its table twin: two views of one model with one selection."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from desktop.gallery.carried import carried_ids
from desktop.gallery.dragging import make_drag
from desktop.gallery.tile import GAP, TileDelegate, stack_badge
from desktop.gallery.waveforms import Waveforms
from desktop.state.gallery import GalleryModel, ItemRole
from desktop.state.gallery_item import GalleryItem
from desktop.state.thumbnails import Thumbnails
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

MARGIN = 12
LEAST, MOST = 56, 240
"""Sides of a thumbnail for the 13 px base."""


class GalleryGrid(QListView):
    """Thumbnails in rows. Only what is seen is painted and asked for."""

    opened = Signal(object)
    """arg: GalleryItem a person opened with Enter or a double click."""

    stack_opened = Signal(object)
    """arg: GalleryItem on whose stack badge a person clicked."""

    dragging = Signal(object)
    """arg: bool, whether results are being dragged."""

    arranged = Signal(object, object)
    """args: tuple of ids that were dropped on the board, str id of the item before which they go, None for the end."""

    zoomed = Signal(object)
    """arg: int, steps by which a person wants the thumbnails larger."""

    def __init__(self, model: GalleryModel, thumbnails: Thumbnails, waveforms: Waveforms) -> None:
        super().__init__()
        self.tiles = TileDelegate(thumbnails, waveforms, self)
        self._order: list[int] = []
        self._chosen: list[GalleryItem] | None = None
        self.drop_row = -1
        """Before which row something that is dragged here would land; -1 while nothing is."""
        self._gallery = model
        self.setModel(model)
        # Before anybody else hears of a change, what was chosen is read afresh.
        self.selectionModel().selectionChanged.connect(self._forget_chosen)
        for signal in (model.modelReset, model.dataChanged, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._forget_chosen)
        self.setItemDelegate(self.tiles)
        # List mode with wrapping lays out by arithmetic; icon mode would keep a tree of all rectangles.
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(tr("Gallery, thumbnails"))
        self.activated.connect(self._on_activated)
        thumbnails.ready.connect(self._repaint)
        waveforms.ready.connect(self._repaint)
        theme().changed.connect(self._fit)
        self._fit()

    def set_side(self, side: int) -> None:
        """Change the side of the thumbnails, 56 to 240 for the 13 px base."""
        self.tiles.set_side(side)
        self._fit()

    def chosen(self) -> list[GalleryItem]:
        """Return the selected items in the order in which they were selected: a morph goes from first to last."""
        if self._chosen is not None:
            return list(self._chosen)
        # By ranges: a list of indexes has one for each column of every row.
        selection = self.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.count())]
        rows = {row for part in parts for row in range(part.top(), part.bottom() + 1)}
        known = set(self._order)
        self._order = [row for row in self._order if row in rows]
        self._order += sorted(rows - known)
        model = self.model()
        assert isinstance(model, GalleryModel)
        found = (model.item(row) for row in self._order)
        self._chosen = [item for item in found if item is not None]
        return list(self._chosen)

    def choose(self, rows: Sequence[int]) -> None:
        """Select rows, and nothing else."""
        model, last = self.model(), self.model().columnCount() - 1
        selection = QItemSelection()
        for first, end in _runs(sorted(rows)):
            selection.select(model.index(first, 0), model.index(end, last))
        self._order = list(rows)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows:
            current = model.index(rows[-1], 0)
            self.selectionModel().setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        self.drag_chosen()

    def drag_chosen(self) -> None:
        """Drag the selection, as files and as results of this project."""
        drag = make_drag(self, self.chosen(), self.tiles)
        if drag is not None:
            self.dragging.emit(True)
            drag.exec(Qt.DropAction.CopyAction)
            self.dragging.emit(False)

    # A board is arranged by dragging inside it

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drag_over(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drag_over(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._set_drop_row(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        row = self._row_at(event.position().toPoint())
        self._set_drop_row(-1)
        event.acceptProposedAction()
        before = self._gallery.item(row)
        self.arranged.emit(carried_ids(event.mimeData()), before.item_id if before is not None else None)

    def _drag_over(self, event: QDragMoveEvent) -> None:
        """Take what lies on the board that is shown; anything else is for the pane around the grid."""
        ids = carried_ids(event.mimeData())
        board = self._gallery.board(self._gallery.filter.board) if self._gallery.arranged else None
        if board is None or not ids or not set(ids) <= set(board.items):
            event.ignore()
            return
        event.acceptProposedAction()
        self._set_drop_row(self._row_at(event.position().toPoint()))

    def _row_at(self, place: QPoint) -> int:
        """Return before which row something dropped at a place lands."""
        index = self.indexAt(place)
        if not index.isValid():
            return self._gallery.rowCount()
        return index.row() + (place.x() > self.visualRect(index).center().x())

    def _set_drop_row(self, row: int) -> None:
        if row != self.drop_row:
            self.drop_row = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        last = self._gallery.rowCount() - 1
        if self.drop_row < 0 or last < 0:
            return
        cell = self.visualRect(self._gallery.index(min(self.drop_row, last), 0))
        gap = theme().px(GAP)
        x = cell.left() if self.drop_row <= last else cell.left() + self.tiles.side + gap
        QPainter(self.viewport()).fillRect(x - 1, cell.top() + gap // 2, 2, self.tiles.side, theme().colour("accent"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        item = index.data(ItemRole) if index.isValid() else None
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if item is not None and item.stack_size > 1 and plain:
            cell = self.visualRect(index)
            gap = theme().px(GAP) // 2
            tile = QRect(cell.left() + gap, cell.top() + gap, self.tiles.side, self.tiles.side)
            if stack_badge(tile, item.stack_size).adjusted(-4, -4, 4, 4).contains(event.position()):
                self.stack_opened.emit(item)
                return
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Digits are stars and belong to the pane; the list would search for a name that begins with them.
        if event.text().isdigit():
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.selectionModel().setCurrentIndex(self.model().index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.viewport().update()

    def _fit(self) -> None:
        look = theme()
        side = look.px(MARGIN) - look.px(GAP) // 2
        self.setViewportMargins(side, 0, 0, 0)
        self.setGridSize(self.tiles.cell())
        self.verticalScrollBar().setSingleStep(self.tiles.cell().height() // 2)

    def _repaint(self, _event: object) -> None:
        self.viewport().update()

    def _forget_chosen(self, *_args: object) -> None:
        self._chosen = None

    def _on_activated(self, index: QModelIndex) -> None:
        item = index.data(ItemRole)
        if item is not None:
            self.opened.emit(item)


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of rows that follow one another; a selection of few ranges is quick."""
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place] != rows[place - 1] + 1:
            yield rows[start], rows[place - 1]
            start = place
