"""What is in a media file, and what is written in it about how it was made."""

from pathlib import Path

from PIL import Image, UnidentifiedImageError

from engine.media.animation_source import AnimationSource
from engine.media.files import open_input
from engine.media.movie_source import MovieSource
from engine.media.opening import open_media, video_stream
from engine.media.picture_reader import FORMATS, open_picture
from engine.media.picture_writer import folded_text, text_of
from engine.media.pictures import SUFFIXES
from engine.media.recipes import RECIPE_KEY as RECIPE_KEY
from engine.media.stream_facts import container_info
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.base import MediaInfo

_ANIMATED = ("GIF", "PNG", "WEBP")
_EXIF_ORIENTATION = 0x0112
_ALPHA_MODES = ("RGBA", "LA", "PA", "RGBa", "La")
_BOOKKEEPING = frozenset(
    name
    for names in (
        ("major_brand", "minor_version", "compatible_brands", "handler_name", "vendor_id", "language", "encoder"),
        ("duration", "alpha_mode", "exif", "icc_profile"),
    )
    for name in names
)
"""What containers say about themselves; nothing about how the file was made."""

_MOST_TEXT = 16 * 1024 * 1024


def probe(path: Path) -> MediaInfo:
    """Describe a picture, movie or sound by its content, whatever its suffix says.

    Of a picture only the header is read, of a movie also the first frame. An animated GIF, PNG or WebP is a movie.

    Raises:
        PortraitsError: MISSING_INPUT, or BAD_INPUT when it is none of these.
    """
    if is_picture(path):
        with open_picture(path) as image:
            kind, frames = image.format or "", getattr(image, "n_frames", 1)
            if frames == 1 or kind not in _ANIMATED:
                return _picture_info(image)
        if kind in ("PNG", "WEBP"):
            return AnimationSource(path).info()
    with open_media(path) as container:
        if video_stream(container) is None:
            return container_info(container, None)
    source = MovieSource(path)
    try:
        return source.info()
    finally:
        source.close()


def read_metadata(path: Path) -> dict[str, str]:
    """Return the text in a media file, keys in lower case; our recipe is JSON under ``portraits.recipe``.

    What :mod:`engine.media` wrote comes back under the keys it was given: "title", "comment", "creation_time" and
    others.

    Raises:
        PortraitsError: as :func:`probe`.
    """
    if is_picture(path):
        with open_picture(path) as image:
            found = text_of(image)
    else:
        with open_media(path) as container:
            found = dict(container.metadata)
            for stream in container.streams:
                # OGG keeps its comments with the stream.
                found = stream.metadata | found
    lowered = {key.lower(): value for key, value in found.items() if len(value) <= _MOST_TEXT}
    folded = folded_text(lowered.get("comment", ""))
    if folded:
        lowered = {key: value for key, value in lowered.items() if key != "comment"} | folded
    return {key: value for key, value in lowered.items() if key not in _BOOKKEEPING}


def is_picture(path: Path) -> bool:
    """Tell whether Pillow knows the content; a file that only claims to be one counts too, unless it is a movie.

    Raises:
        PortraitsError: MISSING_INPUT or BAD_INPUT when it cannot be opened.
    """
    with open_input(path) as file:
        try:
            with Image.open(file, formats=FORMATS):
                return True
        except UnidentifiedImageError:
            return path.suffix.lower() in SUFFIXES and not _is_movie(path)
        except Exception:  # a decoder that stumbles over the header: open_picture says it in words
            return True


def _is_movie(path: Path) -> bool:
    """Whether FFmpeg finds moving pictures of some size in a file."""
    try:
        with open_media(path) as container:
            stream = video_stream(container)
            return stream is not None and min(stream.codec_context.width, stream.codec_context.height) > 0
    except PortraitsError:
        return False


def _picture_info(image: Image.Image) -> MediaInfo:
    width, height = image.size
    if image.getexif().get(_EXIF_ORIENTATION, 1) in (5, 6, 7, 8):
        width, height = height, width
    return MediaInfo(
        kind="picture",
        format=(image.format or "").lower(),
        width=width,
        height=height,
        frames=1,
        has_alpha=image.mode in _ALPHA_MODES or "transparency" in image.info,
    )
