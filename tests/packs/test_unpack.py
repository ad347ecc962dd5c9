"""Wheels from outside are untrusted: nothing leaves the folder, nothing is too large, nothing is a mixture."""

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest

from engine.packs import unpack as module
from engine.packs.unpack import place_in_packages, unpack
from engine.protocol.errors import ErrorCode, PortraitsError


def archive(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members:
            target.writestr(name, content)
    return path


def unpacked(folder: Path, *archives: Path) -> Path:
    target = folder / "target"
    target.mkdir()
    unpack(archives, target, lambda _done, _total: None)
    return target


def link(name: str) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.external_attr = (stat.S_IFLNK | 0o777) << 16
    return made


@pytest.mark.parametrize(
    ("member", "place"),
    [
        ("torch/lib/x.so", "torch/lib/x.so"),
        ("torch-2.0.data/purelib/functorch/a.py", "functorch/a.py"),
        ("torch-2.0.data/platlib/torch/b.so", "torch/b.so"),
        ("torch-2.0.data/scripts/torchrun", ""),
        ("torch-2.0.data/data/include/x.h", ""),
    ],
)
def test_where_members_of_wheels_belong(member: str, place: str) -> None:
    assert place_in_packages(member) == place


@pytest.mark.parametrize("name", ["../outside", "a/../../outside", "/outside", "a\\..\\outside", "C:outside"])
def test_nothing_leaves_the_folder(tmp_path: Path, name: str) -> None:
    # zipfile corrects separators when it writes on Windows; the name is put in afterwards.
    info = zipfile.ZipInfo("x")
    info.filename = name
    with pytest.raises(PortraitsError) as failure:
        unpacked(tmp_path, archive(tmp_path / "bad.whl", (info, b"x")))
    assert failure.value.code is ErrorCode.BAD_MODEL
    assert not (tmp_path / "outside").exists()
    assert not list((tmp_path / "target").iterdir())


def test_links_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError) as failure:
        unpacked(tmp_path, archive(tmp_path / "bad.whl", (link("way_out"), b"/etc")))
    assert failure.value.code is ErrorCode.BAD_MODEL


def test_two_wheels_with_the_same_file_are_refused(tmp_path: Path) -> None:
    first = archive(tmp_path / "a.whl", ("same.py", b"one"))
    second = archive(tmp_path / "b.whl", ("same.py", b"two"))
    with pytest.raises(PortraitsError, match=r"same\.py"):
        unpacked(tmp_path, first, second)


def test_sizes_are_bounded_before_anything_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MAX_UNPACKED", 1000)
    bomb = archive(tmp_path / "bomb.whl", ("zeros", bytes(100_000)))
    assert bomb.stat().st_size < 1000
    with pytest.raises(PortraitsError) as failure:
        unpacked(tmp_path, bomb)
    assert failure.value.code is ErrorCode.BAD_MODEL
    assert not list((tmp_path / "target").iterdir())


def test_a_full_disk_is_told_before_it_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "free_space", lambda _folder: 10)
    with pytest.raises(PortraitsError) as failure:
        unpacked(tmp_path, archive(tmp_path / "a.whl", ("a", b"x")))
    assert failure.value.code is ErrorCode.DISK_FULL


@pytest.mark.parametrize("damage", ["not a zip", "cut", "flipped"])
def test_damaged_archives_are_refused(tmp_path: Path, damage: str) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as target:
        target.writestr("library.so", bytes(range(256)) * 100)
    whole = bytearray(content.getvalue())
    if damage == "flipped":
        whole[500] ^= 255
    broken = {"not a zip": b"hello", "cut": bytes(whole[:-30]), "flipped": bytes(whole)}[damage]
    (tmp_path / "bad.whl").write_bytes(broken)
    with pytest.raises(PortraitsError) as failure:
        unpacked(tmp_path, tmp_path / "bad.whl")
    assert failure.value.code is ErrorCode.BAD_MODEL


def test_progress_counts_to_the_end_and_programs_stay_programs(tmp_path: Path) -> None:
    program = zipfile.ZipInfo("bin/ptxas")
    program.external_attr = (stat.S_IFREG | 0o755) << 16
    wheel = archive(tmp_path / "a.whl", (program, b"#!"), ("lib/b.so", bytes(3_000_000)))
    seen: list[tuple[int, int]] = []
    target = tmp_path / "target"
    target.mkdir()
    assert unpack([wheel], target, lambda done, total: seen.append((done, total))) == 3_000_002
    assert seen[-1] == (3_000_002, 3_000_002)
    assert seen == sorted(seen)
    if os.name == "posix":
        assert (target / "bin" / "ptxas").stat().st_mode & stat.S_IXUSR
