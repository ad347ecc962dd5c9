"""The icons of the installers, made from the two drawings in ``packaging/icons`` when an installer is built."""

import os
import subprocess
import sys
from pathlib import Path

DRAWINGS = Path(__file__).resolve().parents[1] / "icons"
PNG_SIDES = (16, 24, 32, 48, 64, 128, 256, 512)
_ICO_SIDES = (16, 24, 32, 48, 64, 128, 256)
_ICNS_SIDE = 1024


def icon_file(folder: Path, platform: str) -> str | None:
    """Make the icon of the programs and return its path, None on systems whose programs carry none.

    Args:
        folder: where to put it; it is made when it is not there.
        platform: as ``sys.platform``.
    """
    if platform not in ("win32", "darwin"):
        return None
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / ("portraits.ico" if platform == "win32" else "portraits.icns")
    # In a process of its own: PyInstaller must not have Qt loaded while it looks at it.
    command = [sys.executable, str(Path(__file__).resolve()), str(DRAWINGS / "portraits.svg"), str(target)]
    subprocess.run(command, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    return str(target)


def draw_png(drawing: Path, side: int) -> bytes:
    """Return a drawing as a PNG of ``side`` x ``side`` pixels with transparent corners.

    Raises:
        ValueError: the drawing is not SVG.
    """
    from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise ValueError(f"{drawing} is not an SVG drawing.")
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub names bytes, which it refuses
    return bytes(buffer.data().data())


def write_icon(drawing: Path, target: Path) -> None:
    """Write a drawing as ``.ico``, ``.icns`` or, at 256 pixels, ``.png``, as the suffix of the target says."""
    from io import BytesIO

    from PIL import Image

    if target.suffix == ".png":
        target.write_bytes(draw_png(drawing, 256))
        return
    sides = _ICO_SIDES if target.suffix == ".ico" else (_ICNS_SIDE,)
    pictures = [Image.open(BytesIO(draw_png(drawing, side))) for side in sides]
    largest = pictures[-1]
    if target.suffix == ".ico":
        largest.save(target, sizes=[(side, side) for side in sides], append_images=pictures[:-1])
    else:
        largest.save(target)


def write_all(folder: Path) -> None:
    """Write both drawings as PNG in all sides: ``portraits/48.png``, ``portraits-project/48.png`` ..."""
    for drawing in DRAWINGS.glob("*.svg"):
        place = folder / drawing.stem
        place.mkdir(parents=True, exist_ok=True)
        for side in PNG_SIDES:
            (place / f"{side}.png").write_bytes(draw_png(drawing, side))


if __name__ == "__main__":
    if sys.argv[1] == "--all":
        write_all(Path(sys.argv[2]))
    else:
        write_icon(Path(sys.argv[1]), Path(sys.argv[2]))
