"""The create pane alone over a scripted engine, quicker than a whole window; models that are here or not."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from desktop.create.history import History
from desktop.create.pane import CreatePane
from desktop.create.panel import JobPanel
from desktop.create.results import Results
from desktop.create.workshop import Workshop
from desktop.state.devices import Devices
from desktop.state.models import Models
from desktop.state.queue import JobQueue
from desktop.state.queue_store import QueueStore
from desktop.state.settings import Settings
from desktop.state.thumbnails import Thumbnails
from desktop.widgets.theme import Mode, theme
from engine.protocol.devices import Device, DeviceReport
from engine.protocol.jobs import AnyJob
from engine.protocol.models import ModelState
from tests.desktop.helpers import AnsweringLink

_GIB = 2**30
P = TypeVar("P", bound=JobPanel)


@dataclass(frozen=True)
class Bench:
    """The pane and what stands behind it. ``results`` is the folder for what is made."""

    pane: CreatePane
    link: AnsweringLink
    queue: JobQueue
    models: Models
    results: Path

    def open(self, key: str, kind: type[P]) -> P:
        """Open a panel."""
        panel = self.pane.open(key)
        assert isinstance(panel, kind)
        return panel

    def jobs(self) -> list[AnyJob]:
        return [entry.job for entry in self.queue.entries()]

    def show_models(self, qtbot, *models: ModelState) -> None:  # type: ignore[no-untyped-def]
        """Let the store have these models."""
        self.link.models = models
        self.models.refresh()
        qtbot.waitUntil(lambda: self.models.models() == models)


@contextmanager
def a_bench(folder: Path) -> Iterator[Bench]:
    """Give the create pane, shown, over an engine that is ready."""
    theme().set_look(mode=Mode.DARK, compact=False, stronger_edges=False, reduced_motion=True)
    link = AnsweringLink()
    models, devices = Models(link, Settings(folder / "settings.toml")), Devices(link)
    store = QueueStore(folder / "queue.sqlite")
    queue = JobQueue(link, store)
    thumbnails = Thumbnails(link, folder / "thumbnails")
    results = folder / "film results"

    def taken() -> set[str]:
        return {str(getattr(entry.job, "output", "")) for entry in queue.entries()}

    workshop = Workshop(
        engine=link,
        queue=queue,
        thumbnails=thumbnails,
        results=Results(lambda: results, taken),
        project=lambda: str(folder / "film.portraits"),
        presets=folder / "presets",
        models=models,
        devices=devices,
        history=History(folder / "words.json"),
    )
    pane = CreatePane(workshop)
    pane.resize(328, 800)
    pane.show()
    link.become_ready()
    try:
        yield Bench(pane, link, queue, models, results)
    finally:
        pane.hide()
        queue.close()
        thumbnails.close()
        store.close()
        pane.head.deleteLater()
        pane.deleteLater()


def a_model(identifier: str, title: str, *, here: bool, kind: str = "image", must_accept: bool = False) -> ModelState:
    """Return a model of 7 GB that needs 8 GiB."""
    return ModelState(
        id=identifier,
        title=title,
        purpose=f"What {title} is for.",
        kinds=(kind,),
        condition="installed" if here else "missing",
        source="hub",
        licence="Stability AI non-commercial community licence",
        must_accept=must_accept,
        size=7_000_000_000,
        have=7_000_000_000 if here else 0,
        memory=8 * _GIB,
    )


def a_card(gibibytes: int) -> DeviceReport:
    """Return a computer with a graphics card of so much memory."""
    card = Device(id="cuda:0", kind="cuda", name="Card", memory_total=gibibytes * _GIB, memory_free=gibibytes * _GIB)
    return DeviceReport(devices=(card,), chosen="cuda:0", cores=8, memory_total=32 * _GIB, memory_free=20 * _GIB)


def a_file(folder: Path, name: str) -> Path:
    """Write a file of one byte."""
    path = folder / name
    path.write_bytes(b"x")
    return path
