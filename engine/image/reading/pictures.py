"""Finds the settings in a picture file, whichever program wrote them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from engine.image.reading import a1111, comfy, invoke, swarm
from engine.image.reading.settings import FoundSettings
from engine.media.picture_reader import open_picture
from engine.media.probe import RECIPE_KEY, read_metadata
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.image import ImageJob
from engine.protocol.recipe import from_text
from engine.protocol.values import decode_hook

_EXIF_BLOCK = 0x8769
_EXIF_USER_COMMENT = 0x9286
_MAX_TEXT = 4_000_000


def settings_in(path: Path) -> FoundSettings | None:
    """Return how a picture was made, or None when it does not tell.

    Our own recipe is asked first, then the texts of AUTOMATIC1111, SwarmUI, InvokeAI and ComfyUI.

    Raises:
        PortraitsError: the file is missing or is no picture.
    """
    texts = {key: value for key, value in read_metadata(path).items() if len(value) <= _MAX_TEXT}
    own = _own(texts.get(RECIPE_KEY, ""), path)
    if own is not None:
        return own
    for text in (texts.get("parameters", ""), _user_comment(path), texts.get("comment", "")):
        found = swarm.read(_json(text)) or (a1111.read(text) if text else None)
        if found is not None:
            return found
    readers: tuple[tuple[str, Callable[[Any], FoundSettings | None]], ...] = (
        ("invokeai_metadata", invoke.read),
        ("sd-metadata", invoke.read_old),
        ("prompt", comfy.read),
    )
    for key, reader in readers:
        found = reader(_json(texts.get(key, "")))
        if found is not None:
            return found
    return None


def _own(text: str, path: Path) -> FoundSettings | None:
    if not text:
        return None
    try:
        recipe = from_text(text, path.name)
        job = msgspec.convert(recipe.job, ImageJob, dec_hook=decode_hook)
    except (PortraitsError, msgspec.ValidationError):
        return None
    fields = {name: getattr(job, name) for name in ImageJob.__struct_fields__ if name != "output"}
    return FoundSettings(origin="Portraits", job=fields, model=job.model)


def _json(text: str) -> Any:
    if not text.lstrip().startswith("{"):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _user_comment(path: Path) -> str:
    """The EXIF comment of a JPEG or WebP: 8 bytes name its code, Unicode in either byte order without a mark."""
    try:
        with open_picture(path) as image:
            comment = image.getexif().get_ifd(_EXIF_BLOCK).get(_EXIF_USER_COMMENT)
    except Exception:  # a broken EXIF block must not hide the rest
        return ""
    if not isinstance(comment, bytes) or len(comment) > _MAX_TEXT:
        return ""
    code, body = comment[:8], comment[8:]
    if code.startswith(b"UNICODE"):
        # Latin letters have a zero in the high byte, which tells the order.
        big = body[0::2].count(0) >= body[1::2].count(0)
        return body.decode("utf-16-be" if big else "utf-16-le", "replace")
    return body.decode("utf-8", "replace").strip("\0 ")
