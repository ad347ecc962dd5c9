import errno
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.media.files import atomic_folder, atomic_output, make_folder, open_input, sha256_of
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from tests.helpers.media import leftovers


def write(target: Path, data: bytes, *, overwrite: bool = False, meanwhile: Callable[[], object] | None = None) -> None:
    """Write ``data`` as an output; ``meanwhile`` runs before the block ends."""
    with atomic_output(target, overwrite=overwrite) as temporary:
        temporary.write_bytes(data)
        if meanwhile is not None:
            meanwhile()


def write_frames(
    folder: Path, count: int, *, overwrite: bool = False, meanwhile: Callable[[], object] | None = None
) -> None:
    with atomic_folder(folder, NUMBERED, overwrite=overwrite) as temporary:
        for number in range(1, count + 1):
            (temporary / f"frame-{number}.png").write_bytes(b"new")
        if meanwhile is not None:
            meanwhile()


def raising(error: BaseException) -> Callable[[], None]:
    def fail() -> None:
        raise error

    return fail


NUMBERED = re.compile(r"frame-[0-9]+\.png")


@pytest.mark.parametrize(
    "name", ["film.mp4", "two words.mp4", 'it\'s "quoted".mp4', "Füße – 肖像 🎬.mp4", "100%.mp4", "n" * 251 + ".mp4"]
)
def test_a_whole_file_appears_under_its_name(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    with atomic_output(target, overwrite=False) as temporary:
        assert temporary.parent == tmp_path
        assert temporary.suffix == ".mp4"
        assert not target.exists()
        temporary.write_bytes(b"whole")
    assert target.read_bytes() == b"whole"
    assert leftovers(tmp_path) == [name]


@pytest.mark.parametrize("error", [RuntimeError("x"), Cancelled(), KeyboardInterrupt()])
def test_nothing_is_left_when_the_work_fails(tmp_path: Path, error: BaseException) -> None:
    with pytest.raises(type(error)):
        write(tmp_path / "film.mp4", b"half", meanwhile=raising(error))
    assert leftovers(tmp_path) == []


def test_an_existing_output_is_refused_before_the_work(tmp_path: Path) -> None:
    target = tmp_path / "film.mp4"
    target.write_bytes(b"old")
    with pytest.raises(PortraitsError, match="already there") as caught, atomic_output(target, overwrite=False):
        pytest.fail("the work must not start")
    assert caught.value.code is ErrorCode.OUTPUT_EXISTS
    assert "--overwrite" in caught.value.failure.todo
    assert target.read_bytes() == b"old"


def test_overwrite_replaces_it_only_when_whole(tmp_path: Path) -> None:
    target = tmp_path / "film.mp4"
    target.write_bytes(b"old")
    with pytest.raises(RuntimeError):
        write(target, b"new", overwrite=True, meanwhile=raising(RuntimeError()))
    assert target.read_bytes() == b"old"
    with atomic_output(target, overwrite=True) as temporary:
        temporary.write_bytes(b"new")
    assert target.read_bytes() == b"new"


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "film.mp4"
    with pytest.raises(PortraitsError, match="already there"):
        write(target, b"ours", meanwhile=lambda: target.write_bytes(b"theirs"))
    assert target.read_bytes() == b"theirs"
    assert leftovers(tmp_path) == ["film.mp4"]


def test_a_file_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_link(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "not here")

    monkeypatch.setattr(os, "link", no_link)
    with atomic_output(tmp_path / "film.mp4", overwrite=False) as temporary:
        temporary.write_bytes(b"whole")
    assert leftovers(tmp_path) == ["film.mp4"]
    with pytest.raises(PortraitsError, match="already there"), atomic_output(tmp_path / "b.mp4", overwrite=False):
        (tmp_path / "b.mp4").write_bytes(b"theirs")
    assert (tmp_path / "b.mp4").read_bytes() == b"theirs"


@pytest.mark.skipif(os.name == "nt", reason="needs the right to make links")
def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.mp4").write_bytes(b"old")
    (tmp_path / "link.mp4").symlink_to(tmp_path / "real.mp4")
    with atomic_output(tmp_path / "link.mp4", overwrite=True) as temporary:
        temporary.write_bytes(b"new")
    assert (tmp_path / "link.mp4").is_symlink()
    assert (tmp_path / "real.mp4").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_the_usual_mode_is_given(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    with atomic_output(tmp_path / "film.mp4", overwrite=False):
        pass
    assert (tmp_path / "film.mp4").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_missing_folder_and_a_file_as_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cases = {tmp_path / "no" / "a.mp4": '"no" is not there', tmp_path / "file" / "a.mp4": '"file" is not a folder'}
    for target, words in cases.items():
        with pytest.raises(PortraitsError, match=words) as caught, atomic_output(target, overwrite=True):
            pass
        assert caught.value.code is ErrorCode.CANNOT_WRITE
        assert '"a.mp4"' in caught.value.failure.what


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").mkdir()
    with (
        pytest.raises(PortraitsError, match="a folder has this name"),
        atomic_output(tmp_path / "a.mp4", overwrite=True),
    ):
        pass


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with (
        pytest.raises(PortraitsError, match="too long"),
        atomic_output(tmp_path / ("é" * 130 + ".mp4"), overwrite=False),
    ):
        pass


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, ErrorCode.DISK_FULL), (errno.EFBIG, ErrorCode.CANNOT_WRITE)]
)
def test_a_full_disk_at_any_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: ErrorCode
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    with pytest.raises(PortraitsError) as caught:
        write(tmp_path / "a.mp4", b"half", meanwhile=raising(OSError(number, os.strerror(number))))
    assert caught.value.code is code
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(PortraitsError) as caught, atomic_output(tmp_path / "a.mp4", overwrite=False):
        pass
    assert caught.value.code is code
    assert leftovers(tmp_path) == []


