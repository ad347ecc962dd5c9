"""The workloads of the models that the program speaks of, from their published configurations.

Parameter counts were counted on the published configurations; the factors of the values held beside the weights and of
the operations were counted with torch's fake tensors on the full-size networks (``tests/devices/test_architectures.py``
counts them again).
"""

from dataclasses import dataclass, replace
from typing import Literal

from engine.devices.workload import Part, Stage, Workload


@dataclass(frozen=True)
class TransformerShape:
    """A video transformer. ``patch`` is the side of a token in latent pixels."""

    name: str
    layers: int
    width: int
    feed_forward: int
    parameters: int
    patch: int = 2

    def pass_operations(self, tokens: float) -> float:
        """Operations of one forward pass: linear layers on every token, and attention between all tokens.

        Self-attention has four ``width x width`` matrices, cross-attention two on the vision tokens.
        """
        linear = 12 * self.width**2 + 4 * self.width * self.feed_forward
        return self.layers * (linear * tokens + 4 * tokens**2 * self.width)

    def values(self, tokens: float) -> float:
        """Numbers held at the busiest moment of a pass, counted for 1.3B (24 697 per token) and 14B (57 095)."""
        return (6.91 * self.width + 1.573 * self.feed_forward) * tokens


SKYREELS: dict[str, TransformerShape] = {
    "1.3B": TransformerShape("SkyReels-V2 1.3B", 30, 1536, 8960, 1_436_000_000),
    "14B": TransformerShape("SkyReels-V2 14B", 40, 5120, 13824, 14_288_500_000),
    "14B-I2V": TransformerShape("SkyReels-V2 I2V 14B", 40, 5120, 13824, 16_394_900_000),
}
MVDIT: dict[str, TransformerShape] = {
    "7B": TransformerShape("MV-DiT 7B", 42, 3072, 12288, 7_157_000_000),
    "17B": TransformerShape("MV-DiT 17B", 40, 5120, 13824, 17_444_000_000),
}

_UMT5 = Part("UMT5-xxl", "video_text", 5_680_900_000, 256_384 * 4096, encoder=True, shrinks=True)
_UMT5_OPERATIONS = 4.74e12
_UMT5_VALUES = 63e6
_WAN_VAE = Part("Wan VAE", "video_vae", 126_900_000, 384 * 384 * 27)
_COGVIDEOX_VAE = Part("CogVideoX VAE", "video_vae", 215_600_000, 512 * 512 * 27)
_WAN_VAE_VALUES = 4900
_WAN_VAE_OPERATIONS = 3.378e7
_WAN_VAE_FIRST = 1.074e7
_VIDEO_TILE = 256
_TILING_EXTRA = 1.56
_CLIP_H = Part("CLIP ViT-H/14", "video_text", 632_000_000, 1280 * 5120, encoder=True)

_UNET = Part("SDXL UNet", "image", 2_567_463_684, 1280 * 10240, shrinks=True)
_CLIPS = Part("CLIP-L and OpenCLIP bigG", "image", 817_700_000, 49_408 * 1280, encoder=True)
_SDXL_VAE = Part("SDXL VAE", "image_vae", 83_653_863, 512 * 512 * 9)
_UNET_VALUES = 5084
_UNET_OPERATIONS = 3.62e8
_SDXL_VAE_VALUES = 768.2
_SDXL_VAE_OPERATIONS = 9.461e6
_PICTURE_TILE = 1024

_MAYA1 = Part("Maya1", "language", 3_301_000_000, 156_960 * 3072)
_MAYA1_INT8 = replace(_MAYA1, name="Maya1 in 8 bit", eight_bit=_MAYA1.parameters - 156_960 * 3072)
_SNAC = Part("SNAC decoder", "codec", 19_843_000, 1024 * 1024 * 7)
_MAYA1_CACHE_VALUES = 57_344
_MAYA1_VOCABULARY = 156_960
_TOKENS_PER_SECOND = 24_000 / 2048 * 7
_SNAC_OPERATIONS = 1.7e10
_SNAC_VALUES = 60_000_000

# Files of 8-bit pictures and H.264 at the default quality, bytes per pixel; measured on portraits, they vary twofold.
_PNG_BYTES = 1.6
_MOVIE_BYTES = 0.04


def picture_workload(width: int, height: int, *, steps: int = 2, pictures: int = 1, guided: bool = False) -> Workload:
    """SDXL and SDXL Turbo: ``pictures`` of one batch, ``guided`` when a guidance scale above 1 doubles the work."""
    latents = (width / 8) * (height / 8)
    batch = pictures * (2 if guided else 1)
    pixels = width * height
    attention = 4 * 640 * 10 * (latents / 4) ** 2 + 4 * 1280 * 60 * (latents / 16) ** 2
    decode = _SDXL_VAE_VALUES * pixels
    return Workload(
        (
            Stage(_CLIPS, values=2e6 * batch, operations=2 * _CLIPS.parameters * 77 * batch),
            Stage(
                _UNET,
                values=_UNET_VALUES * latents * batch,
                operations=steps * batch * (_UNET_OPERATIONS * latents + attention),
                passes=steps,
            ),
            Stage(
                _SDXL_VAE,
                values=decode * pictures,
                values_sliced=decode,
                values_tiled=min(decode, _SDXL_VAE_VALUES * _PICTURE_TILE**2 + 6 * pixels),
                operations=pictures * (_SDXL_VAE_OPERATIONS * pixels + 4 * 512 * latents**2),
            ),
        ),
        result=round(_PNG_BYTES * pixels * pictures),
    )


