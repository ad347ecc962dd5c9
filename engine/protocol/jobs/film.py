"""The job that renders a project's timeline to a movie."""

from fractions import Fraction
from typing import Annotated, Literal

import msgspec

from engine.protocol.jobs.base import Job, Source
from engine.protocol.jobs.encode import EncodeSettings

FilmRange = Literal["whole", "in_out", "between"]
Subtitles = Literal["none", "track", "burnt_in", "srt"]

_Side = Annotated[int, msgspec.Meta(ge=0, le=8192)]


class FilmJob(Job, frozen=True, kw_only=True, tag="film"):
    """Frame k of the movie shows the timeline at ``start + k / fps``, the same frame that the viewer shows there.

    A file that ends in .wav, .flac, .m4a or .opus holds the sound alone.
    """

    project: Annotated[Source, msgspec.Meta(title="Project", description="The .portraits file, as it is saved.")]
    output: Annotated[str, msgspec.Meta(min_length=1, title="Movie", description="The file to write.")]
    range: Annotated[
        FilmRange,
        msgspec.Meta(title="Range", description="whole film; in_out: the project's range; between: start to end."),
    ] = "whole"
    start: Annotated[
        Fraction,
        msgspec.Meta(title="Start", description='For "between".', extra_json_schema={"unit": "s"}),
    ] = Fraction(0)
    end: Annotated[
        Fraction | None,
        msgspec.Meta(
            title="End", description='For "between"; empty is the end of the film.', extra_json_schema={"unit": "s"}
        ),
    ] = None
    width: Annotated[
        _Side, msgspec.Meta(title="Width", description="0 = the project's.", extra_json_schema={"unit": "px"})
    ] = 0
    height: Annotated[
        _Side, msgspec.Meta(title="Height", description="0 = the project's.", extra_json_schema={"unit": "px"})
    ] = 0
    fps: Annotated[
        Fraction | None,
        msgspec.Meta(title="Frame rate", description="Empty = the project's.", extra_json_schema={"unit": "frames/s"}),
    ] = None
    loudness: Annotated[
        Annotated[float, msgspec.Meta(ge=-36, le=-8)] | None,
        msgspec.Meta(
            title="Loudness",
            description="Turn the whole sound up or down to this loudness; empty leaves it as it is mixed.",
            extra_json_schema={"unit": "LUFS"},
        ),
    ] = None
    subtitles: Annotated[
        Subtitles,
        msgspec.Meta(
            title="Subtitles",
            description="track: part of the file. burnt_in: drawn into the frames. srt: a file beside it.",
        ),
    ] = "none"
    language: Annotated[
        str,
        msgspec.Meta(
            pattern=r"\A([a-z]{3})?\Z",
            title="Language",
            description="Of the subtitles, as three letters (ISO 639-2), such as eng; empty leaves it open.",
        ),
    ] = ""
    caption_size: Annotated[
        float,
        msgspec.Meta(
            ge=0.02, le=0.12, title="Caption size", description="Of burnt-in subtitles, as a part of the shorter side."
        ),
    ] = 0.045
    clip_recipes: Annotated[
        bool,
        msgspec.Meta(title="Recipes of the clips", description="Put the recipe of every clip into the file."),
    ] = False
    encode: EncodeSettings = EncodeSettings()
    overwrite: Annotated[bool, msgspec.Meta(title="Overwrite", description="Replace a file that exists.")] = False

    def __post_init__(self) -> None:
        if (self.width == 0) != (self.height == 0):
            raise ValueError("Give both width and height, or neither")
        if 0 < min(self.width, self.height) < 16:
            raise ValueError("The frame must be at least 16 pixels wide and high")
        if self.fps is not None and not 1 <= self.fps <= 240:
            raise ValueError("The frame rate must be 1 to 240 frames per second")
        if self.start < 0 or (self.end is not None and self.end <= self.start):
            raise ValueError("The range must start at 0 or later and end after its start")
        if self.range != "between" and (self.start != 0 or self.end is not None):
            raise ValueError('A start and an end belong to the range "between"')
