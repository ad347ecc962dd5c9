"""Questions about models, and changes to where they lie."""

from engine.protocol.devices import StoreState
from engine.protocol.models import ModelState
from engine.protocol.queries.base import Query, Reply


class ListModels(Query, frozen=True, kw_only=True, tag="list_models"):
    """Every model of the catalog, and where models lie."""


class AllowDownloads(Query, frozen=True, kw_only=True, tag="allow_downloads"):
    """Allow downloads from now on, or forbid them; a running one is then paused."""

    allowed: bool


class AddModelFolder(Query, frozen=True, kw_only=True, tag="add_model_folder"):
    """Look for models in a folder as well; it is only read."""

    path: str


class ForgetModelFolder(Query, frozen=True, kw_only=True, tag="forget_model_folder"):
    """Look no more in a folder that was added; its files stay."""

    path: str


class UseStore(Query, frozen=True, kw_only=True, tag="use_store"):
    """Bring models into another folder from now on; nothing is moved, the former one is still searched."""

    path: str
    """"" for the Hugging Face cache."""


class RemoveModel(Query, frozen=True, kw_only=True, tag="remove_model"):
    """Delete the files of a downloaded model."""

    model: str


class ModelStates(Reply, frozen=True, kw_only=True, tag="models"):
    """The reply to every question about models: all of them as they are now."""

    models: tuple[ModelState, ...]
    store: StoreState
    problems: tuple[str, ...] = ()
    """What is wrong in the person's own catalog, as sentences."""


AnyModelQuery = ListModels | AllowDownloads | AddModelFolder | ForgetModelFolder | UseStore | RemoveModel
