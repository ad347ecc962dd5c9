"""Styles and models that are dropped on the window are offered to the model store; they stay where they lie."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.link import Answered
from desktop.shell.services import Services
from desktop.widgets.engine_words import what_text
from desktop.widgets.words import tr
from engine.protocol.queries import ReadStyle, StyleRead

if TYPE_CHECKING:
    from desktop.window import MainWindow


class StyleOffer(QObject):
    """Says what a dropped .safetensors file is, and offers to look in its folder from now on.

    Args:
        window: shows the messages.
        services: engine and model store.
    """

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services

    def offer(self, files: tuple[Path, ...]) -> None:
        """Offer the folders of some files, each once."""
        firsts = {path.parent: path for path in reversed(files)}
        for path in reversed(firsts.values()):
            self._services.engine.ask(ReadStyle(path=str(path)), self._on_read)

    def _on_read(self, answer: Answered) -> None:
        assert isinstance(answer.query, ReadStyle)
        path = Path(answer.query.path)
        if not isinstance(answer.reply, StyleRead):
            what = what_text(answer.failure) if answer.failure is not None else ""
            self._window.say(what or tr("“{name}” cannot be read.", name=path.name))
            return
        style = answer.reply.style
        if style is None:
            text = tr("“{name}” is a model or a part of one.", name=path.name)
        elif style.family:
            text = tr("“{name}” is a style (LoRA) for {family}.", name=path.name, family=style.family)
        else:
            text = tr("“{name}” is a style (LoRA).", name=path.name)
        models = self._services.models
        if any(path.is_relative_to(folder) for folder in (*models.store.added, models.store.folder) if folder):
            text = f"{text} {tr('The model store has it already.')}"
            self._window.toasts.show_message(text, tr("Models …"), self._window.side_windows.show_models)
        else:
            self._window.toasts.show_message(text, tr("Add its folder"), partial(self._add, path.parent))

    def _add(self, folder: Path) -> None:
        self._services.models.add_folder(folder)
        text = tr("The model store looks in “{folder}” from now on. It only reads there.", folder=folder.name)
        self._window.toasts.show_message(text, tr("Models …"), self._window.side_windows.show_models)
