"""Every edit a person can make, as one undo step each. Canvas, keys, table and panel all go through here."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from desktop.landmarks.face import Face
from desktop.landmarks.geometry import Axis, Mask, Similarity, shifts
from desktop.landmarks.session import Session
from desktop.landmarks.template import ANCHORS, Placement
from desktop.widgets.words import counted, tr
from engine.project.fields import new_id
from engine.project.landmarks import LANDMARK_COUNT, MAX_KEY_POINTS

KEY_GROUPS = ("Hair", "Ears", "Neck and collar", "Shoulders", "Background")
"""Names offered for key points; translated when shown. A person may give others."""


class Edits(QObject):
    """The editor's commands. ``mirror`` has both sides of a face move alike."""

    said = Signal(object)
    """arg: str, why something was not done, or what was."""

    mirror_changed = Signal(object)
    """arg: bool."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._selection = session.selection
        self._mirror = False
        self._base: Face | None = None
        self._base_placement: Placement | None = None
        self._axis: Axis | None = None
        self._side = -1
        self._grabbed = -1

    @property
    def mirror(self) -> bool:
        return self._mirror

    def set_mirror(self, on: bool) -> None:
        if on != self._mirror:
            self._mirror = on
            self.mirror_changed.emit(on)

    # Moving what is chosen

    @property
    def dragging(self) -> bool:
        return self._base is not None

    def begin(self, side: int, grabbed: int = -1) -> bool:
        """Start to move the selection of a picture; ``grabbed`` is the point under the pointer."""
        each = self._session.sides[side]
        if each.settled is None:
            return False
        self._side, self._base, self._base_placement = side, each.settled, each.placement
        self._grabbed = grabbed if grabbed >= 0 else max(self._selection.current, 0)
        self._axis = Axis.of(self._base.points) if self._mirror else None
        return True

    def drag(self, dx: float, dy: float) -> None:
        """Show the selection moved by some pixels of the picture from where it was."""
        if self._base is None:
            return
        if self._base_placement is not None:
            self._show_placement(self._dragged_placement(self._base_placement, dx, dy))
            return
        face = self._base
        weights = np.where(self._selection.locked, 0.0, self._selection.weights[:LANDMARK_COUNT])
        if weights.any():
            grabbed = self._grabbed if self._grabbed < LANDMARK_COUNT else int(weights.argmax())
            way = shifts(weights, (dx, dy), self._axis, face.points, grabbed)
            way[self._selection.locked] = 0.0
            face = face.with_points(face.points + way)
        keys = dict(zip(self._selection.key_ids, self._selection.weights[LANDMARK_COUNT:], strict=True))
        ways = {key: (dx * weight, dy * weight) for key, weight in keys.items() if weight}
        self._session.show(self._side, face.moving_keys(ways) if ways else face)

    def commit(self, label: str = "", *, merge: str = "") -> None:
        """Keep what a drag has moved, as one step."""
        if self._base is None:
            return
        side, self._base = self._side, None
        face = self._session.sides[side].face
        assert face is not None
        self._store(side, label or self._move_label(), face, merge=merge)

    def cancel(self) -> None:
        """Put back what a drag has moved."""
        if self._base is not None:
            self._session.sides[self._side].placement = self._base_placement
            self._base = None
            self._session.take_back(self._side)

    def nudge(self, side: int, dx: float, dy: float, *, repeated: bool = False) -> None:
        """Move the selection by some pixels; a key that is held down makes one step."""
        if not self._selection.count and self._session.sides[side].placement is None:
            self.said.emit(tr("Choose a point first."))
        elif self.begin(side):
            self.drag(dx, dy)
            self.commit(merge="nudge" if repeated else "")

    def place(self, side: int, index: int, x: float, y: float) -> None:
        """Put one point to an exact place."""
        face = self._session.sides[side].settled
        if face is None:
            return
        if index >= LANDMARK_COUNT:
            key = self._selection.key_ids[index - LANDMARK_COUNT]
            name = next((p.name for p in face.key_points if p.id == key), "")
            self._store(side, tr("Move key point"), face.with_key(key, name, x, y))
        elif self._selection.locked[index]:
            self.said.emit(tr("Point {n} is in a locked region.", n=index))
        else:
            points = face.points.copy()
            points[index] = (x, y)
            self._store(side, tr("Move point {n}", n=index), face.with_points(points))

    def middle(self, side: int) -> tuple[float, float] | None:
        """Return the middle of the landmarks that would move, None when there are none."""
        face = self._session.sides[side].settled
        free = self._free()
        if face is None or not free.any():
            return None
        x, y = face.points[free].mean(axis=0)
        return float(x), float(y)

    def drag_scale_and_turn(self, factor: float, degrees: float) -> None:
        """Show the selection larger and turned about its middle, clockwise on screen, from how it was."""
        face = self._base
        if face is None:
            return
        free = self._free()
        about = complex(*face.points[free].mean(axis=0))
        turn = complex(factor * np.exp(1j * np.radians(degrees)))
        points = Similarity(turn, about - turn * about).apply(face.points)
        self._session.show(self._side, face.with_points(np.where(free[:, None], points, face.points)))

    def scale_and_turn(self, side: int, factor: float, degrees: float) -> None:
        """Make the selection, or a placed template, larger and turn it about its middle."""
        each = self._session.sides[side]
        if each.placement is not None:
            self._show_placement_on(side, each.placement.scaled(factor).turned(degrees))
            self.commit_placement(side)
        elif self.middle(side) is None:
            self.said.emit(tr("Choose points first."))
        elif self.begin(side):
            self.drag_scale_and_turn(factor, degrees)
            self.commit(tr("Scale and turn"))

    def _free(self) -> Mask:
        free: Mask = self._selection.landmarks & ~self._selection.locked
        return free

    # Going back, copying, relaxing

    def reset(self, side: int, chosen: Mask | None = None) -> None:
        """Put landmarks back where the detector had found them: the chosen ones, or all that a mask names."""
        face = self._session.sides[side].settled
        if face is None:
            return
        wanted = self._selection.landmarks if chosen is None else chosen
        if face.by_hand or (wanted & face.moved & np.isnan(face.found).any(axis=1)).any():
            self.said.emit(tr("Where the detector had found these points is not known. Detect them again."))
        self._store(side, tr("Reset points"), face.reset(wanted & ~self._selection.locked))

    def reset_all(self, side: int) -> None:
        """Put every landmark back that is not locked."""
        self.reset(side, np.ones(LANDMARK_COUNT, bool))

    def copy_offset(self, source: int) -> None:
        """Move the chosen landmarks of the other picture as far as they were moved in this one."""
        target = 1 - source
        if not self._session.paired:
            return
        one, other = self._session.sides[source].settled, self._session.sides[target].settled
        free = self._selection.landmarks & ~self._selection.locked
        if one is None or other is None or not free.any():
            self.said.emit(tr("Choose points first."))
            return
        over = Similarity.between(one.as_found(), other.as_found())
        wanted = other.as_found() + over.apply_vectors(one.offsets())
        points = np.where(free[:, None], wanted, other.points)
        label = tr("Copy offset to {side}", side=self._session.letter(target))
        if not self._store(target, label, other.with_points(points)):
            self.said.emit(tr("The chosen points were not moved in {side}.", side=self._session.letter(source)))

    def relax(self, side: int, chosen: Mask | None = None) -> None:
        """Move landmarks to the nearest places in which no triangle is turned over: the chosen ones by default."""
        face, mesh = self._session.sides[side].settled, self._session.mesh
        if face is None or mesh is None:
            return
        wanted = self._selection.landmarks if chosen is None else chosen
        if not wanted.any():
            self.said.emit(tr("Choose points first."))
            return
        better = mesh.relax(side, face, wanted & ~self._selection.locked)
        left = len(mesh.turned(side, better))
        changed = self._store(side, tr("Relax points"), better)
        if left:
            text = "{n} triangle is still turned over. Choose more points, or unlock a region."
            many = "{n} triangles are still turned over. Choose more points, or unlock a region."
            self.said.emit(counted(left, text, many))
        elif not changed:
            self.said.emit(tr("No triangle is turned over."))

    def relax_problem(self, side: int) -> None:
        """Relax around every turned triangle of a picture."""
        face, mesh = self._session.sides[side].settled, self._session.mesh
        if face is None or mesh is None:
            return
        corners = np.zeros(LANDMARK_COUNT, bool)
        corners[list(mesh.turned_points(side, face))] = True
        self.relax(side, mesh.around(corners))

    def bring_in(self, side: int) -> None:
        """Put landmarks that lie outside of the picture on its edge."""
        face = self._session.sides[side].settled
        if face is not None:
            inside = np.clip(face.points, 0.0, (face.width, face.height))
            points = np.where(self._selection.locked[:, None], face.points, inside)
            self._store(side, tr("Bring points in"), face.with_points(points))

    # Key points

    def add_key(self, side: int, x: float, y: float, name: str) -> str:
        """Add a key point, and its partner at the like place of the other picture; return its id, or ""."""
        face = self._session.sides[side].settled
        if face is None:
            return ""
        if len(face.key_points) >= MAX_KEY_POINTS:
            self.said.emit(tr("A picture holds at most {n} key points.", n=MAX_KEY_POINTS))
            return ""
        key = new_id()
        undo = self._session.document.undo
        undo.beginMacro(tr("Add key point"))
        self._store(side, tr("Add key point"), face.with_key(key, name, x, y))
        other = self._session.sides[1 - side].settled if self._session.paired else None
        if other is not None:
            over = Similarity.between(face.points, other.points).apply(np.array([[x, y]]))[0]
            place = np.clip(over, 0, (other.width, other.height))
            self._store(1 - side, tr("Add key point"), other.with_key(key, name, float(place[0]), float(place[1])))
        undo.endMacro()
        self._selection.choose_keys([key])
        return key

    def delete_keys(self, key_ids: Iterable[str] | None = None) -> None:
        """Delete key points from both pictures: the chosen ones by default."""
        gone = tuple(self._selection.keys if key_ids is None else key_ids)
        if not gone:
            return
        undo = self._session.document.undo
        undo.beginMacro(counted(len(gone), "Delete key point", "Delete {n} key points"))
        for index, side in enumerate(self._session.sides):
            if side.settled is not None:
                self._store(index, tr("Delete key point"), side.settled.without_keys(gone))
        undo.endMacro()

    # Placing by hand

    def start_by_hand(self, side: int) -> None:
        """Lay the template over a picture, to be moved, scaled, turned and fitted."""
        each = self._session.sides[side]
        if not each.width or not each.detector:
            return
        placement = Placement.in_picture(each.width, each.height)
        each.placement = placement
        points = placement.points()
        face = Face(
            width=each.width,
            height=each.height,
            detector=each.detector,
            version=each.version,
            points=points,
            found=np.full_like(points, np.nan),
            moved=np.ones(LANDMARK_COUNT, bool),
            key_points=each.settled.key_points if each.settled is not None else (),
        )
        each.placements[points.tobytes()] = placement
        self._store(side, tr("Place the mesh by hand"), face)
        self._selection.clear()

    def end_by_hand(self, side: int) -> None:
        """Go on with single points."""
        self._session.sides[side].placement = None
        self._session.side_changed.emit(side)

    def anchors(self, step: str) -> tuple[int, ...]:
        """Return the points that a step of placing lets a person move; none while the whole mesh is placed."""
        return ANCHORS.get(step, ())

    def _dragged_placement(self, placement: Placement, dx: float, dy: float) -> Placement:
        chosen = [index for index in range(LANDMARK_COUNT) if self._selection.weights[index]]
        anchors = {index for part in ANCHORS.values() for index in part}
        moved = [index for index in chosen if index in anchors]
        if not moved or self._base is None:
            return placement.moved(dx, dy)
        for index in moved:
            x, y = self._base.points[index]
            placement = placement.with_anchor(index, float(x) + dx, float(y) + dy)
        return placement

    def _show_placement(self, placement: Placement) -> None:
        self._show_placement_on(self._side, placement)

    def _show_placement_on(self, side: int, placement: Placement) -> None:
        each = self._session.sides[side]
        face = each.settled
        assert face is not None
        points = placement.points()
        each.placement = placement
        each.placements[points.tobytes()] = placement
        self._session.show(side, replace(face, points=points))

    def show_placement(self, side: int, placement: Placement) -> None:
        """Show the template elsewhere while a handle is dragged; :meth:`commit_placement` keeps it."""
        self._show_placement_on(side, placement)

    def commit_placement(self, side: int) -> None:
        """Keep the template where it is shown."""
        face = self._session.sides[side].face
        if face is not None:
            self._store(side, tr("Place the mesh"), face)

    # Inside

    def _move_label(self) -> str:
        count = self._selection.count
        if self._base_placement is not None:
            return tr("Place the mesh")
        return counted(count, "Move point", "Move {n} points")

    def _store(self, side: int, label: str, face: Face, *, merge: str = "") -> bool:
        try:
            return self._session.store(side, label, face, merge=merge)
        except ValueError:
            # The project keeps no points that lie several pictures away.
            self._session.take_back(side)
            self.said.emit(tr("The points would lie far outside of the picture."))
            return False
