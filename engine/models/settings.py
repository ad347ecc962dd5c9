"""What the person decided about models, kept in ``models.toml`` among the program's settings."""

import os
import threading
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import tomlkit

from engine.media.files import atomic_output, make_folder
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.folders import config_folder

_MAX_DOTENV = 100_000
_changing = threading.Lock()


class StoreSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The person's choices.

    ``folder`` is empty for the Hugging Face cache; ``added`` are folders that are only read; ``accepted`` are the
    ids of models whose licence was accepted.
    """

    folder: str = ""
    added: tuple[str, ...] = ()
    offline: bool = False
    accepted: tuple[str, ...] = ()


def settings_file() -> Path:
    """Where the choices lie."""
    return config_folder() / "models.toml"


def read_settings(path: Path | None = None) -> StoreSettings:
    """Return the choices, the defaults when there are none yet.

    Raises:
        PortraitsError: BAD_INPUT when the file is not what this program writes.
    """
    path = path or settings_file()
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), StoreSettings)
    except FileNotFoundError:
        return StoreSettings()
    except (OSError, ValueError) as error:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"The model settings {quoted(path)} cannot be read: {error}.",
            f"Correct or remove {path}.",
            safe="No model was touched.",
        ) from None


def write_settings(settings: StoreSettings, path: Path | None = None) -> None:
    """Keep the choices; comments that a person wrote into the file stay."""
    path = path or settings_file()
    make_folder(path.parent)
    try:
        document = tomlkit.parse(path.read_text("utf-8"))
    except (OSError, ValueError):
        document = tomlkit.document()
    for key, value in msgspec.to_builtins(settings).items():
        document[key] = list(value) if isinstance(value, list | tuple) else value
    with atomic_output(path, overwrite=True) as temporary:
        temporary.write_text(tomlkit.dumps(document), "utf-8")


def change_settings(change: Callable[[StoreSettings], StoreSettings]) -> StoreSettings:
    """Read the choices, change them and keep them; threads of this process do not lose each other's changes.

    Returns:
        The choices as they are now.
    """
    with _changing:
        before = read_settings()
        after = change(before)
        if after != before:
            write_settings(after)
    return after


def accept_licence_of(model: str) -> None:
    """Remember that the person accepted the licence of a model."""
    change_settings(
        lambda settings: msgspec.structs.replace(settings, accepted=tuple(sorted({*settings.accepted, model})))
    )


def default_folder(environment: Mapping[str, str] | None = None, dotenv: Path | None = None) -> Path:
    """Return the Hugging Face cache, which other programs share.

    ``HF_HUB_CACHE`` and ``HF_HOME`` are honoured, in the environment first and then in a ``.env`` file.

    Args:
        environment: the process environment by default.
        dotenv: the ``.env`` file, the one in the working folder by default.
    """
    variables = dict(os.environ if environment is None else environment)
    from_file = read_dotenv(dotenv or Path.cwd() / ".env")
    for source in (variables, from_file):
        if cache := source.get("HF_HUB_CACHE"):
            return Path(cache).expanduser()
        if home := source.get("HF_HOME"):
            return Path(home).expanduser() / "hub"
    cache_home = variables.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(cache_home).expanduser() / "huggingface" / "hub"


def read_dotenv(path: Path) -> dict[str, str]:
    """Return the variables of a ``.env`` file: ``NAME=value`` lines, with or without quotes and ``export``."""
    try:
        if path.stat().st_size > _MAX_DOTENV:
            return {}
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return {}
    found = {}
    for line in text.splitlines():
        name, equals, value = line.strip().removeprefix("export ").partition("=")
        if not equals or not name.strip().isidentifier():
            continue
        value = value.strip()
        if value[:1] in ("'", '"') and value.endswith(value[0]) and len(value) > 1:
            value = value[1:-1]
        else:
            value = value.partition(" #")[0].rstrip()
        found[name.strip()] = value
    return found
