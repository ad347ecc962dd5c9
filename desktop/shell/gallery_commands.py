"""What can be done with results: compare, place, copy, show, move to the trash; making more of them comes with it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from desktop.create.pane import CreatePane
from desktop.create.results import Results
from desktop.gallery.pane import GalleryPane
from desktop.shell.file_manager import show_in_folder
from desktop.shell.make_commands import MakeCommands
from desktop.shell.services import Services
from desktop.shell.trash import Trash
from desktop.state.gallery_item import GalleryItem
from desktop.widgets.words import counted, tr
from engine.project.edit.placing import place_at_end


class GalleryCommands(MakeCommands):
    """The commands for the selection of the gallery."""

    trashed = Signal(object, object)
    """args: str message, callable that takes it back."""

    compared = Signal(object, object)
    """args: the two GalleryItems."""

    def __init__(
        self,
        window: QWidget,
        services: Services,
        gallery: GalleryPane,
        create: CreatePane,
        trash: Trash,
        results: Results,
    ) -> None:
        super().__init__(window, services, gallery, create, results)
        self._trash = trash

    def compare(self) -> None:
        """Show the two chosen pictures beside each other."""
        pictures = self._gallery.chosen_pictures()
        if len(pictures) == 2:
            self.compared.emit(*pictures)
        else:
            self.said.emit(tr("Choose two pictures to compare them."))

    def place(self) -> None:
        """Place the selection at the end of the film."""
        self.place_items(self._gallery.chosen())

    def place_items(self, items: tuple[GalleryItem, ...]) -> None:
        ids = tuple(item.item_id for item in items)
        if ids and self._services.document.apply(tr("Place on timeline"), partial(place_at_end, item_ids=ids)):
            self.said.emit(
                counted(len(ids), "{n} result placed on the timeline.", "{n} results placed on the timeline.")
            )

    def open_clip(self, clip_id: str) -> None:
        """Choose in the gallery the result that a clip shows."""
        clips = [clip for track in self._services.document.project.timeline.tracks for clip in track.clips]
        media = next((getattr(clip, "media", "") for clip in clips if clip.id == clip_id), "")
        if media:
            self._gallery.choose((media,), reveal=True)

    def copy_picture(self) -> None:
        """Put the chosen files on the clipboard, and the picture itself when it is one."""
        items = self._gallery.chosen()
        if not items:
            return
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(item.path) for item in items])
        if len(items) == 1 and items[0].kind == "picture":
            image = QImage(items[0].path)
            if not image.isNull():
                data.setImageData(image)
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit(counted(len(items), "{n} result copied.", "{n} results copied."))

    def copy_words(self) -> None:
        """Copy the words that the chosen result was made from."""
        words = [item.prompt for item in self._gallery.chosen() if item.prompt]
        if words:
            QGuiApplication.clipboard().setText("\n".join(words))
        self.said.emit(tr("The words were copied.") if words else tr("This result was not made from words."))

    def show_file(self) -> None:
        """Show the file of the chosen result in the system's file manager."""
        for item in self._gallery.chosen()[:1]:
            show_in_folder(Path(item.path), self)

    def trash(self) -> None:
        """Take the selection out of the project; its files go to the system's trash when the project is closed."""
        items = self._gallery.chosen()
        if not items:
            return
        self._trash.add(Path(item.path) for item in items)
        self._services.gallery.remove(tuple(item.item_id for item in items))
        text = counted(
            len(items),
            "{n} result goes to the trash when you close the project.",
            "{n} results go to the trash when you close the project.",
        )
        self.trashed.emit(text, self._services.document.undo.undo)
