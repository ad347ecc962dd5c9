"""The job that makes a series of portraits and lays a morph through them: from one prompt to a film's first track."""

from fractions import Fraction
from typing import Annotated

import msgspec

from engine.protocol.jobs.image import PictureJob
from engine.protocol.jobs.morph import MorphSettings

PLACE = "{variation}"
"""Where a variation goes in the prompt; without it the variation is added at the end."""


class SeriesJob(PictureJob, frozen=True, kw_only=True, tag="series"):
    """One portrait for each variation, each checked for one frontal face, then a project with morphs between them.

    A picture without one frontal face is set aside and made again with the next seed, ``retries`` times at most.
    """

    output: Annotated[
        str,
        msgspec.Meta(min_length=1, title="Project", description="The .portraits file to write; pictures go beside it."),
    ]
    variations: Annotated[
        tuple[Annotated[str, msgspec.Meta(min_length=1, max_length=1000)], ...],
        msgspec.Meta(
            min_length=1,
            max_length=200,
            title="Variations",
            description=f"Ages, moods, costumes: each takes the place of {PLACE} in the prompt, or is added to it.",
        ),
    ]
    retries: Annotated[
        int,
        msgspec.Meta(ge=0, le=10, title="Tries more", description="With the next seeds, when a face is not frontal."),
    ] = 3
    hold: Annotated[
        Fraction,
        msgspec.Meta(title="Hold", description="How long each portrait stands.", extra_json_schema={"unit": "s"}),
    ] = Fraction(1)
    morph: Annotated[
        Fraction, msgspec.Meta(title="Morph", description="How long each morph takes.", extra_json_schema={"unit": "s"})
    ] = Fraction(2)
    fps: Annotated[Fraction, msgspec.Meta(title="Frame rate", extra_json_schema={"unit": "frames/s"})] = Fraction(24)
    settings: MorphSettings = MorphSettings()
    overwrite: Annotated[bool, msgspec.Meta(title="Overwrite", description="Replace a project that exists.")] = False

    def __post_init__(self) -> None:
        if not 1 <= self.fps <= 240:
            raise ValueError("The frame rate must be 1 to 240 frames per second")
        if not 0 <= self.hold <= 3600 or not 0 <= self.morph <= 3600:
            raise ValueError("Hold and morph must be 0 to 3600 seconds long")
