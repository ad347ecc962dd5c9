"""What is known of one result: its picture, facts and recipe, and what can be done with it."""

from datetime import datetime

import msgspec
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.gallery.tile import TileDelegate, kind_word
from desktop.gallery.waveforms import Waveforms
from desktop.shell.actions import Actions
from desktop.state.gallery_item import GalleryItem
from desktop.state.thumbnails import Thumbnails
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.fields import Stars
from desktop.widgets.labels import ElidedLabel, box, column, label, line, row
from desktop.widgets.theme import theme
from desktop.widgets.words import clock, tr, within

_HIDDEN_FACTS = {"kind", "inputs", "output", "overwrite", "text", "prompt", "landmark_files", "detector_model"}
_FACTS = 8


class _Picture(QWidget):
    def __init__(self, thumbnails: Thumbnails, waveforms: Waveforms) -> None:
        super().__init__()
        self._tiles = TileDelegate(thumbnails, waveforms, self)
        self.item: GalleryItem | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        thumbnails.ready.connect(self._on_ready)
        waveforms.ready.connect(self._on_ready)

    def sizeHint(self) -> QSize:
        side = theme().px(156)
        return QSize(side, side)

    def _on_ready(self, _event: object) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.item is not None:
            self._tiles.paint_content(QPainter(self), QRect(0, 0, self.width(), self.height()), self.item)


def recipe_facts(recipe: str) -> list[tuple[str, str]]:
    """Return the settings of a recipe as names and words, without files and without what is at nothing."""
    if not recipe:
        return []
    try:
        job = msgspec.json.decode(recipe).get("job", {})
    except (msgspec.DecodeError, AttributeError):
        return []
    facts = []
    for name, value in job.items():
        if name in _HIDDEN_FACTS or value in (None, "", [], (), 0, False, "none"):
            continue
        if isinstance(value, dict):
            inner = value.get("codec") or value.get("separation")
            if inner:
                facts.append((name.replace("_", " ").capitalize(), str(inner)))
        else:
            facts.append((name.replace("_", " ").capitalize(), str(value)))
    return facts


class DetailsPane(QWidget):
    """Details of the item that is chosen, 190 high, below the viewer.

    Args:
        thumbnails: small pictures.
        waveforms: peaks of sounds.
        actions: the commands whose buttons stand here.
    """

    rated = Signal(object)
    """arg: int, the stars a person gave."""

    closed = Signal()

    def __init__(self, thumbnails: Thumbnails, waveforms: Waveforms, actions: Actions) -> None:
        super().__init__()
        self.setProperty("ground", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Details"))
        self.picture = _Picture(thumbnails, waveforms)
        self.name = ElidedLabel("", "strong")
        self.stars = Stars(tr("Stars"))
        self.stars.rated.connect(self.rated)
        self.facts = ElidedLabel("", "tiny", "text2")
        close = IconButton("x", tr("Hide details"), side=26)
        close.clicked.connect(self.closed)
        self.words = label("", "small", "text2", wrap=True)
        self.words.setMaximumHeight(theme().px(34))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(16))
        self._grid.setVerticalSpacing(theme().px(3))
        grid = row(self._grid, None, space=0)
        self.buttons: dict[str, Button] = {}
        for key, icon, text in (
            ("gallery.reuse", "sliders-horizontal", tr("Use these settings")),
            ("create.morph_selected", "blend", tr("Morph with …")),
            ("gallery.show_file", "folder", tr("Show in folder")),
            ("gallery.place", "arrow-down-to-line", tr("Place on timeline")),
        ):
            button = Button(text, icon)
            button.clicked.connect(actions[key].trigger)
            self.buttons[key] = button
        buttons = row(*list(self.buttons.values())[:3], None, self.buttons["gallery.place"], space=6)
        head = row(self.name, self.stars, self.facts, None, close, space=8)
        right = column(head, self.words, 2, grid, None, buttons, space=6)
        inner = row(self.picture, right, space=16, margins=(12, 12, 12, 12))
        inner.setStretch(1, 1)
        self.setLayout(column(line(), box(inner), space=0))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_item(self, item: GalleryItem | None) -> None:
        """Show an item, or nothing."""
        self.picture.item = item
        self.picture.update()
        if item is None:
            return
        self.name.set_text(item.title)
        self.stars.set_rating(item.rating)
        made = datetime.fromtimestamp(item.created).astimezone().strftime("%x %H:%M") if item.created else ""
        parts = [within(kind_word(item.kind))]
        if item.width:
            parts.append(f"{item.width} × {item.height}")
        if item.duration:
            parts.append(clock(item.duration))
        self.facts.set_text(" · ".join([*parts, made]))
        self.words.setText(f"“{item.prompt}”" if item.prompt else "")
        self.words.setVisible(bool(item.prompt))
        facts = recipe_facts(item.recipe)
        if not facts:
            facts = [(tr("Made"), tr("elsewhere; this file carries no recipe"))]
        self._show_facts(facts[:_FACTS])
        self.buttons["gallery.reuse"].setVisible(bool(item.recipe))
        self.buttons["create.morph_selected"].setVisible(item.kind == "picture")

    def _show_facts(self, facts: list[tuple[str, str]]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for index, (name, value) in enumerate(facts):
            line_, side = divmod(index, 2)
            key = label(name, "small", "text2")
            self._grid.addWidget(key, line_, side * 2)
            self._grid.addWidget(ElidedLabel(value, "small"), line_, side * 2 + 1)
