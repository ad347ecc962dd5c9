"""The export pane: presets, the frame as it will be written, settings, and what it will take."""

from collections.abc import Callable
from math import ceil
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop.create.results import file_stem
from desktop.export.frame import FrameCheck
from desktop.export.frame_view import FrameView
from desktop.export.job import film_job, frame_range
from desktop.export.measures import Measures
from desktop.export.preset_list import PresetList
from desktop.export.presets import PRESETS, Preset
from desktop.export.settings_pane import SettingsPane
from desktop.shell.file_manager import show_in_folder
from desktop.shell.services import Services
from desktop.state.queue_entry import JobState, QueueEntry
from desktop.timeline.peaks import ClipPeaks
from desktop.timeline.selection import ClipSelection
from desktop.viewer.film_frames import FilmFrames
from desktop.viewer.film_player import FilmPlayer
from desktop.widgets.engine_words import engine_text, failure_text
from desktop.widgets.labels import line
from desktop.widgets.words import tr
from engine.project.schema import Project
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.film import FilmJob

_TIMELINES = {".otio": "OpenTimelineIO", ".xml": "Final Cut XML", ".edl": "EDL"}


class ExportPane(QWidget):
    """Takes the work area while a film is exported.

    Args:
        services: document, engine and queue.
        film: tells under which name the engine knows the film.
        player: plays the film, and knows which frame is looked at.
        selection: the chosen clips.
        save: saves the project, asking for a name where it has none; returns whether it is saved.
    """

    closed = Signal()
    started = Signal(object)
    """arg: QueueEntry of the export."""

    refused = Signal(object)
    """arg: str, why nothing was started, or what was done instead."""

    def __init__(
        self,
        services: Services,
        film: FilmFrames,
        player: FilmPlayer,
        selection: ClipSelection,
        save: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._services, self._player, self._selection = services, player, selection
        self._save = save
        self._project = Project()
        self._custom: tuple[int, int] | None = None
        self._chosen: Preset = PRESETS[0]
        self._show_after: set[str] = set()
        self.presets = PresetList(services.paths.config / "presets" / "export.json")
        self.view = FrameView(services.thumbnails, ClipPeaks(services.engine), player)
        self.settings = SettingsPane()
        self.form, self.range, self.strip = self.settings.form, self.view.range, self.view.strip
        self.check = FrameCheck(services.engine, film)
        self.measures = Measures(services.engine, film, self.settings, self.make_job, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.presets, line("v"), self.view, line("v"), self.settings):
            layout.addWidget(part, 1 if part is self.view else 0)
        self._wire()
        self.use_preset(PRESETS[0])

    def _wire(self) -> None:
        self.presets.chosen.connect(self.use_preset)
        self.presets.name_given.connect(self.keep_preset)
        self.presets.timeline_wanted.connect(self._ask_timeline)
        self.presets.refused.connect(self.refused)
        self.form.changed.connect(self._refresh)
        self.settings.closed.connect(self.closed)
        self.settings.started.connect(self.start)
        self.settings.queued.connect(self.queue)
        self.settings.reset.connect(self._reset)
        self.view.range_way_chosen.connect(self._on_range_way)
        self.strip.range_chosen.connect(self._on_range)
        self.strip.frame_chosen.connect(self._player.seek)
        self._player.playhead.moved.connect(self._on_moved)
        self.check.ready.connect(self._on_frames)
        self.check.paced.connect(self.measures.on_paced)
        self.check.problem.connect(self.view.show_problem)
        self._services.queue.ended.connect(self._on_ended)

    # Opening

    def open(self) -> None:
        """Show the film of the document as it stands now."""
        self._project = self._services.document.project
        self.form.show_film(self._project)
        self.view.show_film(self._project)
        self.strip.show_film(self._project, self._services.document.media_folder)
        has_range = self._project.timeline.in_out is not None
        self.range.set_choice_enabled("in_out", has_range)
        self.range.set_choice_enabled("clips", bool(self._selection.ids))
        self._custom = None
        self.range.set_value("in_out" if has_range else "whole")
        if not self.form.file.text():
            title = self._services.document.title or tr("My film")
            folder = self._services.paths.documents
            self.form.set_path(folder / f"{file_stem(title)}{self.form.format().suffix}")
        self._refresh()

    def use_preset(self, preset: object) -> None:
        """Take over a preset."""
        assert isinstance(preset, Preset)
        self._chosen = preset
        self.presets.show_chosen(preset)
        self.form.use(preset.format)
        self._refresh()

    def keep_preset(self, name: object) -> None:
        """Save the settings as they stand under a name."""
        found = self.presets.keep(str(name), self.form.format())
        if found is not None:
            self.use_preset(found)

    # The job

    def frames(self) -> tuple[int, int]:
        """Return the first frame of the range and the one after its last."""
        return self._custom or frame_range(self._project, self.range.value(), self._selection)

    def make_job(self) -> FilmJob:
        """Return the job as the pane stands.

        Raises:
            PortraitsError: the file cannot hold the codec.
            ValueError: a value is out of its range.
        """
        path = self._services.document.path
        return film_job(self._project, path, self.form.path(), self.form.format(), *self.frames())

    def start(self) -> bool:
        """Put the export into the queue, before everything that waits; return whether that was done."""
        return self._submit(now=True)

    def queue(self) -> bool:
        """Put the export at the end of the queue; return whether that was done."""
        return self._submit(now=False)

    def _submit(self, *, now: bool) -> bool:
        document = self._services.document
        try:
            if not self._project.timeline.duration:
                self.refused.emit(tr("There is nothing on the timeline yet."))
                return False
            job = self.make_job()
            output = Path(job.output)
            if output.exists():
                self.refused.emit(tr("“{name}” exists already. Choose another name.", name=output.name))
                return False
            output.parent.mkdir(parents=True, exist_ok=True)
            # The engine renders what is saved, and a draft's place is not for long.
            if (document.dirty or document.is_draft) and not self._save():
                return False
            job = self.make_job()
        except PortraitsError as error:
            self.refused.emit(failure_text(error.failure))
            return False
        except (OSError, ValueError) as error:
            self.refused.emit(engine_text(str(error)))
            return False
        title = document.title or output.stem
        entry = self._services.queue.add(job, title=title, project=str(document.path), now=now)
        if self.form.show_folder.isChecked():
            self._show_after.add(entry.job_id)
        self.started.emit(entry)
        self.closed.emit()
        return True

    def _on_ended(self, entry: QueueEntry) -> None:
        wanted = entry.job_id in self._show_after
        self._show_after.discard(entry.job_id)
        if wanted and entry.state is JobState.DONE and entry.artifacts:
            show_in_folder(Path(entry.artifacts[0].path), self)

    # What changes

    def _refresh(self) -> None:
        self.settings.show_preset(self._chosen)
        first, end = self.frames()
        frame = self._frame()
        self.view.show_range(self._project, first, end, frame)
        if self.isVisible() and self._project.timeline.duration and not self._player.playing:
            self.check.show(frame, self.form.format(), self._project.settings)
            self.measures.begin(self._project, first, end)

    def _frame(self) -> int:
        last = max(0, ceil(self._project.timeline.duration * self._project.settings.fps) - 1)
        return min(self._player.frame, last)

    def _on_frames(self, plain: object, file: object, count: object) -> None:
        assert isinstance(plain, QImage)
        self.view.show_frames(plain, file if isinstance(file, QImage) else None, int(str(count)))

    def _on_moved(self, _time: object) -> None:
        if self.isVisible():
            self._refresh()

    def _on_range(self, first: object, end: object) -> None:
        assert isinstance(first, int)
        assert isinstance(end, int)
        self._custom = first, end
        self._refresh()

    def _on_range_way(self) -> None:
        self._custom = None
        self._refresh()

    def _reset(self) -> None:
        self.use_preset(self._chosen)

    # The timeline as a file

    def _ask_timeline(self) -> None:
        proposed = self.form.path().with_suffix(".otio")
        kinds = ";;".join(f"{name} (*{suffix})" for suffix, name in _TIMELINES.items())
        name, _ = QFileDialog.getSaveFileName(self, tr("Export the timeline"), str(proposed), kinds)
        if name:
            self.write_timeline(Path(name))

    def write_timeline(self, path: Path) -> None:
        """Write the timeline for another program, and say what its format could not take."""
        # The library is imported when it is needed: most sessions never do.
        from engine.project.otio_files import write_timeline

        try:
            notes = write_timeline(self._project, self._services.document.path, path)
        except PortraitsError as error:
            self.refused.emit(failure_text(error.failure))
            return
        self.refused.emit(" ".join([tr("“{name}” was written.", name=path.name), *notes]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the pane."""
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.closed.emit()
        else:
            super().keyPressEvent(event)
