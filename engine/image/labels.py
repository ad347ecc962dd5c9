"""Pictures laid in rows and columns with words at the edges."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from engine.image.faces import Rgba

_GROUND, _INK, _QUIET = (255, 255, 255), (20, 20, 20), (90, 90, 90)
_GAP = 8
LARGEST_SHEET = 16_384


@dataclass(frozen=True)
class Band:
    """Rows under one heading."""

    heading: str
    rows: tuple[str, ...]


def sheet(cells: Sequence[Rgba], bands: Sequence[Band], columns: Sequence[str]) -> Rgba:
    """Lay pictures of one size on a white sheet.

    Args:
        cells: by band, row and column.
        bands: headings, and the label of each row.
        columns: labels above the columns.

    Returns:
        uint8 (height, width, 4); made smaller when a side would exceed 16384 pixels.
    """
    height, width = cells[0].shape[:2]
    rows = sum(len(band.rows) for band in bands)
    scale = min(1.0, LARGEST_SHEET / (2 + len(columns)) / width, LARGEST_SHEET / (2 + rows) / height)
    width, height = max(1, int(width * scale)), max(1, int(height * scale))
    size = max(11, min(28, width // 14))
    font = ImageFont.load_default(size)
    labels = [label for band in bands for label in band.rows]
    left = round(max(font.getlength(label) for label in labels)) + 3 * _GAP
    line = size + _GAP
    across = left + len(columns) * (width + _GAP) + _GAP
    wrapped = [_wrapped(band.heading, font, across - 2 * _GAP) for band in bands]
    down = line + _GAP + rows * (height + _GAP) + sum(len(lines) * line for lines in wrapped) + _GAP
    paper = Image.new("RGB", (across, down), _GROUND)
    draw = ImageDraw.Draw(paper)
    for column, label in enumerate(columns):
        middle = left + column * (width + _GAP) + width / 2
        draw.text((middle, _GAP), _short(label, font, width), _INK, font, anchor="ma")
    top, remaining = line + _GAP, iter(cells)
    for band, lines in zip(bands, wrapped, strict=True):
        for text in lines:
            draw.text((_GAP, top), text, _QUIET, font)
            top += line
        for label in band.rows:
            draw.text((left - 2 * _GAP, top + height / 2), label, _INK, font, anchor="rm")
            for column in range(len(columns)):
                picture = Image.fromarray(np.ascontiguousarray(next(remaining)[..., :3]))
                if picture.size != (width, height):
                    picture = picture.resize((width, height), Image.Resampling.LANCZOS)
                paper.paste(picture, (left + column * (width + _GAP), top))
            top += height + _GAP
    return np.asarray(paper.convert("RGBA"))


def _wrapped(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: float) -> list[str]:
    """Return at most three lines; none for an empty text."""
    lines: list[str] = []
    for word in text.split():
        if lines and font.getlength(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    kept = [_short(line, font, width) for line in lines[:3]]
    if len(lines) > 3:
        kept[2] = _short(kept[2] + " …", font, width)
    return kept


def _short(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: float) -> str:
    """Cut a text until it fits, with dots at its end."""
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text}…"
