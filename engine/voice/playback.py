"""Plays sound while it is being made. A computer without loudspeakers is no obstacle: then there is a note."""

import queue
import threading
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

_FIRST_HOLD = 0.25
_LONGEST_HOLD = 8.0
_BLOCK_SECONDS = 0.05


class Player:
    """Plays mono sound as it comes in.

    It begins when a quarter of a second is there. When the sound comes slower than it is heard and runs out, it waits
    for twice as much the next time, so that slow making gives few long pauses rather than many short ones.

    Args:
        rate: samples per second.
        note: told once, in a sentence, when nothing can be played.
    """

    def __init__(self, rate: int, note: Callable[[str], None]) -> None:
        self._rate = rate
        self._queue: queue.Queue[NDArray[np.float32] | None] = queue.Queue()
        self._stop = threading.Event()
        self._stream = _open_stream(rate, note)
        self._thread: threading.Thread | None = None
        if self._stream is not None:
            self._thread = threading.Thread(target=self._run, name="playback", daemon=True)
            self._thread.start()

    def play(self, samples: NDArray[np.float32]) -> None:
        """Add sound, shape (n,) in -1..1; returns at once."""
        if self._thread is not None:
            self._queue.put(np.clip(samples, -1, 1).astype(np.float32))

    def end(self) -> None:
        """Say that no more comes."""
        self._queue.put(None)

    def playing(self, seconds: float) -> bool:
        """Wait at most so long for the end; return True when there is still something to be heard."""
        if self._thread is not None:
            self._thread.join(seconds)
        return self._thread is not None and self._thread.is_alive()

    def cancel(self) -> None:
        """Be silent at once."""
        self._stop.set()
        self._queue.put(None)
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        stream: Any = self._stream
        try:
            self._feed(stream)
            if self._stop.is_set():
                stream.abort()
            else:
                stream.stop()
        except Exception:  # a device can be unplugged at any time
            self._stop.set()
        finally:
            stream.close()

    def _feed(self, stream: Any) -> None:
        held: list[NDArray[np.float32]] = []
        enough = _FIRST_HOLD
        holding = True
        while not self._stop.is_set():
            sound = self._queue.get()
            if sound is not None:
                held.append(sound)
                if holding and sum(part.size for part in held) < enough * self._rate:
                    continue
            if holding and held and stream.stopped:
                stream.start()
            ran_out = self._write(stream, held) and not holding
            if sound is None:
                return
            held.clear()
            holding = ran_out
            enough = min(enough * 2, _LONGEST_HOLD) if ran_out else enough

    def _write(self, stream: Any, parts: list[NDArray[np.float32]]) -> bool:
        """Play parts; return True when the loudspeaker had nothing to play before the first of them."""
        ran_out: list[bool] = []
        block = round(_BLOCK_SECONDS * self._rate)
        for part in parts:
            for start in range(0, part.size, block):
                if self._stop.is_set():
                    return False
                ran_out.append(bool(stream.write(np.ascontiguousarray(part[start : start + block, np.newaxis]))))
        return any(ran_out[:1])


def _open_stream(rate: int, note: Callable[[str], None]) -> Any:
    try:
        import sounddevice
    except (ImportError, OSError):
        note("The sound is not played: the library PortAudio is not installed. It is written all the same.")
        return None
    try:
        return sounddevice.OutputStream(samplerate=rate, channels=1, dtype="float32")
    except Exception as error:  # PortAudioError, or whatever a driver throws
        reason = str(error)[:100]
        note(f"The sound is not played: there is no working sound output ({reason}). It is written all the same.")
        return None
