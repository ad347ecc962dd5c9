"""Turns a driving video into motions: detects people frame by frame, then follows each of them."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.animation.detections import Detections, Extractor, Picture
from engine.animation.drawing import draw_pose
from engine.animation.motion import MAX_FRAMES, Motion, make_motion
from engine.animation.people import PeopleTracker
from engine.animation.skeleton import JOINT_COUNT
from engine.media.movie_reader import MovieReader
from engine.protocol.context import JobContext
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

SAVE_EVERY = 200
"""Frames between two saves of what was found."""


def detect_people(
    video: Path, extractor: Extractor, kept: Path, key: str, context: JobContext
) -> tuple[Detections, Fraction, int, int]:
    """Run an extractor over every frame of a video.

    What was found is kept in a file now and then, and when the job is cancelled; the next run goes on from there.

    Args:
        video: the driving video.
        extractor: finds people and joints.
        kept: the file for what was found so far.
        key: the video's hash and the extractor's settings.
        context: progress, preview and cancelling.

    Returns:
        The detections, the video's frame rate, width and height.

    Raises:
        PortraitsError: the video cannot be read, or is longer than a motion can be.
        Cancelled: what was found is kept.
    """
    detections = Detections.resumed(kept, key)
    done = len(detections.frames)
    if done:
        context.note(f"{done} frames of {quoted(video)} were done before; the work goes on there.")
    with MovieReader(video) as reader:
        info = reader.info
        waiting: list[Picture] = []

        def flush() -> None:
            if waiting:
                found = extractor.detect(waiting)
                detections.frames.extend(found)
                _show(waiting[-1], found[-1].joints, context)
                waiting.clear()

        try:
            for number, (_, rgba) in enumerate(reader.frames()):
                context.check_cancelled()
                if number >= MAX_FRAMES:
                    raise PortraitsError(
                        ErrorCode.BAD_INPUT, f"{quoted(video)} has more than {MAX_FRAMES} frames.", "Cut it first."
                    )
                if number < done:
                    continue
                waiting.append(np.ascontiguousarray(rgba[..., :3]))
                if len(waiting) == extractor.batch:
                    flush()
                    if len(detections.frames) // SAVE_EVERY > (len(detections.frames) - extractor.batch) // SAVE_EVERY:
                        detections.save(kept)
                context.progress("Finding joints", number + 1, info.frames or None, "frames")
            flush()
        except BaseException:
            if detections.frames:
                detections.save(kept)
            raise
        for note in reader.notes:
            context.note(note)
    fps = Fraction(info.fps or 30).limit_denominator(1001)
    return detections, fps, info.width, info.height


def _show(frame: Picture, people: "np.ndarray[tuple[int, ...], np.dtype[np.float32]]", context: JobContext) -> None:
    """Preview: the skeletons over the darkened frame."""
    if not context.preview_due():
        return
    height, width = frame.shape[:2]
    picture = frame // 2
    for joints in people:
        drawn = draw_pose(joints, width, height, stick=max(1, max(width, height) // 200))
        seen = drawn.any(axis=2)
        picture[seen] = drawn[seen]
    step = max(1, max(width, height) // 512)
    small = np.ascontiguousarray(picture[::step, ::step])
    context.preview(small.tobytes(), small.shape[1], small.shape[0])


def motions_of_people(
    detections: Detections, fps: Fraction, width: int, height: int, *, source: str, extractor: str, shortest: int = 8
) -> list[Motion]:
    """Follow each person over the frames, the one who is seen most first.

    Args:
        detections: of all frames.
        fps: frame rate of the video.
        width: of its picture.
        height: of its picture.
        source: name of the video.
        extractor: name of the extractor.
        shortest: people seen in fewer frames are left out; they are mostly false detections.
    """
    tracker = PeopleTracker()
    for number, frame in enumerate(detections.frames):
        tracker.add(number, frame.joints)
    motions: list[Motion] = []
    for track in tracker.ordered():
        if len(track.joints) < min(shortest, len(detections.frames)):
            continue
        joints = np.full((len(detections.frames), JOINT_COUNT, 3), np.nan, np.float32)
        boxes = np.full((len(detections.frames), 4), np.nan, np.float32)
        for number, index in track.indices.items():
            joints[number] = detections.frames[number].joints[index]
            boxes[number] = detections.frames[number].boxes[index]
        motions.append(
            make_motion(
                joints,
                fps=fps,
                width=width,
                height=height,
                boxes=boxes,
                person=len(motions),
                source=source,
                extractor=extractor,
            )
        )
    return motions


def choose_person(motions: list[Motion], person: int, video: Path, note: Callable[[str], None]) -> Motion:
    """Return one person's motion.

    Raises:
        PortraitsError: BAD_INPUT when nobody was found, USAGE when there are fewer people.
    """
    if not motions:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"No person was found in {quoted(video)}.",
            "Choose a video in which one person is seen from head to feet.",
        )
    if person >= len(motions):
        raise PortraitsError(
            ErrorCode.USAGE,
            f"{len(motions)} persons were found in {quoted(video)}, so there is no number {person}.",
            f"Choose a person from 0 to {len(motions) - 1}.",
        )
    chosen = motions[person]
    if len(motions) > 1:
        note(f"{len(motions)} persons were found; number {person} was taken.")
    missing = int((~chosen.valid).sum())
    if missing:
        note(f"The person was not found in {missing} of {len(chosen)} frames; clean the motion to fill them.")
    return chosen
