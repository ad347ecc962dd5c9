"""Build the installers for this system, from a clean checkout: ``python packaging/build.py``.

Needs Python 3.11 to 3.13 and pip; on Linux dpkg-deb, zstd and binutils, on Windows NSIS, on macOS Xcode's command line
tools. Everything else comes into environments of its own below ``build/``; the results lie in ``dist/``:
the installers, ``SHA256SUMS``, ``NOTICE.txt``, ``sbom.cdx.json`` (CycloneDX) and ``sizes.txt``.
"""

import argparse
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
sys.path[:0] = [str(PACKAGING), str(ROOT)]

from freezing import folder as frozen_folder  # noqa: E402
from freezing import linux, macos, windows  # noqa: E402

from engine import __version__  # noqa: E402 - found only with the folders above

_TOOLS = ("cyclonedx-bom>=7,<8",)


@dataclass(frozen=True)
class Build:
    """Where this build reads and writes.

    Attributes:
        work: environments and intermediate files; reused by the next build.
        output: what is handed out.
        packs: a list of engine packs, as pack_list.py makes it; None for none.
        address: where new versions are announced; "" for nowhere.
        public_key: checks the announcements, as release.py makes it.
    """

    work: Path
    output: Path
    packs: Path | None = None
    address: str = ""
    public_key: str = ""

    @property
    def python(self) -> Path:
        """The interpreter of the environment that is frozen."""
        return python_of(self.work / "environment")

    @property
    def frozen(self) -> Path:
        """The frozen folder; on macOS the application."""
        return self.work / "frozen" / ("Portraits.app" if sys.platform == "darwin" else "Portraits")

    def make_environment(self) -> None:
        """Install the application with PyInstaller and nothing else, so that nothing else is found and frozen."""
        run([sys.executable, "-m", "venv", "--clear", self.work / "environment"])
        run([self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"{ROOT}[package]"])

    def freeze(self) -> None:
        """Run PyInstaller, take symbols out, and put the licences beside the programs."""
        self._write_bundle_data()
        spec = PACKAGING / "portraits.spec"
        folders: list[str | Path] = ["--workpath", self.work / "pyinstaller", "--distpath", self.work / "frozen"]
        offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        run([self.python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *folders, spec], offscreen)
        saved = frozen_folder.strip_symbols(self.frozen)
        say(f"symbol tables of {saved / 1e6:.0f} MB were taken out")
        self._write_licences()

    def _write_bundle_data(self) -> None:
        data = self.work / "pyinstaller" / "portraits"
        data.mkdir(parents=True, exist_ok=True)
        for name in ("packs.json", "release.json"):
            (data / name).unlink(missing_ok=True)
        if self.packs is not None:
            shutil.copy(self.packs, data / "packs.json")
        if self.address and self.public_key:
            release = {"address": self.address, "public_key": self.public_key}
            (data / "release.json").write_text(json.dumps(release), "utf-8")

    def _write_licences(self) -> None:
        place = self.frozen / "Contents" / "Resources" if sys.platform == "darwin" else self.frozen
        run([self.python, PACKAGING / "freezing" / "notice.py", place / "NOTICE.txt"])
        shutil.copy(ROOT / "LICENSE", place / "LICENSE.txt")
        self.output.mkdir(parents=True, exist_ok=True)
        shutil.copy(place / "NOTICE.txt", self.output / "NOTICE.txt")

    def check_sizes(self) -> None:
        """List the largest parts, and fail when the whole is larger than promised."""
        text = frozen_folder.report(self.frozen)
        (self.output / "sizes.txt").write_text(text + "\n", "utf-8")
        say(text)
        size = frozen_folder.size_of(self.frozen)
        if size > frozen_folder.MAX_UNPACKED:
            raise SystemExit(f"The application takes {size / 1e6:.0f} MB, more than 1700.")

    def smoke_test(self) -> None:
        """Try the frozen application as a person would."""
        run([sys.executable, PACKAGING / "smoke.py", self.frozen])

    def list_parts(self) -> None:
        """Write the software bill of materials (CycloneDX) of the environment that was frozen."""
        tools = self.work / "tools"
        if not python_of(tools).exists():
            venv.create(tools, with_pip=True)
            run([python_of(tools), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *_TOOLS])
        target = self.output / "sbom.cdx.json"
        about: list[str | Path] = ["--pyproject", ROOT / "pyproject.toml", "--mc-type", "application"]
        command: list[str | Path] = [python_of(tools), "-m", "cyclonedx_py", "environment", *about]
        run([*command, "--output-format", "JSON", "-o", target, self.python])

    def make_installers(self) -> None:
        """Make what this system installs, and fail when one is larger than promised."""
        # The smoke test ran in this folder, and Numba kept its machine code there.
        for left in [*self.frozen.rglob("__pycache__")]:
            shutil.rmtree(left)
        for kind in ("*.deb", "*.tar.zst", "*.exe", "*.dmg"):
            for old in self.output.glob(kind):
                old.unlink()
        for path in self._installers():
            size = path.stat().st_size
            say(f"{path.name}: {size / 1e6:.0f} MB")
            if size > frozen_folder.MAX_COMPRESSED:
                raise SystemExit(f"{path.name} takes {size / 1e6:.0f} MB, more than 650.")

    def _installers(self) -> list[Path]:
        machine = platform.machine().lower()
        if sys.platform == "win32":
            icon = self.work / "pyinstaller" / "portraits" / "portraits.ico"
            target = self.output / f"Portraits-{__version__}-windows-{machine}.exe"
            return windows.build_installer(self.frozen, target, icon, __version__)
        if sys.platform == "darwin":
            return macos.build_installer(
                self.frozen, self.output / f"Portraits-{__version__}-macos-{machine}.dmg", self.work
            )
        return linux.build_installers(self.frozen, self.output, self.work, __version__, self._icons())

    def _icons(self) -> tuple[dict[int, bytes], ...]:
        folder = self.work / "icons"
        offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        run([self.python, PACKAGING / "freezing" / "icons.py", "--all", folder], offscreen)
        return tuple(
            {int(path.stem): path.read_bytes() for path in (folder / name).glob("*.png")}
            for name in ("portraits", "portraits-project")
        )

    def write_checksums(self) -> None:
        """Write SHA256SUMS over everything that is handed out."""
        (self.output / "SHA256SUMS").write_text(checksums(self.output), "utf-8")


