"""Frames and sound to a movie file that is whole or not there."""

import contextlib
import datetime
import queue
import threading
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from engine.media.colour import is_opaque, on_black
from engine.media.files import atomic_output
from engine.media.movie_sinks import ContainerSink, Sink
from engine.media.picture_sequence import SequenceSink
from engine.media.recipes import wanted_texts
from engine.media.subtitle_track import Words
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.encode import CODECS, EncodeSettings, check_container, sound_codec_for

SIDE_LIMIT = 8192
"""Longest side of a movie, in pixels; what the common decoders take."""

_WAITING_BYTES = 64 * 2**20
_MOST_WAITING = 24
"""Frames that may wait for the encoder. A long row lets both sides work through the other's slow moments."""

Sound = tuple[NDArray[np.float32], int]


class MovieWriter:
    """Writes a movie; use it as a context manager and call :meth:`write` once per frame.

    The file appears under its name when the block ends well and not at all otherwise. Frames are converted in the
    calling thread (their memory may be used again after ``write``) and encoded in one of the writer's own, so that
    making and encoding frames go side by side.

    Args:
        path: the target; for the codec "png" a folder or a name with a number pattern such as ``frame-%06d.png``.
        width: of every frame, 1..8192. Odd sizes are padded by one pixel where the codec wants even ones.
        height: as width.
        fps: frames per second, above 0 and at most 240.
        encode: codec, quality and sound codec.
        sound: float32 (n, 1 or 2) samples and their rate, or None. Cut or filled with silence to the length of the
            picture.
        words: subtitles as a track of the file, or None.
        metadata: "title", "comment", "creation_time" (ISO 8601; now when missing), "portraits.recipe" (JSON) and
            others.
        overwrite: replace an existing file.

    Attributes:
        notes: sentences about what was changed on the way, for the person.
        frames: how many frames were written.

    Raises:
        PortraitsError: USAGE when name and codec do not fit, OUTPUT_EXISTS, CANNOT_WRITE, DISK_FULL, NOT_AVAILABLE;
            BAD_INPUT when the block ends without a frame.
    """

    def __init__(
        self,
        path: Path,
        *,
        width: int,
        height: int,
        fps: Fraction,
        encode: EncodeSettings,
        sound: Sound | None = None,
        words: Words | None = None,
        metadata: Mapping[str, str] | None = None,
        overwrite: bool = False,
    ) -> None:
        if not (1 <= width <= SIDE_LIMIT and 1 <= height <= SIDE_LIMIT):
            raise PortraitsError(
                ErrorCode.USAGE, f"A movie cannot be {width} x {height} pixels.", f"Use 1 to {SIDE_LIMIT} a side."
            )
        if not 0 < fps <= 240:
            raise PortraitsError(ErrorCode.USAGE, f"A movie cannot have {fps} frames per second.", "Use 1 to 240.")
        check_container(path, encode)
        self.path = path
        self.width, self.height, self.fps = width, height, Fraction(fps)
        self.encode = encode
        self.notes: list[str] = []
        self.frames = 0
        self._sound, self._words = sound, words
        self._metadata = {"creation_time": _now()} | wanted_texts(metadata)
        self._overwrite = overwrite
        self._keeps_alpha = encode.alpha and CODECS[encode.codec].alpha
        self._stack = contextlib.ExitStack()
        self._last: object | None = None
        self._sink: Sink
        self._thread: _EncodingThread

    @property
    def duration(self) -> Fraction:
        """Length of what was written so far, in seconds."""
        return self.frames / self.fps

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as stack:
            self._sink = self._open_sink(stack)
            room = _WAITING_BYTES // (self.width * self.height * 4)
            self._thread = _EncodingThread(self._sink, min(max(room, 2), _MOST_WAITING))
            stack.push(self._end)
            self._stack = stack.pop_all()
        return self

    def write(self, rgba: NDArray[np.uint8]) -> None:
        """Append one frame of shape (height, width, 4).

        Transparent frames of a movie without transparency are laid on black, with a note.
        """
        if rgba.shape != (self.height, self.width, 4) or rgba.dtype != np.uint8:
            raise ValueError(f"expected uint8 ({self.height}, {self.width}, 4), got {rgba.dtype} {rgba.shape}")
        if not self._keeps_alpha and not is_opaque(rgba):
            rgba = on_black(rgba)
            self._note_once(
                "Transparent parts of the frames were laid on black, because this movie keeps no transparency."
            )
        self._last = self._sink.prepare(rgba)
        self._thread.put(self._last)
        self.frames += 1

    def repeat(self) -> None:
        """Append the last frame once more, without converting it again. At least one must have been written."""
        if self._last is None:
            raise ValueError("there is no frame to repeat")
        self._thread.put(self._last)
        self.frames += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def _open_sink(self, stack: contextlib.ExitStack) -> Sink:
        sound_codec = sound_codec_for(self.path, self.encode)
        if self._sound is not None and sound_codec is None and self.encode.sound != "none":
            self.notes.append(f"{CODECS[self.encode.codec].title} holds no sound; it was left out.")
        if self.encode.codec == "png":
            return SequenceSink(
                self.path, stack, self.encode, self._metadata, overwrite=self._overwrite, keeps_alpha=self._keeps_alpha
            )
        temporary = stack.enter_context(atomic_output(self.path, overwrite=self._overwrite))
        sink = ContainerSink(
            temporary,
            size=(self.width, self.height),
            fps=self.fps,
            encode=self.encode,
            sound=self._sound if sound_codec else None,
            sound_codec=sound_codec,
            metadata=self._metadata,
            words=self._words,
        )
        self.notes.extend(sink.notes)
        return sink

    def _end(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Runs before the temporary file is moved or removed."""
        del error, trace
        if kind is None and self.frames == 0:
            kind = PortraitsError
            problem = PortraitsError(
                ErrorCode.BAD_INPUT,
                f"{quoted(self.path)} was not written: it has no frames.",
                "Give at least one frame.",
            )
        else:
            problem = None
        try:
            self._thread.stop(abandon=kind is not None)
            if kind is None:
                self._sink.finish()
                for note in self._sink.notes:
                    self._note_once(note)
        finally:
            self._sink.close()
        if problem is not None:
            raise problem

    def _note_once(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)


class _EncodingThread:
    """Hands prepared frames to the sink in order. A failure is raised in the caller, at the next call."""

    def __init__(self, sink: Sink, waiting: int) -> None:
        self._sink = sink
        self._waiting: queue.Queue[object | None] = queue.Queue(waiting)
        self._error: BaseException | None = None
        self._abandoned = False
        self._thread = threading.Thread(target=self._run, name="movie-encoder", daemon=True)
        self._thread.start()

    def put(self, frame: object) -> None:
        if self._error is not None:
            raise self._error
        self._waiting.put(frame)

    def stop(self, *, abandon: bool) -> None:
        """Wait until the frames that wait are encoded; with ``abandon`` they are dropped and errors ignored."""
        self._abandoned = abandon
        try:
            self._waiting.put(None)
            self._thread.join()
        except BaseException:
            # Ctrl-C: nobody may close the file while a frame is written to it.
            self._abandoned = True
            self._waiting.put(None)
            self._thread.join()
            raise
        if self._error is not None and not abandon:
            raise self._error

    def _run(self) -> None:
        while (frame := self._waiting.get()) is not None:
            if self._error is None and not self._abandoned:
                try:
                    self._sink.encode(frame)
                except BaseException as error:  # handed to the caller's thread
                    self._error = error


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
