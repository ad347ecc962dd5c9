"""What a release signs and lists: announcements that the application believes, packs that it can fetch, checksums."""

import json
import os
import stat
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import build
import pack_list
import pytest
import release
from trying import standin_pack

from engine.models.retry import Patience
from engine.packs.active import installed
from engine.packs.listing import read_list
from engine.packs.store import PackStore
from engine.packs.system import this_system
from engine.protocol.context import SilentContext
from engine.protocol.errors import PortraitsError
from engine.updates.announcement import read_announcement
from tests.packaging.conftest import PACKAGING

PAGE = "https://portraits.example/1.2.3"


def test_the_application_believes_what_the_script_signs(tmp_path: Path) -> None:
    public = release.new_key(tmp_path / "release.key")
    content = release.announcement(release.read_key(tmp_path / "release.key"), "1.2.3", PAGE, "2026-11-22")
    found = read_announcement(content, public)
    assert (found.version, found.page) == ("1.2.3", PAGE)
    other = release.new_key(tmp_path / "other.key")
    with pytest.raises(PortraitsError, match="signature"):
        read_announcement(content, other)


def test_a_key_is_for_its_owner_and_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "release.key"
    release.new_key(path)
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        release.new_key(path)
    assert path.read_bytes() == before


def test_the_script_prints_the_announcement(tmp_path: Path) -> None:
    def run(*words: str) -> str:
        script = str(PACKAGING / "release.py")
        return subprocess.run([sys.executable, script, *words], check=True, capture_output=True, text=True).stdout

    key = str(tmp_path / "release.key")
    public = run("new-key", key).strip()
    text = run("announce", "--key", key, "--version", "1.2.3", "--page", PAGE)
    assert read_announcement(text.encode(), public).version == "1.2.3"


def report(*packages: tuple[str, str, str]) -> dict[str, object]:
    """Return a report of pip over (name, version, address)."""
    return {
        "install": [
            {
                "metadata": {"name": name, "version": version},
                "download_info": {"url": address, "archive_info": {"hashes": {"sha256": "ab" * 32}}},
            }
            for name, version, address in packages
        ]
    }


def test_the_list_has_pytorch_and_cuda_and_nothing_that_is_there_already(tmp_path: Path) -> None:
    found = report(
        ("torch", "2.13.0+cu130", "https://wheels.example/p/aa/torch-2.13.0-cp311-linux_x86_64.whl"),
        ("nvidia-cublas", "13.1", "https://wheels.example/p/bb/nvidia_cublas-13.1-py3-none-any.whl"),
        ("triton", "3.5", "https://wheels.example/p/cc/triton-3.5-cp311-linux_x86_64.whl"),
        ("sympy", "1.14", "https://elsewhere.example/sympy-1.14-py3-none-any.whl"),
    )
    (tmp_path / "packs.json").write_bytes(pack_list.pack_list(found, this_system(), size_of=len))
    (pack,) = read_list(tmp_path / "packs.json")
    assert pack.replaces == {"torch": "2.13.0"}
    assert pack.address == "https://wheels.example/p/"
    assert [archive.name for archive in pack.archives] == [
        "aa/torch-2.13.0-cp311-linux_x86_64.whl",
        "bb/nvidia_cublas-13.1-py3-none-any.whl",
        "cc/triton-3.5-cp311-linux_x86_64.whl",
    ]
    assert pack.driver == "cuda"
    assert pack.entry().must_accept


def test_a_mirror_has_all_wheels_side_by_side() -> None:
    found = report(
        ("torch", "2.13.0", "https://a.example/x/torch.whl"), ("nvidia-nccl", "2", "https://b.example/y/nccl.whl")
    )
    with pytest.raises(ValueError, match="several servers"):
        pack_list.pack_list(found, "linux", size_of=len)
    (pack,) = json.loads(pack_list.pack_list(found, "linux", "https://mirror.example/m/", len))["packs"]
    assert pack["address"] == "https://mirror.example/m/"
    assert [archive["name"] for archive in pack["archives"]] == ["torch.whl", "nccl.whl"]


def test_a_report_without_pytorch_or_hashes_makes_no_list() -> None:
    with pytest.raises(ValueError, match="no torch"):
        pack_list.pack_list(report(("sympy", "1", "https://a.example/s.whl")), "linux", size_of=len)
    found = report(("torch", "2", "https://a.example/t.whl"))
    found["install"][0]["download_info"]["archive_info"] = {}  # type: ignore[index]
    with pytest.raises(ValueError, match="SHA-256"):
        pack_list.pack_list(found, "linux", size_of=len)


def test_the_stand_in_of_the_smoke_test_is_a_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)
    with standin_pack.served(this_system(), "2.13.0") as content:
        (tmp_path / "packs.json").write_bytes(content)
        store = PackStore(read_list(tmp_path / "packs.json"), tmp_path / "packs")
        quick = Patience(connect=2, stall=1, tries=2, longest_wait=0.1, first_wait=0.01)
        folder = store.install("standin", SilentContext(), accept_licence=True, patience=quick)
    assert standin_pack.VERSION in (folder / "torch" / "__init__.py").read_text("utf-8")
    assert [each.id for each in installed(tmp_path / "packs")] == ["standin"]


def test_checksums_are_those_that_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "b.deb").write_bytes(b"abc")
    (tmp_path / "SHA256SUMS").write_text("old")
    (tmp_path / "folder").mkdir()
    text = build.checksums(tmp_path)
    assert text == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b.deb\n"


def test_the_build_tries_the_application_before_it_packs_it() -> None:
    steps = list(build.STEPS)
    assert steps.index("freeze") < steps.index("smoke") < steps.index("installers") < steps.index("checksums")
    with pytest.raises(SystemExit):
        build.main(["--steps", "freeze,paint", "--output", os.devnull])


def test_a_build_for_others_carries_where_to_look_for_versions(tmp_path: Path) -> None:
    key = b64encode(bytes(32)).decode()
    made = build.Build(tmp_path, tmp_path / "dist", address="https://portraits.example/v.json", public_key=key)
    made._write_bundle_data()
    data = tmp_path / "pyinstaller" / "portraits"
    assert json.loads((data / "release.json").read_text())["public_key"] == key
    build.Build(tmp_path, tmp_path / "dist")._write_bundle_data()
    assert not (data / "release.json").exists(), "what an earlier build left is not taken over"
