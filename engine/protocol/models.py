"""Models as the window sees them: what there is, where it lies, and how a download goes on."""

from typing import Literal

import msgspec

from engine.protocol.errors import Failure


class ModelFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a model, or several by a pattern with ``*``; ``size`` in bytes, 0 when it is not known."""

    name: str
    size: int = 0
    optional: bool = False


ModelKind = Literal["image", "video", "voice", "animate", "train", "morph", "landmarks", "film"]
"""What a model is used for."""

ModelCondition = Literal["missing", "partial", "installed", "found", "damaged", "wrong_layout"]
"""``installed``: complete and its hashes were checked. ``found``: complete in a folder of the person's, not checked."""


class ModelState(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the catalog and what is there of it. Sizes in bytes."""

    id: str
    title: str
    purpose: str
    kinds: tuple[ModelKind, ...]
    condition: ModelCondition
    source: str
    """Where it comes from, in words: a repository, an address or a Python package."""
    licence: str
    licence_url: str = ""
    must_accept: bool = False
    """The licence has to be accepted before the download."""
    accepted: bool = False
    size: int = 0
    """Of all files; from the catalog until it is known exactly."""
    size_inferred: bool = False
    """True when ``size`` was deduced and not read anywhere."""
    have: int = 0
    """Bytes that are there already."""
    memory: int = 0
    """What it takes on a graphics card in 16 bit, 0 for very little."""
    path: str = ""
    """Where it lies, empty when it is not there."""
    read_only: bool = False
    """It lies in a folder that is only read, so it cannot be removed from here."""
    built_in: bool = False
    """It is part of the installation."""
    fetchable: bool = True
    """It has a source on the network; files that only the person has do not."""
    files: tuple[ModelFile, ...] = ()
    note: str = ""


DownloadPhase = Literal[
    "waiting", "asking", "checking_disk", "downloading", "checking", "paused", "done", "failed", "cancelled"
]
"""``waiting``: another download runs first. The last three are ends."""


class DownloadState(msgspec.Struct, frozen=True, kw_only=True):
    """How a download goes on."""

    model: str
    phase: DownloadPhase
    done: int = 0
    """Bytes that have arrived, earlier parts included."""
    total: int = 0
    file: str = ""
    rate: float | None = None
    """Bytes per second over the last seconds."""
    remaining: float | None = None
    """Seconds left."""
    failure: Failure | None = None


class WeightFile(msgspec.Struct, frozen=True, kw_only=True):
    """What the header of a .safetensors file tells."""

    path: str
    kind: Literal["lora", "checkpoint", "part", "unknown"]
    family: str
    """``SDXL``, ``SD 1.x``, ``SD 2.x``, ``Flux``, ``Wan``, ... or empty."""
    tensors: int
    size: int
    formats: tuple[str, ...] = ()
    """Number formats of the tensors, the commonest first."""


class LoraInfo(WeightFile, frozen=True, kw_only=True):
    """What the header of a style (LoRA) tells."""

    naming: Literal["diffusers", "peft", "kohya", "kohya-SGM", "original", "unknown"] = "unknown"
    ranks: tuple[int, ...] = ()
    alpha: float | None = None
    """The commonest alpha, None when the file has none (then it counts as 1 x rank)."""
    base_model: str = ""
    title: str = ""
    trigger_words: tuple[str, ...] = ()
    trains_text_encoder: bool = False
    has_bad_numbers: bool = False
    """NaN or infinity among the weights: every picture would be black."""
    thumbnail: str = ""
    notes: str = ""
    fits_sdxl: bool = False
