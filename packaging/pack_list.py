"""Make the list of engine packs that travels with the installers, from what pip would install.

    python -m pip install --dry-run --ignore-installed --quiet --report cuda.json torch==2.13.0
    python packaging/pack_list.py cuda.json > packs.json
    python packaging/build.py --packs packs.json

On Linux that is PyPI's build of PyTorch, which is the one for CUDA; on Windows ask pip for PyTorch's own index. Only
PyTorch and what NVIDIA publishes go into the pack; everything else is in the application already. All wheels have to
lie at one server; ``--address`` names a mirror, where they lie side by side.
"""

import argparse
import json
import posixpath
import sys
import urllib.parse
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

PARTS = ("torch", "triton", "nvidia-", "cuda-", "pytorch-triton")
_LICENCE = "BSD-3-Clause (PyTorch); NVIDIA CUDA Toolkit and cuDNN licence agreements"
_LICENCE_PAGE = "https://docs.nvidia.com/cuda/eula/"


def belongs(name: str) -> bool:
    """Return whether a package goes into the pack."""
    return any(name == part or (part.endswith("-") and name.startswith(part)) for part in PARTS)


def size_at(address: str) -> int:
    """Ask a server for the size of a file in bytes.

    Raises:
        ValueError: it does not tell.
    """
    with urllib.request.urlopen(urllib.request.Request(address, method="HEAD")) as answer:
        length = answer.headers.get("Content-Length")
    if not length:
        raise ValueError(f"{address} does not tell its size.")
    return int(length)


def pack_list(report: dict[str, Any], system: str, address: str = "", size_of: Callable[[str], int] = size_at) -> bytes:
    """Return the list for the application.

    Args:
        report: what ``pip install --report`` wrote.
        system: whom it is for, as ``engine.packs.system.this_system`` tells it.
        address: where the wheels lie side by side; the addresses of the report by default.
        size_of: asks for the size of a file.

    Raises:
        ValueError: the report has no PyTorch, a wheel without a hash, or wheels of several servers.
    """
    wheels = []
    torch = ""
    for each in report["install"]:
        name = each["metadata"]["name"].lower()
        if not belongs(name):
            continue
        if name == "torch":
            torch = each["metadata"]["version"].partition("+")[0]
        found = each["download_info"]["url"]
        digest = each["download_info"].get("archive_info", {}).get("hashes", {}).get("sha256", "")
        if not digest:
            raise ValueError(f"pip tells no SHA-256 of {name}.")
        wheels.append((found, digest))
    if not torch:
        raise ValueError("There is no torch in pip's report.")
    base = address or _common_address([found for found, _ in wheels])
    archives = []
    for found, digest in wheels:
        name = found.rpartition("/")[2] if address else found.removeprefix(base)
        archives.append({"name": name, "size": size_of(found), "sha256": digest})
    pack = {
        "id": "cuda",
        "title": "CUDA runtime",
        "purpose": "Lets NVIDIA graphics cards compute: pictures, voices and animations, many times faster.",
        "licence": _LICENCE,
        "licence_url": _LICENCE_PAGE,
        "system": system,
        "driver": "cuda",
        "replaces": {"torch": torch},
        "address": base,
        "archives": archives,
    }
    return json.dumps({"packs": [pack]}, indent=1).encode() + b"\n"


def _common_address(addresses: list[str]) -> str:
    """Return the folder that all addresses have in common, with a slash at the end.

    Raises:
        ValueError: they are of several servers.
    """
    servers = {urllib.parse.urlsplit(each)._replace(path="", query="", fragment="").geturl() for each in addresses}
    if len(servers) != 1:
        raise ValueError("The wheels lie at several servers; put them at one and pass --address.")
    folders = posixpath.commonpath([posixpath.dirname(urllib.parse.urlsplit(each).path) for each in addresses])
    return servers.pop() + folders.rstrip("/") + "/"


def main(arguments: Sequence[str] | None = None) -> None:
    """Read pip's report and print the list."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from engine.packs.system import this_system

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path, help="what pip install --report wrote")
    parser.add_argument("--address", default="", help="where the wheels lie side by side, with a slash at the end")
    parser.add_argument("--system", default=this_system(), help="whom it is for; this computer by default")
    chosen = parser.parse_args(arguments)
    report = json.loads(chosen.report.read_text("utf-8"))
    sys.stdout.write(pack_list(report, chosen.system, chosen.address).decode())


if __name__ == "__main__":
    main()
