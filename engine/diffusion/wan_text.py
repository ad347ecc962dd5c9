"""The text encoder of Wan 2.1: umT5 of transformers, with weights in the original layout."""

import re
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor
from transformers import UMT5Config, UMT5EncoderModel

from engine.diffusion.weights import State, load_strictly

MAX_TOKENS = 512

_RENAMED = (
    (r"^token_embedding\.", "shared."),
    (r"^norm\.", "encoder.final_layer_norm."),
    (r"^blocks\.(\d+)\.attn\.", r"encoder.block.\1.layer.0.SelfAttention."),
    (r"^blocks\.(\d+)\.pos_embedding\.embedding\.", r"encoder.block.\1.layer.0.SelfAttention.relative_attention_bias."),
    (r"^blocks\.(\d+)\.norm1\.", r"encoder.block.\1.layer.0.layer_norm."),
    (r"^blocks\.(\d+)\.norm2\.", r"encoder.block.\1.layer.1.layer_norm."),
    (r"^blocks\.(\d+)\.ffn\.gate\.0\.", r"encoder.block.\1.layer.1.DenseReluDense.wi_0."),
    (r"^blocks\.(\d+)\.ffn\.fc1\.", r"encoder.block.\1.layer.1.DenseReluDense.wi_1."),
    (r"^blocks\.(\d+)\.ffn\.fc2\.", r"encoder.block.\1.layer.1.DenseReluDense.wo."),
)


class WanTextEncoder:
    """Turns prompts into umT5 states.

    Args:
        model: the encoder.
        tokenizer: its tokenizer, called as those of transformers are.
    """

    def __init__(self, model: Any, tokenizer: Any) -> None:
        self.model = model
        self._tokenizer = tokenizer

    @torch.no_grad()
    def encode(self, texts: Sequence[str]) -> list[Tensor]:
        """Return the states of each text, (tokens, width) float32 on the CPU, without padding."""
        batch = self._tokenizer(
            list(texts),
            padding="max_length",
            max_length=MAX_TOKENS,
            truncation=True,
            add_special_tokens=True,
            return_tensors="pt",
        )
        states = text_states(self.model, batch["input_ids"], batch["attention_mask"])
        return [state[: int(mask.sum())] for state, mask in zip(states, batch["attention_mask"], strict=True)]


def text_states(model: Any, ids: Tensor, mask: Tensor) -> Tensor:
    """Return the encoder's states (B, tokens, width), float32 on the CPU; only places with mask 1 mean something."""
    device = model.device
    states: Tensor = model(input_ids=ids.to(device), attention_mask=mask.to(device)).last_hidden_state
    return states.float().cpu()


def build_text_model(state: State, name: str, *, dtype: torch.dtype | None = None) -> Any:
    """Make umT5 from a state dict in the original Wan layout or that of transformers, strictly.

    Raises:
        PortraitsError: BAD_MODEL, with the keys that are missing or left over.
    """
    renamed: State = {}
    for key, value in state.items():
        new = key
        for pattern, replacement in _RENAMED:
            new = re.sub(pattern, replacement, new)
        renamed[new] = value
    if "shared.weight" in renamed:
        renamed["encoder.embed_tokens.weight"] = renamed["shared.weight"]
    with torch.device("meta"):
        model = UMT5EncoderModel(_config_of(renamed))
    load_strictly(model, renamed, name, dtype=dtype)
    return model.eval()


def _config_of(state: State) -> UMT5Config:
    """Read the sizes off the weights; where they are missing those of umT5-xxl are taken."""

    def shape(key: str, default: tuple[int, int]) -> tuple[int, int]:
        tensor = state.get(key)
        return default if tensor is None or tensor.ndim != 2 else (int(tensor.shape[0]), int(tensor.shape[1]))

    attention = "encoder.block.0.layer.0.SelfAttention."
    words, width = shape("shared.weight", (256_384, 4096))
    buckets, heads = shape(f"{attention}relative_attention_bias.weight", (32, 64))
    inner, _ = shape(f"{attention}q.weight", (4096, 4096))
    feed_forward, _ = shape("encoder.block.0.layer.1.DenseReluDense.wi_0.weight", (10_240, 4096))
    layers = {key.split(".")[2] for key in state if key.startswith("encoder.block.")}
    return UMT5Config(
        vocab_size=words,
        d_model=width,
        d_kv=inner // max(heads, 1),
        d_ff=feed_forward,
        num_layers=len(layers) or 24,
        num_heads=heads,
        relative_attention_num_buckets=buckets,
        relative_attention_max_distance=128,
        feed_forward_proj="gated-gelu",
        layer_norm_epsilon=1e-6,
        dropout_rate=0.0,
    )
