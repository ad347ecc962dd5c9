"""The window with the values of a clip, and new takes."""

from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from desktop.shell.services import Services
from desktop.state.importer import ImportReport
from desktop.state.queue_entry import NOWHERE, Destination
from desktop.timeline.new_takes import NewTakes, next_take
from desktop.timeline.pane import TimelinePane
from engine.project.clips import MovieClip
from engine.project.folder import with_item
from engine.project.schema import Project
from engine.protocol.jobs import VoiceJob
from engine.protocol.recipe import Recipe
from tests.desktop.helpers import QUIET
from tests.project.edit.films import clip_of, film, layout, voice
from tests.project.samples import item

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def _movie(services: Services) -> MovieClip:
    clip = clip_of(services.document.project, "M")
    assert isinstance(clip, MovieClip)
    return clip


def _type(pane: TimelinePane, name: str, value: float) -> None:
    assert pane.values is not None
    pane.values.fields[name].setValue(value)
    pane.values.fields[name].editingFinished.emit()


def test_values_are_changed_at_once(services: Services, pane: TimelinePane) -> None:
    pane.selection.choose(("M",))
    pane._actions.run("timeline.clip_values")
    _type(pane, "gain_db", -6.0)
    _type(pane, "speed", 2.0)
    _type(pane, "fade_in", 0.5)
    _type(pane, "opacity", 40.0)
    assert pane.values is not None
    pane.values.fit.chosen.emit("contain")
    clip = _movie(services)
    assert (clip.gain_db, clip.speed, clip.fade_in, clip.opacity, clip.fit) == (-6.0, 2, Fraction(1, 2), 0.4, "contain")
    assert layout(services.document.project)[-1] == ("M", 960, 1020)
    services.document.undo.undo()
    assert _movie(services).fit == "cover"
    pane.values.close()


def test_keyframes_are_set_at_the_playhead(services: Services, pane: TimelinePane) -> None:
    pane.selection.choose(("M",))
    pane.playhead.go_to(Fraction(41))
    pane._actions.run("timeline.clip_values")
    assert pane.values is not None
    pane.values.key_buttons["scale"].click()
    pane.playhead.go_to(Fraction(43))
    _type(pane, "scale", 150.0)
    keys = _movie(services).keyframes.scale
    assert [(key.time, key.value) for key in keys] == [(1, 1.0), (3, 1.5)]
    pane.playhead.go_to(Fraction(42))
    assert pane.values.fields["scale"].value() == pytest.approx(125.0)
    pane.playhead.go_to(Fraction(43))
    pane.values.key_buttons["scale"].click()
    assert len(_movie(services).keyframes.scale) == 1
    pane.values.close()


def test_what_a_clip_does_not_have_is_not_shown(pane: TimelinePane) -> None:
    pane.selection.choose(("V",))
    pane._actions.run("timeline.clip_values")
    assert pane.values is not None
    shown = {name for name, part in pane.values.boxes.items() if part.isVisibleTo(pane.values)}
    assert shown == {"gain_db", "speed", "fade_in", "fade_out"}
    pane.selection.choose(())
    assert not pane.values.isVisible()
    pane.values.close()


_RECIPE = Recipe(job={"kind": "voice", "text": "Hello.", "output": "hello.wav", "seed": 4})


def _spoken() -> Project:
    project = film(sounds=(voice("V", 0, 48),))
    return with_item(project, item("voice", "voice", "sound", recipe=_RECIPE))


def test_the_next_take_has_the_next_seed(tmp_path: Path) -> None:
    project = _spoken()
    known = project.media_by_id()["voice"]
    job = next_take(project, clip_of(project, "V"), known, tmp_path)
    assert isinstance(job, VoiceJob)
    assert (job.seed, job.text) == (5, "Hello.")
    newer = replace(_RECIPE, job={**_RECIPE.job, "seed": 9})
    second = item("voice2", "voice", "sound", recipe=newer, take_of="voice")
    both = replace(project, media=(*project.media, second))
    job = next_take(both, clip_of(both, "V"), known, tmp_path)
    assert isinstance(job, VoiceJob)
    assert job.seed == 10
    assert next_take(film(sounds=(voice("V", 0, 9),)), voice("V", 0, 9), item("voice"), tmp_path) is None


class Reports(QObject):
    finished = Signal(object)


