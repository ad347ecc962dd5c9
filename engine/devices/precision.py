"""Which number format each part of a model uses on each class of device.

One table, as measured: float16 on a processor without float16 units took 90 to 400 times longer than float32 (one
SDXL-shaped UNet step 15.2 s instead of 0.17 s, a VAE decode 64.8 s instead of 0.165 s), so it is never chosen here.
"""

from typing import Any, Literal

from engine.devices.processor import Processor, processor
from engine.protocol.devices import Device, Precision
from engine.protocol.errors import ErrorCode, PortraitsError

Format = Literal["float32", "bfloat16", "float16"]
Component = Literal["image", "image_vae", "video", "video_text", "video_vae", "language", "codec", "motion", "pose"]
DeviceClass = Literal["cuda", "cuda_old", "mps", "cpu_bfloat16", "cpu"]

COMPONENTS: dict[Component, str] = {
    "image": "Picture model and its text encoders",
    "image_vae": "Picture decoder",
    "video": "Shot and animation model",
    "video_text": "Shot text encoder",
    "video_vae": "Movie decoder",
    "language": "Large voice",
    "codec": "Voice decoder",
    "motion": "Motion model",
    "pose": "Joint detector",
}

BYTES: dict[Format | Literal["float8"], int] = {"float32": 4, "bfloat16": 2, "float16": 2, "float8": 1}

# The first format is the default, the others may be asked for.
POLICY: dict[DeviceClass, dict[Component, tuple[Format, ...]]] = {
    "cuda": {
        "image": ("bfloat16", "float16", "float32"),
        # SDXL's VAE overflows to black pictures in float16; the fp16-fix VAE does not.
        "image_vae": ("float32", "bfloat16", "float16"),
        "video": ("bfloat16", "float16", "float32"),
        "video_text": ("bfloat16", "float32"),
        "video_vae": ("float32", "bfloat16"),
        "language": ("bfloat16", "float16", "float32"),
        "codec": ("float32", "bfloat16"),
        "motion": ("float32", "bfloat16"),
        "pose": ("float16", "float32"),
    },
    "cuda_old": {
        "image": ("float16", "float32"),
        "image_vae": ("float32", "float16"),
        "video": ("float16", "float32"),
        "video_text": ("float16", "float32"),
        "video_vae": ("float32", "float16"),
        "language": ("float16", "float32"),
        "codec": ("float32",),
        "motion": ("float32",),
        "pose": ("float16", "float32"),
    },
    "mps": {
        "image": ("float16", "bfloat16", "float32"),
        "image_vae": ("float32", "float16"),
        "video": ("float16", "bfloat16", "float32"),
        "video_text": ("float16", "bfloat16", "float32"),
        "video_vae": ("float32", "float16"),
        "language": ("float16", "bfloat16", "float32"),
        "codec": ("float32",),
        "motion": ("float32",),
        "pose": ("float32", "float16"),
    },
    "cpu_bfloat16": {
        "image": ("float32", "bfloat16"),
        "image_vae": ("float32", "bfloat16"),
        "video": ("bfloat16", "float32"),
        "video_text": ("bfloat16", "float32"),
        "video_vae": ("float32", "bfloat16"),
        "language": ("bfloat16", "float32"),
        "codec": ("float32", "bfloat16"),
        "motion": ("float32", "bfloat16"),
        "pose": ("float32",),
    },
    "cpu": {
        "image": ("float32",),
        "image_vae": ("float32",),
        "video": ("float32",),
        "video_text": ("float32",),
        "video_vae": ("float32",),
        "language": ("float32",),
        "codec": ("float32",),
        "motion": ("float32",),
        "pose": ("float32",),
    },
}


def device_class(device: Device, chip: Processor | None = None) -> DeviceClass:
    """Return the row of the policy that a device belongs to. ``chip`` is this computer's processor by default."""
    if device.kind == "cuda":
        major = device.capability.partition(".")[0]
        return "cuda" if major.isdigit() and int(major) >= 8 else "cuda_old"
    if device.kind == "mps":
        return "mps"
    return "cpu_bfloat16" if (chip or processor()).has_bfloat16 else "cpu"


def precision_for(
    component: Component, device: Device, wanted: str = "auto", chip: Processor | None = None
) -> Precision:
    """Choose the number format of a part on a device.

    Args:
        component: a key of ``COMPONENTS``.
        device: where it runs.
        wanted: ``auto``, or the format the person chose; a slow choice is followed, with a warning in the note.
        chip: this computer's processor by default.

    Raises:
        PortraitsError: USAGE for an unknown format.
    """
    kind = device_class(device, chip)
    options = POLICY[kind][component]
    if wanted == "auto":
        return _precision(component, options[0], options)
    if wanted not in ("float32", "bfloat16", "float16"):
        raise PortraitsError(
            ErrorCode.USAGE,
            f'"{wanted[:40]}" is not a number format.',
            "Choose auto, float32, bfloat16 or float16.",
        )
    asked: Format = wanted  # type: ignore[assignment]
    if asked in options:
        return _precision(component, asked, options)
    if kind in ("cpu", "cpu_bfloat16") and asked == "float16":
        note = "float16 on a processor is 90 to 400 times slower than float32; it was used because you chose it."
    elif kind == "cpu" and asked == "bfloat16":
        note = "This processor computes bfloat16 in software: it saves memory and costs time."
    else:
        note = f"{asked} is not advised here: it can overflow to black pictures or run slowly. {options[0]} is better."
    return _precision(component, asked, options, note)


def has_eight_bit(device: Device, weights: Literal["auto", "full", "int8"]) -> bool:
    """Return whether the large voice's blocks keep 8-bit weights: on a processor, unless the person wants them full."""
    return device.kind == "cpu" and weights != "full"


def policy(device: Device, chip: Processor | None = None) -> tuple[Precision, ...]:
    """Return the default number format of every part on a device."""
    return tuple(precision_for(component, device, chip=chip) for component in COMPONENTS)


def torch_dtype(name: Format | Literal["float8"]) -> Any:
    """Return the torch dtype of a format name. Imports torch."""
    import torch

    return torch.float8_e4m3fn if name == "float8" else getattr(torch, name)


def _precision(component: Component, chosen: Format, options: tuple[Format, ...], note: str = "") -> Precision:
    return Precision(component=component, title=COMPONENTS[component], format=chosen, options=options, note=note)
