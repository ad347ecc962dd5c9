"""Which encoder of FFmpeg stands for each codec, with its options and pixel format."""

import os
from pathlib import Path
from typing import Any, NamedTuple

import av
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc

from engine.media.hardware import HARDWARE, hardware_options
from engine.media.palette import PaletteOptions
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.encode import CODECS, EncodeSettings, Speed, VideoCodec, quality_of

BT709 = {
    "colorspace": Colorspace.ITU709,
    "color_range": ColorRange.MPEG,
    "color_primaries": ColorPrimaries.BT709,
    "color_trc": ColorTrc.BT709,
}
"""Tags of every YCbCr movie we write: BT.709, 16..235. Players that ignore tags assume the same for large pictures."""

# SVT-AV1 prints its settings on stderr otherwise; its errors come back through FFmpeg.
os.environ.setdefault("SVT_LOG", "0")

_X26X_PRESETS: dict[Speed, str] = {"draft": "ultrafast", "fast": "veryfast", "balanced": "medium", "best": "slow"}
_SVT_PRESETS: dict[Speed, str] = {"draft": "9", "fast": "8", "balanced": "6", "best": "4"}
_VPX_CPU_USED: dict[Speed, str] = {"draft": "8", "fast": "6", "balanced": "4", "best": "2"}
_WEBP_LEVELS: dict[Speed, str] = {"draft": "0", "fast": "2", "balanced": "4", "best": "6"}
# Ordered dither keeps still areas still from frame to frame, which also makes the file smaller; error diffusion is
# finer in a single frame.
_DITHER: dict[Speed, str] = {
    "draft": "none",
    "fast": "bayer:bayer_scale=4",
    "balanced": "bayer:bayer_scale=4",
    "best": "sierra2_4a",
}

_ENCODERS: dict[VideoCodec, str] = {
    "h264": "libx264",
    "hevc": "libx265",
    "av1": "libsvtav1",
    "prores": "prores_ks",
    "prores4444": "prores_ks",
    "vp9": "libvpx-vp9",
    "gif": "gif",
    "apng": "apng",
    "webp": "libwebp",
}
_MUXERS = {".mp4": "mp4", ".m4v": "mp4", ".mov": "mov", ".mkv": "matroska", ".webm": "webm"}


class Encoder(NamedTuple):
    """What the writer needs to know to open one video stream.

    Attributes:
        name: FFmpeg's name of the encoder.
        muxer: FFmpeg's name of the container format.
        pixel_format: what the frames have to be converted to; pal8 frames come from ``PaletteFilter``.
        options: the encoder's options.
        tag: the four-character code, where the default one is not understood everywhere.
        palette: how the colours are chosen, for GIF.
        even: whether width and height have to be even.
    """

    name: str
    muxer: str
    pixel_format: str
    options: dict[str, str]
    tag: str = ""
    palette: PaletteOptions | None = None
    even: bool = False


def encoder_for(path: Path, settings: EncodeSettings) -> Encoder:
    """Choose the encoder for a file name and settings that fit each other (see ``check_container``).

    Raises:
        PortraitsError: USAGE for a quality outside the codec's scale, NOT_AVAILABLE when this FFmpeg lacks the encoder.
    """
    if settings.encoder != "processor":
        return _hardware_encoder(path, settings)
    name = _ENCODERS[settings.codec]
    if name not in av.codecs_available:
        raise PortraitsError(
            ErrorCode.NOT_AVAILABLE,
            f"This installation of FFmpeg cannot write {CODECS[settings.codec].title}.",
            "Choose another codec.",
        )
    quality = quality_of(settings)
    muxer = _MUXERS.get(path.suffix.lower(), settings.codec)
    group = {} if settings.keyframe_interval is None else {"g": str(settings.keyframe_interval)}
    details: dict[str, Any]
    match settings.codec:
        case "h264":
            options = {"preset": _X26X_PRESETS[settings.speed], "crf": str(quality)}
            details = {"pixel_format": "yuv420p", "options": options | group, "even": True}
        case "hevc":
            options = {"preset": _X26X_PRESETS[settings.speed], "crf": str(quality), "x265-params": "log-level=error"}
            # Apple's players take HEVC in MP4 only with its parameter sets out of band, which "hvc1" promises.
            tag = "hvc1" if muxer in ("mp4", "mov") else ""
            details = {"pixel_format": "yuv420p", "options": options | group, "even": True, "tag": tag}
        case "av1":
            options = {"preset": _SVT_PRESETS[settings.speed], "crf": str(quality)}
            details = {"pixel_format": "yuv420p", "options": options | group, "even": True}
        case "prores":
            details = {
                "pixel_format": "yuv422p10le",
                "options": {"profile": str(quality), "vendor": "apl0"},
                "even": True,
            }
        case "prores4444":
            pixels = "yuva444p10le" if settings.alpha else "yuv444p10le"
            details = {"pixel_format": pixels, "options": {"profile": str(quality), "vendor": "apl0"}}
        case "vp9":
            options = {"crf": str(quality), "b": "0", "deadline": "good", "row-mt": "1", "auto-alt-ref": "1"}
            options["cpu-used"] = _VPX_CPU_USED[settings.speed]
            if settings.speed == "draft":
                options["deadline"] = "realtime"
            if settings.alpha:
                # Hidden reference frames have no place in the alpha channel's side stream.
                options["auto-alt-ref"] = "0"
            pixels = "yuva420p" if settings.alpha else "yuv420p"
            details = {"pixel_format": pixels, "options": options | group, "even": True}
        case "gif":
            # A transparent entry needs a place beside two colours at least.
            palette = PaletteOptions(quality, _DITHER[settings.speed], settings.alpha and quality > 2)
            details = {"pixel_format": "pal8", "options": {}, "palette": palette}
        case "apng":
            pixels = "rgba" if settings.alpha else "rgb24"
            details = {"pixel_format": pixels, "options": {"compression_level": str(quality), "pred": "mixed"}}
        case "webp":
            options = {"quality": str(quality), "compression_level": _WEBP_LEVELS[settings.speed]}
            options["lossless"] = "1" if quality == CODECS["webp"].quality.highest else "0"
            details = {"pixel_format": "bgra", "options": options | group}
        case _:
            raise ValueError(f"{settings.codec} is not written through a container")
    return Encoder(name=name, muxer=muxer, **details)


def _hardware_encoder(path: Path, settings: EncodeSettings) -> Encoder:
    """As :func:`encoder_for`, for an encoder of a graphics card."""
    name = HARDWARE[settings.encoder].get(settings.codec, "")
    if name not in av.codecs_available:
        raise PortraitsError(
            ErrorCode.NOT_AVAILABLE,
            f"The encoder {settings.encoder} cannot write {CODECS[settings.codec].title} here.",
            "Let the processor encode it.",
        )
    found = hardware_options(settings, quality_of(settings))
    group = {} if settings.keyframe_interval is None else {"g": str(settings.keyframe_interval)}
    muxer = _MUXERS.get(path.suffix.lower(), settings.codec)
    tag = "hvc1" if settings.codec == "hevc" and muxer in ("mp4", "mov") else ""
    return Encoder(name, muxer, found.pixel_format, found.options | group, tag=tag, even=True)
