"""The landmark editor's page: tools, regions, two canvases, result and problems, preview strip."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QStackedWidget, QWidget

from desktop.landmarks.bar import ToolBar
from desktop.landmarks.canvas import FaceCanvas
from desktop.landmarks.dialogs import DetectDialog, FacesDialog
from desktop.landmarks.edits import Edits
from desktop.landmarks.exchange import SUFFIX, read_file, write_file
from desktop.landmarks.face import Face
from desktop.landmarks.frame import CanvasFrame
from desktop.landmarks.images import Picture
from desktop.landmarks.placing import PlacingPart
from desktop.landmarks.preview import Preview
from desktop.landmarks.problems import Problem
from desktop.landmarks.rail import Rail
from desktop.landmarks.regions import REGIONS
from desktop.landmarks.regions_pane import RegionsPane
from desktop.landmarks.result_pane import WIDTH as RESULT_WIDTH
from desktop.landmarks.result_pane import ResultPane, ResultView
from desktop.landmarks.session import Session
from desktop.landmarks.strip import Strip
from desktop.landmarks.tools import TOOLS, Toolbox
from desktop.landmarks.view import Views
from desktop.widgets.dialog import ask
from desktop.widgets.empty import EmptyState
from desktop.widgets.labels import box, column, line, row
from desktop.widgets.theme import theme
from desktop.widgets.words import short_name, tr
from engine.project.landmarks import LANDMARK_COUNT
from engine.protocol.errors import PortraitsError

_ZOOM = 1.25
_BRUSH = 1.2


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
        s.faces_offered.connect(self._offer_faces)
        s.selection.changed.connect(self._on_selection)
        self.edits.said.connect(self.said)
        self.preview.arrived.connect(lambda result: self.large.show_image(result.image))
        for side, (canvas, frame, picture) in enumerate(zip(self.canvases, self.frames, self.pictures, strict=True)):
            canvas.focused.connect(self.choose_side)
            canvas.pointed.connect(partial(self._echo, side))
            frame.by_hand_wanted.connect(self.place_by_hand)
            frame.crop_wanted.connect(lambda which: self.detect_again(which, crop=True))
            frame.faces_wanted.connect(self.choose_face)
            picture.failed.connect(partial(s.fail, side))
        self.bar.turned.connect(lambda factor, degrees: self.edits.scale_and_turn(self.side, factor, degrees))
        self.regions.key_wanted.connect(self.add_key)
        self.regions.side_wanted.connect(self.choose_side)
        self.result.problem_acted.connect(self.help_with)
        self.result.detect_wanted.connect(lambda: self.detect_again(self.side))
        self.result.done.connect(self.done)
        self.result.expand_wanted.connect(self._toggle_large)
        self.placing.ended.connect(lambda side: self.canvases[side].setFocus(Qt.FocusReason.OtherFocusReason))

    # What the commands do

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by the last part of its key."""
        edits, selection, views = self.edits, self.session.selection, self.views
        tools = self.tools
        return {
            **{f"tool.{tool.key}": partial(tools.take, tool.key) for tool in TOOLS},
            "previous": partial(self.step, -1),
            "next": partial(self.step, 1),
            "smaller": lambda: tools.set_brush(radius=tools.radius / _BRUSH),
            "larger": lambda: tools.set_brush(radius=tools.radius * _BRUSH),
            "mirror": lambda: edits.set_mirror(not edits.mirror),
            "link": lambda: views.set_linked(not views.linked, self.side),
            "lock": self.toggle_lock,
            "relax": lambda: self._with_side(edits.relax),
            "reset": lambda: self._with_side(edits.reset),
            "reset_region": self.reset_regions,
            "reset_all": lambda: self._with_side(edits.reset_all),
            "copy_offset": lambda: self._with_side(edits.copy_offset),
            "add_key": self.add_key,
            "delete": lambda: edits.delete_keys(),
            "choose_all": lambda: selection.choose(range(len(selection.weights))),
            "other_side": self.go_to_other_side,
            "loupe": lambda: tools.show_loupe(not tools.loupe),
            "morph": partial(self.strip.set_view, "morph"),
            "onion": partial(self.strip.set_view, "onion"),
            "difference": partial(self.strip.set_view, "difference"),
            "play": self.preview.toggle,
            "table": lambda: self.regions.show_table(not self.regions.table_shown()),
            "fit": lambda: self._with_canvas(FaceCanvas.fit),
            "fit_face": lambda: self._with_canvas(FaceCanvas.fit_face),
            "pixels": lambda: self._with_canvas(FaceCanvas.show_pixels),
            "zoom_in": lambda: self._with_canvas(lambda canvas: canvas.zoom(_ZOOM)),
            "zoom_out": lambda: self._with_canvas(lambda canvas: canvas.zoom(1 / _ZOOM)),
            "detect": lambda: self._with_side(self.detect_again),
            "by_hand": lambda: self._with_side(self.place_by_hand),
            "export": self.export_file,
            "import": self.import_file,
            "done": self.done.emit,
        }

    def _with_side(self, act: Callable[[int], object]) -> None:
        if self.side < len(self.session.sides):
            act(self.side)

    def _with_canvas(self, act: Callable[[FaceCanvas], object]) -> None:
        if self.side < len(self.session.sides):
            act(self.canvases[self.side])

    def step(self, by: int) -> None:
        """Choose the next or previous point, among the anchors while a mesh is placed."""
        if self.side >= len(self.session.sides) or self.session.sides[self.side].face is None:
            return
        placing = self.session.sides[self.side].placement is not None
        anchors = self.edits.anchors(self.tools.step) if placing else None
        if not placing or anchors:
            self.session.selection.step(by, anchors)

    def toggle_lock(self) -> None:
        """Lock the regions in which something is chosen, or unlock them when they all are locked."""
        selection = self.session.selection
        keys = selection.chosen_regions()
        selection.set_locked(keys, not set(keys) <= selection.locked_regions)

    def reset_regions(self) -> None:
        """Reset every point of the regions in which something is chosen."""
        mask = np.zeros(LANDMARK_COUNT, bool)
        for region in REGIONS:
            if region.key in self.session.selection.chosen_regions():
                mask[list(region.points)] = True
        self._with_side(lambda side: self.edits.reset(side, mask))

    def add_key(self) -> None:
        """Add a key point in the middle of the view, from where keys or the mouse move it."""
        if self.side < len(self.session.sides):
            view = self.canvases[self.side].view()
            self.edits.add_key(self.side, view.x, view.y, self.tools.key_group)
            self.canvases[self.side].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_other_side(self) -> None:
        """Act on the other picture."""
        if self.session.paired:
            self.canvases[1 - self.side].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose_side(self, side: object) -> None:
        """Have keys and panels act on a picture."""
        assert isinstance(side, int)
        if side != self.side:
            self.side = side
            self.regions.set_side(side)
            self.result.set_side(side)
            self.placing.set_side(side)

    # Faces

    def detect_again(self, side: int, *, crop: bool = False) -> None:
        """Ask how, and detect again."""
        each = self.session.sides[side]
        image = self.pictures[side].image
        dialog = DetectDialog(self, each, image, self.session.letter(side), crop=crop)
        if dialog.exec():
            self.session.detect(side, dialog.confidence.value(), dialog.crop())
        dialog.deleteLater()

    def place_by_hand(self, side: int) -> None:
        """Lay the template over a picture."""
        face = self.session.sides[side].settled
        if face is not None and face.edited and not self._may_replace(side):
            return
        self.tools.take("select")
        self.tools.set_step("place")
        self.edits.start_by_hand(side)
        self.canvases[side].fit()
        self.canvases[side].setFocus(Qt.FocusReason.OtherFocusReason)

    def _may_replace(self, side: int) -> bool:
        name = short_name(self.session.sides[side].name)
        title = tr("Replace the points you have moved in “{name}”?", name=name)
        text = tr("The mesh would be placed anew. You can undo it.")
        return ask(self.window(), title, text, [("keep", tr("Keep them")), ("replace", tr("Replace"))]) == "replace"

    def choose_face(self, side: object) -> None:
        """Ask which of the faces that were found is meant."""
        assert isinstance(side, int)
        faces = self.session.sides[side].faces
        if faces:
            self._offer_faces(side, faces)

    def _offer_faces(self, side: int, faces: tuple[Face, ...]) -> None:
        each = self.session.sides[side]
        edited = each.settled is not None and bool(each.settled.moved.any())
        dialog = FacesDialog(self, each, self.pictures[side].image, faces, replaces=edited)
        if dialog.exec():
            self.session.take_face(side, faces[dialog.faces.number])
        dialog.deleteLater()

    # Problems

    def help_with(self, problem: Problem) -> None:
        """Do what the button of a problem says."""
        side = problem.side
        if problem.action == "relax":
            self.edits.relax_problem(side)
        elif problem.action == "detect":
            self.detect_again(side)
        elif problem.action == "scale":
            self._scale_stored(side)
        elif problem.action == "bring_in":
            self.edits.bring_in(side)
        elif problem.action == "complete":
            keys = [{p.id for p in face.key_points} for face in self.session.faces]
            self.session.selection.choose_keys(keys[0] ^ keys[1] if len(keys) == 2 else ())
        else:
            self.session.selection.choose(problem.points, current=problem.points[0])
            self.canvases[side].show_point(problem.points[0])

    def _scale_stored(self, side: int) -> None:
        each = self.session.sides[side]
        if (
            each.stored is not None
            and each.other_size
            and self._asks_to_scale(each.stored.width, each.stored.height, side)
        ):
            self.session.store(side, tr("Scale landmarks"), Face.of(each.stored.scaled_to(each.width, each.height)))

    def _asks_to_scale(self, width: int, height: int, side: int) -> bool:
        each = self.session.sides[side]
        title = tr("Scale the landmarks to this picture?")
        text = tr(
            "They belong to a picture of {old} pixels, this one has {new}. "
            "That is right when it is the same picture at another size.",
            old=f"{width} x {height}",
            new=f"{each.width} x {each.height}",
        )
        return ask(self.window(), title, text, [("keep", tr("Cancel")), ("scale", tr("Scale them"))]) == "scale"

    # Files

    def export_file(self) -> None:
        """Write the points of the picture to a landmark file."""
        if self.side >= len(self.session.sides) or self.session.sides[self.side].settled is None:
            return
        each = self.session.sides[self.side]
        start = str(each.path.with_name(f"{Path(each.name).stem}{SUFFIX}"))
        name, _ = QFileDialog.getSaveFileName(self, tr("Export landmarks"), start, f"JSON (*{SUFFIX})")
        if name:
            self.write_landmarks(Path(name if name.endswith(".json") else name + SUFFIX))

    def write_landmarks(self, path: Path) -> None:
        """Write the points of the picture to a file."""
        face = self.session.sides[self.side].settled
        assert face is not None
        try:
            write_file(path, face.landmarks())
        except PortraitsError as error:
            self.failed.emit(error.failure)
        else:
            self.said.emit(tr("The landmarks were written to “{name}”.", name=path.name))

    def import_file(self) -> None:
        """Read the points of the picture from a landmark file."""
        if self.side < len(self.session.sides):
            name, _ = QFileDialog.getOpenFileName(self, tr("Import landmarks"), "", "JSON (*.json)")
            if name:
                self.read_landmarks(Path(name))

    def read_landmarks(self, path: Path) -> None:
        """Take the points of the picture from a file, and say what does not fit."""
        each = self.session.sides[self.side]
        try:
            found = read_file(path, each.width, each.height, (each.detector, each.version))
        except PortraitsError as error:
            self.failed.emit(error.failure)
            return
        if found.other_size and not self._asks_to_scale(found.landmarks.width, found.landmarks.height, self.side):
            return
        face = each.settled
        if face is not None and face.edited and not self._may_replace(self.side):
            return
        each.placement = None
        self.session.store(self.side, tr("Import landmarks"), Face.of(found.fitted(each.width, each.height)))
        text = tr("The landmarks of “{name}” were taken.", name=path.name)
        if found.other_shape:
            text += " " + tr("Its picture had other proportions.")
        if found.other_detector:
            text += " " + tr(
                "Another detector made them: {detector} {version}.",
                detector=found.landmarks.detector,
                version=found.landmarks.detector_version,
            )
        self.said.emit(text)

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
        if not self._fitted and faces and len(faces) == len(self.session.sides):
            self._fitted = True
            # The first canvas leads: its partner shows the like part, so that both faces stand alike.
            for canvas in reversed(self.canvases[: len(faces)]):
                canvas.fit_face()

    def _on_selection(self) -> None:
        if self.regions.table_shown() and self.regions.table.hasFocus():
            self.canvases[self.side].show_point(self.session.selection.current)

    def _echo(self, side: int, canvas: object) -> None:
        other = self.canvases[1 - side]
        place = self.canvases[side].pointer_place() if canvas is not None and self.tools.tool.key == "brush" else None
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
