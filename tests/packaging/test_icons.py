"""The icons: drawn from two SVG files, for every system."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from freezing import icons
from PIL import Image


@pytest.mark.parametrize("name", ["portraits", "portraits-project"])
def test_a_drawing_has_colour_in_the_middle_and_clear_corners(qapp: object, name: str) -> None:
    picture = Image.open(BytesIO(icons.draw_png(icons.DRAWINGS / f"{name}.svg", 64)))
    assert picture.size == (64, 64)
    assert picture.mode == "RGBA"
    assert picture.getpixel((0, 0))[3] == 0  # type: ignore[index]
    assert picture.getpixel((32, 50))[3] == 255  # type: ignore[index]
    assert len(picture.getcolors(4096) or ()) > 8, "strokes are smoothed"


@pytest.mark.qt_log_ignore("Cannot read file")
def test_what_is_no_drawing_is_refused(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "x.svg").write_text("no svg")
    with pytest.raises(ValueError, match="not an SVG"):
        icons.draw_png(tmp_path / "x.svg", 16)


def test_windows_and_macos_get_one_file_and_linux_none(tmp_path: Path) -> None:
    assert icons.icon_file(tmp_path, "linux") is None
    ico = Image.open(icons.icon_file(tmp_path, "win32") or "")
    assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= ico.info["sizes"]
    icns = Image.open(icons.icon_file(tmp_path, "darwin") or "")
    assert max(size[0] * size[2] for size in icns.info["sizes"]) == 1024


def test_linux_gets_all_sides(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, str(Path(icons.__file__)), "--all", str(tmp_path)],
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    for name in ("portraits", "portraits-project"):
        assert {int(path.stem) for path in (tmp_path / name).glob("*.png")} == set(icons.PNG_SIDES)
        assert Image.open(tmp_path / name / "48.png").size == (48, 48)
