"""The real built-in voice speaks."""

import os
import socket

import numpy as np
import pytest

from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled
from engine.voice.builtin import SAMPLE_RATE, Speech, phoneme_pieces, speak, trimmed
from engine.voice.text import Sentence, prepare

TEXT = "Every portrait begins with a look. A face turns, and 12 others follow. Then the light changes."


def spoken(text: str = TEXT, *, speed: float = 1.0, seed: int = 1, gap: float = 0.25) -> Speech:
    return speak(prepare(text).sentences, SilentContext(), speed=speed, seed=seed, gap=gap)


def silent_share(samples: np.ndarray) -> float:
    """The share of 10 ms windows below -60 dBFS."""
    windows = samples[: len(samples) // 240 * 240, 0].reshape(-1, 240)
    return float((np.sqrt((windows**2).mean(axis=1)) < 1e-3).mean())


def test_three_sentences_take_the_time_a_reader_would_take() -> None:
    speech = spoken()
    seconds = len(speech.samples) / SAMPLE_RATE
    # English is read at 12 to 20 characters a second.
    assert len(TEXT) / 20 < seconds < len(TEXT) / 10
    assert speech.samples.shape[1] == 1
    assert speech.samples.dtype == np.float32
    assert 0.1 < np.abs(speech.samples).max() <= 1.0
    assert silent_share(speech.samples) < 0.3


def test_the_same_seed_gives_the_same_samples_and_another_one_others() -> None:
    first, again, other = spoken(seed=7), spoken(seed=7), spoken(seed=8)
    assert np.array_equal(first.samples, again.samples)
    assert first.samples.shape != other.samples.shape or not np.array_equal(first.samples, other.samples)


def test_a_sentence_sounds_the_same_wherever_it_stands() -> None:
    alone = spoken("Then the light changes.").samples
    assert np.array_equal(alone, spoken().samples[-len(alone) :])


def test_speed_changes_the_length() -> None:
    slow, normal, fast = (len(spoken(speed=speed, gap=0).samples) for speed in (0.5, 1.0, 2.0))
    assert 1.6 < slow / normal < 2.4
    assert 1.4 < normal / fast < 2.4


def test_times_of_sentences_are_where_they_sound() -> None:
    speech = spoken(gap=0.5)
    assert [sentence.text for sentence in speech.sentences] == [
        "Every portrait begins with a look.",
        "A face turns, and 12 others follow.",
        "Then the light changes.",
    ]
    first, second, third = speech.sentences
    assert first.start == 0
    assert second.start == pytest.approx(first.end + 0.5)
    assert third.end == pytest.approx(len(speech.samples) / SAMPLE_RATE)
    silence = speech.samples[round(first.end * SAMPLE_RATE) : round(second.start * SAMPLE_RATE)]
    assert not silence.any()
    for sentence in speech.sentences:
        part = speech.samples[round(sentence.start * SAMPLE_RATE) : round(sentence.end * SAMPLE_RATE)]
        assert np.abs(part[: SAMPLE_RATE // 10]).max() > 1e-3
        assert np.abs(part[-SAMPLE_RATE // 10 :]).max() > 1e-3


def test_long_sentences_are_spoken_to_their_end() -> None:
    text = "and then she went on to the next house " * 60
    speech = spoken(text)
    assert len(speech.samples) / SAMPLE_RATE == pytest.approx(len(text) / 15, rel=0.4)


def test_no_network_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the built-in voice opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setitem(os.environ, "HIBARI_HOME", "/nonexistent")
    assert spoken("Hello.").sentences


def test_cancelling_stops_before_the_next_sentence() -> None:
    class Impatient(SilentContext):
        def __init__(self) -> None:
            super().__init__()
            self.steps: list[tuple[str, float, float | None, str]] = []

        def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
            self.steps.append((phase, step, total, unit))

        def check_cancelled(self) -> None:
            if len(self.steps) == 2:
                raise Cancelled

    context = Impatient()
    with pytest.raises(Cancelled):
        speak(prepare(TEXT).sentences, context)
    assert context.steps == [("Speaking", 0, 3, "sentences"), ("Speaking", 1, 3, "sentences")]


def test_cancelling_keeps_finished_sentences_when_asked() -> None:
    class Impatient(SilentContext):
        checks = 0

        def check_cancelled(self) -> None:
            self.checks += 1
            if self.checks > 2:
                raise Cancelled

    heard: list[np.ndarray] = []
    context = Impatient()
    speech = speak(prepare(TEXT).sentences, context, gap=0.1, hear=heard.append, keep_partial=True)
    assert len(speech.sentences) == len(heard) == 2
    assert np.array_equal(np.concatenate(heard), speech.samples[:, 0])
    assert context.notes == ["It was stopped after 2 of 3 sentences; these were kept."]


def test_a_sentence_without_sound_is_left_out_with_a_note() -> None:
    context = SilentContext()
    speech = speak((Sentence("日", "日"), Sentence("Hello.", "Hello.")), context)
    assert [sentence.text for sentence in speech.sentences] == ["Hello."]
    assert context.notes == ['Nothing could be said for the sentence "日"; it was left out.']


def test_pauses_are_longer_between_paragraphs() -> None:
    first, second, third = speak(prepare("One.\n\nTwo. Three.").sentences, SilentContext(), gap=0.2).sentences
    assert second.start - first.end == pytest.approx(0.4, abs=1e-3)
    assert third.start - second.end == pytest.approx(0.2, abs=1e-3)


def test_trimming_keeps_the_sound_and_cuts_the_silence() -> None:
    sound = np.zeros(SAMPLE_RATE, np.float32)
    sound[10_000:12_000] = 0.5
    cut = trimmed(sound)
    assert len(cut) == pytest.approx(2_000 + 8 * 240, abs=480)
    assert cut.sum() == pytest.approx(1000, rel=0.01)
    assert trimmed(np.zeros(5000, np.float32)).size == 0
    assert trimmed(np.zeros(3, np.float32)).size == 0


@pytest.mark.parametrize("phonemes", ["ab, " * 200, "abc " * 200, "a" * 1000, "", "short"])
def test_phonemes_are_cut_where_it_is_least_heard(phonemes: str) -> None:
    pieces = phoneme_pieces(phonemes, 100)
    assert all(0 < len(piece) <= 100 for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(phonemes.split())
    if "," in phonemes:
        assert all(piece.strip().endswith(",") for piece in pieces)
