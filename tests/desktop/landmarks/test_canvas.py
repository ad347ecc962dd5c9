"""The canvases with real mouse and key events."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.landmarks.canvas import FaceCanvas
from desktop.landmarks.regions import mirror_of
from engine.project.landmarks import LANDMARK_COUNT
from tests.desktop.helpers import QUIET
from tests.desktop.landmarks.conftest import Editor

pytestmark = pytest.mark.qt_log_ignore(QUIET)

_NOTHING = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


def _move(canvas: FaceCanvas, place: QPointF, buttons: Qt.MouseButton = _LEFT) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, canvas.mapToGlobal(place), Qt.MouseButton.NoButton, buttons, _NOTHING
    )
    QApplication.sendEvent(canvas, event)


def drag(canvas: FaceCanvas, start: QPointF, end: QPointF, keys: Qt.KeyboardModifier = _NOTHING) -> None:
    """Press, move in steps, and let go."""
    QTest.mousePress(canvas, _LEFT, keys, start.toPoint())
    origin = QPointF(start.toPoint())
    for step in (0.3, 0.7, 1.0):
        _move(canvas, origin + (end - start) * step)
    QTest.mouseRelease(canvas, _LEFT, keys, end.toPoint())


def _spot(editor: Editor, side: int, index: int) -> QPointF:
    face = editor.session.sides[side].face
    assert face is not None
    return editor.page.canvases[side].screen_place(*face.points[index])


@pytest.fixture
def near(editor: Editor) -> Editor:
    """The pair, shown so large that points stand apart."""
    editor.page.canvases[0].fit_face()
    return editor


def test_a_drag_moves_the_point_under_the_pointer_and_is_one_step(near: Editor) -> None:
    canvas, undo = near.page.canvases[0], near.document.undo
    before = near.session.sides[0].face.points.copy()  # type: ignore[union-attr]
    steps = undo.count()
    drag(canvas, _spot(near, 0, 152), _spot(near, 0, 152) + QPointF(9, 14))
    face = near.session.sides[0].face
    assert face is not None
    scale = canvas.view().scale
    assert face.points[152] - before[152] == pytest.approx([9 / scale, 14 / scale], abs=0.01)
    assert (np.delete(face.points, 152, 0) == np.delete(before, 152, 0)).all()
    assert np.flatnonzero(face.moved).tolist() == [152]
    assert undo.count() == steps + 1
    stored = near.document.project.media[0].landmarks
    assert stored is not None
    assert stored.moved == (152,)
    undo.undo()
    assert (near.session.sides[0].face.points == before).all()  # type: ignore[union-attr]
    undo.redo()
    assert (near.session.sides[0].face.points == face.points).all()  # type: ignore[union-attr]


def test_what_is_chosen_on_one_side_is_chosen_on_the_other(near: Editor) -> None:
    canvas = near.page.canvases[0]
    QTest.mouseClick(canvas, _LEFT, _NOTHING, _spot(near, 0, 4).toPoint())
    assert np.flatnonzero(near.session.selection.mask).tolist() == [4]
    QTest.mouseClick(near.page.canvases[1], _LEFT, Qt.KeyboardModifier.ShiftModifier, _spot(near, 1, 152).toPoint())
    assert np.flatnonzero(near.session.selection.mask).tolist() == [4, 152]
    QTest.mouseClick(canvas, _LEFT, Qt.KeyboardModifier.ControlModifier, _spot(near, 0, 4).toPoint())
    assert np.flatnonzero(near.session.selection.mask).tolist() == [152]
    assert near.document.undo.count() == 0, "choosing changes nothing"


def test_a_click_hits_within_ten_pixels_of_the_screen_at_every_zoom(near: Editor) -> None:
    canvas, selection = near.page.canvases[0], near.session.selection
    for factor in (1.0, 2.0, 0.25):
        canvas.zoom(factor)
        spot = _spot(near, 0, 10)
        QTest.mouseClick(canvas, _LEFT, _NOTHING, (spot - QPointF(0, 9)).toPoint())
        assert selection.mask[10], factor
        QTest.mouseClick(canvas, _LEFT, _NOTHING, (spot - QPointF(0, 14)).toPoint())
        assert not selection.count, factor


def test_a_frame_and_a_lasso_choose_what_lies_in_them(near: Editor) -> None:
    canvas, selection = near.page.canvases[0], near.session.selection
    face = near.session.sides[0].face
    assert face is not None
    low = canvas.screen_place(*(face.points.min(axis=0) - 12))
    high = canvas.screen_place(*(face.points.max(axis=0) + 12))
    drag(canvas, low, high)
    assert selection.landmarks.all()
    spot = _spot(near, 0, 152)
    drag(canvas, spot + QPointF(-30, 18), spot + QPointF(30, -12), Qt.KeyboardModifier.ShiftModifier)
    assert selection.landmarks.all(), "Shift adds"
    near.page.tools.take("lasso")
    selection.clear()
    QTest.mousePress(canvas, _LEFT, _NOTHING, (spot + QPointF(0, 25)).toPoint())
    for x, y in ((-25, 0), (0, -25), (25, 0)):
        _move(canvas, spot + QPointF(x, y))
    QTest.mouseRelease(canvas, _LEFT, _NOTHING, (spot + QPointF(25, 0)).toPoint())
    assert selection.mask[152]
    assert not selection.mask[10]


def test_the_brush_moves_near_points_more_than_far_ones(near: Editor) -> None:
    near.page.tools.take("brush")
    near.page.tools.set_brush(radius=60, softness=1.0)
    canvas = near.page.canvases[0]
    before = near.session.sides[0].face.points.copy()  # type: ignore[union-attr]
    drag(canvas, _spot(near, 0, 50), _spot(near, 0, 50) + QPointF(12, 0))
    way = near.session.sides[0].face.points - before  # type: ignore[union-attr]
    distance = np.hypot(*(before - before[50]).T) * canvas.view().scale
    moved = way[:, 0] > 0
    assert moved.sum() > 5
    assert distance[moved].max() <= 62
    order = np.argsort(distance[moved])
    assert (np.diff(way[moved][order, 0]) <= 0.4).all()
    assert way[50, 0] * canvas.view().scale == pytest.approx(12, abs=0.5)


def test_locked_regions_stay_and_mirrored_points_follow(near: Editor) -> None:
    near.session.selection.set_locked(["left_eye"], True)
    near.page.edits.moves.set_mirror(True)
    canvas = near.page.canvases[0]
    before = near.session.sides[0].face.points.copy()  # type: ignore[union-attr]
    drag(canvas, _spot(near, 0, 50), _spot(near, 0, 50) + QPointF(-10, 6))
    way = near.session.sides[0].face.points - before  # type: ignore[union-attr]
    partner = int(mirror_of()[50])
    assert way[partner] == pytest.approx([-way[50, 0], way[50, 1]], abs=0.02)
    drag(canvas, _spot(near, 0, 33), _spot(near, 0, 33) + QPointF(-10, 6))
    way = near.session.sides[0].face.points - before  # type: ignore[union-attr]
    assert way[33].any()
    assert not way[263].any(), "its partner is locked"


def test_keys_move_by_one_ten_and_a_tenth(near: Editor) -> None:
    canvas = near.page.canvases[0]
    canvas.setFocus()
    near.session.selection.choose([4])
    before = near.session.sides[0].face.points[4].copy()  # type: ignore[union-attr]
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert near.session.sides[0].face.points[4] - before == pytest.approx([0.9, 10])  # type: ignore[union-attr]
    assert near.document.undo.count() == 3


def test_escape_takes_a_drag_back_and_then_lets_go_of_the_selection(near: Editor) -> None:
    canvas = near.page.canvases[0]
    before = near.session.sides[0].face.points.copy()  # type: ignore[union-attr]
    spot = _spot(near, 0, 152)
    QTest.mousePress(canvas, _LEFT, _NOTHING, spot.toPoint())
    _move(canvas, spot + QPointF(20, 20))
    assert (near.session.sides[0].face.points[152] != before[152]).all()  # type: ignore[union-attr]
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, _LEFT, _NOTHING, spot.toPoint())
    assert (near.session.sides[0].face.points == before).all()  # type: ignore[union-attr]
    assert near.document.undo.count() == 0
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not near.session.selection.count


def test_a_click_with_the_key_tool_adds_a_pair_and_a_drag_moves_one_of_them(near: Editor) -> None:
    near.page.tools.take("key")
    canvas = near.page.canvases[0]
    QTest.mouseClick(canvas, _LEFT, _NOTHING, QPoint(40, 30))
    one, other = near.session.faces
    assert len(one.key_points) == len(other.key_points) == 1
    assert one.key_points[0].id == other.key_points[0].id
    assert one.key_points[0].name == "Hair"
    assert near.document.undo.count() == 1, "both sides in one step"
    place = np.array(other.key_place(other.key_points[0].id))
    spot = near.page.canvases[1].screen_place(*place)
    near.page.canvases[1].fit()
    spot = near.page.canvases[1].screen_place(*place)
    drag(near.page.canvases[1], spot, spot + QPointF(16, -8))
    scale = near.page.canvases[1].view().scale
    after = np.array(near.session.faces[1].key_place(other.key_points[0].id))
    assert after - place == pytest.approx([16 / scale, -8 / scale], abs=0.6 / scale)
    assert near.session.faces[0].key_points == one.key_points
    near.page.edits.keys.delete()
    assert not near.session.faces[0].key_points
    assert not near.session.faces[1].key_points


def test_the_wheel_zooms_about_the_pointer_and_both_canvases_go_together(editor: Editor) -> None:
    one, other = editor.page.canvases
    about = QPointF(120, 200)
    place = one.place_at(about)
    scales = one.view().scale, other.view().scale
    wheel = QWheelEvent(
        about, one.mapToGlobal(about), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, _NOTHING,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(one, wheel)
    assert one.view().scale > scales[0] * 1.3
    assert one.place_at(about) == pytest.approx(place)
    assert other.view().scale / scales[1] == pytest.approx(one.view().scale / scales[0])
    editor.page.views.set_linked(False)
    held = other.view()
    one.show_pixels()
    assert one.view().scale * one.devicePixelRatioF() == pytest.approx(1)
    assert other.view() == held


def test_space_and_the_middle_button_pan(editor: Editor) -> None:
    canvas = editor.page.canvases[0]
    canvas.setFocus()
    before = canvas.view()
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    drag(canvas, QPointF(100, 100), QPointF(130, 90))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    after = canvas.view()
    assert ((before.x - after.x) * after.scale, (before.y - after.y) * after.scale) == pytest.approx((30, -10), abs=0.5)
    assert editor.document.undo.count() == 0
    assert not editor.session.selection.count


def test_the_loupe_is_there_while_a_point_is_dragged_only(near: Editor) -> None:
    canvas = near.page.canvases[0]
    spot = _spot(near, 0, 152)
    QTest.mousePress(canvas, _LEFT, _NOTHING, spot.toPoint())
    _move(canvas, spot + QPointF(3, 3))
    with_loupe = canvas.grab().toImage()
    near.page.tools.show_loupe(False)
    without = canvas.grab().toImage()
    QTest.mouseRelease(canvas, _LEFT, _NOTHING, spot.toPoint())
    corner = (canvas.width() - 70, 70) if spot.x() < canvas.width() / 2 else (70, 70)
    box = [(corner[0] + x, corner[1] + y) for x in range(-50, 50, 5) for y in range(-50, 50, 5)]
    assert any(with_loupe.pixel(*each) != without.pixel(*each) for each in box)


def test_a_scale_and_turn_drag_turns_about_the_middle(near: Editor) -> None:
    near.page.tools.take("turn")
    near.session.selection.choose_region("lips_outer")
    canvas = near.page.canvases[0]
    before = near.session.sides[0].face.points.copy()  # type: ignore[union-attr]
    chosen = near.session.selection.landmarks
    middle = before[chosen].mean(axis=0)
    centre = canvas.screen_place(*middle)
    drag(canvas, centre + QPointF(40, 0), centre + QPointF(0, 80))
    points = near.session.sides[0].face.points  # type: ignore[union-attr]
    assert points[chosen].mean(axis=0) == pytest.approx(middle, abs=0.3)
    grown = np.hypot(*(points[chosen] - middle).T) / np.hypot(*(before[chosen] - middle).T)
    assert grown == pytest.approx(np.full(20, 2.0), rel=0.03)
    assert (points[~chosen] == before[~chosen]).all()


def test_everything_is_painted_while_a_picture_has_no_face_or_is_still_read(bare: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    assert bare.session.open_pictures(bare.ids[2])
    bare.page.canvases[0].grab()
    qtbot.waitUntil(lambda: bare.session.sides[0].no_face)
    bare.page.canvases[0].grab()
    assert bare.page.frames[0].empty.isVisible()
    assert "No face" in bare.page.frames[0].empty.sentence()
    QTest.mouseClick(bare.page.canvases[0], _LEFT, _NOTHING, QPoint(50, 50))
    QTest.keyClick(bare.page.canvases[0], Qt.Key.Key_Right)
    assert bare.document.undo.count() == 0
    assert len(bare.session.selection.weights) == LANDMARK_COUNT
