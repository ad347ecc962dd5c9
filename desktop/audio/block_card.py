"""One line of the script: who speaks, the words, the wave of its take, and what can be done with it."""

from typing import NamedTuple

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.audio.line_edit import LineEdit
from desktop.audio.lines import LineState, known_tags, seconds
from desktop.audio.mini_wave import MiniWave
from desktop.audio.speaker_chip import SpeakerChip
from desktop.audio.speaking import Doing
from desktop.timeline.peaks import SoundPeaks
from desktop.widgets import painting
from desktop.widgets.buttons import IconButton
from desktop.widgets.chips import Option, Segment
from desktop.widgets.labels import ElidedLabel, column, row
from desktop.widgets.numbers import number_text
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.project.script import Block, Speaker, VoiceEngine
from engine.project.script_times import BlockTime

MIME = "application/x-portraits-line"
_MOST_TAKES_SHOWN = 6


class LineFacts(NamedTuple):
    """What a card shows beside the words."""

    number: int
    speaker: Speaker | None
    engine: VoiceEngine
    time: BlockTime
    state: LineState
    own: str
    """In what the line differs from the script: its engine, its gap."""


class _Grip(IconButton):
    """Drags its line; with the keyboard Alt+Up and Alt+Down move it."""

    dragged = Signal()

    def __init__(self) -> None:
        super().__init__("grip-vertical", tr("Drag to move the line"), keys="Alt+Up")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and (event.position().toPoint() - self._pressed).manhattanLength() > 6:
            self._pressed = None
            self.setDown(False)
            self.dragged.emit()


