"""Making more out of results: morphs, animations, shots, new takes, and the settings of what is there."""

from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.create.animate_panel import AnimatePanel
from desktop.create.morph_panel import MorphPanel
from desktop.create.pane import CreatePane, panel_for
from desktop.create.results import Results
from desktop.gallery.pane import GalleryPane
from desktop.gallery.tile import MOVIE_KINDS
from desktop.link import Answered
from desktop.shell.services import Services
from desktop.state.recipes import job_of_item, next_take
from desktop.widgets.engine_words import engine_texts
from desktop.widgets.words import counted, short_name, tr
from engine.project.media import MediaItem
from engine.protocol.jobs import AnyJob
from engine.protocol.queries import ReadSettings, SettingsRead


class MakeCommands(QObject):
    """The commands that make something of the selection of the gallery.

    Args:
        window: owns this.
        services: document, queue and engine.
        gallery: whose selection is meant.
        create: the panels.
        results: names for what is made.
    """

    said = Signal(object)
    """arg: str, a short message."""

    offered = Signal(object, object)
    """args: str message, callable that uses the settings it speaks of."""

    panel_wanted = Signal(object)
    """arg: str, key of the create panel that is to come to the front."""

    def __init__(
        self, window: QWidget, services: Services, gallery: GalleryPane, create: CreatePane, results: Results
    ) -> None:
        super().__init__(window)
        self._services = services
        self._gallery = gallery
        self._create = create
        self._results = results
        self._asked_for = ""

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

    def reuse(self) -> None:
        """Show the settings of the chosen result in the panel that makes such results."""
        document = self._services.document
        for item in self._gallery.chosen()[:1]:
            media = document.project.media_by_id().get(item.item_id)
            job = job_of_item(media, document.project, document.media_folder) if media is not None else None
            if job is not None:
                self.use_job(job)
            else:
                # Other programs write into pictures how they were made; the engine can read that.
                self._services.engine.ask(ReadSettings(path=item.path), self._use_settings, channel="settings")

    def offer_settings(self, item: MediaItem) -> None:
        """A file that was brought and tells how it was made offers its settings."""
        document = self._services.document
        job = job_of_item(item, document.project, document.media_folder)
        if job is not None:
            self._offer(short_name(item.name), "", job, ())
        elif item.info.kind == "picture":
            path = document.media_folder / item.path
            self._asked_for = short_name(item.name)
            self._services.engine.ask(ReadSettings(path=str(path)), self._offer_read, channel="settings")

    def _offer_read(self, answer: Answered) -> None:
        query, reply = answer.query, answer.reply
        left = isinstance(query, ReadSettings) and Path(query.path).parent != self._services.document.media_folder
        if not left and isinstance(reply, SettingsRead) and reply.job is not None:
            self._offer(self._asked_for, reply.origin, reply.job, reply.notes)

    def _offer(self, name: str, origin: str, job: AnyJob, notes: tuple[str, ...]) -> None:
        if panel_for(job) is None:
            return
        if origin and origin != "Portraits":
            text = tr("“{name}” carries the settings it was made with in {program}.", name=name, program=origin)
        else:
            text = tr("“{name}” carries its settings.", name=name)
        self.offered.emit(text, partial(self._use_with_notes, job, notes))

    def _use_settings(self, answer: Answered) -> None:
        if isinstance(answer.reply, SettingsRead) and answer.reply.job is not None:
            self._use_with_notes(answer.reply.job, answer.reply.notes)
        else:
            self.said.emit(tr("This carries no recipe that can be used here."))

    def _use_with_notes(self, job: AnyJob, notes: tuple[str, ...]) -> None:
        self.use_job(job)
        if notes:
            self.said.emit(engine_texts(notes))

    def use_job(self, job: AnyJob) -> None:
        """Show the values of a job in its panel."""
        key = panel_for(job)
        if key is None:
            self.said.emit(tr("There is no panel for results of this kind."))
            return
        self.panel_wanted.emit(key)
        self._create.use_job(job)

    def animate(self) -> None:
        """Hand the chosen picture, the chosen motion, or both to the animation panel."""
        items = self._gallery.chosen()
        picture = next((item for item in items if item.kind == "picture"), None)
        motion = next((item for item in items if item.kind == "motion"), None)
        if picture is None and motion is None:
            self.said.emit(tr("Choose a picture of a person, or a motion."))
            return
        self.panel_wanted.emit("animate")
        if picture is not None:
            self._create.animate(picture.path)
        panel = self._create.panel("animate")
        if motion is not None and isinstance(panel, AnimatePanel):
            panel.set_motion(motion.path)

    def make_shot(self) -> None:
        """Let a shot begin with the chosen picture, or go on from the chosen movie."""
        for item in self._gallery.chosen()[:1]:
            if item.kind in ("picture", *MOVIE_KINDS):
                self.panel_wanted.emit("video")
                if item.kind == "picture":
                    self._create.make_shot(item.path)
                else:
                    self._create.extend_shot(item.path)
                return
        self.said.emit(tr("Choose a picture or a movie that the shot begins with."))

    def new_take(self) -> None:
        """Make every chosen result again with its next seed; the jobs are in the queue at once."""
        document = self._services.document
        media = document.project.media_by_id()
        items = [media[item.item_id] for item in self._gallery.chosen() if item.item_id in media]
        started = [item for item in items if self._start_take(item)]
        if started:
            text = counted(len(started), "{n} new take is in the queue.", "{n} new takes are in the queue.")
            self.said.emit(text)
        elif items:
            self.said.emit(tr("This carries no recipe with a seed, so there is nothing to make again."))

    def _start_take(self, item: MediaItem) -> bool:
        document, queue = self._services.document, self._services.queue
        open_jobs = [entry.job for entry in (*queue.waiting(), queue.running()) if entry is not None]
        job = next_take(item, document.project, document.media_folder, open_jobs)
        if job is None:
            return False
        before = Path(str(getattr(job, "output", "")))
        try:
            output = self._results.output_like(before, short_name(item.name))
        except OSError as error:
            folder = error.filename or tr("the folder of the project")
            self.said.emit(tr("The folder for results cannot be made: {folder}.", folder=folder))
            return False
        title = tr("New take of {name}", name=short_name(item.name) or before.stem)
        queue.add(
            replace(job, output=str(output)),
            title=title,
            project=str(document.path),
            thumbnail=str(document.media_folder / item.path) if item.info.kind == "picture" else "",
        )
        return True
