"""Search and filter of the gallery: the search field, the kind chips, and the sheet with the rest."""

from datetime import datetime, timedelta

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.gallery.tile import KIND_ICONS, kind_word
from desktop.state.gallery import GalleryModel
from desktop.state.gallery_item import GalleryFilter
from desktop.widgets import painting
from desktop.widgets.buttons import Button, IconButton, Kind
from desktop.widgets.chips import Chip, Option, Segment
from desktop.widgets.fields import CheckBox, ComboBox, NumberField, SearchField
from desktop.widgets.flow import FlowLayout
from desktop.widgets.labels import box, column, label, row
from desktop.widgets.theme import theme
from desktop.widgets.tokens import COLOUR_MARKS
from desktop.widgets.words import counted, tr

_GROUPS = (
    (("picture",), "picture"),
    (("movie", "shot"), "movie"),
    (("sound", "voice", "music"), "sound"),
    (("animation",), "animation"),
    (("motion",), "motion"),
)


def mark_word(mark: str) -> str:
    """Return the name of a colour mark."""
    return {
        "red": tr("Red"),
        "amber": tr("Amber"),
        "green": tr("Green"),
        "blue": tr("Blue"),
        "violet": tr("Violet"),
    }[mark]


class FilterBar(QWidget):
    """The search field with the button of the sheet, and the chips with counts."""

    def __init__(self, model: GalleryModel) -> None:
        super().__init__()
        self._model = model
        self.search = SearchField(tr("Prompt, model, seed …"))
        self.search.textChanged.connect(self._on_text)
        self.more = IconButton("list-filter", tr("More filters"), checkable=True)
        self.more.clicked.connect(self._open_sheet)
        field = row(self.search, self.more, space=4)
        field.setStretch(0, 1)
        self.all_chip = Chip(tr("All"))
        self.all_chip.clicked.connect(self._show_all)
        self.chips: dict[tuple[str, ...], Chip] = {}
        self._flow = FlowLayout(space=4)
        self._flow.addWidget(self.all_chip)
        for kinds, first in _GROUPS:
            chip = Chip("0", KIND_ICONS[first])
            chip.clicked.connect(self._on_chip)
            self.chips[kinds] = chip
            self._flow.addWidget(chip)
        self.setLayout(column(field, box(self._flow), space=10, margins=(12, 10, 12, 6)))
        self._sheet: FilterSheet | None = None
        model.contents_changed.connect(self._on_counts)
        model.filter_changed.connect(self._on_filter)
        self._on_counts(model.counts())
        self._on_filter(model.filter)

    def _on_text(self, text: str) -> None:
        self._model.set_filter(replace(self._model.filter, text=text))

    def _on_chip(self) -> None:
        kinds = tuple(kind for group, chip in self.chips.items() if chip.isChecked() for kind in group)
        self._model.set_filter(replace(self._model.filter, kinds=kinds))

    def _show_all(self) -> None:
        self._model.set_filter(replace(self._model.filter, kinds=()))

    def _on_filter(self, wanted: GalleryFilter) -> None:
        self.all_chip.setChecked(not wanted.kinds)
        for kinds, chip in self.chips.items():
            chip.setChecked(kinds[0] in wanted.kinds)
        for chip in (self.all_chip, *self.chips.values()):
            chip.updateGeometry()
            chip.update()
        self.more.setChecked(is_narrowed(wanted))

    def _on_counts(self, counts: dict[str, int]) -> None:
        for (kinds, chip), (_group, first) in zip(self.chips.items(), _GROUPS, strict=True):
            count = sum(counts.get(kind, 0) for kind in kinds)
            chip.setText(str(count))
            chip.setVisible(count > 0)
            name = f"{kind_word(first)}: {count}"
            chip.setAccessibleName(name)
            chip.setToolTip(name)
            chip.updateGeometry()

    def _open_sheet(self) -> None:
        self.more.setChecked(is_narrowed(self._model.filter))
        self._sheet = FilterSheet(self._model, self)
        self._sheet.adjustSize()
        self._sheet.move(self.mapToGlobal(self.rect().topRight()))
        self._sheet.show()
        self._sheet.setFocus()


def is_narrowed(wanted: GalleryFilter) -> bool:
    """Return whether more than text and kinds narrows what is shown."""
    return replace(wanted, text="", kinds=(), order="newest", stacked=True) != GalleryFilter()


