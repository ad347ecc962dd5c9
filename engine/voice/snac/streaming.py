"""Decodes frames while they arrive; the sound is the same as when all are decoded at once."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.voice.snac.codec import CONTEXT, Codec
from engine.voice.snac.frames import Frame, levels_of

_LARGEST_BATCH = 8


class StreamDecoder:
    """Turns frames of one take into sound as soon as their neighbours are known.

    A frame is decoded with three frames before and after it (fewer only at the two ends), the reach of the codec.
    The first sound comes after five frames: the warm-up frame, the first heard frame and its three neighbours. Then
    frames are decoded in growing groups, because the context costs six frames each time.

    Args:
        codec: the codec, used by this take alone until it is finished.
        seed: decides the noise in the voice.
        before: frames that were heard already, when this take continues another one. Without them the first frame is
            the warm-up and is dropped, unless it stays the only one.
        batch: how many frames are decoded at first; 1 gives the first sound as early as can be.
    """

    def __init__(self, codec: Codec, seed: int, before: Sequence[Frame] = (), batch: int = 1) -> None:
        self._codec = codec
        self._tape = codec.tape(seed)
        self._frames = list(before[-CONTEXT:])
        self._first = 0
        self._warm_up = 0 if before else 1
        self._next = len(self._frames) + self._warm_up
        self._batch = batch

    @property
    def received(self) -> int:
        """Frames taken so far."""
        return self._first + len(self._frames)

    def feed(self, frames: Iterable[Frame]) -> NDArray[np.float32]:
        """Take frames of seven codes; return the sound that can be known now, often none, shape (samples,)."""
        self._frames.extend(frames)
        known = self.received - CONTEXT
        if known - self._next < self._batch:
            return np.zeros(0, np.float32)
        self._batch = max(min(self._batch * 2, _LARGEST_BATCH), self._batch)
        return self._decode(known)

    def finish(self) -> NDArray[np.float32]:
        """Return the rest of the sound."""
        if self.received == self._warm_up:
            self._next = 0
        return self._decode(self.received)

    def _decode(self, stop: int) -> NDArray[np.float32]:
        if stop <= self._next:
            return np.zeros(0, np.float32)
        start = max(self._next - CONTEXT, 0)
        del self._frames[: start - self._first]
        self._first = start
        window = self._frames[: stop + CONTEXT - start]
        sound = self._codec.decode(levels_of(window), self._tape, first=start)
        samples = len(sound) // len(window)
        heard = sound[(self._next - start) * samples : (stop - start) * samples]
        self._next = stop
        return heard
