"""Fit to voice, beats, takes, keyframes, markers, snapping, tracks. Times are frames."""

from fractions import Fraction

import pytest

from engine.project.clips import StillClip
from engine.project.edit import keys, markers, takes, tracks
from engine.project.edit.snap import snap, snap_points
from engine.project.edit.timing import fit_to_voice, lay_to_markers
from engine.project.schema import Project
from engine.protocol.errors import PortraitsError
from tests.project.edit.films import FPS, clip_of, film, layout, morph, movie, still, voice


def test_a_still_stands_until_its_voice_has_ended() -> None:
    project = film(still("A", 10, 20), still("B", 20, 30), sounds=(voice("V", 0, 44), voice("W", 100, 130)))
    assert layout(fit_to_voice(project, "A")) == [("A", 10, 44), ("B", 44, 54)]
    assert layout(fit_to_voice(project, "A", "W")) == [("A", 10, 40), ("B", 40, 50)]
    with pytest.raises(PortraitsError, match="No voice"):
        fit_to_voice(film(still("A", 0, 5)), "A")


def test_a_row_of_portraits_is_laid_to_the_beat() -> None:
    project = film(
        still("A", 0, 10),
        morph("m1", 10, 20),
        still("B", 20, 30),
        still("C", 30, 40),
        movie("M", 40, 50),
        markers=(24, 48),
    )
    laid = lay_to_markers(project, ("A", "B", "C"))
    assert layout(laid) == [("A", 0, 14), ("m1", 14, 24), ("B", 24, 48), ("C", 48, 58), ("M", 58, 68)]


def test_a_beat_that_is_shorter_than_its_morph_shortens_it() -> None:
    project = film(still("A", 0, 10), morph("m1", 10, 20), still("B", 20, 30), markers=(4,))
    assert layout(lay_to_markers(project, ("A", "B"))) == [("A", 0, 1), ("m1", 1, 4), ("B", 4, 14)]
    with pytest.raises(PortraitsError, match="no markers"):
        lay_to_markers(film(still("A", 0, 10), still("B", 10, 20)), ("A", "B"))


def test_takes_are_swapped_in_place() -> None:
    project = film(still("A", 0, 10, "b"), movie("M", 10, 20))
    shown = takes.step_take(project, ("A",), 1)
    clip = clip_of(shown, "A")
    assert isinstance(clip, StillClip)
    assert (clip.media, clip.takes, clip.duration) == ("b2", ("b", "b2"), 10 / FPS)
    assert takes.step_take(shown, ("A",), 1).timeline.tracks[0].clips[0].media == "b"  # type: ignore[union-attr]
    everywhere = takes.show_new_take(project, "m", "m2")
    assert clip_of(everywhere, "M").media == "m2"  # type: ignore[union-attr]
    with pytest.raises(PortraitsError, match="Choose another take"):
        takes.show_take(project, "A", "m")


def test_keyframes_are_set_moved_and_removed() -> None:
    project = film(movie("M", 10, 50))
    project = keys.set_key(project, "M", "scale", 10 / FPS, 1.0, "smoothstep")
    project = keys.set_key(project, "M", "scale", 30 / FPS, 2.0)
    project = keys.move_key(project, "M", "scale", 30 / FPS, 90 / FPS)
    clip = clip_of(project, "M")
    assert [(key.time * FPS, key.value, key.curve) for key in clip.keyframes.scale] == [  # type: ignore[union-attr]
        (0, 1.0, "smoothstep"),
        (40, 2.0, "linear"),
    ]
    project = keys.remove_key(keys.remove_key(project, "M", "scale", 10 / FPS), "M", "scale", 50 / FPS)
    assert clip_of(project, "M").scale == 2.0  # type: ignore[union-attr]
    with pytest.raises(PortraitsError, match="inside its clip"):
        keys.set_key(project, "M", "scale", Fraction(90), 1.0)
    with pytest.raises(PortraitsError, match="not possible"):
        keys.set_key(project, "M", "opacity", 20 / FPS, 7.0)


def test_markers_and_range() -> None:
    project = markers.add_marker(film(movie("M", 0, 48)), Fraction(1), "Lena", "#8DB4EA")
    (marker,) = project.timeline.markers
    project = markers.change_marker(project, marker.id, at=Fraction(3, 2), name="Mei")
    found = markers.neighbour(project, Fraction(0), forward=True)
    assert found is not None
    assert (found.name, found.time) == ("Mei", Fraction(3, 2))
    ranged = markers.set_out(markers.set_in(project, Fraction(1, 2)), Fraction(1))
    assert ranged.timeline.in_out is not None
    assert (ranged.timeline.in_out.start, ranged.timeline.in_out.end) == (Fraction(1, 2), 1)
    moved = markers.set_in(ranged, Fraction(3, 2))
    assert moved.timeline.in_out is not None
    assert moved.timeline.in_out.end == 2


def test_things_snap_to_the_nearest_edge_within_reach() -> None:
    project = film(still("A", 0, 10), still("B", 30, 40), markers=(50,))
    points = snap_points(project, playhead=Fraction(3), without={"B"})
    assert [point.time * FPS for point in points] == [0, 10, 50, 72]
    found = snap((31 / FPS, 41 / FPS), points, 10 / FPS)
    assert found is not None
    assert (found.by * FPS, found.point.kind) == (9, "marker")
    assert snap((25 / FPS,), points, 5 / FPS) is None


def test_tracks_stay_with_their_kind() -> None:
    project: Project = film(movie("M", 0, 10), sounds=(voice("V", 0, 10),))
    project = tracks.add_track(tracks.add_track(project, "picture", "Titles"), "sound", "Music")
    assert [track.name or track.id for track in project.timeline.tracks] == ["Titles", "p", "s", "Music"]
    assert tracks.move_track(project, "p", 1) == project
    assert tracks.move_track(project, "p", -1).timeline.tracks[0].id == "p"
    locked = tracks.set_switch(project, "p", "locked", True)
    with pytest.raises(PortraitsError, match="locked"):
        tracks.remove_track(locked, "p")
