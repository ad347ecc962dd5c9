"""Builds tiny SkyReels-V2 models on disk: the real file layouts and class names, random weights, shots in a moment."""

import re
from pathlib import Path
from typing import Any, Literal

import torch
from diffusers import (
    AutoencoderKLWan,
    SkyReelsV2DiffusionForcingPipeline,
    SkyReelsV2ImageToVideoPipeline,
    SkyReelsV2Pipeline,
    SkyReelsV2Transformer3DModel,
    UniPCMultistepScheduler,
)
from safetensors.torch import save_file
from transformers import (
    CLIPImageProcessor,
    CLIPVisionConfig,
    CLIPVisionModel,
    T5Tokenizer,
    UMT5Config,
    UMT5EncoderModel,
)

Kind = Literal["t2v", "i2v", "flf2v", "df"]

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789,.-ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WORDS = ("▁a", "▁the", "▁old", "▁man", "▁woman", "▁smiles", "▁slowly", "▁sea")


def tokenizer() -> T5Tokenizer:
    """A T5 tokenizer of single letters and a few words."""
    pieces: list[tuple[str, float]] = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -2.0)]
    pieces += [(letter, -6.0) for letter in _LETTERS] + [(word, -1.0) for word in _WORDS]
    return T5Tokenizer(vocab=pieces, extra_ids=0)


def transformer(kind: Kind = "t2v", *, seed: int = 1, heads: int = 2, head: int = 12, layers: int = 2) -> Any:
    """Return a random transformer. The output layer is scaled down, so that shots do not run out of range."""
    torch.manual_seed(seed)
    picture = kind in ("i2v", "flf2v")
    model = SkyReelsV2Transformer3DModel(
        patch_size=(1, 2, 2),
        num_attention_heads=heads,
        attention_head_dim=head,
        in_channels=36 if picture else 16,
        out_channels=16,
        text_dim=32,
        freq_dim=32,
        ffn_dim=2 * heads * head,
        num_layers=layers,
        rope_max_seq_len=64,
        image_dim=32 if picture else None,
        added_kv_proj_dim=heads * head if picture else None,
        pos_embed_seq_len=2 * 65 if kind == "flf2v" else None,
        inject_sample_info=kind == "df",
    )
    return model.eval()


def vae(seed: int = 2) -> Any:
    """Return a random VAE with four levels, so that it shrinks sides eightfold as the real one does."""
    torch.manual_seed(seed)
    return AutoencoderKLWan(base_dim=4, z_dim=16, dim_mult=[1, 1, 1, 1], num_res_blocks=1).eval()


def text_encoder(seed: int = 0) -> Any:
    """Return a random umT5 encoder."""
    torch.manual_seed(seed)
    config = UMT5Config(
        vocab_size=len(tokenizer()),
        d_model=32,
        d_kv=8,
        d_ff=64,
        num_layers=2,
        num_heads=4,
        feed_forward_proj="gated-gelu",
        dropout_rate=0.0,
    )
    return UMT5EncoderModel(config).eval()


def image_encoder(seed: int = 3, *, heads: int = 4) -> Any:
    """Return a random CLIP vision model for pictures of 32 x 32 pixels: 64 patches and a class token."""
    torch.manual_seed(seed)
    config = CLIPVisionConfig(
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=heads,
        image_size=32,
        patch_size=4,
        hidden_act="gelu",
    )
    return CLIPVisionModel(config).eval()


def image_processor() -> CLIPImageProcessor:
    return CLIPImageProcessor(size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32})


def scheduler() -> UniPCMultistepScheduler:
    """As in the published folders, with a flow shift of 1."""
    return UniPCMultistepScheduler(
        prediction_type="flow_prediction", use_flow_sigmas=True, num_train_timesteps=1000, flow_shift=1.0
    )


def pipeline(kind: Kind = "t2v", **shape: Any) -> Any:
    """Return the pipeline of diffusers that a published folder of this kind names."""
    parts = {
        "tokenizer": tokenizer(),
        "text_encoder": text_encoder(),
        "transformer": transformer(kind, **shape),
        "vae": vae(),
        "scheduler": scheduler(),
    }
    made: Any
    if kind in ("i2v", "flf2v"):
        made = SkyReelsV2ImageToVideoPipeline(**parts, image_encoder=image_encoder(), image_processor=image_processor())
    else:
        made = (SkyReelsV2DiffusionForcingPipeline if kind == "df" else SkyReelsV2Pipeline)(**parts)
    made.set_progress_bar_config(disable=True)
    return made


