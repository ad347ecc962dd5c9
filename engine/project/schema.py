"""The project and its settings: what ``NAME.portraits`` holds."""

from fractions import Fraction
from typing import Annotated, Literal

import msgspec

from engine.project.boards import Board
from engine.project.fields import Colour, Name, check_fraction
from engine.project.media import MediaItem
from engine.project.script import Script
from engine.project.timeline import Timeline

CURRENT_VERSION = 1
"""The version of the project file that this program writes. Raise it together with a step in ``migrations.py``."""

_Side = Annotated[int, msgspec.Meta(ge=16, le=8192, extra_json_schema={"unit": "px"})]


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The film's frame, frame rate and sample rate. ``fps`` is 1 to 240."""

    width: _Side = 1024
    height: _Side = 1024
    fps: Fraction = Fraction(24)
    sample_rate: Literal[44_100, 48_000, 96_000] = 48_000
    background: Colour = "#000000"

    def __post_init__(self) -> None:
        check_fraction("fps", self.fps, 1, 240)


class Project(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything of one film except the media files, which lie beside it in ``NAME media/``."""

    version: Annotated[int, msgspec.Meta(ge=CURRENT_VERSION, le=CURRENT_VERSION)] = CURRENT_VERSION
    app_version: Annotated[str, msgspec.Meta(max_length=50)] = ""
    title: Name = ""
    settings: Settings = Settings()
    media: Annotated[tuple[MediaItem, ...], msgspec.Meta(max_length=200_000)] = ()
    boards: Annotated[tuple[Board, ...], msgspec.Meta(max_length=1000)] = ()
    timeline: Timeline = Timeline()
    script: Script = Script()

    def media_by_id(self) -> dict[str, MediaItem]:
        """Return the media items by id."""
        return {item.id: item for item in self.media}
