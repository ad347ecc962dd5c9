"""The footer of the gallery: what is selected, and what is done with it most."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.gallery.tile import SOUND_KINDS, kind_word
from desktop.shell.actions import Actions
from desktop.state.gallery_item import GalleryItem
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.labels import ElidedLabel, column, row
from desktop.widgets.words import counted, short_name, tr, within

_NAMED = 12


class SelectionBar(QWidget):
    """Two rows: words with details and the menu, then the buttons that this selection can have.

    Args:
        actions: the commands behind the buttons.
    """

    menu_wanted = Signal(object)
    """arg: QPoint on the screen above which the menu of the selection is to open."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.count = ElidedLabel("", "small", bold=True)
        self.names = ElidedLabel("", "tiny", "text2")
        self.details = IconButton("info", tr("Show details"), keys="Alt+Return", side=24)
        self.details.clicked.connect(actions["gallery.details"].trigger)
        self.more = IconButton("ellipsis", tr("Everything that can be done with the selection"), side=24)
        self.more.clicked.connect(lambda: self.menu_wanted.emit(self.more.mapToGlobal(self.more.rect().topRight())))
        self.morph_button = Button(tr("Morph these"), "blend")
        self.compare = Button(tr("Compare"), "columns-2")
        self.place = Button(tr("Place on timeline"), "arrow-down-to-line")
        wide = {
            "create.morph_selected": self.morph_button,
            "gallery.compare": self.compare,
            "gallery.place": self.place,
        }
        for key, button in wide.items():
            button.clicked.connect(actions[key].trigger)
            # Each as wide as its words, and what is left over shared: equal parts would cut the longer words.
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = row(self.count, self.names, self.details, self.more, space=4)
        words.setStretch(1, 1)
        self.setLayout(column(words, row(*wide.values(), space=6), space=10))

    def show_items(self, items: tuple[GalleryItem, ...]) -> None:
        """Show what is selected; there is at least one item."""
        pictures = [item for item in items if item.kind == "picture"]
        self.count.set_text(count_words(items))
        self.names.set_text(", ".join(short_name(item.title) for item in items[:_NAMED]))
        self.morph_button.setText(tr("Morph these") if len(pictures) > 1 else tr("Morph with …"))
        self.morph_button.setVisible(bool(pictures))
        self.compare.setVisible(len(pictures) == 2 and len(items) == 2)
        self.place.setVisible(not pictures and any(item.kind != "motion" for item in items))
        self.details.setVisible(len(items) == 1)


def count_words(items: tuple[GalleryItem, ...]) -> str:
    """Return how many of what are selected."""
    if all(item.kind == "picture" for item in items):
        return counted(len(items), "{n} picture", "{n} pictures")
    if all(item.kind in SOUND_KINDS for item in items):
        return counted(len(items), "{n} sound", "{n} sounds")
    if len(items) == 1:
        return f"1 {within(kind_word(items[0].kind))}"
    return tr("{n} results", n=len(items))
