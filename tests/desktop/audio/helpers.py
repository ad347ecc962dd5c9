"""Sound devices that are none."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal


class FakeLoudspeaker:
    """Takes sound as fast as it comes, whenever the player looks."""

    def __init__(self) -> None:
        self.heard = bytearray()
        self.opened = 0
        self.running = False
        self._fill: Callable[..., None] | None = None

    def open(self, rate: int, fill: Callable[..., None]) -> "FakeLoudspeaker":
        self.rate = rate
        self.opened += 1
        self._fill = fill
        return self

    def start(self) -> None:
        self.running = True

    def abort(self) -> None:
        self.running = False

    def close(self) -> None:
        self.running = False

    def ask(self, frames: int) -> bytes:
        """Let PortAudio ask for sound."""
        assert self._fill is not None
        out = bytearray(frames * 2)
        self._fill(memoryview(out), frames, None, None)
        self.heard += out
        return bytes(out)

    def seconds(self) -> float:
        return len(self.heard) / 2 / self.rate


class FakeMicrophone:
    """A microphone that hears what a test says."""

    def __init__(self) -> None:
        self.running = False
        self._heard: Callable[..., None] | None = None

    def open(self, heard: Callable[..., None]) -> "FakeMicrophone":
        self._heard = heard
        return self

    def start(self) -> None:
        self.running = True

    def stop(self) -> None:
        self.running = False

    def close(self) -> None:
        self.running = False

    def say(self, pcm: bytes) -> None:
        assert self._heard is not None
        self._heard(pcm, len(pcm) // 2, None, None)


def no_device(*_more: Any) -> Any:
    """As PortAudio without any device."""
    raise OSError("Error querying device -1")


class FakeFilePlayer(QObject):
    """A file player whose sound goes on only when a test says so. Times are milliseconds."""

    problem = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.path = ""
        self.playing = False
        self.place = 0
        self.length = 0
        self.sought: list[int] = []

    def load(self, path: str) -> bool:
        self.path, self.place, self.length = path, 0, 0
        return True

    def unload(self) -> None:
        self.path = ""

    def toggle(self) -> None:
        self.playing = not self.playing

    def pause(self) -> None:
        self.playing = False

    def seek(self, position: int) -> None:
        self.sought.append(position)
        self.place = position

    def position(self) -> int:
        return self.place

    def duration(self) -> int:
        return self.length
