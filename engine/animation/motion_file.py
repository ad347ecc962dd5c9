"""The motion file ``NAME.motion.npz``: arrays of NumPy and a JSON text in one zip, read without executing anything."""

import io
import zipfile
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from engine.animation.motion import MAX_FRAMES, Motion, make_motion
from engine.animation.skeleton import JOINT_COUNT
from engine.media.files import atomic_output, unreadable
from engine.protocol.errors import ErrorCode, PortraitsError, quoted
from engine.protocol.values import from_json, to_json

INFO_NAME = "motion.json"
_MAX_INFO = 64 * 1024
_MAX_HEADER = 4096
_MAX_MEMBERS = 64


class _Info(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    format: Literal["portraits-motion-1"] = "portraits-motion-1"
    fps: Fraction
    width: Annotated[int, msgspec.Meta(ge=1, le=65_535)]
    height: Annotated[int, msgspec.Meta(ge=1, le=65_535)]
    person: Annotated[int, msgspec.Meta(ge=0, le=10_000)] = 0
    source: Annotated[str, msgspec.Meta(max_length=1000)] = ""
    extractor: Annotated[str, msgspec.Meta(max_length=200)] = ""


def write_motion(path: Path, motion: Motion, *, overwrite: bool = False) -> None:
    """Write a motion file; the same motion always gives the same bytes.

    Raises:
        PortraitsError: OUTPUT_EXISTS, CANNOT_WRITE or DISK_FULL.
    """
    info = _Info(
        fps=motion.fps,
        width=motion.width,
        height=motion.height,
        person=motion.person,
        source=motion.source[:1000],
        extractor=motion.extractor[:200],
    )
    arrays = {"joints": motion.joints, "valid": motion.valid, "boxes": motion.boxes}
    with atomic_output(path, overwrite=overwrite) as temporary, zipfile.ZipFile(temporary, "w") as archive:
        _add(archive, INFO_NAME, to_json(info, indent=1))
        for name, array in arrays.items():
            buffer = io.BytesIO()
            npy.write_array(buffer, np.ascontiguousarray(array), allow_pickle=False)
            _add(archive, f"{name}.npy", buffer.getvalue())


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    # A fixed date keeps the file's hash a function of the motion alone.
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data)


def is_motion_file(path: Path) -> bool:
    """Tell whether a file is one of ours, by its JSON entry."""
    try:
        with zipfile.ZipFile(path) as archive:
            return INFO_NAME in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def read_motion(path: Path) -> Motion:
    """Read a motion file.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_INPUT when it is damaged, has a wrong number of joints or too many frames.
    """
    with open_archive(path) as archive:
        try:
            info = from_json(read_member(archive, INFO_NAME, _MAX_INFO, path), _Info)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise bad_motion(path, str(error)) from error
        joints = read_array(archive, "joints.npy", path, (MAX_FRAMES, JOINT_COUNT, 3))
        frames = len(joints)
        valid = read_array(archive, "valid.npy", path, (frames,))
        boxes = read_array(archive, "boxes.npy", path, (frames, 4))
    if joints.shape[1:] != (JOINT_COUNT, 3) or joints.dtype != np.float32:
        raise bad_motion(path, f"it holds {joints.shape[1]} joints, not {JOINT_COUNT}, or not as 32 bit numbers")
    if valid.shape != (frames,) or valid.dtype != np.bool_ or boxes.shape != (frames, 4):
        raise bad_motion(path, "its parts do not have the same number of frames")
    return make_motion(
        joints.astype(np.float32),
        fps=info.fps,
        width=info.width,
        height=info.height,
        valid=valid.astype(np.bool_),
        boxes=boxes.astype(np.float32),
        person=info.person,
        source=info.source,
        extractor=info.extractor,
    )


def open_archive(path: Path) -> zipfile.ZipFile:
    """Open a zip file from outside.

    Raises:
        PortraitsError: MISSING_INPUT or BAD_INPUT.
    """
    try:
        archive = zipfile.ZipFile(path)
    except OSError as error:
        raise unreadable(path, error) from error
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise bad_motion(path, "it is damaged, or no .npz file") from error
    if len(archive.namelist()) > _MAX_MEMBERS:
        archive.close()
        raise bad_motion(path, f"it holds more than {_MAX_MEMBERS} parts")
    return archive


def read_member(archive: zipfile.ZipFile, name: str, limit: int, path: Path) -> bytes:
    """Read one part of a zip file, at most ``limit`` bytes whatever its directory claims."""
    try:
        with archive.open(name) as file:
            data = file.read(limit + 1)
    except KeyError as error:
        raise bad_motion(path, f"the part {name!r} is missing") from error
    except Exception as error:
        raise bad_motion(path, f"the part {name!r} is damaged") from error
    if len(data) > limit:
        raise bad_motion(path, f"the part {name!r} is too large")
    return data


def read_array(archive: zipfile.ZipFile, name: str, path: Path, largest: tuple[int, ...]) -> NDArray[np.generic]:
    """Read one array. Its declared shape is compared with ``largest`` before any memory is taken for it.

    Raises:
        PortraitsError: BAD_INPUT for a missing or damaged part, objects instead of numbers, or a shape with another
            number of axes or a longer axis than ``largest``.
    """
    try:
        with archive.open(name) as file:
            version = npy.read_magic(file)
            reader = npy.read_array_header_1_0 if version == (1, 0) else npy.read_array_header_2_0
            shape, _, dtype = reader(file, max_header_size=_MAX_HEADER)
    except KeyError as error:
        raise bad_motion(path, f"the part {name!r} is missing") from error
    except Exception as error:
        raise bad_motion(path, f"the part {name!r} is damaged") from error
    if dtype.hasobject or dtype.itemsize > 1024:
        raise bad_motion(path, f"the part {name!r} holds objects instead of numbers")
    if len(shape) != len(largest) or any(not 0 <= side <= most for side, most in zip(shape, largest, strict=True)):
        raise bad_motion(path, f"the part {name!r} has the shape {'x'.join(map(str, shape))}, which cannot be")
    size = int(np.prod(shape, dtype=np.int64)) * dtype.itemsize
    data = read_member(archive, name, size + _MAX_HEADER + 16, path)
    try:
        return npy.read_array(io.BytesIO(data), allow_pickle=False)
    except Exception as error:
        raise bad_motion(path, f"the part {name!r} is damaged") from error


def bad_motion(path: Path, reason: str) -> PortraitsError:
    """The refusal of a motion file."""
    return PortraitsError(
        ErrorCode.BAD_INPUT,
        f"The motion file {quoted(path)} cannot be used: {reason.rstrip('.')}.",
        "Extract the motion again, or choose another file.",
    )
