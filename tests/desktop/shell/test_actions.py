"""The commands: all of them do something, none fights for a shortcut."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from desktop.shell.action_spec import MENUS
from desktop.shell.actions import ACTIONS
from tests.desktop.helpers import QUIET, a_window

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def test_keys_and_texts_are_unique() -> None:
    assert max(Counter(spec.key for spec in ACTIONS).values()) == 1
    assert max(Counter(spec.text for spec in ACTIONS).values()) == 1


def test_no_two_commands_of_one_pane_have_the_same_shortcut() -> None:
    scopes = {spec.scope for spec in ACTIONS}
    for scope in scopes:
        keys = Counter(keys for spec in ACTIONS if spec.scope in ("", scope) for keys in spec.keys)
        assert [key for key, count in keys.items() if count > 1] == [], scope


def test_single_letters_belong_to_a_pane() -> None:
    assert [spec.key for spec in ACTIONS if not spec.scope and any(len(keys) == 1 for keys in spec.keys)] == []


def test_every_shortcut_is_one(qapp) -> None:  # type: ignore[no-untyped-def]
    assert [keys for spec in ACTIONS for keys in spec.keys if QKeySequence(keys).isEmpty()] == []


def test_every_menu_is_known() -> None:
    assert {spec.menu for spec in ACTIONS} <= set(MENUS)


def test_what_is_shown_does_something(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        connected = window.actions_.connected()
        shown = {
            action.objectName()
            for menu in window.bar.menus.values()
            for action in menu.actions()
            if not action.isSeparator() and action.menu() is None
        }
        assert shown == connected
        assert connected == set(window.actions_.specs), "a command that does nothing must not be declared"
        assert len(connected) > 50


def test_a_scoped_shortcut_does_not_fire_from_another_pane(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.project.new()
        window.open_panel("voice")
        qtbot.waitUntil(window.isActiveWindow)
        ran: list[object] = []
        window.actions_.ran.connect(ran.append)
        text = window.create_pane.current().text  # type: ignore[attr-defined]
        text.setFocus()
        qtbot.keyClicks(text, "x p f 5")
        assert text.toPlainText() == "x p f 5"
        assert ran == []
