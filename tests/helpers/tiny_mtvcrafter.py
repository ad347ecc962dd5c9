"""Builds tiny random models on disk in the published layouts of MTVCrafter, CogVideoX-5b and Wan 2.1."""

import json
import re
from pathlib import Path

import torch
from diffusers import AutoencoderKLCogVideoX
from safetensors.torch import save_file
from torch import Tensor
from transformers import T5Tokenizer

from engine.animation.loading import IMAGE_17B, TEXT_17B, VAE_17B, WORDS_17B
from engine.animation.mvdit7b import MVDiT7B
from engine.animation.vqvae import MotionVqVae, VqVaeConfig
from tests.helpers.motion import golden, golden_shapes

WIDTH = 32
"""Width of a motion token; MV-DiT-7B is as wide."""

_SIZES_17B = {5120: 40, 13_824: 64, 4096: 12, 1280: 48, 256: 16, 30_720: 6 * 40}
_BLOCKS = 5
_WORDS = ["<pad>", "</s>", "<unk>", "▁", *"abcdefghijklmnopqrstuvwxyz.,", "▁the", "▁dancing"]


def randomised(state: dict[str, Tensor], seed: int = 0, size: float = 0.2) -> dict[str, Tensor]:
    """Random weights of the same shapes, contiguous."""
    generator = torch.Generator().manual_seed(seed)
    return {
        key: torch.randn(value.shape, generator=generator) * size + (1.0 if "norm" in key and value.ndim == 1 else 0)
        for key, value in state.items()
    }


def tiny_tokenizer(folder: Path) -> Path:
    """4DMoT in the DeepSpeed layout; return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(0)
    model = MotionVqVae(VqVaeConfig(32, 32, WIDTH, 16))
    state = model.state_dict() | {"vq.codebook": torch.randn(16, WIDTH)}
    torch.save({"module": state, "global_steps": 7, "ds_version": "0.15"}, folder / "mp_rank_00_model_states.pt")
    return folder


def tiny_7b(folder: Path) -> Path:
    """MV-DiT-7B in two shards with an index; return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    model = MVDiT7B(
        num_attention_heads=2,
        attention_head_dim=16,
        num_layers=2,
        time_embed_dim=24,
        text_embed_dim=8,
        motion_tokens=312,
    )
    state = randomised(model.state_dict())
    half = len(state) // 2
    names = ("diffusion_pytorch_model-00001-of-00002.safetensors", "diffusion_pytorch_model-00002-of-00002.safetensors")
    shards = (dict(list(state.items())[:half]), dict(list(state.items())[half:]))
    for name, shard in zip(names, shards, strict=True):
        save_file(shard, folder / name)
    index = {"weight_map": {key: name for name, shard in zip(names, shards, strict=True) for key in shard}}
    (folder / "diffusion_pytorch_model.safetensors.index.json").write_text(json.dumps(index))
    (folder / "config.json").write_text(json.dumps({"_class_name": "CogVideoXTransformer3DModel", "num_layers": 2}))
    return folder


def tiny_cogvideox_parts(folder: Path) -> Path:
    """The VAE and the scheduler's file of CogVideoX-5b; return the folder."""
    torch.manual_seed(0)
    vae = AutoencoderKLCogVideoX(
        block_out_channels=(4, 4, 4, 4), layers_per_block=1, norm_num_groups=2, latent_channels=16, scaling_factor=0.7
    )
    vae.save_pretrained(folder / "vae")
    (folder / "scheduler").mkdir()
    (folder / "scheduler" / "scheduler_config.json").write_text("{}")
    return folder


def published_17b() -> dict[str, Tensor]:
    """Random weights under the published names of MV-DiT-17B, with fewer blocks and smaller sizes."""
    state = {}
    for key, shape in golden_shapes("keys_mvdit17b").items():
        block = re.match(r"blocks\.(\d+)\.", key)
        if block is None or int(block[1]) < _BLOCKS:
            state[key] = torch.empty(tuple(_SIZES_17B.get(side, side) for side in shape))
    return randomised(state)


