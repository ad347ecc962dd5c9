"""Questions of the editor: how to detect again, and which of several faces is meant."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.landmarks import paint
from desktop.landmarks.detection import CONFIDENCE
from desktop.landmarks.face import Face
from desktop.landmarks.side import Side
from desktop.widgets import painting
from desktop.widgets.buttons import Button, Kind
from desktop.widgets.dialog import Dialog
from desktop.widgets.fields import NumberField
from desktop.widgets.labels import box, column, label, row
from desktop.widgets.pane import FieldBox
from desktop.widgets.switches import CheckBox
from desktop.widgets.theme import theme
from desktop.widgets.words import tr

_LEAST_CROP = 16


class _PictureBox(QWidget):
    """A picture, fitted, with something over it."""

    def __init__(self, image: QImage | None, width: int, height: int) -> None:
        super().__init__()
        self._image = image
        self._size = (max(width, 1), max(height, 1))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(400), theme().px(280))

    def _place(self) -> QRectF:
        scale = min(self.width() / self._size[0], self.height() / self._size[1])
        width, height = self._size[0] * scale, self._size[1] * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _to_picture(self, position: QPointF) -> tuple[float, float]:
        place = self._place()
        scale = place.width() / self._size[0]
        x, y = (position.x() - place.left()) / scale, (position.y() - place.top()) / scale
        return min(max(x, 0.0), self._size[0]), min(max(y, 0.0), self._size[1])

    def _to_screen(self, points: np.ndarray) -> np.ndarray:
        place = self._place()
        return np.asarray(points * (place.width() / self._size[0]) + (place.left(), place.top()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("surround"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._image is not None:
            place = self._place()
            size = place.size().toSize() * self.devicePixelRatioF()
            mode = Qt.TransformationMode.SmoothTransformation
            painter.drawImage(place, self._image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, mode))
        self.paint_over(painter)
        if self.hasFocus():
            painting.frame(painter, self.rect(), edge=theme().colour("accent"), radius=0, width=2)

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over the picture."""


