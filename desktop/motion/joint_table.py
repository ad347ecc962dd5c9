"""The joints as a table: the twin of the curves for the keyboard and the screen reader."""

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QTableView

from desktop.motion.curve_plot import LETTERS
from desktop.motion.session import MotionSession
from desktop.motion.skeleton import LISTED, depth_in_list, joint_name, side_of
from desktop.widgets import painting
from desktop.widgets.numbers import number_text, read_number
from desktop.widgets.theme import theme
from desktop.widgets.tokens import SKELETON
from desktop.widgets.words import tr

NAMES_WIDTH, TABLE_WIDTH = 148, 340
Index = QModelIndex | QPersistentModelIndex


class JointModel(QAbstractTableModel):
    """A row for each joint: its name, and X, Y and Z in mm at the shown frame, which can be typed over."""

    def __init__(self, session: MotionSession, parent: QTableView) -> None:
        super().__init__(parent)
        self._session = session
        for signal in (session.opened, session.changed, session.frame_changed):
            signal.connect(self._on_numbers)

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return len(LISTED)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 1 + len(LETTERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr("Joint") if section == 0 else tr("{axis}, mm", axis=LETTERS[section - 1])
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        joint, column = LISTED[index.row()], index.column()
        if column == 0:
            return joint_name(joint) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            joints = self._session.joints_at(self._session.frame)
            value = float(joints[joint, column - 1]) if joints is not None else np.nan
            return number_text(value, 1) if np.isfinite(value) else "–"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        known = self._session.joints_at(self._session.frame) is not None
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() and known else usual

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        number = read_number(str(value))
        if role != Qt.ItemDataRole.EditRole or number is None or not abs(number) < 1e6:
            return False
        self._session.set_position(LISTED[index.row()], index.column() - 1, number)
        return True

    def _on_numbers(self) -> None:
        self.dataChanged.emit(self.index(0, 1), self.index(len(LISTED) - 1, len(LETTERS)))


class _Names(QStyledItemDelegate):
    """Paints a joint: a dot in the colour of its side, indented along its limb."""

    def paint(self, painter: QPainter, option, index: Index) -> None:  # type: ignore[no-untyped-def]
        look, joint, rect = theme(), LISTED[index.row()], option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("tint"))
        left = rect.left() + look.px(12 + 10 * depth_in_list(joint))
        side = look.px(8)
        painter.setBrush(QColor(getattr(SKELETON, side_of(joint))))
        painter.setPen(look.colour("edgehi") if not look.dark else Qt.PenStyle.NoPen)
        painter.drawEllipse(QRectF(left, rect.center().y() - side / 2 + 1, side, side))
        words = rect.adjusted(left - rect.left() + side + look.px(6), 0, -look.px(4), 0)
        painting.text(painter, words, index.data(), look.font("small"), look.colour("text"))
        painter.restore()

    def sizeHint(self, _option, _index: Index) -> QSize:  # type: ignore[no-untyped-def]
        return QSize(theme().px(NAMES_WIDTH), theme().px(24))


class JointTable(QTableView):
    """The joints; with ``show_numbers`` their positions stand beside the names and can be typed."""

    def __init__(self, session: MotionSession) -> None:
        super().__init__()
        self._session = session
        self.setModel(JointModel(session, self))
        self.setItemDelegateForColumn(0, _Names(self))
        self.setAccessibleName(tr("Joints"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme().px(24))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(theme().px(40))
        self.selectionModel().currentRowChanged.connect(self._on_row)
        session.joint_changed.connect(self._on_joint)
        self.show_numbers(False)
        self._on_joint()

    def show_numbers(self, shown: bool) -> None:
        """Show positions beside the names, or the names alone."""
        for column in range(1, 1 + len(LETTERS)):
            self.setColumnHidden(column, not shown)
        header = self.horizontalHeader()
        header.setVisible(shown)
        fixed = QHeaderView.ResizeMode.Fixed if shown else QHeaderView.ResizeMode.Stretch
        header.setSectionResizeMode(0, fixed)
        header.resizeSection(0, theme().px(NAMES_WIDTH - 12))
        self.setFixedWidth(theme().px(TABLE_WIDTH if shown else NAMES_WIDTH))

    def _on_row(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._session.choose_joint(LISTED[now.row()])

    def _on_joint(self) -> None:
        row = LISTED.index(self._session.joint)
        if self.currentIndex().row() != row:
            self.setCurrentIndex(self.model().index(row, max(0, self.currentIndex().column())))
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
