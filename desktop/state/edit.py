"""One step of undo."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from engine.project.schema import Project


class Edit(QUndoCommand):
    """One change, kept as the project before and after; parts that did not change are shared between the two.

    Args:
        show: makes a project the open one.
        label: what undo takes back.
        merge: changes that follow one another with the same text here are undone together.
    """

    def __init__(
        self, show: Callable[[Project], None], label: str, before: Project, after: Project, merge: str
    ) -> None:
        super().__init__(label)
        self._show = show
        self._before = before
        self._after = after
        self._merge = merge

    def id(self) -> int:
        return 1 if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Edit) or other._merge != self._merge:
            return False
        self._after = other._after
        return True

    def undo(self) -> None:
        self._show(self._before)

    def redo(self) -> None:
        self._show(self._after)
