"""Which layout a folder of weights has, told from file names and small JSON files."""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

LayoutKind = Literal["hub_cache", "diffusers", "original", "collection", "files", "empty"]

_MAX_FILES = 20_000
_MAX_DEPTH = 5
_MAX_INDEX = 20_000_000
_MAX_SHARDS = 1000
_SHARD = re.compile(r"(?P<start>.*-)\d{5}-of-(?P<count>\d{5})(?P<end>\.\w+)")
_WEIGHTS = (".safetensors", ".pt", ".pth", ".bin", ".torchscript", ".task", ".ckpt")
_ORIGINAL_MARKS = ("Wan2.1_VAE.pth", "models_t5_umt5-xxl-enc-bf16.pth")
_COLLECTION_FOLDERS = ("checkpoints", "loras", "stable-diffusion", "lora", "vae", "diffusion_models", "text_encoders")


@dataclass(frozen=True)
class Layout:
    """What a folder is, and a sentence about it when it cannot be used as it is."""

    kind: LayoutKind
    explanation: str = ""


def recognise(folder: Path) -> Layout:
    """Tell the layout of a folder from the names in it; nothing is loaded."""
    names = _names(folder)
    if not names:
        return Layout("empty")
    if any(name.startswith("models--") for name in names):
        return Layout("hub_cache")
    if "model_index.json" in names:
        return Layout("diffusers")
    marks = [mark for mark in _ORIGINAL_MARKS if mark in names]
    if marks:
        return Layout(
            "original",
            f'"{folder.name}" has the original layout ({", ".join(marks)}); '
            "shots convert it while it loads. The diffusers layout, which has a model_index.json, loads faster: "
            f'get "{diffusers_name(folder.name)}".',
        )
    lowered = {name.lower() for name in names}
    if any(name in lowered for name in _COLLECTION_FOLDERS) or "models" in lowered:
        return Layout("collection")
    return Layout("files")


def diffusers_name(name: str) -> str:
    """The repository that has the weights of an original-layout folder in the diffusers layout."""
    return name if name.endswith("-Diffusers") else f"{name}-Diffusers"


def walk_files(folder: Path, *, weights_only: bool = False) -> Iterator[Path]:
    """Yield the files below a folder, following links, each place once: link loops end, and so does a huge folder.

    At most 20 000 entries and five levels are looked at.
    """
    seen: set[tuple[int, int]] = set()
    looked = 0
    pending = [(folder, 0)]
    while pending:
        place, depth = pending.pop()
        try:
            status = place.stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            entries = sorted(os.scandir(place), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            looked += 1
            if looked > _MAX_FILES:
                return
            try:
                is_folder, is_file = entry.is_dir(), entry.is_file()
            except OSError:
                continue
            if is_folder and depth < _MAX_DEPTH and not entry.name.startswith("."):
                pending.append((Path(entry.path), depth + 1))
            elif is_file and (not weights_only or entry.name.lower().endswith(_WEIGHTS)):
                yield Path(entry.path)


def missing_shards(folder: Path, names: set[str]) -> list[str]:
    """Return the files that an ``*.index.json`` or a name such as ``-00001-of-00006`` promises and that are not there.

    Args:
        folder: where the files lie.
        names: their paths relative to ``folder``, with forward slashes.
    """
    missing: set[str] = set()
    for name in names:
        if shard := _SHARD.fullmatch(name):
            count = min(int(shard["count"]), _MAX_SHARDS)
            wanted = {
                f"{shard['start']}{number:05d}-of-{shard['count']}{shard['end']}" for number in range(1, count + 1)
            }
            missing |= wanted - names
        if not name.endswith(".index.json"):
            continue
        path = folder / name
        try:
            if path.stat().st_size > _MAX_INDEX:
                continue
            weights = json.loads(path.read_bytes()).get("weight_map", {})
            shards = {str(shard) for shard in weights.values()}
        except (OSError, ValueError, AttributeError, RecursionError):
            missing.add(name)
            continue
        parent = name.rpartition("/")[0]
        wanted = {f"{parent}/{shard}" if parent else shard for shard in shards}
        missing |= wanted - names
    return sorted(missing)


def _names(folder: Path) -> set[str]:
    try:
        return {entry.name for entry in os.scandir(folder)}
    except OSError:
        return set()
