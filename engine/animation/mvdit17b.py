"""MV-DiT-17B: Wan 2.1 image-to-video with attention to motion tokens in every fourth block.

The transformer is that of diffusers; a checkpoint in the original Wan layout is renamed by diffusers' own table.
"""

from typing import Any

import torch
from diffusers.configuration_utils import register_to_config
from diffusers.loaders.single_file_utils import convert_wan_transformer_to_diffusers
from diffusers.models.normalization import FP32LayerNorm
from diffusers.models.transformers.transformer_wan import (
    WanAttention,
    WanTransformer3DModel,
    WanTransformerBlock,
)
from torch import Tensor
from torch.nn import functional

from engine.animation.motion_memory import KeysValues, MotionMemory
from engine.animation.rope import Rotary, rotated
from engine.diffusion.attention import attend
from engine.diffusion.weights import State

MOTION_EVERY = 4
"""Blocks 0, 4, 8, ... own a motion branch."""

TEXT_TOKENS = 512


class WanMotionAttention(WanAttention):  # type: ignore[misc]
    """Attention of the video's patches to the motion tokens."""

    def forward(self, x: Tensor, image: Rotary, motion: MotionMemory, index: int) -> Tensor:
        """Return what the motion adds to the patches (B, N, width)."""
        query = self.norm_q(self.to_q(x)).unflatten(2, (self.heads, -1)).transpose(1, 2)
        key, value = motion.keys_values(index, self._keys_values)
        result: Tensor = self.to_out[0](attend(rotated(query, image), key, value))
        return result

    def _keys_values(self, tokens: Tensor, rotary: Rotary) -> KeysValues:
        # The tokens are narrower than the model: the rest is zeros, nothing is learned for it.
        padded = functional.pad(tokens, (0, self.to_k.in_features - tokens.shape[-1]))
        key = self.norm_k(self.to_k(padded))
        # The published weights were trained with the keys' memory read as (heads, tokens) without exchanging the axes,
        # which mixes tokens and heads. The usual layout gives an entirely different result.
        key = key.contiguous().view(len(key), self.heads, key.shape[1], -1)
        value = self.to_v(padded).unflatten(2, (self.heads, -1)).transpose(1, 2)
        return rotated(key, rotary), value


