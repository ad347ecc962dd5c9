"""Speaks sentences one after the other, or side by side; a take with a fault is tried again."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.protocol.context import JobContext
from engine.protocol.errors import Cancelled
from engine.voice.maya1.checks import WORDS, Fault, Outcome, find_fault
from engine.voice.maya1.ids import CODES, FIRST_AUDIO, SLOTS
from engine.voice.maya1.progress import SpeechProgress
from engine.voice.maya1.prompt import prompt_ids
from engine.voice.maya1.sampling import Sampling
from engine.voice.maya1.source import IdSource
from engine.voice.maya1.tokenizer import SpeechTokenizer
from engine.voice.maya1.unpack import FrameReader
from engine.voice.snac.codec import Codec
from engine.voice.snac.frames import Frame
from engine.voice.snac.streaming import StreamDecoder
from engine.voice.text import Sentence

RETRIES = 3
"""A faulty take is tried again with the next seed at most this often."""

Hear = Callable[[NDArray[np.float32]], None]


@dataclass(frozen=True)
class Take:
    """A spoken sentence.

    Attributes:
        sentence: what was said.
        samples: float32 (n,) in -1..1 at 24 kHz, as the codec gave it.
        seed: what it was made with.
        fault: what is still wrong with it.
        frames: its codes.
    """

    sentence: Sentence
    samples: NDArray[np.float32]
    seed: int
    fault: Fault
    frames: tuple[Frame, ...]


@dataclass(frozen=True)
class Voice:
    """Who speaks and how.

    Attributes:
        description: cleaned, see :func:`engine.voice.maya1.prompt.clean_description`.
        sampling: how ids are drawn.
        max_ids: the most ids for a sentence.
        seed: every sentence starts from it, so that a sentence sounds the same wherever it stands.
        carry_on: every sentence continues the one before it, which stays closer to one voice; sentences are then spoken
            one at a time.
    """

    description: str
    sampling: Sampling
    max_ids: int
    seed: int
    carry_on: bool = False


class Speaker:
    """Turns sentences into takes.

    Args:
        source: where ids come from.
        tokenizer: the model's tokenizer.
        codec: turns codes into sound.
        voice: who speaks.
        hear: is given the sound while it is made, in order; sentences are then spoken one at a time.
    """

    def __init__(
        self, source: IdSource, tokenizer: SpeechTokenizer, codec: Codec, voice: Voice, hear: Hear | None = None
    ) -> None:
        self._source = source
        self._tokenizer = tokenizer
        self._codec = codec
        self._voice = voice
        self._hear = hear

    def takes(self, sentences: Sequence[Sentence], context: JobContext) -> Iterator[Take]:
        """Yield one take for each sentence, in order.

        Cancelling works after each id; takes that were finished by then are yielded before ``Cancelled`` is raised.
        """
        progress = SpeechProgress(sentences, context)
        rows = 1
        if self._hear is None and not self._voice.carry_on:
            longest = max(len(self._prompt(sentence, None)) for sentence in sentences)
            rows = min(self._source.rows(longest, self._voice.max_ids), len(sentences))
        before: Take | None = None
        for start in range(0, len(sentences), rows):
            for take in self._group(sentences[start : start + rows], rows, before, progress):
                if self._voice.carry_on and take.fault < Fault.CLIPPED:
                    before = take
                yield take

    def _group(
        self, sentences: Sequence[Sentence], rows: int, before: Take | None, progress: SpeechProgress
    ) -> Iterator[Take]:
        best: list[Take | None] = [None] * len(sentences)
        interruption: BaseException | None = None
        try:
            for attempt in range(RETRIES + 1):
                open_ = [place for place, take in enumerate(best) if take is None or take.fault]
                if not open_:
                    break
                if attempt and self._hear is not None:
                    progress.context.note("The last sentence did not succeed; it is spoken again.")
                for place, take in self._attempt(sentences, open_, rows, attempt, before, progress):
                    held = best[place]
                    if held is None or take.fault < held.fault:
                        best[place] = take
        except (Cancelled, KeyboardInterrupt) as stop:
            interruption = stop
        finished = [take for take in best if take is not None]
        progress.done(sum(len(take.frames) for take in finished), len(finished))
        if interruption is None:
            for take in finished:
                if take.fault:
                    _say_kept(take, progress.context)
        yield from finished
        if interruption is not None:
            raise interruption

    def _attempt(
        self,
        sentences: Sequence[Sentence],
        places: list[int],
        rows: int,
        attempt: int,
        before: Take | None,
        progress: SpeechProgress,
    ) -> Iterator[tuple[int, Take]]:
        """Speak the sentences at ``places`` side by side; yield each when it is finished."""
        seed = self._voice.seed + attempt
        running = {row: _Row(self._codec, seed, before, self._hear) for row in range(len(places))}
        # A row that is not needed repeats the last sentence, so that the work keeps its shape.
        prompts = [self._prompt(sentences[places[min(row, len(places) - 1)]], before) for row in range(rows)]
        spoken = len(before.frames) * SLOTS if before else 0
        ids = self._source.generate(prompts, [seed] * rows, self._voice.sampling, self._voice.max_ids, spoken)
        try:
            for step in ids:
                progress.context.check_cancelled()
                for row, token in enumerate(step):
                    if token is None or row not in running:
                        continue
                    if running[row].read(token):
                        progress.show(sum(other.frames for other in running.values()))
                    if running[row].stopped:
                        sentence = sentences[places[row]]
                        yield places[row], running.pop(row).take(sentence, seed)
                if not running:
                    break
        finally:
            close = getattr(ids, "close", None)
            if close is not None:
                close()
        for row, unfinished in running.items():
            yield places[row], unfinished.take(sentences[places[row]], seed)

    def _prompt(self, sentence: Sentence, before: Take | None) -> list[int]:
        if before is None:
            return prompt_ids(self._tokenizer, self._voice.description, sentence.spoken)
        text = f"{before.sentence.spoken} {sentence.spoken}"
        codes = itertools.chain.from_iterable(before.frames)
        spoken = [FIRST_AUDIO + place % SLOTS * CODES + code for place, code in enumerate(codes)]
        return prompt_ids(self._tokenizer, self._voice.description, text) + spoken


class _Row:
    """One sentence while it is spoken."""

    def __init__(self, codec: Codec, seed: int, before: Take | None, hear: Hear | None) -> None:
        self._reader = FrameReader()
        # Without a listener the context of the codec is worth saving: frames are decoded in large groups.
        batch = 1 if hear else 64
        self._decoder = StreamDecoder(codec, seed, before=before.frames if before else (), batch=batch)
        self._hear = hear
        self._frames: list[Frame] = []
        self._parts: list[NDArray[np.float32]] = []

    @property
    def frames(self) -> int:
        return len(self._frames)

    @property
    def stopped(self) -> bool:
        return self._reader.stopped

    def read(self, token: int) -> bool:
        """Take an id; return True when a frame became whole."""
        frame = self._reader.read(token)
        if frame is None:
            return False
        self._frames.append(frame)
        self._sound(self._decoder.feed([frame]))
        return True

    def take(self, sentence: Sentence, seed: int) -> Take:
        self._sound(self._decoder.finish())
        samples = np.concatenate(self._parts) if self._parts else np.zeros(0, np.float32)
        outcome = Outcome(samples, len(self._frames), self._reader.stopped, self._reader.mismatches)
        fault = find_fault(outcome, sentence.spoken)
        return Take(sentence, samples, seed, fault, tuple(self._frames))

    def _sound(self, samples: NDArray[np.float32]) -> None:
        if samples.size:
            self._parts.append(samples)
            if self._hear is not None:
                self._hear(samples)


def shortened(text: str) -> str:
    """Return a sentence for a note, in quotes."""
    return f'"{text}"' if len(text) <= 60 else f'"{text[:57]}..."'


def _say_kept(take: Take, context: JobContext) -> None:
    tries = RETRIES + 1
    what = "it was left out" if take.fault is Fault.NO_SPEECH else "the best of them was kept"
    context.note(
        f"The sentence {shortened(take.sentence.shown)} {WORDS[take.fault]}, also with other seeds ({tries} tries); "
        f"{what}. Try another seed, a lower temperature or a shorter sentence."
    )
