"""How clips and tracks are called and coloured."""

from collections.abc import Sequence

from desktop.widgets.numbers import number_text, short_number, signed_number
from desktop.widgets.tokens import CLIPS, ClipColours
from desktop.widgets.words import short_name, tr
from engine.project.clips import (
    AnimationClip,
    AnyClip,
    MorphClip,
    MovieClip,
    ShotClip,
    SoundClip,
    StillClip,
    TitleClip,
    VoiceClip,
)
from engine.project.media import MediaItem
from engine.project.timeline import Track

_LOOKS = (
    (AnimationClip, "animation"),
    (ShotClip, "shot"),
    (MovieClip, "shot"),
    (StillClip, "still"),
    (MorphClip, "morph"),
    (VoiceClip, "voice"),
    (SoundClip, "music"),
    (TitleClip, "title"),
)
TRACK_ICONS = {"title": "type", "picture": "film", "voice": "mic", "music": "music"}


def clip_look(clip: AnyClip) -> ClipColours:
    """Return the colours and the icon of a clip's kind."""
    return CLIPS[next(name for kind, name in _LOOKS if isinstance(clip, kind))]


def edit_words(clip: AnyClip | None) -> str:
    """Return what the command says that opens what made a clip."""
    return tr("Correct the morph's landmarks") if isinstance(clip, MorphClip) else tr("Edit what made the clip")


def clip_icon(clip: AnyClip) -> str:
    """Return the icon of a clip; a movie that was brought has its own."""
    return "film" if type(clip) is MovieClip else clip_look(clip).icon


def kind_of(clip: AnyClip) -> str:
    """Return the word of the glossary for a clip's kind."""
    if type(clip) is MovieClip:
        return tr("Movie")
    if type(clip) is SoundClip:
        return tr("Sound")
    name = next(name for kind, name in _LOOKS if isinstance(clip, kind))
    return {
        "animation": tr("Animation"),
        "shot": tr("Shot"),
        "still": tr("Still"),
        "morph": tr("Morph"),
        "voice": tr("Voice"),
        "music": tr("Music"),
        "title": tr("Title"),
    }[name]


def clip_name(clip: AnyClip, media: dict[str, MediaItem]) -> str:
    """Return what a clip is called: its own name, that of its file, its words, or a morph's length."""
    if isinstance(clip, MorphClip) and not clip.name:
        return tr("{n} s", n=number_text(float(clip.duration), 1))
    if isinstance(clip, TitleClip):
        return clip.name or " ".join(clip.text.split())
    item = media.get(getattr(clip, "media", ""))
    name = short_name(clip.name or (item.name if item is not None else ""))
    gain = getattr(clip, "gain_db", 0.0)
    if gain:
        name += f" · {signed_number(gain)} dB"
    speed = getattr(clip, "speed", 1)
    return name if speed == 1 else f"{name} · {short_number(float(speed))} ×"


def name_in_row(clips: Sequence[AnyClip], index: int, media: dict[str, MediaItem]) -> str:
    """Return what a clip of a row is called; a morph has the names of its two stills."""
    clip = clips[index]
    if isinstance(clip, MorphClip) and not clip.name and 0 < index < len(clips) - 1:
        return " → ".join(clip_name(clips[each], media) for each in (index - 1, index + 1))
    return clip_name(clip, media)


_MADE = ("Pictures", "Titles", "Voice", "Music", "Sound")
"""The names that new tracks are given with the first clip; they are shown in the language of the window."""


def track_name(track: Track, look: str) -> str:
    """Return a track's own name, or what it is for."""
    usual = {"title": tr("Titles"), "picture": tr("Pictures"), "voice": tr("Voice"), "music": tr("Music")}
    return tr(track.name) if track.name in _MADE else track.name or usual[look]
