"""Which points are chosen, how much each follows, and which regions are locked: the same for both pictures."""

from collections.abc import Iterable, Sequence
from typing import Literal

import numpy as np
from PySide6.QtCore import QObject, Signal

from desktop.landmarks.geometry import Mask, Weights
from desktop.landmarks.regions import REGIONS, region
from engine.project.landmarks import LANDMARK_COUNT

How = Literal["replace", "add", "remove", "toggle"]


class Selection(QObject):
    """Weights 0..1 of the 478 landmarks and, after them, of the key points. 0 = not chosen.

    The point that was chosen last is the current one: numbers are shown for it, and the loupe looks at it.
    """

    changed = Signal()
    locks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key_ids: tuple[str, ...] = ()
        self._weights: Weights = np.zeros(LANDMARK_COUNT)
        self._current = -1
        self._locked: frozenset[str] = frozenset()

    # What is chosen

    @property
    def weights(self) -> Weights:
        return self._weights

    @property
    def mask(self) -> Mask:
        return self._weights > 0

    @property
    def landmarks(self) -> Mask:
        """(478,) which landmarks are chosen."""
        result: Mask = self._weights[:LANDMARK_COUNT] > 0
        return result

    @property
    def keys(self) -> tuple[str, ...]:
        """The ids of the chosen key points."""
        return tuple(key for key, weight in zip(self._key_ids, self._weights[LANDMARK_COUNT:], strict=True) if weight)

    @property
    def key_ids(self) -> tuple[str, ...]:
        return self._key_ids

    @property
    def current(self) -> int:
        """The index of the current point, -1 for none."""
        return self._current

    @property
    def count(self) -> int:
        return int(np.count_nonzero(self._weights))

    def set_key_ids(self, key_ids: Sequence[str]) -> None:
        """Say which key points there are; chosen ones that stay remain chosen."""
        if tuple(key_ids) == self._key_ids:
            return
        before = dict(zip(self._key_ids, self._weights[LANDMARK_COUNT:], strict=True))
        current = self._key_ids[self._current - LANDMARK_COUNT] if self._current >= LANDMARK_COUNT else ""
        self._key_ids = tuple(key_ids)
        kept = [before.get(key, 0.0) for key in self._key_ids]
        self._weights = np.concatenate([self._weights[:LANDMARK_COUNT], kept])
        if current:
            self._current = LANDMARK_COUNT + self._key_ids.index(current) if current in self._key_ids else -1
        self.changed.emit()

    def choose_weights(self, weights: Weights, current: int = -1) -> None:
        """Choose points that follow by different amounts, as a soft brush has it."""
        self._weights = np.asarray(weights, np.float64).copy()
        if current >= 0:
            self._current = current
        elif self._current < 0 or not self._weights[self._current]:
            self._current = int(self._weights.argmax()) if self._weights.any() else -1
        self.changed.emit()

    def choose(self, points: Mask | Iterable[int], how: How = "replace", current: int = -1) -> None:
        """Choose points wholly.

        Args:
            points: a mask over all points, or their indices.
            how: whether to choose only these, to add them, to take them out, or to change each.
            current: the point that becomes the current one; by default the first of them.
        """
        mask = np.zeros(len(self._weights), bool)
        given = np.asarray(points if isinstance(points, np.ndarray) else list(points))
        if given.dtype == bool:
            mask[: len(given)] = given
        else:
            mask[given.astype(np.intp)] = True
        old = self.mask
        wanted = {"replace": mask, "add": old | mask, "remove": old & ~mask, "toggle": old ^ mask}[how]
        first = current if current >= 0 else int(mask.argmax()) if mask.any() and how != "remove" else -1
        self.choose_weights(wanted.astype(np.float64), first if first >= 0 and wanted[first] else -1)

    def choose_region(self, key: str, how: How = "replace") -> None:
        """Choose the points of a region."""
        self.choose(region(key).points, how)

    def choose_whole_regions(self) -> None:
        """Choose every point of the regions in which something is chosen."""
        points = {index for key in self.chosen_regions() for index in region(key).points}
        if points:
            self.choose(sorted(points), current=self._current)

    def choose_keys(self, key_ids: Iterable[str], how: How = "replace") -> None:
        """Choose key points."""
        self.choose([LANDMARK_COUNT + self._key_ids.index(key) for key in key_ids if key in self._key_ids], how)

    def clear(self) -> None:
        """Choose nothing."""
        self._weights = np.zeros(len(self._weights))
        self._current = -1
        self.changed.emit()

    def step(self, by: int, among: Sequence[int] | None = None) -> None:
        """Choose the next or the previous point and no other; ``among`` limits which."""
        order = list(among) if among is not None else list(range(len(self._weights)))
        if self._current in order:
            place = (order.index(self._current) + by) % len(order)
        else:
            place = 0 if by > 0 else len(order) - 1
        self.choose([order[place]], current=order[place])

    # Locks

    @property
    def locked_regions(self) -> frozenset[str]:
        return self._locked

    @property
    def locked(self) -> Mask:
        """(478,) which landmarks may not move."""
        mask = np.zeros(LANDMARK_COUNT, bool)
        for each in REGIONS:
            if each.key in self._locked:
                mask[list(each.points)] = True
        return mask

    def set_locked(self, keys: Iterable[str], locked: bool) -> None:
        """Lock regions, or unlock them."""
        wanted = self._locked | set(keys) if locked else self._locked - set(keys)
        if wanted != self._locked:
            self._locked = wanted
            self.locks_changed.emit()

    def chosen_regions(self) -> tuple[str, ...]:
        """Return the regions in which something is chosen."""
        chosen = self.landmarks
        return tuple(each.key for each in REGIONS if chosen[list(each.points)].any())
