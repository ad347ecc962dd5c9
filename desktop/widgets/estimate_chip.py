"""What a job will need, said before the button: *Fits*, *Tight* or *Does not fit*, with memory, time and disk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.widgets.buttons import LinkButton
from desktop.widgets.chips import StateMark
from desktop.widgets.engine_words import engine_text
from desktop.widgets.labels import ElidedLabel, column, label, row
from desktop.widgets.words import about, memory, size, tr
from engine.protocol.queries import Estimate


def fit_word(fit: str) -> str:
    """Return the word for a state of fit."""
    return {"fits": tr("Fits"), "tight": tr("Tight"), "does_not_fit": tr("Does not fit")}[fit]


def estimate_figures(estimate: Estimate) -> str:
    """Return ``8.1 of 12.0 GB · about 14 s · 11 MB``."""
    parts = []
    if estimate.memory_available:
        need, free = memory(estimate.memory), memory(estimate.memory_available)
        if need.rpartition(" ")[2] == free.rpartition(" ")[2]:
            need = need.rpartition(" ")[0]
        parts.append(tr("{need} of {free}", need=need, free=free))
    elif estimate.memory:
        parts.append(memory(estimate.memory))
    if estimate.seconds is not None:
        parts.append(about(estimate.seconds))
    if estimate.disk:
        parts.append(size(estimate.disk))
    return " · ".join(parts)


class EstimateChip(QWidget):
    """Shows an estimate. It never disables a button; the advice is a link that takes it."""

    advice_taken = Signal(object)
    """arg: the job changed as the advice says."""

    worsened = Signal(object)
    """arg: str, told to the screen reader when the answer becomes *Does not fit*."""

    def __init__(self) -> None:
        super().__init__()
        self._estimate: Estimate | None = None
        self.mark = StateMark("idle", "", framed=False)
        self.figures = ElidedLabel("", "small", "text2")
        self.advice = label("", "small", "text2", wrap=True)
        self.take = LinkButton(tr("Use that"), "small")
        self.take.clicked.connect(self._take_advice)
        first = row(self.mark, self.figures, space=8)
        first.setStretch(1, 1)
        self.setLayout(column(first, row(self.advice, self.take, space=8), space=4))
        self.show_waiting()

    def show_waiting(self) -> None:
        """Say that the engine has not answered yet."""
        self._estimate = None
        self.mark.set_framed(False)
        self.mark.set_state("waiting", tr("Estimating …"))
        self.figures.set_text("")
        self._show_advice("", False)

    def show_text(self, state: str, word: str, text: str) -> None:
        """Say something else than an estimate: what is missing, or why there is none."""
        self._estimate = None
        self.mark.set_framed(False)
        self.mark.set_state(state, word)
        self.figures.set_text(text)
        self._show_advice("", False)

    def show_estimate(self, estimate: Estimate) -> None:
        before = self._estimate.fit if self._estimate is not None else ""
        self._estimate = estimate
        self.mark.set_framed(True)
        self.mark.set_state(estimate.fit, fit_word(estimate.fit))
        self.figures.set_text(estimate_figures(estimate))
        # Several offers have buttons of their own, which the panel shows.
        advice = engine_text(estimate.advice)
        said = advice if estimate.fit != "fits" and not estimate.offers else ""
        self._show_advice(said, estimate.retry is not None)
        if estimate.fit == "does_not_fit" and before != "does_not_fit":
            self.worsened.emit(f"{fit_word(estimate.fit)}. {advice}")

    def _show_advice(self, text: str, can_be_taken: bool) -> None:
        self.advice.setText(text)
        self.advice.setVisible(bool(text))
        self.take.setVisible(bool(text) and can_be_taken)

    def _take_advice(self) -> None:
        if self._estimate is not None and self._estimate.retry is not None:
            self.advice_taken.emit(self._estimate.retry)
