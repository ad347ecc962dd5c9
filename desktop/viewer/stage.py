"""The middle of the window: the film, what was opened in the gallery, or what is being made, one at a time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.create.results_view import ResultsView
from desktop.shell.actions import Actions
from desktop.viewer.film_pane import FilmPane
from desktop.viewer.pane import ViewerPane
from desktop.widgets.chips import Option, Segment
from desktop.widgets.tab_order import ReadingOrder
from desktop.widgets.words import tr

TIMELINE, SOURCE, RESULTS = "timeline", "source", "results"


class Stage(QWidget):
    """Shows the film, the source or the results, and gives the commands for playing to the one that is shown.

    Args:
        film: the film.
        source: single media of the gallery.
        results: what is being made, and what came of it.
        actions: the commands for playing.
    """

    changed = Signal(object)
    """arg: "timeline", "source" or "results"."""

    def __init__(self, film: FilmPane, source: ViewerPane, results: ResultsView, actions: Actions) -> None:
        super().__init__()
        self.film, self.source, self.results = film, source, results
        self._panes: dict[str, QWidget] = {TIMELINE: film, SOURCE: source, RESULTS: results}
        self._actions = actions
        self._layout = QStackedLayout(self)
        self._switches = []
        for pane in (source, film, results):
            self._layout.addWidget(pane)
            ways = [
                Option(TIMELINE, tr("Timeline")),
                Option(SOURCE, tr("Source")),
                Option(RESULTS, tr("Results")),
            ]
            switch = Segment(ways, name=tr("What is shown"), side=26)
            switch.chosen.connect(self.show_way)
            pane.header.left.addWidget(switch)
            self._switches.append(switch)
            ReadingOrder(pane)
        source.shown.connect(self._on_source)
        self.show_way(SOURCE)

    def way(self) -> str:
        shown = self._layout.currentWidget()
        return next(way for way, pane in self._panes.items() if pane is shown)

    def show_way(self, way: object) -> None:
        """Show the film ("timeline"), the source or the results."""
        if way != TIMELINE:
            self.film.player.stop()
        if way != SOURCE:
            self.source.player.pause()
        self._layout.setCurrentWidget(self._panes[str(way)])
        for switch in self._switches:
            switch.set_value(str(way))
        self.changed.emit(way)

    def show_film(self) -> None:
        """Show the film, as soon as something on the timeline is pointed at."""
        if self.way() != TIMELINE:
            self.show_way(TIMELINE)

    # Playing

    def toggle(self) -> None:
        """Play or pause."""
        if self.way() == TIMELINE:
            self.film.player.toggle()
        elif self.way() == SOURCE:
            self.source.player.toggle()

    def pause(self) -> None:
        """Stop playing."""
        self.film.player.stop()
        self.source.player.pause()

    def shuttle(self, direction: int) -> None:
        """J and L: play back or forward, faster with every press."""
        if self.way() == TIMELINE:
            self.film.player.faster(direction)
        elif self.way() == SOURCE and direction > 0 and not self.source.player.playing:
            self.source.player.toggle()

    def step(self, frames: int) -> None:
        """Go forward or back by frames."""
        if self.way() == TIMELINE:
            self.film.player.step(frames)
        elif self.way() == SOURCE:
            self.source.step(frames * self.source.frame_length())

    def step_second(self, direction: int) -> None:
        """Go forward or back by a second."""
        if self.way() == TIMELINE:
            self.film.player.step(direction * self.film.player.second())
        elif self.way() == SOURCE:
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
