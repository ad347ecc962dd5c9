"""One row of the queue, as it is stored and shown."""

from enum import StrEnum

import msgspec
from PySide6.QtGui import QImage

from engine.protocol.errors import Failure
from engine.protocol.jobs import AnyJob
from engine.protocol.jobs.base import Artifact
from engine.protocol.messages import Progress


class JobState(StrEnum):
    """Where a job of the queue stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"
    """The engine or the window went away while it ran."""

    @property
    def ended(self) -> bool:
        return self not in (JobState.QUEUED, JobState.RUNNING)


class PauseReason(StrEnum):
    """Why waiting jobs do not start by themselves."""

    NONE = ""
    BY_PERSON = "by_person"
    ENGINE_STOPPED = "engine_stopped"
    LAST_SESSION_CRASHED = "last_session_crashed"


class Destination(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a result belongs in its project, beside the gallery. It is kept with the job, for after a restart.

    Attributes:
        line: id of the line of the script of which it becomes a take; "" for none.
        media: id of the media item in whose place it is shown; "" for none.
        clips: ids of the clips that show it there; none for all.
    """

    line: str = ""
    media: str = ""
    clips: tuple[str, ...] = ()


NOWHERE = Destination()


class QueueEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A job with everything the queue shows of it. Times are Unix seconds, 0 = not yet."""

    job_id: str
    job: AnyJob
    title: str
    project: str = ""
    """Path of the project the results belong to."""
    thumbnail: str = ""
    """Path of a picture that stands for the job."""
    destination: Destination = NOWHERE
    state: JobState = JobState.QUEUED
    created: float = 0.0
    started: float = 0.0
    finished: float = 0.0
    by_person: bool = False
    """Started by a person, so that it runs although the queue is paused."""
    kills: int = 0
    """How many times the engine died while this job ran."""
    failure: Failure | None = None
    log_tail: str = ""
    retry: AnyJob | None = None
    """The job with the next smaller setting, where that would help."""
    artifacts: tuple[Artifact, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def waits_for_person(self) -> bool:
        """True when it killed the engine twice and is not started again by itself."""
        return self.kills >= MAX_KILLS and not self.by_person

    def waiting_again(self, job: AnyJob) -> "QueueEntry":
        """Return the entry as it waits to run again, with this job, because a person says so."""
        return QueueEntry(
            job_id=self.job_id,
            job=job,
            title=self.title,
            project=self.project,
            thumbnail=self.thumbnail,
            destination=self.destination,
            created=self.created,
            by_person=True,
            kills=self.kills,
        )


MAX_KILLS = 2


class PhaseTime(msgspec.Struct, frozen=True):
    """How long a phase of the running job has taken."""

    phase: str
    seconds: float


class LiveJob(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the running job beside its entry; not stored."""

    job_id: str
    progress: Progress | None = None
    image: QImage | None = None
    tiles: dict[int, QImage] = {}
    """The newest pictures of single results by their place, as far as previews tell; see ``PreviewFrame.places``."""
    at: tuple[int, ...] = ()
    """The places that the newest preview showed: what is being worked on."""
    phases: tuple[PhaseTime, ...] = ()
    """In order; the last one is running."""
    notes: tuple[str, ...] = ()
    memory: tuple[tuple[float, int], ...] = ()
    """(seconds since the start, bytes in use), once a second: of the device where it can be told, else main memory."""
