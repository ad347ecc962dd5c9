"""What makes a pipeline faster on a graphics card without changing its pictures beyond rounding.

``tests/benchmarks/gpu_image.py`` measures each of these against the plain pipeline in one run.
"""

from typing import Any

from engine.protocol.devices import Device


def tune(pipeline: Any, device: Device) -> None:
    """Lay the weights of convolutions out as tensor cores read them. Nothing is done on other devices."""
    if device.kind != "cuda":
        return
    import torch

    pipeline.unet.to(memory_format=torch.channels_last)
    pipeline.vae.to(memory_format=torch.channels_last)
