"""The list of emotion tags that opens at the caret with "/"."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.audio.tag_object import paint_pill, pill_width
from desktop.widgets import painting
from desktop.widgets.labels import column
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.emotions import EMOTIONS

_WIDTH, _ROW, _MOST_ROWS = 264, 26, 8


class _TagDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme().px(_WIDTH - 24), theme().height(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = theme()
        name = str(index.data())
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painting.frame(painter, rect.adjusted(2, 1, -2, -1), fill=look.colour("tint"), radius=4)
        left = look.px(10)
        width = pill_width(name)
        paint_pill(painter, QRectF(rect.left() + left, rect.top(), width, rect.height()), name, known=True)
        words = rect.adjusted(left + width + look.px(10), 0, -look.px(8), 0)
        painting.text(painter, words, tr(EMOTIONS[name]), look.font("small"), look.colour("text2"))


class TagMenu(QFrame):
    """Tags that begin with what was typed, then those that contain it.

    The editor keeps the focus and passes keys on.

    Args:
        window: over which it lies.
    """

    chosen = Signal(object)
    """arg: str, the tag."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("ground", "tile")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model = QStringListModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_TagDelegate(self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(tr("Emotion tags"))
        self.list.clicked.connect(self._on_clicked)
        self.setLayout(column(self.list, space=0, margins=(2, 4, 2, 4)))
        self.hide()

    def names(self) -> list[str]:
        """Return the tags that are offered."""
        return self._model.stringList()

    def filter(self, typed: str) -> bool:
        """Offer the tags that fit what was typed; return False when none does."""
        wanted = typed.casefold().replace(" ", "_")
        first = [name for name in EMOTIONS if name.startswith(wanted)]
        names = first + [name for name in EMOTIONS if wanted in name and name not in first]
        self._model.setStringList(names)
        self._select(0)
        rows = min(len(names), _MOST_ROWS)
        self.resize(theme().px(_WIDTH), rows * theme().height(_ROW) + theme().px(8) + 4)
        return bool(names)

    def open_at(self, caret: QPoint, line_height: int) -> None:
        """Show it below a point of the screen, or above it where there is no room."""
        window = self._window
        place = window.mapFromGlobal(caret)
        below = place.y() + line_height
        y = below if below + self.height() <= window.height() else place.y() - self.height()
        x = min(place.x(), window.width() - self.width() - 4)
        self.move(max(0, x), max(0, y))
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Go to the next or previous tag."""
        rows = self._model.rowCount()
        if rows:
            self._select((self.list.currentIndex().row() + by) % rows)

    def take(self) -> None:
        """Choose the current tag."""
        index = self.list.currentIndex()
        self.hide()
        if index.isValid():
            self.chosen.emit(str(index.data()))

    def _select(self, row: int) -> None:
        self.list.setCurrentIndex(self._model.index(row))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self.take()
