"""Changes to media: whatever is removed, the project stays sound."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.state import media_edits
from engine.project.clips import StillClip
from engine.project.schema import Project
from engine.project.timeline import Timeline, Track
from engine.project.validate import problems
from tests.desktop.state.media import media_item
from tests.project.samples import full_project, projects


@given(projects(), st.data())
def test_removing_any_items_leaves_a_sound_project(project: Project, data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.sampled_from([item.id for item in project.media] or [""])))
    left = media_edits.remove(project, item_ids=gone)
    assert list(problems(left)) == []
    assert {item.id for item in left.media} == {item.id for item in project.media} - gone


def test_removing_an_item_takes_its_clips_its_morphs_and_its_places_on_boards() -> None:
    project = full_project()
    left = media_edits.remove(project, item_ids=("a",))
    assert list(problems(left)) == []
    clips = [clip for track in left.timeline.tracks for clip in track.clips]
    assert all(getattr(clip, "media", None) != "a" for clip in clips)
    assert len(clips) < sum(len(track.clips) for track in project.timeline.tracks)
    assert "a" not in left.boards[0].items


def test_a_clip_that_has_another_take_shows_it_instead() -> None:
    clip = StillClip(id="s", start=Fraction(0), duration=Fraction(1), media="a", takes=("a", "b"))
    project = Project(
        media=(media_item("a"), media_item("b")),
        timeline=Timeline(tracks=(Track(id="t", kind="picture", clips=(clip,)),)),
    )
    (left,) = media_edits.remove(project, item_ids=("a",)).timeline.tracks[0].clips
    assert left == replace(clip, media="b", takes=("b",))


def test_removing_nothing_changes_no_clip() -> None:
    project = full_project()
    assert media_edits.remove(project, item_ids=()) == project


def test_the_same_bytes_are_not_listed_twice() -> None:
    one = media_item("one")
    same = replace(one, id="same")
    project = media_edits.add(Project(), items=(one, same))
    assert [item.id for item in project.media] == ["one"]
    assert media_edits.add(project, items=(same,)) is project


def test_ratings_stay_between_0_and_5() -> None:
    project = Project(media=(media_item("a"), media_item("b")))
    assert media_edits.rate(project, item_ids=("a",), stars=9).media[0].rating == 5
    assert media_edits.rate(project, item_ids=("a",), stars=-1) is project
