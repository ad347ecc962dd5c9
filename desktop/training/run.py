"""A training run as its folder tells it: the job, the curves, the saved states. Nothing of the engine is needed."""

import json
import re
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec

from engine.protocol.jobs import TrainTokenizerJob
from engine.protocol.jobs.train import CURVES_FILE, EXPORT_FOLDER, PACE_FILE, RUN_FILE, UNSEEN_FOLDER, TrainingPace
from engine.protocol.values import from_json, to_json

ERROR, UNQUANTISED, MEAN_POSE = "validation_mm", "validation_unquantised_mm", "mean_pose_mm"
SECONDS = "seconds"
_LONGEST = 256 * 2**20
_MOST_NAMES = 100
_AFTER = re.compile(r"\d{1,4}-after\.motion\.npz")
_STATE = re.compile(r"checkpoint_epoch_(\d{1,9})_step_(\d{1,9})")
Points = list[tuple[int, float]]


@dataclass(frozen=True)
class SavedState:
    """A state that training can go on from.

    Attributes:
        folder: where it lies.
        step: when it was saved.
        saved: unix seconds.
        error: of unseen motions then, in mm; None while that was not measured.
        codes: how many codes were used; None while that is not known.
    """

    folder: Path
    step: int
    saved: float
    error: float | None
    codes: float | None


class UnseenClip(NamedTuple):
    """A motion that was not trained with, and what the tokens leave of it.

    Attributes:
        before: its file.
        after: the file of what is left, as of the newest check.
        written: when ``after`` was written, in nanoseconds.
    """

    before: Path
    after: Path
    written: int


class Run:
    """A folder that a training writes into.

    Args:
        folder: it may not be there yet.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.points: dict[str, Points] = {}
        self._read = 0
        self._identity: tuple[int, int] = (0, 0)
        self._rest = b""

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def step(self) -> int:
        """The newest step of any curve."""
        return max((points[-1][0] for points in self.points.values() if points), default=0)

    @property
    def exported(self) -> Path | None:
        """The folder of the finished tokenizer, None while there is none."""
        folder = self.folder / EXPORT_FOLDER
        return folder if (folder / "4DMoT.safetensors").is_file() else None

    def job(self) -> TrainTokenizerJob | None:
        """Return the job of the run, None when its file is missing or damaged."""
        try:
            path = self.folder / RUN_FILE
            if path.stat().st_size > 2**20:
                return None
            return from_json(path.read_bytes(), TrainTokenizerJob)
        except (OSError, ValueError, msgspec.MsgspecError):
            return None

    def poll(self) -> bool:
        """Read what the curves have grown by; returns whether there is something new.

        A file that was written anew, as when a run goes on from a saved state, is read from its beginning.
        """
        path = self.folder / CURVES_FILE
        try:
            stat = path.stat()
            if stat.st_size > _LONGEST:
                return False
            if stat.st_size < self._read or (stat.st_ino, stat.st_dev) != self._identity:
                self.points, self._read, self._rest = {}, 0, b""
                self._identity = (stat.st_ino, stat.st_dev)
            if stat.st_size == self._read:
                return False
            with path.open("rb") as file:
                file.seek(self._read)
                data = file.read(stat.st_size - self._read)
        except OSError:
            return False
        self._read += len(data)
        *lines, self._rest = (self._rest + data).split(b"\n")
        return sum(self._take(line) for line in lines) > 0

    def _take(self, line: bytes) -> bool:
        try:
            entry = json.loads(line)
            step = int(entry.pop("step"))
            values = {str(name): float(value) for name, value in entry.items()}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return False
        for name, value in values.items():
            if value == value and (name in self.points or len(self.points) < _MOST_NAMES):
                points = self.points.setdefault(name, [])
                while points and points[-1][0] >= step:
                    # A run that went on from an older state says this again.
                    points.pop()
                points.append((step, value))
        return bool(values)

    def at(self, name: str, step: int) -> float | None:
        """Return a curve's newest value at a step, None before its first."""
        points = self.points.get(name, [])
        place = bisect_right(points, step, key=lambda point: point[0])
        return points[place - 1][1] if place else None

    def newest(self, name: str) -> float | None:
        points = self.points.get(name)
        return points[-1][1] if points else None

    def states(self) -> list[SavedState]:
        """Return the saved states, the newest first."""
        found = []
        try:
            folders = list(self.folder.glob("checkpoint_*"))
        except OSError:
            return []
        for folder in folders:
            match = _STATE.fullmatch(folder.name)
            if match is None or not (folder / "progress.json").is_file():
                continue
            step = int(match[2])
            error, codes = self.at(ERROR, step), self.at("used", step)
            found.append(SavedState(folder, step, folder.stat().st_mtime, error, codes))
        return sorted(found, key=lambda state: -state.step)

    def joint_errors(self, step: int) -> dict[str, float]:
        """Return the error of each joint at a step in mm, by the engine's name of the joint."""
        prefix = f"{ERROR}/"
        found = {name.removeprefix(prefix): self.at(name, step) for name in self.points if name.startswith(prefix)}
        return {name: value for name, value in found.items() if value is not None}

    def unseen(self) -> list[UnseenClip]:
        """Return the unseen clips that the training shows before and after the tokens."""
        found = []
        try:
            for after in sorted((self.folder / UNSEEN_FOLDER).glob("*-after.motion.npz")):
                before = after.with_name(after.name.replace("-after", "-before"))
                if _AFTER.fullmatch(after.name) and before.is_file():
                    found.append(UnseenClip(before, after, after.stat().st_mtime_ns))
        except OSError:
            return []
        return found

    def pace(self) -> TrainingPace | None:
        """Return how often the run measures and saves, None when its file is missing or damaged."""
        path = self.folder / PACE_FILE
        try:
            return from_json(path.read_bytes(), TrainingPace) if path.stat().st_size < 2**16 else None
        except (OSError, ValueError, msgspec.MsgspecError):
            return None

    def set_pace(self, pace: TrainingPace) -> None:
        """Let the run measure and save at another pace from now on; raises OSError."""
        part = self.folder / f".{PACE_FILE}.part"
        part.write_bytes(to_json(pace, indent=1))
        part.replace(self.folder / PACE_FILE)


def is_state(folder: Path) -> bool:
    """Tell whether a folder is a saved state, not the folder of a run."""
    return _STATE.fullmatch(folder.name) is not None


def best_of(states: list[SavedState]) -> SavedState | None:
    """Return the state with the smallest error; of several the oldest, at which it was measured."""
    measured = [state for state in states if state.error is not None]
    return min(measured, key=lambda state: (state.error or 0.0, state.step), default=None)


def runs_below(folder: Path, most: int = 50) -> list[Path]:
    """Return the folders of runs in a folder, the newest first."""
    try:
        found = [path.parent for path in folder.glob(f"*/{CURVES_FILE}")][: most * 4]
        return sorted(found, key=lambda path: -path.stat().st_mtime)[:most]
    except OSError:
        return []
