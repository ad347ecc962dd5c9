"""A small pack on a stand-in server, and a place of its own for packs."""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.models.retry import Patience
from engine.packs.listing import Archive, Pack
from engine.packs.store import PackStore
from engine.packs.system import this_system
from tests.helpers.hub import Hub, running_hub

QUICK = Patience(connect=2, stall=0.4, tries=3, longest_wait=0.2, first_wait=0.01)
LIBRARY = bytes(range(256)) * 1200
MODULE = "portraits_standin"


def wheel(version: str, **members: bytes) -> bytes:
    """Return a wheel of the stand-in package; members are named with "__" for "/" and "_dot_" for "."."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{MODULE}/__init__.py", f'VERSION = "{version}"\n')
        archive.writestr(f"{MODULE}-{version}.dist-info/METADATA", f"Name: {MODULE}\nVersion: {version}\n")
        for name, value in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), value)
    return content.getvalue()


def library_wheel() -> bytes:
    """Return a second wheel, with a library and a folder that only wheels have."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("nvidia/lib/libstandin.so", LIBRARY)
        archive.writestr("nvidia-1.0.data/purelib/extra/__init__.py", b"")
        archive.writestr("nvidia-1.0.data/scripts/tool", b"#!python")
    return content.getvalue()


def archive_of(name: str, content: bytes) -> Archive:
    return Archive(name=name, size=len(content), sha256=hashlib.sha256(content).hexdigest())


def pack_of(address: str, *archives: Archive, identifier: str = "standin", **changes: object) -> Pack:
    fields: dict[str, object] = {
        "id": identifier,
        "title": "Stand-in runtime",
        "purpose": "For tests.",
        "licence": "MIT",
        "system": this_system(),
        "replaces": {},
        "address": address,
        "archives": archives,
    }
    return Pack(**fields | changes)  # type: ignore[arg-type]


class Release:
    """Packs as a server offers them, one version after the other."""

    def __init__(self, hub: Hub, folder: Path) -> None:
        self.hub = hub
        self.folder = folder

    def offer(self, version: str, **changes: object) -> PackStore:
        """Put a version on the server, and return the store of a copy whose list names it."""
        first, second = wheel(version), library_wheel()
        names = (f"wheels/{MODULE}-{version}.whl", "wheels/nvidia-1.0.whl")
        self.hub.files |= dict(zip(names, (first, second), strict=True))
        pack = pack_of(f"{self.hub.address}/", archive_of(names[0], first), archive_of(names[1], second), **changes)
        return PackStore((pack,), self.folder, accepted=frozenset({"standin"}))


@pytest.fixture
def hub() -> Iterator[Hub]:
    with running_hub() as running:
        yield running


@pytest.fixture
def release(hub: Hub, tmp_path: Path) -> Release:
    return Release(hub, tmp_path / "Päcke mit Leerzeichen")


@pytest.fixture(autouse=True)
def _settings_of_tests_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or changes the settings, packs or caches of the person who runs it."""
    monkeypatch.setenv("PORTRAITS_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    # Every test runs offline; these talk to the stand-in on loopback and to nothing else.
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)
