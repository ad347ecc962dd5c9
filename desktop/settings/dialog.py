"""The settings: the one wide dialog. Changes count at once and can be undone, so there is no *Apply*."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut, QShowEvent, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QAbstractButton, QDialog, QSizePolicy, QVBoxLayout, QWidget

from desktop.settings.rows import SettingRow, setting_text
from desktop.state.settings import Settings
from desktop.state.settings_schema import SECTIONS, Section, Value
from desktop.widgets import painting
from desktop.widgets.buttons import Button, IconButton, Kind, _Painted
from desktop.widgets.dialog import Dimmer
from desktop.widgets.empty import EmptyState
from desktop.widgets.fields import SearchField
from desktop.widgets.icons import paint_icon
from desktop.widgets.labels import ElidedLabel, box, column, label, line, row
from desktop.widgets.pane import scroll_area
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.errors import PortraitsError

_ICONS = {
    "appearance": "palette",
    "engine": "cpu",
    "models": "box",
    "files": "folder",
    "queue": "list-ordered",
}
_WIDTH, _HEIGHT = 976, 760


class _SectionButton(_Painted, QAbstractButton):
    """A section in the list: icon, title, and a dot where something differs."""

    ring_radius = 0

    def __init__(self, section: Section) -> None:
        super().__init__()
        self.section = section
        self.differs = False
        self.setText(setting_text(section.title))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(180), theme().height(32))

    def set_differs(self, differs: bool) -> None:
        self.differs = differs
        self.setAccessibleDescription(tr("changed") if differs else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        on = self.isChecked()
        if on or self.underMouse():
            painter.fillRect(self.rect(), look.colour("tint" if on else "hover"))
        side = look.px(16)
        icon = _ICONS.get(self.section.key, "settings-2")
        colour = look.colour("accenttext" if on else "text2")
        paint_icon(painter, icon, colour, look.px(12), (self.height() - side) / 2, side)
        words = self.rect().adjusted(look.px(38), 0, -look.px(28), 0)
        painting.text(painter, words, self.text(), look.font("body", bold=on), look.colour("text"))
        if self.differs:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("warn"))
            painter.drawEllipse(self.width() - look.px(20), self.height() // 2 - 3, 6, 6)
        if self.hasFocus():
            painting.frame(painter, self.rect().adjusted(1, 1, -1, -1), edge=look.colour("accent"), radius=4, width=2)


class _Change(QUndoCommand):
    def __init__(self, dialog: "SettingsDialog", key: str, before: Value, after: Value) -> None:
        super().__init__(key)
        self._dialog, self._key, self._before, self._after = dialog, key, before, after

    def redo(self) -> None:
        self._dialog.put(self._key, self._after)

    def undo(self) -> None:
        self._dialog.put(self._key, self._before)


class SettingsDialog(QDialog):
    """Every setting of the schema, in sections, with a search over all of them."""

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._settings = settings
        self._behind = parent
        self._dimmer: Dimmer | None = None
        self._undo = QUndoStack(self)
        self._only_changed = False
        self.setWindowTitle(tr("Settings"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.rows: dict[str, SettingRow] = {}
        self.sections: dict[str, _SectionButton] = {}
        self._blocks: dict[str, QWidget] = {}
        self._form = QVBoxLayout()
        self._form.setContentsMargins(0, theme().px(4), 0, 0)
        self._form.setSpacing(0)
        for section in SECTIONS:
            self._blocks[section.key] = self._block(section)
            self._form.addWidget(self._blocks[section.key])
        self.nothing = EmptyState("search-x", tr("No setting is like that."))
        self._form.addWidget(self.nothing)
        self._form.addStretch(1)
        self._content = box(self._form)
        self._area = scroll_area(self._content)
        self._area.verticalScrollBar().valueChanged.connect(self._follow_scroll)
        middle = row(self._section_list(), line("v"), self._area, space=0)
        middle.setStretch(2, 1)
        layout = column(self._head(), line(), middle, line(), self._foot(), space=0, margins=(1, 1, 1, 1))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        settings.changed.connect(self._on_changed)
        for keys, act in (("Ctrl+Z", self._undo.undo), ("Ctrl+Shift+Z", self._undo.redo), ("Ctrl+F", self._find)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self.finished.connect(self._undim)
        self._refresh()

    def _head(self) -> QWidget:
        self.changed_button = Button("", "rotate-ccw", Kind.QUIET, height=28)
        self.changed_button.setCheckable(True)
        self.changed_button.setToolTip(tr("Show only what differs from the default"))
        self.changed_button.clicked.connect(self._toggle_changed)
        self.search = SearchField(tr("Search all settings"), keys="Ctrl F")
        self.search.setFixedWidth(theme().px(280))
        self.search.textChanged.connect(self._filter)
        close = IconButton("x", tr("Close the settings"), keys="Esc")
        close.clicked.connect(self.accept)
        made = box(
            row(
                label(tr("Settings"), "title"),
                None,
                self.changed_button,
                self.search,
                close,
                space=8,
                margins=(16, 0, 12, 0),
            )
        )
        made.setFixedHeight(theme().px(52))
        return made

    def _section_list(self) -> QWidget:
        for section in SECTIONS:
            button = _SectionButton(section)
            button.clicked.connect(lambda _on=False, key=section.key: self.go_to(key))
            self.sections[section.key] = button
        next(iter(self.sections.values())).setChecked(True)
        made = box(column(*self.sections.values(), None, space=0, margins=(0, 8, 0, 8)))
        made.setFixedWidth(theme().px(216))
        return made

    def _foot(self) -> QWidget:
        self.reset_section = Button(tr("Reset this section"))
        self.reset_section.clicked.connect(self._reset_section)
        hint = ElidedLabel(
            tr("Changes count at once, Ctrl+Z takes them back"), "tiny", "text2", align=Qt.AlignmentFlag.AlignRight
        )
        close = Button(tr("Close"), height=32)
        close.setMinimumWidth(theme().px(92))
        close.clicked.connect(self.accept)
        self._close = close
        layout = row(self.reset_section, hint, close, space=12, margins=(16, 12, 16, 12))
        layout.setStretch(1, 1)
        return box(layout)

    def _block(self, section: Section) -> QWidget:
        title = row(label(setting_text(section.title), "section"), margins=(20, 8, 20, 2))
        parts: list[QWidget] = [box(title)]
        for setting in section.settings:
            made = SettingRow(setting, self._settings)
            made.edited.connect(self.edit)
            self.rows[setting.key] = made
            parts.append(made)
        return box(column(*parts, 6, line(), space=0))

    def go_to(self, key: str) -> None:
        """Scroll to a section, or to one setting by its key."""
        section = key.split(".", maxsplit=1)[0]
        if section in self.sections:
            self.sections[section].setChecked(True)
        target = self.rows.get(key) or self._blocks[section]
        # The layout must have placed the rows before their places mean anything.
        self._form.activate()
        self._area.verticalScrollBar().setValue(target.mapTo(self._content, target.rect().topLeft()).y())
        if key in self.rows:
            self.rows[key].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(self, key: str, value: Value) -> None:
        """Change a setting so that it can be taken back."""
        before = self._settings.value(key)
        if value != before:
            self._undo.push(_Change(self, key, before, value))

    def put(self, key: str, value: Value) -> None:
        """Set a value; what the schema refuses is said at the field and nothing changes."""
        try:
            self._settings.set_value(key, value)
        except (ValueError, PortraitsError) as error:
            self.rows[key].name.setToolTip(str(error))
            self.rows[key].refresh()

    def _on_changed(self, _key: object) -> None:
        self._refresh()

    def _refresh(self) -> None:
        count = 0
        differing: set[str] = set()
        for key, made in self.rows.items():
            made.refresh()
            if made.changed():
                count += 1
                differing.add(key.split(".", maxsplit=1)[0])
        for key, button in self.sections.items():
            button.set_differs(key in differing)
        self.changed_button.setText(tr("{n} of {all} changed", n=count, all=len(self.rows)))
        self.changed_button.setVisible(count > 0 or self._only_changed)
        self.changed_button.updateGeometry()
        self._filter()

    def _filter(self, *_args: object) -> None:
        typed = self.search.text()
        any_shown = False
        for section in SECTIONS:
            shown = False
            for setting in section.settings:
                made = self.rows[setting.key]
                visible = made.matches(typed) and (not self._only_changed or made.changed())
                made.setVisible(visible)
                shown = shown or visible
            self._blocks[section.key].setVisible(shown)
            any_shown = any_shown or shown
        self.nothing.setVisible(not any_shown)

    def _toggle_changed(self) -> None:
        self._only_changed = self.changed_button.isChecked()
        self._filter()

    def _reset_section(self) -> None:
        chosen = next(button.section for button in self.sections.values() if button.isChecked())
        self._undo.beginMacro(chosen.key)
        for setting in chosen.settings:
            if setting.kind != "secret":
                self.edit(setting.key, setting.default)
        self._undo.endMacro()

    def _follow_scroll(self, place: int) -> None:
        above = [key for key, block in self._blocks.items() if block.isVisible() and block.y() <= place + 40]
        if above:
            self.sections[above[-1]].setChecked(True)

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        window = self._behind.window()
        if self._dimmer is None:
            self._dimmer = Dimmer(window)
        px = theme().px
        self.resize(min(px(_WIDTH), window.width() - px(24)), min(px(_HEIGHT), window.height() - px(24)))
        self.move(window.mapToGlobal(window.rect().center()) - self.rect().center())
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undim(self) -> None:
        if self._dimmer is not None:
            self._dimmer.hide()
            self._dimmer.deleteLater()
            self._dimmer = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painting.frame(QPainter(self), self.rect(), fill=look.colour("pane"), edge=look.colour("edge"), radius=8)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
