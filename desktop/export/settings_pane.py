"""The right of the export pane: the settings, what they will take, and the buttons that start."""

from PySide6.QtCore import Signal

from desktop.export.form import ExportForm
from desktop.export.presets import Preset, differs
from desktop.widgets.buttons import Button, IconButton, Kind
from desktop.widgets.chips import StateMark
from desktop.widgets.estimate_chip import fit_word
from desktop.widgets.labels import column, label, line, row
from desktop.widgets.pane import Pane
from desktop.widgets.theme import theme
from desktop.widgets.words import about, memory, size, tr
from engine.protocol.queries import Estimate

_LEAST, _MOST = 0.7, 1.4
"""Between which parts of the estimated size most films of faces end up."""


class SettingsPane(Pane):
    """The form with its footer."""

    closed = Signal()
    started = Signal()
    queued = Signal()
    reset = Signal()
    """Everything is to be as in the preset again."""

    def __init__(self) -> None:
        super().__init__(tr("Settings"), scrolls=True)
        self.setFixedWidth(theme().px(360))
        self.form = ExportForm()
        self.add(self.form)
        self.reset_button = IconButton("rotate-ccw", tr("Reset to the preset"))
        self.reset_button.clicked.connect(self.reset)
        self.header.tools.addWidget(self.reset_button)
        self.disk, self.seconds = label("–", "strong"), label("–", "strong")
        self.span, self.pace = label("", "tiny", "text2"), label("", "tiny", "text2")
        self.fit = StateMark("waiting", tr("Estimating …"))
        self.need = label("", "tiny", "text2")
        columns = row(
            column(label(tr("Size"), "tiny", "text2"), self.disk, self.span, space=2),
            line("v"),
            column(label(tr("Time"), "tiny", "text2"), self.seconds, self.pace, space=2),
            line("v"),
            column(label(tr("Memory"), "tiny", "text2"), self.fit, self.need, space=2),
            space=12,
        )
        for index in (0, 2, 4):
            columns.setStretch(index, 1)
        self.footer.addLayout(columns)
        self._buttons()
        self.show_footer()

    def _buttons(self) -> None:
        close = Button(tr("Close"), height=32)
        close.clicked.connect(self.closed)
        queue = Button(tr("Add to queue"), height=32)
        queue.clicked.connect(self.queued)
        self.start_button = Button(tr("Render movie"), kind=Kind.MAIN, keys="Ctrl+Return")
        self.start_button.clicked.connect(self.started)
        buttons = row(close, queue, self.start_button, space=8)
        buttons.setStretch(2, 1)
        self.footer.addLayout(buttons)

    def show_preset(self, preset: Preset) -> None:
        """Show the preset's name, and whether something differs from it."""
        changed = bool(differs(self.form.format(), preset.format))
        self.header.set_title(tr(preset.name), "")
        self.header.count.set_text(tr("changed") if changed else "", "warn")
        self.reset_button.setEnabled(changed)
        self.start_button.setText(tr("Render sound") if self.form.format().sound_only else tr("Render movie"))

    def show_estimate(self, estimate: Estimate | None, frames: int, frame_seconds: float | None) -> None:
        """Show what the export will take.

        Args:
            estimate: the engine's answer; None when there is none.
            frames: how many there are.
            frame_seconds: how long one frame took just now, for the time until a first export has been measured.
        """
        if estimate is None:
            self.fit.set_state("idle", tr("No estimate"))
            return
        self.disk.setText(size(estimate.disk))
        self.span.setText(tr("{a} to {b}", a=size(estimate.disk * _LEAST), b=size(estimate.disk * _MOST)))
        seconds = estimate.seconds
        if seconds is None and frame_seconds:
            seconds = frames * frame_seconds
        self.seconds.setText(about(seconds) if seconds is not None else tr("not known yet"))
        pace = frames / seconds if seconds else 0
        self.pace.setText(tr("{n} frames/s", n=round(pace)) if pace >= 1 else "")
        self.fit.set_state(estimate.fit, fit_word(estimate.fit))
        self.need.setText(tr("{a} of {b}", a=memory(estimate.memory), b=memory(estimate.memory_available)))

    def show_refusal(self, words: str) -> None:
        """Say why these settings make no job."""
        self.fit.set_state("failed", words)
