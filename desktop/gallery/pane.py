"""The gallery pane: header, search and filters, grid or table, and what can be done with the selection."""

from collections.abc import Callable
from typing import get_args

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QMenu, QStackedWidget

from desktop.create.pictures_field import dropped_files
from desktop.gallery.filters import FilterBar, mark_word
from desktop.gallery.grid import GalleryGrid, GalleryTable
from desktop.gallery.tile import SOUND_KINDS, kind_word
from desktop.gallery.waveforms import Waveforms
from desktop.shell.actions import Actions
from desktop.state.gallery import GalleryModel
from desktop.state.gallery_item import GalleryFilter, GalleryItem
from desktop.state.thumbnails import Thumbnails
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.empty import EmptyState
from desktop.widgets.fields import Slider
from desktop.widgets.labels import ElidedLabel, row
from desktop.widgets.pane import Pane
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, short_name, tr, within
from engine.project.media import ColourMark

_EMPTY, _NOTHING_FOUND, _GRID, _TABLE = range(4)


class GalleryPane(Pane):
    """Shows what the project has.

    Args:
        model: the items; grid and table share its one selection.
        thumbnails: small pictures.
        waveforms: peaks of sounds.
        actions: the commands whose buttons and menu entries stand here.
    """

    opened = Signal(object)
    """arg: GalleryItem a person opened."""

    chosen_changed = Signal(object)
    """arg: tuple of the GalleryItems that are selected."""

    files_dropped = Signal(object)
    """arg: tuple of Path."""

    def __init__(self, model: GalleryModel, thumbnails: Thumbnails, waveforms: Waveforms, actions: Actions) -> None:
        super().__init__(tr("Gallery"))
        self.model = model
        self._actions = actions
        self.setAcceptDrops(True)
        self.filters = FilterBar(model)
        self.grid = GalleryGrid(model, thumbnails, waveforms)
        self.table = GalleryTable(model, self.grid.selectionModel())
        self._build_header()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty_state())
        self._stack.addWidget(self._nothing_found())
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.table)
        self.body.addWidget(self.filters)
        self.body.addWidget(self._stack, 1)
        self._build_footer()
        for view in (self.grid, self.table):
            view.opened.connect(self.opened)
        self.grid.customContextMenuRequested.connect(self._show_menu)
        self.grid.selectionModel().selectionChanged.connect(self._on_selection)
        model.modelReset.connect(self._refresh)
        model.contents_changed.connect(self._refresh)
        actions.attach("gallery", self)
        self._refresh()

    def chosen(self) -> tuple[GalleryItem, ...]:
        return tuple(self.grid.chosen())

    def chosen_pictures(self) -> tuple[GalleryItem, ...]:
        return tuple(item for item in self.chosen() if item.kind == "picture")

    def show_table(self, as_table: bool) -> None:
        """Show the table instead of the grid, with the same selection."""
        self._as_table = as_table
        self._refresh()
        (self.table if as_table else self.grid).setFocus()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(264), theme().px(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(120))

    def _build_header(self) -> None:
        self._as_table = False
        self.size_slider = Slider(56, 240, name=tr("Size of the thumbnails"))
        self.size_slider.setValue(75)
        self.size_slider.setFixedWidth(theme().px(64))
        self.size_slider.setToolTip(tr("Size of the thumbnails"))
        self.size_slider.valueChanged.connect(self.grid.set_side)
        self.compare_button = IconButton("columns-2", tr("Compare two pictures"), keys="Ctrl+D")
        self.add_button = IconButton("plus", tr("Add files …"), keys="Ctrl+I")
        self.more_button = IconButton("ellipsis", tr("More"))
        self.compare_button.clicked.connect(self._actions["gallery.compare"].trigger)
        self.add_button.clicked.connect(self._actions["file.add"].trigger)
        self.more_button.clicked.connect(self._show_more)
        for part in (self.size_slider, self.compare_button, self.add_button, self.more_button):
            self.header.tools.addWidget(part)

    def _build_footer(self) -> None:
        self.count = ElidedLabel("", "small", bold=True)
        self.names = ElidedLabel("", "tiny", "text2")
        words = row(self.count, self.names, space=8)
        words.setStretch(1, 1)
        self.morph_button = Button(tr("Morph these"), "blend")
        self.morph_button.clicked.connect(self._actions["create.morph_selected"].trigger)
        self.details_button = IconButton("info", tr("Show details"), keys="Alt+Return", framed=True)
        self.details_button.clicked.connect(self._actions["gallery.details"].trigger)
        self.compare = Button(tr("Compare"), "columns-2")
        self.compare.clicked.connect(self._actions["gallery.compare"].trigger)
        buttons = row(self.morph_button, self.compare, self.details_button, space=6)
        for index in range(2):
            buttons.setStretch(index, 1)
        self.footer.addLayout(words)
        self.footer.addLayout(buttons)

    def _empty_state(self) -> EmptyState:
        add = Button(tr("Add files …"), "plus")
        add.clicked.connect(self._actions["file.add"].trigger)
        return EmptyState("images", tr("Portraits, movies and voices you make or drop appear here."), add)

    def _nothing_found(self) -> EmptyState:
        clear = Button(tr("Clear search and filters"), "rotate-ccw")
        clear.clicked.connect(self._clear)
        return EmptyState("search-x", tr("Nothing in the gallery is like that."), clear)

    def _clear(self) -> None:
        self.filters.search.clear()
        self.model.set_filter(GalleryFilter())

    def _refresh(self, *_args: object) -> None:
        everything = sum(self.model.counts().values())
        self.header.set_title(tr("Gallery"), str(everything) if everything else "")
        self.filters.setVisible(everything > 0)
        if not everything:
            page = _EMPTY
        elif not self.model.rowCount():
            page = _NOTHING_FOUND
        else:
            page = _TABLE if self._as_table else _GRID
        self._stack.setCurrentIndex(page)
        self._on_selection()

    def _on_selection(self, *_args: object) -> None:
        items = self.chosen()
        pictures = [item for item in items if item.kind == "picture"]
        self.show_footer(bool(items))
        if items:
            self.count.set_text(self._count_words(items))
            self.names.set_text(", ".join(short_name(item.title) for item in items[:12]))
            self.morph_button.setText(tr("Morph these") if len(pictures) > 1 else tr("Morph with …"))
            self.morph_button.setVisible(bool(pictures))
            self.compare.setVisible(len(pictures) == 2 and len(items) == 2)
            self.details_button.setVisible(len(items) == 1)
        self.chosen_changed.emit(items)

    @staticmethod
    def _count_words(items: tuple[GalleryItem, ...]) -> str:
        if all(item.kind == "picture" for item in items):
            return counted(len(items), "{n} picture", "{n} pictures")
        if all(item.kind in SOUND_KINDS for item in items):
            return counted(len(items), "{n} sound", "{n} sounds")
        if len(items) == 1:
            return f"1 {within(kind_word(items[0].kind))}"
        return tr("{n} results", n=len(items))

    def _show_menu(self, place: QPoint) -> None:
        if self.chosen():
            self._menu().popup(self.grid.viewport().mapToGlobal(place))

    def _menu(self) -> QMenu:
        """Everything that can be done with the selection."""
        menu = QMenu(self)
        keys: tuple[str, ...] = (
            "gallery.open",
            "create.morph_selected",
            "gallery.place",
            "gallery.compare",
            "landmarks.open",
            "gallery.reuse",
            "gallery.details",
            "",
            "gallery.copy",
            "gallery.copy_words",
            "gallery.show_file",
            "",
        )
        for key in keys:
            if not key:
                menu.addSeparator()
            elif key in self._actions.connected():
                menu.addAction(self._actions[key])
        stars = menu.addMenu(tr("Stars"))
        for number in range(6):
            text = tr("No stars") if number == 0 else counted(number, "{n} star", "{n} stars")
            stars.addAction(f"{text}\t{number}", self._rater(number))
        marks = menu.addMenu(tr("Colour mark"))
        for mark in get_args(ColourMark):
            marks.addAction(mark_word(mark) if mark else tr("No mark"), self._marker(mark))
        menu.addAction(self._actions["gallery.reject"])
        menu.addAction(self._actions["gallery.trash"])
        return menu

    def _rater(self, stars: int) -> Callable[[], None]:
        return lambda: self.rate(stars)

    def _marker(self, mark: ColourMark) -> Callable[[], None]:
        return lambda: self.model.mark(self._chosen_ids(), mark)

    def rate(self, stars: int) -> None:
        """Give the selection 0 to 5 stars."""
        self._keep_selection(lambda: self.model.rate(self._chosen_ids(), stars))

    def reject(self) -> None:
        """Reject the selection, or take that back when all of it is rejected."""
        items = self.chosen()
        if items:
            rejected = not all(item.rejected for item in items)
            self._keep_selection(lambda: self.model.reject(self._chosen_ids(), rejected))

    def _keep_selection(self, change: Callable[[], None]) -> None:
        """The model starts afresh after a change; select the same items again."""
        ids = self._chosen_ids()
        change()
        rows = [row for row in (self.model.row_of(item_id) for item_id in ids) if row >= 0]
        self.grid.choose(rows)

    def choose(self, item_ids: tuple[str, ...]) -> None:
        """Select items and show the last of them."""
        rows = [row for row in (self.model.row_of(item_id) for item_id in item_ids) if row >= 0]
        self.grid.choose(rows)
        if rows:
            self.grid.scrollTo(self.model.index(rows[-1], 0))

    def _chosen_ids(self) -> tuple[str, ...]:
        return tuple(item.item_id for item in self.chosen())

    def _show_more(self) -> None:
        menu = QMenu(self)
        menu.addAction(self._actions["gallery.table"])
        menu.addAction(self._actions["gallery.search"])
        menu.addSeparator()
        menu.addAction(tr("Select all"), self.grid.selectAll)
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        text = event.text()
        if len(text) == 1 and text in "012345" and self.chosen():
            self.rate(int(text))
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is not self.grid and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.files_dropped.emit(tuple(dropped_files(event.mimeData())))
        event.acceptProposedAction()
