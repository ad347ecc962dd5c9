"""The menus of the gallery: what can be done with the selection, and how the gallery is shown."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidgetAction

from desktop.gallery.filter_sheet import mark_word
from desktop.gallery.grid import LEAST, MOST
from desktop.widgets.fields import Slider
from desktop.widgets.labels import box, label, row
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, tr
from engine.project.media import ColourMark

if TYPE_CHECKING:
    from desktop.gallery.pane import GalleryPane

_MAKE = (
    "gallery.open",
    "create.morph_selected",
    "gallery.animate",
    "gallery.shot",
    "gallery.place",
    "gallery.compare",
    "landmarks.open",
)
_AGAIN = ("gallery.reuse", "gallery.new_take", "gallery.takes", "gallery.details")
_AWAY = ("gallery.copy", "gallery.copy_words", "gallery.show_file")


def selection_menu(pane: "GalleryPane") -> QMenu:
    """Return everything that can be done with the selection; it deletes itself when it is closed."""
    menu = QMenu(pane)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for group in (_MAKE, _AGAIN, _AWAY):
        for key in group:
            if key in pane.actions_.connected():
                menu.addAction(pane.actions_[key])
        menu.addSeparator()
    _add_boards(menu, pane)
    _add_stars(menu, pane)
    _add_marks(menu, pane)
    menu.addSeparator()
    menu.addAction(pane.actions_["gallery.reject"])
    menu.addAction(pane.actions_["gallery.trash"])
    return menu


def view_menu(pane: "GalleryPane") -> QMenu:
    """Return how the gallery is shown, and what is done with all of it."""
    menu = QMenu(pane)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    slider = Slider(LEAST, MOST, name=tr("Size of the thumbnails"))
    slider.setValue(pane.side)
    slider.setMinimumWidth(theme().px(120))
    slider.valueChanged.connect(pane.set_side)
    inner = row(label(tr("Size"), "body"), slider, space=12, margins=(12, 6, 12, 6))
    inner.setStretch(1, 1)
    size = QWidgetAction(menu)
    size.setDefaultWidget(box(inner))
    menu.addAction(size)
    menu.addAction(pane.actions_["gallery.table"])
    menu.addAction(pane.actions_["gallery.search"])
    menu.addSeparator()
    menu.addAction(pane.actions_["gallery.new_board"])
    menu.addAction(tr("Select all"), pane.grid.selectAll)
    return menu


def _add_boards(menu: QMenu, pane: "GalleryPane") -> None:
    boards = menu.addMenu(tr("Put on board"))
    for board in pane.model.boards():
        boards.addAction(board.name, partial(pane.put_on_board, board.id))
    boards.addSeparator()
    boards.addAction(pane.actions_["gallery.new_board"])
    shown = pane.model.board(pane.model.filter.board)
    if pane.model.arranged:
        menu.addAction(pane.actions_["gallery.earlier"])
        menu.addAction(pane.actions_["gallery.later"])
    if shown is not None:
        menu.addAction(tr("Take off the board “{name}”", name=shown.name), pane.take_off_board)


def _add_stars(menu: QMenu, pane: "GalleryPane") -> None:
    stars = menu.addMenu(tr("Stars"))
    for number in range(6):
        text = tr("No stars") if number == 0 else counted(number, "{n} star", "{n} stars")
        stars.addAction(f"{text}\t{number}", partial(pane.rate, number))


def _add_marks(menu: QMenu, pane: "GalleryPane") -> None:
    marks = menu.addMenu(tr("Colour mark"))
    for mark in get_args(ColourMark):
        do: Callable[[], None] = partial(pane.mark, mark)
        marks.addAction(mark_word(mark) if mark else tr("No mark"), do)
