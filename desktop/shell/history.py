"""The list of steps that can be undone."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QUndoView, QWidget

from desktop.widgets.labels import column
from desktop.widgets.theme import theme
from desktop.widgets.words import tr


class _Rows(QStyledItemDelegate):
    """Rows as high as in every other list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), theme().height(26))


class HistoryWindow(QWidget):
    """A small window over the main one; choosing a step goes back or forward to it.

    Args:
        undo: the steps.
        parent: the window it belongs to.
    """

    def __init__(self, undo: QUndoStack, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Tool)
        self.setWindowTitle(tr("History"))
        self.setProperty("ground", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.steps = QUndoView(undo)
        self.steps.setItemDelegate(_Rows(self.steps))
        self.steps.setFrameShape(QUndoView.Shape.NoFrame)
        self.steps.setAccessibleName(tr("History"))
        self.steps.setEmptyLabel(tr("As it was opened"))
        self.setLayout(column(self.steps, margins=(8, 8, 8, 8)))
        self.resize(theme().px(260), theme().px(360))
