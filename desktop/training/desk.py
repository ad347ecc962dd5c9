"""Brings the training page into the window; it is made when it is first shown."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.create.train_panel import TrainPanel
from desktop.shell.services import Services

if TYPE_CHECKING:
    from desktop.training.page import TrainPage

AREA = "train"


class TrainDesk(QObject):
    """The training page as the window sees it.

    Args:
        services: the models.
        results: returns the folder of the project's results.
        new_path: returns a path for a result: (words, suffix) -> Path; raises OSError.
        panel: returns the create panel of trainings.
    """

    said = Signal(object)
    """arg: str."""

    compare_wanted = Signal(object)
    """arg: Path of the tokenizer that motions shall be compared with."""

    def __init__(
        self,
        services: Services,
        results: Callable[[], Path],
        new_path: Callable[[str, str], Path],
        panel: Callable[[], TrainPanel],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._made_of = services, results, new_path, panel
        self._page: TrainPage | None = None
        self.place = QStackedWidget()
        """Where the page stands once there is one."""

    def page(self) -> "TrainPage":
        """Return the page, made on first use."""
        if self._page is None:
            from desktop.training.page import TrainPage

            page = TrainPage(*self._made_of)
            page.said.connect(self.said)
            page.compare_wanted.connect(self.compare_wanted)
            self.place.addWidget(page)
            self._page = page
        return self._page
