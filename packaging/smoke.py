"""Try the frozen application as a person would: ``python packaging/smoke.py FOLDER``.

FOLDER has the two programs in it; on macOS it is Portraits.app. With ``--root`` the application is tried inside of
another system, such as a fresh debootstrap folder, as a user without rights (Linux, root):

    python packaging/smoke.py /opt/portraits --root /srv/debian

FOLDER is then a path inside of that system, which needs /proc, /sys and /dev, and Xvfb for the window. Ends with
status 0 when everything works.
"""

import argparse
import platform
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from trying import standin_pack
from trying.application import Application, CheckError, event_of, say, wait_until
from trying.window import Window, display, forget_files, is_gone, window_refusal

WINDOW_LIMIT = 2.0
"""Seconds to the first painting of the window."""
_COLD_STARTS = 4


def try_versions(app: Application) -> str:
    """Both programs start and say who they are; the engine needs no home for that."""
    text = app.run("portraits-engine", "--version")
    if not re.fullmatch(r"portraits-engine \d+\.\d+\.\d+\S*\s*", text):
        raise CheckError(f"a strange version: {text}")
    if sys.platform != "win32":
        app.run("portraits", "--version")
    return text.strip()


def try_doctor(app: Application) -> str:
    """Everything that the main job needs is here."""
    found = event_of(app.events("doctor", home=app.make_folder("home")), "doctor")
    missing = [each["name"] for each in found["libraries"] if not each["version"]]
    if missing or found["problems"]:
        raise CheckError(f"missing: {missing}; {found['problems']}")
    return f"Python {found['python']}, {len(found['libraries'])} libraries"


def try_demo(app: Application) -> str:
    """The demo film is made, in a folder whose name has blanks and letters of other alphabets."""
    begin = time.monotonic()
    folder = app.make_folder("Mein Film é 影")
    app.events("demo", "--output", app.inside(folder), "--overwrite", home=app.make_folder("home"))
    seconds = time.monotonic() - begin
    film = folder / "demo.mp4"
    streams = event_of(app.events("probe", app.inside(film), home=app.make_folder("home")), "probe")
    if film.stat().st_size < 100_000 or "aac" not in str(streams) or "h264" not in str(streams):
        raise CheckError(f"the film is not a film with sound: {streams}")
    return f"{film.stat().st_size / 1e6:.1f} MB in {seconds:.0f} s"


def try_nothing_left(app: Application) -> str:
    """A refusal is a sentence, and leaves nothing behind."""
    folder = app.make_folder("home")
    text = app.run("portraits-engine", "probe", app.inside(folder / "nicht da ü.mp4"), home=folder, status=1)
    if "was not found" not in text or "Traceback" in text:
        raise CheckError(f"no clear message: {text}")
    return "a missing file is named"


def try_window(app: Application, cold: bool) -> str:
    """The window is up in time, opens the demo project, reaches its engine, and closes with it.

    Of several cold starts the fastest counts: the others waited for other programs.
    """
    project = app.make_folder("Mein Film é 影") / "demo.portraits"
    with display(app):
        times = [_start_and_close(app, cold) for _ in range(_COLD_STARTS if cold else 1)]
        opened = _start_and_close(app, cold, project)
    if cold and min(times) > WINDOW_LIMIT:
        raise CheckError(f"the window took {min(times):.2f} s, more than {WINDOW_LIMIT:.0f}")
    shown = ", ".join(f"{each:.2f}" for each in times)
    return f"shown after {shown} s, with the demo project after {opened:.2f} s; engine ended with it"


def _start_and_close(app: Application, cold: bool, *files: Path) -> float:
    """Return the seconds until the window was shown."""
    if cold and not forget_files():
        raise CheckError("only root on Linux can let the system forget files, as --cold asks")
    window = Window(app, app.make_folder("window home"), *files)
    try:
        shown = window.wait_shown()
        for each in files:
            window.wait_opened(app.inside(each))
        engine = window.wait_engine()
        window.close()
    finally:
        window.kill()
    if sys.platform != "win32":
        wait_until(partial(is_gone, engine), 20, "the end of the engine")
    _refuse_trouble(window)
    return shown


def _refuse_trouble(window: Window) -> None:
    trouble = [line for line in window.text().splitlines() if " ERROR " in line or "Traceback" in line]
    if trouble:
        raise CheckError("the window logged: " + "\n".join(trouble[:10]))


