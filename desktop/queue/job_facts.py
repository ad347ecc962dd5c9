"""What is known of the running job in words: what would stay, where it goes, and its whole recipe."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.gallery.recipe_facts import job_facts
from desktop.widgets.buttons import LinkButton
from desktop.widgets.labels import ElidedLabel, box, clear, column, label, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.jobs import AnyJob

_NAMES, _TITLES, _ROW = 72, 120, 20


class JobFacts(QWidget):
    """Three rows: *Keeps*, *Goes to*, *Recipe*, which opens to all settings."""

    def __init__(self) -> None:
        super().__init__()
        self.job: AnyJob | None = None
        """What is shown, None before the first."""
        self.kept = ElidedLabel("", "small")
        self.output = ElidedLabel("", "small", middle=True)
        self.link = LinkButton(tr("Show all settings"), "small")
        self.link.clicked.connect(self._toggle)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(4))
        self._grid.setColumnStretch(1, 1)
        self.settings = box(self._grid)
        self.settings.hide()
        rows = [
            _named(tr("Keeps"), self.kept),
            _named(tr("Goes to"), self.output),
            _named(tr("Recipe"), box(row(self.link, None))),
        ]
        for each in rows:
            each.setFixedHeight(theme().px(_ROW))
        self.setLayout(column(*rows, self.settings, space=2))

    def show_job(self, job: AnyJob) -> None:
        """Show another job, its settings folded."""
        self.job = job
        self.settings.hide()
        self._say_link()

    def show_kept(self, words: str) -> None:
        """Say what would stay of the job when it was stopped now."""
        self.kept.set_text(words)

    def _toggle(self) -> None:
        if self.settings.isHidden() and self.job is not None:
            self._fill(self.job)
        self.settings.setVisible(self.settings.isHidden())
        self._say_link()

    def _say_link(self) -> None:
        self.link.setText(tr("Show all settings") if self.settings.isHidden() else tr("Hide the settings"))
        self.link.updateGeometry()

    def _fill(self, job: AnyJob) -> None:
        clear(self._grid)
        facts = [(tr("Words"), words)] if (words := str(getattr(job, "prompt", ""))) else []
        for place, (name, value) in enumerate([*facts, *job_facts(job)]):
            told: QLabel = label(name, "small", "text2", wrap=True)
            told.setFixedWidth(theme().px(_TITLES))
            self._grid.addWidget(told, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(value, "small", wrap=True), place, 1)


def _named(name: str, value: QWidget) -> QWidget:
    key = label(name, "small", "text2")
    key.setFixedWidth(theme().px(_NAMES))
    inner = row(key, value, space=8)
    inner.setStretch(1, 1)
    return box(inner)
