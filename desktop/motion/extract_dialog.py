"""Asks how a motion is taken from a video: which video, by which extractor, which person."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from desktop.create.file_field import KINDS, FileField
from desktop.widgets.buttons import Button, Kind
from desktop.widgets.chips import Option, Segment
from desktop.widgets.dialog import Dialog
from desktop.widgets.fields import NumberField
from desktop.widgets.labels import box, column, label, row
from desktop.widgets.pane import FieldBox
from desktop.widgets.words import tr
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.motion import ExtractMotionJob, Extractor

MODELS: dict[str, str] = {"mediapipe": "pose-landmarker", "nlf": "nlf"}
"""The model that each extractor needs."""

_FACTS = {
    "mediapipe": "About 9 MB, free for every use. It finds 33 landmarks, from which the joints are worked out: "
    "approximate.",
    "nlf": "Exact, and made for the animation models. Large, and for non-commercial research only.",
}


class ExtractDialog(Dialog):
    """The dialog; :meth:`job` is what was asked for.

    Args:
        parent: the window.
        video: the driving video, "" to choose one here.
    """

    def __init__(self, parent: QWidget, video: str = "") -> None:
        self.video = FileField(tr("Driving video"), KINDS["movie"], None, removable=False)
        self.video.set_path(video)
        self.extractor = Segment(
            [Option("mediapipe", tr("MediaPipe")), Option("nlf", tr("NLF"))], name=tr("Extractor"), fill=True
        )
        self._facts = label(tr(_FACTS["mediapipe"]), "small", "text2", wrap=True)
        self.people = NumberField(1, 20)
        self.person = NumberField(1, 20)
        self.person.setToolTip(tr("1 is the one who is seen most."))
        cancel, self.main = Button(tr("Cancel"), height=32), Button(tr("Extract the motion"), kind=Kind.MAIN, height=32)
        numbers = row(
            FieldBox(tr("People in the video"), self.people), FieldBox(tr("Take person"), self.person), space=8
        )
        body = column(
            FieldBox(tr("Driving video"), self.video),
            FieldBox(tr("Extractor"), self.extractor),
            self._facts,
            box(numbers),
            space=10,
        )
        super().__init__(
            parent, tr("Motion from a video"), body, (cancel, self.main), first=None if video else self.video
        )
        cancel.clicked.connect(self.reject)
        self.main.clicked.connect(self.accept)
        self.video.changed.connect(self._follow)
        self.extractor.chosen.connect(self._follow)
        self.people.valueChanged.connect(self._follow)
        self._follow()

    def _follow(self, *_args: object) -> None:
        self._facts.setText(tr(_FACTS[self.extractor.value()]))
        self.person.setMaximum(self.people.value())
        self.main.setEnabled(Path(self.video.path()).is_file() if self.video.path() else False)

    def model(self) -> str:
        """Return the model that is needed."""
        return MODELS[self.extractor.value()]

    def job(self, output: str) -> ExtractMotionJob:
        """Return the job that was asked for."""
        extractor: Extractor = "nlf" if self.extractor.value() == "nlf" else "mediapipe"
        people = int(self.people.value())
        person = int(self.person.value()) - 1
        return ExtractMotionJob(
            video=Source(path=self.video.path()), output=output, extractor=extractor, people=people, person=person
        )


def ask_for_motion(parent: QWidget, video: str = "") -> ExtractDialog | None:
    """Ask, and return the dialog with the answers; None when the person left it."""
    dialog = ExtractDialog(parent, video)
    return dialog if dialog.exec() == QDialog.DialogCode.Accepted else None