def try_read_only(app: Application) -> str:
    """The folder of the application is not written in: users without rights share one installation."""
    if app.root is None:
        return "left out: needs --root"
    folder = app.root / app.folder.relative_to("/")
    written = [path for path in folder.rglob("*") if path.stat().st_mtime > _BEGIN and not path.is_symlink()]
    if written:
        raise CheckError(f"written in the folder of the application: {written[:5]}")
    return "nothing was written into it"


def try_without_home(app: Application) -> str:
    """Without a home that can be written, the engine works and the window says clearly why it cannot."""
    if app.root is None:
        return "left out: needs --root"
    empty = {"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent/c", "XDG_DATA_HOME": "/nonexistent/d"}
    folder = app.make_folder("no home")
    app.run("portraits-engine", "doctor", variables=empty)
    app.run("portraits-engine", "demo", "--output", app.inside(folder / "demo"), variables=empty)
    text = window_refusal(app, folder, empty)
    if "/nonexistent" not in text or "PORTRAITS_HOME" not in text or "Traceback" in text:
        raise CheckError(f"no clear message: {text}")
    return f'the window says: "{text.strip()}"'


def try_pack(app: Application) -> str:
    """A pack is fetched, checked, used by the next engine, and removed again."""
    home = app.make_folder("pack home")
    torch, python = _torch_and_python(app, home)
    machine = {"amd64": "x86_64", "aarch64": "arm64"}.get(platform.machine().lower(), platform.machine().lower())
    system = f"{sys.platform}-{machine}-cp{''.join(python.split('.')[:2])}"
    listing = home / "packs.json"
    with standin_pack.served(system, torch.partition("+")[0]) as content:
        listing.write_bytes(content)
        listing.chmod(0o644)
        app.events("pack", "install", "standin", "--accept-licence", "--list", app.inside(listing), home=home)
    used = _torch_and_python(app, home)[0]
    if used != standin_pack.VERSION:
        raise CheckError(f"the engine still has torch {used}")
    state = event_of(app.events("pack", "info", "--list", app.inside(listing), home=home), "pack")
    if state["condition"] != "installed" or "in use" not in state["note"]:
        raise CheckError(f"the pack is not in use: {state}")
    app.events("pack", "remove", "standin", home=home)
    left = [path.name for path in (home / "data" / "packs").iterdir() if not path.name.startswith(".")]
    if left or _torch_and_python(app, home)[0] != torch:
        raise CheckError(f"the pack is still there: {left}")
    return f"torch {torch} -> {used} -> {torch}"


def _torch_and_python(app: Application, home: Path) -> tuple[str, str]:
    found: Any = event_of(app.events("doctor", home=home), "doctor")
    return next(each["version"] for each in found["libraries"] if each["name"] == "torch"), found["python"]


_BEGIN = time.time()


def main() -> int:
    """Run every check, and say which failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="with the two programs in it")
    parser.add_argument("--root", type=Path, help="a system below a folder, entered with chroot")
    parser.add_argument("--user", default="nobody", help="whom the programs run as inside of --root")
    parser.add_argument("--cold", action="store_true", help="measure the window after the system forgot all files")
    parser.add_argument("--only", default="", help="names of checks, with commas between")
    chosen = parser.parse_args()
    root = chosen.root.resolve() if chosen.root else None
    for needed in ("proc/self", "sys/devices", "dev/null") if root else ():
        if root and not (root / needed).exists():
            parser.error(
                f"{root / needed} is missing: mount --bind /proc, /sys and /dev there first, as every system has them"
            )
    scratch = Path(tempfile.mkdtemp(prefix="Porträt 影 é ", dir=root / "tmp" if root else None))
    app = Application(chosen.folder if root else chosen.folder.resolve(), root, chosen.user, scratch)
    checks: dict[str, Callable[[], str]] = {
        "versions": lambda: try_versions(app),
        "doctor": lambda: try_doctor(app),
        "demo": lambda: try_demo(app),
        "refusal": lambda: try_nothing_left(app),
        "window": lambda: try_window(app, chosen.cold),
        "home": lambda: try_without_home(app),
        "pack": lambda: try_pack(app),
        "read-only": lambda: try_read_only(app),
    }
    wanted = [name for name in chosen.only.split(",") if name] or list(checks)
    failed = 0
    for name in wanted:
        begin = time.monotonic()
        try:
            told = checks[name]()
        except CheckError as error:
            failed += 1
            say(f"FAILED  {name}: {error}")
        else:
            say(f"ok      {name:<10} {time.monotonic() - begin:5.1f} s  {told}")
    shutil.rmtree(scratch, ignore_errors=True)
    say(f"{len(wanted) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
