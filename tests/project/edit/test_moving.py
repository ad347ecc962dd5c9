"""Moving, inserting, deleting, copying: what lies where afterwards. Times are frames."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from engine.project.edit.copying import copy, paste
from engine.project.edit.insert import insert
from engine.project.edit.morphs import join_with_morph
from engine.project.edit.move import move
from engine.project.edit.placing import clips_of, place, place_at_end
from engine.project.edit.remove import close_gap, lift, ripple_delete
from engine.project.edit.tracks import set_switch
from engine.project.schema import Project
from engine.protocol.errors import PortraitsError
from tests.project.edit.films import FPS, clip_of, film, layout, morph, movie, still, voice


def row() -> Project:
    """Three stills with morphs between them, and a movie."""
    return film(
        still("A", 0, 10),
        morph("m1", 10, 20),
        still("B", 20, 30),
        morph("m2", 30, 40),
        still("C", 40, 50),
        movie("M", 60, 80),
    )


def test_a_morph_fills_the_time_between_its_stills_when_one_moves() -> None:
    moved = move(row(), ("B",), by=4 / FPS)
    assert layout(moved)[:5] == [("A", 0, 10), ("m1", 10, 24), ("B", 24, 34), ("m2", 34, 40), ("C", 40, 50)]


def test_morphs_go_where_both_stills_go() -> None:
    moved = move(row(), ("A", "B"), by=Fraction(10))
    assert layout(moved) == [("C", 40, 50), ("M", 60, 80), ("A", 240, 250), ("m1", 250, 260), ("B", 260, 270)]


def test_a_morph_that_is_moved_alone_slides_between_its_stills() -> None:
    assert layout(move(row(), ("m1",), by=3 / FPS))[:3] == [("A", 0, 13), ("m1", 13, 23), ("B", 23, 30)]
    assert layout(move(row(), ("m1",), by=Fraction(10)))[:3] == [("A", 0, 19), ("m1", 19, 29), ("B", 29, 30)]


def test_a_partial_overlap_is_a_cross_fade_and_a_whole_one_gives_way() -> None:
    two = film(movie("M", 0, 20), movie("N", 40, 60))
    assert layout(move(two, ("N",), by=-25 / FPS)) == [("M", 0, 20), ("N", 15, 35)]
    inside = film(movie("M", 0, 60), still("A", 80, 90))
    landed = layout(move(inside, ("A",), by=-60 / FPS))
    assert [(start, end) for _, start, end in landed] == [(0, 20), (20, 30), (30, 60)]
    over = layout(move(two, ("N",), by=-25 / FPS, landing="overwrite"))
    assert over == [("M", 0, 15), ("N", 15, 35)]


def test_a_cross_fade_that_is_cut_through_is_mended() -> None:
    project = film(movie("M", 0, 40), movie("N", 20, 60), still("A", 80, 84))
    landed = layout(move(project, ("A",), by=-52 / FPS, landing="overwrite"))
    assert [(start, end) for _, start, end in landed] == [(0, 20), (20, 28), (28, 32), (32, 60)]


def test_nothing_moves_before_the_start() -> None:
    moved = move(film(movie("M", 5, 20), movie("N", 30, 40)), ("M", "N"), by=Fraction(-100))
    assert layout(moved) == [("M", 0, 15), ("N", 25, 35)]


def test_a_still_is_carried_to_another_place_of_its_row() -> None:
    moved = move(row(), ("C",), by=-38 / FPS, landing="insert")
    assert layout(moved) == [("C", 0, 10), ("A", 10, 20), ("m1", 20, 30), ("B", 30, 40), ("M", 50, 70)]


def test_clips_move_to_a_track_of_their_kind_only() -> None:
    with_sound = film(movie("M", 0, 20), sounds=(voice("V", 0, 10),))
    with pytest.raises(PortraitsError, match="no track of that kind"):
        move(with_sound, ("M",), by=Fraction(0), rows=1)


def test_a_locked_track_is_not_edited() -> None:
    locked = set_switch(row(), "p", "locked", True)
    with pytest.raises(PortraitsError, match="is locked"):
        move(locked, ("A",), by=Fraction(1))
    with pytest.raises(PortraitsError, match="is locked"):
        ripple_delete(locked, ("A",))


def test_deleting_a_still_between_two_morphs_keeps_the_first_one() -> None:
    assert layout(ripple_delete(row(), ("B",))) == [("A", 0, 10), ("m1", 10, 20), ("C", 20, 30), ("M", 40, 60)]
    assert layout(ripple_delete(row(), ("C",))) == [("A", 0, 10), ("m1", 10, 20), ("B", 20, 30), ("M", 40, 60)]
    assert layout(ripple_delete(row(), ("m1",)))[:2] == [("A", 0, 10), ("B", 10, 20)]


def test_lifting_leaves_the_time_empty() -> None:
    assert layout(lift(row(), ("B",))) == [("A", 0, 10), ("C", 40, 50), ("M", 60, 80)]
    assert layout(lift(row(), ("m1",)))[:2] == [("A", 0, 10), ("B", 20, 30)]


def test_ripple_delete_can_take_the_other_tracks_along() -> None:
    project = film(movie("M", 0, 20), movie("N", 20, 40), sounds=(voice("V", 2, 10), voice("W", 25, 35)))
    alone = ripple_delete(project, ("M",))
    assert layout(alone, "s") == [("V", 2, 10), ("W", 25, 35)]
    together = ripple_delete(project, ("M",), all_tracks=True)
    assert layout(together, "s") == [("V", 2, 10), ("W", 10, 20)]


def test_a_gap_is_closed() -> None:
    assert layout(close_gap(row(), "p", 55 / FPS))[-1] == ("M", 50, 70)
    with pytest.raises(PortraitsError, match="no gap"):
        close_gap(row(), "p", 5 / FPS)


def test_inserting_beside_a_morph() -> None:
    project = row()
    items = project.media_by_id()
    still_between = layout(insert(project, "p", clips_of([items["c"]], FPS), at=10 / FPS))
    assert [(start, end) for _, start, end in still_between][:4] == [(0, 10), (10, 34), (34, 44), (44, 54)]
    # A movie cannot be morphed: the morph and its time go.
    movie_between = layout(insert(project, "p", clips_of([items["m"]], FPS), at=10 / FPS))
    assert [(start, end) for _, start, end in movie_between][:3] == [(0, 10), (10, 250), (250, 260)]


def test_inserting_into_a_gap_uses_it_first() -> None:
    project = row()
    laid = insert(project, "p", [replace(clip_of(project, "A"), id="X")], at=50 / FPS)
    assert layout(laid)[-2:] == [("X", 50, 60), ("M", 60, 80)]


def test_placed_pictures_stand_and_morph() -> None:
    empty = replace(film(), timeline=replace(film().timeline, tracks=()))
    placed = place(empty, ("a", "b"), at=Fraction(0), morph=Fraction(1, 2))
    (track,) = placed.timeline.tracks
    assert [(clip.start * FPS, clip.end * FPS) for clip in track.clips] == [(0, 24), (24, 36), (36, 60)]
    at_end = place_at_end(empty, ("a", "b", "voice", "unknown"))
    assert [track.kind for track in at_end.timeline.tracks] == ["picture", "sound"]
    assert at_end.timeline.duration == 10


def test_copied_clips_are_pasted_with_ids_of_their_own() -> None:
    project = row()
    pasted, ids = paste(project, copy(project, ("A", "B")), at=Fraction(10))
    assert len(ids) == 3
    assert not set(ids) & {"A", "B", "m1"}
    assert [(start, end) for _, start, end in layout(pasted)[-3:]] == [(240, 250), (250, 260), (260, 270)]
    with pytest.raises(PortraitsError, match="not in this project"):
        paste(replace(project, media=()), copy(project, ("A",)), at=Fraction(0))


def test_stills_that_meet_give_the_time_for_their_morph() -> None:
    joined = join_with_morph(film(still("A", 0, 24), still("B", 24, 48)), "p", ("A", "B"), length=Fraction(1))
    assert [(start, end) for _, start, end in layout(joined)] == [(0, 12), (12, 36), (36, 48)]
    with pytest.raises(PortraitsError, match="no two stills"):
        join_with_morph(film(still("A", 0, 24), movie("M", 24, 48)), "p", ("A", "M"), length=Fraction(1))
