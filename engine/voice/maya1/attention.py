"""Attention over the cache as the decoding loop wants it."""

from typing import Any

import torch
from torch.nn.functional import scaled_dot_product_attention
from transformers import AttentionInterface
from transformers.integrations.sdpa_attention import sdpa_attention_forward

NAME = "portraits_voice"


def attend(
    module: Any,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    attention_mask: torch.Tensor | None,
    scaling: float | None = None,
    **kwargs: Any,
) -> tuple[torch.Tensor, None]:
    """Scaled dot-product attention that does not copy keys and values for the heads that share them.

    For one new id the heads of a group become rows of one query. No mask is made when none is given: the loop then
    looks only at entries that are written.
    """
    rows, heads, length, size = query.shape
    if length > 1:
        whole: tuple[torch.Tensor, None] = sdpa_attention_forward(
            module, query, key, value, attention_mask, scaling=scaling, **kwargs
        )
        return whole
    groups = key.shape[1]
    packed = query.reshape(rows, groups, heads // groups, size)
    found = scaled_dot_product_attention(packed, key, value, attn_mask=attention_mask, scale=scaling)
    return found.reshape(rows, heads, length, size).transpose(1, 2).contiguous(), None


AttentionInterface.register(NAME, attend)
