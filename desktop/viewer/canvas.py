"""Where pictures are shown: in whole pixels on a neutral ground, fitted or at a zoom, with nothing tinted near them."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets import painting
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme
from desktop.widgets.tokens import ON_PICTURE
from desktop.widgets.words import tr

MOST_ZOOM, LEAST_ZOOM = 16.0, 0.05
_MARGIN = 12
_GRIP = 24


class Canvas(QWidget):
    """Shows one image, or two with a line between them that can be dragged or side by side."""

    zoomed = Signal(object)
    """arg: float, screen pixels for each pixel of the picture; 0 = fitted."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._second: QImage | None = None
        self._names = ("", "")
        self._size = QSize()
        self._zoom = 0.0
        self._pan = QPointF()
        self._split = 0.5
        self._side_by_side = False
        self._drag_from: QPointF | None = None
        self._drags_split = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Picture"))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), theme().px(120))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(640), theme().px(480))

    def show_image(self, image: QImage | None, size: QSize | None = None, *, keep_place: bool = False) -> None:
        """Show an image; ``size`` is the picture's own size where the image is a smaller copy."""
        self._second = None
        self._set(image, size, keep_place=keep_place)

    def compare(self, first: QImage, second: QImage, names: tuple[str, str], size: QSize) -> None:
        """Show two images over each other, with a line between them, or side by side."""
        self._second = second
        self._names = names
        self._set(first, size, keep_place=False)

    def _set(self, image: QImage | None, size: QSize | None, *, keep_place: bool) -> None:
        self._image = image
        self._size = size or (image.size() if image is not None else QSize())
        if not keep_place:
            self._pan = QPointF()
        self.update()

    def image(self) -> QImage | None:
        return self._image

    def picture_size(self) -> QSize:
        """Return the picture's own size, also where a smaller copy is shown."""
        return self._size

    def zoom(self) -> float:
        """Return screen pixels for each pixel of the picture; 0 = fitted."""
        return self._zoom

    def comparing(self) -> bool:
        return self._second is not None

    def set_side_by_side(self, side_by_side: bool) -> None:
        self._side_by_side = side_by_side
        self.update()

    def set_zoom(self, zoom: float) -> None:
        """Set screen pixels for each pixel of the picture; 0 fits it into the pane."""
        self._zoom = 0.0 if zoom <= 0 else min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        if self._zoom == 0:
            self._pan = QPointF()
        self.zoomed.emit(self._zoom)
        self.update()

    def scale(self) -> float:
        """Return logical pixels for each pixel of the picture, as shown now."""
        if self._size.isEmpty():
            return 1.0
        if self._zoom:
            return self._zoom / self.devicePixelRatioF()
        margin = 2 * theme().px(_MARGIN)
        areas = 2 if self._second is not None and self._side_by_side else 1
        width = (self.width() - margin - (areas - 1) * theme().px(8)) / areas
        fit = min(width / self._size.width(), (self.height() - margin) / self._size.height())
        # A small picture is shown at most at twice its size: more would only show its pixels.
        return max(0.01, min(fit, 2.0))

    def _place(self, area: QRectF) -> QRect:
        scale = self.scale()
        width, height = self._size.width() * scale, self._size.height() * scale
        left = area.center().x() - width / 2 + self._pan.x()
        top = area.center().y() - height / 2 + self._pan.y()
        return QRect(round(left), round(top), round(width), round(height))

    def _areas(self) -> list[QRectF]:
        whole = QRectF(self.rect())
        if self._second is None or not self._side_by_side:
            return [whole]
        half = (whole.width() - theme().px(8)) / 2
        return [QRectF(0, 0, half, whole.height()), QRectF(whole.width() - half, 0, half, whole.height())]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = theme()
        painter.fillRect(self.rect(), look.colour("surround"))
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.scale() < 3)
            if self._second is None:
                painting.picture(painter, self._place(QRectF(self.rect())), self._image)
            elif self._side_by_side:
                self._paint_pair(painter, self._second)
            else:
                self._paint_split(painter, self._second)
        if self.hasFocus():
            painting.frame(painter, self.rect(), edge=look.colour("accent"), radius=0, width=2)

    def _paint_pair(self, painter: QPainter, second: QImage) -> None:
        assert self._image is not None
        for area, image, name in zip(self._areas(), (self._image, second), self._names, strict=True):
            painter.save()
            painter.setClipRect(area)
            place = self._place(area)
            painting.picture(painter, place, image)
            visible = place.intersected(area.toRect())
            painting.badge(painter, visible.left() + 8, visible.top() + 8 + theme().px(16), name)
            painter.restore()

    def _paint_split(self, painter: QPainter, second: QImage) -> None:
        assert self._image is not None
        place = self._place(QRectF(self.rect()))
        x = self._split_x(place)
        painter.save()
        painter.setClipRect(QRect(0, 0, x, self.height()))
        painting.picture(painter, place, self._image)
        painter.setClipRect(QRect(x, 0, self.width() - x, self.height()))
        painting.picture(painter, place, second)
        painter.restore()
        visible = place.intersected(self.rect())
        painter.setPen(QPen(QColor(ON_PICTURE.white), 2))
        painter.drawLine(x, visible.top(), x, visible.bottom())
        self._paint_grip(painter, QPointF(x, visible.top() + visible.height() * 0.75))
        top = visible.top() + 8 + theme().px(16)
        painting.badge(painter, visible.left() + 8, top, self._names[0])
        width = theme().metrics("tiny", bold=True).horizontalAdvance(self._names[1]) + theme().px(8)
        painting.badge(painter, visible.right() - width - 8, top, self._names[1])

    def _paint_grip(self, painter: QPainter, middle: QPointF) -> None:
        look = theme()
        side = look.px(_GRIP)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.colour("pane"))
        painter.setPen(QPen(QColor(ON_PICTURE.white), 2))
        painter.drawEllipse(middle, side / 2, side / 2)
        icon = look.px(14)
        x, y = middle.x() - icon / 2, middle.y() - icon / 2
        paint_icon(painter, "move-horizontal", look.colour("text"), x, y, icon)

    def _split_x(self, place: QRect) -> int:
        return round(place.left() + place.width() * self._split)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._image is None or not event.angleDelta().y():
            return
        factor = 1.25 if event.angleDelta().y() > 0 else 0.8
        before = self.scale()
        self.zoom_by(factor)
        # What is under the pointer stays under it.
        offset = event.position() - QPointF(self.rect().center()) - self._pan
        self._pan -= offset * (self.scale() / before - 1)
        self.update()

    def zoom_by(self, factor: float) -> None:
        """Zoom in or out from what is shown now."""
        self.set_zoom(self.scale() * self.devicePixelRatioF() * factor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag_from = event.position()
        if self._second is not None and not self._side_by_side:
            place = self._place(QRectF(self.rect()))
            self._drags_split = abs(event.position().x() - self._split_x(place)) < theme().px(_GRIP)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag_from is None:
            return
        if self._drags_split:
            place = self._place(QRectF(self.rect()))
            self._split = min(max((event.position().x() - place.left()) / max(1, place.width()), 0.0), 1.0)
        elif self._zoom:
            self._pan += event.position() - self._drag_from
            self._drag_from = event.position()
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._drag_from = None
        self._drags_split = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1.25)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(0.8)
        elif self._second is not None and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._split = min(max(self._split + (0.02 if key == Qt.Key.Key_Right else -0.02), 0.0), 1.0)
            self.update()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.update()
