"""``portraits-engine models add``, ``remove``, ``where`` and ``move``: where models lie."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from engine.commands.console import DebugOption, JsonOption, session
from engine.models.sizes import sized
from engine.protocol.jobs import MoveStoreJob
from engine.protocol.models import ModelState


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
        from engine.models.folders import add_folder
        from engine.models.layouts import recognise
        from engine.models.store import Store

        place = folder.expanduser().absolute()
        before = {state.id for state in Store.default().states() if _is_here(state)}
        settings = add_folder(place)
        now = [state for state in Store.default(settings).states() if _is_here(state) and state.id not in before]
        layout = recognise(place)
        if layout.explanation:
            console.note(layout.explanation)
        console.json("added", folder=str(place), layout=layout.kind, models=[state.id for state in now])
        found = ", ".join(state.id for state in now)
        console.text(f"{place} is searched for models from now on. Found there: {found or 'none of the list'}.")


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
        from engine.models.folders import forget_folder
        from engine.models.store import Store
        from engine.models.verify import remove as remove_model

        store = Store.default()
        place = Path(model).expanduser().absolute()
        if place in store.added:
            forget_folder(str(place))
            console.json("removed", folder=str(place), freed=0)
            console.text(f"{place} is no longer searched. Its files were not touched.")
            return
        entry = store.catalog.get(model)
        have = store.state_of(entry).have
        if have and not yes and not json:
            typer.confirm(f"Delete {entry.title} ({sized(have)}) for good? It can be downloaded again.", abort=True)
        freed = remove_model(entry, store)
        console.json("removed", model=entry.id, freed=freed)
        console.text(f"{entry.title} was removed; {sized(freed)} are free again.")


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
        from engine.media.files import make_folder
        from engine.models.folders import use_store
        from engine.models.settings import change_settings
        from engine.models.store import Store

        if set_:
            folder = None if set_ == "default" else Path(set_).expanduser().absolute()
            if folder is not None:
                make_folder(folder)
            use_store(str(folder or ""))
        if offline is not None:
            change_settings(lambda settings: msgspec.structs.replace(settings, offline=offline))
        store = Store.default()
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


def _is_here(state: ModelState) -> bool:
    return state.condition in ("installed", "found")
