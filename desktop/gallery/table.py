"""The gallery as a table: the twin of the grid, with the same selection."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.state.gallery import COLUMNS, GalleryModel, ItemRole
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_WIDTHS = {"name": 150, "prompt": 260, "made": 130}
_WIDTH = 84
"""Of the other columns, for the 13 px base."""


class GalleryTable(QTableView):
    """The same items with everything known of them, for keyboard and screen reader."""

    opened = Signal(object)

    drag_wanted = Signal()
    """A person drags the selection; the grid knows how."""

    def __init__(self, model: GalleryModel, selection: QItemSelectionModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionModel(selection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme().height(26))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, column in enumerate(COLUMNS):
            self.setColumnWidth(number, theme().px(_WIDTHS.get(column, _WIDTH)))
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAccessibleName(tr("Gallery, table"))
        self.activated.connect(self._on_activated)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # As in the grid: digits are stars.
        if event.text().isdigit():
            event.ignore()
            return
        super().keyPressEvent(event)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        self.drag_wanted.emit()

    def _on_activated(self, index: QModelIndex) -> None:
        item = index.data(ItemRole)
        if item is not None:
            self.opened.emit(item)
