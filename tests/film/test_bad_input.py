"""Movies and sounds as they come from phones, chats and broken disks, each on a timeline and rendered."""

import struct
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from engine.film.job import run
from engine.media.movie_reader import MovieReader
from engine.media.sound import read_sound
from engine.project.edit.move import move
from engine.project.edit.placing import place
from engine.project.edit.trim import trim
from engine.project.fields import new_id
from engine.project.store import save
from engine.project.timeline import Timeline, Track
from engine.project.validate import problems
from engine.protocol.context import SilentContext
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.jobs.film import FilmJob
from tests.film.studio import RED, Studio, pictures, still
from tests.helpers.media import RATE, count_in, evenly, save_movie

Rgba = NDArray[np.uint8]


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path, width=64, height=48)


def rendered(studio: Studio, file: Path) -> tuple[list[Rgba], list[str]]:
    """Place a file as a person does, render the film without loss, and return its frames and what was said."""
    item = studio.file("m", file)
    studio.project = place(studio.project, (item,), at=Fraction(0))
    assert list(problems(studio.project)) == []
    save(studio.project, studio.path)
    context = SilentContext()
    output = studio.folder / "film.apng"
    run(
        FilmJob(project=Source(path=str(studio.path)), output=str(output), encode=EncodeSettings(codec="apng")), context
    )
    with MovieReader(output) as reader:
        return [rgba.copy() for _, rgba in reader.frames()], context.notes


def numbers(frames: list[Rgba]) -> list[int]:
    return [count_in(rgba) for rgba in frames]


def test_a_variable_frame_rate(studio: Studio) -> None:
    times = [Fraction(0), Fraction(1, 4), Fraction(1, 2), Fraction(29, 48), Fraction(1)]
    frames, _ = rendered(studio, save_movie(studio.folder / "phone.mkv", times))
    shown = numbers(frames)
    # Half a millisecond is what the file's own clock cannot tell, so no frame of the film lies on a border.
    assert (
        shown[:26]
        == [max(k for k, time in enumerate(times) if time <= Fraction(n, 24)) for n in range(26)][: len(shown)]
    )


def test_an_odd_size_and_a_turned_phone(studio: Studio) -> None:
    odd, _ = rendered(studio, save_movie(studio.folder / "odd.mp4", evenly(5), size=(98, 34)))
    assert len(odd) == 5
    turned = Studio(studio.folder / "t", width=48, height=64)
    turned.folder.mkdir()
    frames, _ = rendered(turned, save_movie(turned.folder / "turned.mp4", evenly(4), rotation=90))
    assert frames[0].shape[:2] == (64, 48)
    assert len(frames) == 4
    # The blocks of the picture now stand above each other at one side.
    assert float(frames[3][:, :, 0].std(axis=0).max()) > 60


def test_without_sound(studio: Studio) -> None:
    frames, notes = rendered(studio, save_movie(studio.folder / "silent.mp4", evenly(6)))
    assert numbers(frames) == list(range(6))
    # The clip may be heard, so the film has a sound, which is silent; an animated PNG holds none.
    assert notes == ["Animated PNG holds no sound; it was left out."]


def test_surround_sound(studio: Studio) -> None:
    tone = np.sin(np.arange(RATE) * 0.05).astype(np.float32) * 0.3
    sound = np.zeros((RATE, 6), np.float32)
    sound[:, 2] = tone  # the middle, where words are
    file = save_movie(studio.folder / "surround.mp4", evenly(24), sound=sound, layout="5.1")
    rendered(studio, file)
    heard = sound_of(studio)
    assert heard.shape == (RATE, 2)
    assert float(np.abs(heard[5000:40_000]).max()) > 0.1
    np.testing.assert_allclose(heard[5000:40_000, 0], heard[5000:40_000, 1], atol=0.02)