def shot_workload(
    model: Literal["1.3B", "14B", "14B-I2V"] | TransformerShape,
    width: int,
    height: int,
    frames: int,
    *,
    steps: int = 50,
    guided: bool = True,
) -> Workload:
    """SkyReels-V2: words (or a picture) to a movie of ``frames`` (4k+1) at ``width`` x ``height`` pixels."""
    shape = model if isinstance(model, TransformerShape) else SKYREELS[model]
    passes = steps * (2 if guided else 1)
    encoders = [Stage(_UMT5, values=_UMT5_VALUES, operations=2 * _UMT5_OPERATIONS)]
    if shape is SKYREELS["14B-I2V"]:
        encoders.append(Stage(_CLIP_H, values=4e6, operations=2 * _CLIP_H.parameters * 257))
    return Workload(
        (*encoders, _denoising(shape, width, height, frames, passes), _wan_decoding(width, height, frames)),
        result=round(_MOVIE_BYTES * width * height * frames),
    )


def animation_workload(
    model: Literal["7B", "17B"],
    width: int = 512,
    height: int = 512,
    *,
    clips: int = 1,
    steps: int = 50,
    guided: bool = True,
    rows: int = 1,
) -> Workload:
    """MV-DiT: ``clips`` of 49 frames; the 7B has no text, the 17B uses the Wan text and picture encoders.

    With two ``rows`` both halves of the guidance go through the model in one batch.
    """
    shape, frames = MVDIT[model], 49
    passes = clips * steps * (2 if guided else 1)
    denoising = _denoising(shape, width, height, frames, passes, rows)
    result = round(_MOVIE_BYTES * width * height * frames * clips)
    if model == "7B":
        return Workload((denoising, _decoding(_COGVIDEOX_VAE, width, height, frames, clips)), result)
    text = Stage(_UMT5, values=_UMT5_VALUES, operations=2 * _UMT5_OPERATIONS)
    picture = Stage(_CLIP_H, values=4e6, operations=2 * _CLIP_H.parameters * 257)
    return Workload((text, picture, denoising, _wan_decoding(width, height, frames, clips)), result)


def speech_workload(seconds: float, *, int8: bool = False) -> Workload:
    """Maya1 and SNAC: ``seconds`` of speech, made token by token in pieces of at most 2048 tokens.

    With ``int8`` the linear layers of Maya1's blocks have 8-bit weights; the table of tokens keeps the number format.
    """
    tokens = seconds * _TOKENS_PER_SECOND
    kept = min(tokens + 200, 2048 + 200)
    return Workload(
        (
            Stage(
                _MAYA1_INT8 if int8 else _MAYA1,
                values=kept * _MAYA1_CACHE_VALUES + 4 * _MAYA1_VOCABULARY,
                operations=2 * _MAYA1.parameters * tokens,
                passes=round(tokens),
                memory_bound=True,
            ),
            Stage(_SNAC, values=_SNAC_VALUES, operations=_SNAC_OPERATIONS * seconds),
        ),
        result=round(seconds * 48_000),
    )


def _denoising(shape: TransformerShape, width: int, height: int, frames: int, passes: int, rows: int = 1) -> Stage:
    latent_frames = (frames - 1) // 4 + 1
    tokens = latent_frames * (height / 8 / shape.patch) * (width / 8 / shape.patch)
    largest = shape.width * shape.feed_forward
    part = Part(shape.name, "video", shape.parameters, largest, shrinks=True)
    operations = passes * shape.pass_operations(tokens)
    return Stage(part, values=rows * shape.values(tokens), operations=operations, passes=passes)


def _wan_decoding(width: int, height: int, frames: int, clips: int = 1) -> Stage:
    return _decoding(_WAN_VAE, width, height, frames, clips)


def _decoding(part: Part, width: int, height: int, frames: int, clips: int) -> Stage:
    """The VAE decodes four frames at a time, so only the finished frames grow with the length."""
    pixels, finished = width * height, 3 * width * height * frames
    tile = min(pixels, _VIDEO_TILE**2)
    operations = clips * pixels * (_WAN_VAE_FIRST + _WAN_VAE_OPERATIONS * ((frames - 1) // 4))
    return Stage(
        part,
        values=_WAN_VAE_VALUES * pixels + finished,
        values_tiled=_WAN_VAE_VALUES * tile + 2 * finished,
        operations=operations * _TILING_EXTRA,
    )
