"""What the window works with, made once and handed to it."""

from dataclasses import dataclass

from desktop.gallery.waveforms import Waveforms
from desktop.link import EngineBase
from desktop.startup.logs import LogBook
from desktop.startup.paths import Paths
from desktop.state.devices import Devices
from desktop.state.document import Document
from desktop.state.gallery import GalleryModel
from desktop.state.importer import Importer
from desktop.state.models import Models
from desktop.state.packing import Packing
from desktop.state.queue import JobQueue
from desktop.state.queue_store import QueueStore
from desktop.state.sessions import Sessions
from desktop.state.settings import Settings
from desktop.state.thumbnails import Thumbnails


@dataclass(frozen=True)
class Services:
    """The models behind the panes; see the modules they come from."""

    paths: Paths
    settings: Settings
    sessions: Sessions
    engine: EngineBase
    devices: Devices
    document: Document
    gallery: GalleryModel
    importer: Importer
    packing: Packing
    queue_store: QueueStore
    queue: JobQueue
    thumbnails: Thumbnails
    waveforms: Waveforms
    models: Models
    log_book: LogBook

    @classmethod
    def make(cls, paths: Paths, settings: Settings, engine: EngineBase, log_book: LogBook) -> "Services":
        """Make all of them.

        Raises:
            PortraitsError: the data folder cannot be written.
        """
        sessions = Sessions(paths.data)
        document = Document(sessions, autosave_seconds=settings.number("files.autosave_seconds"))
        store = QueueStore(paths.queue_file)
        queue = JobQueue(engine, store)
        queue.preview_rate = float(settings.number("engine.preview_rate"))
        document.moved.connect(queue.follow_project)
        return cls(
            paths=paths,
            settings=settings,
            sessions=sessions,
            engine=engine,
            devices=Devices(engine),
            document=document,
            gallery=GalleryModel(document, paths.gallery_folder),
            importer=Importer(engine, document),
            packing=Packing(document, paths.documents),
            queue_store=store,
            queue=queue,
            thumbnails=Thumbnails(engine, paths.thumbnail_folder),
            waveforms=Waveforms(engine),
            models=Models(engine, settings),
            log_book=log_book,
        )

    def close(self) -> None:
        """End what runs beside the window, in the order in which one needs the other."""
        self.queue.close()
        self.importer.close()
        self.packing.close()
        self.engine.shutdown()
        self.thumbnails.close()
        self.gallery.close()
        self.queue_store.close()
