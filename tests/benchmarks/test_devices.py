"""How near the estimates come to real runs on this machine; printed, not asserted."""

import time
from typing import Any

import pytest

from engine.devices.architectures import TransformerShape, shot_workload, speech_workload
from engine.devices.detect import cpu
from engine.devices.estimate import stage_seconds
from engine.devices.precision import device_class, torch_dtype
from engine.devices.speed import measure

pytestmark = pytest.mark.benchmark


def _timed(work: Any) -> float:
    work()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@pytest.mark.parametrize("number_format", ["float32", "bfloat16"])
def test_time_of_a_mid_size_transformer(number_format: Any) -> None:
    import torch
    from diffusers import SkyReelsV2Transformer3DModel

    dtype = torch_dtype(number_format)
    torch.set_default_dtype(dtype)
    try:
        network = SkyReelsV2Transformer3DModel(
            patch_size=(1, 2, 2),
            num_attention_heads=16,
            attention_head_dim=64,
            text_dim=4096,
            ffn_dim=4096,
            num_layers=8,
            cross_attn_norm=True,
            qk_norm="rms_norm_across_heads",
        ).eval()
    finally:
        torch.set_default_dtype(torch.float32)
    parameters = sum(parameter.numel() for parameter in network.parameters())
    inputs = (torch.zeros(1, 16, 5, 48, 64, dtype=dtype), torch.tensor([1.0]), torch.zeros(1, 512, 4096, dtype=dtype))
    with torch.inference_mode():
        real = _timed(lambda: network(*inputs))
    shape = TransformerShape("mid", 8, 1024, 4096, parameters)
    stage = shot_workload(shape, 512, 384, 17, steps=1, guided=False).stages[1]
    estimate = stage_seconds(stage, device_class(cpu()), number_format, lambda name: measure("cpu", name))
    print(f"\n{parameters / 1e6:.0f} M parameters, {number_format}: estimate / real = {estimate / real:.2f}")
    assert estimate > 0


def test_time_of_one_token() -> None:
    import torch

    layers = [torch.full((3072, 8192), 0.01) for _ in range(8)]
    state = torch.full((3072,), 0.01)

    def token() -> None:
        for layer in layers:
            state @ layer

    with torch.inference_mode():
        real = _timed(token)
    read = sum(layer.numel() for layer in layers) * 4
    estimate = read / measure("cpu", "float32").bytes_read
    print(f"\nreading {read / 1e6:.0f} MB of weights: estimate / real = {estimate / real:.2f}")
    assert speech_workload(1).stages[0].memory_bound
