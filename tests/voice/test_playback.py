"""Playing while the sound is made; without loudspeakers there is a note and nothing else."""

import sys
import threading
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.media.sound import read_sound
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled
from engine.protocol.jobs.voice import VoiceJob
from engine.voice.job import run
from engine.voice.playback import Player
from tests.helpers.waiting import wait_until

RATE = 24_000


class Stream:
    """Stands in for a sounddevice stream; ``ran_out`` says for each write whether it came too late."""

    instances: ClassVar[list["Stream"]] = []
    ran_out: ClassVar[list[bool]] = []
    breaks_after: ClassVar[int] = 10**9

    def __init__(self, **settings: Any) -> None:
        self.settings = settings
        self.played: list[NDArray[np.float32]] = []
        self.calls: list[str] = []
        self.stopped = True
        self.first = threading.Event()
        Stream.instances.append(self)

    def start(self) -> None:
        self.calls.append("start")
        self.stopped = False

    def stop(self) -> None:
        self.calls.append("stop")

    def abort(self) -> None:
        self.calls.append("abort")

    def close(self) -> None:
        self.calls.append("close")

    def write(self, block: NDArray[np.float32]) -> bool:
        assert block.shape[1] == 1
        if len(self.played) >= self.breaks_after:
            raise RuntimeError("unplugged")
        self.played.append(block[:, 0].copy())
        self.first.set()
        return Stream.ran_out.pop(0) if Stream.ran_out else False


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch) -> type[Stream]:
    module = ModuleType("sounddevice")
    module.OutputStream = Stream  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sounddevice", module)
    monkeypatch.setattr(Stream, "instances", [])
    monkeypatch.setattr(Stream, "ran_out", [])
    return Stream


def ramp(seconds: float) -> NDArray[np.float32]:
    return np.linspace(-1, 1, round(seconds * RATE), dtype=np.float32)


def listen(player: Player) -> None:
    player.end()
    wait_until(lambda: not player.playing(0.1), "the player to end")


def test_everything_is_played_in_order(device: type[Stream]) -> None:
    player = Player(RATE, pytest.fail)
    parts = [ramp(0.1), ramp(0.3), ramp(0.01)]
    for part in parts:
        player.play(part)
    listen(player)
    (stream,) = device.instances
    assert stream.settings["samplerate"] == RATE
    assert np.array_equal(np.concatenate(stream.played), np.concatenate(parts))
    assert stream.calls == ["start", "stop", "close"]


def test_it_begins_while_sound_is_still_made(device: type[Stream]) -> None:
    player = Player(RATE, pytest.fail)
    player.play(ramp(0.3))
    assert device.instances[0].first.wait(10)
    player.play(ramp(0.3))
    listen(player)
    assert sum(map(len, device.instances[0].played)) == 2 * round(0.3 * RATE)


def test_a_short_sound_is_played_at_its_end(device: type[Stream]) -> None:
    player = Player(RATE, pytest.fail)
    player.play(ramp(0.05))
    listen(player)
    assert sum(map(len, device.instances[0].played)) == round(0.05 * RATE)


def test_after_running_out_it_waits_for_more(device: type[Stream]) -> None:
    blocks = round(0.3 / 0.05)
    device.ran_out = [False] * blocks + [True]
    player = Player(RATE, pytest.fail)
    player.play(ramp(0.3))
    stream = device.instances[0]
    assert stream.first.wait(10)
    wait_until(lambda: len(stream.played) == blocks, "the first sound to be played")
    player.play(ramp(0.05))
    wait_until(lambda: len(stream.played) == blocks + 1, "the late block to be played")
    player.play(ramp(0.2))
    player.play(ramp(0.2))
    assert len(stream.played) == blocks + 1
    player.play(ramp(0.2))
    listen(player)
    assert sum(map(len, stream.played)) == round(0.95 * RATE)


