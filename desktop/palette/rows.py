"""The rows of the palette: what was found under the heads of its groups, and the keys that work there."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.palette.search import Entry, Hit
from desktop.state.thumbnails import Thumbnails
from desktop.widgets import painting
from desktop.widgets.buttons import shortcut_text
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

ROW = 34
HitRole = Qt.ItemDataRole.UserRole


class HitModel(QAbstractListModel):
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


class HitDelegate(QStyledItemDelegate):
    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme().px(200), theme().px(ROW))

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
            right = painting.key_caps(painter, shortcut_text(found.entry.keys), right, rect.height()) - look.px(8)
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


class KeyHints(QWidget):
    """The keys that work in the palette."""

    def sizeHint(self) -> QSize:
        return QSize(theme().px(400), theme().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        font = look.font("tiny")
        x: float = 0
        for keys, words in _hints():
            width = 0.0
            for key in keys.split(" "):
                side = max(look.px(17), look.metrics("tiny").horizontalAdvance(key) + look.px(10))
                width += side + look.px(6)
            painting.key_caps(painter, keys, x + width - look.px(6), self.height())
            x += width
            advance = look.metrics("tiny").horizontalAdvance(words)
            painting.text(painter, QRectF(x, 0, advance + 4, self.height()), words, font, look.colour("text2"))
            x += advance + look.px(16)


def _hints() -> tuple[tuple[str, str], ...]:
    return ("↑ ↓", tr("choose")), ("↵", tr("run")), ("Alt ↵", tr("set a shortcut")), ("Esc", tr("close"))
