"""What every editor of a form is: a widget, a value, a default to go back to, and a signal when a person changed it."""

from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.widgets.labels import restyle
from desktop.widgets.words import tr
from engine.protocol.fields import FieldInfo


class Editor(QObject):
    """A field of a form.

    ``value`` is in the form that :func:`msgspec.convert` takes for the job's struct.
    """

    changed = Signal()

    def __init__(self, info: FieldInfo, widget: QWidget) -> None:
        super().__init__(widget)
        self.info = info
        self.widget = widget
        widget.setAccessibleName(tr(info.title))
        widget.setAccessibleDescription(tr(info.description) if info.description else "")
        widget.setWhatsThis(widget.accessibleDescription())

    def value(self) -> Any:
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value without telling."""
        raise NotImplementedError

    def is_default(self) -> bool:
        return self.info.required or bool(self.value() == plain(self.info.default))

    def reset(self) -> None:
        """Go back to the default."""
        if not self.info.required:
            self.set_value(plain(self.info.default))
            self.changed.emit()


def plain(value: Any) -> Any:
    """Return a struct's value in the form editors use: fractions as text, structs as dictionaries, tuples as lists."""
    built = msgspec.to_builtins(value, enc_hook=str)
    return _lists(built)


def _lists(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_lists(each) for each in value]
    if isinstance(value, dict):
        return {key: _lists(each) for key, each in value.items()}
    return value


def mark_wrong(widget: QWidget, wrong: bool) -> None:
    """Give a field the edge of an error, or take it away."""
    if bool(widget.property("wrong")) != wrong:
        restyle(widget, wrong=wrong)
