"""A full disk at the end costs nothing: the frames are kept, and the next run only writes them."""

import errno
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.encode import EncodeSettings
from engine.video import job as jobs
from engine.video import rescue
from engine.video.job import run
from tests.video.conftest import IDS, shot, source
from tests.video.test_job import frames


def fill_disk(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> None:
    """Let every file that is moved into place in these folders fail as on a full disk."""
    from engine.media import files

    original = files._sync

    def sync(path: Path) -> None:
        if path.parent in folders:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        original(path)

    monkeypatch.setattr(files, "_sync", sync)


def failed(store: Store, job: Any) -> PortraitsError:
    with pytest.raises(PortraitsError) as caught:
        run(job, SilentContext(), store=store)
    return caught.value


@pytest.mark.parametrize("everything_full", [False, True])
def test_frames_are_kept_and_written_elsewhere(
    everything_full: bool, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full, roomy = tmp_path / "full", tmp_path / "roomy"
    full.mkdir()
    roomy.mkdir()
    expected = frames(run(shot(tmp_path / "a.apng"), SilentContext(), store=store)[0].path)
    with monkeypatch.context() as patch:
        fill_disk(patch, full, *([rescue.folder()] if everything_full else []))
        error = failed(store, shot(full / "b.apng"))
    assert error.code is ErrorCode.DISK_FULL
    assert error.failure.safe == f"The finished frames are kept{' until the engine ends' if everything_full else ''}."
    assert "Choose another folder" in error.failure.todo
    assert not list(full.iterdir())
    assert bool(list(rescue.folder().glob("*.npy"))) != everything_full

    def no_model(*_: object) -> None:
        raise AssertionError("the shot was made again")

    monkeypatch.setattr(jobs, "_made", no_model)
    context = SilentContext()
    # Another folder and another codec are another way to write the same frames.
    again = shot(roomy / "c.apng", encode=EncodeSettings(codec="apng", quality=1))
    assert np.array_equal(frames(run(again, context, store=store)[0].path), expected)
    assert "The frames of this shot were kept from an earlier run; they only had to be written." in context.notes
    # They are not needed any longer, and another seed is another shot.
    with pytest.raises(AssertionError, match="made again"):
        run(shot(roomy / "d.apng"), SilentContext(), store=store)


def test_only_what_the_frames_depend_on_counts(tmp_path: Path, picture: Path) -> None:
    job = shot(tmp_path / "a.apng")
    key = rescue.key_of(job, {})
    assert rescue.key_of(replace(job, output="b.mp4", encode=EncodeSettings(), overwrite=True), {}) == key
    for change in ({"seed": 8}, {"prompt": "b"}, {"model": IDS["df"]}, {"image": source(picture)}):
        assert rescue.key_of(replace(job, **change), {}) != key
    assert rescue.key_of(job, {"a.png": "0" * 64}) != key


def test_a_broken_rescue_is_made_anew(store: Store, tmp_path: Path) -> None:
    rescue.folder().mkdir(parents=True)
    for content in (b"", b"nothing", b"\x93NUMPY\x01\x00"):
        for name in rescue.folder().glob("*"):
            name.unlink()
        (rescue.folder() / f"{'0' * 64}.npy").write_bytes(content)
        assert rescue.kept("0" * 64, 48, 32) is None
    np.save(rescue.folder() / f"{'1' * 64}.npy", np.zeros((3, 32, 48, 3), np.uint8))
    assert rescue.kept("1" * 64, 48, 48) is None
    found = rescue.kept("1" * 64, 48, 32)
    assert found is not None
    assert len(found) == 3


def test_only_a_few_are_kept(tmp_path: Path) -> None:
    for number in range(5):
        rescue.keep(str(number), [np.zeros((1, 2, 2, 3), np.uint8)])
    assert len(list(rescue.folder().glob("*.npy"))) == 3
