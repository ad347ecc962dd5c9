"""One model in the table: name and purpose, size, licence, memory, whether it fits, and its state."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from desktop.models import words
from desktop.widgets import painting
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.chips import StateMark
from desktop.widgets.labels import ElidedLabel, IconLabel, box, column, line, row
from desktop.widgets.progress import ProgressBar
from desktop.widgets.theme import theme
from desktop.widgets.words import memory, tr
from engine.protocol.devices import Device
from engine.protocol.models import DownloadState, ModelState

COLUMNS = ("size", "licence", "memory", "here", "state")
_WIDTHS = {"size": 66, "licence": 110, "memory": 64, "here": 104, "state": 200}
HEIGHT = 52


def lay_out(name: QWidget, cells: dict[str, QWidget], *, right: int = 18) -> QHBoxLayout:
    """Lay a row or the head of the table out, so that columns stand below each other."""
    for key, cell in cells.items():
        cell.setFixedWidth(theme().px(_WIDTHS[key]))
    layout = row(name, *(cells[key] for key in COLUMNS), space=8, margins=(10, 0, right, 0))
    layout.setStretch(0, 1)
    return layout


class TableHead(QWidget):
    """The names of the columns."""

    def __init__(self) -> None:
        super().__init__()
        titles = {
            "size": tr("Size"),
            "licence": tr("Licence"),
            "memory": tr("Memory"),
            "here": tr("Here"),
            "state": tr("State"),
        }
        name = ElidedLabel(tr("Model"), "small", "text2", bold=True)
        cells: dict[str, QWidget] = {
            key: ElidedLabel(text, "small", "text2", bold=True) for key, text in titles.items()
        }
        self.setLayout(column(box(lay_out(name, cells)), line(), space=0))
        self.setFixedHeight(theme().px(31))


class _StateCell(QStackedWidget):
    """A word, a button that downloads, or the progress of a download with what steers it.

    Args:
        before: takes the focus when the button that has it goes away.
    """

    def __init__(self, before: QWidget) -> None:
        super().__init__()
        self._before = before
        self.icon = IconLabel("check", "text2", 14)
        self.word = ElidedLabel("", "small", "text2")
        self.download = Button(tr("Download"), height=26)
        self.bar = ProgressBar()
        self.amount = ElidedLabel("", "tiny", "text2")
        self.pause = IconButton("pause", tr("Pause the download"))
        self.cancel = IconButton("x", tr("Cancel the download"))
        middle = column(None, self.bar, self.amount, None, space=4)
        running = row(middle, self.pause, self.cancel, space=4)
        running.setStretch(0, 1)
        for layout in (row(self.icon, self.word, space=5), row(self.download, None), running):
            self.addWidget(box(layout))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_model(self, model: ModelState, download: DownloadState | None) -> None:
        state = words.state_of(model)
        if download is not None and download.phase != "failed":
            self._show_download(download)
        elif state is not None and model.condition != "damaged":
            self.icon.set_icon(state.icon, state.tone)
            self.word.set_text(state.text, state.tone)
            self._go(0)
        else:
            self.download.setText(words.download_verb(model))
            self.download.setAccessibleName(f"{words.download_verb(model)}: {words.title(model)}")
            self.download.updateGeometry()
            self._go(1)

    def _go(self, index: int) -> None:
        """Show another page; the focus stays in this row instead of falling into the next one."""
        focus = self.window().focusWidget()
        if index != self.currentIndex() and focus is not None and self.isAncestorOf(focus):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(index)

    def _show_download(self, state: DownloadState) -> None:
        unknown = not state.total and state.phase not in ("waiting", "paused")
        part = None if unknown else state.done / state.total if state.total else 0.0
        self.bar.set_part(part, "text3" if state.phase in ("paused", "waiting") else "accent")
        self.amount.set_text(words.download_words(state))
        paused = state.phase == "paused"
        self.pause.set_icon_name("play" if paused else "pause")
        self.pause.set_name(tr("Go on with the download") if paused else tr("Pause the download"))
        self._go(2)


class ModelRow(QWidget):
    """One model. The arrow keys go to the rows above and below; the chosen one has a tint."""

    chosen = Signal(object)
    """arg: str, the model's id."""
    step = Signal(int)
    """arg: how many rows to go."""
    download_wanted = Signal(object)
    pause_toggled = Signal(object)
    cancel_wanted = Signal(object)

    def __init__(self, model: ModelState) -> None:
        super().__init__()
        self.model = model
        self._chosen = False
        self.name = ElidedLabel(words.title(model), "body", bold=True)
        self.purpose = ElidedLabel(words.purpose(model), "tiny", "text2")
        self.size_label = ElidedLabel("", "small")
        self.licence = ElidedLabel(words.short_licence(model.licence), "small")
        self.licence.setToolTip(words.licence(model))
        self.memory = ElidedLabel(memory(model.memory) if model.memory else "—", "small")
        self.fit = StateMark("waiting", "")
        self.state = _StateCell(self)
        here = box(row(self.fit, None, space=0))
        cells = {
            "size": self.size_label,
            "licence": self.licence,
            "memory": self.memory,
            "here": here,
            "state": self.state,
        }
        text = box(column(None, self.name, self.purpose, None, space=2))
        layout = column(box(lay_out(text, cells)), line(), space=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.state.download.clicked.connect(self._download)
        self.state.pause.clicked.connect(self._toggle_pause)
        self.state.cancel.clicked.connect(self._cancel)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(640), theme().px(HEIGHT))

    def show_model(self, model: ModelState, download: DownloadState | None, device: Device | None) -> None:
        """Show a model as it is now."""
        self.model = model
        fit = words.fit_of(model, device)
        self.fit.set_state(fit.state, fit.word)
        self.fit.setToolTip(fit.sentence)
        self.size_label.set_text(words.size_words(model))
        self.state.show_model(model, download)
        state = words.state_of(model)
        told = words.download_words(download) if download is not None else state.text if state else tr("not here")
        self.setAccessibleName(f"{words.title(model)}, {words.size_words(model)}, {fit.word}, {told}")

    def set_chosen(self, chosen: bool) -> None:
        self._chosen = chosen
        self.update()

    def _download(self) -> None:
        self.chosen.emit(self.model.id)
        self.download_wanted.emit(self.model.id)

    def _toggle_pause(self) -> None:
        self.pause_toggled.emit(self.model.id)

    def _cancel(self) -> None:
        self.cancel_wanted.emit(self.model.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self.model.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if (step := steps.get(Qt.Key(event.key()))) is not None:
            self.step.emit(step)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit(self.model.id)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if self._chosen:
            painter.fillRect(self.rect(), look.colour("tint"))
        if self.hasFocus():
            inner = self.rect().adjusted(1, 1, -1, -2)
            painting.frame(painter, inner, edge=look.colour("accent"), radius=4, width=2)
