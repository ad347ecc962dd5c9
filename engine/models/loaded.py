"""Models that stay in memory between jobs, within a budget; the least recently used goes first."""

import gc
import logging
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

log = logging.getLogger(__name__)


@dataclass
class _Loaded:
    model: Any
    size: int
    last_used: float
    users: int = 0


class LoadedModels:
    """Keeps models by key. Every method may be called from any thread.

    Args:
        budget: bytes that all kept models may take together; 0 keeps none after its use.
        idle_seconds: a model that was not used for so long is dropped by :meth:`drop_idle`; 0 means never.
        clock: seconds, for tests.
    """

    def __init__(self, budget: int, *, idle_seconds: float = 0.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._budget = budget
        self._idle = idle_seconds
        self._clock = clock
        self._models: OrderedDict[str, _Loaded] = OrderedDict()
        self._lock = threading.RLock()
        # Loading takes minutes, and whoever only looks or drops must not wait for it: the heartbeat does both.
        self._loading = threading.RLock()

    @property
    def size(self) -> int:
        """Bytes of all kept models."""
        with self._lock:
            return sum(each.size for each in self._models.values())

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the kept models, the least recently used first."""
        with self._lock:
            return tuple(self._models)

    @contextmanager
    def use(self, key: str, load: Callable[[], Any], size: int) -> Iterator[Any]:
        """Lend a model, loading it when it is not here; it is never dropped while it is lent.

        Room is made before loading, so that the old and the new model need not fit together.

        Args:
            key: everything that makes the loaded model what it is: id, revision, device, number format, plan.
            load: makes it. When it raises, nothing is kept.
            size: bytes that it will take.
        """
        entry = self._lent(key, load, size)
        try:
            yield entry.model
        finally:
            with self._lock:
                entry.users -= 1
                entry.last_used = self._clock()
                self._make_room(0)

    def _lent(self, key: str, load: Callable[[], Any], size: int) -> _Loaded:
        """Return the entry of a model, counted as in use; two threads never load one model twice."""
        with self._loading:
            with self._lock:
                entry = self._models.get(key)
                if entry is None:
                    self._make_room(size)
            if entry is None:
                entry = _Loaded(load(), size, self._clock())
            with self._lock:
                self._models[key] = entry
                self._models.move_to_end(key)
                entry.users += 1
        return entry

    def set_budget(self, budget: int) -> None:
        """Change the budget; what no longer fits is dropped."""
        with self._lock:
            self._budget = budget
            self._make_room(0)

    def drop_idle(self) -> int:
        """Drop the models that nobody used for ``idle_seconds``; returns the bytes freed."""
        if not self._idle:
            return 0
        limit = self._clock() - self._idle
        return self._drop(lambda each: each.last_used <= limit)

    def drop_all(self) -> int:
        """Drop every model that is not lent ("unload now"); returns the bytes freed."""
        return self._drop(lambda _: True)

    def _drop(self, unwanted: Callable[[_Loaded], bool]) -> int:
        with self._lock:
            keys = [key for key, each in self._models.items() if not each.users and unwanted(each)]
            freed = sum(self._models.pop(key).size for key in keys)
        if keys:
            free_memory()
        return freed

    def _make_room(self, wanted: int) -> None:
        """Drop the least recently used until ``wanted`` more bytes fit, as far as models are not lent."""
        dropped = False
        for key in list(self._models):
            if self.size + wanted <= self._budget:
                break
            if not self._models[key].users:
                del self._models[key]
                dropped = True
        if dropped:
            free_memory()


kept_models = LoadedModels(0, idle_seconds=15 * 60)
"""The models of this process. A single command keeps none; an engine that serves a window sets a budget."""


def free_memory() -> None:
    """Give freed memory back to the system and the card; does not import torch for it."""
    gc.collect()
    torch: Any = sys.modules.get("torch")
    if torch is None:
        return
    try:
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        elif torch.backends.mps.is_available():
            torch.mps.empty_cache()
    except RuntimeError:
        # After a fault of the driver even this fails; the window replaces the engine when the next job dies of it.
        log.exception("the graphics card's memory could not be freed")