def test_a_failure_to_read_something_else_keeps_its_own_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), atomic_output(tmp_path / "a.mp4", overwrite=False):
        (tmp_path / "input.png").read_bytes()


def test_sha256(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc" * 100_000)
    assert sha256_of(tmp_path / "a") == hashlib.sha256(b"abc" * 100_000).hexdigest()
    with pytest.raises(PortraitsError, match='"b" was not found') as caught:
        sha256_of(tmp_path / "b")
    assert caught.value.code is ErrorCode.MISSING_INPUT
    with pytest.raises(PortraitsError, match="is a folder"):
        sha256_of(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(PortraitsError, match="device or pipe"):
        open_input(tmp_path / "pipe.png")


def test_a_name_with_a_zero_byte(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError, match="cannot be read"):
        open_input(tmp_path / "a\0b")


def test_a_new_folder_appears_whole(tmp_path: Path) -> None:
    with atomic_folder(tmp_path / "shots", NUMBERED, overwrite=False) as temporary:
        (temporary / "frame-1.png").write_bytes(b"1")
        assert not (tmp_path / "shots").exists()
    assert leftovers(tmp_path / "shots") == ["frame-1.png"]
    assert leftovers(tmp_path) == ["shots"]


def test_a_folder_keeps_foreign_files_and_loses_old_members(tmp_path: Path) -> None:
    folder = tmp_path / "shots"
    folder.mkdir()
    for name in ("frame-1.png", "frame-2.png", "notes.txt"):
        (folder / name).write_bytes(b"old")
    with (
        pytest.raises(PortraitsError, match="is already there"),
        atomic_folder(folder, NUMBERED, overwrite=False),
    ):
        pytest.fail("the work must not start")
    with atomic_folder(folder, NUMBERED, overwrite=True) as temporary:
        (temporary / "frame-1.png").write_bytes(b"new")
    assert leftovers(folder) == ["frame-1.png", "notes.txt"]
    assert (folder / "frame-1.png").read_bytes() == b"new"
    assert (folder / "notes.txt").read_bytes() == b"old"
    assert leftovers(tmp_path) == ["shots"]


def test_a_folder_is_left_as_it_was_when_the_work_fails(tmp_path: Path) -> None:
    folder = tmp_path / "shots"
    folder.mkdir()
    (folder / "notes.txt").write_bytes(b"old")
    with pytest.raises(RuntimeError):
        write_frames(folder, 1, meanwhile=raising(RuntimeError()))
    theirs = folder / "frame-2.png"
    with pytest.raises(PortraitsError, match="already there"):
        write_frames(folder, 2, meanwhile=lambda: theirs.write_bytes(b"theirs"))
    assert leftovers(folder) == ["frame-2.png", "notes.txt"]
    assert leftovers(tmp_path) == ["shots"]


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "shots").touch()
    with (
        pytest.raises(PortraitsError, match="is a file, not a folder"),
        atomic_folder(tmp_path / "shots", NUMBERED, overwrite=True),
    ):
        pass


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_that_cannot_be_made_says_what_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine")
    with pytest.raises(PortraitsError, match="a file has this name") as caught:
        make_folder(tmp_path / "a")
    assert caught.value.code is ErrorCode.CANNOT_WRITE
    with pytest.raises(PortraitsError, match='"a" is not a folder'):
        make_folder(tmp_path / "a" / "b")


def test_a_reader_that_is_gone_is_no_fault_of_the_output(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError):
        write(tmp_path / "a.png", b"x", meanwhile=raising(BrokenPipeError()))
    assert leftovers(tmp_path) == []


def test_a_real_limit_of_the_system(tmp_path: Path) -> None:
    """The kernel itself refuses to let the file grow, in the middle of an encoder's work."""
    pytest.importorskip("resource")
    script = """
import resource, sys
from fractions import Fraction
from pathlib import Path
import numpy as np
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
from engine.media.movie_writer import MovieWriter
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.encode import EncodeSettings
noise = np.random.default_rng(1)
try:
    encode = EncodeSettings(quality=1)
    with MovieWriter(Path(sys.argv[1]), width=64, height=48, fps=Fraction(24), encode=encode) as movie:
        for _ in range(60):
            movie.write(noise.integers(0, 255, (48, 64, 4), dtype=np.uint8))
except PortraitsError as error:
    print(error.code, error)
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "film.mp4")], capture_output=True, text=True, check=True
    )
    assert "cannot_write" in done.stdout
    assert "a file this large" in done.stdout
    assert leftovers(tmp_path) == []
