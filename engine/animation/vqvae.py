"""4DMoT, the motion VQ-VAE: normalised motion to codes and back, in the layout of the published checkpoint."""

from typing import NamedTuple

from torch import Tensor, nn

from engine.animation.quantizer import Quantised, Quantizer
from engine.animation.vq_blocks import Decoder, Encoder, in_slices
from engine.diffusion.weights import State

SLICE_FRAMES = 8
_SLICE_LATENTS = 2


class VqVaeConfig(NamedTuple):
    """Sizes of 4DMoT; the defaults are those of the published checkpoint.

    Attributes:
        narrow: channels of the outer blocks.
        wide: channels of the inner blocks.
        width: channels of a code.
        codes: how many codes there are.
    """

    narrow: int = 128
    wide: int = 512
    width: int = 3072
    codes: int = 8192


class MotionVqVae(nn.Module):
    """The motion VQ-VAE. Motion goes in and comes out as (B, T, 24, 3), normalised by the joint statistics."""

    def __init__(self, config: VqVaeConfig | None = None) -> None:
        super().__init__()
        config = config or VqVaeConfig()
        self.config = config
        self.encoder = Encoder(config.narrow, config.wide, config.width)
        self.decoder = Decoder(config.narrow, config.wide, config.width)
        self.vq = Quantizer(config.codes, config.width)

    def encode(self, motion: Tensor) -> Tensor:
        """Return the latents (B, width, T', 24) of a motion of at least 8 frames; T' = (T - 1) // 4 + 1."""
        return in_slices(self.encoder, motion.permute(0, 3, 1, 2), SLICE_FRAMES)

    def decode(self, grid: Tensor) -> Tensor:
        """Return the motion of quantised latents: T frames when T mod 8 is 0 or 1, else up to 3 more or fewer."""
        return in_slices(self.decoder, grid, _SLICE_LATENTS).permute(0, 2, 3, 1)

    def forward(self, motion: Tensor) -> tuple[Tensor, Quantised]:
        """Return the reconstruction of a motion, and what the codebook made of it."""
        quantised: Quantised = self.vq(self.encode(motion))
        return self.decode(quantised.grid), quantised


def config_of(state: State) -> VqVaeConfig:
    """Read the sizes off a state dict; a missing key gives the published size, and the strict load names it."""
    default = VqVaeConfig()
    narrow, wide, codebook = (
        state.get(key) for key in ("encoder.conv_in.weight", "encoder.conv_out.weight", "vq.codebook")
    )
    return VqVaeConfig(
        narrow=default.narrow if narrow is None or narrow.ndim != 4 else narrow.shape[0],
        wide=default.wide if wide is None or wide.ndim != 4 else wide.shape[1],
        width=default.width if codebook is None or codebook.ndim != 2 else codebook.shape[1],
        codes=default.codes if codebook is None or codebook.ndim != 2 else codebook.shape[0],
    )