def checksums(folder: Path) -> str:
    """Return the lines that ``sha256sum --check`` reads, for all files of a folder but the list itself."""
    lines = []
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.name != "SHA256SUMS":
            with path.open("rb") as file:
                lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    return "".join(lines)


def python_of(environment: Path) -> Path:
    """Return the interpreter of a virtual environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(command: Sequence[str | Path], environment: dict[str, str] | None = None) -> None:
    """Run a command in the repository and fail when it fails."""
    subprocess.run([str(word) for word in command], check=True, cwd=ROOT, env=environment)


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - this is a command


STEPS: dict[str, Callable[[Build], None]] = {
    "environment": Build.make_environment,
    "freeze": Build.freeze,
    "sizes": Build.check_sizes,
    "smoke": Build.smoke_test,
    "sbom": Build.list_parts,
    "installers": Build.make_installers,
    "checksums": Build.write_checksums,
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the steps one after the other and say how long each took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="environments and intermediate files")
    parser.add_argument("--output", type=Path, default=ROOT / "dist", help="what is handed out")
    parser.add_argument("--packs", type=Path, help="a list of engine packs, as pack_list.py makes it")
    parser.add_argument("--address", default="", help="where new versions are announced, see release.py")
    parser.add_argument("--public-key", default="", help="checks the announcements, see release.py")
    parser.add_argument("--steps", default=",".join(STEPS), help=f"some of: {', '.join(STEPS)}")
    chosen = parser.parse_args(arguments)
    steps = [name for name in chosen.steps.split(",") if name]
    if unknown := sorted(set(steps) - set(STEPS)):
        parser.error(f"unknown steps: {', '.join(unknown)}")
    build = Build(chosen.work.resolve(), chosen.output.resolve(), chosen.packs, chosen.address, chosen.public_key)
    build.output.mkdir(parents=True, exist_ok=True)
    begin = time.monotonic()
    for name in steps:
        started = time.monotonic()
        STEPS[name](build)
        say(f"[{name}] {time.monotonic() - started:.0f} s")
    load = ""
    with suppress(AttributeError, OSError):
        load = f", load {os.getloadavg()[0]:.1f} of {os.cpu_count()} cores"
    say(f"[all] {time.monotonic() - begin:.0f} s{load}")


if __name__ == "__main__":
    main()
