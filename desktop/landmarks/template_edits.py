"""Places the whole mesh by hand: lays the template over a picture, moves it, and fits it to eyes, mouth and oval."""

from dataclasses import replace

import numpy as np

from desktop.landmarks.face import Face
from desktop.landmarks.geometry import Mask
from desktop.landmarks.steps import Steps
from desktop.landmarks.template import ANCHORS, Placement
from desktop.widgets.words import tr
from engine.project.landmarks import LANDMARK_COUNT


class TemplateEdits:
    """Edits of a mesh that is placed by hand. Where the template lies is kept with the points."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._session = steps.session
        self._selection = steps.selection

    def start(self, side: int) -> bool:
        """Lay the template over a picture, to be moved, scaled, turned and fitted."""
        each = self._session.sides[side]
        if not each.width or not each.detector:
            self._steps.said.emit(tr("The picture is still being read."))
            return False
        template = Placement.in_picture(each.width, each.height)
        points = template.points
        face = Face(
            width=each.width,
            height=each.height,
            detector=each.detector,
            version=each.version,
            points=points,
            found=np.full_like(points, np.nan),
            moved=np.ones(LANDMARK_COUNT, bool),
            key_points=each.settled.key_points if each.settled is not None else (),
            template=template,
        )
        self._steps.keep(side, tr("Place the mesh by hand"), face)
        self.go_on(side)
        return True

    def go_on(self, side: int) -> None:
        """Place a mesh further that was placed by hand, in this session or in an earlier one."""
        each = self._session.sides[side]
        each.placing = each.face is not None and each.face.template is not None
        self._selection.clear()
        self._session.side_changed.emit(side)

    def end(self, side: int) -> None:
        """Go on with single points; where the template lies stays known."""
        self._session.sides[side].placing = False
        self._session.side_changed.emit(side)

    def anchors(self, step: str) -> tuple[int, ...]:
        """Return the points that a step of placing lets a person move; none while the whole mesh is placed."""
        return ANCHORS.get(step, ())

    def show(self, side: int, template: Placement) -> None:
        """Show the template elsewhere while it is dragged; :meth:`commit` keeps it."""
        face = self._steps.settled(side)
        assert face is not None
        moved = face.with_template(template)
        locked = self._selection.locked
        if locked.any():
            moved = replace(moved, points=np.where(locked[:, None], face.points, moved.points))
        self._session.show(side, moved)

    def drag(self, side: int, start: Face, dx: float, dy: float) -> None:
        """Show the chosen anchors, or the whole template, moved by some pixels from where a face had them."""
        template = start.template
        assert template is not None
        anchors = {index for part in ANCHORS.values() for index in part}
        moved = [index for index in np.flatnonzero(self._selection.landmarks).tolist() if index in anchors]
        if not moved:
            self.show(side, template.moved(dx, dy))
            return
        for index in moved:
            x, y = template.points[index].tolist()
            template = template.with_anchor(index, x + dx, y + dy)
        self.show(side, template)

    def reset(self, side: int, chosen: Mask) -> None:
        """Let go of chosen anchors: they follow the template again."""
        placement = self._session.sides[side].placement
        if placement is not None:
            self.show(side, placement.without_anchors(np.flatnonzero(chosen).tolist()))
            self.commit(side)

    def commit(self, side: int, *, merge: str = "") -> None:
        """Keep the template where it is shown."""
        face = self._session.sides[side].face
        if face is not None:
            self._steps.keep(side, tr("Place the mesh"), face, merge=merge)
