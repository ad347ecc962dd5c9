"""The engine process that serves a window: one connection, one thread for jobs, one for light questions."""

import logging
import os
import threading
from multiprocessing.connection import Client, Connection

from msgspec.structs import replace

from engine import __version__
from engine.host.answers import answer
from engine.host.downloads import Downloads
from engine.host.film_answers import FilmAnswers
from engine.host.jobs import JobWorker
from engine.host.logs import LogForwarder, LogTail
from engine.host.memory import device_memory, process_memory
from engine.host.model_answers import ModelAnswers
from engine.host.network import Network
from engine.host.outbox import Outbox
from engine.host.questions import QuestionWorker
from engine.host.settings import DeviceSearch, EngineSettings
from engine.models.loaded import free_memory, kept_models
from engine.protocol.devices import DeviceReport
from engine.protocol.frames import GarbledConnection, receive
from engine.protocol.messages import (
    PROTOCOL_VERSION,
    Ask,
    Cancel,
    DevicesFound,
    Download,
    Hello,
    Ready,
    Shutdown,
    Stats,
    Submit,
    ToEngine,
    Unload,
)
from engine.protocol.process import HEARTBEAT_SECONDS, SHUTDOWN_GRACE_SECONDS
from engine.protocol.queries import (
    AddModelFolder,
    AllowDownloads,
    EncodedFrame,
    EstimateJob,
    FilmFrame,
    FilmLoudness,
    FilmSound,
    ForgetModelFolder,
    ListModels,
    LookForUpdate,
    MeasureSound,
    RemoveModel,
    ShowFilm,
    UseStore,
    Waveform,
)

log = logging.getLogger(__name__)

_DOWNLOAD_GRACE_SECONDS = 0.5
_PATIENCE_SECONDS = 0.3
"""Ready waits this long for the search for graphics cards, which may have to import torch."""


def serve(address: str, key: bytes) -> int:
    """Serve the window at this address until it says Shutdown or goes away.

    Args:
        address: of the window's listener, as :class:`multiprocessing.connection.Listener` gives it.
        key: the connection's key.

    Returns:
        The exit status: 0 after Shutdown or when the window is gone, 1 when it spoke another language.
    """
    with Client(address, authkey=key) as connection:
        return Server(connection).run()


class Server:
    """One conversation with one window."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._outbox = Outbox(connection)
        self._settings = EngineSettings()
        self._log_tail = LogTail()
        self._forwarder = LogForwarder(self._outbox)
        self._jobs = JobWorker(self._outbox, self._log_tail)
        self._questions = QuestionWorker(self._outbox, answer)
        self._film_questions = QuestionWorker(self._outbox, FilmAnswers())
        # A long sound takes seconds, and thumbnails must not wait for it.
        self._sound_questions = QuestionWorker(self._outbox, answer)
        self._downloads = Downloads(self._outbox)
        self._model_questions = QuestionWorker(self._outbox, ModelAnswers(Network(), self._downloads))
        self._ended = threading.Event()

    def run(self) -> int:
        """Talk until the end; see :func:`serve`."""
        root = logging.getLogger()
        handlers = (self._log_tail, self._forwarder)
        for handler in handlers:
            root.addHandler(handler)
        try:
            return self._converse()
        except GarbledConnection as error:
            log.error("the window sent something unreadable: %s", error)
            return 1
        except (EOFError, OSError):
            return 0
        finally:
            self._ended.set()
            self._questions.close()
            self._film_questions.close()
            self._sound_questions.close()
            self._model_questions.close()
            self._downloads.close(_DOWNLOAD_GRACE_SECONDS)
            self._jobs.close(SHUTDOWN_GRACE_SECONDS)
            for handler in handlers:
                root.removeHandler(handler)
            self._outbox.close()

    def _converse(self) -> int:
        hello, _ = receive(self._connection, ToEngine)
        if not isinstance(hello, Hello):
            raise GarbledConnection("The first message was not Hello.")
        settings = self._settings = EngineSettings.of(hello.settings)
        settings.apply()
        search = DeviceSearch(settings.device)
        devices = search.result(_PATIENCE_SECONDS)
        _let_models_stay(devices)
        self._outbox.put(
            Ready(
                protocol_version=PROTOCOL_VERSION,
                engine_version=__version__,
                process_id=os.getpid(),
                devices=devices,
            )
        )
        if hello.protocol_version != PROTOCOL_VERSION:
            return 1
        search.when_done(self._tell_devices)
        threading.Thread(target=self._beat, name="heartbeat", daemon=True).start()
        while True:
            message, _ = receive(self._connection, ToEngine)
            if isinstance(message, Shutdown):
                return 0
            self._handle(message)

    def _tell_devices(self, report: DeviceReport) -> None:
        _let_models_stay(report)
        self._outbox.put(DevicesFound(devices=report))

    def _handle(self, message: object) -> None:
        match message:
            case Submit():
                self._jobs.submit(replace(message, job=self._settings.applied_to(message.job)))
            case Cancel():
                self._jobs.cancel(message.job_id, message.keep_done)
            case Ask(query=ShowFilm() | FilmFrame() | FilmSound() | FilmLoudness() | EncodedFrame()):
                self._film_questions.ask(message)
            case Ask(
                query=ListModels()
                | AllowDownloads()
                | AddModelFolder()
                | ForgetModelFolder()
                | UseStore()
                | RemoveModel()
                | LookForUpdate()
            ):
                self._model_questions.ask(message)
            case Ask(query=EstimateJob(job=job)):
                self._questions.ask(replace(message, query=EstimateJob(job=self._settings.applied_to(job))))
            case Ask(query=Waveform() | MeasureSound()):
                self._sound_questions.ask(message)
            case Ask():
                self._questions.ask(message)
            case Download():
                self._downloads.handle(message)
            case Unload():
                # What a running job uses stays; the caches of libraries are given back.
                kept_models.drop_all()
                free_memory()
            case Hello():
                raise GarbledConnection("Hello came twice.")

    def _beat(self) -> None:
        while not self._ended.wait(HEARTBEAT_SECONDS):
            kept_models.drop_idle()
            device = device_memory()
            self._outbox.put(
                Stats(
                    memory=process_memory(),
                    device_memory_used=device.used if device else None,
                    device_memory_total=device.total if device else None,
                )
            )


def _let_models_stay(report: DeviceReport) -> None:
    """Let models stay loaded between jobs in half the memory of the device that work runs on."""
    chosen = next(device for device in report.devices if device.id == report.chosen)
    kept_models.set_budget(chosen.memory_total // 2)
