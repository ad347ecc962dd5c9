"""Playing the film with a clock of the test's own: what is shown when, what is dropped, what loops."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from desktop.link import FakeLink
from desktop.timeline.selection import Playhead
from desktop.viewer.film_frames import SOUND_RATE, FilmFrames
from desktop.viewer.film_player import FilmPlayer
from desktop.viewer.sound_output import SoundOutput
from engine.project.timeline import Range
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.queries import AnyReply, FilmFrame, FilmShown, FilmSound, PictureReply, ShowFilm, SoundReply
from tests.project.edit.films import film, movie, voice


class Hands:
    """Stands for the computer's clock and its sound: both show the time the test sets."""

    def __init__(self) -> None:
        self.now = 0.0
        self.running = False
        self.fed = b""

    def start(self) -> bool:
        self.now, self.running, self.fed = 0.0, True, b""
        return True

    def stop(self) -> None:
        self.running = False

    def seconds(self) -> float:
        return self.now

    def feed(self, data: bytes) -> None:
        self.fed += data

    def pump(self) -> None:
        pass


class Projector:
    """A player with an engine that answers as soon as the event loop runs."""

    def __init__(self, *, sound: bool) -> None:
        self.link = FakeLink()
        self.link.auto_reply = {ShowFilm: self._shown, FilmSound: self._sound}
        self.link.auto_reply[FilmFrame] = self._frame
        self._has_sound = sound
        self.clock, self.output = Hands(), Hands()
        self.playhead = Playhead()
        self.frames = FilmFrames(self.link)
        self.player = FilmPlayer(self.frames, self.playhead, self.output)  # type: ignore[arg-type]
        self.player._plain = self.clock  # type: ignore[assignment]
        self.shown: list[int] = []
        self.player.shown.connect(self._on_shown)
        self.link.become_ready()
        self.frames.set_size(16, 16)
        sounds = (voice("V", 0, 48),) if sound else ()
        self.project = film(movie("M", 0, 48), sounds=sounds)
        self.take(self.project)

    def take(self, project: object) -> None:
        self.project = project  # type: ignore[assignment]
        self.player.set_film(self.project)
        self.frames.show(self.project, Path("film.portraits"))
        self.frames._hand_over.stop()
        self.frames._show()
        self.settle()

    def settle(self) -> None:
        """Let every question be answered."""
        for _ in range(12):
            QCoreApplication.processEvents()

    def at(self, frame: float) -> None:
        """Let the clock stand at a frame's time and the player look at it."""
        for clock in (self.clock, self.output):
            clock.now = frame / 24
        self.settle()
        self.player.tick()
        self.settle()

    def _on_shown(self, frame: int, _image: QImage) -> None:
        self.shown.append(frame)

    def _shown(self, query: ShowFilm) -> tuple[AnyReply, tuple[bytes, ...]]:
        return FilmShown(film=query.film, has_sound=self._has_sound), ()

    def _frame(self, query: FilmFrame) -> tuple[AnyReply, tuple[bytes, ...]]:
        level = bytes((query.frame % 256, 0, 0, 255))
        return PictureReply(width=query.width, height=query.height), (level * (query.width * query.height),)

    def _sound(self, query: FilmSound) -> tuple[AnyReply, tuple[bytes, ...]]:
        return SoundReply(samples=query.samples), (bytes(query.samples * 4),)


@pytest.fixture
def silent(qapp: QCoreApplication) -> Iterator[Projector]:
    made = Projector(sound=False)
    yield made
    made.player.stop()


@pytest.fixture
def heard(qapp: QCoreApplication) -> Iterator[Projector]:
    made = Projector(sound=True)
    yield made
    made.player.stop()


def test_the_frame_under_the_playhead_is_shown(silent: Projector) -> None:
    silent.playhead.go_to(Fraction(17, 24))
    silent.settle()
    assert silent.shown[-1] == 17
    silent.player.step(1)
    silent.settle()
    silent.player.step(-3)
    silent.settle()
    assert silent.shown[-2:] == [18, 15]
    silent.player.seek(10_000)
    silent.settle()
    assert silent.shown[-1] == 47


def test_playing_shows_every_frame_in_its_time_and_ends_on_the_last(silent: Projector) -> None:
    silent.player.play(1)
    for frame in range(1, 60):
        silent.at(frame + 0.01)
    assert list(dict.fromkeys(silent.shown)) == list(range(48))
    assert silent.player.dropped == 0
    assert not silent.player.playing
    assert silent.playhead.time == Fraction(47, 24)


