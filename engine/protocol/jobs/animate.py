"""The job that moves the person of a picture by a motion."""

from fractions import Fraction
from typing import Annotated, Literal

import msgspec

from engine.protocol.jobs.base import Job, Source
from engine.protocol.jobs.encode import EncodeSettings

Variant = Literal["7b", "17b"]
Fit = Literal["crop", "pad"]


class ModelPaths(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Weights from elsewhere than the model store; empty takes the store's."""

    tokenizer: Annotated[str, msgspec.Meta(title="Tokenizer", description="4DMoT: a file or its folder.")] = ""
    transformer: Annotated[
        str, msgspec.Meta(title="Animation model", description="The folder MV-DiT/CogVideoX or MV-DiT/Wan-2-1.")
    ] = ""
    parts: Annotated[
        str, msgspec.Meta(title="Other parts", description="The folder of CogVideoX-5b, or of the Wan 2.1 parts.")
    ] = ""


class AnimateJob(Job, frozen=True, kw_only=True, tag="animate"):
    """Let the person of a reference picture move like a motion."""

    reference: Annotated[Source, msgspec.Meta(title="Reference", description="A picture of the person.")]
    motion: Annotated[
        Source, msgspec.Meta(title="Motion", description="A .motion.npz, MTVCrafter .pkl, BVH or SMPL/AMASS .npz file.")
    ]
    output: Annotated[str, msgspec.Meta(min_length=1, title="Movie", description="The movie to write.")]
    model: Annotated[
        Variant, msgspec.Meta(title="Model", description="7b needs no words; 17b follows a prompt and takes a LoRA.")
    ] = "7b"
    fit: Annotated[
        Fit,
        msgspec.Meta(
            title="Fit the reference", description="crop fills the size; pad shows the whole picture, with room around."
        ),
    ] = "crop"
    index: Annotated[
        int,
        msgspec.Meta(ge=0, le=499_999, title="Motion number", description="Which one, in a file that lists several."),
    ] = 0
    person: Annotated[int, msgspec.Meta(ge=0, le=999, title="Person", description="Which person of the motion.")] = 0
    source_fps: Annotated[
        Fraction | None,
        msgspec.Meta(title="Frame rate of the file", description="For pickles, which have none of their own."),
    ] = None
    prompt: Annotated[str, msgspec.Meta(max_length=10_000, title="Prompt", description="What happens, for 17b.")] = (
        "The character is dancing."
    )
    negative_prompt: Annotated[
        str, msgspec.Meta(max_length=10_000, title="Negative prompt", description="What shall not be seen, for 17b.")
    ] = "bad hands, extra limbs, fused fingers, blurry, low quality"
    lora: Annotated[
        tuple[Source, ...],
        msgspec.Meta(max_length=1, title="LoRA", description="For 17b; FusionX works in 10 steps without guidance."),
    ] = ()
    lora_strength: Annotated[float, msgspec.Meta(ge=0.0, le=2.0, title="LoRA strength")] = 1.0
    frames: Annotated[
        int,
        msgspec.Meta(
            ge=0,
            le=100_000,
            title="Length",
            description="0 takes the whole motion; longer than 49 is made in clips.",
            extra_json_schema={"unit": "frames"},
        ),
    ] = 0
    start: Annotated[
        int,
        msgspec.Meta(
            ge=0,
            le=200_000,
            title="First frame",
            description="Where in the motion to begin.",
            extra_json_schema={"unit": "frames"},
        ),
    ] = 0
    side: Annotated[
        int,
        msgspec.Meta(
            ge=64,
            le=1024,
            multiple_of=32,
            title="Size",
            description="Side of a square of the same area; the models were trained for 512.",
            extra_json_schema={"unit": "px"},
        ),
    ] = 512
    fps: Annotated[
        Fraction,
        msgspec.Meta(title="Frame rate", description="20 is that of the models.", extra_json_schema={"unit": "fps"}),
    ] = Fraction(20)
    steps: Annotated[
        Annotated[int, msgspec.Meta(ge=1, le=1000)] | None,
        msgspec.Meta(title="Steps", description="Empty takes 50, or 10 with a LoRA."),
    ] = None
    guidance: Annotated[
        Annotated[float, msgspec.Meta(ge=0.0, le=30.0)] | None,
        msgspec.Meta(title="Guidance", description="Empty takes 3 (7b: by motion), 6 (17b: by words), 1 with a LoRA."),
    ] = None
    sampler: Annotated[
        Literal["dpm", "ddim"], msgspec.Meta(title="Sampler", description="For 7b; 17b always uses Euler on the flow.")
    ] = "dpm"
    motion_strength: Annotated[
        float, msgspec.Meta(ge=0.0, le=2.0, title="Motion strength", description="1 is as trained.")
    ] = 1.0
    motion_start: Annotated[
        float, msgspec.Meta(ge=0.0, le=1.0, title="Motion from", description="Share of the steps, 0 is the first.")
    ] = 0.0
    motion_end: Annotated[
        float, msgspec.Meta(ge=0.0, le=1.0, title="Motion until", description="Share of the steps, 1 is the last.")
    ] = 1.0
    seed: Annotated[
        int, msgspec.Meta(ge=0, le=2**53 - 1, title="Seed", description="The same seed gives the same movie.")
    ] = 42
    panels: Annotated[
        bool,
        msgspec.Meta(
            title="Panels", description="Reference, driving video, pose before and after tokens, and the result."
        ),
    ] = False
    driving: Annotated[
        tuple[Source, ...],
        msgspec.Meta(max_length=1, title="Driving video", description="Shown in the panels."),
    ] = ()
    clean: Annotated[
        bool,
        msgspec.Meta(title="Fill gaps", description="Fill frames without a person; off makes them an error."),
    ] = True
    clip_image: Annotated[
        Literal["last", "reference"],
        msgspec.Meta(
            title="Picture of later clips", description="What 17b is told of the person after the first clip."
        ),
    ] = "last"
    both_halves: Annotated[
        bool,
        msgspec.Meta(title="Both halves at once", description="Faster; off needs less memory where there is guidance."),
    ] = True
    models: ModelPaths = ModelPaths()
    device: Annotated[
        str, msgspec.Meta(title="Device", description="auto, cpu, mps, cuda or cuda:N.", max_length=20)
    ] = "auto"
    offload: Annotated[
        Literal["auto", "none", "model", "group", "fp8", "sequential"],
        msgspec.Meta(title="Memory plan", description="auto takes the fastest that fits."),
    ] = "auto"
    precision: Annotated[Literal["auto", "float32", "bfloat16", "float16"], msgspec.Meta(title="Number format")] = (
        "auto"
    )
    encode: EncodeSettings = EncodeSettings()
    overwrite: Annotated[bool, msgspec.Meta(title="Overwrite", description="Replace a file that exists.")] = False
