"""The replies to questions about motions and training sets."""

import re
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.animation.cleaning import gaps_filled, smoothed, without_outliers
from engine.animation.dataset import CLIP_FRAMES, read_dataset
from engine.animation.motion import Motion, make_motion, require_person
from engine.animation.motion_file import write_motion
from engine.animation.motion_input import load_one
from engine.animation.motion_jobs import motion_artifact
from engine.animation.placing import fitted_to
from engine.animation.skeleton import JOINT_COUNT
from engine.animation.timing import looped, mirrored, retimed
from engine.host.questions import Reply
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.queries import (
    AnyMotionQuery,
    ChangeMotion,
    DatasetReply,
    DescribeDataset,
    MotionData,
    MotionReply,
    ProbeReply,
    ReadMotion,
    SourceCount,
    WriteMotion,
)

_MOST_FRAMES = 45_000
_SOURCES, _STEPS = 12, 16
_NUMBER = re.compile(r"[\s_-]*\d+$")


def motion_answer(query: AnyMotionQuery) -> Reply:
    """Find the reply to a question about a motion or a training set.

    Raises:
        PortraitsError: the file cannot be used, or the motion cannot be changed so.
    """
    match query:
        case ReadMotion():
            motion, notes = load_one(Path(query.path), index=query.index, person=query.person)
            return _reply(motion, notes)
        case ChangeMotion():
            return _changed(query)
        case WriteMotion():
            path = Path(query.path)
            motion = _motion(query.motion)
            write_motion(path, motion)
            artifact = motion_artifact(path, motion)
            return Reply(ProbeReply(media=artifact.media, sha256=artifact.sha256))
        case DescribeDataset():
            return Reply(_described(Path(query.path)))


def _reply(motion: Motion, notes: list[str]) -> Reply:
    if len(motion) > _MOST_FRAMES:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"The motion of {motion.source!r} has {len(motion)} frames; up to {_MOST_FRAMES} can be edited here.",
            "Cut it first: portraits-engine motion clean --start and --end.",
        )
    reply = MotionReply(
        frames=len(motion),
        fps=motion.fps,
        width=motion.width,
        height=motion.height,
        person=motion.person,
        source=motion.source,
        extractor=motion.extractor,
        notes=tuple(notes),
    )
    return Reply(reply, (motion.joints.astype("<f4").tobytes(), motion.boxes.astype("<f4").tobytes()))


def _motion(data: MotionData) -> Motion:
    joints = _floats(data.joints, JOINT_COUNT * 3).reshape(-1, JOINT_COUNT, 3)
    boxes = _floats(data.boxes, 4) if data.boxes else None
    if boxes is not None and len(boxes) != len(joints):
        raise PortraitsError(
            ErrorCode.BAD_INPUT, "The boxes of a motion are not as many as its frames.", "Read the motion again."
        )
    return make_motion(
        joints,
        fps=data.fps,
        width=data.width,
        height=data.height,
        boxes=boxes,
        person=data.person,
        source=data.source,
        extractor=data.extractor,
    )


def _floats(data: bytes, columns: int) -> NDArray[np.float32]:
    if len(data) % (4 * columns):
        raise PortraitsError(ErrorCode.BAD_INPUT, "A motion came in parts that do not fit.", "Read the motion again.")
    return np.frombuffer(data, "<f4").astype(np.float32).reshape(-1, columns)


def _changed(query: ChangeMotion) -> Reply:
    """Change a motion in the order in which the job *clean* does."""
    motion, notes = _motion(query.motion), list[str]()
    require_person(motion)
    if query.outliers:
        motion, count = without_outliers(motion)
        notes.append(f"{count} positions jumped and were replaced.")
    if query.fill_gaps:
        motion, count = gaps_filled(motion)
        notes.append(f"{count} frames without the person were filled.")
    motion = retimed(smoothed(motion, query.smoothing, strength=query.strength), query.speed)
    if query.loop:
        motion = looped(motion, query.loop)
    if query.mirror:
        motion = mirrored(motion)
    if query.picture:
        from engine.animation.picture_person import person_in

        motion = fitted_to(motion, *person_in(Path(query.picture)))
    return _reply(motion, notes)


def _without_numbers(counts: Counter[str]) -> Counter[str]:
    merged: Counter[str] = Counter()
    for name, count in counts.items():
        merged[_NUMBER.sub("", name) or name] += count
    return merged


def _described(path: Path) -> DatasetReply:
    dataset = read_dataset(path)
    train = Counter(clip.source for clip in dataset.clips if clip.split == "train")
    unseen = Counter(clip.source for clip in dataset.clips if clip.split == "validation")
    shared = len(train.keys() & unseen.keys())
    if len(train.keys() | unseen.keys()) > _SOURCES:
        # Numbered sources, such as motions made by rule, are told together.
        train, unseen = (_without_numbers(part) for part in (train, unseen))
    names = [name for name, _ in (train + unseen).most_common()]
    shown = [SourceCount(name=name, train=train[name], unseen=unseen[name]) for name in names[:_SOURCES]]
    rest = names[_SOURCES:]
    if rest:
        shown.append(
            SourceCount(name="", train=sum(train[name] for name in rest), unseen=sum(unseen[name] for name in rest))
        )
    lengths = np.array([clip.frames for clip in dataset.clips])
    counts, _edges = np.histogram(lengths, bins=_STEPS)
    return DatasetReply(
        clips=len(lengths),
        frames=int(lengths.sum()),
        fps=dataset.fps,
        train=train.total(),
        unseen=unseen.total(),
        short=int((lengths < CLIP_FRAMES).sum()),
        sources=tuple(shown),
        shared_sources=shared,
        lengths=tuple(int(count) for count in counts),
        shortest=int(lengths.min()),
        longest=int(lengths.max()),
    )
