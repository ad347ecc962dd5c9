"""From generated ids to frames of codes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from engine.voice.maya1.ids import AUDIO_END, CODES, FIRST_AUDIO, SLOTS, STOP
from engine.voice.snac.frames import Frame


@dataclass
class FrameReader:
    """Reads ids one by one and gives out whole frames.

    Attributes:
        ignored: ids before the stop id that are no audio ids.
        mismatches: ids in whole frames that stand at another position than their block belongs to; the speech lost
            alignment there, the code is still taken modulo 4096 as all public implementations do.
        stopped: the stop id was read; what follows is not looked at.
    """

    ignored: int = 0
    mismatches: int = 0
    stopped: bool = False
    _open: list[int] = field(default_factory=list)

    @property
    def leftover(self) -> int:
        """Ids of a frame that is not whole yet."""
        return len(self._open)

    def read(self, token: int) -> Frame | None:
        """Take one id; return the seven codes of the frame that it completes, else None."""
        if self.stopped:
            return None
        if token == STOP:
            self.stopped = True
            return None
        if not FIRST_AUDIO <= token < AUDIO_END:
            self.ignored += 1
            return None
        self._open.append(token - FIRST_AUDIO)
        if len(self._open) < SLOTS:
            return None
        self.mismatches += sum(place // CODES != slot for slot, place in enumerate(self._open))
        frame = tuple(place % CODES for place in self._open)
        self._open.clear()
        return frame

    def read_all(self, tokens: Iterable[int]) -> list[Frame]:
        """Take several ids; return the frames that became whole."""
        return [frame for frame in map(self.read, tokens) if frame is not None]
