"""What can be heard, recorded and edited of the script's lines."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.audio.facts import Facts
from desktop.audio.lines import state_of
from desktop.audio.live import LivePlayer
from desktop.audio.playing import TakePlayer
from desktop.audio.recorder import Recorder
from desktop.audio.speaking import NEW_LINE, Speaking
from desktop.state.document import Document
from desktop.widgets.words import clock, tr
from engine.project.script import Block


class SoundCommands(QObject):
    """Plays, speaks, records and edits on behalf of the pane.

    Args:
        document: the project.
        facts: files and lengths of the takes.
        speaking: makes takes.
        player: plays them.
        live: plays what is being spoken.
        recorder: records.
        current: returns the id of the line that commands mean, "" for none.
    """

    said = Signal(object)
    """arg: str, a short message."""

    recording_changed = Signal(object, object)
    """args: bool, whether it records; str, what the button says."""

    def __init__(
        self,
        document: Document,
        facts: Facts,
        speaking: Speaking,
        player: TakePlayer,
        live: LivePlayer,
        recorder: Recorder,
        current: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._facts, self._speaking = document, facts, speaking
        self._player, self._live, self._recorder = player, live, recorder
        self._current = current
        self._recording_for: str | None = NEW_LINE
        recorder.level.connect(self._on_level)
        recorder.stopped.connect(self._on_recorded)

    def block(self, block_id: str = "") -> Block | None:
        """Return a line, the chosen one by default."""
        return self._document.project.script.block(block_id or self._current())

    # Speaking

    def speak_line(self) -> None:
        """Speak the chosen line, again if it is spoken already; or stop it while it is being spoken."""
        block = self.block()
        if block is None:
            self.said.emit(tr("Write a line first."))
        elif self._speaking.doing(block.id) is not None:
            self._speaking.cancel(block.id)
        elif not self._speaking.speak((block.id,)):
            self.said.emit(tr("The line has no words to speak."))

    def speak_all(self) -> None:
        """Speak every line that is not spoken as it stands now."""
        project = self._document.project
        wanted = [b.id for b in project.script.blocks if state_of(project, b) in ("unspoken", "changed")]
        if not wanted:
            self.said.emit(tr("Every line is spoken as it stands."))
        elif not self._speaking.speak(tuple(wanted)):
            self.said.emit(tr("These lines are being spoken already."))

    def set_listening(self, on: bool) -> None:
        """Hear lines while they are spoken, or not."""
        self._speaking.listen = on
        if not on:
            self._live.stop()

    # Playing

    def play_line(self, block_id: str = "") -> None:
        """Play a line's take, the chosen one by default, or stop it."""
        block = self.block(block_id)
        if block is None or block.take is None:
            self.said.emit(tr("The line is not spoken yet."))
        elif self._player.block_id == block.id:
            self._player.stop()
        else:
            self._player.play(self._facts.sounding(block))

    def play_all(self) -> None:
        """Play the whole script with its pauses, or stop."""
        if self._player.block_id:
            self._player.stop()
            return
        blocks = [block for block in self._document.project.script.blocks if block.take is not None]
        if blocks:
            self._player.play_row([self._facts.sounding(block) for block in blocks])
        else:
            self.said.emit(tr("No line of the script is spoken yet."))

    def play_part(self, start: object, end: object) -> None:
        """Play the chosen line between two seconds; equal ones play from there to its end."""
        assert isinstance(start, float)
        assert isinstance(end, float)
        block = self.block()
        if block is not None and block.take is not None:
            self._player.play(self._facts.sounding(block), start, end if end > start else None)

    def play_from(self, place: float) -> None:
        """Play the chosen line from a place on, 0..1."""
        block = self.block()
        if block is not None and block.take is not None:
            sounding = self._facts.sounding(block)
            self._player.play(sounding, place * sounding.duration)

    def set_loop(self, on: object) -> None:
        """Play round and round, or once."""
        self._player.loop = bool(on)

    def silence(self) -> None:
        """Stop everything that is heard or recorded; a recording stays as a file, for no line."""
        self._player.stop()
        self._live.stop()
        self._recording_for = None
        self._recorder.stop()

    # Recording and editing

    def toggle_recording(self) -> None:
        """Record a take of the chosen line, or a line of its own; or end the recording."""
        if self._recorder.recording:
            self._recorder.stop()
            return
        path = self._speaking.recording_path()
        self._recording_for = self._current() or NEW_LINE
        recording = path is not None and self._recorder.start(path)
        if recording:
            self._player.stop()
            self._live.stop()
        self.recording_changed.emit(recording, tr("Stop") if recording else tr("Record"))

    def edit_sound(self, fields: object) -> None:
        """Edit the take of the chosen line: fields of a SoundJob."""
        assert isinstance(fields, dict)
        block = self.block()
        item = self._document.project.media_by_id().get(block.take or "") if block is not None else None
        if block is not None and item is not None:
            self._player.stop()
            self._speaking.edit(block.id, item, **fields)

    def _on_level(self, _peaks: object) -> None:
        self.recording_changed.emit(True, tr("Stop · {time}", time=clock(self._recorder.peaks.seconds)))

    def _on_recorded(self, path: object) -> None:
        self.recording_changed.emit(False, tr("Record"))
        if isinstance(path, Path) and self._recording_for is None:
            self.said.emit(tr("The recording was kept as “{name}”.", name=path.name))
        elif isinstance(path, Path) and self._recording_for is not None:
            self._speaking.take_recording(path, self._recording_for)
        else:
            self.said.emit(tr("Nothing was heard, so nothing was recorded."))
