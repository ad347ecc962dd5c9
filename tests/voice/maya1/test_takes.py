"""Sentences become takes: retries, continuing voices, rows side by side, cancelling, and hearing while it is made."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled
from engine.voice.maya1.checks import Fault
from engine.voice.maya1.ids import CONTEXT, START_OF_SPEECH
from engine.voice.maya1.sampling import Sampling
from engine.voice.maya1.takes import RETRIES, Speaker, Take, Voice
from engine.voice.maya1.tokenizer import SpeechTokenizer
from engine.voice.snac.codec import FRAME_SAMPLES, Codec
from engine.voice.snac.frames import Levels, levels_of
from engine.voice.text import Sentence
from tests.voice.maya1.scripted import Script, ScriptedSource, frame_ids, spoken

SENTENCES = tuple(Sentence(text, text) for text in ("The first one.", "Then another.", "And the last."))
MAX_IDS = 700


class Watching(SilentContext):
    """Remembers progress, and cancels after so many checks."""

    def __init__(self, cancel_after: int = 10**9) -> None:
        super().__init__()
        self.steps: list[tuple[float, float | None, str]] = []
        self.checks = 0
        self.cancel_after = cancel_after

    def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
        assert phase == "Speaking"
        self.steps.append((step, total, unit))

    def check_cancelled(self) -> None:
        self.checks += 1
        if self.checks > self.cancel_after:
            raise Cancelled


@pytest.fixture
def make(tokenizer: SpeechTokenizer, codec: Codec):  # type: ignore[no-untyped-def]
    def maker(
        script: Script,
        *,
        rows: int = 1,
        seed: int = 5,
        carry_on: bool = False,
        hear: list[NDArray[np.float32]] | None = None,
    ) -> tuple[Speaker, ScriptedSource]:
        source = ScriptedSource(script, rows)
        voice = Voice("Warm.", Sampling(), MAX_IDS, seed, carry_on)
        return Speaker(source, tokenizer, codec, voice, None if hear is None else hear.append), source

    return maker


def test_each_sentence_is_a_take_of_its_own_from_the_same_seed(make, codec: Codec) -> None:  # type: ignore[no-untyped-def]
    speaker, source = make(lambda prompt, seed: spoken(6, len(prompt)))
    context = Watching()
    takes = list(speaker.takes(SENTENCES, context))
    assert [take.sentence for take in takes] == list(SENTENCES)
    assert [seeds for _, seeds, _ in source.asked] == [[5], [5], [5]]
    for take in takes:
        whole = codec.decode(levels_of(take.frames), codec.tape(5))
        assert np.abs(take.samples - whole[FRAME_SAMPLES:]).max() < 1e-4
        assert take.fault is Fault.NONE
    assert context.notes == []
    assert context.steps[-1] == (pytest.approx(18 / 11.71875, abs=0.06), context.steps[-1][0], "s")
    assert all(total is not None and step <= total for step, total, _ in context.steps)


def test_a_sentence_that_never_ends_is_tried_with_the_next_seed(make) -> None:  # type: ignore[no-untyped-def]
    speaker, source = make(lambda prompt, seed: spoken(6) if seed == 7 else frame_ids(200))
    context = Watching()
    (take,) = speaker.takes(SENTENCES[:1], context)
    assert [seeds for _, seeds, _ in source.asked] == [[5], [6], [7]]
    assert (take.seed, take.fault, len(take.frames)) == (7, Fault.NONE, 6)
    assert context.notes == []


@pytest.mark.parametrize(
    ("ids", "fault", "words"),
    [
        (frame_ids(200), Fault.UNFINISHED, "did not come to its end"),
        (spoken(0), Fault.NO_SPEECH, "without any speech"),
        ([791, 8415], Fault.NO_SPEECH, "left out"),
        (spoken(95), Fault.TOO_LONG, "far longer"),
        ([*frame_ids(6)[3:], *spoken(1)], Fault.MISALIGNED, "lost its order"),
    ],
)
def test_a_fault_that_stays_is_reported_after_three_more_tries(make, ids: list[int], fault: Fault, words: str) -> None:  # type: ignore[no-untyped-def]
    speaker, source = make(lambda prompt, seed: ids)
    context = Watching()
    (take,) = speaker.takes(SENTENCES[:1], context)
    assert len(source.asked) == 1 + RETRIES == 4
    assert take.fault is fault
    assert len(context.notes) == 1
    assert words in context.notes[0]
    assert '"The first one."' in context.notes[0]


def test_the_best_try_is_kept(make) -> None:  # type: ignore[no-untyped-def]
    tries = {5: spoken(0), 6: frame_ids(200), 7: spoken(95), 8: spoken(0)}
    speaker, _ = make(lambda prompt, seed: tries[seed])
    (take,) = speaker.takes(SENTENCES[:1], Watching())
    assert (take.seed, take.fault) == (7, Fault.TOO_LONG)


def test_rows_side_by_side_come_in_order_and_only_faulty_ones_are_repeated(make) -> None:  # type: ignore[no-untyped-def]
    def script(prompt: Sequence[int], seed: int) -> list[int]:
        bad = seed == 5 and len(prompt) == longest
        return frame_ids(200) if bad else spoken(4 + seed - 5, len(prompt))

    speaker, source = make(script, rows=2)
    longest = max(len(speaker._prompt(sentence, None)) for sentence in SENTENCES)
    takes = list(speaker.takes(SENTENCES, Watching()))
    assert [take.sentence for take in takes] == list(SENTENCES)
    assert [take.seed for take in takes] == [6, 5, 5]
    assert [len(prompts) for prompts, _, _ in source.asked] == [2, 1, 1]
    assert source.closed == 3


def test_progress_goes_up_while_sentences_of_a_group_end(make) -> None:  # type: ignore[no-untyped-def]
    lengths = iter((12, 4, 8))
    speaker, _ = make(lambda prompt, seed: spoken(next(lengths)), rows=3)
    context = Watching()
    list(speaker.takes(SENTENCES, context))
    steps = [step for step, _, _ in context.steps]
    assert steps == sorted(steps)
    assert steps[-1] == pytest.approx(24 / 11.71875, abs=0.06)


class Flat:
    """Stands in for a codec whose every sample is the same."""

    def __init__(self, level: float) -> None:
        self.level = level

    def tape(self, seed: int) -> None:
        return None

    def decode(self, levels: Levels, tape: None, first: int = 0) -> NDArray[np.float32]:
        return np.full(len(levels[0]) * FRAME_SAMPLES, self.level, np.float32)


@pytest.mark.parametrize(("level", "words"), [(0.0, "came out silent"), (1.0, "is distorted")])
def test_silent_and_clipped_takes_are_tried_again(tokenizer: SpeechTokenizer, level: float, words: str) -> None:
    source = ScriptedSource(lambda prompt, seed: spoken(6))
    speaker = Speaker(source, tokenizer, Flat(level), Voice("Warm.", Sampling(), MAX_IDS, 5))  # type: ignore[arg-type]
    context = Watching()
    list(speaker.takes(SENTENCES[:1], context))
    assert [seeds for _, seeds, _ in source.asked] == [[5], [6], [7], [8]]
    assert words in context.notes[0]


def test_a_continuing_voice_is_given_the_sentence_before(make, tokenizer: SpeechTokenizer) -> None:  # type: ignore[no-untyped-def]
    speaker, source = make(lambda prompt, seed: spoken(6, len(prompt)), rows=3, carry_on=True)
    first, second, _ = speaker.takes(SENTENCES, Watching())
    prompts, _, count = source.asked[1]
    (prompt,) = prompts
    start = prompt.index(START_OF_SPEECH) + 1
    assert count == 6 * 7
    assert prompt[start:] == spoken(6, len(source.asked[0][0][0]))[:-1]
    text = tokenizer.plain(f"{SENTENCES[0].spoken} {SENTENCES[1].spoken}")
    assert prompt[start - 4 - len(text) : start - 4][-5:] == text[-5:]
    assert len(second.samples) == 6 * FRAME_SAMPLES
    assert len(first.samples) == 5 * FRAME_SAMPLES


def test_what_the_model_cannot_look_at_is_not_continued(tokenizer: SpeechTokenizer, codec: Codec) -> None:
    source = ScriptedSource(lambda prompt, seed: spoken(6))
    for max_ids, continued in ((CONTEXT - 200, 42), (CONTEXT - 60, 0)):
        voice = Voice("Warm.", Sampling(), max_ids, 5, carry_on=True)
        list(Speaker(source, tokenizer, codec, voice).takes(SENTENCES[:2], Watching()))
        assert [count for _, _, count in source.asked[-2:]] == [0, continued]


def test_sound_is_heard_while_it_is_made(make) -> None:  # type: ignore[no-untyped-def]
    heard: list[NDArray[np.float32]] = []
    counts: list[int] = []

    class Counting(Watching):
        def check_cancelled(self) -> None:
            super().check_cancelled()
            counts.append(len(heard))

    speaker, source = make(lambda prompt, seed: spoken(20, len(prompt)), rows=3, hear=heard)
    takes = list(speaker.takes(SENTENCES, Counting()))
    assert np.array_equal(np.concatenate(heard), np.concatenate([take.samples for take in takes]))
    # Five frames of seven ids, then one check more.
    assert counts.index(1) <= 7 * 7
    assert [len(prompts) for prompts, _, _ in source.asked] == [1, 1, 1]


@pytest.mark.parametrize("rows", [1, 3])
def test_cancelling_stops_at_the_next_id_and_hands_out_what_is_finished(make, rows: int) -> None:  # type: ignore[no-untyped-def]
    speaker, source = make(lambda prompt, seed: spoken(4 if len(prompt) % 2 else 8, 1), rows=rows)
    lengths = {len(speaker._prompt(sentence, None)) % 2 for sentence in SENTENCES[:2]}
    assert lengths == {0, 1}
    context = Watching(cancel_after=40)
    takes: list[Take] = []
    with pytest.raises(Cancelled):
        takes.extend(speaker.takes(SENTENCES, context))
    assert context.checks == 41
    assert takes
    assert all(take.fault is Fault.NONE and len(take.frames) == 4 for take in takes)
    assert source.closed == len(source.asked)
