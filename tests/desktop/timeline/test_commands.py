"""Every command of the timeline, and the list twin."""

from fractions import Fraction

import pytest
from PySide6.QtCore import Qt

from desktop.shell.actions import ACTIONS
from desktop.shell.services import Services
from desktop.timeline.pane import TimelinePane
from engine.project.clips import StillClip
from engine.project.validate import problems
from tests.desktop.helpers import QUIET
from tests.project.edit.films import clip_of, layout

pytestmark = pytest.mark.qt_log_ignore(QUIET)
TIMELINE = [spec for spec in ACTIONS if spec.key.startswith("timeline.")]


def test_every_declared_command_is_connected(pane: TimelinePane) -> None:
    assert {spec.key for spec in TIMELINE} <= pane._actions.connected()


def test_no_shortcut_is_given_twice_in_the_pane() -> None:
    keys = [key for spec in TIMELINE for key in spec.keys]
    assert sorted(keys) == sorted(set(keys))
    everywhere = {key for spec in ACTIONS if not spec.scope for key in spec.keys}
    assert not everywhere & set(keys)


def test_every_command_leaves_a_sound_film(services: Services, pane: TimelinePane) -> None:
    """With something chosen and the playhead inside it."""
    project = services.document.project
    for spec in TIMELINE:
        if spec.key in ("timeline.title", "timeline.rename_track"):
            continue  # ask for words first
        services.document.apply("as before", lambda _: project)
        pane.selection.choose(("A", "M", "V"))
        pane.playhead.go_to(Fraction(4))
        pane._actions.run(spec.key)
        assert list(problems(services.document.project)) == [], spec.key


def test_split_trim_and_delete_at_the_playhead(services: Services, pane: TimelinePane) -> None:
    run = pane._actions.run
    pane.playhead.go_to(Fraction(42))
    run("timeline.split")
    assert [(start, end) for _, start, end in layout(services.document.project)[-2:]] == [(960, 1008), (1008, 1080)]
    services.document.undo.undo()
    run("timeline.trim_start")
    assert layout(services.document.project)[-1][1:] == (960, 1032)
    assert pane.playhead.time == 40
    pane.selection.choose(("B",))
    run("timeline.ripple_delete")
    assert [name for name, _, _ in layout(services.document.project)] == ["A", "M"]


def test_copy_and_paste_through_the_clipboard(services: Services, pane: TimelinePane) -> None:
    pane.selection.choose(("A", "B"))
    pane._actions.run("timeline.copy")
    pane.playhead.go_to(Fraction(100))
    pane._actions.run("timeline.paste")
    pasted = layout(services.document.project)[-3:]
    assert [(start, end) for _, start, end in pasted] == [(2400, 2640), (2640, 2880), (2880, 3120)]
    assert set(pane.selection.ids) == {name for name, _, _ in pasted}


def test_words_say_why_nothing_was_done(pane: TimelinePane) -> None:
    said: list[object] = []
    pane.said.connect(said.append)
    pane._actions.run("timeline.lift")
    pane.playhead.go_to(Fraction(15))
    pane._actions.run("timeline.split")
    assert said == [
        "No clip is chosen.",
        "There is nothing to split at the playhead. Morphs and cross-fades stay whole.",
    ]


def test_takes_and_nudges(services: Services, pane: TimelinePane) -> None:
    pane.selection.choose(("M",))
    pane._actions.run("timeline.next_take")
    assert clip_of(services.document.project, "M").media == "m2"  # type: ignore[union-attr]
    for _ in range(3):
        pane._actions.run("timeline.later")
    assert layout(services.document.project)[-1][1] == 963
    services.document.undo.undo()
    assert layout(services.document.project)[-1][1] == 960


def test_markers_and_cuts_are_gone_to(pane: TimelinePane) -> None:
    run = pane._actions.run
    run("timeline.next_marker")
    assert pane.playhead.time == 5
    run("timeline.next_cut")
    assert pane.playhead.time == 8
    run("timeline.previous_cut")
    assert pane.playhead.time == 2


def test_the_list_has_the_same_selection(pane: TimelinePane, qtbot) -> None:  # type: ignore[no-untyped-def]
    pane._actions.run("timeline.list")
    pane.selection.choose(("B", "V"))
    rows = sorted(index.row() for index in pane.list.selectionModel().selectedRows())
    assert rows == [2, 4]
    pane.list.selectRow(0)
    assert pane.selection.ids == ("A",)
    opened: list[object] = []
    pane.opened.connect(opened.append)
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert opened == ["A"]


def test_the_list_says_what_is_on_the_canvas(pane: TimelinePane) -> None:
    table = pane.list.table
    texts = [str(table.data(table.index(0, column))) for column in range(6)]
    assert texts == ["Pictures", "Still", "a", "00:00:00:00", "00:00:10:00", "10.00 s · 240 frames"]


def test_an_edit_of_a_still_keeps_its_morph(services: Services, pane: TimelinePane) -> None:
    pane.selection.choose(("B",))
    pane._actions.run("timeline.later")
    assert layout(services.document.project)[1] == ("m", 240, 481)
    assert isinstance(clip_of(services.document.project, "B"), StillClip)
