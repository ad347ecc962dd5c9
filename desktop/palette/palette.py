"""The palette over the window: 640 wide, 88 below the top; type, choose with the arrow keys, Enter runs."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.palette.search import Entry, Hit, find
from desktop.state.thumbnails import Thumbnails
from desktop.widgets import painting
from desktop.widgets.buttons import shortcut_text
from desktop.widgets.chips import Chip
from desktop.widgets.fields import paint_keys
from desktop.widgets.icons import paint_icon
from desktop.widgets.labels import ElidedLabel, IconLabel, box, column, line, row
from desktop.widgets.theme import theme
from desktop.widgets.tokens import DIM_ALPHA, ON_PICTURE
from desktop.widgets.words import tr

GROUPS = (("commands", "Commands"), ("gallery", "Gallery"), ("settings", "Settings"))
_MOST_OF_GROUP = {"commands": 60, "gallery": 8, "settings": 12}
_WIDTH, _TOP, _ROW, _INPUT, _FOOT = 640, 88, 34, 48, 34

HitRole = Qt.ItemDataRole.UserRole
Source = Callable[[str], Sequence[Entry]]


class _Model(QAbstractListModel):
    """The hits with a head above each group; heads cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Hit | str] = []

    def show_rows(self, rows: list[Hit | str]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.rows[index.row()]
        if role == HitRole:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(found, str):
                return found
            entry = found.entry
            return ", ".join(part for part in (entry.text, entry.place, entry.keys) if part)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Delegate(QStyledItemDelegate):
    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme().px(200), theme().px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = theme()
        rect: QRect = option.rect
        found = index.data(HitRole)
        pad = look.px(12)
        if isinstance(found, str):
            words = rect.adjusted(pad, look.px(4), -pad, 0)
            painting.text(painter, words, found, look.font("tiny", bold=True), look.colour("text2"))
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, look.colour("tint"))
        self._paint_picture(painter, rect, found.entry, chosen)
        right: float = rect.right() - pad
        if found.entry.keys:
            painter.save()
            painter.translate(0, rect.top())
            right = paint_keys(painter, shortcut_text(found.entry.keys), right, rect.height()) - look.px(8)
            painter.restore()
        left = rect.left() + look.px(38)
        width = paint_found(painter, QRectF(left, rect.top(), right - left, rect.height()), found)
        place = QRectF(left + width + look.px(10), rect.top(), right - left - width - look.px(10), rect.height())
        painting.text(painter, place, found.entry.place, look.font("small"), look.colour("text2"))

    def _paint_picture(self, painter: QPainter, rect: QRect, entry: Entry, chosen: bool) -> None:
        look = theme()
        side = look.px(24 if entry.path else 16)
        x = rect.left() + look.px(22) - side / 2
        y = rect.center().y() - side / 2 + 1
        image = self._thumbnails.picture(entry.path, 240) if entry.path else None
        if image is not None:
            painting.cover(painter, QRect(round(x), round(y), side, side), image, 3)
        else:
            icon = look.px(16)
            colour = look.colour("accenttext" if chosen else "text2")
            x, y = rect.left() + look.px(22) - icon / 2, rect.center().y() - icon / 2 + 1
            paint_icon(painter, entry.icon or "chevron-right", colour, x, y, icon)


def paint_found(painter: QPainter, rect: QRectF, hit: Hit) -> float:
    """Paint a text with the found letters bold; return its width."""
    look = theme()
    layout = QTextLayout(hit.entry.text, look.font())
    formats = []
    for start, length in hit.spans:
        heavy = QTextCharFormat()
        heavy.setFontWeight(look.font("strong").weight())
        span = QTextLayout.FormatRange()
        span.start, span.length, span.format = start, length, heavy
        formats.append(span)
    layout.setFormats(formats)
    layout.beginLayout()
    made = layout.createLine()
    made.setLineWidth(rect.width())
    layout.endLayout()
    painter.setPen(look.colour("text"))
    layout.draw(painter, rect.topLeft() + QPointF(0, (rect.height() - made.height()) / 2))
    return made.naturalTextWidth()


class Palette(QWidget):
    """Lies over a window; the rest is dimmed. It is made once and shown again."""

    run = Signal(object)
    """arg: Entry a person chose."""

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
        self._model = _Model()
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(thumbnails, self.list))
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
        foot = row(_KeyHints(), self.count, space=8, margins=(12, 0, 12, 0))
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
        height = px(_INPUT + _FOOT) + 4 + min(rows * px(_ROW) + px(6), max(px(160), room))
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


class _KeyHints(QWidget):
    """The keys that work in the palette."""

    def sizeHint(self) -> QSize:
        return QSize(theme().px(330), theme().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        font = look.font("tiny")
        x: float = 0
        for keys, words in (("↑ ↓", tr("choose")), ("↵", tr("run")), ("Esc", tr("close"))):
            width = 0.0
            for key in keys.split(" "):
                side = max(look.px(17), look.metrics("tiny").horizontalAdvance(key) + look.px(10))
                width += side + look.px(6)
            paint_keys(painter, keys, x + width - look.px(6), self.height())
            x += width
            advance = look.metrics("tiny").horizontalAdvance(words)
            painting.text(painter, QRectF(x, 0, advance + 4, self.height()), words, font, look.colour("text2"))
            x += advance + look.px(16)
