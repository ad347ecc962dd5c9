"""Builds the parts of a shot model from a folder of either layout."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch

from engine.diffusion.memory import is_out_of_memory
from engine.diffusion.quiet import quiet_libraries
from engine.diffusion.reasons import first_line
from engine.diffusion.wan_clip import WanImageEncoder, build_image_model
from engine.diffusion.wan_text import build_text_model
from engine.diffusion.wan_vae import build_wan_vae
from engine.diffusion.weights import State, load_strictly, read_state, weight_files
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.video.files import ShotFiles
from engine.video.pixels import Rgb, to_signed

ORIGINAL_VAE = "Wan2.1_VAE.pth"
ORIGINAL_TEXT = "models_t5_umt5-xxl-enc-bf16.pth"
ORIGINAL_PICTURE = "models_clip_open-clip-xlm-roberta-large-vit-huge-14.pth"
ORIGINAL_WORDS = "google/umt5-xxl"

PictureEncoder = Callable[[Rgb], Any]
"""Turns uint8 pictures (n, height, width, 3) into tokens (n, tokens, width), float32 on the processor."""


def load_transformer(files: ShotFiles, dtype: Any) -> Any:
    """Return the transformer in main memory. Norms, time embedding and modulation stay float32, as diffusers wants.

    Raises:
        PortraitsError: BAD_MODEL or MODEL_MISSING.
    """
    from diffusers import SkyReelsV2Transformer3DModel

    if files.layout == "original":
        return _converted_transformer(files, dtype)
    return _from_pretrained(SkyReelsV2Transformer3DModel, files, "transformer", dtype).eval()


def load_vae(files: ShotFiles, dtype: Any) -> Any:
    """Return the VAE in main memory; raises as :func:`load_transformer`."""
    from diffusers import AutoencoderKLWan

    if files.layout == "original":
        path = files.path / ORIGINAL_VAE
        return build_wan_vae(read_state(path), f"The VAE in {quoted(files.path)}", dtype=dtype).model
    return _from_pretrained(AutoencoderKLWan, files, "vae", dtype).eval()


def load_text_encoder(files: ShotFiles, dtype: Any) -> tuple[Any, Any]:
    """Return the tokenizer and umT5; raises as :func:`load_transformer`."""
    from transformers import AutoTokenizer, UMT5EncoderModel

    if files.layout == "original":
        encoder = build_text_model(
            read_state(files.path / ORIGINAL_TEXT), f"The text encoder in {quoted(files.path)}", dtype=dtype
        )
        with _explained(files), quiet_libraries():
            return AutoTokenizer.from_pretrained(files.path / ORIGINAL_WORDS, local_files_only=True), encoder
    encoder = _from_pretrained(UMT5EncoderModel, files, "text_encoder", dtype).eval()
    with _explained(files), quiet_libraries():
        return AutoTokenizer.from_pretrained(files.path / "tokenizer", local_files_only=True), encoder


def load_picture_encoder(files: ShotFiles, dtype: Any) -> tuple[Any, PictureEncoder]:
    """Return CLIP's vision model, and the function that encodes with it; raises as :func:`load_transformer`."""
    if files.layout == "original":
        state = read_state(files.path / ORIGINAL_PICTURE)
        model = build_image_model(state, f"The picture encoder in {quoted(files.path)}", dtype=dtype)
        encoder = WanImageEncoder(model)

        def encode_square(pictures: Rgb) -> Any:
            return torch.cat([encoder(to_signed(picture[None])) for picture in pictures])

        return model, encode_square
    from transformers import CLIPImageProcessor, CLIPVisionModel

    model = _from_pretrained(CLIPVisionModel, files, "image_encoder", dtype).eval()
    with _explained(files), quiet_libraries():
        processor = CLIPImageProcessor.from_pretrained(files.path / "image_processor", local_files_only=True)

    def encode(pictures: Rgb) -> Any:
        """The layer before the last, without the final norm, as the pipeline of diffusers takes it."""
        seen = processor(images=list(pictures), return_tensors="pt").pixel_values
        with torch.no_grad():
            states = model(pixel_values=seen.to(model.device, model.dtype), output_hidden_states=True).hidden_states
        return states[-2].float().cpu()

    return model, encode


def scheduler_config(files: ShotFiles) -> dict[str, Any]:
    """Return the settings of the published scheduler: UniPC on the flow, of order 2."""
    from diffusers import UniPCMultistepScheduler

    if files.layout == "original":
        return {"prediction_type": "flow_prediction", "use_flow_sigmas": True, "num_train_timesteps": 1000}
    with _explained(files), quiet_libraries():
        config = UniPCMultistepScheduler.load_config(files.path / "scheduler", local_files_only=True)
    return dict(config)


