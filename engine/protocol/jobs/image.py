"""The job that makes pictures from words, and the fields it shares with the grid and the series."""

from typing import Annotated, Literal

import msgspec

from engine.protocol.jobs.base import Job, Source
from engine.protocol.picture_models import DEFAULT_MODEL, Scheduler, preset_for

MAX_PROMPT = 10_000
MAX_SIDE = 4096
MAX_PICTURES = 1000

PromptText = Annotated[str, msgspec.Meta(max_length=MAX_PROMPT)]
Seed = Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]
LoraStrength = Annotated[float, msgspec.Meta(ge=-4.0, le=4.0)]
Share = Annotated[float, msgspec.Meta(gt=0.0, le=1.0)]
FrameSide = Annotated[int, msgspec.Meta(ge=0, le=MAX_SIDE)]


class Lora(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A style (LoRA): its file or its id in the store, and how strongly it acts; 0 leaves it out, below 0 inverts it.

    ``name`` is what the adapter is called inside the pipeline; empty takes it from the file.
    """

    source: Source
    strength: LoraStrength = 1.0
    name: Annotated[str, msgspec.Meta(max_length=100)] = ""


class PictureJob(Job, frozen=True, kw_only=True):
    """What every job that makes pictures from words has. Not a kind of job by itself."""

    prompt: Annotated[
        str,
        msgspec.Meta(
            max_length=MAX_PROMPT,
            title="Prompt",
            description="What the picture shows. {young|old} takes one after the other, __hair__ a line of hair.txt.",
        ),
    ] = ""
    negative_prompt: Annotated[
        str,
        msgspec.Meta(
            max_length=MAX_PROMPT,
            title="Negative prompt",
            description="What it shall not show. Only models with guidance read it, SDXL Turbo does not.",
        ),
    ] = ""
    model: Annotated[
        str,
        msgspec.Meta(
            min_length=1,
            max_length=4096,
            title="Model",
            description="An id of the store, a hub name in the store, a diffusers folder, or a .safetensors file.",
        ),
    ] = DEFAULT_MODEL
    loras: Annotated[
        tuple[Lora, ...],
        msgspec.Meta(max_length=16, title="Styles (LoRA)", description="Files or ids, each with its own strength."),
    ] = ()
    templates: Annotated[
        tuple[Annotated[str, msgspec.Meta(min_length=1, max_length=200)], ...],
        msgspec.Meta(
            max_length=16, title="Templates", description="Names of saved texts that are put around the prompt."
        ),
    ] = ()
    width: Annotated[
        FrameSide,
        msgspec.Meta(title="Width", description="0 = what suits the model.", extra_json_schema={"unit": "px"}),
    ] = 0
    height: Annotated[
        FrameSide,
        msgspec.Meta(title="Height", description="0 = what suits the model.", extra_json_schema={"unit": "px"}),
    ] = 0
    steps: Annotated[
        Annotated[int, msgspec.Meta(ge=1, le=150)] | None,
        msgspec.Meta(title="Steps", description="SDXL Turbo: 1 to 4; other SDXL models: 20 to 40."),
    ] = None
    guidance_scale: Annotated[
        Annotated[float, msgspec.Meta(ge=-100.0, le=50.0)] | None,
        msgspec.Meta(
            title="Guidance",
            description="How closely the words are followed, 5 to 8 is usual; 1 and below are off, as Turbo wants.",
        ),
    ] = None
    clip_skip: Annotated[
        int,
        msgspec.Meta(
            ge=0, le=10, title="Clip skip", description="Layers of the text encoders left out beyond the usual."
        ),
    ] = 0
    seed: Annotated[
        Seed, msgspec.Meta(title="Seed", description="Picture i uses seed + i. The same seed gives the same picture.")
    ] = 0
    scheduler: Annotated[
        Scheduler, msgspec.Meta(title="Scheduler", description="The sampling method; auto: what suits the model.")
    ] = "auto"
    source: Annotated[
        Source | None, msgspec.Meta(title="Start from picture", description="Make a variation of this picture.")
    ] = None
    strength: Annotated[
        Share,
        msgspec.Meta(title="Change", description="With a start picture: near 0 keeps it, 1 makes it new."),
    ] = 0.6
    second_pass: Annotated[
        Annotated[float, msgspec.Meta(ge=1.0, le=4.0)],
        msgspec.Meta(
            title="Second pass",
            description="Enlarge by this and refine, for large pictures without doubled features; 1 is off.",
            extra_json_schema={"unit": "x"},
        ),
    ] = 1.0
    second_strength: Annotated[
        Share, msgspec.Meta(title="Change in the second pass", description="How much the second pass may change.")
    ] = 0.5
    face_repair: Annotated[
        bool,
        msgspec.Meta(title="Face repair", description="Make each face again at a higher resolution and set it in."),
    ] = False
    face_strength: Annotated[
        Share, msgspec.Meta(title="Change in the face", description="How much face repair may change.")
    ] = 0.4
    face_margin: Annotated[
        float,
        msgspec.Meta(
            ge=1.1,
            le=4.0,
            title="Around the face",
            description="The part that is made again is this much larger than the face.",
            extra_json_schema={"unit": "x"},
        ),
    ] = 1.5
    batch_size: Annotated[
        int,
        msgspec.Meta(ge=0, le=64, title="Pictures at once", description="0 = as many as the memory holds."),
    ] = 0
    precision: Annotated[
        Literal["auto", "float32", "bfloat16", "float16"],
        msgspec.Meta(
            title="Number format", description="auto: what suits the device. float16 is very slow on processors."
        ),
    ] = "auto"
    offload: Annotated[
        Literal["auto", "none", "model", "group", "fp8", "sequential"],
        msgspec.Meta(
            title="Memory plan", description="How the model is fitted into the graphics card; auto: as needed."
        ),
    ] = "auto"
    wildcards: Annotated[
        str,
        msgspec.Meta(max_length=4096, title="Wildcard folder", description="Holds NAME.txt files; empty = your own."),
    ] = ""
    embed: Annotated[
        bool, msgspec.Meta(title="Keep settings in pictures", description="Write prompt and recipe into the files.")
    ] = True

    @property
    def frame(self) -> tuple[int, int]:
        """Width and height in pixels before they are laid on multiples of 8; the model's own where none is set.

        A start picture's shape is not known here; :mod:`engine.image.plan` takes it into account.
        """
        side = preset_for(self.model).side
        return self.width or self.height or side, self.height or self.width or side


class ImageJob(PictureJob, frozen=True, kw_only=True, tag="image"):
    """Make pictures from words, or variations of a picture: ``portrait_<time>_<seed>.png`` in a folder."""

    output: Annotated[str, msgspec.Meta(min_length=1, title="Folder", description="Where the pictures go.")]
    num_images: Annotated[
        int,
        msgspec.Meta(ge=1, le=MAX_PICTURES, title="Pictures", extra_json_schema={"unit": "pictures"}),
    ] = 1
