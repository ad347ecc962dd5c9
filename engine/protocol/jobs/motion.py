"""The jobs that make and change motions: extract, clean, convert, draw, tokenise, reconstruct, put together."""

from fractions import Fraction
from typing import Annotated, Literal

import msgspec

from engine.protocol.jobs.base import Job, Source
from engine.protocol.jobs.encode import EncodeSettings

Extractor = Literal["nlf", "mediapipe"]
Smoothing = Literal["none", "one-euro", "savgol"]

MotionSource = Annotated[
    Source, msgspec.Meta(title="Motion", description="A .motion.npz, MTVCrafter .pkl, BVH or SMPL/AMASS .npz file.")
]
MotionIndex = Annotated[
    int, msgspec.Meta(ge=0, le=499_999, title="Motion number", description="Which one, in a file that lists several.")
]
PersonIndex = Annotated[
    int, msgspec.Meta(ge=0, le=999, title="Person", description="Which person; 0 is the one who is seen most.")
]
Overwrite = Annotated[bool, msgspec.Meta(title="Overwrite", description="Replace files that exist.")]
OutputMotion = Annotated[str, msgspec.Meta(min_length=1, title="Result", description="The .npz motion file to write.")]
TokenizerPath = Annotated[
    str,
    msgspec.Meta(
        title="Tokenizer", description="A 4DMoT checkpoint or its folder; empty takes the one of the model store."
    ),
]
DeviceName = Annotated[str, msgspec.Meta(title="Device", description="auto, cpu, mps, cuda or cuda:N.", max_length=20)]


class ExtractMotionJob(Job, frozen=True, kw_only=True, tag="motion_extract"):
    """Find the joints of a person in a video."""

    video: Annotated[Source, msgspec.Meta(title="Video", description="The driving video.")]
    output: OutputMotion
    extractor: Annotated[
        Extractor,
        msgspec.Meta(
            title="Extractor",
            description="nlf is exact, for non-commercial research only; mediapipe is free and approximate.",
        ),
    ] = "mediapipe"
    person: PersonIndex = 0
    people: Annotated[
        int,
        msgspec.Meta(ge=1, le=20, title="People", description="How many people mediapipe looks for."),
    ] = 1
    bgr: Annotated[
        bool,
        msgspec.Meta(title="Red and blue swapped", description="Give NLF the colours as the original tool did."),
    ] = False
    model: Annotated[
        str, msgspec.Meta(title="Model file", description="A pose landmarker file; empty takes the model store's.")
    ] = ""
    batch: Annotated[
        int,
        msgspec.Meta(
            ge=1, le=256, title="Batch", description="Frames NLF takes at once.", extra_json_schema={"unit": "frames"}
        ),
    ] = 8
    device: DeviceName = "auto"
    overwrite: Overwrite = False


class CleanMotionJob(Job, frozen=True, kw_only=True, tag="motion_clean"):
    """Repair, smooth and place a motion. What is not asked for is left as it is."""

    motion: MotionSource
    output: OutputMotion
    index: MotionIndex = 0
    person: PersonIndex = 0
    source_fps: Annotated[
        Fraction | None,
        msgspec.Meta(title="Frame rate of the file", description="For pickles, which have none of their own."),
    ] = None
    outliers: Annotated[
        bool, msgspec.Meta(title="Remove outliers", description="Replace joints that jump for a moment.")
    ] = True
    fill_gaps: Annotated[
        bool, msgspec.Meta(title="Fill gaps", description="Fill frames without a person from their neighbours.")
    ] = True
    smoothing: Annotated[
        Smoothing,
        msgspec.Meta(title="Smoothing", description="one-euro keeps fast moves crisp, savgol keeps peaks."),
    ] = "one-euro"
    strength: Annotated[
        float, msgspec.Meta(ge=0.0, le=1.0, title="Smoothing strength", description="0 is hardly any, 1 is most.")
    ] = 0.5
    start: Annotated[
        int,
        msgspec.Meta(ge=0, title="First frame", description="Cut before it.", extra_json_schema={"unit": "frames"}),
    ] = 0
    end: Annotated[
        Annotated[int, msgspec.Meta(ge=1)] | None,
        msgspec.Meta(title="End", description="Cut from this frame on.", extra_json_schema={"unit": "frames"}),
    ] = None
    speed: Annotated[float, msgspec.Meta(ge=0.1, le=10.0, title="Speed", description="2 is twice as fast.")] = 1.0
    fps: Annotated[
        Fraction | None,
        msgspec.Meta(
            title="Frame rate", description="20 is that of the animation models.", extra_json_schema={"unit": "fps"}
        ),
    ] = None
    loop: Annotated[
        int,
        msgspec.Meta(
            ge=0,
            le=200_000,
            title="Loop",
            description="Repeat to and fro up to this length; 0 does not.",
            extra_json_schema={"unit": "frames"},
        ),
    ] = 0
    mirror: Annotated[bool, msgspec.Meta(title="Mirror", description="Left moves as right did.")] = False
    picture: Annotated[
        tuple[Source, ...],
        msgspec.Meta(
            max_length=1,
            title="Reference picture",
            description="The person goes where the one in this picture is, and is seen as large.",
        ),
    ] = ()
    pelvis_x: Annotated[
        Annotated[float, msgspec.Meta(ge=-1.0, le=2.0)] | None,
        msgspec.Meta(title="Pelvis across", description="Where the first frame's pelvis is seen, 0 left, 1 right."),
    ] = None
    pelvis_y: Annotated[
        Annotated[float, msgspec.Meta(ge=-1.0, le=2.0)] | None,
        msgspec.Meta(title="Pelvis down", description="Where the first frame's pelvis is seen, 0 top, 1 bottom."),
    ] = None
    height: Annotated[
        Annotated[float, msgspec.Meta(ge=0.02, le=3.0)] | None,
        msgspec.Meta(title="Height", description="How high the person is seen, neck to ankles; 1 is the picture."),
    ] = None
    body_scale: Annotated[
        float, msgspec.Meta(ge=0.2, le=5.0, title="Body size", description="Factor on the length of all bones.")
    ] = 1.0
    overwrite: Overwrite = False


