"""The motion page: playing, turning, correcting, saving."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from desktop.motion.skeleton import LISTED
from desktop.widgets.numbers import number_text
from engine.animation import picture_person
from engine.animation.motion import make_motion
from engine.animation.motion_file import read_motion
from engine.animation.picture_person import PicturePerson
from engine.animation.skeleton import mean_joints
from tests.desktop.helpers import QUIET
from tests.desktop.motion.conftest import Desk
from tests.helpers.motion import dance

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def settle(qtbot: Any, desk: Desk, before: object) -> None:
    qtbot.waitUntil(lambda: desk.session.take is not before)


def test_an_empty_page_says_what_belongs_here(desk: Desk) -> None:
    assert desk.page.nothing.isVisible()
    assert desk.page.library.nothing.isVisible()
    desk.page.save_as_new()
    desk.session.undo()
    desk.page.curves.trim_now()
    assert desk.said == []


def test_a_motion_is_shown_played_and_stepped(desk: Desk, qtbot: Any) -> None:
    desk.open(qtbot)
    page, session = desk.page, desk.session
    assert (len(session.take), session.frame) == (49, 0)
    assert not page.nothing.isVisible()
    page.playback.play()
    assert page.playback.playing
    page.playback.advance(1000)
    assert session.frame == 20
    page.playback.advance(3000)
    assert session.frame == 60 % 49
    page.transport.loop.setChecked(False)
    page.playback.advance(9000)
    assert session.frame == 48
    assert not page.playback.playing
    page.orbit.setFocus()
    page.playback.step(-3)
    assert session.frame == 45
    page.playback.step(100)
    assert session.frame == 48
    assert page.transport.time.text() == "00:00:02:08"


def test_keys_of_the_page_play_step_and_undo(desk: Desk, qtbot: Any) -> None:
    desk.open(qtbot)
    page, session = desk.page, desk.session
    page.curves.plot.setFocus()
    for key, frame in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_End, 48), (Qt.Key.Key_Left, 47), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(page.curves.plot, key)
        assert session.frame == frame
    QTest.keyClick(page.curves.plot, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert session.frame == 20
    before = session.take
    QTest.keyClick(page.curves.plot, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert session.take.joints[20, session.joint, 0] == pytest.approx(before.joints[20, session.joint, 0] + 1, abs=1e-3)
    QTest.keyClick(page.curves.plot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.take is before
    QTest.keyClick(
        page.curves.plot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert session.take is not before
    QTest.keyClick(page.curves.plot, Qt.Key.Key_Y)
    assert page.curves.plot.axis == 1


def test_the_camera_is_turned_by_pointer_and_keys(desk: Desk, qtbot: Any) -> None:
    desk.open(qtbot)
    view = desk.page.orbit
    start = view.orbit
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    QTest.mouseMove(view, QPoint(90, 60))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(90, 60))
    assert view.orbit.turn == pytest.approx(start.turn + 16)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.orbit.turn == pytest.approx(start.turn + 11)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.orbit.zoom > 1
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert (view.orbit.turn, view.orbit.tilt) == (0, 0)


def test_a_click_on_a_joint_chooses_it(desk: Desk, qtbot: Any) -> None:
    desk.open(qtbot)
    points = desk.page.flat.points()
    assert points is not None
    QTest.mouseClick(desk.page.flat, Qt.MouseButton.LeftButton, pos=QPointF(*points[15]).toPoint())
    assert desk.session.joint == 15
    assert LISTED[desk.page.curves.table.currentIndex().row()] == 15
    desk.page.curves.table.setCurrentIndex(desk.page.curves.table.model().index(LISTED.index(7), 0))
    assert desk.session.joint == 7


def test_a_key_is_dragged_on_the_plot(desk: Desk, qtbot: Any) -> None:
    desk.open(qtbot)
    plot, session = desk.page.curves.plot, desk.session
    before = session.take
    spot = next(each for each in plot._keys[0].points() if round(each.pos().x()) == 24)
    assert plot.key_at(QPointF(spot.pos())) == (0, 24)
    for by in (10.0, 40.0, 25.0):
        plot.drag_key(0, 24, by, "drag 1")
    moved = session.take.joints - before.joints
    assert moved[24, session.joint, 0] == pytest.approx(25, abs=1e-3)
    assert not moved[:13].any()
    assert not moved[36:].any()
    plot.drag_key(1, 24, 10.0, "drag 2")
    # Up on the plot is up in the room, where y points down.
    assert session.take.joints[24, session.joint, 1] == pytest.approx(
        before.joints[24, session.joint, 1] - 10, abs=1e-3
    )
    session.undo()
    session.undo()
    assert session.take is before


def test_positions_can_be_typed_in_the_table(desk: Desk, qtbot: Any) -> None:
    desk.open(qtbot)
    page, session = desk.page, desk.session
    page.curves.numbers.setChecked(True)
    model = page.curves.table.model()
    session.go_to(24)
    row = LISTED.index(15)
    assert model.setData(model.index(row, 3), "1800.5")
    assert session.take.joints[24, 15, 2] == pytest.approx(1800.5)
    assert model.index(row, 3).data() == number_text(1800.5, 1)
    for wrong in ("", "far", "nan", "1e9"):
        assert not model.setData(model.index(row, 3), wrong)
    assert model.headerData(3, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) == "Z, mm"


def test_keys_are_added_and_taken_away(desk: Desk, qtbot: Any) -> None:
    desk.open(qtbot)
    page, session = desk.page, desk.session
    session.go_to(24)
    assert not page.curves.key.isEnabled()
    session.go_to(31)
    page.curves.key.click()
    assert (session.joint, 31) in session.take.added
    assert page.curves.key.text() == "Remove keyframe"
    page.curves.key.click()
    assert session.take.added == frozenset()


def test_smoothing_is_shown_live_and_is_one_edit(desk: Desk, qtbot: Any) -> None:
    rough = dance(49).joints + np.random.default_rng(0).normal(0, 8, (49, 24, 3)).astype(np.float32)
    desk.open(qtbot, motion=make_motion(rough))
    page, session = desk.page, desk.session
    first = session.take

    def roughness() -> float:
        return float(np.abs(np.diff(session.take.joints, n=2, axis=0)).mean())

    found = [roughness()]
    for strength in (20, 90):
        now = session.take
        page.curves.smooth.setValue(strength)
        settle(qtbot, desk, now)
        found.append(roughness())
    assert found[0] > found[1] > found[2]
    session.undo()
    assert session.take is first
    assert page.curves.smooth.value() == 0
    assert session.redo_label == "Smooth"


def test_trim_loop_mirror_and_speed(desk: Desk, qtbot: Any) -> None:
    desk.open(qtbot)
    page, session = desk.page, desk.session
    first = session.take
    assert not page.curves.trim.isEnabled()
    session.go_to(30)
    page.curves.plot.set_range(10, 40)
    page.curves.trim.click()
    assert len(session.take) == 30
    assert session.frame == 20
    np.testing.assert_array_equal(session.take.joints, first.joints[10:40])
    assert session.take.times[0] == pytest.approx(0.5)
    for change, frames in ((lambda: session.loop(59), 59), (lambda: session.retime(2.0), 30), (session.mirror, 30)):
        now = session.take
        change()
        settle(qtbot, desk, now)
        assert len(session.take) == frames
    assert np.isfinite(session.take.times).all()
    while session.undo_label:
        session.undo()
    assert session.take is first


def test_gaps_are_told_and_filled(desk: Desk, qtbot: Any) -> None:
    joints = dance(49).joints.copy()
    joints[20:25] = np.nan
    desk.open(qtbot, motion=make_motion(joints))
    session = desk.session
    session.go_to(22)
    session.move_key(22, (5.0, 0, 0))
    assert "fill the gaps" in desk.said[-1]
    now = session.take
    session.repair(fill_gaps=True)
    settle(qtbot, desk, now)
    assert session.take.valid.all()
    assert "5 frames without the person were filled." in desk.said
    desk.page.grab()


def test_what_is_corrected_is_saved_as_a_new_motion(desk: Desk, qtbot: Any) -> None:
    desk.open(qtbot)
    session, page = desk.session, desk.page
    original = read_motion(session.path)
    assert not page.save.isEnabled()
    session.move_key(24, (30.0, 0.0, 0.0))
    assert page.save.isEnabled()
    page.save.click()
    qtbot.waitUntil(lambda: len(desk.document.project.media) == 2)
    assert not session.unsaved
    names = [entry.name for entry in page.library.list.entries()]
    assert names == ["Walk corrected", "Walk"]
    np.testing.assert_array_equal(read_motion(session.path).joints, original.joints)
    made = read_motion(page.library.list.entries()[0].path)
    assert made.joints[24, session.joint, 0] == pytest.approx(original.joints[24, session.joint, 0] + 30, abs=1e-3)
    session.undo()
    assert session.unsaved


def test_a_motion_is_fitted_to_the_reference(desk: Desk, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open(qtbot)
    page, now = desk.page, desk.session.take
    page.fit_to_reference()
    assert desk.said == ["Choose a picture of the person in the animation panel first."]
    desk.picture = str(desk.folder / "anna.png")
    person = PicturePerson(mean_joints() + np.float32([0, 0, 900]), 300, 400)
    monkeypatch.setattr(picture_person, "person_in", lambda path: person if path == Path(desk.picture) else None)
    next(action for action in page.curves.menu().actions() if action.text().startswith("Fit to")).trigger()
    settle(qtbot, desk, now)
    assert (desk.session.take.width, desk.session.take.height) == (300, 400)
    assert desk.session.undo_label == "Fit to the picture"


@pytest.mark.parametrize("frames", [1, 2, 7, 300])
def test_motions_of_every_length_are_shown(desk: Desk, qtbot: Any, frames: int) -> None:
    desk.open(qtbot, motion=make_motion(dance(max(frames, 8)).joints[:frames]))
    page = desk.page
    page.transport.choose("both")
    page.playback.play()
    page.playback.advance(400)
    page.session.move_key(0, (1.0, 2.0, 3.0))
    page.curves.menu().deleteLater()
    assert not page.grab().isNull()
