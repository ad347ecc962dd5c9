"""Movies and sounds from outside, opened with care: local files only, errors in words, absurd sizes refused."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import av
from av.container import InputContainer
from av.video.stream import VideoStream

from engine.media.files import open_input
from engine.protocol.errors import ErrorCode, PortraitsError, quoted

SIDE_LIMIT = 16_384
"""Longest side of a movie that is read, in pixels."""
FRAME_LIMIT = 70_000_000
"""Largest frame that is read, in pixels: 280 MB as RGBA."""

# Playlists (HLS, concat, DASH, image2) name other files and addresses. Only formats that are one file are let in.
_FORMATS = (
    "mov,matroska,avi,mpegts,mpeg,mpegvideo,flv,asf,mxf,nut,dv,rm,ivf,m4v,h264,hevc,obu,gif,apng,yuv4mpegpipe,"
    "ogg,wav,w64,aiff,caf,au,flac,mp3,aac,ac3,eac3,amr,amrnb,amrwb,ape,wv,tta,voc,dts,opus"
)
_OPTIONS = {"protocol_whitelist": "file", "format_whitelist": _FORMATS, "enable_drefs": "0"}
_SAVE_AGAIN = "Export it again in the program it came from, or leave it out."


@contextlib.contextmanager
def open_media(path: Path) -> Iterator[InputContainer]:
    """Open a movie or sound for reading, whatever its suffix says.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_INPUT when FFmpeg knows no such file.
    """
    container = open_container(path)
    try:
        yield container
    finally:
        container.close()


def open_container(path: Path) -> InputContainer:
    """As :func:`open_media`; the caller closes it."""
    with open_input(path) as file:
        empty = not file.read(1)
    if empty:
        raise PortraitsError(
            ErrorCode.BAD_INPUT, f"{quoted(path)} cannot be read: the file is empty.", "Use another copy of it."
        )
    try:
        return av.open(str(path.absolute()), container_options=_OPTIONS, metadata_errors="replace")
    except (av.error.FFmpegError, ValueError) as error:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"{quoted(path)} cannot be read: it is not a movie or sound of a known kind, or it is cut off.",
            _SAVE_AGAIN,
        ) from error


def video_stream(container: InputContainer) -> VideoStream | None:
    """Return the first stream of pictures that is not a cover picture, or None."""
    for stream in container.streams.video:
        if not stream.disposition & av.stream.Disposition.attached_pic:
            return stream
    return None


def check_size(path: Path, width: int, height: int) -> None:
    """Refuse sizes no film has, before a decoder allocates frames.

    Raises:
        PortraitsError: BAD_INPUT with the size.
    """
    if width < 1 or height < 1:
        raise PortraitsError(
            ErrorCode.BAD_INPUT, f"{quoted(path)} cannot be read: its header gives no picture size.", _SAVE_AGAIN
        )
    if max(width, height) > SIDE_LIMIT or width * height > FRAME_LIMIT:
        raise PortraitsError(
            ErrorCode.BAD_INPUT,
            f"{quoted(path)} is too large: {width} x {height} pixels.",
            f"Make it smaller than {SIDE_LIMIT} pixels a side and {FRAME_LIMIT // 1_000_000} million pixels a frame.",
        )
