"""Sound of any file as float32 samples, at the wanted rate, aligned to the file's picture."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import soxr
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer
from numpy.typing import NDArray

from engine.media.opening import open_media, video_stream
from engine.media.resample import with_channels
from engine.media.stream_facts import seconds_of
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

LONGEST_SECONDS = 2 * 3600
"""Longest sound that is read: 2.8 GB as 48 kHz stereo. Above 96 kHz it is less, so that no file takes more than 5.6."""
LARGEST_RATE = 768_000
MOST_CHANNELS = 64

_FULL_LENGTH_RATE = 96_000
_GAP_SECONDS = Fraction(1, 20)
_BROKEN_IN_A_ROW = 250
_FAILURES_IN_A_ROW = 20


def read_stream(
    path: Path, *, rate: int | None, channels: int | None, start: Fraction | None = None
) -> tuple[NDArray[np.float32], int]:
    """Read the first sound stream of a file.

    Sample 0 belongs to the first frame of the picture or, without one, to the first sample. A gap in the file becomes
    silence. Surround is mixed to stereo by FFmpeg's resampler (ITU-R BS.775: centre and surrounds at -3 dB), which may
    go beyond -1..1 where all channels are loud. A damaged file gives what is whole.

    Args:
        path: any movie or sound.
        rate: wanted sample rate, or None for the file's own.
        channels: 1 or 2, or None for the file's own (at most 2).
        start: time of sample 0 on the file's own clock, in seconds; None finds it as said above.

    Returns:
        float32 (samples, channels) in -1..1, and the rate. Without a sound stream: no samples.

    Raises:
        PortraitsError: MISSING_INPUT; BAD_INPUT when the file is not media, or too long, see ``LONGEST_SECONDS``.
    """
    with open_media(path) as container:
        stream = next(iter(container.streams.audio), None)
        if stream is None:
            return np.zeros((0, channels or 2), dtype=np.float32), rate or 48_000
        own = _checked_rate(path, stream)
        width = channels or min(2, stream.codec_context.channels)
        wanted = rate or own
        longest = LONGEST_SECONDS * min(1.0, _FULL_LENGTH_RATE / wanted)
        stated = seconds_of(stream, container)
        if stated is not None and stated > longest:
            raise _too_long(path, longest)
        blocks = (with_channels(block, width) for block in _aligned(path, container, stream, start, longest))
        return _collected(blocks, own, wanted, width), wanted


def _checked_rate(path: Path, stream: AudioStream) -> int:
    rate, channels = stream.codec_context.sample_rate, stream.codec_context.channels
    if 0 < rate <= LARGEST_RATE and 0 < channels <= MOST_CHANNELS:
        return rate
    raise PortraitsError(
        ErrorCode.BAD_INPUT,
        f"{quoted(path)} cannot be read: its header says {rate} Hz and {channels} channels.",
        "Export it again in the program it came from, or leave it out.",
    )


def _too_long(path: Path, longest: float) -> PortraitsError:
    return PortraitsError(
        ErrorCode.BAD_INPUT,
        f"{quoted(path)} is longer than {longest / 60:.0f} minutes.",
        "Cut out the part that is needed.",
    )


def _collected(blocks: Iterator[NDArray[np.float32]], own: int, wanted: int, width: int) -> NDArray[np.float32]:
    """Join blocks of the rate ``own``, resampled as they come, so that the original rate is never held whole."""
    if own == wanted:
        found = list(blocks)
        return np.concatenate(found) if found else np.zeros((0, width), dtype=np.float32)
    stream = soxr.ResampleStream(own, wanted, width, dtype="float32", quality="HQ")
    found = [stream.resample_chunk(block) for block in blocks]
    found.append(stream.resample_chunk(np.zeros((0, width), dtype=np.float32), last=True))
    return np.concatenate(found)


def _aligned(
    path: Path, container: InputContainer, stream: AudioStream, start: Fraction | None, longest: float
) -> Iterator[NDArray[np.float32]]:
    """Decoded blocks (n, 1 or 2), cut or filled so that the first sample is the one at ``start``."""
    rate = stream.codec_context.sample_rate
    picture = video_stream(container)
    if start is None and picture is not None and picture.start_time is not None and picture.time_base:
        start = picture.start_time * Fraction(picture.time_base)
    # MP4 states the exact length, where its last block of samples is filled up with silence.
    last = None
    if "mp4" in container.format.name and stream.duration and stream.start_time is not None and stream.time_base:
        last = (stream.start_time + stream.duration) * Fraction(stream.time_base)
    done = 0
    for time, block in _decoded(container, stream):
        if start is None:
            start = time if time is not None else Fraction(0)
        if last is not None and time is not None:
            block = block[: max(0, round((last - time) * rate))]
        if time is not None:
            ahead = round((time - start) * rate) - done
            if done == 0 and ahead < 0:
                block = block[-ahead:]
            elif (done == 0 and ahead > 0) or ahead > _GAP_SECONDS * rate:
                if done + ahead > longest * rate:
                    raise _too_long(path, longest)
                yield np.zeros((ahead, block.shape[1]), dtype=np.float32)
                done += ahead
        done += len(block)
        if done > longest * rate:
            raise _too_long(path, longest)
        yield block


def _decoded(container: InputContainer, stream: AudioStream) -> Iterator[tuple[Fraction | None, NDArray[np.float32]]]:
    """Blocks (n, 1 or 2) with the time of their first sample; damaged packets are passed over."""
    resampler: AudioResampler | None = None
    broken = 0
    for packet in _packets(container, stream):
        if broken > _BROKEN_IN_A_ROW:
            return
        try:
            frames = stream.codec_context.decode(packet if packet.size else None)
        except av.error.EOFError:
            return
        except av.error.FFmpegError:
            broken += 1
            continue
        broken = 0
        for frame in frames:
            if resampler is None:
                layout = frame.layout.name if frame.layout.nb_channels <= 2 else "stereo"
                resampler = AudioResampler(format="flt", layout=layout, rate=frame.sample_rate)
            time = None if frame.pts is None or not frame.time_base else frame.pts * Fraction(frame.time_base)
            try:
                ready = resampler.resample(frame)
            except (ValueError, av.error.FFmpegError):
                return  # the format changed in mid-stream
            if ready:
                yield time, np.concatenate([_samples(part) for part in ready])


def _packets(container: InputContainer, stream: AudioStream) -> Iterator["av.Packet[AudioStream]"]:
    failures = 0
    while failures < _FAILURES_IN_A_ROW:
        try:
            for packet in container.demux(stream):
                failures = 0
                yield packet
            return
        except av.error.EOFError:
            return
        except av.error.FFmpegError:
            # Demuxers look for the next whole place by themselves when they are asked again.
            failures += 1


def _samples(frame: AudioFrame) -> NDArray[np.float32]:
    packed = frame.to_ndarray().reshape(-1, frame.layout.nb_channels)
    return np.nan_to_num(packed).astype(np.float32, copy=False)
