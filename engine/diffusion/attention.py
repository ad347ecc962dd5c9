"""The attention that transformers compute with: the fastest exact one that is there, or the one that a person chose.

Networks of diffusers take the backend that ``diffusers.models.attention_dispatch.attention_backend`` sets for a block;
networks of our own do so too by calling :func:`attend`. ``tests/benchmarks/gpu_video.py`` measures each against the
native one.
"""

from collections.abc import Callable

from diffusers.models.attention_dispatch import attention_backend, dispatch_attention_fn
from torch import Tensor

from engine.devices.precision import Format
from engine.protocol.devices import Device
from engine.protocol.jobs.video import Attention

BACKENDS: dict[Attention, tuple[str, int]] = {
    "flash3": ("_flash_3", 9),
    "flash": ("flash", 8),
    "sage": ("sage", 8),
    "xformers": ("xformers", 7),
    "cudnn": ("_native_cudnn", 8),
}
"""Name in diffusers, and the first generation of cards (major compute capability) that has it."""

_NATIVE = "native"
_EXACT: tuple[Attention, ...] = ("flash3", "flash")
"""Those that compute the same as the native one, the fastest first."""


def attention_for(
    wanted: Attention, device: Device, number_format: Format, *, masked: bool, note: Callable[[str], None]
) -> str:
    """Return the backend of diffusers to use.

    Args:
        wanted: what the person chose; "auto" takes the fastest that computes the same.
        device: where it runs.
        number_format: of the transformer; the fast ones compute in 16 bits.
        masked: some tokens are hidden from others, which only the native one can do.
        note: hears when the wanted one cannot be used.
    """
    if wanted == "native":
        return _NATIVE
    if wanted == "auto":
        usable = (name for name in _EXACT if not masked and _is_usable(name, device, number_format))
        return next((BACKENDS[name][0] for name in usable), _NATIVE)
    if not masked and _is_usable(wanted, device, number_format):
        return BACKENDS[wanted][0]
    reason = "cannot hide later frames" if masked else "is not here or does not fit this device and number format"
    note(f"The attention {wanted} {reason}; the native one was used.")
    return _NATIVE


def attend(query: Tensor, key: Tensor, value: Tensor) -> Tensor:
    """Return scaled dot-product attention by the backend in use, (B, tokens, heads * channels).

    Args:
        query: (B, heads, tokens, channels).
        key: (B, heads, other tokens, channels).
        value: (B, heads, other tokens, channels).
    """
    mixed: Tensor = dispatch_attention_fn(*(each.transpose(1, 2) for each in (query, key, value)))
    return mixed.flatten(2)


def _is_usable(name: Attention, device: Device, number_format: Format) -> bool:
    backend, generation = BACKENDS[name]
    major = device.capability.partition(".")[0]
    if device.kind != "cuda" or not major.isdigit() or int(major) < generation:
        return False
    return number_format != "float32" and _is_here(backend)


def _is_here(backend: str) -> bool:
    """True when the library of a backend is installed in a version that diffusers can use."""
    try:
        with attention_backend(backend):
            return True
    except (RuntimeError, ValueError, ImportError):
        return False
