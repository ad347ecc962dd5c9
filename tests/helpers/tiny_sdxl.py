"""Builds a tiny SDXL on disk: the real file layout and class names, random weights, 64 x 64 pictures in a moment."""

import json
from pathlib import Path
from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    AutoencoderTiny,
    EulerAncestralDiscreteScheduler,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection, CLIPTokenizer

WIDTH, WIDTH_2 = 32, 48
_WORDS = ["a", "portrait", "of", "the", "old", "young", "woman", "man", "with", "red", "hair", "studio", "light"]


def byte_letters() -> list[str]:
    """The 256 letters that GPT-2's byte map uses, in the order of their bytes."""
    kept = [*range(33, 127), *range(161, 173), *range(174, 256)]
    extra = iter(range(256, 512))
    return [chr(byte if byte in kept else next(extra)) for byte in range(256)]


def tokenizer(pad: str = "<|endoftext|>") -> CLIPTokenizer:
    """A CLIP tokenizer whose pieces are single bytes and the first words of a few merges."""
    letters = byte_letters()
    pieces = [*letters, *(letter + "</w>" for letter in letters)]
    merges: list[tuple[str, str]] = []
    for word in _WORDS:
        left = word[0] if len(word) > 1 else ""
        for index in range(1, len(word)):
            right = word[index] + ("</w>" if index == len(word) - 1 else "")
            if (left, right) not in merges:
                merges.append((left, right))
                pieces.append(left + right)
            left += right
    pieces += ["<|startoftext|>", "<|endoftext|>"]
    vocabulary = {piece: index for index, piece in enumerate(dict.fromkeys(pieces))}
    return CLIPTokenizer(
        vocab=vocabulary,
        merges=merges,
        model_max_length=77,
        bos_token="<|startoftext|>",
        eos_token="<|endoftext|>",
        unk_token="<|endoftext|>",
        pad_token=pad,
    )


def tiny_pipeline(
    seed: int = 0, *, channels: tuple[int, int] = (32, 64), depth: tuple[int, int] = (1, 2), layers: int = 2
) -> Any:
    """Return a ``StableDiffusionXLPipeline`` with random weights."""
    first, second = tokenizer(), tokenizer("!")
    end = first.convert_tokens_to_ids("<|endoftext|>")
    text = {
        "vocab_size": len(first),
        "hidden_size": WIDTH,
        "intermediate_size": 64,
        "num_hidden_layers": 4,
        "num_attention_heads": 4,
        "projection_dim": WIDTH,
        "bos_token_id": end - 1,
        "eos_token_id": end,
        "pad_token_id": end,
        "max_position_embeddings": 77,
    }
    torch.manual_seed(seed)
    encoder = CLIPTextModel(CLIPTextConfig(**text, hidden_act="quick_gelu"))
    torch.manual_seed(seed + 1)
    # Of another width than the first, by which a single file's parts are told apart.
    wider = {**text, "hidden_size": WIDTH_2, "projection_dim": WIDTH_2}
    encoder_2 = CLIPTextModelWithProjection(CLIPTextConfig(**wider, hidden_act="gelu"))
    torch.manual_seed(seed + 2)
    unet = UNet2DConditionModel(
        sample_size=8,
        in_channels=4,
        out_channels=4,
        block_out_channels=channels,
        layers_per_block=layers,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        transformer_layers_per_block=depth,
        attention_head_dim=(2, 4),
        cross_attention_dim=WIDTH + WIDTH_2,
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=8,
        projection_class_embeddings_input_dim=6 * 8 + WIDTH_2,
        norm_num_groups=16,
    )
    torch.manual_seed(seed + 3)
    vae = AutoencoderKL(
        block_out_channels=(16, 16, 32, 32),
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        latent_channels=4,
        norm_num_groups=8,
        sample_size=64,
        scaling_factor=0.13025,
        force_upcast=True,
    )
    scheduler = EulerAncestralDiscreteScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", timestep_spacing="trailing"
    )
    pipeline = StableDiffusionXLPipeline(
        vae=vae,
        text_encoder=encoder,
        text_encoder_2=encoder_2,
        tokenizer=first,
        tokenizer_2=second,
        unet=unet,
        scheduler=scheduler,
        add_watermarker=False,
    )
    pipeline.set_progress_bar_config(disable=True)
    return pipeline


def build_sdxl(folder: Path, seed: int = 0, **shape: Any) -> Path:
    """Write a tiny SDXL in the diffusers layout, with the file names of the half-precision files that are published."""
    tiny_pipeline(seed, **shape).save_pretrained(folder, safe_serialization=True, variant="fp16")
    for name in ("tokenizer", "tokenizer_2"):
        _add_vocabulary_files(folder / name)
    return folder


def build_tiny_decoder(folder: Path) -> Path:
    """Write a tiny ``AutoencoderTiny``, as the preview decoder is published."""
    torch.manual_seed(9)
    decoder = AutoencoderTiny(
        encoder_block_out_channels=(16, 16, 16, 16),
        decoder_block_out_channels=(16, 16, 16, 16),
        num_encoder_blocks=(1, 1, 1, 1),
        num_decoder_blocks=(1, 1, 1, 1),
        latent_channels=4,
    )
    decoder.save_pretrained(folder)
    return folder


def _add_vocabulary_files(folder: Path) -> None:
    """The published layout has vocab.json and merges.txt, which the catalog names."""
    saved = json.loads((folder / "tokenizer.json").read_text("utf-8"))["model"]
    (folder / "vocab.json").write_text(json.dumps(saved["vocab"]), "utf-8")
    lines = [" ".join(pair) if isinstance(pair, list) else pair for pair in saved["merges"]]
    (folder / "merges.txt").write_text("#version: 0.2\n" + "\n".join(lines) + "\n", "utf-8")
    if not (folder / "special_tokens_map.json").exists():
        (folder / "special_tokens_map.json").write_text("{}", "utf-8")
