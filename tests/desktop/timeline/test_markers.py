"""Markers are named, coloured, moved and removed; a clip is chosen by key; words are asked for in the house's way."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop.shell.services import Services
from desktop.timeline.marker_dialog import MarkerDialog
from desktop.timeline.pane import TimelinePane
from desktop.widgets.prompt import TextDialog
from desktop.widgets.tokens import MARKER_COLOURS
from engine.project.clips import TitleClip
from engine.project.timeline import Marker
from tests.desktop.helpers import QUIET

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def marker(services: Services) -> Marker:
    (found,) = services.document.project.timeline.markers
    return found


def answer(kind: type[MarkerDialog | TextDialog], act: Callable[[object], None]) -> None:
    """Act on the dialog of a kind once it is open."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            act(dialog)
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


def test_a_marker_is_named_and_coloured(services: Services, pane: TimelinePane) -> None:
    def act(dialog: object) -> None:
        assert isinstance(dialog, MarkerDialog)
        dialog.name.setText("Turn")
        dialog.swatches[4].click()
        dialog.accept()

    pane.playhead.go_to(Fraction(5))
    answer(MarkerDialog, act)
    pane._actions.run("timeline.name_marker")
    assert (marker(services).name, marker(services).colour) == ("Turn", MARKER_COLOURS[4][0])
    services.document.undo.undo()
    assert marker(services).name == ""


def test_leaving_the_dialog_changes_nothing(services: Services, pane: TimelinePane) -> None:
    before = marker(services)
    pane.playhead.go_to(Fraction(5))
    answer(MarkerDialog, lambda dialog: dialog.reject())  # type: ignore[attr-defined]
    pane._actions.run("timeline.marker")  # one stands here already, so its name is asked for
    assert marker(services) == before


def test_a_colour_of_another_program_stays(pane: TimelinePane) -> None:
    dialog = MarkerDialog(pane, Marker(id="k", time=Fraction(0), colour="#123456"))
    assert dialog.colour() == "#123456"
    assert [swatch.accessibleName() for swatch in dialog.swatches][:2] == ["Teal", "Amber"]
    dialog.deleteLater()


def test_the_nearest_marker_comes_to_the_playhead(services: Services, pane: TimelinePane) -> None:
    pane.playhead.go_to(Fraction(12))
    pane._actions.run("timeline.move_marker")
    assert marker(services).time == 12
    pane._actions.run("timeline.remove_marker")
    assert services.document.project.timeline.markers == ()
    said: list[object] = []
    pane.said.connect(said.append)
    pane._actions.run("timeline.move_marker")
    pane._actions.run("timeline.name_marker")
    assert said == ["There is no marker on the timeline.", "There is no marker at the playhead."]


def test_clips_at_the_playhead_are_chosen_one_after_the_other(pane: TimelinePane) -> None:
    pane.playhead.go_to(Fraction(3))
    chosen = []
    for _ in range(3):
        pane._actions.run("timeline.select_here")
        chosen.append(pane.selection.ids)
    assert chosen == [("A",), ("V",), ("A",)]


def test_a_title_is_written_in_several_lines(services: Services, pane: TimelinePane) -> None:
    def act(dialog: object) -> None:
        assert isinstance(dialog, TextDialog)
        assert isinstance(dialog.field, QPlainTextEdit)
        dialog.field.setPlainText("Six\nfaces")
        dialog.main.click()

    answer(TextDialog, act)
    pane._actions.run("timeline.title")
    clips = [clip for track in services.document.project.timeline.tracks for clip in track.clips]
    assert [clip.text for clip in clips if isinstance(clip, TitleClip)] == ["Six\nfaces"]


def test_a_track_is_renamed(services: Services, pane: TimelinePane) -> None:
    def act(dialog: object) -> None:
        assert isinstance(dialog, TextDialog)
        assert dialog.text() == "Pictures"
        dialog.field.setText("Faces")  # type: ignore[union-attr]
        dialog.accept()

    answer(TextDialog, act)
    pane.questions.rename_track("p")
    assert services.document.project.timeline.tracks[0].name == "Faces"
