"""What an extractor finds in the frames of a video, kept while it works so that it can go on after a break."""

import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from engine.animation.motion import MAX_FRAMES, Joints
from engine.animation.motion_file import open_archive, read_array, read_member
from engine.animation.skeleton import JOINT_COUNT
from engine.media.files import atomic_output
from engine.protocol.errors import PortraitsError

Picture = NDArray[np.uint8]

_INFO = "extraction.json"
_MAX_INFO = 64 * 1024
_MAX_PEOPLE = 150
_MOST = 4_000_000


@dataclass(frozen=True)
class FramePeople:
    """The people of one frame.

    Attributes:
        joints: float32 (n, 24, 3) camera millimetres; n may be 0.
        boxes: float32 (n, 4) x, y, width, height in pixels; NaN where not known.
    """

    joints: Joints
    boxes: Joints


def nobody() -> FramePeople:
    """A frame without people."""
    return FramePeople(np.zeros((0, JOINT_COUNT, 3), np.float32), np.zeros((0, 4), np.float32))


class Extractor(Protocol):
    """Finds people and their joints."""

    name: str
    """What is written into the motion as its extractor."""

    batch: int
    """How many frames it takes at once."""

    def detect(self, frames: list[Picture]) -> list[FramePeople]:
        """Return the people of each frame, uint8 (H, W, 3) RGB; frames come in order."""

    def close(self) -> None:
        """Free what it holds."""


@dataclass
class Detections:
    """The people of the frames seen so far.

    Attributes:
        key: what they belong to: the video's hash and the extractor. A kept file with another key is not used.
        frames: in order.
    """

    key: str
    frames: list[FramePeople] = field(default_factory=list)

    def save(self, path: Path) -> None:
        """Keep them in a file; raises as :func:`engine.media.files.atomic_output`."""
        counts = np.array([len(frame.joints) for frame in self.frames], np.int32)
        joints = np.concatenate([frame.joints for frame in self.frames] or [nobody().joints])
        boxes = np.concatenate([frame.boxes for frame in self.frames] or [nobody().boxes])
        with atomic_output(path, overwrite=True) as temporary, zipfile.ZipFile(temporary, "w") as archive:
            archive.writestr(_INFO, json.dumps({"key": self.key}))
            for name, array in (("counts", counts), ("joints", joints), ("boxes", boxes)):
                with archive.open(f"{name}.npy", "w") as file:
                    np.lib.format.write_array(file, array, allow_pickle=False)

    @classmethod
    def resumed(cls, path: Path, key: str) -> "Detections":
        """Read what was kept under this key; nothing when there is none, or it is damaged."""
        empty = cls(key)
        if not path.is_file():
            return empty
        try:
            with open_archive(path) as archive:
                if json.loads(read_member(archive, _INFO, _MAX_INFO, path)) != {"key": key}:
                    return empty
                counts = read_array(archive, "counts.npy", path, (MAX_FRAMES,)).astype(np.int64)
                joints = read_array(archive, "joints.npy", path, (_MOST, JOINT_COUNT, 3)).astype(np.float32)
                boxes = read_array(archive, "boxes.npy", path, (_MOST, 4)).astype(np.float32)
        except (PortraitsError, ValueError):
            return empty
        if (counts < 0).any() or (counts > _MAX_PEOPLE).any() or not counts.sum() == len(joints) == len(boxes):
            return empty
        if joints.shape[1:] != (JOINT_COUNT, 3) or boxes.shape[1:] != (4,):
            return empty
        ends = np.cumsum(counts)[:-1]
        parts = zip(np.split(joints, ends), np.split(boxes, ends), strict=True)
        return cls(key, [FramePeople(*part) for part in parts] if len(counts) else [])
