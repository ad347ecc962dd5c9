"""Questions about faces and the morph between two of them."""

from typing import Annotated, Literal

import msgspec

from engine.protocol.jobs.landmarks import Confidence
from engine.protocol.jobs.morph import MorphSettings
from engine.protocol.queries.base import Query, Reply, Side


class DetectFaces(Query, frozen=True, kw_only=True, tag="detect_faces"):
    """The landmarks of every face in a picture, or in a part of it."""

    path: str
    sha256: str = ""
    """The file's hash where it is known: faces that were found before come from the cache."""
    confidence: Confidence = 0.5
    crop: tuple[int, int, int, int] | None = None
    """Left, top, width and height of the part to look at, in pixels of the picture; None for all of it."""


class FacesReply(Reply, frozen=True, kw_only=True, tag="faces"):
    """One byte frame for each face follows, the leftmost first: float64 little endian, (478, 2), pixels."""

    width: int
    height: int
    """The picture's size in pixels, as displayed."""
    detector: str
    detector_version: str
    faces: int


PointBytes = Annotated[bytes, msgspec.Meta(max_length=2 * 8 * 2048)]
"""float64 little endian, (count, 2): x and y in pixels of the picture as displayed."""


class SharedMesh(Query, frozen=True, kw_only=True, tag="shared_mesh"):
    """The triangles over the points of one picture, or over points that belong together in two, as a morph has them."""

    first: PointBytes
    second: PointBytes = b""
    """As many points as ``first``, or none."""


class MeshReply(Reply, frozen=True, kw_only=True, tag="mesh"):
    """Two byte frames follow, int32 little endian: the triangles (count, 3), and the indices of points left out."""

    triangles: int
    left_out: int


class MorphSide(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One picture of a morph, with its points as they are edited now."""

    path: str
    sha256: str = ""
    points: PointBytes = b""
    """478 landmarks, or none for a picture that only fades."""
    moved: Annotated[tuple[Annotated[int, msgspec.Meta(ge=0, lt=478)], ...], msgspec.Meta(max_length=478)] = ()
    key_points: Annotated[tuple[tuple[str, float, float], ...], msgspec.Meta(max_length=500)] = ()


MorphView = Literal["morph", "onion", "difference"]


class MorphFrames(Query, frozen=True, kw_only=True, tag="morph_frames"):
    """Frames between two pictures as their landmarks are edited.

    The engine keeps what it prepared of a pair, so that only a first question, or one for another size, takes long.
    """

    first: MorphSide
    second: MorphSide
    settings: MorphSettings = MorphSettings()
    times: Annotated[tuple[Annotated[float, msgspec.Meta(ge=0, le=1)], ...], msgspec.Meta(min_length=1, max_length=16)]
    side: Side = 512
    """Longer side of the frame that is rendered, in pixels."""
    shown_side: Annotated[int, msgspec.Meta(ge=0, le=4096)] = 0
    """Longer side of what is sent back, in pixels; 0 = as rendered."""
    view: MorphView = "morph"
    """onion: both pictures on the mesh at that time, half and half. difference: how far they are apart there."""
    live: bool = False
    """During a drag: the pictures stay where they lie in the frame, however the landmarks move."""


class MorphFramesReply(Reply, frozen=True, kw_only=True, tag="morph_frames"):
    """One byte frame of ``width * height * 4`` RGBA bytes for each time follows."""

    width: int
    height: int
    frames: int
    left_out: tuple[int, ...] = ()
    """Landmarks that the mesh of this pair had to leave out."""
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    """How long the engine took."""
