"""Speaking, recording and editing lines: jobs in the queue, what is heard meanwhile, and takes when they are done."""

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from desktop.audio.lines import job_of, line_name
from desktop.audio.live import LivePlayer
from desktop.audio.mini_wave import LivePeaks
from desktop.link import Answered, EngineBase, SoundFrame
from desktop.state.document import Document
from desktop.state.importer import Importer, ImportReport
from desktop.state.queue import JobQueue
from desktop.state.queue_entry import JobState, QueueEntry
from desktop.widgets.words import tr
from engine.project.edit.limits import source_length
from engine.project.edit.script import add_lines, add_take
from engine.project.edit.script_cues import shown
from engine.project.folder import with_item
from engine.project.media import Caption, MediaItem
from engine.project.schema import Project
from engine.protocol.jobs import AnyJob, SoundJob
from engine.protocol.jobs.base import Source
from engine.protocol.queries import Cue, ReadSubtitles, SubtitlesReply
from engine.protocol.recipe import Recipe

NEW_LINE = ""
"""In place of a block's id: the sound becomes a line of its own."""


class Doing(NamedTuple):
    """What is being done for a line."""

    job_id: str
    speaks: bool
    running: bool
    live: LivePeaks


class _Made(NamedTuple):
    block_id: str
    subtitles: str
    edit: SoundJob | None


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
        self._blocks: dict[str, str] = {}
        self._made: dict[str, _Made] = {}
        self._recorded: dict[str, str] = {}
        self._captioned: dict[int, tuple[_Made, MediaItem]] = {}
        queue.changed.connect(self._on_changed)
        queue.ended.connect(self._on_ended)
        queue.removed.connect(self._on_removed)
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
                self.said.emit(tr("The line cannot be spoken: {reason}.", reason=str(error)))
                return started
            number = project.script.blocks.index(block) + 1
            self._add(job, tr("Line {n}: {words}", n=number, words=line_name(block)), block_id, speaks=True)
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
            self.said.emit(tr("The sound cannot be edited: {reason}.", reason=str(error)))
            return False
        self._add(job, tr("Edit {name}", name=item.name), block_id, speaks=False)
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
            self._document.apply(tr("Use sound"), partial(_recorded, block_id=block_id, item_id=known.id))

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

    def _add(self, job: AnyJob, title: str, block_id: str, *, speaks: bool) -> None:
        # Known before the queue starts it: what it says at once belongs to the line already.
        entry = self._queue.add(job, title=title, project=str(self._document.path))
        self._blocks[entry.job_id] = block_id
        running = entry.state is JobState.RUNNING
        self._doing[block_id] = Doing(entry.job_id, speaks, running, LivePeaks())
        self.changed.emit(block_id)

    # What happens

    def _on_changed(self, entry: QueueEntry) -> None:
        block_id = self._blocks.get(entry.job_id)
        doing = self._doing.get(block_id) if block_id is not None else None
        if doing is not None and block_id is not None:
            self._doing[block_id] = doing._replace(running=entry.state is JobState.RUNNING)
            self.changed.emit(block_id)

    def _on_sound(self, frame: SoundFrame) -> None:
        # Also of jobs from elsewhere, such as the voice panel: they send sound only when a person wants to hear it.
        if self.listen:
            self._live.add(frame.pcm, frame.rate)
        block_id = self._blocks.get(frame.job_id)
        doing = self._doing.get(block_id) if block_id is not None else None
        if doing is not None and block_id is not None:
            doing.live.add(frame.pcm, frame.rate)
            self.changed.emit(block_id)

    def _on_removed(self, job_id: object) -> None:
        self._forget(str(job_id))

    def _forget(self, job_id: str) -> str:
        block_id = self._blocks.pop(job_id, "")
        if self._doing.pop(block_id, None) is not None:
            self.changed.emit(block_id)
        self._end_of_sound()
        return block_id

    def _end_of_sound(self) -> None:
        if not any(doing.speaks for doing in self._doing.values()):
            self._live.end()

    def _on_ended(self, entry: QueueEntry) -> None:
        if entry.job_id not in self._blocks:
            self._end_of_sound()
            return
        block_id = self._forget(entry.job_id)
        sounds = [artifact for artifact in entry.artifacts if artifact.media.kind == "sound"]
        subtitles = [artifact.path for artifact in entry.artifacts if artifact.media.kind == "subtitles"]
        for artifact in sounds[:1]:
            edit = entry.job if isinstance(entry.job, SoundJob) else None
            self._made[artifact.sha256] = _Made(block_id, subtitles[0] if subtitles else "", edit)
        if entry.state is JobState.FAILED and entry.failure is not None:
            self.said.emit(" ".join(part for part in (entry.failure.what, entry.failure.todo) if part))
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
                self._document.apply(tr("Record"), partial(_recorded, block_id=block_id, item_id=known.id))
        for path, failure in report.problems:
            if self._recorded.pop(Path(path).name, None) is not None:
                self.said.emit(failure.what)

    def _on_captions(self, answer: Answered) -> None:
        waiting = self._captioned.pop(answer.query_id, None)
        if waiting is not None:
            cues = answer.reply.cues if isinstance(answer.reply, SubtitlesReply) else ()
            self._take(*waiting, cues)

    def _take(self, made: _Made, item: MediaItem, cues: tuple[Cue, ...]) -> None:
        label = tr("Speak line") if made.edit is None else tr("Edit sound")
        self._document.apply(label, partial(_with_take, made=made, item_id=item.id, cues=cues))


def _with_take(project: Project, *, made: _Made, item_id: str, cues: tuple[Cue, ...]) -> Project:
    item = project.media_by_id().get(item_id)
    if item is None:
        return project
    captions = tuple(
        Caption(start=Fraction(cue.start, 1000), end=Fraction(max(cue.start, cue.end), 1000), text=cue.text)
        for cue in cues
    )
    if made.edit is not None:
        source = next((each for each in project.media if each.sha256 == made.edit.input.sha256), None)
        if source is not None:
            captions = _moved(source.captions, item, Fraction(made.edit.start).limit_denominator(10**6))
            item = replace(item, kind=source.kind)
    project = with_item(project, replace(item, captions=captions or item.captions, recipe=_quiet(item.recipe)))
    return add_take(project, made.block_id, item)


def _quiet(recipe: Recipe | None) -> Recipe | None:
    """Return a recipe whose job is not heard when it is run again from elsewhere."""
    if recipe is None or not recipe.job.get("play"):
        return recipe
    return replace(recipe, job={**recipe.job, "play": False})


def _moved(captions: tuple[Caption, ...], item: MediaItem, by: Fraction) -> tuple[Caption, ...]:
    """Return captions as they lie in a sound whose beginning was cut off, as far as they are still heard."""
    length = source_length(item) or Fraction(0)
    moved = [(max(Fraction(0), each.start - by), min(length, each.end - by), each.text) for each in captions]
    return tuple(Caption(start=start, end=end, text=text) for start, end, text in moved if end > start)


def _recorded(project: Project, *, block_id: str, item_id: str) -> Project:
    item = project.media_by_id().get(item_id)
    if item is None:
        return project
    item = replace(item, kind="voice") if item.info.kind == "sound" else item
    project = with_item(project, item)
    if project.script.block(block_id) is None:
        project = add_lines(project, ("",))
        block_id = project.script.blocks[-1].id
    return add_take(project, block_id, item)
