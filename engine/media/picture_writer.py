"""Pictures to files, with what they are made of written inside."""

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, PngImagePlugin

from engine.media.files import atomic_output
from engine.media.recipes import wanted_texts
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

_FORMAT_OF_SUFFIX = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".webp": "WEBP",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".bmp": "BMP",
}
_OPTIONS: dict[str, dict[str, object]] = {
    "PNG": {"compress_level": 6},
    "JPEG": {"quality": 93, "subsampling": 0},
    "WEBP": {"quality": 93, "method": 4},
    "TIFF": {"compression": "tiff_deflate"},
    "BMP": {},
}
_EXIF_DESCRIPTION = 0x010E
_EXIF_BLOCK = 0x8769
_EXIF_USER_COMMENT = 0x9286
_ASCII = b"ASCII\0\0\0"


def write_picture(
    path: Path, rgba: NDArray[np.uint8], *, overwrite: bool = False, text: Mapping[str, str] | None = None
) -> None:
    """Write a picture; the suffix decides the format: PNG, JPEG, WebP, TIFF or BMP.

    Args:
        path: the target, written whole or not at all.
        rgba: (height, width, 4) sRGB with straight alpha; JPEG and BMP get it laid on white.
        overwrite: replace a file of that name.
        text: goes into PNG text chunks or the EXIF block; "title" also where viewers show it. BMP holds none.

    Raises:
        PortraitsError: USAGE for an unknown suffix, OUTPUT_EXISTS, CANNOT_WRITE, DISK_FULL.
    """
    kind = _FORMAT_OF_SUFFIX.get(path.suffix.lower())
    if kind is None:
        known = ", ".join(_FORMAT_OF_SUFFIX)
        raise PortraitsError(
            ErrorCode.USAGE, f"{quoted(path)} does not end like a picture file.", f"Use one of {known}."
        )
    image = Image.fromarray(rgba if kind not in ("JPEG", "BMP") else on_plain(rgba, (255, 255, 255)))
    if image.mode == "RGBA" and bool((rgba[..., 3] == 255).all()):
        image = image.convert("RGB")
    options = dict(_OPTIONS[kind])
    text = wanted_texts(text)
    if text and kind == "PNG":
        options["pnginfo"] = png_text(text)
    elif text and kind == "TIFF":
        # libtiff does not take the EXIF block that UserComment lives in.
        options["tiffinfo"] = {_EXIF_DESCRIPTION: json.dumps(dict(text))}
    elif text and kind != "BMP":
        options["exif"] = exif_text(text)
    with atomic_output(path, overwrite=overwrite) as temporary:
        image.save(temporary, format=kind, **options)


def on_plain(rgba: NDArray[np.uint8], colour: tuple[int, int, int]) -> NDArray[np.uint8]:
    """Lay straight-alpha RGBA on a plain sRGB colour; returns (height, width, 3)."""
    alpha = rgba[..., 3:].astype(np.uint16)
    ground = np.array(colour, dtype=np.uint16)
    return ((rgba[..., :3] * alpha + ground * (255 - alpha) + 127) // 255).astype(np.uint8)


def png_text(text: Mapping[str, str]) -> PngImagePlugin.PngInfo:
    """PNG iTXt chunks (UTF-8, compressed when long); the standard keyword "Title" is used for "title"."""
    info = PngImagePlugin.PngInfo()
    for key, value in text.items():
        info.add_itxt(png_keyword(key), value)
    return info


def png_keyword(key: str) -> str:
    """The keyword of a PNG text chunk: the standard "Title" for "title", anything else as it is, at most 79 letters."""
    return "Title" if key == "title" else key[:79]


def exif_text(text: Mapping[str, str]) -> bytes:
    """An EXIF block with the title as ImageDescription and everything as ASCII JSON in UserComment."""
    exif = Image.Exif()
    if "title" in text:
        exif[_EXIF_DESCRIPTION] = text["title"]
    exif.get_ifd(_EXIF_BLOCK)[_EXIF_USER_COMMENT] = _ASCII + json.dumps(dict(text)).encode("ascii")
    return exif.tobytes()


def text_of(image: Image.Image) -> dict[str, str]:
    """Read back what :func:`png_text` or :func:`exif_text` wrote, and any other text of a PNG, GIF or JPEG."""
    found: dict[str, str] = {}
    for key, value in image.info.items():
        if isinstance(value, bytes) and key == "comment":
            value = value.decode("utf-8", "replace")
        if isinstance(key, str) and isinstance(value, str):
            found["title" if key == "Title" else key] = str(value)
    try:
        exif = image.getexif()
        comment = exif.get_ifd(_EXIF_BLOCK).get(_EXIF_USER_COMMENT)
    except Exception:  # a broken EXIF block must not hide the rest
        return found
    if isinstance(comment, bytes) and comment.startswith(_ASCII):
        found |= folded_text(comment[len(_ASCII) :].decode("ascii", "replace"))
    description = exif.get(_EXIF_DESCRIPTION)
    if isinstance(description, str):
        found |= folded_text(description) or ({} if "title" in found else {"title": description})
    return found


def folded_text(comment: str) -> dict[str, str]:
    """Take apart a comment that holds everything as JSON, because its format has one comment only; {} for any other."""
    if not comment.startswith("{"):
        return {}
    try:
        stored = json.loads(comment)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(stored, dict) or not all(isinstance(value, str) for value in stored.values()):
        return {}
    return {str(key): value for key, value in stored.items()}
