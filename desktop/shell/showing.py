"""What is shown where: items of the gallery in the viewer, clips in what made them, results while they are made."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop.audio.actions import SCOPE as SOUND
from desktop.create.pane import panel_for
from desktop.models.getting import get_models
from desktop.motion.desk import AREA as MOTION
from desktop.shell.services import Services
from desktop.state.gallery_item import GalleryItem
from desktop.state.importer import ImportReport
from desktop.state.queue_entry import QueueEntry
from desktop.viewer.stage import RESULTS
from desktop.widgets.words import tr

if TYPE_CHECKING:
    from desktop.window import MainWindow


class Showing(QObject):
    """Brings things before the person's eyes.

    Args:
        window: whose panes show them.
        services: document and models.
    """

    def __init__(self, window: "MainWindow", services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services

    def follow_job(self, entry: QueueEntry) -> None:
        """Show what was started while it is made."""
        if self._window.made.follow(entry):
            self._window.stage.show_way(RESULTS)

    def show_making(self) -> None:
        """Show the running job large, or the queue where it makes nothing to look at."""
        running = self._services.queue.running()
        if running is not None and self._window.made.follow(running):
            self._window.arrangement.leave_queue()
            self._window.stage.show_way(RESULTS)
        elif not self._window.arrangement.queue_shown():
            self._window.arrangement.toggle_queue()

    def stay_at_results(self, report: ImportReport) -> None:
        """Several pictures that were waited for are seen side by side, although the gallery has chosen one of them."""
        if self._window.made.stays({item.sha256 for item in report.items}):
            self._window.stage.show_way(RESULTS)

    def open_result(self, sha256: str) -> None:
        """Choose the item of a file that a job has made."""
        ids = tuple(item.id for item in self._services.document.project.media if item.sha256 == sha256)
        self._window.gallery.choose(ids[:1])

    def show_item(self, item: GalleryItem) -> None:
        """Show an item in the viewer, and the viewer."""
        self._window.arrangement.leave_queue()
        self.put_in_viewer(item)

    def put_in_viewer(self, item: GalleryItem) -> None:
        """Let the viewer have an item, whether or not it can be seen."""
        media = self._services.document.project.media_by_id().get(item.item_id)
        self._window.viewer.show_item(item, media.info.fps if media is not None else 0.0)

    def open_chosen(self) -> None:
        """Show the first chosen item in the viewer."""
        for item in self._window.gallery.chosen()[:1]:
            self.show_item(item)

    def correct_landmarks(self) -> None:
        """Open the landmark editor for what is chosen on the timeline, or in the gallery."""
        clips = self._window.timeline.selection.ids
        pictures = [item.item_id for item in self._window.gallery.chosen_pictures()]
        if clips and (self._window.timeline.isAncestorOf(QApplication.focusWidget() or self._window) or not pictures):
            self._window.landmarks.open_clips(clips)
        else:
            self._window.landmarks.open_pictures(pictures)

    def open_clip(self, clip_id: str) -> None:
        """Open what made a clip: a morph's landmarks, the settings of what was made here, the file of any other."""
        if self._window.landmarks.morph_among((clip_id,)):
            self._window.landmarks.open_clips((clip_id,))
            return
        if self._window.audio.open_line(clip_id):
            return
        self._window.results.open_clip(clip_id)
        job = self._window.takes.job_to_edit(clip_id)
        if job is not None and panel_for(job) is not None:
            self._window.results.use_job(job)
            self._window.say(tr("Change the settings and start: the result takes the clip's place, and can be undone."))

    def show_sound(self) -> None:
        """Go to the work area of sound."""
        self._window.arrangement.choose_area(SOUND)

    def animate_by(self, motion: object) -> None:
        """Give the animation panel a motion, and show the panel."""
        self._window.open_panel("animate")
        self._window.create_pane.animate_by(str(motion))

    def compare_by_tokenizer(self, tokenizer: object) -> None:
        """Go to the motions, and compare them with what a tokenizer leaves of them."""
        self._window.arrangement.choose_area(MOTION)
        page = self._window.motion.page()
        page.comparison.use_tokenizer(str(tokenizer))
        page.transport.choose("both")

    def toggle_details(self) -> None:
        """Show or hide what is known of the chosen item."""
        self._window.details.setVisible(self._window.details.isHidden() and len(self._window.gallery.chosen()) == 1)

    def move_on_board(self, step: int) -> None:
        """Move the selection on the board that is shown, one place earlier (-1) or later (1)."""
        if not self._window.gallery.move_on_board(step):
            self._window.say(tr("Show a board in its own order to arrange what lies on it."))

    def search_gallery(self) -> None:
        """Go to the search field of the gallery."""
        self._window.docks.open("gallery")
        self._window.gallery.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.gallery.filters.search.selectAll()

    def on_chosen(self, items: tuple[GalleryItem, ...]) -> None:
        """Other items of the gallery are chosen."""
        self._window.details.show_item(items[0] if len(items) == 1 else None)
        if len(items) != 1:
            self._window.details.hide()
        elif self._window.viewer.item is None or self._window.viewer.item.item_id != items[0].item_id:
            # The same item again after a change of stars must not start a movie afresh; and what a job has made must
            # not take the queue away from under who looks at it.
            self.put_in_viewer(items[0])

    def compare(self, first: GalleryItem, second: GalleryItem) -> None:
        """Show two pictures against each other."""
        self._window.arrangement.leave_queue()
        self._window.viewer.compare(first, second)

    def bring_models(self, identifiers: tuple[str, ...]) -> None:
        """Bring models that something needs."""
        get_models(self._window, self._services.models, identifiers)

    def choose_shortcut(self, command: str) -> None:
        """Show the shortcut of a command, to be changed."""
        self._window.side_windows.show_settings(f"shortcuts.{command}")
