"""What would make a shot fit: a button for each smaller setting, before the work begins."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.create.video_models import card_title
from desktop.widgets.buttons import Button
from desktop.widgets.chips import STATES
from desktop.widgets.estimate_chip import fit_word
from desktop.widgets.flow import FlowLayout
from desktop.widgets.labels import label
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, tr
from engine.protocol.jobs import VideoJob
from engine.protocol.queries import Offer
from engine.protocol.shot_choices import chosen_model

_HEIGHT = 26


class OfferRow(QWidget):
    """The buttons; hidden while there is nothing to offer."""

    taken = Signal(object)
    """arg: the job that a person chose."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self._flow = FlowLayout()
        words = label(tr("Needs less:"), "small", "text2")
        words.setFixedHeight(theme().height(_HEIGHT))
        self._flow.addWidget(words)
        self.setLayout(self._flow)
        self.hide()

    def show_offers(self, job: VideoJob | None, offers: Sequence[Offer]) -> None:
        """Offer jobs in the place of this one."""
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for offer in offers:
            if job is not None and isinstance(offer.job, VideoJob):
                self._add(job, offer.job, offer.fit)
        self.setVisible(bool(self.buttons))

    def _add(self, job: VideoJob, smaller: VideoJob, fit: str) -> None:
        button = Button(offer_words(job, smaller), STATES[fit][0], height=_HEIGHT)
        button.setToolTip(fit_word(fit))
        button.setAccessibleName(f"{button.text()}, {fit_word(fit)}")
        button.clicked.connect(lambda: self.taken.emit(smaller))
        self.buttons.append(button)
        self._flow.addWidget(button)


def offer_words(job: VideoJob, smaller: VideoJob) -> str:
    """Return in what a smaller job differs, in a few words."""
    model = chosen_model(smaller)
    if smaller.model != job.model and model is not None:
        return card_title(model)
    if (smaller.width, smaller.height) != (job.width, job.height):
        return f"{smaller.width} × {smaller.height}"
    if smaller.window != job.window:
        return tr("windows of {n} frames", n=smaller.window)
    return counted(smaller.num_frames, "{n} frame", "{n} frames")
