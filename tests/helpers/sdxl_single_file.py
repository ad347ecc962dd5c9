"""Writes a diffusers SDXL pipeline as one checkpoint file with the names of the original code."""

import re
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file

Tensors = dict[str, torch.Tensor]

_UNET_LAYERS = {
    "time_embedding.linear_1": "time_embed.0",
    "time_embedding.linear_2": "time_embed.2",
    "conv_in": "input_blocks.0.0",
    "conv_norm_out": "out.0",
    "conv_out": "out.2",
    "add_embedding.linear_1": "label_emb.0.0",
    "add_embedding.linear_2": "label_emb.0.2",
}
_RESNET = {
    "norm1": "in_layers.0",
    "conv1": "in_layers.2",
    "norm2": "out_layers.0",
    "conv2": "out_layers.3",
    "time_emb_proj": "emb_layers.1",
    "conv_shortcut": "skip_connection",
}
_VAE_ATTENTION = {"group_norm": "norm", "to_q": "q", "to_k": "k", "to_v": "v", "to_out.0": "proj_out"}
_CLIP_G = {"layer_norm1": "ln_1", "layer_norm2": "ln_2", ".fc1.": ".c_fc.", ".fc2.": ".c_proj.", ".self_attn": ".attn"}


def write_single_file(pipeline: Any, path: Path, *, without: str = "") -> Path:
    """Write the checkpoint; parts whose names start with ``without`` are left out."""
    tensors: Tensors = {}
    tensors |= {f"model.diffusion_model.{name}": each for name, each in _unet(pipeline.unet).items()}
    tensors |= {f"first_stage_model.{name}": each for name, each in _vae(pipeline.vae).items()}
    for name, each in _with_text_model(pipeline.text_encoder.state_dict()).items():
        tensors[f"conditioner.embedders.0.transformer.{name}"] = each
    tensors |= {
        f"conditioner.embedders.1.model.{name}": each for name, each in _clip_g(pipeline.text_encoder_2).items()
    }
    kept = {
        name: each.clone().contiguous() for name, each in tensors.items() if not without or not name.startswith(without)
    }
    save_file(kept, path)
    return path


def _unet(unet: Any) -> Tensors:
    per_block = unet.config.layers_per_block + 1
    renamed = {}
    for name, tensor in unet.state_dict().items():
        layer, _, kind = name.rpartition(".")
        if layer in _UNET_LAYERS:
            renamed[f"{_UNET_LAYERS[layer]}.{kind}"] = tensor
            continue
        new = name
        if found := re.match(
            r"(down|up)_blocks\.(\d+)\.(resnets|attentions|downsamplers|upsamplers)\.(\d+)\.(.*)", name
        ):
            side, block, part, index, rest = found[1], int(found[2]), found[3], int(found[4]), found[5]
            if part == "downsamplers":
                new = f"input_blocks.{per_block * (block + 1)}.0.op.{rest.removeprefix('conv.')}"
            elif part == "upsamplers":
                has_attention = hasattr(unet.up_blocks[block], "attentions")
                new = f"output_blocks.{per_block * block + per_block - 1}.{2 if has_attention else 1}.{rest}"
            else:
                place = per_block * block + index + (1 if side == "down" else 0)
                blocks = "input_blocks" if side == "down" else "output_blocks"
                new = f"{blocks}.{place}.{0 if part == 'resnets' else 1}.{_resnet(rest) if part == 'resnets' else rest}"
        elif found := re.match(r"mid_block\.(resnets|attentions)\.(\d+)\.(.*)", name):
            place = 1 if found[1] == "attentions" else 2 * int(found[2])
            new = f"middle_block.{place}.{_resnet(found[3]) if found[1] == 'resnets' else found[3]}"
        renamed[new] = tensor
    return renamed


def _resnet(rest: str) -> str:
    layer, _, kind = rest.rpartition(".")
    return f"{_RESNET[layer]}.{kind}"


def _vae(vae: Any) -> Tensors:
    blocks = len(vae.config.block_out_channels)
    renamed = {}
    for name, tensor in vae.state_dict().items():
        new = name.replace("conv_norm_out", "norm_out").replace("conv_shortcut", "nin_shortcut")
        new = re.sub(r"encoder\.down_blocks\.(\d+)\.resnets\.", r"encoder.down.\1.block.", new)
        new = re.sub(r"encoder\.down_blocks\.(\d+)\.downsamplers\.0", r"encoder.down.\1.downsample", new)
        for old, place in (("resnets.", "block."), ("upsamplers.0", "upsample")):
            new = re.sub(
                rf"decoder\.up_blocks\.(\d+)\.{re.escape(old)}",
                lambda found, place=place: f"decoder.up.{blocks - 1 - int(found[1])}.{place}",
                new,
            )
        new = re.sub(r"mid_block\.resnets\.(\d)", lambda found: f"mid.block_{int(found[1]) + 1}", new)
        if "mid_block.attentions.0" in new:
            layer, _, kind = new.partition("mid_block.attentions.0.")[2].rpartition(".")
            new = f"{new.partition('mid_block')[0]}mid.attn_1.{_VAE_ATTENTION[layer]}.{kind}"
            if tensor.ndim == 2:
                tensor = tensor[:, :, None, None]
        renamed[new] = tensor
    return renamed


def _with_text_model(state: Tensors) -> Tensors:
    return {name if name.startswith("text_model.") else f"text_model.{name}": each for name, each in state.items()}


def _clip_g(encoder: Any) -> Tensors:
    state = _with_text_model({k: v for k, v in encoder.state_dict().items() if k != "text_projection.weight"})
    renamed: Tensors = {"text_projection": encoder.text_projection.weight.T}
    joined: dict[str, dict[str, torch.Tensor]] = {}
    for name, tensor in state.items():
        new = name
        for ours, theirs in _CLIP_G.items():
            new = new.replace(ours, theirs)
        new = new.replace("text_model.encoder.layers.", "transformer.resblocks.")
        new = new.replace("text_model.embeddings.position_embedding.weight", "positional_embedding")
        new = new.replace("text_model.embeddings.token_embedding", "token_embedding")
        new = new.replace("text_model.final_layer_norm", "ln_final")
        if found := re.match(r"(.*\.attn)\.([qkv])_proj\.(weight|bias)", new):
            joined.setdefault(f"{found[1]}.in_proj_{found[3]}", {})[found[2]] = tensor
        else:
            renamed[new] = tensor
    return renamed | {name: torch.cat([parts[each] for each in "qkv"]) for name, parts in joined.items()}
