"""A motion as it is edited: its joints, its keys, and the edits, each from one state to the next."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from desktop.motion.skeleton import COUNT, descendants
from engine.protocol.queries import MotionData, MotionReply

Joints = NDArray[np.float32]
Key = tuple[int, int]
"""(joint, frame)"""

SPACING = 12
"""Frames between the keys that every joint has from the beginning."""


@dataclass(frozen=True)
class Take:
    """The state of a motion. Nothing in it is ever changed in place.

    Attributes:
        joints: float32 (T, 24, 3) camera millimetres, NaN in frames without the person.
        boxes: float32 (T, 4) pixels.
        fps: frames per second.
        width: of the driving video in pixels.
        height: of the driving video in pixels.
        times: float64 (T,), where each frame is in the driving video, in seconds.
        added: keys beside those that every joint has.
        person: which person of the video.
        source: the name of the video.
        extractor: what found the joints.
    """

    joints: Joints
    boxes: Joints
    fps: Fraction
    width: int
    height: int
    times: NDArray[np.float64]
    added: frozenset[Key] = frozenset()
    person: int = 0
    source: str = ""
    extractor: str = ""

    def __len__(self) -> int:
        return len(self.joints)

    @property
    def seconds(self) -> float:
        return float(len(self) / self.fps)

    @cached_property
    def valid(self) -> NDArray[np.bool_]:
        """Which frames show the person, (T,)."""
        good: NDArray[np.bool_] = np.asarray(np.isfinite(self.joints).all(axis=(1, 2)))
        return good


def from_reply(reply: MotionReply, payload: tuple[bytes, ...]) -> Take:
    """Return what the engine has read."""
    joints = np.frombuffer(payload[0], "<f4").astype(np.float32).reshape(-1, COUNT, 3)
    boxes = np.frombuffer(payload[1], "<f4").astype(np.float32).reshape(-1, 4)
    return Take(
        joints,
        boxes,
        reply.fps,
        reply.width,
        reply.height,
        np.arange(len(joints)) / float(reply.fps),
        person=reply.person,
        source=reply.source,
        extractor=reply.extractor,
    )


def to_data(take: Take) -> MotionData:
    """Return the motion as the engine takes it."""
    return MotionData(
        fps=take.fps,
        width=take.width,
        height=take.height,
        joints=take.joints.astype("<f4").tobytes(),
        boxes=take.boxes.astype("<f4").tobytes(),
        person=take.person,
        source=take.source,
        extractor=take.extractor,
    )


def changed_by(take: Take, reply: MotionReply, payload: tuple[bytes, ...], positions: NDArray[np.float64]) -> Take:
    """Return the motion that the engine made of another one.

    Args:
        take: what was given.
        reply: the answer.
        payload: its joints and boxes.
        positions: (frames,), which frame of ``take`` each new frame shows.
    """
    made = from_reply(reply, payload)
    times = np.interp(positions, np.arange(len(take)), take.times)
    added = take.added if len(made) == len(take) else frozenset[Key]()
    return replace(made, times=times, added=added)


def keys_of(take: Take, joint: int) -> list[int]:
    """Return the frames at which a joint has keys, in order: both ends, every twelfth frame, and those added."""
    last = len(take) - 1
    if last < 0:
        return []
    usual = {frame for frame in range(0, last, SPACING) if last - frame >= SPACING // 2}
    return sorted(usual | {0, last} | {frame for which, frame in take.added if which == joint and frame <= last})


def with_key(take: Take, joint: int, frame: int) -> Take:
    """Give a joint a key at a frame."""
    return replace(take, added=take.added | {(joint, frame)})


def without_key(take: Take, joint: int, frame: int) -> Take:
    """Take a key that was added away; the curve stays as it is."""
    return replace(take, added=take.added - {(joint, frame)})


def neighbourhood(take: Take, joint: int, frame: int) -> tuple[int, int]:
    """Return the keys before and after a frame: what a drag there leaves as it is, and so does all beyond."""
    keys = keys_of(take, joint)
    before = max((key for key in keys if key < frame), default=frame)
    after = min((key for key in keys if key > frame), default=frame)
    return before, after


def weights(count: int, frame: int, before: int, after: int) -> NDArray[np.float64]:
    """Return how much of a drag each frame follows, (count,): 1 at the key, falling to 0 at its neighbours.

    The fall is the smoothstep polynomial 3x² - 2x³, whose slope is 0 at both ends: nothing gets a corner.
    """
    result = np.zeros(count)
    result[frame] = 1.0
    for start, end in ((before, frame), (after, frame)):
        span = abs(end - start)
        if span:
            low, high = min(start, end), max(start, end)
            share = np.abs(np.arange(low, high + 1) - start) / span
            result[low : high + 1] = share * share * (3 - 2 * share)
    return result


def moved(take: Take, joint: int, frame: int, offset: Iterable[float], *, follow: bool = False) -> Take:
    """Move a joint at a frame, and its curve smoothly with it as far as the neighbouring keys.

    Args:
        take: the motion.
        joint: which one.
        frame: where; it gets a key.
        offset: (3,) millimetres.
        follow: take along what hangs on the joint, so that no bone is stretched.
    """
    before, after = neighbourhood(take, joint, frame)
    share = weights(len(take), frame, before, after)
    joints = take.joints.copy()
    which = list(descendants(joint)) if follow else [joint]
    change = share[:, None, None] * np.fromiter(offset, np.float64, 3)
    touched = share > 0
    joints[np.ix_(np.flatnonzero(touched), np.array(which))] += change[touched].astype(np.float32)
    return replace(take, joints=joints, added=take.added | {(joint, frame)})


def trimmed(take: Take, start: int, end: int) -> Take:
    """Return the frames from ``start`` up to but not including ``end``, as they are."""
    if not 0 <= start < end <= len(take):
        raise ValueError(f"frames {start} to {end} of {len(take)}")
    return replace(
        take,
        joints=take.joints[start:end],
        boxes=take.boxes[start:end],
        times=take.times[start:end],
        added=frozenset((joint, frame - start) for joint, frame in take.added if start <= frame < end),
    )


def error_between(first: Take, second: Take) -> NDArray[np.float64]:
    """Return the mean distance of the joints in mm for each frame that both have, NaN where one has no person."""
    count = min(len(first), len(second))
    apart = first.joints[:count].astype(np.float64) - second.joints[:count]
    distance: NDArray[np.float64] = np.linalg.norm(apart, axis=-1).mean(axis=1)
    return distance
