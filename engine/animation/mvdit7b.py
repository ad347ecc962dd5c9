"""MV-DiT-7B: a CogVideoX transformer without text, with attention to motion tokens in every block.

The parts and the names of the weights are those of diffusers and of the published checkpoint; only the way a block uses
them is ours.
"""

from typing import Any

import torch
from diffusers.configuration_utils import ConfigMixin, register_to_config
from diffusers.models.attention import FeedForward
from diffusers.models.attention_processor import Attention
from diffusers.models.embeddings import CogVideoXPatchEmbed, TimestepEmbedding, Timesteps
from diffusers.models.modeling_utils import ModelMixin
from diffusers.models.normalization import AdaLayerNorm, CogVideoXLayerNormZero
from torch import Tensor, nn

from engine.animation.motion_memory import KeysValues, MotionMemory
from engine.animation.rope import Rotary, rotated
from engine.diffusion.attention import attend


def _heads(attention: Any, x: Tensor) -> Tensor:
    """(B, tokens, channels) to (B, heads, tokens, head channels)."""
    parts: Tensor = x.unflatten(2, (attention.heads, -1))
    return parts.transpose(1, 2)


def _attend(attention: Any, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
    result: Tensor = attention.to_out[0](attend(query, key, value))
    return result


class MotionBlock7B(nn.Module):
    """Self-attention, attention to the motion, feed-forward. ``attn0`` is the motion's, without norm and gate."""

    def __init__(self, width: int, heads: int, time_width: int, *, eps: float = 1e-5) -> None:
        super().__init__()
        attention: dict[str, Any] = {
            "query_dim": width,
            "heads": heads,
            "dim_head": width // heads,
            "qk_norm": "layer_norm",
            "eps": 1e-6,
            "bias": True,
            "out_bias": True,
        }
        self.norm1 = CogVideoXLayerNormZero(time_width, width, True, eps, bias=True)
        self.attn1 = Attention(**attention)
        self.attn0 = Attention(**attention, cross_attention_dim=width)
        self.norm2 = CogVideoXLayerNormZero(time_width, width, True, eps, bias=True)
        self.ff = FeedForward(width, activation_fn="gelu-approximate", final_dropout=True, bias=True)

    def forward(self, x: Tensor, time: Tensor, image: Rotary, motion: MotionMemory, index: int) -> Tensor:
        """Return the patches (B, N, width) after this block.

        Args:
            x: patches (B, N, width).
            time: time vectors (B, time width).
            image: the patches' rotary table.
            motion: the clip's motion.
            index: which block this is, the key of what ``motion`` keeps.
        """
        y, gate = modulated(self.norm1, x, time)
        x = x + gate * self.self_attention(y, image)
        if motion.strength:
            x = motion.added(x, self.motion_attention(x, image, motion, index))
        y, gate = modulated(self.norm2, x, time)
        result: Tensor = x + gate * self.ff(y)
        return result

    def self_attention(self, x: Tensor, image: Rotary) -> Tensor:
        """Attention among the patches."""
        attention = self.attn1
        query = rotated(attention.norm_q(_heads(attention, attention.to_q(x))), image)
        key = rotated(attention.norm_k(_heads(attention, attention.to_k(x))), image)
        return _attend(attention, query, key, _heads(attention, attention.to_v(x)))

    def motion_attention(self, x: Tensor, image: Rotary, motion: MotionMemory, index: int) -> Tensor:
        """Attention of the patches to the motion tokens."""
        attention = self.attn0
        query = rotated(attention.norm_q(_heads(attention, attention.to_q(x))), image)
        key, value = motion.keys_values(index, self._motion_keys_values)
        return _attend(attention, query, key, value)

    def _motion_keys_values(self, tokens: Tensor, rotary: Rotary) -> KeysValues:
        attention = self.attn0
        key = rotated(attention.norm_k(_heads(attention, attention.to_k(tokens))), rotary)
        return key, _heads(attention, attention.to_v(tokens))


def modulated(norm: Any, x: Tensor, time: Tensor) -> tuple[Tensor, Tensor]:
    """Return the normed and modulated patches, and the gate (B, 1, width).

    The linear layer gives six chunks; the last three belonged to CogVideoX's text and are not used.
    """
    shift, scale, gate = norm.linear(norm.silu(time)).unsqueeze(1).chunk(6, dim=2)[:3]
    return norm.norm(x) * (1 + scale) + shift, gate


class MVDiT7B(ModelMixin, ConfigMixin):  # type: ignore[misc]
    """The transformer of the 7B variant; the default sizes are those of the published checkpoint.

    Args:
        num_attention_heads: heads; each has ``attention_head_dim`` channels.
        attention_head_dim: channels of a head.
        num_layers: blocks.
        in_channels: latent channels that go in: 16 noisy ones and 16 of the reference.
        out_channels: latent channels that come out.
        time_embed_dim: width of the time vector.
        text_embed_dim: width of the text of CogVideoX, whose projection is in the checkpoint and not used.
        patch_size: side of a patch in latent pixels.
        motion_tokens: length of the learned stand-in for "no motion".
    """

    _no_split_modules = ("MotionBlock7B",)
    _repeated_blocks = ("MotionBlock7B",)
    _skip_layerwise_casting_patterns = ("patch_embed", "norm", "unconditional_motion_token")

    @register_to_config  # type: ignore[untyped-decorator]
    def __init__(
        self,
        num_attention_heads: int = 48,
        attention_head_dim: int = 64,
        num_layers: int = 42,
        in_channels: int = 32,
        out_channels: int = 16,
        time_embed_dim: int = 512,
        text_embed_dim: int = 4096,
        patch_size: int = 2,
        motion_tokens: int = 312,
    ) -> None:
        super().__init__()
        width = num_attention_heads * attention_head_dim
        self.unconditional_motion_token = nn.Parameter(torch.zeros(motion_tokens, width))
        self.patch_embed = CogVideoXPatchEmbed(
            patch_size=patch_size,
            in_channels=in_channels,
            embed_dim=width,
            text_embed_dim=text_embed_dim,
            bias=True,
            use_positional_embeddings=False,
            use_learned_positional_embeddings=False,
        )
        self.time_proj = Timesteps(width, flip_sin_to_cos=True, downscale_freq_shift=0)
        self.time_embedding = TimestepEmbedding(width, time_embed_dim, "silu")
        self.transformer_blocks = nn.ModuleList(
            MotionBlock7B(width, num_attention_heads, time_embed_dim) for _ in range(num_layers)
        )
        self.norm_final = nn.LayerNorm(width, 1e-5)
        self.norm_out = AdaLayerNorm(
            embedding_dim=time_embed_dim, output_dim=2 * width, norm_elementwise_affine=True, norm_eps=1e-5, chunk_dim=1
        )
        self.proj_out = nn.Linear(width, patch_size * patch_size * out_channels)

    def forward(self, latents: Tensor, timestep: Tensor, image: Rotary, motion: MotionMemory) -> Tensor:
        """Predict the velocity.

        Args:
            latents: (B, T', in_channels, h, w), noisy latents and reference latents on the channels.
            timestep: (B,).
            image: rotary table of the patches.
            motion: the clip's motion, for the same batch.

        Returns:
            (B, T', out_channels, h, w).
        """
        batch, frames, _, height, width = latents.shape
        size = self.config.patch_size
        patches = self.patch_embed.proj(latents.flatten(0, 1))
        x = patches.unflatten(0, (batch, frames)).permute(0, 1, 3, 4, 2).flatten(1, 3)
        time = self.time_embedding(self.time_proj(timestep).to(x.dtype))
        for index, block in enumerate(self.transformer_blocks):
            x = block(x, time, image, motion, index)
        x = self.proj_out(self.norm_out(self.norm_final(x), temb=time))
        x = x.reshape(batch, frames, height // size, width // size, -1, size, size)
        result: Tensor = x.permute(0, 1, 4, 2, 5, 3, 6).flatten(5, 6).flatten(3, 4)
        return result
