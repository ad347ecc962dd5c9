"""The built-in voice: hibari's "heart", an American English speaker whose model is part of the installation."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.devices.environment import prepare_environment
from engine.protocol.context import JobContext
from engine.protocol.errors import Cancelled
from engine.voice.text import Sentence, shortened

SAMPLE_RATE = 24_000
VOICE = "heart"

_MAX_PHONEMES = 400
"""The model was trained on sentences; hibari itself does not go beyond this length at a time."""
_CLAUSE = re.compile(r"(?<=[,;:—])\s+")

# The model puts 0.2-0.4 s of silence around each sentence; pauses are the person's choice.
_SILENCE = 10 ** (-60 / 20)
_WINDOW = SAMPLE_RATE // 100
_KEEP_BEFORE = 2
_KEEP_AFTER = 6
_FADE = SAMPLE_RATE // 200


@dataclass(frozen=True)
class SpokenSentence:
    """A sentence as shown, and when it sounds, in seconds from the start of the sound.

    ``script`` and ``seed`` are what it can be spoken again from.
    """

    text: str
    start: float
    end: float
    script: str = ""
    seed: int = 0


@dataclass(frozen=True)
class Speech:
    """A spoken script.

    ``samples`` is float32 of shape (samples, 1) in -1..1 at ``SAMPLE_RATE`` hertz.
    """

    samples: NDArray[np.float32]
    sentences: tuple[SpokenSentence, ...]


def speak(
    sentences: tuple[Sentence, ...],
    context: JobContext,
    *,
    speed: float = 1.0,
    seed: int = 0,
    gap: float = 0.25,
    hear: Callable[[NDArray[np.float32]], None] | None = None,
    keep_partial: bool = False,
) -> Speech:
    """Speak prepared sentences one after the other.

    Args:
        sentences: see :func:`engine.voice.text.prepare`.
        context: told the sentences done; cancelling works between sentences.
        speed: 0.5 (slow) to 2.0 (fast), 1.0 is the speaker's own pace.
        seed: decides the noise in the voice. Every sentence starts from it, so that a sentence sounds the same
            wherever it stands and editing one leaves the others as they were.
        gap: seconds of silence between sentences, see :meth:`engine.voice.text.Sentence.pause_after`.
        hear: is given the sound while it is made, shape (n,).
        keep_partial: when cancelled, return the sentences that are finished, if there are any; the context may ask
            for the same.
    """
    pause = np.zeros(0, np.float32)
    parts: list[NDArray[np.float32]] = []
    spoken: list[SpokenSentence] = []
    position = 0
    for number, sentence in enumerate(sentences):
        try:
            context.check_cancelled()
            context.progress("Speaking", number, len(sentences), "sentences")
            sound = _speak_sentence(sentence.spoken, speed, seed)
        except (Cancelled, KeyboardInterrupt):
            if not (keep_partial or context.keep_done) or not spoken:
                raise
            context.note(f"It was stopped after {number} of {len(sentences)} sentences; these were kept.")
            break
        if sound.size == 0:
            context.note(f"Nothing could be said for the sentence {shortened(sentence.shown)}; it was left out.")
            continue
        parts.append(pause)
        position += pause.size
        end = position + sound.size
        start = position / SAMPLE_RATE
        spoken.append(SpokenSentence(sentence.shown, start, end / SAMPLE_RATE, script=sentence.shown, seed=seed))
        if hear is not None:
            hear(np.concatenate((pause, sound)))
        parts.append(sound)
        position = end
        pause = np.zeros(round(sentence.pause_after(gap) * SAMPLE_RATE), np.float32)
    else:
        context.progress("Speaking", len(sentences), len(sentences), "sentences")
    joined = np.concatenate(parts) if parts else np.zeros(0, np.float32)
    return Speech(samples=joined[:, np.newaxis], sentences=tuple(spoken))


def trimmed(sound: NDArray[np.float32]) -> NDArray[np.float32]:
    """Cut the silence (below -60 dBFS over 10 ms) off both ends of mono speech, and fade the new ends over 5 ms."""
    windows = sound[: sound.size // _WINDOW * _WINDOW].reshape(-1, _WINDOW)
    loud = np.flatnonzero(np.sqrt((windows**2).mean(axis=1)) > _SILENCE)
    if loud.size == 0:
        return np.zeros(0, np.float32)
    start = max(int(loud[0]) - _KEEP_BEFORE, 0) * _WINDOW
    end = min((int(loud[-1]) + 1 + _KEEP_AFTER) * _WINDOW, sound.size)
    cut = sound[start:end].copy()
    fade = np.linspace(0.0, 1.0, min(_FADE, cut.size), dtype=np.float32)
    cut[: fade.size] *= fade
    cut[cut.size - fade.size :] *= fade[::-1]
    return cut


def _speak_sentence(spoken: str, speed: float, seed: int) -> NDArray[np.float32]:
    voice = _load()
    rng = np.random.default_rng(seed)
    pieces = [voice.from_ids(voice.ids(piece), speed, rng) for piece in phoneme_pieces(voice.g2p(spoken))]
    sounds = [piece for piece in map(trimmed, pieces) if piece.size]
    return np.concatenate(sounds) if sounds else np.zeros(0, np.float32)


def phoneme_pieces(phonemes: str, limit: int = _MAX_PHONEMES) -> list[str]:
    """Cut a phoneme string into pieces of at most ``limit`` characters, at clauses, else at blanks, else anywhere."""
    pieces: list[str] = []
    for clause in _CLAUSE.split(phonemes):
        while len(clause) > limit:
            cut = clause.rfind(" ", 1, limit)
            cut = cut if cut > 0 else limit
            pieces.append(clause[:cut])
            clause = clause[cut:].lstrip()
        if pieces and len(pieces[-1]) + len(clause) + 1 <= limit:
            pieces[-1] += f" {clause}"
        elif clause:
            pieces.append(clause)
    return pieces


@lru_cache(maxsize=1)
def _load() -> Any:
    """The voice, loaded once (0.6 s, about 100 MB). Its model lies in the package: nothing is downloaded."""
    prepare_environment()
    from hibari import Hibari

    return Hibari(voice=VOICE, threads=1)
