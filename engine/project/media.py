"""A picture, movie, sound or motion that belongs to a project."""

from fractions import Fraction
from typing import Annotated, Literal, Self

import msgspec

from engine.project.fields import Id, Name, Sha256, Text, check_inside_path, check_time
from engine.project.landmarks import Landmarks
from engine.protocol.jobs.base import MediaInfo
from engine.protocol.recipe import Recipe

MediaKind = Literal["picture", "movie", "shot", "animation", "sound", "voice", "music", "motion"]
"""What an item is for the person. A shot and an animation are movies that the program made."""

ColourMark = Literal["", "red", "amber", "green", "blue", "violet"]

FILE_KINDS: dict[str, str] = {
    "picture": "picture",
    "movie": "movie",
    "shot": "movie",
    "animation": "movie",
    "sound": "sound",
    "voice": "sound",
    "music": "sound",
    "motion": "motion",
}
"""Kind of a media item -> the kind that ``MediaInfo.kind`` must have."""

_MAX_PIXELS_A_SIDE = 100_000


class StoredInfo(MediaInfo, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """MediaInfo as a project keeps it: bounded, and strict, because saving would lose a field that is not known."""

    def __post_init__(self) -> None:
        if not (0 <= self.width <= _MAX_PIXELS_A_SIDE and 0 <= self.height <= _MAX_PIXELS_A_SIDE):
            raise ValueError(f"a size of {self.width} x {self.height} is not possible")
        if not (0 <= self.fps <= 1000 and 0 <= self.duration <= 1e7 and 0 <= self.frames <= 10**10):
            raise ValueError("the frame rate, length or number of frames is not possible")
        if not (0 <= self.sample_rate <= 1_000_000 and 0 <= self.channels <= 256):
            raise ValueError("the sample rate or number of channels is not possible")
        if max(len(self.format), len(self.video_codec), len(self.audio_codec)) > 100:
            raise ValueError("the name of a format or codec is too long")

    @classmethod
    def of(cls, info: MediaInfo) -> Self:
        """Return ``info`` in its stored form. Raises ValueError when a figure is out of range."""
        return cls(**msgspec.structs.asdict(info))


class Caption(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sentence of a voice: what is said from ``start`` to ``end``, in seconds of the sound file."""

    start: Fraction
    end: Fraction
    text: Text

    def __post_init__(self) -> None:
        check_time("start", self.start)
        check_time("end", self.end)
        if self.end < self.start:
            raise ValueError("a caption ends before it starts")


class MediaItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A file of the project's media folder and what is known about it.

    The same bytes are kept once: ``path`` is made from ``sha256``. A result of a recipe that was run again names the
    first result in ``take_of``; all of them together are the takes of one stack.
    """

    id: Id
    kind: MediaKind
    path: str
    sha256: Sha256
    size: Annotated[int, msgspec.Meta(ge=1, le=2**53, extra_json_schema={"unit": "bytes"})]
    info: StoredInfo
    name: Name = ""
    recipe: Recipe | None = None
    landmarks: Landmarks | None = None
    captions: Annotated[tuple[Caption, ...], msgspec.Meta(max_length=20_000)] = ()
    take_of: Id | None = None
    rating: Annotated[int, msgspec.Meta(ge=0, le=5)] = 0
    colour_mark: ColourMark = ""
    rejected: bool = False

    def __post_init__(self) -> None:
        check_inside_path(self.path)
