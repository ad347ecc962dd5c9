"""The sound of a film: every clip that is heard, at its place, to the sample."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from math import ceil
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.film.captions import heard_tracks
from engine.media.resample import resample
from engine.media.sound_reader import read_stream
from engine.project.clips import AnyClip, MovieClip, SoundClip
from engine.project.folder import require
from engine.project.schema import Project

Samples = NDArray[np.float32]
Heard = MovieClip | SoundClip

_FILTER_REACH = 1024
"""Samples read beyond a clip's end when its speed is changed, for the resampling filter."""


def sample_count(frames: int, fps: Fraction, rate: int) -> int:
    """Return how many samples are as long as so many frames, to the nearest sample."""
    return round(frames * rate / fps)


def is_heard(project: Project) -> bool:
    """Whether any clip of the film gives sound."""
    return any(_gives_sound(clip) for clips in heard_tracks(project) for clip in clips)


def read_source(path: Path, rate: int) -> Samples:
    """Return the sound of a file at ``rate``: float32 (n, 2)."""
    return read_stream(path, rate=rate, channels=2)[0]


def mix(
    project: Project,
    project_path: Path,
    start: Fraction,
    samples: int,
    *,
    step: Callable[[int, int], None],
    source: Callable[[Path, int], Samples] = read_source,
) -> Samples:
    """Mix a part of the film.

    Clips begin and end on the nearest sample. Fades are straight lines; where two clips of a track overlap, they cross
    with equal power. A change of speed changes the pitch. A clip that is longer than its file goes on in silence.

    Args:
        project: with its sample rate.
        project_path: where it lies.
        start: the time of the first sample, in seconds of the timeline.
        samples: how many to mix.
        step: told (clips done, clips in all) before each clip; may raise to stop.
        source: reads a file's sound at a rate, as :func:`read_source`; one that remembers saves time.

    Returns:
        float32 (samples, 2), unlimited: sums may go beyond -1..1.

    Raises:
        PortraitsError: a file is missing or cannot be read.
    """
    rate = project.settings.sample_rate
    result = np.zeros((samples, 2), np.float32)
    first = round(start * rate)
    jobs = [
        (clip, ramps)
        for clips in heard_tracks(project)
        for clip, ramps in _with_crossings(clips)
        if _gives_sound(clip) and clip.end > start and round(clip.start * rate) < first + samples
    ]
    items = project.media_by_id()
    for done, (clip, ramps) in enumerate(jobs):
        step(done, len(jobs))
        if not isinstance(clip, Heard):
            continue
        whole = source(require(project_path, items[clip.media]), rate)
        begin = round(clip.start * rate)
        sound = clip_sound(clip, whole, rate, round(clip.end * rate) - begin)
        for ramp in ramps:
            ramp(sound, rate)
        _add(result, sound, begin - first)
    step(len(jobs), len(jobs))
    return result


def clip_sound(clip: Heard, source: Samples, rate: int, length: int) -> Samples:
    """Return a clip's own sound with its gain and fades.

    Args:
        clip: in point, speed, gain and fades.
        source: float32 (n, 2), the file's sound at ``rate``.
        rate: samples per second.
        length: how many samples the clip has on the timeline.

    Returns:
        float32 (length, 2) of its own memory.
    """
    begin = round(clip.in_point * rate)
    needed = length if clip.speed == 1 else ceil(length * clip.speed) + _FILTER_REACH
    part = source[begin : begin + needed]
    if clip.speed != 1:
        part = resample(part, rate * clip.speed.numerator, rate * clip.speed.denominator)
    sound = np.zeros((length, 2), np.float32)
    used = min(length, len(part))
    sound[:used] = part[:used] * np.float32(10 ** (clip.gain_db / 20))
    _fade(sound, float(clip.fade_in * rate), rising=True)
    _fade(sound, float(clip.fade_out * rate), rising=False)
    return sound


def _gives_sound(clip: AnyClip) -> bool:
    if isinstance(clip, MovieClip):
        return clip.with_sound
    return isinstance(clip, SoundClip)


Ramp = Callable[[Samples, int], None]


def _with_crossings(clips: Sequence[AnyClip]) -> list[tuple[AnyClip, list[Ramp]]]:
    """Return each clip with the ramps that its overlaps with its neighbours ask for."""
    ramps: list[list[Ramp]] = [[] for _ in clips]
    for index, (earlier, later) in enumerate(pairwise(clips)):
        shared = earlier.end - later.start
        if shared > 0:
            ramps[index].append(_crossing(shared, rising=False))
            ramps[index + 1].append(_crossing(shared, rising=True))
    return list(zip(clips, ramps, strict=True))


def _crossing(seconds: Fraction, *, rising: bool) -> Ramp:
    """Return the ramp of one side of an equal-power crossing: sine and cosine of a quarter turn."""

    def ramp(sound: Samples, rate: int) -> None:
        length = min(len(sound), round(seconds * rate))
        turn = np.sin(np.arange(length) / max(length, 1) * (np.pi / 2)).astype(np.float32)
        if rising:
            sound[:length] *= turn[:, None]
        elif length:
            sound[len(sound) - length :] *= np.sqrt(1 - turn * turn)[:, None]

    return ramp


def _fade(sound: Samples, length: float, *, rising: bool) -> None:
    """Fade the beginning in or the end out over ``length`` samples: 0 at the end point, 1 where the fade is over."""
    count = min(len(sound), ceil(length))
    if count == 0:
        return
    if rising:
        sound[:count] *= (np.arange(count) / length).astype(np.float32)[:, None]
    else:
        left = np.arange(count, 0, -1)
        sound[len(sound) - count :] *= np.minimum(left / length, 1).astype(np.float32)[:, None]


def _add(result: Samples, sound: Samples, place: int) -> None:
    """Add a sound at a place that may lie before the beginning or reach beyond the end."""
    begin, end = max(0, place), min(len(result), place + len(sound))
    if begin < end:
        result[begin:end] += sound[begin - place : end - place]
