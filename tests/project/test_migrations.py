import json
from pathlib import Path
from typing import Any

import pytest

from engine.project import migrations, store
from engine.project.migrations import STEPS, migrate
from engine.project.schema import CURRENT_VERSION, Project
from engine.project.store import load, save
from tests.project.samples import full_project

GOLDEN = Path(__file__).parents[1] / "golden" / "projects"


@pytest.mark.parametrize("version", range(1, CURRENT_VERSION + 1))
def test_a_sample_of_every_version_opens(version: int) -> None:
    sample = GOLDEN / f"version-{version}.portraits"
    assert json.loads(sample.read_bytes())["version"] == version
    project = load(sample)
    assert project.version == CURRENT_VERSION
    assert {clip.__class__.__name__ for track in project.timeline.tracks for clip in track.clips} == {
        "AnimationClip",
        "MorphClip",
        "MovieClip",
        "MusicClip",
        "ShotClip",
        "SoundClip",
        "StillClip",
        "TitleClip",
        "VoiceClip",
    }


def test_the_newest_sample_is_what_is_written_today(tmp_path: Path) -> None:
    save(full_project(), tmp_path / "film.portraits")
    newest = GOLDEN / f"version-{CURRENT_VERSION}.portraits"
    assert (tmp_path / "film.portraits").read_text("utf-8") == newest.read_text("utf-8")


def test_there_is_a_step_from_every_older_version() -> None:
    assert sorted(STEPS) == list(range(1, CURRENT_VERSION))


def _name_to_title(document: dict[str, Any]) -> dict[str, Any]:
    document["title"] = document.pop("name")
    return document


def _untitled(document: dict[str, Any]) -> dict[str, Any]:
    document["title"] = document["title"] or "Untitled"
    return document


def test_steps_are_taken_one_by_one() -> None:
    steps = {1: _name_to_title, 2: _untitled}
    assert migrate({"version": 1, "name": ""}, 1, target=3, steps=steps) == {"version": 3, "title": "Untitled"}
    assert migrate({"version": 2, "title": "A"}, 2, target=3, steps=steps) == {"version": 3, "title": "A"}


def test_a_missing_step_is_an_error() -> None:
    with pytest.raises(KeyError):
        migrate({"version": 1}, 1, target=3, steps={1: lambda document: document})


@pytest.fixture
def older_version(monkeypatch: pytest.MonkeyPatch) -> int:
    """Make the present version count as the second of a format whose first had another field."""
    steps = {CURRENT_VERSION - 1: _name_to_title}

    def migrate_fake(document: dict[str, Any], version: int) -> dict[str, Any]:
        return migrations.migrate(document, version, target=CURRENT_VERSION, steps=steps)

    monkeypatch.setattr(store, "migrate", migrate_fake)
    monkeypatch.setattr(store, "OLDEST_VERSION", CURRENT_VERSION - 1)
    return CURRENT_VERSION - 1


def test_an_older_file_opens_unchanged_and_is_kept_when_saved(tmp_path: Path, older_version: int) -> None:
    path = tmp_path / "film.portraits"
    old = json.dumps({"version": older_version, "name": "Aunt Anna"})
    path.write_text(old)
    project = load(path)
    assert project == Project(title="Aunt Anna")
    assert [each.name for each in tmp_path.iterdir()] == ["film.portraits"]
    assert path.read_text() == old

    save(project, path)
    backup = tmp_path / f"film.version-{older_version}.portraits"
    assert backup.read_text() == old
    assert load(path) == project

    path.write_text(json.dumps({"version": older_version, "name": "again"}))
    save(project, path)
    assert backup.read_text() == old


def test_no_backup_of_the_present_version(tmp_path: Path) -> None:
    path = tmp_path / "film.portraits"
    save(Project(title="one"), path)
    save(Project(title="two"), path)
    assert [each.name for each in tmp_path.iterdir()] == ["film.portraits"]
