"""Proxies: small, quick to seek in, the same frames at the same times, found by the movie's hash."""

from fractions import Fraction
from pathlib import Path

import av
import pytest

from engine.media.files import sha256_of
from engine.media.movie_reader import MovieReader
from engine.media.proxies import MOST_GOP, make_proxy, run
from engine.project.proxies import LONG_SECONDS, PROXY_SIDE, proxy_path, wants_proxy
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, PortraitsError
from engine.protocol.jobs.base import MediaInfo, Source
from engine.protocol.jobs.proxy import ProxyJob
from tests.helpers.media import count_in, evenly, save_movie


class Stopping(SilentContext):
    def __init__(self, after: int) -> None:
        super().__init__()
        self._left = after

    def check_cancelled(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise Cancelled


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PORTRAITS_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "cache" / "proxies"


@pytest.mark.parametrize("fps", [24, 30])
def test_frame_k_of_the_proxy_is_frame_k_of_the_movie(tmp_path: Path, fps: int) -> None:
    source = save_movie(tmp_path / "a.mp4", evenly(40, fps), options={"g": "250"})
    make_proxy(source, tmp_path / "proxy.mp4", SilentContext())
    with MovieReader(tmp_path / "proxy.mp4") as reader:
        assert [count_in(rgba) for _, rgba in reader.frames()] == list(range(40))
        assert reader.info.audio_codec == ""


def test_key_frames_are_close_and_the_picture_is_small(tmp_path: Path) -> None:
    source = save_movie(tmp_path / "a.mp4", evenly(30), size=(2 * PROXY_SIDE, 1081 // 2 * 2), options={"g": "250"})
    make_proxy(source, tmp_path / "proxy.mp4", SilentContext())
    with av.open(str(tmp_path / "proxy.mp4")) as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.height) == (PROXY_SIDE, 540)
        keys = [index for index, packet in enumerate(container.demux(stream)) if packet.is_keyframe]
    assert max(later - earlier for earlier, later in zip(keys, [*keys[1:], 30], strict=True)) <= MOST_GOP


def test_the_job_makes_it_once_in_the_cache_and_gives_no_result(tmp_path: Path, cache: Path) -> None:
    source = save_movie(tmp_path / "a.mp4", evenly(10))
    job = ProxyJob(source=Source(path=str(source)))
    assert run(job, SilentContext()) == []
    made = proxy_path(sha256_of(source))
    assert made.parent == cache
    stamp = made.stat().st_mtime_ns
    assert run(job, Stopping(0)) == []
    assert made.stat().st_mtime_ns == stamp


def test_a_cancelled_proxy_leaves_nothing(tmp_path: Path, cache: Path) -> None:
    source = save_movie(tmp_path / "a.mp4", evenly(10))
    with pytest.raises(Cancelled):
        run(ProxyJob(source=Source(path=str(source))), Stopping(4))
    assert list(cache.iterdir()) == []


def test_a_movie_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError, match=r'"none\.mp4" was not found'):
        run(ProxyJob(source=Source(path=str(tmp_path / "none.mp4"))), SilentContext())


def test_only_long_movies_want_one() -> None:
    long = MediaInfo(kind="movie", format="mov", duration=LONG_SECONDS)
    assert wants_proxy(long)
    assert not wants_proxy(MediaInfo(kind="movie", format="mov", duration=LONG_SECONDS - 1))
    assert not wants_proxy(MediaInfo(kind="movie", format="gif", duration=100.0))
    assert not wants_proxy(MediaInfo(kind="sound", format="wav", duration=100.0))


def test_an_uneven_movie_has_an_even_proxy(tmp_path: Path) -> None:
    times = [Fraction(0), Fraction(1, 4), Fraction(1, 2), Fraction(3, 4), Fraction(2)]
    make_proxy(save_movie(tmp_path / "a.mkv", times), tmp_path / "proxy.mp4", SilentContext())
    with MovieReader(tmp_path / "proxy.mp4") as reader:
        steps = [time for time, _ in reader.frames()]
        assert steps == [index * steps[1] for index in range(len(steps))]
        assert [count_in(reader.frame_at(time + Fraction(1, 8))) for time in times[:4]] == [0, 1, 2, 3]
