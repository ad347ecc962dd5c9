"""The settings: the one wide dialog. Changes count at once and can be undone, so there is no *Apply*."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent, QUndoStack
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.settings.changes import SettingChange, ShortcutChange
from desktop.settings.rows import SettingRow, setting_text
from desktop.settings.sections import SHORTCUTS, SectionButton
from desktop.settings.shortcuts_page import ShortcutsPage
from desktop.shell.shortcuts import Shortcuts
from desktop.state.setting import Section, Value
from desktop.state.settings import Settings
from desktop.state.settings_schema import SECTIONS
from desktop.widgets.buttons import Button, IconButton, Kind, shortcut_text
from desktop.widgets.dialog import Sheet
from desktop.widgets.empty import EmptyState
from desktop.widgets.engine_words import engine_text
from desktop.widgets.fields import SearchField
from desktop.widgets.labels import ElidedLabel, box, column, label, line, row
from desktop.widgets.pane import scroll_area
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.errors import PortraitsError

_WIDTH, _HEIGHT = 976, 760


class SettingsDialog(Sheet):
    """Every setting of the schema in sections, then the shortcuts, with a search over all of them.

    Args:
        parent: the window it belongs to and dims.
        settings: the values.
        shortcuts: of the commands.
    """

    def __init__(self, parent: QWidget, settings: Settings, shortcuts: Shortcuts) -> None:
        super().__init__(parent, tr("Settings"))
        self._settings = settings
        self._shortcuts = shortcuts
        self._undo = QUndoStack(self)
        self._only_changed = False
        self.rows: dict[str, SettingRow] = {}
        self.sections: dict[str, SectionButton] = {}
        self._blocks: dict[str, QWidget] = {}
        self._form = QVBoxLayout()
        self._form.setContentsMargins(0, theme().px(4), 0, 0)
        self._form.setSpacing(0)
        for section in SECTIONS:
            self._blocks[section.key] = self._block(section)
            self._form.addWidget(self._blocks[section.key])
        self.nothing = EmptyState("search-x", tr("No setting is like that."))
        self._form.addWidget(self.nothing, 1000)
        self._form.addStretch(1)
        self._content = box(self._form)
        self._area = scroll_area(self._content)
        self._area.verticalScrollBar().valueChanged.connect(self._follow_scroll)
        self.shortcuts = ShortcutsPage(shortcuts)
        self.shortcuts.edited.connect(self._keep_shortcuts)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._area)
        self.pages.addWidget(self.shortcuts)
        middle = row(self._section_list(), line("v"), self.pages, space=0)
        middle.setStretch(2, 1)
        layout = column(self._head(), line(), middle, line(), self._foot(), space=0, margins=(1, 1, 1, 1))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        settings.changed.connect(self._on_changed)
        shortcuts.changed.connect(self._on_changed)
        for keys, act in (("Ctrl+Z", self._undo.undo), ("Ctrl+Shift+Z", self._undo.redo), ("Ctrl+F", self._find)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._say_how_to_undo()
        self._refresh()

    def _head(self) -> QWidget:
        self.changed_button = Button("", "rotate-ccw", Kind.QUIET, height=28)
        self.changed_button.setCheckable(True)
        self.changed_button.setToolTip(tr("Show only what differs from the default"))
        self.changed_button.clicked.connect(self._toggle_changed)
        self.search = SearchField(tr("Search all settings"), keys=shortcut_text("Ctrl+F"))
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
        titles = {section.key: setting_text(section.title) for section in SECTIONS}
        for key, title in {**titles, SHORTCUTS: tr("Shortcuts")}.items():
            button = SectionButton(key, title)
            button.clicked.connect(lambda _on=False, key=key: self.go_to(key))
            self.sections[key] = button
        next(iter(self.sections.values())).setChecked(True)
        made = box(column(*self.sections.values(), None, space=0, margins=(0, 8, 0, 8)))
        made.setFixedWidth(theme().px(216))
        return made

    def _foot(self) -> QWidget:
        self.reset_section = Button(tr("Reset this section"))
        self.reset_section.clicked.connect(self._reset_section)
        self._hint = ElidedLabel("", "tiny", "text2", align=Qt.AlignmentFlag.AlignRight)
        close = Button(tr("Close"), height=32)
        close.setMinimumWidth(theme().px(92))
        close.clicked.connect(self.accept)
        self._close = close
        layout = row(self.reset_section, self._hint, close, space=12, margins=(16, 12, 16, 12))
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
        """Scroll to a section, or to one setting by its key; ``shortcuts.COMMAND`` is a command's shortcut."""
        section, _, name = key.partition(".")
        if section in self.sections:
            self.sections[section].setChecked(True)
        self.pages.setCurrentWidget(self.shortcuts if section == SHORTCUTS else self._area)
        self._filter()
        if section == SHORTCUTS:
            if name:
                self.shortcuts.choose(name)
                self.shortcuts.keys.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        # The title of a section stays above its first setting.
        first = next(each.settings[0].key for each in SECTIONS if each.key == section)
        target = self._blocks[section] if key in (section, first) else self.rows[key]
        # The layout must have placed the rows before their places mean anything.
        self._form.activate()
        self._area.verticalScrollBar().setValue(target.mapTo(self._content, target.rect().topLeft()).y())
        if key in self.rows:
            self.rows[key].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(self, key: str, value: Value) -> None:
        """Change a setting so that it can be taken back."""
        before = self._settings.value(key)
        if value != before:
            self._undo.push(SettingChange(key, before, value, self.put))

    def put(self, key: str, value: Value) -> None:
        """Set a value; what is refused or cannot be written is said at the foot."""
        try:
            self._settings.set_value(key, value)
        except (ValueError, PortraitsError) as error:
            self._hint.set_text(engine_text(str(error)), "warn")
            self.rows[key].refresh()
        else:
            self._say_how_to_undo()

    def _say_how_to_undo(self) -> None:
        self._hint.set_text(tr("Changes count at once, Ctrl+Z takes them back"), "text2")

    def _keep_shortcuts(self, before: object, after: object) -> None:
        assert isinstance(before, dict)
        assert isinstance(after, dict)
        self._undo.push(ShortcutChange(self._shortcuts, before, after))

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
        if self._shortcuts.chosen:
            differing.add(SHORTCUTS)
        for key, button in self.sections.items():
            button.set_differs(key in differing)
        self.changed_button.setText(tr("{n} of {all} changed", n=count, all=len(self.rows)))
        self.changed_button.setVisible(count > 0 or self._only_changed)
        self.changed_button.updateGeometry()
        self._filter()

    def _filter(self, *_args: object) -> None:
        typed = self.search.text()
        if self.pages.currentWidget() is self.shortcuts:
            self.shortcuts.filter(typed)
            return
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
        key = next(button.key for button in self.sections.values() if button.isChecked())
        if key == SHORTCUTS:
            self.shortcuts.reset_all()
            return
        chosen = next(section for section in SECTIONS if section.key == key)
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

    def fit(self, window: QWidget) -> None:
        px = theme().px
        self.resize(min(px(_WIDTH), window.width() - px(24)), min(px(_HEIGHT), window.height() - px(24)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
