"""What part of the gallery is shown: the boards as a folded list, and the takes of one stack with a way back."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.gallery.boards import NEW, BoardList
from desktop.state.gallery import GalleryModel
from desktop.state.gallery_item import GalleryFilter, GalleryItem
from desktop.widgets.buttons import IconButton
from desktop.widgets.labels import ElidedLabel, IconLabel, box, column, line, row
from desktop.widgets.pane import FoldSection
from desktop.widgets.words import counted, short_name, tr


class ScopeBar(QWidget):
    """Boards, which fold away and are not there without any, and the row that names an open stack."""

    said = Signal(object)
    """arg: str, what was done."""

    said_with_undo = Signal(object)
    """arg: str, what was done and can be taken back with one step of undo."""

    def __init__(self, model: GalleryModel) -> None:
        super().__init__()
        self._model = model
        self._dragging = False
        self._before_stack: GalleryFilter | None = None
        self.boards = BoardList()
        self.section = FoldSection(tr("Boards"), self.boards)
        self.stack_words = ElidedLabel("", "small")
        self.close_stack = IconButton("x", tr("Show everything again"), side=24, icon_side=14)
        self.close_stack.clicked.connect(self.show_everything)
        inner = row(IconLabel("layers", "accenttext", 14), self.stack_words, self.close_stack, space=8)
        inner.setContentsMargins(12, 4, 8, 4)
        inner.setStretch(1, 1)
        self.stack_row = box(column(box(inner), line(), space=0))
        self.setLayout(column(self.section, self.stack_row, space=0))
        self.boards.chosen.connect(self.show_board)
        self.boards.renamed.connect(self._rename)
        self.boards.removed.connect(self._remove)
        self.boards.put.connect(self.put)
        model.boards_changed.connect(self._refresh)
        model.filter_changed.connect(self._refresh)
        model.contents_changed.connect(self._refresh)
        model.modelReset.connect(self._show_stack)
        self._refresh()

    def show_everything(self) -> None:
        """Leave a stack for what was shown before it, or a board for everything."""
        before, self._before_stack = self._before_stack, None
        if self._model.filter.stack:
            self._model.set_filter(before or replace(self._model.filter, stack=""))
        else:
            self.show_board("")

    def show_board(self, board_id: str) -> None:
        """Show what lies on a board, in its own order unless another one was chosen; "" shows everything."""
        now = self._model.filter
        usual = now.order in ("newest", "board")
        order = ("board" if board_id else "newest") if usual else now.order
        self._model.set_filter(replace(now, board=board_id, stack="", order=order))

    def show_stack(self, item: GalleryItem) -> None:
        """Show all takes of the stack that an item stands for."""
        now = self._model.filter
        self._before_stack = now
        self._model.set_filter(GalleryFilter(stack=item.stack, rejected=now.rejected, board=now.board))

    def put(self, board_id: str, item_ids: tuple[str, ...]) -> None:
        """Put results on a board; :data:`NEW` makes one and lets a person name it."""
        if board_id == NEW:
            self.add(item_ids)
            return
        board = self._model.board(board_id)
        if board is None:
            return
        fresh = [item_id for item_id in item_ids if item_id not in board.items]
        self._model.put_on_board(board_id, item_ids)
        count = len(fresh)
        text = (
            counted(count, "{n} result put on the board", "{n} results put on the board")
            + " "
            + tr("“{name}”.", name=board.name)
        )
        if fresh:
            self.said_with_undo.emit(text)
        else:
            self.said.emit(tr("That lies on the board “{name}” already.", name=board.name))

    def add(self, item_ids: tuple[str, ...] = ()) -> None:
        """Make a board with some results on it, and let a person type its name."""
        taken = {board.name for board in self._model.boards()}
        name, number = tr("New board"), 2
        while name in taken:
            name, number = f"{tr('New board')} {number}", number + 1
        board_id = self._model.add_board(name, item_ids)
        self.section.set_open(True)
        # The list is filled again by the same change; its editor opens once that is done.
        QTimer.singleShot(0, self.boards, self._editor(board_id))

    def set_dragging(self, dragging: bool) -> None:
        """While results are dragged the boards are open, so that there is something to drop on."""
        if dragging:
            self._dragging = True
            self._was_open = self.section.is_open()
            self._refresh()
            self.section.set_open(True)
        else:
            self._dragging = False
            if self.boards.state() != BoardList.State.EditingState:
                self.section.set_open(self._was_open)
            self._refresh()

    def _editor(self, board_id: str) -> Callable[[], None]:
        def edit() -> None:
            self.boards.setFocus()
            self.boards.edit_board(board_id)

        return edit

    def _rename(self, board_id: str, name: str) -> None:
        if name:
            self._model.rename_board(board_id, name)
        self._refresh()

    def _remove(self, board_id: str) -> None:
        board = self._model.board(board_id)
        if board is not None:
            self._model.remove_board(board_id)
            text = tr("The board “{name}” was removed. What lay on it stays in the project.", name=board.name)
            self.said_with_undo.emit(text)

    def _refresh(self, *_args: object) -> None:
        boards, wanted = self._model.boards(), self._model.filter
        shown = self._model.board(wanted.board)
        self.boards.show_boards(boards, wanted.board, sum(self._model.counts().values()))
        self.section.set_summary(shown.name if shown is not None else tr("everything"))
        self.section.setVisible(bool(boards) or self._dragging)
        self._show_stack()

    def _show_stack(self) -> None:
        stack = self._model.filter.stack
        self.stack_row.setVisible(bool(stack))
        first = self._model.item(0) if stack else None
        if first is not None:
            count = counted(self._model.rowCount(), "{n} take of", "{n} takes of")
            self.stack_words.set_text(f"{count} {tr('“{name}”', name=short_name(first.title))}")
        self.updateGeometry()
