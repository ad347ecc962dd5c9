"""How a long motion is made in clips: a model makes at most 49 frames, and each clip shares 9 with the one before."""

from typing import NamedTuple

CLIP_FRAMES = 49
OVERLAP = 9
SHORTEST = 13


class Clip(NamedTuple):
    """One run of a model.

    Attributes:
        start: first frame of the motion.
        frames: how many frames are made, 4 k + 1; those after the motion's end repeat its last pose.
        keep: how many of them, from the first, go into the result.
    """

    start: int
    frames: int
    keep: int


def latent_count(frames: int) -> int:
    """Return how many latent frames the VAE and the tokenizer make of so many frames."""
    return (frames - 1) // 4 + 1


def plan_clips(frames: int, *, clip: int = CLIP_FRAMES, overlap: int = OVERLAP, fixed: bool = False) -> list[Clip]:
    """Cut a motion of ``frames`` frames into clips.

    A clip begins ``overlap`` frames before the end of the one before. Each but the last gives its frames up to where
    the next begins, so nothing is cross-faded. The last is as long as needed, or with ``fixed`` always a whole clip.
    """
    plan: list[Clip] = []
    start = 0
    while True:
        left = frames - start
        if left <= clip:
            needed = max(4 * -(-(left - 1) // 4) + 1, min(SHORTEST, clip))
            plan.append(Clip(start, clip if fixed else needed, left))
            return plan
        plan.append(Clip(start, clip, clip - overlap))
        start += clip - overlap
