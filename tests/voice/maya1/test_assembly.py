"""Takes are joined: trimmed, evened out, with gaps or cross-fades, and the times are where the sentences sound."""

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.media.sound import loudness
from engine.voice.maya1.assembly import CROSS_FADE, evened_out, join
from engine.voice.maya1.checks import Fault
from engine.voice.maya1.takes import Take
from engine.voice.snac.codec import SAMPLE_RATE
from engine.voice.text import Sentence


def tone(seconds: float, level: float = 0.2, silence: float = 0.0) -> NDArray[np.float32]:
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    quiet = np.zeros(round(silence * SAMPLE_RATE))
    return np.concatenate((quiet, level * np.sin(2 * np.pi * 220 * time), quiet)).astype(np.float32)


def take(samples: NDArray[np.float32], text: str = "Hello.", seed: int = 0) -> Take:
    return Take(Sentence(text, text), samples, seed, Fault.NONE, ())


def test_times_fit_the_sound_with_gaps() -> None:
    speech = join([take(tone(1, silence=0.4)), take(tone(0.5), "Two.", 3), take(tone(0.7), "Three.")], 0.3)
    first, second, third = speech.sentences
    assert (first.start, second.text, second.seed, second.script) == (0.0, "Two.", 3, "Two.")
    assert first.end == pytest.approx(1.08, abs=0.03)
    assert second.start - first.end == pytest.approx(0.3, abs=1e-4)
    assert third.end == pytest.approx(len(speech.samples) / SAMPLE_RATE)
    gap = speech.samples[round(first.end * SAMPLE_RATE) + 1 : round(second.start * SAMPLE_RATE) - 1]
    assert len(gap)
    assert not gap.any()
    assert speech.samples.shape[1] == 1


def test_pauses_are_longer_between_paragraphs() -> None:
    last = Take(Sentence("One.", "One.", ends_paragraph=True), tone(1), 0, Fault.NONE, ())
    first, second, third = join([last, take(tone(1)), take(tone(1))], 0.3).sentences
    assert second.start - first.end == pytest.approx(0.6, abs=1e-4)
    assert third.start - second.end == pytest.approx(0.3, abs=1e-4)
    first, second = join([last, take(tone(1))], 0.0).sentences
    assert first.end - second.start == pytest.approx(CROSS_FADE)


def test_without_a_gap_neighbours_are_cross_faded() -> None:
    sounds = [take(tone(1)), take(tone(1)), take(tone(0.02)), take(tone(1))]
    speech = join(sounds, 0.0)
    for before, after in zip(speech.sentences, speech.sentences[1:], strict=False):
        overlap = before.end - after.start
        assert 0 < overlap <= CROSS_FADE + 1e-6
    assert speech.sentences[0].end - speech.sentences[1].start == pytest.approx(CROSS_FADE)
    assert np.abs(speech.samples).max() < 0.3
    assert np.abs(np.diff(speech.samples[:, 0])).max() < 0.05


def test_sentences_are_evened_out_within_limits() -> None:
    sounds = [tone(2, 0.2), tone(2, 0.15), tone(2, 0.25), tone(2, 0.01), tone(2, 0.02)]
    scripts = ["One.", "Two.", "Three.", "Far too quiet.", "<whisper> Quiet."]
    levels = [loudness(sound[:, None], SAMPLE_RATE) for sound in evened_out(sounds, scripts)]
    before = [loudness(sound[:, None], SAMPLE_RATE) for sound in sounds]
    assert levels[0] == pytest.approx(levels[1], abs=0.1)
    assert levels[3] == pytest.approx(before[3] + 6, abs=0.1)
    assert levels[4] == before[4]


def test_a_gain_never_clips_and_short_sounds_stay() -> None:
    loud = np.zeros(SAMPLE_RATE, np.float32)
    loud[::6000] = 0.95
    evened = evened_out([loud, tone(2, 0.4), tone(2, 0.4), tone(0.1)], ["a", "b", "c", "d"])
    assert np.abs(evened[0]).max() <= 0.951
    assert np.array_equal(evened[3], tone(0.1))
    assert len(evened_out([tone(1)], ["alone"])) == 1


def test_silent_takes_are_left_out() -> None:
    speech = join([take(np.zeros(9000, np.float32)), take(tone(1), "Heard."), take(np.zeros(0, np.float32))], 0.3)
    assert [sentence.text for sentence in speech.sentences] == ["Heard."]
    empty = join([take(np.zeros(9000, np.float32))], 0.3)
    assert empty.sentences == ()
    assert empty.samples.shape == (0, 1)
