"""Decodes SNAC codes to sound, with noise that depends on the seed and the place only."""

from collections import deque

import numpy as np
import torch
from numpy.typing import NDArray
from snac.layers import DecoderBlock, NoiseBlock
from snac.snac import SNAC
from torch import nn

from engine.voice.snac.frames import Levels

SAMPLE_RATE = 24_000
FRAME_SAMPLES = 2048
"""Samples of one frame: one code of the coarsest level, two and four of the finer ones."""
CONTEXT = 3
"""Frames on each side that a frame's sound depends on: a code reaches 4750 samples back and 4754 ahead."""


class NoiseTape:
    """The noise of one take.

    The codec's noise blocks draw from the global generator, so that decoding a sound in parts gives another sound than
    decoding it at once. Here every frame has its own noise, drawn in order from one generator on the processor: the
    same seed gives the same noise however the sound is cut and wherever it is computed.
    """

    def __init__(self, seed: int, widths: tuple[int, ...]) -> None:
        self._generator = torch.Generator().manual_seed(seed)
        self._widths = widths
        self._frames: deque[torch.Tensor] = deque()
        self._first = 0

    def window(self, start: int, stop: int) -> list[torch.Tensor]:
        """Return the noise of frames ``start`` to ``stop`` for each noise block, shape (1, 1, width * frames).

        Frames before ``start`` are forgotten; ``start`` must not go back behind them.
        """
        while self._first < start and self._frames:
            self._frames.popleft()
            self._first += 1
        while self._first + len(self._frames) < stop:
            self._frames.append(torch.randn(sum(self._widths), generator=self._generator))
        frames = torch.stack([self._frames[index - self._first] for index in range(start, stop)])
        return [part.reshape(1, 1, -1) for part in torch.split(frames, list(self._widths), dim=1)]


class _PlacedNoise(nn.Module):
    """A noise block whose noise is set from outside before each decode."""

    noise: torch.Tensor

    def __init__(self, linear: nn.Module) -> None:
        super().__init__()
        self.linear = linear

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        shaped: torch.Tensor = self.linear(x)
        return x + self.noise * shaped


class Codec:
    """Decodes codes with a loaded SNAC model. Not for several threads at a time.

    Args:
        model: see :func:`engine.voice.snac.loading.load_snac`; its noise blocks are replaced.
        device: where it computes.
    """

    def __init__(self, model: SNAC, device: str = "cpu") -> None:
        self._model = model.to(device)
        self._device = device
        self._noise: list[_PlacedNoise] = []
        widths = []
        width = FRAME_SAMPLES // int(np.prod(model.decoder_rates))
        stages = (layer.block for layer in model.decoder.model if isinstance(layer, DecoderBlock))
        for rate, stage in zip(model.decoder_rates, stages, strict=True):
            width *= rate
            for index, layer in enumerate(stage):
                if isinstance(layer, NoiseBlock):
                    stage[index] = _PlacedNoise(layer.linear)
                    self._noise.append(stage[index])
                    widths.append(width)
        self._widths = tuple(widths)

    def tape(self, seed: int) -> NoiseTape:
        """Return the noise for one take."""
        return NoiseTape(seed, self._widths)

    @torch.inference_mode()
    def decode(self, levels: Levels, tape: NoiseTape, first: int = 0) -> NDArray[np.float32]:
        """Decode frames.

        Args:
            levels: codes 0..4095 of n frames, shapes (n,), (2n,), (4n,).
            tape: the noise of the take.
            first: which frame of the take comes first in ``levels``.

        Returns:
            Shape (2048 n,) in -1..1; empty for no frames.

        Raises:
            ValueError: the levels do not belong together or a code is out of range.
        """
        frames = len(levels[0])
        if [len(level) for level in levels] != [frames, 2 * frames, 4 * frames]:
            raise ValueError(f"lengths {[len(level) for level in levels]} are not n, 2n, 4n")
        if frames == 0:
            return np.zeros(0, np.float32)
        if any(level.min() < 0 or level.max() >= self._model.codebook_size for level in levels):
            raise ValueError("a code is out of range")
        if self._noise:
            for block, noise in zip(self._noise, tape.window(first, first + frames), strict=True):
                block.noise = noise.to(self._device)
        codes = [torch.from_numpy(level).unsqueeze(0).to(self._device) for level in levels]
        sound: NDArray[np.float32] = self._model.decode(codes)[0, 0].float().cpu().numpy()
        return sound
