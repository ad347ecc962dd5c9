"""The left of the models window: kinds with counts, where models lie, and whether downloads are allowed."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from desktop.models import words
from desktop.widgets import painting
from desktop.widgets.buttons import Button, IconButton, Painted
from desktop.widgets.icons import paint_icon
from desktop.widgets.labels import ElidedLabel, IconLabel, box, clear, column, label, line, row
from desktop.widgets.pane import Header, scroll_area
from desktop.widgets.progress import ProgressBar
from desktop.widgets.switches import CheckBox
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, size, tr
from engine.protocol.devices import StoreState

_WIDTH = 216


class KindButton(Painted, QAbstractButton):
    """A kind of models with how many there are."""

    ring_radius = 4

    def __init__(self, kind: words.Kind) -> None:
        super().__init__()
        self.kind = kind
        self._count = 0
        self.setText(kind.title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self.kind.title}, {count}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().height(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        on = self.isChecked()
        if on or self.underMouse():
            painter.fillRect(self.rect(), look.colour("tint" if on else "hover"))
        side = look.px(16)
        tone = "accenttext" if on else "text2"
        paint_icon(painter, self.kind.icon, look.colour(tone), look.px(12), (self.height() - side) / 2, side)
        count = str(self._count)
        width = look.metrics("tiny").horizontalAdvance(count)
        right = look.px(12)
        words_rect = QRect(self.rect()).adjusted(look.px(36), 0, -right - width - look.px(6), 0)
        painting.text(painter, words_rect, self.text(), look.font("body", bold=on), look.colour("text"))
        place = self.rect().adjusted(0, 0, -right, 0)
        painting.text(painter, place, count, look.font("tiny"), look.colour("text2"), Qt.AlignmentFlag.AlignRight)


class StorePart(QWidget):
    """Where downloads go: how much is used and free."""

    def __init__(self) -> None:
        super().__init__()
        self.path = ElidedLabel("", "tiny", "text2", middle=True)
        self.bar = ProgressBar()
        self.amount = ElidedLabel("", "tiny", "text2")
        self.move_button = Button(tr("Move …"), height=26)
        self.move_button.setToolTip(tr("Move every model into another folder"))
        self.choose = Button(tr("Change …"), height=26)
        self.choose.setToolTip(tr("Bring models into another folder from now on; nothing is moved"))
        title = row(IconLabel("hard-drive", "text2", 15), label(tr("Main store"), "section"), None, space=6)
        self.setLayout(
            column(
                title,
                self.path,
                self.bar,
                self.amount,
                row(self.move_button, self.choose, None, space=8),
                space=6,
                margins=(12, 10, 12, 10),
            )
        )

    def show_store(self, store: StoreState) -> None:
        self.path.set_text(store.folder)
        self.path.setToolTip(store.folder)
        whole = store.size + store.disk_free
        self.bar.set_part(store.size / whole if whole else 0.0)
        self.amount.set_text(tr("{used} used · {free} free", used=size(store.size), free=size(store.disk_free)))


class FolderPart(QWidget):
    """A folder that is only read."""

    forgotten = Signal(object)
    """arg: str, the folder."""

    def __init__(self, folder: str, found: int) -> None:
        super().__init__()
        self.folder = folder
        name = ElidedLabel(Path(folder).name or folder, "small", bold=True)
        name.setToolTip(folder)
        remove = IconButton("x", tr("Look no more in {folder}", folder=folder), side=24, icon_side=14)
        remove.clicked.connect(self._forget)
        head = row(IconLabel("folder", "text2", 15), name, remove, space=6)
        head.setStretch(1, 1)
        text = counted(found, "only read · 1 model found", "only read · {n} models found")
        self.setLayout(column(head, ElidedLabel(text, "tiny", "text2"), space=0, margins=(12, 6, 8, 6)))

    def _forget(self) -> None:
        self.forgotten.emit(self.folder)


class Side(QWidget):
    """Kinds, stores, and the switch for downloads."""

    kind_chosen = Signal(object)
    """arg: Kind."""
    folder_forgotten = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme().px(_WIDTH))
        self.kinds = {kind.key: KindButton(kind) for kind in words.kinds()}
        self._group = QButtonGroup(self)
        for button in self.kinds.values():
            self._group.addButton(button)
        self._group.buttonClicked.connect(self._choose)
        self.kinds["all"].setChecked(True)
        stores = Header(tr("Stores"))
        self.add_folder = IconButton("plus", tr("Add a folder of models, only read"))
        stores.tools.addWidget(self.add_folder)
        self.store = StorePart()
        self._folders = QVBoxLayout()
        self._folders.setSpacing(0)
        self.allowed = CheckBox(tr("Downloads allowed"))
        self.allowed.setToolTip(tr("Off: nothing is ever asked of the network"))
        inner = column(
            *self.kinds.values(), 8, line(), stores, self.store, self._folders, None, space=0, margins=(0, 4, 0, 0)
        )
        area = scroll_area(box(inner))
        foot = box(column(line(), row(self.allowed, None, margins=(12, 10, 12, 10)), space=0))
        layout = column(Header(tr("Models")), area, foot, space=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def kind(self) -> words.Kind:
        return next(button.kind for button in self.kinds.values() if button.isChecked())

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many models there are of each kind; a kind without any is away."""
        for key, button in self.kinds.items():
            button.set_count(counts.get(key, 0))
            button.setVisible(key == "all" or counts.get(key, 0) > 0)

    def show_store(self, store: StoreState, found: Mapping[str, int]) -> None:
        """Show where models lie; ``found`` says how many lie in each added folder."""
        self.store.show_store(store)
        self.allowed.setChecked(not store.offline)
        clear(self._folders)
        for folder in store.added:
            part = FolderPart(folder, found.get(folder, 0))
            part.forgotten.connect(self.folder_forgotten)
            self._folders.addWidget(part)

    def _choose(self, button: QAbstractButton) -> None:
        assert isinstance(button, KindButton)
        self.kind_chosen.emit(button.kind)
