"""``portraits-engine update``: asks whether a newer version is out. Nothing is installed."""

import msgspec

from engine import __version__
from engine.commands.console import DebugOption, JsonOption, session


def update(json: JsonOption = False, debug: DebugOption = False) -> None:
    """Ask whether a newer version is out. This fetches one small signed file and changes nothing.

    Example: portraits-engine update
    """
    with session(json=json, debug=debug) as console:
        from engine.updates.look import look_for_update

        found = look_for_update()
        console.json("update", **msgspec.to_builtins(found))
        if found.newer:
            console.text(f"Portraits {found.version} is out since {found.published}: {found.page}")
        else:
            console.text(f"This is the newest version, {__version__}.")
