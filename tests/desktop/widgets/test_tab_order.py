"""The order of Tab is the order of reading, whichever part was made first."""

from typing import Any

import pytest
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.widgets.fields import NumberField
from desktop.widgets.labels import column, row
from desktop.widgets.tab_order import ReadingOrder, reading_order
from tests.desktop.helpers import QUIET

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def following(first: QWidget, wanted: set[QWidget]) -> list[QWidget]:
    """Return what Tab goes to, from one widget on, as far as it is wanted."""
    found, now = [first], first.nextInFocusChain()
    while now is not None and now is not first:
        found += [now] if now in wanted else []
        now = now.nextInFocusChain()
    return found


def test_parts_are_read_in_rows_however_they_were_made(qtbot: Any) -> None:
    pane, content, area = QWidget(), QWidget(), QScrollArea()
    foot, last, second, first, number = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit(), NumberField(0, 9)
    grid = QGridLayout(content)
    for field, place in ((last, (1, 0)), (second, (0, 1)), (first, (0, 0))):
        grid.addWidget(field, *place)
    area.setWidget(content)
    pane.setLayout(column(area, row(number, foot)))
    qtbot.addWidget(pane)
    # The scroll area itself can be scrolled by keys.
    assert reading_order(pane) == [area, first, second, last, number, foot]


def test_what_is_added_later_comes_in_its_place(qtbot: Any) -> None:
    pane = QWidget()
    rows = QVBoxLayout()
    top, foot = QLineEdit(), QLineEdit()
    pane.setLayout(column(top, rows, foot))
    qtbot.addWidget(pane)
    ReadingOrder(pane)
    pane.show()
    later = QLineEdit()
    rows.addWidget(later)
    fields = {top, later, foot}
    qtbot.waitUntil(lambda: following(top, fields) == [top, later, foot])
