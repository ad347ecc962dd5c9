"""What a style (LoRA) or checkpoint is, told from its header before anything is loaded."""

import contextlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from safetensors import safe_open

from engine.models.header import Header, has_bad_numbers, read_header
from engine.models.layouts import walk_files
from engine.protocol.errors import PortraitsError
from engine.protocol.models import LoraInfo, WeightFile

Naming = Literal["diffusers", "peft", "kohya", "kohya-SGM", "original", "unknown"]

_DOWN = (".lora_down.weight", ".lora_A.weight", ".lora.down.weight", ".lora_A.default.weight")
_UP = (".lora_up.weight", ".lora_B.weight", ".lora.up.weight", ".lora_B.default.weight")
_THUMBNAILS = (".preview.png", ".png", ".preview.jpg", ".jpg", ".jpeg", ".webp")
_MAX_NOTES = 20_000
_MAX_TAGS = 12
_SGM_BLOCKS = re.compile(r"lora_unet_(input_blocks|middle_block|output_blocks)_")
_TEXT_WIDTH = re.compile(r"attn2[._]to_k")
_BASES = (
    (re.compile(r"sdxl|stable-diffusion-xl|sd_xl|pony|illustrious|noob", re.IGNORECASE), "SDXL"),
    (re.compile(r"flux", re.IGNORECASE), "Flux"),
    (re.compile(r"wan|skyreels", re.IGNORECASE), "Wan"),
    (re.compile(r"hunyuan", re.IGNORECASE), "Hunyuan"),
    (re.compile(r"sd3|stable-diffusion-v3|stable-diffusion-3", re.IGNORECASE), "SD 3"),
    (re.compile(r"sd_v2|stable-diffusion-v2|sd2", re.IGNORECASE), "SD 2.x"),
    (re.compile(r"sd_v1|stable-diffusion-v1|sd1|sd_1\.5", re.IGNORECASE), "SD 1.x"),
)


def inspect(path: Path, *, read_numbers: bool = True) -> WeightFile:
    """Describe a .safetensors file: a :class:`LoraInfo` for a style, a plain :class:`WeightFile` for anything else.

    Args:
        path: the file.
        read_numbers: look for infinite and undefined values, which reads the whole file of a style.

    Raises:
        PortraitsError: MISSING_INPUT or BAD_MODEL, see :func:`engine.models.header.read_header`.
    """
    header = read_header(path)
    size = path.stat().st_size
    if any(name.endswith((*_DOWN, *_UP)) for name in header.tensors):
        return _lora(path, header, size, read_numbers=read_numbers)
    kind, family = _whole_model(header)
    return WeightFile(
        path=str(path), kind=kind, family=family, tensors=len(header.tensors), size=size, formats=header.formats
    )


def found_weights(folders: Iterable[Path]) -> Iterator[WeightFile]:
    """Describe every .safetensors file below some folders by its header; files that are no such thing are left out."""
    for folder in folders:
        for path in walk_files(folder, weights_only=True):
            if path.suffix.lower() == ".safetensors":
                with contextlib.suppress(PortraitsError):
                    yield inspect(path, read_numbers=False)


def _lora(path: Path, header: Header, size: int, *, read_numbers: bool) -> LoraInfo:
    names = list(header.tensors)
    metadata = header.metadata
    ranks = Counter(
        header.tensors[name].shape[0] for name in names if name.endswith(_DOWN) and header.tensors[name].shape
    )
    family = _family(header)
    return LoraInfo(
        path=str(path),
        kind="lora",
        family=family,
        tensors=len(names),
        size=size,
        formats=header.formats,
        naming=_naming(names),
        ranks=tuple(rank for rank, _ in ranks.most_common(8)),
        alpha=_alpha(path, header),
        base_model=metadata.get("ss_base_model_version") or metadata.get("modelspec.architecture", ""),
        title=metadata.get("modelspec.title") or metadata.get("ss_output_name", ""),
        trigger_words=_trigger_words(metadata),
        trains_text_encoder=any("lora_te" in name or "text_encoder" in name for name in names),
        has_bad_numbers=read_numbers and has_bad_numbers(path),
        thumbnail=_beside(path, _THUMBNAILS),
        notes=_notes(path),
        fits_sdxl=family == "SDXL",
    )


