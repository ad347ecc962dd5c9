"""The job that speaks a text."""

from typing import Annotated, Literal

import msgspec

from engine.protocol.jobs.base import Job

MAX_CHARACTERS = 100_000
"""About two hours of speech."""


class VoiceJob(Job, tag="voice", frozen=True, kw_only=True):
    """Speak a text into a WAV file (24 kHz, mono, 16 bit), with subtitles beside it when asked."""

    text: Annotated[
        str,
        msgspec.Meta(
            max_length=MAX_CHARACTERS,
            title="Text",
            description="What is said, in English. Emotion tags such as <laugh> are left out by the built-in voice.",
        ),
    ]
    output: Annotated[str, msgspec.Meta(min_length=1, title="Sound", description="The .wav file to write.")]
    engine: Annotated[
        Literal["builtin"],
        msgspec.Meta(title="Voice engine", description="builtin: the small voice that is always there."),
    ] = "builtin"
    speed: Annotated[
        float,
        msgspec.Meta(
            ge=0.5,
            le=2.0,
            title="Speed",
            description="1 is the speaker's own pace, 2 is twice as fast.",
            extra_json_schema={"unit": "x"},
        ),
    ] = 1.0
    seed: Annotated[
        int,
        msgspec.Meta(ge=0, le=2**53 - 1, title="Seed", description="The same seed gives the same sound."),
    ] = 0
    gap: Annotated[
        float,
        msgspec.Meta(
            ge=0.0,
            le=10.0,
            title="Pause between sentences",
            description="Silence between two sentences.",
            extra_json_schema={"unit": "s"},
        ),
    ] = 0.25
    loudness: Annotated[
        Annotated[float, msgspec.Meta(ge=-40.0, le=-5.0)] | None,
        msgspec.Meta(
            title="Loudness",
            description="Level the sound to this, -16 is usual on the web, -23 in broadcasting; empty leaves it.",
            extra_json_schema={"unit": "LUFS"},
        ),
    ] = None
    subtitles: Annotated[
        Literal["none", "srt", "vtt"],
        msgspec.Meta(title="Subtitles", description="Also write the sentences with their times, beside the sound."),
    ] = "none"
    overwrite: Annotated[bool, msgspec.Meta(title="Overwrite", description="Replace files that exist.")] = False
