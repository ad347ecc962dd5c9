"""Finds joints with MediaPipe's pose landmarker (Apache-2.0). The result is approximate: 33 landmarks become 24 joints.

Limbs are taken as they are. SMPL's trunk joints have no landmark; they are put on the line from the middle of the hips
to the middle of the shoulders, at the shares that the mean skeleton has. MediaPipe gives shapes in metres around the
hips; the place in space is the one from which the landmarks are seen where they are, with a view of 55 degrees.
"""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.animation.camera import focal_length
from engine.animation.detections import FramePeople, Picture
from engine.animation.motion import Joints
from engine.animation.skeleton import (
    HEAD,
    JOINT_COUNT,
    LEFT_ANKLE,
    LEFT_COLLAR,
    LEFT_ELBOW,
    LEFT_FOOT,
    LEFT_HAND,
    LEFT_HIP,
    LEFT_KNEE,
    LEFT_SHOULDER,
    LEFT_WRIST,
    NECK,
    PELVIS,
    RIGHT_ANKLE,
    RIGHT_COLLAR,
    RIGHT_ELBOW,
    RIGHT_FOOT,
    RIGHT_HAND,
    RIGHT_HIP,
    RIGHT_KNEE,
    RIGHT_SHOULDER,
    RIGHT_WRIST,
    SPINE1,
    SPINE2,
    SPINE3,
)
from engine.models.store import Store
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

MODEL_ID = "pose-landmarker"
LANDMARKS = 33
_LEAST_VISIBLE = 0.2

_DIRECT = {
    LEFT_HIP: (23,),
    RIGHT_HIP: (24,),
    LEFT_KNEE: (25,),
    RIGHT_KNEE: (26,),
    LEFT_ANKLE: (27,),
    RIGHT_ANKLE: (28,),
    LEFT_FOOT: (31,),
    RIGHT_FOOT: (32,),
    LEFT_SHOULDER: (11,),
    RIGHT_SHOULDER: (12,),
    LEFT_ELBOW: (13,),
    RIGHT_ELBOW: (14,),
    LEFT_WRIST: (15,),
    RIGHT_WRIST: (16,),
    LEFT_HAND: (17, 19),
    RIGHT_HAND: (18, 20),
    HEAD: (7, 8),
}
"""SMPL joint -> the landmarks whose mean it is: knuckles for hands, tips for feet, ears for the head."""

_ON_TRUNK = {PELVIS: 0.17, SPINE1: 0.38, SPINE2: 0.64, SPINE3: 0.73, NECK: 1.15}
"""SMPL joint -> share of the way from the middle of the hips (0) to the middle of the shoulders (1)."""

_COLLAR_HEIGHT, _COLLAR_WIDTH = 0.97, 0.45
"""A collar lies at this share of the trunk, and this share of the way out to the shoulder."""


def joints_from_landmarks(landmarks: NDArray[np.floating]) -> Joints:
    """Return the 24 SMPL joints (24, 3) of 33 landmarks (33, 3), in their unit."""
    joints = np.empty((JOINT_COUNT, 3))
    for joint, sources in _DIRECT.items():
        joints[joint] = landmarks[list(sources)].mean(axis=0)
    hips, shoulders = landmarks[[23, 24]].mean(axis=0), landmarks[[11, 12]].mean(axis=0)
    for joint, share in _ON_TRUNK.items():
        joints[joint] = hips + share * (shoulders - hips)
    middle = hips + _COLLAR_HEIGHT * (shoulders - hips)
    for joint, source in ((LEFT_COLLAR, 11), (RIGHT_COLLAR, 12)):
        joints[joint] = middle + _COLLAR_WIDTH * (landmarks[source] - shoulders)
    return joints.astype(np.float32)


