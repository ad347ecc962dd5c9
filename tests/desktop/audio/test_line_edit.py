"""Writing a line: tags as pills, the list at the caret, and the keys that divide, join and leave."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.audio.line_edit import LineEdit
from desktop.widgets.theme import Mode, theme
from engine.protocol.emotions import EMOTION_TAGS, EMOTIONS
from tests.desktop.helpers import QUIET

pytestmark = pytest.mark.qt_log_ignore(QUIET)


@pytest.fixture
def edit(qtbot: Any) -> Iterator[LineEdit]:
    theme().set_look(mode=Mode.DARK, reduced_motion=True)
    window = QWidget()
    window.resize(600, 400)
    made = LineEdit()
    QVBoxLayout(window).addWidget(made)
    window.show()
    made.setFocus()
    yield made
    window.hide()
    window.deleteLater()


def type_(edit: LineEdit, text: str) -> None:
    QTest.keyClicks(edit, text)


def press(edit: LineEdit, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(edit, key, held)


def to_end(edit: LineEdit) -> None:
    edit.moveCursor(QTextCursor.MoveOperation.End)


_pieces = st.lists(st.one_of(st.sampled_from([f"<{tag}>" for tag in EMOTION_TAGS]), st.text("aé😀 ,.", max_size=6)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(_pieces)
def test_text_and_tags_come_back_as_they_went_in(edit: LineEdit, pieces: list[str]) -> None:
    text = "".join(pieces)
    edit.show_text(text)
    assert edit.text() == text
    assert "<" not in edit.toPlainText()


def test_a_slash_opens_the_tags_and_enter_takes_one(edit: LineEdit) -> None:
    edit.show_text("I left at twenty.")
    to_end(edit)
    type_(edit, " /si")
    assert edit.tags.is_open
    assert edit.tags.menu is not None
    assert edit.tags.menu.names() == ["sigh", "sing"]
    press(edit, Qt.Key.Key_Down)
    press(edit, Qt.Key.Key_Return)
    assert not edit.tags.is_open
    assert edit.text() == "I left at twenty. <sing> "
    type_(edit, "Then")
    assert edit.text() == "I left at twenty. <sing> Then"


@pytest.mark.parametrize("text", ["and/or", "1/2"])
def test_a_slash_inside_a_word_is_a_slash(edit: LineEdit, text: str) -> None:
    type_(edit, text)
    assert not edit.tags.is_open
    assert edit.text() == text


def test_the_list_closes_where_no_tag_fits_and_with_escape(edit: LineEdit) -> None:
    type_(edit, "/xyz")
    assert not edit.tags.is_open
    type_(edit, " /")
    assert edit.tags.is_open
    press(edit, Qt.Key.Key_Escape)
    assert not edit.tags.is_open
    assert edit.text() == "/xyz /"


def test_a_tag_that_is_written_out_becomes_a_pill(edit: LineEdit) -> None:
    type_(edit, "Well <Laugh harder> yes <sad>")
    assert edit.text() == "Well <laugh_harder> yes <sad>"
    assert edit.toPlainText().count("\ufffc") == 2
    press(edit, Qt.Key.Key_Backspace)
    assert edit.text() == "Well <laugh_harder> yes "


def _colours(edit: LineEdit) -> set[str]:
    image = edit.grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def test_tags_the_voice_does_not_act_are_dashed_in_amber(edit: LineEdit) -> None:
    orchid, amber = theme().tokens.tag_fill.lower(), theme().tokens.warn.lower()
    edit.show_text("She kept them <whisper> all.")
    edit.set_known(frozenset(EMOTIONS))
    assert orchid in _colours(edit)
    assert amber not in _colours(edit)
    edit.set_known(frozenset())
    assert orchid not in _colours(edit)
    assert amber in _colours(edit)


def test_a_click_on_a_tag_changes_it(edit: LineEdit) -> None:
    edit.show_text("A <sigh> b.")
    cursor = QTextCursor(edit.document())
    cursor.setPosition(2)
    place = edit.cursorRect(cursor).center() + QPoint(12, 0)
    QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert edit.tags.is_open
    assert edit.tags.menu is not None
    edit.tags.menu.filter("gasp")
    press(edit, Qt.Key.Key_Return)
    assert "".join(edit.text().split()) == "A<gasp>b."


def test_enter_divides_backspace_joins_and_arrows_lead_out(edit: LineEdit) -> None:
    heard: list[tuple[object, ...]] = []
    edit.split.connect(lambda *parts: heard.append(("split", *parts)))
    edit.joined.connect(lambda: heard.append(("joined",)))
    edit.left.connect(lambda way: heard.append(("left", way)))
    edit.show_text("One <sigh> two.")
    cursor = edit.textCursor()
    cursor.setPosition(6)
    edit.setTextCursor(cursor)
    press(edit, Qt.Key.Key_Return)
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    press(edit, Qt.Key.Key_Backspace)
    press(edit, Qt.Key.Key_Up)
    press(edit, Qt.Key.Key_Down)
    assert heard == [("split", "One <sigh> ", "two."), ("joined",), ("left", -1), ("left", 1)]
    assert edit.text() == "One <sigh> two."


def test_typing_is_told_once_when_it_is_over(edit: LineEdit, qtbot: Any) -> None:
    told: list[object] = []
    edit.edited.connect(told.append)
    type_(edit, "Every face")
    assert told == []
    edit.show_text("something else, from an undo elsewhere")
    assert edit.text() == "Every face", "what one is writing must not be taken away"
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["Every face"]
    edit.flush()
    assert told == ["Every face"]


def test_several_pasted_lines_go_to_the_script_and_one_stays(edit: LineEdit) -> None:
    pasted: list[object] = []
    edit.pasted.connect(pasted.append)
    data = QMimeData()
    data.setText("One <sigh>\n\nTwo")
    edit.insertFromMimeData(data)
    assert pasted == ["One <sigh>\n\nTwo"]
    assert edit.text() == ""
    data.setText("Only <sigh> one \ufffc.\n")
    edit.insertFromMimeData(data)
    assert edit.text() == "Only <sigh> one  . "


def test_a_very_long_text_is_shown_and_read(edit: LineEdit) -> None:
    text = "Every face <sigh> is a road. " * 170
    edit.show_text(text)
    assert edit.text() == text


def test_undo_and_the_commands_of_a_line_are_left_to_the_window(edit: LineEdit) -> None:
    for key, held in (
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier),
    ):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
        edit.event(event)
        assert not event.isAccepted(), key
    typed = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    edit.event(typed)
    assert typed.isAccepted(), "a letter must not become a shortcut while one writes"
