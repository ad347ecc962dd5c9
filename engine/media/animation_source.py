"""Frames of animated WebP and PNG, through Pillow: FFmpeg does not decode the one and rounds the other's times."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.media.files import open_input
from engine.media.picture_reader import open_picture
from engine.protocol.errors import quoted
from engine.protocol.jobs.base import MediaInfo

_USUAL = Fraction(1, 10)
_MOST_FRAMES = 100_000
_LARGEST_DENOMINATOR = 65_535


def is_animation(path: Path) -> bool:
    """Tell whether a file is an animated WebP or PNG, by its content.

    Raises:
        PortraitsError: MISSING_INPUT or BAD_INPUT when it cannot be read.
    """
    with open_input(path) as file:
        head = file.read(12)
    if not (head[:4] == b"RIFF" and head[8:] == b"WEBP") and not head.startswith(b"\x89PNG"):
        return False
    with open_picture(path) as image:
        return getattr(image, "n_frames", 1) > 1


class AnimationSource:
    """The frames of one animated picture; offers what :class:`engine.media.movie_source.MovieSource` does."""

    tick = Fraction(1, 1000)
    start = Fraction(0)

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notes: list[str] = []
        with open_picture(path) as image:
            self.width, self.height = image.size
            self._format = (image.format or "").lower().replace("png", "apng")
            self._has_alpha = image.mode == "RGBA" or "transparency" in image.info

    def close(self) -> None:
        """Nothing stays open between calls."""

    def info(self) -> MediaInfo:
        """What is in the file. Its length is the sum over the frames, so all of them are gone through."""
        count, seconds = 0, Fraction(0)
        with open_picture(self.path) as image:
            for duration in self._walk(image):
                count += 1
                seconds += duration
        return MediaInfo(
            kind="movie",
            format=self._format,
            width=self.width,
            height=self.height,
            frames=count,
            fps=float(count / seconds) if count else 0.0,
            duration=float(seconds),
            video_codec=self._format,
            has_alpha=self._has_alpha,
        )

    def frames_from(self, seconds: Fraction) -> Iterator[tuple[Fraction, NDArray[np.uint8]]]:
        """Yield (time, RGBA) from the beginning: every frame builds on those before it, wherever ``seconds`` is."""
        del seconds
        time = Fraction(0)
        with open_picture(self.path) as image:
            for duration in self._walk(image):
                yield time, np.array(image.convert("RGBA"))
                time += duration

    def convert(self, frame: Any) -> NDArray[np.uint8]:
        """Frames are RGBA already."""
        return np.asarray(frame, dtype=np.uint8)

    def _walk(self, image: Image.Image) -> Iterator[Fraction]:
        """Load frame after frame of ``image`` and yield the seconds each is shown; ends with a note at damage."""
        for number in range(min(getattr(image, "n_frames", 1), _MOST_FRAMES)):
            try:
                image.seek(number)
                image.load()
            except Exception:  # decoders raise anything on broken data
                note = f"{quoted(self.path)} is damaged; what is whole in it is used."
                if note not in self.notes:
                    self.notes.append(note)
                return
            yield _seconds(image)


def _seconds(image: Image.Image) -> Fraction:
    """Pillow gives milliseconds; APNG means a fraction with two 16-bit numbers. 0 is shown as long as browsers do."""
    stated = image.info.get("duration")
    if not isinstance(stated, int | float) or stated <= 0:
        return _USUAL
    return Fraction(stated / 1000).limit_denominator(_LARGEST_DENOMINATOR)
