"""An installed pack comes before the application's own packages, in the process that starts next."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.packs.active import installed, misfit, use_packs
from engine.packs.listing import for_this_computer, has_driver, read_list
from engine.packs.system import this_system
from engine.protocol.context import SilentContext
from engine.protocol.errors import PortraitsError
from tests.packs.conftest import MODULE, QUICK, Release, archive_of, pack_of

_START = """
import json, sys
sys.frozen = True
sys.path.insert(0, {own!r})
sys.argv = ["portraits-engine", "--version"]
from engine.__main__ import main
try:
    main()
except SystemExit:
    pass
import {module}
from importlib.metadata import version
print(json.dumps([{module}.VERSION, version("{module}")]))
"""


def start(home: Path, own: Path) -> list[str]:
    """Start the engine as the installed application does, and return which stand-in it has: module and metadata."""
    run = subprocess.run(
        [sys.executable, "-c", _START.format(own=str(own), module=MODULE)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PORTRAITS_HOME": str(home)},
    )
    found: list[str] = json.loads(run.stdout.splitlines()[-1])
    return found


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The application's own copy of the stand-in, version 0.5."""
    folder = tmp_path / "own"
    (folder / MODULE).mkdir(parents=True)
    (folder / MODULE / "__init__.py").write_text('VERSION = "0.5"\n')
    (folder / f"{MODULE}-0.5.dist-info").mkdir()
    (folder / f"{MODULE}-0.5.dist-info" / "METADATA").write_text(f"Name: {MODULE}\nVersion: 0.5\n")
    return folder


def test_the_engine_imports_from_the_pack_and_without_it_again_from_its_own(
    release: Release, own: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    release.folder = home / "data" / "packs"
    store = release.offer("1.0", replaces={MODULE: "0.5"})
    assert start(home, own) == ["0.5", "0.5"]
    store.install("standin", SilentContext(), patience=QUICK)
    assert start(home, own) == ["1.0", "1.0"]
    store.remove("standin")
    assert start(home, own) == ["0.5", "0.5"]


def test_a_pack_for_another_version_is_passed_over(release: Release, own: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    release.folder = home / "data" / "packs"
    release.offer("1.0", replaces={MODULE: "0.4"}).install("standin", SilentContext(), patience=QUICK)
    assert start(home, own) == ["0.5", "0.5"]


def test_why_a_pack_does_not_fit(release: Release) -> None:
    release.offer("1.0", replaces={"msgspec": "0.0.0"}).install("standin", SilentContext(), patience=QUICK)
    (found,) = installed(release.folder)
    assert "msgspec 0.0.0" in misfit(found)
    assert use_packs(release.folder) == []


def test_unreadable_notes_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{")
    (tmp_path / "other.json").write_text('{"id": "standin"}')
    note = {"id": "gone", "title": "", "folder": "gone-1", "system": this_system(), "replaces": {}, "size": 1}
    (tmp_path / "gone.json").write_text(json.dumps(note))
    for folder in ("..", "."):
        (tmp_path / "leaves.json").write_text(json.dumps({**note, "id": "leaves", "folder": folder}))
        assert list(installed(tmp_path)) == []
    assert use_packs(tmp_path) == []
    assert use_packs(tmp_path / "not there") == []


def test_a_list_names_packs_for_this_system_only(tmp_path: Path) -> None:
    archive = archive_of("a.whl", b"x")
    ours = pack_of("http://127.0.0.1:1/", archive)
    theirs = pack_of("http://127.0.0.1:1/", archive, identifier="theirs", system="plan9-vax-cp311")
    assert for_this_computer((ours, theirs)) == (ours,)


def test_a_pack_for_nvidia_is_offered_only_where_its_driver_is(monkeypatch: pytest.MonkeyPatch) -> None:
    pack = pack_of("http://127.0.0.1:1/", archive_of("a.whl", b"x"), driver="cuda")
    monkeypatch.setattr("engine.packs.listing.has_driver", lambda _driver: False)
    assert for_this_computer((pack,)) == ()
    assert for_this_computer((pack,), whatever_driver=True) == (pack,)
    monkeypatch.setattr("engine.packs.listing.has_driver", lambda _driver: True)
    assert for_this_computer((pack,)) == (pack,)
    assert has_driver("")


@pytest.mark.parametrize(
    "text", ["[]", '{"packs": [{}]}', '{"pack": []}', '{"packs": [{"id": "../x"}]}', "\0", '{"packs": 1}']
)
def test_a_list_that_is_none_is_refused_with_its_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "packs.json"
    path.write_text(text)
    with pytest.raises(PortraitsError, match=r"packs\.json"):
        read_list(path)
    assert read_list(tmp_path / "none.json") == ()


@pytest.mark.parametrize("name", ["../up.whl", "/abs.whl", "a.exe", "a b.whl"])
def test_an_archive_has_a_plain_name(tmp_path: Path, name: str) -> None:
    import msgspec

    listed = pack_of("http://127.0.0.1:1/", archive_of("a.whl", b"x"))
    raw = msgspec.to_builtins(listed)
    raw["archives"][0]["name"] = name
    path = tmp_path / "packs.json"
    path.write_bytes(msgspec.json.encode({"packs": [raw]}))
    with pytest.raises((PortraitsError, ValueError)):
        [pack.entry() for pack in read_list(path)]
