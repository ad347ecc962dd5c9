"""The motion as the animation models will see it: sent through the tokenizer and back by a job."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.link import Answered, EngineBase
from desktop.motion import take as takes
from desktop.motion.session import MotionSession
from desktop.motion.take import Take
from desktop.state.models import Models
from desktop.state.queue import JobQueue
from desktop.state.queue_entry import JobState, QueueEntry
from desktop.widgets.engine_words import what_text
from desktop.widgets.words import tr
from engine.protocol.jobs import ReconstructMotionJob
from engine.protocol.jobs.base import Source
from engine.protocol.queries import MotionReply, ProbeReply, ReadMotion, WriteMotion

TOKENIZER = "mtvcrafter-4dmot"


class Restored(QObject):
    """What tokens leave of a motion, for a view that shows it."""

    changed = Signal()
    """There is another state, or another restored motion."""

    restored: Take | None = None


class Comparison(Restored):
    """Keeps the restored motion of what is open; an edit makes it stale.

    Args:
        session: the motion.
        engine: reads and writes.
        queue: takes the job, beside the project: what it makes is no result.
        models: tell whether the tokenizer is here.
        folder: for the files on the way; they are replaced.
    """

    def __init__(
        self, session: MotionSession, engine: EngineBase, queue: JobQueue, models: Models, folder: Path
    ) -> None:
        super().__init__(session)
        self._session, self._engine, self._queue, self._models, self._folder = session, engine, queue, models, folder
        self.wanted = False
        """Whether the restored motion shall be shown."""
        self.tokenizer = ""
        """A tokenizer in place of the model store's, such as one that was trained here."""
        self.working = False
        self.problem = ""
        """Why there is none, as a sentence."""
        self._of: Take | None = None
        self._job_id = ""
        self._number = 0
        session.opened.connect(self._refresh)
        session.changed.connect(self._refresh)
        models.changed.connect(self._refresh)
        queue.ended.connect(self._on_ended)

    @property
    def missing(self) -> bool:
        """Whether there is no tokenizer on this computer."""
        return not self.tokenizer and self._models.known and not self._models.is_here(TOKENIZER)

    @property
    def stale(self) -> bool:
        """Whether the restored motion belongs to an older state."""
        return self.restored is not None and self._of is not self._session.take

    def want(self, wanted: bool) -> None:
        """Show the restored motion, or no more."""
        self.wanted = wanted
        self._refresh()

    def use_tokenizer(self, path: str) -> None:
        """Take another tokenizer: a file or its folder, "" for the model store's."""
        self.tokenizer, self.restored, self._of = path, None, None
        self._refresh()

    def again(self) -> None:
        """Send the motion through once more."""
        self._of = None
        self._refresh()

    def _refresh(self) -> None:
        take = self._session.take
        if take is None:
            self.restored = self._of = None
        if self.restored is not None and take is not None and len(self.restored) != len(take):
            self.restored = self._of = None
        if self.wanted and take is not None and self._of is None and not self.working:
            self._start(take)
        self.changed.emit()

    def _start(self, take: Take) -> None:
        self.problem = ""
        if self.missing:
            self.problem = tr("The motion tokenizer 4DMoT is not on this computer.")
        elif len(take) < 8:
            self.problem = tr("Eight frames are needed for tokens.")
        elif not take.valid.all():
            self.problem = tr("The person is missing in some frames; fill the gaps first.")
        if self.problem:
            return
        self.working, self._of = True, take
        self._number += 1
        self._folder.mkdir(parents=True, exist_ok=True)
        for old in self._folder.glob("*.motion.npz"):
            old.unlink(missing_ok=True)
        path = self._folder / f"before-{self._number}.motion.npz"
        self._engine.ask(WriteMotion(path=str(path), motion=takes.to_data(take)), self._on_written)

    def _on_written(self, answer: Answered) -> None:
        if not isinstance(answer.reply, ProbeReply) or not isinstance(answer.query, WriteMotion):
            self._fail(answer)
            return
        output = self._folder / f"after-{self._number}.motion.npz"
        job = ReconstructMotionJob(
            motion=Source(path=answer.query.path), output=str(output), tokenizer=self.tokenizer, overwrite=True
        )
        title = tr("Tokens of {name}", name=self._session.name)
        self._job_id = self._queue.add(job, title=title, now=True).job_id

    def _on_ended(self, entry: QueueEntry) -> None:
        if entry.job_id != self._job_id or not isinstance(entry.job, ReconstructMotionJob):
            return
        self._job_id = ""
        if entry.state is JobState.DONE:
            self._engine.ask(ReadMotion(path=entry.job.output), self._on_read)
            return
        self.working = False
        self.problem = what_text(entry.failure) if entry.failure is not None else tr("It was stopped.")
        self.changed.emit()

    def _on_read(self, answer: Answered) -> None:
        if not isinstance(answer.reply, MotionReply):
            self._fail(answer)
            return
        self.working = False
        self.restored = takes.from_reply(answer.reply, answer.payload)
        self.changed.emit()

    def _fail(self, answer: Answered) -> None:
        self.working = False
        self.problem = what_text(answer.failure) if answer.failure is not None else ""
        self.changed.emit()
