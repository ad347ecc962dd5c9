"""Landmark files: what one holds, whether it fits the picture, and writing one."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from engine.project.landmarks import Landmarks, read_landmarks, to_file_text
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

SUFFIX = ".landmarks.json"


@dataclass(frozen=True)
class Imported:
    """A landmark file that was read.

    Attributes:
        landmarks: as they stand in the file.
        other_size: whether they belong to a picture of another size.
        other_shape: whether that picture has other proportions too, so that it is hardly the same one.
        other_detector: whether another detector, or another version of it, made them.
    """

    landmarks: Landmarks
    other_size: bool
    other_shape: bool
    other_detector: bool

    def fitted(self, width: int, height: int) -> Landmarks:
        """Return the landmarks for a picture of this size."""
        return self.landmarks.scaled_to(width, height) if self.other_size else self.landmarks


def read_file(path: Path, width: int, height: int, source: tuple[str, str]) -> Imported:
    """Read a landmark file for a picture.

    Args:
        path: the file.
        width, height: of the picture in pixels.
        source: detector and version at hand; ("", "") when they are not known.

    Raises:
        PortraitsError: the file is missing or damaged, or has not 478 finite points.
    """
    found = read_landmarks(path)
    ratio = (found.width * height) / (found.height * width)
    return Imported(
        landmarks=found,
        other_size=(found.width, found.height) != (width, height),
        other_shape=abs(ratio - 1) > 0.01,
        other_detector=bool(source[0]) and found.source != source,
    )


def write_file(path: Path, landmarks: Landmarks) -> None:
    """Write a landmark file, whole or not at all; one that exists is replaced.

    Raises:
        PortraitsError: it cannot be written.
    """
    temporary = ""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
            temporary = file.name
            file.write(to_file_text(landmarks))
        os.replace(temporary, path)  # noqa: PTH105 - atomic on every system
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise PortraitsError(
            ErrorCode.CANNOT_WRITE,
            f"The landmarks cannot be written to {quoted(path)}: {error.strerror or error}.",
            "Choose another folder.",
            safe="They are kept in the project.",
        ) from error
