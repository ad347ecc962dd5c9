"""One half of the editor's middle: head of 32, canvas, and what is said when there is nothing to edit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.landmarks.canvas import FaceCanvas
from desktop.landmarks.session import Session
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.empty import EmptyState
from desktop.widgets.engine_words import failure_text
from desktop.widgets.labels import ElidedLabel, column
from desktop.widgets.pane import Header
from desktop.widgets.theme import theme
from desktop.widgets.words import counted, short_name, tr
from engine.project.landmarks import LANDMARK_COUNT


class CanvasFrame(QWidget):
    """A canvas with its head."""

    by_hand_wanted = Signal(object)
    crop_wanted = Signal(object)
    faces_wanted = Signal(object)
    """args: int, the picture."""

    def __init__(self, session: Session, canvas: FaceCanvas, side: int) -> None:
        super().__init__()
        self._session = session
        self._side = side
        self.canvas = canvas
        self.head = Header("", height=32)
        self.zoom = ElidedLabel("", "tiny", "text2")
        self.faces = Button("", height=24)
        self.faces.hide()
        self.faces.clicked.connect(lambda: self.faces_wanted.emit(self._side))
        self.fit = IconButton("maximize", tr("Fit the picture"), keys="F", side=26, icon_side=15)
        self.fit.clicked.connect(canvas.fit)
        for part in (self.faces, self.zoom, self.fit):
            self.head.tools.addWidget(part)
        by_hand = Button(tr("Place the mesh by hand"))
        crop = Button(tr("Detect on a crop …"))
        by_hand.clicked.connect(lambda: self.by_hand_wanted.emit(self._side))
        crop.clicked.connect(lambda: self.crop_wanted.emit(self._side))
        self.buttons = (by_hand, crop)
        self.empty = EmptyState("scan-face", "", by_hand, crop)
        self.empty.setParent(canvas)
        self.empty.setProperty("ground", "pane")
        self.empty.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = column(self.head, canvas, space=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        canvas.zoomed.connect(self._on_zoom)
        session.opened.connect(self.refresh)
        session.settled.connect(self.refresh)
        session.side_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_args: object) -> None:
        """Show name and numbers, or why there is nothing to edit."""
        there = self._side < len(self._session.sides)
        self.setVisible(there)
        if not there:
            return
        side = self._session.sides[self._side]
        name = short_name(side.name)
        title = f"{self._session.letter(self._side)} · {name}" if self._session.paired else name
        self.head.set_title(title, self._facts())
        count = len(side.faces or ())
        self.faces.setVisible(count > 1)
        number = side.number() + 1
        self.faces.setText(tr("Face {n} of {count} …", n=number or "?", count=count))
        sentence = ""
        if side.failure is not None:
            sentence = failure_text(side.failure)
        elif side.no_face and side.other_size:
            sentence = tr(
                "The landmarks of this picture belong to another size. The list of problems offers to scale them."
            )
        elif side.no_face:
            sentence = tr("No face was found in this picture.")
        elif side.face is None:
            sentence = tr("Looking for faces …")
        self.empty.set_sentence(sentence)
        for button in self.buttons:
            button.setVisible(side.no_face and not side.other_size)
        self.empty.setVisible(bool(sentence))
        self._place_empty()

    def _facts(self) -> str:
        face = self._session.sides[self._side].settled
        if face is None:
            return ""
        points = tr("{n} points", n=LANDMARK_COUNT)
        moved = int(face.moved.sum())
        if face.by_hand:
            return f"{points} · {tr('placed by hand')}"
        if moved:
            return f"{points} · {counted(moved, '{n} moved', '{n} moved')}"
        return f"{points} · {tr('detector {version}', version=face.version.partition('+')[0])}"

    def _on_zoom(self, zoom: object) -> None:
        self.zoom.set_text(f"{round(float(zoom) * 100)} %")  # type: ignore[arg-type]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_empty()

    def _place_empty(self) -> None:
        width = min(self.canvas.width() - theme().px(24), theme().px(340))
        height = self.empty.sizeHint().height()
        if self.empty.hasHeightForWidth():
            height = max(height, self.empty.heightForWidth(width))
        self.empty.setGeometry((self.canvas.width() - width) // 2, (self.canvas.height() - height) // 2, width, height)
