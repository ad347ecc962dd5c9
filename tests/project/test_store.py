import json
import os
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from engine.project import files
from engine.project.schema import CURRENT_VERSION, Project
from engine.project.store import (
    MAX_PROJECT_BYTES,
    autosave,
    autosave_path,
    discard_autosave,
    find_recovery,
    load,
    parse,
    save,
)
from engine.project.validate import problems
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.values import to_json
from tests.project.samples import full_project, projects


def written(tmp_path: Path, content: bytes | str) -> Path:
    path = tmp_path / "film.portraits"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refusal(path: Path) -> PortraitsError:
    with pytest.raises(PortraitsError) as caught:
        load(path)
    assert path.name in caught.value.failure.what
    assert caught.value.failure.todo.endswith(".")
    return caught.value


def test_every_kind_of_clip_and_field_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "film.portraits"
    save(full_project(), path)
    assert load(path) == full_project()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(projects())
def test_sound_projects_come_back(project: Project) -> None:
    assert list(problems(project)) == []
    assert parse(to_json(project), Path("film.portraits")) == project


def test_the_file_is_laid_out_for_people_and_diffs(tmp_path: Path) -> None:
    path = tmp_path / "film.portraits"
    save(full_project(), path)
    text = path.read_text("utf-8")
    assert text.endswith("}\n")
    assert '"fps": "24000/1001"' in text
    assert "映画" in text
    assert len(text.splitlines()) > 100


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "it is empty"),
        ("  \n", "it is empty"),
        ("not json at all", "not a project"),
        (b"\xff\xfe\x00\x01", "not a project"),
        (b"PK\x03\x04" + bytes(100), "not a project"),
        ("[1, 2]", "not a project"),
        ("{}", "not a project"),
        ('{"version": "1"}', "not a project"),
        ('{"version": 0}', "version is 0"),
        ('{"version": -3}', "version is -3"),
        ("[" * 100_000, "not a project"),
        ('{"version": 1, "title": ' + '{"a":' * 100_000, "not a project"),
        (f'{{"version": {CURRENT_VERSION + 1}, "new": 1}}', "newer version"),
        ('{"version": 1, "colour": 3}', "unknown field `colour`"),
        ('{"version": 1, "settings": {"width": 1024, "depth": 3}}', "unknown field `depth`"),
        ('{"version": 1, "settings": {"width": 1e9}}', "$.settings.width"),
        ('{"version": 1, "settings": {"fps": "0"}}', "`fps` must lie between"),
        ('{"version": 1, "settings": {"fps": "1/0"}}', "Expected a fraction"),
        ('{"version": 1, "settings": {"fps": 23.976}}', "Expected a fraction"),
        ('{"version": 1, "settings": {"background": "red"}}', "$.settings.background"),
    ],
)
def test_bad_content_is_refused_with_the_reason(tmp_path: Path, content: bytes | str, reason: str) -> None:
    error = refusal(written(tmp_path, content))
    assert error.code is ErrorCode.BAD_INPUT
    assert reason in error.failure.what


def test_every_cut_is_refused(tmp_path: Path) -> None:
    whole = to_json(full_project()).rstrip()
    for length in range(0, len(whole), 211):
        with pytest.raises(PortraitsError) as caught:
            parse(whole[:length], Path("film.portraits"))
        assert caught.value.code is ErrorCode.BAD_INPUT
    assert "ends too early" in refusal(written(tmp_path, whole[: len(whole) // 2])).failure.what


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "film.portraits"
    path.touch()
    os.truncate(path, 500 * 2**20)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("the file was opened"))
    assert f"{MAX_PROJECT_BYTES // 2**20} MB" in refusal(path).failure.what


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    assert refusal(tmp_path).code is ErrorCode.BAD_INPUT
    assert refusal(tmp_path / "nowhere.portraits").code is ErrorCode.MISSING_INPUT
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.portraits")
        assert refusal(tmp_path / "pipe.portraits").code is ErrorCode.BAD_INPUT


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../film.png",
        "a/../../b.png",
        "C:/x.png",
        "a\\..\\b",
        "",
        "a//b",
        ".",
        "nul.png",
        "x:stream",
        "b. ",
        "文" * 86,
    ],
)
def test_paths_that_leave_the_folder_are_refused(tmp_path: Path, path: str) -> None:
    document = json.loads(to_json(full_project()))
    document["media"][0]["path"] = path
    error = refusal(written(tmp_path, json.dumps(document)))
    assert error.code is ErrorCode.BAD_INPUT
    assert "$.media[0]" in error.failure.what


