"""Steps of the settings that can be taken back."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QUndoCommand

from desktop.shell.shortcuts import Shortcuts
from desktop.state.setting import Value


class SettingChange(QUndoCommand):
    """A setting got another value.

    Args:
        key: of the setting.
        before: its former value.
        after: its new value.
        put: sets a value.
    """

    def __init__(self, key: str, before: Value, after: Value, put: Callable[[str, Value], None]) -> None:
        super().__init__(key)
        self._key, self._before, self._after, self._put = key, before, after, put

    def redo(self) -> None:
        self._put(self._key, self._after)

    def undo(self) -> None:
        self._put(self._key, self._before)


class ShortcutChange(QUndoCommand):
    """Shortcuts were changed already.

    Args:
        shortcuts: where.
        before: what was chosen before.
        after: what is chosen now.
    """

    def __init__(
        self, shortcuts: Shortcuts, before: Mapping[str, tuple[str, ...]], after: Mapping[str, tuple[str, ...]]
    ) -> None:
        super().__init__("shortcuts")
        self._shortcuts, self._before, self._after = shortcuts, before, after

    def redo(self) -> None:
        self._shortcuts.restore(self._after)

    def undo(self) -> None:
        self._shortcuts.restore(self._before)
