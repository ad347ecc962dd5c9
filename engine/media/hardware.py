"""Encoders of graphics cards: how FFmpeg calls them, and which of them work on this computer.

That FFmpeg knows an encoder says nothing about the card and its driver, so every one is tried with a few frames before
it is offered. VAAPI is not among them: its encoders take frames that lie on the card, and PyAV cannot put them there.
"""

import logging
import tempfile
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import av
import numpy as np

from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.encode import CODECS, EncoderKind, EncodeSettings, Speed, VideoCodec

log = logging.getLogger(__name__)

HARDWARE: dict[EncoderKind, dict[VideoCodec, str]] = {
    "nvenc": {"h264": "h264_nvenc", "hevc": "hevc_nvenc", "av1": "av1_nvenc"},
    "qsv": {"h264": "h264_qsv", "hevc": "hevc_qsv", "av1": "av1_qsv"},
    "amf": {"h264": "h264_amf", "hevc": "hevc_amf", "av1": "av1_amf"},
    "videotoolbox": {"h264": "h264_videotoolbox", "hevc": "hevc_videotoolbox"},
}
"""FFmpeg's names. Intel's is qsv, AMD's amf, Apple's videotoolbox."""

_TEST_SIDE, _TEST_FRAMES = 256, 6
_FAR_OFF = 12.0
"""Mean difference of a channel, 0..255, at which a picture has not survived."""
_LAMBDA = 118  # FFmpeg's FF_QP2LAMBDA
_NVENC_PRESETS: dict[Speed, str] = {"draft": "p1", "fast": "p3", "balanced": "p5", "best": "p7"}
_QSV_PRESETS: dict[Speed, str] = {"draft": "veryfast", "fast": "fast", "balanced": "medium", "best": "veryslow"}
_AMF_QUALITY: dict[Speed, str] = {"draft": "speed", "fast": "speed", "balanced": "balanced", "best": "quality"}


class HardwareOptions(NamedTuple):
    """What an encoder wants to be told, and the pixel format it takes."""

    pixel_format: str
    options: dict[str, str]


def hardware_options(settings: EncodeSettings, quality: int) -> HardwareOptions:
    """Return the options that come nearest to a codec's own quality number.

    Args:
        settings: with an encoder that is not the processor.
        quality: on the codec's own scale, lower is better.
    """
    scale = CODECS[settings.codec].quality
    level = round(quality * 51 / scale.highest)
    match settings.encoder:
        case "nvenc":
            preset = _NVENC_PRESETS[settings.speed]
            return HardwareOptions("yuv420p", {"preset": preset, "rc": "vbr", "cq": str(max(1, level)), "b": "0"})
        case "qsv":
            preset = _QSV_PRESETS[settings.speed]
            return HardwareOptions("nv12", {"preset": preset, "global_quality": str(max(1, level))})
        case "amf":
            number = str(level if settings.codec != "av1" else level * 5)
            kept = {"usage": "transcoding", "quality": _AMF_QUALITY[settings.speed], "rc": "cqp"}
            return HardwareOptions("nv12", {**kept, "qp_i": number, "qp_p": number})
        case _:
            share = max(1, 100 - 2 * level)
            return HardwareOptions("nv12", {"flags": "+qscale", "global_quality": str(share * _LAMBDA)})


def working_encoders(codec: VideoCodec) -> tuple[EncoderKind, ...]:
    """Return the encoders of graphics cards that write this codec here; the first call tries them."""
    return tuple(kind for kind in HARDWARE if encoder_works(codec, kind))


def encoder_works(codec: VideoCodec, kind: EncoderKind) -> bool:
    """Tell whether an encoder writes a movie here that can be read again. The processor always does."""
    if kind == "processor":
        return True
    name = HARDWARE[kind].get(codec)
    return name is not None and name in av.codecs_available and _tried(codec, kind, name)


@lru_cache(maxsize=64)
def _tried(codec: VideoCodec, kind: EncoderKind, name: str) -> bool:
    # Both import this module.
    from engine.media.movie_reader import MovieReader
    from engine.media.movie_writer import MovieWriter

    ramp = np.linspace(0, 255, _TEST_SIDE, dtype=np.uint8)
    frame = np.dstack(
        [np.broadcast_to(ramp, (_TEST_SIDE, _TEST_SIDE))] * 3 + [np.full((_TEST_SIDE,) * 2, 255, np.uint8)]
    )
    side, fps = _TEST_SIDE, Fraction(24)
    settings = EncodeSettings(codec=codec, encoder=kind)
    with tempfile.TemporaryDirectory(prefix="portraits-encoder-") as folder:
        path = Path(folder, "test.mp4")
        try:
            with MovieWriter(path, width=side, height=side, fps=fps, encode=settings) as writer:
                for _ in range(_TEST_FRAMES):
                    writer.write(frame)
            with MovieReader(path) as reader:
                found = [rgba for _, rgba in reader.frames()]
        except (PortraitsError, av.error.FFmpegError, OSError, ValueError) as error:
            log.info("the encoder %s does not work here: %s", name, error)
            return False
    off = max((float(np.abs(rgba.astype(int) - frame).mean()) for rgba in found), default=255.0)
    return len(found) == _TEST_FRAMES and off < _FAR_OFF