class ConvertMotionJob(Job, frozen=True, kw_only=True, tag="motion_convert"):
    """Turn motions of any kind into motion files."""

    motion: MotionSource
    output: Annotated[
        str,
        msgspec.Meta(min_length=1, title="Result", description="An .npz file for one motion, or a folder for all."),
    ]
    index: MotionIndex = 0
    person: PersonIndex = 0
    source_fps: Annotated[
        Fraction | None,
        msgspec.Meta(title="Frame rate of the file", description="For pickles, which have none of their own."),
    ] = None
    overwrite: Overwrite = False


class DrawMotionJob(Job, frozen=True, kw_only=True, tag="motion_draw"):
    """Draw a motion as a movie of a skeleton."""

    motion: MotionSource
    output: Annotated[str, msgspec.Meta(min_length=1, title="Movie", description="The movie to write.")]
    index: MotionIndex = 0
    person: PersonIndex = 0
    view: Annotated[
        Literal["camera", "turning"],
        msgspec.Meta(title="View", description="camera is the driving video's, turning goes around the person."),
    ] = "camera"
    turn: Annotated[
        float,
        msgspec.Meta(
            ge=-720.0,
            le=720.0,
            title="Turn",
            description="How fast the turning view goes.",
            extra_json_schema={"unit": "degrees/s"},
        ),
    ] = 45.0
    width: Annotated[
        int,
        msgspec.Meta(
            ge=0, le=8192, title="Width", description="0 takes the video's.", extra_json_schema={"unit": "px"}
        ),
    ] = 0
    height: Annotated[
        int,
        msgspec.Meta(
            ge=0, le=8192, title="Height", description="0 takes the video's.", extra_json_schema={"unit": "px"}
        ),
    ] = 0
    compare: Annotated[
        tuple[Source, ...],
        msgspec.Meta(max_length=1, title="Compare with", description="A second motion, drawn to the right of it."),
    ] = ()
    encode: EncodeSettings = EncodeSettings()
    overwrite: Overwrite = False


class TokenizeMotionJob(Job, frozen=True, kw_only=True, tag="motion_tokenize"):
    """Write the token numbers of a motion."""

    motion: MotionSource
    output: Annotated[
        str, msgspec.Meta(min_length=1, title="Result", description="The .npz file with the token numbers.")
    ]
    index: MotionIndex = 0
    person: PersonIndex = 0
    tokenizer: TokenizerPath = ""
    vectors: Annotated[
        bool, msgspec.Meta(title="Vectors", description="Also write the quantised vectors, 3072 numbers per token.")
    ] = False
    device: DeviceName = "auto"
    overwrite: Overwrite = False


class ReconstructMotionJob(Job, frozen=True, kw_only=True, tag="motion_reconstruct"):
    """Send a motion through the tokenizer and back, to see what the animation models will see of it."""

    motion: MotionSource
    output: OutputMotion
    index: MotionIndex = 0
    person: PersonIndex = 0
    tokenizer: TokenizerPath = ""
    device: DeviceName = "auto"
    overwrite: Overwrite = False


class BuildDatasetJob(Job, frozen=True, kw_only=True, tag="motion_dataset"):
    """Put motions together for training the tokenizer."""

    inputs: Annotated[
        tuple[Source, ...],
        msgspec.Meta(max_length=100_000, title="Motions", description="Motion files, or folders with motion files."),
    ] = ()
    output: Annotated[str, msgspec.Meta(min_length=1, title="Result", description="The .npz training set to write.")]
    synthetic: Annotated[
        int,
        msgspec.Meta(
            ge=0, le=100_000, title="Made motions", description="Add walks, waves and turns made by rule, so many."
        ),
    ] = 0
    validation: Annotated[
        float,
        msgspec.Meta(
            ge=0.0, le=0.9, title="Validation share", description="Share of the sources kept for measuring errors."
        ),
    ] = 0.05
    fps: Annotated[
        Fraction,
        msgspec.Meta(
            title="Frame rate", description="All motions are brought to it.", extra_json_schema={"unit": "fps"}
        ),
    ] = Fraction(20)
    seed: Annotated[
        int, msgspec.Meta(ge=0, le=2**53 - 1, title="Seed", description="Chooses the validation sources.")
    ] = 0
    overwrite: Overwrite = False
