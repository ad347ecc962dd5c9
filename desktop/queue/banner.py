"""The banner of the queue view after a crash."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.state.queue_entry import PauseReason
from desktop.widgets.buttons import Button, Kind
from desktop.widgets.labels import IconLabel, column, label, row
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, tr

_CRASHES = (PauseReason.ENGINE_STOPPED, PauseReason.LAST_SESSION_CRASHED)


class Banner(QWidget):
    """Says after a crash that nothing starts by itself, and starts it again."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label(tr("The queue waits"), "section")
        self.text = label("", "small", "text2", wrap=True)
        self.button = Button(tr("Go on"), "play", Kind.MAIN)
        middle = column(None, self.title, self.text, None, space=2)
        layout = row(IconLabel("hourglass", "warn", 18), middle, self.button, space=12, margins=(18, 10, 12, 10))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.fillRect(0, 0, 3, self.height(), look.colour("warn"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))

    def show_reason(self, reason: PauseReason, waiting: int) -> None:
        """Show why the queue waits; hidden unless something waits after a crash."""
        self.setVisible(reason in _CRASHES and waiting > 0)
        cause = (
            tr("The engine stopped and was replaced.")
            if reason is PauseReason.ENGINE_STOPPED
            else tr("Portraits ended without closing.")
        )
        safe = counted(waiting, "The job is safe.", "The {n} jobs are safe.")
        self.text.setText(f"{cause} {safe}\n{tr('What you start yourself runs at once.')}")
        self.button.setText(counted(waiting, "Go on with 1 job", "Go on with {n} jobs"))
        self.button.updateGeometry()
