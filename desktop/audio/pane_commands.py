"""What the buttons, menus, keys and drops of the audio pane do."""

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from desktop.audio.block_card import BlockCard
from desktop.audio.keys import line_key
from desktop.audio.menus import line_menu, open_below, speaker_menu, subtitle_menu
from desktop.audio.subtitle_files import SUFFIXES
from desktop.state.models import Models
from desktop.timeline.selection import Playhead
from desktop.widgets.words import tr

if TYPE_CHECKING:
    from desktop.audio.pane import AudioPane

VOICE_MODELS = ("maya1", "snac-24khz")


class PaneCommands(QObject):
    """Acts on the chosen line, on another one that is pressed, and on the script.

    Args:
        pane: what is pressed, and what shows the results.
        models: whether the large voice is here.
        playhead: where the script is placed; without it at the film's beginning.
    """

    def __init__(self, pane: "AudioPane", models: Models, playhead: Playhead | None) -> None:
        super().__init__(pane)
        self._pane, self._models, self._playhead = pane, models, playhead
        self._commands, self._sounds, self._speaking = pane.commands, pane.sounds, pane.speaking
        self._wire_script()
        self._wire_sides()

    def _wire_script(self) -> None:
        script, sounds, subtitles = self._pane.script, self._sounds, self._pane.subtitles
        script.view.made.connect(self._wire_card)
        script.view.moved.connect(self._commands.move)
        script.line_wanted.connect(self.add_line)
        script.text_wanted.connect(self.paste)
        script.subtitles_wanted.connect(subtitles.ask_for_file)
        script.engine_chosen.connect(self._choose_engine)
        script.gap_changed.connect(self._change_gap)
        script.get_voice.connect(self._get_voice)
        script.listen.toggled.connect(sounds.set_listening)
        script.play_all.clicked.connect(sounds.play_all)
        script.subtitles.clicked.connect(self._open_subtitle_menu)
        script.record.clicked.connect(sounds.toggle_recording)
        script.place.clicked.connect(self.place)
        script.speak_all.clicked.connect(self.speak_all)
        script.speak.clicked.connect(self.speak_line)

    def _wire_sides(self) -> None:
        commands, sounds, side, wave = self._commands, self._sounds, self._pane.side, self._pane.wave
        side.speakers.form.said.connect(self._pane.said)
        side.speakers.added.connect(self.add_speaker)
        side.speakers.changed.connect(commands.change_speaker)
        side.speakers.removed.connect(commands.remove_speaker)
        side.tags.wanted.connect(self._insert_tag)
        side.words.changed.connect(commands.set_word)
        side.problems.opened.connect(lambda problem: self._pane.go_to(problem.block_id))
        side.problems.repaired.connect(lambda p: commands.repair_tag(p.block_id, p.tag, p.instead))
        wave.play_wanted.connect(sounds.play_part)
        wave.stop_wanted.connect(self._pane.player.stop)
        wave.sought.connect(self._pane.player.seek)
        wave.loop_changed.connect(sounds.set_loop)
        wave.edit_wanted.connect(sounds.edit_sound)

    def _wire_card(self, card: BlockCard) -> None:
        commands = self._commands
        card.asked.connect(self._on_asked)
        card.chosen.connect(self._pane.choose)
        card.text_changed.connect(commands.set_text)
        card.split.connect(commands.split)
        card.joined.connect(commands.join)
        card.pasted.connect(commands.paste_into)
        card.left.connect(commands.step)
        card.take_chosen.connect(commands.choose_take)
        card.placed.connect(self._play_from)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each command of :data:`desktop.audio.actions.AUDIO_ACTIONS` does."""
        pane, commands, sounds, wave = self._pane, self._commands, self._sounds, self._pane.wave
        handlers: dict[str, Callable[[], object]] = {
            "add": self.add_line,
            "paste": self.paste,
            "open_subtitles": pane.subtitles.ask_for_file,
            "save_srt": partial(pane.subtitles.ask_for_name, ".srt"),
            "save_vtt": partial(pane.subtitles.ask_for_name, ".vtt"),
            "speaker": self.add_speaker,
            "speak": self.speak_line,
            "speak_all": self.speak_all,
            "play": sounds.play_line,
            "play_all": sounds.play_all,
            "record": sounds.toggle_recording,
            "up": partial(self._nudge, -1),
            "down": partial(self._nudge, 1),
            "remove": lambda: commands.remove(pane.current),
            "trim": wave.trim_sound,
            "silence": wave.silence_selection,
            "fade": wave.fade_ends,
            "normalise": wave.normalise_for_web,
            "place": self.place,
        }
        return {f"script.{key}": partial(self._seen, run) for key, run in handlers.items()}

    def _seen(self, run: Callable[[], object]) -> None:
        """Run a command once the pane can be seen."""
        if not self._pane.isVisible():
            self._pane.area_wanted.emit()
        if self._pane.isVisible():
            self._flush()
            run()

    def _on_asked(self, block_id: object, what: object) -> None:
        assert isinstance(block_id, str)
        block, card = self._sounds.block(block_id), self._pane.view.card(block_id)
        if block is None or card is None:
            return
        card.edit.flush()
        script = self._commands.script
        match what:
            case "play":
                self._sounds.play_line(block_id)
            case "speak":
                self.speak_line()
            case "up" | "down":
                self._nudge(-1 if what == "up" else 1)
            case "speaker":
                open_below(speaker_menu(self._pane, script, block, self._commands), card.speaker)
            case "more":
                play = partial(self._sounds.play_line, block_id)
                open_below(line_menu(self._pane, script, block, self._commands, self._speaking, play), card.more)

    # Lines

    def add_line(self) -> None:
        """Add a line behind the chosen one."""
        self._flush()
        self._commands.add_line(self._pane.current)

    def paste(self) -> None:
        """Add the text of the clipboard, one line of the script for each of its lines."""
        self._commands.add_text(QGuiApplication.clipboard().text())

    def _insert_tag(self, name: object) -> None:
        card = self._pane.view.card(self._pane.current)
        if card is None:
            self._pane.said.emit(tr("Choose a line first."))
            return
        card.edit.insert_tag(str(name))
        card.edit.flush()
        card.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_speaker(self) -> None:
        """Add a speaker and let the person describe the voice."""
        self._pane.side.speakers.choose(self._commands.add_speaker())
        self._pane.side.speakers.form.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._pane.side.speakers.form.name.selectAll()

    def _flush(self) -> None:
        for card in self._pane.view.cards():
            card.edit.flush()

    # Speaking

    def speak_line(self) -> None:
        """Speak the chosen line, or stop it."""
        self._flush()
        self._sounds.speak_line()

    def speak_all(self) -> None:
        """Speak every line that is not spoken as it stands now."""
        self._flush()
        self._sounds.speak_all()

    def _choose_engine(self, engine: object) -> None:
        self._commands.change_script(tr("Change voice engine"), engine=engine)

    def _change_gap(self, seconds_: object) -> None:
        assert isinstance(seconds_, float)
        self._commands.change_script(tr("Change pause"), gap=Fraction(round(seconds_ * 1000), 1000))

    def _get_voice(self) -> None:
        self._pane.models_wanted.emit(tuple(each for each in VOICE_MODELS if not self._models.is_here(each)))

    def _play_from(self, block_id: object, place: object) -> None:
        assert isinstance(place, float)
        self._pane.choose(str(block_id))
        self._sounds.play_from(place)

    # Subtitles and the timeline

    def _open_subtitle_menu(self) -> None:
        self._flush()
        open_below(subtitle_menu(self._pane, self._pane.subtitles, self._commands), self._pane.script.subtitles)

    def place(self) -> None:
        """Lay the script on the timeline at the playhead; where it lies already it is brought up to date."""
        self._flush()
        if self._commands.place(self._playhead.time if self._playhead is not None else Fraction(0)):
            self._pane.placed.emit()

    # Keys and files

    def on_key(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key does to the chosen line, None for a key that is another's."""
        match line_key(event):
            case "speak":
                return self.speak_line
            case "play":
                return self._sounds.play_line
            case "up" | "down" as way if self._pane.current:
                return partial(self._nudge, -1 if way == "up" else 1)
        return None

    def _nudge(self, way: int) -> None:
        self._flush()
        self._commands.nudge(self._pane.current, way)

    def take_file(self, path: Path, block_id: str) -> None:
        """Open subtitles, or make a sound a take of a line."""
        if path.suffix.lower() in SUFFIXES:
            self._pane.subtitles.read(path)
        else:
            self._speaking.use_file(path, block_id)
