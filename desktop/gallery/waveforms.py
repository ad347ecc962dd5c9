"""Peaks of sounds for thumbnails, asked of the engine once and kept."""

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal

from desktop.link import Answered, EngineBase
from engine.protocol.queries import Waveform, WaveformReply

Peaks = tuple[tuple[float, float], ...]
BUCKETS = 60
_KEPT = 500


class Waveforms(QObject):
    """Gives the peaks of sound files: (lowest, highest) pairs in -1..1, :data:`BUCKETS` of them."""

    ready = Signal(object)
    """arg: str, the path whose peaks have come."""

    def __init__(self, engine: EngineBase, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._peaks: OrderedDict[str, Peaks] = OrderedDict()
        self._asked: set[str] = set()

    def peaks(self, path: str) -> Peaks | None:
        """Return the peaks, or None while they are being asked for."""
        found = self._peaks.get(path)
        if found is None and path not in self._asked:
            self._asked.add(path)
            self._engine.ask(Waveform(path=path, buckets=BUCKETS), self._on_answer)
        return found

    def _on_answer(self, answer: Answered) -> None:
        query = answer.query
        assert isinstance(query, Waveform)
        if not isinstance(answer.reply, WaveformReply) or not answer.payload:
            return
        values = memoryview(answer.payload[0]).cast("f")
        self._peaks[query.path] = tuple(zip(values[0::2], values[1::2], strict=True))
        while len(self._peaks) > _KEPT:
            self._asked.discard(self._peaks.popitem(last=False)[0])
        self.ready.emit(query.path)
