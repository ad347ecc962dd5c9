"""The export pane: presets, the frame as it will be written, settings, and what it will take."""

from collections.abc import Callable
from fractions import Fraction
from math import ceil
from pathlib import Path

import msgspec
from msgspec.structs import asdict
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QInputDialog, QWidget

from desktop.create.presets import Presets
from desktop.create.results import file_stem
from desktop.export.form import ExportForm
from desktop.export.frame import FrameCheck
from desktop.export.presets import PRESETS, Format, Preset, differs, frame_size
from desktop.export.rows import PresetRow
from desktop.export.strip import RangeStrip
from desktop.link import Answered
from desktop.shell.services import Services
from desktop.timeline.peaks import ClipPeaks
from desktop.timeline.scale import time_code
from desktop.timeline.selection import ClipSelection, Playhead
from desktop.viewer.canvas import Canvas
from desktop.viewer.film_frames import FilmFrames
from desktop.widgets.buttons import Button, IconButton, Kind
from desktop.widgets.chips import Option, Segment, StateMark
from desktop.widgets.estimate_chip import fit_word
from desktop.widgets.labels import ElidedLabel, box, column, label, line, row
from desktop.widgets.pane import Header, Pane
from desktop.widgets.theme import theme
from desktop.widgets.words import about, memory, size, tr
from engine.project.schema import Project
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.encode import EncodeSettings, check_container
from engine.protocol.jobs.film import FilmJob, Subtitles
from engine.protocol.queries import Estimate, EstimateJob
from engine.protocol.values import decode_hook, encode_hook

_SETTLE = 200


