"""What is known of one result: its picture, facts and recipe, and what can be done with it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.gallery.recipe_facts import recipe_facts
from desktop.gallery.tile import TileDelegate, kind_word
from desktop.gallery.waveforms import Waveforms
from desktop.shell.actions import Actions
from desktop.state.gallery_item import GalleryItem
from desktop.state.thumbnails import Thumbnails
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.labels import ElidedLabel, box, clear, column, label, line, row
from desktop.widgets.numbers import moment_text
from desktop.widgets.pane import scroll_area
from desktop.widgets.switches import Stars
from desktop.widgets.theme import theme
from desktop.widgets.words import clock, short_name, tr, within

_HEIGHT = 216


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


class DetailsPane(QWidget):
    """Details of the item that is chosen, below the viewer: the words it was made from and its whole recipe.

    Args:
        thumbnails: small pictures.
        waveforms: peaks of sounds.
        actions: the commands whose buttons stand here.
    """

    rated = Signal(object)
    """arg: int, the stars a person gave."""

    menu_wanted = Signal(object)
    """arg: QPoint on the screen above which the menu of the selection is to open."""

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
        self.facts = ElidedLabel("", "tiny", "text2", least=130)
        close = IconButton("x", tr("Hide details"), side=26)
        close.clicked.connect(self.closed)
        self.copy_recipe = IconButton("copy", tr("Copy the recipe"), side=26)
        self.copy_recipe.clicked.connect(self._copy_recipe)
        self.words = label("", "small", "text2", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(3))
        for each in (1, 3):
            self._grid.setColumnStretch(each, 1)
        scroll = scroll_area(box(column(self.words, self._grid, None, space=6, margins=(0, 0, 12, 0))))
        self.buttons: dict[str, Button] = {}
        for key, icon, text in (
            ("gallery.reuse", "sliders-horizontal", tr("Use these settings")),
            ("gallery.new_take", "refresh-cw", tr("New take")),
            ("gallery.place", "arrow-down-to-line", tr("Place on timeline")),
        ):
            button = Button(text, icon)
            button.clicked.connect(actions[key].trigger)
            self.buttons[key] = button
        self.more = IconButton("ellipsis", tr("Everything that can be done with it"), framed=True)
        self.more.clicked.connect(self._ask_menu)
        buttons = row(*self.buttons.values(), None, self.more, space=6)
        head = row(self.name, self.stars, self.facts, None, self.copy_recipe, close, space=8)
        right = column(head, scroll, buttons, space=8)
        right.setStretch(1, 1)
        left = column(self.picture, None, space=0)
        inner = row(left, right, space=16, margins=(12, 12, 12, 12))
        inner.setStretch(1, 1)
        self.setLayout(column(line(), box(inner), space=0))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(400), theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(_HEIGHT))

    def show_item(self, item: GalleryItem | None) -> None:
        """Show an item, or nothing."""
        self.picture.item = item
        self.picture.update()
        if item is None:
            return
        self.name.set_text(short_name(item.title))
        self.stars.set_rating(item.rating)
        made = moment_text(item.created) if item.created else ""
        parts = [within(kind_word(item.kind))]
        if item.width:
            parts.append(f"{item.width} × {item.height}")
        if item.duration:
            parts.append(clock(item.duration))
        self.facts.set_text(" · ".join([*parts, made]))
        self.words.setText(tr("“{name}”", name=item.prompt) if item.prompt else "")
        self.words.setVisible(bool(item.prompt))
        facts = recipe_facts(item.recipe) or [(tr("Made"), tr("elsewhere; this file carries no recipe"))]
        self._show_facts(facts)
        self.copy_recipe.setVisible(bool(item.recipe))
        self.buttons["gallery.reuse"].setVisible(bool(item.recipe))
        self.buttons["gallery.new_take"].setVisible(item.seed is not None)

    def _show_facts(self, facts: list[tuple[str, str]]) -> None:
        clear(self._grid)
        for index, (name, value) in enumerate(facts):
            place, side = divmod(index, 2)
            self._grid.addWidget(label(name, "small", "text2"), place, side * 2)
            self._grid.addWidget(ElidedLabel(value, "small"), place, side * 2 + 1)

    def _copy_recipe(self) -> None:
        if self.picture.item is not None:
            QGuiApplication.clipboard().setText(self.picture.item.recipe)

    def _ask_menu(self) -> None:
        self.menu_wanted.emit(self.more.mapToGlobal(QPoint(self.more.width(), 0)))
