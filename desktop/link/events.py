"""What the link tells the window beside the engine's own messages. All structs are frozen."""

import math
from enum import Enum, auto

import msgspec
from PySide6.QtGui import QImage

from engine.protocol.devices import DeviceReport
from engine.protocol.errors import Failure
from engine.protocol.queries import AnyQuery, AnyReply


class EngineState(Enum):
    """Whether jobs can be given to the engine now."""

    OFF = auto()
    STARTING = auto()
    READY = auto()
    FAILED = auto()
    """It could not be started several times in a row; only :meth:`EngineBase.restart` tries again."""


class EngineStatus(msgspec.Struct, frozen=True, kw_only=True):
    """The engine's state, and what it reported when it became ready."""

    state: EngineState
    engine_version: str = ""
    process_id: int = 0
    devices: DeviceReport | None = None


class StopCause(Enum):
    """Why an engine process ended or was ended."""

    ASKED = auto()
    """The person pressed "Stop now" or restarted it."""
    CRASHED = auto()
    KILLED = auto()
    """Another program ended it; on Linux this is also how the system answers when memory runs out."""
    SILENT = auto()
    """No sign of life for too long."""
    GARBLED = auto()
    """It sent something that is no message."""
    OTHER_VERSION = auto()
    COULD_NOT_START = auto()


class EngineStopped(msgspec.Struct, frozen=True, kw_only=True):
    """An engine process is gone. ``what``, ``safe`` and ``todo`` are full sentences for the person."""

    cause: StopCause
    what: str
    safe: str = ""
    todo: str = ""
    job_ids: tuple[str, ...] = ()
    """Jobs that were given to it and had not ended; the first one was running."""
    log_tail: str = ""
    log_path: str = ""
    restarting: bool = True


class PreviewFrame(msgspec.Struct, frozen=True):
    """The newest picture of what a job makes; the image owns its pixels.

    ``places`` are the job's pictures that it shows as tiles, see :meth:`engine.protocol.context.JobContext.preview`.
    """

    job_id: str
    image: QImage
    places: tuple[int, ...] = ()

    def tiles(self) -> dict[int, QImage]:
        """Return the picture of each place."""
        if len(self.places) == 1:
            return {self.places[0]: self.image}
        columns = math.ceil(math.sqrt(len(self.places)))
        rows = math.ceil(len(self.places) / max(1, columns))
        found = {}
        for index, place in enumerate(self.places):
            width, height = self.image.width() // columns, self.image.height() // rows
            found[place] = self.image.copy(index % columns * width, index // columns * height, width, height)
        return found


class SoundFrame(msgspec.Struct, frozen=True):
    """Sound that a job makes: mono, int16 little endian. ``start`` counts samples from the beginning of its sound."""

    job_id: str
    rate: int
    start: int
    pcm: bytes


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """The end of a question: a reply with its byte frames, or a failure."""

    query_id: int
    query: AnyQuery
    reply: AnyReply | None = None
    failure: Failure | None = None
    payload: tuple[bytes, ...] = ()