class ExportPane(QWidget):
    """Takes the work area while a film is exported.

    Args:
        services: document, engine and queue.
        film: tells under which name the engine knows the film.
        playhead: which frame is looked at.
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
        playhead: Playhead,
        selection: ClipSelection,
        save: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._services, self._playhead, self._selection = services, playhead, selection
        self._project = Project()
        self._custom: tuple[int, int] | None = None
        self._images: tuple[QImage | None, QImage | None] = (None, None)
        self._save = save
        self._own = Presets(services.paths.config / "presets" / "export.json")
        self._chosen = PRESETS[0]
        self.check = FrameCheck(services.engine, film)
        self.form = ExportForm()
        self.canvas = Canvas()
        self.strip = RangeStrip(services.thumbnails, ClipPeaks(services.engine))
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._settle.timeout.connect(self._ask_estimate)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part, stretch in (
            (self._left(), 0),
            (line("v"), 0),
            (self._middle(), 1),
            (line("v"), 0),
            (self._right(), 0),
        ):
            layout.addWidget(part, stretch)
        self.form.changed.connect(self._refresh)
        self.strip.range_chosen.connect(self._on_range)
        self.strip.frame_chosen.connect(self._on_frame)
        playhead.moved.connect(self._on_moved)
        self.check.ready.connect(self._on_frames)
        self.check.problem.connect(self._on_problem)
        self.use_preset(PRESETS[0])

    # Building

    def _left(self) -> QWidget:
        pane = Pane(tr("Presets"), scrolls=True)
        pane.setFixedWidth(theme().px(248))
        save = IconButton("bookmark-plus", tr("Save as a preset …"))
        save.clicked.connect(self._ask_name)
        pane.header.tools.addWidget(save)
        self.otio = Button(tr("OpenTimelineIO …"), "file", Kind.QUIET)
        self.otio.setToolTip(tr("Give the timeline to another program, with every recipe in it."))
        self.otio.clicked.connect(self._ask_otio)
        pane.footer.addWidget(self.otio)
        pane.show_footer()
        self._preset_pane = pane
        self.rows: dict[str, PresetRow] = {}
        self._fill_presets()
        return pane

    def _fill_presets(self) -> None:
        for made in self.rows.values():
            made.setParent(None)
            made.deleteLater()
        self.rows.clear()
        for preset in (*PRESETS, *self._own_presets()):
            made = PresetRow(tr(preset.name), tr(preset.facts), preset.icon)
            made.clicked.connect(self._user(preset))
            self.rows[preset.key] = made
            self._preset_pane.add(made)

    def _own_presets(self) -> list[Preset]:
        found = []
        for name in self._own.names():
            try:
                format_ = _format_of(self._own.values(name))
            except (msgspec.ValidationError, KeyError, TypeError, ValueError):
                continue
            facts = tr("yours · {codec}", codec=format_.encode.codec)
            found.append(Preset(f"own {name}", name, facts, "bookmark", format_))
        return found

    def _user(self, preset: Preset) -> object:
        return lambda: self.use_preset(preset)

    def _middle(self) -> QWidget:
        self.header = Header(tr("Frame"))
        self.way = Segment(
            [Option("plain", tr("Timeline")), Option("split", tr("Split")), Option("file", tr("File"))],
            name=tr("What is shown"),
            side=26,
        )
        self.way.set_value("split")
        self.way.chosen.connect(self._show_frames)
        self.header.tools.addWidget(self.way)
        self.time = ElidedLabel("", "strong")
        self.frame_size = ElidedLabel("", "tiny", "text2", align=Qt.AlignmentFlag.AlignRight)
        steps = []
        for icon, name, by in (
            ("step-back", tr("One frame back"), -1),
            ("step-forward", tr("One frame forward"), 1),
        ):
            button = IconButton(icon, name)
            button.clicked.connect(self._stepper(by))
            steps.append(button)
        bar = row(self.time, *steps, self.frame_size, space=8, margins=(12, 8, 12, 8))
        bar.setStretch(0, 1)
        bar.setStretch(3, 1)
        self.range = Segment(
            [Option("whole", tr("Whole film")), Option("in_out", tr("In to out")), Option("clips", tr("Chosen clips"))],
            name=tr("Range"),
            side=26,
        )
        self.range.chosen.connect(self._on_range_way)
        self.range_facts = ElidedLabel("", "small", "text2", align=Qt.AlignmentFlag.AlignRight)
        ranges = row(label(tr("Range"), "section"), self.range, self.range_facts, space=12, margins=(12, 8, 12, 8))
        ranges.setStretch(2, 1)
        layout = column(
            self.header, self.canvas, line(), box(bar, "pane"), line(), box(ranges, "pane"), line(), self.strip, space=0
        )
        layout.setStretch(1, 1)
        return box(layout, "surround")

    def _right(self) -> QWidget:
        pane = Pane(tr("Settings"), scrolls=True)
        pane.setFixedWidth(theme().px(360))
        pane.add(self.form)
        self._settings_pane = pane
        reset = IconButton("rotate-ccw", tr("Reset to the preset"))
        reset.clicked.connect(self._reset)
        pane.header.tools.addWidget(reset)
        self.disk, self.seconds = label("–", "strong"), label("–", "strong")
        self.span, self.pace = label("", "tiny", "text2"), label("", "tiny", "text2")
        self.fit = StateMark("waiting", tr("Estimating …"))
        self.need = label("", "tiny", "text2")
        columns = row(
            column(label(tr("Size"), "tiny", "text2"), self.disk, self.span, space=2),
            line("v"),
            column(label(tr("Time"), "tiny", "text2"), self.seconds, self.pace, space=2),
            line("v"),
            column(label(tr("Memory"), "tiny", "text2"), self.fit, self.need, space=2),
            space=12,
        )
        for index in (0, 2, 4):
            columns.setStretch(index, 1)
        self.close_button = Button(tr("Close"), kind=Kind.QUIET, height=32)
        self.close_button.clicked.connect(self.closed)
        self.queue_button = Button(tr("Add to queue"), height=32)
        self.queue_button.clicked.connect(self._queue)
        self.start_button = Button(tr("Render movie"), kind=Kind.MAIN, keys="Ctrl+Return")
        self.start_button.clicked.connect(self.start)
        buttons = row(self.close_button, self.queue_button, self.start_button, space=8)
        buttons.setStretch(2, 1)
        pane.footer.addLayout(columns)
        pane.footer.addLayout(buttons)
        pane.show_footer()
        return pane

    # Opening

    def open(self) -> None:
        """Show the film of the document as it stands now."""
        self._project = self._services.document.project
        self.form.show_settings(self._project.settings)
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
        self._on_moved(None)
        self._refresh()

    def use_preset(self, preset: Preset) -> None:
        """Take over a preset."""
        self._chosen = preset
        self.rows[preset.key].setChecked(True)
        self.form.use(preset.format)
        self._refresh()

    def keep_preset(self, name: str) -> None:
        """Save the settings as they stand under a name."""
        try:
            self._own.save(name, _plain(self.form.format()))
        except OSError as error:
            self.refused.emit(tr("The preset was not saved: {reason}.", reason=error.strerror or str(error)))
            return
        self._fill_presets()
        found = next((each for each in self._own_presets() if each.name == name), None)
        if found is not None:
            self.use_preset(found)

    # The job

    def frames(self) -> tuple[int, int]:
        """Return the first frame of the range and the one after its last."""
        timeline, fps = self._project.timeline, self._project.settings.fps
        whole = ceil(timeline.duration * fps)
        if self._custom is not None:
            return self._custom
        if self.range.value() == "in_out" and timeline.in_out is not None:
            return ceil(timeline.in_out.start * fps), min(whole, ceil(timeline.in_out.end * fps))
        if self.range.value() == "clips":
            chosen = [clip for track in timeline.tracks for clip in track.clips if clip.id in self._selection]
            if chosen:
                start, end = min(clip.start for clip in chosen), max(clip.end for clip in chosen)
                return ceil(start * fps), min(whole, ceil(end * fps))
        return 0, whole

    def make_job(self) -> FilmJob:
        """Return the job as the pane stands.

        Raises:
            PortraitsError: the file cannot hold the codec.
            ValueError: a value is out of its range.
        """
        format_, settings = self.form.format(), self._project.settings
        output = self.form.path()
        check_container(output, format_.encode)
        first, end = self.frames()
        whole = first == 0 and end >= ceil(self._project.timeline.duration * settings.fps)
        width, height = frame_size(settings.width, settings.height, format_.longest)
        return FilmJob(
            project=Source(path=str(self._services.document.path)),
            output=str(output),
            range="whole" if whole else "between",
            start=Fraction(0) if whole else first / settings.fps,
            end=None if whole else end / settings.fps,
            width=width,
            height=height,
            fps=format_.fps,
            loudness=format_.loudness,
            subtitles=format_.subtitles,
            encode=format_.encode,
        )

    def start(self) -> bool:
        """Put the export into the queue, before everything that waits; return whether that was done."""
        return self._submit(now=True)

    def _queue(self) -> None:
        self._submit(now=False)

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
        except PortraitsError as error:
            self.refused.emit(f"{error.failure.what} {error.failure.todo}".strip())
            return False
        except (OSError, ValueError) as error:
            self.refused.emit(str(error))
            return False
        title = document.title or output.stem
        entry = self._services.queue.add(job, title=title, project=str(document.path), now=now)
        self.started.emit(entry)
        self.closed.emit()
        return True

    # What changes

    def _refresh(self) -> None:
        changed = differs(self.form.format(), self._chosen.format)
        self._settings_pane.header.set_title(tr(self._chosen.name), "")
        self._settings_pane.header.count.set_text(tr("changed") if changed else "", "warn")
        first, end = self.frames()
        fps = self._project.settings.fps
        facts = tr(
            "{a} – {b} · {s} s · {n} frames",
            a=time_code(first / fps, fps),
            b=time_code(end / fps, fps),
            s=f"{float((end - first) / fps):.1f}",
            n=end - first,
        )
        self.range_facts.set_text(facts)
        frame = self._frame()
        self.strip.show_range(first, end, frame)
        if self.isVisible() and self._project.timeline.duration:
            self.check.show(frame, self.form.format(), self._project.settings)
            self._settle.start()

    def _frame(self) -> int:
        last = max(0, ceil(self._project.timeline.duration * self._project.settings.fps) - 1)
        return min(int(self._playhead.time * self._project.settings.fps), last)

    def _ask_estimate(self) -> None:
        try:
            job = self.make_job()
        except (PortraitsError, ValueError) as error:
            self.fit.set_state("failed", str(error))
            return
        self._services.engine.ask(EstimateJob(job=job), self._on_estimate, "estimate.export")

    def _on_estimate(self, answer: Answered) -> None:
        reply = answer.reply
        if not isinstance(reply, Estimate):
            self.fit.set_state("idle", tr("No estimate"))
            return
        first, end = self.frames()
        self.disk.setText(size(reply.disk))
        self.span.setText(tr("{a} to {b}", a=size(reply.disk * 0.7), b=size(reply.disk * 1.4)))
        self.seconds.setText(about(reply.seconds) if reply.seconds is not None else tr("not known yet"))
        pace = (end - first) / reply.seconds if reply.seconds else 0
        self.pace.setText(tr("{n} frames/s", n=round(pace)) if pace else tr("after the first export"))
        self.fit.set_state(reply.fit, fit_word(reply.fit))
        self.need.setText(tr("{a} of {b}", a=memory(reply.memory), b=memory(reply.memory_available)))

    def _on_frames(self, plain: object, file: object, count: object) -> None:
        assert isinstance(plain, QImage)
        self._images = plain, file if isinstance(file, QImage) else None
        self.frame_size.set_text(tr("this frame {size}", size=size(int(str(count)))) if count else "")
        self._show_frames(None)

    def _on_problem(self, words: object) -> None:
        self.header.count.set_text(str(words), "warn")

    def _show_frames(self, _way: object) -> None:
        plain, file = self._images
        if plain is None:
            return
        settings = self._project.settings
        whole = QSize(settings.width, settings.height)
        way = self.way.value()
        if way == "split" and file is not None:
            self.canvas.compare(plain, file, (tr("Timeline"), tr("File")), whole)
        else:
            self.canvas.show_image(file if way == "file" and file is not None else plain, whole, keep_place=True)

    def _on_moved(self, _time: object) -> None:
        frame, fps = self._frame(), self._project.settings.fps
        self.time.set_text(time_code(frame / fps, fps))
        self.header.set_title(tr("Frame {n} as it will be written", n=frame), tr("drag the line to compare"))
        if self.isVisible():
            self._refresh()

    def _stepper(self, by: int) -> object:
        return lambda: self._on_frame(max(0, self._frame() + by))

    def _on_frame(self, frame: object) -> None:
        assert isinstance(frame, int)
        self._playhead.go_to(frame / self._project.settings.fps)

    def _on_range(self, first: object, end: object) -> None:
        assert isinstance(first, int)
        assert isinstance(end, int)
        self._custom = first, end
        self._refresh()

    def _on_range_way(self, _way: object) -> None:
        self._custom = None
        self._refresh()

    def _reset(self) -> None:
        self.use_preset(self._chosen)

    def _ask_name(self) -> None:
        name, given = QInputDialog.getText(self, tr("Save as a preset"), tr("Name of the preset"))
        if given and name.strip():
            self.keep_preset(name.strip()[:60])

    def _ask_otio(self) -> None:
        proposed = self.form.path().with_suffix(".otio")
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Export as OpenTimelineIO"), str(proposed), f"{tr('OpenTimelineIO')} (*.otio)"
        )
        if name:
            self.write_timeline(Path(name))

    def write_timeline(self, path: Path) -> None:
        """Write the timeline as OpenTimelineIO."""
        # The library is imported when it is needed: most sessions never do.
        from engine.project.otio_out import write_otio

        try:
            write_otio(self._project, self._services.document.path, path)
        except PortraitsError as error:
            self.refused.emit(f"{error.failure.what} {error.failure.todo}".strip())
            return
        self.refused.emit(tr("“{name}” was written.", name=path.name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _plain(format_: Format) -> dict[str, object]:
    return {
        "suffix": format_.suffix,
        "encode": asdict(format_.encode),
        "longest": format_.longest,
        "fps": encode_hook(format_.fps) if format_.fps is not None else None,
        "loudness": format_.loudness,
        "subtitles": format_.subtitles,
    }


def _format_of(plain: dict[str, object]) -> Format:
    """Return a format that was saved. Raises msgspec.ValidationError, KeyError or ValueError when it is damaged."""
    encode = msgspec.convert(plain["encode"], EncodeSettings)
    fps = plain["fps"]
    return Format(
        msgspec.convert(plain["suffix"], str),
        encode,
        msgspec.convert(plain["longest"], int),
        decode_hook(Fraction, fps) if fps is not None else None,
        msgspec.convert(plain["loudness"], float | None),
        msgspec.convert(plain["subtitles"], Subtitles),
    )
