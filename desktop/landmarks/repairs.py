"""Goes back to what was found, copies an offset to the other picture, relaxes, and brings points into the picture."""

import numpy as np

from desktop.landmarks.geometry import Mask, Similarity
from desktop.landmarks.regions import REGIONS
from desktop.landmarks.steps import Steps
from desktop.landmarks.template_edits import TemplateEdits
from desktop.widgets.words import counted, tr
from engine.project.landmarks import LANDMARK_COUNT


class Repairs:
    """Edits that make points right again. A locked region stays as it is."""

    def __init__(self, steps: Steps, template: TemplateEdits) -> None:
        self._steps = steps
        self._template = template
        self._session = steps.session
        self._selection = steps.selection

    def reset(self, side: int, chosen: Mask | None = None) -> None:
        """Put landmarks back where they came from: the chosen ones, or all that a mask names."""
        face = self._steps.settled(side)
        if face is None:
            return
        wanted = (self._selection.landmarks if chosen is None else chosen) & ~self._selection.locked
        if self._session.sides[side].placing:
            self._template.reset(side, wanted)
            return
        unknown = np.isnan(face.found).any(axis=1) & face.moved & wanted
        if unknown.any() and face.template is None:
            self._steps.said.emit(tr("Where the detector had found these points is not known. Detect them again."))
        self._steps.keep(side, tr("Reset points"), face.reset(wanted))

    def reset_regions(self, side: int) -> None:
        """Reset every landmark of the regions in which something is chosen."""
        mask = np.zeros(LANDMARK_COUNT, bool)
        chosen = self._selection.chosen_regions()
        for region in REGIONS:
            if region.key in chosen:
                mask[list(region.points)] = True
        self.reset(side, mask)

    def reset_all(self, side: int) -> None:
        """Put every landmark back that is not locked."""
        self.reset(side, np.ones(LANDMARK_COUNT, bool))

    def copy_offset(self, source: int) -> None:
        """Move the chosen landmarks of the other picture as far as they were moved in this one."""
        target = 1 - source
        if not self._session.paired:
            return
        one, other = self._steps.settled(source), self._steps.settled(target)
        free = self._steps.free()
        if one is None or other is None or not free.any():
            self._steps.said.emit(tr("Choose points first."))
            return
        over = Similarity.between(one.as_found(), other.as_found())
        wanted = other.as_found() + over.apply_vectors(one.offsets())
        points = np.where(free[:, None], wanted, other.points)
        label = tr("Copy offset to {side}", side=self._session.letter(target))
        if not self._steps.keep(target, label, other.with_points(points)):
            letter = self._session.letter(source)
            self._steps.said.emit(tr("The chosen points were not moved in {side}.", side=letter))

    def relax(self, side: int, chosen: Mask | None = None) -> None:
        """Move landmarks to the nearest places in which no triangle is turned over: the chosen ones by default."""
        face, mesh = self._steps.settled(side), self._session.mesh
        if face is None or mesh is None:
            return
        wanted = self._selection.landmarks if chosen is None else chosen
        if not wanted.any():
            self._steps.said.emit(tr("Choose points first."))
            return
        better = mesh.relax(side, face, wanted & ~self._selection.locked)
        left = len(mesh.turned(side, better))
        changed = self._steps.keep(side, tr("Relax points"), better)
        if left:
            text = "{n} triangle is still turned over. Choose more points, or unlock a region."
            many = "{n} triangles are still turned over. Choose more points, or unlock a region."
            self._steps.said.emit(counted(left, text, many))
        elif not changed:
            self._steps.said.emit(tr("No triangle is turned over."))

    def relax_problem(self, side: int) -> None:
        """Relax around every turned triangle of a picture."""
        face, mesh = self._steps.settled(side), self._session.mesh
        if face is None or mesh is None:
            return
        corners = np.zeros(LANDMARK_COUNT, bool)
        corners[list(mesh.turned_points(side, face))] = True
        self.relax(side, mesh.around(corners))

    def bring_in(self, side: int) -> None:
        """Put landmarks that lie outside of the picture on its edge."""
        face = self._steps.settled(side)
        if face is not None:
            inside = np.clip(face.points, 0.0, (face.width, face.height))
            points = np.where(self._selection.locked[:, None], face.points, inside)
            self._steps.keep(side, tr("Bring points in"), face.with_points(points))
