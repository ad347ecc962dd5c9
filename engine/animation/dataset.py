"""A training set of motions in one file, and how clips are drawn from it."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from engine.animation.motion import Joints
from engine.animation.motion_file import bad_motion, open_archive, read_array, read_member
from engine.animation.skeleton import JOINT_COUNT
from engine.media.files import atomic_output
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.values import from_json, to_json

CLIP_FRAMES = 49
MAX_FRAMES = 5_000_000
MAX_CLIPS = 500_000
_INFO = "dataset.json"
_MAX_INFO = 256 * 2**20

Split = Literal["train", "validation"]


class ClipInfo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One motion of the set: where it came from, how long it is, and which part it belongs to."""

    source: Annotated[str, msgspec.Meta(max_length=1000)]
    frames: Annotated[int, msgspec.Meta(ge=1, le=MAX_FRAMES)]
    split: Split


class _Info(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    format: Literal["portraits-motion-dataset-1"] = "portraits-motion-dataset-1"
    fps: Fraction
    clips: Annotated[tuple[ClipInfo, ...], msgspec.Meta(min_length=1, max_length=MAX_CLIPS)]


@dataclass(frozen=True)
class MotionDataset:
    """Motions for training.

    Attributes:
        joints: float32 (N, 24, 3) mm, all motions one after another.
        clips: what is in ``joints``, in order.
        fps: frames per second of all of them.
        mean: (24, 3) mean of the training part, per joint and axis.
        std: (24, 3) standard deviation of the training part.
    """

    joints: Joints
    clips: tuple[ClipInfo, ...]
    fps: Fraction
    mean: Joints
    std: Joints

    def motions(self, split: Split) -> list[Joints]:
        """Return the motions of one part, each (T, 24, 3) mm, without copying."""
        found, start = [], 0
        for clip in self.clips:
            if clip.split == split:
                found.append(self.joints[start : start + clip.frames])
            start += clip.frames
        return found

    def sources(self, split: Split) -> list[str]:
        """Return where each of :meth:`motions` came from."""
        return [clip.source for clip in self.clips if clip.split == split]


def make_dataset(motions: Sequence[tuple[str, Joints]], fps: Fraction, validation: frozenset[str]) -> MotionDataset:
    """Put motions together.

    Args:
        motions: source and joints (T, 24, 3) mm of each, without gaps.
        fps: their frame rate.
        validation: the sources that belong to the validation part.

    Raises:
        PortraitsError: BAD_INPUT without a motion for training, or with too many frames.
    """
    clips = tuple(
        ClipInfo(source, len(joints), "validation" if source in validation else "train") for source, joints in motions
    )
    training = [joints for (source, joints) in motions if source not in validation]
    total = sum(clip.frames for clip in clips)
    if not training or total > MAX_FRAMES or len(clips) > MAX_CLIPS:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"A training set of {len(training)} training motions and {total} frames is not possible.",
            f"Give at least one motion for training, and at most {MAX_FRAMES} frames.",
        )
    mean, std = statistics(training)
    return MotionDataset(np.concatenate([joints for _, joints in motions]), clips, fps, mean, std)


def statistics(motions: Sequence[Joints]) -> tuple[Joints, Joints]:
    """Return mean and standard deviation (24, 3) per joint and axis over all frames; a still axis counts as 1 mm."""
    count = sum(len(joints) for joints in motions)
    mean = sum(joints.sum(axis=0, dtype=np.float64) for joints in motions) / count
    squares = sum(((joints - mean) ** 2).sum(axis=0, dtype=np.float64) for joints in motions) / count
    return np.asarray(mean, np.float32), np.maximum(np.sqrt(squares), 1.0).astype(np.float32)


def write_dataset(path: Path, dataset: MotionDataset, *, overwrite: bool) -> None:
    """Write the set as one file. Raises as :func:`engine.media.files.atomic_output`."""
    with atomic_output(path, overwrite=overwrite) as temporary, zipfile.ZipFile(temporary, "w") as archive:
        archive.writestr(_INFO, to_json(_Info(fps=dataset.fps, clips=dataset.clips)))
        for name, array in (("joints", dataset.joints), ("mean", dataset.mean), ("std", dataset.std)):
            buffer = io.BytesIO()
            npy.write_array(buffer, np.ascontiguousarray(array), allow_pickle=False)
            archive.writestr(f"{name}.npy", buffer.getvalue())


def read_dataset(path: Path) -> MotionDataset:
    """Read a training set.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_INPUT when it is damaged.
    """
    with open_archive(path) as archive:
        if _INFO not in archive.namelist():
            raise PortraitsError(
                ErrorCode.BAD_INPUT,
                f"{quoted(path)} is no training set.",
                "Put one together from motions: portraits-engine motion build-dataset.",
            )
        try:
            info = from_json(read_member(archive, _INFO, _MAX_INFO, path), _Info)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise bad_motion(path, str(error)) from error
        joints = read_array(archive, "joints.npy", path, (MAX_FRAMES, JOINT_COUNT, 3)).astype(np.float32)
        mean = read_array(archive, "mean.npy", path, (JOINT_COUNT, 3)).astype(np.float32)
        std = read_array(archive, "std.npy", path, (JOINT_COUNT, 3)).astype(np.float32)
    whole = joints.shape[1:] == mean.shape == std.shape == (JOINT_COUNT, 3)
    if not whole or sum(clip.frames for clip in info.clips) != len(joints):
        raise bad_motion(path, "its parts do not fit each other")
    if not (np.isfinite(joints).all() and np.isfinite(mean).all() and (std > 0).all()):
        raise bad_motion(path, "it holds values that are no numbers")
    return MotionDataset(joints, info.clips, info.fps, mean, std)


def clip_indices(length: int, start: int, frames: int = CLIP_FRAMES) -> NDArray[np.intp]:
    """Return which frames of a motion make a clip; a motion shorter than the clip is stretched by repeating frames."""
    if length < frames:
        return np.linspace(0, length - 1, frames).astype(np.intp)
    return np.arange(start, start + frames)


def random_clips(motions: Sequence[Joints], count: int, rng: np.random.Generator, frames: int = CLIP_FRAMES) -> Joints:
    """Draw clips (count, frames, 24, 3) mm: a random motion each, and a random start in it."""
    batch = np.empty((count, frames, JOINT_COUNT, 3), np.float32)
    for row, index in enumerate(rng.integers(len(motions), size=count)):
        motion = motions[index]
        start = int(rng.integers(max(len(motion) - frames, 0) + 1))
        batch[row] = motion[clip_indices(len(motion), start, frames)]
    return batch


def all_clips(motions: Sequence[Joints], batch: int, frames: int = CLIP_FRAMES) -> Iterator[Joints]:
    """Yield every motion once, its first clip, in batches of at most ``batch``."""
    for first in range(0, len(motions), batch):
        part = motions[first : first + batch]
        yield np.stack([motion[clip_indices(len(motion), 0, frames)] for motion in part])
