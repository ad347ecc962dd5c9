"""The grid and its table twin: two views of one model with one selection."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QImage, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListView, QTableView

from desktop.gallery.tile import GAP, TileDelegate
from desktop.gallery.waveforms import Waveforms
from desktop.state.gallery import GalleryModel, ItemRole
from desktop.state.gallery_item import GalleryItem
from desktop.state.thumbnails import Thumbnails
from desktop.widgets import painting
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

MARGIN = 12


class GalleryGrid(QListView):
    """Thumbnails in rows. Only what is seen is painted and asked for."""

    opened = Signal(object)
    """arg: GalleryItem a person opened with Enter or a double click."""

    def __init__(self, model: GalleryModel, thumbnails: Thumbnails, waveforms: Waveforms) -> None:
        super().__init__()
        self.tiles = TileDelegate(thumbnails, waveforms, self)
        self._order: list[int] = []
        self.setModel(model)
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
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
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
        rows = {index.row() for index in self.selectionModel().selectedIndexes()}
        self._order = [row for row in self._order if row in rows]
        self._order += sorted(rows.difference(self._order))
        found = [self.model().index(row, 0).data(ItemRole) for row in self._order]
        return [item for item in found if item is not None]

    def choose(self, rows: Sequence[int]) -> None:
        """Select rows."""
        selection = self.selectionModel()
        selection.clear()
        self._order = list(rows)
        model = self.model()
        for row in rows:
            selection.select(
                model.index(row, 0), QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            )
        if rows:
            selection.setCurrentIndex(model.index(rows[-1], 0), QItemSelectionModel.SelectionFlag.NoUpdate)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        drag = make_drag(self, self.chosen(), self.tiles)
        if drag is not None:
            drag.exec(Qt.DropAction.CopyAction)

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

    def _on_activated(self, index: QModelIndex) -> None:
        item = index.data(ItemRole)
        if item is not None:
            self.opened.emit(item)


class GalleryTable(QTableView):
    """The same items with everything known of them, for keyboard and screen reader."""

    opened = Signal(object)

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
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(tr("Gallery, table"))
        self.activated.connect(self._on_activated)

    def _on_activated(self, index: QModelIndex) -> None:
        item = index.data(ItemRole)
        if item is not None:
            self.opened.emit(item)


def make_drag(source: QAbstractItemView, items: Sequence[GalleryItem], tiles: TileDelegate) -> QDrag | None:
    """Return a drag that gives items to other programs as files, or None when there is nothing to give."""
    paths = [Path(item.path) for item in items if not item.missing]
    if not paths:
        return None
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if len(items) == 1 and items[0].kind == "picture":
        data.setText(items[0].prompt or items[0].title)
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(_drag_picture(source, items, tiles))
    drag.setHotSpot(QPoint(theme().px(24), theme().px(24)))
    return drag


def _drag_picture(source: QAbstractItemView, items: Sequence[GalleryItem], tiles: TileDelegate) -> QPixmap:
    ratio = source.devicePixelRatioF()
    side = theme().px(64)
    image = QImage(QSize(round(side * ratio), round(side * ratio)), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    rect = image.rect()
    rect.setSize(QSize(side, side))
    tiles.paint_content(painter, rect, items[0])
    if len(items) > 1:
        painting.badge(painter, 3, theme().px(19), str(len(items)))
    painter.end()
    return QPixmap.fromImage(image)
