"""Speaking, recording and editing lines: jobs in the queue, what is heard meanwhile, and takes when they are done."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QObject, Signal

from desktop.audio.lines import job_of, line_name
from desktop.audio.live import LivePlayer
from desktop.audio.mini_wave import LivePeaks
from desktop.audio.take_edits import Made, with_recording, with_take
from desktop.link import Answered, EngineBase, SoundFrame
from desktop.state.document import Document
from desktop.state.importer import Importer, ImportReport
from desktop.state.queue import JobQueue
from desktop.state.queue_entry import Destination, JobState, QueueEntry
from desktop.widgets.engine_words import engine_text, failure_text, what_text
from desktop.widgets.words import tr
from engine.project.edit.script_cues import shown
from engine.project.media import MediaItem
from engine.protocol.jobs import AnyJob, SoundJob
from engine.protocol.jobs.base import Source
from engine.protocol.queries import Cue, ReadSubtitles, SubtitlesReply

NEW_LINE = ""
"""In place of a block's id: the sound becomes a line of its own."""


class Doing(NamedTuple):
    """What is being done for a line."""

    job_id: str
    speaks: bool
    running: bool
    live: LivePeaks


class Speaking(QObject):
    """Turns lines into takes.

    Args:
        document: the project.
        queue: takes the jobs.
        importer: brings results into the project.
        engine: lets sound be heard while it is made.
        live: plays it.
        new_path: returns a path for a result: (words, suffix) -> Path; raises OSError.
    """

    changed = Signal(object)
    """arg: str, id of the block for which something began, went on or ended."""

    said = Signal(object)
    """arg: str, a short message."""

    def __init__(
        self,
        document: Document,
        queue: JobQueue,
        importer: Importer,
        engine: EngineBase,
        live: LivePlayer,
        new_path: Callable[[str, str], Path],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._queue, self._importer, self._engine = document, queue, importer, engine
        self._live, self._new_path = live, new_path
        self.listen = True
        """Whether lines are heard while they are spoken."""
        self._doing: dict[str, Doing] = {}
        self._made: dict[str, Made] = {}
        self._recorded: dict[str, str] = {}
        self._captioned: dict[int, tuple[Made, MediaItem]] = {}
        document.opened.connect(self._on_opened)
        queue.added.connect(self._on_changed)
        queue.changed.connect(self._on_changed)
        queue.ended.connect(self._on_ended)
        queue.removed.connect(self._forget)
        engine.sounded.connect(self._on_sound)
        importer.finished.connect(self._on_imported)

    # What a person does

    def doing(self, block_id: str) -> Doing | None:
        """Return what is being done for a line."""
        return self._doing.get(block_id)

    def speak(self, block_ids: tuple[str, ...]) -> int:
        """Put lines into the queue and return how many; those without words, or on their way, are left out."""
        started = 0
        for block_id in block_ids:
            project = self._document.project
            block = project.script.block(block_id)
            if block is None or not shown(block.text) or block_id in self._doing:
                continue
            output = self._output(line_name(block))
            if output is None:
                return started
            try:
                job = job_of(project, block, str(output), listen=self.listen)
            except msgspec.ValidationError as error:
                self.said.emit(tr("The line cannot be spoken: {reason}.", reason=engine_text(str(error))))
                return started
            number = project.script.blocks.index(block) + 1
            self._add(job, tr("Line {n}: {words}", n=number, words=line_name(block)), block_id)
            started += 1
        return started

    def edit(self, block_id: str, item: MediaItem, **fields: object) -> bool:
        """Edit a take; the result is a new take. The fields are those of :class:`SoundJob`."""
        output = self._output(f"{Path(item.name).stem or tr('Sound')} {tr('edited')}")
        if output is None or block_id in self._doing:
            return False
        source = Source(path=str(self._document.media_folder / item.path), sha256=item.sha256)
        try:
            plain = {"kind": "sound", "input": msgspec.to_builtins(source), "output": str(output), **fields}
            job = msgspec.convert(plain, SoundJob)
        except msgspec.ValidationError as error:
            self.said.emit(tr("The sound cannot be edited: {reason}.", reason=engine_text(str(error))))
            return False
        self._add(job, tr("Edit {name}", name=item.name), block_id)
        return True

    def take_recording(self, path: Path, block_id: str) -> None:
        """Make a recorded file a take of a line, or a line of its own for :data:`NEW_LINE`."""
        self._recorded[path.name] = block_id
        self._importer.add_files((path,))

    def use_file(self, path: Path, block_id: str) -> None:
        """Make a sound file a take of a line; one that lies in the project already is not brought in again."""
        folder = self._document.media_folder
        known = next((item for item in self._document.project.media if folder / item.path == path), None)
        if known is None:
            self.take_recording(path, block_id)
        else:
            self._document.apply(tr("Use sound"), partial(with_recording, block_id=block_id, item_id=known.id))

    def recording_path(self) -> Path | None:
        """Return where a recording goes, None when there is no place."""
        return self._output(tr("Recording"))

    def cancel(self, block_id: str, *, keep_done: bool = False) -> None:
        """Stop what is done for a line; with ``keep_done`` the sentences that are spoken become a take."""
        doing = self._doing.get(block_id)
        if doing is not None:
            if doing.speaks:
                self._live.stop()
            self._queue.cancel(doing.job_id, keep_done)

    def _output(self, words: str) -> Path | None:
        try:
            return self._new_path(words, ".wav")
        except OSError as error:
            self.said.emit(tr("The folder for results cannot be made: {folder}.", folder=error.filename or ""))
            return None

    def _add(self, job: AnyJob, title: str, block_id: str) -> None:
        destination = Destination(line=block_id)
        self._queue.add(job, title=title, project=str(self._document.path), destination=destination)

    # What happens

    def _on_opened(self, _path: object) -> None:
        """Find the lines again whose jobs an earlier session left in the queue."""
        self._doing.clear()
        for entry in self._queue.entries():
            self._on_changed(entry)

    def _line_of(self, entry: QueueEntry) -> str:
        """Return the line of this project that a job is for, "" for none."""
        return entry.destination.line if entry.project == str(self._document.path) else ""

    def _on_changed(self, entry: QueueEntry) -> None:
        block_id = self._line_of(entry)
        if block_id and not entry.state.ended:
            known = self._doing.get(block_id)
            live = known.live if known is not None and known.job_id == entry.job_id else LivePeaks()
            speaks, running = not isinstance(entry.job, SoundJob), entry.state is JobState.RUNNING
            self._doing[block_id] = Doing(entry.job_id, speaks, running, live)
            self.changed.emit(block_id)

    def _on_sound(self, frame: SoundFrame) -> None:
        # Also of jobs from elsewhere, such as the voice panel: they send sound only when a person wants to hear it.
        if self.listen:
            self._live.add(frame.pcm, frame.rate)
        block_id = self._line_with(frame.job_id)
        if block_id:
            self._doing[block_id].live.add(frame.pcm, frame.rate)
            self.changed.emit(block_id)

    def _line_with(self, job_id: object) -> str:
        return next((block_id for block_id, doing in self._doing.items() if doing.job_id == job_id), "")

    def _forget(self, job_id: object) -> None:
        """Nothing is done any more by a job that was removed or has ended."""
        block_id = self._line_with(job_id)
        if block_id:
            del self._doing[block_id]
            self.changed.emit(block_id)
        if not any(doing.speaks for doing in self._doing.values()):
            self._live.end()

    def _on_ended(self, entry: QueueEntry) -> None:
        self._forget(entry.job_id)
        block_id = self._line_of(entry)
        if not block_id:
            return
        sounds = [artifact for artifact in entry.artifacts if artifact.media.kind == "sound"]
        subtitles = [artifact.path for artifact in entry.artifacts if artifact.media.kind == "subtitles"]
        for artifact in sounds[:1]:
            edit = entry.job if isinstance(entry.job, SoundJob) else None
            self._made[artifact.sha256] = Made(block_id, subtitles[0] if subtitles else "", edit)
        if entry.state is JobState.FAILED and entry.failure is not None:
            self.said.emit(failure_text(entry.failure))
        for note in entry.notes:
            self.said.emit(note)

    def _on_imported(self, report: ImportReport) -> None:
        for item in report.items:
            made = self._made.pop(item.sha256, None)
            block_id = self._recorded.pop(item.name, None)
            # The same bytes are kept once, so the item may be an older one.
            known = next((each for each in self._document.project.media if each.sha256 == item.sha256), None)
            if known is None:
                continue
            if made is not None and made.subtitles:
                query = ReadSubtitles(path=made.subtitles)
                self._captioned[self._engine.ask(query, self._on_captions)] = (made, known)
            elif made is not None:
                self._take(made, known, ())
            elif block_id is not None:
                self._document.apply(tr("Record"), partial(with_recording, block_id=block_id, item_id=known.id))
        for path, failure in report.problems:
            if self._recorded.pop(Path(path).name, None) is not None:
                self.said.emit(what_text(failure))

    def _on_captions(self, answer: Answered) -> None:
        waiting = self._captioned.pop(answer.query_id, None)
        if waiting is not None:
            cues = answer.reply.cues if isinstance(answer.reply, SubtitlesReply) else ()
            self._take(*waiting, cues)

    def _take(self, made: Made, item: MediaItem, cues: tuple[Cue, ...]) -> None:
        label = tr("Speak line") if made.edit is None else tr("Edit sound")
        self._document.apply(label, partial(with_take, made=made, item_id=item.id, cues=cues))
