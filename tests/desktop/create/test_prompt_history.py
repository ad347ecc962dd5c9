"""Words that were used before come back by key and from the menu, also after the next start."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.create.history import History
from desktop.create.image_panel import ImagePanel
from desktop.create.prompt_field import PromptField
from tests.desktop.create.helpers import a_bench
from tests.desktop.helpers import QUIET

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def test_words_are_kept_once_and_newest_first(tmp_path: Path) -> None:
    history = History(tmp_path / "words.json")
    for words in ("one", "two", " one "):
        history.add("image", words)
    history.add("voice", "three")
    again = History(tmp_path / "words.json")
    assert again.words("image") == ("one", "two")
    assert again.words("voice") == ("three",)
    again.clear("image")
    assert History(tmp_path / "words.json").words("image") == ()


def test_a_broken_file_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "words.json"
    path.write_bytes(b"{not json")
    history = History(path)
    assert history.words("image") == ()
    history.add("image", "again")
    assert History(path).words("image") == ("again",)


def test_up_and_down_go_through_the_history_and_back_to_the_draft(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    history = History(tmp_path / "words.json")
    history.add("image", "older")
    history.add("image", "newer")
    field = PromptField("Words", history, "image", hint="")
    qtbot.addWidget(field)
    field.show()
    field.words.setPlainText("draft")
    for key, shown in (
        (Qt.Key.Key_Up, "newer"),
        (Qt.Key.Key_Up, "older"),
        (Qt.Key.Key_Up, "older"),
        (Qt.Key.Key_Down, "newer"),
        (Qt.Key.Key_Down, "draft"),
    ):
        qtbot.keyClick(field.words, key)
        assert field.words.toPlainText() == shown
    field.words.undo()
    assert field.words.toPlainText() == "newer"


def test_a_start_remembers_the_words(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("image", ImagePanel)
        assert panel.prompt is not None
        panel.prompt.words.setPlainText("a sailor")
        panel.start()
        panel.prompt.words.setPlainText("")
        menu = panel.prompt.menu()
        assert menu.actions()[0].text() == "a sailor"
        menu.actions()[0].trigger()
        assert panel.prompt.words.toPlainText() == "a sailor"
        menu.deleteLater()
