"""The microphone and the loudspeaker, and computers without them."""

import struct
import wave
from pathlib import Path
from typing import Any

import pytest

from desktop.audio.live import LivePlayer
from desktop.audio.mini_wave import LivePeaks
from desktop.audio.recorder import RATE, Recorder
from tests.desktop.audio.helpers import FakeLoudspeaker, FakeMicrophone, no_device


def pcm(count: int, value: int = 1000) -> bytes:
    return struct.pack(f"<{count}h", *([value] * count))


# Recording


def test_what_the_microphone_hears_is_written(qtbot: Any, tmp_path: Path) -> None:
    microphone = FakeMicrophone()
    recorder = Recorder(open_stream=microphone.open)
    ended: list[object] = []
    recorder.stopped.connect(ended.append)
    assert recorder.start(tmp_path / "new folder" / "voice.wav")
    assert not recorder.start(tmp_path / "other.wav"), "one recording at a time"
    microphone.say(pcm(4800, 1000))
    with qtbot.waitSignal(recorder.level):
        pass
    microphone.say(pcm(480, -2000) + b"\x01")
    recorder.stop()
    assert ended == [tmp_path / "new folder" / "voice.wav"]
    with wave.open(str(ended[0]), "rb") as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
        assert file.readframes(10_000) == pcm(4800, 1000) + pcm(480, -2000)
    assert recorder.peaks.seconds == pytest.approx(0.11)
    assert not microphone.running
    recorder.stop()
    assert len(ended) == 1


def test_a_computer_without_a_microphone_says_so(qtbot: Any, tmp_path: Path) -> None:
    recorder = Recorder(open_stream=no_device)
    said: list[object] = []
    recorder.problem.connect(said.append)
    assert not recorder.start(tmp_path / "voice.wav")
    assert said == ["No microphone was found. Connect one, or allow Portraits to use it, and try again."]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(qtbot: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    recorder = Recorder(open_stream=FakeMicrophone().open)
    said: list[str] = []
    recorder.problem.connect(said.append)
    assert not recorder.start(tmp_path / "file" / "voice.wav")
    assert said[0].startswith("The recording could not be started")
    assert not recorder.recording


def test_a_full_disk_ends_the_recording_with_what_was_written(qtbot: Any, tmp_path: Path) -> None:
    microphone = FakeMicrophone()
    recorder = Recorder(open_stream=microphone.open)
    said: list[str] = []
    ended: list[object] = []
    recorder.problem.connect(said.append)
    recorder.stopped.connect(ended.append)
    recorder.start(tmp_path / "voice.wav")
    microphone.say(pcm(4800))
    recorder._write()

    def full(_data: bytes) -> None:
        raise OSError(28, "No space left on device")

    assert recorder._file is not None
    recorder._file.writeframesraw = full  # type: ignore[method-assign]
    microphone.say(pcm(4800))
    recorder._write()
    assert not recorder.recording
    assert said == ["The recording cannot be written: No space left on device."]
    assert ended == [tmp_path / "voice.wav"]
    with wave.open(str(tmp_path / "voice.wav"), "rb") as file:
        assert file.getnframes() == 4800


def test_a_microphone_that_is_unplugged_does_no_harm(qtbot: Any, tmp_path: Path) -> None:
    class Unplugged(FakeMicrophone):
        def stop(self) -> None:
            raise RuntimeError("device unavailable")

    microphone = Unplugged()
    recorder = Recorder(open_stream=microphone.open)
    recorder.start(tmp_path / "voice.wav")
    microphone.say(pcm(480))
    with qtbot.waitSignal(recorder.stopped):
        recorder.stop()
    assert (tmp_path / "voice.wav").exists()


# Hearing while it is made


def test_sound_begins_when_a_quarter_of_a_second_is_there(qtbot: Any) -> None:
    loudspeaker = FakeLoudspeaker()
    live = LivePlayer(open_stream=loudspeaker.open)
    live.add(pcm(2400), 24_000)
    assert loudspeaker.ask(1200) == bytes(2400)
    live.add(pcm(3600), 24_000)
    assert loudspeaker.ask(6000) == pcm(6000)
    live.stop()


def test_after_running_out_it_waits_for_more(qtbot: Any) -> None:
    loudspeaker = FakeLoudspeaker()
    live = LivePlayer(open_stream=loudspeaker.open)
    live.add(pcm(6000), 24_000)
    assert loudspeaker.ask(8000) == pcm(6000) + bytes(4000)
    live.add(pcm(6000, 2), 24_000)
    assert loudspeaker.ask(1000) == bytes(2000), "half a second is wanted before it goes on"
    live.add(pcm(6000, 2), 24_000)
    assert loudspeaker.ask(1000) == pcm(1000, 2)
    live.stop()


def test_the_end_is_played_to_its_end_and_the_stream_closed(qtbot: Any) -> None:
    loudspeaker = FakeLoudspeaker()
    live = LivePlayer(open_stream=loudspeaker.open)
    live.add(pcm(1200), 24_000)
    live.end()
    assert loudspeaker.ask(2400) == pcm(1200) + bytes(2400)
    with qtbot.waitSignal(live.playing_changed):
        pass
    assert not live.playing
    assert not loudspeaker.running
    live.add(pcm(12_000), 24_000)
    assert loudspeaker.opened == 2
    live.add(pcm(12_000), 48_000)
    assert (loudspeaker.opened, loudspeaker.rate) == (3, 48_000)
    live.stop()


def test_a_computer_without_sound_says_so_once(qtbot: Any) -> None:
    live = LivePlayer(open_stream=no_device)
    said: list[object] = []
    live.problem.connect(said.append)
    for _ in range(5):
        live.add(pcm(24_000), 24_000)
    assert said == ["No sound output was found, so voices are made silently."]
    assert not live.playing


def test_what_waits_is_bounded(qtbot: Any) -> None:
    live = LivePlayer(open_stream=FakeLoudspeaker().open)
    for _ in range(20):
        live.add(bytes(2 * 8000 * 60), 8000)
    assert len(live._waiting) == 15 * 60 * 8000 * 2
    live.stop()


def test_the_wave_of_what_comes_in() -> None:
    peaks = LivePeaks()
    for value in (0, 16384, -32768):
        peaks.add(pcm(2400, value), 24_000)
    peaks.add(pcm(10), 24_000)
    found = peaks.peaks()
    assert peaks.seconds == pytest.approx(0.3, abs=0.01)
    assert found.between(0.0, found.duration, 3) == pytest.approx([0.0, 0.5, 1.0], abs=0.01)
