"""The row of panels beside a result: reference, driving video, pose before and after the tokens, result."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from engine.animation.drawing import draw_pose, stick_width
from engine.animation.motion import Joints, Motion
from engine.media.fit import fit_picture

Picture = NDArray[np.uint8]


class Panels:
    """Draws the panels of each frame.

    Args:
        reference: RGB, uint8 (H, W, 3), in the size of a panel.
        motion: the motion, at the frame rate of the result.
        driving: gives the driving video's frame of a frame number, uint8 (h, w, 4) RGBA; None leaves its panel black.
        tall_sticks: limb width by the height of the picture, as in the 17B tool.
    """

    def __init__(
        self, reference: Picture, motion: Motion, driving: Callable[[int], Picture] | None, *, tall_sticks: bool
    ) -> None:
        self._reference = reference
        self._motion = motion
        self._driving = driving
        self._stick = stick_width(motion.width, motion.height, tall=tall_sticks)

    def row(self, frame: int, after: Joints, result: Picture) -> Picture:
        """Return the panels of one frame, uint8 (H, 5 W, 3) RGB.

        Args:
            frame: its number in the motion.
            after: the joints (24, 3) mm that come out of the tokens.
            result: the frame that was made.
        """
        driving = np.zeros_like(self._reference) if self._driving is None else self._covered(self._driving(frame))
        before = self._drawn(self._motion.joints[min(frame, len(self._motion) - 1)])
        return np.concatenate([self._reference, driving, before, self._drawn(after), result], axis=1)

    def _drawn(self, joints: Joints) -> Picture:
        drawn = draw_pose(joints, self._motion.width, self._motion.height, stick=self._stick)
        return self._covered(np.dstack([drawn, np.full(drawn.shape[:2], 255, np.uint8)]))

    def _covered(self, rgba: Picture) -> Picture:
        height, width = self._reference.shape[:2]
        return fit_picture(rgba, width, height, fit="cover")[..., :3]
