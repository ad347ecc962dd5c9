"""A movie as numbered PNG files."""

import contextlib
import re
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.media.files import atomic_folder
from engine.media.picture_writer import png_text
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.encode import EncodeSettings, quality_of

_PATTERN = re.compile(r"[^%]*%0?[1-9]d[^%]*\.png", re.IGNORECASE)
_DEFAULT_NAME = "frame-%06d.png"


def sequence_target(path: Path) -> tuple[Path, str]:
    """Split a target into its folder and the name pattern of its files.

    ``shots/a-%04d.png`` is that pattern in ``shots``; anything without "%" is a folder with ``frame-%06d.png`` in it.

    Raises:
        PortraitsError: USAGE for a pattern with anything but one number such as %06d.
    """
    if "%" not in path.name:
        return path, _DEFAULT_NAME
    if not _PATTERN.fullmatch(path.name):
        raise PortraitsError(
            ErrorCode.USAGE, f"{quoted(path)} is not a pattern for file names.", "Write it like frame-%06d.png."
        )
    return path.parent, path.name


def first_file(output: Path, encode: EncodeSettings) -> Path:
    """Return what stands for a movie that was written: its file, or the first picture of a sequence.

    Raises:
        PortraitsError: USAGE as :func:`sequence_target`.
    """
    if encode.codec != "png":
        return output
    folder, name = sequence_target(output)
    return folder / (name % 1)


def _members(pattern: str) -> re.Pattern[str]:
    """Match every file name that the pattern can make."""
    before, after = re.split(r"%0?[1-9]d", pattern)
    return re.compile(re.escape(before) + "[0-9]+" + re.escape(after))


class SequenceSink:
    """Writes frames as PNG, numbered from 1; the text goes into the first one.

    The files appear under their names together, when the movie is finished.
    """

    def __init__(
        self,
        path: Path,
        stack: contextlib.ExitStack,
        encode: EncodeSettings,
        metadata: Mapping[str, str],
        *,
        overwrite: bool,
        keeps_alpha: bool,
    ) -> None:
        self.notes: list[str] = []
        self._level = quality_of(encode)
        folder, self._name = sequence_target(path)
        self._folder = stack.enter_context(atomic_folder(folder, _members(self._name), overwrite=overwrite))
        self._metadata, self._keeps_alpha = metadata, keeps_alpha
        self._frames = 0

    def prepare(self, rgba: NDArray[np.uint8]) -> Image.Image:
        """Copy the frame, without alpha where none is kept."""
        return Image.fromarray(rgba if self._keeps_alpha else np.ascontiguousarray(rgba[..., :3])).copy()

    def encode(self, frame: Image.Image) -> None:
        self._frames += 1
        text = png_text(self._metadata) if self._frames == 1 else None
        frame.save(self._folder / (self._name % self._frames), compress_level=self._level, pnginfo=text)

    def finish(self) -> None:
        """Nothing is left to do: every file is whole already."""

    def close(self) -> None:
        """Nothing is open."""
