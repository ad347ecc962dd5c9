"""How a movie is written: codec, quality, speed and sound, and which file names fit them."""

from pathlib import PurePath
from typing import Annotated, Literal, NamedTuple

import msgspec

from engine.protocol.errors import ErrorCode, PortraitsError, quoted

VideoCodec = Literal["h264", "hevc", "av1", "prores", "prores4444", "vp9", "gif", "apng", "webp", "png"]
SoundCodec = Literal["aac", "opus", "pcm"]
SubtitleCodec = Literal["mov_text", "subrip", "webvtt"]
EncoderKind = Literal["processor", "nvenc", "qsv", "amf", "videotoolbox"]
Speed = Literal["draft", "fast", "balanced", "best"]


class QualityScale(NamedTuple):
    """A codec's own quality numbers.

    Attributes:
        lowest: smallest number the codec takes.
        highest: largest number the codec takes.
        default: what is used when nothing is asked for.
        meaning: the scale in words, for help and forms.
    """

    lowest: int
    highest: int
    default: int
    meaning: str


class CodecFacts(NamedTuple):
    """What a codec can do. ``suffixes`` are the file names that can hold it, the usual one first."""

    title: str
    suffixes: tuple[str, ...]
    quality: QualityScale
    alpha: bool = False


CODECS: dict[VideoCodec, CodecFacts] = {
    "h264": CodecFacts("H.264", (".mp4", ".mov", ".mkv", ".m4v"), QualityScale(0, 51, 18, "CRF, lower is better")),
    "hevc": CodecFacts("HEVC (H.265)", (".mp4", ".mov", ".mkv"), QualityScale(0, 51, 20, "CRF, lower is better")),
    "av1": CodecFacts("AV1", (".mp4", ".webm", ".mkv"), QualityScale(1, 63, 26, "CRF, lower is better")),
    "prores": CodecFacts(
        "ProRes 422", (".mov", ".mkv"), QualityScale(0, 3, 3, "profile: 0 proxy, 1 LT, 2 standard, 3 HQ")
    ),
    "prores4444": CodecFacts(
        "ProRes 4444", (".mov", ".mkv"), QualityScale(4, 5, 4, "profile: 4 is 4444, 5 is 4444 XQ"), alpha=True
    ),
    "vp9": CodecFacts("VP9", (".webm", ".mkv"), QualityScale(0, 63, 24, "CRF, lower is better"), alpha=True),
    "gif": CodecFacts("GIF", (".gif",), QualityScale(2, 256, 256, "colours in each frame"), alpha=True),
    "apng": CodecFacts(
        "Animated PNG", (".apng", ".png"), QualityScale(0, 9, 3, "compression; lossless at every level"), alpha=True
    ),
    "webp": CodecFacts(
        "Animated WebP", (".webp",), QualityScale(0, 100, 88, "higher is better, 100 is lossless"), alpha=True
    ),
    "png": CodecFacts(
        "PNG sequence", ("", ".png"), QualityScale(0, 9, 3, "compression; lossless at every level"), alpha=True
    ),
}

SOUND_IN: dict[str, tuple[SoundCodec, ...]] = {
    ".mp4": ("aac", "opus"),
    ".m4v": ("aac",),
    ".mov": ("aac", "pcm"),
    ".mkv": ("opus", "aac", "pcm"),
    ".webm": ("opus",),
}
"""The sound codecs each container takes, the usual one first. Containers that are not listed hold no sound."""

SOUND_FILES: dict[str, str] = {".wav": "pcm", ".flac": "flac", ".m4a": "aac", ".opus": "opus"}
"""The files that hold a film's sound alone, and their codec; WAV and FLAC have 24 bits."""

SUBTITLES_IN: dict[str, SubtitleCodec] = {
    ".mp4": "mov_text",
    ".m4v": "mov_text",
    ".mov": "mov_text",
    ".mkv": "subrip",
    ".webm": "webvtt",
}
"""The subtitle codec of each container that can carry words as a track."""

_CODEC_OF_SUFFIX: dict[str, VideoCodec] = {
    ".mp4": "h264",
    ".m4v": "h264",
    ".mov": "h264",
    ".mkv": "h264",
    ".webm": "vp9",
    ".gif": "gif",
    ".apng": "apng",
    ".png": "apng",
    ".webp": "webp",
    "": "png",
}


class EncodeSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a movie is written. The default plays everywhere: H.264, 4:2:0, CRF 18, x264 "veryfast", AAC."""

    codec: Annotated[VideoCodec, msgspec.Meta(title="Codec", description="How the pictures are stored.")] = "h264"
    quality: Annotated[
        Annotated[int, msgspec.Meta(ge=0, le=256)] | None,
        msgspec.Meta(title="Quality", description="The codec's own quality number; empty takes its default."),
    ] = None
    speed: Annotated[
        Speed,
        msgspec.Meta(title="Speed", description="Draft is quickest; best makes the smallest file of the same quality."),
    ] = "fast"
    encoder: Annotated[
        EncoderKind,
        msgspec.Meta(
            title="Encoder",
            description="The processor writes every codec; the others belong to graphics cards.",
        ),
    ] = "processor"
    alpha: Annotated[
        bool,
        msgspec.Meta(
            title="Keep transparency",
            description="For ProRes 4444, VP9, GIF, APNG, WebP and PNG; otherwise frames are laid on black.",
        ),
    ] = False
    keyframe_interval: Annotated[
        Annotated[int, msgspec.Meta(ge=1, le=1000)] | None,
        msgspec.Meta(
            title="Key frame interval",
            description="Largest distance between key frames; 12 or less scrubs smoothly.",
            extra_json_schema={"unit": "frames"},
        ),
    ] = None
    sound: Annotated[
        Literal["auto", "aac", "opus", "pcm", "none"],
        msgspec.Meta(title="Sound codec", description="Auto takes the usual one of the file type, and PCM for ProRes."),
    ] = "auto"
    sound_bitrate: Annotated[
        int,
        msgspec.Meta(
            ge=32,
            le=512,
            title="Sound bit rate",
            description="For AAC and Opus.",
            extra_json_schema={"unit": "kbit/s"},
        ),
    ] = 192


def is_sound_file(path: PurePath | str) -> bool:
    """Tell whether a file of this name holds sound and no pictures."""
    return PurePath(path).suffix.lower() in SOUND_FILES


def codec_for(path: PurePath | str) -> VideoCodec:
    """Choose the codec for a file name.

    ``NAME-%06d.png`` and a name without a suffix (a folder) are PNG sequences; a plain ``.png`` is an animated PNG.

    Raises:
        PortraitsError: USAGE when the suffix belongs to no movie format.
    """
    path = PurePath(path)
    suffix = path.suffix.lower()
    if suffix == ".png" and "%" in path.name:
        return "png"
    if suffix not in _CODEC_OF_SUFFIX:
        known = ", ".join(s for s in _CODEC_OF_SUFFIX if s)
        raise PortraitsError(
            ErrorCode.USAGE,
            f"{quoted(str(path))} does not end like a movie file.",
            f"Use one of {known}, or a folder for a PNG sequence.",
        )
    return _CODEC_OF_SUFFIX[suffix]


def quality_of(settings: EncodeSettings) -> int:
    """Return the quality number to use.

    Raises:
        PortraitsError: USAGE when the number is outside the codec's scale.
    """
    facts = CODECS[settings.codec]
    scale = facts.quality
    if settings.quality is None:
        return scale.default
    if not scale.lowest <= settings.quality <= scale.highest:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"Quality {settings.quality} is outside the scale of {facts.title}.",
            f"Use {scale.lowest} to {scale.highest} ({scale.meaning}).",
        )
    return settings.quality


def check_container(path: PurePath | str, settings: EncodeSettings) -> None:
    """Check that a file of this name can hold the codec.

    Raises:
        PortraitsError: USAGE with the suffixes that would do.
    """
    path = PurePath(path)
    facts = CODECS[settings.codec]
    suffix = path.suffix.lower()
    # A folder may have a dot in its name, so for a PNG sequence everything but a plain .png is a folder.
    if settings.codec == "png" and (suffix != ".png" or "%" in path.name):
        return
    if suffix in facts.suffixes and settings.codec != "png":
        return
    fitting = (
        "a folder, or a name such as frame-%06d.png"
        if settings.codec == "png"
        else "a name that ends in " + " or ".join(facts.suffixes)
    )
    raise PortraitsError(
        ErrorCode.USAGE, f"{quoted(str(path))} cannot hold {facts.title}.", f"Use {fitting}, or choose another codec."
    )


def sound_codec_for(path: PurePath | str, settings: EncodeSettings) -> SoundCodec | None:
    """Return the sound codec to use in a file of this name, or None when it cannot or shall not hold sound.

    Raises:
        PortraitsError: USAGE when a codec was asked for that the file type does not take.
    """
    path = PurePath(path)
    if settings.sound == "none" or settings.codec in ("gif", "apng", "webp", "png"):
        return None
    fitting = SOUND_IN.get(path.suffix.lower(), ())
    if settings.sound == "auto":
        if settings.codec in ("prores", "prores4444") and "pcm" in fitting:
            return "pcm"
        return fitting[0] if fitting else None
    if settings.sound not in fitting:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"{quoted(str(path))} cannot hold {settings.sound} sound.",
            f"Use {' or '.join(fitting)}." if fitting else "Choose another file type.",
        )
    return settings.sound
