"""What the editor's commands do: one line for each command of :data:`desktop.landmarks.commands.LANDMARK_ACTIONS`."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.landmarks.canvas import FaceCanvas
from desktop.landmarks.face import Face
from desktop.landmarks.problems import Problem
from desktop.landmarks.tools import TOOLS
from desktop.widgets.words import tr

if TYPE_CHECKING:
    from desktop.landmarks.page import LandmarksPage

_ZOOM = 1.25
_BRUSH = 1.2
_SOFTER = 0.1


class PageCommands:
    """The commands of a page; they act on the picture that has the focus."""

    def __init__(self, page: "LandmarksPage") -> None:
        self._page = page
        self._session = page.session
        self._selection = page.session.selection

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by the last part of its key."""
        page, edits, views, tools = self._page, self._page.edits, self._page.views, self._page.tools
        moves, repairs = edits.moves, edits.repairs
        return {
            **{f"tool.{tool.key}": partial(tools.take, tool.key) for tool in TOOLS},
            "previous": partial(self.step, -1),
            "next": partial(self.step, 1),
            "smaller": lambda: tools.set_brush(radius=tools.radius / _BRUSH),
            "larger": lambda: tools.set_brush(radius=tools.radius * _BRUSH),
            "harder": lambda: tools.set_brush(softness=tools.softness - _SOFTER),
            "softer": lambda: tools.set_brush(softness=tools.softness + _SOFTER),
            "mirror": lambda: moves.set_mirror(not moves.mirror),
            "link": lambda: views.set_linked(not views.linked, page.side),
            "lock": self.toggle_lock,
            "relax": lambda: self._with_side(repairs.relax),
            "reset": lambda: self._with_side(repairs.reset),
            "reset_region": lambda: self._with_side(repairs.reset_regions),
            "reset_all": lambda: self._with_side(repairs.reset_all),
            "copy_offset": lambda: self._with_side(repairs.copy_offset),
            "add_key": self.add_key,
            "delete": lambda: edits.keys.delete(),
            "choose_all": lambda: self._selection.choose(range(len(self._selection.weights))),
            "choose_region": self._selection.choose_whole_regions,
            "grow": self.grow,
            "other_side": self.go_to_other_side,
            "loupe": lambda: tools.show_loupe(not tools.loupe),
            "morph": partial(page.strip.set_view, "morph"),
            "onion": partial(page.strip.set_view, "onion"),
            "difference": partial(page.strip.set_view, "difference"),
            "play": page.preview.toggle,
            "ping_pong": page.strip.toggle_ping_pong,
            "table": lambda: page.regions.show_table(not page.regions.table_shown()),
            "fit": lambda: self._with_canvas(FaceCanvas.fit),
            "fit_face": lambda: self._with_canvas(FaceCanvas.fit_face),
            "pixels": lambda: self._with_canvas(FaceCanvas.show_pixels),
            "zoom_in": lambda: self._with_canvas(lambda canvas: canvas.zoom(_ZOOM)),
            "zoom_out": lambda: self._with_canvas(lambda canvas: canvas.zoom(1 / _ZOOM)),
            "choose_face": lambda: self._with_side(page.questions.choose_face),
            "detect": lambda: self._with_side(page.questions.detect_again),
            "by_hand": lambda: self._with_side(self.place_by_hand),
            "export": lambda: self._with_side(page.files.export),
            "import": lambda: self._with_side(page.files.take),
            "done": page.done.emit,
        }

    def _with_side(self, act: Callable[[int], object]) -> None:
        if self._page.side < len(self._session.sides):
            act(self._page.side)

    def _with_canvas(self, act: Callable[[FaceCanvas], object]) -> None:
        if self._page.side < len(self._session.sides):
            act(self._page.canvases[self._page.side])

    # Choosing

    def step(self, by: int) -> None:
        """Choose the next or previous point."""
        self._with_canvas(lambda canvas: canvas.keys.step(by))

    def toggle_lock(self) -> None:
        """Lock the regions in which something is chosen, or unlock them when they all are locked."""
        keys = self._selection.chosen_regions()
        if not keys:
            self._page.said.emit(tr("Choose points of a region first."))
        self._selection.set_locked(keys, not set(keys) <= self._selection.locked_regions)

    def grow(self) -> None:
        """Choose the neighbours of what is chosen as well."""
        mesh = self._session.mesh
        if mesh is not None:
            self._selection.choose(mesh.ring(self._selection.landmarks), "add", current=self._selection.current)

    def go_to_other_side(self) -> None:
        """Act on the other picture."""
        if self._session.paired:
            self._page.canvases[1 - self._page.side].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Points and problems

    def add_key(self) -> None:
        """Add a key point in the middle of the view, from where keys or the mouse move it."""
        page = self._page
        if page.side < len(self._session.sides):
            view = page.canvases[page.side].view()
            page.edits.keys.add(page.side, view.x, view.y, page.tools.key_group)
            page.canvases[page.side].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place_by_hand(self, side: int) -> None:
        """Lay the template over a picture, or go on where a mesh was placed by hand before."""
        page, face = self._page, self._session.sides[side].settled
        known = face is not None and face.template is not None
        if not known and not page.questions.may_replace(side):
            return
        page.tools.take("select")
        page.tools.set_step("place")
        if known:
            page.edits.template.go_on(side)
        elif not page.edits.template.start(side):
            return
        page.canvases[side].fit()
        page.canvases[side].setFocus(Qt.FocusReason.OtherFocusReason)

    def help_with(self, problem: Problem) -> None:
        """Do what the button of a problem says."""
        page, side = self._page, problem.side
        if problem.action == "relax":
            page.edits.repairs.relax_problem(side)
        elif problem.action == "detect":
            page.questions.detect_again(side)
        elif problem.action == "scale":
            self._scale_stored(side)
        elif problem.action == "bring_in":
            page.edits.repairs.bring_in(side)
        elif problem.action == "complete":
            keys = [{p.id for p in face.key_points} for face in self._session.faces]
            self._selection.choose_keys(keys[0] ^ keys[1] if len(keys) == 2 else ())
        else:
            self._selection.choose(problem.points, current=problem.points[0])
            page.canvases[side].show_point(problem.points[0])

    def _scale_stored(self, side: int) -> None:
        each = self._session.sides[side]
        stored = each.stored
        if stored is not None and each.other_size and self._page.questions.may_scale(stored.width, stored.height, side):
            self._session.store(side, tr("Scale landmarks"), Face.of(stored.scaled_to(each.width, each.height)))
