"""Every text a person sees passes through the translator."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.settings.dialog import SettingsDialog
from desktop.widgets.labels import ElidedLabel
from engine.protocol.emotions import EMOTIONS
from engine.protocol.voices import BUILT_IN
from tests.desktop.helpers import QUIET, a_window

pytestmark = pytest.mark.qt_log_ignore(QUIET)

_WORDS = re.compile(r"[A-Za-z]{3,}")
_TOLD_TO_A_MODEL = {tag.replace("_", " ") for tag in EMOTIONS}
_TOLD_TO_A_MODEL |= {text for voice in BUILT_IN for text in (voice.name, voice.description)}
"""Stay as they are in every language: the large voice understands these words and no others."""
_OPEN, _CLOSE = "⟦", "⟧"


class PseudoTranslator(QTranslator):
    """Puts every text into brackets and makes it a third longer, as German would."""

    def translate(self, _context: str, text: str, _comment: str = "", _n: int = -1) -> str:
        return f"{_OPEN}{text}{'~' * (len(text) // 3)}{_CLOSE}"

    def isEmpty(self) -> bool:
        return False


def _texts(root: QWidget) -> set[str]:
    found: set[str] = set()
    for part in root.findChildren(QWidget):
        if isinstance(part, QLabel | QAbstractButton | ElidedLabel):
            found.add(part.text())
        if isinstance(part, QAbstractButton):
            found |= {part.accessibleName(), part.toolTip()}
    return found


def _untranslated(texts: set[str], allowed: set[str]) -> list[str]:
    # What stands outside the brackets must be a name, a number, a unit or a key.
    outside = {text: re.sub(f"{_OPEN}.*?{_CLOSE}", "", text, flags=re.DOTALL) for text in texts}
    return sorted(text for text, rest in outside.items() if any(word not in allowed for word in _WORDS.findall(rest)))


def test_the_pseudo_locale_reaches_every_text(qapp: QApplication, qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    translator = PseudoTranslator()
    qapp.installTranslator(translator)
    try:
        with a_window(tmp_path) as (window, _):
            allowed = {"Ctrl", "Shift", "Alt", "Return", "Space", "Home", "End", "Left", "Right", "Test", "processor"}
            allowed |= {"bfloat", "float", "English", "Deutsch", "GIF", "Esc", "SkyReels", "MTVCrafter", "SRT"}
            texts = _texts(window.welcome) | _texts(window.bar) | _texts(window.job_bar)
            window.project.new()
            for key in window.create_pane.tabs:
                window.create_pane.open(key)
            texts |= _texts(window)
            dialog = SettingsDialog(window, window.services.settings, window.shortcuts)
            texts |= _texts(dialog)
            dialog.deleteLater()
            menus = {action.text() for menu in window.bar.menus.values() for action in menu.actions()}
            assert len(texts) > 120
            assert _untranslated((texts | menus) - _TOLD_TO_A_MODEL, allowed) == []
    finally:
        qapp.removeTranslator(translator)


def test_longer_words_push_nothing_out_of_the_window(qapp: QApplication, qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    translator = PseudoTranslator()
    qapp.installTranslator(translator)
    try:
        with a_window(tmp_path) as (window, _):
            window.project.new()
            qtbot.waitExposed(window)
            assert window.width() <= 1280
            right = window.job_bar.engine_mark.mapTo(window, window.job_bar.engine_mark.rect().topRight()).x()
            assert right <= window.width()
    finally:
        qapp.removeTranslator(translator)
