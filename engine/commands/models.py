"""``portraits-engine models``: which models there are, getting and checking them, and where they lie."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec
import typer

from engine.commands.console import Console, DebugOption, JsonOption, session
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs import MoveStoreJob
from engine.protocol.models import LoraInfo, ModelState, WeightFile

models = typer.Typer(
    name="models", no_args_is_help=True, help="Third-party models: list, get, check, add and remove them."
)

Ids = Annotated[list[str], typer.Argument(metavar="MODEL...", help="Ids as in the list.", show_default=False)]

_CONDITIONS = {
    "missing": "not here",
    "partial": "partly here",
    "installed": "installed",
    "found": "here, not checked",
    "damaged": "damaged",
    "wrong_layout": "wrong layout",
}


@models.command("list")
def list_models(
    kind: Annotated[str, typer.Option(help="Only models that this kind of job uses, such as image.")] = "",
    here: Annotated[bool, typer.Option("--here", help="Only models that are here.")] = False,
    json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """List all models with size, licence and whether they are here. "~" marks sizes that were deduced.

    Example: portraits-engine models list --kind image
    """
    with session(json=json, debug=debug) as console:
        from engine.models.sizes import sized
        from engine.models.store import Store

        store = Store.default()
        for state in store.states():
            if (kind and kind not in state.kinds) or (here and state.condition not in ("installed", "found")):
                continue
            console.json("model", **msgspec.to_builtins(state))
            size = f"{'~' if state.size_inferred else ''}{sized(state.size)}" if state.size else "unknown"
            console.text(f"{state.id:<28} {size:>10}  {_CONDITIONS[state.condition]:<18} {state.purpose}")
        for problem in store.catalog.problems:
            console.note(problem)


@models.command()
def info(
    model: Annotated[str, typer.Argument(help="An id, or a .safetensors file.", show_default=False)],
    json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Show everything about a model, or what a .safetensors file is (style, checkpoint, family, trigger words).

    Example: portraits-engine models info maya1
    """
    with session(json=json, debug=debug) as console:
        from engine.models.inspection import inspect
        from engine.models.store import Store

        if model.lower().endswith(".safetensors") or Path(model).is_file():
            file = inspect(Path(model))
            console.json("weights", weights=msgspec.to_builtins(file))
            _show_file(file, console)
            return
        store = Store.default()
        state = store.state_of(store.catalog.get(model))
        console.json("model", **msgspec.to_builtins(state))
        _show_model(state, console)


@models.command()
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
        from engine.models.settings import read_settings, write_settings
        from engine.models.store import Store

        store = Store.default()
        for entry in [store.catalog.get(each) for each in model]:
            folder = download_model(entry, store, console, accept_licence=accept_licence)
            if accept_licence and entry.must_accept:
                settings = read_settings()
                accepted = tuple(sorted({*settings.accepted, entry.id}))
                write_settings(msgspec.structs.replace(settings, accepted=accepted))
            console.json("installed", model=entry.id, path=str(folder))
            console.text(f"{entry.title} is installed and checked: {folder}")


@models.command()
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


