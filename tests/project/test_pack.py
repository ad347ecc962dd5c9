import json
import os
import stat
import zipfile
from pathlib import Path

import pytest

from engine.project import pack as packing
from engine.project.folder import media_folder, require
from engine.project.pack import pack, unpack
from engine.project.store import load
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.values import to_json
from tests.project.samples import project_with_files


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    project, path = project_with_files(tmp_path)
    (media_folder(path) / "stray.txt").write_text("not of the project")
    output = tmp_path / "film.portraits.zip"
    pack(project, path, output)
    return output


def names(archive: Path) -> list[str]:
    with zipfile.ZipFile(archive) as opened:
        return opened.namelist()


def refused(archive: Path, tmp_path: Path, reason: str) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(PortraitsError) as caught:
        unpack(archive, tmp_path / "out")
    assert caught.value.code in (ErrorCode.BAD_INPUT, ErrorCode.MISSING_INPUT)
    assert reason in caught.value.failure.what
    assert sorted(tmp_path.iterdir()) == before


def rewritten(packed: Path, add: dict[str, bytes] | None = None, drop: str = "") -> Path:
    """Return a copy of a pack with entries added, replaced or left out."""
    add = add or {}
    target = packed.with_name("attack.zip")
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(target, "w") as output:
        for name in source.namelist():
            if name not in add and not (drop and name.endswith(drop)):
                output.writestr(name, source.read(name))
        for name, data in add.items():
            output.writestr(name, data)
    return target


def test_packing_and_unpacking_gives_the_same_project(packed: Path, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    path = unpack(packed, tmp_path / "new" / "folder", step=lambda done, total: steps.append((done, total)))
    assert path == tmp_path / "new" / "folder" / "Film ünï.portraits"
    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]
    project = load(path)
    original = project_with_files(tmp_path)[0]
    assert [each.sha256 for each in project.media] == [each.sha256 for each in original.media]
    assert [require(path, each).read_bytes()[:16] for each in project.media] == [
        f"picture number {index}".encode() for index in range(3)
    ]
    assert len(names(packed)) == 4


def test_a_pack_needs_whole_media(tmp_path: Path) -> None:
    project, path = project_with_files(tmp_path)
    output = tmp_path / "film.portraits.zip"
    media = require(path, project.media[1])
    data = media.read_bytes()
    media.write_bytes(data[:-1] + b"!")
    with pytest.raises(PortraitsError, match="was changed"):
        pack(project, path, output)
    media.unlink()
    with pytest.raises(PortraitsError, match="is missing"):
        pack(project, path, output)
    assert not output.exists()
    assert not list(tmp_path.glob(".*"))


def test_an_existing_target_is_refused(packed: Path, tmp_path: Path) -> None:
    project, path = project_with_files(tmp_path)
    with pytest.raises(PortraitsError) as caught:
        pack(project, path, packed)
    assert caught.value.code is ErrorCode.OUTPUT_EXISTS
    pack(project, path, packed, overwrite=True)
    with pytest.raises(PortraitsError) as caught:
        unpack(packed, tmp_path)
    assert caught.value.code is ErrorCode.OUTPUT_EXISTS


@pytest.mark.parametrize(
    "name",
    [
        "../evil.png",
        "/etc/evil.png",
        "Film ünï media/../../evil.png",
        "C:/evil.png",
        "Film ünï media\\..\\evil.png",
        "Film ünï media/nul",
        "Film ünï media//x",
    ],
)
def test_paths_that_leave_are_refused(packed: Path, tmp_path: Path, name: str) -> None:
    refused(rewritten(packed, {name: b"x"}), tmp_path, "cannot be used")
    assert not (tmp_path.parent / "evil.png").exists()


@pytest.mark.parametrize("name", ["readme.txt", "other media/x.png", "Film ünï media2/x.png"])
def test_files_outside_the_media_folder_are_refused(packed: Path, tmp_path: Path, name: str) -> None:
    refused(rewritten(packed, {name: b"x"}), tmp_path, "media folder")


def test_files_the_project_does_not_know_are_refused(packed: Path, tmp_path: Path) -> None:
    refused(rewritten(packed, {"Film ünï media/evil.exe": b"x"}), tmp_path, "not in the project")