class FilterSheet(QWidget):
    """Everything else one can filter by, in a sheet beside the gallery. It counts at once; Escape closes it."""

    closed = Signal()

    def __init__(self, model: GalleryModel, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model = model
        now = model.filter
        self.rating = Segment(
            [Option(str(n), tr("Any") if n == 0 else f"{n} +") for n in range(6)], name=tr("Stars"), fill=True
        )
        self.rating.set_value(str(now.rating))
        self.marks: dict[str, Chip] = {}
        marks = FlowLayout(space=4)
        for mark in COLOUR_MARKS:
            chip = Chip(mark_word(mark))
            chip.setChecked(mark in now.marks)
            chip.clicked.connect(self._apply)
            self.marks[mark] = chip
            marks.addWidget(chip)
        self.model_box = self._choice(tr("Any model"), model.models(), now.model)
        self.style_box = self._choice(tr("Any style"), model.styles(), now.style)
        self.seed = NumberField(-1, 2**53, empty_text=tr("any"))
        self.seed.setValue(-1 if now.seed is None else now.seed)
        self.side = NumberField(0, 16384, unit="px", empty_text=tr("any"))
        self.side.setValue(now.min_side)
        self.age = self._choice(tr("Any day"), (), "")
        for days, words in ((1, tr("Last day")), (7, tr("Last week")), (30, tr("Last month"))):
            self.age.addItem(words, str(days))
        self.rejected = Segment(
            [Option("no", tr("Hidden")), Option("all", tr("Shown")), Option("only", tr("Only these"))],
            name=tr("Rejected"),
            fill=True,
        )
        self.rejected.set_value({False: "no", None: "all", True: "only"}[now.rejected])
        self.stacked = CheckBox(tr("Stack results that differ by their seed only"))
        self.stacked.setChecked(now.stacked)
        self.order = self._choice("", (), "")
        self.order.clear()
        for value, words in (
            ("newest", tr("Newest first")),
            ("oldest", tr("Oldest first")),
            ("name", tr("By name")),
            ("rating", tr("Best first")),
            ("size", tr("Largest first")),
        ):
            self.order.addItem(words, value)
        self.order.setCurrentIndex(self.order.findData(now.order))
        clear = Button(tr("Clear filters"), "rotate-ccw", Kind.PLAIN)
        clear.clicked.connect(self._clear)
        self.found = label("", "small", "text2")
        pairs = [
            (tr("Stars"), self.rating),
            (tr("Colour marks"), box(marks)),
            (tr("Rejected"), self.rejected),
            (tr("Model"), self.model_box),
            (tr("Style (LoRA)"), self.style_box),
            (tr("Seed"), self.seed),
            (tr("Smallest side"), self.side),
            (tr("Made"), self.age),
            (tr("Order"), self.order),
        ]
        parts: list[QWidget] = []
        for words, field in pairs:
            title = label(words, "small", "text2")
            title.setBuddy(field)
            title.setFixedWidth(theme().px(112))
            if not field.accessibleName():
                field.setAccessibleName(words)
            line = row(title, field, space=8)
            line.setStretch(1, 1)
            parts.append(box(line))
        foot = row(self.found, None, clear)
        self.setLayout(column(*parts, self.stacked, box(foot), space=8, margins=(14, 12, 14, 12)))
        self.setFixedWidth(theme().px(400))
        self.rating.chosen.connect(self._apply)
        self.rejected.chosen.connect(self._apply)
        self.stacked.toggled.connect(self._apply)
        for field in (self.seed, self.side):
            field.valueChanged.connect(self._apply)
        for combo in (self.model_box, self.style_box, self.age, self.order):
            combo.activated.connect(self._apply)
        model.modelReset.connect(self._count)
        self._count()

    @staticmethod
    def _choice(everything: str, values: tuple[str, ...], chosen: str) -> ComboBox:
        combo = ComboBox()
        combo.addItem(everything, "")
        for value in values:
            combo.addItem(value, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        return combo

    def _apply(self, *_args: object) -> None:
        days = self.age.currentData()
        after = (datetime.now().astimezone() - timedelta(days=int(days))).timestamp() if days else None
        self._model.set_filter(
            replace(
                self._model.filter,
                rating=int(self.rating.value()),
                marks=tuple(mark for mark, chip in self.marks.items() if chip.isChecked()),
                rejected={"no": False, "all": None, "only": True}[self.rejected.value()],
                model=self.model_box.currentData(),
                style=self.style_box.currentData(),
                seed=None if self.seed.value() < 0 else int(self.seed.value()),
                min_side=int(self.side.value()),
                after=after,
                stacked=self.stacked.isChecked(),
                order=self.order.currentData(),
            )
        )

    def _clear(self) -> None:
        text, kinds = self._model.filter.text, self._model.filter.kinds
        self._model.set_filter(GalleryFilter(text=text, kinds=kinds))
        self.close()

    def _count(self) -> None:
        self.found.setText(counted(self._model.rowCount(), "{n} shown", "{n} shown"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painting.frame(QPainter(self), self.rect(), fill=look.colour("pane"), edge=look.colour("edge"), radius=0)