class CropBox(_PictureBox):
    """A part of the picture is chosen by drawing a frame; the fields beside it are the exact way."""

    drawn = Signal(object)
    """arg: (left, top, width, height) in pixels."""

    def __init__(self, image: QImage | None, width: int, height: int) -> None:
        super().__init__(image, width, height)
        self.crop: tuple[int, int, int, int] | None = None
        self._start: tuple[float, float] | None = None
        self.setCursor(Qt.CursorShape.CrossCursor)

    def show_crop(self, crop: tuple[int, int, int, int] | None) -> None:
        self.crop = crop
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._start = self._to_picture(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is None:
            return
        (x0, y0), (x1, y1) = self._start, self._to_picture(event.position())
        left, top = round(min(x0, x1)), round(min(y0, y1))
        crop = (left, top, round(max(x0, x1)) - left, round(max(y0, y1)) - top)
        if min(crop[2:]) >= _LEAST_CROP:
            self.show_crop(crop)
            self.drawn.emit(crop)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._start = None

    def paint_over(self, painter: QPainter) -> None:
        if self.crop is None:
            return
        left, top, width, height = self.crop
        corners = self._to_screen(np.array([[left, top], [left + width, top + height]], np.float64))
        rect = QRectF(QPointF(*corners[0]), QPointF(*corners[1]))
        painter.setPen(QPen(paint.colour("black", 0.55), 3))
        painter.drawRect(rect)
        painter.setPen(QPen(paint.colour("white"), 1.4))
        painter.drawRect(rect)


class DetectDialog(Dialog):
    """Asks how sure the detector must be, and whether it is to look at a part only."""

    def __init__(self, parent: QWidget, side: Side, image: QImage | None, letter: str, *, crop: bool = False) -> None:
        self.confidence = NumberField(0.05, 0.99, decimals=2, step=0.05)
        self.confidence.setValue(0.25 if side.no_face else CONFIDENCE)
        self.use_crop = CheckBox(tr("Look at a part of the picture only"))
        self.picture = CropBox(image, side.width, side.height)
        start = (side.width // 4, side.height // 8, side.width // 2, side.height // 2)
        names = (tr("Left"), tr("Top"), tr("Width"), tr("Height"))
        most = (side.width - _LEAST_CROP, side.height - _LEAST_CROP, side.width, side.height)
        self.numbers = [
            NumberField(0 if i < 2 else _LEAST_CROP, max(most[i], _LEAST_CROP), unit=tr("px")) for i in range(4)
        ]
        for field, value in zip(self.numbers, start, strict=True):
            field.setValue(value)
        fields = row(*(FieldBox(name, field) for name, field in zip(names, self.numbers, strict=True)), space=8)
        self._crop_part = box(column(self.picture, box(fields), space=8))
        kept = tr("Points you have moved are kept until you say otherwise.")
        confidence = FieldBox(
            tr("Confidence"),
            self.confidence,
            help_text=tr("Lower finds more faces, and more mistakes."),
            hint="0.05 … 0.99",
        )
        body = column(label(kept, "body", "text2", wrap=True), confidence, self.use_crop, self._crop_part, space=12)
        cancel, start_button = Button(tr("Cancel"), height=32), Button(tr("Detect"), kind=Kind.MAIN)
        title = tr("Detect landmarks of {letter} again", letter=letter)
        super().__init__(parent, title, body, [cancel, start_button], width=576)
        cancel.clicked.connect(self.reject)
        start_button.clicked.connect(self.accept)
        for field in self.numbers:
            field.valueChanged.connect(self._typed)
        self.picture.drawn.connect(self._drawn)
        self.use_crop.toggled.connect(self._toggle)
        self.use_crop.setChecked(crop)
        self._toggle(crop)

    def crop(self) -> tuple[int, int, int, int] | None:
        """Return the part to look at, None for the whole picture."""
        if not self.use_crop.isChecked():
            return None
        left, top, width, height = (round(field.value()) for field in self.numbers)
        most_width, most_height = (round(field.maximum()) for field in self.numbers[2:])
        return left, top, min(width, most_width - left), min(height, most_height - top)

    def _toggle(self, on: bool) -> None:
        self._crop_part.setVisible(on)
        self.picture.show_crop(self.crop())
        layout = self.layout()
        if layout is not None and self.isVisible():
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _typed(self, _value: float) -> None:
        self.picture.show_crop(self.crop())

    def _drawn(self, crop: object) -> None:
        assert isinstance(crop, tuple)
        for field, value in zip(self.numbers, crop, strict=True):
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)


class FacesBox(_PictureBox):
    """The faces of a picture as numbered frames; a click or an arrow key chooses one."""

    chosen = Signal(object)
    """arg: int."""

    def __init__(self, image: QImage | None, width: int, height: int, faces: tuple[Face, ...], start: int) -> None:
        super().__init__(image, width, height)
        self._faces = faces
        self.number = start
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Faces in the picture, from left to right"))

    def choose(self, number: int) -> None:
        self.number = number
        self.setAccessibleDescription(tr("Face {n} of {count}", n=number + 1, count=len(self._faces)))
        self.update()
        self.chosen.emit(number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x, y = self._to_picture(event.position())
        middles = [np.hypot(*(face.points.mean(axis=0) - (x, y))) for face in self._faces]
        self.choose(int(np.argmin(middles)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.choose((self.number + step) % len(self._faces))

    def paint_over(self, painter: QPainter) -> None:
        look = theme()
        for number, face in enumerate(self._faces):
            low, high = self._to_screen(np.array([face.points.min(axis=0), face.points.max(axis=0)]))
            rect = QRectF(QPointF(*low), QPointF(*high))
            painter.setPen(QPen(paint.colour("black", 0.55), 4))
            painter.drawRect(rect)
            on = number == self.number
            painter.setPen(QPen(look.colour("accent") if on else paint.colour("white"), 3 if on else 1.4))
            painter.drawRect(rect)
            painting.badge(painter, rect.left(), rect.top() + look.px(16), str(number + 1), "check" if on else "")


class FacesDialog(Dialog):
    """Asks which of several faces is meant."""

    def __init__(
        self, parent: QWidget, side: Side, image: QImage | None, faces: tuple[Face, ...], *, replaces: bool
    ) -> None:
        start = max(0, side.number()) if faces is side.faces else 0
        self.faces = FacesBox(image, side.width, side.height, faces, min(start, len(faces) - 1))
        parts = [self.faces]
        if replaces:
            lost = tr("The points that you have moved in this picture will be replaced. You can undo it.")
            parts.append(label(lost, "body", "text2", wrap=True))  # type: ignore[arg-type]
        keep = Button(tr("Keep as it is"), height=32)
        take = Button(tr("Replace the points") if replaces else tr("Take this face"), kind=Kind.MAIN)
        one = tr("A face was found. Take its points?")
        title = tr("Which face do you want to edit?") if len(faces) > 1 else one
        super().__init__(parent, title, column(*parts, space=12), [keep, take], width=576)
        keep.clicked.connect(self.reject)
        take.clicked.connect(self.accept)
