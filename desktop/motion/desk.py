"""Brings the motion page into the window; it and what it needs are loaded when it is first shown."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.shell.services import Services
from desktop.widgets.dialog import ask
from desktop.widgets.words import tr

if TYPE_CHECKING:
    from desktop.motion.page import MotionPage

AREA = "motion"


class MotionDesk(QObject):
    """The motion page as the window sees it.

    Args:
        services: the models.
        new_path: returns a path for a result: (words, suffix) -> Path; raises OSError.
        reference: returns the picture that the animation panel has, or "".
    """

    said = Signal(object)
    """arg: str."""

    models_wanted = Signal(object)
    """arg: tuple of ids of models that are not here."""

    area_wanted = Signal(object)
    """arg: str, key of the work area that a command needs."""

    animate_wanted = Signal(object)
    """arg: Path of the motion that drives a picture."""

    def __init__(
        self,
        services: Services,
        new_path: Callable[[str, str], Path],
        reference: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._new_path, self._reference = services, new_path, reference
        self._page: MotionPage | None = None
        self.place = QStackedWidget()
        """Where the page stands once there is one."""

    def page(self) -> "MotionPage":
        """Return the page, made on first use."""
        if self._page is None:
            from desktop.motion.page import MotionPage

            page = MotionPage(self._services, self._new_path, self._reference)
            page.said.connect(self.said)
            page.models_wanted.connect(self.models_wanted)
            page.animate_wanted.connect(self.animate_wanted)
            self.place.addWidget(page)
            self._page = page
        return self._page

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each command of :data:`desktop.motion.actions.MOTION_ACTIONS` does."""
        commands: dict[str, Callable[[MotionPage], object]] = {
            "extract": lambda page: page.commands.extract(),
            "import": lambda page: page.commands.choose_files(),
            "animate": lambda page: page.library.animate(),
            "save": lambda page: page.save_as_new(),
            "compare": lambda page: page.transport.choose("both"),
            "fill": lambda page: page.session.repair(fill_gaps=True),
            "outliers": lambda page: page.session.repair(outliers=True),
            "mirror": lambda page: page.session.mirror(),
            "fit": lambda page: page.fit_to_reference(),
            "trim": lambda page: page.curves.trim_now(),
        }
        return {f"motion.{key}": partial(self._run, command) for key, command in commands.items()}

    def _run(self, command: Callable[["MotionPage"], object]) -> None:
        if not self.place.isVisible():
            self.area_wanted.emit(AREA)
        command(self.page())

    def may_leave(self) -> bool:
        """Return True when the project may be left: no correction would be lost, or the person decided."""
        page = self._page
        if page is None or not page.session.unsaved:
            return True
        answer = ask(
            page.window(),
            tr("The corrections of “{name}” are not saved.", name=page.session.name),
            tr("The motion itself is as it was. Save them as a new motion to keep them."),
            [("stay", tr("Go on working")), ("drop", tr("Leave without the corrections"))],
            danger="drop",
        )
        return answer == "drop"
