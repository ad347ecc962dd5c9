"""The small picture at the left of the job bar."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets import painting
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme


class JobThumbnail(QWidget):
    """The newest preview of the running job, 30 x 30."""

    def __init__(self) -> None:
        super().__init__()
        self.image: QImage | None = None
        self.icon = "image"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage | None, icon: str = "image") -> None:
        self.image = image
        self.icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().px(30)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if self.image is not None:
            painting.cover(painter, self.rect(), self.image, 4)
            return
        painting.frame(painter, self.rect(), fill=look.colour("raised"), radius=4)
        side = look.px(16)
        paint_icon(
            painter, self.icon, look.colour("text2"), (self.width() - side) / 2, (self.height() - side) / 2, side
        )
