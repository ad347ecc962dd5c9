"""``portraits-engine pack``: runtimes such as CUDA, which the installed application fetches when asked to."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from engine.commands.console import DebugOption, JsonOption, session
from engine.protocol.errors import ErrorCode, PortraitsError

if TYPE_CHECKING:
    from engine.packs.store import PackStore

pack = typer.Typer(name="pack", no_args_is_help=True, help="Runtimes of graphics cards: show, install and remove them.")

ListOption = Annotated[
    Path | None,
    typer.Option(
        "--list", metavar="FILE", help="Another list of packs, such as that of a mirror.", exists=True, dir_okay=False
    ),
]

_CONDITIONS = {"missing": "not here", "partial": "partly here", "installed": "installed", "damaged": "not usable"}


@pack.command()
def info(list_: ListOption = None, json: JsonOption = False, debug: DebugOption = False) -> None:
    """Show the packs for this computer and what is installed of them.

    Example: portraits-engine pack info
    """
    with session(json=json, debug=debug) as console:
        from engine.models.sizes import sized

        states = _store(list_).states()
        for state in states:
            console.json("pack", **msgspec.to_builtins(state))
            console.text(f"{state.id:<12} {sized(state.size):>10}  {_CONDITIONS[state.condition]:<12} {state.purpose}")
            for detail in (state.path, state.note, f"Licence: {state.licence}" if state.licence else ""):
                if detail:
                    console.text(f"{'':<12} {detail}")
        if not states:
            console.text("No pack is offered for this computer.")


@pack.command()
def install(
    pack_id: Annotated[str, typer.Argument(metavar="PACK", help="An id as in the list.", show_default=False)],
    accept_licence: Annotated[
        bool, typer.Option("--accept-licence", help="I have read the licence and accept it.")
    ] = False,
    list_: ListOption = None,
    json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Fetch a pack, check it and put it into force; a stopped download goes on where it stopped.

    Example: portraits-engine pack install cuda --accept-licence
    """
    with session(json=json, debug=debug) as console:
        folder = _store(list_, whatever_driver=True).install(pack_id, console, accept_licence=accept_licence)
        console.json("installed", pack=pack_id, path=str(folder))
        console.text(f"The pack is installed and checked: {folder}")
        console.text("A window that is open uses it after Window > Restart the engine.")


@pack.command()
def remove(
    pack_id: Annotated[str, typer.Argument(metavar="PACK", help="An id as in the list.", show_default=False)],
    json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Delete an installed pack; the runtime that came with the application is used again.

    Example: portraits-engine pack remove cuda
    """
    with session(json=json, debug=debug) as console:
        from engine.models.sizes import sized

        freed = _store(None).remove(pack_id)
        console.json("removed", pack=pack_id, freed=freed)
        console.text(f"The pack was removed; {sized(freed)} are free again.")


def _store(list_: Path | None, *, whatever_driver: bool = False) -> "PackStore":
    from engine.packs.listing import LIST, for_this_computer, read_list
    from engine.packs.store import PackStore

    found = PackStore.of_this_copy(for_this_computer(read_list(list_ or LIST), whatever_driver=whatever_driver))
    if found is None:
        raise PortraitsError(
            ErrorCode.NOT_AVAILABLE,
            "Packs are for the installed application; this copy was installed with pip and uses the PyTorch of pip.",
            "For another build of PyTorch see the README.",
        )
    return found
