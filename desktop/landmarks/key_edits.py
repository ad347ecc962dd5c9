"""A person's own key points: added to both pictures, and deleted from both."""

from collections.abc import Iterable

import numpy as np

from desktop.landmarks.geometry import Similarity
from desktop.landmarks.steps import Steps
from desktop.widgets.words import counted, tr
from engine.project.fields import new_id
from engine.project.landmarks import MAX_KEY_POINTS

KEY_GROUPS = ("Hair", "Ears", "Neck and collar", "Shoulders", "Background")
"""Names offered for key points; translated when shown. A person may give others."""


class KeyEdits:
    """Adds and deletes paired key points."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        self._session = steps.session
        self._selection = steps.selection

    def add(self, side: int, x: float, y: float, name: str) -> str:
        """Add a key point, and its partner at the like place of the other picture; return its id, or ""."""
        face = self._steps.settled(side)
        if face is None:
            return ""
        if len(face.key_points) >= MAX_KEY_POINTS:
            self._steps.said.emit(tr("A picture holds at most {n} key points.", n=MAX_KEY_POINTS))
            return ""
        key = new_id()
        undo = self._session.document.undo
        undo.beginMacro(tr("Add key point"))
        self._steps.keep(side, tr("Add key point"), face.with_key(key, name, x, y))
        other = self._steps.settled(1 - side) if self._session.paired else None
        if other is not None:
            over = Similarity.between(face.points, other.points).apply(np.array([[x, y]]))[0]
            place = np.clip(over, 0, (other.width, other.height))
            self._steps.keep(1 - side, tr("Add key point"), other.with_key(key, name, float(place[0]), float(place[1])))
        undo.endMacro()
        self._selection.choose_keys([key])
        return key

    def delete(self, key_ids: Iterable[str] | None = None) -> None:
        """Delete key points from both pictures: the chosen ones by default."""
        gone = tuple(self._selection.keys if key_ids is None else key_ids)
        if not gone:
            self._steps.said.emit(tr("Choose a key point first. Landmarks cannot be deleted, only reset."))
            return
        undo = self._session.document.undo
        undo.beginMacro(counted(len(gone), "Delete key point", "Delete {n} key points"))
        for index, side in enumerate(self._session.sides):
            if side.settled is not None:
                self._steps.keep(index, tr("Delete key point"), side.settled.without_keys(gone))
        undo.endMacro()
