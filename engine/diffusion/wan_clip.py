"""The picture encoder of Wan 2.1: the CLIP vision model of transformers, with weights in the original layout."""

import re
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional
from transformers import CLIPVisionConfig, CLIPVisionModel

from engine.diffusion.weights import State, load_strictly

_MEAN = (0.48145466, 0.4578275, 0.40821073)
_STD = (0.26862954, 0.26130258, 0.27577711)
_PREFIX = "visual."

_RENAMED = (
    (r"^patch_embedding\.", "embeddings.patch_embedding."),
    (r"^pre_norm\.", "pre_layrnorm."),
    (r"^post_norm\.", "post_layernorm."),
    (r"^transformer\.(\d+)\.norm1\.", r"encoder.layers.\1.layer_norm1."),
    (r"^transformer\.(\d+)\.norm2\.", r"encoder.layers.\1.layer_norm2."),
    (r"^transformer\.(\d+)\.attn\.proj\.", r"encoder.layers.\1.self_attn.out_proj."),
    (r"^transformer\.(\d+)\.mlp\.0\.", r"encoder.layers.\1.mlp.fc1."),
    (r"^transformer\.(\d+)\.mlp\.2\.", r"encoder.layers.\1.mlp.fc2."),
)


class WanImageEncoder:
    """Turns a picture into CLIP tokens."""

    def __init__(self, model: Any) -> None:
        self.model = model

    def __call__(self, picture: Tensor) -> Tensor:
        """Return the tokens (1, 257, width), float32 on the CPU, of a picture (1, 3, H, W) in -1..1.

        They come from the layer before the last, without the final norm, as Wan was trained.
        """
        with torch.no_grad():
            pixels = clip_pixels(picture, self.model.config.image_size).to(self.model.device, self.model.dtype)
            states = self.model(pixel_values=pixels, output_hidden_states=True).hidden_states
        tokens: Tensor = states[-2].float().cpu()
        return tokens


def clip_pixels(picture: Tensor, size: int) -> Tensor:
    """Return a picture (1, 3, H, W) in -1..1 as the model was trained to see it, (1, 3, size, size).

    It is squeezed into a square, bicubic, without cropping and without antialiasing.
    """
    square = functional.interpolate(picture.float(), size=(size, size), mode="bicubic", align_corners=False)
    mean, std = (torch.tensor(values).view(1, 3, 1, 1) for values in (_MEAN, _STD))
    return (square * 0.5 + 0.5 - mean) / std


def build_image_model(state: State, name: str, *, dtype: torch.dtype | None = None, heads: int = 16) -> Any:
    """Make the vision model from the original Wan layout (whose text tower is left out), strictly.

    Args:
        state: keys that begin with ``visual.`` are used.
        name: what the weights are called in messages.
        dtype: type of the weights; None keeps the file's.
        heads: attention heads, which the weights do not tell.

    Raises:
        PortraitsError: BAD_MODEL, with the keys that are missing or left over.
    """
    renamed: State = {}
    for key, value in state.items():
        if not key.startswith(_PREFIX) or key == "visual.head":
            continue
        _rename(key.removeprefix(_PREFIX), value, renamed)
    if not renamed:
        renamed = {key.removeprefix("vision_model."): value for key, value in state.items()}
    with torch.device("meta"):
        model = CLIPVisionModel(_config_of(renamed, heads))
    load_strictly(model, renamed, name, dtype=dtype)
    # Not in the file: transformers keeps the row numbers of the position table beside the weights.
    count = model.embeddings.position_embedding.weight.shape[0]
    model.embeddings.position_ids = torch.arange(count).expand(1, -1)
    return model.eval()


def _rename(key: str, value: Tensor, into: State) -> None:
    qkv = re.match(r"^transformer\.(\d+)\.attn\.to_qkv\.(weight|bias)$", key)
    if qkv:
        for part, name in zip(value.chunk(3), ("q", "k", "v"), strict=True):
            into[f"encoder.layers.{qkv[1]}.self_attn.{name}_proj.{qkv[2]}"] = part
    elif key == "cls_embedding":
        into["embeddings.class_embedding"] = value.flatten()
    elif key == "pos_embedding":
        into["embeddings.position_embedding.weight"] = value.squeeze(0)
    else:
        for pattern, replacement in _RENAMED:
            key = re.sub(pattern, replacement, key)
        into[key] = value


def _config_of(state: State, heads: int) -> CLIPVisionConfig:
    """Read the sizes off the weights; where they are missing those of ViT-H/14 are taken."""
    patches = state.get("embeddings.patch_embedding.weight")
    places = state.get("embeddings.position_embedding.weight")
    hidden = state.get("encoder.layers.0.mlp.fc1.weight")
    width, patch = (1280, 14) if patches is None or patches.ndim != 4 else (patches.shape[0], patches.shape[2])
    side = 16 if places is None else round((places.shape[0] - 1) ** 0.5)
    layers = {key.split(".")[2] for key in state if key.startswith("encoder.layers.")}
    return CLIPVisionConfig(
        hidden_size=width,
        intermediate_size=5120 if hidden is None else hidden.shape[0],
        num_hidden_layers=len(layers) or 32,
        num_attention_heads=heads,
        image_size=side * patch,
        patch_size=patch,
        hidden_act="gelu",
    )
