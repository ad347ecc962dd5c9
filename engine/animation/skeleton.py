"""The 24 SMPL joints: names, tree, sides, and the skeletons that other motions are fitted to.

Coordinates are camera coordinates in millimetres: x to the right of the picture, y **down**, z away from the camera.
A person who faces the camera has the left side of the body at the right of the picture.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

JOINT_NAMES = (
    "pelvis",
    "left hip",
    "right hip",
    "spine 1",
    "left knee",
    "right knee",
    "spine 2",
    "left ankle",
    "right ankle",
    "spine 3",
    "left foot",
    "right foot",
    "neck",
    "left collar",
    "right collar",
    "head",
    "left shoulder",
    "right shoulder",
    "left elbow",
    "right elbow",
    "left wrist",
    "right wrist",
    "left hand",
    "right hand",
)
JOINT_COUNT = len(JOINT_NAMES)

PELVIS, LEFT_HIP, RIGHT_HIP, SPINE1, LEFT_KNEE, RIGHT_KNEE, SPINE2, LEFT_ANKLE, RIGHT_ANKLE, SPINE3 = range(10)
LEFT_FOOT, RIGHT_FOOT, NECK, LEFT_COLLAR, RIGHT_COLLAR, HEAD, LEFT_SHOULDER, RIGHT_SHOULDER = range(10, 18)
LEFT_ELBOW, RIGHT_ELBOW, LEFT_WRIST, RIGHT_WRIST, LEFT_HAND, RIGHT_HAND = range(18, 24)

PARENTS = (-1, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 12, 13, 14, 16, 17, 18, 19, 20, 21)
"""The parent of each joint; every parent has a smaller index than its children."""

MIRRORED = (0, 2, 1, 3, 5, 4, 6, 8, 7, 9, 11, 10, 12, 14, 13, 15, 17, 16, 19, 18, 21, 20, 23, 22)
"""For each joint the joint of the other side."""

_MEAN = (
    (0.7661795, 202.14114, 1821.5605),
    (38.427162, 270.5057, 1819.4021),
    (-37.753292, 274.8597, 1822.8485),
    (2.6203136, 120.50337, 1843.114),
    (86.30895, 497.47766, 1725.6696),
    (-90.29416, 499.19968, 1749.3646),
    (5.6553864, 17.231655, 1820.7048),
    (98.11323, 794.9878, 1795.5438),
    (-87.532295, 791.90247, 1814.3256),
    (4.7522016, -21.286037, 1807.3441),
    (119.41596, 847.0671, 1732.9746),
    (-108.8281, 846.76074, 1747.2087),
    (-1.6723803, -190.38716, 1819.3888),
    (52.95167, -114.81825, 1809.1511),
    (-46.846786, -113.48391, 1824.1172),
    (2.475586, -243.52774, 1771.3556),
    (116.822464, -127.42289, 1798.8127),
    (-106.87325, -128.94351, 1822.7717),
    (169.18324, 17.056934, 1764.5862),
    (-169.10173, 8.674451, 1806.147),
    (139.08856, 41.28063, 1697.0721),
    (-150.5764, 25.627058, 1724.5094),
    (127.27155, 47.929955, 1677.7744),
    (-145.47462, 29.481306, 1700.7124),
)
_STD = (
    (148.81201, 266.11456, 581.8337),
    (155.42453, 252.28072, 588.77435),
    (157.25816, 250.32126, 590.663),
    (157.26393, 294.78726, 572.59467),
    (211.4807, 209.63799, 639.2239),
    (217.90225, 209.30316, 637.0155),
    (175.75131, 318.03558, 581.2178),
    (310.42184, 277.21045, 651.4167),
    (313.571, 278.1168, 647.5472),
    (184.94913, 325.7988, 585.93494),
    (344.22507, 292.6162, 667.23785),
    (347.78345, 294.42706, 668.8505),
    (243.7049, 376.8687, 596.29193),
    (218.13406, 354.23218, 593.14264),
    (221.14679, 355.8051, 591.7038),
    (254.56453, 386.67685, 606.6909),
    (237.34737, 363.98483, 600.60034),
    (241.73083, 366.73215, 599.1085),
    (253.07353, 376.91718, 606.12494),
    (255.54964, 389.63507, 597.8021),
    (284.73206, 427.98135, 650.9597),
    (287.7909, 454.2645, 644.60974),
    (306.00928, 448.4102, 667.27466),
    (308.83215, 477.13455, 664.3036),
)


def mean_joints() -> Array:
    """Return the mean joint positions, (24, 3) mm, that the published tokenizer and models were trained with."""
    return np.array(_MEAN, np.float32)


def std_joints() -> Array:
    """Return the standard deviation of each joint, (24, 3) mm, that belongs to :func:`mean_joints`."""
    return np.array(_STD, np.float32)


def bone_offsets(joints: Array) -> Array:
    """Return each joint relative to its parent, same shape as ``joints`` (..., 24, 3); the root keeps its place."""
    offsets = joints.copy()
    offsets[..., 1:, :] -= joints[..., list(PARENTS[1:]), :]
    return offsets


def forward_kinematics(offsets: Array, rotations: Array, root: Array) -> Array:
    """Place a skeleton by joint rotations.

    Args:
        offsets: (24, 3) mm, each joint relative to its parent when nothing is rotated; the root's entry is ignored.
        rotations: (T, 24, 3, 3), each joint's rotation relative to its parent's.
        root: (T, 3) mm, where the pelvis is.

    Returns:
        (T, 24, 3) mm.
    """
    turned = np.empty_like(rotations)
    joints = np.empty((len(rotations), JOINT_COUNT, 3), np.float32)
    turned[:, 0] = rotations[:, 0]
    joints[:, 0] = root
    for joint in range(1, JOINT_COUNT):
        parent = PARENTS[joint]
        turned[:, joint] = turned[:, parent] @ rotations[:, joint]
        joints[:, joint] = joints[:, parent] + turned[:, parent] @ offsets[joint]
    return joints


def rotations_from_axis_angle(vectors: NDArray[np.floating]) -> Array:
    """Turn rotation vectors (..., 3) in radians into matrices (..., 3, 3) by Rodrigues' formula."""
    angle = np.linalg.norm(vectors, axis=-1)[..., None, None]
    axis = vectors / np.maximum(angle[..., 0], 1e-12)
    cross = np.zeros((*vectors.shape[:-1], 3, 3))
    cross[..., 0, 1], cross[..., 0, 2] = -axis[..., 2], axis[..., 1]
    cross[..., 1, 0], cross[..., 1, 2] = axis[..., 2], -axis[..., 0]
    cross[..., 2, 0], cross[..., 2, 1] = -axis[..., 1], axis[..., 0]
    matrices: Array = (np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * (cross @ cross)).astype(np.float32)
    return matrices


