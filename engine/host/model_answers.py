"""The replies to questions about models and versions: what there is and where it lies, and changes of that."""

from pathlib import Path

from msgspec import structs

from engine.host.downloads import Downloads
from engine.host.network import Network
from engine.host.questions import Reply
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.queries import (
    AddModelFolder,
    AllowDownloads,
    AnyQuery,
    ForgetModelFolder,
    ListModels,
    LookForUpdate,
    ModelStates,
    RemoveModel,
    UpdateReply,
    UseStore,
)


class ModelAnswers:
    """Answers in the thread of the questions about models, so that a slow disk holds up nothing else.

    Args:
        network: the switch for downloads.
        downloads: those that run; they are paused when downloads are forbidden.
    """

    def __init__(self, network: Network, downloads: Downloads) -> None:
        self._network = network
        self._downloads = downloads

    def __call__(self, query: AnyQuery) -> Reply:
        """Make the change that is asked for, and say how all models are now; or look for a newer version.

        Raises:
            PortraitsError: the change is not possible; nothing was changed.
        """
        from engine.models.folders import add_folder, forget_folder, use_store

        match query:
            case LookForUpdate():
                return Reply(_update())
            case AllowDownloads():
                self._allow(query.allowed)
            case AddModelFolder():
                add_folder(Path(query.path).expanduser().absolute())
            case ForgetModelFolder():
                forget_folder(query.path)
            case UseStore():
                use_store(query.path)
            case RemoveModel():
                self._remove(query.model)
            case ListModels():
                pass
            case _:
                raise TypeError(f"{type(query).__name__} is not about models")
        return Reply(_states())

    def _allow(self, allowed: bool) -> None:
        from engine.models.settings import change_settings

        self._network.allow(allowed)
        if allowed:
            change_settings(lambda settings: structs.replace(settings, offline=False))
        else:
            self._downloads.pause_all()

    def _remove(self, model: str) -> None:
        from engine.models.store import Store
        from engine.models.verify import remove
        from engine.packs.store import PackStore

        packs = PackStore.of_this_copy()
        pack = packs is not None and model in packs
        store = Store.default()
        entry = None if pack else store.catalog.get(model)
        if self._downloads.concerns(model):
            raise PortraitsError(
                ErrorCode.NOT_AVAILABLE,
                f"{model if entry is None else entry.title} is being downloaded, so it was not removed.",
                "Cancel the download first.",
            )
        if packs is not None and entry is None:
            packs.remove(model)
        elif entry is not None:
            remove(entry, store)


def _states() -> ModelStates:
    from engine.models.store import Store
    from engine.packs.store import PackStore

    store = Store.default()
    packs = PackStore.of_this_copy()
    states = (*store.states(), *(packs.states() if packs is not None else ()))
    return ModelStates(models=states, store=store.state(), problems=tuple(store.catalog.problems))


def _update() -> UpdateReply:
    from engine.updates.look import look_for_update

    return look_for_update()
