"""Frames and sound of a film that is being edited, for the viewer: the film job's own code at the viewer's size."""

import logging
from collections import OrderedDict
from fractions import Fraction
from math import log10
from pathlib import Path

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from engine.film.blend import Rgba
from engine.film.captions import CAPTION_SIZE, film_captions
from engine.film.compose import Compositor
from engine.film.level import true_peak
from engine.film.mixer import Samples, is_heard, mix, read_source
from engine.media.sound import loudness
from engine.project.schema import Project
from engine.protocol.errors import ErrorCode, PortraitsError

log = logging.getLogger(__name__)

SOUND_RATE = 48_000
LONGEST_MEASURED = 15 * 60
"""Seconds of film whose loudness is measured for the window, at most."""

_MOST_COMPOSITORS = 2
_MOST_SOURCE_BYTES = 384 * 2**20


class FrameServer:
    """Gives frames and sound of the film that was shown last. For one thread at a time.

    Frame k at the film's own size is, bit for bit, frame k of a lossless film job.
    """

    def __init__(self, landmark_cache: Path | None = None, proxies: Path | None = None) -> None:
        self._name = ""
        self._project: Project | None = None
        self._path = Path()
        self._landmark_cache, self._proxies = landmark_cache, proxies
        self._compositors: OrderedDict[tuple[int, int, bool, float], Compositor] = OrderedDict()
        self._sources = _Sources()
        self.notes: list[str] = []

    def show(self, name: str, project: Project, path: Path) -> None:
        """Take over a film as it stands now, saved or not.

        Args:
            name: what :meth:`frame` and :meth:`sound` call it.
            project: the film.
            path: where its project lies or will lie; its media is beside that.
        """
        self._close_compositors()
        self._name, self._project, self._path = name, project, path

    def frame(
        self,
        name: str,
        index: int,
        width: int,
        height: int,
        *,
        subtitles: bool = False,
        caption_size: float = CAPTION_SIZE,
        draft: bool = False,
    ) -> Rgba:
        """Return frame ``index``: uint8 (height, width, 4). It holds until the next call.

        Args:
            name: of the film.
            index: which frame.
            width: in pixels; another size than before takes long at first.
            height: in pixels.
            subtitles: draw what is said into the frame.
            caption_size: height of its lines as a part of the frame's shorter side.
            draft: take long movies from their proxies, while the film plays or is scrubbed.

        Raises:
            PortraitsError: NOT_AVAILABLE when another film is shown by now; MISSING_INPUT or BAD_INPUT for its files.
        """
        project = self._shown(name)
        compositor = self._compositor_for(project, (width, height, subtitles, caption_size))
        compositor.draft = draft
        return compositor.frame(index)

    def _compositor_for(self, project: Project, look: tuple[int, int, bool, float]) -> Compositor:
        """Return what makes frames of one size; the viewer's and that of an export are kept beside each other."""
        if look not in self._compositors:
            while len(self._compositors) >= _MOST_COMPOSITORS:
                self._compositors.popitem(last=False)[1].close()
            width, height, subtitles, caption_size = look
            settings = replace(project.settings, width=width, height=height)
            self._compositors[look] = Compositor(
                replace(project, settings=settings),
                self._path,
                note=self.notes.append,
                captions=film_captions(project) if subtitles else (),
                caption_size=caption_size,
                landmark_cache=self._landmark_cache,
                proxies=self._proxies,
            )
        self._compositors.move_to_end(look)
        return self._compositors[look]

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

    def loudness(self, name: str, start: Fraction, end: Fraction) -> tuple[float, float]:
        """Return how loud the mix is from one second to another: LUFS and true peak in dBTP, -inf for silence.

        Raises:
            PortraitsError: as :meth:`frame`; NOT_AVAILABLE above :data:`LONGEST_MEASURED` seconds.
        """
        project = self._shown(name)
        if end - start > LONGEST_MEASURED:
            raise PortraitsError(
                ErrorCode.NOT_AVAILABLE, "The range is too long to measure its loudness ahead of rendering."
            )
        settings = replace(project.settings, sample_rate=SOUND_RATE)
        samples = max(0, round((end - start) * SOUND_RATE))
        mixed = mix(
            replace(project, settings=settings), self._path, start, samples, step=_no_step, source=self._sources.read
        )
        peak = true_peak(mixed)
        return loudness(mixed, SOUND_RATE), 20 * log10(peak) if peak > 0 else float("-inf")

    def fps(self, name: str) -> Fraction:
        """Return the film's frame rate. Raises PortraitsError as :meth:`frame`."""
        return self._shown(name).settings.fps

    def close(self) -> None:
        """Close the files."""
        self._close_compositors()
        self._sources.clear()
        self._project, self._name = None, ""

    def _shown(self, name: str) -> Project:
        if self._project is None or name != self._name:
            raise PortraitsError(ErrorCode.NOT_AVAILABLE, "The film has changed since this was asked for.")
        return self._project

    def _close_compositors(self) -> None:
        while self._compositors:
            self._compositors.popitem()[1].close()


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
