"""Voices for the large voice to take: a name and a description. Some are built in, others are the person's own."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec

from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.values import from_json, to_json

_MAX_FILE = 1_000_000


class VoicePreset(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A voice that can be chosen by name."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
    description: Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]


BUILT_IN = (
    VoicePreset(
        name="narrator",
        description="Man in his 40s with an American accent, warm timbre, low pitch, conversational, measured pacing.",
    ),
    VoicePreset(
        name="storyteller",
        description="Woman in her 40s with a British accent, warm and smooth timbre, normal pitch, slow pacing, "
        "telling a story by the fire.",
    ),
    VoicePreset(
        name="announcer",
        description="Man in his 30s with an American accent, deep timbre, low pitch, energetic, high intensity, "
        "announcing on the radio.",
    ),
    VoicePreset(
        name="presenter",
        description="Woman in her 30s with an American accent, clear and smooth timbre, normal pitch, friendly, "
        "conversational pacing, presenting a product.",
    ),
    VoicePreset(
        name="teacher",
        description="Woman in her 30s with an Indian accent, warm timbre, normal pitch, slow pacing, explaining.",
    ),
    VoicePreset(
        name="newsreader",
        description="Man in his 40s with a British accent, smooth timbre, normal pitch, neutral, steady pacing.",
    ),
    VoicePreset(
        name="grandfather",
        description="Old man with a British accent, gravelly timbre, low pitch, gentle, very slow pacing.",
    ),
    VoicePreset(
        name="friend",
        description="Woman in her 20s with an American accent, bright timbre, high pitch, excited, fast pacing, "
        "chatting with a friend.",
    ),
    VoicePreset(
        name="pirate",
        description="Pirate captain in his 50s, raspy and harsh timbre, low pitch, sarcastic, medium intensity.",
    ),
    VoicePreset(
        name="robot",
        description="Robot with a robotic timbre, normal pitch, neutral emotion, low intensity, even pacing.",
    ),
)
"""The words are those of the model's published guide. The first is the default."""


def read_own_voices(path: Path) -> tuple[VoicePreset, ...]:
    """Return the person's own voices from a JSON file, none when there is no file.

    Raises:
        PortraitsError: BAD_INPUT when the file is not such a list.
    """
    try:
        if path.stat().st_size > _MAX_FILE:
            raise ValueError("it is far too large")
        return from_json(path.read_bytes(), tuple[VoicePreset, ...])
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, msgspec.DecodeError) as error:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"Your voices in {quoted(path)} cannot be read: {error}.",
            f"Correct or remove {path}.",
        ) from None


def own_voices_json(voices: Sequence[VoicePreset]) -> bytes:
    """Return the content of the file that :func:`read_own_voices` reads."""
    return to_json(tuple(voices), indent=2)


def find_voice(name: str, own: Sequence[VoicePreset] = ()) -> VoicePreset | None:
    """Return the voice of a name, the person's own before a built-in one; upper and lower case are the same."""
    wanted = name.strip().casefold()
    return next((voice for voice in (*own, *BUILT_IN) if voice.name.casefold() == wanted), None)
