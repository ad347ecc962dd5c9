"""The pane at the left: regions with their locks, key points in groups, and the table of all points."""

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.landmarks import paint
from desktop.landmarks.edits import Edits
from desktop.landmarks.regions import REGIONS
from desktop.landmarks.rows import NameRow, RegionRow
from desktop.landmarks.session import Session
from desktop.landmarks.table import PointTable, PointTableView
from desktop.widgets import painting
from desktop.widgets.buttons import IconButton
from desktop.widgets.chips import Option, Segment
from desktop.widgets.icons import paint_icon
from desktop.widgets.labels import box, column, label, line, row
from desktop.widgets.pane import Pane, scroll_area
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

WIDTH, TABLE_WIDTH = 216, 384


class Legend(QWidget):
    """What the marks on the pictures mean."""

    _ROWS = ("selected", "moved by hand", "own key point, paired", "triangle turned over")

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Legend"))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(190), theme().px(22) * len(self._ROWS) + theme().px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, text in enumerate(self._ROWS):
            middle = look.px(4) + look.px(22) * (index + 0.5)
            x = look.px(18)
            if index == 0:
                paint.chosen(painter, np.array([[x, middle]]), np.array([1.0]))
            elif index == 1:
                paint.edited(painter, np.array([[x, middle]]))
            elif index == 2:
                paint.theme_diamond(painter, x, middle)
            else:
                side = look.px(13)
                paint_icon(painter, "triangle-alert", look.colour("err"), x - side / 2, middle - side / 2, side)
            rect = self.rect()
            rect.setLeft(look.px(34))
            rect.setTop(round(middle - look.px(11)))
            rect.setHeight(look.px(22))
            painting.text(painter, rect, tr(text), look.font("small"), look.colour("text2"))


class RegionsPane(Pane):
    """Regions and key points as lists, or all points as a table."""

    key_wanted = Signal()
    """The person wants to add a key point."""

    side_wanted = Signal(object)
    """arg: int, the picture of which the table is to show the points."""

    def __init__(self, session: Session, edits: Edits) -> None:
        super().__init__(tr("Regions"))
        self._session = session
        self._edits = edits
        self._side = 0
        self.shown = Segment(
            [Option("list", tr("List")), Option("table", tr("Table"))], name=tr("List or table"), side=26
        )
        self.shown.setToolTip(tr("List or table of all points") + "  Ctrl T")
        self.shown.chosen.connect(self._show_page)
        self.header.tools.addWidget(self.shown)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list_page())
        self._stack.addWidget(self._table_page())
        self.body.addWidget(self._stack, 1)
        session.opened.connect(self.refresh)
        session.settled.connect(self.refresh)
        session.selection.changed.connect(self.refresh)
        session.selection.locks_changed.connect(self.refresh)
        self.setFixedWidth(theme().px(WIDTH))

    def _list_page(self) -> QWidget:
        self.regions: dict[str, RegionRow] = {}
        rows = column(space=0, margins=(0, 6, 0, 6))
        for region in REGIONS:
            made = RegionRow(region.key, tr(region.text))
            made.picked.connect(self._pick_region)
            made.locked.connect(lambda key, locked: self._session.selection.set_locked([key], locked))
            self.regions[region.key] = made
            rows.addWidget(made)
        self.add_key = IconButton("plus", tr("Add a key point"), keys="K", side=24, icon_side=15)
        self.add_key.clicked.connect(self.key_wanted)
        head = row(label(tr("Key points"), "section"), None, self.add_key, margins=(12, 4, 8, 2))
        self._groups = column(space=0)
        self.no_keys = label(
            tr("None yet. Hair, ears and collar move with the face when both pictures have points there."),
            "small",
            "text3",
            wrap=True,
        )
        none = box(column(self.no_keys, margins=(12, 0, 12, 8)))
        self._no_keys_box = none
        groups = box(self._groups)
        lists = column(box(rows), line(), box(head), none, groups, None, space=0)
        page = column(scroll_area(box(lists)), line(), Legend(), space=0)
        page.setStretch(0, 1)
        return box(page)

    def _table_page(self) -> QWidget:
        self.table_model = PointTable(self._session, self._edits)
        self.table = PointTableView(self._session, self.table_model)
        self.table_side = Segment([Option("0", "A"), Option("1", "B")], name=tr("Picture of the table"), side=26)
        self.table_side.chosen.connect(lambda value: self.side_wanted.emit(int(value)))
        self._table_head = box(row(self.table_side, None, margins=(12, 6, 12, 6)))
        page = column(self._table_head, self.table, space=0)
        page.setStretch(1, 1)
        return box(page)

    def show_table(self, on: bool) -> None:
        """Show the table twin, or the lists."""
        self.shown.set_value("table" if on else "list")
        self._show_page("table" if on else "list")
        if on:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def table_shown(self) -> bool:
        return self._stack.currentIndex() == 1

    def _show_page(self, value: object) -> None:
        self._stack.setCurrentIndex(1 if value == "table" else 0)
        self.setFixedWidth(theme().px(TABLE_WIDTH if value == "table" else WIDTH))
        self.header.set_title(tr("Points") if value == "table" else tr("Regions"))

    def set_side(self, side: int) -> None:
        """Show the counts and points of one picture."""
        self._side = side
        self.table_model.set_side(side)
        self.table_side.set_value(str(side))
        self.refresh()

    def refresh(self, *_args: object) -> None:
        """Show regions and key points as they are."""
        selection = self._session.selection
        sides = self._session.sides
        face = sides[self._side].settled if self._side < len(sides) else None
        chosen = selection.landmarks
        for region in REGIONS:
            indices = list(region.points)
            moved = int(face.moved[indices].sum()) if face is not None and not face.by_hand else 0
            locked = region.key in selection.locked_regions
            # A soft brush touches many regions: those are marked that are chosen for the better part.
            some = bool(chosen[indices].mean() >= 0.5)
            self.regions[region.key].show_state(moved, len(indices), chosen=some, locked=locked)
        self._table_head.setVisible(self._session.paired)
        self._fill_groups()

    def _fill_groups(self) -> None:
        names: dict[str, list[str]] = {}
        for face in self._session.faces:
            for point in face.key_points:
                ids = names.setdefault(point.name, [])
                if point.id not in ids:
                    ids.append(point.id)
        self._no_keys_box.setVisible(not names)
        chosen = set(self._session.selection.keys)
        while self._groups.count() > len(names):
            item = self._groups.takeAt(self._groups.count() - 1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for index, (name, ids) in enumerate(names.items()):
            if index == self._groups.count():
                made = NameRow("", diamond=True)
                made.picked.connect(lambda add, place=index: self._pick_group(place, add))
                self._groups.addWidget(made)
            item = self._groups.itemAt(index)
            widget = item.widget() if item is not None else None
            assert isinstance(widget, NameRow)
            widget.setText(tr(name) if name else tr("Key points"))
            widget.show_counts(0, len(ids), bool(chosen & set(ids)))
        self._group_ids = list(names.values())

    def _pick_region(self, key: object, add: object) -> None:
        self._session.selection.choose_region(str(key), "add" if add else "replace")

    def _pick_group(self, place: int, add: object) -> None:
        self._session.selection.choose_keys(self._group_ids[place], "add" if add else "replace")
