"""How far the installing of a pack is, told as the states of one download."""

from collections.abc import Callable

from msgspec import structs

from engine.protocol.errors import PortraitsError
from engine.protocol.models import DownloadPhase, DownloadState


class PackProgress:
    """Passes the states of the download on, and ends them only when the pack is unpacked.

    Args:
        on_state: told the states.
    """

    def __init__(self, on_state: Callable[[DownloadState], None] | None) -> None:
        self._on_state = on_state or (lambda _state: None)
        self.last: DownloadState | None = None
        self._percent = -1

    def downloading(self, state: DownloadState) -> None:
        """Pass on a state of the download; its end is not yet the end."""
        self.last = state
        if state.phase != "done":
            self._on_state(state)

    def unpacking(self, part: float) -> None:
        """Tell how much is unpacked, 0..1, as the checking of what has arrived."""
        if self.last is not None and int(100 * part) != self._percent:
            self._percent = int(100 * part)
            self._on_state(structs.replace(self.last, phase="checking", done=round(part * self.last.total), file=""))

    def end(self, phase: DownloadPhase, error: PortraitsError | None = None) -> None:
        """Tell the end; nothing was told before when the download did not begin."""
        if self.last is not None:
            failure = error.failure if error is not None else None
            self._on_state(structs.replace(self.last, phase=phase, failure=failure, rate=None, remaining=None))