@models.command()
def add(
    folder: Annotated[Path, typer.Argument(help="A folder of models.", show_default=False)],
    json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Look for models in a folder as well: another cache, a ComfyUI or A1111 folder, or one model's folder.

    It is only read.

    Example: portraits-engine models add ~/ComfyUI/models
    """
    with session(json=json, debug=debug) as console:
        from engine.models.layouts import recognise
        from engine.models.settings import read_settings, write_settings
        from engine.models.store import Store

        place = folder.expanduser().absolute()
        if not place.is_dir():
            raise PortraitsError(ErrorCode.USAGE, f'"{folder}" is not a folder.', "Name a folder that is there.")
        settings = read_settings()
        before = {state.id for state in Store.default(settings).states() if _is_here(state)}
        if str(place) not in settings.added:
            settings = msgspec.structs.replace(settings, added=(*settings.added, str(place)))
            write_settings(settings)
        now = [state for state in Store.default(settings).states() if _is_here(state) and state.id not in before]
        layout = recognise(place)
        if layout.explanation:
            console.note(layout.explanation)
        console.json("added", folder=str(place), layout=layout.kind, models=[state.id for state in now])
        found = ", ".join(state.id for state in now)
        console.text(f"{place} is searched for models from now on. Found there: {found or 'none of the list'}.")


@models.command()
def remove(
    model: Annotated[str, typer.Argument(help="An id, or a folder that was added.", show_default=False)],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Delete a downloaded model for good, or take an added folder off the list (its files stay).

    Example: portraits-engine models remove maya1
    """
    with session(json=json, debug=debug) as console:
        from engine.models.settings import read_settings, write_settings
        from engine.models.sizes import sized
        from engine.models.store import Store
        from engine.models.verify import remove as remove_model

        settings = read_settings()
        place = str(Path(model).expanduser().absolute())
        if place in settings.added:
            rest = tuple(folder for folder in settings.added if folder != place)
            write_settings(msgspec.structs.replace(settings, added=rest))
            console.json("removed", folder=place, freed=0)
            console.text(f"{place} is no longer searched. Its files were not touched.")
            return
        store = Store.default(settings)
        entry = store.catalog.get(model)
        if not yes and not json:
            size = sized(store.state_of(entry).have)
            typer.confirm(f"Delete {entry.title} ({size}) for good? It can be downloaded again.", abort=True)
        freed = remove_model(entry, store)
        console.json("removed", model=entry.id, freed=freed)
        console.text(f"{entry.title} was removed; {sized(freed)} are free again.")


@models.command()
def where(
    model: Annotated[str, typer.Argument(help="An id; without one, the store itself.")] = "",
    set_: Annotated[
        str, typer.Option("--set", metavar="FOLDER", help='Use this store folder from now on; "default" for the cache.')
    ] = "",
    offline: Annotated[
        bool | None, typer.Option("--offline/--online", help="Forbid or allow downloads from now on.")
    ] = None,
    json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Show where the store or a model lies, or choose another store folder. Nothing is moved; see "models move".

    Example: portraits-engine models where sdxl-turbo
    """
    with session(json=json, debug=debug) as console:
        from engine.models.folders import use_store
        from engine.models.manifest import make_folder
        from engine.models.settings import read_settings, write_settings
        from engine.models.sizes import sized
        from engine.models.store import Store

        settings = read_settings()
        if set_:
            folder = None if set_ == "default" else Path(set_).expanduser().absolute()
            if folder is not None:
                make_folder(folder)
            use_store(str(folder or ""))
            settings = read_settings()
        if offline is not None:
            settings = msgspec.structs.replace(settings, offline=offline)
            write_settings(settings)
        store = Store.default(settings)
        if model:
            path = store.folder_of(model)
            console.json("where", model=model, path=str(path))
            console.text(str(path))
            return
        state = store.state()
        console.json("where", **msgspec.to_builtins(state))
        console.text(str(store.folder))
        console.text(f"{sized(state.disk_free)} free, {len(state.installed)} models of {sized(state.size)} here.")
        if state.offline:
            console.text("Offline: no download is tried.")
        for each in state.added:
            console.text(f"also searched, only read: {each}")


@models.command()
def move(
    folder: Annotated[Path, typer.Argument(help="The new store folder.", show_default=False)],
    json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Move every model of the store into another folder, which is the store from then on.

    Everything is in the new folder and compared before anything in the old one is removed.

    Example: portraits-engine models move /media/large/models
    """
    with session(json=json, debug=debug) as console:
        from engine.models.store import Store

        console.run(MoveStoreJob(folder=str(folder)))
        state = Store.default().state()
        console.json("where", **msgspec.to_builtins(state))
        console.text(f"The store is {state.folder} from now on; {len(state.installed)} models are there.")


@models.command()
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


def _is_here(state: ModelState) -> bool:
    return state.condition in ("installed", "found")


def _show_model(state: ModelState, console: Console) -> None:
    from engine.models.sizes import sized

    exactness = " (deduced, the exact figure comes with the download)" if state.size_inferred else ""
    accepted = ", accepted" if state.accepted else ", has to be accepted" if state.must_accept else ""
    rows = {
        "id": state.id,
        "title": state.title,
        "purpose": state.purpose,
        "used for": ", ".join(state.kinds),
        "source": state.source,
        "licence": f"{state.licence}{accepted}",
        "licence page": state.licence_url,
        "size": f"{sized(state.size)}{exactness}" if state.size else "unknown",
        "memory": f"about {sized(state.memory)} on a graphics card, less with offloading" if state.memory else "",
        "state": _CONDITIONS[state.condition] + (f", {sized(state.have)}" if state.have else ""),
        "place": state.path + (" (only read)" if state.read_only else ""),
        "note": state.note,
    }
    _show(rows, console)


def _show_file(file: WeightFile, console: Console) -> None:
    from engine.models.sizes import sized

    kind = {"lora": "style (LoRA)", "checkpoint": "whole model", "part": "part of a model"}.get(file.kind, "unknown")
    rows = {
        "file": file.path,
        "kind": kind,
        "family": file.family or "cannot be told",
        "size": f"{sized(file.size)}, {file.tensors} tensors, {', '.join(file.formats)}",
    }
    if isinstance(file, LoraInfo):
        rows |= {
            "title": file.title,
            "naming": file.naming,
            "rank": ", ".join(map(str, file.ranks)),
            "alpha": "" if file.alpha is None else f"{file.alpha:g}",
            "base model": file.base_model,
            "trigger words": ", ".join(file.trigger_words),
            "text encoder": "changed" if file.trains_text_encoder else "not changed",
            "bad numbers": "yes: it would make black pictures" if file.has_bad_numbers else "none",
            "fits SDXL": "yes" if file.fits_sdxl else "no",
            "picture": file.thumbnail,
            "notes": file.notes,
        }
    _show(rows, console)


def _show(rows: dict[str, str], console: Console) -> None:
    for label, value in rows.items():
        if value.strip():
            console.text(f"{label:<14} {value}")
