"""The header of the sound editor: what is shown, playing, and the tools."""

from PySide6.QtGui import QResizeEvent

from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.labels import line
from desktop.widgets.numbers import number_text
from desktop.widgets.pane import Header
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_WITH_WORDS = 700
"""Width from which the tools carry their words."""


class WaveHeader(Header):
    """Buttons only; what they do is the editor's."""

    def __init__(self) -> None:
        super().__init__(tr("Sound"))
        self.play = IconButton("play", tr("Play the sound"), keys="Space")
        self.loop = IconButton("repeat", tr("Loop"), checkable=True)
        divider = line("v")
        divider.setFixedHeight(theme().px(18))
        for part in (self.play, self.loop, divider):
            self.left.addWidget(part)
        self.trim = Button(tr("Trim"), "scissors", height=26)
        self.silence = Button(tr("Silence"), "volume-x", height=26)
        self.fade = Button(tr("Fade"), "activity", height=26)
        self.normalise = Button(tr("Normalise"), "audio-waveform", height=26)
        self.fade.setToolTip(tr("Fade the ends"))
        self.normalise.setToolTip(tr("Level the sound to a loudness"))
        self.zoom_out = IconButton("zoom-out", tr("Show more of the sound"), keys="-")
        self.zoom_in = IconButton("zoom-in", tr("Show less of the sound"), keys="+")
        self._words = {each: each.text() for each in (self.trim, self.silence, self.fade, self.normalise)}
        for button, words in self._words.items():
            button.setAccessibleName(words)
        for tool in (*self._words, self.zoom_out, self.zoom_in):
            self.tools.addWidget(tool)

    def show_state(self, title: str, selection: tuple[float, float] | None) -> None:
        """Show what can be done with the sound of that title, "" for none, and with the part that is selected."""
        self.set_title(title or tr("Sound"))
        words = (
            tr("selection {a} – {b} s", a=number_text(selection[0], 2), b=number_text(selection[1], 2))
            if selection
            else ""
        )
        self.count.set_text(words, "text2")
        for part in (self.play, self.trim, self.fade, self.normalise, self.zoom_in, self.zoom_out, self.loop):
            part.setEnabled(bool(title))
        self.silence.setEnabled(selection is not None)
        self.silence.setToolTip(tr("Silence the selection") if selection else tr("Select a part first"))
        self.trim.setToolTip(tr("Keep the selection only") if selection else tr("Cut the silence off both ends"))

    def set_playing(self, playing: bool) -> None:
        """Show whether the sound plays."""
        self.play.set_icon_name("pause" if playing else "play")
        self.play.set_name(tr("Stop playing") if playing else tr("Play the sound"), "Space")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_WITH_WORDS)
        for button, words in self._words.items():
            button.setText(words if wide else "")
            button.setMinimumWidth(button.sizeHint().width())
            button.updateGeometry()
