"""Finds the person in a reference picture, so that a motion can be put where they are."""

from pathlib import Path
from typing import NamedTuple

import numpy as np

from engine.animation.mediapipe_pose import MediapipeExtractor, pose_model
from engine.animation.motion import Joints
from engine.animation.reference import on_white
from engine.media.pictures import read_picture
from engine.protocol.errors import ErrorCode, PortraitsError, quoted


class PicturePerson(NamedTuple):
    """A person in a picture.

    Attributes:
        joints: (24, 3) camera millimetres.
        width: of the picture in pixels.
        height: of the picture in pixels.
    """

    joints: Joints
    width: int
    height: int


def person_in(path: Path) -> PicturePerson:
    """Find the person in a picture with the pose landmarker; of several the one it finds first.

    Raises:
        PortraitsError: the picture cannot be read, nobody is in it, or the pose landmarker is missing.
    """
    picture = np.ascontiguousarray(on_white(read_picture(path)))
    extractor = MediapipeExtractor(pose_model())
    try:
        found = extractor.detect([picture])[0].joints
    finally:
        extractor.close()
    if not len(found):
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"No person was found in {quoted(path)}.",
            "Choose a picture in which a person is seen at least from head to hips, or give the place in numbers.",
        )
    return PicturePerson(found[0], picture.shape[1], picture.shape[0])
