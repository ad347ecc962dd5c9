"""The row under the film: time code, buttons, dropped frames, volume."""

from fractions import Fraction

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.shell.actions import Actions
from desktop.timeline.scale import time_code
from desktop.widgets.buttons import IconButton
from desktop.widgets.fields import Slider
from desktop.widgets.labels import ElidedLabel, IconLabel, box, column, line, row
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, tr


class FilmTransport(QWidget):
    """The row under the film, 44 high: time code, frame of frames, buttons, dropped frames, volume."""

    volume_chosen = Signal(object)
    """arg: float, 0..1."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setProperty("ground", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.time = ElidedLabel("00:00:00:00", "strong")
        self.frames = ElidedLabel("", "tiny", "text2")
        self.dropped = ElidedLabel("", "tiny", "warn")
        buttons: dict[str, IconButton] = {}
        for key, icon in (
            ("play.start", "skip-back"),
            ("play.back", "step-back"),
            ("play.toggle", "play"),
            ("play.forward", "step-forward"),
            ("play.end", "skip-forward"),
            ("play.loop", "repeat"),
        ):
            framed = key == "play.toggle"
            button = IconButton(
                icon, actions[key].text(), keys=actions.keys(key), framed=framed, width=36 if framed else None
            )
            button.clicked.connect(actions[key].trigger)
            buttons[key] = button
        self.play, self.loop = buttons["play.toggle"], buttons["play.loop"]
        self.loop.setCheckable(True)
        actions["play.loop"].toggled.connect(self.loop.setChecked)
        self.volume = Slider(0, 100, name=tr("Volume"))
        self.volume.setValue(70)
        self.volume.setFixedWidth(theme().px(72))
        self.volume.valueChanged.connect(self._on_volume)
        self.snapshot = IconButton("camera", tr("Save this frame as a picture"))
        left = box(row(self.time, self.frames, self.dropped, None, space=16))
        right = box(row(None, IconLabel("volume-2", "text2", 16), self.volume, 4, self.snapshot, space=8))
        controls = row(left, row(*buttons.values(), space=4), right, space=8, margins=(12, 0, 12, 0))
        controls.setStretch(0, 1)
        controls.setStretch(2, 1)
        layout = column(line(), controls, space=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(360), theme().px(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(300), theme().px(44))

    def set_frame(self, frame: int, last: int, time: Fraction, fps: Fraction) -> None:
        """Show where the playhead stands."""
        self.time.set_text(time_code(time, fps))
        self.frames.set_text(tr("frame {n} of {all}", n=frame, all=last + 1))

    def set_playing(self, speed: int) -> None:
        """Show what the button does now, and the speed when it is another one."""
        self.play.set_icon_name("pause" if speed else "play")
        self.play.set_name(tr("Pause") if speed else tr("Play"), "Space")

    def set_dropped(self, count: int) -> None:
        """Show how many frames could not be shown in time."""
        self.dropped.set_text(counted(count, "{n} frame dropped", "{n} frames dropped") if count else "")

    def _on_volume(self, value: int) -> None:
        self.volume_chosen.emit(value / 100)
