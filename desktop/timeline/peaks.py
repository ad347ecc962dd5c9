"""Peaks of sounds, fine enough for clips that are zoomed in."""

from array import array

from PySide6.QtCore import QObject

from desktop.link import EngineBase
from desktop.state.waveforms import WaveformCache

_PER_SECOND = 50
_FEWEST, _MOST = 200, 60_000
_KEPT = 200


class SoundPeaks:
    """The loudest value, 0..1, in each bucket of a sound."""

    def __init__(self, duration: float, values: "array[float]") -> None:
        self.duration = duration
        self.values = values
        self.loudest = max(values, default=0.0) or 1.0

    def between(self, start: float, end: float, count: int) -> list[float]:
        """Return ``count`` values, as parts of the loudest one, for a span of seconds; 0 beyond the file."""
        size = len(self.values)
        if not size or self.duration <= 0 or count <= 0:
            return [0.0] * max(0, count)
        per_bucket = size / self.duration
        step = (end - start) / count * per_bucket
        first = start * per_bucket
        found = []
        for index in range(count):
            low = first + index * step
            begin, stop = max(0, int(low)), min(size, max(int(low) + 1, int(low + step)))
            found.append(max(self.values[begin:stop], default=0.0) / self.loudest if begin < stop else 0.0)
        return found


class ClipPeaks(WaveformCache[SoundPeaks]):
    """Gives the peaks of sound files."""

    def __init__(self, engine: EngineBase, parent: QObject | None = None) -> None:
        super().__init__(engine, _KEPT, parent)

    def peaks(self, path: str, duration: float) -> SoundPeaks | None:
        """Return the peaks of a file of ``duration`` seconds, or None while they are asked for."""
        return self.find(path, min(_MOST, max(_FEWEST, round(duration * _PER_SECOND))))

    def make(self, pairs: "memoryview[float]", duration: float) -> SoundPeaks:
        values = array("f", (max(-low, high, 0.0) for low, high in zip(pairs[0::2], pairs[1::2], strict=True)))
        return SoundPeaks(duration, values)
