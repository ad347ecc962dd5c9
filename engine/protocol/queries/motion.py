"""Questions about motions and training sets of them."""

from fractions import Fraction
from typing import Annotated

import msgspec

from engine.protocol.jobs.motion import MotionIndex, PersonIndex, Smoothing
from engine.protocol.queries.base import Query, Reply

MotionBytes = Annotated[bytes, msgspec.Meta(max_length=14 * 2**20)]
"""float32 little endian; a motion of 45 000 frames fits."""


class MotionData(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A motion as it is edited now. A frame with joints that are no numbers is one without the person."""

    fps: Fraction
    width: Annotated[int, msgspec.Meta(ge=1, le=65_535)]
    height: Annotated[int, msgspec.Meta(ge=1, le=65_535)]
    joints: MotionBytes
    """(T, 24, 3): camera millimetres."""
    boxes: MotionBytes = b""
    """(T, 4): where the person is in the picture, in pixels; or none."""
    person: Annotated[int, msgspec.Meta(ge=0, le=10_000)] = 0
    source: Annotated[str, msgspec.Meta(max_length=1000)] = ""
    extractor: Annotated[str, msgspec.Meta(max_length=200)] = ""


class ReadMotion(Query, frozen=True, kw_only=True, tag="read_motion"):
    """The joints of a motion file of any kind."""

    path: str
    index: MotionIndex = 0
    person: PersonIndex = 0


class ChangeMotion(Query, frozen=True, kw_only=True, tag="change_motion"):
    """A motion repaired and changed, in the order of the fields; what is not asked for is left as it is."""

    motion: MotionData
    outliers: bool = False
    fill_gaps: bool = False
    smoothing: Smoothing = "none"
    strength: Annotated[float, msgspec.Meta(ge=0.0, le=1.0)] = 0.5
    speed: Annotated[float, msgspec.Meta(ge=0.1, le=10.0)] = 1.0
    loop: Annotated[int, msgspec.Meta(ge=0, le=45_000)] = 0
    mirror: bool = False
    picture: str = ""
    """A reference picture: the person goes where the one in it is, and is seen as large; "" for none."""


class MotionReply(Reply, frozen=True, kw_only=True, tag="motion"):
    """Two byte frames follow, float32 little endian: joints (frames, 24, 3) in mm, and boxes (frames, 4) in pixels."""

    frames: int
    fps: Fraction
    width: int
    height: int
    person: int = 0
    source: str = ""
    extractor: str = ""
    notes: tuple[str, ...] = ()
    """What was converted, assumed or repaired, as sentences."""


class WriteMotion(Query, frozen=True, kw_only=True, tag="write_motion"):
    """Write a motion as a file of its own; the reply is a ProbeReply. A file that is there is never replaced."""

    path: str
    motion: MotionData


class DescribeDataset(Query, frozen=True, kw_only=True, tag="describe_dataset"):
    """What is in a training set of motions."""

    path: str


class SourceCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many motions of a training set come from where, and to which part they belong."""

    name: str
    train: int
    unseen: int


class DatasetReply(Reply, frozen=True, kw_only=True, tag="dataset"):
    """The numbers of a training set."""

    clips: int
    frames: int
    fps: Fraction
    train: int
    unseen: int
    short: int
    """Motions with fewer than 49 frames, which are stretched."""
    sources: tuple[SourceCount, ...]
    """Those with the most motions first; the rest is one entry with an empty name."""
    shared_sources: int
    """Sources of which both parts have motions; 0 means that errors are measured on what is really unseen."""
    lengths: tuple[int, ...]
    """How many motions there are of each length: 16 steps from the shortest to the longest."""
    shortest: int
    longest: int


AnyMotionQuery = ReadMotion | ChangeMotion | WriteMotion | DescribeDataset
