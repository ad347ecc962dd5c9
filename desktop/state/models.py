"""The models of the store as the window sees them, and the downloads that run beside jobs."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop.link.base import EngineBase
from desktop.link.events import Answered, EngineState, EngineStatus
from desktop.state.settings import Settings
from engine.protocol.devices import StoreState
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.models import DownloadState, ModelState
from engine.protocol.queries import (
    AddModelFolder,
    AllowDownloads,
    AnyQuery,
    ForgetModelFolder,
    ListModels,
    ModelStates,
    RemoveModel,
    UseStore,
)

_ENDS = ("done", "failed", "cancelled")
_HERE = ("installed", "found")


class Models(QObject):
    """What the catalog lists, what of it is here, and how downloads go on.

    Every change is asked of the engine; what is shown is what the engine answered.

    Args:
        engine: who has the store.
        settings: the store folder and the offline switch are kept there, too.
    """

    changed = Signal()
    """The models or the store changed."""
    download_changed = Signal(object)
    """arg: DownloadState."""
    refused = Signal(object)
    """arg: Failure of a change that was asked for."""

    def __init__(self, engine: EngineBase, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._settings = settings
        self._models: dict[str, ModelState] = {}
        self._downloads: dict[str, DownloadState] = {}
        self._held: dict[str, bool] = {}
        self._telling = False
        self.store = StoreState(folder="", offline=True)
        self.problems: tuple[str, ...] = ()
        engine.status_changed.connect(self._on_status)
        engine.download_changed.connect(self._on_download)
        settings.changed.connect(self._on_setting)

    # What there is

    @property
    def known(self) -> bool:
        """False until the engine has answered the first time."""
        return bool(self._models)

    def models(self) -> tuple[ModelState, ...]:
        """Return all models in the order of the catalog."""
        return tuple(self._models.values())

    def model(self, identifier: str) -> ModelState | None:
        return self._models.get(identifier)

    def download_of(self, identifier: str) -> DownloadState | None:
        """Return how the download of a model goes on; a failed one stays until it is started again."""
        return self._downloads.get(identifier)

    def running(self) -> tuple[DownloadState, ...]:
        """Return the downloads that have not ended, paused ones included."""
        return tuple(state for state in self._downloads.values() if state.phase not in _ENDS)

    def is_here(self, identifier: str) -> bool:
        """True when a model is complete."""
        model = self._models.get(identifier)
        return model is not None and model.condition in _HERE

    @property
    def allowed(self) -> bool:
        """Whether downloads are allowed."""
        return not self.store.offline

    # What a person asks for

    def refresh(self) -> None:
        """Look again at what is there."""
        self._engine.ask(ListModels(), self._on_states, channel="models")

    def start(self, identifier: str, *, accept_licence: bool = False) -> None:
        """Download a model, or go on where its download stopped. Allow downloads first."""
        if self.store.offline:
            # The engine has not answered yet that downloads are allowed now; before, it would refuse this one.
            self._held[identifier] = accept_licence
        else:
            self._engine.download(identifier, "start", accept_licence=accept_licence)

    def pause(self, identifier: str) -> None:
        self._engine.download(identifier, "pause")

    def resume(self, identifier: str) -> None:
        self._engine.download(identifier, "resume")

    def pause_all(self) -> None:
        """Let every download wait until it is resumed."""
        for state in self.running():
            self.pause(state.model)

    def store_moved(self, folder: str) -> None:
        """The engine has moved the store: keep where it is, and look again."""
        self._settings.set_value("models.store", folder)
        self.refresh()

    def cancel(self, identifier: str) -> None:
        """Stop a download; what has arrived is kept."""
        self._engine.download(identifier, "cancel")

    def remove(self, identifier: str) -> None:
        """Delete the files of a model."""
        self._change(RemoveModel(model=identifier))

    def add_folder(self, folder: Path) -> None:
        """Look for models in a folder as well; it is only read."""
        self._change(AddModelFolder(path=str(folder)))

    def forget_folder(self, folder: str) -> None:
        self._change(ForgetModelFolder(path=folder))

    def use_store(self, folder: Path) -> None:
        """Bring models into another folder from now on."""
        self._settings.set_value("models.store", str(folder))

    def allow_downloads(self, allowed: bool) -> None:
        """Allow or forbid downloads, now and from the next start on."""
        if self._settings.flag("models.offline") == (not allowed):
            # The setting says so already, but the engine was told otherwise by its own settings.
            self._change(AllowDownloads(allowed=allowed))
        else:
            self._settings.set_value("models.offline", not allowed)

    def _change(self, query: AnyQuery) -> None:
        self._engine.ask(query, self._on_states)

    # What the engine says

    @Slot(object)
    def _on_status(self, status: EngineStatus) -> None:
        if status.state is EngineState.READY:
            if not self._telling:
                self.refresh()
            self._telling = True
        else:
            self._telling = False
            self._stop_all()

    def _stop_all(self) -> None:
        """The engine is gone, and the downloads with it."""
        failure = Failure(
            code=ErrorCode.NOT_AVAILABLE, what="The engine stopped.", safe="What has arrived is kept and checked."
        )
        for state in self.running():
            stopped = DownloadState(
                model=state.model, phase="failed", done=state.done, total=state.total, failure=failure
            )
            self._on_download(stopped)

    @Slot(object)
    def _on_download(self, state: DownloadState) -> None:
        if state.phase in ("done", "cancelled"):
            self._downloads.pop(state.model, None)
        else:
            self._downloads[state.model] = state
        self.download_changed.emit(state)
        if state.phase in _ENDS and self._engine.ready:
            self.refresh()

    def _on_states(self, answer: Answered) -> None:
        if isinstance(answer.reply, ModelStates):
            self._models = {state.id: state for state in answer.reply.models}
            self.store = answer.reply.store
            self.problems = answer.reply.problems
            self._forget_downloads(self._models)
            if isinstance(answer.query, AllowDownloads):
                self._send_held()
            self.changed.emit()
            return
        self._held.clear()
        if answer.failure is not None and self._engine.ready:
            self.refused.emit(answer.failure)
            if not isinstance(answer.query, ListModels):
                self.refresh()

    def _send_held(self) -> None:
        held, self._held = self._held, {}
        for identifier, accept_licence in held.items():
            if not self.store.offline:
                self.start(identifier, accept_licence=accept_licence)

    def _forget_downloads(self, known: Iterable[str]) -> None:
        self._downloads = {key: state for key, state in self._downloads.items() if key in known}

    @Slot(object)
    def _on_setting(self, key: str) -> None:
        if key == "models.offline":
            self._change(AllowDownloads(allowed=not self._settings.flag(key)))
        elif key == "models.store":
            self._change(UseStore(path=self._settings.text(key)))
