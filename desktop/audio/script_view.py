"""The lines of the script, one card below the other."""

from collections.abc import Callable
from itertools import takewhile

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.audio.block_card import MIME, BlockCard, LineFacts
from desktop.audio.speaking import Doing
from desktop.timeline.peaks import SoundPeaks
from desktop.widgets.pane import PaneScroll
from desktop.widgets.theme import theme
from engine.project.script import Block

FactsOf = Callable[[Block], tuple[LineFacts, Doing | None, SoundPeaks | None]]
_FIRST, _AT_ONCE = 10, 4


class _Lines(QWidget):
    """Holds the cards and shows where a dragged one would land."""

    moved = Signal(object, object)
    """args: block id, place from 0 without it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "app")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.cards: list[BlockCard] = []
        self._target = -1
        px = theme().px
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(px(14), px(12), px(14), px(12))
        self.box.setSpacing(px(8))
        self.box.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._show_target(self._place_at(event.position().y()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_target(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_target(-1)
        self.drop(event.mimeData(), event.position().y())
        event.acceptProposedAction()

    def drop(self, data: QMimeData, y: float) -> None:
        """Land a dragged line at a height."""
        block_id = bytes(data.data(MIME).data()).decode()
        order = [card.block_id for card in self.cards]
        if block_id not in order:
            return
        place = self._place_at(y)
        self.moved.emit(block_id, place - 1 if order.index(block_id) < place else place)

    def _place_at(self, y: float) -> int:
        return sum(1 for card in self.cards if card.geometry().center().y() < y)

    def _show_target(self, place: int) -> None:
        if place != self._target:
            self._target = place
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._target < 0 or not self.cards:
            return
        if self._target < len(self.cards):
            y = self.cards[self._target].geometry().top() - theme().px(5)
        else:
            y = self.cards[-1].geometry().bottom() + theme().px(4)
        margin = self.box.contentsMargins().left()
        QPainter(self).fillRect(margin, y, self.width() - 2 * margin, 2, theme().colour("accent"))


class ScriptView(PaneScroll):
    """Keeps a card for each block. Cards of a long script are made a few at a time, so that the window stays quick."""

    made = Signal(object)
    """arg: BlockCard that was made just now."""

    moved = Signal(object, object)
    """args: block id, place from 0 without it."""

    def __init__(self) -> None:
        self._lines = _Lines()
        super().__init__(self._lines)
        self._lines.moved.connect(self.moved)
        self._cards: dict[str, BlockCard] = {}
        self._blocks: tuple[Block, ...] = ()
        self._facts: FactsOf | None = None
        self._current = ""
        self._wanted_focus = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._make_more)

    def cards(self) -> list[BlockCard]:
        """Return the cards in the order of the lines, as far as they are made."""
        return [self._cards[block.id] for block in self._blocks if block.id in self._cards]

    def card(self, block_id: str) -> BlockCard | None:
        return self._cards.get(block_id)

    def block_at(self, place: QPoint) -> str:
        """Return the id of the line at a place of the screen, "" for none."""
        here = self._lines.mapFromGlobal(place)
        return next((card.block_id for card in self.cards() if card.geometry().contains(here)), "")

    def show_blocks(self, blocks: tuple[Block, ...], facts: FactsOf) -> None:
        """Show the lines of a script."""
        self._blocks, self._facts = blocks, facts
        wanted = {block.id for block in blocks}
        for gone in [block_id for block_id in self._cards if block_id not in wanted]:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for block in blocks:
            if block.id in self._cards:
                self.refresh(block.id)
        self._make_more()

    def refresh(self, block_id: str) -> None:
        """Show one line as it is now."""
        card = self._cards.get(block_id)
        block = next((each for each in self._blocks if each.id == block_id), None)
        if card is not None and block is not None and self._facts is not None:
            card.show_line(block, *self._facts(block))

    def choose(self, block_id: str, *, focus: bool = False) -> None:
        """Mark a line; with ``focus`` the caret goes there, as soon as its card is made."""
        for card in self._cards.values():
            card.set_current(card.block_id == block_id)
        self._current = block_id
        self._wanted_focus = block_id if focus else ""
        self._give_focus()

    def _give_focus(self) -> None:
        card = self._cards.get(self._wanted_focus)
        if card is not None:
            self._wanted_focus = ""
            card.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(card, 0, theme().px(16))

    def _make_more(self) -> None:
        missing = [block for block in self._blocks if block.id not in self._cards]
        count = _AT_ONCE if self._cards else _FIRST
        for block in missing[:count]:
            card = BlockCard(block.id)
            self._cards[block.id] = card
            card.set_current(block.id == self._current)
            self.made.emit(card)
            if self._facts is not None:
                card.show_line(block, *self._facts(block))
        self._put_in_order()
        self._give_focus()
        if len(missing) > count:
            self._timer.start()

    def _put_in_order(self) -> None:
        ordered, before = self.cards(), self._lines.cards
        same = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(ordered, before, strict=False)))
        if len(ordered) == len(before) == same:
            return
        for index, card in enumerate(ordered[same:], same):
            self._lines.box.insertWidget(index, card)
            card.show()
            if index:
                QWidget.setTabOrder(ordered[index - 1].edit, card.edit)
        self._lines.cards = ordered
