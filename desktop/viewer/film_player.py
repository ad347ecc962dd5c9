"""Plays the film: sound is the clock, pictures follow it, and what could not be shown in time is counted."""

from fractions import Fraction
from math import floor

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from desktop.timeline.selection import Playhead
from desktop.viewer.ahead import frames_ahead, last_frame, range_frames, sample_of
from desktop.viewer.film_frames import SOUND_RATE, FilmFrames
from desktop.viewer.sound_output import Clock, PlainClock, SoundOutput
from desktop.widgets.words import tr
from engine.project.schema import Project

_TICK = 8
_AHEAD = 14
_SOUND_AHEAD = 2.0
_CHUNK = SOUND_RATE
_SPEEDS = (1, 2, 4, 8)


class FilmPlayer(QObject):
    """Moves the playhead and shows the frame under it.

    Args:
        frames: gives frames and sound.
        playhead: what moves.
        sound: plays; a clock.
    """

    shown = Signal(object, object)
    """args: int frame, QImage."""

    state_changed = Signal(object)
    """arg: int, the speed: 0 stands, 1 plays, -2 plays back at twice the speed."""

    dropped_changed = Signal(object)
    """arg: int, frames since the start of playing that were not shown in time."""

    noted = Signal(object)
    """arg: str, what the person should know, once."""

    def __init__(
        self, frames: FilmFrames, playhead: Playhead, sound: SoundOutput, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._frames, self._playhead, self._sound = frames, playhead, sound
        self._plain = PlainClock()
        self._clock: Clock = self._plain
        self._fps = Fraction(24)
        self._last = 0
        self._range: tuple[int, int] | None = None
        self._speed = 0
        self._origin = 0
        self._current = 0
        self._moves = False
        self._sound_next = 0
        self._sound_end = 0
        self._said_silent = False
        self._scrubs = False
        self.loop = False
        self.dropped = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.tick)
        frames.arrived.connect(self._on_arrived)
        frames.sounded.connect(self._on_sounded)
        frames.taken_over.connect(self._on_taken_over)
        playhead.moved.connect(self._on_moved)

    # What is played

    def set_film(self, project: Project) -> None:
        """Take over the film's frame rate, length and range."""
        self._fps = project.settings.fps
        self._last, self._range = last_frame(project), range_frames(project)
        if self.playing and self._current > self._last:
            self.stop()

    @property
    def playing(self) -> bool:
        return self._speed != 0

    @property
    def speed(self) -> int:
        return self._speed

    @property
    def playhead(self) -> Playhead:
        """What moves."""
        return self._playhead

    @property
    def frame(self) -> int:
        """The frame under the playhead."""
        return floor(self._playhead.time * self._fps)

    @property
    def last(self) -> int:
        """The film's last frame."""
        return self._last

    # Commands

    def toggle(self) -> None:
        """Play, or stop."""
        if self.playing:
            self.stop()
        else:
            self.play(1)

    def play(self, speed: int) -> None:
        """Play at a speed; negative plays back."""
        first, last = self._bounds()
        start = min(max(self.frame, 0), self._last)
        if speed > 0 and start >= last:
            start = first
        elif speed < 0 and start <= first:
            start = last
        self._begin(start, speed)

    def faster(self, direction: int) -> None:
        """J and L: play back or forward, and faster with every press."""
        if self._speed * direction > 0:
            index = min(_SPEEDS.index(abs(self._speed)) + 1, len(_SPEEDS) - 1)
            self._begin(self._current, _SPEEDS[index] * direction)
        else:
            self.play(direction)

    def stop(self) -> None:
        """Stand at the frame that is shown."""
        if not self.playing:
            return
        self._timer.stop()
        self._clock.stop()
        self._speed = 0
        self._frames.draft = self._scrubs
        self._frames.want_ahead(())
        self.state_changed.emit(0)
        self._go_to(self._current)

    def step(self, frames: int) -> None:
        """Stop, and go forward or back by frames."""
        self.stop()
        self._go_to(min(max(self.frame + frames, 0), self._last))

    def seek(self, frame: int) -> None:
        """Stop, and go to a frame."""
        self.stop()
        self._go_to(min(max(frame, 0), self._last))

    def set_scrubbing(self, scrubs: object) -> None:
        """Say that the playhead is being dragged, or no more: the exact frame is shown then."""
        self._scrubs = bool(scrubs)
        self._frames.draft = self._scrubs or self.playing
        if not scrubs and not self.playing:
            self.refresh()

    def second(self) -> int:
        """Return how many frames a second has."""
        return max(1, round(self._fps))

    # Playing

    def _begin(self, start: int, speed: int) -> None:
        self._clock.stop()
        self._frames.draft = True
        self._origin = self._current = start
        if not self.playing:
            self.dropped = 0
            self.dropped_changed.emit(0)
        self._speed = speed
        first_image = self._frames.image(start)
        if first_image is not None:
            self._show(start, first_image)
        self._choose_clock()
        self._read_ahead()
        self._timer.start()
        self.state_changed.emit(speed)

    def _choose_clock(self) -> None:
        self._clock = self._plain
        if self._speed == 1 and self._frames.has_sound:
            if self._sound.start():
                self._clock = self._sound
                self._sound_next = sample_of(self._origin, self._fps, SOUND_RATE)
                self._sound_end = sample_of(self._bounds()[1] + 1, self._fps, SOUND_RATE)
                self._ask_sound()
                return
            if not self._said_silent:
                self._said_silent = True
                self.noted.emit(tr("No sound output was found, so films play silently."))
        self._plain.start()

    def tick(self) -> None:
        """Show what is due now."""
        if not self.playing:
            return
        if self._clock is self._sound:
            self._sound.pump()
            self._ask_sound()
        passed = floor(self._clock.seconds() * float(self._fps) * abs(self._speed) + 1e-6)
        due = self._origin + passed * (1 if self._speed > 0 else -1)
        first, last = self._bounds()
        if due > last or due < first:
            self._at_end(first, last)
            return
        if due != self._current:
            self._show_due(due)

    def _show_due(self, due: int) -> None:
        image = self._frames.image(due)
        if image is None:
            self._read_ahead(due)
            return
        skipped = abs(due - self._current) - abs(self._speed)
        if skipped > 0:
            self.dropped += skipped
            self.dropped_changed.emit(self.dropped)
        self._current = due
        self._show(due, image)
        self._read_ahead(due)

    def _at_end(self, first: int, last: int) -> None:
        if self.loop:
            self._begin(first if self._speed > 0 else last, self._speed)
            return
        self._current = last if self._speed > 0 else first
        self.stop()

    def _bounds(self) -> tuple[int, int]:
        """Return the first and last frame that play: the range while it loops, else the film."""
        if self.loop and self._range is not None:
            return self._range
        return 0, self._last

    def _read_ahead(self, due: int | None = None) -> None:
        start = self._current if due is None else due
        self._frames.want_ahead(frames_ahead(start, self._speed, self._bounds(), _AHEAD, loops=self.loop))

    def _ask_sound(self) -> None:
        heard = sample_of(self._origin, self._fps, SOUND_RATE) + round(self._clock.seconds() * SOUND_RATE)
        while self._sound_next < self._sound_end and self._sound_next - heard < _SOUND_AHEAD * SOUND_RATE:
            count = min(_CHUNK, self._sound_end - self._sound_next)
            self._frames.want_sound(self._sound_next, count)
            self._sound_next += count

    def _on_sounded(self, _first: object, data: object) -> None:
        if self.playing and self._clock is self._sound and isinstance(data, bytes):
            self._sound.feed(data)
            self._sound.pump()

    # Showing

    def _go_to(self, frame: int) -> None:
        self._current = frame
        self._playhead.go_to(frame / self._fps)
        self.refresh()

    def _show(self, frame: int, image: QImage) -> None:
        self._moves = True
        self._playhead.go_to(frame / self._fps)
        self._moves = False
        self.shown.emit(frame, image)

    def refresh(self) -> None:
        """Show the frame under the playhead."""
        image = self._frames.want(self.frame)
        if image is not None:
            self.shown.emit(self.frame, image)

    def _on_moved(self, _time: object) -> None:
        if self._moves:
            return
        if self.playing:
            # The person put the playhead elsewhere: go on from there.
            self._begin(min(max(self.frame, 0), self._last), self._speed)
        else:
            self.refresh()

    def _on_arrived(self, frame: object) -> None:
        if not self.playing and frame == self.frame:
            image = self._frames.image(self.frame)
            if image is not None:
                self.shown.emit(self.frame, image)

    def _on_taken_over(self, _has_sound: object) -> None:
        if self.playing:
            self._begin(self._current, self._speed)
        else:
            self.refresh()
