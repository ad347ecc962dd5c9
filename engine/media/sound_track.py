"""The sound of a movie that is being written: encoded in step with the picture, as long as the picture."""

from collections.abc import Iterator
from typing import cast

import av
import numpy as np
from av.audio.stream import AudioStream
from numpy.typing import NDArray

from engine.media.resample import resample
from engine.protocol.jobs.encode import SoundCodec

RATE = 48_000
_ENCODERS: dict[SoundCodec, tuple[str, str]] = {
    "aac": ("aac", "fltp"),
    "opus": ("libopus", "flt"),
    "pcm": ("pcm_s24le", "s32"),
}
_PCM_CHUNK = 1024


class SoundTrack:
    """Encodes samples for one audio stream.

    Args:
        container: the open output.
        codec: "aac", "opus" or "pcm" (24 bit).
        bitrate: kbit/s for AAC and Opus.
        samples: float32 (n, 1 or 2) in -1..1.
        rate: of ``samples``; they are resampled to 48 kHz.
    """

    def __init__(
        self,
        container: av.container.OutputContainer,
        codec: SoundCodec,
        bitrate: int,
        samples: NDArray[np.float32],
        rate: int,
    ) -> None:
        if samples.ndim != 2 or samples.shape[1] not in (1, 2):
            raise ValueError(f"sound must be (n, 1) or (n, 2), not {samples.shape}")
        self._samples = resample(samples, rate, RATE)
        self._layout = "mono" if samples.shape[1] == 1 else "stereo"
        name, self._format = _ENCODERS[codec]
        self._stream = cast(
            AudioStream, container.add_stream(name, rate=RATE, layout=self._layout, format=self._format)
        )
        if codec != "pcm":
            self._stream.bit_rate = bitrate * 1000
        self._done = 0

    def __len__(self) -> int:
        """Length of the given sound in samples of 48 kHz."""
        return len(self._samples)

    def advance(self, until: int) -> Iterator["av.Packet[AudioStream]"]:
        """Encode whole blocks up to the sample number ``until``."""
        block = self._stream.codec_context.frame_size or _PCM_CHUNK
        while self._done + block <= until:
            yield from self._encode(self._done + block)

    def finish(self, length: int) -> Iterator["av.Packet[AudioStream]"]:
        """Encode the rest up to exactly ``length`` samples: cut, or filled with silence."""
        yield from self.advance(length)
        if self._done < length:
            yield from self._encode(length)
        yield from self._stream.encode(None)

    def _encode(self, end: int) -> list["av.Packet[AudioStream]"]:
        block = np.zeros((end - self._done, self._samples.shape[1]), dtype=np.float32)
        present = self._samples[self._done : end]
        block[: len(present)] = np.clip(np.nan_to_num(present), -1, 1)
        frame = av.AudioFrame.from_ndarray(self._shaped(block), format=self._format, layout=self._layout)
        frame.sample_rate = RATE
        frame.pts = self._done
        frame.time_base = self._stream.codec_context.time_base
        self._done = end
        return list(self._stream.encode(frame))

    def _shaped(self, block: NDArray[np.float32]) -> NDArray[np.float32] | NDArray[np.int32]:
        if self._format == "fltp":
            return np.ascontiguousarray(block.T)
        packed = block.reshape(1, -1)
        if self._format == "s32":
            return (packed.astype(np.float64) * (2**31 - 1)).round().astype(np.int32)
        return packed
