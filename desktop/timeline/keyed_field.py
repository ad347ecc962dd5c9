"""A value that may change over a clip: its number at the playhead, its keyframe there, and the next ones."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.widgets.buttons import IconButton
from desktop.widgets.fields import NumberField
from desktop.widgets.labels import row
from desktop.widgets.pane import FieldBox
from desktop.widgets.words import tr
from engine.project.edit import keys


class KeyedField(QWidget):
    """A number field with three buttons: previous keyframe, keyframe here, next keyframe.

    Args:
        name: the property of the clip.
        words: how it is called.
        low: smallest number.
        high: largest number.
    """

    edited = Signal(object)
    """arg: name of the property whose number was typed."""

    key_pressed = Signal(object)
    """arg: name of the property whose keyframe is to be set or removed."""

    step_wanted = Signal(object, object)
    """args: name of the property, whether the next keyframe is wanted (else the previous one)."""

    def __init__(self, name: keys.Property, words: str, low: float, high: float) -> None:
        super().__init__()
        self.name = name
        self.field = NumberField(low, high, decimals=1, unit="%", step=0.1)
        self.field.editingFinished.connect(lambda: self.edited.emit(name))
        before = tr("Previous keyframe of {name}", name=words)
        after = tr("Next keyframe of {name}", name=words)
        self.previous = IconButton("arrow-left", before, side=24, icon_side=13)
        self.key = IconButton("diamond", tr("Set a keyframe at the playhead"), checkable=True)
        self.next = IconButton("arrow-right", after, side=24, icon_side=13)
        self.previous.clicked.connect(lambda: self.step_wanted.emit(name, False))
        self.next.clicked.connect(lambda: self.step_wanted.emit(name, True))
        self.key.clicked.connect(lambda: self.key_pressed.emit(name))
        inner = row(self.field, self.previous, self.key, self.next, space=2)
        inner.setStretch(0, 1)
        holder = QWidget()
        inner.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(inner)
        outer = row(FieldBox(words, holder))
        self.setLayout(outer)
        self.field.setAccessibleName(words)

    def show_keys(self, *, has_any: bool, here: bool, can_set: bool) -> None:
        """Show whether the value moves, and whether a keyframe stands at the playhead."""
        self.key.setChecked(here)
        self.key.setEnabled(can_set)
        self.key.set_name(tr("Remove the keyframe") if here else tr("Set a keyframe at the playhead"))
        self.key.set_tone("accenttext" if has_any else "text2")
        for button in (self.previous, self.next):
            button.setEnabled(has_any)
