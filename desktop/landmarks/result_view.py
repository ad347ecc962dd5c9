"""A frame of the morph, whole, on the neutral ground."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets import painting
from desktop.widgets.theme import theme
from desktop.widgets.words import tr


class ResultView(QWidget):
    """Shows the newest frame, whole, on the neutral ground."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._words = ""
        self.setAccessibleName(tr("Result"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = theme().px(275)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(120))

    def image(self) -> QImage | None:
        return self._image

    def show_image(self, image: QImage | None, words: str = "") -> None:
        """Show a frame, or say why there is none."""
        self._image = image
        self._words = words
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = theme()
        painting.frame(painter, self.rect(), fill=look.colour("surround"), radius=4)
        if self._image is None:
            words = self.rect().adjusted(look.px(20), 0, -look.px(20), 0)
            painter.setFont(look.font("small"))
            painter.setPen(look.colour("text3"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(words, int(flags), self._words)
            return
        scale = min(self.width() / self._image.width(), self.height() / self._image.height())
        width, height = round(self._image.width() * scale), round(self._image.height() * scale)
        place = QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        # Shrinking by much in one step would shimmer where the full frame replaces the live one.
        shown = self._image
        target = place.size() * self.devicePixelRatioF()
        if shown.width() > 2 * target.width():
            shown = shown.scaled(
                target, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        painter.drawImage(place, shown)