def _from_pretrained(kind: Any, files: ShotFiles, part: str, dtype: Any) -> Any:
    if not (files.path / part).is_dir():
        raise PortraitsError(
            ErrorCode.MODEL_MISSING,
            f"{files.title} is not complete: its folder {part} is missing.",
            "Download the model again, or choose another.",
        )
    with _explained(files), quiet_libraries():
        return kind.from_pretrained(files.path / part, local_files_only=True, use_safetensors=True, dtype=dtype)


@contextmanager
def _explained(files: ShotFiles) -> Iterator[None]:
    """Put what the libraries raise about a folder into words."""
    try:
        yield
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError) as error:
        if is_out_of_memory(error):
            raise
        missing = isinstance(error, FileNotFoundError) or "no file named" in str(error).lower()
        raise PortraitsError(
            ErrorCode.MODEL_MISSING if missing else ErrorCode.BAD_MODEL,
            f"{files.title} {'is not complete' if missing else 'cannot be loaded'}: {first_line(error)}.",
            "Download the model again, or choose another.",
        ) from error


def _converted_transformer(files: ShotFiles, dtype: Any) -> Any:
    """Read the shards of an original folder one after another, each in the wanted format before the next is read."""
    from diffusers import SkyReelsV2Transformer3DModel
    from diffusers.models.transformers.transformer_skyreels_v2 import SkyReelsV2RotaryPosEmbed

    state: State = {}
    kept = tuple(SkyReelsV2Transformer3DModel._keep_in_fp32_modules)
    for path in _original_weights(files.path):
        for name, value in renamed(read_state(path)).items():
            wanted = torch.float32 if any(part in name for part in kept) else dtype
            state[name] = value.to(wanted) if value.is_floating_point() else value
    sizes = _sizes(files, state)
    with torch.device("meta"):
        model: Any = SkyReelsV2Transformer3DModel(**sizes)
    load_strictly(model, state, f"The transformer in {quoted(files.path)}")
    # Its tables are computed and in no file; on the device "meta" they came out empty.
    model.rope = SkyReelsV2RotaryPosEmbed(sizes["attention_head_dim"], (1, 2, 2), 1024)
    return model.eval()


def renamed(state: State) -> State:
    """Return the transformer's tensors of the original layout under the names of diffusers.

    The library's own map for Wan models, and what SkyReels-V2 adds to them: the embedding of the frame rate and the
    places of two pictures.
    """
    from diffusers.loaders.single_file_utils import convert_wan_transformer_to_diffusers

    converted: State = convert_wan_transformer_to_diffusers(dict(state))
    return {_added(name): value for name, value in converted.items()}


def _added(name: str) -> str:
    name = re.sub(r"^fps_projection\.0\.", "fps_projection.net.0.proj.", name)
    name = re.sub(r"^fps_projection\.2\.", "fps_projection.net.2.", name)
    return re.sub(r"^img_emb\.emb_pos$", "condition_embedder.image_embedder.pos_embed", name)


def _original_weights(folder: Path) -> list[Path]:
    """The transformer's files only; the folder's pickles are other parts."""
    if not any(folder.glob("*.safetensors")):
        raise PortraitsError(
            ErrorCode.MODEL_MISSING,
            f"{quoted(folder)} has no .safetensors file with the transformer.",
            "Download the model again, or choose another.",
        )
    return weight_files(folder)


def _sizes(files: ShotFiles, state: State) -> dict[str, Any]:
    shape = files.shape
    picture = state.get("condition_embedder.image_embedder.norm1.weight")
    places = state.get("condition_embedder.image_embedder.pos_embed")
    time = state.get("condition_embedder.time_embedder.linear_1.weight")
    text = state.get("condition_embedder.text_embedder.linear_1.weight")
    patches = state.get("patch_embedding.weight")
    return {
        "patch_size": (1, 2, 2),
        "num_attention_heads": shape.heads,
        "attention_head_dim": shape.width // max(shape.heads, 1),
        "num_layers": shape.layers,
        "ffn_dim": shape.feed_forward,
        "in_channels": 16 if patches is None else patches.shape[1],
        "out_channels": 16,
        "text_dim": shape.text_width if text is None else text.shape[1],
        "freq_dim": 256 if time is None else time.shape[1],
        "image_dim": None if picture is None else picture.shape[0],
        "added_kv_proj_dim": None if picture is None else shape.width,
        "pos_embed_seq_len": None if places is None else places.shape[1],
        "inject_sample_info": "fps_embedding.weight" in state,
    }