def test_a_new_take_takes_the_place_of_the_old_one(services: Services, tmp_path: Path) -> None:
    document, reports = services.document, Reports()
    document.apply("film", lambda _: _spoken())
    made = NewTakes(document, services.queue, reports, lambda words, suffix: tmp_path / f"{words} 2{suffix}", reports)  # type: ignore[arg-type]
    made.make(("V",))
    (entry,) = services.queue.entries()
    assert isinstance(entry.job, VoiceJob)
    assert entry.job.output == str(tmp_path / "hello 2.wav")
    fresh = item("fresh", "voice", "sound")
    made._made[fresh.sha256] = entry.destination
    document.apply("add", lambda p: replace(p, media=(*p.media, fresh)))
    reports.finished.emit(ImportReport(items=(fresh,), problems=()))
    clip = clip_of(document.project, "V")
    assert clip.media == "fresh"  # type: ignore[union-attr]
    assert document.project.media_by_id()["fresh"].take_of == "voice"
    document.undo.undo()
    assert clip_of(document.project, "V").media == "voice"  # type: ignore[union-attr]


def test_what_lies_beside_a_contained_picture_is_chosen(services: Services, pane: TimelinePane) -> None:
    pane.selection.choose(("A",))
    pane._actions.run("timeline.clip_values")
    values = pane.values
    assert values is not None
    assert not values.boxes["edges"].isVisibleTo(values)
    values.fit.chosen.emit("contain")
    assert values.boxes["edges"].isVisibleTo(values)
    white = values.edges.findData("#FFFFFF")
    values.edges.setCurrentIndex(white)
    values.edges.activated.emit(white)
    clip = clip_of(services.document.project, "A")
    assert clip.edges == "#FFFFFF"  # type: ignore[union-attr]
    values.edges.set_value("#12AB34")
    assert values.edges.currentData() == "#12AB34"
    values.close()


def test_keyframes_have_a_way_and_are_gone_to(services: Services, pane: TimelinePane) -> None:
    pane.selection.choose(("M",))
    pane._actions.run("timeline.clip_values")
    values = pane.values
    assert values is not None
    for seconds in (41, 43):
        pane.playhead.go_to(Fraction(seconds))
        values.key_buttons["x"].click()
    assert values.boxes["curve"].isVisibleTo(values)
    values.keyed["x"].previous.click()
    assert pane.playhead.time == 41
    hold = values.curve.findData("hold")
    values.curve.setCurrentIndex(hold)
    values.curve.activated.emit(hold)
    assert [key.curve for key in _movie(services).keyframes.x] == ["hold", "linear"]
    values.keyed["x"].next.click()
    assert pane.playhead.time == 43
    pane.playhead.go_to(Fraction(42))
    assert not values.boxes["curve"].isVisibleTo(values)
    values.close()


def test_a_clip_is_made_again_as_it_was(services: Services, tmp_path: Path) -> None:
    document, reports = services.document, Reports()
    document.apply("film", lambda _: _spoken())
    made = NewTakes(document, services.queue, reports, lambda words, suffix: tmp_path / f"{words}{suffix}", reports)  # type: ignore[arg-type]
    made.make_again(("V",))
    (entry,) = services.queue.entries()
    assert isinstance(entry.job, VoiceJob)
    assert (entry.job.seed, entry.title) == (4, "voice again")
    said: list[object] = []
    made.said.connect(said.append)
    document.apply("film", lambda _: film(sounds=(voice("V", 0, 9),)))
    made.make_again(("V",))
    assert said == ["The chosen clips carry no recipe, so they cannot be made again."]


def test_edited_settings_give_their_result_to_the_clip(services: Services, tmp_path: Path) -> None:
    document, reports = services.document, Reports()
    document.apply("film", lambda _: _spoken())
    made = NewTakes(document, services.queue, reports, lambda words, suffix: tmp_path / words, reports)  # type: ignore[arg-type]
    job = made.job_to_edit("V")
    assert isinstance(job, VoiceJob)
    entry = services.queue.add(replace(job, text="Good day.", output=str(tmp_path / "new.wav")), title="edited")
    assert services.queue.entry(entry.job_id).destination == Destination(media="voice", clips=("V",))  # type: ignore[union-attr]
    other = services.queue.add(replace(job, output=str(tmp_path / "other.wav")), title="of its own")
    assert other.destination == NOWHERE
    assert made.job_to_edit("nothing") is None
