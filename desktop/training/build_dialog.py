"""Asks what a training set is built of, and returns the job."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from desktop.widgets.buttons import Button, Kind
from desktop.widgets.dialog import Dialog
from desktop.widgets.fields import NumberField
from desktop.widgets.labels import box, column, label, row
from desktop.widgets.pane import FieldBox
from desktop.widgets.switches import CheckBox
from desktop.widgets.words import counted, tr
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.motion import BuildDatasetJob


class BuildDialog(Dialog):
    """The dialog; :meth:`job` is what was asked for.

    Args:
        parent: the window.
        motions: the motion files that can be taken.
    """

    def __init__(self, parent: QWidget, motions: Sequence[Path]) -> None:
        self._motions = tuple(motions)
        words = counted(len(motions), "Take the {n} motion of the library", "Take the {n} motions of the library")
        self.own = CheckBox(words)
        self.own.setChecked(bool(motions))
        self.own.setEnabled(bool(motions))
        self.made = NumberField(0, 100_000, unit=tr("motions"), step=100)
        self.made.setValue(0 if motions else 2000)
        self.share = NumberField(0, 90, unit="%")
        self.share.setValue(20)
        cancel, self.main = Button(tr("Cancel"), height=32), Button(tr("Build it"), kind=Kind.MAIN, height=32)
        hint = label(
            tr("Walks, waves and turns can be made by rule. Whole sources are kept unseen, to measure errors."),
            "small",
            "text2",
            wrap=True,
        )
        fields = row(FieldBox(tr("Made by rule"), self.made), FieldBox(tr("Kept unseen"), self.share), space=8)
        body = column(self.own, box(fields), hint, space=10)
        super().__init__(parent, tr("Build a training set"), body, (cancel, self.main))
        cancel.clicked.connect(self.reject)
        self.main.clicked.connect(self.accept)
        self.own.toggled.connect(self._follow)
        self.made.valueChanged.connect(self._follow)
        self._follow()

    def _follow(self, *_args: object) -> None:
        self.main.setEnabled(self.own.isChecked() or self.made.value() > 0)

    def job(self, output: str) -> BuildDatasetJob:
        """Return the job that was asked for."""
        inputs = tuple(Source(path=str(path)) for path in self._motions) if self.own.isChecked() else ()
        return BuildDatasetJob(
            inputs=inputs,
            output=output,
            synthetic=int(self.made.value()),
            validation=self.share.value() / 100,
        )


def ask_for_dataset(parent: QWidget, motions: Sequence[Path]) -> BuildDialog | None:
    """Ask, and return the dialog with the answers; None when the person left it."""
    dialog = BuildDialog(parent, motions)
    return dialog if dialog.exec() == QDialog.DialogCode.Accepted else None