def place_in_camera(
    world: NDArray[np.floating], pixels: NDArray[np.floating], weights: NDArray[np.floating], width: int, height: int
) -> NDArray[np.float64]:
    """Return the shift (3,) that puts ``world`` where the camera sees ``pixels``.

    For each landmark ``(x + tx) f = (u - cx) (z + tz)`` and the same for y: a linear least-squares problem.

    Args:
        world: (n, 3) mm around the hips.
        pixels: (n, 2) where they are seen.
        weights: (n,) how sure each is, 0..1.
        width: of the picture in pixels.
        height: of the picture in pixels.
    """
    focal = focal_length(width, height)
    offset = pixels - (width / 2, height / 2)
    rows = np.zeros((len(world), 2, 3))
    rows[:, 0, 0] = rows[:, 1, 1] = focal
    rows[:, :, 2] = -offset
    known = offset * world[:, 2:] - focal * world[:, :2]
    scale = weights[:, None]
    shift, *_ = np.linalg.lstsq((rows * scale[..., None]).reshape(-1, 3), (known * scale).reshape(-1), rcond=None)
    result: NDArray[np.float64] = shift
    return result


def pose_model() -> Path:
    """Return the pose landmarker's file in the model store; raises MODEL_MISSING."""
    store = Store.default()
    return store.file_of(MODEL_ID, store.catalog.get(MODEL_ID).files[0].name)


class MediapipeExtractor:
    """The pose landmarker, loaded; close it when done.

    Args:
        model: a ``pose_landmarker_*.task`` file.
        people: how many people to look for.
        fps: frame rate of the video, which the landmarker's own tracking wants to know.

    Raises:
        PortraitsError: the model is missing or none, or a system library is missing.
    """

    name = "mediapipe, approximate"
    batch = 1

    def __init__(self, model: Path, *, people: int = 1, fps: float = 30.0) -> None:
        try:
            import mediapipe
            from mediapipe.tasks import python as tasks
            from mediapipe.tasks.python import vision
        except (ImportError, OSError) as error:
            raise PortraitsError(
                ErrorCode.NOT_AVAILABLE,
                f"The pose landmarker could not be loaded: {error}.",
                "On Debian and Ubuntu install libegl1 and libgles2; elsewhere install the package mediapipe again.",
            ) from error
        if not model.is_file():
            raise PortraitsError(
                ErrorCode.MODEL_MISSING,
                f"The pose landmarker's model {quoted(model)} is not there.",
                "Download the model pose-landmarker.",
            )
        self._mediapipe: Any = mediapipe
        options = vision.PoseLandmarkerOptions(
            base_options=tasks.BaseOptions(model_asset_path=str(model)),
            running_mode=vision.RunningMode.VIDEO,
            num_poses=people,
        )
        try:
            self._landmarker: Any = vision.PoseLandmarker.create_from_options(options)
        except (RuntimeError, ValueError) as error:
            raise PortraitsError(
                ErrorCode.BAD_MODEL, f"{quoted(model)} is no pose landmarker model.", "Download it again."
            ) from error
        self._fps = fps
        self._frame = 0

    def detect(self, frames: list[Picture]) -> list[FramePeople]:
        """Return the people of each frame; see :class:`engine.animation.detections.Extractor`."""
        found = []
        for frame in frames:
            image = self._mediapipe.Image(image_format=self._mediapipe.ImageFormat.SRGB, data=frame)
            result = self._landmarker.detect_for_video(image, round(self._frame * 1000 / self._fps))
            self._frame += 1
            found.append(people_of_result(result, frame.shape[1], frame.shape[0]))
        return found

    def close(self) -> None:
        """Free the landmarker."""
        self._landmarker.close()


def people_of_result(result: Any, width: int, height: int) -> FramePeople:
    """Return the people of one result of the landmarker: joints in camera millimetres, and their boxes."""
    joints: list[Joints] = []
    boxes: list[list[float]] = []
    for seen, world in zip(result.pose_landmarks, result.pose_world_landmarks, strict=True):
        if len(seen) != LANDMARKS or len(world) != LANDMARKS:
            continue
        shape = np.array([[p.x, p.y, p.z] for p in world]) * 1000
        pixels = np.array([[p.x * width, p.y * height] for p in seen])
        weights = np.array([1.0 if p.visibility is None else max(p.visibility, _LEAST_VISIBLE) for p in seen])
        shift = place_in_camera(shape, pixels, weights, width, height)
        if not np.isfinite(shift).all() or shift[2] <= 0:
            continue
        joints.append(joints_from_landmarks(shape + shift))
        low, high = pixels.min(axis=0), pixels.max(axis=0)
        boxes.append([*low, *(high - low)])
    return FramePeople(
        np.array(joints, np.float32).reshape(-1, JOINT_COUNT, 3), np.array(boxes, np.float32).reshape(-1, 4)
    )
