"""The recipe of a result: everything needed to make it again. It travels in the result's metadata and in projects."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

import msgspec

from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.jobs.base import Job
from engine.protocol.values import from_json, to_json

RECIPE_VERSION = 1

MAX_RECIPE_BYTES = 4 * 1024 * 1024
"""An embedded recipe above this size is refused unread."""

_Sha256 = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]


class RecipeInput(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file that went into a result: its name for people, its hash to find it again."""

    name: Annotated[str, msgspec.Meta(max_length=300)]
    sha256: _Sha256


class Recipe(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a result was made.

    ``job`` is the job's struct as plain JSON with its ``kind``. It stays plain here, so that a project keeps the
    recipe of a job kind that this installation does not know. ``parents`` are the hashes of results that were used.
    """

    version: Annotated[int, msgspec.Meta(ge=1, le=RECIPE_VERSION)] = RECIPE_VERSION
    app_version: Annotated[str, msgspec.Meta(max_length=50)] = ""
    job: dict[str, Any]
    inputs: Annotated[tuple[RecipeInput, ...], msgspec.Meta(max_length=10_000)] = ()
    parents: Annotated[tuple[_Sha256, ...], msgspec.Meta(max_length=10_000)] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.job.get("kind"), str):
            raise ValueError("the job of a recipe must have a kind")


def recipe_of(job: Job, *, app_version: str, inputs: Mapping[str, str], parents: Iterable[str] = ()) -> Recipe:
    """Return the recipe of a finished job.

    Args:
        job: the job as it was run, with every default filled in.
        app_version: the version of Portraits.
        inputs: name (or path) -> SHA-256 of each file that was read; only the name is kept.
        parents: SHA-256 of those inputs that Portraits itself had made.
    """
    files = tuple(RecipeInput(name=_base_name(name), sha256=sha256) for name, sha256 in inputs.items())
    # Through JSON, so that the recipe is the same before and after it was stored.
    plain = msgspec.json.decode(to_json(job))
    return Recipe(app_version=app_version, job=plain, inputs=files, parents=tuple(parents))


def to_text(recipe: Recipe) -> str:
    """Return the recipe as JSON for a file's metadata.

    Folders are left out of every path: a film that is handed on must not tell where its maker's files lie. Inputs are
    found again by hash.
    """
    return to_json(msgspec.structs.replace(recipe, job=_without_folders(recipe.job))).decode()


def from_text(text: str | bytes, origin: str) -> Recipe:
    """Read a recipe from a file's metadata.

    Args:
        text: the JSON.
        origin: the file it was found in, for messages.

    Raises:
        PortraitsError: BAD_INPUT when it is too long, not JSON, of a newer version or has unknown fields.
    """
    if len(text) > MAX_RECIPE_BYTES:
        raise PortraitsError(ErrorCode.BAD_INPUT, f"The recipe in {quoted(origin)} is too long to be one.")
    try:
        return from_json(text, Recipe)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"The recipe in {quoted(origin)} cannot be read: {error}.",
            "Use the file without its recipe, or open it with the version of Portraits that made it.",
        ) from error


def _without_folders(value: Any, key: str = "") -> Any:
    """Return plain JSON in which every ``path`` and ``output`` holds a file name only."""
    if isinstance(value, dict):
        return {name: _without_folders(inner, name) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_without_folders(inner, key) for inner in value]
    if isinstance(value, str) and key in ("path", "output"):
        return _base_name(value)
    return value


def _base_name(path: str) -> str:
    """Return the last part of a path of any system."""
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2][:300]
