"""The presets of the export pane, as data."""

from dataclasses import dataclass, fields
from dataclasses import replace as replace_fields
from fractions import Fraction

from msgspec.structs import asdict, replace

from engine.protocol.jobs.encode import EncodeSettings, is_sound_file
from engine.protocol.jobs.film import Subtitles


@dataclass(frozen=True)
class Format:
    """What is written, apart from where and of which part of the film.

    Attributes:
        suffix: of the file; "" is a folder of pictures, that of a sound file leaves the pictures out.
        encode: codec, quality, speed, encoder and sound.
        longest: longer side in pixels; 0 is the film's.
        fps: frames per second; None is the film's.
        loudness: LUFS; None leaves the mix as it is.
        subtitles: where they go.
        language: of the subtitles, three letters or "".
        caption_size: of burnt-in subtitles, as a part of the frame's shorter side.
        clip_recipes: whether the recipe of every clip goes into the file.
    """

    suffix: str
    encode: EncodeSettings
    longest: int = 0
    fps: Fraction | None = None
    loudness: float | None = None
    subtitles: Subtitles = "none"
    language: str = ""
    caption_size: float = 0.045
    clip_recipes: bool = False

    @property
    def sound_only(self) -> bool:
        """Whether the file holds no pictures."""
        return is_sound_file(f"film{self.suffix}")


@dataclass(frozen=True)
class Preset:
    """A format under a name. Texts are translated when they are shown."""

    key: str
    name: str
    facts: str
    icon: str
    format: Format


PRESETS = (
    Preset(
        "web",
        "Web H.264",
        "MP4 · plays everywhere",
        "globe",
        Format(".mp4", EncodeSettings(codec="h264", quality=18, speed="balanced"), loudness=-14.0),
    ),
    Preset(
        "small",
        "Small",
        "MP4 · 720 px",
        "send",
        Format(".mp4", EncodeSettings(codec="h264", quality=28, speed="best", sound_bitrate=96), 720, loudness=-14.0),
    ),
    Preset("master", "Master ProRes", "MOV · 422 HQ · 10 bit", "award", Format(".mov", EncodeSettings(codec="prores"))),
    Preset(
        "av1",
        "AV1",
        "MP4 · smallest at this quality",
        "gauge",
        Format(".mp4", EncodeSettings(codec="av1"), loudness=-14.0),
    ),
    Preset(
        "gif",
        "GIF",
        "no sound · 480 px · 12 fps",
        "images",
        Format(".gif", EncodeSettings(codec="gif"), 480, Fraction(12)),
    ),
    Preset(
        "alpha",
        "With alpha",
        "ProRes 4444",
        "layers",
        Format(".mov", EncodeSettings(codec="prores4444", alpha=True)),
    ),
    Preset(
        "vp9",
        "VP9 with alpha",
        "WebM · for web pages",
        "layers",
        Format(".webm", EncodeSettings(codec="vp9", alpha=True), loudness=-14.0),
    ),
    Preset("apng", "Animated PNG", "lossless · no sound", "images", Format(".apng", EncodeSettings(codec="apng"))),
    Preset("webp", "Animated WebP", "small · no sound", "images", Format(".webp", EncodeSettings(codec="webp"), 720)),
    Preset("png", "PNG sequence", "one file a frame", "file-image", Format("", EncodeSettings(codec="png"))),
    Preset("wav", "Sound only", "WAV · 24 bit", "audio-waveform", Format(".wav", EncodeSettings(), loudness=-16.0)),
    Preset("flac", "Sound, FLAC", "lossless · about half of WAV", "audio-waveform", Format(".flac", EncodeSettings())),
    Preset("m4a", "Sound, M4A", "AAC · plays everywhere", "audio-waveform", Format(".m4a", EncodeSettings())),
    Preset(
        "opus",
        "Sound, Opus",
        "smallest · for speech",
        "audio-waveform",
        Format(".opus", EncodeSettings(sound_bitrate=96), loudness=-16.0),
    ),
)

SIZES = (0, 2160, 1440, 1080, 720, 480)
RATES = (None, Fraction(24), Fraction(25), Fraction(30), Fraction(50), Fraction(60), Fraction(12))


def differs(one: Format, other: Format) -> frozenset[str]:
    """Return the names of the values in which two formats differ; those of the encoder by their own names."""
    names = (field.name for field in fields(Format) if field.name != "encode")
    own = {name for name in names if getattr(one, name) != getattr(other, name)}
    first, second = asdict(one.encode), asdict(other.encode)
    return frozenset(own | {name for name in first if first[name] != second[name]})


def with_encode(format_: Format, **values: object) -> Format:
    """Return a format with other values of its encoder."""
    return replace_fields(format_, encode=replace(format_.encode, **values))


def frame_size(width: int, height: int, longest: int) -> tuple[int, int]:
    """Return the size of the file's frames in even numbers; 0, 0 for the film's own."""
    if longest == 0 or longest == max(width, height):
        return 0, 0
    part = longest / max(width, height)
    return max(16, round(width * part / 2) * 2), max(16, round(height * part / 2) * 2)
