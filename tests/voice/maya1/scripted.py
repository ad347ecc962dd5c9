"""A source that gives the ids a test wants."""

from collections.abc import Callable, Generator, Sequence

import numpy as np

from engine.voice.maya1.ids import CODES, FIRST_AUDIO, SLOTS, STOP
from engine.voice.maya1.sampling import Sampling

Script = Callable[[Sequence[int], int], Sequence[int]]


def frame_ids(frames: int, seed: int = 0) -> list[int]:
    """Return well-formed ids of so many frames."""
    codes = np.random.default_rng(seed).integers(0, CODES, frames * SLOTS)
    return [FIRST_AUDIO + place % SLOTS * CODES + int(code) for place, code in enumerate(codes)]


class ScriptedSource:
    """Continues a prompt with what ``script(prompt, seed)`` returns. Remembers what it was asked."""

    def __init__(self, script: Script, rows: int = 1) -> None:
        self.script = script
        self.most_rows = rows
        self.asked: list[tuple[list[list[int]], list[int], int]] = []
        self.closed = 0

    def rows(self, longest_prompt: int, max_ids: int) -> int:
        assert longest_prompt > 0
        assert max_ids > 0
        return self.most_rows

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
        assert 1 <= len(prompts) == len(seeds) <= rows
        self.asked.append(([list(prompt) for prompt in prompts], list(seeds), spoken))
        rows = [list(self.script(prompt, seed))[:max_ids] for prompt, seed in zip(prompts, seeds, strict=True)]
        try:
            for place in range(max(map(len, rows))):
                yield tuple(row[place] if place < len(row) else None for row in rows)
        finally:
            self.closed += 1


def spoken(frames: int, seed: int = 0) -> list[int]:
    """Return the ids of a sentence that ends by itself."""
    return [*frame_ids(frames, seed), STOP]
