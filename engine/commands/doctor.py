"""``portraits-engine doctor``: what this computer can do, and what is missing."""

import msgspec
import typer

from engine.commands.console import Console, DebugOption, JsonOption, session
from engine.protocol.devices import SystemReport


def doctor(json: JsonOption = False, debug: DebugOption = False) -> None:
    """Show versions, devices, number formats, memory, system libraries and models.

    Exit status 0 when the main job (morph, voice, film) can run on this computer, 1 when not.

    Example: portraits-engine doctor
    """
    with session(json=json, debug=debug) as console:
        from engine.devices.report import report

        found = report()
        console.json("doctor", **msgspec.to_builtins(found))
        _show(found, console)
        if found.problems:
            raise typer.Exit(1)


def _show(found: SystemReport, console: Console) -> None:
    devices = found.devices
    _heading(console, "Portraits")
    _row(console, "version", f"{found.engine_version}, Python {found.python}, {found.system}")
    _heading(console, "Devices")
    for device in devices.devices:
        chosen = "  <- work runs here" if device.id == devices.chosen else ""
        memory = f", {_size(device.memory_free)} of {_size(device.memory_total)} free" if device.memory_total else ""
        extra = f", {device.capability}" if device.capability else ""
        _row(console, device.id, f"{device.name}{memory}{extra}{chosen}")
    _row(console, "processor", f"{devices.cores} cores")
    _row(console, "memory", f"{_size(devices.memory_free)} of {_size(devices.memory_total)} free")
    _row(console, "disk", f"{_size(found.disk_free)} free here")
    _heading(console, "Number formats")
    for precision in found.precisions:
        others = [option for option in precision.options if option != precision.format]
        also = f" (also {', '.join(others)})" if others else ""
        _row(console, precision.title, f"{precision.format}{also}{'. ' + precision.note if precision.note else ''}", 32)
    _heading(console, "What usual jobs would need here")
    for job in found.jobs:
        plan = job.needs.plan
        fits = "fits" if plan.fits else "does not fit"
        _row(console, job.title, f"{fits}: {_size(plan.device_memory)}. {plan.note}", 38)
    _heading(console, "Libraries")
    for library in found.libraries:
        _row(console, library.name, library.version or "not installed", 24)
    if found.system_libraries:
        _heading(console, "System libraries")
        for each in found.system_libraries:
            state = "found" if each.found else f"missing: install {each.package}"
            _row(console, each.name, f"{state} ({each.purpose})", 24)
    _heading(console, "Models")
    store = found.store
    _row(console, "store", f"{store.folder}, {_size(store.disk_free)} free{', offline' if store.offline else ''}")
    _row(console, "installed", ", ".join(store.installed) or "none beyond the built-in voice and face detector")
    console.text()
    for line in (*found.problems, *found.advice):
        console.text(line)
    if not found.problems:
        console.text("The main job can run: morph, voice, timeline and film.")


def _heading(console: Console, title: str) -> None:
    console.text()
    console.text(title)


def _row(console: Console, label: str, value: str, width: int = 12) -> None:
    console.text(f"  {label:<{width}} {value}")


def _size(count: float) -> str:
    for unit in ("B", "KB", "MB", "GB"):
        if count < 1000:
            return f"{count:.1f} {unit}" if unit == "GB" else f"{count:.0f} {unit}"
        count /= 1000
    return f"{count:.1f} TB"
