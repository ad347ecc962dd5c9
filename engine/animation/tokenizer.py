"""Motions to motion tokens and back: 4DMoT with the joint statistics that belong to it."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from engine.animation.motion import Joints, Motion, require_person
from engine.animation.skeleton import JOINT_COUNT, mean_joints, std_joints
from engine.animation.training_state import STATISTICS_NAME, read_weights
from engine.animation.vqvae import SLICE_FRAMES, MotionVqVae, config_of
from engine.diffusion.weights import State, check_keys, load_strictly, read_state, weight_files
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

OUT_OF_DOMAIN = 0.1
"""A commitment loss above this says that the tokenizer does not know such a motion."""


@dataclass(frozen=True)
class MotionTokens:
    """A motion as the animation models see it.

    Attributes:
        vectors: float32 (T' * 24, width), the nearest codes, frame by frame and in each frame joint by joint.
        indices: int64 (T', 24), their numbers in the codebook.
        commitment: mean squared distance between the encoder's latents and the codes.
    """

    vectors: Tensor
    indices: Tensor
    commitment: float

    @property
    def out_of_domain(self) -> bool:
        """True when the tokenizer does not know such a motion: expect a result that follows it badly."""
        return self.commitment > OUT_OF_DOMAIN

    @property
    def latent_frames(self) -> int:
        return len(self.indices)


def out_of_domain_note(tokens: MotionTokens, name: str) -> str:
    """Return the warning about a motion the tokenizer does not know, empty when it does."""
    if not tokens.out_of_domain:
        return ""
    return (
        f"The motion {name} is unlike those the tokenizer knows (commitment loss {tokens.commitment:.2f}, above "
        f"{OUT_OF_DOMAIN}); check its units, distance and cleanness."
    )


class MotionTokenizer:
    """Encodes, quantises and decodes motions in millimetres.

    Args:
        model: the VQ-VAE, in evaluation; it is used where it is.
        mean: joint means (24, 3) in mm; the default is the published one.
        std: joint deviations (24, 3) in mm; the default is the published one.
    """

    def __init__(self, model: MotionVqVae, mean: Joints | None = None, std: Joints | None = None) -> None:
        self.model = model.eval()
        self.mean = mean_joints() if mean is None else mean
        self.std = std_joints() if std is None else std

    @property
    def device(self) -> torch.device:
        return self.model.vq.codebook.device

    def normalised(self, joints: Joints) -> Tensor:
        """Return joints (T, 24, 3) mm as a batch of one, normalised, on the model's device."""
        return torch.from_numpy((joints - self.mean) / self.std)[None].to(self.device, self.model.vq.codebook.dtype)

    @torch.no_grad()
    def tokenize(self, motion: Motion) -> MotionTokens:
        """Return the tokens of a whole motion: (T - 1) // 4 + 1 latent frames.

        Raises:
            PortraitsError: BAD_INPUT for fewer than 8 frames, or frames without a person.
        """
        check_whole(motion)
        quantised = self.model.vq(self.model.encode(self.normalised(motion.joints)))
        vectors = quantised.grid[0].permute(1, 2, 0).flatten(0, 1)
        return MotionTokens(vectors.float().cpu(), quantised.indices[0].cpu(), float(quantised.commitment))

    @torch.no_grad()
    def decode(self, indices: Tensor) -> Joints:
        """Return the joints (T, 24, 3) mm of token indices (T', 24)."""
        codes = self.model.vq.codebook[indices.to(self.device)]
        motion = self.model.decode(codes.permute(2, 0, 1)[None])[0].float().cpu().numpy()
        joints: Joints = (motion * self.std + self.mean).astype(np.float32)
        return joints

    def reconstruct(self, motion: Motion, *, quantise: bool = True) -> tuple[Motion, MotionTokens]:
        """Send a motion through the tokenizer and back, and return it with its tokens.

        The decoder gives T frames only when T mod 8 is 0 or 1, so the end is held before and cut off after.

        Args:
            motion: at least 8 frames, all with a person.
            quantise: False leaves the codebook out, to tell its share of the error.

        Raises:
            PortraitsError: as :meth:`tokenize`.
        """
        check_whole(motion)
        tokens = self.tokenize(motion)
        frames = len(motion)
        held = motion.taken(np.minimum(np.arange(frames + -frames % SLICE_FRAMES), frames - 1))
        if frames % SLICE_FRAMES == 1:
            held = motion
        with torch.no_grad():
            latents = self.model.encode(self.normalised(held.joints))
            grid = self.model.vq(latents).grid if quantise else latents
            decoded = self.model.decode(grid)[0, :frames].float().cpu().numpy()
        return motion.with_joints(decoded * self.std + self.mean), tokens


def check_whole(motion: Motion) -> None:
    """Check that a motion can be tokenised.

    Raises:
        PortraitsError: BAD_INPUT for fewer than 8 frames, or frames without a person.
    """
    require_person(motion)
    name = repr(motion.source or "the motion")
    if len(motion) < SLICE_FRAMES:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"{name} has {len(motion)} frames; tokens need at least {SLICE_FRAMES}.",
            "Loop it, or slow it down.",
        )
    missing = int((~motion.valid).sum())
    if missing:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"{name} has {missing} frames without a person.",
            "Clean the motion first, which fills its gaps.",
        )


def build_tokenizer(
    state: State, name: str, *, statistics: State | None = None, device: str = "cpu"
) -> MotionTokenizer:
    """Make a tokenizer from a state dict in the published layout, strictly.

    Args:
        state: the weights.
        name: what they are called in messages.
        statistics: "mean" and "std" (24, 3) of the joints; the default are the published ones.
        device: where the tokenizer works.

    Raises:
        PortraitsError: BAD_MODEL, with the keys that are missing or left over.
    """
    config = config_of(state)
    with torch.device("meta"):
        model = MotionVqVae(config)
    load_strictly(model, state, name)
    model.to(device)
    if statistics is None:
        return MotionTokenizer(model)
    check_keys(
        dict.fromkeys(("mean", "std"), (JOINT_COUNT, 3)),
        {key: tuple(value.shape) for key, value in statistics.items()},
        f"{name}, joint statistics",
    )
    return MotionTokenizer(model, statistics["mean"].float().numpy(), statistics["std"].float().numpy())


def load_tokenizer(path: Path, *, device: str = "cpu") -> MotionTokenizer:
    """Load 4DMoT from a file or a folder: the published DeepSpeed checkpoint, safetensors, or a training's saved state.

    Joint statistics in ``joint_stats.safetensors`` beside the weights are used, as our own training writes them.

    Raises:
        PortraitsError: MODEL_MISSING or BAD_MODEL.
    """
    folder = path if path.is_dir() else path.parent
    beside = folder / STATISTICS_NAME
    weights = [file for file in weight_files(path) if file.name != STATISTICS_NAME]
    if not weights:
        raise PortraitsError(
            ErrorCode.MODEL_MISSING, f"{quoted(path)} holds no weights.", "Choose a folder with a trained tokenizer."
        )
    return build_tokenizer(
        read_weights(weights[0]),
        f"The motion tokenizer {quoted(path)}",
        statistics=read_state(beside) if beside.is_file() else None,
        device=device,
    )
