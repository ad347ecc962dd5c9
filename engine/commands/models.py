"""``portraits-engine models``: which models there are, getting and checking them, and where they lie."""

from typing import Annotated, Literal

import typer

from engine.commands.console import DebugOption, JsonOption, session
from engine.commands.model_folders import add, move, remove, where
from engine.commands.model_info import info, list_models

Ids = Annotated[list[str], typer.Argument(metavar="MODEL...", help="Ids as in the list.", show_default=False)]


def download(
    model: Ids,
    accept_licence: Annotated[
        bool, typer.Option("--accept-licence", help="I have read the licence and accept it.")
    ] = False,
    json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Download models, only the files that are needed; a stopped download goes on where it stopped.

    Example: portraits-engine models download maya1 snac-24khz
    """
    with session(json=json, debug=debug) as console:
        from engine.models.download import download as download_model
        from engine.models.settings import accept_licence_of
        from engine.models.store import Store

        store = Store.default()
        for entry in [store.catalog.get(each) for each in model]:
            folder = download_model(entry, store, console, accept_licence=accept_licence)
            if accept_licence and entry.must_accept:
                accept_licence_of(entry.id)
            console.json("installed", model=entry.id, path=str(folder))
            console.text(f"{entry.title} is installed and checked: {folder}")


def verify(
    model: Annotated[
        list[str] | None, typer.Argument(metavar="[MODEL]...", help="Ids; all that are here by default.")
    ] = None,
    json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Read every file of models and compare hashes. Exit status 1 when something is wrong.

    Example: portraits-engine models verify
    """
    with session(json=json, debug=debug) as console:
        from engine.models.store import Store
        from engine.models.verify import verify as verify_model

        store = Store.default()
        entries = [store.catalog.get(each) for each in model or ()]
        if not model:
            present = ("installed", "found", "damaged")
            entries = [entry for entry in store.catalog if store.place_of(entry).condition in present]
        wrong = 0
        for entry in entries:
            problems = verify_model(entry, store, console)
            wrong += bool(problems)
            console.json("verified", model=entry.id, problems=problems)
            console.text(f"{entry.id:<28} {'damaged' if problems else 'right'}")
            for problem in problems:
                console.text(f"  {problem}")
        if wrong:
            console.text("Damaged models are healed by: portraits-engine models download MODEL")
            raise typer.Exit(1)


def token(
    action: Annotated[Literal["set", "remove"], typer.Argument(help="set asks for it without showing it.")] = "set",
    json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Keep your access token for the hub in the key store of the system, for models that need an account.

    Example: portraits-engine models token
    """
    with session(json=json, debug=debug) as console:
        from engine.models.token import store_token

        given = None if action == "remove" else typer.prompt("Access token", hide_input=True).strip()
        store_token(given)
        console.json("token", kept=given is not None)
        console.text("The token was removed." if given is None else "The token is in the key store of your system.")


models = typer.Typer(
    name="models", no_args_is_help=True, help="Third-party models: list, get, check, add and remove them."
)
models.command("list")(list_models)
for sub_command in (info, download, verify, add, remove, where, move, token):
    models.command()(sub_command)
