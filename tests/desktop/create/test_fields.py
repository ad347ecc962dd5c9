"""The fields of forms that show lists, files and words."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.create.editors import NumberEditor, make_editor
from desktop.create.file_field import FileEditor, FilesEditor
from desktop.create.form_fields import form_fields
from desktop.create.list_editors import TextsField
from desktop.create.pane import PANELS
from desktop.create.panel import help_of
from desktop.create.prompt_field import WordsField
from engine.protocol.fields import FieldInfo
from engine.protocol.jobs import AnimateJob, ImageJob, MorphJob, TrainTokenizerJob
from tests.desktop.create.helpers import a_bench, a_file
from tests.desktop.helpers import QUIET, make_picture

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def _texts(qtbot: Any, *texts: str, most: int = 5) -> TextsField:
    field = TextsField("Add", "Variation", most)
    qtbot.addWidget(field)
    field.set_texts(list(texts))
    field.show()
    return field


def test_enter_goes_on_to_the_next_text_and_backspace_takes_an_empty_one_out(qtbot) -> None:  # type: ignore[no-untyped-def]
    field = _texts(qtbot, "young", "old")
    qtbot.keyClick(field.lines()[0], Qt.Key.Key_Return)
    qtbot.keyClicks(field.lines()[1], "older")
    assert field.texts() == ["young", "older", "old"]
    for _ in range(5):
        qtbot.keyClick(field.lines()[1], Qt.Key.Key_Backspace)
    assert field.texts() == ["young", "old"]
    qtbot.keyClick(field.lines()[1], Qt.Key.Key_Backspace)
    assert len(field.lines()) == 2


def test_texts_move_with_alt_and_no_more_than_allowed_are_taken(qtbot) -> None:  # type: ignore[no-untyped-def]
    field = _texts(qtbot, "a", "b", "c", most=3)
    qtbot.keyClick(field.lines()[2], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert field.texts() == ["a", "c", "b"]
    assert not field.add_button.isEnabled()
    field.set_texts(["a", "b", "c", "d"])
    assert field.texts() == ["a", "b", "c"]


def _drop(field: Any, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    field.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )


def test_a_file_field_takes_what_belongs_there_and_says_what_is_gone(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    editor = make_editor(form_fields(ImageJob)["source"])
    assert isinstance(editor, FileEditor)
    qtbot.addWidget(editor.widget)
    assert editor.value() is None
    assert editor.field.hint.text() == "Drop a picture here"
    _drop(editor.field, a_file(tmp_path, "notes.txt"))
    assert editor.value() is None
    picture = make_picture(tmp_path, "Ada")
    _drop(editor.field, picture)
    assert editor.value() == {"path": str(picture), "sha256": ""}
    assert editor.field.name.text() == "Ada"
    editor.set_value({"path": str(tmp_path / "gone.png"), "sha256": "a" * 64})
    assert editor.field.place.text() == "This file is not there"
    assert editor.value() == {"path": str(tmp_path / "gone.png"), "sha256": "a" * 64}
    editor.field.remove.clicked.emit()
    assert editor.value() is None


def test_several_files_keep_their_order_and_leave_room_for_one_more(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    editor = make_editor(form_fields(MorphJob)["inputs"])
    assert isinstance(editor, FilesEditor)
    qtbot.addWidget(editor.widget)
    pictures = [str(make_picture(tmp_path, name)) for name in ("a", "b")]
    for path in pictures:
        editor.field.fields()[-1].put(path)
    assert [source["path"] for source in editor.value()] == pictures
    assert len(editor.field.fields()) == 3
    editor.field.fields()[0].put("")
    assert [source["path"] for source in editor.value()] == pictures[1:]


def test_a_list_of_one_file_has_no_place_for_a_second(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    editor = make_editor(form_fields(AnimateJob)["lora"])
    assert isinstance(editor, FilesEditor)
    qtbot.addWidget(editor.widget)
    editor.field.fields()[0].put(str(a_file(tmp_path, "style.safetensors")))
    assert len(editor.field.fields()) == 1


@pytest.mark.parametrize(("typed", "value"), [(500, 512), (64, 64), (1023, 1024), (2000, 1024)])
def test_a_number_is_laid_on_its_multiples_at_once(qtbot, typed: int, value: int) -> None:  # type: ignore[no-untyped-def]
    editor = make_editor(form_fields(AnimateJob)["side"])
    qtbot.addWidget(editor.widget)
    heard: list[object] = []
    editor.changed.connect(lambda: heard.append(editor.value()))
    editor.widget.setValue(typed)  # type: ignore[attr-defined]
    assert editor.value() == value
    assert heard == [value]


def test_very_small_numbers_are_shown_whole(qtbot) -> None:  # type: ignore[no-untyped-def]
    editor = make_editor(form_fields(TrainTokenizerJob)["learning_rate"])
    qtbot.addWidget(editor.widget)
    assert editor.widget.text() == "0.0002"  # type: ignore[attr-defined]
    assert editor.is_default()


def test_words_stand_for_the_lowest_number(qtbot) -> None:  # type: ignore[no-untyped-def]
    editor = make_editor(form_fields(ImageJob)["batch_size"])
    assert isinstance(editor, NumberEditor)
    qtbot.addWidget(editor.widget)
    editor.name_lowest("automatic")
    assert editor.widget.text() == "automatic"  # type: ignore[attr-defined]
    assert editor.value() == 0


def test_a_field_for_words_grows_with_them_and_lets_tab_and_ctrl_enter_through(qtbot) -> None:  # type: ignore[no-untyped-def]
    field = WordsField(least=2, most=4)
    qtbot.addWidget(field)
    field.resize(200, 60)
    field.show()
    low = field.height()
    field.setPlainText("\n".join("abcdefgh"))
    high = field.height()
    assert high > low
    field.setPlainText("\n".join("abcd"))
    assert field.height() == high
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == "a\nb\nc\nd"
    assert field.tabChangesFocus()


def test_every_kind_of_field_but_a_curve_has_an_editor(qtbot) -> None:  # type: ignore[no-untyped-def]
    kinds: dict[str, FieldInfo] = {}
    for job in (ImageJob, MorphJob, AnimateJob, TrainTokenizerJob):
        kinds |= {info.kind: info for info in form_fields(job).values()}
    kinds.pop("curve")
    for info in kinds.values():
        qtbot.addWidget(make_editor(info).widget)
    assert {"file", "files", "texts", "loras", "number", "whole", "choice", "flag", "text", "fraction"} <= kinds.keys()


def test_every_field_of_every_panel_has_its_help(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        for spec in PANELS:
            form = bench.pane.open(spec.key).form
            for path in form.values():
                info = form.info(path)
                if info.description and info.kind != "curve":
                    assert help_of(form.editor(path).widget) == info.description, path


class _Windows(QObject):
    """Hears of every window that is shown."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.shown: list[str] = []
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def test_no_part_of_a_panel_is_shown_as_a_window_of_its_own(qtbot, qapp: QApplication, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        windows = _Windows(qapp)
        for spec in PANELS:
            bench.pane.open(spec.key)
        qapp.removeEventFilter(windows)
        assert windows.shown == []
