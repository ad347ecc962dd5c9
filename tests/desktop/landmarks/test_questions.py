"""What the editor asks, in the window with real dialogs: faces, crops, scaling; and what it says instead of asking."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.landmarks.changes import set_landmarks
from desktop.landmarks.dialogs import DetectDialog, FacesDialog
from desktop.landmarks.page import LandmarksPage
from desktop.widgets.buttons import Button
from desktop.widgets.dialog import Dialog
from engine.protocol.queries import DetectFaces
from tests.desktop.helpers import QUIET
from tests.desktop.landmarks.conftest import Editor
from tests.desktop.landmarks.helpers import SIDE, a_face, ready

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def _with_dialog(act: Callable[[Dialog], object]) -> None:
    """Do something with the next dialog once it is open."""
    timer = QTimer(QApplication.instance())

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Dialog):
            return
        timer.stop()
        timer.deleteLater()
        try:
            act(dialog)
        finally:
            dialog.close()

    timer.timeout.connect(look)
    timer.start(5)


def _press(dialog: Dialog, text: str) -> None:
    button = next(each for each in dialog.findChildren(Button) if each.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _queries(editor: Editor) -> list[DetectFaces]:
    return [query for _, query in editor.link.asked if isinstance(query, DetectFaces)]


def test_a_crop_is_drawn_and_detected_on(editor: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    def draw(dialog: Dialog) -> None:
        assert isinstance(dialog, DetectDialog)
        assert dialog.use_crop.isChecked()
        place = dialog.picture._place()
        scale = place.width() / SIDE
        start = QPoint(round(place.left() + 100 * scale), round(place.top() + 80 * scale))
        end = QPoint(round(place.left() + 300 * scale), round(place.top() + 320 * scale))
        QTest.mousePress(dialog.picture, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(dialog.picture, end)
        QTest.mouseRelease(dialog.picture, Qt.MouseButton.LeftButton, pos=end)
        dialog.confidence.setValue(0.15)
        _press(dialog, "Detect")

    _with_dialog(draw)
    editor.page.questions.detect_again(0, crop=True)
    query = _queries(editor)[-1]
    assert query.confidence == 0.15
    assert query.crop is not None
    assert np.abs(np.array(query.crop) - (100, 80, 200, 240)).max() <= 3


def test_several_faces_are_offered_and_an_arrow_key_chooses(bare: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    small, large = a_face(scale=0.3, shift=(-100, 0)), a_face(scale=0.6, shift=(80, 0))
    bare.link.found["anna.png"] = [small, large]
    bare.session.open_pictures(bare.ids[0])
    ready(qtbot, bare.session)

    def choose(dialog: Dialog) -> None:
        assert isinstance(dialog, FacesDialog)
        assert dialog.faces.number == 1
        QTest.keyClick(dialog.faces, Qt.Key.Key_Left)
        dialog.grab()
        _press(dialog, "Take this face")

    _with_dialog(choose)
    QTest.mouseClick(bare.page.frames[0].faces, Qt.MouseButton.LeftButton)
    assert bare.session.sides[0].number() == 0


def test_edited_points_are_kept_when_a_person_says_so(editor: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    editor.session.selection.choose([4])
    editor.page.edits.moves.nudge(0, 5, 5)
    mine = editor.session.faces[0].points.copy()
    seen: list[str] = []

    def keep(dialog: Dialog) -> None:
        seen.extend(each.text() for each in dialog.findChildren(Button))
        _press(dialog, "Keep as it is")

    _with_dialog(keep)
    editor.session.detection.detect(0, again=True)
    qtbot.waitUntil(lambda: "Replace the points" in seen)
    assert (editor.session.faces[0].points == mine).all()


def test_a_new_detection_that_finds_nothing_says_so_and_changes_nothing(editor: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    said: list[str] = []
    editor.page.said.connect(said.append)
    before = editor.session.faces[0].points.copy()
    editor.link.found["anna.png"] = []
    editor.session.detection.detect(0, 0.9, again=True)
    qtbot.waitUntil(lambda: bool(said))
    assert "No face was found" in said[0]
    assert (editor.session.faces[0].points == before).all()
    editor.session.selection.choose([4])
    editor.page.edits.moves.nudge(0, 1, 0)
    editor.document.undo.undo()
    assert (editor.session.faces[0].points == before).all(), "the faces of the first detection are still known"


def test_opening_another_project_with_the_table_open_closes_the_pictures(editor: Editor) -> None:
    editor.page.regions.show_table(True)
    editor.session.selection.choose([7])
    editor.document.new()
    assert not editor.session.sides
    assert editor.page.nothing.isVisible()
    editor.page.canvases[0].grab()


def test_landmarks_of_another_size_are_scaled_by_the_button_in_the_list(bare: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    small = replace(a_face(side=SIDE // 2).landmarks(), detector_version="0.9")
    bare.document.apply("Old", partial(set_landmarks, item_id="item0", landmarks=small))
    bare.session.open_pictures("item0")
    qtbot.waitUntil(lambda: bare.session.sides[0].faces is not None)
    (row,) = bare.page.result.problems.rows()
    assert row.problem.key == "size"
    assert "another size" in bare.page.frames[0].empty.sentence()
    _with_dialog(lambda dialog: _press(dialog, "Scale them"))
    QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
    assert bare.session.faces[0].points[4] == pytest.approx(a_face().points[4])
    assert [each.problem.text for each in bare.page.result.problems.rows()] == ["Found by another detector"]


def test_the_list_of_problems_relaxes_brings_in_and_shows(editor: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    page: LandmarksPage = editor.page
    editor.link.left_out = (127, 234)
    editor.session.selection.choose([105])
    page.edits.moves.nudge(0, 0, 40)
    editor.session.selection.choose([152])
    page.edits.moves.nudge(1, 0, 300)
    qtbot.waitUntil(lambda: page.preview.left_out == (127, 234))

    def row(key: str, side: int = 0) -> Button:
        return next(r.button for r in page.result.problems.rows() if (r.problem.key, r.problem.side) == (key, side))

    assert page.result.problems.count.accessibleName() == "4 problems"
    QTest.mouseClick(row("turned"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(row("outside", 1), Qt.MouseButton.LeftButton)
    QTest.mouseClick(row("turned", 1), Qt.MouseButton.LeftButton)
    QTest.mouseClick(row("left_out"), Qt.MouseButton.LeftButton)
    assert sorted(np.flatnonzero(editor.session.selection.mask)) == [127, 234]
    assert [r.problem.key for r in page.result.problems.rows()] == ["left_out"]
