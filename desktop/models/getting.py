"""Getting a model: what has to be asked of the person first, then the download."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from desktop.models import dialogs
from desktop.state.models import Models


def get_models(parent: QWidget, models: Models, identifiers: Iterable[str]) -> bool:
    """Start the download of models, or let it go on; return False when the person said no to something.

    Downloads are allowed first where they are off, and each licence that must be accepted is shown.

    Args:
        parent: the window that asks.
        models: who downloads.
        identifiers: the models, in order; unknown ones and those that are here are passed over.
    """
    wanted = [model for each in identifiers if (model := models.model(each)) is not None and not models.is_here(each)]
    if not wanted:
        return False
    if not models.allowed:
        if not dialogs.allows_downloads(parent):
            return False
        models.allow_downloads(True)
    accepted: dict[str, bool] = {}
    for model in wanted:
        accepted[model.id] = model.must_accept and not model.accepted
        if accepted[model.id] and not dialogs.accepts_licence(parent, model):
            return False
    for identifier, accept in accepted.items():
        models.start(identifier, accept_licence=accept)
    return True
