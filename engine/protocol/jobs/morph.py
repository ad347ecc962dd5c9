"""The job that turns a row of portraits into a morph movie, and the settings it shares with morph clips."""

import itertools
import math
from fractions import Fraction
from typing import Annotated, Literal

import msgspec

from engine.protocol.jobs.base import Job, Source
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.jobs.landmarks import Confidence, Drawing, FaceIndex

CurveKind = Literal["linear", "smoothstep", "ease_in", "ease_out", "points"]
Separation = Literal["person", "face", "none"]

MAX_MORPH_FRAMES = 2400
MAX_MOVIE_FRAMES = 1_000_000
_REACH = (-1.0, 2.0)  # caricature: one whole difference beyond either picture


class Curve(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a quantity goes from the first picture (0) to the second (1) while time goes from 0 to 1.

    ``points`` are (time, value) pairs joined by a monotone cubic, used by the kind "points" only: at least two, times
    rising from 0 to 1, values from -1 to 2. Values below 0 and above 1 exaggerate a shape (caricature); colour and
    background are limited to 0..1.
    """

    kind: Annotated[CurveKind, msgspec.Meta(title="Curve")] = "linear"
    points: Annotated[tuple[tuple[float, float], ...], msgspec.Meta(max_length=64)] = ()

    def __post_init__(self) -> None:
        if self.kind != "points":
            if self.points:
                raise ValueError(f'Points belong to the curve kind "points", not to "{self.kind}"')
            return
        if len(self.points) < 2:
            raise ValueError("A curve of points needs at least two points")
        if not all(math.isfinite(time) and math.isfinite(value) for time, value in self.points):
            raise ValueError("A point of the curve is not a finite number")
        times = [time for time, _ in self.points]
        if times[0] != 0.0 or times[-1] != 1.0 or any(a >= b for a, b in itertools.pairwise(times)):
            raise ValueError("The times of a curve's points must rise from 0 to 1")
        if any(not _REACH[0] <= value <= _REACH[1] for _, value in self.points):
            raise ValueError("The values of a curve's points must lie between -1 and 2")


class MorphSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How two pictures become one another. The same for a morph movie and for a morph clip on the timeline."""

    shape: Annotated[Curve, msgspec.Meta(title="Shape", description="How the forms move.")] = Curve(kind="smoothstep")
    colour: Annotated[Curve, msgspec.Meta(title="Colour", description="How the person's colours change.")] = Curve(
        kind="smoothstep"
    )
    background: Annotated[
        Curve, msgspec.Meta(title="Background", description="How what lies behind the person fades.")
    ] = Curve(kind="smoothstep")
    separation: Annotated[
        Separation,
        msgspec.Meta(
            title="Outside the face",
            description="person: hair and shoulders move apart from the background. face: the face fades by itself. "
            "none: everything is one.",
        ),
    ] = "person"
    light: Annotated[
        Literal["display", "linear"],
        msgspec.Meta(title="Blend", description="display: even to the eye. linear: as light mixes, brighter."),
    ] = "display"
    align: Annotated[
        bool, msgspec.Meta(title="Align faces", description="Turn, scale and move later pictures onto the first face.")
    ] = True


FrameCount = Annotated[int, msgspec.Meta(ge=0, le=MAX_MORPH_FRAMES)]
FrameSide = Annotated[int, msgspec.Meta(ge=0, le=8192)]


class MorphJob(Job, frozen=True, kw_only=True, tag="morph"):
    """N pictures give N + (N - 1) * morph_frames frames, before holds, loop and ping-pong."""

    inputs: Annotated[
        tuple[Source, ...],
        msgspec.Meta(min_length=1, max_length=10_000, title="Pictures", description="Files or folders, in order."),
    ]
    output: Annotated[str, msgspec.Meta(min_length=1, title="Movie", description="The file to write.")]
    fps: Annotated[Fraction, msgspec.Meta(title="Frame rate", extra_json_schema={"unit": "frames/s"})] = Fraction(24)
    morph_frames: Annotated[
        FrameCount,
        msgspec.Meta(title="Frames between", description="Between two pictures.", extra_json_schema={"unit": "frames"}),
    ] = 8
    pair_frames: Annotated[
        tuple[FrameCount, ...],
        msgspec.Meta(
            max_length=10_000,
            title="Frames between, for each pair",
            description="One number for each pair; empty = all alike.",
        ),
    ] = ()
    width: Annotated[
        FrameSide,
        msgspec.Meta(title="Width", description="0 = the first picture's.", extra_json_schema={"unit": "px"}),
    ] = 0
    height: Annotated[
        FrameSide,
        msgspec.Meta(title="Height", description="0 = the first picture's.", extra_json_schema={"unit": "px"}),
    ] = 0
    fit: Annotated[
        Literal["cover", "contain"],
        msgspec.Meta(title="Fit", description="cover: fill the frame and crop. contain: show all, with edges."),
    ] = "cover"
    edges: Annotated[
        str,
        msgspec.Meta(
            pattern=r"\A(blur|#[0-9a-fA-F]{6})\Z",
            title="Edges",
            description="What fills the edges with contain: blur, or a colour #RRGGBB.",
        ),
    ] = "blur"
    settings: MorphSettings = MorphSettings()
    hold_first: Annotated[
        FrameCount,
        msgspec.Meta(
            title="Hold first", description="More of the first picture.", extra_json_schema={"unit": "frames"}
        ),
    ] = 0
    hold_between: Annotated[
        FrameCount,
        msgspec.Meta(
            title="Hold between", description="More of each middle picture.", extra_json_schema={"unit": "frames"}
        ),
    ] = 0
    hold_last: Annotated[
        FrameCount,
        msgspec.Meta(title="Hold last", description="More of the last picture.", extra_json_schema={"unit": "frames"}),
    ] = 0
    repeat: Annotated[
        Literal["once", "loop", "ping_pong"],
        msgspec.Meta(
            title="Repeat", description="loop: morph back to the first picture. ping_pong: play it back again."
        ),
    ] = "once"
    landmark_files: Annotated[
        tuple[Source, ...],
        msgspec.Meta(
            max_length=10_000,
            title="Landmark files",
            description="Edited ones; NAME.landmarks.json belongs to picture NAME.",
        ),
    ] = ()
    face: FaceIndex = -1
    confidence: Confidence = 0.5
    detector_model: Annotated[
        str, msgspec.Meta(title="Detector file", description="A face_landmarker.task of your own; empty = built in.")
    ] = ""
    visualize: Annotated[
        Drawing, msgspec.Meta(title="Draw", description="Draw the landmarks or the mesh on every frame.")
    ] = "none"
    encode: EncodeSettings = EncodeSettings()
    overwrite: Annotated[bool, msgspec.Meta(title="Overwrite", description="Replace a file that exists.")] = False

    def __post_init__(self) -> None:
        if not 0 < self.fps <= 240:
            raise ValueError("The frame rate must be above 0 and at most 240 frames per second")
        if (self.width == 0) != (self.height == 0):
            raise ValueError("Give both width and height, or neither")
        if 0 < min(self.width, self.height) < 16:
            raise ValueError("The frame must be at least 16 pixels wide and high")
