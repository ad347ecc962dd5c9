"""How far the large voice is."""

from collections.abc import Sequence

from engine.protocol.context import JobContext
from engine.voice.maya1.ids import IDS_PER_SECOND, SLOTS
from engine.voice.maya1.script import seconds_expected
from engine.voice.text import Sentence

_FRAMES_PER_SECOND = IDS_PER_SECOND / SLOTS


class SpeechProgress:
    """Reports seconds of sound; what is still to come is estimated from the length of the text."""

    def __init__(self, sentences: Sequence[Sentence], context: JobContext) -> None:
        self.context = context
        self._done = 0.0
        self._expected = [seconds_expected(sentence.spoken) for sentence in sentences]
        self._finished = 0
        self.show(0)

    def show(self, frames: int) -> None:
        """Report with so many frames of the sentences that are being spoken."""
        now = self._done + frames / _FRAMES_PER_SECOND
        coming = sum(self._expected[self._finished :])
        total = max(self._done + coming, now)
        self.context.progress("Speaking", round(now, 1), round(total, 1), "s")

    def done(self, frames: int, sentences: int) -> None:
        """Count sentences as finished, with all their frames together."""
        self._done += frames / _FRAMES_PER_SECOND
        self._finished += sentences
        self.show(0)
