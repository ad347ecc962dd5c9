"""Downloads beside jobs: one at a time in a thread of its own, steered by the window."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from msgspec import structs

from engine.host.outbox import Outbox
from engine.host.runner import as_portraits_error
from engine.host.window_words import for_window
from engine.models.download_progress import DownloadControl
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled
from engine.protocol.messages import Download, DownloadReport
from engine.protocol.models import DownloadPhase, DownloadState

log = logging.getLogger(__name__)

_ENDS = ("done", "failed", "cancelled")


class _Context(SilentContext):
    """What a download sees; bytes are told as states, notes go to the log."""

    def __init__(self) -> None:
        super().__init__()
        self.cancelled = threading.Event()

    def note(self, text: str) -> None:
        log.info("%s", text)

    def check_cancelled(self) -> None:
        if self.cancelled.is_set():
            raise Cancelled


@dataclass
class _Running:
    """The download that the thread works on."""

    model: str
    accept_licence: bool
    control: DownloadControl = field(default_factory=DownloadControl)
    context: _Context = field(default_factory=_Context)
    aside: bool = False
    """It ends to let another one run, and counts as paused."""
    ended: bool = False
    """Its end was told."""


class Downloads:
    """The downloads that were asked for. All methods return at once.

    A paused download makes room for one that waits; it goes on behind it when it is resumed.

    Args:
        outbox: where states go.
    """

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._changed = threading.Condition(threading.RLock())
        self._waiting: dict[str, bool] = {}
        self._aside: dict[str, bool] = {}
        self._last: dict[str, DownloadState] = {}
        self._running: _Running | None = None
        self._closed = False
        self._thread: threading.Thread | None = None

    def handle(self, message: Download) -> None:
        """Do what the window says; what makes no sense any more, such as pausing what has ended, does nothing."""
        with self._changed:
            match message.action:
                case "start" | "resume":
                    self._start(message.model, message.accept_licence)
                case "pause":
                    self._pause(message.model)
                case "cancel":
                    self._cancel(message.model)

    def pause_all(self) -> None:
        """Pause what runs and what waits, and close the connection."""
        with self._changed:
            for model in (*self._waiting, *([self._running.model] if self._running else [])):
                self._pause(model)
            if self._running is not None:
                self._set_aside(self._running)

    def concerns(self, model: str) -> bool:
        """Whether a download of a model runs or waits."""
        with self._changed:
            return model in self._waiting or (self._running is not None and self._running.model == model)

    def close(self, seconds: float) -> None:
        """End the download that runs, keeping what has arrived, and start no other."""
        with self._changed:
            self._closed = True
            self._waiting.clear()
            if self._running is not None:
                self._running.context.cancelled.set()
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(seconds)

    def _start(self, model: str, accept_licence: bool) -> None:
        running = self._running
        if running is not None and running.model == model and not running.aside:
            running.control.resume()
            return
        accepted = self._aside.pop(model, False) or accept_licence
        self._waiting[model] = accepted
        if running is not None or len(self._waiting) > 1:
            self._report(self._state(model, "waiting"))
        if running is not None and running.control.paused:
            self._set_aside(running)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="downloads", daemon=True)
            self._thread.start()
        self._changed.notify()

    def _pause(self, model: str) -> None:
        running = self._running
        if model in self._waiting:
            self._aside[model] = self._waiting.pop(model)
            self._report(self._state(model, "paused"))
        elif running is not None and running.model == model:
            if self._waiting:
                self._set_aside(running)
            else:
                running.control.pause()

    def _cancel(self, model: str) -> None:
        running = self._running
        if running is not None and running.model == model and not running.aside:
            running.context.cancelled.set()
        elif model in self._waiting or model in self._aside:
            self._waiting.pop(model, None)
            self._aside.pop(model, None)
            self._report(self._state(model, "cancelled"))

    def _set_aside(self, running: _Running) -> None:
        running.aside = True
        self._aside.setdefault(running.model, running.accept_licence)
        running.context.cancelled.set()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._closed)
                if self._closed:
                    return
                model = next(iter(self._waiting))
                running = self._running = _Running(model, self._waiting.pop(model))
            try:
                self._fetch(running)
            finally:
                with self._changed:
                    self._running = None

    def _fetch(self, running: _Running) -> None:
        def tell(state: DownloadState) -> None:
            if state.phase == "cancelled" and running.aside:
                state = structs.replace(state, phase="paused")
            if state.failure is not None:
                state = structs.replace(state, failure=for_window(state.failure))
            running.ended = running.ended or state.phase in _ENDS
            self._report(state)

        try:
            _bring(running, tell)
        except Cancelled:
            log.info("the download of %s was stopped", running.model)
        except Exception as error:
            failure = for_window(as_portraits_error(error).failure)
            if not running.ended:
                tell(structs.replace(self._state(running.model, "failed"), failure=failure))
        else:
            if not running.ended:
                tell(self._state(running.model, "done"))

    def _state(self, model: str, phase: DownloadPhase) -> DownloadState:
        last = self._last.get(model) or DownloadState(model=model, phase="waiting")
        return structs.replace(last, phase=phase, rate=None, remaining=None, failure=None)

    def _report(self, state: DownloadState) -> None:
        with self._changed:
            self._last[state.model] = state
            if state.phase in _ENDS:
                self._last.pop(state.model)
        self._outbox.put(DownloadReport(state=state))


def _bring(running: _Running, tell: Callable[[DownloadState], None]) -> None:
    """Fetch a model, or a pack of the installed application."""
    from engine.models.download import download
    from engine.models.settings import accept_licence_of
    from engine.models.store import Store
    from engine.packs.store import PackStore

    packs = PackStore.of_this_copy()
    context, accepted = running.context, running.accept_licence
    if packs is not None and running.model in packs:
        packs.install(running.model, context, control=running.control, on_state=tell, accept_licence=accepted)
        if accepted:
            accept_licence_of(running.model)
        return
    store = Store.default()
    entry = store.catalog.get(running.model)
    if accepted:
        accept_licence_of(running.model)
    download(entry, store, context, control=running.control, on_state=tell, accept_licence=accepted)
