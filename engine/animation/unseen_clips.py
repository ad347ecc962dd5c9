"""Some unseen clips before and after the tokens, written while a training runs, so that a person can look at them."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from engine.animation.dataset import CLIP_FRAMES, MotionDataset, clip_indices
from engine.animation.motion import Joints, make_motion
from engine.animation.motion_file import write_motion

_MOST = 12


class UnseenClips:
    """A few clips of the validation part, from its beginning to its end.

    Args:
        folder: gets ``01-before.motion.npz``, ``01-after.motion.npz`` and so on.
        dataset: the motions.
    """

    def __init__(self, folder: Path, dataset: MotionDataset) -> None:
        self._folder, self._fps = folder, dataset.fps
        motions, sources = dataset.motions("validation"), dataset.sources("validation")
        chosen = np.linspace(0, len(motions) - 1, min(_MOST, len(motions))).astype(int).tolist()
        self._clips = [motions[index][clip_indices(len(motions[index]), 0, CLIP_FRAMES)] for index in chosen]
        self._sources = [sources[index] for index in chosen]

    def write(self, restore: Callable[[Joints], Joints]) -> None:
        """Write the clips, and what the tokenizer makes of them now.

        Args:
            restore: sends clips (B, 49, 24, 3) mm through the tokenizer and back.
        """
        if not self._clips:
            return
        self._folder.mkdir(exist_ok=True)
        after = restore(np.stack(self._clips))
        for index, (source, before, restored) in enumerate(zip(self._sources, self._clips, after, strict=True), 1):
            for when, joints in (("before", before), ("after", restored)):
                motion = make_motion(joints, fps=self._fps, source=source)
                write_motion(self._folder / f"{index:02}-{when}.motion.npz", motion, overwrite=True)
