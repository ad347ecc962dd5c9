"""The announcement of a version: a JSON file whose content is signed with Ed25519 (RFC 8032).

``{"announcement": BASE64, "signature": BASE64}``; the first holds the bytes of a JSON object with the fields of
:class:`Announcement`, the second the signature over exactly these bytes. ``packaging/release.py`` writes it. The
installed application carries the address and the public key; a copy from source carries none and never asks.
"""

import binascii
import re
from base64 import b64decode
from pathlib import Path
from typing import Annotated

import msgspec

from engine.protocol.errors import ErrorCode, PortraitsError

ORIGIN = Path(__file__).with_name("release.json")
"""Written when the installers are built."""
_MAX_BYTES = 65_536
_CONNECT_SECONDS = 10.0
_READ_SECONDS = 10.0
_VERSION = re.compile(r"(\d{1,6})\.(\d{1,6})\.(\d{1,6})(a\d+|b\d+|rc\d+)?")


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where versions are announced, and the key that signs them (32 bytes in base64)."""

    address: Annotated[str, msgspec.Meta(pattern=r"\Ahttps?://[^\s]{1,500}\Z")]
    public_key: Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9+/]{43}=\Z")]


class Announcement(msgspec.Struct, frozen=True, kw_only=True):
    """A version that is out. Fields that a later version of the file adds are passed over."""

    version: Annotated[str, msgspec.Meta(pattern=r"\A\d{1,6}\.\d{1,6}\.\d{1,6}\Z")]
    page: Annotated[str, msgspec.Meta(pattern=r"\Ahttps://[^\s]{1,500}\Z")]
    """Where a person reads about it and downloads it."""
    published: Annotated[str, msgspec.Meta(pattern=r"\A\d{4}-\d{2}-\d{2}\Z")]


class _Signed(msgspec.Struct, frozen=True):
    announcement: str
    signature: str


def read_origin(path: Path = ORIGIN) -> Origin | None:
    """Return where this copy asks, None for a copy from source."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Origin)
    except (OSError, ValueError):
        return None


def read_announcement(content: bytes, public_key: str) -> Announcement:
    """Check the signature of an announcement, then read it.

    Raises:
        PortraitsError: BAD_INPUT when it is not signed by the key, or not an announcement.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        signed = msgspec.json.decode(content, type=_Signed)
        text = b64decode(signed.announcement, validate=True)
        key = Ed25519PublicKey.from_public_bytes(b64decode(public_key, validate=True))
        key.verify(b64decode(signed.signature, validate=True), text)
        return msgspec.json.decode(text, type=Announcement)
    except InvalidSignature:
        reason = "its signature is not that of the Portraits developers"
    except (ValueError, binascii.Error) as error:
        reason = str(error)
    raise PortraitsError(
        ErrorCode.BAD_INPUT,
        f"The announcement of new versions cannot be trusted: {reason}.",
        "Nothing was changed. Look at the page where you got Portraits.",
    )


def fetch_announcement(origin: Origin) -> Announcement:
    """Fetch and check the newest announcement. The request carries nothing about the person or the computer.

    Raises:
        PortraitsError: NETWORK, or BAD_INPUT as :func:`read_announcement`.
    """
    import httpx2

    timeout = httpx2.Timeout(_CONNECT_SECONDS, read=_READ_SECONDS)
    try:
        with httpx2.stream(
            "GET", origin.address, timeout=timeout, follow_redirects=True, headers={"User-Agent": "Portraits"}
        ) as response:
            response.raise_for_status()
            content = bytearray()
            for block in response.iter_bytes():
                content += block
                if len(content) > _MAX_BYTES:
                    break
    except httpx2.HTTPError as error:
        raise PortraitsError(
            ErrorCode.NETWORK,
            f"The page of the releases did not answer ({type(error).__name__}).",
            "Try again later.",
        ) from error
    if len(content) > _MAX_BYTES:
        raise PortraitsError(
            ErrorCode.BAD_INPUT, "The announcement of new versions is too large to be one.", "Try again later."
        )
    return read_announcement(bytes(content), origin.public_key)


def is_newer(version: str, than: str) -> bool:
    """Return whether a version is newer; a candidate such as "1.0.0rc1" comes before its release.

    Raises:
        ValueError: one of them is not a version.
    """
    return _ordered(version) > _ordered(than)


def _ordered(version: str) -> tuple[int, int, int, bool, str]:
    found = _VERSION.fullmatch(version)
    if found is None:
        raise ValueError(f"{version!r} is not a version")
    return int(found[1]), int(found[2]), int(found[3]), found[4] is None, found[4] or ""
