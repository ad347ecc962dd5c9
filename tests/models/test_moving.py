"""Moving the store: everything arrives and is right before anything goes, and nothing is ever lost."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from engine.models import moving
from engine.models.download import download
from engine.models.folders import use_store
from engine.models.manifest import FOLDER
from engine.models.settings import read_settings
from engine.models.store import Store
from engine.models.verify import verify
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.store import MoveStoreJob
from tests.helpers.cancelling import CancelledAt
from tests.helpers.hub import Hub
from tests.models.conftest import QUICK, small_entry, store_of


@pytest.fixture
def store(hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store with one model, which is the person's own."""
    monkeypatch.setenv("PORTRAITS_HOME", str(tmp_path / "home"))
    folder = tmp_path / "old store"
    folder.mkdir()
    use_store(str(folder))
    made = store_of(folder)
    monkeypatch.setenv("HF_ENDPOINT", hub.address)
    download(small_entry(), made, SilentContext(), endpoint=hub.address, patience=QUICK)
    (folder / "models--people--other").mkdir()
    (folder / "models--people--other" / "theirs.bin").write_bytes(b"of another program")
    default: Callable[..., Store] = lambda settings=None, environment=None: store_of(  # noqa: E731
        Path((settings or read_settings()).folder)
    )
    monkeypatch.setattr(Store, "default", default)
    return made


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its name, links followed."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def ours(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in files_of(folder).items() if "other" not in name}


def no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the new folder were on another disk."""

    def refuse(*_args: Any, **_options: Any) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(moving, "_same_disk", lambda *_: False)


@pytest.mark.parametrize("copied", [False, True])
def test_the_store_moves_with_every_model(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copied: bool
) -> None:
    before = ours(store.folder)
    assert any(name.startswith(FOLDER) for name in before)
    if copied:
        no_links(monkeypatch)
    target = tmp_path / "new" / "store"
    assert moving.run(MoveStoreJob(folder=str(target)), SilentContext()) == []
    assert ours(target) == before
    assert read_settings().folder == str(target)
    moved = store_of(target)
    assert moved.state_of(small_entry()).condition == "installed"
    assert verify(small_entry(), moved, SilentContext()) == []
    assert files_of(store.folder) == {"models--people--other/theirs.bin": b"of another program"}


@pytest.mark.parametrize("copied", [False, True])
def test_cancelling_leaves_both_folders_as_they_were(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copied: bool
) -> None:
    before = files_of(store.folder)
    if copied:
        no_links(monkeypatch)
    target = tmp_path / "new"
    target.mkdir()
    (target / "mine.txt").write_text("mine")
    monkeypatch.setattr(moving, "_MEGABYTE", 1000)
    with pytest.raises(Cancelled):
        moving.run(MoveStoreJob(folder=str(target)), CancelledAt(300, keep_done=False))
    assert files_of(store.folder) == before
    assert files_of(target) == {"mine.txt": b"mine"}
    assert read_settings().folder == str(store.folder)


def test_a_copy_that_is_not_right_is_not_trusted(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_links(monkeypatch)
    before = files_of(store.folder)
    monkeypatch.setattr(moving, "cancellable_sha256", lambda *_: "0" * 64)
    with pytest.raises(PortraitsError, match="what was read back differs"):
        moving.run(MoveStoreJob(folder=str(tmp_path / "new")), SilentContext())
    assert files_of(store.folder) == before
    assert files_of(tmp_path / "new") == {}


def test_a_move_that_was_killed_goes_on(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_links(monkeypatch)
    before, target = ours(store.folder), tmp_path / "new"
    # What a kill leaves: some whole files, one half copied under its hidden name.
    name = next(name for name in before if "/blobs/" in name or name.endswith(".safetensors"))
    (target / name).parent.mkdir(parents=True)
    (target / name).write_bytes(before[name])
    (target / name).with_name(f".{Path(name).name}.moving").write_bytes(b"half")
    moving.run(MoveStoreJob(folder=str(target)), SilentContext())
    assert before.items() <= ours(target).items()
    assert store_of(target).state_of(small_entry()).condition == "installed"


def test_another_file_of_the_same_name_is_never_replaced(store: Store, tmp_path: Path) -> None:
    target, before = tmp_path / "new", files_of(store.folder)
    name = next(piece.name for piece in moving.pieces_of(store) if not piece.link)
    (target / name).parent.mkdir(parents=True)
    (target / name).write_bytes(b"something else")
    with pytest.raises(PortraitsError) as error:
        moving.run(MoveStoreJob(folder=str(target)), SilentContext())
    assert error.value.code is ErrorCode.OUTPUT_EXISTS
    assert files_of(target) == {name: b"something else"}
    assert files_of(store.folder) == before


@pytest.mark.parametrize("inside", ["", "deeper"])
def test_the_store_is_not_moved_into_itself(store: Store, inside: str) -> None:
    before = files_of(store.folder)
    with pytest.raises(PortraitsError) as error:
        moving.run(MoveStoreJob(folder=str(store.folder / inside)), SilentContext())
    assert error.value.code is ErrorCode.USAGE
    assert files_of(store.folder) == before


def test_a_disk_without_room_is_told_before_anything_is_copied(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_links(monkeypatch)
    monkeypatch.setattr(moving, "free_space", lambda _: 1000)
    with pytest.raises(PortraitsError) as error:
        moving.run(MoveStoreJob(folder=str(tmp_path / "new")), SilentContext())
    assert error.value.code is ErrorCode.DISK_FULL
    assert files_of(tmp_path / "new") == {}


def test_what_cannot_be_removed_stays_searched(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moving, "_clear", lambda *_: None)
    context = SilentContext()
    moving.run(MoveStoreJob(folder=str(tmp_path / "new")), context)
    assert str(store.folder) in read_settings().added
    assert "still searched" in context.notes[-1]


def test_the_former_store_stays_searched_when_another_is_only_chosen(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    use_store(str(other))
    assert (read_settings().folder, read_settings().added) == (str(other), (str(store.folder),))
    shutil.rmtree(other)
    with pytest.raises(PortraitsError, match="is not a folder"):
        use_store(str(other))
