"""What the palette can find: commands, items of the gallery, settings."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from desktop.gallery.tile import kind_word
from desktop.palette.search import Entry
from desktop.settings.rows import setting_text
from desktop.shell.actions import Actions
from desktop.state.gallery import GalleryModel
from desktop.state.gallery_item import GalleryItem
from desktop.state.setting import Setting, Value
from desktop.state.settings import Settings
from desktop.state.settings_schema import SECTIONS
from desktop.widgets.words import clock, tr, within

_ITEMS = 400


class Sources:
    """Gives entries by group.

    Args:
        actions: the commands that are connected.
        gallery: its rows as they are filtered now.
        settings: names and values.
    """

    def __init__(self, actions: Actions, gallery: GalleryModel, settings: Settings) -> None:
        self._actions = actions
        self._gallery = gallery
        self._settings = settings

    def by_group(self) -> dict[str, Callable[[str], Sequence[Entry]]]:
        return {"commands": self.commands, "gallery": self.items, "settings": self.settings}

    def commands(self, _typed: str) -> list[Entry]:
        """Return every command that does something, with its menu and its shortcut."""
        connected = self._actions.connected()
        entries = []
        for spec in self._actions.specs.values():
            if spec.key in connected and spec.key != "edit.find" and self._actions[spec.key].isEnabled():
                keys = self._actions.keys(spec.key)
                text = self._actions[spec.key].text()
                menu = " / ".join(tr(part) for part in spec.menu.split("/"))
                entries.append(
                    Entry(
                        "commands",
                        spec.key,
                        text,
                        menu,
                        spec.also,
                        keys,
                        spec.icon,
                    )
                )
        return entries

    def items(self, _typed: str) -> list[Entry]:
        """Return the newest items of the gallery."""
        entries = []
        for item in self._gallery.items(0, min(_ITEMS, self._gallery.rowCount())):
            facts = [within(kind_word(item.kind))]
            if item.duration:
                facts.append(clock(item.duration))
            entries.append(
                Entry("gallery", item.item_id, item.title, " · ".join(facts), item.prompt, path=_thumbnail(item))
            )
        return entries

    def settings(self, _typed: str) -> list[Entry]:
        """Return every setting with its value."""
        return [
            Entry(
                "settings",
                setting.key,
                setting_text(setting.title),
                self._value(setting),
                setting_text(setting.help),
                icon="settings-2",
            )
            for section in SECTIONS
            for setting in section.settings
        ]

    def _value(self, setting: Setting) -> str:
        if setting.kind == "secret":
            return ""
        with suppress(KeyError):
            return _words(setting, self._settings.value(setting.key))
        return ""


def _thumbnail(item: GalleryItem) -> str:
    return item.path if item.kind not in ("sound", "voice", "music", "motion") else ""


def _words(setting: Setting, value: Value) -> str:
    if setting.kind == "bool":
        return tr("On") if value else tr("Off")
    if setting.kind == "choice":
        return next((setting_text(choice.title) for choice in setting.choices if choice.value == value), str(value))
    return f"{value} {setting_text(setting.unit)}".strip()
