"""What holds for every edit on every film."""

from collections.abc import Callable
from fractions import Fraction
from math import ceil

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.film.plan import plan_film
from engine.project.clips import MorphClip, PictureClip
from engine.project.edit import keys, markers, placing, takes, timing, tracks, values
from engine.project.edit.copying import copy, paste
from engine.project.edit.insert import insert
from engine.project.edit.morphs import join_with_morph
from engine.project.edit.move import move
from engine.project.edit.remove import close_gap, lift, ripple_delete
from engine.project.edit.split import join, split
from engine.project.edit.trim import ripple_trim, roll, slip, trim
from engine.project.keyframes import value_at
from engine.project.schema import Project
from engine.project.validate import problems
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.film import FilmJob
from tests.project.edit.films import FPS, films

Edit = Callable[[Project], Project]
_many = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def _clips(project: Project) -> list[str]:
    return [clip.id for track in project.timeline.tracks for clip in track.clips]


@st.composite
def edits(draw: st.DrawFn, project: Project) -> Edit:
    """An edit of this film with arguments that need not make sense."""
    ids = _clips(project)
    chosen = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=4, unique=True)) if ids else ["none"]
    one, other = chosen[0], chosen[-1]
    time = Fraction(draw(st.integers(-200, 2000)), draw(st.sampled_from((24, 48, 100))))
    by = Fraction(draw(st.integers(-300, 300)), draw(st.sampled_from((24, 48, 100))))
    edge = draw(st.sampled_from(("start", "end")))
    landing = draw(st.sampled_from(("overlap", "overwrite", "insert")))
    rows = draw(st.integers(-1, 1))
    every = draw(st.booleans())
    track = draw(st.sampled_from(("p", "q", "s")))
    fade = abs(by)
    options: dict[str, Edit] = {
        "move": lambda p: move(p, chosen, by=by, rows=rows, landing=landing),
        "trim": lambda p: trim(p, one, edge, time),
        "ripple trim": lambda p: ripple_trim(p, one, edge, time, all_tracks=every),
        "roll": lambda p: roll(p, one, other, time),
        "slip": lambda p: slip(p, one, by),
        "split": lambda p: split(p, time, None if every else chosen),
        "join": lambda p: join(p, ids),
        "lift": lambda p: lift(p, chosen),
        "ripple delete": lambda p: ripple_delete(p, chosen, all_tracks=every),
        "close gap": lambda p: close_gap(p, track, time),
        "paste": lambda p: paste(p, copy(p, chosen), at=time, landing=landing)[0],
        "place pictures": lambda p: placing.place(
            p, ("a", "b", "c"), at=time, track_id=track, landing=landing, morph=fade
        ),
        "place movie": lambda p: placing.place(p, ("m",), at=time, landing=landing),
        "place voice": lambda p: placing.place(p, ("voice",), at=time, landing=landing),
        "place at end": lambda p: placing.place_at_end(p, ("a", "m", "b", "c", "voice", "music")),
        "title": lambda p: placing.add_title(p, "Words", at=time),
        "insert": lambda p: insert(p, track, placing.clips_of(p.media[:2], FPS), at=time, all_tracks=every),
        "fades": lambda p: values.set_fades(p, chosen, fade_in=fade, fade_out=fade if every else None),
        "speed": lambda p: values.set_speed(p, one, Fraction(abs(by.numerator) % 60 + 1, 20)),
        "values": lambda p: values.set_values(p, chosen, opacity=0.5, gain_db=-3.0, fit="contain"),
        "key": lambda p: keys.set_key(p, one, "opacity", time, 0.5, "smoothstep"),
        "marker": lambda p: markers.add_marker(p, time, "Beat"),
        "in": lambda p: markers.set_in(p, time),
        "out": lambda p: markers.set_out(p, time),
        "fit to voice": lambda p: timing.fit_to_voice(p, one),
        "beat": lambda p: timing.lay_to_markers(p, chosen),
        "take": lambda p: takes.step_take(p, chosen, 1),
        "morph": lambda p: join_with_morph(p, track, ids, length=fade),
        "lock": lambda p: tracks.set_switch(p, track, "locked", every),
        "move track": lambda p: tracks.move_track(p, track, rows),
    }
    return options[draw(st.sampled_from(sorted(options)))]


def _try(edit: Edit, project: Project) -> Project:
    try:
        return edit(project)
    except PortraitsError:
        return project


