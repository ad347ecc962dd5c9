"""The pixmaps of a canvas: what is painted bit by bit is what would be painted anew."""

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from desktop.landmarks.canvas import FaceCanvas
from desktop.landmarks.layers import Layers
from desktop.landmarks.regions import FACE_OVAL
from tests.desktop.helpers import QUIET
from tests.desktop.landmarks.conftest import Editor
from tests.desktop.landmarks.test_canvas import _move

pytestmark = pytest.mark.qt_log_ignore(QUIET)


_LINE = 0.34 * (255 - 90)
"""How much a line of the mesh makes the grey picture of these tests brighter."""


def _pixels(canvas: FaceCanvas) -> np.ndarray:
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).copy()


def _same_as_anew(canvas: FaceCanvas) -> None:
    """Check that nothing is left over or missing.

    Qt rounds a line that a clip has cut a little otherwise: a few pixels differ by much less than a whole line.
    """
    gradually = _pixels(canvas)
    canvas.redraw()
    apart = np.abs(gradually.astype(int) - _pixels(canvas)).max(axis=2)
    assert apart.max() <= _LINE / 2
    assert (apart > 2).sum() <= 150


@pytest.mark.parametrize("zoom", [1.0, 3.0])
def test_a_selection_that_changes_leaves_no_trace(editor: Editor, zoom: float) -> None:
    canvas, selection = editor.page.canvases[0], editor.session.selection
    canvas.fit_face()
    canvas.zoom(zoom)
    for chosen in ([4], [152, 10], FACE_OVAL, range(478), [33], ()):
        selection.choose(chosen)
        _same_as_anew(canvas)
    editor.page.edits.moves.set_mirror(True)
    selection.choose([50])
    _same_as_anew(canvas)


def test_a_drag_an_undo_and_a_lock_leave_no_trace(editor: Editor) -> None:
    canvas, selection = editor.page.canvases[0], editor.session.selection
    canvas.fit_face()
    selection.choose([4, 5])
    editor.page.edits.moves.nudge(0, 6, 3)
    _same_as_anew(canvas)
    selection.choose([152])
    _same_as_anew(canvas)
    editor.document.undo.undo()
    _same_as_anew(canvas)
    selection.set_locked(["nose"], True)
    _same_as_anew(canvas)


def test_a_key_point_takes_its_edges_along_while_it_is_dragged(editor: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    canvas, session = editor.page.canvases[0], editor.session
    key = editor.page.edits.keys.add(0, 60.0, 60.0, "Hair")
    qtbot.waitUntil(lambda: session.mesh is not None and session.mesh.key_ids == (key,))
    canvas.fit()
    before = _pixels(canvas)
    editor.page.edits.moves.begin(0)
    editor.page.edits.moves.drag(-30.0, 10.0)
    moved = _pixels(canvas)
    spot = canvas.screen_place(60.0, 60.0).toPoint()
    old = slice(spot.y() - 3, spot.y() + 4), slice(spot.x() - 3, spot.x() + 4)
    ground = canvas.layers._ground.toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    plain = np.frombuffer(ground.constBits(), np.uint8).reshape(ground.height(), ground.width(), 4)
    assert (before[old] != plain[old]).any()
    assert (moved[old] == plain[old]).all(), "neither the diamond nor an edge stays behind"


def test_moving_a_point_paints_the_resting_mesh_no_second_time(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    canvas = editor.page.canvases[0]
    canvas.fit_face()
    canvas.grab()
    painted: list[object] = []
    real = Layers._paint_rest

    def spy(layers: Layers, look: object, part: object) -> None:
        painted.append(part)
        real(layers, look, part)  # type: ignore[arg-type]

    monkeypatch.setattr(Layers, "_paint_rest", spy)
    face = editor.session.sides[0].face
    assert face is not None
    spot = canvas.screen_place(*face.points[152])
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot.toPoint())
    canvas.grab()
    assert len(painted) == 1
    assert painted[0] is not None, "the press paints a part anew"
    for step in range(4):
        _move(canvas, spot + QPointF(step, 2 * step))
        canvas.grab()
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot.toPoint())
    assert len(painted) == 1, "the moves paint nothing of it"


def test_the_template_is_one_moving_whole_from_the_start(bare: Editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    bare.session.open_pictures(bare.ids[2])
    qtbot.waitUntil(lambda: bare.session.sides[0].no_face)
    bare.page.commands.place_by_hand(0)
    qtbot.waitUntil(lambda: bare.session.mesh is not None)
    canvas = bare.page.canvases[0]
    canvas.grab()
    check = partial(_same_as_anew, canvas)
    check()
    bare.page.edits.template.end(0)
    check()
