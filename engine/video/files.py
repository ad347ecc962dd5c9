"""Finds the files of a shot model and tells from its small files what it is; nothing is loaded."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from engine.devices.architectures import TransformerShape
from engine.models.catalog import Entry, HubSource
from engine.models.header import read_header
from engine.models.layouts import recognise
from engine.models.store import Store
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.video_models import Task, VideoModel, model_named

FAMILY = "Wan"
"""As the header of a style tells it: SkyReels-V2 has the transformer of Wan 2.1."""

_PIPELINE = "SkyReelsV2"
_FORCING = "SkyReelsV2DiffusionForcing"
_MAX_JSON = 1_000_000
_LIBRARIES = frozenset({"diffusers", "transformers", None})


@dataclass(frozen=True)
class NetworkShape:
    """The sizes of a transformer that the memory depends on, and what it takes beside words."""

    layers: int
    width: int
    feed_forward: int
    heads: int
    text_width: int
    has_picture: bool
    has_pair: bool
    has_rate: bool

    @property
    def parameters(self) -> int:
        """How many values it has: blocks, then the embeddings of time, words and picture. Counted within 0.3 %."""
        width = self.width
        block = (10 if self.has_picture else 8) * width**2 + 2 * width * self.feed_forward
        embeddings = (6 + 1 + 1) * width**2 + (self.text_width + 256) * width
        rate = 7 * width**2 if self.has_rate else 0
        return self.layers * block + embeddings + rate

    def workload_shape(self, name: str) -> TransformerShape:
        """Return the shape as the planner takes it."""
        return TransformerShape(name, self.layers, self.width, self.feed_forward, self.parameters)


@dataclass(frozen=True)
class ShotFiles:
    """A model that makes shots, as it lies on the disk.

    Attributes:
        name: as the person asked for it.
        title: for messages.
        path: its folder.
        layout: ``diffusers``, or ``original`` as the authors publish it.
        published: which published model it is, as far as its name tells.
        forcing: frames have noise levels of their own, so that long shots can be made.
        shape: of its transformer.
    """

    name: str
    title: str
    path: Path
    layout: Literal["diffusers", "original"]
    published: VideoModel | None
    forcing: bool
    shape: NetworkShape

    @property
    def text_parameters(self) -> int:
        """How many values the text encoder has, told from the headers of its files; a pickle's from its length."""
        if self.layout == "original":
            return sum(path.stat().st_size // 2 for path in self.path.glob("models_t5*.pth"))
        return sum(read_header(path).values for path in (self.path / "text_encoder").glob("*.safetensors"))

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What a shot of this model can begin with."""
        if self.forcing:
            return ("words", "picture", "first_last", "extend")
        if self.shape.has_pair:
            return ("first_last",)
        return ("picture",) if self.shape.has_picture else ("words",)


def find_model(name: str, store: Store) -> ShotFiles:
    """Return the files of a model.

    Args:
        name: an id of the catalog, a hub name of one of its entries, or a folder of either layout.
        store: where to look.

    Raises:
        PortraitsError: MODEL_MISSING with how to get it, BAD_MODEL, USAGE for a name that nothing has.
    """
    path = Path(name).expanduser()
    if path.is_dir():
        return shot_files(name, path.name, path)
    if "/" in name and not any(_repository(entry) == name for entry in store.catalog):
        raise PortraitsError(
            ErrorCode.MODEL_MISSING,
            f"The model folder {quoted(path)} was not found.",
            "Check the name, or choose a model of the store.",
        )
    entry = _entry(name, store)
    place = store.place_of(entry)
    folder = place.folder if place.condition == "wrong_layout" else store.folder_of(entry.id)
    return shot_files(name, entry.title, folder, model_named(entry.id))


def shot_files(name: str, title: str, folder: Path, published: VideoModel | None = None) -> ShotFiles:
    """Describe a model folder.

    Raises:
        PortraitsError: BAD_MODEL when it holds no such model, or names code of its own.
    """
    published = published or model_named(folder.name) or model_named(name)
    layout = recognise(folder).kind
    if layout == "diffusers":
        kind = _pipeline_of(folder)
        config = _read(folder / "transformer" / "config.json", folder)
        return ShotFiles(
            name, title, folder, "diffusers", published, kind.startswith(_FORCING), _diffusers_shape(config, folder)
        )
    if layout == "original":
        config = _read(folder / "config.json", folder)
        forcing = published.forcing if published else "-df-" in folder.name.lower()
        return ShotFiles(name, title, folder, "original", published, forcing, _original_shape(config, folder))
    raise _unknown(folder, "it has no model_index.json")


def _pipeline_of(folder: Path) -> str:
    parts = _read(folder / "model_index.json", folder)
    kind = parts.get("_class_name")
    libraries = {part[0] for part in parts.values() if isinstance(part, list) and part}
    if not libraries <= _LIBRARIES:
        raise PortraitsError(
            ErrorCode.BAD_MODEL,
            f"{quoted(folder)} wants to run code of its own, which is never done.",
            "Choose a model without code.",
        )
    if not isinstance(kind, str) or not kind.startswith(_PIPELINE):
        raise _unknown(folder, f"it is a model of the kind {str(kind)[:60]}")
    return kind


def _diffusers_shape(config: dict[str, Any], folder: Path) -> NetworkShape:
    try:
        heads = int(config["num_attention_heads"])
        return NetworkShape(
            layers=int(config["num_layers"]),
            width=heads * int(config["attention_head_dim"]),
            feed_forward=int(config["ffn_dim"]),
            heads=heads,
            text_width=int(config.get("text_dim") or 4096),
            has_picture=config.get("image_dim") is not None,
            has_pair=config.get("pos_embed_seq_len") is not None,
            has_rate=bool(config.get("inject_sample_info")),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise _unknown(folder, f"its transformer's config.json lacks {error}") from error


def _original_shape(config: dict[str, Any], folder: Path) -> NetworkShape:
    try:
        kind = str(config.get("model_type", "t2v"))
        return NetworkShape(
            layers=int(config["num_layers"]),
            width=int(config["dim"]),
            feed_forward=int(config["ffn_dim"]),
            heads=int(config["num_heads"]),
            text_width=int(config.get("text_dim") or 4096),
            has_picture=kind in ("i2v", "flf2v"),
            has_pair=kind == "flf2v",
            has_rate=bool(config.get("inject_sample_info")),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise _unknown(folder, f"its config.json lacks {error}") from error


def _read(path: Path, folder: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MAX_JSON:
            raise ValueError("it is far too large")
        found = json.loads(path.read_bytes())
        if not isinstance(found, dict):
            raise ValueError("it holds no names")
    except (OSError, ValueError, RecursionError) as error:
        raise _unknown(folder, f"its {path.name} cannot be read ({error})") from error
    return found


def _entry(name: str, store: Store) -> Entry:
    for entry in store.catalog:
        if _makes_shots(entry) and name in (entry.id, _repository(entry)):
            return entry
    entry = store.catalog.get(name)
    known = " or ".join(each.id for each in store.catalog if _makes_shots(each))
    raise PortraitsError(ErrorCode.USAGE, f"{entry.title} does not make shots.", f"Choose {known}.")


def _makes_shots(entry: Entry) -> bool:
    return "video" in entry.kinds and entry.layout == "diffusers"


def _repository(entry: Entry) -> str:
    return entry.source.repository if isinstance(entry.source, HubSource) else ""


def _unknown(folder: Path, reason: str) -> PortraitsError:
    return PortraitsError(
        ErrorCode.BAD_MODEL,
        f"{quoted(folder)} is not a SkyReels-V2 model: {reason}.",
        "Choose a folder of a SkyReels-V2 model, in the diffusers or in the original layout.",
    )
