"""Opens a motion of any kind we can read."""

from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from engine.animation.motion import Motion
from engine.animation.motion_file import is_motion_file, read_motion
from engine.animation.units import to_millimetres
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

SUFFIXES = (".npz", ".pkl", ".pickle", ".bvh")
_USUAL_PICKLE_FPS = Fraction(30)


class LoadedMotions(NamedTuple):
    """What a motion file holds.

    Attributes:
        motions: one for each video and person.
        notes: full sentences about what was converted or assumed.
    """

    motions: list[Motion]
    notes: list[str]


def load_motions(path: Path, *, fps: Fraction | None = None) -> LoadedMotions:
    """Read a motion file of ours, a pickle of MTVCrafter, a BVH file or an SMPL/AMASS ``.npz``.

    Args:
        path: the file; its suffix and content decide what it is.
        fps: the frame rate of a pickle, which has none of its own; 30 is assumed and said otherwise.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_INPUT for a file that is none of these, damaged or hostile.
    """
    suffix = path.suffix.lower()
    if not path.exists():
        raise PortraitsError(
            ErrorCode.MISSING_INPUT, f"{quoted(path)} was not found.", "Check the name and the folder."
        )
    if suffix in (".pkl", ".pickle"):
        from engine.animation.pickle_import import read_pickled_motions

        motions, notes = read_pickled_motions(path, fps or _USUAL_PICKLE_FPS)
        if fps is None:
            notes.append(f"{path.name!r} does not tell its frame rate; 30 per second was assumed.")
        return LoadedMotions(motions, notes)
    if suffix == ".bvh":
        from engine.animation.bvh import read_bvh

        return LoadedMotions(*read_bvh(path))
    if suffix == ".npz" and not is_motion_file(path):
        from engine.animation.amass import read_amass

        return LoadedMotions(*read_amass(path))
    if suffix == ".npz":
        motion = read_motion(path)
        joints, note = to_millimetres(motion.joints, motion.source or path.name)
        return LoadedMotions([motion.with_joints(joints)], [note]) if note else LoadedMotions([motion], [])
    raise PortraitsError(
        ErrorCode.BAD_INPUT,
        f"{quoted(path)} is no motion that can be read.",
        f"Choose a file that ends in {', '.join(SUFFIXES)}.",
    )


def load_one(path: Path, *, index: int = 0, person: int = 0, fps: Fraction | None = None) -> tuple[Motion, list[str]]:
    """Read one motion of a file.

    Args:
        path: the file.
        index: which video of a list of motions, 0 for the first.
        person: which person of that video, 0 for the one who is seen most.
        fps: see :func:`load_motions`.

    Raises:
        PortraitsError: as :func:`load_motions`; USAGE when there is no such video or person.
    """
    motions, notes = load_motions(path, fps=fps)
    videos: list[list[Motion]] = []
    for motion in motions:
        if motion.person == 0 or not videos:
            videos.append([])
        videos[-1].append(motion)
    if index >= len(videos):
        raise PortraitsError(
            ErrorCode.USAGE,
            f"{quoted(path)} holds {len(videos)} motions, so there is no number {index}.",
            f"Choose an index from 0 to {len(videos) - 1}.",
        )
    people = videos[index]
    if person >= len(people):
        raise PortraitsError(
            ErrorCode.USAGE,
            f"{quoted(path)} shows {len(people)} persons, so there is no number {person}.",
            f"Choose a person from 0 to {len(people) - 1}.",
        )
    return people[person], notes
