"""Finds joints with NLF (isarandi/nlf), a TorchScript model. Its licence allows non-commercial research only."""

import importlib
import importlib.util
from pathlib import Path
from typing import Any

import numpy as np
import torch

from engine.animation.detections import FramePeople, Picture, nobody
from engine.animation.skeleton import JOINT_COUNT
from engine.models.safe import load_torchscript
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

_JOINTS = "joints3d_nonparam"


class NlfExtractor:
    """NLF, loaded.

    A TorchScript file is a program. It is only run when its content has the hash that was remembered when the model was
    put into the store.

    Args:
        path: the TorchScript file.
        sha256: the hash it must have.
        device: "cpu", "mps" or "cuda:N".
        batch: frames at once.
        bgr: swap red and blue, as the original extractor did by mistake; its published motions were made so.

    Raises:
        PortraitsError: BAD_MODEL for another content, or a program with another interface.
    """

    name = "nlf"

    def __init__(self, path: Path, sha256: str, *, device: str = "cpu", batch: int = 8, bgr: bool = False) -> None:
        self.batch = batch
        self._bgr = bgr
        self._device = torch.device(device)
        self._model = _load(path, sha256, self._device)

    def detect(self, frames: list[Picture]) -> list[FramePeople]:
        """Return the people of each frame; see :class:`engine.animation.detections.Extractor`."""
        stacked = np.stack(frames)
        if self._bgr:
            stacked = stacked[..., ::-1]
        images = torch.from_numpy(np.ascontiguousarray(stacked)).permute(0, 3, 1, 2).to(self._device)
        with torch.inference_mode():
            result = self._model.detect_smpl_batched(images)
        joints, boxes = result[_JOINTS], result.get("boxes")
        if len(joints) != len(frames):
            raise PortraitsError(
                ErrorCode.BAD_MODEL, "NLF answered for another number of frames.", "Use version 0.3.2 of the model."
            )
        return [
            _people(joints[index], None if boxes is None else boxes[index], frame.shape[1], frame.shape[0])
            for index, frame in enumerate(frames)
        ]

    def close(self) -> None:
        """Free the model."""
        del self._model


def _load(path: Path, sha256: str, device: torch.device) -> Any:
    if importlib.util.find_spec("torchvision") is not None:
        # The model uses operators that torchvision registers when it is imported.
        importlib.import_module("torchvision")
    model = load_torchscript(path, sha256=sha256, device=str(device))
    model.eval()
    if not hasattr(model, "detect_smpl_batched"):
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"{quoted(path)} has no function detect_smpl_batched.",
            "Use nlf_l_multi_0.3.2.torchscript.",
        )
    return model


def _people(joints: Any, boxes: Any, width: int, height: int) -> FramePeople:
    positions = joints.float().cpu().numpy().astype(np.float32)
    if positions.size == 0:
        return nobody()
    if positions.ndim != 3 or positions.shape[1:] != (JOINT_COUNT, 3):
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"NLF gave joints of the shape {'x'.join(map(str, positions.shape))}.",
            "Use version 0.3.2 of the model.",
        )
    places = np.full((len(positions), 4), np.nan, np.float32)
    if boxes is not None:
        given = boxes.float().cpu().numpy()
        if given.ndim == 2 and len(given) == len(positions) and given.shape[1] >= 4:
            places = _as_sizes(given[:, :4], width, height)
    return FramePeople(positions, places)


def _as_sizes(boxes: "np.ndarray[Any, np.dtype[np.float32]]", width: int, height: int) -> Any:
    """Return boxes as x, y, width, height.

    Users of NLF disagree whether they are that or two corners. Read as sizes they must end inside of the picture; when
    one does not, and all are ordered like corners, they are corners.
    """
    ends = boxes[:, :2] + boxes[:, 2:]
    margin = np.array([width, height]) * 1.05
    corners = bool((ends > margin).any() and (boxes[:, 2:] >= boxes[:, :2]).all())
    places = boxes.astype(np.float32).copy()
    if corners:
        places[:, 2:] -= places[:, :2]
    return places
