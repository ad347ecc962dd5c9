"""The audio pane: speakers and tags at the left, the script in the middle, the editor of one sound below."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.audio.commands import ScriptCommands
from desktop.audio.facts import Facts
from desktop.audio.lines import problems, seconds
from desktop.audio.live import LivePlayer
from desktop.audio.own_voices import OwnVoices
from desktop.audio.pane_commands import VOICE_MODELS, PaneCommands
from desktop.audio.playing import TakePlayer
from desktop.audio.recorder import Recorder
from desktop.audio.script_pane import ScriptPane
from desktop.audio.side import SideColumn
from desktop.audio.sound_commands import SoundCommands
from desktop.audio.speaking import Speaking
from desktop.audio.subtitle_files import SUFFIXES, SubtitleFiles
from desktop.audio.wave_pane import Shown, WavePane
from desktop.shell.services import Services
from desktop.state.import_files import SOUNDS
from desktop.timeline.peaks import ClipPeaks
from desktop.timeline.selection import Playhead
from desktop.widgets.labels import line, row
from desktop.widgets.numbers import number_text
from desktop.widgets.tab_order import ReadingOrder
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, tr
from engine.project.schema import Project


class AudioPane(QWidget):
    """Speaks, records, edits and places the lines of the script.

    It is a page of the window. What lies in the project is shown when the pane can be seen; pyqtgraph and numpy are
    imported with the first wave.

    Args:
        services: document, queue, engine, importer and models.
        new_path: returns a path for a result: (words, suffix) -> Path; raises OSError.
        playhead: where the script is placed; without it at the film's beginning.
        player: plays takes; tests pass their own, as for the next two.
        live: plays what is being spoken.
        recorder: records.
    """

    said = Signal(object)
    """arg: str, a short message."""

    models_wanted = Signal(object)
    """arg: tuple of ids of models that are not here."""

    area_wanted = Signal()
    """A command needs the pane, which cannot be seen."""

    placed = Signal()
    """The script was laid on the timeline."""

    def __init__(
        self,
        services: Services,
        new_path: Callable[[str, str], Path],
        playhead: Playhead | None = None,
        *,
        player: TakePlayer | None = None,
        live: LivePlayer | None = None,
        recorder: Recorder | None = None,
    ) -> None:
        super().__init__()
        self._document, self._models = services.document, services.models
        self.setAccessibleName(tr("Sound"))
        self.setAcceptDrops(True)
        self.player = player or TakePlayer(self)
        self.live = live or LivePlayer(self)
        self.recorder = recorder or Recorder(self)
        self.commands = ScriptCommands(services.document, self)
        self.speaking = Speaking(
            services.document, services.queue, services.importer, services.engine, self.live, new_path, self
        )
        self.subtitles = SubtitleFiles(services.document, services.engine, self)
        self._peaks = ClipPeaks(services.engine, self)
        self._current = ""
        self.facts = Facts(services.document, self.speaking, self._peaks)
        self.sounds = SoundCommands(
            services.document,
            self.facts,
            self.speaking,
            self.player,
            self.live,
            self.recorder,
            lambda: self._current,
            self,
        )
        self.side = SideColumn(OwnVoices(services.paths.config / "voices.json"))
        self.script = ScriptPane()
        self.wave = WavePane(services.engine)
        self.header = self.script.header
        self.view = self.script.view
        self._build()
        self.act = PaneCommands(self, services.models, playhead)
        self._listen()
        self._show_voice()
        ReadingOrder(self)

    def _build(self) -> None:
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.script)
        split.addWidget(self.wave)
        split.setStretchFactor(0, 1)
        split.setSizes([theme().px(600), theme().px(206)])
        self.side.setFixedWidth(theme().px(232))
        layout = row(self.side, line("v"), split, space=0)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    # What is shown

    def open_line(self, block_id: str) -> bool:
        """Go to a line, as for the clip that was placed from it; return False when there is none."""
        if self._document.project.script.block(block_id) is None:
            return False
        if not self.isVisible():
            self.area_wanted.emit()
        self.go_to(block_id)
        return True

    def sizeHint(self) -> QSize:
        return QSize(theme().px(900), theme().px(640))

    @property
    def current(self) -> str:
        """The id of the line that commands mean, "" for none."""
        return self._current

    def choose(self, block_id: str) -> None:
        """Let commands mean a line, and show its sound below."""
        self._current = block_id
        self.view.choose(block_id)
        self._show_current()

    def go_to(self, block_id: object) -> None:
        """Choose a line and put the caret there."""
        self._current = str(block_id)
        self.view.choose(self._current, focus=True)
        self._show_current()

    def refresh(self) -> None:
        """Show the script as it is now."""
        project = self.facts.look()
        script = project.script
        if self._current not in self.facts:
            self._current = script.blocks[0].id if script.blocks else ""
            self.view.choose(self._current)
        self.script.show_empty(not script.blocks)
        self.view.show_blocks(script.blocks, self.facts.of)
        self.side.show_script(script, problems(project))
        self.script.engine.set_value(script.engine)
        self.script.gap.setValue(float(script.gap))
        count = counted(len(script.blocks), "{n} line", "{n} lines") if script.blocks else ""
        length = clock_of(self.facts.total) if self.facts.total else ""
        words = (tr("“{name}”", name=script.name) if script.name else "", count, length)
        self.header.count.set_text(" · ".join(word for word in words if word), "text2")
        self._show_voice()
        self._show_current()

    def _show_current(self) -> None:
        block = self.sounds.block()
        number = self.facts.number(self._current)
        doing = self.speaking.doing(self._current)
        if block is not None and block.take is not None:
            take = block.takes.index(block.take) + 1
            title = tr("Line {n} · take {take}", n=number, take=take)
            self.wave.show_sound(Shown(block.id, title, self.facts.path(block.take), self.facts.length(block.id)))
        else:
            self.wave.show_sound(None)
        fresh = block is None or block.take is None
        words = tr("Speak line {n}", n=number) if fresh else tr("New take of line {n}", n=number)
        words = words if block is not None else tr("Speak the line")
        self.script.speak.setText(tr("Stop") if doing is not None else words)
        self.script.speak.updateGeometry()
        self.wave.set_playing(bool(self._current) and self.player.block_id == self._current)

    def _show_voice(self) -> None:
        """Say whether the chosen voice is here."""
        large = self._document.project.script.engine == "maya1"
        here = all(self._models.is_here(each) for each in VOICE_MODELS)
        missing = large and self._models.known and not here
        words = tr("English · 24 kHz · acts emotions") if large else tr("Always here · English · 24 kHz")
        self.script.engine_state.set_text(
            tr("Not on this computer") if missing else words, "warn" if missing else "text2"
        )
        self.script.get.setVisible(missing)

    # What happens

    def _listen(self) -> None:
        for source in (self.commands, self.speaking, self.subtitles, self.sounds):
            source.said.connect(self.said)
        for problem in (self.live.problem, self.recorder.problem, self.player.problem):
            problem.connect(self.said)
        self._document.changed.connect(self._on_document)
        self._document.opened.connect(self._on_opened)
        self._models.changed.connect(self._show_voice)
        self.commands.wanted.connect(self.go_to)
        self.speaking.changed.connect(self._on_doing)
        self._peaks.ready.connect(self._on_peaks)
        self.player.moved.connect(self._on_moved)
        self.player.state_changed.connect(self._on_player)
        self.sounds.recording_changed.connect(self._on_recording)

    def _on_document(self, project: Project) -> None:
        if self.isVisible() and not self.facts.shows(project):
            self.refresh()

    def _on_opened(self, _path: object) -> None:
        self.sounds.silence()
        self._current = ""

    def _on_doing(self, block_id: object) -> None:
        self.view.refresh(str(block_id))
        if block_id == self._current:
            self._show_current()

    def _on_peaks(self, path: object) -> None:
        for block in self._document.project.script.blocks:
            if self.facts.path(block.take) == path:
                self.view.refresh(block.id)

    def _on_moved(self, block_id: object, time: object) -> None:
        assert isinstance(block_id, str)
        assert isinstance(time, float)
        card = self.view.card(block_id)
        length = self.facts.length(block_id)
        if card is not None and length:
            card.set_playing(min(1.0, time / length))
        if self.wave.shown is not None and self.wave.shown.block_id == block_id:
            self.wave.set_time(time)

    def _on_player(self, block_id: object) -> None:
        for card in self.view.cards():
            if card.block_id != block_id:
                card.set_playing(-1)
        self.wave.set_playing(bool(self._current) and block_id == self._current)

    def _on_recording(self, recording: object, words: object) -> None:
        self.script.record.setChecked(bool(recording))
        self.script.set_record_words(str(words))

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def event(self, event: QEvent) -> bool:
        # The window's own command on these keys is for the create pane; here they mean the line.
        if event.type() is QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if self.act.on_key(event) is not None:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        run = self.act.on_key(event)
        if run is not None:
            run()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        block_id = self.view.block_at(self.mapToGlobal(event.position().toPoint()))
        for path in _files_in(event):
            self.act.take_file(path, block_id)
        event.acceptProposedAction()


def clock_of(length: Fraction) -> str:
    """Return the length of a script: ``16.3 s``, from a minute on ``1:02.4``."""
    return f"{number_text(float(length), 1)} s" if length < 60 else seconds(length)


def _files_in(event: QDropEvent) -> list[Path]:
    """Return the subtitles and sounds of a drop; other files are the window's."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in (*SUFFIXES, *SOUNDS)]
