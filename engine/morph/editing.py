"""What an editor of landmarks asks: faces of one picture, a shared mesh, and frames of a pair as it is edited."""

import time
from collections import OrderedDict
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from msgspec.structs import replace as changed
from numpy.typing import NDArray

from engine.media.pictures import read_picture
from engine.morph.align import Matrix, compose, face_similarity, fit_matrix, transform
from engine.morph.finder import LandmarkFinder, landmark_cache_folder
from engine.morph.landmarks import DETECTOR, FaceDetector, detector_version
from engine.morph.mesh import Mesh, Points, build_mesh
from engine.morph.morph import Morph
from engine.morph.picture import Frame, PreparedPicture, prepare_picture
from engine.morph.pixels import shrunk, size_within
from engine.morph.strips import StripWorkers
from engine.project.landmarks import LANDMARK_COUNT, KeyPoint, Landmarks
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.queries import MorphFrames, MorphSide

Rgba = NDArray[np.uint8]

_KEPT_PAIRS = 3
_SAME_PLACE = 0.05  # pixels by which a corner of the second picture may lie elsewhere before it is placed anew
_LEAST_CROP = 16


@dataclass(frozen=True)
class FoundFaces:
    """The faces of a picture of ``width`` x ``height`` pixels, from left to right, and who found them."""

    width: int
    height: int
    detector: str
    detector_version: str
    faces: list[Landmarks]


def find_faces(
    path: Path, sha256: str = "", confidence: float = 0.5, crop: tuple[int, int, int, int] | None = None
) -> FoundFaces:
    """Find every face of a picture file.

    Args:
        path: the picture.
        sha256: its content's hash where that is known.
        confidence: how sure the detector must be, 0..1.
        crop: left, top, width, height of the part to look at, in pixels; None for all of it.

    Raises:
        PortraitsError: the picture cannot be read, or the crop does not lie in it.
    """
    rgba = read_picture(path)
    height, width = rgba.shape[:2]
    if crop is None:
        with LandmarkFinder(confidence=confidence, cache=landmark_cache_folder()) as finder:
            faces = finder.faces(path, rgba, sha256)
    else:
        faces = _faces_in(rgba, crop, confidence, path)
    return FoundFaces(width, height, DETECTOR, detector_version(), faces)


def _faces_in(rgba: Rgba, crop: tuple[int, int, int, int], confidence: float, path: Path) -> list[Landmarks]:
    height, width = rgba.shape[:2]
    left, top, across, down = crop
    if min(across, down) < _LEAST_CROP or left < 0 or top < 0 or left + across > width or top + down > height:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"The crop of {quoted(path)} does not lie in the picture, or it is smaller than {_LEAST_CROP} pixels.",
            "Choose a part of the picture around the face.",
        )
    with FaceDetector(confidence=confidence) as detector:
        faces = detector.detect(np.ascontiguousarray(rgba[top : top + down, left : left + across]))
    return [
        changed(face, width=width, height=height, points=tuple((x + left, y + top) for x, y in face.points))
        for face in faces
    ]


def points_of(data: bytes) -> Points:
    """Return the (count, 2) points of a message.

    Raises:
        PortraitsError: not pairs of finite numbers.
    """
    if len(data) % 16 == 0:
        points = np.frombuffer(data, "<f8").reshape(-1, 2).astype(np.float64)
        if np.isfinite(points).all() and (np.abs(points) < 1e6).all():
            return points
    raise PortraitsError(ErrorCode.USAGE, "The points are not pairs of numbers.", "Open the picture again.")


