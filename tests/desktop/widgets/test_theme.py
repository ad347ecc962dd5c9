"""The theme switches live and scales with the person's font."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel

from desktop.widgets.labels import label
from desktop.widgets.theme import Mode, theme
from desktop.widgets.tokens import DARK, LIGHT
from tests.desktop.helpers import QUIET

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def test_switching_reaches_palette_style_sheet_and_painters(qapp: QApplication) -> None:
    look = theme()
    look.set_look(mode=Mode.DARK)
    heard: list[bool] = []
    look.changed.connect(lambda: heard.append(look.dark))
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.pane
    look.set_look(mode=Mode.LIGHT)
    assert heard == [False]
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT.pane
    assert LIGHT.raised in qapp.styleSheet()
    assert DARK.pane not in qapp.styleSheet()
    assert look.colour("text").name().upper() == LIGHT.text
    look.set_look(mode=Mode.DARK)


def test_a_label_takes_its_style_and_tone(qapp: QApplication, qtbot) -> None:  # type: ignore[no-untyped-def]
    theme().set_look(mode=Mode.DARK)
    made: QLabel = label("Words", "tiny", "warn")
    qtbot.addWidget(made)
    made.show()
    assert made.font().pixelSize() == theme().font_px("tiny") < theme().font_px("body")
    assert made.palette().color(QPalette.ColorRole.WindowText).name().upper() == DARK.warn


def test_stronger_edges_and_density(qapp: QApplication) -> None:
    look = theme()
    look.set_look(mode=Mode.DARK, stronger_edges=True, compact=True)
    assert look.tokens.edge == DARK.edgehi
    assert look.height(28) == look.px(24)
    look.set_look(stronger_edges=False, compact=False)
    assert look.tokens == DARK
    assert look.height(28) == look.px(28)


def test_larger_text_makes_its_measures_larger_too(qapp: QApplication) -> None:
    look = theme()
    before, height = look.font_px("body"), look.px(28)
    look.set_text_scale(200)
    assert look.font_px("body") == 2 * before
    assert look.px(28) >= 2 * height - 1
    assert qapp.font().pixelSize() == 2 * before
    look.set_text_scale(100)
    assert look.font_px("body") == before


def test_reduced_motion_takes_all_time_away(qapp: QApplication) -> None:
    look = theme()
    look.set_look(reduced_motion=True)
    assert look.duration(120) == 0
    look.set_look(reduced_motion=False)
    assert look.duration(120) == 120
    look.set_look(reduced_motion=True)
