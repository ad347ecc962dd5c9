"""The questions of the models window: a licence, allowing downloads, removing a model."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.models import words
from desktop.widgets.buttons import Button, Kind, LinkButton
from desktop.widgets.dialog import Dialog, ask
from desktop.widgets.labels import box, column, label, row
from desktop.widgets.switches import CheckBox
from desktop.widgets.words import size, tr
from engine.protocol.models import ModelState


class LicenceDialog(Dialog):
    """Asks whether a person accepts a licence; the box must be ticked first."""

    def __init__(self, parent: QWidget, model: ModelState) -> None:
        self._address = model.licence_url
        text = tr(
            "Its publisher asks that you read and accept the licence before the download of {size}.",
            size=words.size_words(model),
        )
        self.read = LinkButton(tr("Read the licence"))
        self.read.setToolTip(model.licence_url)
        self.read.setVisible(bool(model.licence_url))
        self.read.clicked.connect(self._open)
        self.agree = CheckBox(tr("I have read the licence and accept it"))
        later = Button(tr("Not now"), height=32)
        self.download = Button(tr("Accept and download"), kind=Kind.MAIN)
        self.download.setEnabled(False)
        body = column(
            label(text, "body", "text2", wrap=True),
            label(words.licence(model), "strong", wrap=True),
            box(row(self.read, None)),
            self.agree,
            space=8,
        )
        title = tr("{title} comes under a licence of its own", title=words.title(model))
        super().__init__(parent, title, body, [later, self.download])
        self.agree.toggled.connect(self.download.setEnabled)
        later.clicked.connect(self.reject)
        self.download.clicked.connect(self.accept)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self._address))


def accepts_licence(parent: QWidget, model: ModelState) -> bool:
    """Ask for the licence of a model and wait for the answer."""
    dialog = LicenceDialog(parent, model)
    accepted = bool(dialog.exec())
    dialog.deleteLater()
    return accepted


def allows_downloads(parent: QWidget) -> bool:
    """Ask whether downloads may be allowed, because one was asked for."""
    text = tr("They are off, so nothing is asked of the network. You can forbid them again at any time.")
    verbs = [("no", tr("Stay offline")), ("yes", tr("Allow downloads"))]
    return ask(parent, tr("Allow downloads?"), text, verbs) == "yes"


def moves_store(parent: QWidget, amount: int, folder: str) -> bool:
    """Ask whether the models shall be moved into another folder."""
    text = tr(
        "Everything is in the new folder and compared before anything is removed from the old one. Downloads pause "
        "meanwhile. Other programs that share these models will have to look in the new folder."
    )
    title = tr("Move {size} of models to “{folder}”?", size=size(amount), folder=folder)
    verbs = [("no", tr("Leave them where they are")), ("yes", tr("Move the models"))]
    return ask(parent, title, text, verbs) == "yes"


def removes(parent: QWidget, model: ModelState) -> bool:
    """Ask whether the files of a model shall be deleted."""
    text = tr(
        "Its {size} become free. Your projects stay as they are. It can be downloaded again.", size=size(model.have)
    )
    verbs = [("no", tr("Keep it")), ("yes", tr("Delete {title}", title=words.title(model)))]
    return (
        ask(parent, tr("Delete {title} from the store?", title=words.title(model)), text, verbs, danger="yes") == "yes"
    )
