"""How far the windows of a running shot are, read from what the engine says."""

from typing import Literal, NamedTuple

from engine.protocol.jobs import VideoJob
from engine.protocol.messages import Progress
from engine.protocol.shot_choices import windows_for

WindowState = Literal["ok", "running", "waiting"]
"""How far a window is: finished, being denoised, or not begun."""


class ShotProgress(NamedTuple):
    """How far a shot is.

    Attributes:
        windows: how many windows it has.
        done: how many of them are finished.
        running: True while the one after these is denoised.
        step: steps that are done of the window at work, or of the last one.
        steps: of each window; 0 while that is not known.
    """

    windows: int
    done: int
    running: bool = False
    step: float = 0
    steps: float = 0


def shot_progress(job: VideoJob, progress: Progress | None) -> ShotProgress:
    """Return how far a shot is.

    Args:
        job: what runs.
        progress: what the engine said last; None before it said anything.
    """
    windows = len(windows_for(job))
    if progress is None or not progress.total:
        return ShotProgress(windows, 0)
    if progress.unit != "steps":
        # Frames are decoded and written when all windows are made.
        return ShotProgress(windows, windows)
    steps = job.steps or progress.total / windows
    windows = max(1, round(progress.total / steps))
    done = min(int(progress.step / steps), windows)
    step = progress.step - min(done, windows - 1) * steps
    return ShotProgress(windows, done, done < windows, step, steps)


def state_of(shot: ShotProgress, place: int) -> WindowState:
    """Return how far the window at a place, counted from 0, is."""
    if place < shot.done:
        return "ok"
    return "running" if shot.running and place == shot.done else "waiting"