class BlockCard(QWidget):
    """Shows a block. What a person does with it goes out as signals; the block's id is ``block_id``."""

    asked = Signal(object, object)
    """args: block id, and what to do: "play", "speak" (which stops what is being spoken), "speaker", "more", "up",
    "down"."""

    text_changed = Signal(object, object)
    """args: block id, str."""

    split = Signal(object, object, object)
    """args: block id, str before and str behind the caret."""

    joined = Signal(object)
    pasted = Signal(object, object)
    left = Signal(object, object)
    chosen = Signal(object)
    take_chosen = Signal(object, object)
    """args: block id, number of the take from 0."""

    placed = Signal(object, object)
    """args: block id, 0..1: the wave was pressed there."""

    def __init__(self, block_id: str) -> None:
        super().__init__()
        self.block_id = block_id
        self._current = False
        self._block = Block(id=block_id)
        self._takes: Segment | None = None
        self._numbers: list[str] = []
        self.number = ElidedLabel("1", "tiny", "text2")
        self.speaker = SpeakerChip()
        self.own = ElidedLabel("", "tiny", "text3")
        self.state = ElidedLabel("", "tiny", "warn")
        self.length = ElidedLabel("", "tiny", "text2")
        self.grip = _Grip()
        self.edit = LineEdit()
        self.play = IconButton("play", tr("Play the line"), keys="Ctrl+Shift+Space")
        self.wave = MiniWave()
        self.doing = ElidedLabel("", "tiny", "accent")
        self.again = IconButton("refresh-cw", tr("Speak the line again"), keys="Ctrl+Return")
        self.more = IconButton("ellipsis", tr("More for this line"))
        self._build()
        self._wire()

    def _build(self) -> None:
        self.number.setFixedWidth(theme().px(20))
        head = row(self.number, self.speaker, self.own, None, self.state, self.length, self.grip, space=8)
        words = row(self.edit, margins=(28, 0, 28, 0))
        self._take_place = row(space=4)
        foot = row(self.play, self.wave, self.doing, self._take_place, self.again, self.more, space=4)
        foot.setStretch(1, 1)
        foot.setContentsMargins(theme().px(20), 0, 0, 0)
        self.setLayout(column(head, words, foot, space=6, margins=(14, 8, 10, 8)))

    def _wire(self) -> None:
        self.edit.edited.connect(lambda text: self.text_changed.emit(self.block_id, text))
        self.edit.split.connect(lambda before, behind: self.split.emit(self.block_id, before, behind))
        self.edit.joined.connect(lambda: self.joined.emit(self.block_id))
        self.edit.pasted.connect(lambda text: self.pasted.emit(self.block_id, text))
        self.edit.left.connect(lambda way: self.left.emit(self.block_id, way))
        self.edit.commanded.connect(self._ask)
        self.edit.focused.connect(lambda: self.chosen.emit(self.block_id))
        self.wave.pressed.connect(lambda place: self.placed.emit(self.block_id, place))
        self.grip.dragged.connect(self._drag)
        for button, what in (
            (self.play, "play"),
            (self.again, "speak"),
            (self.more, "more"),
            (self.speaker, "speaker"),
        ):
            button.clicked.connect(lambda _on=False, what=what: self._ask(what))

    def _ask(self, what: str) -> None:
        self.chosen.emit(self.block_id)
        self.asked.emit(self.block_id, what)

    # Showing

    def show_line(self, block: Block, facts: LineFacts, doing: Doing | None, peaks: SoundPeaks | None) -> None:
        """Show a block as it is now."""
        self._block = block
        self.number.set_text(str(facts.number))
        self.setAccessibleName(tr("Line {n}", n=facts.number))
        self.edit.setAccessibleName(tr("Words of line {n}", n=facts.number))
        speaker = facts.speaker
        self.speaker.show_speaker(speaker.name if speaker else "", speaker.colour if speaker else "")
        self.own.set_text(facts.own)
        self.length.set_text(seconds(facts.time.sound) if facts.time.sound else "")
        changed = facts.state == "changed" and doing is None
        self.state.set_text(tr("Changed since this take") if changed else "", "warn")
        self.edit.set_known(known_tags(facts.engine))
        self.edit.show_text(block.text)
        self._show_takes(block)
        self._show_doing(doing, peaks)

    def _show_doing(self, doing: Doing | None, peaks: SoundPeaks | None) -> None:
        spoken = self._block.take is not None
        self.play.setEnabled(spoken)
        if doing is None:
            self.doing.set_text("" if spoken else tr("Not spoken yet"), "text3")
            self.wave.show_peaks(peaks)
        else:
            so_far = doing.live.seconds
            part = min(0.7, 0.1 + so_far / 10) if so_far else 1.0
            self.wave.show_peaks(doing.live.peaks() if so_far else peaks, part)
            self.doing.set_text(_words_for(doing), "accenttext")
        self.again.set_icon_name("square" if doing else "refresh-cw" if spoken else "mic")
        words = tr("Stop") if doing else tr("Speak the line again") if spoken else tr("Speak the line")
        self.again.set_name(words, "" if doing else "Ctrl+Return")

    def _show_takes(self, block: Block) -> None:
        count = len(block.takes)
        first = max(0, count - _MOST_TAKES_SHOWN)
        if block.take is not None and block.take in block.takes:
            first = min(first, block.takes.index(block.take))
        # One take needs no choice, and most lines have one.
        numbers = [str(number) for number in range(first, min(count, first + _MOST_TAKES_SHOWN))] if count > 1 else []
        if numbers != self._numbers:
            self._numbers = numbers
            if self._takes is not None:
                self._takes.hide()
                self._takes.deleteLater()
                self._takes = None
            if numbers:
                options = [Option(number, str(int(number) + 1)) for number in numbers]
                self._takes = Segment(options, name=tr("Takes"), side=26)
                self._takes.chosen.connect(lambda value: self.take_chosen.emit(self.block_id, int(value)))
                self._take_place.addWidget(self._takes)
        if self._takes is not None and block.take in block.takes:
            self._takes.set_value(str(block.takes.index(block.take or "")))

    def set_current(self, current: bool) -> None:
        """Mark the line that commands mean."""
        if current != self._current:
            self._current = current
            self.update()

    def set_playing(self, heard: float) -> None:
        """Show how much of the take was heard, 0..1; -1 when it does not play."""
        self.wave.set_heard(heard)
        playing = heard >= 0
        self.play.set_icon_name("pause" if playing else "play")
        self.play.set_name(tr("Stop playing") if playing else tr("Play the line"), "Ctrl+Shift+Space")

    def _drag(self) -> None:
        data = QMimeData()
        data.setData(MIME, self.block_id.encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.grab().scaledToWidth(theme().px(320), Qt.TransformationMode.SmoothTransformation))
        drag.exec(Qt.DropAction.MoveAction)

    # Qt's events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self.block_id)
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        edge = look.colour("accent" if self._current else "line")
        fill = look.colour("raised" if look.dark else "pane")
        painting.frame(painter, self.rect(), fill=fill, edge=edge, radius=6, width=2 if self._current else 1)


def _words_for(doing: Doing) -> str:
    if not doing.running:
        return tr("Waits in the queue")
    if not doing.speaks:
        return tr("Editing …")
    if doing.live.seconds:
        return tr("Speaking … {n} s so far", n=number_text(doing.live.seconds, 1))
    return tr("Speaking …")
