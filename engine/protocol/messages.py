"""Every message between the window and the engine.

One tagged union for each direction, encoded as MessagePack (see :mod:`engine.protocol.frames`). A message that
carries bytes says how many byte frames follow it in ``payload_frames``.
"""

from typing import Annotated, Any, Literal

import msgspec

from engine.protocol.devices import DeviceReport
from engine.protocol.errors import Failure
from engine.protocol.jobs import AnyJob
from engine.protocol.jobs.base import Artifact
from engine.protocol.models import DownloadState
from engine.protocol.queries import AnyQuery, AnyReply

PROTOCOL_VERSION = 1
"""Raised with every change that an older side could not read; both sides refuse to talk across versions."""

JobId = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class Message(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", forbid_unknown_fields=True):
    """The base of all messages."""


# Window -> engine


class Hello(Message, frozen=True, kw_only=True, tag="hello"):
    """First message on the connection."""

    protocol_version: int
    settings: dict[str, Any] = {}
    """By name, as :class:`engine.host.settings.EngineSettings` has them; names it does not know do not matter."""


class Submit(Message, frozen=True, kw_only=True, tag="submit"):
    """Run a job. The engine runs one heavy job at a time, in the order of arrival."""

    job_id: JobId
    job: AnyJob
    preview_rate: Annotated[float, msgspec.Meta(ge=0, le=10)] = 10.0
    """Previews per second at most; 0 for none."""


class Cancel(Message, frozen=True, kw_only=True, tag="cancel"):
    """Stop a job at its next step; with ``keep_done`` what is whole so far is written."""

    job_id: JobId
    keep_done: bool = False


class Ask(Message, frozen=True, kw_only=True, tag="ask"):
    """A light question, answered beside a running job.

    A newer question of the same ``channel`` replaces one that still waits.
    """

    query_id: int
    query: AnyQuery
    channel: str = ""


class Download(Message, frozen=True, kw_only=True, tag="download"):
    """Bring a model into the store, or steer a download that was asked for; it runs beside jobs.

    A download that was cancelled or failed goes on where it stopped when it is started again.
    """

    model: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
    action: Literal["start", "pause", "resume", "cancel"] = "start"
    accept_licence: bool = False
    """The person has read the licence and accepts it; this is kept."""


class Unload(Message, frozen=True, kw_only=True, tag="unload"):
    """Free loaded models now."""


class Shutdown(Message, frozen=True, kw_only=True, tag="shutdown"):
    """End the engine after cancelling what runs."""


# Engine -> window


class Ready(Message, frozen=True, kw_only=True, tag="ready"):
    """The engine answers Hello."""

    protocol_version: int
    engine_version: str
    process_id: int
    devices: DeviceReport


class DevicesFound(Message, frozen=True, kw_only=True, tag="devices_found"):
    """Follows Ready when looking for graphics cards took longer than the window should wait for Ready."""

    devices: DeviceReport


class JobStarted(Message, frozen=True, kw_only=True, tag="job_started"):
    job_id: JobId


class Progress(Message, frozen=True, kw_only=True, tag="progress"):
    """How far a phase is; see :meth:`engine.protocol.context.JobContext.progress`."""

    job_id: JobId
    phase: str
    step: float
    total: float | None
    unit: str = ""
    rate: float | None = None
    """Units per second over the last seconds, None until it can be told."""
    remaining: float | None = None
    """Seconds left in this phase, None until it can be told."""


class Preview(Message, frozen=True, kw_only=True, tag="preview"):
    """A picture of what is being made; one byte frame of ``width * height * 3`` sRGB bytes follows."""

    job_id: JobId
    width: Annotated[int, msgspec.Meta(ge=1, le=8192)]
    height: Annotated[int, msgspec.Meta(ge=1, le=8192)]
    places: Annotated[tuple[int, ...], msgspec.Meta(max_length=64)] = ()
    """Which of the job's pictures it shows, as tiles; see :meth:`engine.protocol.context.JobContext.preview`."""
    payload_frames: int = 1


class SoundPreview(Message, frozen=True, kw_only=True, tag="sound_preview"):
    """Sound that is being made; one byte frame follows: mono, int16 little endian. Ten a second at most.

    Chunks come in order. ``start`` counts samples from the beginning of the job's sound: where it jumps, the window was
    too slow and something fell away.
    """

    job_id: JobId
    rate: Annotated[int, msgspec.Meta(ge=1000, le=384_000)]
    start: Annotated[int, msgspec.Meta(ge=0)]
    payload_frames: int = 1


class Note(Message, frozen=True, kw_only=True, tag="note"):
    """Something that changed the result without stopping it, as a sentence."""

    job_id: JobId
    text: str


class JobDone(Message, frozen=True, kw_only=True, tag="job_done"):
    job_id: JobId
    artifacts: tuple[Artifact, ...]
    seconds: float


class JobFailed(Message, frozen=True, kw_only=True, tag="job_failed"):
    job_id: JobId
    failure: Failure
    log_tail: str = ""
    retry: AnyJob | None = None
    """The same job with the next smaller setting, where that would help (out of memory)."""


class JobCancelled(Message, frozen=True, kw_only=True, tag="job_cancelled"):
    job_id: JobId
    artifacts: tuple[Artifact, ...] = ()


class Answer(Message, frozen=True, kw_only=True, tag="answer"):
    """The reply to an Ask: either a reply (with its byte frames behind it) or a failure."""

    query_id: int
    reply: AnyReply | None = None
    failure: Failure | None = None
    payload_frames: int = 0


class DownloadReport(Message, frozen=True, kw_only=True, tag="download_state"):
    """How a download goes on; ten times a second at most while bytes arrive."""

    state: DownloadState


class Stats(Message, frozen=True, kw_only=True, tag="stats"):
    """Sent every second: the engine lives, and what it uses. Doubles as heartbeat."""

    memory: int
    """Bytes of main memory in use by the engine."""
    device_memory_used: int | None = None
    device_memory_total: int | None = None


class Log(Message, frozen=True, kw_only=True, tag="log"):
    level: str
    logger: str
    text: str
    time: float


ToEngine = Hello | Submit | Cancel | Ask | Download | Unload | Shutdown
ToWindow = (
    Ready
    | DevicesFound
    | JobStarted
    | Progress
    | Preview
    | SoundPreview
    | Note
    | JobDone
    | JobFailed
    | JobCancelled
    | Answer
    | DownloadReport
    | Stats
    | Log
)
