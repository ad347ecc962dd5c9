"""Small pictures, movies and sounds made on the spot, whole and broken."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

RATE = 48_000
PRIMARIES = [
    (255, 0, 0),
    (0, 255, 0),
    (0, 0, 255),
    (255, 255, 0),
    (0, 255, 255),
    (255, 0, 255),
    (255, 255, 255),
    (0, 0, 0),
]


def gradient(width: int = 64, height: int = 48, shift: int = 0) -> NDArray[np.uint8]:
    """A smooth opaque RGBA picture; ``shift`` makes it a different one."""
    x = np.linspace(0, 1, width)[None, :]
    y = np.linspace(0, 1, height)[:, None]
    rgba = np.full((height, width, 4), 255, dtype=np.uint8)
    rgba[..., 0] = 40 + 160 * x + 0 * y
    rgba[..., 1] = 60 + 120 * y + 0 * x
    rgba[..., 2] = (90 + 60 * (x + y) + 3 * shift).clip(0, 255)
    return rgba


def colour_bars(width: int = 64, height: int = 48) -> NDArray[np.uint8]:
    """Eight vertical bars of the primary colours, white and black."""
    rgba = np.full((height, width, 4), 255, dtype=np.uint8)
    for index, colour in enumerate(PRIMARIES):
        rgba[:, index * width // 8 : (index + 1) * width // 8, :3] = colour
    return rgba


def counted(number: int, width: int = 64, height: int = 48) -> NDArray[np.uint8]:
    """A grey picture that carries ``number`` (0..255) as eight black or white blocks; it survives compression."""
    rgba = np.full((height, width, 4), 128, dtype=np.uint8)
    rgba[..., 3] = 255
    for bit in range(8):
        rgba[: height // 2, bit * width // 8 : (bit + 1) * width // 8, :3] = 255 if number >> bit & 1 else 0
    return rgba


def count_in(rgba: NDArray[np.uint8]) -> int:
    """Read the number out of a picture that :func:`counted` made."""
    height, width = rgba.shape[:2]
    blocks = [rgba[height // 4, (2 * bit + 1) * width // 16, 0] > 127 for bit in range(8)]
    return sum(int(is_set) << bit for bit, is_set in enumerate(blocks))


def psnr(first: NDArray[np.uint8], second: NDArray[np.uint8]) -> float:
    """Peak signal-to-noise ratio of the colours in dB; 99 when they are equal."""
    error = float(np.mean((first[..., :3].astype(np.float64) - second[..., :3]) ** 2))
    return 99.0 if error == 0 else 10 * np.log10(255**2 / error)


def clicks(seconds: float, at: Sequence[int], rate: int = RATE, channels: int = 2) -> NDArray[np.float32]:
    """Silence with a short loud tone burst, strongest at each sample number of ``at``."""
    samples = np.zeros((round(seconds * rate), channels), dtype=np.float32)
    for position in at:
        samples[position] = 0.9
    return samples


def save_picture(path: Path, rgba: NDArray[np.uint8]) -> Path:
    """Save RGBA by Pillow in the format of the suffix."""
    Image.fromarray(rgba if path.suffix in (".png", ".webp", ".tif") else rgba[..., :3]).save(path)
    return path


def save_movie(
    path: Path,
    times: Sequence[Fraction | int | float],
    *,
    size: tuple[int, int] = (64, 48),
    rotation: int = 0,
    sound: NDArray[np.float32] | None = None,
    sound_rate: int = RATE,
    layout: str = "stereo",
    options: dict[str, str] | None = None,
    pixel_shape: Fraction | None = None,
    busy: bool = False,
) -> Path:
    """Write H.264 frames :func:`counted` 0, 1, ... at any times in seconds, with AAC sound, by PyAV alone.

    ``busy`` fills the lower half with noise, so that every frame needs some kilobytes.
    """
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=24, options={"preset": "ultrafast", "crf": "15"} | (options or {}))
        video.width, video.height, video.pix_fmt = *size, "yuv420p"
        video.codec_context.time_base = Fraction(1, 1000)
        if pixel_shape is not None:
            video.codec_context.sample_aspect_ratio = pixel_shape
        if rotation:
            video.set_display_rotation(rotation)
        audio = None
        if sound is not None:
            audio = container.add_stream("aac", rate=sound_rate, layout=layout)
        noise = np.random.default_rng(2)
        for number, time in enumerate(times):
            rgba = counted(number, *size)
            if busy:
                rgba[size[1] // 2 :, :, :3] = noise.integers(0, 256, (size[1] - size[1] // 2, size[0], 3))
            frame = av.VideoFrame.from_ndarray(rgba, format="rgba").reformat(format="yuv420p")
            frame.pts, frame.time_base = round(time * 1000), Fraction(1, 1000)
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
        if audio is not None and sound is not None:
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound.T), format="fltp", layout=layout)
            frame.sample_rate, frame.pts = sound_rate, 0
            container.mux(audio.encode(frame))
            container.mux(audio.encode(None))
    return path


def evenly(count: int, fps: int = 24) -> list[Fraction]:
    """The times of ``count`` frames."""
    return [Fraction(number, fps) for number in range(count)]


def leftovers(folder: Path) -> list[str]:
    """Every name in a folder, hidden ones too."""
    return sorted(entry.name for entry in folder.iterdir())
