"""The viewer's frames and sound are the film's."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.film.frames import LONGEST_MEASURED, SOUND_RATE, FrameServer
from engine.film.job import run
from engine.film.level import true_peak
from engine.film.mixer import mix
from engine.media.movie_reader import MovieReader
from engine.media.movie_writer import MovieWriter
from engine.media.sound import loudness
from engine.project.clips import MovieClip
from engine.project.proxies import proxy_path
from engine.protocol.context import SilentContext
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.jobs.film import FilmJob
from tests.film.studio import BLUE, RED, Studio, pictures, sound_clip, sounds, still

LOSSLESS = EncodeSettings(codec="apng")
MASTER = EncodeSettings(quality=1)


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    made = Studio(tmp_path)
    noise = np.random.default_rng(1).integers(0, 255, (24, 32, 4), np.uint8)
    noise[..., 3] = 255
    first, second = made.picture("first", noise), made.picture("second", BLUE)
    tone = np.random.default_rng(2).normal(0, 0.1, (SOUND_RATE * 2, 2)).astype(np.float32)
    track = pictures(still("a", first, 0, 1, scale=1.25, fade_in=Fraction(1, 2)), still("b", second, Fraction(1, 2), 1))
    made.lay(track, sounds(sound_clip("s", made.sound("tone", tone), Fraction(1, 4), 1, gain_db=-6.0)))
    return made


@pytest.fixture
def server(studio: Studio) -> FrameServer:
    made = FrameServer(studio.folder / "landmarks")
    made.show("film 1", studio.project, studio.path)
    return made


def test_frame_k_of_the_viewer_is_frame_k_of_the_file(studio: Studio, server: FrameServer) -> None:
    """Through a lossless movie, in any order."""
    output = studio.folder / "film.apng"
    job = FilmJob(project=Source(path=str(studio.path)), output=str(output), encode=EncodeSettings(codec="apng"))
    run(job, SilentContext())
    with MovieReader(output) as reader:
        frames = [rgba.copy() for _, rgba in reader.frames()]
    assert len(frames) == 36
    for index in (0, 35, 17, 5, 24, 12):
        np.testing.assert_array_equal(server.frame("film 1", index, 32, 24), frames[index])
    server.close()


def test_smaller_frames_show_the_same(server: FrameServer) -> None:
    assert server.frame("film 1", 30, 16, 12).shape == (12, 16, 4)
    assert tuple(server.frame("film 1", 30, 16, 12)[6, 8]) == BLUE
    server.close()


def test_sound_in_pieces_is_the_sound_of_the_whole(studio: Studio, server: FrameServer) -> None:
    whole = mix(studio.project, studio.path, Fraction(0), SOUND_RATE, step=lambda _done, _all: None)
    pieces = [server.sound("film 1", Fraction(start, 10), SOUND_RATE // 10) for start in range(10)]
    np.testing.assert_array_equal(np.concatenate(pieces), np.rint(whole * 32767).astype(np.int16))
    assert not server.sound("film 1", Fraction(100), 480).any()


def test_a_film_that_has_changed_gives_nothing_under_its_old_name(studio: Studio, server: FrameServer) -> None:
    server.show("film 2", studio.project, studio.path)
    with pytest.raises(PortraitsError, match="has changed"):
        server.frame("film 1", 0, 32, 24)
    assert tuple(server.frame("film 2", 35, 32, 24)[0, 0]) == BLUE
    server.close()


def test_a_missing_file_is_named(studio: Studio, server: FrameServer) -> None:
    studio.picture("third", RED)
    for file in (studio.folder / "film media").iterdir():
        if file.suffix == ".png":
            file.unlink()
    with pytest.raises(PortraitsError, match="first"):
        server.frame("film 1", 0, 32, 24)
    server.close()


def test_proxies_are_for_drafts_only(tmp_path: Path) -> None:
    """While it plays a long movie comes from its proxy; standing still, and in a file, from itself."""
    studio = Studio(tmp_path)
    movie = studio.movie("m", [np.full((24, 32, 4), (0, 90, 0, 255), np.uint8)] * 24)
    item = studio.project.media_by_id()[movie]
    studio.lay(pictures(MovieClip(id="c", start=Fraction(0), duration=Fraction(1), media=movie)))
    folder = tmp_path / "proxies"
    folder.mkdir()
    blue = np.full((24, 32, 4), BLUE, np.uint8)
    with MovieWriter(proxy_path(item.sha256, folder), width=32, height=24, fps=Fraction(24), encode=MASTER) as writer:
        for _ in range(24):
            writer.write(blue)
    server = FrameServer(tmp_path / "landmarks", folder)
    server.show("film", studio.project, studio.path)
    exact = server.frame("film", 3, 32, 24).copy()
    draft = server.frame("film", 3, 32, 24, draft=True).copy()
    assert tuple(exact[5, 5]) == (0, 90, 0, 255)
    assert draft[5, 5, 2] > 200
    assert np.array_equal(server.frame("film", 3, 32, 24), exact)
    server.close()
    output = tmp_path / "film.apng"
    run(FilmJob(project=Source(path=str(studio.path)), output=str(output), encode=LOSSLESS), SilentContext())
    with MovieReader(output) as reader:
        assert np.array_equal(reader.frame_at(Fraction(3, 24)), exact)


def test_a_damaged_proxy_is_no_hindrance(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    movie = studio.movie("m", [np.full((24, 32, 4), RED, np.uint8)] * 3)
    studio.lay(pictures(MovieClip(id="c", start=Fraction(0), duration=Fraction(1, 8), media=movie)))
    path = proxy_path(studio.project.media_by_id()[movie].sha256, tmp_path)
    path.write_bytes(b"not a movie")
    server = FrameServer(tmp_path / "landmarks", tmp_path)
    server.show("film", studio.project, studio.path)
    assert tuple(server.frame("film", 1, 32, 24, draft=True)[5, 5]) == RED
    server.close()


def test_the_loudness_of_a_part_is_measured(studio: Studio, server: FrameServer) -> None:
    lufs, peak = server.loudness("film 1", Fraction(1, 4), Fraction(5, 4))
    mixed = mix(studio.project, studio.path, Fraction(1, 4), SOUND_RATE, step=lambda _done, _all: None)
    assert lufs == pytest.approx(loudness(mixed, SOUND_RATE))
    assert peak == pytest.approx(20 * np.log10(true_peak(mixed)))
    assert server.loudness("film 1", Fraction(0), Fraction(1, 8)) == (float("-inf"), float("-inf"))
    with pytest.raises(PortraitsError, match="too long to measure"):
        server.loudness("film 1", Fraction(0), Fraction(LONGEST_MEASURED + 1))


def test_the_sound_stays_in_step_for_ten_minutes(tmp_path: Path) -> None:
    """Under one sample at the start and under a millisecond after ten minutes, at a rate that divides nothing."""
    fps = Fraction(2000, 1001)
    studio = Studio(tmp_path, fps=fps)
    places = [0, 777, SOUND_RATE * 300 + 5, SOUND_RATE * 600 - 3]
    clicks = np.zeros((SOUND_RATE * 600, 1), np.float32)
    clicks[places] = 0.8
    sound = studio.sound("clicks", clicks)
    studio.lay(
        pictures(still("a", studio.picture("a", RED), 0, 601)), sounds(sound_clip("s", sound, Fraction(1, 4), 600))
    )
    output = tmp_path / "film.mov"
    encode = EncodeSettings(codec="h264", speed="draft", sound="pcm")
    run(FilmJob(project=Source(path=str(studio.path)), output=str(output), encode=encode), SilentContext())
    with MovieReader(output) as reader:
        heard, rate = reader.read_sound()
        frames = reader.info.frames
    assert rate == SOUND_RATE
    # Where the picture's clock puts them: the film's frames, not its samples, are the measure.
    length = frames / fps
    assert abs(len(heard) / rate - length) < Fraction(1, 1000)
    found = np.flatnonzero(np.abs(heard[:, 0]) > 0.4)
    assert [int(place) - SOUND_RATE // 4 for place in found] == places
