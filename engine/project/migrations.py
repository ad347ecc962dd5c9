"""Older project files, brought up to date one version at a time on plain dicts."""

from collections.abc import Callable, Mapping
from typing import Any

from engine.project.schema import CURRENT_VERSION

Step = Callable[[dict[str, Any]], dict[str, Any]]

STEPS: Mapping[int, Step] = {}
"""Version N -> the step that turns a document of version N into one of version N + 1.

A step gets plain JSON and returns plain JSON; it must not use the structs, which follow the newest version. A sample
of every version lies in ``tests/golden/projects``.
"""


def migrate(
    document: dict[str, Any], version: int, *, target: int = CURRENT_VERSION, steps: Mapping[int, Step] = STEPS
) -> dict[str, Any]:
    """Bring a document up to ``target``.

    Args:
        document: a whole project as plain JSON; it may be changed.
        version: the version it has, at most ``target``.
        target: the version wanted.
        steps: the steps to take, by the version they start from.

    Returns:
        The document of version ``target``, with its ``version`` set.

    Raises:
        KeyError: there is no step from one of the versions on the way.
    """
    for current in range(version, target):
        document = steps[current](document)
        document["version"] = current + 1
    return document
