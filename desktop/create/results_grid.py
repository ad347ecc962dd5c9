"""The results of a job side by side, or dashed places for those that are not there yet."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.create.result_cells import Cell
from desktop.state.thumbnails import Thumbnails
from desktop.widgets import painting
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, tr

_SIDE, _GAP, _FOOT, _PAD, _BAR = 199, 8, 20, 12, 4


class ResultGrid(QWidget):
    """The cells; a click or Enter opens a result, arrow keys go from one to the next."""

    opened = Signal(object)
    """arg: str, SHA-256 of the result a person opened."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._cells: tuple[Cell, ...] = ()
        self._chosen = 0
        self._waiting = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Results"))
        thumbnails.ready.connect(self._on_ready)

    def cells(self) -> tuple[Cell, ...]:
        return self._cells

    def show_cells(self, cells: tuple[Cell, ...], waiting: str) -> None:
        """Show results; ``waiting`` is said at places that have none."""
        if len(cells) != len(self._cells):
            self._chosen = 0
        self._cells, self._waiting = cells, waiting
        self.setAccessibleDescription(counted(len(cells), "{n} result", "{n} results"))
        self._fit()
        self.update()

    def rect_of(self, number: int) -> QRect:
        """Return where the picture of a cell is."""
        px, columns = theme().px, self._columns()
        side, line, place = self._side(), *divmod(number, columns)
        return QRect(px(_PAD) + place * (side + px(_GAP)), px(_PAD) + line * (side + px(_FOOT) + px(_GAP)), side, side)

    def _columns(self) -> int:
        room = self.width() - 2 * theme().px(_PAD) + theme().px(_GAP)
        return max(1, round(room / (theme().px(_SIDE) + theme().px(_GAP))))

    def _side(self) -> int:
        columns, gap = self._columns(), theme().px(_GAP)
        return (self.width() - 2 * theme().px(_PAD) - (columns - 1) * gap) // columns

    def _fit(self) -> None:
        if self._cells:
            last = self.rect_of(len(self._cells) - 1)
            self.setMinimumHeight(last.bottom() + theme().px(_FOOT) + theme().px(_PAD))

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("surround"))
        foot = theme().px(_FOOT)
        for number, cell in enumerate(self._cells):
            place = self.rect_of(number)
            if event.rect().intersects(place.adjusted(0, 0, 0, foot)):
                self._paint(painter, place, cell, chosen=number == self._chosen and self.hasFocus())

    def _paint(self, painter: QPainter, rect: QRect, cell: Cell, *, chosen: bool) -> None:
        look = theme()
        image: QImage | None = cell.image
        if cell.path:
            side = round(rect.width() * self.devicePixelRatioF())
            image = self._thumbnails.picture(cell.path, max(240, side))
        if image is not None:
            painting.cover(painter, rect, image, 4)
            if cell.part is not None:
                bar = QRectF(rect.left(), rect.bottom() + 1 - _BAR, rect.width() * cell.part, _BAR)
                painter.fillRect(bar, look.colour("accent"))
        else:
            painting.frame(painter, rect, edge=look.colour("edge"), radius=4, dashed=True)
            side = look.px(16)
            x, y = rect.center().x() - side / 2, rect.center().y() - side / 2
            paint_icon(painter, "hourglass", look.colour("text3"), x, y, side)
        if chosen:
            painting.selection_ring(painter, rect.adjusted(3, 3, -3, -3))
        foot = QRectF(rect.left(), rect.bottom() + 1, rect.width(), look.px(_FOOT))
        right = cell.right or ("" if cell.path else self._waiting)
        tone = "accenttext" if cell.part is not None else "text3"
        width = look.metrics("tiny").horizontalAdvance(right)
        painting.text(
            painter, foot.adjusted(0, 0, -width - look.px(8), 0), cell.left, look.font("tiny"), look.colour("text2")
        )
        painting.text(painter, foot, right, look.font("tiny"), look.colour(tone), Qt.AlignmentFlag.AlignRight)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        for number in range(len(self._cells)):
            if self.rect_of(number).contains(place):
                self._chosen = number
                self.update()
                self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = self._columns()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        key = Qt.Key(event.key())
        if key in steps and self._cells:
            self._chosen = max(0, min(len(self._cells) - 1, self._chosen + steps[key]))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self._chosen < len(self._cells) and self._cells[self._chosen].sha256:
            self.opened.emit(self._cells[self._chosen].sha256)

    def _on_ready(self, _thumbnail: object) -> None:
        self.update()
