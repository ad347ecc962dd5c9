"""The mesh placed by hand: by mouse and keys, kept with the project, and gone on with when that is opened again."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from desktop.landmarks.face import Face
from desktop.landmarks.template import ANCHORS, Placement
from engine.project.landmarks import Landmarks
from engine.protocol.values import from_json, to_json
from tests.desktop.helpers import QUIET
from tests.desktop.landmarks.conftest import Editor
from tests.desktop.landmarks.helpers import a_face
from tests.desktop.landmarks.test_canvas import drag

pytestmark = pytest.mark.qt_log_ignore(QUIET)

_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def placed(bare: Editor, qtbot) -> Editor:  # type: ignore[no-untyped-def]
    """A picture without a face over which the template was laid."""
    bare.session.open_pictures(bare.ids[2])
    qtbot.waitUntil(lambda: bare.session.sides[0].no_face)
    bare.page.commands.place_by_hand(0)
    return bare


def _placement(editor: Editor) -> Placement:
    placement = editor.session.sides[0].placement
    assert placement is not None
    return placement


def _face(editor: Editor) -> Face:
    face = editor.session.sides[0].face
    assert face is not None
    return face


def test_the_frame_is_dragged_scaled_and_turned_by_the_mouse(placed: Editor) -> None:
    canvas = placed.page.canvases[0]
    start = _placement(placed)
    steps = placed.document.undo.count()

    def handles() -> tuple[QPointF, QPointF]:
        corners, knob = canvas.gestures.handles(_placement(placed), canvas.view().scale)
        return canvas.screen_place(*corners[2]), canvas.screen_place(*knob)

    middle = canvas.screen_place(start.x, start.y)
    drag(canvas, middle, middle + QPointF(20, -12))
    moved = _placement(placed)
    scale = canvas.view().scale
    assert (moved.x - start.x, moved.y - start.y) == pytest.approx((20 / scale, -12 / scale), abs=1 / scale)
    corner, _ = handles()
    about = canvas.screen_place(moved.x, moved.y)
    drag(canvas, corner, about + (corner - about) * 0.5)
    assert _placement(placed).width == pytest.approx(moved.width / 2, rel=0.03)
    _, knob = handles()
    drag(canvas, knob, about + QPointF(90, 0))
    assert _placement(placed).angle == pytest.approx(90, abs=2)
    assert placed.document.undo.count() == steps + 3


def test_the_template_is_moved_scaled_and_turned_by_keys(placed: Editor) -> None:
    canvas = placed.page.canvases[0]
    canvas.setFocus()
    start = _placement(placed)
    QTest.keyClick(canvas, Qt.Key.Key_Right, _SHIFT)
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    QTest.keyClick(canvas, Qt.Key.Key_PageUp, _SHIFT)
    QTest.keyClick(canvas, Qt.Key.Key_PageDown, _CTRL | _SHIFT)
    after = _placement(placed)
    assert (after.x - start.x, after.y - start.y) == pytest.approx((10, -1))
    assert after.width == pytest.approx(1.1 * start.width)
    assert after.angle == pytest.approx(10)
    placed.page.placing._take_step("mouth")
    assert placed.session.selection.current == ANCHORS["mouth"][0]
    placed.page.handlers()["next"]()
    index = placed.session.selection.current
    assert index == ANCHORS["mouth"][1]
    before = _face(placed).points[index].copy()
    QTest.keyClick(canvas, Qt.Key.Key_Down, _SHIFT)
    assert _face(placed).points[index] - before == pytest.approx([0, 10])
    assert set(_placement(placed).anchors) == {index}
    placed.page.handlers()["reset"]()
    assert not _placement(placed).anchors
    assert _face(placed).points[index] == pytest.approx(before)


def test_placing_goes_on_after_the_project_was_opened_again(placed: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    page, session, document = placed.page, placed.session, placed.document
    page.placing._take_step("eyes")
    page.edits.moves.nudge(0, -6, 4)
    page.placing._end()
    session.selection.choose([4])
    page.edits.moves.nudge(0, 5, 0)
    points, template = _face(placed).points.copy(), _face(placed).template
    document.save()
    path = document.path
    document.new()
    assert not session.sides
    document.open(path)
    session.open_pictures(placed.ids[2])
    qtbot.waitUntil(lambda: session.sides[0].faces is not None)
    assert (_face(placed).points == points).all()
    assert _face(placed).template == template
    assert session.sides[0].placement is None
    assert page.placing.go_on.isVisible()
    assert not page.placing.steps.isVisible()
    count = document.undo.count()
    page.placing.go_on.click()
    assert page.placing.steps.isVisible()
    assert document.undo.count() == count, "to go on changes nothing"
    assert (_face(placed).points == points).all()
    page.edits.moves.nudge(0, 20, 10)
    assert _face(placed).points == pytest.approx(points + np.array((20, 10))), (
        "the point that was moved singly goes along"
    )
    page.placing.width_field.setValue(page.placing.width_field.value() * 2)
    own = _face(placed).points - _placement(placed).points
    assert own[4] == pytest.approx([10, 0], abs=0.01), "and grows with the mesh"
    assert np.abs(np.delete(own, 4, 0)).max() < 1e-6


def test_undo_goes_back_through_placing_and_redo_forth(placed: Editor) -> None:
    start = _placement(placed)
    placed.page.edits.moves.nudge(0, 30, 0)
    moved = _placement(placed)
    placed.document.undo.undo()
    assert _placement(placed) == start
    placed.document.undo.redo()
    assert _placement(placed) == moved
    placed.document.undo.setIndex(0)
    assert placed.session.sides[0].face is None
    placed.document.undo.redo()
    assert _face(placed).template == start


def test_a_locked_region_stays_while_the_template_goes(placed: Editor) -> None:
    selection = placed.session.selection
    selection.set_locked(["nose"], True)
    before = _face(placed).points.copy()
    placed.page.edits.moves.nudge(0, 12, 0)
    placed.page.edits.moves.scale_and_turn(0, 1.3, 20)
    locked = selection.locked
    assert (_face(placed).points[locked] == before[locked]).all()
    assert (_face(placed).points[~locked] != before[~locked]).all()


def test_reset_takes_a_point_of_a_placed_mesh_back_to_the_template(placed: Editor) -> None:
    placed.page.placing._end()
    said: list[object] = []
    placed.page.said.connect(said.append)
    placed.session.selection.choose([4])
    before = _face(placed).points.copy()
    placed.page.edits.moves.nudge(0, 9, 9)
    placed.page.edits.repairs.reset(0)
    assert (_face(placed).points == before).all()
    assert not said


def test_work_is_replaced_by_a_template_only_when_a_person_says_so(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["keep", "replace"])
    monkeypatch.setattr("desktop.landmarks.questions.ask", lambda *_: next(answers))
    editor.session.selection.choose([4])
    editor.page.edits.moves.nudge(0, 3, 3)
    mine = _face(editor).points.copy()
    editor.page.commands.place_by_hand(0)
    assert (_face(editor).points == mine).all()
    editor.page.commands.place_by_hand(0)
    assert _face(editor).by_hand
    editor.document.undo.undo()
    assert (_face(editor).points == mine).all()


@settings(max_examples=30, deadline=None)
@given(
    x=st.floats(50, 350),
    y=st.floats(50, 350),
    width=st.floats(40, 300),
    angle=st.floats(-180, 179),
    anchors=st.dictionaries(st.sampled_from(ANCHORS["eyes"]), st.tuples(st.floats(0, 400), st.floats(0, 400))),
)
def test_a_template_is_kept_exactly(
    x: float, y: float, width: float, angle: float, anchors: dict[int, tuple[float, float]]
) -> None:
    face = a_face().with_template(Placement(x, y, width, angle, anchors))
    kept = Face.of(from_json(to_json(face.landmarks()), Landmarks))
    assert kept.template == face.template
    assert (kept.points == face.points).all()
    assert kept.with_template(face.template).points == pytest.approx(face.points)  # type: ignore[arg-type]


@settings(max_examples=30, deadline=None)
@given(factor=st.floats(0.3, 3), degrees=st.floats(-170, 170), dx=st.floats(-50, 50))
def test_going_there_and_back_with_the_template_gives_the_face_again(factor: float, degrees: float, dx: float) -> None:
    start = Placement(200, 180, 150)
    face = a_face().with_template(start)
    points = face.points.copy()
    points[[4, 33]] += (3.0, -2.0)
    face = face.with_points(points)
    there = face.with_template(start.scaled(factor).turned(degrees).moved(dx, 0))
    assert there.with_template(start).points == pytest.approx(points, abs=1e-6)
