"""Motions, hostile files and reference outputs for the tests of engine.animation."""

import json
import os
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from safetensors import safe_open
from torch import Tensor

from engine.animation.motion import Motion
from engine.animation.synthetic import synthetic_motion
from engine.protocol.errors import Cancelled

GOLDENS = Path(os.environ.get("PORTRAITS_GOLDENS") or Path(__file__).parent.parent / "golden" / "mtvcrafter")


class Golden(NamedTuple):
    """One file of reference outputs."""

    meta: dict[str, Any]
    tensors: dict[str, Tensor]

    def __getitem__(self, name: str) -> Tensor:  # type: ignore[override]
        return self.tensors[name]

    def state(self, prefix: str = "sd.") -> dict[str, Tensor]:
        """The weights under a prefix, by their published names."""
        return {key.removeprefix(prefix): value for key, value in self.tensors.items() if key.startswith(prefix)}


def golden(name: str) -> Golden:
    """Read a file of reference outputs."""
    with safe_open(GOLDENS / f"{name}.safetensors", framework="pt") as file:
        meta = json.loads((file.metadata() or {}).get("meta", "{}"))
        return Golden(meta, {key: file.get_tensor(key) for key in file.keys()})  # noqa: SIM118


def golden_names(pattern: str) -> list[str]:
    """List the files of a kind; there is always one."""
    names = sorted(path.stem for path in GOLDENS.glob(f"{pattern}.safetensors"))
    assert names, pattern
    return names


def golden_json(name: str) -> Any:
    """Read a JSON file of the reference."""
    return json.loads((GOLDENS / f"{name}.json").read_text("utf-8"))


def golden_shapes(name: str) -> dict[str, tuple[int, ...]]:
    """Read a list of keys and shapes; the larger set has the number format beside the shape."""
    entries = golden_json(name).items()
    return {key: tuple(value[0] if value and isinstance(value[0], list) else value) for key, value in entries}


def distance(first: Tensor, second: Tensor) -> float:
    """The largest absolute difference; shapes must agree."""
    assert first.shape == second.shape, (first.shape, second.shape)
    return float((first.float() - second.float()).abs().max())


def dance(frames: int = 64, *, kind: str = "walk", seed: int = 3, fps: Fraction = Fraction(20)) -> Motion:
    """A motion made by rule."""
    return synthetic_motion(kind, seed, frames=frames, fps=fps)


def standing(frames: int) -> np.ndarray[Any, np.dtype[np.float32]]:
    """The mean skeleton, still, (frames, 24, 3) mm."""
    from engine.animation.skeleton import mean_joints

    return np.repeat(mean_joints()[None], frames, axis=0)


class CancelledContext:
    """A context whose person cancels after a number of questions."""

    def __init__(self, after: int) -> None:
        self._left = after
        self.notes: list[str] = []

    def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
        pass

    def note(self, text: str) -> None:
        self.notes.append(text)

    def preview_due(self) -> bool:
        return False

    def preview(self, rgb: bytes, width: int, height: int, places: tuple[int, ...] = ()) -> None:
        pass

    def check_cancelled(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise Cancelled

    @property
    def keep_done(self) -> bool:
        return False


class RecordingContext:
    """A context that remembers everything and always wants a preview."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.steps: list[tuple[str, float, float | None]] = []
        self.previews: list[tuple[int, int]] = []

    def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
        self.steps.append((phase, step, total))

    def note(self, text: str) -> None:
        self.notes.append(text)

    def preview_due(self) -> bool:
        return True

    def preview(self, rgb: bytes, width: int, height: int, places: tuple[int, ...] = ()) -> None:
        assert len(rgb) == width * height * 3
        self.previews.append((width, height))

    def check_cancelled(self) -> None:
        pass

    @property
    def keep_done(self) -> bool:
        return False


def files_of(folder: Path) -> Iterator[str]:
    """Names of all files below a folder."""
    return (str(path.relative_to(folder)) for path in sorted(folder.rglob("*")) if path.is_file())