def shared_mesh(first: Points, second: Points) -> Mesh:
    """Triangulate points that belong together, leaving out those over which a triangle would turn.

    Args:
        first, second: (count, 2), at least three, in pixels of their pictures; the second are laid onto the first.

    Raises:
        PortraitsError: too few points, not equally many, or all on one line.
    """
    if len(first) < 3 or len(first) != len(second):
        raise PortraitsError(ErrorCode.USAGE, "The two pictures have not equally many points.", "Open them again.")
    laid = second
    if len(first) >= LANDMARK_COUNT:
        laid = transform(face_similarity(second[:LANDMARK_COUNT], first[:LANDMARK_COUNT]), second)
    spread = np.linalg.matrix_rank(first - first.mean(axis=0), tol=1e-3)
    if spread < 2:
        raise PortraitsError(ErrorCode.BAD_INPUT, "The points lie on one line.", "Reset them, or place them anew.")
    return build_mesh(first, laid)


@dataclass(frozen=True)
class PreviewFrames:
    """Frames in the order of their times, and what a person should know about the mesh."""

    frames: list[Rgba]
    left_out: tuple[int, ...]
    notes: tuple[str, ...]
    seconds: float


@dataclass
class _Pair:
    """A prepared pair and how its pictures lie in the frame."""

    morph: Morph
    to_frame: tuple[Matrix, Matrix]
    key_ids: tuple[str, ...]


class MorphPreviews:
    """Keeps the pairs that were asked for last, prepared, so that a moved point costs a mesh and a frame only."""

    def __init__(self) -> None:
        self._pairs: OrderedDict[tuple[object, ...], _Pair] = OrderedDict()
        self._workers = StripWorkers()

    def render(self, query: MorphFrames) -> PreviewFrames:
        """Render frames of a pair.

        Raises:
            PortraitsError: a picture cannot be read, or points are none.
        """
        start = time.perf_counter()
        sides = (query.first, query.second)
        points = tuple(_landmarks(side) for side in sides)
        pair = self._pair(query, points)
        frames = [_shrunk(_view(pair.morph, query.view, at), query.shown_side) for at in query.times]
        morph = pair.morph
        return PreviewFrames(frames, morph.left_out, tuple(morph.notes), time.perf_counter() - start)

    def _pair(self, query: MorphFrames, points: tuple[Points | None, ...]) -> _Pair:
        faces = tuple(each is not None for each in points)
        known = tuple((side.path, side.sha256) for side in (query.first, query.second))
        key = (known, query.side, query.settings, faces)
        pair = self._pairs.pop(key, None)
        if pair is None or not (query.live or _lies_as(pair, query, points)):
            pair = self._prepare(query, points)
        else:
            _move(pair, query, points)
        self._pairs[key] = pair
        while len(self._pairs) > _KEPT_PAIRS:
            self._pairs.popitem(last=False)
        return pair

    def _prepare(self, query: MorphFrames, points: tuple[Points | None, ...]) -> _Pair:
        pictures = [read_picture(Path(side.path)) for side in (query.first, query.second)]
        height, width = pictures[0].shape[:2]
        scale = query.side / max(width, height)
        frame = Frame(max(16, round(width * scale)), max(16, round(height * scale)))
        prepared: list[PreparedPicture] = []
        matrices: list[Matrix] = []
        for side, rgba, own in zip((query.first, query.second), pictures, points, strict=True):
            landmarks = None if own is None else _as_landmarks(side, own, rgba)
            onto = prepared[0].points if prepared and query.settings.align else None
            name = Path(side.path).name
            separation = query.settings.separation
            prepared.append(prepare_picture(rgba, landmarks, frame, name=name, align_to=onto, separation=separation))
            matrices.append(_matrix(rgba.shape[1], rgba.shape[0], frame, own, onto))
        morph = Morph(prepared[0], prepared[1], query.settings, self._workers)
        return _Pair(morph, (matrices[0], matrices[1]), _shared_keys(query))


@lru_cache(maxsize=1)
def morph_previews() -> MorphPreviews:
    """Return the previews of this process."""
    return MorphPreviews()


