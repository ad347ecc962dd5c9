"""Loading weights without ever running a program that hides in them.

``.safetensors`` where there is one; ``torch.load(weights_only=True)`` where a publisher has nothing else; TorchScript,
which is a program, only when its hash is the one remembered from the store or after the person confirmed it.
Nothing else is loaded, and missing or unexpected parts are an error with their names.
"""

import pickle
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from engine.media.files import sha256_of, unreadable
from engine.models.header import read_header
from engine.models.pickles import asked_globals
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

_PICKLES = (".pt", ".pth", ".bin")
_NAMES_SHOWN = 5


def load_tensors(path: Path, *, device: str = "cpu") -> dict[str, Any]:
    """Return the tensors of a file by name. Imports torch.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_MODEL for a damaged file, a file of a kind that is not loaded, or one that
            asks for more than plain tensors (it is named, and nothing of it runs).
    """
    suffix = path.suffix.lower()
    if suffix == ".safetensors":
        from safetensors.torch import load_file

        read_header(path)
        return load_file(path, device=device)
    if suffix not in _PICKLES:
        raise _refused(path, suffix)
    return flat_tensors(path, load_pickle(path, device=device))


def load_pickle(path: Path, *, device: str = "cpu") -> Any:
    """Return what a publisher's pickle of weights holds, admitting tensors and plain containers only. Imports torch.

    Raises:
        PortraitsError: as :func:`load_tensors`.
    """
    import torch

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about pickle protocols, which say nothing to the person
            return torch.load(path, map_location=device, weights_only=True)
    except OSError as error:
        raise unreadable(path, error) from error
    except pickle.UnpicklingError as error:
        wanted = asked_globals(path)
        asks = f' asks to run "{wanted[0]}"' if wanted else " asks for more than weights"
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"{quoted(path)}{asks}, which weights never need; it may be meant to harm this computer.",
            "Delete it, and get the model as .safetensors.",
            safe="Nothing of it was run.",
        ) from error
    except (RuntimeError, EOFError, ValueError, KeyError, AttributeError, TypeError, IndexError) as error:
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"{quoted(path)} is damaged or holds no weights.",
            "Download or copy it again.",
            safe="Nothing of it was run.",
        ) from error


def flat_tensors(path: Path, loaded: Any) -> dict[str, Any]:
    """Return a loaded object as tensors by name.

    Raises:
        PortraitsError: BAD_MODEL when it is something else.
    """
    import torch

    if isinstance(loaded, Mapping) and loaded and all(isinstance(value, torch.Tensor) for value in loaded.values()):
        return {str(name): value for name, value in loaded.items()}
    raise PortraitsError(
        ErrorCode.BAD_MODEL, f"{quoted(path)} holds no list of tensors.", "Check that it is the right file."
    )


def check_shapes(path: Path, found: Mapping[str, tuple[int, ...]], expected: Mapping[str, tuple[int, ...]]) -> None:
    """Compare the names and shapes in a file with those that a network has.

    Raises:
        PortraitsError: BAD_MODEL that names what is missing, unexpected or of another shape.
    """
    missing = sorted(expected.keys() - found.keys())
    unexpected = sorted(found.keys() - expected.keys())
    other = sorted(name for name in expected.keys() & found.keys() if tuple(found[name]) != tuple(expected[name]))
    parts = []
    if missing:
        parts.append(f"{len(missing)} missing ({_listed(missing)})")
    if unexpected:
        parts.append(f"{len(unexpected)} unexpected ({_listed(unexpected)})")
    if other:
        first = other[0]
        shapes = f"{_shape(found[first])} instead of {_shape(expected[first])}"
        parts.append(f"{len(other)} of another shape ({first}: {shapes})")
    if parts:
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"{quoted(path)} does not fit the network: {'; '.join(parts)}.",
            "It belongs to another model or version; choose the right file.",
            safe="Nothing was changed.",
        )


def load_torchscript(path: Path, *, sha256: str, confirmed: bool = False, device: str = "cpu") -> Any:
    """Load a TorchScript program. Imports torch.

    Args:
        path: the file.
        sha256: the hash remembered when the store downloaded it, or empty when it came another way.
        confirmed: the person said that they trust this file.
        device: where it runs.

    Raises:
        PortraitsError: BAD_MODEL when the hash differs, NOT_AVAILABLE when it has to be confirmed first.
    """
    found = sha256_of(path)
    if sha256 and found != sha256:
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"{quoted(path)} is a program and has changed since it was downloaded.",
            "Download it again.",
            safe="Nothing of it was run.",
        )
    if not sha256 and not confirmed:
        raise PortraitsError(
            ErrorCode.NOT_AVAILABLE,
            f"{quoted(path)} is a program that runs on this computer, and it did not come through the store.",
            "Confirm that you trust it, or let the store download it.",
            safe="Nothing of it was run.",
        )
    import torch

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # publishers still ship TorchScript
            return torch.jit.load(path, map_location=device)
    except (RuntimeError, ValueError) as error:
        raise PortraitsError(
            ErrorCode.BAD_MODEL, f"{quoted(path)} is not a TorchScript program.", "Download it again."
        ) from error


def _refused(path: Path, suffix: str) -> PortraitsError:
    if suffix == ".ckpt":
        reason, todo = "a .ckpt can run a program when it is loaded", "Get the model as .safetensors."
    else:
        reason = f"files that end in {suffix or 'nothing'} are not loaded"
        todo = "Get the model as .safetensors."
    return PortraitsError(
        ErrorCode.BAD_MODEL, f"{quoted(path)} was not loaded: {reason}.", todo, safe="Nothing of it was run."
    )


def _listed(names: Iterable[str]) -> str:
    shown = list(names)
    more = f" and {len(shown) - _NAMES_SHOWN} more" if len(shown) > _NAMES_SHOWN else ""
    return ", ".join(shown[:_NAMES_SHOWN]) + more


def _shape(shape: Iterable[int]) -> str:
    return "x".join(map(str, shape)) or "one value"
