"""Downloads of models in the queue view: they run beside jobs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.models import words
from desktop.state.models import Models
from desktop.widgets.buttons import IconButton
from desktop.widgets.engine_words import engine_text
from desktop.widgets.labels import ElidedLabel, IconLabel, box, column, line, row
from desktop.widgets.progress import ProgressBar
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.models import DownloadState


class DownloadRow(QWidget):
    """One download: how far it is, and what steers it.

    Args:
        models: for its name, and to steer it.
        state: how it goes on.
    """

    def __init__(self, models: Models, state: DownloadState) -> None:
        super().__init__()
        self._models = models
        self._model = state.model
        self.phase = state.phase
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = ElidedLabel(title_of(models, state.model), "small", bold=True)
        self.amount = ElidedLabel("", "tiny", "text2")
        self.left = ElidedLabel("", "tiny", "text2", align=Qt.AlignmentFlag.AlignRight)
        self.bar = ProgressBar()
        paused = state.phase == "paused"
        self.pause = IconButton(
            "play" if paused else "pause",
            tr("Go on with the download") if paused else tr("Pause the download"),
            side=26,
        )
        self.cancel = IconButton("x", tr("Cancel the download"), side=26)
        self.pause.clicked.connect(self._toggle)
        self.cancel.clicked.connect(lambda: models.cancel(self._model))
        figures = row(self.amount, self.left, space=8)
        figures.setStretch(0, 1)
        middle = column(None, self.name, self.bar, figures, None, space=4)
        inner = row(20, IconLabel("download", "text2", 18), middle, self.pause, self.cancel, space=12)
        inner.setContentsMargins(8, 6, 8, 6)
        inner.setStretch(2, 1)
        self.setLayout(column(box(inner), line(), space=0))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(theme().px(58))
        self.show_state(state)

    def show_state(self, state: DownloadState) -> None:
        """Show how far it is now."""
        self.bar.set_part(part_of(state), "accent" if state.phase == "downloading" else "edgehi")
        self.amount.set_text(words.download_words(state))
        self.left.set_text(words.time_left(state))
        self.setAccessibleName(f"{self.name.text()}, {words.download_words(state)}")

    def _toggle(self) -> None:
        if self.phase == "paused":
            self._models.resume(self._model)
        else:
            self._models.pause(self._model)


def title_of(models: Models, identifier: str) -> str:
    """Return the name of a model, its id until the catalog is known."""
    model = models.model(identifier)
    return engine_text(model.title) if model is not None else identifier


def part_of(state: DownloadState) -> float | None:
    """Return how much has arrived, 0..1, or None when the size is not known yet."""
    return state.done / state.total if state.total else None if state.phase in ("asking", "downloading") else 0.0
