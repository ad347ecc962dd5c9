"""Everything the gallery can be filtered by beside words and kinds, in a sheet."""

from datetime import datetime, time, timedelta

from msgspec.structs import replace
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from desktop.state.gallery import GalleryModel
from desktop.state.gallery_item import GalleryFilter
from desktop.widgets import painting
from desktop.widgets.buttons import Button, Kind
from desktop.widgets.chips import Chip, Option, Segment
from desktop.widgets.fields import ComboBox, NumberField
from desktop.widgets.flow import FlowLayout
from desktop.widgets.labels import box, column, label, row
from desktop.widgets.switches import CheckBox
from desktop.widgets.theme import theme
from desktop.widgets.tokens import COLOUR_MARKS
from desktop.widgets.words import counted, tr

_NO_DAY = QDate(1990, 1, 1)
_OWN_DAYS = "own"


def mark_word(mark: str) -> str:
    """Return the name of a colour mark."""
    return {
        "red": tr("Red"),
        "amber": tr("Amber"),
        "green": tr("Green"),
        "blue": tr("Blue"),
        "violet": tr("Violet"),
    }[mark]


class DayField(QDateEdit):
    """A day, or none."""

    def __init__(self, name: str, seconds: float | None) -> None:
        super().__init__()
        self.setMinimumDate(_NO_DAY)
        self.setSpecialValueText(tr("any"))
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.setDate(_day_of(seconds) if seconds else _NO_DAY)

    def start(self, days: int = 0) -> float | None:
        """Return when the day begins, ``days`` later, in Unix seconds; None for no day."""
        if self.date() == _NO_DAY:
            return None
        day = datetime.combine(datetime.fromisoformat(self.date().toString(Qt.DateFormat.ISODate)), time())
        return (day + timedelta(days=days)).astimezone().timestamp()

    def stepBy(self, steps: int) -> None:
        # From no day, the first step goes to today.
        if self.date() == _NO_DAY:
            self.setDate(QDate.currentDate())
        else:
            super().stepBy(steps)


