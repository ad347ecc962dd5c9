"""Sound in and out. Everywhere a sound is float32 (samples, channels) in -1..1 with an integer sample rate."""

import io
import json
import warnings
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pyloudnorm
import soundfile
from numpy.typing import NDArray

from engine.media.files import atomic_output
from engine.media.recipes import wanted_texts
from engine.media.resample import resample, with_channels
from engine.media.sound_reader import read_stream
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

__all__ = [
    "loudness",
    "peak",
    "read_sound",
    "resample",
    "with_channels",
    "write_sound",
]

_FORMATS = {
    ".wav": ("WAV", {16: "PCM_16", 24: "PCM_24", 32: "FLOAT"}),
    ".flac": ("FLAC", {16: "PCM_16", 24: "PCM_24"}),
    ".ogg": ("OGG", {16: "VORBIS"}),
    ".opus": ("OGG", {16: "OPUS"}),
    ".mp3": ("MP3", {16: "MPEG_LAYER_III"}),
}
_BLOCK_SECONDS = 0.4


def read_sound(path: Path, rate: int | None = 48_000, channels: int | None = None) -> tuple[NDArray[np.float32], int]:
    """Read the sound of a sound file or movie; see :func:`engine.media.sound_reader.read_stream`.

    Raises:
        PortraitsError: as there, and BAD_INPUT when the file holds no sound.
    """
    samples, found = read_stream(path, rate=rate, channels=channels)
    if len(samples) == 0:
        raise PortraitsError(ErrorCode.BAD_INPUT, f"{quoted(path)} holds no sound.", "Choose another file.")
    return samples, found


def write_sound(
    path: Path,
    samples: NDArray[np.float32],
    rate: int,
    *,
    metadata: Mapping[str, str] | None = None,
    overwrite: bool = False,
    bits: int = 16,
) -> None:
    """Write a sound; the suffix decides the format: WAV, FLAC, OGG (Vorbis), Opus or MP3.

    Args:
        path: the target, written whole or not at all.
        samples: (n, channels) or (n,); beyond -1..1 it is clipped.
        rate: samples per second.
        metadata: "title" goes where players show it; everything goes, as JSON, into the comment.
        overwrite: replace a file of that name.
        bits: 16, 24 or 32 (float) for WAV, 16 or 24 for FLAC; no meaning for the others.

    Raises:
        PortraitsError: USAGE for an unknown suffix or depth, OUTPUT_EXISTS, CANNOT_WRITE, DISK_FULL.
    """
    if path.suffix.lower() not in _FORMATS:
        known = ", ".join(_FORMATS)
        raise PortraitsError(ErrorCode.USAGE, f"{quoted(path)} does not end like a sound file.", f"Use one of {known}.")
    kind, depths = _FORMATS[path.suffix.lower()]
    depth = depths.get(bits if len(depths) > 1 else 16)
    if depth is None:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"{kind} does not hold {bits}-bit sound.",
            f"Use {' or '.join(str(bits) for bits in depths)} bits.",
        )
    with atomic_output(path, overwrite=overwrite) as temporary:
        # Encoded in memory: libsndfile keeps the reason of a failed write to itself, and a full disk must be told
        # apart.
        buffer = io.BytesIO()
        with soundfile.SoundFile(
            buffer, "w", samplerate=rate, channels=_channels(samples), format=kind, subtype=depth
        ) as file:
            if metadata := wanted_texts(metadata):
                title = metadata.get("title", "")
                # libsndfile puts UTF-8 into MP3 tags that are declared to be Latin-1.
                if title and (kind != "MP3" or title.isascii()):
                    file.title = title
                file.comment = json.dumps(dict(metadata))
            file.write(np.clip(np.nan_to_num(samples), -1, 1))
        temporary.write_bytes(buffer.getbuffer())


def loudness(samples: NDArray[np.float32], rate: int) -> float:
    """Return the integrated loudness in LUFS (ITU-R BS.1770-4); minus infinity for silence and less than 0.4 s."""
    if len(samples) < _BLOCK_SECONDS * rate:
        return float("-inf")
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")  # silence divides by zero inside
        measured = float(pyloudnorm.Meter(rate).integrated_loudness(np.nan_to_num(samples)))
    return measured if np.isfinite(measured) else float("-inf")


def peak(samples: NDArray[np.float32]) -> float:
    """Return the largest absolute sample, 0 for no samples."""
    return float(np.abs(samples).max(initial=0.0))


def _channels(samples: NDArray[np.float32]) -> int:
    return 1 if samples.ndim == 1 else int(samples.shape[1])