def _family(header: Header) -> str:
    """The keys decide; what the maker wrote is only asked when they say nothing."""
    names = header.tensors
    if any(mark in name for name in names for mark in ("double_blocks", "single_transformer_blocks", "single_blocks")):
        return "Flux"
    if any("lora_te2_" in name or "text_encoder_2" in name for name in names):
        return "SDXL"
    if any(re.match(r"(diffusion_model\.)?blocks\.\d+\.(self_attn|cross_attn|ffn)", name) for name in names):
        return "Wan"
    if any(re.match(r"transformer\.blocks\.\d+\.(attn1|attn2|ffn)", name) for name in names):
        return "Wan"
    widths = {
        tensor.shape[1]
        for name, tensor in names.items()
        if _TEXT_WIDTH.search(name) and name.endswith(_DOWN) and len(tensor.shape) >= 2
    }
    for width, family in ((2048, "SDXL"), (1024, "SD 2.x"), (768, "SD 1.x")):
        if width in widths:
            return family
    # Only SDXL has ten transformer blocks in one place.
    if any(re.search(r"transformer_blocks[._][3-9][._]", name) and "unet" in name for name in names):
        return "SDXL"
    if any(name.startswith("transformer.") for name in names):
        return "Flux"
    written = " ".join(header.metadata.get(key, "") for key in ("ss_base_model_version", "modelspec.architecture"))
    return next((family for pattern, family in _BASES if pattern.search(written)), "")


def _naming(names: Iterable[str]) -> Naming:
    names = list(names)
    if any(_SGM_BLOCKS.match(name) for name in names):
        return "kohya-SGM"
    if any(name.startswith(("lora_unet_", "lora_te_", "lora_te1_", "lora_te2_")) for name in names):
        return "kohya"
    if any(name.startswith("base_model.model.") for name in names):
        return "peft"
    if any(name.startswith(("unet.", "text_encoder.", "text_encoder_2.", "transformer.")) for name in names):
        return "diffusers"
    if any(name.startswith("diffusion_model.") for name in names):
        return "original"
    return "unknown"


def _whole_model(header: Header) -> tuple[Literal["checkpoint", "part", "unknown"], str]:
    names = header.tensors
    if any(name.startswith("conditioner.embedders.1.") for name in names):
        return "checkpoint", "SDXL"
    if any(name.startswith("cond_stage_model.transformer.") for name in names):
        return "checkpoint", "SD 1.x"
    if any(name.startswith("cond_stage_model.model.") for name in names):
        return "checkpoint", "SD 2.x"
    if any("double_blocks" in name for name in names):
        return "part", "Flux"
    if any(re.match(r"(model\.diffusion_model\.)?blocks\.\d+\.(self_attn|attn1)", name) for name in names):
        return "part", "Wan"
    if any(name.startswith(("down_blocks.", "encoder.down")) for name in names):
        return "part", ""
    return "unknown", ""


def _trigger_words(metadata: dict[str, str]) -> tuple[str, ...]:
    """The words that call a style: what its maker says, else the tags that most training pictures had."""
    said = metadata.get("modelspec.trigger_phrase") or metadata.get("trigger_words") or ""
    if said:
        return tuple(word.strip() for word in said.split(",") if word.strip())[:_MAX_TAGS]
    try:
        folders = json.loads(metadata.get("ss_tag_frequency", "{}"))
        counts: Counter[str] = Counter()
        for tags in folders.values():
            counts.update({str(tag).strip(): int(count) for tag, count in tags.items()})
    except (ValueError, AttributeError, TypeError, OverflowError, RecursionError):
        return ()
    return tuple(tag for tag, _ in counts.most_common(_MAX_TAGS) if tag)


def _beside(path: Path, suffixes: Iterable[str]) -> str:
    for suffix in suffixes:
        candidate = path.with_name(path.stem + suffix)
        if candidate.is_file():
            return str(candidate)
    return ""


def _notes(path: Path) -> str:
    """The text that a person or another program put beside the file."""
    for suffix in (".txt", ".md", ".json"):
        candidate = path.with_name(path.stem + suffix)
        try:
            with candidate.open("rb") as file:
                text = file.read(_MAX_NOTES).decode("utf-8", "replace")
        except OSError:
            continue
        if suffix != ".json":
            return text.strip()
        try:
            found = json.loads(text)
            return str(found.get("notes") or found.get("description") or "").strip()
        except (ValueError, AttributeError, RecursionError):
            continue
    return ""


def _alpha(path: Path, header: Header) -> float | None:
    """The maker's figure, else the first of the file's own ``.alpha`` values."""
    written = _number(header.metadata.get("ss_network_alpha"))
    if written is not None:
        return written
    name = next((name for name in header.tensors if name.endswith(".alpha")), None)
    if name is None or header.tensors[name].values != 1 or header.tensors[name].format not in ("F16", "F32", "F64"):
        return None
    with safe_open(path, framework="numpy") as file:
        return float(file.get_tensor(name).reshape(()))


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None
