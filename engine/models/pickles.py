"""Looking into a pickle without unpickling it: which functions and classes would it call?"""

import io
import pickletools
import zipfile
from pathlib import Path

_MAX_PICKLE = 64_000_000
_HARMLESS = ("torch.", "collections.", "numpy.", "_codecs.", "__builtin__.set", "builtins.set")


def asked_globals(path: Path) -> list[str]:
    """Return the names ``module.function`` that unpickling a file would call and weights never need, in their order.

    Empty when the file is no pickle, or is encrypted or too broken to tell.
    """
    names: dict[str, None] = {}
    strings: list[str] = []
    try:
        for operation, argument, _ in pickletools.genops(_pickle_in(path)):
            if operation.name == "GLOBAL":
                names[str(argument).replace(" ", ".", 1)] = None
            elif operation.name == "STACK_GLOBAL" and len(strings) >= 2:
                names[f"{strings[-2]}.{strings[-1]}"] = None
            elif isinstance(argument, str):
                strings.append(argument)
    except (OSError, ValueError, zipfile.BadZipFile, KeyError, RuntimeError):
        pass
    return [name for name in names if not name.startswith(_HARMLESS)]


def _pickle_in(path: Path) -> io.BytesIO:
    """The pickle itself: torch puts it into a zip archive as ``NAME/data.pkl``."""
    if not zipfile.is_zipfile(path):
        with path.open("rb") as file:
            return io.BytesIO(file.read(_MAX_PICKLE))
    with zipfile.ZipFile(path) as archive:
        name = next(name for name in [*archive.namelist(), ""] if name.endswith("data.pkl") or not name)
        with archive.open(name) as member:
            return io.BytesIO(member.read(_MAX_PICKLE))