_REST_LENGTHS = {
    LEFT_HIP: 103,
    SPINE1: 102,
    LEFT_KNEE: 361,
    SPINE2: 122,
    LEFT_ANKLE: 395,
    SPINE3: 45,
    LEFT_FOOT: 135,
    NECK: 197,
    LEFT_COLLAR: 129,
    HEAD: 82,
    LEFT_SHOULDER: 88,
    LEFT_ELBOW: 236,
    LEFT_WRIST: 223,
    LEFT_HAND: 71,
}
_LEG, _FOOT, _ARM = (0.0, 1.0, 0.0), (0.1, 0.45, -0.89), (1.0, 0.0, 0.0)
_REST_DIRECTIONS = {LEFT_KNEE: _LEG, LEFT_ANKLE: _LEG, LEFT_FOOT: _FOOT} | dict.fromkeys(
    (LEFT_ELBOW, LEFT_WRIST, LEFT_HAND), _ARM
)


def rest_offsets() -> Array:
    """Return the offsets (24, 3) mm of a person who faces the camera with the arms stretched out to the sides.

    Bone lengths are the medians over the sample motions that MTVCrafter publishes, equal on both sides; the trunk has
    the directions of :func:`mean_joints`. Motions that come as joint rotations are put on this skeleton.
    """
    offsets = np.zeros((JOINT_COUNT, 3), np.float32)
    trunk = bone_offsets(mean_joints())
    for joint, length in _REST_LENGTHS.items():
        direction = np.array(_REST_DIRECTIONS.get(joint, trunk[joint]), np.float64)
        if joint in (SPINE1, SPINE2, SPINE3, NECK, HEAD):
            direction[0] = 0
        offsets[joint] = direction / np.linalg.norm(direction) * length
        other = MIRRORED[joint]
        if other != joint:
            offsets[other] = offsets[joint] * (-1, 1, 1)
    return offsets
