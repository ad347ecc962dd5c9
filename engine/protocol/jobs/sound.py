"""The job that edits a sound: what it makes is a new file, the sound itself is never changed."""

from typing import Annotated

import msgspec

from engine.protocol.jobs.base import Job, Source

_Seconds = Annotated[float, msgspec.Meta(ge=0.0, le=7200.0)]


class SoundJob(Job, tag="sound", frozen=True, kw_only=True):
    """Cut, fade and level a sound into a new WAV file of the same sample rate (24 bit; surround becomes stereo).

    The steps are done in the order of the fields. All times are seconds of the sound as it is.
    """

    input: Annotated[Source, msgspec.Meta(title="Sound", description="The sound, or a movie with sound.")]
    output: Annotated[str, msgspec.Meta(min_length=1, title="Result", description="The .wav file to write.")]
    silence: Annotated[
        tuple[_Seconds, ...],
        msgspec.Meta(
            max_length=200,
            title="Silence",
            description="Parts to be silenced: from, to, from, to.",
            extra_json_schema={"unit": "s"},
        ),
    ] = ()
    start: Annotated[
        float,
        msgspec.Meta(
            ge=0.0,
            le=7200.0,
            title="Start",
            description="What lies before it is cut off.",
            extra_json_schema={"unit": "s"},
        ),
    ] = 0.0
    end: Annotated[
        _Seconds | None,
        msgspec.Meta(
            title="End", description="What lies behind it is cut off; empty keeps it.", extra_json_schema={"unit": "s"}
        ),
    ] = None
    trim_silence: Annotated[bool, msgspec.Meta(title="Trim silence", description="Cut the silence off both ends.")] = (
        False
    )
    gain_db: Annotated[
        float,
        msgspec.Meta(
            ge=-60.0,
            le=24.0,
            title="Gain",
            description="Louder or quieter; peaks above -1 dBFS are limited softly.",
            extra_json_schema={"unit": "dB"},
        ),
    ] = 0.0
    loudness: Annotated[
        Annotated[float, msgspec.Meta(ge=-40.0, le=-5.0)] | None,
        msgspec.Meta(
            title="Loudness",
            description="Level the sound to this, -16 is usual on the web, -23 in broadcasting; empty leaves it.",
            extra_json_schema={"unit": "LUFS"},
        ),
    ] = None
    fade_in: Annotated[
        float,
        msgspec.Meta(ge=0.0, le=60.0, title="Fade in", description="From silence.", extra_json_schema={"unit": "s"}),
    ] = 0.0
    fade_out: Annotated[
        float,
        msgspec.Meta(ge=0.0, le=60.0, title="Fade out", description="To silence.", extra_json_schema={"unit": "s"}),
    ] = 0.0
    overwrite: Annotated[bool, msgspec.Meta(title="Overwrite", description="Replace a file that exists.")] = False