def test_cancelling_is_silent_at_once(device: type[Stream]) -> None:
    player = Player(RATE, pytest.fail)
    player.play(ramp(1000.0))
    assert device.instances[0].first.wait(10)
    player.cancel()
    assert not player.playing(0)
    assert device.instances[0].calls[-2:] == ["abort", "close"]


def test_a_device_that_is_unplugged_does_no_harm(device: type[Stream], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Stream, "breaks_after", 2)
    player = Player(RATE, pytest.fail)
    player.play(ramp(1.0))
    player.play(ramp(1.0))
    listen(player)
    assert device.instances[0].calls[-1] == "close"


def test_without_the_library_there_is_one_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    notes: list[str] = []
    player = Player(RATE, notes.append)
    player.play(ramp(1.0))
    listen(player)
    player.cancel()
    assert len(notes) == 1
    assert "PortAudio" in notes[0]


def test_without_a_device_there_is_one_note(device: type[Stream], monkeypatch: pytest.MonkeyPatch) -> None:
    def none(self: Stream, **_: object) -> None:
        raise ValueError("Error querying device -1")

    monkeypatch.setattr(Stream, "__init__", none)
    notes: list[str] = []
    listen(Player(RATE, notes.append))
    assert len(notes) == 1
    assert "no working sound output" in notes[0]


def job(folder: Path, **fields: object) -> VoiceJob:
    values = {"text": "Hello there. It plays.", "output": str(folder / "voice.wav"), "play": True}
    return VoiceJob(**values | fields)  # type: ignore[arg-type]


def test_a_job_plays_what_it_writes(device: type[Stream], tmp_path: Path) -> None:
    (artifact,) = run(job(tmp_path), SilentContext())
    played = np.concatenate(device.instances[0].played)
    assert len(played) / RATE == pytest.approx(artifact.media.duration, abs=0.01)
    assert Path(artifact.path).exists()


def test_stopping_while_listening_keeps_the_file(
    device: type[Stream], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Impatient(SilentContext):
        def check_cancelled(self) -> None:
            if (tmp_path / "voice.wav").exists():
                raise Cancelled

    monkeypatch.setattr(Player, "playing", lambda self, seconds: True)
    (artifact,) = run(job(tmp_path), Impatient())
    assert Path(artifact.path).exists()
    assert device.instances[0].calls[-1] == "close"


class Listening(SilentContext):
    """A window at the other end, which plays what comes."""

    def __init__(self) -> None:
        super().__init__()
        self.pcm = bytearray()

    @property
    def listens(self) -> bool:
        return True

    def sound(self, pcm: bytes, rate: int) -> None:
        assert rate == RATE
        self.pcm += pcm


def test_where_the_window_listens_it_gets_the_sound_and_nothing_is_played_here(
    device: type[Stream], tmp_path: Path
) -> None:
    context = Listening()
    (artifact,) = run(job(tmp_path), context)
    assert not device.instances
    written, _ = read_sound(Path(artifact.path), rate=None)
    heard = np.frombuffer(bytes(context.pcm), "<i2") / 32767
    assert len(heard) == len(written)
    assert float(np.abs(heard - written[:, 0]).max()) < 2 / 32768
    context = Listening()
    run(job(tmp_path, play=False, overwrite=True), context)
    assert not context.pcm


def test_a_cancelled_job_keeps_its_sentences_when_the_window_asks(tmp_path: Path) -> None:
    class Stopping(Listening):
        """Cancelled as soon as the first sentence was heard."""

        keep = True

        @property
        def keep_done(self) -> bool:
            return self.keep

        def check_cancelled(self) -> None:
            if self.pcm:
                raise Cancelled

    context = Stopping()
    (artifact,) = run(job(tmp_path), context)
    assert any("1 of 2 sentences" in note for note in context.notes)
    assert artifact.media.duration == pytest.approx(len(context.pcm) / 2 / RATE, abs=0.01)
    refused = Stopping()
    refused.keep = False
    with pytest.raises(Cancelled):
        run(job(tmp_path, output=str(tmp_path / "none.wav")), refused)
    assert not (tmp_path / "none.wav").exists()
