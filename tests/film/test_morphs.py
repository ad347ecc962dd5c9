"""Morphs on the timeline, with real faces at a small size."""

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import msgspec
import numpy as np
import pytest

from engine.media.pictures import read_picture
from engine.morph.finder import LandmarkFinder
from engine.project.builder import lay_morphs
from engine.project.clips import StillClip
from engine.project.folder import require, with_item
from engine.project.schema import Project
from engine.project.store import save
from engine.protocol.jobs.morph import MorphSettings
from resources import path as resource
from tests.film.studio import RED, Studio

PLAIN = MorphSettings(separation="none")


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    """Three portraits that were found once for all tests."""
    studio = Studio(tmp_path_factory.mktemp("morphs"), width=256, height=256)
    for number in (1, 2, 3):
        studio.file(f"p{number}", resource("samples", "portraits", f"portrait-{number}.jpg"))
    studio.picture("wall", RED)
    return studio


def laid(studio: Studio, names: list[str], settings: MorphSettings = PLAIN, morph: int = 9) -> Project:
    base = Project(settings=studio.project.settings, media=studio.project.media)
    studio.project = lay_morphs(
        base, [studio.ids[name] for name in names], hold=Fraction(1, 24), morph=Fraction(morph, 24), settings=settings
    )
    save(studio.project, studio.path)
    studio.notes.clear()
    return studio.project


def difference(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.abs(a.astype(int) - b.astype(int)).mean())


def test_the_film_has_a_frame_for_each_still_and_morph_frame(studio: Studio) -> None:
    project = laid(studio, ["p1", "p2", "p3"])
    assert project.timeline.duration == Fraction(3 + 2 * 9, 24)


@pytest.mark.parametrize("separation", ["none", "person"])
def test_a_morph_goes_evenly_from_one_still_to_the_other(studio: Studio, separation: str) -> None:
    laid(studio, ["p1", "p2"], MorphSettings(separation=separation))
    with studio.compositor() as compositor:
        frames = [compositor.frame(index).copy() for index in range(11)]
    whole = difference(frames[0], frames[-1])
    from_first = [difference(frames[0], frame) for frame in frames]
    from_last = [difference(frames[-1], frame) for frame in frames]
    assert from_first == sorted(from_first)
    assert from_last == sorted(from_last, reverse=True)
    steps = [difference(a, b) for a, b in pairwise(frames)]
    assert max(steps) < 0.35 * whole
    assert 0.25 * whole < from_first[5] < 0.75 * whole


def test_aligned_stills_and_morphs_meet_without_a_jump(studio: Studio) -> None:
    laid(studio, ["p1", "p2", "p3"], morph=40)
    with studio.compositor() as compositor:
        for before, at, after in ((40, 41, 42), (81, 82, 82)):
            frames = [compositor.frame(index).copy() for index in (before, at, after)]
            assert difference(frames[0], frames[1]) < 1.0
            assert difference(frames[1], frames[2]) < 1.0


def test_alignment_is_shown_in_the_still_only_when_asked(studio: Studio) -> None:
    laid(studio, ["p1", "p2"])
    with studio.compositor() as compositor:
        aligned = compositor.frame(10).copy()
    laid(studio, ["p1", "p2"], MorphSettings(separation="none", align=False))
    with studio.compositor() as compositor:
        fitted = compositor.frame(10).copy()
    alone = laid(studio, ["p2"])
    with studio.compositor() as compositor:
        assert np.array_equal(compositor.frame(0), fitted)
    assert difference(aligned, fitted) > 2
    assert len(alone.timeline.tracks[0].clips) == 1


def test_a_pair_without_a_face_fades_and_says_so(studio: Studio) -> None:
    laid(studio, ["p1", "wall"])
    with studio.compositor() as compositor:
        first, middle, last = (compositor.frame(index).astype(int) for index in (0, 5, 10))
    assert np.abs(middle - (first + last) / 2).max() <= 1
    assert studio.notes == ['No face was found in "wall.png", so it fades instead of morphing.']


def test_a_morph_starts_from_where_its_still_is_put(studio: Studio) -> None:
    project = laid(studio, ["p1", "p2"], morph=40)
    track = project.timeline.tracks[0]
    first = track.clips[0]
    assert isinstance(first, StillClip)
    moved = type(first)(id=first.id, start=first.start, duration=first.duration, media=first.media, scale=1.3, x=0.1)
    studio.lay(type(track)(id=track.id, kind="picture", clips=(moved, *track.clips[1:])))
    with studio.compositor() as compositor:
        still, begun = compositor.frame(0).copy(), compositor.frame(1).copy()
    assert difference(still, begun) < 1.5
    assert difference(still, studio_plain_frame(studio)) > 5


def studio_plain_frame(studio: Studio) -> np.ndarray:
    laid(studio, ["p1"])
    return studio.frame(0)


def test_frames_can_be_asked_for_in_any_order(studio: Studio) -> None:
    laid(studio, ["p1", "p2", "p3"])
    with studio.compositor() as compositor:
        forward = [compositor.frame(index).copy() for index in range(21)]
        for index in (20, 3, 15, 0, 7):
            assert np.array_equal(compositor.frame(index), forward[index])


def test_landmarks_of_the_project_come_before_found_ones(studio: Studio, tmp_path: Path) -> None:
    project = laid(studio, ["p1", "p2"])
    item = project.media_by_id()[studio.ids["p2"]]
    path = require(studio.path, item)
    with LandmarkFinder(cache=tmp_path) as finder:
        found = finder.find(path, read_picture(path))
    assert found is not None
    shifted = msgspec.structs.replace(found, points=tuple((x + 60.0, y) for x, y in found.points))
    with studio.compositor() as compositor:
        before = compositor.frame(5).copy()
    studio.project = with_item(project, msgspec.structs.replace(item, landmarks=shifted))
    with studio.compositor() as compositor:
        after = compositor.frame(5).copy()
    studio.project = project
    assert difference(before, after) > 1
