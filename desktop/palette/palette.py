"""The palette over the window: 640 wide, 88 below the top; type, choose with the arrow keys, Enter runs."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QWidget

from desktop.palette.rows import ROW, HitDelegate, HitModel, HitRole, KeyHints
from desktop.palette.search import Entry, Hit, find
from desktop.state.thumbnails import Thumbnails
from desktop.widgets import painting
from desktop.widgets.chips import Chip
from desktop.widgets.labels import ElidedLabel, IconLabel, box, column, line, row
from desktop.widgets.theme import theme
from desktop.widgets.tokens import DIM_ALPHA, ON_PICTURE
from desktop.widgets.words import tr

GROUPS = (("commands", "Commands"), ("gallery", "Gallery"), ("settings", "Settings"))
_MOST_OF_GROUP = {"commands": 60, "gallery": 8, "settings": 12}
_WIDTH, _TOP, _INPUT, _FOOT = 640, 88, 48, 34

Source = Callable[[str], Sequence[Entry]]


class Palette(QWidget):
    """Lies over a window; the rest is dimmed. It is made once and shown again."""

    run = Signal(object)
    """arg: Entry a person chose."""

    shortcut_wanted = Signal(object)
    """arg: str, the command that shall get another shortcut."""

    def __init__(self, window: QWidget, sources: dict[str, Source], thumbnails: Thumbnails) -> None:
        super().__init__(window)
        self._sources = sources
        self._window = window
        self._before: QWidget | None = None
        self.setAccessibleName(tr("Find a command"))
        self.box = QFrame(self)
        self.input = QLineEdit()
        self.input.setPlaceholderText(tr("Type what you want to do"))
        self.input.setAccessibleName(tr("Find a command"))
        self.input.setProperty("kind", "palette")
        self.input.textChanged.connect(self._search)
        self.input.installEventFilter(self)
        self.chips: dict[str, Chip] = {}
        for key, text in GROUPS:
            chip = Chip(tr(text))
            chip.clicked.connect(self._search)
            self.chips[key] = chip
        self._model = HitModel()
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(HitDelegate(thumbnails, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(self._on_clicked)
        self.list.setAccessibleName(tr("What was found"))
        self.count = ElidedLabel("", "tiny", "text2", align=Qt.AlignmentFlag.AlignRight)
        head = row(IconLabel("search", "text2", 18), self.input, *self.chips.values(), space=8, margins=(14, 0, 12, 0))
        head.setStretch(1, 1)
        top = box(head)
        top.setFixedHeight(theme().px(_INPUT))
        foot = row(KeyHints(), self.count, space=8, margins=(12, 0, 12, 0))
        foot.setStretch(1, 1)
        bottom = box(foot)
        bottom.setFixedHeight(theme().px(_FOOT))
        layout = column(top, line(), self.list, line(), bottom, space=0, margins=(1, 1, 1, 1))
        layout.setStretch(2, 1)
        self.box.setLayout(layout)
        self.box.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def open(self, text: str = "", group: str = "") -> None:
        """Show the palette, perhaps with something typed already and one group alone."""
        self._before = self.window().focusWidget()
        for key, chip in self.chips.items():
            chip.setChecked(key == group)
            chip.updateGeometry()
        self.input.setText(text)
        self.input.selectAll()
        self._search()
        self._place()
        self.show()
        self.raise_()
        self.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Hide it and give the focus back."""
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            # Without this the focus would go on to whatever stands next in the order of Tab.
            self.input.clearFocus()
        self.hide()

    def hits(self) -> list[Hit]:
        return [found for found in self._model.rows if isinstance(found, Hit)]

    def _search(self, *_args: object) -> None:
        typed = self.input.text().strip()
        chosen = [key for key, chip in self.chips.items() if chip.isChecked()]
        rows: list[Hit | str] = []
        shown = total = 0
        for key, title in GROUPS:
            if chosen and key not in chosen:
                continue
            entries = self._sources[key](typed)
            total += len(entries)
            hits = find(entries, typed)[: _MOST_OF_GROUP[key]]
            # Without words only commands are listed: the rest would be noise.
            if hits and (typed or key == "commands" or key in chosen):
                rows += [tr(title), *hits]
                shown += len(hits)
        self._model.show_rows(rows)
        self.count.set_text(tr("{n} of {all}", n=shown, all=total))
        if len(rows) > 1:
            self._choose(1)
        self._place()

    def _place(self) -> None:
        px = theme().px
        window = self._window
        self.setGeometry(window.rect())
        width = min(px(_WIDTH), window.width() - px(32))
        rows = max(2, self._model.rowCount())
        room = window.height() - px(_TOP) * 2 - px(_INPUT + _FOOT)
        height = px(_INPUT + _FOOT) + 4 + min(rows * px(ROW) + px(6), max(px(160), room))
        self.box.setGeometry((window.width() - width) // 2, px(_TOP), width, height)

    def _choose(self, place: int) -> None:
        self.list.setCurrentIndex(self._model.index(place, 0))

    def _step(self, step: int) -> None:
        rows = self._model.rows
        if not self.hits():
            return
        place = self.list.currentIndex().row()
        for _ in rows:
            place = (place + step) % len(rows)
            if isinstance(rows[place], Hit):
                break
        self._choose(place)
        # The head of the first group comes into view with its first row.
        if place == 1:
            self.list.scrollToTop()

    def _run_chosen(self) -> None:
        index = self.list.currentIndex()
        found = index.data(HitRole) if index.isValid() else None
        if isinstance(found, Hit):
            self.close_palette()
            self.run.emit(found.entry)

    def _change_shortcut(self) -> None:
        index = self.list.currentIndex()
        found = index.data(HitRole) if index.isValid() else None
        if isinstance(found, Hit) and found.entry.group == "commands":
            self.close_palette()
            self.shortcut_wanted.emit(found.entry.key)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self._run_chosen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.input and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if watched is self.box and event.type() == QEvent.Type.Paint:
            look = theme()
            painter = QPainter(self.box)
            painting.frame(painter, self.box.rect(), fill=look.colour("pane"), edge=look.colour("edge"), radius=8)
            painter.end()
            return True
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        key = Qt.Key(event.key())
        if key in steps:
            for _ in range(abs(steps[key])):
                self._step(1 if steps[key] > 0 else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._change_shortcut()
            else:
                self._run_chosen()
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.box.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().colour(ON_PICTURE.black, DIM_ALPHA))
