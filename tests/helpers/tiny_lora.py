"""Writes tiny styles (LoRA) for the tiny SDXL, in the namings that are found in the wild."""

import re
from pathlib import Path
from typing import Any, Literal

import torch
from safetensors.torch import save_file

Naming = Literal["diffusers", "kohya", "kohya-SGM"]

RANK = 4


def lora_tensors(
    pipeline: Any, *, seed: int = 0, naming: Naming = "diffusers", alpha: float | None = RANK, text: bool = True
) -> dict[str, torch.Tensor]:
    """Return random matrices for every attention of the UNet and, with ``text``, of both text encoders."""
    generator = torch.Generator().manual_seed(seed)
    tensors: dict[str, torch.Tensor] = {}
    for part, path, layer in _layers(pipeline, text):
        down = torch.randn(RANK, layer.in_features, generator=generator) * 0.3
        up = torch.randn(layer.out_features, RANK, generator=generator) * 0.3
        if naming == "diffusers":
            tensors |= {f"{part}.{path}.lora_A.weight": down, f"{part}.{path}.lora_B.weight": up}
            continue
        base = _kohya(part, path, naming, pipeline.unet.config.layers_per_block + 1)
        tensors |= {f"{base}.lora_down.weight": down, f"{base}.lora_up.weight": up}
        if alpha is not None:
            tensors[f"{base}.alpha"] = torch.tensor(float(alpha))
    return tensors


def write_lora(path: Path, pipeline: Any, *, metadata: dict[str, str] | None = None, **options: Any) -> Path:
    """Write a style; options as :func:`lora_tensors` takes them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(lora_tensors(pipeline, **options), path, metadata=metadata)
    return path


def _layers(pipeline: Any, text: bool) -> list[tuple[str, str, Any]]:
    found = [
        ("unet", name, layer)
        for name, layer in pipeline.unet.named_modules()
        if re.search(r"attn[12]\.(to_[qkv]|to_out\.0)$", name)
    ]
    if text:
        for part in ("text_encoder", "text_encoder_2"):
            for name, layer in getattr(pipeline, part).named_modules():
                if re.search(r"self_attn\.(q|k|v|out)_proj$", name):
                    full = name if name.startswith("text_model.") else f"text_model.{name}"
                    found.append((part, full, layer))
    return found


def _kohya(part: str, path: str, naming: Naming, per_block: int) -> str:
    prefix = {"unet": "lora_unet", "text_encoder": "lora_te1", "text_encoder_2": "lora_te2"}[part]
    name = path.replace(".", "_")
    if part == "unet" and naming == "kohya-SGM":
        name = re.sub(
            r"^down_blocks_(\d+)_attentions_(\d+)",
            lambda m: f"input_blocks_{per_block * int(m[1]) + int(m[2]) + 1}_1",
            name,
        )
        name = re.sub(
            r"^up_blocks_(\d+)_attentions_(\d+)", lambda m: f"output_blocks_{per_block * int(m[1]) + int(m[2])}_1", name
        )
        name = name.replace("mid_block_attentions_0", "middle_block_1")
    return f"{prefix}_{name}"
