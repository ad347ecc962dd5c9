"""Builds the models of both variants from their published files, strictly."""

from pathlib import Path
from typing import Any

import torch

from engine.animation.lora import MergeReport, merge_lora
from engine.animation.mvdit7b import MVDiT7B
from engine.animation.mvdit17b import MVDiT17B, from_wan_keys
from engine.animation.rope import is_wan_head
from engine.diffusion.wan_clip import WanImageEncoder, build_image_model
from engine.diffusion.wan_text import WanTextEncoder, build_text_model
from engine.diffusion.wan_vae import WanVae, build_wan_vae
from engine.diffusion.weights import State, load_strictly, read_config, read_folder, read_state
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

VAE_17B = "Wan2.1_VAE.pth"
TEXT_17B = "models_t5_umt5-xxl-enc-bf16.pth"
IMAGE_17B = "models_clip_open-clip-xlm-roberta-large-vit-huge-14.pth"
WORDS_17B = "google/umt5-xxl"

_MARK_7B = "unconditional_motion_token"
_MARK_17B = "blocks.0.motion_attn.q.weight"


def load_transformer_7b(folder: Path, dtype: torch.dtype) -> MVDiT7B:
    """Load MV-DiT-7B; its sizes are read off the weights.

    Raises:
        PortraitsError: MODEL_MISSING; BAD_MODEL for another variant, or keys that are missing, left over or of another
            shape.
    """
    state = read_folder(folder)
    _check_variant(state, folder, _MARK_7B, "MV-DiT-7B")
    with torch.device("meta"):
        model: MVDiT7B = MVDiT7B(**_sizes_7b(state))
    load_strictly(model, state, f"MV-DiT-7B in {quoted(folder)}", dtype=dtype)
    _check_filled(model)
    model.eval()
    return model


def load_transformer_17b(
    folder: Path, dtype: torch.dtype, *, lora: Path | None = None, strength: float = 1.0
) -> tuple[MVDiT17B, MergeReport | None]:
    """Load MV-DiT-17B, and merge a LoRA into it; its sizes are read off the weights and ``config.json``.

    Raises:
        PortraitsError: as :func:`load_transformer_7b`; BAD_MODEL for a LoRA of another family.
    """
    state = read_folder(folder)
    _check_variant(state, folder, _MARK_17B, "MV-DiT-17B")
    report = None
    if lora is not None:
        report = merge_lora(state, read_state(lora), f"The LoRA {quoted(lora)}", strength=strength)
    sizes = _sizes_17b(state, read_config(folder if folder.is_dir() else folder.parent))
    with torch.device("meta"):
        model = MVDiT17B(**sizes)
    load_strictly(
        model,
        from_wan_keys(state),
        f"MV-DiT-17B in {quoted(folder)}",
        dtype=dtype,
        keep_float32=MVDiT17B._keep_in_fp32_modules,
    )
    _check_filled(model)
    model.eval()
    return model, report


def _check_filled(model: torch.nn.Module) -> None:
    """Check that nothing of a model was left on the device "meta": buffers that are no weights would be empty."""
    empty = [name for name, buffer in model.named_buffers() if buffer.is_meta]
    if empty:
        raise RuntimeError(f"buffers without content: {empty}")


def _check_variant(state: State, folder: Path, mark: str, wanted: str) -> None:
    others = {_MARK_7B: "MV-DiT-7B", _MARK_17B: "MV-DiT-17B", "vq.codebook": "the motion tokenizer"}
    for key, name in others.items():
        if key in state and key != mark:
            raise PortraitsError(
                ErrorCode.BAD_MODEL,
                f"{quoted(folder)} holds {name}, not {wanted}.",
                f"Choose the folder of {wanted}, or the other model.",
            )


def _axis(state: State, key: str, axis: int, default: int) -> int:
    tensor = state.get(key)
    return default if tensor is None or tensor.ndim <= axis else int(tensor.shape[axis])


def _layers(state: State, prefix: str, default: int) -> int:
    return len({key.split(".")[1] for key in state if key.startswith(prefix)}) or default


