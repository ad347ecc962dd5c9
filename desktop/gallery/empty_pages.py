"""What the gallery says while there is nothing to show."""

from collections.abc import Callable

from desktop.widgets.buttons import Button
from desktop.widgets.empty import EmptyState
from desktop.widgets.words import tr

_Do = Callable[[], object]


def nothing_yet(add: _Do) -> EmptyState:
    """The project has nothing: files can be added."""
    sentence = tr("Portraits, movies and voices you make or drop appear here.")
    return _page("images", sentence, tr("Add files …"), "plus", add)


def nothing_found(clear: _Do) -> EmptyState:
    """Search and filters let nothing through: they can be cleared."""
    return _page(
        "search-x", tr("Nothing in the gallery is like that."), tr("Clear search and filters"), "rotate-ccw", clear
    )


def empty_board(show_everything: _Do) -> EmptyState:
    """A board without anything on it says how it is filled."""
    sentence = tr("Nothing lies on this board. Drag results on its name, or choose “Put on board” in their menu.")
    return _page("layout-grid", sentence, tr("Show everything"), "images", show_everything)


def _page(icon: str, sentence: str, verb: str, verb_icon: str, do: _Do) -> EmptyState:
    button = Button(verb, verb_icon)
    button.clicked.connect(lambda: do())
    return EmptyState(icon, sentence, button)
