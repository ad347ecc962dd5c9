"""The bounded field types that the structs of a project share, and the checks msgspec cannot express."""

import re
import uuid
from fractions import Fraction
from typing import Annotated

import msgspec

Id = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9_-]{1,64}\Z", description="Unique within its project.")]
Name = Annotated[
    str, msgspec.Meta(max_length=200, pattern=r"\A[^\x00-\x1f\x7f]*\Z", description="One line for people.")
]
Sha256 = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z", description="SHA-256 in lower-case hex.")]
Colour = Annotated[str, msgspec.Meta(pattern=r"\A#[0-9A-Fa-f]{6}\Z", description="An sRGB colour, #RRGGBB.")]
Text = Annotated[str, msgspec.Meta(max_length=5000, pattern=r"\A[^\x00-\x08\x0b-\x1f\x7f]*\Z")]

MAX_SECONDS = Fraction(100 * 3600)
"""No time in a project lies beyond a hundred hours."""

MAX_DENOMINATOR = 10**12
"""With :data:`MAX_SECONDS` this keeps both parts of every fraction within the 18 digits that JSON form admits."""

_DRIVE_OR_STREAM = re.compile(r'[\\:*?"<>|\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)\A(con|prn|aux|nul|com\d|lpt\d)(\.|\Z)")


def new_id() -> str:
    """Return an id that no project has yet."""
    return uuid.uuid4().hex[:16]


def check_fraction(name: str, value: Fraction, low: Fraction | int, high: Fraction | int) -> None:
    """Check one exact number of a struct; call it from ``__post_init__``, where msgspec adds the field's path.

    Raises:
        ValueError: the value lies outside ``low..high`` or its denominator is above :data:`MAX_DENOMINATOR`.
    """
    if not low <= value <= high:
        raise ValueError(f"`{name}` must lie between {low} and {high}, got {float(value):g}")
    if value.denominator > MAX_DENOMINATOR:
        raise ValueError(f"`{name}` is a fraction with too large a denominator")


def check_time(name: str, value: Fraction) -> None:
    """Check a time in seconds: 0 to :data:`MAX_SECONDS`. Raises as :func:`check_fraction`."""
    check_fraction(name, value, 0, MAX_SECONDS)


def check_duration(name: str, value: Fraction) -> None:
    """Check a length in seconds: more than 0, at most :data:`MAX_SECONDS`. Raises as :func:`check_fraction`."""
    if value <= 0:
        raise ValueError(f"`{name}` must be longer than 0 seconds")
    check_time(name, value)


def check_inside_path(path: str) -> None:
    """Check that a path can only mean a file below the folder it is relative to, on every system.

    Slashes divide; drive letters, backslashes, empty parts, ``.`` and ``..``, names that Windows reserves or strips
    (``nul``, ``a.``), control characters and parts of more than 255 bytes are refused.

    Raises:
        ValueError: with the reason.
    """
    if not path or len(path) > 400:
        raise ValueError("a path inside the project must have 1 to 400 characters")
    if _DRIVE_OR_STREAM.search(path):
        raise ValueError(f"the path {path[:80]!r} has a character that is not allowed inside a project")
    for part in path.split("/"):
        if part in ("", ".", ".."):
            raise ValueError(f"the path {path[:80]!r} would leave the project's folder")
        if part[-1] in ". " or _RESERVED.match(part) or len(part.encode("utf-8", "replace")) > 255:
            raise ValueError(f"the path {path[:80]!r} is not a usable file name on every system")
