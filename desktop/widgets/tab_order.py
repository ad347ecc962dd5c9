"""The order of Tab is the order of reading: widgets are made in another order than they stand in."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

_WHOLE = QAbstractSpinBox | QComboBox
"""Fields with parts that take no focus of their own."""


def reading_order(root: QWidget) -> list[QWidget]:
    """Return what takes the focus by Tab inside a widget, as its layouts place it: from the top, from the left."""
    return [each for each in dict.fromkeys(_walk(root)) if each is not root]


class ReadingOrder(QObject):
    """Keeps the order of Tab inside a widget, also when parts are added to it later.

    Args:
        root: a pane.
    """

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        self._watched: set[QWidget] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.order)
        self._watch(root)

    def order(self) -> None:
        """Put everything in order now."""
        for area in self._root.findChildren(QScrollArea):
            if (content := area.widget()) is not None:
                self._watch(content)
        for earlier, later in pairwise(reading_order(self._root)):
            QWidget.setTabOrder(earlier, later)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._soon.start()
        return False

    def _watch(self, widget: QWidget) -> None:
        if widget not in self._watched:
            self._watched.add(widget)
            widget.installEventFilter(self)


def _walk(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, _WHOLE):
        return
    if isinstance(widget, QScrollArea):
        if (content := widget.widget()) is not None:
            yield from _walk(content)
    elif isinstance(widget, QStackedWidget | QSplitter):
        for index in range(widget.count()):
            if (part := widget.widget(index)) is not None:
                yield from _walk(part)
    elif (layout := widget.layout()) is not None:
        yield from _walk_layout(layout)


def _walk_layout(layout: QLayout) -> Iterator[QWidget]:
    places = range(layout.count())
    if isinstance(layout, QGridLayout):
        places = sorted(places, key=lambda index: layout.getItemPosition(index)[:2])  # type: ignore[assignment,index]
    for index in places:
        item = layout.itemAt(index)
        assert item is not None
        inner, widget = item.layout(), item.widget()
        if widget is not None and not widget.isWindow():
            yield from _walk(widget)
        elif inner is not None:
            yield from _walk_layout(inner)
