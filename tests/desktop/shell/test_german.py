"""German, the first complete translation: nothing is missing, nothing is cut, and a person's choice decides."""

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.settings.dialog import SettingsDialog
from desktop.startup.language import choose_language, language_file
from desktop.widgets.words import within
from desktop.window import MainWindow
from resources import path as resource
from tests.desktop.helpers import QUIET, a_window
from tests.helpers.texts import CONTEXT, compile_translations, engine_list, read_translations, window_texts

pytestmark = pytest.mark.qt_log_ignore(QUIET)

_FIELD = re.compile(r"\{(\w+)\}|(%[1-9])")
_PADDING = 12
"""The air beside the words of a button, in pixels; it may give way."""

_UPDATE = "run python -m tests.helpers.texts, then translate what is unfinished in portraits_de.ts and run it again"


class _Listener(QTranslator):
    """Keeps every text that is asked for and gives it back as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def translate(self, context: str, text: str, _comment: str = "", _n: int = -1) -> str:
        self.asked.add((context, text))
        return text

    def isEmpty(self) -> bool:
        return False


def _everything(window: MainWindow) -> SettingsDialog:
    """Bring every pane and the settings into being."""
    window.project.new()
    for key in window.create_pane.tabs:
        window.create_pane.open(key)
    window.palette_.open("a")
    window.palette_.close_palette()
    return SettingsDialog(window, window.services.settings, window.shortcuts)


def test_every_text_has_its_german() -> None:
    german = read_translations(resource("translations", "portraits_de.ts"))
    assert sorted(source.text for source in window_texts() - set(german)) == [], _UPDATE
    assert sorted(source.text for source in set(german) - window_texts()) == [], _UPDATE


def test_what_the_window_asks_for_is_collected(qapp: QApplication, qtbot: Any, tmp_path: Path) -> None:
    listener = _Listener()
    qapp.installTranslator(listener)
    try:
        with a_window(tmp_path) as (window, _):
            _everything(window).deleteLater()
    finally:
        qapp.removeTranslator(listener)
    ours = {context for context, _ in window_texts()}
    asked = {text for context, text in listener.asked if context in ours and re.search("[A-Za-z]{2}", text)}
    known = {text for _, text in window_texts()}
    # Names of languages, formats and units are the same everywhere.
    same = {"English", "Deutsch", "bfloat16", "float16", "float32", "fps", "MiB", "MB"}
    assert {text for text in asked - known - same if re.search("[a-z]", text)} == set()
    assert len(asked) > 300


def test_german_keeps_what_is_filled_in() -> None:
    for source, text in read_translations(resource("translations", "portraits_de.ts")).items():
        assert set(_FIELD.findall(text)) == set(_FIELD.findall(source.text)), source.text
        assert text.endswith(" …") == source.text.endswith(" …"), source.text
        assert text.rstrip(" ") == text or source.text.endswith(" "), source.text


def test_one_german_word_for_one_thing() -> None:
    words = {
        "landmark": "landmarke",
        "timeline": "zeitleiste",
        "queue": "warteschlange",
        "track": "spur",
        "recipe": "rezept",
        "key point": "schlüsselpunkt",
        "gallery": "galerie",
        "playhead": "abspielkopf",
    }
    for source, text in read_translations(resource("translations", "portraits_de.ts")).items():
        if ".json" in source.text:
            continue
        for english, german in words.items():
            if re.search(rf"\b{english}s?\b", source.text.lower()):
                assert german in text.lower(), f"{source.text!r} is {text!r}"


def test_the_compiled_file_is_the_newest(tmp_path: Path) -> None:
    compile_translations(resource("translations", "portraits_de.ts"), tmp_path / "de.qm")
    compiled = language_file("de")
    assert compiled is not None
    assert compiled.read_bytes() == (tmp_path / "de.qm").read_bytes(), _UPDATE
    assert resource("translations", "engine.json").read_text(encoding="utf-8") == engine_list(), _UPDATE


def test_the_setting_or_the_first_known_language_of_the_system_decides() -> None:
    assert choose_language("de") == "de"
    assert choose_language("en", ["de-DE"]) == "en"
    assert choose_language("system", ["de-AT", "en"]) == "de"
    assert choose_language("system", ["en-GB", "de"]) == "en"
    assert choose_language("system", ["fi-FI", "de-CH"]) == "de"
    assert choose_language("system", ["fi-FI"]) == "en"
    assert choose_language("system", []) == "en"
    assert choose_language("../de") == "en"


def _cut(root: QWidget) -> list[str]:
    """Return the buttons and lines of text that have less room than their words need."""
    found = []
    for part in root.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, QLabel | QAbstractButton) or not part.text().strip():
            continue
        if isinstance(part, QLabel) and part.wordWrap():
            continue
        if part.width() + _PADDING < min(part.sizeHint().width(), part.maximumWidth()):
            found.append(f"{type(part).__name__}: {part.text()} has {part.width()} of {part.sizeHint().width()}")
    return found


def test_german_is_shown_and_not_cut(german: None, qapp: QApplication, qtbot: Any, tmp_path: Path) -> None:
    with a_window(tmp_path) as (window, _):
        assert window.job_bar.idle.text() == "Nichts läuft"
        assert _cut(window) == []
        dialog = _everything(window)
        dialog.show()
        assert dialog.windowTitle() == "Einstellungen"
        for key in window.create_pane.tabs:
            window.create_pane.open(key)
            qapp.processEvents()
            assert _cut(window) == []
        dialog.close()
        dialog.deleteLater()
    assert QCoreApplication.translate(CONTEXT, "Render movie") == "Film rendern"


def test_german_nouns_keep_their_capital(german: None) -> None:
    assert within("Bild") == "Bild"


def test_qt_itself_speaks_german(german: None) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
