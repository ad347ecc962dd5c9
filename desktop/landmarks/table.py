"""The table twin of the canvases: every point with its number, region, place and whether it was moved."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.landmarks.edits import Edits
from desktop.landmarks.regions import region_of
from desktop.landmarks.session import Session
from desktop.widgets.numbers import number_text, read_number
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.project.landmarks import LANDMARK_COUNT

POINT, REGION, X, Y, EDITED = range(5)
_TITLES = ("Point", "Region", "x", "y", "Edited")

Index = QModelIndex


class PointTable(QAbstractTableModel):
    """The points of one picture: 478 landmarks, then the key points. x and y can be typed."""

    def __init__(self, session: Session, edits: Edits) -> None:
        super().__init__(session)
        self._session = session
        self._edits = edits
        self._side = 0
        self._rows = 0
        session.opened.connect(self.reload)
        session.settled.connect(self._on_settled)
        session.selection.changed.connect(self._on_keys)

    @property
    def side(self) -> int:
        return self._side

    def set_side(self, side: int) -> None:
        """Show another picture."""
        if side != self._side:
            self._side = side
            self.reload()

    def reload(self) -> None:
        """Read everything anew."""
        self.beginResetModel()
        has_face = self._side < len(self._session.sides) and self._session.sides[self._side].settled is not None
        self._rows = LANDMARK_COUNT + len(self._session.selection.key_ids) if has_face else 0
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # type: ignore[override]
        return 0 if parent is not None and parent.isValid() else self._rows

    def columnCount(self, parent: Index | None = None) -> int:  # type: ignore[override]
        return 0 if parent is not None and parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(_TITLES[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:  # type: ignore[override]
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in (X, Y) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # type: ignore[override]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (POINT, X, Y):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == EDITED:
            return theme().colour("warn")
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        face = self._session.sides[self._side].settled if self._side < len(self._session.sides) else None
        if face is None:
            return None
        if index.row() >= LANDMARK_COUNT:
            return self._key_cell(index, role)
        x, y = face.points[index.row()].tolist()
        if index.column() in (X, Y):
            return self._number((x, y)[index.column() - X], role)
        moved = bool(face.moved[index.row()])
        return (index.row(), tr(region_of()[index.row()].text), None, None, tr("moved") if moved else "")[
            index.column()
        ]

    def _key_cell(self, index: Index, role: int) -> Any:
        face = self._session.sides[self._side].settled
        keys = self._session.selection.key_ids
        place_in_keys = index.row() - LANDMARK_COUNT
        if face is None or place_in_keys >= len(keys):
            return None
        point = next((each for each in face.key_points if each.id == keys[place_in_keys]), None)
        if index.column() == POINT:
            return tr("key {n}", n=place_in_keys + 1)
        if index.column() == REGION:
            return point.name or tr("Key point") if point is not None else tr("not in this picture")
        if index.column() == EDITED:
            return tr("own") if point is not None else ""
        return self._number((point.x, point.y)[index.column() - X], role) if point is not None else ""

    @staticmethod
    def _number(value: float, role: int) -> Any:
        return round(value, 2) if role == Qt.ItemDataRole.EditRole else number_text(value, 1)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # type: ignore[override]
        if role != Qt.ItemDataRole.EditRole or index.column() not in (X, Y):
            return False
        number = float(value) if isinstance(value, float | int) else read_number(str(value))
        old = [self.data(self.index(index.row(), column), Qt.ItemDataRole.EditRole) for column in (X, Y)]
        if number is None or not all(isinstance(each, float | int) for each in old):
            return False
        old[index.column() - X] = number
        self._edits.moves.place(self._side, index.row(), float(old[0]), float(old[1]))
        return True

    def _on_settled(self, side: object) -> None:
        if side == self._side:
            if self._rows != LANDMARK_COUNT + len(self._session.selection.key_ids):
                self.reload()
            elif self._rows:
                self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, EDITED))

    def _on_keys(self) -> None:
        if self._rows and self._rows != LANDMARK_COUNT + len(self._session.selection.key_ids):
            self.reload()


class PointTableView(QTableView):
    """Shows the table; its selection is that of the canvases."""

    def __init__(self, session: Session, model: PointTable) -> None:
        super().__init__()
        self._session = session
        self._follows = False
        self.setModel(model)
        self.setAccessibleName(tr("Points as a table"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme().height(26))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(REGION, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(theme().px(24))
        self.setShowGrid(False)
        self.selectionModel().selectionChanged.connect(self._on_chosen_here)
        session.selection.changed.connect(self.follow)
        model.modelReset.connect(self.follow)

    def follow(self) -> None:
        """Show what is chosen."""
        if self._follows or not self.isVisible():
            return
        self._follows = True
        model = self.model()
        wanted = QItemSelection()
        for row in self._session.selection.mask.nonzero()[0].tolist():
            if row < model.rowCount():
                wanted.select(model.index(row, 0), model.index(row, EDITED))
        self.selectionModel().select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        current = self._session.selection.current
        if 0 <= current < model.rowCount():
            index = model.index(current, max(0, self.currentIndex().column()))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        self._follows = False

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.follow()

    def _on_chosen_here(self, *_args: object) -> None:
        if self._follows:
            return
        self._follows = True
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        current = self.currentIndex().row()
        self._session.selection.choose(rows, current=current if current in rows else -1)
        self._follows = False
