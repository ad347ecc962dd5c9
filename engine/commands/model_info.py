"""``portraits-engine models list`` and ``info``: which models there are, and what a file of weights is."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from engine.commands.console import Console, DebugOption, JsonOption, session
from engine.models.sizes import sized
from engine.protocol.models import LoraInfo, ModelKind, ModelState, WeightFile

_CONDITIONS = {
    "missing": "not here",
    "partial": "partly here",
    "installed": "installed",
    "found": "here, not checked",
    "damaged": "damaged",
    "wrong_layout": "wrong layout",
}


def list_models(
    kind: Annotated[ModelKind | None, typer.Option(help="Only models that are used for this.")] = None,
    here: Annotated[bool, typer.Option("--here", help="Only models that are here.")] = False,
    json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """List all models with size, licence and whether they are here. "~" marks sizes that were deduced.

    Example: portraits-engine models list --kind image
    """
    with session(json=json, debug=debug) as console:
        from engine.models.store import Store

        store = Store.default()
        for state in store.states():
            if kind not in (None, *state.kinds) or (here and state.condition not in ("installed", "found")):
                continue
            console.json("model", **msgspec.to_builtins(state))
            size = f"{'~' if state.size_inferred else ''}{sized(state.size)}" if state.size else "unknown"
            console.text(f"{state.id:<28} {size:>10}  {_CONDITIONS[state.condition]:<18} {state.purpose}")
        for problem in store.catalog.problems:
            console.note(problem)


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


def _show_model(state: ModelState, console: Console) -> None:
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
