"""The gallery as a Qt model: rows are read from the index when they are looked at."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot

from desktop.state import media_edits
from desktop.state.document import Document
from desktop.state.gallery_cells import COLUMNS, cell_text, column_title
from desktop.state.gallery_index import Found, GalleryIndex, open_index
from desktop.state.gallery_indexer import Indexer
from desktop.state.gallery_item import GalleryFilter, GalleryItem
from desktop.state.gallery_rows import GalleryRows
from engine.project.boards import Board
from engine.project.media import ColourMark
from engine.project.schema import Project

Index = QModelIndex | QPersistentModelIndex

ItemRole = Qt.ItemDataRole.UserRole
"""The :class:`GalleryItem` of a row."""


_IN_BACKGROUND = 400
_NO_INDEX = QModelIndex()


class GalleryModel(QAbstractTableModel):
    """What the project has, filtered.

    One model for the grid (column 0) and its table twin, so that both share one selection model.
    Changes go through the document, so that they can be undone.

    Args:
        document: whose media is shown.
        folder: where indexes are kept.
    """

    filter_changed = Signal(object)  # arg: GalleryFilter
    contents_changed = Signal(object)  # arg: dict of kind -> count, whatever the filter
    boards_changed = Signal(object)  # arg: tuple of Board
    indexing = Signal(object)  # arg: True while the index is being made

    def __init__(self, document: Document, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._folder = folder
        self._filter = GalleryFilter()
        self._index: GalleryIndex | None = None
        self._rows = GalleryRows()
        self._project: Project | None = None
        self._boards: tuple[Board, ...] = ()
        self._indexer: Indexer | None = None
        document.opened.connect(self._on_opened)
        document.changed.connect(self._on_changed)
        document.lost.changed.connect(self._on_missing)
        self._on_opened(document.path)

    # Qt's side

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows.found.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index.row()) if index.isValid() else None
        if item is None:
            return None
        if role == ItemRole:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell_text(item, COLUMNS[index.column()])
        return item.prompt or item.title if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        return column_title(COLUMNS[section])

    # What is shown

    @property
    def filter(self) -> GalleryFilter:
        return self._filter

    def set_filter(self, wanted: GalleryFilter) -> None:
        """Show what a filter lets through."""
        if wanted != self._filter:
            self._filter = wanted
            self._search()
            self.filter_changed.emit(wanted)

    def item(self, row: int) -> GalleryItem | None:
        """Return the item in a row; None past the end."""
        return self._rows.item(row)

    def items(self, start: int, stop: int) -> tuple[GalleryItem, ...]:
        """Return the items of a range of rows."""
        found = (self.item(row) for row in range(max(0, start), min(stop, self.rowCount())))
        return tuple(item for item in found if item is not None)

    def row_of(self, item_id: str) -> int:
        """Return the row in which an item is shown now, or -1."""
        row = self._index.row_of(item_id) if self._index is not None else None
        try:
            return self._rows.found.rows.index(row) if row is not None else -1
        except ValueError:
            return -1

    def rows_of(self, item_ids: Iterable[str]) -> list[int]:
        """Return the rows in which items are shown now, in their order; those that are not shown are left out."""
        if self._index is None:
            return []
        places = {row: place for place, row in enumerate(self._rows.found.rows)}
        found = (places.get(row) for row in self._index.rows_of(item_ids))
        return [place for place in found if place is not None]

    def counts(self) -> dict[str, int]:
        """Return how many there are of each kind, whatever the filter."""
        return self._index.counts() if self._index is not None else {}

    def models(self) -> tuple[str, ...]:
        return self._index.models() if self._index is not None else ()

    def styles(self) -> tuple[str, ...]:
        return self._index.styles() if self._index is not None else ()

    # What a person does

    def rate(self, item_ids: tuple[str, ...], stars: int) -> None:
        """Give 0 to 5 stars."""
        self._apply(self.tr("Rate"), partial(media_edits.rate, item_ids=item_ids, stars=stars))

    def mark(self, item_ids: tuple[str, ...], colour: ColourMark) -> None:
        """Give a colour mark, "" for none."""
        self._apply(self.tr("Mark"), partial(media_edits.mark, item_ids=item_ids, colour=colour))

    def reject(self, item_ids: tuple[str, ...], rejected: bool = True) -> None:
        """Reject results, or take that back."""
        self._apply(self.tr("Reject"), partial(media_edits.reject, item_ids=item_ids, rejected=rejected))

    def rename(self, item_id: str, name: str) -> None:
        self._apply(self.tr("Rename"), partial(media_edits.rename, item_id=item_id, name=name))

    def remove(self, item_ids: tuple[str, ...]) -> None:
        """Take items out of the project, their clips with them; the files stay."""
        self._apply(self.tr("Remove"), partial(media_edits.remove, item_ids=item_ids))

    def boards(self) -> tuple[Board, ...]:
        """Return the project's boards; show one with ``GalleryFilter(board=board.id)``."""
        return self._document.project.boards

    def board(self, board_id: str) -> Board | None:
        """Return a board, or None when it is gone."""
        return next((board for board in self.boards() if board.id == board_id), None)

    def add_board(self, name: str, item_ids: tuple[str, ...] = ()) -> str:
        """Make a board with some items on it, and return its id."""
        self._apply(self.tr("Add board"), partial(media_edits.add_board, name=name, item_ids=item_ids))
        return self.boards()[-1].id

    def rename_board(self, board_id: str, name: str) -> None:
        self._apply(self.tr("Rename board"), partial(media_edits.rename_board, board_id=board_id, name=name))

    def remove_board(self, board_id: str) -> None:
        """Remove a board; what lies on it stays in the project."""
        self._apply(self.tr("Remove board"), partial(media_edits.remove_board, board_id=board_id))

    def put_on_board(self, board_id: str, item_ids: tuple[str, ...]) -> None:
        change = partial(media_edits.put_on_board, board_id=board_id, item_ids=item_ids)
        self._apply(self.tr("Put on board"), change)

    @property
    def arranged(self) -> bool:
        """True while a board is shown in the order that a person gave it."""
        return self._filter.order == "board" and self.board(self._filter.board) is not None

    def arrange(self, item_ids: tuple[str, ...], before: str | None) -> None:
        """Move items of the board that is shown before another one, None to its end."""
        change = partial(media_edits.arrange_board, board_id=self._filter.board, item_ids=item_ids, before=before)
        self._apply(self.tr("Arrange board"), change)

    def take_off_board(self, board_id: str, item_ids: tuple[str, ...]) -> None:
        change = partial(media_edits.take_off_board, board_id=board_id, item_ids=item_ids)
        self._apply(self.tr("Take off board"), change)

    def close(self) -> None:
        """Wait for the indexing and let go of the index."""
        if self._indexer is not None:
            self._indexer.wait()
        if self._index is not None:
            self._index.close()
            self._index = None

    def _apply(self, label: str, change: media_edits.Change) -> None:
        self._document.apply(label, change)

    @Slot(object)
    def _on_opened(self, path: Path) -> None:
        self.close()
        self._project = None
        self._index = open_index(self._folder, path)
        self._sync(self._document.project)
        self._take_boards(self._document.project.boards)

    @Slot(object)
    def _on_changed(self, project: Project) -> None:
        if self._project is None or project.media is not self._project.media:
            self._sync(project)
        if project.boards is not self._boards:
            self._take_boards(project.boards)

    @Slot(object)
    def _on_missing(self, _missing: object) -> None:
        """Files have gone or come back: look at each again when it is shown."""
        self._rows.forget()
        if len(self._rows.found.rows):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows.found.rows) - 1, len(COLUMNS) - 1))

    def _take_boards(self, boards: tuple[Board, ...]) -> None:
        """Boards have changed: what lies on the one that is shown, or that it is gone."""
        before, self._boards = self._boards, boards
        if self._filter.board:
            if self.board(self._filter.board) is None:
                order = "newest" if self._filter.order == "board" else self._filter.order
                self.set_filter(replace(self._filter, board="", order=order))
            else:
                self._search()
        if boards != before:
            self.boards_changed.emit(boards)

    def _sync(self, project: Project) -> None:
        """Bring the index up to the project: at once for a few items, in the background for many."""
        if self._index is None or self._indexer is not None:
            return
        before = {item.id: item for item in self._project.media} if self._project is not None else {}
        opened, self._project = self._project is None, project
        # Items are frozen: those that did not change are the same objects.
        changed = [item for item in project.media if before.pop(item.id, None) is not item]
        if len(changed) + len(before) <= _IN_BACKGROUND:
            if opened:
                self._index.sync(project.media, self._document.path)
            else:
                self._index.update(changed, before, self._document.path)
            self._search()
            self.contents_changed.emit(self.counts())
            return
        self._search()
        self.indexing.emit(True)
        self._indexer = Indexer(self._index.path, project, self._document.path, self)
        self._indexer.finished.connect(self._on_indexed)
        self._indexer.start()

    @Slot()
    def _on_indexed(self) -> None:
        indexer, self._indexer = self._indexer, None
        if indexer is not None:
            indexer.wait()
            indexer.deleteLater()
        self.indexing.emit(False)
        self._search()
        self.contents_changed.emit(self.counts())
        self._on_changed(self._document.project)

    def _search(self) -> None:
        """Look again, and tell views no more than what changed, so that selection and place stay."""
        before = self._rows.found
        wanted, board = self._filter, self.board(self._filter.board)
        if board is not None:
            wanted = replace(wanted, items=board.items)
        found = self._index.search(wanted) if self._index is not None else Found.empty()
        new = len(found.rows) - len(before.rows)
        if new == 0 and found.rows == before.rows:
            self._rows.show(found, self._index)
            if len(found.rows):
                self.dataChanged.emit(self.index(0, 0), self.index(len(found.rows) - 1, len(COLUMNS) - 1))
        elif new > 0 and len(before.rows) and found.rows[new:] == before.rows:
            self.beginInsertRows(QModelIndex(), 0, new - 1)
            self._rows.show(found, self._index)
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._rows.show(found, self._index)
            self.endResetModel()


__all__ = ["COLUMNS", "GalleryModel", "ItemRole"]
