"""Density, stronger edges and less movement count at once, and by themselves when the system asks for them."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from desktop.shell import setting_effects
from desktop.state.settings import Settings
from desktop.widgets.theme import Mode, theme
from desktop.widgets.tokens import DARK
from tests.desktop.helpers import QUIET, a_window, with_pictures

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def test_compact_makes_everything_lower_and_back(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
        button, field = window.gallery.morph_button, window.gallery.filters.search
        before = (button.height(), field.height(), theme().font_px("body"))
        window.services.settings.set_value("appearance.density", "compact")
        qtbot.waitUntil(lambda: button.height() == before[0] - 4)
        qtbot.waitUntil(lambda: field.height() == before[1] - 4)
        assert theme().font_px("body") < before[2]
        window.services.settings.reset("appearance.density")
        qtbot.waitUntil(lambda: (button.height(), field.height(), theme().font_px("body")) == before)


def test_stronger_edges_replace_the_quiet_ones(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.services.settings.set_value("appearance.theme", "dark")
        assert theme().tokens.edge == DARK.edge
        window.services.settings.set_value("appearance.stronger_edges", True)
        assert theme().tokens.edge == DARK.edgehi
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        assert DARK.edgehi in application.styleSheet()
        assert application.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.pane
        window.services.settings.set_value("appearance.stronger_edges", False)
        assert theme().tokens.edge == DARK.edge


def test_less_movement_stops_what_turns(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        settings = window.services.settings
        settings.set_value("appearance.reduced_motion", True)
        assert theme().duration(120) == 0
        settings.set_value("appearance.reduced_motion", False)
        assert theme().duration(120) == 120


def test_what_the_system_asks_for_counts_without_a_setting(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    theme().set_look(mode=Mode.DARK, stronger_edges=False, reduced_motion=False)
    monkeypatch.setattr(setting_effects, "system_wants_contrast", lambda: True)
    monkeypatch.setattr(setting_effects, "system_wants_stillness", lambda: True)
    settings = Settings()
    settings.set_value("appearance.theme", "dark")
    setting_effects.take_look(settings)
    assert theme().tokens.edge == DARK.edgehi
    assert theme().reduced_motion
    monkeypatch.undo()
    setting_effects.take_look(settings)
    assert theme().tokens.edge == DARK.edge


def test_the_system_is_asked(qapp: QApplication) -> None:
    assert setting_effects.system_wants_contrast() is False
    assert setting_effects.system_wants_stillness() is False


def test_what_the_engine_is_told_at_its_start_offers_a_restart_once(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        settings = window.services.settings
        settings.set_value("models.offline", False)
        assert window.toasts.messages() == []
        settings.set_value("engine.precision", "float32")
        settings.set_value("files.recipe_in_results", False)
        assert window.toasts.messages() == ["This counts when the engine starts again."]


def test_files_and_previews_follow_their_settings(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        settings, services = window.services.settings, window.services
        pruned: list[int] = []
        monkeypatch.setattr(services.thumbnails, "prune", pruned.append)
        settings.set_value("files.thumbnail_cache_mib", 64)
        assert pruned == [64 * 2**20]
        settings.set_value("engine.preview_rate", 3)
        assert services.queue.preview_rate == 3.0
        used: list[str] = []
        monkeypatch.setattr(window.export, "use_preset", lambda preset: used.append(preset.key))
        for key in ("small", "master", "av1", "gif", "web"):
            settings.set_value("files.export_preset", key)
        assert used == ["small", "master", "av1", "gif", "web"]
