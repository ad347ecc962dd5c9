"""What the create panels work with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.create.history import History
from desktop.create.results import Results
from desktop.create.tools import Tools
from desktop.link import EngineBase
from desktop.state.devices import Devices
from desktop.state.models import Models
from desktop.state.queue import JobQueue
from desktop.state.thumbnails import Thumbnails
from engine.protocol.jobs.base import Source


@dataclass(frozen=True)
class Workshop:
    """What stands behind every panel.

    Attributes:
        engine: answers estimates.
        queue: takes the jobs.
        thumbnails: small pictures of inputs.
        results: names for what is made.
        project: returns the path of the project that results belong to.
        presets: folder of the presets.
        models: which models are here, and their downloads.
        devices: what this computer has.
        history: words that were used before.
        landmarks: returns files with corrected landmarks of pictures, as far as there are any.
    """

    engine: EngineBase
    queue: JobQueue
    thumbnails: Thumbnails
    results: Results
    project: Callable[[], str]
    presets: Path
    models: Models
    devices: Devices
    history: History
    landmarks: Callable[[Sequence[str]], tuple[Source, ...]] = field(default=lambda _paths: ())

    @property
    def tools(self) -> Tools:
        """What the editors of forms need of it."""
        return Tools(self.thumbnails, self.engine)