def tiny_17b(folder: Path) -> Path:
    """MV-DiT-17B in the original Wan layout; return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    save_file(published_17b(), folder / "diffusion_pytorch_model.safetensors")
    (folder / "config.json").write_text(json.dumps({"model_type": "i2v", "num_heads": 2, "dim": 40}))
    return folder


def tiny_wan_parts(folder: Path) -> Path:
    """VAE, umT5 with its tokenizer, and CLIP, as pickles of weights under the original names; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    vae = golden("pipe17b_cfg_2clips").state("vae.model.")
    torch.save(vae, folder / VAE_17B)
    torch.save(_umt5(), folder / TEXT_17B)
    torch.save(_clip(), folder / IMAGE_17B)
    tokenizer = T5Tokenizer(vocab=[(word, -float(place)) for place, word in enumerate(_WORDS)], extra_ids=0)
    tokenizer.save_pretrained(str(folder / WORDS_17B))
    return folder


def _umt5() -> dict[str, Tensor]:
    shapes: dict[str, tuple[int, ...]] = {"token_embedding.weight": (len(_WORDS), 12), "norm.weight": (12,)}
    for layer in range(2):
        block = f"blocks.{layer}."
        shapes |= {f"{block}attn.{name}.weight": (12, 12) for name in "qkvo"}
        shapes |= {f"{block}norm1.weight": (12,), f"{block}norm2.weight": (12,)}
        shapes |= {f"{block}ffn.gate.0.weight": (16, 12), f"{block}ffn.fc1.weight": (16, 12)}
        shapes |= {f"{block}ffn.fc2.weight": (12, 16), f"{block}pos_embedding.embedding.weight": (32, 2)}
    return randomised({key: torch.empty(shape) for key, shape in shapes.items()})


def _clip() -> dict[str, Tensor]:
    width = _SIZES_17B[1280]
    shapes: dict[str, tuple[int, ...]] = {
        "visual.cls_embedding": (1, 1, width),
        "visual.pos_embedding": (1, 257, width),
        "visual.patch_embedding.weight": (width, 3, 14, 14),
        "visual.head": (width, 8),
        "textual.token_embedding.weight": (4, 4),
        "log_scale": (),
    }
    for norm in ("pre_norm", "post_norm"):
        shapes |= {f"visual.{norm}.weight": (width,), f"visual.{norm}.bias": (width,)}
    for layer in range(2):
        block = f"visual.transformer.{layer}."
        for norm in ("norm1", "norm2"):
            shapes |= {f"{block}{norm}.weight": (width,), f"{block}{norm}.bias": (width,)}
        shapes |= {f"{block}attn.to_qkv.weight": (3 * width, width), f"{block}attn.to_qkv.bias": (3 * width,)}
        shapes |= {f"{block}attn.proj.weight": (width, width), f"{block}attn.proj.bias": (width,)}
        shapes |= {f"{block}mlp.0.weight": (2 * width, width), f"{block}mlp.0.bias": (2 * width,)}
        shapes |= {f"{block}mlp.2.weight": (width, 2 * width), f"{block}mlp.2.bias": (width,)}
    return randomised({key: torch.empty(shape) for key, shape in shapes.items()})


def tiny_store(folder: Path) -> Path:
    """All models as added folders of the model store have them; return the folder to add."""
    crafter = folder / "MTVCrafter"
    tiny_tokenizer(crafter / "4DMoT")
    tiny_7b(crafter / "MV-DiT" / "CogVideoX")
    tiny_17b(crafter / "MV-DiT" / "Wan-2-1")
    tiny_cogvideox_parts(folder / "CogVideoX-5b")
    tiny_wan_parts(folder / "Wan2.1-Fun-V1.1-14B-InP")
    return folder


def tiny_lora(path: Path) -> Path:
    """A LoRA for the tiny MV-DiT-17B."""
    width = _SIZES_17B[5120]
    name = "diffusion_model.blocks.0.self_attn.q"
    save_file({f"{name}.lora_up.weight": torch.ones(width, 2), f"{name}.lora_down.weight": torch.ones(2, width)}, path)
    return path
