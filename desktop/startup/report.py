"""The report a person may copy and send: what happened and on what, without names of folders or the person."""

import getpass
import platform
import re
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from engine import __version__
from engine.protocol.devices import DeviceReport

_LIBRARIES = ("PySide6", "numpy", "av", "opencv-python", "mediapipe", "torch", "diffusers", "transformers", "msgspec")
_PATH = re.compile(
    r"""
    (?P<link>[a-z]+://[^\s"'<>]*)                        # a web address stays as it is
    | (?P<quote>["'])                                    # between quotes a path may have spaces
      (?:[A-Za-z]:[\\/]|\\\\|/|~/)[^"'\n]*[\\/](?P<quoted>[^"'\\/\n]*)(?P=quote)
    | (?:\b[A-Za-z]:[\\/]|\\\\|(?<![\w.<…/])/(?=[^\s/])|~/)   # a root: C:\  \\server  /  ~/
      (?:[^\s"'<>|:*?\\/]+[\\/])*                         # folders
      (?P<file>[^\s"'<>|:*?\\/]*)
    """,
    re.VERBOSE,
)


def make_report(
    *, what: str = "", trace: str = "", log_lines: Iterable[str] = (), devices: DeviceReport | None = None
) -> str:
    """Return a report as plain text.

    Args:
        what: what happened, in the words the person saw.
        trace: the trace of a crash.
        log_lines: the newest lines of both logs.
        devices: what the engine found.
    """
    parts = [
        f"Portraits {__version__}",
        f"{platform.system()} {platform.release()} {platform.machine()}, Python {platform.python_version()}",
        "frozen build" if getattr(sys, "frozen", False) else "from source",
        ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES),
    ]
    if devices is not None:
        parts += [f"{d.id}: {d.name}, {d.memory_total / 2**30:.1f} GiB" for d in devices.devices]
    for title, text in (("What happened", what), ("Trace", trace), ("Log", "\n".join(log_lines))):
        if text.strip():
            parts += ["", f"== {title}", text.strip()]
    return without_private_names("\n".join(parts)) + "\n"


def without_private_names(text: str) -> str:
    """Take folders out of every path, so that a file's own name is left, and the names of person and computer."""
    text = _PATH.sub(_without_folders, text)
    for name in _private_names():
        text = re.sub(rf"\b{re.escape(name)}\b", "…", text, flags=re.IGNORECASE)
    return text


def _without_folders(found: re.Match[str]) -> str:
    if found["link"]:
        return found["link"]
    if found["quote"]:
        return f"{found['quote']}…/{found['quoted']}{found['quote']}"
    return f"…/{found['file']}"


def _private_names() -> list[str]:
    names = {platform.node(), Path.home().name}
    try:
        names.add(getpass.getuser())
    except (KeyError, OSError):  # an account without a name
        names.discard("")
    # Shorter ones would eat parts of the text; "root" and "user" tell nothing about anybody.
    return [name for name in names if len(name) > 2 and name.lower() not in ("root", "user", "home", "users")]


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"
