"""The editor of one sound: its tools, the wave, and the loudness meter."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from desktop.audio.meter import LoudnessMeter
from desktop.audio.wave_edits import SHORT_FADES, WEB_LOUDNESS, Edit, fades, loudnesses
from desktop.audio.wave_header import WaveHeader
from desktop.link import Answered, EngineBase
from desktop.widgets.buttons import Button
from desktop.widgets.empty import EmptyState
from desktop.widgets.engine_words import what_text
from desktop.widgets.labels import box, column, line, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.queries import LoudnessReply, MeasureSound, Waveform, WaveformReply

if TYPE_CHECKING:
    from desktop.audio.wave_plot import WavePlot

_BUCKETS_PER_SECOND, _MOST_BUCKETS = 6000, 200_000
_ZOOM = 1.5
_QUIETEST = -120.0


class Shown(NamedTuple):
    """The sound in the editor: the line it belongs to, what it is called, its file and its length in seconds."""

    block_id: str
    title: str
    path: str
    duration: float


class WavePane(QWidget):
    """Shows one sound. Edits go out as wishes: the sound itself is never changed.

    pyqtgraph and numpy are imported with the first sound that is shown while the pane can be seen.

    Args:
        engine: gives peaks and loudness.
    """

    play_wanted = Signal(object, object)
    """args: float first and last second; equal plays from the first one on."""

    stop_wanted = Signal()
    sought = Signal(object)
    """arg: float, seconds."""

    loop_changed = Signal(object)
    edit_wanted = Signal(object)
    """arg: dict of fields of a SoundJob."""

    def __init__(self, engine: EngineBase) -> None:
        super().__init__()
        self._engine = engine
        self._shown: Shown | None = None
        self._drawn = ""
        self._playing = False
        self._levels: tuple[memoryview[float], memoryview[float]] | None = None
        self._level_step = 0.1
        self.plot: WavePlot | None = None
        self.setProperty("ground", "app")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Sound editor"))
        self.header = WaveHeader()
        self.meter = LoudnessMeter()
        self.empty = EmptyState("audio-waveform", tr("The sound of the chosen line appears here."))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._wire_header()
        middle = row(self._stack, line("v"), self._meter_box(), space=0)
        middle.setStretch(0, 1)
        whole = column(line(), self.header, box(middle), space=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self._show_state()

    def _meter_box(self) -> QWidget:
        made = box(column(self.meter, space=0, margins=(4, 0, 4, 0)), "pane")
        made.setFixedWidth(theme().px(100))
        return made

    def _wire_header(self) -> None:
        header = self.header
        header.play.clicked.connect(self.toggle)
        header.loop.toggled.connect(self.loop_changed.emit)
        header.trim.clicked.connect(self.trim_sound)
        header.silence.clicked.connect(self.silence_selection)
        header.fade.clicked.connect(partial(self._open_menu, header.fade, self._fades))
        header.normalise.clicked.connect(partial(self._open_menu, header.normalise, loudnesses))
        header.zoom_out.clicked.connect(partial(self._zoom, 1 / _ZOOM))
        header.zoom_in.clicked.connect(partial(self._zoom, _ZOOM))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(700), theme().px(206))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(150))

    # What is shown

    @property
    def shown(self) -> Shown | None:
        return self._shown

    def show_sound(self, shown: Shown | None) -> None:
        """Show a sound, None for none."""
        if shown == self._shown:
            return
        same_file = shown is not None and self._shown is not None and shown.path == self._shown.path
        self._shown = shown
        if not same_file:
            self._levels = None
            self.meter.show_measured(None, None, (_QUIETEST, _QUIETEST), measured=False)
            self.meter.set_now(_QUIETEST, _QUIETEST)
        self._show_state()
        self._ask()

    def set_problem(self, words: str) -> None:
        """Say why a sound cannot be shown."""
        self.empty.set_sentence(words)
        self._stack.setCurrentWidget(self.empty)

    def set_playing(self, playing: bool) -> None:
        """Show whether the sound plays."""
        self._playing = playing
        self.header.set_playing(playing)

    def set_time(self, time: float) -> None:
        """Put the playhead somewhere while the sound plays."""
        if self.plot is not None:
            self.plot.set_time(time)
        self._show_levels(time)

    def toggle(self) -> None:
        """Play the selection, or from the playhead on; or stop."""
        if self._playing:
            self.stop_wanted.emit()
        elif self._shown is not None:
            start, end = self.plot.selection if self.plot is not None else (0.0, 0.0)
            if end <= start:
                start = end = self.plot.time if self.plot is not None else 0.0
                if start >= self._shown.duration - 0.05:
                    start = end = 0.0
            self.play_wanted.emit(start, end)

    def _show_state(self, *_more: object) -> None:
        shown = self._shown
        self.header.show_state(shown.title if shown is not None else "", self._selection() if shown else None)
        if shown is None:
            self.empty.set_sentence(tr("The sound of the chosen line appears here."))
            self._stack.setCurrentWidget(self.empty)
            self._drawn = ""

    def _ask(self) -> None:
        """Ask for what is to be drawn, once the pane can be seen."""
        shown = self._shown
        if shown is None or shown.path == self._drawn or not self.isVisible():
            return
        self._drawn = shown.path
        buckets = min(_MOST_BUCKETS, max(200, round(shown.duration * _BUCKETS_PER_SECOND)))
        self._engine.ask(Waveform(path=shown.path, buckets=buckets), self._on_peaks, "sound.wave")
        self._engine.ask(MeasureSound(path=shown.path), self._on_loudness, "sound.loudness")

    def _on_peaks(self, answer: Answered) -> None:
        shown = self._shown
        query = answer.query
        if shown is None or not isinstance(query, Waveform) or query.path != shown.path:
            return
        if not isinstance(answer.reply, WaveformReply) or not answer.payload:
            self.set_problem(
                what_text(answer.failure) if answer.failure is not None else tr("This sound cannot be shown.")
            )
            return
        import numpy as np

        from desktop.audio.wave_plot import WavePlot

        if self.plot is None:
            self.plot = WavePlot()
            self.plot.sought.connect(self._on_sought)
            self.plot.selected.connect(self._show_state)
            self._stack.addWidget(self.plot)
        peaks = np.frombuffer(answer.payload[0], "<f4").reshape(-1, 2)
        self.plot.show_sound(peaks, answer.reply.duration)
        self._stack.setCurrentWidget(self.plot)
        self._show_state()

    def _on_loudness(self, answer: Answered) -> None:
        shown, query, reply = self._shown, answer.query, answer.reply
        if shown is None or not isinstance(query, MeasureSound) or query.path != shown.path:
            return
        if not isinstance(reply, LoudnessReply) or len(answer.payload) != 2:
            return
        momentary, short = (memoryview(part).cast("f") for part in answer.payload)
        self._levels, self._level_step = (momentary, short), reply.step
        highest = (max(momentary, default=_QUIETEST), max(short, default=_QUIETEST))
        self.meter.show_measured(reply.integrated, reply.true_peak, highest, measured=True)
        self._show_levels(self.plot.time if self.plot is not None else 0.0)

    def _show_levels(self, time: float) -> None:
        if self._levels is None:
            return
        index = int(time / self._level_step)
        momentary, short = (part[index] if 0 <= index < len(part) else _QUIETEST for part in self._levels)
        self.meter.set_now(momentary, short)

    def _on_sought(self, time: object) -> None:
        assert isinstance(time, float)
        self._show_levels(time)
        self.sought.emit(time)

    # Edits

    def _selection(self) -> tuple[float, float] | None:
        start, end = self.plot.selection if self.plot is not None else (0.0, 0.0)
        return (start, end) if end > start else None

    def trim_sound(self) -> None:
        """Keep the selection, or cut the silence off both ends."""
        part = self._selection()
        if part is None:
            self.edit_wanted.emit({"trim_silence": True})
        else:
            self.edit_wanted.emit({"start": round(part[0], 4), "end": round(part[1], 4)})

    def silence_selection(self) -> None:
        """Silence the selection, if there is one."""
        part = self._selection()
        if part is not None:
            self.edit_wanted.emit({"silence": (round(part[0], 4), round(part[1], 4))})

    def fade_ends(self) -> None:
        """Fade both ends, just so long that nothing clicks."""
        self.edit_wanted.emit(dict(SHORT_FADES))

    def normalise_for_web(self) -> None:
        """Level the sound to the loudness that is usual on the web."""
        self.edit_wanted.emit({"loudness": WEB_LOUDNESS})

    def _fades(self) -> list[Edit]:
        return fades(self.plot.time if self.plot is not None else 0.0, self._shown.duration if self._shown else 0.0)

    def _open_menu(self, button: Button, entries: Callable[[], list[Edit]]) -> None:
        menu = QMenu(self)
        for words, fields in entries():
            menu.addAction(words, partial(self.edit_wanted.emit, fields))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _zoom(self, factor: float) -> None:
        if self.plot is not None:
            self.plot.zoom(factor)

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggle()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._selection() is not None:
            self.silence_selection()
        else:
            super().keyPressEvent(event)
