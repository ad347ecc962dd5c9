"""Speaks sentences one after the other, or side by side; a take with a fault is tried again."""

import contextlib
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.protocol.context import JobContext
from engine.protocol.errors import Cancelled
from engine.voice.maya1.checks import WORDS, Fault, Outcome, find_fault
from engine.voice.maya1.ids import CODES, CONTEXT, FIRST_AUDIO, SLOTS
from engine.voice.maya1.progress import SpeechProgress
from engine.voice.maya1.prompt import prompt_ids
from engine.voice.maya1.sampling import Sampling
from engine.voice.maya1.source import IdSource
from engine.voice.maya1.tokenizer import SpeechTokenizer
from engine.voice.maya1.unpack import FrameReader
from engine.voice.snac.codec import Codec
from engine.voice.snac.frames import Frame
from engine.voice.snac.streaming import StreamDecoder
from engine.voice.text import Sentence, shortened

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
        carry_on: every sentence continues the one before it, as far as both fit what the model looks at; that stays
            closer to one voice, and sentences are spoken one at a time.
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
            if before and len(self._prompt(sentences[start], before)) + self._voice.max_ids > CONTEXT:
                before = None
            for take in self._together(_Group(sentences[start : start + rows], rows, before), progress):
                if self._voice.carry_on and take.fault < Fault.CLIPPED:
                    before = take
                yield take

    def _together(self, group: "_Group", progress: SpeechProgress) -> Iterator[Take]:
        """Yield the takes of a group; those that did not succeed were tried again, side by side as well."""
        interruption: BaseException | None = None
        try:
            for attempt in range(RETRIES + 1):
                if not group.open:
                    break
                if attempt and self._hear is not None:
                    progress.context.note("The last sentence did not succeed; it is spoken again.")
                for place, take in self._attempt(group, self._voice.seed + attempt, progress):
                    group.offer(place, take)
        except (Cancelled, KeyboardInterrupt) as stop:
            interruption = stop
        takes = group.takes
        progress.done(sum(len(take.frames) for take in takes), len(takes))
        if interruption is None:
            for take in takes:
                if take.fault:
                    _say_kept(take, progress.context)
        yield from takes
        if interruption is not None:
            raise interruption

    def _attempt(self, group: "_Group", seed: int, progress: SpeechProgress) -> Iterator[tuple[int, Take]]:
        """Speak the open sentences of a group; yield the place and the take of each when it is finished."""
        places = group.open
        before = group.before
        prompts = [self._prompt(group.sentences[place], before) for place in places]
        running = {place: _Row(self._codec, seed, before, self._hear) for place in places}
        ids = self._source.generate(
            prompts,
            [seed] * len(prompts),
            self._voice.sampling,
            self._voice.max_ids,
            spoken=len(before.frames) * SLOTS if before else 0,
            rows=group.rows,
        )
        with contextlib.closing(ids):
            for step in ids:
                progress.context.check_cancelled()
                for place, token in zip(places, step, strict=True):
                    row = running.get(place)
                    if token is None or row is None:
                        continue
                    if row.read(token):
                        progress.show(group.frames + sum(other.frames for other in running.values()))
                    if row.stopped:
                        del running[place]
                        yield place, row.take(group.sentences[place], seed)
                if not running:
                    break
        for place, unfinished in running.items():
            yield place, unfinished.take(group.sentences[place], seed)

    def _prompt(self, sentence: Sentence, before: Take | None) -> list[int]:
        if before is None:
            return prompt_ids(self._tokenizer, self._voice.description, sentence.spoken)
        text = f"{before.sentence.spoken} {sentence.spoken}"
        codes = itertools.chain.from_iterable(before.frames)
        spoken = [FIRST_AUDIO + place % SLOTS * CODES + code for place, code in enumerate(codes)]
        return prompt_ids(self._tokenizer, self._voice.description, text) + spoken


@dataclass
class _Group:
    """Sentences that are spoken side by side, at most ``rows``, and the best take of each so far."""

    sentences: Sequence[Sentence]
    rows: int
    before: Take | None
    _best: dict[int, Take] = field(default_factory=dict)

    @property
    def open(self) -> list[int]:
        """Places of the sentences that have no take without a fault."""
        return [place for place in range(len(self.sentences)) if place not in self._best or self._best[place].fault]

    @property
    def takes(self) -> list[Take]:
        """The best takes in order; fewer than sentences when it was interrupted."""
        return [take for _, take in sorted(self._best.items())]

    @property
    def frames(self) -> int:
        """Frames of the takes that will not be tried again."""
        return sum(len(take.frames) for take in self._best.values() if not take.fault)

    def offer(self, place: int, take: Take) -> None:
        """Keep a take when it is the first or has a lesser fault."""
        if place not in self._best or take.fault < self._best[place].fault:
            self._best[place] = take


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


def _say_kept(take: Take, context: JobContext) -> None:
    tries = RETRIES + 1
    what = "it was left out" if take.fault is Fault.NO_SPEECH else "the best of them was kept"
    context.note(
        f"The sentence {shortened(take.sentence.shown)} {WORDS[take.fault]}, also with other seeds ({tries} tries); "
        f"{what}. Try another seed, a lower temperature or a shorter sentence."
    )
