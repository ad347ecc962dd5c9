"""The frozen folder: symbols out, but never so that a library cannot be loaded; and what takes the room."""

import shutil
import struct
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from freezing import folder


def elf(*segments: tuple[int, int, int]) -> bytes:
    """Return a 64-bit ELF file with loadable segments of (offset, address, alignment)."""
    header = bytearray(64)
    header[:6] = b"\x7fELF\x02\x01"
    struct.pack_into("<Q", header, 32, 64)
    struct.pack_into("<HH", header, 54, 56, len(segments))
    table = b"".join(
        struct.pack("<IIQQQQQQ", 1, 5, offset, address, address, 1, 1, align) for offset, address, align in segments
    )
    return bytes(header) + table


@pytest.mark.parametrize(
    ("segments", "loadable"),
    [
        (((0, 0, 4096), (0x1000, 0x5000, 0x1000)), True),
        (((0x1234, 0x5234, 0x1000),), True),
        (((0, 0, 4096), (0x1238, 0x5240, 0x1000)), False),
    ],
)
def test_segments_off_their_pages_are_seen(
    tmp_path: Path, segments: tuple[tuple[int, int, int], ...], loadable: bool
) -> None:
    path = tmp_path / "lib.so"
    path.write_bytes(elf(*segments))
    assert folder.is_loadable(path) is loadable


def test_what_is_no_64_bit_elf_is_not_called_loadable(tmp_path: Path) -> None:
    path = tmp_path / "lib.so"
    path.write_bytes(b"MZ" + bytes(100))
    assert not folder.is_loadable(path)


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("strip") is None, reason="strips ELF files with binutils"
)
def test_a_stripped_library_still_loads_and_a_broken_one_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "_WORTH_STRIPPING", 1)
    source = next(Path(sysconfig.get_path("platlib")).glob("numpy/_core/_multiarray_umath*.so"))
    library, spoilt = tmp_path / "a.so", tmp_path / "b.so"
    shutil.copy(source, library)
    spoilt.write_bytes(elf((0x1238, 0x5240, 0x1000)))
    before = spoilt.read_bytes()
    size = library.stat().st_size
    saved = folder.strip_symbols(tmp_path)
    assert library.stat().st_size == size - saved
    assert folder.is_loadable(library)
    assert spoilt.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.so", "b.so"]
    check = "import ctypes, sys; ctypes.PyDLL(sys.argv[1])"
    subprocess.run([sys.executable, "-c", f"import numpy; {check}", str(library)], check=True)


def test_sizes_and_largest_parts(tmp_path: Path) -> None:
    inside = tmp_path / "_internal"
    (inside / "torch" / "lib").mkdir(parents=True)
    (inside / "torch" / "lib" / "big.so").write_bytes(bytes(5000))
    (inside / "small.so").write_bytes(bytes(100))
    (tmp_path / "portraits").write_bytes(bytes(700))
    (inside / "link.so").symlink_to("torch/lib/big.so")
    assert folder.size_of(tmp_path) == 5800
    assert folder.largest_parts(tmp_path) == [("torch", 5000), ("portraits", 700), ("small.so", 100)]
    assert "torch" in folder.report(tmp_path)


def test_the_promised_sizes() -> None:
    assert folder.MAX_UNPACKED == 1.7e9
    assert folder.MAX_COMPRESSED == 650e6
