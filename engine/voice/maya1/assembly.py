"""Joins takes into one sound: silence trimmed, sentences of one loudness, gaps or cross-fades between them."""

import itertools
import math
import statistics
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.media.sound import loudness
from engine.voice.builtin import Speech, SpokenSentence, trimmed
from engine.voice.maya1.takes import Take
from engine.voice.snac.codec import SAMPLE_RATE

Sound = NDArray[np.float32]

CROSS_FADE = 0.02
"""Seconds over which neighbours run into each other when there is no pause between them."""

_LARGEST_CORRECTION = 6.0
# These are meant to be quieter or louder than the rest.
_OWN_LOUDNESS = ("<whisper>", "<scream>")


def join(takes: Sequence[Take], gap: float) -> Speech:
    """Join takes in order.

    Args:
        takes: those without sound are left out.
        gap: seconds of silence between sentences, see :meth:`engine.voice.text.Sentence.pause_after`; 0 cross-fades
            them.
    """
    heard = [(take, sound) for take in takes if (sound := trimmed(take.samples)).size]
    sounds = evened_out([sound for _, sound in heard], [take.sentence.spoken for take, _ in heard])
    pauses = [round(take.sentence.pause_after(gap) * SAMPLE_RATE) for take, _ in heard]
    fade = 0 if gap else round(CROSS_FADE * SAMPLE_RATE)
    # No more than half of a very short sentence is faded.
    overlaps = [min(fade, before.size // 2, after.size // 2) for before, after in itertools.pairwise(sounds)]
    starts = [0]
    for sound, pause, overlap in zip(sounds, pauses, overlaps, strict=False):
        starts.append(starts[-1] + sound.size + pause - overlap)
    joined = np.zeros(starts[-1] + sounds[-1].size if sounds else 0, np.float32)
    spoken = []
    for index, ((take, _), sound, start) in enumerate(zip(heard, sounds, starts, strict=False)):
        into, out = (overlaps[place] if 0 <= place < len(overlaps) else 0 for place in (index - 1, index))
        joined[start : start + sound.size] += _faded(sound, into, out)
        end = (start + sound.size) / SAMPLE_RATE
        spoken.append(
            SpokenSentence(take.sentence.shown, start / SAMPLE_RATE, end, script=take.sentence.spoken, seed=take.seed)
        )
    return Speech(samples=joined[:, np.newaxis], sentences=tuple(spoken))


def evened_out(sounds: Sequence[Sound], scripts: Sequence[str]) -> list[Sound]:
    """Bring sentences to the loudness in their middle, by at most 6 dB and never above -1 dBFS.

    Sentences that are whispered or screamed, or too short to measure, stay as they are.
    """
    measured = [
        -math.inf if any(tag in script for tag in _OWN_LOUDNESS) else loudness(sound[:, np.newaxis], SAMPLE_RATE)
        for sound, script in zip(sounds, scripts, strict=True)
    ]
    finite = [value for value in measured if math.isfinite(value)]
    if len(finite) < 2:
        return list(sounds)
    target = statistics.median(finite)
    return [
        sound * np.float32(_gain(sound, target - value)) if math.isfinite(value) else sound
        for sound, value in zip(sounds, measured, strict=True)
    ]


def _gain(sound: Sound, decibels: float) -> float:
    wanted = 10 ** (float(np.clip(decibels, -_LARGEST_CORRECTION, _LARGEST_CORRECTION)) / 20)
    if wanted <= 1:
        return float(wanted)
    return float(max(min(wanted, 10 ** (-1 / 20) / float(np.abs(sound).max())), 1.0))


def _faded(sound: Sound, into: int, out: int) -> Sound:
    faded = sound.copy()
    faded[:into] *= np.linspace(0, 1, into, dtype=np.float32)
    faded[sound.size - out :] *= np.linspace(1, 0, out, dtype=np.float32)
    return faded
