"""Repairs a motion: outliers become gaps, gaps are filled, and the rest is smoothed."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.animation.motion import Joints, Motion, require_person

Smoothing = Literal["none", "one-euro", "savgol"]


def without_outliers(motion: Motion, *, limit: float = 6.0, window: int = 9) -> tuple[Motion, int]:
    """Turn positions that jump away from their neighbourhood in time into gaps of single joints, and fill those.

    A position is an outlier when it is farther from the median of the ``window`` frames around it than ``limit`` times
    that joint's usual deviation (the median absolute deviation times 1.4826), and farther than 60 mm.

    Returns:
        The repaired motion, and how many positions were replaced.
    """
    joints = motion.joints.copy()
    valid = np.flatnonzero(motion.valid)
    if len(valid) < 3:
        return motion, 0
    track = joints[valid].astype(np.float64)
    half = min(window, len(track)) // 2
    padded = np.pad(track, ((half, half), (0, 0), (0, 0)), mode="edge")
    around = np.lib.stride_tricks.sliding_window_view(padded, 2 * half + 1, axis=0)
    deviation = np.linalg.norm(track - np.median(around, axis=-1), axis=-1)
    usual = 1.4826 * np.median(deviation, axis=0)
    outlier = deviation > np.maximum(limit * usual, 60.0)
    for joint in np.flatnonzero(outlier.any(axis=0)):
        keep = ~outlier[:, joint]
        if keep.any():
            for axis in range(3):
                track[~keep, joint, axis] = np.interp(valid[~keep], valid[keep], track[keep, joint, axis])
    joints[valid] = track
    return motion.with_joints(joints), int(outlier.sum())


def gaps_filled(motion: Motion, *, longest: int | None = None) -> tuple[Motion, int]:
    """Fill frames without a person by a straight line between the neighbours; the ends repeat the nearest frame.

    Args:
        motion: at least one frame must be valid.
        longest: gaps of more frames than this are left; None fills all.

    Returns:
        The motion, and how many frames were filled.

    Raises:
        PortraitsError: BAD_INPUT for a motion without a person.
    """
    require_person(motion)
    fill = ~motion.valid
    if longest is not None:
        for start, end in _runs(fill):
            if end - start > longest:
                fill[start:end] = False
    if not fill.any():
        return motion, 0
    frames, known = np.arange(len(motion)), np.flatnonzero(motion.valid)
    joints = motion.joints.copy()
    flat = joints.reshape(len(joints), -1)
    for column in range(flat.shape[1]):
        flat[fill, column] = np.interp(frames[fill], known, flat[known, column])
    return motion.with_joints(joints), int(fill.sum())


def _runs(mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return start and end (exclusive) of each run of True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.astype(np.int8), [0]])))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]


def smoothed(motion: Motion, method: Smoothing, *, strength: float = 0.5) -> Motion:
    """Smooth each stretch of valid frames for itself.

    Args:
        motion: what to smooth.
        method: "one-euro" adapts to speed and keeps fast moves crisp; "savgol" fits parabolas and keeps peaks.
        strength: 0 leaves the motion nearly as it is, 1 smooths most.
    """
    if method == "none" or strength <= 0:
        return motion
    joints = motion.joints.copy()
    for start, end in _runs(motion.valid):
        part = joints[start:end].astype(np.float64)
        joints[start:end] = (
            _one_euro(part, float(motion.fps), strength) if method == "one-euro" else _savgol(part, strength)
        )
    return motion.with_joints(joints)


def _one_euro(values: NDArray[np.float64], fps: float, strength: float) -> NDArray[np.float64]:
    """The One-Euro filter (Casiez, Roussel, Vogel: "1€ Filter", CHI 2012), run forwards and backwards.

    The second run takes away the delay of the first. The cut-off rises with the speed in m/s.
    """
    lowest = 6.0 * (1 - strength) + 0.6
    return _one_euro_pass(_one_euro_pass(values, fps, lowest)[::-1], fps, lowest)[::-1]


def _one_euro_pass(
    values: NDArray[np.float64], fps: float, lowest: float, beta: float = 3.0, speed_cutoff: float = 1.0
) -> NDArray[np.float64]:
    def share(cutoff: NDArray[np.float64] | float) -> NDArray[np.float64] | float:
        return 1 / (1 + fps / (2 * np.pi * cutoff))

    out = np.empty_like(values)
    out[0] = values[0]
    speed = np.zeros_like(values[0])
    for frame in range(1, len(values)):
        now = (values[frame] - values[frame - 1]) * fps / 1000
        speed = speed + share(speed_cutoff) * (now - speed)
        cutoff = lowest + beta * np.linalg.norm(speed, axis=-1, keepdims=True)
        out[frame] = out[frame - 1] + share(cutoff) * (values[frame] - out[frame - 1])
    return out


def _savgol(values: NDArray[np.float64], strength: float) -> NDArray[np.float64]:
    from scipy.signal import savgol_filter

    window = 5 + 2 * round(8 * strength)
    window = min(window, len(values) - (len(values) + 1) % 2)
    if window < 5:
        return values
    smooth: NDArray[np.float64] = savgol_filter(values, window, polyorder=2, axis=0, mode="interp")
    return smooth


def mean_joint_error(first: Joints, second: Joints) -> float:
    """Return the MPJPE in mm: the mean distance of joints between two motions (T, 24, 3), over frames valid in both."""
    distance = np.linalg.norm(first.astype(np.float64) - second, axis=-1)
    distance = distance[np.isfinite(distance)]
    return float(distance.mean()) if len(distance) else float("nan")
