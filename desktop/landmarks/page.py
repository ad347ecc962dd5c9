"""The landmark editor's page: tools, regions, two canvases, result and problems, preview strip."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from desktop.landmarks.bar import ToolBar
from desktop.landmarks.canvas import FaceCanvas
from desktop.landmarks.edits import Edits
from desktop.landmarks.files import LandmarkFiles
from desktop.landmarks.frame import CanvasFrame
from desktop.landmarks.images import Picture
from desktop.landmarks.page_commands import PageCommands
from desktop.landmarks.placing import PlacingPart
from desktop.landmarks.preview import Preview
from desktop.landmarks.questions import Questions
from desktop.landmarks.rail import Rail
from desktop.landmarks.regions_pane import RegionsPane
from desktop.landmarks.result_pane import WIDTH as RESULT_WIDTH
from desktop.landmarks.result_pane import ResultPane
from desktop.landmarks.result_view import ResultView
from desktop.landmarks.session import Session
from desktop.landmarks.strip import Strip
from desktop.landmarks.tools import Toolbox
from desktop.landmarks.view import Views
from desktop.widgets.empty import EmptyState
from desktop.widgets.labels import box, column, line, row
from desktop.widgets.theme import theme
from desktop.widgets.words import tr


class LandmarksPage(QWidget):
    """Takes the place of gallery, viewer and timeline while landmarks are corrected.

    Args:
        session: the open pictures.
    """

    said = Signal(object)
    """arg: str, a short message."""

    failed = Signal(object)
    """arg: Failure."""

    done = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.edits = Edits(session)
        self.tools = Toolbox(self)
        self.views = Views(self)
        self.preview = Preview(session)
        self.side = 0
        self.pictures = [Picture(session.engine, f"landmarks.picture.{side}", self) for side in (0, 1)]
        self.canvases = [
            FaceCanvas(session, self.edits, self.tools, self.views, self.pictures[side], side) for side in (0, 1)
        ]
        self.frames = [CanvasFrame(session, canvas, side) for side, canvas in enumerate(self.canvases)]
        self.rail = Rail(self.tools)
        self.regions = RegionsPane(session, self.edits)
        self.bar = ToolBar(self.tools, self.edits, self.views)
        self.placing = PlacingPart(session, self.edits, self.tools)
        self.result = ResultPane(session, self.edits, self.preview, self.placing)
        self.strip = Strip(self.preview)
        self.questions = Questions(self, session, self.pictures)
        self.files = LandmarkFiles(self, session, self.questions)
        self.commands = PageCommands(self)
        self._fitted = False
        self.large = ResultView()
        self.large.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lay_out()
        self._wire()
        self._on_opened()

    def _lay_out(self) -> None:
        px = theme().px
        self._between = line("v")
        halves = row(self.frames[0], self._between, self.frames[1], space=0)
        halves.setStretch(0, 1)
        halves.setStretch(2, 1)
        self._middle = QStackedWidget()
        self._middle.addWidget(box(halves))
        self._middle.addWidget(box(row(self.large), "surround"))
        centre = column(self.bar, self._middle, self.strip, space=0)
        centre.setStretch(1, 1)
        self.result.setFixedWidth(px(RESULT_WIDTH))
        self._editor = box(row(self.rail, self.regions, line("v"), box(centre), line("v"), self.result, space=0), "app")
        layout = self._editor.layout()
        assert layout is not None
        layout.setStretch(3, 1)  # type: ignore[attr-defined]
        self.nothing = EmptyState(
            "scan-face",
            tr(
                "Choose one or two portraits in the gallery, or a morph on the timeline, "
                "and correct their landmarks here."
            ),
            hint=tr("Ctrl+Shift+K in the gallery"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._editor)
        self._stack.addWidget(self.nothing)
        self.setLayout(column(self._stack, space=0))
        self.setProperty("ground", "app")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Landmarks"))

    def _wire(self) -> None:
        s = self.session
        s.opened.connect(self._on_opened)
        s.settled.connect(self._on_settled)
        s.selection.changed.connect(self._on_selection)
        for speaker in (self.edits, self.questions, self.files):
            speaker.said.connect(self.said)
        self.files.failed.connect(self.failed)
        self.preview.arrived.connect(lambda result: self.large.show_image(result.image))
        for side, (canvas, frame, picture) in enumerate(zip(self.canvases, self.frames, self.pictures, strict=True)):
            canvas.focused.connect(self.choose_side)
            canvas.pointed.connect(partial(self._echo, side))
            frame.by_hand_wanted.connect(self.commands.place_by_hand)
            frame.crop_wanted.connect(partial(self.questions.detect_again, crop=True))
            frame.faces_wanted.connect(self.questions.choose_face)
            picture.failed.connect(partial(s.fail, side))
        self.bar.turned.connect(lambda factor, degrees: self.edits.moves.scale_and_turn(self.side, factor, degrees))
        self.regions.key_wanted.connect(self.commands.add_key)
        self.regions.side_wanted.connect(self.choose_side)
        self.result.problems.acted.connect(self.commands.help_with)
        self.result.detect_wanted.connect(lambda: self.questions.detect_again(self.side))
        self.result.done.connect(self.done)
        self.result.expand_wanted.connect(self._toggle_large)
        self.placing.step_taken.connect(self._show_step)
        self.placing.wanted.connect(self.commands.place_by_hand)
        self.placing.ended.connect(lambda side: self.canvases[side].setFocus(Qt.FocusReason.OtherFocusReason))

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by the last part of its key."""
        return self.commands.handlers()

    def choose_side(self, side: object) -> None:
        """Have keys and panels act on a picture."""
        assert isinstance(side, int)
        if side != self.side:
            self.side = side
            self.regions.set_side(side)
            self.result.set_side(side)
            self.placing.set_side(side)

    # Inside

    def _on_opened(self) -> None:
        sides = self.session.sides
        self._stack.setCurrentIndex(0 if sides else 1)
        self._between.setVisible(self.session.paired)
        self.strip.setVisible(self.session.paired)
        self.bar.set_paired(self.session.paired)
        self.views.clear()
        self._fitted = False
        self.side = 0
        for pane in (self.regions, self.result, self.placing):
            pane.set_side(0)
        for side, picture in enumerate(self.pictures):
            picture.show(sides[side].path if side < len(sides) else None)
        self.strip.clear()
        self._set_large(False)
        if sides and self.isVisible():
            self.canvases[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_settled(self, _side: object) -> None:
        faces = self.session.faces
        self.views.set_faces([face.points for face in faces])
        if self._fitted or not faces:
            return
        if len(faces) == len(self.session.sides):
            self._fitted = True
            # The first canvas leads: its partner shows the like part, so that both faces stand alike.
            for canvas in reversed(self.canvases[: len(faces)]):
                canvas.fit_face()
        else:
            for canvas in self.canvases[: len(self.session.sides)]:
                canvas.fit_face(alone=True)

    def _show_step(self, side: int, anchors: tuple[int, ...]) -> None:
        canvas = self.canvases[side]
        if anchors:
            canvas.fit_points(anchors)
        else:
            canvas.fit()

    def _on_selection(self) -> None:
        if self.regions.table_shown() and self.regions.table.hasFocus():
            self.canvases[self.side].show_point(self.session.selection.current)

    def _echo(self, side: int, canvas: object) -> None:
        other = self.canvases[1 - side]
        place = self.canvases[side].brush_place() if canvas is not None and self.tools.tool.key == "brush" else None
        shown = place is not None and self.session.paired and len(self.session.faces) == 2
        if not shown and other.echo is None:
            return
        other.echo = self.views.over(side, *place)[:2] if shown and place is not None else None
        other.update()

    def _toggle_large(self) -> None:
        self._set_large(self._middle.currentIndex() == 0)

    def _set_large(self, on: bool) -> None:
        self._middle.setCurrentIndex(1 if on else 0)
        self.result.expand.setChecked(on)
        self.large.show_image(self.result.view.image(), tr("The morph is being prepared …"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.session.sides:
            self.canvases[self.side].setFocus(Qt.FocusReason.OtherFocusReason)
