"""The viewer's frames and sound are the film's."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.film.frames import SOUND_RATE, FrameServer
from engine.film.job import run
from engine.film.mixer import mix
from engine.media.movie_reader import MovieReader
from engine.protocol.context import SilentContext
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.jobs.film import FilmJob
from tests.film.studio import BLUE, RED, Studio, pictures, sound_clip, sounds, still


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
