"""Movies from outside: frames in order or at an exact time, and their sound."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from engine.media.animation_source import AnimationSource, is_animation
from engine.media.movie_source import MovieSource
from engine.media.sound_reader import read_stream
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import MediaInfo

_FORWARD = Fraction(3, 2)
_HALF_MS = Fraction(1, 2000)


class MovieReader:
    """Reads one movie, whatever its suffix says; close it or use it as a context manager. For one thread at a time,
    and either :meth:`frames` or :meth:`frame_at` at a time.

    Frames are uint8 (height, width, 4) RGBA, turned as a phone's rotation asks and with square pixels. Times are
    seconds from the first frame; they need not be evenly spaced.

    Attributes:
        info: what the headers say, with the size as shown.

    Raises:
        PortraitsError: MISSING_INPUT; BAD_INPUT when it is no movie, has no whole frame or is absurdly large.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._source: MovieSource | AnimationSource = AnimationSource(path) if is_animation(path) else MovieSource(path)
        self.info: MediaInfo = self._source.info()
        self._following: Iterator[tuple[Fraction, Any]] = iter(())
        self._now: tuple[Fraction, Any] | None = None
        self._next: tuple[Fraction, Any] | None = None
        self._shown: tuple[Fraction, NDArray[np.uint8]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; reading afterwards fails."""
        self._source.close()

    @property
    def notes(self) -> list[str]:
        """Sentences for the person about damage found so far."""
        return list(self._source.notes)

    def frames(self) -> Iterator[tuple[Fraction, NDArray[np.uint8]]]:
        """Yield every frame with its time, from the first one on. A cut or damaged file gives what is whole."""
        self._now = self._next = None
        for time, frame in self._source.frames_from(Fraction(0)):
            yield time, self._source.convert(frame)

    def frame_at(self, seconds: Fraction) -> NDArray[np.uint8]:
        """Return the frame that is shown at ``seconds``: the last one that does not begin later.

        Before the first frame that is the first one, behind the end the last one. Going forward in small steps decodes
        each frame once. The result must not be changed by the caller.
        """
        seconds = max(Fraction(0), Fraction(seconds))
        if not self._near(seconds):
            self._following = self._source.frames_from(seconds)
            self._now, self._next = next(self._following, None), next(self._following, None)
        while self._now is not None and self._next is not None and self._begun(self._next[0], seconds):
            self._now, self._next = self._next, next(self._following, None)
        if self._now is None:
            raise PortraitsError(
                ErrorCode.BAD_INPUT,
                f"{quoted(self.path)} can no longer be read.",
                "Check that the file is still there.",
            )
        if self._shown is None or self._shown[0] != self._now[0]:
            self._shown = (self._now[0], self._source.convert(self._now[1]))
        return self._shown[1]

    def read_sound(self, rate: int = 48_000, channels: int | None = None) -> tuple[NDArray[np.float32], int]:
        """Return the sound as float32 (samples, channels) and its rate; sample 0 belongs to the first frame.

        A movie without sound gives (0, channels) samples.
        """
        if isinstance(self._source, AnimationSource):
            return np.zeros((0, channels or 2), dtype=np.float32), rate
        return read_stream(self.path, rate=rate, channels=channels, start=self._source.start)

    def _near(self, seconds: Fraction) -> bool:
        """Whether going on from the current frame leads to ``seconds`` sooner than a seek."""
        if self._now is None or not self._begun(self._now[0], seconds):
            return False
        return self._next is None or seconds <= self._now[0] + _FORWARD

    def _begun(self, time: Fraction, seconds: Fraction) -> bool:
        """Times are rounded to the file's tick or to ms on the way, so a frame may seem to begin that much late."""
        step = 1 / Fraction(self.info.fps or 25).limit_denominator(1001)
        return time <= seconds + min(max(self._source.tick / 2, _HALF_MS), step / 8)
