"""What a film needs is told from its size, length, quality and sound, also before its project is saved."""

from fractions import Fraction
from pathlib import Path

import pytest

from engine.host.estimate import estimate, need_of
from engine.protocol.jobs import FilmJob, ProxyJob, TimelineJob
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.encode import SOUND_FILES, EncodeSettings


def film(output: str = "film.mp4", seconds: int = 60, **more: object) -> FilmJob:
    values = {"width": 1024, "height": 1024, "fps": Fraction(24)} | more
    return FilmJob(
        project=Source(path="/nowhere/film.portraits"),
        output=output,
        range="between",
        end=Fraction(seconds),
        **values,  # type: ignore[arg-type]
    )


def test_a_project_that_is_not_saved_is_not_needed() -> None:
    need = need_of(film())
    assert need.work == pytest.approx(1024 * 1024 * 1440 / 1e6)
    assert 5e6 < need.disk < 40e6


def test_quality_changes_the_size() -> None:
    sizes = [need_of(film(encode=EncodeSettings(quality=quality))).disk for quality in (12, 18, 24, 30)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 3 * sizes[2]
    proxy = need_of(film("film.mov", encode=EncodeSettings(codec="prores", quality=0))).disk
    best = need_of(film("film.mov", encode=EncodeSettings(codec="prores"))).disk
    assert proxy < best / 3


@pytest.mark.parametrize("suffix", SOUND_FILES)
def test_sound_alone_is_small_and_quick(suffix: str) -> None:
    need = need_of(film(f"film{suffix}"))
    assert need.work < need_of(film()).work / 100
    wav = need_of(film("film.wav")).disk
    assert wav == 60 * 48_000 * 2 * 3
    assert suffix == ".wav" or need.disk < wav


def test_a_longer_film_needs_more_memory_for_its_sound() -> None:
    assert need_of(film(seconds=3600)).memory > need_of(film()).memory + 10**9


def test_jobs_that_make_no_film_have_an_estimate(tmp_path: Path) -> None:
    for job in (
        ProxyJob(source=Source(path=str(tmp_path / "a.mp4"))),
        TimelineJob(source=Source(path=str(tmp_path / "a.otio")), output=str(tmp_path / "a.portraits")),
    ):
        assert estimate(job).fit in ("fits", "tight", "does_not_fit")
