"""What the pointer does on the timeline."""

from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.shell.services import Services
from desktop.timeline.pane import TimelinePane
from desktop.timeline.rows import GAP
from desktop.widgets.theme import theme
from engine.project.clips import SoundClip
from tests.desktop.helpers import QUIET
from tests.desktop.timeline.conftest import Hand
from tests.project.edit.films import FPS, clip_of, layout

pytestmark = pytest.mark.qt_log_ignore(QUIET)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_a_click_chooses_and_a_click_beside_chooses_nothing(pane: TimelinePane, hand: Hand) -> None:
    hand.click(hand.place(3, 0))
    assert pane.selection.ids == ("A",)
    hand.click(hand.place(42, 0), CTRL)
    assert pane.selection.ids == ("A", "M")
    hand.click(hand.place(35, 0))
    assert pane.selection.ids == ()


def test_shift_chooses_everything_between(pane: TimelinePane, hand: Hand) -> None:
    hand.click(hand.place(3, 0))
    hand.click(hand.place(25, 0), SHIFT)
    assert pane.selection.ids == ("A", "m", "B")


def test_a_frame_around_clips_chooses_them(pane: TimelinePane, hand: Hand) -> None:
    hand.drag(hand.place(37, 0, 0.1), hand.place(12, 1, 0.5))
    assert set(pane.selection.ids) == {"m", "B"}
    assert pane.canvas.band is None


def test_a_drag_moves_and_can_be_undone(services: Services, pane: TimelinePane, hand: Hand) -> None:
    before = services.document.project
    pane.canvas.snaps = False
    hand.drag(hand.place(42, 0), hand.place(44, 0))
    (_, start, end) = layout(services.document.project)[-1]
    assert start == pytest.approx(1008, abs=2)
    assert end - start == 120
    services.document.undo.undo()
    assert services.document.project == before


def test_a_drag_snaps_to_an_edge(services: Services, pane: TimelinePane, hand: Hand) -> None:
    hand.drag(hand.place(42, 0), hand.place(32.2, 0))
    assert layout(services.document.project)[-1][1] == 720


def test_escape_leaves_a_drag_without_doing_it(services: Services, pane: TimelinePane, hand: Hand, qtbot) -> None:  # type: ignore[no-untyped-def]
    before = services.document.project
    hand.press(hand.place(42, 0))
    hand.move(hand.place(50, 0))
    assert pane.canvas.shown != before
    qtbot.keyClick(pane.canvas, Qt.Key.Key_Escape)
    hand.release(hand.place(50, 0))
    assert services.document.project is before
    assert pane.canvas.shown is before


def test_an_edge_trims_and_with_shift_ripples(services: Services, pane: TimelinePane, hand: Hand) -> None:
    pane.canvas.snaps = False
    hand.drag(hand.place(45, 0), hand.place(43, 0))
    assert layout(services.document.project)[-1][2] == pytest.approx(1032, abs=2)
    hand.drag(hand.place(30, 0), hand.place(28, 0), SHIFT)
    moved = layout(services.document.project)
    assert moved[2][2] == pytest.approx(672, abs=2)
    assert moved[3][1] == pytest.approx(912, abs=2)


def test_the_ruler_moves_the_playhead_to_whole_frames(pane: TimelinePane, hand: Hand) -> None:
    view = pane.canvas.view()
    hand.press(QPointF(view.x(7.013), 25))
    assert pane.playhead.time == Fraction(168, 24)
    hand.move(QPointF(view.x(10.0) + 0.4, 25))
    hand.release(QPointF(view.x(10.0) + 0.4, 25))
    assert pane.playhead.time == 10


def test_a_marker_is_dragged_along_the_ruler(services: Services, pane: TimelinePane, hand: Hand) -> None:
    view = pane.canvas.view()
    hand.drag(QPointF(view.x(5.0) + 2, 6), QPointF(view.x(20.0), 6))
    assert services.document.project.timeline.markers[0].time == 20


def test_fades_and_gain_are_dragged(services: Services, pane: TimelinePane, hand: Hand) -> None:
    hand.click(hand.place(5, 1))
    view, row = pane.canvas.view(), pane.canvas.rows[1]
    up = view.y(row) + theme().px(GAP + 6)
    hand.drag(QPointF(view.x(2.0), up), QPointF(view.x(4.0), up))
    clip = clip_of(services.document.project, "V")
    assert isinstance(clip, SoundClip)
    assert clip.fade_in == pytest.approx(2, abs=0.1)
    from desktop.timeline.rows import gain_y

    level = view.y(row) + gain_y(clip, row.height, theme().px)
    hand.drag(QPointF(view.x(6.0), level), QPointF(view.x(6.0), level + 8))
    louder = clip_of(services.document.project, "V")
    assert isinstance(louder, SoundClip)
    assert louder.gain_db < -5


def test_a_locked_track_does_not_move(services: Services, pane: TimelinePane, hand: Hand) -> None:
    pane.commands.tracks.switch("locked", "p")
    before = services.document.project
    hand.drag(hand.place(42, 0), hand.place(50, 0))
    assert services.document.project is before
    assert pane.selection.ids == ()


def test_switches_of_a_head(services: Services, pane: TimelinePane, hand: Hand) -> None:
    from desktop.timeline.paint import head_buttons

    buttons = head_buttons(pane.canvas.view(), pane.canvas.rows[1])
    hand.click(QPointF(buttons["muted"].center()))
    assert services.document.project.timeline.tracks[1].muted


def test_the_wheel_zooms_to_the_pointer(pane: TimelinePane) -> None:
    canvas = pane.canvas
    x = canvas.view().x(20.0)
    seconds = canvas.view().seconds(x)
    port = canvas.viewport()
    place = QPointF(x, 100)
    event = QWheelEvent(
        place,
        port.mapToGlobal(place),
        QPoint(0, 0),
        QPoint(0, 480),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    before = canvas.scale.per_second
    QApplication.sendEvent(port, event)
    assert canvas.scale.per_second > before * 1.5
    assert canvas.view().seconds(x) == pytest.approx(seconds, abs=2 / canvas.scale.per_second)
    canvas.zoom_to_fit()
    assert canvas.horizontalScrollBar().maximum() == 0


def test_what_is_painted_is_where_it_should_be(pane: TimelinePane) -> None:
    """The clip's colour is inside the clip, the ground beside it, and the playhead at its time."""
    pane.playhead.go_to(Fraction(35))
    image = QPixmap(pane.canvas.grab()).toImage()
    view, row = pane.canvas.view(), pane.canvas.rows[1]
    y = view.y(row) + row.height // 2
    from desktop.widgets.tokens import CLIPS

    look = theme()
    fill = CLIPS["voice"].fill(look.dark).lower()
    assert image.pixelColor(view.x(3.0), view.y(row) + row.height - 6).name() == fill
    assert image.pixelColor(view.x(12.0), y).name() == look.colour("app").name()
    assert image.pixelColor(view.x(35.0), y).name() == look.colour("text").name()


def test_frames_under_the_pointer(pane: TimelinePane) -> None:
    scale = pane.canvas.scale
    for frame in (0, 1, 100, 1079):
        assert scale.frame_at(scale.per_second * (frame + 0.5) / float(FPS), FPS) == frame