def _landmarks(side: MorphSide) -> Points | None:
    if not side.points:
        return None
    points = points_of(side.points)
    if len(points) != LANDMARK_COUNT:
        raise PortraitsError(
            ErrorCode.USAGE,
            f"Expected {LANDMARK_COUNT} landmarks for {quoted(side.path)}, got {len(points)}.",
            "Open the picture again.",
        )
    return points


def _as_landmarks(side: MorphSide, points: Points, rgba: Rgba) -> Landmarks:
    try:
        return Landmarks(
            detector=DETECTOR,
            detector_version="edited",
            width=rgba.shape[1],
            height=rgba.shape[0],
            points=tuple(map(tuple, points.tolist())),
            moved=side.moved,
            key_points=tuple(KeyPoint(id=name, x=x, y=y) for name, x, y in side.key_points),
        )
    except ValueError as error:
        raise PortraitsError(
            ErrorCode.BAD_INPUT, f"The points of {quoted(side.path)} cannot be used: {error}.", "Move them back."
        ) from error


def _matrix(width: int, height: int, frame: Frame, points: Points | None, onto: Points | None) -> Matrix:
    """Return how a picture of this size lies in the frame: the same that :func:`prepare_picture` does to it."""
    fitted = fit_matrix(width, height, frame.width, frame.height, frame.fit)
    if points is None or onto is None:
        return fitted
    return compose(face_similarity(transform(fitted, points), onto), fitted)


def _lies_as(pair: _Pair, query: MorphFrames, points: tuple[Points | None, ...]) -> bool:
    """Tell whether the second picture would be placed where it lies now."""
    if points[1] is None or points[0] is None or not query.settings.align:
        return True
    first = transform(pair.to_frame[0], points[0])
    corners = first.min(axis=0), first.max(axis=0)
    box = np.array([[x, y] for x in (corners[0][0], corners[1][0]) for y in (corners[0][1], corners[1][1])])
    moved = transform(face_similarity(transform(pair.to_frame[1], points[1]), first), box)
    return bool(np.abs(moved - box).max() <= _SAME_PLACE)


def _move(pair: _Pair, query: MorphFrames, points: tuple[Points | None, ...]) -> None:
    """Bring the points of a prepared pair up to date."""
    morph = pair.morph
    keys = _shared_keys(query)
    pictures = [morph.a, morph.b]
    changed_any = False
    for index, (side, own, matrix) in enumerate(zip((query.first, query.second), points, pair.to_frame, strict=True)):
        if own is None:
            continue
        placed = transform(matrix, own)
        key_points = {name: tuple(transform(matrix, np.array([[x, y]]))[0]) for name, x, y in side.key_points}
        before = pictures[index]
        known = before.points
        same = known is not None and np.array_equal(known, placed)
        if same and before.moved == side.moved and dict(before.key_points) == key_points:
            continue
        pictures[index] = replace(before, points=placed, moved=side.moved, key_points=key_points)
        changed_any = True
    if changed_any or not query.live:
        morph.a, morph.b = pictures
        morph.update(keep_left_out=query.live and keys == pair.key_ids)
        pair.key_ids = keys


def _shared_keys(query: MorphFrames) -> tuple[str, ...]:
    second = {name for name, _, _ in query.second.key_points}
    return tuple(name for name, _, _ in query.first.key_points if name in second)


def _view(morph: Morph, view: str, at: float) -> Rgba:
    if view == "morph":
        return morph.at(at)
    shape = morph.shape_at(at)
    if view == "onion":
        return morph.frame(shape, 0.5)
    first, second = (np.asarray(morph.frame(shape, colour), np.uint8) for colour in (0.0, 1.0))
    apart = np.asarray(cv2.absdiff(first, second), np.uint8)
    apart[..., 3] = 255
    return apart


def _shrunk(frame: Rgba, side: int) -> Rgba:
    if side == 0 or side >= max(frame.shape[:2]):
        return frame
    return shrunk(frame, size_within(frame.shape[1], frame.shape[0], side))
