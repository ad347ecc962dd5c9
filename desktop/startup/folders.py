"""Making sure, before anything else, that the application's folders can be written."""

import os
import sys
from pathlib import Path

from desktop.startup.paths import Paths
from desktop.widgets.engine_words import system_reason
from desktop.widgets.words import tr
from engine.protocol.folders import HOME_VARIABLE


def unwritable_folder(paths: Paths) -> tuple[Path, str] | None:
    """Return the first folder that must be writable and is not, with the system's reason; None when all are well.

    The folders are made. The cache and the log are not asked for: without them the application works.
    """
    for folder in (paths.config, paths.data):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not os.access(folder, os.W_OK | os.X_OK):
                return folder, tr("writing there is not allowed")
        except OSError as error:
            return folder, system_reason(error)
    return None


def tell_unwritable(folder: Path, reason: str) -> None:
    """Say in a dialog, and on standard error where there is one, why the application cannot start."""
    what = tr("Portraits cannot write in its folder {folder}: {reason}.", folder=folder, reason=reason)
    todo = tr(
        "Allow writing there, or set the variable {variable} to a folder of your own, and start again.",
        variable=HOME_VARIABLE,
    )
    if sys.stderr is not None:
        sys.stderr.write(f"portraits: {what} {todo}\n")
        sys.stderr.flush()
    # Nothing of the start may load widgets before it is known that there is something to show.
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Critical, "Portraits", what)
    box.setInformativeText(todo)
    box.exec()
