"""Pixels as the engine sends them."""

from PySide6.QtGui import QImage


def to_image(data: bytes, width: int, height: int) -> QImage:
    """Return RGBA bytes as an image that owns its pixels."""
    return QImage(data, width, height, width * 4, QImage.Format.Format_RGBA8888).copy()
