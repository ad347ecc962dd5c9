"""Everything the mouse does with the tools is done with keys alone, by real key events in the canvas."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.landmarks.canvas import FaceCanvas
from desktop.landmarks.geometry import brush_weights, inside_polygon, inside_rect
from engine.project.landmarks import LANDMARK_COUNT
from tests.desktop.helpers import QUIET
from tests.desktop.landmarks.conftest import Editor

pytestmark = pytest.mark.qt_log_ignore(QUIET)

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NOTHING = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def canvas(editor: Editor) -> FaceCanvas:
    """The first canvas, with the focus, and the face as large as it goes."""
    made = editor.page.canvases[0]
    made.fit_face()
    made.setFocus()
    return made


def _points(editor: Editor) -> np.ndarray:
    face = editor.session.sides[0].face
    assert face is not None
    return face.points.copy()


def _held(canvas: FaceCanvas, key: Qt.Key, times: int, keys: Qt.KeyboardModifier = _NOTHING) -> None:
    """Hold a key down: one press, and the repeats that the system makes."""
    for index in range(times):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, keys, "", index > 0)
        QApplication.sendEvent(canvas, event)


def test_ctrl_and_an_arrow_go_to_the_next_point_that_way(editor: Editor, canvas: FaceCanvas) -> None:
    selection, points = editor.session.selection, _points(editor)
    selection.choose([4])
    QTest.keyClick(canvas, Qt.Key.Key_Up, _CTRL)
    first = selection.current
    assert first != 4
    assert points[first, 1] < points[4, 1]
    assert selection.count == 1
    QTest.keyClick(canvas, Qt.Key.Key_Left, _CTRL | _SHIFT)
    assert selection.count == 2, "Shift adds"
    assert points[selection.current, 0] < points[first, 0]
    for _ in range(60):
        QTest.keyClick(canvas, Qt.Key.Key_Down, _CTRL)
    assert points[selection.current, 1] > np.quantile(points[:, 1], 0.97), "the chin can be reached"
    assert editor.document.undo.count() == 0


def test_without_a_current_point_the_nearest_to_the_middle_is_taken(editor: Editor, canvas: FaceCanvas) -> None:
    editor.session.selection.clear()
    QTest.keyClick(canvas, Qt.Key.Key_Up, _CTRL)
    distance = np.hypot(*(_points(editor) - (canvas.view().x, canvas.view().y)).T)
    assert editor.session.selection.current == distance.argmin()


def test_the_brush_stands_at_the_current_point_and_its_weights_follow_the_radius(
    editor: Editor, canvas: FaceCanvas
) -> None:
    page, selection = editor.page, editor.session.selection
    run = page.handlers()
    page.tools.take("brush")
    page.tools.set_brush(radius=40, softness=1.0)
    selection.choose([50])
    run["next"]()
    assert selection.current == 51
    before = _points(editor)
    x, y = before[51].tolist()
    wanted = brush_weights(before, (x, y), 40 / canvas.view().scale, 1.0)
    assert selection.weights[:LANDMARK_COUNT] == pytest.approx(wanted)
    near = selection.count
    run["larger"]()
    run["larger"]()
    assert selection.count > near
    soft = selection.weights.sum()
    run["harder"]()
    assert selection.weights.sum() > soft
    weights = selection.weights[:LANDMARK_COUNT].copy()
    QTest.keyClick(canvas, Qt.Key.Key_Right, _SHIFT)
    assert (_points(editor) - before)[:, 0] == pytest.approx(10 * weights)
    assert editor.document.undo.count() == 1
    assert page.canvases[1].echo is not None, "the ring shows in the other picture"


def test_return_puts_the_brush_at_a_point_chosen_in_another_way(editor: Editor, canvas: FaceCanvas) -> None:
    editor.page.tools.take("brush")
    editor.session.selection.choose([4])
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert editor.session.selection.count > 3
    assert canvas.keys.place() is not None
    editor.page.tools.take("select")
    assert canvas.keys.place() is None


def test_a_frame_is_set_by_two_corners(editor: Editor, canvas: FaceCanvas) -> None:
    selection, points = editor.session.selection, _points(editor)
    selection.choose([105])
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    canvas.grab()
    selection.choose([334])
    selection.choose([152])
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    inside = inside_rect(points, *points[105], *points[152])
    assert inside.sum() > 20
    assert (selection.landmarks == inside).all()


def test_a_lasso_is_set_corner_by_corner_and_closed(editor: Editor, canvas: FaceCanvas) -> None:
    selection, points = editor.session.selection, _points(editor)
    editor.page.tools.take("lasso")
    corners = [33, 263, 152]
    for corner in corners[:-1]:
        selection.choose([corner])
        QTest.keyClick(canvas, Qt.Key.Key_Return)
        canvas.grab()
    selection.choose([corners[-1]])
    QTest.keyClick(canvas, Qt.Key.Key_Return, _SHIFT)
    inside = inside_polygon(points, points[corners])
    inside[corners] = True
    assert inside.sum() > 20
    assert (selection.landmarks == inside).all()
    assert canvas.gestures.band is None


def test_escape_lets_go_of_a_lasso_that_keys_began(editor: Editor, canvas: FaceCanvas) -> None:
    editor.page.tools.take("lasso")
    editor.session.selection.choose([33])
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert canvas.gestures.band is not None
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.gestures.band is None
    assert editor.session.selection.count == 1


def test_regions_and_neighbours_are_chosen(editor: Editor, canvas: FaceCanvas) -> None:
    selection, run = editor.session.selection, editor.page.handlers()
    selection.choose([105])
    run["choose_region"]()
    assert selection.chosen_regions() == ("right_eyebrow",)
    assert selection.count == 10
    run["grow"]()
    assert selection.count > 20
    assert len(selection.chosen_regions()) > 1
    assert canvas.hasFocus()


def test_a_region_is_added_from_the_list_with_shift_and_the_space_key(editor: Editor) -> None:
    rows = editor.page.regions.regions
    rows["left_eye"].name.setFocus()
    QTest.keyClick(rows["left_eye"].name, Qt.Key.Key_Space)
    assert editor.session.selection.chosen_regions() == ("left_eye",)
    QTest.keyClick(rows["right_eye"].name, Qt.Key.Key_Space, _SHIFT)
    assert editor.session.selection.chosen_regions() == ("left_eye", "right_eye")


def test_page_up_scales_what_is_chosen_and_with_ctrl_turns_it(editor: Editor, canvas: FaceCanvas) -> None:
    selection = editor.session.selection
    selection.choose_region("lips_outer")
    chosen, before = selection.landmarks, _points(editor)
    middle = before[chosen].mean(axis=0)
    QTest.keyClick(canvas, Qt.Key.Key_PageUp, _SHIFT)
    grown = _points(editor)
    assert grown[chosen] - middle == pytest.approx((before[chosen] - middle) * 1.1)
    QTest.keyClick(canvas, Qt.Key.Key_PageDown, _CTRL)
    way = (grown[chosen] - middle) @ np.array([[np.cos(a := np.radians(1)), np.sin(a)], [-np.sin(a), np.cos(a)]])
    assert _points(editor)[chosen] - middle == pytest.approx(way)
    assert (_points(editor)[~chosen] == before[~chosen]).all()


def test_a_key_that_is_held_down_is_one_step(editor: Editor, canvas: FaceCanvas) -> None:
    editor.session.selection.choose([4])
    before = _points(editor)
    _held(canvas, Qt.Key.Key_Right, 5)
    assert _points(editor)[4] - before[4] == pytest.approx([5, 0])
    assert editor.document.undo.count() == 1
    _held(canvas, Qt.Key.Key_Down, 3)
    assert editor.document.undo.count() == 2
    editor.document.undo.undo()
    assert _points(editor)[4] - before[4] == pytest.approx([5, 0])


def test_with_the_pan_tool_arrows_pan(editor: Editor, canvas: FaceCanvas) -> None:
    editor.page.tools.take("hand")
    before = canvas.view()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.view().x > before.x
    assert editor.document.undo.count() == 0


def test_a_key_point_is_added_moved_and_deleted(editor: Editor, canvas: FaceCanvas) -> None:
    editor.page.tools.take("key")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    one, other = editor.session.faces
    assert [p.id for p in one.key_points] == [p.id for p in other.key_points]
    x, y = one.key_points[0].x, one.key_points[0].y
    QTest.keyClick(canvas, Qt.Key.Key_Left, _SHIFT)
    assert editor.session.faces[0].key_place(one.key_points[0].id) == pytest.approx((x - 10, y))
    assert editor.session.faces[1].key_points == other.key_points
    editor.page.handlers()["delete"]()
    assert not editor.session.faces[0].key_points
    assert not editor.session.faces[1].key_points


@pytest.mark.parametrize("command", ["delete", "lock", "relax"])
def test_a_command_that_finds_nothing_to_act_on_says_so(editor: Editor, command: str) -> None:
    said: list[object] = []
    editor.page.said.connect(said.append)
    run: Callable[[], object] = editor.page.handlers()[command]
    run()
    assert len(said) == 1
    assert editor.document.undo.count() == 0
