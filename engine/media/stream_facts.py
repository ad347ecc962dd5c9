"""What the headers of a movie or sound say, without decoding."""

import contextlib
import itertools
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.video.stream import VideoStream

from engine.media.opening import open_media
from engine.protocol.jobs.base import MediaInfo

_DURATION_TAG = re.compile(r"(\d{1,4}):(\d\d):(\d\d(?:\.\d{1,9})?)\d*")
_MOST_PACKETS = 1_000_000


def seconds_of(stream: VideoStream | AudioStream, container: InputContainer) -> Fraction | None:
    """Length of one stream in seconds as the file states it, or None when it does not."""
    if stream.duration and stream.time_base:
        return stream.duration * Fraction(stream.time_base)
    # Matroska keeps each stream's length as a tag; the container's length is that of its longest stream.
    stated = _DURATION_TAG.match(stream.metadata.get("DURATION", ""))
    if stated:
        return int(stated[1]) * 3600 + int(stated[2]) * 60 + Fraction(stated[3])
    if container.duration and len(container.streams) == 1:
        return Fraction(container.duration, 1_000_000)
    return None


def frame_count(stream: VideoStream, container: InputContainer) -> int:
    """Number of frames: as stated, or from length and rate, or by counting packets where a file states neither."""
    if stream.frames:
        return stream.frames
    seconds = seconds_of(stream, container)
    if seconds is not None and stream.average_rate:
        return round(seconds * Fraction(stream.average_rate))
    # In a container of its own, because the other one may be in the middle of being decoded.
    count = 0
    with open_media(Path(container.name)) as fresh, contextlib.suppress(av.error.FFmpegError):
        packets = (packet for packet in fresh.demux(fresh.streams[stream.index]) if packet.size)
        for _ in itertools.islice(packets, _MOST_PACKETS):
            count += 1
    return count


def frame_rate(stream: VideoStream, frames: int, seconds: Fraction | None) -> Fraction:
    """Frames per second; the average where it varies, 0 when nothing is known."""
    if seconds and frames > 1 and stream.frames:
        return frames / seconds
    return Fraction(stream.average_rate or 0)


def pixel_shape(stream: VideoStream) -> tuple[int, int]:
    """Width and height of one pixel; (1, 1) when they are square, not stated or beyond belief."""
    ratio = stream.sample_aspect_ratio or stream.codec_context.sample_aspect_ratio
    if not ratio or not Fraction(1, 4) <= Fraction(ratio) <= 4:
        return 1, 1
    return ratio.numerator, ratio.denominator


def has_alpha(stream: VideoStream) -> bool:
    """Tell whether the pictures have transparency."""
    if stream.metadata.get("alpha_mode") == "1":
        return True
    pixels = stream.codec_context.format
    return pixels is not None and any(c.is_alpha for c in pixels.components)


def container_info(container: InputContainer, stream: VideoStream | None, size: tuple[int, int] = (0, 0)) -> MediaInfo:
    """Describe a movie (``size`` as shown) or, without a video stream, a sound. May read on to count frames."""
    sound = next(iter(container.streams.audio), None)
    heard: dict[str, Any] = {}
    if sound is not None:
        context = sound.codec_context
        heard = {"audio_codec": context.name, "sample_rate": context.sample_rate, "channels": context.channels}
    kind = container.format.name.split(",")[0]
    if stream is None:
        seconds = seconds_of(sound, container) if sound is not None else None
        if seconds is None:
            seconds = Fraction(container.duration or 0, 1_000_000)
        return MediaInfo(kind="sound", format=kind, duration=float(seconds), **heard)
    seconds = seconds_of(stream, container)
    frames = frame_count(stream, container)
    rate = frame_rate(stream, frames, seconds)
    if seconds is None:
        seconds = frames / rate if rate else Fraction(container.duration or 0, 1_000_000)
    return MediaInfo(
        kind="movie",
        format=kind,
        width=size[0],
        height=size[1],
        frames=frames,
        fps=float(rate),
        duration=float(seconds),
        video_codec=stream.codec.canonical_name,
        has_alpha=has_alpha(stream),
        **heard,
    )
