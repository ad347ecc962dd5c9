"""Subtitles in and out of the script: the engine reads and formats them, so that the window parses no file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QIODevice, QObject, QSaveFile, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.link import Answered, EngineBase
from desktop.state.document import Document
from desktop.widgets.engine_words import failure_text
from desktop.widgets.words import counted, tr
from engine.project.edit.script_cues import Line, lines_of, with_lines
from engine.project.schema import Project
from engine.protocol.queries import Cue, FormatSubtitles, ReadSubtitles, SubtitlesReply, TextReply

SUFFIXES = (".srt", ".vtt")


class SubtitleFiles(QObject):
    """Reads and writes .srt and .vtt.

    Args:
        document: whose script it is.
        engine: reads and formats.
        parent: over which the dialogs lie.
    """

    said = Signal(object)
    """arg: str, what was done, or why not."""

    def __init__(self, document: Document, engine: EngineBase, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._document, self._engine = document, engine
        self._writing: dict[int, Path] = {}

    def ask_for_file(self) -> None:
        """Ask for a subtitle file and add its lines."""
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = f"{tr('Subtitles')} ({patterns})"
        path, _ = QFileDialog.getOpenFileName(self._window, tr("Open subtitles"), "", kinds)
        if path:
            self.read(Path(path))

    def ask_for_name(self, suffix: str) -> None:
        """Ask for a name and write the lines with their times."""
        name = (self._document.project.script.name or self._document.title or tr("Script")) + suffix
        kinds = f"{tr('Subtitles')} (*{suffix})"
        path, _ = QFileDialog.getSaveFileName(self._window, tr("Save subtitles"), name, kinds)
        if path:
            self.write(Path(path) if Path(path).suffix.lower() in SUFFIXES else Path(path + suffix))

    def read(self, path: Path) -> None:
        """Add the lines of a file to the script, with their times."""
        self._engine.ask(ReadSubtitles(path=str(path)), self._on_read)

    def write(self, path: Path) -> None:
        """Write the lines that are spoken, or have a time of their own, to a file that is replaced if it exists."""
        lines = lines_of(self._document.project)
        if not lines:
            self.said.emit(tr("No line is spoken yet, so there are no times to write. Speak the script first."))
            return
        cues = tuple(Cue(start=line.start, end=line.end, text=line.text) for line in lines)
        query = FormatSubtitles(cues=cues, format="vtt" if path.suffix.lower() == ".vtt" else "srt")
        self._writing[self._engine.ask(query, self._on_written)] = path

    def _on_read(self, answer: Answered) -> None:
        if not isinstance(answer.reply, SubtitlesReply):
            self._refuse(answer)
            return
        lines = [Line(cue.start, cue.end, cue.text) for cue in answer.reply.cues]
        self._document.apply(tr("Read subtitles"), _adding(lines))
        self.said.emit(counted(len(lines), "{n} line was added to the script.", "{n} lines were added to the script."))

    def _on_written(self, answer: Answered) -> None:
        path = self._writing.pop(answer.query_id, None)
        if path is None:
            return
        if not isinstance(answer.reply, TextReply):
            self._refuse(answer)
            return
        # Written beside and moved into place, so that an older file stays whole until this one is.
        file = QSaveFile(str(path))
        data = answer.reply.text.encode("utf-8")
        done = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit()
        reason = file.errorString().rstrip(".")
        if done:
            self.said.emit(tr("“{name}” was written.", name=path.name))
        else:
            self.said.emit(tr("“{name}” cannot be written: {reason}.", name=path.name, reason=reason))

    def _refuse(self, answer: Answered) -> None:
        failure = answer.failure
        self.said.emit(failure_text(failure) if failure is not None else tr("The subtitles were not understood."))


def _adding(lines: list[Line]) -> Callable[[Project], Project]:
    return lambda project: with_lines(project, lines)
