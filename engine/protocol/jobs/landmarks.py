"""The job that finds the landmarks of pictures."""

from typing import Annotated, Literal

import msgspec

from engine.protocol.jobs.base import Job, Source

Drawing = Literal["none", "points", "mesh"]
Confidence = Annotated[
    float,
    msgspec.Meta(
        ge=0.05,
        le=0.99,
        title="Detection confidence",
        description="How sure the detector must be; lower finds more faces and more mistakes.",
    ),
]
FaceIndex = Annotated[
    int,
    msgspec.Meta(
        ge=-1,
        le=31,
        title="Face",
        description="Which face of a picture with several, 0 for the leftmost; -1 takes the largest.",
    ),
]


class LandmarksJob(Job, frozen=True, kw_only=True, tag="landmarks"):
    """Write ``NAME.landmarks.json`` for every picture, and ``NAME.landmarks.png`` when drawing."""

    inputs: Annotated[
        tuple[Source, ...],
        msgspec.Meta(min_length=1, max_length=10_000, title="Pictures", description="Files or folders."),
    ]
    output: Annotated[str, msgspec.Meta(title="Folder", description="Where the landmark files go.")]
    draw: Annotated[
        Drawing, msgspec.Meta(title="Draw", description="Also write pictures with the points or the mesh on them.")
    ] = "none"
    face: FaceIndex = -1
    confidence: Confidence = 0.5
    detector_model: Annotated[
        str, msgspec.Meta(title="Detector file", description="A face_landmarker.task of your own; empty = built in.")
    ] = ""
    overwrite: Annotated[bool, msgspec.Meta(title="Overwrite", description="Replace files that exist.")] = False
