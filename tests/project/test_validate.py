from fractions import Fraction

import msgspec
import pytest

from engine.project.boards import Board
from engine.project.clips import (
    AnyClip,
    Keyframe,
    Keyframes,
    MorphClip,
    MovieClip,
    SoundClip,
    StillClip,
    TitleClip,
)
from engine.project.schema import Project
from engine.project.timeline import Marker, Range, Timeline, Track
from engine.project.validate import problems
from tests.project.samples import full_project, item, landmarks


def still(name: str, start: Fraction | int, duration: Fraction | int, media: str = "a") -> StillClip:
    return StillClip(id=name, start=Fraction(start), duration=Fraction(duration), media=media)


def morph(name: str, start: Fraction | int, duration: Fraction | int) -> MorphClip:
    return MorphClip(id=name, start=Fraction(start), duration=Fraction(duration))


def project(*clips: AnyClip, kind: str = "picture") -> Project:
    media = (item("a"), item("b"), item("m", "movie", "movie"), item("s", "sound", "sound"))
    return Project(media=media, timeline=Timeline(tracks=(Track(id="t", kind=kind, clips=clips),)))


def only_problem(broken: Project) -> str:
    found = list(problems(broken))
    assert len(found) == 1, found
    return found[0]


def test_the_full_project_is_sound() -> None:
    assert list(problems(full_project())) == []


def test_cuts_gaps_and_cross_fades_of_neighbours_are_sound() -> None:
    clips = still("a", 0, 2), still("b", 2, 3), still("c", 4, 3), still("d", 6, 2), still("e", 10, 1)
    assert list(problems(project(*clips))) == []


@pytest.mark.parametrize(
    ("clips", "reason"),
    [
        ((still("b", 1, 1), still("a", 0, 1)), "order of their starts"),
        ((still("a", 0, 1), still("b", 0, 2)), "order of their starts"),
        ((still("a", 0, 4), still("b", 1, 2)), "lies inside"),
        ((still("a", 0, 4), still("b", 1, 3)), "lies inside"),
        ((still("a", 0, 4), still("b", 2, 4), still("c", 3, 4)), "between them"),
    ],
)
def test_other_overlaps_are_not(clips: tuple[AnyClip, ...], reason: str) -> None:
    assert reason in only_problem(project(*clips))


def test_a_morph_lies_between_two_stills() -> None:
    assert list(problems(project(still("a", 0, 1), morph("m", 1, 1), still("b", 2, 1)))) == []
    for clips, reason in [
        ((morph("m", 0, 1), still("b", 1, 1)), "does not start"),
        ((still("a", 0, 1), morph("m", 1, 1)), "does not end"),
        ((still("a", 0, 1), morph("m", 2, 1), still("b", 3, 1)), "does not start"),
        ((still("a", 0, 2), morph("m", 1, 2), still("b", 3, 1)), "does not start"),
        ((still("a", 0, 1), morph("m", 1, 1), still("b", Fraction(5, 2), 1)), "does not end"),
    ]:
        assert reason in only_problem(project(*clips))
    movie = MovieClip(id="v", start=Fraction(2), duration=Fraction(1), media="m")
    assert "does not end" in only_problem(project(still("a", 0, 1), morph("m", 1, 1), movie))


def test_references_must_exist_and_fit() -> None:
    assert "not in the project" in only_problem(project(still("x", 0, 1, media="nothing")))
    assert "is a movie" in only_problem(project(still("x", 0, 1, media="m")))
    assert "is a picture" in only_problem(
        project(MovieClip(id="x", start=Fraction(0), duration=Fraction(1), media="a"))
    )
    taken = msgspec.structs.replace(still("x", 0, 1), takes=("a", "gone"))
    assert "gone" in only_problem(project(taken))


def test_clips_lie_on_a_track_of_their_kind() -> None:
    sound = SoundClip(id="x", start=Fraction(0), duration=Fraction(1), media="s")
    assert list(problems(project(sound, kind="sound"))) == []
    assert "for pictures" in next(iter(problems(project(sound, kind="picture"))))
    assert "for sounds" in next(iter(problems(project(still("x", 0, 1), kind="sound"))))


def test_ids_and_files_are_unique() -> None:
    base = full_project()
    again = msgspec.structs.replace(base, media=(*base.media, item("a", landmarks=landmarks())))
    assert any("two media items have the id a" in each for each in problems(again))
    assert any("two media items have the path" in each for each in problems(again))
    assert "two clips have the id x" in only_problem(project(still("x", 0, 1), still("x", 1, 1)))
    tracks = (Track(id="t", kind="picture"), Track(id="t", kind="sound"))
    markers = (Marker(id="m", time=Fraction(0)), Marker(id="m", time=Fraction(1)))
    found = list(problems(Project(timeline=Timeline(tracks=tracks, markers=markers))))
    assert found == ["two tracks have the id t", "two markers have the id m"]


def test_media_is_what_it_is_called() -> None:
    assert "called a shot" in only_problem(Project(media=(item("x", "shot", "sound"),)))
    assert "not a picture" in only_problem(Project(media=(item("x", "movie", "movie", landmarks=landmarks()),)))
    assert "no other item" in only_problem(Project(media=(item("x", take_of="x"),)))
    assert "no other item" in only_problem(Project(media=(item("x", take_of="gone"),)))


@pytest.mark.parametrize(
    "make",
    [
        lambda: still("x", 0, 0),
        lambda: still("x", 0, -1),
        lambda: still("x", -1, 2),
        lambda: still("x", 360_000, 1),
        lambda: still("x", Fraction(1, 10**13), 1),
        lambda: StillClip(
            id="x", start=Fraction(0), duration=Fraction(1), media="a", fade_in=Fraction(2, 3), fade_out=Fraction(2, 3)
        ),
        lambda: MovieClip(id="x", start=Fraction(0), duration=Fraction(1), media="m", speed=Fraction(0)),
        lambda: MovieClip(id="x", start=Fraction(0), duration=Fraction(1), media="m", speed=Fraction(21)),
        lambda: SoundClip(id="x", start=Fraction(0), duration=Fraction(1), media="s", in_point=Fraction(-1)),
        lambda: Range(start=Fraction(2), end=Fraction(2)),
        lambda: Keyframes(x=(Keyframe(time=Fraction(1), value=0), Keyframe(time=Fraction(1), value=1))),
        lambda: Keyframes(opacity=(Keyframe(time=Fraction(1), value=1.5),)),
        lambda: Keyframes(scale=(Keyframe(time=Fraction(1), value=0),)),
    ],
)
def test_times_and_values_out_of_range_are_no_clips(make) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match=r"[a-z]"):
        make()


def test_a_title_needs_no_media() -> None:
    assert list(problems(project(TitleClip(id="x", start=Fraction(0), duration=Fraction(1), text="Hello")))) == []


@pytest.mark.parametrize(
    ("boards", "problem"),
    [
        ((Board(id="x"), Board(id="x")), "two boards have the id x"),
        ((Board(id="x", items=("gone",)),), "board x has the media item gone, which is not in the project"),
        ((Board(id="x", items=("a", "a")),), "board x has the item a twice"),
    ],
)
def test_boards_hold_items_of_the_project_once(boards: tuple[Board, ...], problem: str) -> None:
    assert only_problem(Project(media=(item("a"),), boards=boards)) == problem