def _sizes_7b(state: State) -> dict[str, int]:
    width = _axis(state, _MARK_7B, 1, 3072)
    head = _axis(state, "transformer_blocks.0.attn1.norm_q.weight", 0, 64)
    return {
        "num_attention_heads": max(1, width // max(1, head)),
        "attention_head_dim": head,
        "num_layers": _layers(state, "transformer_blocks.", 42),
        "in_channels": _axis(state, "patch_embed.proj.weight", 1, 32),
        "out_channels": max(1, _axis(state, "proj_out.weight", 0, 64) // 4),
        "time_embed_dim": _axis(state, "time_embedding.linear_1.weight", 0, 512),
        "text_embed_dim": _axis(state, "patch_embed.text_proj.weight", 1, 4096),
        "patch_size": _axis(state, "patch_embed.proj.weight", 2, 2),
        "motion_tokens": _axis(state, _MARK_7B, 0, 312),
    }


def _sizes_17b(state: State, config: dict[str, Any]) -> dict[str, int]:
    width = _axis(state, "patch_embedding.weight", 0, 5120)
    heads = config.get("num_heads")
    if type(heads) is not int or not 1 <= heads <= width or width % heads or not is_wan_head(width // heads):
        heads = max(1, width // 128)
    return {
        "num_attention_heads": heads,
        "attention_head_dim": width // heads,
        "num_layers": _layers(state, "blocks.", 40),
        "ffn_dim": _axis(state, "blocks.0.ffn.0.weight", 0, 13_824),
        "in_channels": _axis(state, "patch_embedding.weight", 1, 36),
        "out_channels": max(1, _axis(state, "head.head.weight", 0, 64) // 4),
        "text_dim": _axis(state, "text_embedding.0.weight", 1, 4096),
        "freq_dim": _axis(state, "time_embedding.0.weight", 1, 256),
        "image_dim": _axis(state, "img_emb.proj.0.weight", 0, 1280),
    }


def load_vae_7b(parts: Path, dtype: torch.dtype) -> Any:
    """Load the VAE of CogVideoX from its folder ``vae``, tiled and sliced as published.

    Raises:
        PortraitsError: MODEL_MISSING or BAD_MODEL.
    """
    from diffusers import AutoencoderKLCogVideoX

    folder = parts / "vae"
    config = read_config(folder)
    try:
        with torch.device("meta"):
            model: Any = AutoencoderKLCogVideoX.from_config(config)
    except (TypeError, ValueError, KeyError) as error:
        raise PortraitsError(
            ErrorCode.BAD_MODEL, f"config.json in {quoted(folder)} is no VAE of CogVideoX.", "Download it again."
        ) from error
    load_strictly(model, read_folder(folder), f"The VAE in {quoted(parts)}", dtype=dtype)
    _check_filled(model)
    model.enable_slicing()
    model.enable_tiling()
    model.eval()
    return model


def load_vae_17b(parts: Path, dtype: torch.dtype, *, tiling: bool = False) -> WanVae:
    """Load the VAE of Wan 2.1. Raises as :func:`load_vae_7b`."""
    vae = build_wan_vae(read_state(parts / VAE_17B), f"The VAE in {quoted(parts)}", dtype=dtype)
    _check_filled(vae.model)
    if tiling:
        vae.model.enable_tiling()
    return vae


def load_text_encoder(parts: Path, dtype: torch.dtype) -> WanTextEncoder:
    """Load umT5 and its tokenizer. Raises as :func:`load_vae_7b`."""
    from transformers import AutoTokenizer

    words = parts / WORDS_17B
    if not words.is_dir():
        raise PortraitsError(
            ErrorCode.MODEL_MISSING, f"The folder {WORDS_17B} is not in {quoted(parts)}.", "Download the parts again."
        )
    try:
        tokenizer = AutoTokenizer.from_pretrained(str(words), local_files_only=True)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PortraitsError(
            ErrorCode.BAD_MODEL, f"The tokenizer in {quoted(words)} is damaged.", "Download the parts again."
        ) from error
    model = build_text_model(read_state(parts / TEXT_17B), f"The text encoder in {quoted(parts)}", dtype=dtype)
    return WanTextEncoder(model, tokenizer)


def load_image_encoder(parts: Path, dtype: torch.dtype, *, heads: int = 16) -> WanImageEncoder:
    """Load the CLIP picture encoder. Raises as :func:`load_vae_7b`."""
    state = read_state(parts / IMAGE_17B)
    return WanImageEncoder(
        build_image_model(state, f"The picture encoder in {quoted(parts)}", dtype=dtype, heads=heads)
    )
