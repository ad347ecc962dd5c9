"""Which packs there are: a list that travels with the installed application, so that its hashes are trusted with it."""

import ctypes.util
import sys
from pathlib import Path
from typing import Annotated

import msgspec

from engine.models.catalog import AddressSource, Entry, FileSpec
from engine.packs.system import this_system
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

LIST = Path(__file__).with_name("packs.json")
"""Written when the installers are built, see ``packaging/pack_list.py``; a copy from source has none."""
_MAX_LIST = 1_000_000

PackId = Annotated[str, msgspec.Meta(pattern=r"\A[a-z][a-z0-9]{1,30}\Z")]


class Archive(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One wheel of a pack. ``name`` is relative to the pack's address, ``size`` in bytes."""

    name: Annotated[str, msgspec.Meta(pattern=r"\A[\w.+/%-]{1,300}\.(whl|zip)\Z")]
    size: Annotated[int, msgspec.Meta(ge=1, le=10**11)]
    sha256: Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]


class Pack(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Wheels that replace packages of the installed application.

    ``replaces`` names the packages and the version, without its local part, that a copy must carry so that the pack
    fits it: ``{"torch": "2.13.0"}``.
    """

    id: PackId
    title: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
    purpose: Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
    licence: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    licence_url: str = ""
    system: str
    """As :func:`engine.packs.system.this_system` tells it."""
    driver: Annotated[str, msgspec.Meta(pattern=r"\A(cuda)?\Z")] = ""
    """The driver that must be here for the pack to be of use."""
    replaces: dict[str, str]
    address: Annotated[str, msgspec.Meta(pattern=r"\Ahttps?://[^\s?#]+/\Z", max_length=500)]
    archives: Annotated[tuple[Archive, ...], msgspec.Meta(min_length=1, max_length=100)]

    @property
    def size(self) -> int:
        """Bytes to fetch."""
        return sum(archive.size for archive in self.archives)

    @property
    def digests(self) -> tuple[str, ...]:
        """The SHA-256 of what it is made of."""
        return tuple(archive.sha256 for archive in self.archives)

    def entry(self) -> Entry:
        """Return the pack as an entry of the model catalog, for its download."""
        return Entry(
            id=self.id,
            title=self.title,
            purpose=self.purpose,
            kinds=("image", "video", "voice", "animate", "train"),
            source=AddressSource(base=self.address),
            files=tuple(FileSpec(name=each.name, size=each.size, sha256=each.sha256) for each in self.archives),
            licence=self.licence,
            licence_url=self.licence_url,
            must_accept=True,
        )


class _List(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    packs: tuple[Pack, ...] = ()


def read_list(path: Path = LIST) -> tuple[Pack, ...]:
    """Return the packs of a list, none when there is no list.

    Raises:
        PortraitsError: BAD_INPUT when the file is not such a list.
    """
    try:
        if path.stat().st_size > _MAX_LIST:
            raise ValueError("it is larger than 1 MB")
        return msgspec.json.decode(path.read_bytes(), type=_List).packs
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"The list of packs {quoted(path)} cannot be read: {error}.",
            "Install Portraits again.",
        ) from None


def has_driver(driver: str) -> bool:
    """Return whether the driver that a pack needs is installed; True for one that needs none."""
    if not driver:
        return True
    library = "nvcuda" if sys.platform == "win32" else driver
    return Path("/proc/driver/nvidia/version").exists() or ctypes.util.find_library(library) is not None


def for_this_computer(packs: tuple[Pack, ...], *, whatever_driver: bool = False) -> tuple[Pack, ...]:
    """Return the packs of a list that this computer can use.

    Args:
        packs: all of them.
        whatever_driver: also those whose driver is not here.
    """
    return tuple(
        pack for pack in packs if pack.system == this_system() and (whatever_driver or has_driver(pack.driver))
    )
