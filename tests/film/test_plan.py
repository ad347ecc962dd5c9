from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.film.plan import plan_film, require_media
from engine.project.timeline import Range, Timeline
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.film import FilmJob
from tests.film.studio import RED, Studio, pictures, sound_clip, sounds, still


def job(**more: object) -> FilmJob:
    return FilmJob(project=Source(path="film.portraits"), output="film.mp4", **more)


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    studio = Studio(tmp_path)
    studio.lay(pictures(still("a", studio.picture("a", RED), 0, Fraction(49, 24))))
    return studio


@pytest.mark.parametrize(
    ("more", "first", "frames"),
    [
        ({}, 0, 49),
        ({"range": "between", "start": Fraction(1)}, 24, 25),
        ({"range": "between", "start": Fraction(1, 48), "end": Fraction(1, 12)}, 1, 1),
        ({"range": "between", "end": Fraction(99)}, 0, 49),
        ({"fps": Fraction(12)}, 0, 25),
        ({"fps": Fraction(24000, 1001)}, 0, 49),
    ],
)
def test_ranges_lie_on_the_timelines_own_frames(
    studio: Studio, more: dict[str, object], first: int, frames: int
) -> None:
    plan = plan_film(studio.project, job(**more))
    assert (plan.first, plan.frames, plan.samples) == (first, frames, 0)


def test_the_range_of_the_project(studio: Studio) -> None:
    with pytest.raises(PortraitsError, match="no in and out point"):
        plan_film(studio.project, job(range="in_out"))
    timeline = Timeline(tracks=studio.project.timeline.tracks, in_out=Range(start=Fraction(1, 2), end=Fraction(1)))
    ranged = type(studio.project)(media=studio.project.media, timeline=timeline)
    plan = plan_film(ranged, job(range="in_out"))
    assert (plan.first, plan.frames, plan.start, plan.end) == (12, 12, Fraction(1, 2), Fraction(1))


def test_size_and_rate_of_the_job_come_first(studio: Studio) -> None:
    plan = plan_film(studio.project, job(width=320, height=200, fps=Fraction(30)))
    settings = plan.project.settings
    assert (settings.width, settings.height, settings.fps, settings.sample_rate) == (320, 200, 30, 48_000)


def test_what_cannot_be_rendered_is_said(studio: Studio) -> None:
    empty = type(studio.project)()
    with pytest.raises(PortraitsError, match="is empty"):
        plan_film(empty, job())
    with pytest.raises(PortraitsError, match="no frames"):
        plan_film(studio.project, job(range="between", start=Fraction(3)))
    studio.lay(pictures(still("a", studio.ids["a"], 0, 3 * 3600)))
    with pytest.raises(PortraitsError, match="longer than 2 hours"):
        plan_film(studio.project, job())


@pytest.mark.parametrize(
    "more",
    [
        {"width": 100},
        {"width": 8, "height": 8},
        {"fps": Fraction(1000)},
        {"start": Fraction(1)},
        {"range": "between", "start": Fraction(2), "end": Fraction(1)},
        {"range": "between", "start": Fraction(-1)},
    ],
)
def test_jobs_that_mean_nothing_are_no_jobs(more: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"[a-z]"):
        job(**more)


def test_only_media_of_the_range_must_be_there(studio: Studio) -> None:
    late = studio.picture("late", (1, 2, 3, 255))
    studio.lay(pictures(still("a", studio.ids["a"], 0, 1), still("b", late, 1, 1)))
    (studio.folder / "film media" / studio.project.media_by_id()[late].path).unlink()
    first = plan_film(studio.project, job(range="between", end=Fraction(1)))
    assert list(require_media(first, studio.path)) == ["a.png"]
    with pytest.raises(PortraitsError) as caught:
        require_media(plan_film(studio.project, job()), studio.path)
    assert caught.value.code is ErrorCode.MISSING_INPUT
    assert '"late.png"' in caught.value.failure.what


def test_a_film_with_sound_has_samples(studio: Studio) -> None:
    media = studio.sound("s", np.zeros((48_000, 2), np.float32))
    studio.lay(*studio.project.timeline.tracks, sounds(sound_clip("s", media, 0, 1)))
    assert plan_film(studio.project, job(fps=Fraction(24000, 1001))).samples == 98_098
