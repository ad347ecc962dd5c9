"""Motions made by rule: walks, waves and turns on the mean skeleton, for trying and testing the tokenizer's training.

Joint angles are sums of a few waves; forward kinematics puts the mean skeleton through them. No recording is needed,
and the same seed gives the same motions.
"""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from engine.animation.motion import DEFAULT_FPS, Motion, make_motion
from engine.animation.placing import turned
from engine.animation.skeleton import (
    JOINT_COUNT,
    LEFT_ANKLE,
    LEFT_COLLAR,
    LEFT_ELBOW,
    LEFT_HIP,
    LEFT_KNEE,
    LEFT_SHOULDER,
    LEFT_WRIST,
    NECK,
    PELVIS,
    RIGHT_ANKLE,
    RIGHT_ELBOW,
    RIGHT_HIP,
    RIGHT_KNEE,
    RIGHT_SHOULDER,
    SPINE1,
    SPINE3,
    bone_offsets,
    forward_kinematics,
    mean_joints,
    rotations_from_axis_angle,
)

KINDS = ("walk", "wave", "turn")
CLIP_FRAMES = 64

_SIDEWAYS, _DEEP = 120.0, 200.0
"""How far people stand from the mean place, mm (standard deviation)."""


def synthetic_motion(kind: str, seed: int, *, frames: int = CLIP_FRAMES, fps: Fraction = DEFAULT_FPS) -> Motion:
    """Make one motion.

    Args:
        kind: one of :data:`KINDS`.
        seed: decides body size, place, pace and style.
        frames: length.
        fps: frames per second.

    Raises:
        ValueError: there is no such kind.
    """
    rng = np.random.default_rng([KINDS.index(kind), seed])
    seconds = np.arange(frames) / float(fps)
    vectors = np.zeros((frames, JOINT_COUNT, 3))
    root = np.zeros((frames, 3))
    _breathe(rng, seconds, vectors)
    angle = np.full(frames, rng.normal(0, 0.3))
    if kind == "walk":
        _walk(rng, seconds, vectors, root)
    elif kind == "wave":
        _wave(rng, seconds, vectors)
    else:
        _walk(rng, seconds, vectors, root, reach=0.4)
        angle += rng.choice([-1, 1]) * rng.uniform(0.4, 1.2) * seconds
    offsets = bone_offsets(mean_joints()) * np.float32(rng.uniform(0.92, 1.08))
    joints = forward_kinematics(offsets, rotations_from_axis_angle(vectors), root.astype(np.float32))
    joints = np.stack([turned(pose, float(a), pose[PELVIS]) for pose, a in zip(joints, angle, strict=True)])
    place = mean_joints()[PELVIS] + rng.normal(0, (_SIDEWAYS, 40.0, _DEEP))
    return make_motion(joints + place.astype(np.float32), fps=fps, source=f"{kind} {seed}", extractor="synthetic")


def synthetic_motions(count: int, *, seed: int = 0, frames: int = CLIP_FRAMES) -> list[Motion]:
    """Make ``count`` motions of all kinds in turn; every motion is a source of its own."""
    return [synthetic_motion(KINDS[i % len(KINDS)], seed * 1_000_003 + i, frames=frames) for i in range(count)]


def _breathe(rng: np.random.Generator, seconds: NDArray[np.float64], vectors: NDArray[np.float64]) -> None:
    """Small slow sways of trunk, head and arms, so that no joint is ever quite still."""
    for joint in (SPINE1, SPINE3, NECK, LEFT_COLLAR, LEFT_SHOULDER, RIGHT_SHOULDER, LEFT_ELBOW, RIGHT_ELBOW):
        for axis in range(3):
            size, pace, start = rng.normal(0, 0.04), rng.uniform(0.2, 0.6), rng.uniform(0, 2 * np.pi)
            vectors[:, joint, axis] += size * np.sin(2 * np.pi * pace * seconds + start) + rng.normal(0, 0.05)


def _walk(
    rng: np.random.Generator,
    seconds: NDArray[np.float64],
    vectors: NDArray[np.float64],
    root: NDArray[np.float64],
    reach: float = 1.0,
) -> None:
    """Legs swing against each other, knees bend on the way forward, arms swing against the legs."""
    phase = 2 * np.pi * rng.uniform(0.6, 1.1) * seconds + rng.uniform(0, 2 * np.pi)
    stride, knee, arm = rng.uniform(0.25, 0.5) * reach, rng.uniform(0.3, 0.7) * reach, rng.uniform(0.1, 0.5) * reach
    for side, hip, joint, ankle, shoulder in (
        (0.0, LEFT_HIP, LEFT_KNEE, LEFT_ANKLE, RIGHT_SHOULDER),
        (np.pi, RIGHT_HIP, RIGHT_KNEE, RIGHT_ANKLE, LEFT_SHOULDER),
    ):
        swing = np.sin(phase + side)
        vectors[:, hip, 0] += stride * swing
        vectors[:, joint, 0] -= knee * np.maximum(0, np.cos(phase + side)) ** 2
        vectors[:, ankle, 0] += 0.15 * reach * swing
        vectors[:, shoulder, 0] += arm * swing
    root[:, 1] += rng.uniform(5, 20) * reach * np.cos(2 * phase)
    root[:, 0] += rng.uniform(5, 25) * reach * np.sin(phase)
    root[:, 2] -= rng.uniform(0, 250) * reach * (seconds - seconds.mean())


def _wave(rng: np.random.Generator, seconds: NDArray[np.float64], vectors: NDArray[np.float64]) -> None:
    """One arm goes up and waves from the elbow."""
    left = rng.random() < 0.5
    shoulder, elbow, sign = (LEFT_SHOULDER, LEFT_ELBOW, -1.0) if left else (RIGHT_SHOULDER, RIGHT_ELBOW, 1.0)
    rise = 1 / (1 + np.exp(-(seconds - rng.uniform(0, 1.2)) * rng.uniform(4, 8)))
    vectors[:, shoulder, 2] += sign * rng.uniform(1.2, 2.0) * rise
    wave = np.sin(2 * np.pi * rng.uniform(0.8, 1.8) * seconds + rng.uniform(0, 2 * np.pi))
    vectors[:, elbow, 2] += sign * rise * (rng.uniform(0.2, 0.5) + rng.uniform(0.2, 0.5) * wave)
    vectors[:, LEFT_WRIST if left else LEFT_WRIST + 1, 2] += sign * rise * 0.2 * wave