def _dictionaries(value: object, where: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """The places of all objects in a document, except inside the plain job of a recipe."""
    found: list[tuple[object, ...]] = []
    if isinstance(value, dict):
        found.append(where)
        for key, inner in value.items():
            if key != "job":
                found += _dictionaries(inner, (*where, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            found += _dictionaries(inner, (*where, index))
    return found


def test_an_unknown_field_anywhere_is_refused() -> None:
    document = json.loads(to_json(full_project()))
    places = _dictionaries(document)
    assert len(places) > 40
    for place in places:
        target = document
        for key in place:
            target = target[key]
        target["unheard_of"] = 1
        with pytest.raises(PortraitsError, match="unknown field `unheard_of`"):
            parse(json.dumps(document).encode(), Path("film.portraits"))
        del target["unheard_of"]


class _Cut(Exception):  # noqa: N818 - not an error of ours
    """Stands for the moment at which the power fails: no handler of ours may mistake it for a full disk."""


def _cut_at(monkeypatch: pytest.MonkeyPatch, step: int, error: BaseException) -> list[str]:
    """Let the n-th call to the system fail while a file is written; return the calls made."""
    calls: list[str] = []

    def failing(name: str, real):  # type: ignore[no-untyped-def]
        def call(*arguments, **more):  # type: ignore[no-untyped-def]
            calls.append(name)
            if len(calls) == step:
                raise error
            return real(*arguments, **more)

        return call

    class Handle:
        """A file whose writes are calls that can fail, in pieces as a full disk would cut them."""

        def __init__(self, handle: int, mode: str) -> None:
            self._file = real_fdopen(handle, mode)

        def write(self, data: bytes) -> int:
            half = len(data) // 2
            self._file.write(data[:half])
            self._file.flush()
            failing("write", lambda: None)()
            return half + self._file.write(data[half:])

        def __getattr__(self, name: str):  # type: ignore[no-untyped-def]
            return getattr(self._file, name)

        def __enter__(self) -> "Handle":
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

    real_fdopen = os.fdopen
    for name in ("open", "fsync", "replace"):
        monkeypatch.setattr(files.os, name, failing(name, getattr(os, name)))
    monkeypatch.setattr(files.os, "fdopen", Handle)
    return calls


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), _Cut(), KeyboardInterrupt()])
@pytest.mark.parametrize("step", range(1, 7))
def test_a_cut_at_any_write_leaves_a_whole_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int, error: BaseException
) -> None:
    path = tmp_path / "film.portraits"
    old, new = Project(title="old"), Project(title="new")
    save(old, path)
    caught = None
    with monkeypatch.context() as patched:
        calls = _cut_at(patched, step, error)
        try:
            save(new, path)
        except (PortraitsError, _Cut, KeyboardInterrupt) as stopped:
            caught = stopped
    moved = "replace" in calls[:-1]
    # The folder is synced after the file is in its place; a file system that cannot do that has it all the same.
    assert (caught is None) == (moved and isinstance(error, OSError))
    assert load(path) == (new if moved else old)
    assert [each.name for each in tmp_path.iterdir()] == ["film.portraits"]
    if isinstance(error, OSError) and not moved:
        assert isinstance(caught, PortraitsError)
        assert caught.code is ErrorCode.DISK_FULL


def test_the_cuts_reach_every_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = _cut_at(monkeypatch, 99, _Cut())
    save(Project(), tmp_path / "film.portraits")
    assert calls == ["open", "write", "fsync", "replace", "open", "fsync"]


def test_a_project_that_could_not_be_opened_again_is_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "film.portraits"
    save(Project(title="old"), path)
    project = full_project()
    pictures = project.timeline.tracks[1]
    cases = [
        msgspec.structs.replace(project, title="a\nb"),
        msgspec.structs.replace(project, media=project.media[1:]),
        msgspec.structs.replace(
            project,
            timeline=msgspec.structs.replace(
                project.timeline, tracks=(msgspec.structs.replace(pictures, clips=pictures.clips[:2]),)
            ),
        ),
    ]
    for case in cases:
        with pytest.raises(PortraitsError) as caught:
            save(case, path)
        assert caught.value.code is ErrorCode.BAD_INPUT
        assert load(path).title == "old"


def test_a_missing_folder_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError) as caught:
        save(Project(), tmp_path / "nowhere" / "film.portraits")
    assert caught.value.code is ErrorCode.CANNOT_WRITE


def test_a_read_only_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "film.portraits"
    save(Project(title="old"), path)
    # Root may write everything, so the answer of the system is given here.
    monkeypatch.setattr(files.os, "access", lambda *_: False)
    with pytest.raises(PortraitsError) as caught:
        save(Project(title="new"), path)
    assert caught.value.code is ErrorCode.CANNOT_WRITE
    assert load(path).title == "old"


def test_the_mode_and_a_link_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.portraits", tmp_path / "film.portraits"
    save(Project(), real)
    real.chmod(0o640)
    link.symlink_to(real)
    save(Project(title="new"), link)
    assert link.is_symlink()
    assert load(real).title == "new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_autosave_is_offered_when_it_is_newer_and_different(tmp_path: Path) -> None:
    path = tmp_path / "film.portraits"
    save(Project(title="saved"), path)
    assert find_recovery(path) is None
    autosave(Project(title="later"), path)
    assert load(path).title == "saved"
    recovered = find_recovery(path)
    assert recovered is not None
    assert recovered.title == "later"
    path.write_text("damaged")
    os.utime(path, ns=(0, 0))
    assert find_recovery(path) == recovered
    path.unlink()
    assert find_recovery(path) == recovered


def test_autosave_is_not_offered_when_older_equal_or_broken(tmp_path: Path) -> None:
    path = tmp_path / "film.portraits"
    save(Project(title="saved"), path)
    autosave(Project(title="saved"), path)
    assert find_recovery(path) is None
    autosave(Project(title="other"), path)
    os.utime(autosave_path(path), ns=(0, 0))
    assert find_recovery(path) is None
    autosave_path(path).write_text('{"version": 1, ')
    assert find_recovery(path) is None
    discard_autosave(path)
    discard_autosave(path)
    assert not autosave_path(path).exists()


def test_saving_removes_the_autosave(tmp_path: Path) -> None:
    path = tmp_path / "film.portraits"
    autosave(Project(title="a"), path)
    save(Project(title="b"), path)
    assert not autosave_path(path).exists()


def test_values_read_are_exact(tmp_path: Path) -> None:
    path = tmp_path / "film.portraits"
    save(full_project(), path)
    assert load(path).settings.fps == Fraction(24000, 1001)
    assert load(path).timeline.tracks[1].clips[0].duration == Fraction(1001, 1000)
