"""The pixels of the open pictures, as the engine reads them: turned upright, in sRGB."""

from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter

from desktop.landmarks.pixels import to_image
from desktop.link import Answered, EngineBase
from engine.protocol.errors import Failure
from engine.protocol.queries import PictureReply, Thumbnail

_MOST = 4096


class Picture(QObject):
    """One picture, and smaller copies of it for views in which it is small.

    Args:
        engine: reads it.
        channel: a newer picture of the same channel replaces one that is still read.
    """

    changed = Signal()

    failed = Signal(object)
    """arg: Failure."""

    def __init__(self, engine: EngineBase, channel: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._channel = channel
        self._path: Path | None = None
        self.image: QImage | None = None
        self._halves: list[QImage] = []

    def show(self, path: Path | None) -> None:
        """Read another picture, or none."""
        if path == self._path and self.image is not None:
            return
        self._path = path
        self._set(None)
        if path is not None:
            self._engine.ask(Thumbnail(path=str(path), side=_MOST), self._on_picture, self._channel)

    def _on_picture(self, answer: Answered) -> None:
        query = answer.query
        if not isinstance(query, Thumbnail) or query.path != str(self._path):
            return
        if isinstance(answer.reply, PictureReply):
            image = to_image(answer.payload[0], answer.reply.width, answer.reply.height)
            opaque = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
            self._set(opaque)
        elif answer.failure is not None:
            self._fail(answer.failure)

    def _fail(self, failure: Failure) -> None:
        self._set(None)
        self.failed.emit(failure)

    def _set(self, image: QImage | None) -> None:
        self.image = image
        self._halves = []
        self.changed.emit()

    def paint(self, painter: QPainter, place: QRectF, ratio: float) -> None:
        """Paint the whole picture at a place; what is outside of the device costs nothing."""
        if self.image is None:
            return
        image = self._for_width(place.width() * ratio)
        smooth = place.width() * ratio < 3 * self.image.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(place, image)

    def _for_width(self, pixels: float) -> QImage:
        """Return the smallest copy that still has as many pixels as are shown."""
        assert self.image is not None
        chosen = self.image
        index = 0
        while chosen.width() > 2 * pixels and min(chosen.width(), chosen.height()) > 2:
            if index == len(self._halves):
                half = QSize(max(1, chosen.width() // 2), max(1, chosen.height() // 2))
                mode = Qt.TransformationMode.SmoothTransformation
                self._halves.append(chosen.scaled(half, Qt.AspectRatioMode.IgnoreAspectRatio, mode))
            chosen = self._halves[index]
            index += 1
        return chosen