class MotionBlock17B(WanTransformerBlock):  # type: ignore[misc]
    """A block of Wan, with or without a motion branch between text attention and feed-forward."""

    def __init__(self, width: int, ffn: int, heads: int, *, with_motion: bool) -> None:
        super().__init__(width, ffn, heads, "rms_norm_across_heads", True, 1e-6, width)
        if with_motion:
            self.norm4 = FP32LayerNorm(width, 1e-6, elementwise_affine=True)
            self.motion_attn = WanMotionAttention(width, heads, width // heads, 1e-6)
        self.with_motion = with_motion

    def forward(
        self, x: Tensor, context: Tensor, time: Tensor, image: Rotary, motion: MotionMemory, index: int
    ) -> Tensor:
        """Return the patches (B, N, width) after this block.

        Args:
            x: patches (B, N, width).
            context: 257 image tokens and 512 text tokens (B, 769, width).
            time: six modulation vectors (B, 6, width).
            image: the patches' rotary table.
            motion: the clip's motion.
            index: which block this is.
        """
        shift, scale, gate, ff_shift, ff_scale, ff_gate = (self.scale_shift_table + time.float()).chunk(6, dim=1)
        y = (self.norm1(x.float()) * (1 + scale) + shift).type_as(x)
        table = (image.cos[None, :, None], image.sin[None, :, None])
        x = (x.float() + self.attn1(y, None, None, table) * gate).type_as(x)
        x = x + self.attn2(self.norm2(x.float()).type_as(x), context, None, None)
        if self.with_motion and motion.strength:
            x = motion.added(x, self.motion_attn(self.norm4(x.float()).type_as(x), image, motion, index))
        y = (self.norm3(x.float()) * (1 + ff_scale) + ff_shift).type_as(x)
        result: Tensor = (x.float() + self.ffn(y).float() * ff_gate).type_as(x)
        return result


class MVDiT17B(WanTransformer3DModel):  # type: ignore[misc]
    """The transformer of the 17B variant; the default sizes are those of the published checkpoint."""

    _no_split_modules = ("MotionBlock17B",)
    _repeated_blocks = ("MotionBlock17B",)
    _keep_in_fp32_modules = ("time_embedder", "scale_shift_table", "norm1", "norm2", "norm3", "norm4")

    @register_to_config  # type: ignore[untyped-decorator]
    def __init__(
        self,
        num_attention_heads: int = 40,
        attention_head_dim: int = 128,
        num_layers: int = 40,
        ffn_dim: int = 13824,
        in_channels: int = 36,
        out_channels: int = 16,
        text_dim: int = 4096,
        freq_dim: int = 256,
        image_dim: int = 1280,
        patch_size: tuple[int, int, int] = (1, 2, 2),
    ) -> None:
        width = num_attention_heads * attention_head_dim
        super().__init__(
            patch_size=patch_size,
            num_attention_heads=num_attention_heads,
            attention_head_dim=attention_head_dim,
            in_channels=in_channels,
            out_channels=out_channels,
            text_dim=text_dim,
            freq_dim=freq_dim,
            ffn_dim=ffn_dim,
            num_layers=0,
            image_dim=image_dim,
            added_kv_proj_dim=width,
        )
        # The rotary table is an input here; a table in the model would have no content after a load.
        del self.rope
        self.blocks = torch.nn.ModuleList(
            MotionBlock17B(width, ffn_dim, num_attention_heads, with_motion=index % MOTION_EVERY == 0)
            for index in range(num_layers)
        )

    def forward(
        self,
        latents: Tensor,
        timestep: Tensor,
        context: Tensor,
        image_context: Tensor,
        image: Rotary,
        motion: MotionMemory,
    ) -> Tensor:
        """Predict the flow.

        Args:
            latents: (B, 36, T', h, w): 16 noisy ones, 4 of the mask, 16 of the given frames.
            timestep: (B,).
            context: umT5 states (B, 512, text width), zeros after each text's end.
            image_context: CLIP states (B, 257, image width).
            image: rotary table of the patches.
            motion: the clip's motion, for the same batch.

        Returns:
            (B, 16, T', h, w).
        """
        batch, _, frames, height, width = latents.shape
        time_size, row_size, column_size = self.config.patch_size
        x = self.patch_embedding(latents).flatten(2).transpose(1, 2).contiguous()
        time, modulation, text, picture = self.condition_embedder(timestep, context, image_context)
        tokens = torch.cat([picture, text], dim=1)
        modulation = modulation.unflatten(1, (6, -1))
        for index, block in enumerate(self.blocks):
            x = block(x, tokens, modulation, image, motion, index)
        shift, scale = (self.scale_shift_table + time.float().unsqueeze(1)).chunk(2, dim=1)
        x = self.proj_out((self.norm_out(x.float()) * (1 + scale) + shift).type_as(x))
        grid = (frames // time_size, height // row_size, width // column_size)
        x = x.reshape(batch, *grid, time_size, row_size, column_size, -1)
        result: Tensor = x.permute(0, 7, 1, 4, 2, 5, 3, 6).flatten(6, 7).flatten(4, 5).flatten(2, 3)
        return result


def padded_context(texts: list[Tensor]) -> Tensor:
    """Return text states of different lengths as one (B, 512, width), with zeros after their ends."""
    return torch.stack([functional.pad(text, (0, 0, 0, TEXT_TOKENS - len(text))) for text in texts])


def from_wan_keys(state: State) -> State:
    """Rename a state dict from the original Wan layout, motion branch included, to that of :class:`MVDiT17B`."""
    converted: dict[str, Any] = convert_wan_transformer_to_diffusers(dict(state))
    return converted
