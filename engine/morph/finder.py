"""Finds the landmarks of picture files: from a landmark file, from the cache, or by detection."""

import os
import tempfile
from pathlib import Path
from typing import Annotated, Self

import msgspec
import numpy as np
from numpy.typing import NDArray

from engine.media.files import sha256_of
from engine.morph.landmarks import FaceDetector, choose_face, detector_version
from engine.project.landmarks import Landmarks, read_landmarks
from engine.protocol.folders import cache_folder
from engine.protocol.values import from_json, to_json

LANDMARK_SUFFIX = ".landmarks.json"
_MAX_CACHE_FILE = 2 * 2**20
_CACHE_FORMAT = "1"


class _CachedFaces(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    faces: Annotated[list[Landmarks], msgspec.Meta(max_length=32)]


def landmark_cache_folder() -> Path:
    """Return where found landmarks are kept; deleting it costs a new detection and nothing else."""
    return cache_folder() / "landmarks"


class LandmarkFinder:
    """Finds one face in each picture file. The detector is loaded when a picture is first not known.

    Args:
        files: edited landmark files; ``NAME.landmarks.json`` belongs to the picture ``NAME.*``.
        face: which face, 0 for the leftmost; -1 takes the largest.
        confidence: how sure the detector must be, 0..1.
        model: a detector model of the person's own.
        cache: folder of the cache, None to work without one.
    """

    def __init__(
        self,
        *,
        files: list[Path] | None = None,
        face: int = -1,
        confidence: float = 0.5,
        model: Path | None = None,
        cache: Path | None = None,
    ) -> None:
        self._files = {path.name.removesuffix(LANDMARK_SUFFIX): path for path in files or []}
        self._face = face
        self._confidence = confidence
        self._model = model
        self._cache = cache
        self._detector: FaceDetector | None = None
        self._version = ""

    def without_picture(self, pictures: list[Path]) -> list[Path]:
        """Return the landmark files that belong to none of the pictures."""
        names = {name for path in pictures for name in (path.stem, path.name)}
        return [file for name, file in self._files.items() if name not in names]

    def find(self, path: Path, rgba: NDArray[np.uint8], sha256: str = "") -> Landmarks | None:
        """Return the landmarks of a picture, or None when no such face is found.

        Args:
            path: the picture's file; its name chooses a landmark file and its content is the key of the cache.
            rgba: the same picture, read.
            sha256: its content's hash where that is known already.

        Raises:
            PortraitsError: its landmark file is bad or belongs to another size, or the detector cannot be loaded.
        """
        edited = self._files.get(path.stem) or self._files.get(path.name)
        if edited is not None:
            landmarks = read_landmarks(edited)
            landmarks.check_size(rgba.shape[1], rgba.shape[0], edited)
            return landmarks
        return choose_face(self.faces(path, rgba, sha256), self._face)

    def faces(self, path: Path, rgba: NDArray[np.uint8], sha256: str = "") -> list[Landmarks]:
        """Return every face of a picture from left to right, from the cache or by detection; see :meth:`find`."""
        entry = self._entry(path, sha256)
        if entry is not None:
            faces = _read_entry(entry)
            if faces is not None and all((f.height, f.width) == rgba.shape[:2] for f in faces):
                return faces
        if self._detector is None:
            self._detector = FaceDetector(self._model, self._confidence)
        faces = self._detector.detect(rgba)
        if entry is not None:
            _write_entry(entry, faces)
        return faces

    def _entry(self, path: Path, sha256: str) -> Path | None:
        if self._cache is None:
            return None
        if not self._version:
            self._version = detector_version(self._model)
        name = f"{sha256 or sha256_of(path)}-{round(self._confidence * 1000):04d}.json"
        return self._cache / f"{_CACHE_FORMAT}-{self._version}" / name

    def close(self) -> None:
        if self._detector is not None:
            self._detector.close()
            self._detector = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _read_entry(entry: Path) -> list[Landmarks] | None:
    try:
        if entry.stat().st_size > _MAX_CACHE_FILE:
            return None
        return from_json(entry.read_bytes(), _CachedFaces).faces
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _write_entry(entry: Path, faces: list[Landmarks]) -> None:
    temporary = None
    try:
        entry.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=entry.parent, suffix=".part", delete=False) as file:
            temporary = Path(file.name)
            file.write(to_json(_CachedFaces(faces)))
        os.replace(temporary, entry)  # noqa: PTH105 - atomic on every system
    except OSError:
        # A full or read-only disk must not stop the work: the next run detects again.
        if temporary is not None:
            temporary.unlink(missing_ok=True)
