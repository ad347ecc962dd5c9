"""What is in the training set: its numbers, where the motions come from, how long they are."""

from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from desktop.training.curves import figure
from desktop.widgets import painting
from desktop.widgets.buttons import Button
from desktop.widgets.chips import StateMark
from desktop.widgets.empty import EmptyState
from desktop.widgets.labels import box, column, label, line, row
from desktop.widgets.numbers import short_number
from desktop.widgets.pane import Pane, scroll_area
from desktop.widgets.theme import theme
from desktop.widgets.tokens import CLIPS
from desktop.widgets.words import clock, counted, tr
from engine.protocol.queries import DatasetReply

WIDTH = 248
_SOURCE_ROW, _HISTOGRAM = 34, 62
_SHORT = 49


class _Sources(QWidget):
    """A bar for each source: what is trained with, and what is kept unseen."""

    def __init__(self) -> None:
        super().__init__()
        self._data: DatasetReply | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_data(self, data: DatasetReply) -> None:
        self._data = data
        words = [f"{s.name or tr('others')}: {s.train} + {s.unseen}" for s in data.sources]
        self.setAccessibleName(tr("Split by source"))
        self.setAccessibleDescription(", ".join(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        rows = len(self._data.sources) if self._data is not None else 0
        return QSize(theme().px(200), theme().px(_SOURCE_ROW) * rows)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, data = theme(), self._data
        if data is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max(source.train + source.unseen for source in data.sources)
        unseen_colour = look.colour(CLIPS["animation"].line(look.dark))
        for index, source in enumerate(data.sources):
            top = look.px(_SOURCE_ROW) * index
            count = f"{source.train} + {source.unseen}"
            wide = look.metrics("tiny").horizontalAdvance(count) + look.px(8)
            words = QRectF(0, top, self.width() - wide, look.px(20))
            painting.text(painter, words, source.name or tr("others"), look.font("small"), look.colour("text"))
            place = QRectF(self.width() - wide, top, wide, look.px(20))
            font = look.font("tiny")
            painting.text(painter, place, count, font, look.colour("text2"), Qt.AlignmentFlag.AlignRight)
            scale = self.width() / most
            bar = QRectF(0, top + look.px(23), source.train * scale, 5)
            painting.frame(painter, bar, fill=look.colour("text3"), radius=2.5)
            bar = QRectF(source.train * scale + 1, top + look.px(23), max(0.0, source.unseen * scale - 1), 5)
            painting.frame(painter, bar, fill=unseen_colour, radius=2.5)


class _Lengths(QWidget):
    """How many motions there are of each length."""

    def __init__(self) -> None:
        super().__init__()
        self._data: DatasetReply | None = None
        self.setAccessibleName(tr("Length of the clips"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(_HISTOGRAM))

    def show_data(self, data: DatasetReply) -> None:
        self._data = data
        self.setAccessibleDescription(tr("From {a} to {b} frames", a=data.shortest, b=data.longest))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, data = theme(), self._data
        if data is None or not data.lengths:
            return
        painter = QPainter(self)
        foot = look.px(16)
        width, most = self.width() / len(data.lengths), max(data.lengths)
        span = (data.longest - data.shortest) / len(data.lengths)
        for index, count in enumerate(data.lengths):
            high = (self.height() - foot) * count / most
            short = data.shortest + (index + 0.5) * span < _SHORT
            colour = look.colour("warn" if short else "text3")
            painter.fillRect(QRectF(index * width, self.height() - foot - high, width - 2, high), colour)
        low = QRectF(0, self.height() - foot, self.width(), foot)
        painting.text(painter, low, str(data.shortest), look.font("tiny"), look.colour("text2"))
        right = Qt.AlignmentFlag.AlignRight
        painting.text(painter, low, str(data.longest), look.font("tiny"), look.colour("text2"), right)


def hours(frames: int, fps: Fraction) -> str:
    """Return how long so many frames are, in words."""
    return clock(float(frames / fps))


class DataSide(Pane):
    """The left column of the training page."""

    def __init__(self) -> None:
        super().__init__(tr("Data"))
        self.setFixedWidth(theme().px(WIDTH))
        self.build = Button(tr("Build a training set …"), "plus", height=32)
        self.first_build = Button(tr("Build a training set …"), "plus")
        self.nothing = EmptyState(
            "activity", tr("The motions that the tokenizer learns from are described here."), self.first_build
        )
        self._numbers = {key: label("", "small") for key in ("clips", "frames", "length", "joints")}
        titles = {
            "clips": tr("Clips"),
            "frames": tr("Frames"),
            "length": tr("Length"),
            "joints": tr("Joints"),
        }
        rows = [
            box(row(label(titles[key], "small", "text2"), None, value, space=8)) for key, value in self._numbers.items()
        ]
        self.name = label("", "section", wrap=True)
        self._share = label("", "tiny", "text2")
        self.sources, self.lengths = _Sources(), _Lengths()
        self._parts = label("", "tiny", "text2", wrap=True)
        self._unseen = column(space=0)
        self._mark: StateMark | None = None
        self._short = label("", "small", "warn", wrap=True)
        inner = column(
            box(column(self.name, *rows, space=8, margins=(12, 12, 12, 12))),
            line(),
            box(
                column(
                    box(row(label(tr("Split by source"), "section"), None, self._share)),
                    self.sources,
                    self._parts,
                    box(self._unseen),
                    space=8,
                    margins=(12, 12, 12, 12),
                )
            ),
            line(),
            box(
                column(
                    box(row(label(tr("Length of the clips"), "section"), None, label(tr("frames"), "tiny", "text2"))),
                    self.lengths,
                    self._short,
                    space=8,
                    margins=(12, 12, 12, 12),
                )
            ),
            None,
            space=0,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(scroll_area(box(inner)))
        self._stack.addWidget(self.nothing)
        self.body.addWidget(self._stack, 1)
        self.footer.addWidget(self.build)
        self.show_data("", None)

    def show_data(self, name: str, data: DatasetReply | None) -> None:
        """Show what a training set holds, or nothing."""
        self._stack.setCurrentIndex(1 if data is None else 0)
        self.show_footer(data is not None)
        if data is None:
            return
        self.name.setText(name)
        self._numbers["clips"].setText(figure(data.clips))
        self._numbers["frames"].setText(figure(data.frames))
        self._numbers["length"].setText(f"{hours(data.frames, data.fps)} · {short_number(float(data.fps))} fps")
        self._numbers["joints"].setText(tr("24, millimetres"))
        part = round(100 * data.train / max(1, data.clips))
        self._share.setText(f"{part} : {100 - part}")
        self.sources.show_data(data)
        self.lengths.show_data(data)
        self._parts.setText(tr("{a} to train · {b} unseen", a=figure(data.train), b=figure(data.unseen)))
        if self._mark is not None:
            self._mark.deleteLater()
        if not data.unseen:
            self._mark = StateMark("tight", tr("No unseen motions: errors are not measured"))
        elif data.shared_sources:
            words = counted(data.shared_sources, "{n} source is in both", "{n} sources are in both")
            self._mark = StateMark("tight", words)
        else:
            self._mark = StateMark("ok", tr("No source is in both"))
        self._unseen.addWidget(self._mark)
        short = counted(
            data.short,
            "{n} clip is shorter than 49 frames and is stretched.",
            "{n} clips are shorter than 49 frames and are stretched.",
        )
        self._short.setText(short if data.short else "")
        self._short.setVisible(bool(data.short))