def build_skyreels(folder: Path, kind: Kind = "t2v", **shape: Any) -> Path:
    """Write a tiny model in the diffusers layout."""
    pipeline(kind, **shape).save_pretrained(folder, safe_serialization=True)
    return folder


def write_wan_lora(
    path: Path,
    network: Any,
    *,
    seed: int = 0,
    naming: Literal["diffusers", "original", "musubi"] = "diffusers",
    rank: int = 4,
) -> Path:
    """Write a style for every block of a tiny transformer, in a naming that is found in the wild."""
    generator = torch.Generator().manual_seed(seed)
    tensors: dict[str, torch.Tensor] = {}
    for name, layer in network.named_modules():
        if not re.search(r"(attn[12]\.(to_[qkv]|to_out\.0)|ffn\.net\.(0\.proj|2))$", name):
            continue
        down = torch.randn(rank, layer.in_features, generator=generator) * 0.3
        up = torch.randn(layer.out_features, rank, generator=generator) * 0.3
        tensors |= _lora_pair(name, down, up, naming)
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(tensors, path)
    return path


def _lora_pair(name: str, down: torch.Tensor, up: torch.Tensor, naming: str) -> dict[str, torch.Tensor]:
    if naming == "diffusers":
        return {f"transformer.{name}.lora_A.weight": down, f"transformer.{name}.lora_B.weight": up}
    plain = original_name(name)
    if naming == "original":
        return {f"diffusion_model.{plain}.lora_A.weight": down, f"diffusion_model.{plain}.lora_B.weight": up}
    kohya = "lora_unet_" + plain.replace(".", "_")
    alpha = torch.tensor(float(len(down)))
    return {f"{kohya}.lora_down.weight": down, f"{kohya}.lora_up.weight": up, f"{kohya}.alpha": alpha}


_ORIGINAL = (
    (r"^condition_embedder\.time_embedder\.linear_1\.", "time_embedding.0."),
    (r"^condition_embedder\.time_embedder\.linear_2\.", "time_embedding.2."),
    (r"^condition_embedder\.text_embedder\.linear_1\.", "text_embedding.0."),
    (r"^condition_embedder\.text_embedder\.linear_2\.", "text_embedding.2."),
    (r"^condition_embedder\.time_proj\.", "time_projection.1."),
    (r"^condition_embedder\.image_embedder\.norm1\.", "img_emb.proj.0."),
    (r"^condition_embedder\.image_embedder\.ff\.net\.0\.proj\.", "img_emb.proj.1."),
    (r"^condition_embedder\.image_embedder\.ff\.net\.2\.", "img_emb.proj.3."),
    (r"^condition_embedder\.image_embedder\.norm2\.", "img_emb.proj.4."),
    (r"^condition_embedder\.image_embedder\.pos_embed$", "img_emb.emb_pos"),
    (r"^fps_projection\.net\.0\.proj\.", "fps_projection.0."),
    (r"^fps_projection\.net\.2\.", "fps_projection.2."),
    (r"^proj_out\.", "head.head."),
    (r"^scale_shift_table$", "head.modulation"),
    (r"\.scale_shift_table$", ".modulation"),
    (r"\.norm2\.", ".norm#."),
    (r"\.norm3\.", ".norm2."),
    (r"\.norm#\.", ".norm3."),
    (r"\.ffn\.net\.0\.proj\b", ".ffn.0"),
    (r"\.ffn\.net\.2\b", ".ffn.2"),
    (r"\.norm_added_k\.", ".norm_k_img."),
    (r"\.add_k_proj\b", ".k_img"),
    (r"\.add_v_proj\b", ".v_img"),
    (r"\.to_out\.0\b", ".o"),
    (r"\.to_([qkv])\b", r".\1"),
    (r"\.attn1\.", ".self_attn."),
    (r"\.attn2\.", ".cross_attn."),
)
"""From the names of diffusers to those of the authors: the reverse of the map in the fact sheet, written on its own."""


def original_name(name: str) -> str:
    """Return what the authors' code calls a tensor or a layer of the transformer."""
    for pattern, replacement in _ORIGINAL:
        name = re.sub(pattern, replacement, name)
    return name