class FilterSheet(QWidget):
    """Everything else one can filter by, in a sheet beside the gallery. It counts at once; Escape closes it."""

    def __init__(self, model: GalleryModel, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model = model
        now = model.filter
        marks = self._make_marks(now)
        self._make_choices(now)
        self._make_days(now)
        clear = Button(tr("Clear filters"), "rotate-ccw", Kind.PLAIN)
        clear.clicked.connect(self._clear)
        self.found = label("", "small", "text2")
        pairs = [
            (tr("Stars"), self.rating),
            (tr("Colour marks"), marks),
            (tr("Rejected"), self.rejected),
            (tr("Model"), self.model_box),
            (tr("Style (LoRA)"), self.style_box),
            (tr("Seed"), self.seed),
            (tr("Smallest side"), self.side),
            (tr("Where from"), self.origin),
            (tr("Made"), self.age),
            (tr("From, to"), self.days),
            (tr("Order"), self.order),
        ]
        parts = [self._pair(words, field) for words, field in pairs]
        self._days_row = parts[9]
        foot = row(self.found, None, clear)
        self.setLayout(column(*parts, self.stacked, box(foot), space=8, margins=(14, 12, 14, 12)))
        self.setFixedWidth(theme().px(400))
        self._show_days()
        self._connect()
        self._count()

    def _make_marks(self, now: GalleryFilter) -> QWidget:
        self.marks: dict[str, Chip] = {}
        flow = FlowLayout(space=4)
        for mark in COLOUR_MARKS:
            chip = Chip(mark_word(mark))
            chip.setChecked(mark in now.marks)
            self.marks[mark] = chip
            flow.addWidget(chip)
        return box(flow)

    def _make_choices(self, now: GalleryFilter) -> None:
        model = self._model
        stars = [Option(str(n), tr("Any") if n == 0 else f"{n} +") for n in range(6)]
        self.rating = Segment(stars, name=tr("Stars"), fill=True)
        self.rating.set_value(str(now.rating))
        shown = [Option("no", tr("Hidden")), Option("all", tr("Shown")), Option("only", tr("Only these"))]
        self.rejected = Segment(shown, name=tr("Rejected"), fill=True)
        self.rejected.set_value({False: "no", None: "all", True: "only"}[now.rejected])
        origins = [Option("all", tr("Any")), Option("made", tr("Made here")), Option("brought", tr("Brought"))]
        self.origin = Segment(origins, name=tr("Where from"), fill=True)
        self.origin.set_value({None: "all", False: "made", True: "brought"}[now.imported])
        self.model_box = _choice([("", tr("Any model")), *((each, each) for each in model.models())], now.model)
        self.style_box = _choice([("", tr("Any style")), *((each, each) for each in model.styles())], now.style)
        self.seed = NumberField(-1, 2**53, empty_text=tr("any"))
        self.seed.setValue(-1 if now.seed is None else now.seed)
        self.side = NumberField(0, 16384, unit="px", empty_text=tr("any"))
        self.side.setValue(now.min_side)
        self.stacked = CheckBox(tr("Stack results that differ by their seed only"))
        self.stacked.setChecked(now.stacked)
        orders = [
            ("newest", tr("Newest first")),
            ("oldest", tr("Oldest first")),
            ("name", tr("By name")),
            ("rating", tr("Best first")),
            ("size", tr("Largest first")),
        ]
        if now.board:
            orders.insert(0, ("board", tr("As arranged on the board")))
        self.order = _choice(orders, now.order)

    def _make_days(self, now: GalleryFilter) -> None:
        ages = [
            ("", tr("Any day")),
            ("1", tr("Last day")),
            ("7", tr("Last week")),
            ("30", tr("Last month")),
            (_OWN_DAYS, tr("From a day to a day")),
        ]
        self.age = _choice(ages, _OWN_DAYS if now.after is not None or now.before is not None else "")
        self.first_day = DayField(tr("From"), now.after)
        self.last_day = DayField(tr("to"), now.before - 1 if now.before else None)
        self.days = box(row(self.first_day, self.last_day, space=8))

    @staticmethod
    def _pair(words: str, field: QWidget) -> QWidget:
        title = label(words, "small", "text2")
        title.setBuddy(field)
        title.setFixedWidth(theme().px(112))
        if not field.accessibleName():
            field.setAccessibleName(words)
        line = row(title, field, space=8)
        line.setStretch(1, 1)
        return box(line)

    def _connect(self) -> None:
        for chip in self.marks.values():
            chip.clicked.connect(self._apply)
        for segment in (self.rating, self.rejected, self.origin):
            segment.chosen.connect(self._apply)
        for number in (self.seed, self.side):
            number.valueChanged.connect(self._apply)
        for day in (self.first_day, self.last_day):
            day.dateChanged.connect(self._apply)
        for combo in (self.model_box, self.style_box, self.age, self.order):
            combo.activated.connect(self._apply)
        self.stacked.toggled.connect(self._apply)
        self._model.modelReset.connect(self._count)

    def _apply(self, *_args: object) -> None:
        after, before = self._between()
        self._model.set_filter(
            replace(
                self._model.filter,
                rating=int(self.rating.value()),
                marks=tuple(mark for mark, chip in self.marks.items() if chip.isChecked()),
                rejected={"no": False, "all": None, "only": True}[self.rejected.value()],
                imported={"all": None, "made": False, "brought": True}[self.origin.value()],
                model=self.model_box.currentData(),
                style=self.style_box.currentData(),
                seed=None if self.seed.value() < 0 else int(self.seed.value()),
                min_side=int(self.side.value()),
                after=after,
                before=before,
                stacked=self.stacked.isChecked(),
                order=self.order.currentData(),
            )
        )
        self._show_days()

    def _between(self) -> tuple[float | None, float | None]:
        age = self.age.currentData()
        if age == _OWN_DAYS:
            return self.first_day.start(), self.last_day.start(days=1)
        if not age:
            return None, None
        return (datetime.now().astimezone() - timedelta(days=int(age))).timestamp(), None

    def _show_days(self) -> None:
        self._days_row.setVisible(self.age.currentData() == _OWN_DAYS)
        self.adjustSize()

    def _clear(self) -> None:
        now = self._model.filter
        self._model.set_filter(GalleryFilter(text=now.text, kinds=now.kinds, board=now.board, stack=now.stack))
        self.close()

    def _count(self) -> None:
        self.found.setText(counted(self._model.rowCount(), "{n} shown", "{n} shown"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painting.frame(QPainter(self), self.rect(), fill=look.colour("pane"), edge=look.colour("edge"), radius=8)


def _day_of(seconds: float) -> QDate:
    day = datetime.fromtimestamp(seconds).astimezone().date()
    return QDate(day.year, day.month, day.day)


def _choice(values: list[tuple[str, str]], chosen: str) -> ComboBox:
    combo = ComboBox()
    for value, words in values:
        combo.addItem(words, value)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    return combo
