"""The Sound work area of the whole window: keys mean the line, menus and clips lead there."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from engine.protocol.jobs import VoiceJob
from tests.desktop.helpers import QUIET, a_window

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def test_keys_mean_the_line_that_is_written_and_act_once(qtbot: Any, tmp_path: Path) -> None:
    with a_window(tmp_path) as (window, link):
        window.project.new()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.arrangement.choose_area("sound")
        audio = window.audio
        audio.commands.add_text("One.\nTwo.\nThree.")
        edit = audio.view.cards()[0].edit
        edit.setFocus()
        QTest.keyClick(edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        blocks = window.services.document.project.script.blocks
        assert [block.text for block in blocks] == ["Two.", "One.", "Three."]
        QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        (job,) = [job for _, job in link.submitted]
        assert isinstance(job, VoiceJob)
        assert job.text == "One."
        QTest.keyClicks(edit, "x")
        QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert "x" not in window.services.document.project.script.blocks[1].text
        assert edit.text() == "One."


def test_the_menu_and_a_placed_clip_lead_to_the_script(qtbot: Any, tmp_path: Path) -> None:
    with a_window(tmp_path) as (window, _):
        window.project.new()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.arrangement.choose_area("film")
        assert not window.audio.isVisible()
        window.actions_.run("script.add")
        assert window.audio.isVisible()
        (block,) = window.services.document.project.script.blocks
        assert window.audio.view.cards()[0].edit.hasFocus()
        window.arrangement.choose_area("film")
        window.timeline.opened.emit(block.id)
        assert window.audio.isVisible()
        assert window.audio.current == block.id
        menus = [menu for menu in window.findChildren(QMenu) if menu.title() == "Script"]
        texts = [action.text() for action in menus[0].actions() if not action.isSeparator()]
        assert texts[:2] == ["Add a line to the script", "Add the copied text to the script"]
