"""What a changed setting changes at once."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.export.presets import PRESETS
from desktop.shell.services import Services
from desktop.state.settings import Settings
from desktop.state.settings_schema import SETTINGS
from desktop.widgets.theme import Mode, theme
from desktop.widgets.words import tr

if TYPE_CHECKING:
    from desktop.window import MainWindow


def take_look(settings: Settings) -> None:
    """Give the application the look that the settings and the system ask for."""
    theme().set_look(
        mode=Mode(settings.text("appearance.theme")),
        compact=settings.text("appearance.density") == "compact",
        stronger_edges=settings.flag("appearance.stronger_edges") or system_wants_contrast(),
        reduced_motion=settings.flag("appearance.reduced_motion") or system_wants_stillness(),
    )


def system_wants_contrast() -> bool:
    """Whether the person asked the system for high contrast; Qt can tell from version 6.10 on."""
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return bool(hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)


def system_wants_stillness() -> bool:
    """Whether the person switched the system's animations off; Qt tells so on Windows alone."""
    return sys.platform == "win32" and not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)


class SettingEffects(QObject):
    """Carries settings to what they are about.

    Args:
        window: shows some of them.
        services: settings, queue and document.
    """

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        services.settings.changed.connect(self._on_changed)
        if not services.settings.is_default("files.export_preset"):
            self._use_export_preset()
        self._hints = QGuiApplication.styleHints()
        if hasattr(self._hints, "accessibility"):
            self._hints.accessibility().contrastPreferenceChanged.connect(self._on_contrast)

    @Slot()
    def _on_contrast(self) -> None:
        take_look(self._services.settings)

    @Slot(object)
    def _on_changed(self, key: str) -> None:
        settings = self._services.settings
        if SETTINGS[key].engine and not key.startswith("models."):
            self._offer_restart()
        if key in ("appearance.text_scale", "appearance.language"):
            self._window.say(tr("This counts from the next start."))
        elif key.startswith("appearance."):
            take_look(settings)
        elif key == "models.offline":
            self._window.job_bar.set_offline(settings.flag(key))
        elif key == "engine.preview_rate":
            self._services.queue.preview_rate = float(settings.number(key))
        elif key == "files.autosave_seconds":
            self._services.document.set_autosave_seconds(settings.number(key))
        elif key == "files.export_preset":
            self._use_export_preset()
        elif key == "files.thumbnail_cache_mib":
            self.prune_thumbnails()

    def _offer_restart(self) -> None:
        """What the engine is told at its start counts from the next one; what belongs to models it is told at once."""
        text = tr("This counts when the engine starts again.")
        if text not in self._window.toasts.messages():
            self._window.toasts.show_message(text, tr("Restart the engine"), self._services.engine.restart)

    def prune_thumbnails(self) -> None:
        """Make the cache of thumbnails as small as the setting says, in the background."""
        self._services.thumbnails.prune(self._services.settings.number("files.thumbnail_cache_mib") * 2**20)

    def _use_export_preset(self) -> None:
        wanted = self._services.settings.text("files.export_preset")
        for preset in PRESETS:
            if preset.key == wanted:
                self._window.export.use_preset(preset)
