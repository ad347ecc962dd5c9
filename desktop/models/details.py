"""Everything about the chosen model, and the one thing to do with it next."""

from fnmatch import fnmatchcase

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models import words
from desktop.widgets.buttons import Button, Kind, LinkButton
from desktop.widgets.chips import StateMark
from desktop.widgets.empty import EmptyState
from desktop.widgets.engine_words import engine_text, engine_texts
from desktop.widgets.labels import ElidedLabel, IconLabel, box, clear, label, row
from desktop.widgets.pane import Pane, section
from desktop.widgets.theme import theme
from desktop.widgets.words import size, tr
from engine.protocol.devices import Device
from engine.protocol.models import DownloadState, ModelFile, ModelState

_WIDTH = 300
_FILES = 8


class DetailsPane(Pane):
    """The chosen model. Its footer has the main action of the window."""

    download_wanted = Signal(object)
    """arg: str, the model's id; so for the others."""
    pause_toggled = Signal(object)
    cancel_wanted = Signal(object)
    remove_wanted = Signal(object)
    folder_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Model"), scrolls=True)
        self.setFixedWidth(theme().px(_WIDTH))
        self._model: ModelState | None = None
        self._download: DownloadState | None = None
        self.purpose = label("", "small", "text2", wrap=True)
        self.fit = StateMark("waiting", "")
        self.fit_sentence = label("", "small", "text2", wrap=True)
        self.state = label("", "small", "text2", wrap=True)
        self.place = ElidedLabel("", "tiny", "text3", middle=True)
        self.licence = label("", "small", "text2", wrap=True)
        self.read_licence = LinkButton(tr("Read it"), "small")
        self.read_licence.clicked.connect(self._read_licence)
        self._files = QVBoxLayout()
        self._files.setSpacing(theme().px(6))
        self._files.setContentsMargins(0, 0, 0, 0)
        self.about = section("", self.purpose)
        self.here = section(tr("On this computer"), box(row(self.fit, None)), self.fit_sentence)
        self.state_section = section(tr("State"), self.state, self.place)
        self.files_section = section(tr("Files"), box(self._files))
        self.licence_section = section(tr("Licence"), self.licence, box(row(self.read_licence, None)))
        self.parts = (self.about, self.here, self.state_section, self.files_section, self.licence_section)
        for part in self.parts:
            self.add(part)
        self.nothing = EmptyState("box", tr("Choose a model to see what it needs."))
        self.add(self.nothing, fills=True)
        self.quiet_button = Button("", height=32)
        self.main_button = Button("", kind=Kind.MAIN, keys="Ctrl+Return")
        buttons = row(self.quiet_button, self.main_button, space=8)
        buttons.setStretch(1, 1)
        self.footer.addLayout(buttons)
        self.quiet_button.clicked.connect(self._quiet)
        self.main_button.clicked.connect(self.run_main)
        self.show_model(None, None, None)

    def show_model(self, model: ModelState | None, download: DownloadState | None, device: Device | None) -> None:
        """Show a model as it is now, or that none is chosen."""
        same = model is not None and self._model is not None and model.id == self._model.id
        self._model, self._download = model, download
        for part in self.parts:
            part.setVisible(model is not None)
        self.nothing.setVisible(model is None)
        self.header.set_title(words.title(model) if model is not None else tr("Model"))
        if model is None:
            self.show_footer(False)
            return
        self.purpose.setText(words.purpose(model))
        fit = words.fit_of(model, device)
        self.fit.set_state(fit.state, fit.word)
        self.fit_sentence.setText(fit.sentence)
        self._show_state(model, download)
        self._show_licence(model)
        if not same or download is not None or self._files.isEmpty():
            self._show_files(model, download)
        self._show_buttons(model, download)

    def _show_state(self, model: ModelState, download: DownloadState | None) -> None:
        parts: list[str] = []
        if download is not None and download.failure is not None:
            parts = [engine_texts((download.failure.what, download.failure.safe))]
        elif download is not None:
            told = (words.download_words(download), words.time_left(download))
            parts = [" · ".join(part for part in told if part)]
        else:
            state = words.state_of(model)
            parts = [f"{state.text}." if state is not None else tr("Not here."), engine_text(model.note)]
        self.state.setText(" ".join(part for part in parts if part))
        self.place.set_text(model.path or engine_text(model.source))

    def _show_licence(self, model: ModelState) -> None:
        accepted = tr("Accepted.") if model.accepted else tr("It has to be accepted before the download.")
        licence = words.licence(model)
        self.licence.setText(f"{licence}. {accepted}" if model.must_accept else f"{licence}.")
        self.read_licence.setVisible(bool(model.licence_url))
        self.read_licence.setToolTip(model.licence_url)

    def _show_files(self, model: ModelState, download: DownloadState | None) -> None:
        clear(self._files)
        largest = sorted(model.files, key=lambda file: -file.size)
        for file in largest[:_FILES]:
            self._files.addWidget(self._file_row(file, model, download))
        rest = largest[_FILES:]
        if rest:
            amount = size(sum(file.size for file in rest))
            self._files.addWidget(label(tr("and {n} smaller ones, {size}", n=len(rest), size=amount), "tiny", "text3"))
        self._files.addWidget(label(tr("Each file is checked against its hash."), "tiny", "text3", wrap=True))

    def _file_row(self, file: ModelFile, model: ModelState, download: DownloadState | None) -> QWidget:
        name = ElidedLabel(file.name, "small", middle=True)
        amount = ElidedLabel(size(file.size) if file.size else "—", "small", "text2", align=Qt.AlignmentFlag.AlignRight)
        arrives = download is not None and fnmatchcase(download.file, file.name)
        icon = "loader" if arrives else "check" if model.condition in ("installed", "found") else "download"
        tone = "accenttext" if arrives else "ok" if icon == "check" else "text3"
        layout = row(name, amount, IconLabel(icon, tone, 14), space=8)
        layout.setStretch(0, 1)
        return box(layout)

    def _show_buttons(self, model: ModelState, download: DownloadState | None) -> None:
        main, quiet = self._verbs(model, download)
        self.main_button.setText(main)
        self.main_button.setVisible(bool(main))
        self.quiet_button.setText(quiet)
        self.quiet_button.setVisible(bool(quiet))
        for button in (self.main_button, self.quiet_button):
            button.updateGeometry()
        self.show_footer(bool(main or quiet))

    def _verbs(self, model: ModelState, download: DownloadState | None) -> tuple[str, str]:
        """Return what the main and the quiet button say; "" for a button that has nothing to do."""
        if download is not None and download.phase != "failed":
            return tr("Go on") if download.phase == "paused" else tr("Pause download"), tr("Cancel")
        may_remove = not model.read_only and not model.built_in and model.have > 0
        remove = tr("Remove …") if may_remove else ""
        if model.built_in or model.condition in ("installed", "found"):
            return "", remove
        if not model.fetchable:
            return tr("Add a folder …"), ""
        return words.download_verb(model), remove

    def run_main(self) -> None:
        """Do what the main button says."""
        model, download = self._model, self._download
        if model is None or self.main_button.isHidden():
            return
        if download is not None and download.phase != "failed":
            self.pause_toggled.emit(model.id)
        elif not model.fetchable:
            self.folder_wanted.emit()
        else:
            self.download_wanted.emit(model.id)

    def _quiet(self) -> None:
        if self._model is None:
            return
        if self._download is not None and self._download.phase != "failed":
            self.cancel_wanted.emit(self._model.id)
        else:
            self.remove_wanted.emit(self._model.id)

    def _read_licence(self) -> None:
        if self._model is not None:
            QDesktopServices.openUrl(QUrl(self._model.licence_url))
