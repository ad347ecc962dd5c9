"""The bar at the top: menus, work areas, saved state, undo and redo, the command field, Export."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QMenuBar, QSizePolicy, QWidget

from desktop.shell.actions import Actions
from desktop.shell.areas import AREAS
from desktop.widgets import painting
from desktop.widgets.buttons import Button, IconButton, Painted, shortcut_text
from desktop.widgets.chips import Option, Segment
from desktop.widgets.icons import paint_icon
from desktop.widgets.labels import ElidedLabel, IconLabel, box, column, line, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

HEIGHT = 40
_WORDS = (("saved", "command", "areas"), ("command", "areas"), ("areas",), ("command",), ())
"""Which parts have words beside their icons; the first for which there is room is taken."""


class CommandField(Painted, QAbstractButton):
    """Looks like a search field and opens the command palette."""

    def __init__(self) -> None:
        super().__init__()
        self._keys = "Ctrl+K"
        self._with_words = True
        self.setText(tr("Find a command"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_keys(self, keys: str) -> None:
        """Show another shortcut."""
        self._keys = keys
        self.update()

    def set_with_words(self, with_words: bool) -> None:
        """Show the words beside icon and keys, or leave them out; they stay its name."""
        self._with_words = with_words
        self.setToolTip("" if with_words else self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        if not self._with_words:
            return QSize(look.px(96), look.px(28))
        needed = look.metrics("small").horizontalAdvance(self.text()) + look.px(100)
        return QSize(max(look.px(190), needed), look.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        fill = look.colour("hover") if self.underMouse() else look.colour("field")
        painting.frame(painter, self.rect(), fill=fill, edge=look.colour("edge"), radius=6)
        side = look.px(14)
        paint_icon(painter, "search", look.colour("text"), look.px(9), (self.height() - side) / 2, side)
        if self._with_words:
            words = self.rect().adjusted(look.px(30), 0, -look.px(56), 0)
            painting.text(painter, words, self.text(), look.font("small"), look.colour("text"))
        if self._keys:
            # One frame around the whole shortcut: the field is one key press, not two.
            keys = shortcut_text(self._keys).replace(" ", "\N{NO-BREAK SPACE}")
            painting.key_caps(painter, keys, self.width() - look.px(7), self.height())


class Bar(QWidget):
    """The bar. ``menus`` belongs to the actions; on macOS the menus are the system's and the bar stays."""

    area_chosen = Signal(object)
    """arg: str, the key of the work area a person chose."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setProperty("ground", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menu_bar = QMenuBar()
        self.menu_bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.menus = actions.fill(self.menu_bar)
        self.areas = Segment(
            [Option(area.key, tr(area.text), area.icon) for area in AREAS], name=tr("Work areas"), side=28
        )
        self.areas.chosen.connect(self.area_chosen)
        self.saved_icon = IconLabel("check", "text2", 15)
        self.saved = ElidedLabel(tr("Saved"), "small", "text2")
        self.undo = IconButton("undo", tr("Undo"), keys="Ctrl+Z")
        self.redo = IconButton("redo", tr("Redo"), keys="Ctrl+Shift+Z")
        for button, key in ((self.undo, "edit.undo"), (self.redo, "edit.redo")):
            button.clicked.connect(actions[key].trigger)
        self.command = CommandField()
        self.command.clicked.connect(actions["edit.find"].trigger)
        self.export = Button(tr("Export"), "share")
        self.export.setCheckable(True)
        self.export.setToolTip(f"{tr('Export film …')}  {shortcut_text('Ctrl+Shift+E')}")
        self.export.clicked.connect(actions["file.export"].trigger)
        self._document = box(row(self.saved_icon, self.saved, 8, self.undo, self.redo, space=4))
        right = row(self._document, self.command, self.export, space=8)
        self._inner = box(row(self.menu_bar, None, right, space=8, margins=(4, 0, 8, 0)))
        layout = column(self._inner, line(), space=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.areas.setParent(self)
        self.setFixedHeight(theme().px(HEIGHT))

    def set_has_project(self, has_project: bool) -> None:
        """On the welcome page only menus and the command field stay."""
        self.areas.setVisible(has_project)
        self._document.setVisible(has_project)
        self.export.setVisible(has_project)
        self._place_areas()

    def set_export_open(self, is_open: bool) -> None:
        self.export.setChecked(is_open)

    def set_saved(self, text: str, icon: str, tone: str = "text2") -> None:
        """Say whether everything is on the disk."""
        self.saved_icon.set_icon(icon, tone)
        self.saved_icon.setAccessibleName(text)
        self.saved_icon.setToolTip(text)
        self.saved.set_text(text, tone)
        self._place_areas()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_areas()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_areas()

    def _place_areas(self) -> None:
        """In the middle of the window, or as near to it as menus and buttons leave room.

        In a narrow window words give way to their icons, those that say the least first; see :data:`_WORDS`.
        """
        for words in _WORDS:
            self.saved.setVisible("saved" in words)
            self.command.set_with_words("command" in words)
            self.areas.set_icons_alone("areas" not in words)
            left, right = self._room()
            if self.areas.width() <= right - left:
                break
        x = max(left, min((self.width() - self.areas.width()) // 2, right - self.areas.width()))
        self.areas.move(x, (self.height() - 1 - self.areas.height()) // 2)

    def _room(self) -> tuple[int, int]:
        """Return where the work areas may begin and end."""
        layout = self.layout()
        assert layout is not None
        for part in (self._document.layout(), self._inner.layout(), layout):
            assert part is not None
            part.invalidate()
            part.activate()
        self.areas.adjustSize()
        gap = theme().px(12)
        return self.menu_bar.geometry().right() + gap, self._document.geometry().left() - gap
