"""What a panel says about the models its job needs: installed, or how to get them, with the download as it goes on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.models import words
from desktop.models.getting import get_models
from desktop.state.devices import Devices
from desktop.state.models import Models
from desktop.widgets.buttons import Button, IconButton, LinkButton
from desktop.widgets.chips import StateMark
from desktop.widgets.engine_words import engine_texts
from desktop.widgets.labels import ElidedLabel, box, column, label, row
from desktop.widgets.progress import ProgressBar
from desktop.widgets.words import memory, size, tr, within
from engine.protocol.models import DownloadState, ModelState

_ORDER = ("does_not_fit", "tight", "waiting", "fits")


class ModelNeeds(QWidget):
    """Shows the models that are needed now.

    While all are here it is one quiet line. While one is missing it is a card: how big, under which licence, whether
    this computer can run it, and a button that starts the download; then the progress with pause and cancel.

    Args:
        models: what is here, and who downloads.
        devices: what this computer has.
    """

    changed = Signal()
    """Something is here now that was not, or the other way round."""
    details_wanted = Signal(object)
    """arg: str, the model a person wants to know more about."""

    def __init__(self, models: Models, devices: Devices, parent: QWidget) -> None:
        super().__init__(parent)
        self._models = models
        self._devices = devices
        self._needs: tuple[str, ...] = ()
        self._before: tuple[str, ...] = ()
        self.line = ElidedLabel("", "tiny", "text2")
        self.card = self._make_card()
        self.setLayout(column(self.line, self.card, space=0))
        models.changed.connect(self.refresh)
        models.download_changed.connect(self._on_download)
        devices.changed.connect(self._on_devices)
        self.setVisible(False)

    def _make_card(self) -> QFrame:
        self.what = label("", "strong", wrap=True)
        self.fit = StateMark("waiting", "")
        self.facts = label("", "small", "text2", wrap=True)
        self.problem = label("", "small", "err", wrap=True)
        self.get = Button(tr("Download"), "download")
        self.more = LinkButton(tr("Details"), "small")
        self.bar = ProgressBar()
        self.amount = ElidedLabel("", "tiny", "text2")
        self.pause = IconButton("pause", tr("Pause the download"), side=26)
        self.cancel = IconButton("x", tr("Cancel the download"), side=26)
        asking = row(self.get, None, self.more, space=8)
        moving = row(column(None, self.bar, self.amount, None, space=5), self.pause, self.cancel, space=2)
        moving.setStretch(0, 1)
        self._asking, self._moving = box(asking), box(moving)
        card = QFrame()
        card.setProperty("ground", "plate")
        parts = (self.what, box(row(self.fit, None)), self.facts, self.problem, self._asking, self._moving)
        card.setLayout(column(*parts, space=6, margins=(10, 10, 10, 10)))
        self.get.clicked.connect(self.download)
        self.more.clicked.connect(self._tell_more)
        self.pause.clicked.connect(self._toggle_pause)
        self.cancel.clicked.connect(self._cancel)
        return card

    def set_needs(self, identifiers: tuple[str, ...]) -> None:
        """Say which models the job needs, the main one first; none when it works without, or with files of its own."""
        if identifiers != self._needs:
            self._needs = identifiers
            self.setVisible(bool(identifiers))
            self.refresh()

    def missing(self) -> tuple[ModelState, ...]:
        """Return the needed models that are not here; none while the store is not known."""
        found = (self._models.model(each) for each in self._needs)
        return tuple(model for model in found if model is not None and not self._models.is_here(model.id))

    def sentence(self) -> str:
        """Return what is missing in a few words, or ""."""
        missing = self.missing()
        return tr("{title} is not here yet", title=words.title(missing[0])) if missing else ""

    def download(self) -> None:
        """Download everything that is missing."""
        get_models(self.window(), self._models, [model.id for model in self.missing()])

    def refresh(self) -> None:
        """Show how it stands."""
        missing = self.missing()
        self.card.setVisible(bool(missing))
        self.line.setVisible(bool(self._needs) and not missing)
        if missing:
            self._show_missing(missing)
        else:
            self.line.set_text(self._line())
        now = tuple(model.id for model in missing)
        if now != self._before:
            self._before = now
            self.changed.emit()

    def _line(self) -> str:
        model = self._models.model(self._needs[0]) if self._needs else None
        if model is None:
            return tr("Looking at the store …") if not self._models.known else ""
        if model.built_in:
            return tr("Built in")
        total = sum(each.size for name in self._needs if (each := self._models.model(name)) is not None)
        licence = words.short_licence(model.licence)
        licence = within(licence) if licence == tr("Non-commercial") else licence
        return tr("Installed · {size} · licence: {licence}", size=size(total), licence=licence)

    def _show_missing(self, missing: tuple[ModelState, ...]) -> None:
        titles = [words.title(model) for model in missing]
        text = tr("{title} is not here yet", title=titles[0])
        more = tr("With it come {others}.", others=", ".join(titles[1:])) if titles[1:] else ""
        self.what.setText(text)
        fits = [words.fit_of(model, self._devices.chosen) for model in missing]
        worst = min(fits, key=lambda fit: _ORDER.index(fit.state))
        self.fit.set_state(worst.state, worst.word)
        needs = max(model.memory for model in missing)
        licences = dict.fromkeys(words.licence(model) for model in missing)
        parts = [
            more,
            tr("{size} to download.", size=size(sum(max(0, model.size - model.have) for model in missing))),
            tr("It needs about {needs} of memory.", needs=memory(needs)) if needs else "",
            tr("Licence: {licence}.", licence="; ".join(licences)),
        ]
        self.facts.setText(" ".join(part for part in parts if part))
        self._show_download([state for model in missing if (state := self._models.download_of(model.id))], missing)

    def _show_download(self, states: list[DownloadState], missing: tuple[ModelState, ...]) -> None:
        failed = next((state for state in states if state.phase == "failed"), None)
        running = [state for state in states if state.phase != "failed"]
        self._asking.setVisible(not running)
        self._moving.setVisible(bool(running))
        self.problem.setVisible(failed is not None)
        if failed is not None and failed.failure is not None:
            self.problem.setText(engine_texts((failed.failure.what, failed.failure.safe)))
        verb = words.download_verb(missing[0])
        total = sum(max(0, model.size - model.have) for model in missing)
        self.get.setText(f"{verb} · {size(total)}" if total else verb)
        self.get.setVisible(any(model.fetchable for model in missing))
        self.get.updateGeometry()
        if running:
            now = next((state for state in running if state.phase not in ("waiting", "paused")), running[0])
            part = None if not now.total and now.phase not in ("waiting", "paused") else now.done / (now.total or 1)
            self.bar.set_part(part, "text3" if now.phase in ("paused", "waiting") else "accent")
            left = words.time_left(now)
            self.amount.set_text(words.download_words(now) + (f" · {left}" if left else ""))
            paused = now.phase == "paused"
            self.pause.set_icon_name("play" if paused else "pause")
            self.pause.set_name(tr("Go on with the download") if paused else tr("Pause the download"))

    def _on_download(self, state: DownloadState) -> None:
        if state.model in self._needs:
            self.refresh()

    def _on_devices(self, *_args: object) -> None:
        self.refresh()

    def _running(self) -> list[DownloadState]:
        return [state for state in self._models.running() if state.model in self._needs]

    def _toggle_pause(self) -> None:
        for state in self._running():
            if state.phase == "paused":
                self._models.resume(state.model)
            else:
                self._models.pause(state.model)

    def _cancel(self) -> None:
        for state in self._running():
            self._models.cancel(state.model)

    def _tell_more(self) -> None:
        for model in self.missing()[:1]:
            self.details_wanted.emit(model.id)
