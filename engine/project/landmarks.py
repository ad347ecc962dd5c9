"""The landmarks of one picture, and their file ``NAME.landmarks.json``."""

import math
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from engine.project.files import read_bounded
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.values import from_json, to_json

LANDMARK_COUNT = 478
"""468 points of the face mesh and 10 of the irises (468-472 and 473-477)."""

MAX_KEY_POINTS = 500
MAX_FILE_BYTES = 4 * 2**20
MAX_SIDE = 65_535
_FAR_OUTSIDE = 4.0  # a turned head may reach beyond the picture, but not by several pictures

Side = Annotated[int, msgspec.Meta(ge=1, le=MAX_SIDE)]
PointIndex = Annotated[int, msgspec.Meta(ge=0, lt=LANDMARK_COUNT)]


class KeyPoint(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A point a person added (hair, collar). Two pictures share it when its ``id`` is the same in both."""

    id: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    x: float
    y: float
    name: Annotated[str, msgspec.Meta(max_length=120)] = ""


class TemplatePlace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a person has laid the template of a face, so that placing it by hand can go on later.

    The template is the mean face of the landmark editor, in face widths from its middle.
    """

    x: float
    """Of the face's middle, in pixels."""
    y: float
    width: Annotated[float, msgspec.Meta(gt=0, le=MAX_SIDE)]
    """From cheek to cheek, in pixels."""
    angle: Annotated[float, msgspec.Meta(ge=-180, le=180)] = 0.0
    """Degrees, clockwise on screen."""
    anchors: Annotated[tuple[tuple[PointIndex, float, float], ...], msgspec.Meta(max_length=LANDMARK_COUNT)] = ()
    """Landmarks that were put to a place of their own: index, x, y; all others bend along."""


class Landmarks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the face is in one picture.

    Coordinates are pixels of the picture as displayed (EXIF rotation applied), measured from its upper left *corner*:
    the centre of the first pixel is (0.5, 0.5) and the lower right corner is (width, height). Points may lie a
    little outside of the picture.
    """

    format: Literal["portraits-landmarks-1"] = "portraits-landmarks-1"
    detector: Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
    detector_version: Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
    width: Side
    height: Side
    points: tuple[tuple[float, float], ...]
    moved: tuple[PointIndex, ...] = ()
    """Indices of the points that a person moved."""
    found: tuple[tuple[float, float], ...] = ()
    """Where the detector had found the moved points, in the order of ``moved``; empty when that is not known."""
    key_points: Annotated[tuple[KeyPoint, ...], msgspec.Meta(max_length=MAX_KEY_POINTS)] = ()
    template: TemplatePlace | None = None
    """How the whole mesh was placed by hand; None when a detector found it."""

    def __post_init__(self) -> None:
        if len(self.points) != LANDMARK_COUNT:
            raise ValueError(f"Expected {LANDMARK_COUNT} points, got {len(self.points)}")
        for index, (x, y) in enumerate(self.points):
            self._check(x, y, f"point {index}")
        if self.found and len(self.found) != len(self.moved):
            raise ValueError(f"Expected {len(self.moved)} found places, like moved points, got {len(self.found)}")
        for index, (x, y) in zip(self.moved, self.found, strict=False):
            self._check(x, y, f"point {index} as it was found")
        for point in self.key_points:
            self._check(point.x, point.y, f"key point {point.id!r}")
        if len({point.id for point in self.key_points}) != len(self.key_points):
            raise ValueError("Two key points have the same id")
        if self.template is not None:
            self._check(self.template.x, self.template.y, "the template")
            for index, x, y in self.template.anchors:
                self._check(x, y, f"anchor {index} of the template")

    def _check(self, x: float, y: float, name: str) -> None:
        if not (math.isfinite(x) and math.isfinite(y)):
            raise ValueError(f"The position of {name} is not a finite number")
        if max(abs(x) / self.width, abs(y) / self.height) > _FAR_OUTSIDE:
            raise ValueError(f"The position of {name}, ({x:g}, {y:g}), is far outside of the picture")

    @property
    def source(self) -> tuple[str, str]:
        """Detector and version; only sets with equal sources may be paired."""
        return self.detector, self.detector_version

    def scaled_to(self, width: int, height: int) -> "Landmarks":
        """Return the same face for the same picture at another size in pixels.

        A template keeps its form: when the proportions differ it takes the geometric mean of both factors.
        """
        sx, sy = width / self.width, height / self.height
        return msgspec.structs.replace(
            self,
            width=width,
            height=height,
            points=tuple((x * sx, y * sy) for x, y in self.points),
            found=tuple((x * sx, y * sy) for x, y in self.found),
            key_points=tuple(
                msgspec.structs.replace(point, x=point.x * sx, y=point.y * sy) for point in self.key_points
            ),
            template=_scaled(self.template, sx, sy),
        )

    def check_size(self, width: int, height: int, path: Path) -> None:
        """Check that the landmarks belong to a picture of this size.

        Raises:
            PortraitsError: they were made for another size; ``scaled_to`` fits them when it is the same picture.
        """
        if (self.width, self.height) != (width, height):
            raise PortraitsError(
                ErrorCode.BAD_INPUT,
                f"The landmarks in {quoted(path)} belong to a picture of {self.width} x {self.height} pixels, "
                f"but this one has {width} x {height}.",
                "Detect the landmarks again, or scale them when it is the same picture at another size.",
            )


def _scaled(template: TemplatePlace | None, sx: float, sy: float) -> TemplatePlace | None:
    if template is None:
        return None
    return msgspec.structs.replace(
        template,
        x=template.x * sx,
        y=template.y * sy,
        width=min(template.width * math.sqrt(sx * sy), float(MAX_SIDE)),
        anchors=tuple((index, x * sx, y * sy) for index, x, y in template.anchors),
    )


def to_file_text(landmarks: Landmarks) -> bytes:
    """Return the content of a landmark file: UTF-8 JSON laid out for people and diffs."""
    return to_json(landmarks, indent=1) + b"\n"


def read_landmarks(path: Path) -> Landmarks:
    """Read a landmark file.

    Raises:
        PortraitsError: MISSING_INPUT; BAD_INPUT when it is too large, not JSON, or not a full set of finite points.
    """
    data = read_bounded(path, MAX_FILE_BYTES, "landmark file")
    if not data.strip():
        raise _bad(path, "it is empty")
    try:
        return from_json(data, Landmarks)
    except msgspec.ValidationError as error:
        raise _bad(path, str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _bad(path, f"it is not JSON ({error})") from error


def _bad(path: Path, reason: str) -> PortraitsError:
    return PortraitsError(
        ErrorCode.BAD_INPUT,
        f"The landmark file {quoted(path)} cannot be used: {reason.rstrip('.')}.",
        "Save it again from Portraits, or leave it out to detect the landmarks again.",
    )
