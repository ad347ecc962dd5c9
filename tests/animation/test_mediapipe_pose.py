"""MediaPipe's landmarks become joints in front of the camera."""

import hashlib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from engine.animation.camera import project
from engine.animation.mediapipe_pose import (
    LANDMARKS,
    MediapipeExtractor,
    joints_from_landmarks,
    people_of_result,
    place_in_camera,
)
from engine.animation.skeleton import HEAD, LEFT_SHOULDER, LEFT_WRIST, NECK, PELVIS, RIGHT_WRIST, SPINE2
from engine.protocol.errors import ErrorCode, PortraitsError


def landmarks_of(shape: Any, shift: Any, width: int, height: int) -> SimpleNamespace:
    """What MediaPipe would give for landmarks (33, 3) in mm around the hips, seen from a place."""
    seen = project(shape + shift, width, height)
    return SimpleNamespace(
        pose_landmarks=[[SimpleNamespace(x=x / width, y=y / height, z=0, visibility=0.9) for x, y, _ in seen]],
        pose_world_landmarks=[
            [SimpleNamespace(x=x / 1000, y=y / 1000, z=z / 1000, visibility=0.9) for x, y, z in shape]
        ],
    )


def person_in_landmarks() -> Any:
    rng = np.random.default_rng(0)
    points = rng.normal(size=(LANDMARKS, 3)) * 200
    points[[23, 24]] = [[90, 0, 0], [-90, 0, 0]]
    points[[11, 12]] = [[180, -480, 0], [-180, -480, 0]]
    points[[15, 16]] = [[500, -480, 0], [-500, -480, 0]]
    points[[7, 8]] = [[70, -660, -40], [-70, -660, -40]]
    return points


def test_landmarks_become_joints_by_the_stated_mapping() -> None:
    points = person_in_landmarks()
    joints = joints_from_landmarks(points)
    np.testing.assert_allclose(joints[LEFT_WRIST], points[15], atol=1e-3)
    np.testing.assert_allclose(joints[RIGHT_WRIST], points[16], atol=1e-3)
    np.testing.assert_allclose(joints[HEAD], [0, -660, -40], atol=1e-3)
    np.testing.assert_allclose(joints[PELVIS], [0, -0.17 * 480, 0], atol=1e-3)
    np.testing.assert_allclose(joints[SPINE2], [0, -0.64 * 480, 0], atol=1e-3)
    assert joints[NECK, 1] < joints[LEFT_SHOULDER, 1]
    assert np.isfinite(joints).all()


@pytest.mark.parametrize(("width", "height"), [(640, 480), (480, 854)])
def test_the_place_in_space_is_the_one_the_picture_shows(width: int, height: int) -> None:
    points, shift = person_in_landmarks(), np.array([250.0, -120.0, 2600.0])
    pixels = project(points + shift, width, height)[:, :2]
    np.testing.assert_allclose(place_in_camera(points, pixels, np.ones(33), width, height), shift, atol=0.01)
    found = people_of_result(landmarks_of(points, shift, width, height), width, height)
    np.testing.assert_allclose(found.joints[0], joints_from_landmarks(points + shift), atol=0.5)
    low = pixels.min(axis=0)
    np.testing.assert_allclose(found.boxes[0, :2], low, atol=0.1)


def test_nobody_and_people_behind_the_camera_are_left_out() -> None:
    assert len(people_of_result(SimpleNamespace(pose_landmarks=[], pose_world_landmarks=[]), 64, 64).joints) == 0
    points = person_in_landmarks()
    behind = landmarks_of(points, np.array([0.0, 0, 2600]), 64, 64)
    for point in behind.pose_landmarks[0]:
        point.x, point.y = 1 - point.x, 1 - point.y
    assert len(people_of_result(behind, 64, 64).joints) == 0


def test_mediapipe_without_its_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError) as error:
        MediapipeExtractor(tmp_path / "pose_landmarker.task")
    assert error.value.code is ErrorCode.MODEL_MISSING
    bad = tmp_path / "bad.task"
    bad.write_bytes(hashlib.sha256(b"").digest())
    with pytest.raises(PortraitsError) as error:
        MediapipeExtractor(bad)
    assert error.value.code is ErrorCode.BAD_MODEL