def test_links_are_refused(packed: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(packed, "a") as archive:
        link = zipfile.ZipInfo("Film ünï media/link.png")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    refused(packed, tmp_path, "is a link")


def test_bombs_are_refused(packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("Film ünï media/bomb.png", bytes(20_000_000), compress_type=zipfile.ZIP_DEFLATED)
    refused(packed, tmp_path, "would grow")
    monkeypatch.setattr(packing, "MAX_UNPACKED_BYTES", 1000)
    monkeypatch.setattr(packing, "MAX_RATIO", 10**9)
    refused(packed, tmp_path, "too large")
    monkeypatch.setattr(packing, "MAX_ENTRIES", 3)
    refused(packed, tmp_path, "it has 5 files")


def test_an_entry_that_lies_about_its_size_is_refused(packed: Path, tmp_path: Path) -> None:
    # The size in the central directory is what is checked before unpacking: make it smaller than the data.
    data = bytearray(packed.read_bytes())
    directory = data.index(b"PK\x01\x02")
    entry = data.index(b"PK\x01\x02", directory + 4)
    data[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    packed.write_bytes(data)
    refused(packed, tmp_path, "cannot be used")


def test_repeated_names_are_refused(packed: Path, tmp_path: Path) -> None:
    media = next(name for name in names(packed) if name.endswith(".png"))
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr(media.replace(".png", ".PNG"), b"x")
    refused(packed, tmp_path, "in it twice")


def test_encrypted_entries_are_refused(packed: Path, tmp_path: Path) -> None:
    data = bytearray(packed.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    packed.write_bytes(data)
    refused(packed, tmp_path, "encrypted")


def test_missing_changed_and_foreign_content_is_refused(packed: Path, tmp_path: Path) -> None:
    media = next(name for name in names(packed) if name.endswith(".png"))
    refused(rewritten(packed, {media: b"other bytes"}), tmp_path, "does not have the bytes")
    refused(rewritten(packed, drop=media), tmp_path, "is missing")
    refused(rewritten(packed, drop=".portraits"), tmp_path, "0 project files")
    refused(rewritten(packed, {"second.portraits": b"{}"}), tmp_path, "2 project files")
    refused(rewritten(packed, {"Film ünï.portraits": b"{}"}), tmp_path, "Film ünï.portraits")


def test_a_project_whose_media_leaves_the_folder_is_refused(packed: Path, tmp_path: Path) -> None:
    project, _ = project_with_files(tmp_path)
    document = json.loads(to_json(project))
    document["media"][0]["path"] = "../../secret"
    refused(rewritten(packed, {"Film ünï.portraits": json.dumps(document).encode()}), tmp_path, "leave the project")


def test_what_is_no_zip_is_refused(packed: Path, tmp_path: Path) -> None:
    whole = packed.read_bytes()
    for content in (b"", b"hello", whole[: len(whole) // 2], whole[:-30], whole[500:]):
        packed.write_bytes(content)
        refused(packed, tmp_path, packed.name)
    packed.unlink()
    refused(packed, tmp_path, "does not exist")


def test_damaged_data_is_refused(packed: Path, tmp_path: Path) -> None:
    data = bytearray(packed.read_bytes())
    place = data.index(b"picture number 1")
    data[place : place + 4] = b"PICT"
    packed.write_bytes(data)
    refused(packed, tmp_path, "damaged")


def test_stopping_leaves_nothing(packed: Path, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == total - 1:
            raise KeyboardInterrupt

    before = sorted(tmp_path.iterdir())
    with pytest.raises(KeyboardInterrupt):
        unpack(packed, tmp_path / "out", step=stop)
    project, path = project_with_files(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        pack(project, path, tmp_path / "again.zip", step=stop)
    assert sorted(tmp_path.iterdir()) == before


def test_a_full_disk_is_said_before_anything_is_written(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = packing.shutil.disk_usage(tmp_path)._replace(free=100)
    monkeypatch.setattr(packing.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(PortraitsError) as caught:
        unpack(packed, tmp_path / "out")
    assert caught.value.code is ErrorCode.DISK_FULL
    assert not (tmp_path / "out").exists()


def test_files_from_before_1980_are_packed(tmp_path: Path) -> None:
    project, path = project_with_files(tmp_path)
    os.utime(require(path, project.media[0]), (0, 0))
    pack(project, path, tmp_path / "film.portraits.zip")
    assert load(unpack(tmp_path / "film.portraits.zip", tmp_path / "out")) == project