@pytest.mark.parametrize(("rate", "channels"), [(8_000, 1), (96_000, 2), (22_050, 2)])
def test_sounds_of_every_rate(studio: Studio, rate: int, channels: int) -> None:
    samples = np.zeros((2 * rate, channels), np.float32)
    samples[rate] = 0.9  # one second into the sound
    soundfile.write(studio.folder / "s.wav", samples, rate)
    item = studio.file("s", studio.folder / "s.wav")
    studio.project = place(studio.project, (item,), at=Fraction(1, 2))
    save(studio.project, studio.path)
    heard = sound_of(studio)
    assert heard.shape[1] == 2
    assert abs(int(np.abs(heard[:, 0]).argmax()) - RATE * 3 // 2) <= 1


def sound_of(studio: Studio) -> NDArray[np.float32]:
    output = studio.folder / "film.wav"
    run(FilmJob(project=Source(path=str(studio.path)), output=str(output), overwrite=True), SilentContext())
    return read_sound(output)[0]


def test_a_corrupt_tail(studio: Studio) -> None:
    file = save_movie(studio.folder / "cut.mkv", evenly(60), options={"g": "10"}, busy=True)
    data = file.read_bytes()
    file.write_bytes(data[: len(data) * 6 // 10])
    frames, notes = rendered(studio, file)
    whole = numbers(frames)
    last = max(whole)
    assert 10 < last < 59
    # The film is as long as the header promised; the last whole frame stays, and that is said.
    assert len(frames) == 60
    assert whole == [min(k, last) for k in range(60)]
    assert any("cut" in note or "ends" in note for note in notes)


def test_a_wrong_extension(studio: Studio) -> None:
    file = save_movie(studio.folder / "a.mp4", evenly(4)).rename(studio.folder / "a.jpg")
    frames, _ = rendered(studio, file)
    assert numbers(frames) == [0, 1, 2, 3]


@pytest.mark.parametrize("promised", [0.2, 100.0])
def test_a_movie_that_is_not_as_long_as_it_says(studio: Studio, promised: float) -> None:
    file = save_movie(studio.folder / "a.mkv", evenly(30))
    data = file.read_bytes()
    place_ = data.index(b"\x44\x89\x88") + 3  # Matroska's Duration, a float of eight bytes
    seconds = data.rindex(b"DURATION")
    value = data.index(b"00:00:", seconds)
    text = f"00:{int(promised) // 60:02d}:{promised % 60:012.9f}".encode()
    data = data[:place_] + struct.pack(">d", promised * 1000) + data[place_ + 8 :]
    file.write_bytes(data[:value] + text + data[value + len(text) :])
    frames, _ = rendered(studio, file)
    shown = numbers(frames)
    assert shown == [min(k, 29) for k in range(len(shown))]
    assert len(shown) == pytest.approx(promised * 24, abs=1)


def test_what_is_no_movie_is_refused_before_it_is_placed(studio: Studio) -> None:
    (studio.folder / "a.mp4").write_bytes(b"not a movie" * 100)
    with pytest.raises(PortraitsError, match=r'"a.mp4" cannot be read'):
        studio.file("m", studio.folder / "a.mp4")


def test_clips_without_a_length_are_refused(studio: Studio) -> None:
    media = studio.picture("a", RED)
    make: Callable[[], object] = lambda: still("a", media, 0, 0)  # noqa: E731
    with pytest.raises(ValueError, match="duration"):
        make()
    studio.lay(pictures(still("a", media, 0, 1)))
    shorter = trim(studio.project, "a", "end", Fraction(-3))
    (clip,) = shorter.timeline.tracks[0].clips
    assert clip.duration == Fraction(1, 24)


def test_a_clip_moved_before_zero_stops_there(studio: Studio) -> None:
    media = studio.picture("a", RED)
    row = Track(id=new_id(), kind="picture", clips=(still("a", media, 1, 1), still("b", media, 3, 1)))
    project = studio.lay(row)
    moved = move(project, ("a", "b"), by=Fraction(-9))
    assert [clip.start for clip in moved.timeline.tracks[0].clips] == [0, 2]
    with pytest.raises(ValueError, match="start"):
        still("c", media, -1, 1)
    assert isinstance(moved.timeline, Timeline)
    assert list(problems(moved)) == []