def test_frames_that_come_too_late_are_counted(silent: Projector) -> None:
    counts: list[int] = []
    silent.player.dropped_changed.connect(counts.append)
    silent.player.play(1)
    silent.at(1)
    silent.at(5)
    assert silent.shown[-2:] == [1, 5]
    assert counts == [0, 3]


def test_a_frame_that_is_not_there_yet_lets_the_old_one_stand(silent: Projector) -> None:
    del silent.link.auto_reply[FilmFrame]
    silent.frames.set_size(32, 32)
    silent.settle()
    silent.player.play(1)
    before = list(silent.shown)
    silent.at(2)
    assert silent.shown == before
    query_id, query = next((i, q) for i, q in silent.link.asked if isinstance(q, FilmFrame) and q.width == 32)
    silent.link.reply(query_id, *_flat(silent._frame(query)))  # type: ignore[arg-type]
    assert silent.frames.image(query.frame) is not None


def test_sound_is_the_clock(heard: Projector) -> None:
    heard.player.play(1)
    heard.settle()
    assert heard.output.running
    assert not heard.clock.running
    assert len(heard.output.fed) == 2 * SOUND_RATE * 4
    heard.clock.now = 1.5
    heard.player.tick()
    assert heard.player.frame == 0, "the sound stands still, so the picture does"
    heard.output.now = 0.5
    heard.settle()
    heard.player.tick()
    assert heard.player.frame == 12


def test_without_a_sound_output_it_plays_silently_and_says_so_once(heard: Projector) -> None:
    said: list[str] = []
    heard.player.noted.connect(said.append)
    heard.output.start = lambda: False  # type: ignore[method-assign]
    for _ in range(2):
        heard.player.play(1)
        heard.at(3)
        heard.player.stop()
    assert said == ["No sound output was found, so films play silently."]
    assert heard.player.frame == 6


def test_j_k_l(silent: Projector) -> None:
    speeds: list[int] = []
    silent.player.state_changed.connect(speeds.append)
    silent.player.seek(20)
    silent.settle()
    for direction in (1, 1, 1, -1, -1):
        silent.player.faster(direction)
    assert speeds == [1, 2, 4, -1, -2]
    silent.at(4)
    assert silent.player.frame == 12
    silent.player.stop()
    assert silent.player.frame == 12


def test_a_range_loops(silent: Projector) -> None:
    timeline = replace(silent.project.timeline, in_out=Range(start=Fraction(10, 24), end=Fraction(14, 24)))
    silent.take(replace(silent.project, timeline=timeline))
    silent.player.loop = True
    silent.player.seek(10)
    silent.settle()
    silent.player.play(1)
    silent.settle()
    silent.shown.clear()
    for _ in range(2):
        for frame in range(1, 5):
            silent.at(frame)
    assert silent.shown == [11, 12, 13, 10, 11, 12, 13, 10]


def test_pointing_elsewhere_while_it_plays_goes_on_from_there(silent: Projector) -> None:
    silent.player.play(1)
    silent.at(3)
    silent.playhead.go_to(Fraction(30, 24))
    silent.at(2)
    assert silent.player.frame == 32
    assert silent.player.playing


def test_an_edit_forgets_the_old_frames(silent: Projector) -> None:
    silent.player.seek(5)
    old = silent.frames.name
    silent.take(film(movie("M", 0, 24)))
    assert silent.frames.name != old
    assert silent.player.last == 23
    silent.settle()
    asked = [query for _, query in silent.link.asked if isinstance(query, FilmFrame)]
    assert asked[-1].film == silent.frames.name


def test_what_cannot_be_shown_is_said(silent: Projector) -> None:
    said: list[str] = []
    silent.frames.problem.connect(said.append)
    del silent.link.auto_reply[FilmFrame]
    silent.frames.set_size(64, 64)
    silent.player.seek(9)
    query_id = next(i for i, q in silent.link.asked if isinstance(q, FilmFrame) and q.width == 64)
    silent.link.refuse(query_id, Failure(code=ErrorCode.MISSING_INPUT, what='"anna.png" is missing.'))
    assert said[-1] == '"anna.png" is missing.'


def test_the_sound_output_without_a_device(qapp: QCoreApplication) -> None:
    output = SoundOutput()
    output.feed(bytes(4 * SOUND_RATE))
    assert output.waiting() == 1.0
    output.stop()
    assert (output.waiting(), output.seconds()) == (0.0, 0.0)


def _flat(answer: tuple[AnyReply, tuple[bytes, ...]]) -> tuple[object, ...]:
    return (answer[0], *answer[1])
