"""The panel that makes morphs: pictures in order, length, curves, and the movie."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.create.curve_editor import CurveEditor
from desktop.create.form import Form
from desktop.create.form_fields import SectionPlan, form_fields
from desktop.create.length_field import PAIR_SPACE, LengthField
from desktop.create.panel import JobPanel
from desktop.create.pictures_field import PicturesField
from desktop.create.workshop import Workshop
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.labels import ElidedLabel, box, column, line, row
from desktop.widgets.pane import section
from desktop.widgets.words import clock, counted, tr
from engine.protocol.jobs import MorphJob
from engine.protocol.jobs.base import Job, Source

_STARTS: dict[str, Any] = {"morph_frames": 36, "hold_first": 6, "hold_last": 6}
_CURVES = ("settings.shape", "settings.colour", "settings.background")
_PLAN = (
    SectionPlan(
        "Picture",
        (
            ("width", "height"),
            ("fit",),
            ("edges",),
            ("settings.separation",),
            ("settings.light",),
            ("settings.align",),
            ("visualize",),
            ("face", "confidence"),
        ),
        folded=True,
    ),
    SectionPlan("Ends", (("repeat",), ("hold_between",)), folded=True),
    SectionPlan(
        "Movie file",
        (("encode.codec", "encode.quality"), ("encode.speed",), ("encode.keyframe_interval",), ("encode.alpha",)),
        folded=True,
    ),
)
_SUFFIX_OF_CODEC = {
    "prores": ".mov",
    "prores4444": ".mov",
    "vp9": ".webm",
    "gif": ".gif",
    "apng": ".apng",
    "webp": ".webp",
    "png": "",
}


class MorphPanel(JobPanel):
    """Makes a movie in which each picture becomes the next."""

    add_pictures = Signal()
    """Asks for the file dialog."""

    landmarks_wanted = Signal(object)
    """arg: tuple of paths whose landmarks a person wants to correct."""

    def __init__(self, workshop: Workshop) -> None:
        fields = form_fields(MorphJob, _STARTS)
        self.curves = CurveEditor({name: fields[name] for name in _CURVES})
        super().__init__(
            workshop,
            "morph",
            tr("Render movie"),
            Form(MorphJob, dict(self.curves.fields), _STARTS, tools=workshop.tools),
        )
        self.pictures = PicturesField(workshop.thumbnails)
        self.add(self.preset_row())
        self.add(self._picture_section())
        self.add(self._length_section())
        self.add(section(tr("Curves"), self.curves))
        for plan in _PLAN:
            self.add(self.form.section(plan))
        self.pictures.changed.connect(self._pictures_changed)
        self.form.changed.connect(self._values_changed)
        self._pictures_changed()

    def _picture_section(self) -> QWidget:
        self.count = ElidedLabel("", "tiny", "text2")
        self.add_button = Button(tr("Add pictures …"), "image-plus")
        self.add_button.clicked.connect(self.add_pictures)
        self.reverse = IconButton("arrow-left-right", tr("Turn the order round"))
        self.reverse.clicked.connect(self.pictures.reverse)
        self.landmarks = IconButton("scan-face", tr("Correct landmarks"))
        self.landmarks.clicked.connect(lambda: self.landmarks_wanted.emit(self.pictures.paths()))
        self.empty = IconButton("x", tr("Take all pictures out"))
        self.empty.clicked.connect(lambda: self.pictures.set_paths(()))
        buttons = row(self.add_button, self.landmarks, self.reverse, self.empty, space=4)
        buttons.setStretch(0, 1)
        inner = column(self.pictures, self.count, buttons, space=8, margins=(12, 0, 12, 12))
        return box(column(inner, line(), space=0))

    def _length_section(self) -> QWidget:
        self.length = LengthField(
            self.form.editor("morph_frames"),
            self.form.editor("fps"),
            title=tr("Morph"),
            help_text=tr("How long one picture takes to become the next."),
        )
        self.total = ElidedLabel("", "tiny", "text2")
        ends = row(self.form.field("hold_first"), self.form.field("hold_last"), space=PAIR_SPACE)
        for index in (0, 1):
            ends.setStretch(index, 1)
        return section(tr("Length"), self.length, box(ends), self.form.field("fps"), note=self.total)

    def set_pictures(self, paths: Sequence[str], names: Mapping[str, str] | None = None) -> None:
        """Take these pictures, in order; ``names`` are their titles by path."""
        self.pictures.set_paths(paths, names)

    def use_job(self, job: Job) -> None:
        super().use_job(job)
        assert isinstance(job, MorphJob)
        self.curves.refresh()
        self.length.follow()
        found = [source.path for source in job.inputs if Path(source.path).is_file()]
        if len(found) >= 2:
            self.pictures.set_paths(found)

    def frames(self) -> int:
        """Return how many frames the movie has."""
        count = len(self.pictures.paths())
        values = self.form.values()
        if count < 2:
            return 0
        frames = count + (count - 1) * values["morph_frames"] + values["hold_between"] * (count - 2)
        frames += values["hold_first"] + values["hold_last"]
        if values["repeat"] == "loop":
            frames += values["morph_frames"]
        elif values["repeat"] == "ping_pong":
            frames = 2 * frames - 2
        return int(frames)

    def make_job(self, output: str) -> Job:
        inputs = tuple(Source(path=path) for path in self.pictures.paths())
        landmarks = self.workshop.landmarks(self.pictures.paths())
        return self.form.job(inputs=inputs, output=output, landmark_files=landmarks)

    def missing(self) -> str:
        count = len(self.pictures.paths())
        if count == 0:
            return tr("Choose the pictures")
        if count == 1:
            return tr("One more picture is needed")
        return ""

    def job_title(self) -> str:
        names = self.pictures.names()
        if len(names) == 2:
            return f"{names[0]} → {names[1]}"
        return tr("{first} → … → {last}", first=names[0], last=names[-1])

    def result_name(self) -> tuple[str, str]:
        names = self.pictures.names()
        codec = self.form.editor("encode.codec").value()
        stem = f"{names[0]} - {names[-1]}" if names else "morph"
        return stem, _SUFFIX_OF_CODEC.get(codec, ".mp4")

    def job_thumbnail(self) -> str:
        return self.pictures.paths()[0] if self.pictures.paths() else ""

    def _pictures_changed(self) -> None:
        paths = self.pictures.paths()
        self.reverse.setVisible(len(paths) > 2)
        self.empty.setVisible(bool(paths))
        self.landmarks.setVisible(bool(paths))
        self.count.set_text(
            counted(len(paths), "{n} picture", "{n} pictures") + " · " + tr("drag to change the order")
            if len(paths) > 2
            else ""
        )
        self.count.setVisible(len(paths) > 2)
        self._values_changed()
        self.refresh()

    def _values_changed(self) -> None:
        self.length.follow()
        frames = self.frames()
        seconds = frames / float(self.length.rate() or 24)
        self.total.set_text(f"{counted(frames, '{n} frame', '{n} frames')} · {clock(seconds)}" if frames else "")
