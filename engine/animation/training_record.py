"""What a training leaves in its folder while it runs: curves, saved states, unseen clips; and the pace it follows."""

from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from engine.animation.event_file import EventFile
from engine.animation.skeleton import JOINT_NAMES
from engine.animation.trainer import TokenizerTrainer, Validation
from engine.animation.training_curves import Curves
from engine.animation.training_plot import plot_curves
from engine.animation.training_state import forget_former_best, state_folder
from engine.animation.unseen_clips import UnseenClips
from engine.media.picture_writer import write_picture
from engine.protocol.context import JobContext
from engine.protocol.jobs.train import CURVES_FILE, PACE_FILE, UNSEEN_FOLDER, TrainingPace
from engine.protocol.values import from_json, to_json

PLOT_NAME = "curves.png"
ERROR: Final = "validation_mm"
_MAX_PACE = 10_000


class TrainingRecord:
    """Writes for one training. Only the first process writes; :meth:`save` is called by all.

    Args:
        folder: of the training.
        trainer: what is recorded.
        pace: how often to measure and save, until the folder's ``pace.json`` says otherwise.
        context: gets previews and notes.
        events: TensorBoard's file, or none.
    """

    def __init__(
        self,
        folder: Path,
        trainer: TokenizerTrainer,
        pace: TrainingPace,
        context: JobContext,
        events: EventFile | None = None,
    ) -> None:
        self._folder, self._trainer, self._context, self._events = folder, trainer, context, events
        self._main: bool = trainer.accelerator.is_main_process
        self._pace = pace
        self._unseen = UnseenClips(folder / UNSEEN_FOLDER, trainer.dataset)
        self.curves = Curves(folder / CURVES_FILE if self._main else None)
        if self._main:
            (folder / PACE_FILE).write_bytes(to_json(pace, indent=1))

    def log(self, values: dict[str, float]) -> None:
        """Add a point to some curves."""
        if not self._main:
            return
        step = self._trainer.step
        self.curves.add(step, values)
        if self._events is not None:
            for name, value in values.items():
                self._events.scalar(name, value, step)
        if self._context.preview_due():
            picture = plot_curves(self.curves.points)
            self._context.preview(picture.tobytes(), picture.shape[1], picture.shape[0])

    def checked(self, validation: Validation) -> int:
        """Record the errors of unseen motions; returns how many checks ago they were smallest, 0 for just now."""
        if not self._main:
            return 0
        by_joint = zip(JOINT_NAMES, validation.by_joint, strict=True)
        self.log(
            {
                ERROR: validation.error,
                "validation_unquantised_mm": validation.unquantised,
                "mean_pose_mm": validation.mean_pose,
                **{f"{ERROR}/{name}": error for name, error in by_joint},
            }
        )
        self._unseen.write(self._trainer.restored)
        picture = plot_curves(self.curves.points)
        opaque = np.full((*picture.shape[:2], 1), 255, np.uint8)
        write_picture(self._folder / PLOT_NAME, np.concatenate([picture, opaque], axis=2), overwrite=True)
        errors = [value for _, value in self.curves.points[ERROR]]
        return len(errors) - 1 - errors.index(min(errors))

    def save(self, *, only_best: bool = False) -> None:
        """Save the state.

        Args:
            only_best: it is saved for nothing but its small error, and takes the place of the one saved so before.
        """
        folder = state_folder(self._folder, self._trainer.epoch, self._trainer.step)
        self._trainer.save(folder, error=self.curves.newest(ERROR), only_best=only_best)
        if self._main and only_best:
            forget_former_best(self._folder, folder)

    def pace(self) -> TrainingPace:
        """Return how often to measure and save now, as the folder's ``pace.json`` says."""
        path = self._folder / PACE_FILE
        try:
            if self._main and path.stat().st_size <= _MAX_PACE:
                self._pace = from_json(path.read_bytes(), TrainingPace)
        except (OSError, msgspec.MsgspecError, ValueError):
            # Half-written by another program, or not there: what held before goes on.
            return self._pace
        return self._pace
