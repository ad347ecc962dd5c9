"""Trains 4DMoT on accelerate: one process or several, resumable to the exact numbers."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np
import torch
from accelerate import Accelerator
from accelerate.utils import broadcast, broadcast_object_list

from engine.animation.codebook import CodebookLearner
from engine.animation.dataset import CLIP_FRAMES, MotionDataset, all_clips, random_clips
from engine.animation.motion import Joints
from engine.animation.training import LearningRate, StepReport, make_optimizer, train_step
from engine.animation.training_state import Progress, load_state, read_progress, save_state
from engine.animation.vqvae import MotionVqVae, VqVaeConfig
from engine.protocol.errors import ErrorCode, PortraitsError

_VALIDATION_CLIPS = 512

Value = TypeVar("Value")


@dataclass(frozen=True)
class TrainSettings:
    """How a training runs; the defaults are the published ones.

    Attributes:
        steps: how many steps in all.
        batch: clips of each step and process.
        seed: decides weights at the start, clips and replaced codes.
        rate: the learning rate over the steps.
        weight_decay: of AdamW.
        published: repeat the faults of the original trainer, see :class:`engine.animation.codebook.CodebookLearner`
            and :class:`engine.animation.training.LearningRate`.
        sizes: of the network.
    """

    steps: int = 500_000
    batch: int = 32
    seed: int = 6666
    rate: LearningRate = field(default_factory=LearningRate)
    weight_decay: float = 1e-4
    published: bool = False
    sizes: VqVaeConfig = field(default_factory=VqVaeConfig)


class Validation(NamedTuple):
    """Errors of unseen clips: mean distance of joints (MPJPE) in mm.

    Attributes:
        error: through the whole tokenizer.
        unquantised: without the codebook, what the network alone loses.
        mean_pose: of always answering with the mean pose.
        by_joint: (24,) through the whole tokenizer.
    """

    error: float
    unquantised: float
    mean_pose: float
    by_joint: tuple[float, ...]


class TokenizerTrainer:
    """A training that can be advanced step by step, saved, and resumed.

    Args:
        dataset: motions; its statistics normalise them.
        settings: see :class:`TrainSettings`.
        cpu: use the processor even where there is a graphics card.
    """

    def __init__(self, dataset: MotionDataset, settings: TrainSettings, *, cpu: bool = False) -> None:
        self.settings = settings
        self.dataset = dataset
        self.accelerator = Accelerator(cpu=cpu)
        self._train = dataset.motions("train")
        self._validation = dataset.motions("validation")[:_VALIDATION_CLIPS]
        torch.manual_seed(settings.seed)
        model = MotionVqVae(settings.sizes)
        optimizer = make_optimizer(model, weight_decay=settings.weight_decay)
        self._wrapped, self.optimizer = self.accelerator.prepare(model, optimizer)
        self.model: MotionVqVae = self.accelerator.unwrap_model(self._wrapped)
        self.learner = CodebookLearner(
            self.model.vq, published=settings.published, reduce=self._summed, share=self._from_first
        )
        self.step = 0

    def _summed(self, tensor: torch.Tensor) -> torch.Tensor:
        summed: torch.Tensor = self.accelerator.reduce(tensor, reduction="sum")
        return summed

    def _from_first(self, tensor: torch.Tensor) -> torch.Tensor:
        shared: torch.Tensor = broadcast(tensor)
        return shared

    def agreed(self, value: Value) -> Value:
        """Return the first process's value to all of them, so that they go the same way."""
        shared: Value = broadcast_object_list([value])[0]
        return shared

    @property
    def epoch(self) -> int:
        """How often every motion was drawn, on average."""
        drawn = self.step * self.settings.batch * int(self.accelerator.num_processes)
        return drawn // len(self._train)

    def advance(self) -> StepReport:
        """Do one step. What is random in it depends on seed, step and process only."""
        self.step += 1
        rng = np.random.default_rng([self.settings.seed, self.step, self.accelerator.process_index])
        clips = random_clips(self._train, self.settings.batch, rng, CLIP_FRAMES)
        torch.manual_seed((self.settings.seed * 1_000_003 + self.step) % 2**63)
        self._wrapped.train()
        return train_step(
            self._wrapped,
            self.learner,
            self.optimizer,
            self._normalised(clips),
            self.settings.rate.at(self.step),
            torch.randperm,
            self.accelerator.backward,
        )

    def _normalised(self, clips: Joints) -> torch.Tensor:
        return torch.from_numpy((clips - self.dataset.mean) / self.dataset.std).to(self.accelerator.device)

    def _decoded(self, latents: torch.Tensor) -> Joints:
        joints: Joints = self.model.decode(latents).float().cpu().numpy() * self.dataset.std + self.dataset.mean
        return joints

    @torch.no_grad()
    def restored(self, clips: Joints) -> Joints:
        """Send clips (B, T, 24, 3) mm through the tokenizer as it is now, and back."""
        self.model.eval()
        return self._decoded(self.model.vq(self.model.encode(self._normalised(clips))).grid)

    @torch.no_grad()
    def validate(self) -> Validation | None:
        """Measure the errors of the validation part; None when there is none."""
        if not self._validation:
            return None
        self.model.eval()
        sums = np.zeros((3, 24))
        count = 0
        for clips in all_clips(self._validation, self.settings.batch, CLIP_FRAMES):
            latents = self.model.encode(self._normalised(clips))
            for row, grid in enumerate((self.model.vq(latents).grid, latents)):
                sums[row] += np.linalg.norm(self._decoded(grid) - clips, axis=-1).sum(axis=(0, 1))
            sums[2] += np.linalg.norm(self.dataset.mean - clips, axis=-1).sum(axis=(0, 1))
            count += clips.shape[0] * clips.shape[1]
        errors = sums / count
        means = errors.mean(axis=1)
        return Validation(float(means[0]), float(means[1]), float(means[2]), tuple(map(float, errors[0])))

    def save(self, folder: Path, *, error: float | None = None, only_best: bool = False) -> None:
        """Save the state, by the first process only.

        Args:
            folder: of the state.
            error: the newest error of unseen motions in mm.
            only_best: see :class:`engine.animation.training_state.Progress`.
        """
        if self.accelerator.is_main_process:
            progress = Progress(
                step=self.step,
                seed=self.settings.seed,
                error=error,
                only_best=only_best,
                **self.model.config._asdict(),
            )
            statistics = {"mean": torch.from_numpy(self.dataset.mean), "std": torch.from_numpy(self.dataset.std)}
            save_state(folder, self.model, self._bare_optimizer, self.learner, statistics, progress)
        self.accelerator.wait_for_everyone()

    def load(self, folder: Path) -> None:
        """Go on from a saved state.

        Raises:
            PortraitsError: MODEL_MISSING or BAD_MODEL; USAGE when it was trained with another seed.
        """
        progress = read_progress(folder)
        if progress.seed != self.settings.seed:
            raise PortraitsError(
                ErrorCode.USAGE,
                f"The saved state was trained with the seed {progress.seed}, not {self.settings.seed}.",
                "Go on with the same seed; another one would repeat clips.",
            )
        load_state(folder, self.model, self._bare_optimizer, self.learner)
        self.step = progress.step

    @property
    def _bare_optimizer(self) -> Any:
        return getattr(self.optimizer, "optimizer", self.optimizer)
