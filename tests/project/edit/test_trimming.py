"""Trimming, rolling, slipping, splitting, speed. Times are frames."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from engine.project.clips import Keyframe, Keyframes, MovieClip
from engine.project.edit.split import join, split
from engine.project.edit.trim import ripple_trim, roll, slip, trim
from engine.project.edit.values import set_fades, set_speed, set_values
from engine.protocol.errors import PortraitsError
from tests.project.edit.films import FPS, clip_of, film, layout, morph, movie, still, voice


def test_trimming_a_movie_keeps_every_frame_at_its_time() -> None:
    project = film(movie("M", 100, 200, in_point=50))
    trimmed = trim(project, "M", "start", 120 / FPS)
    clip = clip_of(trimmed, "M")
    assert isinstance(clip, MovieClip)
    assert (clip.start * FPS, clip.end * FPS, clip.in_point * FPS) == (120, 200, 70)
    assert trim(trimmed, "M", "start", 100 / FPS) == project


def test_a_movie_ends_where_its_file_does() -> None:
    project = film(movie("M", 100, 200, in_point=50))
    assert layout(trim(project, "M", "start", Fraction(0))) == [("M", 50, 200)]
    assert layout(trim(project, "M", "end", Fraction(100))) == [("M", 100, 290)]


def test_a_clip_keeps_a_frame() -> None:
    assert layout(trim(film(still("A", 10, 20)), "A", "end", Fraction(0))) == [("A", 10, 11)]
    assert layout(trim(film(still("A", 10, 20)), "A", "start", Fraction(9))) == [("A", 19, 20)]


def test_trimming_into_a_neighbour_cross_fades_and_never_swallows_it() -> None:
    project = film(still("A", 0, 10), still("B", 10, 20), still("C", 30, 40))
    assert layout(trim(project, "A", "end", 15 / FPS))[:2] == [("A", 0, 15), ("B", 10, 20)]
    assert layout(trim(project, "A", "end", 35 / FPS))[:2] == [("A", 0, 19), ("B", 10, 20)]


def test_the_end_of_a_morph_is_the_end_of_the_still_beside_it() -> None:
    project = film(still("A", 0, 10), morph("m", 10, 20), still("B", 20, 30))
    expected = [("A", 0, 6), ("m", 6, 20), ("B", 20, 30)]
    assert layout(trim(project, "m", "start", 6 / FPS)) == expected
    assert layout(trim(project, "A", "end", 6 / FPS)) == expected
    assert layout(trim(project, "A", "end", 90 / FPS)) == [("A", 0, 19), ("m", 19, 20), ("B", 20, 30)]


def test_ripple_trim_moves_what_follows() -> None:
    project = film(still("A", 0, 10), morph("m", 10, 20), still("B", 20, 30), sounds=(voice("V", 12, 40),))
    assert layout(ripple_trim(project, "A", "end", 15 / FPS)) == [("A", 0, 15), ("m", 15, 25), ("B", 25, 35)]
    assert layout(ripple_trim(project, "A", "start", 4 / FPS)) == [("A", 0, 6), ("m", 6, 16), ("B", 16, 26)]
    assert layout(ripple_trim(project, "m", "end", 24 / FPS)) == [("A", 0, 10), ("m", 10, 24), ("B", 24, 34)]
    along = ripple_trim(project, "A", "end", 15 / FPS, all_tracks=True)
    assert layout(along, "s") == [("V", 17, 45)]


def test_rolling_keeps_the_length_of_the_film() -> None:
    project = film(movie("M", 0, 20, in_point=10), movie("N", 20, 40, in_point=5))
    rolled = roll(project, "M", "N", 12 / FPS)
    # N has five frames before its in point and gives no more.
    assert layout(rolled) == [("M", 0, 15), ("N", 15, 40)]
    assert layout(roll(project, "M", "N", 30 / FPS)) == [("M", 0, 30), ("N", 30, 40)]
    faded = film(movie("M", 0, 20), movie("N", 10, 40, in_point=50))
    assert layout(roll(faded, "M", "N", 17 / FPS)) == [("M", 0, 22), ("N", 12, 40)]
    with pytest.raises(PortraitsError, match="do not meet"):
        roll(film(still("A", 0, 5), still("B", 9, 12)), "A", "B", 5 / FPS)


def test_slipping_shows_another_part_within_the_file() -> None:
    project = film(movie("M", 0, 40, in_point=10), still("A", 50, 60))

    def in_point(by: int) -> Fraction:
        clip = clip_of(slip(project, "M", by / FPS), "M")
        assert isinstance(clip, MovieClip)
        return clip.in_point * FPS

    assert [in_point(by) for by in (5, -30, 500)] == [15, 0, 200]
    with pytest.raises(PortraitsError, match="Only movies"):
        slip(project, "A", Fraction(1))


def test_a_split_movie_goes_on_and_joins_again() -> None:
    keys = Keyframes(opacity=(Keyframe(time=Fraction(0), value=0.0), Keyframe(time=40 / FPS, value=1.0)))
    project = film(movie("M", 0, 40, in_point=10, keyframes=keys, fade_in=5 / FPS, fade_out=5 / FPS))
    cut = split(project, 16 / FPS)
    first, second = cut.timeline.tracks[0].clips
    assert isinstance(first, MovieClip)
    assert isinstance(second, MovieClip)
    assert second.in_point * FPS == 26
    assert (first.fade_in * FPS, first.fade_out, second.fade_in, second.fade_out * FPS) == (5, 0, 0, 5)
    assert second.keyframes.opacity[0].value == pytest.approx(0.4)
    whole = join(cut, (first.id, second.id)).timeline.tracks[0].clips[0]
    assert (whole.start, whole.duration) == (0, 40 / FPS)
    assert isinstance(whole, MovieClip)
    assert (whole.fade_in * FPS, whole.fade_out * FPS, whole.in_point * FPS) == (5, 5, 10)


def test_morphs_and_cross_fades_are_not_cut() -> None:
    project = film(still("A", 0, 10), morph("m", 10, 20), still("B", 20, 30), movie("M", 25, 50))
    assert split(project, 15 / FPS) is project
    assert split(project, 27 / FPS) is project


def test_unrelated_clips_are_not_joined() -> None:
    project = film(still("A", 0, 10), still("B", 10, 20, "b"), movie("M", 20, 30), movie("N", 30, 40, in_point=20))
    with pytest.raises(PortraitsError, match="do not belong together"):
        join(project, ("A", "B", "M", "N"))


def test_speed_shows_the_same_part_and_moves_what_follows() -> None:
    project = film(movie("M", 0, 40), still("A", 40, 50))
    fast = set_speed(project, "M", Fraction(2))
    assert layout(fast) == [("M", 0, 20), ("A", 20, 30)]
    assert set_speed(fast, "M", Fraction(1)) == project
    with pytest.raises(PortraitsError, match="not possible"):
        set_speed(project, "M", Fraction(100))


def test_fades_leave_room_for_each_other() -> None:
    project = film(movie("M", 0, 40))
    both = clip_of(set_fades(project, ("M",), fade_in=30 / FPS, fade_out=30 / FPS), "M")
    assert isinstance(both, MovieClip)
    assert (both.fade_in * FPS, both.fade_out * FPS) == (30, 10)


def test_values_out_of_range_are_refused_in_words() -> None:
    project = film(movie("M", 0, 40))
    with pytest.raises(PortraitsError, match="not possible"):
        set_values(project, ("M",), opacity=3.0)
    with pytest.raises(PortraitsError, match="no value"):
        set_values(project, ("M",), start=Fraction(1))
    assert clip_of(set_values(project, ("M",), gain_db=-6.0, text="x"), "M") == replace(
        clip_of(project, "M"), gain_db=-6.0
    )
