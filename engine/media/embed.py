"""The last touch on GIF, APNG and WebP files: text, and flags, that FFmpeg's muxers leave out."""

import json
import shutil
import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from engine.media.picture_writer import exif_text, png_keyword

_GIF_COMMENT = b"\x21\xfe"
_PNG_HEADER_BYTES = 8 + 25
_EXIF_FLAG = 0x08
_ANMF_FLAGS_AT = 15
_ANMF_REPLACE = 0x02


def embed_text(path: Path, muxer: str, text: Mapping[str, str]) -> None:
    """Write ``text`` into the file at ``path``: a comment in "gif", iTXt chunks in "apng", an EXIF chunk in "webp"."""
    if muxer == "webp":
        _finish_webp(path, text)
    elif muxer == "gif":
        _insert(path, _gif_header_bytes, _gif_comment(text))
    else:
        _insert(path, lambda _: _PNG_HEADER_BYTES, _png_chunks(text))


def _insert(path: Path, offset_of: Callable[[BinaryIO], int], extra: bytes) -> None:
    """Put ``extra`` after the header; the rest moves through a second file beside the first."""
    other = path.with_suffix(".~")
    try:
        with path.open("rb") as source, other.open("wb") as target:
            offset = offset_of(source)
            source.seek(0)
            target.write(source.read(offset))
            target.write(extra)
            shutil.copyfileobj(source, target, 1 << 20)
        other.replace(path)
    finally:
        other.unlink(missing_ok=True)


def _gif_header_bytes(file: BinaryIO) -> int:
    """Length of header, screen descriptor and global colour table (GIF89a, sections 17-19)."""
    flags = file.read(13)[10]
    return 13 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)


def _gif_comment(text: Mapping[str, str]) -> bytes:
    """One comment extension with JSON in ASCII, in sub-blocks of at most 255 bytes (GIF89a, section 24)."""
    data = json.dumps(dict(text)).encode("ascii")
    out = bytearray(_GIF_COMMENT)
    for start in range(0, len(data), 255):
        block = data[start : start + 255]
        out += bytes([len(block)]) + block
    return bytes(out) + b"\0"


def _png_chunks(text: Mapping[str, str]) -> bytes:
    """iTXt chunks: keyword, not compressed, no language, no translated keyword, UTF-8 (PNG specification, 11.3.3.4)."""
    out = bytearray()
    for key, value in text.items():
        data = png_keyword(key).encode("latin-1", "replace") + b"\0\0\0\0\0" + value.encode()
        checksum = zlib.crc32(b"iTXt" + data)
        out += struct.pack(">I", len(data)) + b"iTXt" + data + struct.pack(">I", checksum)
    return bytes(out)


def _finish_webp(path: Path, text: Mapping[str, str]) -> None:
    """Append an EXIF chunk, announce it in the VP8X header, and let every frame replace the one before it.

    FFmpeg's muxer leaves the frames' flag at "blend", which would show old frames through transparent places
    (WebP Container Specification, "Animation"). A file of one frame has no VP8X header and stays as it is.
    """
    with path.open("r+b") as file:
        if file.read(12)[8:] != b"WEBP":
            return
        extended = False
        while len(head := file.read(8)) == 8:
            kind, size = struct.unpack("<4sI", head)
            start = file.tell()
            if kind == b"VP8X":
                extended = True
                _set_bits(file, start, _EXIF_FLAG)
            elif kind == b"ANMF":
                _set_bits(file, start + _ANMF_FLAGS_AT, _ANMF_REPLACE)
            file.seek(start + size + size % 2)
        if not extended:
            return
        data = exif_text(text).removeprefix(b"Exif\0\0")
        end = file.seek(0, 2)
        file.write(b"EXIF" + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2))
        file.seek(4)
        file.write(struct.pack("<I", end + len(data) + len(data) % 2))


def _set_bits(file: BinaryIO, offset: int, bits: int) -> None:
    file.seek(offset)
    old = file.read(1)[0]
    file.seek(offset)
    file.write(bytes([old | bits]))
