"""Peaks of sounds for thumbnails."""

from PySide6.QtCore import QObject

from desktop.link import EngineBase
from desktop.state.waveforms import WaveformCache

Peaks = tuple[tuple[float, float], ...]
BUCKETS = 240
_KEPT = 500


class Waveforms(WaveformCache[Peaks]):
    """Gives the peaks of sound files: (lowest, highest) pairs in -1..1, :data:`BUCKETS` of them."""

    def __init__(self, engine: EngineBase, parent: QObject | None = None) -> None:
        super().__init__(engine, _KEPT, parent)

    def peaks(self, path: str) -> Peaks | None:
        """Return the peaks, or None while they are being asked for."""
        return self.find(path, BUCKETS)

    def make(self, pairs: "memoryview[float]", duration: float) -> Peaks:
        return tuple(zip(pairs[0::2], pairs[1::2], strict=True))
