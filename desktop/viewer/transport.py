"""The row under the picture: time code, frame of frames, play, steps, loop, volume, and the place in the movie."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.shell.actions import Actions
from desktop.widgets.buttons import IconButton
from desktop.widgets.fields import Slider
from desktop.widgets.labels import ElidedLabel, IconLabel, box, column, line, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_STEPS = 1000


def time_code(milliseconds: int, fps: float) -> str:
    """Return hours, minutes, seconds and frames: ``00:00:14:08``."""
    rate = fps or 24.0
    seconds, rest = divmod(max(0, milliseconds), 1000)
    frame = min(int(rest / 1000 * rate + 1e-6), max(0, round(rate) - 1))
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}:{frame:02d}"


class Transport(QWidget):
    """Buttons run the commands; the slider asks for a place.

    Args:
        actions: the commands for playing.
    """

    sought = Signal(object)
    """arg: int, milliseconds a person chose."""

    volume_chosen = Signal(object)
    """arg: float, 0..1."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._duration = 0
        self._fps = 0.0
        self.setProperty("ground", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.time = ElidedLabel(time_code(0, 24), "strong")
        self.frames = ElidedLabel("", "tiny", "text2")
        buttons: dict[str, IconButton] = {}
        for key, icon, name, keys in (
            ("play.start", "skip-back", tr("Go to the start"), "Home"),
            ("play.back", "step-back", tr("One frame back"), "Left"),
            ("play.toggle", "play", tr("Play or pause"), "Space"),
            ("play.forward", "step-forward", tr("One frame forward"), "Right"),
            ("play.end", "skip-forward", tr("Go to the end"), "End"),
            ("play.loop", "repeat", tr("Loop"), "Ctrl+L"),
        ):
            is_play = key == "play.toggle"
            button = IconButton(icon, name, keys=keys, framed=is_play, width=36 if is_play else None)
            if key == "play.loop":
                button.setCheckable(True)
                actions[key].toggled.connect(button.setChecked)
            button.clicked.connect(actions[key].trigger)
            buttons[key] = button
        self.play = buttons["play.toggle"]
        self.loop = buttons["play.loop"]
        self.volume = Slider(0, 100, name=tr("Volume"))
        self.volume.setValue(70)
        self.volume.setFixedWidth(theme().px(72))
        self.volume.setToolTip(tr("Volume"))
        self.volume.valueChanged.connect(lambda value: self.volume_chosen.emit(value / 100))
        self.place = Slider(0, _STEPS, name=tr("Place in the movie"))
        self.place.sliderMoved.connect(self._on_slid)
        self.place.actionTriggered.connect(self._on_key)
        middle = row(*buttons.values(), space=4)
        left = box(row(self.time, self.frames, None, space=16))
        right = box(row(None, IconLabel("volume-2", "text2", 16), self.volume, space=8))
        controls = row(left, middle, right, space=8)
        controls.setStretch(0, 1)
        controls.setStretch(2, 1)
        layout = column(
            line(), row(self.place, margins=(12, 0, 12, 0)), row(box(controls), margins=(12, 0, 12, 6)), space=0
        )
        self.setLayout(layout)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(360), theme().px(62))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(300), theme().px(62))

    def set_media(self, duration: int, fps: float) -> None:
        """Say how long the file is (milliseconds), and its frames per second; 0 for a sound."""
        self._duration = duration
        self._fps = fps
        self.set_position(0)

    def set_position(self, position: int) -> None:
        self.time.set_text(time_code(position, self._fps))
        if self._fps:
            last = max(1, round(self._duration / 1000 * self._fps))
            frame = min(last, int(position / 1000 * self._fps + 1e-6) + 1)
            self.frames.set_text(tr("frame {n} of {all}", n=frame, all=last))
        else:
            self.frames.set_text("")
        if not self.place.isSliderDown():
            self.place.setValue(round(position / self._duration * _STEPS) if self._duration else 0)

    def set_playing(self, playing: bool) -> None:
        self.play.set_icon_name("pause" if playing else "play")
        self.play.set_name(tr("Pause") if playing else tr("Play"), "Space")

    def _on_slid(self, place: int) -> None:
        self.sought.emit(round(place / _STEPS * self._duration))

    def _on_key(self, _action: int) -> None:
        if not self.place.isSliderDown():
            self.sought.emit(round(self.place.sliderPosition() / _STEPS * self._duration))
