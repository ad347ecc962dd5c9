"""The gallery pane: header, search and filters, boards, grid or table, and what can be done with the selection."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget

from desktop.create.pictures_field import dropped_files
from desktop.gallery.carried import carried_ids
from desktop.gallery.empty_pages import empty_board, nothing_found, nothing_yet
from desktop.gallery.filters import FilterBar
from desktop.gallery.grid import LEAST, MOST, GalleryGrid
from desktop.gallery.making import MakingRow
from desktop.gallery.menu import selection_menu, view_menu
from desktop.gallery.scope import ScopeBar
from desktop.gallery.selection_bar import SelectionBar
from desktop.gallery.table import GalleryTable
from desktop.gallery.waveforms import Waveforms
from desktop.shell.actions import Actions
from desktop.state.gallery import GalleryModel
from desktop.state.gallery_item import GalleryFilter, GalleryItem
from desktop.state.thumbnails import Thumbnails
from desktop.widgets.buttons import IconButton
from desktop.widgets.pane import Pane
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.project.media import ColourMark

_EMPTY, _NOTHING_FOUND, _EMPTY_BOARD, _GRID, _TABLE = range(5)
_STEP = 12
_STANDARD_SIDE = 75


class GalleryPane(Pane):
    """Shows what the project has.

    Args:
        model: the items; grid and table share its one selection.
        thumbnails: small pictures.
        waveforms: peaks of sounds.
        actions: the commands whose buttons and menu entries stand here.
        making: what is being made, shown above the results.
    """

    opened = Signal(object)
    """arg: GalleryItem a person opened."""

    chosen_changed = Signal(object)
    """arg: tuple of the GalleryItems that are selected."""

    files_dropped = Signal(object)
    """arg: tuple of Path."""

    def __init__(
        self,
        model: GalleryModel,
        thumbnails: Thumbnails,
        waveforms: Waveforms,
        actions: Actions,
        making: MakingRow,
    ) -> None:
        super().__init__(tr("Gallery"))
        self.model = model
        self.making = making
        self.actions_ = actions
        self._as_table = False
        self.side = _STANDARD_SIDE
        self.setAcceptDrops(True)
        self.filters = FilterBar(model)
        self.scope = ScopeBar(model)
        self.grid = GalleryGrid(model, thumbnails, waveforms)
        self.table = GalleryTable(model, self.grid.selectionModel())
        self._build_header()
        self._stack = QStackedWidget()
        add, clear, everything = actions["file.add"].trigger, self._clear, self.scope.show_everything
        for page in (nothing_yet(add), nothing_found(clear), empty_board(everything), self.grid, self.table):
            self._stack.addWidget(page)
        self.body.addWidget(self.filters)
        self.body.addWidget(self.scope)
        self.body.addWidget(making)
        self.body.addWidget(self._stack, 1)
        self.selection_bar = SelectionBar(actions)
        self.selection_bar.menu_wanted.connect(self.show_menu_above)
        self.morph_button, self.compare = self.selection_bar.morph_button, self.selection_bar.compare
        self.footer.addWidget(self.selection_bar)
        for view in (self.grid, self.table):
            view.opened.connect(self.opened)
            view.customContextMenuRequested.connect(self._show_menu)
        self.table.drag_wanted.connect(self.grid.drag_chosen)
        self.grid.stack_opened.connect(self.scope.show_stack)
        self.grid.dragging.connect(self.scope.set_dragging)
        self.grid.arranged.connect(self._arrange)
        self.grid.zoomed.connect(lambda steps: self.set_side(self.side + steps * _STEP))
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
        self.view().setFocus()

    def view(self) -> QAbstractItemView:
        """Return the grid or the table, whichever is in use."""
        return self.table if self._as_table else self.grid

    def set_side(self, side: int) -> None:
        """Change the side of the thumbnails, 56 to 240 for the 13 px base."""
        self.side = max(LEAST, min(MOST, side))
        self.grid.set_side(self.side)
        self.making.set_side(self.side)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(264), theme().px(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(120))

    def _build_header(self) -> None:
        self.compare_button = IconButton("columns-2", tr("Compare two pictures"), keys="Ctrl+D")
        self.add_button = IconButton("plus", tr("Add files …"), keys="Ctrl+I")
        self.more_button = IconButton("ellipsis", tr("Size, table, boards"))
        self.compare_button.clicked.connect(self.actions_["gallery.compare"].trigger)
        self.add_button.clicked.connect(self.actions_["file.add"].trigger)
        self.more_button.clicked.connect(self._show_more)
        for part in (self.compare_button, self.add_button, self.more_button):
            self.header.tools.addWidget(part)

    def _clear(self) -> None:
        self.filters.search.clear()
        self.model.set_filter(GalleryFilter())

    def _refresh(self, *_args: object) -> None:
        everything = sum(self.model.counts().values())
        self.header.set_title(tr("Gallery"), str(everything) if everything else "")
        self.filters.setVisible(everything > 0)
        wanted = self.model.filter
        if self.model.rowCount():
            page = _TABLE if self._as_table else _GRID
        elif not everything and wanted == GalleryFilter():
            page = _EMPTY
        elif wanted.board and replace(wanted, board="", order="newest") == GalleryFilter():
            page = _EMPTY_BOARD
        else:
            page = _NOTHING_FOUND
        self._stack.setCurrentIndex(page)
        self._on_selection()

    # The selection

    def _on_selection(self, *_args: object) -> None:
        items = self.chosen()
        self.show_footer(bool(items))
        if items:
            self.selection_bar.show_items(items)
        self.chosen_changed.emit(items)

    def rate(self, stars: int) -> None:
        """Give the selection 0 to 5 stars."""
        self._keep_selection(lambda: self.model.rate(self.chosen_ids(), stars))

    def mark(self, mark: ColourMark) -> None:
        """Give the selection a colour mark, "" for none."""
        self._keep_selection(lambda: self.model.mark(self.chosen_ids(), mark))

    def reject(self) -> None:
        """Reject the selection, or take that back when all of it is rejected."""
        items = self.chosen()
        if items:
            rejected = not all(item.rejected for item in items)
            self._keep_selection(lambda: self.model.reject(self.chosen_ids(), rejected))

    def new_board(self) -> None:
        """Make a board of the selection, or an empty one."""
        self.scope.add(self.chosen_ids())

    def put_on_board(self, board_id: str) -> None:
        """Put the selection on a board."""
        self.scope.put(board_id, self.chosen_ids())

    def take_off_board(self) -> None:
        """Take the selection off the board that is shown."""
        self.model.take_off_board(self.model.filter.board, self.chosen_ids())

    def move_on_board(self, step: int) -> bool:
        """Move the selection one place earlier (-1) or later (1) on the board; False where no board is shown so."""
        if not self.model.arranged:
            return False
        chosen = set(self.chosen_ids())
        rows = sorted(self.model.rows_of(chosen))
        if rows:
            place = rows[0] - 1 if step < 0 else rows[-1] + 2
            target = self.model.item(place) if place >= 0 else self.model.item(0)
            self._arrange(tuple(chosen), target.item_id if target is not None else None)
        return True

    def _arrange(self, item_ids: tuple[str, ...], before: str | None) -> None:
        self._keep_selection(lambda: self.model.arrange(item_ids, before))

    def show_takes(self) -> None:
        """Show all takes of the first chosen result, or everything again."""
        if self.model.filter.stack:
            self.scope.show_everything()
            return
        for item in self.chosen()[:1]:
            self.scope.show_stack(item)

    def _keep_selection(self, change: Callable[[], None]) -> None:
        """The model starts afresh after a change; select the same items again."""
        ids = self.chosen_ids()
        change()
        self.grid.choose(self.model.rows_of(ids))

    def choose(self, item_ids: tuple[str, ...], *, reveal: bool = False) -> None:
        """Select items and show the last of them.

        Args:
            item_ids: what is selected; what the filter hides is left out.
            reveal: leave filters, boards and stacks where they hide all of it.
        """
        rows = self.model.rows_of(item_ids)
        if reveal and item_ids and not rows:
            self.filters.search.clear()
            self.model.set_filter(GalleryFilter(stacked=False, rejected=None))
            rows = self.model.rows_of(item_ids)
        self.grid.choose(rows)
        if rows:
            self.view().scrollTo(self.model.index(rows[-1], 0))

    def chosen_ids(self) -> tuple[str, ...]:
        """Return the ids of what is selected."""
        return tuple(item.item_id for item in self.chosen())

    # Menus

    def _show_menu(self, place: QPoint) -> None:
        if self.chosen():
            selection_menu(self).popup(self.view().viewport().mapToGlobal(place))

    def show_menu_above(self, corner: QPoint) -> None:
        """Show what can be done with the selection, with the lower right corner of the menu at a place."""
        menu = selection_menu(self)
        menu.popup(corner - QPoint(menu.sizeHint().width(), menu.sizeHint().height()))

    def _show_more(self) -> None:
        view_menu(self).popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    # Keys and drops

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        text = event.text()
        if len(text) == 1 and text in "012345" and self.chosen():
            self.rate(int(text))
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not carried_ids(event.mimeData()) and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.files_dropped.emit(tuple(dropped_files(event.mimeData())))
        event.acceptProposedAction()
