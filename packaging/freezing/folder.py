"""The frozen folder after PyInstaller: symbols out, licences in, and a list of what takes the room."""

import shutil
import struct
import subprocess
from pathlib import Path
from typing import NamedTuple

MAX_UNPACKED = 1_700_000_000
MAX_COMPRESSED = 650_000_000
_WORTH_STRIPPING = 1_000_000
_PT_LOAD = 1


class Size(NamedTuple):
    """A part of the application and its size in bytes."""

    name: str
    size: int


def strip_symbols(folder: Path) -> int:
    """Remove symbol tables, which only debuggers read, from large ELF libraries; return the bytes saved.

    Nothing happens where there is no ``strip``.
    """
    strip = shutil.which("strip")
    if strip is None:
        return 0
    saved = 0
    for path in libraries(folder):
        if path.stat().st_size < _WORTH_STRIPPING:
            continue
        before = path.stat().st_size
        smaller = path.with_name(path.name + ".stripped")
        run = subprocess.run(
            [strip, "--strip-unneeded", "-o", str(smaller), str(path)], capture_output=True, check=False
        )
        if run.returncode == 0 and smaller.stat().st_size < before and is_loadable(smaller):
            shutil.copymode(path, smaller)
            smaller.replace(path)
            saved += before - path.stat().st_size
        smaller.unlink(missing_ok=True)
    return saved


def is_loadable(path: Path) -> bool:
    """Return whether the loader of Linux would take a 64-bit ELF file: its segments lie on pages as they should.

    auditwheel moves parts of the libraries in wheels, and GNU strip then writes some of them so that the loader says
    "ELF load command address/offset not page-aligned".
    """
    content = path.read_bytes()
    if content[:5] != b"\x7fELF\x02":
        return False
    order = "<" if content[5] == 1 else ">"
    table, size, count = struct.unpack_from(f"{order}Q", content, 32)[0], *struct.unpack_from(f"{order}HH", content, 54)
    for number in range(count):
        kind, _, offset, address, _, _, _, align = struct.unpack_from(
            f"{order}IIQQQQQQ", content, table + number * size
        )
        if kind == _PT_LOAD and align > 1 and offset % align != address % align:
            return False
    return True


def libraries(folder: Path) -> list[Path]:
    """Return all ELF files below a folder, links left out."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and (".so" in path.name or path.suffix == ""):
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    found.append(path)
    return found


def size_of(folder: Path) -> int:
    """Return the bytes of all files below a folder; a link counts nothing."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def largest_parts(folder: Path, count: int = 25) -> list[Size]:
    """Return the largest parts of the application: the programs, and the folders and files of its libraries."""
    inside = next((path for path in (folder / "_internal", folder) if path.is_dir()), folder)
    tops = [path for path in (*folder.iterdir(), *inside.iterdir()) if path != inside and not path.is_symlink()]
    sizes = [Size(path.name, size_of(path) if path.is_dir() else path.stat().st_size) for path in tops]
    return sorted(sizes, key=lambda each: -each.size)[:count]


def report(folder: Path) -> str:
    """Return the size of the application and its largest parts, as lines."""
    lines = [f"{size_of(folder) / 1e6:8.0f} MB  all"]
    lines += [f"{part.size / 1e6:8.0f} MB  {part.name}" for part in largest_parts(folder)]
    return "\n".join(lines)
