"""Shortcuts as a person wants them: defaults, changes, and which commands would fight for the same keys."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from desktop.shell.action_spec import ActionSpec
from desktop.shell.actions import Actions
from desktop.state.shortcut_file import read_shortcuts, write_shortcuts

_PLAIN = QKeySequence.SequenceFormat.PortableText
_TYPED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Shortcuts(QObject):
    """The shortcuts in force. Every change counts at once and is on the disk before the call returns.

    Args:
        actions: the commands.
        path: where changes are kept.
    """

    changed = Signal(object)  # arg: str, the key of the command

    def __init__(self, actions: Actions, path: Path) -> None:
        super().__init__(actions)
        self._actions = actions
        self._path = path
        self._chosen: dict[str, tuple[str, ...]] = {}
        for command, keys in read_shortcuts(path).items():
            self._chosen[command] = keys
            if command in actions.specs:
                self._install(command, keys)

    def commands(self) -> tuple[ActionSpec, ...]:
        """Return the commands that do something, in the order of the menus."""
        connected = self._actions.connected()
        return tuple(spec for spec in self._actions.specs.values() if spec.key in connected)

    def keys(self, command: str) -> tuple[str, ...]:
        """Return the shortcuts of a command, as Qt writes them."""
        return tuple(each.toString(_PLAIN) for each in self._actions[command].shortcuts())

    def default(self, command: str) -> tuple[str, ...]:
        return tuple(QKeySequence(keys).toString(_PLAIN) for keys in self._actions.specs[command].keys)

    def is_default(self, command: str) -> bool:
        return self.keys(command) == self.default(command)

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """What differs from the defaults."""
        return dict(self._chosen)

    def problem(self, command: str, keys: str) -> bool:
        """True for a bare letter on a command that counts everywhere: it would act while someone types."""
        sequence = QKeySequence(keys)
        if self._actions.specs[command].scope or sequence.isEmpty():
            return False
        combination = sequence[0]  # type: ignore[index]  # Qt has it, the stubs do not
        text_key = Qt.Key.Key_Space <= combination.key() <= Qt.Key.Key_ydiaeresis
        return text_key and not combination.keyboardModifiers() & _TYPED

    def conflicts(self, command: str, keys: str) -> tuple[str, ...]:
        """Return the commands that have these keys already and count in the same place."""
        scope = self._actions.specs[command].scope
        wanted = QKeySequence(keys).toString(_PLAIN)
        return tuple(
            spec.key
            for spec in self.commands()
            if spec.key != command
            and (not scope or not spec.scope or spec.scope == scope)
            and wanted in self.keys(spec.key)
        )

    def choose(self, command: str, keys: Iterable[str]) -> None:
        """Give a command these shortcuts; commands that have them already lose them.

        Raises:
            PortraitsError: the change could not be written; it counts for this session.
        """
        wanted = tuple(QKeySequence(each).toString(_PLAIN) for each in keys)
        for each in wanted:
            for other in self.conflicts(command, each):
                self._put(other, tuple(kept for kept in self.keys(other) if kept != each))
        self._put(command, wanted)
        write_shortcuts(self._path, self._chosen)

    def reset(self, command: str) -> None:
        """Give a command its own shortcuts again; raises as :meth:`choose`."""
        self.choose(command, self.default(command))

    def reset_all(self) -> None:
        """Give every command its own shortcuts again; raises as :meth:`choose`."""
        self.restore({})

    def restore(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """Bring back what :attr:`chosen` was; raises as :meth:`choose`."""
        for spec in self._actions.specs.values():
            self._put(spec.key, chosen.get(spec.key, self.default(spec.key)))
        write_shortcuts(self._path, self._chosen)

    def _put(self, command: str, keys: tuple[str, ...]) -> None:
        if keys == self.default(command):
            self._chosen.pop(command, None)
        else:
            self._chosen[command] = keys
        if keys != self.keys(command):
            self._install(command, keys)
            self.changed.emit(command)

    def _install(self, command: str, keys: tuple[str, ...]) -> None:
        self._actions[command].setShortcuts([QKeySequence(each) for each in keys])
