"""The 24 joints as the window shows them: their names, what hangs on what, and which side they belong to."""

from functools import cache
from typing import Literal

from desktop.widgets.words import tr

Side = Literal["left", "right", "middle"]

NAMES = (
    "Pelvis",
    "Left hip",
    "Right hip",
    "Lower spine",
    "Left knee",
    "Right knee",
    "Middle spine",
    "Left ankle",
    "Right ankle",
    "Upper spine",
    "Left foot",
    "Right foot",
    "Neck",
    "Left collar",
    "Right collar",
    "Head",
    "Left shoulder",
    "Right shoulder",
    "Left elbow",
    "Right elbow",
    "Left wrist",
    "Right wrist",
    "Left hand",
    "Right hand",
)
"""In the order of SMPL; left is the person's left."""

COUNT = len(NAMES)
PARENTS = (-1, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 12, 13, 14, 16, 17, 18, 19, 20, 21)
"""The parent of each joint; every parent has a smaller index than its children."""

BONES = tuple((parent, joint) for joint, parent in enumerate(PARENTS) if parent >= 0)
LISTED = (0, 3, 6, 9, 12, 15, 13, 16, 18, 20, 22, 14, 17, 19, 21, 23, 1, 4, 7, 10, 2, 5, 8, 11)
"""The joints as they are listed: trunk, then each limb from the body outwards."""

_DEPTHS = {18: 1, 19: 1, 20: 2, 21: 2, 22: 3, 23: 3, 4: 1, 5: 1, 7: 2, 8: 2, 10: 3, 11: 3}
NECK = 12
WRIST = 20


def joint_name(joint: int) -> str:
    """Return the name of a joint in the person's language."""
    return tr(NAMES[joint])


def side_of(joint: int) -> Side:
    """Return the side of the body that a joint belongs to."""
    first = NAMES[joint].partition(" ")[0]
    return "left" if first == "Left" else "right" if first == "Right" else "middle"


def depth_in_list(joint: int) -> int:
    """Return by how many steps a joint is indented in the list."""
    return _DEPTHS.get(joint, 0)


@cache
def descendants(joint: int) -> tuple[int, ...]:
    """Return the joints that hang on a joint, itself first."""
    found = [joint]
    for other in range(joint + 1, COUNT):
        if PARENTS[other] in found:
            found.append(other)
    return tuple(found)
