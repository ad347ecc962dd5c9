"""One thing of the gallery, and what a gallery can be filtered by."""

import hashlib
from typing import Any, Literal

import msgspec

from engine.project.media import MediaItem

Order = Literal["newest", "oldest", "name", "rating", "size", "board"]

_NOT_IN_STACK_KEY = {"seed", "output", "overwrite"}


class GalleryItem(msgspec.Struct, frozen=True, kw_only=True):
    """A picture, movie, sound or motion of the project, as the gallery shows it."""

    item_id: str
    """The id of the project's media item."""
    path: str
    kind: str
    """See :data:`engine.project.media.MediaKind`."""
    title: str
    prompt: str
    model: str
    styles: tuple[str, ...]
    seed: int | None
    width: int
    height: int
    duration: float
    rating: int
    mark: str
    rejected: bool
    created: float
    """Unix seconds."""
    sha256: str
    recipe: str
    """The recipe as JSON, empty for imports."""
    stack: str
    """The same for results that differ by their seed only."""
    stack_size: int = 1
    missing: bool = False

    @property
    def imported(self) -> bool:
        return not self.recipe


class GalleryFilter(msgspec.Struct, frozen=True, kw_only=True):
    """What is shown. Every field narrows; the default shows everything that is not rejected."""

    text: str = ""
    """Words that name, prompt, model or styles must have, each at the beginning of a word."""
    kinds: tuple[str, ...] = ()
    model: str = ""
    style: str = ""
    seed: int | None = None
    min_side: int = 0
    """Smallest width and height in pixels."""
    after: float | None = None
    before: float | None = None
    """Unix seconds; after <= created < before."""
    rating: int = 0
    """This many stars or more."""
    marks: tuple[str, ...] = ()
    rejected: bool | None = False
    """None shows rejected ones among the others."""
    imported: bool | None = None
    board: str = ""
    """Only what lies on the board with this id."""
    items: tuple[str, ...] | None = None
    """Only these."""
    stack: str = ""
    """Only the members of one stack."""
    stacked: bool = True
    """Show one of each stack, the newest."""
    order: Order = "newest"
    """"board" is the order that a person gave the board that is shown; without a board it is "newest"."""


class RecipeFacts(msgspec.Struct, frozen=True):
    """What is searched for in a recipe, whatever its job kind."""

    prompt: str = ""
    model: str = ""
    styles: tuple[str, ...] = ()
    seed: int | None = None
    stack: str = ""


def facts_of(item: MediaItem) -> RecipeFacts:
    """Read the facts of a media item's recipe; imports have none and are a stack of their own."""
    if item.recipe is None:
        return RecipeFacts(stack=item.id)
    job = item.recipe.job
    seed = job.get("seed")
    return RecipeFacts(
        prompt=_text(job.get("prompt") or job.get("text")),
        model=_text(job.get("model") or job.get("engine")),
        styles=tuple(_style_name(style) for style in job.get("loras") or job.get("lora") or ()),
        seed=seed if isinstance(seed, int) and abs(seed) < 2**63 else None,
        stack=stack_key(job),
    )


def stack_key(job: dict[str, Any]) -> str:
    """Return what jobs (as plain JSON) that differ by nothing but seed and output have in common."""
    rest = {name: value for name, value in job.items() if name not in _NOT_IN_STACK_KEY}
    return hashlib.blake2b(msgspec.json.encode(rest, order="sorted"), digest_size=16).hexdigest()


def _style_name(style: Any) -> str:
    """Return what a style (LoRA) of a recipe is called: its own name, or that of its file."""
    if isinstance(style, dict) and isinstance(style.get("source"), dict):
        style = style.get("name") or style["source"]
    name = _text(style).replace("\\", "/").rpartition("/")[2]
    return name.removesuffix(".safetensors")


def _text(value: Any) -> str:
    """Return a text, or the name or path inside a struct."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("id") or value.get("path")
    return value if isinstance(value, str) else ""
