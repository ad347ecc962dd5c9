"""Frames and sound of a film that is being edited, for the viewer: the film job's own code at the viewer's size."""

import logging
from collections import OrderedDict
from fractions import Fraction
from pathlib import Path

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from engine.film.blend import Rgba
from engine.film.captions import film_captions
from engine.film.compose import Compositor
from engine.film.mixer import Samples, is_heard, mix, read_source
from engine.project.schema import Project
from engine.protocol.errors import ErrorCode, PortraitsError

log = logging.getLogger(__name__)

SOUND_RATE = 48_000
LONGEST_SOUND = 60
"""Seconds of sound that are given at once, at most."""

_MOST_SOURCE_BYTES = 384 * 2**20


class FrameServer:
    """Gives frames and sound of the film that was shown last. For one thread at a time.

    Frame k at the film's own size is, bit for bit, frame k of a lossless film job.
    """

    def __init__(self, landmark_cache: Path | None = None) -> None:
        self._name = ""
        self._project: Project | None = None
        self._path = Path()
        self._landmark_cache = landmark_cache
        self._compositor: Compositor | None = None
        self._size = (0, 0)
        self._subtitles = False
        self._sources = _Sources()
        self.notes: list[str] = []

    def show(self, name: str, project: Project, path: Path) -> None:
        """Take over a film as it stands now, saved or not.

        Args:
            name: what :meth:`frame` and :meth:`sound` call it.
            project: the film.
            path: where its project lies or will lie; its media is beside that.
        """
        self._close_compositor()
        self._name, self._project, self._path = name, project, path

    def frame(self, name: str, index: int, width: int, height: int, *, subtitles: bool = False) -> Rgba:
        """Return frame ``index``: uint8 (height, width, 4). It holds until the next call.

        Raises:
            PortraitsError: NOT_AVAILABLE when another film is shown by now; MISSING_INPUT or BAD_INPUT for its files.
        """
        project = self._shown(name)
        if self._compositor is None or self._size != (width, height) or self._subtitles != subtitles:
            self._close_compositor()
            settings = replace(project.settings, width=width, height=height)
            self._compositor = Compositor(
                replace(project, settings=settings),
                self._path,
                note=self.notes.append,
                captions=film_captions(project) if subtitles else (),
                landmark_cache=self._landmark_cache,
            )
            self._size, self._subtitles = (width, height), subtitles
        return self._compositor.frame(index)

    def sound(self, name: str, start: Fraction, samples: int) -> NDArray[np.int16]:
        """Return mixed sound at :data:`SOUND_RATE` from a time on: int16 (samples, 2); silence beyond the film.

        Raises:
            PortraitsError: as :meth:`frame`.
        """
        project = self._shown(name)
        if not is_heard(project):
            return np.zeros((samples, 2), np.int16)
        settings = replace(project.settings, sample_rate=SOUND_RATE)
        mixed = mix(
            replace(project, settings=settings), self._path, start, samples, step=_no_step, source=self._sources.read
        )
        return np.asarray(np.clip(np.rint(mixed * 32767), -32768, 32767), np.int16)

    def fps(self, name: str) -> Fraction:
        """Return the film's frame rate. Raises PortraitsError as :meth:`frame`."""
        return self._shown(name).settings.fps

    def close(self) -> None:
        """Close the files."""
        self._close_compositor()
        self._sources.clear()
        self._project, self._name = None, ""

    def _shown(self, name: str) -> Project:
        if self._project is None or name != self._name:
            raise PortraitsError(ErrorCode.NOT_AVAILABLE, "The film has changed since this was asked for.")
        return self._project

    def _close_compositor(self) -> None:
        if self._compositor is not None:
            self._compositor.close()
            self._compositor = None


class _Sources:
    """The decoded sounds that were used last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int, int], Samples] = OrderedDict()

    def read(self, path: Path, rate: int) -> Samples:
        """Return a file's sound, as :func:`engine.film.mixer.read_source`."""
        status = path.stat()
        key = str(path), status.st_mtime_ns, rate
        if key not in self._kept:
            self._kept[key] = read_source(path, rate)
            while len(self._kept) > 1 and sum(each.nbytes for each in self._kept.values()) > _MOST_SOURCE_BYTES:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def clear(self) -> None:
        self._kept.clear()


def _no_step(_done: int, _total: int) -> None:
    pass
