"""Formats that a person saved under a name, as they lie in the settings folder."""

from dataclasses import fields
from fractions import Fraction

import msgspec
from msgspec.structs import asdict

from desktop.create.presets import Presets
from desktop.export.presets import Format, Preset
from desktop.widgets.words import tr
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.jobs.film import Subtitles
from engine.protocol.values import decode_hook, encode_hook

_KINDS: dict[str, object] = {
    "suffix": str,
    "longest": int,
    "loudness": float | None,
    "subtitles": Subtitles,
    "language": str,
    "caption_size": float,
    "clip_recipes": bool,
}


def own_presets(kept: Presets) -> list[Preset]:
    """Return what was saved; what is damaged is left out."""
    found = []
    for name in kept.names():
        try:
            format_ = format_of(kept.values(name))
        except (msgspec.ValidationError, KeyError, TypeError, ValueError):
            continue
        facts = tr("yours · {codec}", codec=format_.suffix[1:] if format_.sound_only else format_.encode.codec)
        found.append(Preset(f"own {name}", name, facts, "bookmark", format_))
    return found


def plain_of(format_: Format) -> dict[str, object]:
    """Return a format as JSON holds it."""
    plain: dict[str, object] = {name: getattr(format_, name) for name in _KINDS}
    fps = encode_hook(format_.fps) if format_.fps is not None else None
    return {**plain, "encode": asdict(format_.encode), "fps": fps}


def format_of(plain: dict[str, object]) -> Format:
    """Return a format that was saved; what an older version did not know has its usual value.

    Raises:
        msgspec.ValidationError, KeyError, TypeError, ValueError: it is damaged.
    """
    usual = {field.name: field.default for field in fields(Format)}
    values = {name: msgspec.convert(plain.get(name, usual[name]), kind) for name, kind in _KINDS.items()}
    fps = plain["fps"]
    return Format(
        **values,
        encode=msgspec.convert(plain["encode"], EncodeSettings),
        fps=decode_hook(Fraction, fps) if fps is not None else None,
    )
