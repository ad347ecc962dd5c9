import hashlib
import os
import sys
from pathlib import Path

import msgspec
import pytest

from engine.project import files
from engine.project.folder import add_media, media_folder, require, resolve, with_item
from engine.project.schema import Project
from engine.project.store import load, save
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.base import MediaInfo
from tests.project.samples import PICTURE_INFO, digest, item, project_with_files


def test_a_file_is_copied_under_its_hash(tmp_path: Path) -> None:
    source = tmp_path / "Tante Änni 'α'.JPEG"
    source.write_bytes(b"bytes of a picture")
    path = tmp_path / "film.portraits"
    project, added = add_media(Project(), path, source, PICTURE_INFO)
    sha256 = hashlib.sha256(b"bytes of a picture").hexdigest()
    assert (added.path, added.sha256, added.size) == (f"{sha256}.jpeg", sha256, 18)
    assert (added.kind, added.name, added.info.width) == ("picture", "Tante Änni 'α'.JPEG", 8)
    assert require(path, added).read_bytes() == b"bytes of a picture"
    assert source.exists()
    save(project, path)
    assert load(path) == project


@pytest.mark.skipif(os.name != "posix" or sys.platform == "darwin", reason="names are characters there")
def test_a_name_whose_bytes_are_no_characters_can_be_saved(tmp_path: Path) -> None:
    source = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.png"))
    source.write_bytes(b"bytes")
    path = tmp_path / "film.portraits"
    project, added = add_media(Project(), path, source, PICTURE_INFO)
    save(project, path)
    assert added.name == "caf?.png"
    assert load(path) == project


def test_the_longest_names_are_written(tmp_path: Path) -> None:
    path = tmp_path / ("文" * 81 + ".portraits")
    save(Project(title="a"), path)
    save(Project(title="b"), path)
    assert load(path).title == "b"
    assert list(tmp_path.iterdir()) == [path]


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    project, path = project_with_files(tmp_path, count=1)
    twin = tmp_path / "twin.png"
    twin.write_bytes((tmp_path / "source 0.PNG").read_bytes())
    again, added = add_media(project, path, twin, PICTURE_INFO)
    assert again is project
    assert added == project.media[0]
    assert len(list(media_folder(path).iterdir())) == 1


def test_adding_puts_a_missing_file_back(tmp_path: Path) -> None:
    project, path = project_with_files(tmp_path, count=1)
    require(path, project.media[0]).unlink()
    again, _ = add_media(project, path, tmp_path / "source 0.PNG", PICTURE_INFO)
    assert again is project
    assert require(path, project.media[0]).is_file()


@pytest.mark.parametrize(
    ("name", "suffix"), [("a.tar.gz", ".gz"), ("a", ""), ("a.we ird", ""), ("a.verylongsuffix", "")]
)
def test_only_usual_suffixes_are_kept(tmp_path: Path, name: str, suffix: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    _, added = add_media(Project(), tmp_path / "film.portraits", tmp_path / name, PICTURE_INFO)
    assert added.path == hashlib.sha256(b"x").hexdigest() + suffix


def test_what_cannot_be_added_is_said(tmp_path: Path) -> None:
    path = tmp_path / "film.portraits"
    empty = tmp_path / "empty.png"
    empty.touch()
    for file, info, code in [
        (empty, PICTURE_INFO, ErrorCode.BAD_INPUT),
        (tmp_path / "gone.png", PICTURE_INFO, ErrorCode.MISSING_INPUT),
        (tmp_path, PICTURE_INFO, ErrorCode.BAD_INPUT),
        (empty, MediaInfo(kind="project"), ErrorCode.BAD_INPUT),
    ]:
        with pytest.raises(PortraitsError) as caught:
            add_media(Project(), path, file, info)
        assert caught.value.code is code
        assert file.name in caught.value.failure.what
    assert not list(media_folder(path).iterdir())


def test_impossible_figures_are_refused(tmp_path: Path) -> None:
    source = tmp_path / "a.png"
    source.write_bytes(b"x")
    info = msgspec.structs.replace(PICTURE_INFO, width=-5)
    with pytest.raises(PortraitsError, match="size of -5 x 6"):
        add_media(Project(), tmp_path / "film.portraits", source, info)


def test_a_full_disk_leaves_no_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "a.png"
    source.write_bytes(b"x" * 100)
    path = tmp_path / "film.portraits"

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(PortraitsError) as caught:
        add_media(Project(), path, source, PICTURE_INFO)
    assert caught.value.code is ErrorCode.DISK_FULL
    assert not list(media_folder(path).iterdir())


def test_a_missing_file_says_how_to_get_it_back(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError) as caught:
        require(tmp_path / "film.portraits", item("a"))
    assert caught.value.code is ErrorCode.MISSING_INPUT
    assert "Find it in another folder" in caught.value.failure.todo


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_links_that_lead_out_are_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("x")
    project_path = tmp_path / "project" / "film.portraits"
    folder = media_folder(project_path)
    folder.mkdir(parents=True)
    inside = item("a")
    (folder / inside.path).symlink_to(secret)
    with pytest.raises(PortraitsError, match="leads out"):
        resolve(project_path, inside)

    (folder / inside.path).unlink()
    folder.rmdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / inside.path).touch()
    folder.symlink_to(elsewhere)
    with pytest.raises(PortraitsError, match="leads out"):
        resolve(project_path, inside)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_the_project_may_lie_behind_a_link(tmp_path: Path) -> None:
    project, path = project_with_files(tmp_path, count=1)
    link = tmp_path.parent / f"{tmp_path.name}-link"
    link.symlink_to(tmp_path)
    assert require(link / path.name, project.media[0]).is_file()


def test_an_item_is_replaced_by_id() -> None:
    project = Project(media=(item("a"), item("b")))
    changed = msgspec.structs.replace(project.media[1], rating=3)
    assert [each.rating for each in with_item(project, changed).media] == [0, 3]
    assert digest("b") == changed.sha256
