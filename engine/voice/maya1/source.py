"""Where ids come from: the model on this computer."""

from collections.abc import Generator, Sequence
from typing import Any, Protocol

from engine.voice.maya1.cache import cache_bytes
from engine.voice.maya1.decoder import Decoder
from engine.voice.maya1.ids import STOP
from engine.voice.maya1.sampling import Sampling

_STEP = 256
"""The cache grows in steps of this many entries, so that one serves many sentences."""


class IdSource(Protocol):
    """Something that continues prompts with ids."""

    def rows(self, longest_prompt: int, max_ids: int) -> int:
        """Return how many prompts can be continued side by side."""

    def generate(
        self,
        prompts: Sequence[Sequence[int]],
        seeds: Sequence[int],
        sampling: Sampling,
        max_ids: int,
        *,
        spoken: int = 0,
        rows: int = 1,
    ) -> Generator[tuple[int | None, ...], None, None]:
        """Yield one id for each prompt at a time; None for a row that has ended.

        A row ends after the stop id, which it yields, or after ``max_ids`` ids. Closing the iterator stops the work.

        Args:
            prompts: ids of the prompts.
            seeds: one for each prompt.
            sampling: how ids are drawn.
            max_ids: the most ids for each prompt.
            spoken: how many audio ids the prompts end with.
            rows: how many prompts come at a time; the last time, and to try again, there can be fewer.
        """


class LocalSource:
    """The model on this computer.

    Args:
        model: see :func:`engine.voice.maya1.loading.load_llama`.
        memory: bytes that caches may take, for the number of rows.
        most_rows: the largest number of rows.
    """

    def __init__(self, model: Any, *, memory: int = 0, most_rows: int = 1) -> None:
        self._model = model
        self._memory = memory
        self._most_rows = most_rows
        self._records = model.device.type == "cuda"
        self._decoder: Decoder | None = None

    def rows(self, longest_prompt: int, max_ids: int) -> int:
        each = cache_bytes(self._model.config, _capacity(longest_prompt + max_ids), self._model.dtype.itemsize)
        return max(min(self._most_rows, self._memory // each), 1)

    def generate(
        self,
        prompts: Sequence[Sequence[int]],
        seeds: Sequence[int],
        sampling: Sampling,
        max_ids: int,
        *,
        spoken: int = 0,
        rows: int = 1,
    ) -> Generator[tuple[int | None, ...], None, None]:
        # Recorded steps keep their shape: there, rows that are not needed repeat the last prompt.
        spare = max(rows - len(prompts), 0) if self._records else 0
        decoder = self._for(len(prompts) + spare, max(map(len, prompts)) + max_ids)
        ids = decoder.start([*prompts, *[prompts[-1]] * spare], [*seeds, *[seeds[-1]] * spare], sampling, spoken)
        running = [True] * len(prompts)
        for number in range(max_ids):
            if number:
                ids = decoder.step()
            yield tuple(token if alive else None for token, alive in zip(ids, running, strict=False))
            running = [alive and token != STOP for token, alive in zip(ids, running, strict=False)]
            if not any(running):
                return

    def _for(self, rows: int, entries: int) -> Decoder:
        decoder = self._decoder
        if decoder is None or decoder.rows != rows or decoder.capacity < entries:
            self._decoder = decoder = None  # frees its memory before the next one takes its own
            make = Decoder
            if self._records:
                from engine.voice.maya1.recorded import RecordedDecoder

                make = RecordedDecoder
            decoder = self._decoder = make(self._model, rows=rows, capacity=_capacity(entries))
        return decoder


def _capacity(entries: int) -> int:
    return -(-entries // _STEP) * _STEP
