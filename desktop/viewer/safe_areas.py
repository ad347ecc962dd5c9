"""The safe areas over the film: within which action and titles are seen on every screen."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.viewer.canvas import Canvas
from desktop.widgets.theme import theme
from desktop.widgets.tokens import ON_PICTURE

_SAFE = (0.93, 0.90)
"""Safe action and safe title areas as parts of the frame, SMPTE ST 2046-1."""


class SafeAreas(QWidget):
    """Lies over the canvas and outlines the safe areas."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVisible(False)
        canvas.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._canvas.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        image, scale = self._canvas.image(), self._canvas.scale()
        if image is None:
            return
        size = self._canvas.picture_size()
        width, height = size.width() * scale, size.height() * scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for part in _SAFE:
            rect = QRect(0, 0, round(width * part), round(height * part))
            rect.moveCenter(self.rect().center())
            for colour, thick in ((ON_PICTURE.black, 3.0), (ON_PICTURE.white, 1.0)):
                pen = QPen(theme().colour(colour, 0.55 if thick > 1 else 0.8), thick)
                painter.setPen(pen)
                painter.drawRect(rect)
