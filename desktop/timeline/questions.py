"""What the timeline has to ask: names of tracks and markers, and the words of a title."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from desktop.timeline.bench import Bench
from desktop.timeline.commands import TimelineCommands
from desktop.timeline.marker_dialog import MarkerDialog
from desktop.widgets.prompt import ask_text
from desktop.widgets.words import tr
from engine.project.edit.markers import change_marker


class Questions(QObject):
    """Asks, and hands the answers to the commands.

    Args:
        bench: the document.
        commands: what asks, and does it.
        parent: the pane; dialogs lie over its window.
    """

    def __init__(self, bench: Bench, commands: TimelineCommands, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench, self._commands, self._pane = bench, commands, parent
        commands.markers.marker_wanted.connect(self.name_marker)
        commands.values.title_wanted.connect(self.ask_title)

    def rename_track(self, track_id: str) -> None:
        """Ask for a track's name."""
        track = next((each for each in self._bench.project.timeline.tracks if each.id == track_id), None)
        if track is None:
            return
        name = ask_text(self._pane.window(), tr("Rename the track"), tr("Name"), track.name, verb=tr("Rename track"))
        if name is not None:
            self._commands.tracks.rename_track(track_id, name)

    def name_marker(self, marker_id: object) -> None:
        """Ask for a marker's name and colour."""
        marker = next((each for each in self._bench.project.timeline.markers if each.id == marker_id), None)
        if marker is None:
            return
        dialog = MarkerDialog(self._pane.window(), marker)
        good = dialog.exec() == QDialog.DialogCode.Accepted
        name, colour = dialog.name.text(), dialog.colour()
        dialog.deleteLater()
        if good:
            self._bench.do(tr("Change marker"), lambda p: change_marker(p, marker.id, name=name, colour=colour))

    def ask_title(self) -> None:
        """Ask for the words of a title."""
        text = ask_text(self._pane.window(), tr("Add a title"), tr("Words"), verb=tr("Add title"), several_lines=True)
        if text is not None and text.strip():
            self._commands.values.add_title(text.strip())
