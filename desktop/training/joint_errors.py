"""The error of each joint, left and right together."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets import painting
from desktop.widgets.numbers import number_text
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

LARGE_ERROR = 40.0
"""Millimetres above which the error of a joint is told in amber."""

_PAIRS = (
    ("Pelvis", ("pelvis",)),
    ("Spine", ("spine 1", "spine 2", "spine 3")),
    ("Hips", ("left hip", "right hip")),
    ("Knees", ("left knee", "right knee")),
    ("Ankles", ("left ankle", "right ankle")),
    ("Feet", ("left foot", "right foot")),
    ("Head", ("neck", "head")),
    ("Shoulders", ("left collar", "right collar", "left shoulder", "right shoulder")),
    ("Elbows", ("left elbow", "right elbow")),
    ("Wrists", ("left wrist", "right wrist")),
    ("Hands", ("left hand", "right hand")),
)


def grouped(errors: dict[str, float]) -> list[tuple[str, float]]:
    """Return the mean error of left and right together, in the order of the body; groups without a number are out."""
    found = []
    for title, joints in _PAIRS:
        values = [errors[joint] for joint in joints if joint in errors]
        if values:
            found.append((title, sum(values) / len(values)))
    return found


class JointErrors(QWidget):
    """A bar for each group of joints, in two columns."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Error by joint"))
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), theme().px(24) * -(-len(_PAIRS) // 2) + theme().px(16))

    def show_errors(self, errors: dict[str, float]) -> None:
        """Show errors in mm by the engine's name of the joint."""
        self._rows = grouped(errors)
        self.setAccessibleDescription(", ".join(f"{tr(title)} {number_text(value)} mm" for title, value in self._rows))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if not self._rows:
            words = tr("The errors of unseen motions appear here with the first check.")
            painting.text(
                painter, self.rect(), words, look.font("small"), look.colour("text3"), Qt.AlignmentFlag.AlignHCenter
            )
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half, high = -(-len(self._rows) // 2), look.px(24)
        most = max(LARGE_ERROR, *(value for _, value in self._rows)) * 1.1
        width = self.width() / 2
        for index, (title, value) in enumerate(self._rows):
            left = look.px(12) + (index // half) * width
            top = look.px(8) + (index % half) * high
            name = QRectF(left, top, look.px(76), high)
            painting.text(painter, name, tr(title), look.font("small"), look.colour("text2"))
            bar = QRectF(left + look.px(80), top + high / 2 - 2.5, width - look.px(80 + 24 + 40), 5)
            painting.frame(painter, bar, fill=look.colour("press"), radius=2.5)
            bar.setWidth(bar.width() * min(1.0, value / most))
            large = value > LARGE_ERROR
            painting.frame(painter, bar, fill=look.colour("warn" if large else "text3"), radius=2.5)
            place = QRectF(left + width - look.px(24 + 38), top, look.px(38), high)
            font = look.font("small", bold=large)
            colour = look.colour("warn" if large else "text")
            painting.text(painter, place, number_text(value), font, colour, Qt.AlignmentFlag.AlignRight)
