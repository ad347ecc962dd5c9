"""The job that compares seeds, strengths of a style and prompts in one labelled picture."""

from typing import Annotated

import msgspec

from engine.protocol.jobs.image import LoraStrength, PictureJob, PromptText, Seed

MAX_CELLS = 400


class GridJob(PictureJob, frozen=True, kw_only=True, tag="image_grid"):
    """Columns are strengths, the first without styles; rows are seeds; each further prompt is a band below.

    A strength of a column multiplies the strengths of all styles of the job. Without styles there is one column.
    """

    output: Annotated[str, msgspec.Meta(min_length=1, title="Folder", description="Where the grid goes.")]
    prompts: Annotated[
        tuple[PromptText, ...],
        msgspec.Meta(max_length=20, title="More prompts", description="Each becomes a band of rows of its own."),
    ] = ()
    seeds: Annotated[
        tuple[Seed, ...],
        msgspec.Meta(max_length=50, title="Seeds", description="A row for each; empty: the seed and the two after it."),
    ] = ()
    strengths: Annotated[
        tuple[LoraStrength, ...],
        msgspec.Meta(max_length=20, title="Strengths", description="A column for each."),
    ] = (0.5, 0.75, 1.0)
    keep_pictures: Annotated[
        bool, msgspec.Meta(title="Keep pictures", description="Also write each picture of the grid as a file.")
    ] = False