@_many
@given(films(), st.data())
def test_every_edit_leaves_a_sound_film(project: Project, data: st.DataObject) -> None:
    """No overlap without a cross-fade, every morph between its stills, nothing before 0, no double ids."""
    assert list(problems(project)) == []
    for _ in range(6):
        before = project
        locked = {track.id: track.clips for track in before.timeline.tracks if track.locked}
        project = _try(data.draw(edits(project)), project)
        assert list(problems(project)) == []
        for track in project.timeline.tracks:
            if track.id in locked and track.locked:
                assert track.clips == locked[track.id]
            if track.kind == "picture":
                assert all((clip.start * FPS).denominator == 1 for clip in track.clips)
                assert all((clip.end * FPS).denominator == 1 for clip in track.clips)


@_many
@given(films(), st.data())
def test_the_film_is_as_long_as_its_model(project: Project, data: st.DataObject) -> None:
    for _ in range(3):
        project = _try(data.draw(edits(project)), project)
    if project.timeline.duration > 0:
        plan = plan_film(project, FilmJob(project=Source(path="film.portraits"), output="film.mp4"))
        assert plan.frames == ceil(project.timeline.duration * FPS)
        assert plan.end >= project.timeline.duration > plan.end - 1 / FPS


@_many
@given(films(), st.data())
def test_ripple_delete_keeps_the_order_and_the_lengths_of_the_others(project: Project, data: st.DataObject) -> None:
    ids = [clip.id for track in project.timeline.tracks for clip in track.clips if not isinstance(clip, MorphClip)]
    if not ids:
        return
    gone = data.draw(st.sets(st.sampled_from(ids), min_size=1))
    after = ripple_delete(project, gone)
    for old, new in zip(project.timeline.tracks, after.timeline.tracks, strict=True):
        kept = [clip for clip in old.clips if clip.id not in gone and not isinstance(clip, MorphClip)]
        left = [clip for clip in new.clips if not isinstance(clip, MorphClip)]
        assert [clip.id for clip in left] == [clip.id for clip in kept]
        assert [clip.duration for clip in left] == [clip.duration for clip in kept]
        assert all(later.start <= earlier.start for later, earlier in zip(left, kept, strict=True))


@_many
@given(films(), st.integers(0, 250))
def test_a_split_film_looks_the_same_and_joins_again(project: Project, frame: int) -> None:
    time = frame / FPS
    after = split(project, time)
    for old, new in zip(project.timeline.tracks, after.timeline.tracks, strict=True):
        for clip in old.clips:
            pieces = [each for each in new.clips if clip.start <= each.start and each.end <= clip.end]
            if not isinstance(clip, PictureClip) or len(pieces) != 2 or pieces[0].id != clip.id:
                continue
            for k in range(int(clip.duration * FPS)):
                at = clip.start + k / FPS
                piece = pieces[0] if at < pieces[0].end else pieces[1]
                assert isinstance(piece, PictureClip)
                expected = value_at(clip.keyframes.opacity, clip.opacity, at - clip.start)
                assert abs(value_at(piece.keyframes.opacity, piece.opacity, at - piece.start) - expected) < 1e-9
    if after is not project:
        again = join(after, _clips(after))
        assert [len(track.clips) for track in again.timeline.tracks] <= [len(t.clips) for t in project.timeline.tracks]


@_many
@given(films(), st.data())
def test_moving_there_and_back_over_free_room_changes_nothing(project: Project, data: st.DataObject) -> None:
    ids = _clips(project)
    if not ids:
        return
    far = Fraction(10_000)
    there = move(project, ids, by=far)
    assert {clip.start for track in there.timeline.tracks for clip in track.clips} == {
        clip.start + far for track in project.timeline.tracks for clip in track.clips
    }
    assert move(there, ids, by=-far) == project


@_many
@given(films(), st.data())
def test_ripple_trim_keeps_the_order_and_the_lengths_of_the_others(project: Project, data: st.DataObject) -> None:
    ids = [clip.id for track in project.timeline.tracks for clip in track.clips if not isinstance(clip, MorphClip)]
    if not ids:
        return
    clip_id = data.draw(st.sampled_from(ids))
    to = data.draw(st.integers(0, 300)) / FPS
    edge = data.draw(st.sampled_from(("start", "end")))
    after = _try(lambda p: ripple_trim(p, clip_id, edge, to), project)
    for old, new in zip(project.timeline.tracks, after.timeline.tracks, strict=True):
        before = [clip for clip in old.clips if not isinstance(clip, MorphClip)]
        left = [clip for clip in new.clips if not isinstance(clip, MorphClip)]
        assert [clip.id for clip in left] == [clip.id for clip in before]
        assert [clip.duration for clip in left if clip.id != clip_id] == [
            clip.duration for clip in before if clip.id != clip_id
        ]
