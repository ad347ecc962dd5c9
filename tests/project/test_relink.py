import os
from pathlib import Path

import pytest

from engine.project.folder import media_folder, require
from engine.project.relink import find_media, missing_media, relink
from tests.project.samples import project_with_files


def test_missing_media_is_found_by_its_bytes(tmp_path: Path) -> None:
    project, path = project_with_files(tmp_path)
    elsewhere = tmp_path / "old disk" / "deep" / "er"
    elsewhere.mkdir(parents=True)
    for index, item in enumerate(project.media[:2]):
        require(path, item).rename(elsewhere / f"renamed {index}")
    (elsewhere / "same size").write_bytes(bytes(project.media[0].size))
    assert missing_media(project, path) == list(project.media[:2])

    back, still_missing = relink(project, path, [tmp_path / "old disk"])
    assert (back, still_missing) == (list(project.media[:2]), [])
    assert missing_media(project, path, verify=True) == []
    assert (elsewhere / "renamed 0").exists()


def test_what_is_not_found_stays_missing(tmp_path: Path) -> None:
    project, path = project_with_files(tmp_path)
    for each in tmp_path.glob("source*"):
        each.unlink()
    require(path, project.media[1]).unlink()
    back, still_missing = relink(project, path, [tmp_path, tmp_path / "no such folder"])
    assert (back, still_missing) == ([], [project.media[1]])


def test_damaged_media_is_missing_and_replaced(tmp_path: Path) -> None:
    project, path = project_with_files(tmp_path, count=1)
    item = project.media[0]
    require(path, item).write_bytes(bytes(item.size))
    assert missing_media(project, path) == []
    assert missing_media(project, path, verify=True) == [item]
    back, _ = relink(project, path, [tmp_path])
    assert back == [item]
    assert missing_media(project, path, verify=True) == []


def test_a_search_can_be_stopped(tmp_path: Path) -> None:
    project, path = project_with_files(tmp_path)

    def stop(count: int) -> None:
        if count == 2:
            raise KeyboardInterrupt

    for item in project.media:
        require(path, item).unlink()
    with pytest.raises(KeyboardInterrupt):
        find_media(project.media, [tmp_path], seen=stop)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_links_are_not_followed(tmp_path: Path) -> None:
    project, path = project_with_files(tmp_path, count=1)
    search = tmp_path / "search"
    search.mkdir()
    real = require(path, project.media[0])
    (search / "link").symlink_to(real)
    (search / "round").symlink_to(search)
    assert find_media(project.media, [search]) == {}
    assert media_folder(path).is_dir()
