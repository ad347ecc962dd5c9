"""The middle of the window: the film, or what was opened in the gallery, one instead of the other."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.shell.actions import Actions
from desktop.viewer.film_pane import FilmPane
from desktop.viewer.pane import ViewerPane
from desktop.widgets.chips import Option, Segment
from desktop.widgets.words import tr

TIMELINE, SOURCE = "timeline", "source"


class Stage(QWidget):
    """Shows the film or the source, and gives the commands for playing to the one that is shown.

    Args:
        film: the film.
        source: single media of the gallery.
        actions: the commands for playing.
    """

    changed = Signal(object)
    """arg: "timeline" or "source"."""

    def __init__(self, film: FilmPane, source: ViewerPane, actions: Actions) -> None:
        super().__init__()
        self.film, self.source = film, source
        self._actions = actions
        self._layout = QStackedLayout(self)
        self._layout.addWidget(source)
        self._layout.addWidget(film)
        self._switches = []
        for pane in (film, source):
            switch = Segment(
                [Option(TIMELINE, tr("Timeline")), Option(SOURCE, tr("Source"))], name=tr("What is shown"), side=26
            )
            switch.chosen.connect(self.show_way)
            pane.header.left.addWidget(switch)
            self._switches.append(switch)
        source.shown.connect(self._on_source)
        self.show_way(SOURCE)

    def way(self) -> str:
        return TIMELINE if self._layout.currentWidget() is self.film else SOURCE

    def show_way(self, way: object) -> None:
        """Show the film ("timeline") or the source."""
        is_film = way == TIMELINE
        if not is_film:
            self.film.player.stop()
        else:
            self.source.player.pause()
        self._layout.setCurrentWidget(self.film if is_film else self.source)
        for switch in self._switches:
            switch.set_value(TIMELINE if is_film else SOURCE)
        self.changed.emit(TIMELINE if is_film else SOURCE)

    def show_film(self) -> None:
        """Show the film, as soon as something on the timeline is pointed at."""
        if self.way() != TIMELINE:
            self.show_way(TIMELINE)

    # Playing

    def toggle(self) -> None:
        """Play or pause."""
        if self.way() == TIMELINE:
            self.film.player.toggle()
        else:
            self.source.player.toggle()

    def pause(self) -> None:
        """Stop playing."""
        self.film.player.stop()
        self.source.player.pause()

    def shuttle(self, direction: int) -> None:
        """J and L: play back or forward, faster with every press."""
        if self.way() == TIMELINE:
            self.film.player.faster(direction)
        elif direction > 0 and not self.source.player.playing:
            self.source.player.toggle()

    def step(self, frames: int) -> None:
        """Go forward or back by frames."""
        if self.way() == TIMELINE:
            self.film.player.step(frames)
        else:
            self.source.step(frames * self.source.frame_length())

    def step_second(self, direction: int) -> None:
        """Go forward or back by a second."""
        if self.way() == TIMELINE:
            self.film.player.step(direction * self.film.player.second())
        else:
            self.source.step(direction * 1000)

    def go_to_start(self) -> None:
        if self.way() == TIMELINE:
            self.film.player.seek(0)
        else:
            self.source.player.seek(0)

    def go_to_end(self) -> None:
        if self.way() == TIMELINE:
            self.film.player.seek(self.film.player.last)
        else:
            self.source.player.seek(self.source.player.duration())

    def set_loop(self) -> None:
        """Play again from the start, or the in point, when the end is reached."""
        loop = self._actions["play.loop"].isChecked()
        self.film.player.loop = loop
        self.source.player.set_loop(loop)

    def _on_source(self) -> None:
        if self.way() != SOURCE:
            self.show_way(SOURCE)
