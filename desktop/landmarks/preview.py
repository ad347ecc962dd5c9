"""The morph as the points are now: one question at a time to the engine, always the newest."""

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from desktop.landmarks.pixels import to_image
from desktop.landmarks.preview_query import frames_query
from desktop.landmarks.session import Session
from desktop.link import Answered
from engine.protocol.errors import Failure
from engine.protocol.queries import MorphFrames, MorphFramesReply, MorphView

LIVE_SIDE = 512
FULL_SIDE = 2048
FRAMES = tuple(index / 8 for index in range(9))
_STRIP_SIDE = 168
_REST_MS = 350
_RELEASED_MS = 80
_STEP_MS = 33
_SECONDS = 2.0


@dataclass(frozen=True)
class Result:
    """A frame of the morph, and how long it took from the question to here.

    Attributes:
        image: it owns its pixels.
        at: the time 0..1.
        side: its longer side in pixels.
        full: whether it has the size of the picture.
        milliseconds: the round trip.
        left_out: landmarks that the mesh left out.
    """

    image: QImage
    at: float
    side: int
    full: bool
    milliseconds: float
    left_out: tuple[int, ...]


class Preview(QObject):
    """Asks for frames while a person edits, plays and looks at other times."""

    arrived = Signal(object)
    """arg: Result."""

    strip_arrived = Signal(object)
    """arg: tuple of QImage, one for each of FRAMES."""

    time_changed = Signal(object)
    """arg: float."""

    playing_changed = Signal(object)
    """arg: bool."""

    failed = Signal(object)
    """arg: Failure."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._at = 0.5
        self._view: MorphView = "morph"
        self._ping_pong = True
        self._forward = True
        self._sent = 0.0
        self._busy = False
        self._wanted = False
        self._query_id = 0
        self._shown: MorphFrames | None = None
        self._strip_due = False
        self.left_out: tuple[int, ...] | None = None
        self.milliseconds = 0.0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._ask_at_rest)
        self._clock = QTimer(self)
        self._clock.setInterval(_STEP_MS)
        self._clock.timeout.connect(self._play_on)
        session.opened.connect(self._on_opened)
        session.moved.connect(self._on_moved)
        session.settled.connect(self._on_settled)

    @property
    def at(self) -> float:
        return self._at

    @property
    def view(self) -> MorphView:
        return self._view

    @property
    def playing(self) -> bool:
        return self._clock.isActive()

    @property
    def ping_pong(self) -> bool:
        return self._ping_pong

    @property
    def possible(self) -> bool:
        """Whether there are two pictures with faces."""
        return self._session.paired and len(self._session.faces) == 2

    def go_to(self, at: float) -> None:
        """Look at a time 0..1."""
        wanted = min(max(at, 0.0), 1.0)
        if wanted != self._at:
            self._at = wanted
            self.time_changed.emit(wanted)
            self.ask()

    def set_view(self, view: MorphView) -> None:
        """Show the morph, the onion skin or the difference."""
        self._view = view
        self._strip_due = True
        self.ask()

    def set_ping_pong(self, on: bool) -> None:
        """Play there and back, or from the start again."""
        self._ping_pong = on

    def toggle(self) -> None:
        """Play or pause."""
        if self.playing:
            self._clock.stop()
        elif self.possible:
            self._clock.start()
        self.playing_changed.emit(self.playing)

    def stop(self) -> None:
        """Play no more and ask no more."""
        self._clock.stop()
        self._rest.stop()
        self._wanted = False

    def ask(self) -> None:
        """Have the frame at this time shown as soon as the engine is free; the newest points count."""
        if not self.possible:
            return
        self._rest.start(_REST_MS)
        if self._busy:
            self._wanted = True
            return
        self._send(live=True)

    def _ask_when_settled(self) -> None:
        """An edit has ended: the size of the picture follows soon, a live frame only where none shows these points."""
        if not self.possible:
            return
        if self._busy:
            self._wanted = True
        else:
            self._send_if_new()
        self._rest.start(_RELEASED_MS)

    def _send_if_new(self) -> None:
        if self._shown != self._query((self._at,), LIVE_SIDE, live=True):
            self._send(live=True)

    def _send(self, *, live: bool) -> None:
        self._wanted = False
        self._busy = True
        self._sent = time.perf_counter()
        query = self._query((self._at,), LIVE_SIDE if live else FULL_SIDE, live=live)
        self._query_id = self._session.engine.ask(query, self._on_frame)

    def _query(self, times: tuple[float, ...], side: int, *, live: bool, shown: int = 0) -> MorphFrames:
        return frames_query(self._session, self._view, times, side, live=live, shown=shown)

    def _on_frame(self, answer: Answered) -> None:
        if answer.query_id != self._query_id:
            return
        self._busy = False
        query = answer.query
        assert isinstance(query, MorphFrames)
        if isinstance(answer.reply, MorphFramesReply):
            self._shown = query if query.live else self._shown
            took = (time.perf_counter() - self._sent) * 1000
            self.left_out = answer.reply.left_out
            if query.live:
                self.milliseconds = took
            image = to_image(answer.payload[0], answer.reply.width, answer.reply.height)
            size = max(answer.reply.width, answer.reply.height)
            self.arrived.emit(Result(image, query.times[0], size, not query.live, took, answer.reply.left_out))
        elif answer.failure is not None:
            self._fail(answer.failure)
        if self._wanted and self.possible:
            self._wanted = False
            self._send_if_new()

    def _fail(self, failure: Failure) -> None:
        self._clock.stop()
        self.failed.emit(failure)

    def _ask_at_rest(self) -> None:
        """The person pauses: the strip, and the picture at full size."""
        if not self.possible or self.playing:
            return
        if self._busy:
            self._rest.start(_RELEASED_MS)
            return
        if self._strip_due:
            self._strip_due = False
            query = self._query(FRAMES, LIVE_SIDE, live=True, shown=_STRIP_SIDE)
            self._session.engine.ask(query, self._on_strip, "landmarks.strip")
        self._send(live=False)

    def _on_strip(self, answer: Answered) -> None:
        if isinstance(answer.reply, MorphFramesReply) and self.possible:
            size = answer.reply.width, answer.reply.height
            self.strip_arrived.emit(tuple(to_image(data, *size) for data in answer.payload))

    def _on_opened(self) -> None:
        self.stop()
        self._busy = False
        self._query_id = 0
        self._shown = None
        self.left_out = None
        self._strip_due = True
        self.ask()

    def _on_moved(self, _side: object) -> None:
        self._strip_due = True
        self.ask()

    def _on_settled(self, _side: object) -> None:
        self._strip_due = True
        self._ask_when_settled()

    def _play_on(self) -> None:
        if self._busy:
            return
        step = _STEP_MS / 1000 / _SECONDS
        wanted = self._at + (step if self._forward else -step)
        if not 0 <= wanted <= 1:
            if self._ping_pong:
                self._forward = not self._forward
                wanted = min(max(wanted, 0.0), 1.0)
            else:
                wanted = 0.0 if self._forward else 1.0
        self.go_to(wanted)
