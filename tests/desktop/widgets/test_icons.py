"""Icons: all there, all used, coloured as asked, with their licences."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

import desktop
import resources
from desktop.shell.actions import ACTIONS
from desktop.widgets.chips import STATES
from desktop.widgets.icons import icon_pixmap
from desktop.widgets.tokens import CLIPS

ICONS = {path.stem for path in resources.path("icons").glob("*.svg")}
_WORD = re.compile(r'"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)"')


def _words_in_code() -> set[str]:
    files = Path(desktop.__file__).parent.rglob("*.py")
    return {word for path in files for word in _WORD.findall(path.read_text(encoding="utf-8"))}


def test_every_icon_that_is_declared_is_there() -> None:
    declared = (
        {spec.icon for spec in ACTIONS} | {icon for icon, _ in STATES.values()} | {c.icon for c in CLIPS.values()}
    )
    assert declared <= ICONS


def test_no_icon_lies_there_unused() -> None:
    assert ICONS - _words_in_code() == set()


def test_both_licences_lie_beside_the_icons() -> None:
    text = resources.path("icons", "LICENSE").read_text(encoding="utf-8")
    assert "ISC License" in text
    assert "The MIT License" in text
    assert "Cole Bemis" in text


@pytest.mark.parametrize("name", ["search", "circle-check", "mark"])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_an_icon_has_the_colour_it_was_asked_for(qapp, name: str, ratio: float) -> None:
    pixmap = icon_pixmap(name, "orangered", 16, ratio)
    assert pixmap.size().width() == 16 * ratio
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = [QColor.fromRgba(image.pixel(x, y)) for x in range(image.width()) for y in range(image.height())]
    solid = [pixel for pixel in pixels if pixel.alpha() > 250]
    assert solid
    wanted = QColor("orangered")
    # Premultiplied storage rounds each channel by one at most.
    assert all(
        abs(p.red() - wanted.red()) <= 1 and abs(p.green() - wanted.green()) <= 1 and abs(p.blue() - wanted.blue()) <= 1
        for p in solid
    )


def test_a_missing_icon_is_an_error(qapp) -> None:
    with pytest.raises(FileNotFoundError):
        icon_pixmap("no-such-icon", "black")
