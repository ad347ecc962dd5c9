"""The job that makes a shot: from words, from pictures, or going on from a movie."""

from fractions import Fraction
from typing import Annotated, Literal

import msgspec

from engine.protocol.jobs.base import Job, Source
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.jobs.image import Lora, PromptText, Seed
from engine.protocol.shots import LEAST_SIDE, MOST_FRAMES, MOST_SIDE, legal_frames, legal_half, legal_side
from engine.protocol.video_models import AUTO, Task

Attention = Literal["auto", "native", "cudnn", "flash", "flash3", "sage", "xformers"]
StepCache = Literal["off", "careful", "fast"]

_Side = Annotated[int, msgspec.Meta(ge=LEAST_SIDE, le=MOST_SIDE)]


class VideoJob(Job, frozen=True, kw_only=True, tag="video"):
    """Make a shot from words, from a picture, between two pictures, or let a movie go on."""

    prompt: Annotated[
        str,
        msgspec.Meta(max_length=10_000, title="Prompt", description="What the shot shows and how it moves."),
    ] = ""
    output: Annotated[str, msgspec.Meta(min_length=1, title="Movie", description="The movie to write.")]
    window_prompts: Annotated[
        tuple[PromptText, ...],
        msgspec.Meta(
            max_length=100,
            title="Prompts of the next windows",
            description="For long shots: one for each window after the first; the last one holds to the end.",
        ),
    ] = ()
    negative_prompt: Annotated[
        str,
        msgspec.Meta(max_length=10_000, title="Negative prompt", description="What shall not be seen."),
    ] = "static, blurry, overexposed, low quality, subtitles, deformed hands, deformed face, extra fingers"
    image: Annotated[Source | None, msgspec.Meta(title="Start picture", description="The first frame of the shot.")] = (
        None
    )
    last_image: Annotated[
        Source | None, msgspec.Meta(title="Last picture", description="With a start picture: where the shot ends.")
    ] = None
    movie: Annotated[
        Source | None, msgspec.Meta(title="Movie to go on from", description="The shot goes on from its last frames.")
    ] = None
    movie_end: Annotated[
        Annotated[float, msgspec.Meta(ge=0.0)] | None,
        msgspec.Meta(
            title="Go on from",
            description="Where to leave the movie; empty is its end.",
            extra_json_schema={"unit": "s"},
        ),
    ] = None
    keep_movie: Annotated[
        bool,
        msgspec.Meta(title="Begin with the movie", description="Put the movie before the new frames."),
    ] = True
    fit: Annotated[
        Literal["cover", "contain"],
        msgspec.Meta(
            title="Pictures of another shape",
            description="cover cuts off what is too much, contain fills up with a blurred copy.",
        ),
    ] = "cover"
    model: Annotated[
        str,
        msgspec.Meta(
            min_length=1,
            max_length=4096,
            title="Model",
            description="An id of the store, a hub name in the store, or a folder; auto: the best that is there.",
        ),
    ] = AUTO
    loras: Annotated[
        tuple[Lora, ...],
        msgspec.Meta(max_length=16, title="Styles (LoRA)", description="For Wan models, each with its own strength."),
    ] = ()
    num_frames: Annotated[
        int,
        msgspec.Meta(
            ge=1,
            le=MOST_FRAMES,
            title="Frames",
            description="4k + 1; the new ones when a movie goes on. More than one window needs a model for long shots.",
            extra_json_schema={"unit": "frames"},
        ),
    ] = 97
    width: Annotated[
        _Side, msgspec.Meta(title="Width", description="A multiple of 16.", extra_json_schema={"unit": "px"})
    ] = 960
    height: Annotated[
        _Side, msgspec.Meta(title="Height", description="A multiple of 16.", extra_json_schema={"unit": "px"})
    ] = 544
    fps: Annotated[
        Fraction,
        msgspec.Meta(
            title="Frame rate",
            description="24 is that of the models; 16 is the other one that the small long model knows.",
            extra_json_schema={"unit": "fps"},
        ),
    ] = Fraction(24)
    guidance_scale: Annotated[
        Annotated[float, msgspec.Meta(ge=0.0, le=30.0)] | None,
        msgspec.Meta(
            title="Guidance",
            description="How closely words are followed; empty takes 6, from a picture 5. 1 is off and twice as fast.",
        ),
    ] = None
    steps: Annotated[
        Annotated[int, msgspec.Meta(ge=1, le=1000)] | None,
        msgspec.Meta(title="Steps", description="Empty takes 50, for long shots 30, for drafts 12."),
    ] = None
    seed: Annotated[
        Seed, msgspec.Meta(title="Seed", description="The same seed gives the same shot on the same machine.")
    ] = 0
    draft: Annotated[
        bool,
        msgspec.Meta(
            title="Draft", description="Half the size, few steps: shows early how the shot of this seed will move."
        ),
    ] = False
    flow_shift: Annotated[
        Annotated[float, msgspec.Meta(ge=0.1, le=30.0)] | None,
        msgspec.Meta(
            title="Flow shift",
            description="How long the steps stay at strong noise; empty takes 8, from a picture 5 (3 is also good).",
        ),
    ] = None
    window: Annotated[
        int,
        msgspec.Meta(
            ge=0,
            le=257,
            title="Window length",
            description="Frames made in one go; 0 takes what the model was trained on (97, or 121 for 720p).",
            extra_json_schema={"unit": "frames"},
        ),
    ] = 0
    overlap: Annotated[
        int,
        msgspec.Meta(
            ge=5,
            le=129,
            title="Overlap",
            description="Frames that two windows share so that the movement goes on, 4k + 1; 17 or 37 are usual.",
            extra_json_schema={"unit": "frames"},
        ),
    ] = 17
    overlap_noise: Annotated[
        int,
        msgspec.Meta(
            ge=0,
            le=50,
            title="Noise on the overlap",
            description="Smooths the step from window to window; too much breaks it.",
        ),
    ] = 20
    asynchronous: Annotated[
        bool,
        msgspec.Meta(
            title="Asynchronous",
            description="Denoise blocks of frames one after another: steadier, slower, and frames are 20k - 3.",
        ),
    ] = False
    enable_offload: Annotated[
        bool,
        msgspec.Meta(
            title="Save memory", description="Fit the model into the card as needed; off keeps all of it there."
        ),
    ] = True
    offload: Annotated[
        Literal["auto", "none", "model", "group", "fp8", "sequential"],
        msgspec.Meta(
            title="Memory plan", description="How the model is fitted into the graphics card; auto: as needed."
        ),
    ] = "auto"
    precision: Annotated[
        Literal["auto", "float32", "bfloat16", "float16"],
        msgspec.Meta(
            title="Number format", description="auto: what suits the device. float16 is very slow on processors."
        ),
    ] = "auto"
    attention: Annotated[
        Attention,
        msgspec.Meta(
            title="Attention", description="auto: the fastest exact one that is there. sage is faster and less exact."
        ),
    ] = "auto"
    step_cache: Annotated[
        StepCache,
        msgspec.Meta(
            title="Step cache",
            description="Skips most of a step that would change little: faster, at some loss of detail and movement.",
        ),
    ] = "off"
    compile: Annotated[
        Literal["auto", "on", "off"],
        msgspec.Meta(
            title="Compile the model", description="A minute at first, then faster steps; auto: where that pays."
        ),
    ] = "auto"
    last_frame: Annotated[
        bool,
        msgspec.Meta(
            title="Keep the last frame", description="As a lossless picture beside the movie, for going on from it."
        ),
    ] = True
    keep_partial: Annotated[
        bool,
        msgspec.Meta(title="Keep when stopped", description="When stopped, keep the windows that are finished."),
    ] = False
    overwrite: Annotated[bool, msgspec.Meta(title="Replace an existing file")] = False
    encode: Annotated[EncodeSettings, msgspec.Meta(title="Encoding")] = EncodeSettings()

    @property
    def task(self) -> Task:
        """What the shot begins with."""
        if self.movie is not None:
            return "extend"
        if self.image is not None:
            return "first_last" if self.last_image is not None else "picture"
        return "words"

    @property
    def frame(self) -> tuple[int, int]:
        """Width and height in pixels of the result: legal, and for a draft half of that or a little less."""
        width, height = legal_side(self.width), legal_side(self.height)
        return (legal_half(width), legal_half(height)) if self.draft else (width, height)

    @property
    def frames(self) -> int:
        """The legal number of new frames. What goes on from a movie adds whole latent frames: a multiple of 4 or 20."""
        legal = legal_frames(self.num_frames, asynchronous=self.asynchronous)
        if self.task != "extend":
            return legal
        return legal + 3 if self.asynchronous else legal - 1
