"""What can be done with results: morph, compare, place, use their settings, copy, show, move to the trash."""

from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from desktop.create.morph_panel import MorphPanel
from desktop.create.pane import CreatePane
from desktop.gallery.pane import GalleryPane
from desktop.shell.services import Services
from desktop.shell.trash import Trash
from desktop.state.gallery_item import GalleryItem
from desktop.widgets.words import counted, short_name, tr
from engine.project.clips import AnyClip, MorphClip
from engine.project.edit.placing import place_at_end
from engine.protocol.jobs import AnyJob
from engine.protocol.values import decode_hook


class GalleryCommands(QObject):
    """The commands for the selection of the gallery."""

    said = Signal(object)
    """arg: str, a short message."""

    trashed = Signal(object, object)
    """args: str message, callable that takes it back."""

    compared = Signal(object, object)
    """args: the two GalleryItems."""

    panel_wanted = Signal(object)
    """arg: str, key of the create panel that is to come to the front."""

    def __init__(
        self, window: QWidget, services: Services, gallery: GalleryPane, create: CreatePane, trash: Trash
    ) -> None:
        super().__init__(window)
        self._trash = trash
        self._services = services
        self._gallery = gallery
        self._create = create

    def morph(self) -> None:
        """Hand the chosen pictures to the morph panel; one picture is added to those that are there."""
        pictures = self._gallery.chosen_pictures()
        if not pictures:
            self.said.emit(tr("Choose pictures in the gallery first."))
            return
        self.panel_wanted.emit("morph")
        panel = self._create.panel("morph")
        assert isinstance(panel, MorphPanel)
        paths = [item.path for item in pictures]
        if len(paths) == 1:
            before = [path for path in panel.pictures.paths() if path != paths[0]]
            paths = [*before[:1], *paths]
        panel.set_pictures(paths, {item.path: short_name(item.title) for item in pictures})

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
        """Show what made a clip: its result in the gallery, or the two pictures of a morph in the morph panel."""
        project = self._services.document.project
        for track in project.timeline.tracks:
            for clip in track.clips:
                if clip.id == clip_id:
                    media = [getattr(each, "media", "") for each in track.clips if touches(each, clip)]
                    self._open_media([each for each in media if each])

    def _open_media(self, ids: list[str]) -> None:
        if len(ids) > 1:
            self._gallery.choose(tuple(ids))
            self.morph()
        elif ids:
            self._gallery.choose((ids[0],))

    def reuse(self) -> None:
        """Show the settings of the chosen result in the panel that makes such results."""
        for item in self._gallery.chosen()[:1]:
            job = job_of_recipe(item.recipe)
            if job is None:
                self.said.emit(tr("“{name}” carries no recipe that can be used here.", name=item.title))
                return
            self.use_job(job)

    def use_job(self, job: AnyJob) -> None:
        """Show the values of a job in its panel."""
        key = str(job.__struct_config__.tag)
        if key in self._create.tabs:
            self.panel_wanted.emit(key)
            self._create.panel(key).use_job(job)

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
        """Open the folder of the chosen result."""
        for item in self._gallery.chosen()[:1]:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(item.path).parent)))

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


def touches(other: AnyClip, clip: AnyClip) -> bool:
    """Return whether a clip is the one that is asked for or, for a morph, one of the two it lies between."""
    if isinstance(clip, MorphClip):
        return other.end == clip.start or other.start == clip.end
    return other is clip


def job_of_recipe(recipe: str) -> AnyJob | None:
    """Return the job of a recipe, or None when there is none or its kind is not known here."""
    if not recipe:
        return None
    try:
        plain = msgspec.json.decode(recipe)["job"]
        job: AnyJob = msgspec.convert(plain, type=AnyJob, dec_hook=decode_hook)
    except (msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError):
        return None
    return job
