"""A film's sound as a file of its own: WAV and FLAC without loss, M4A (AAC) and Opus small."""

from collections.abc import Mapping
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from engine.media.files import atomic_output
from engine.media.recipes import wanted_texts
from engine.media.sound import write_sound
from engine.media.sound_track import RATE, SoundTrack
from engine.protocol.jobs.encode import SOUND_FILES, SoundCodec

_BITS = 24
_MUXERS: dict[str, tuple[str, SoundCodec]] = {".m4a": ("ipod", "aac"), ".opus": ("ogg", "opus")}
_OPTIONS = {"ipod": {"movflags": "+faststart+use_metadata_tags", "movie_timescale": str(RATE)}, "ogg": {}}


def write_sound_file(
    path: Path,
    samples: NDArray[np.float32],
    rate: int,
    *,
    bitrate: int = 192,
    metadata: Mapping[str, str] | None = None,
    overwrite: bool = False,
) -> None:
    """Write sound to a file that ends like one of ``SOUND_FILES``.

    Args:
        path: the target, written whole or not at all.
        samples: float32 (n, 1 or 2) in -1..1.
        rate: samples per second; M4A and Opus are resampled to 48 kHz, WAV and FLAC keep it with 24 bits.
        bitrate: kbit/s of M4A and Opus.
        metadata: as :class:`engine.media.movie_writer.MovieWriter`.
        overwrite: replace a file of that name.

    Raises:
        PortraitsError: OUTPUT_EXISTS, CANNOT_WRITE, DISK_FULL.
    """
    suffix = path.suffix.lower()
    if suffix not in SOUND_FILES:
        raise ValueError(f"{suffix} is no sound file")
    if suffix not in _MUXERS:
        write_sound(path, samples, rate, metadata=metadata, overwrite=overwrite, bits=_BITS)
        return
    muxer, codec = _MUXERS[suffix]
    with (
        atomic_output(path, overwrite=overwrite) as temporary,
        av.open(str(temporary), "w", format=muxer, container_options=_OPTIONS[muxer]) as container,
    ):
        container.metadata.update(wanted_texts(metadata))
        track = SoundTrack(container, codec, bitrate, samples, rate)
        container.start_encoding()
        for packet in track.finish(len(track)):
            container.mux(packet)
