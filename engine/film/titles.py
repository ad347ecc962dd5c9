"""Draws words into the frame with Pillow."""

from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from engine.film.blend import Layer, layer_of
from engine.project.clips import TitleClip

SAFE_TITLE = 0.9
"""Words stay within this part of the frame's width and height, the safe title area of SMPTE ST 2046-1."""

LINE_SPACING = 1.25
_RIM, _SOFTNESS = 0.05, 0.06
"""Width of the shadow's rim around the signs and of its blur, as parts of the line's height."""

_SMALLEST = 0.35
_CHECKED_SIZE = 24
_SYSTEM_FONTS = (
    "NotoSans-Regular.ttf",
    "DejaVuSans.ttf",
    "NotoSansCJK-Regular.ttc",
    "NotoSansArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansThai-Regular.ttf",
    "segoeui.ttf",
    "arial.ttf",
    "msyh.ttc",
    "YuGothM.ttc",
    "malgun.ttf",
    "Arial Unicode.ttf",
    "PingFang.ttc",
    "Hiragino Sans GB.ttc",
)
"""Tried in this order for text that Pillow's own font has no signs for."""

_Font = ImageFont.FreeTypeFont


def draw_title(clip: TitleClip, width: int, height: int) -> Layer:
    """Return the words of a title in a frame, with its opacity left at 1.

    Text is wrapped at blanks to the safe title area; what is too high even then is drawn smaller. Pillow's own font
    gives the same picture on every computer; text it has no signs for takes a font of the system.

    Args:
        clip: words, font, size (line height as a part of the frame's shorter side), colour and place.
        width: of the frame, in pixels.
        height: of the frame, in pixels.
    """
    room = SAFE_TITLE * width, SAFE_TITLE * height
    size = clip.size * min(width, height)
    lines, font = _wrapped(clip, size, room[0])
    needed = len(lines) * LINE_SPACING * size
    # Smaller words need fewer lines, so this is enough or almost: the rest is a matter of the smallest readable size.
    if needed > room[1]:
        size *= max(_SMALLEST, (room[1] / needed) ** 0.5)
        lines, font = _wrapped(clip, size, room[0])
    image = Image.new("RGBA", (width, height), (*bytes.fromhex(clip.colour[1:]), 0))
    _draw_lines(image, clip, lines, font, size)
    return layer_of(np.asarray(image))


def missing_signs(clip: TitleClip) -> str:
    """Return the signs of a title for which no font here has a shape, so that boxes stand for them."""
    font = find_font(clip.text, clip.font, _CHECKED_SIZE)
    return "".join(sorted(sign for sign in _signs(clip.text) if not _has(font, sign)))


def _draw_lines(image: Image.Image, clip: TitleClip, lines: list[str], font: _Font, size: float) -> None:
    width, height = image.size
    step = LINE_SPACING * size
    free = height - len(lines) * step
    margin_x, margin_y = (1 - SAFE_TITLE) / 2 * width, (1 - SAFE_TITLE) / 2 * height
    top = {"top": margin_y, "middle": free / 2, "bottom": free - margin_y}[clip.place]
    x = {"left": margin_x, "centre": width / 2, "right": width - margin_x}[clip.align]
    anchor = {"left": "lm", "centre": "mm", "right": "rm"}[clip.align]

    def sheet(colour: str, rim: float) -> Image.Image:
        # The clear parts have the words' own colour, so that soft edges have no fringe of another.
        drawn = Image.new("RGBA", image.size, (*bytes.fromhex(colour[1:]), 0))
        draw = ImageDraw.Draw(drawn)
        for index, line in enumerate(lines):
            place = x, top + (index + 0.5) * step
            draw.text(place, line, font=font, fill=colour, anchor=anchor, stroke_width=rim, stroke_fill=colour)
        return drawn

    if clip.shadow:
        shadow = sheet(_opposite(clip.colour), _RIM * size)
        image.alpha_composite(shadow.filter(ImageFilter.GaussianBlur(_SOFTNESS * size)))
    image.alpha_composite(sheet(clip.colour, 0))


def _opposite(colour: str) -> str:
    """Return black for light words and white for dark ones (Rec. 709 luma)."""
    red, green, blue = bytes.fromhex(colour[1:])
    return "#000000" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 100 else "#FFFFFF"


def _wrapped(clip: TitleClip, size: float, room: float) -> tuple[list[str], _Font]:
    font = find_font(clip.text, clip.font, max(4.0, size))
    return [line for paragraph in clip.text.splitlines() or [""] for line in _wrap(paragraph, font, room)], font


def _wrap(text: str, font: _Font, room: float) -> Iterator[str]:
    """Break a line at blanks, and inside a word only where the word alone is too long."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if font.getlength(longer) <= room:
            line = longer
            continue
        if line:
            yield line
        line = word
        while font.getlength(line) > room and len(line) > 1:
            fitting = _fitting(line, font, room)
            yield line[:fitting]
            line = line[fitting:]
    yield line


def _fitting(word: str, font: _Font, room: float) -> int:
    """Return how many signs of a word fit, at least one (a binary search: lengths grow with the number of signs)."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if font.getlength(word[:middle]) <= room else (low, middle - 1)
    return low


def find_font(text: str, wanted: str, size: float) -> _Font:
    """Return a font for a text: the one asked for by file name, Pillow's own, or the first of the system that fits.

    When no font has all signs, Pillow's own draws boxes for the missing ones.
    """
    own = ImageFont.load_default(size)
    assert isinstance(own, _Font)  # Pillow's wheels carry FreeType
    if wanted and (asked := _system_font(wanted, size)) is not None:
        return asked
    signs = _signs(text)
    if all(_has(own, sign) for sign in signs):
        return own
    for name in _SYSTEM_FONTS:
        font = _system_font(name, size)
        if font is not None and all(_has(font, sign) for sign in signs):
            return font
    return own


def _system_font(name: str, size: float) -> _Font | None:
    if "/" in name or "\\" in name:
        return None  # A project from elsewhere names fonts of the system only, never a file of its choice.
    try:
        return ImageFont.truetype(name, size)
    except OSError:
        return None


def _signs(text: str) -> set[str]:
    return {sign for sign in text if not sign.isspace()}


def _has(font: _Font, sign: str) -> bool:
    """Whether a font draws a sign differently from the box it draws for a sign that no font has."""
    small = font.font_variant(size=_CHECKED_SIZE)
    return _shape(small, sign) != _shape(small, "\U0010fffe")


def _shape(font: _Font, sign: str) -> tuple[tuple[int, int], bytes]:
    mask = font.getmask(sign)
    return mask.size, bytes(mask)
