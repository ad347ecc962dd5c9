"""Any picture file as RGBA: turned upright, converted to sRGB, bounded before it is decoded."""

import contextlib
import io
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from engine.media.files import open_input
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

PIXEL_LIMIT = 120_000_000
"""Largest picture, in pixels: 480 MB as RGBA."""
SIDE_LIMIT = 32_767
"""Longest side, in pixels: what OpenCV's warps can address."""

with contextlib.suppress(ImportError):
    import pillow_heif

    pillow_heif.register_heif_opener()

# Every other format Pillow knows is left out: less code that strangers' files can reach.
Image.init()
FORMATS: list[str] = [
    name
    for name in ("AVIF", "BMP", "DIB", "GIF", "HEIF", "JPEG", "JPEG2000", "PNG", "PPM", "TIFF", "WEBP")
    if name in Image.OPEN
]
"""Pillow's names of the formats that are read; HEIF and AVIF only where their libraries are there."""

# Pillow refuses twice this number at once and only warns below it; open_picture refuses everything above the limit
# itself, with the file's name, so the warning says nothing new.
Image.MAX_IMAGE_PIXELS = PIXEL_LIMIT
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)
# What Pillow passes over, such as a broken EXIF block, is passed over here too.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")

_SAVE_AGAIN = "Save it again in the program it came from, or leave it out."
# Exactly sRGB; others with the name in theirs, such as linear variants, have to be converted.
_SRGB_NAMES = ("srgb iec61966", "srgb built-in")
_PROFILED_MODES = ("RGB", "CMYK", "L")


def read_picture(
    path: Path, *, note: Callable[[str], None] | None = None, at_least: int | None = None
) -> NDArray[np.uint8]:
    """Read a picture as sRGB RGBA of shape (height, width, 4) with straight alpha, EXIF rotation applied.

    PNG, JPEG, WebP, TIFF, BMP, GIF, JPEG 2000, PPM, AVIF and, with pillow-heif, HEIF; 16-bit, CMYK, grey and palette
    pictures too. Of an animated one the first frame is taken.

    Args:
        path: the file.
        note: is told in a sentence what the picture lost on the way.
        at_least: a smaller version will do, if its longer side is at least this many pixels; saves time with large
            JPEGs.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_INPUT when it is no picture, cut, or larger than ``PIXEL_LIMIT``.
    """
    with open_picture(path) as image:
        try:
            # A phone's JPEG may carry a second picture for depth or size (MPO); nobody misses it.
            if note is not None and getattr(image, "n_frames", 1) > 1 and image.format != "MPO":
                note(f"{quoted(path)} holds several pictures; the first one was taken.")
            if at_least is not None:
                scale = at_least / max(image.size)
                image.draft(None, (round(image.width * scale), round(image.height * scale)))
            image.load()
            return to_rgba(image)
        except Exception as error:  # decoders raise anything on broken data
            raise _broken(path, error) from error


@contextlib.contextmanager
def open_picture(path: Path) -> Iterator[Image.Image]:
    """Open a picture and read its header only; its size is checked, its pixels are not decoded yet.

    Raises:
        PortraitsError: as :func:`read_picture`.
    """
    with open_input(path) as file:
        try:
            image = Image.open(file, formats=FORMATS)
        except Image.DecompressionBombError as error:
            raise _too_large(path, f"more than {2 * PIXEL_LIMIT // 1_000_000} million pixels") from error
        except Exception as error:
            raise _broken(path, error) from error
        with image:
            width, height = image.size
            if width * height > PIXEL_LIMIT or max(width, height) > SIDE_LIMIT:
                raise _too_large(path, f"{width} x {height} pixels")
            yield image


def to_rgba(image: Image.Image) -> NDArray[np.uint8]:
    """Turn a loaded picture of any mode upright and into sRGB RGBA of shape (height, width, 4)."""
    profile = image.info.get("icc_profile")
    # A broken EXIF block must not cost the picture; it is then shown as stored.
    with contextlib.suppress(Exception):
        image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I") or image.mode == "F":
        image = _eight_bit(image)
    elif image.mode == "LAB":
        image = _lab_to_rgb(image)
    elif image.mode in ("RGBa", "La"):
        image = image.convert(image.mode.upper())
    elif image.mode == "YCbCr":
        image = image.convert("RGB")
    if image.mode in ("P", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
    alpha = image.getchannel("A") if image.mode in ("RGBA", "LA") else None
    opaque = _to_srgb(image.convert(image.mode.rstrip("A")) if alpha else image, profile)
    rgba = np.array(opaque.convert("RGBA"))
    if alpha is not None:
        rgba[..., 3] = np.asarray(alpha)
    return rgba


def _eight_bit(image: Image.Image) -> Image.Image:
    """Grey of 16 or 32 bits or float to 8 bits: integers from 0..65535, floats from 0..1 (or 0..their maximum)."""
    values = np.nan_to_num(np.asarray(image, dtype=np.float64))
    top = 65535.0 if image.mode.startswith("I") else max(1.0, float(values.max(initial=0.0)))
    return Image.fromarray((np.clip(values / top, 0, 1) * 255 + 0.5).astype(np.uint8))


def _lab_to_rgb(image: Image.Image) -> Image.Image:
    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    converted = ImageCms.applyTransform(image, ImageCms.buildTransform(lab, srgb, "LAB", "RGB"))
    assert converted is not None
    return converted


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert by the embedded profile; a broken one, or one for another kind of picture, is ignored."""
    if not profile or image.mode not in _PROFILED_MODES:
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if ImageCms.getProfileDescription(source).strip().lower().startswith(_SRGB_NAMES):
            return image
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image
    return converted or image


def _too_large(path: Path, size: str) -> PortraitsError:
    return PortraitsError(
        ErrorCode.BAD_INPUT,
        f"{quoted(path)} is too large: {size}.",
        f"Make it smaller than {PIXEL_LIMIT // 1_000_000} million pixels and {SIDE_LIMIT} pixels a side.",
    )


def _broken(path: Path, error: Exception) -> PortraitsError:
    text = str(error).lower()
    if path.is_file() and path.stat().st_size == 0:
        return PortraitsError(
            ErrorCode.BAD_INPUT, f"{quoted(path)} cannot be read: the file is empty.", "Use another copy of it."
        )
    if isinstance(error, UnidentifiedImageError):
        return PortraitsError(
            ErrorCode.BAD_INPUT,
            f"{quoted(path)} cannot be read: it is not a picture of a known kind.",
            "Save it as PNG or JPEG, or leave it out.",
        )
    if any(word in text for word in ("truncated", "unexpected end", "end of file", "eof", "incomplete")):
        why = "the file ends too early"
    else:
        why = "the file is damaged"
    return PortraitsError(ErrorCode.BAD_INPUT, f"{quoted(path)} cannot be read: {why}.", _SAVE_AGAIN)
