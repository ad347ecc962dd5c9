"""Waveforms of sound files, asked of the engine once and kept."""

from collections import OrderedDict
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.link.base import EngineBase
from desktop.link.events import Answered
from engine.protocol.queries import Waveform, WaveformReply

Made = TypeVar("Made")


class WaveformCache(QObject, Generic[Made]):
    """Keeps what subclasses make of waveforms, for the files that were asked for last.

    Args:
        engine: answers.
        kept: how many.
    """

    ready = Signal(object)
    """arg: str, the path whose waveform has come."""

    def __init__(self, engine: EngineBase, kept: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._kept = kept
        self._made: OrderedDict[str, Made] = OrderedDict()
        self._asked: set[str] = set()

    def find(self, path: str, buckets: int) -> Made | None:
        """Return what was made of a file, or None while it is asked for in so many buckets."""
        found = self._made.get(path)
        if found is None and path not in self._asked:
            self._asked.add(path)
            self._engine.ask(Waveform(path=path, buckets=buckets), self._on_answer)
        return found

    def make(self, pairs: "memoryview[float]", duration: float) -> Made:
        """Return what is kept of a waveform: lowest and highest value, in -1..1, of each bucket in turn."""
        raise NotImplementedError

    def _on_answer(self, answer: Answered) -> None:
        query = answer.query
        assert isinstance(query, Waveform)
        if not isinstance(answer.reply, WaveformReply) or not answer.payload:
            return
        self._made[query.path] = self.make(memoryview(answer.payload[0]).cast("f"), answer.reply.duration)
        while len(self._made) > self._kept:
            self._asked.discard(self._made.popitem(last=False)[0])
        self.ready.emit(query.path)
