"""The job that speaks a text."""

from typing import Annotated, Literal

import msgspec

from engine.protocol.jobs.base import Job
from engine.protocol.voices import BUILT_IN

MAX_CHARACTERS = 100_000
"""About two hours of speech."""


class VoiceJob(Job, tag="voice", frozen=True, kw_only=True):
    """Speak a text into a WAV file (24 kHz, mono, 16 bit), with subtitles beside it when asked."""

    text: Annotated[
        str,
        msgspec.Meta(
            max_length=MAX_CHARACTERS,
            title="Text",
            description="What is said, in English. The large voice acts emotion tags such as <laugh>.",
        ),
    ]
    output: Annotated[str, msgspec.Meta(min_length=1, title="Sound", description="The .wav file to write.")]
    engine: Annotated[
        Literal["builtin", "maya1"],
        msgspec.Meta(
            title="Voice engine",
            description="builtin: the small voice that is always there, for a draft. maya1: the large voice, which is "
            "described and acts emotions.",
        ),
    ] = "builtin"
    description: Annotated[
        str,
        msgspec.Meta(
            max_length=1000,
            title="Voice description",
            description="Who speaks, in a sentence or two: age, gender, accent, pitch, timbre, pace. For maya1.",
        ),
    ] = BUILT_IN[0].description
    say: Annotated[
        tuple[Annotated[str, msgspec.Meta(min_length=3, max_length=300)], ...],
        msgspec.Meta(
            max_length=1000,
            title="Pronunciation",
            description="How a word is said, such as Søren=SUR-en; it is put in its place before speaking.",
        ),
    ] = ()
    speed: Annotated[
        float,
        msgspec.Meta(
            ge=0.5,
            le=2.0,
            title="Speed",
            description="1 is the speaker's own pace, 2 twice as fast. For builtin; maya1's is in its description.",
            extra_json_schema={"unit": "x"},
        ),
    ] = 1.0
    seed: Annotated[
        int,
        msgspec.Meta(ge=0, le=2**53 - 1, title="Seed", description="The same seed gives the same sound."),
    ] = 0
    temperature: Annotated[
        float,
        msgspec.Meta(
            ge=0.0,
            le=2.0,
            title="Liveliness",
            description="Temperature: 0.3 is even, 0.6 lively; above that words get lost. For maya1.",
        ),
    ] = 0.4
    top_p: Annotated[
        float,
        msgspec.Meta(
            gt=0.0,
            le=1.0,
            title="Variety",
            description="Top-p: the share of likely sounds that is drawn from. For maya1.",
        ),
    ] = 0.9
    repetition_penalty: Annotated[
        float,
        msgspec.Meta(
            ge=1.0,
            le=2.0,
            title="Repetition penalty",
            description="Makes sounds that were there already less likely; 1 is none. For maya1.",
        ),
    ] = 1.1
    max_tokens: Annotated[
        int,
        msgspec.Meta(
            ge=140,
            le=6144,
            title="Longest sentence",
            description="Ids generated for a sentence at most; 82 are a second of sound. For maya1.",
            extra_json_schema={"unit": "ids"},
        ),
    ] = 2048
    carry_on: Annotated[
        bool,
        msgspec.Meta(
            title="Carry on",
            description="Each sentence continues the one before: closer to one voice, and slower. For maya1.",
        ),
    ] = False
    weights: Annotated[
        Literal["auto", "full", "int8"],
        msgspec.Meta(
            title="Weights",
            description="auto: 8 bit on a processor, which is faster there and smaller, else full. For maya1.",
        ),
    ] = "auto"
    server: Annotated[
        str,
        msgspec.Meta(
            max_length=500,
            title="Voice server",
            description="Address of a vLLM server with Maya1, such as http://localhost:8000; empty uses this computer.",
        ),
    ] = ""
    gap: Annotated[
        float,
        msgspec.Meta(
            ge=0.0,
            le=10.0,
            title="Pause between sentences",
            description="Silence between two sentences, twice as long at a blank line; with 0, maya1 cross-fades them.",
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
    takes: Annotated[
        bool,
        msgspec.Meta(title="Sentences as files", description="Also write each sentence as a file, in a folder beside."),
    ] = False
    play: Annotated[bool, msgspec.Meta(title="Play", description="Play the sound while it is made.")] = False
    keep_partial: Annotated[
        bool,
        msgspec.Meta(title="Keep when stopped", description="When stopped, keep the sentences that are finished."),
    ] = False
    overwrite: Annotated[bool, msgspec.Meta(title="Overwrite", description="Replace files that exist.")] = False
