"""The replies to light questions. Media libraries are imported when the first question needs them."""

from fractions import Fraction
from pathlib import Path

from engine.host.estimate import estimate
from engine.host.questions import Reply
from engine.protocol.queries import (
    AnyQuery,
    EstimateJob,
    PictureReply,
    Probe,
    ProbeReply,
    Thumbnail,
    Waveform,
    WaveformReply,
)


def answer(query: AnyQuery) -> Reply:
    """Find the reply to a question.

    Raises:
        PortraitsError: the file cannot be used.
    """
    match query:
        case Probe():
            return _probe(Path(query.path))
        case Thumbnail():
            return _thumbnail(query)
        case Waveform():
            return _waveform(query)
        case EstimateJob():
            return Reply(estimate(query.job))


def _probe(path: Path) -> Reply:
    from engine.media.files import sha256_of
    from engine.media.probe import RECIPE_KEY, probe, read_metadata

    media = probe(path)
    return Reply(ProbeReply(media=media, sha256=sha256_of(path), recipe=read_metadata(path).get(RECIPE_KEY, "")))


def _thumbnail(query: Thumbnail) -> Reply:
    from engine.media.thumbnails import thumbnail

    rgba = thumbnail(Path(query.path), query.side, Fraction(query.time))
    height, width = rgba.shape[:2]
    return Reply(PictureReply(width=width, height=height), (rgba.tobytes(),))


def _waveform(query: Waveform) -> Reply:
    import numpy as np

    from engine.media.sound import read_sound

    samples, rate = read_sound(Path(query.path), rate=None)
    # More buckets than samples show the same sample several times.
    starts = np.linspace(0, len(samples), query.buckets, endpoint=False).astype(np.int64)
    low = np.minimum.reduceat(samples.min(axis=1), starts)
    high = np.maximum.reduceat(samples.max(axis=1), starts)
    data = np.stack((low, high), axis=1).astype("<f4").tobytes()
    return Reply(WaveformReply(buckets=query.buckets, duration=len(samples) / rate), (data,))
