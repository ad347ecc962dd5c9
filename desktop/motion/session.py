"""The motion that is open: its states, the frame that is shown, and what the engine does with it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from desktop.link import Answered, EngineBase
from desktop.motion import take as takes
from desktop.motion.history import History
from desktop.motion.skeleton import WRIST
from desktop.motion.take import Joints, Take
from desktop.widgets.engine_words import engine_text, failure_text
from desktop.widgets.words import tr
from engine.protocol.queries import ChangeMotion, MotionReply, ProbeReply, ReadMotion, WriteMotion

NO_JOINT = -1
"""The chosen joint where none shall stand out."""

_SMOOTH = "smooth"


class MotionSession(QObject):
    """Everything the viewer and the curves show. Nothing reaches a file before :meth:`save`.

    Args:
        engine: reads, repairs and writes motions.
    """

    opened = Signal()
    """Another motion, or none, is open."""

    changed = Signal()
    """The joints, the keys or what can be undone are others now."""

    frame_changed = Signal()
    joint_changed = Signal()

    saved = Signal(object)
    """arg: Path of the file that was written."""

    said = Signal(object)
    """arg: str, a short message."""

    def __init__(self, engine: EngineBase, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._history: History[Take] | None = None
        self._saved: Take | None = None
        self.path: Path | None = None
        self.name = ""
        self.frame = 0
        self.joint = WRIST
        self.follow = False
        """Whether what hangs on a joint is taken along when it is moved."""

    # What is open

    @property
    def take(self) -> Take | None:
        """The newest state."""
        return self._history.state if self._history is not None else None

    @property
    def detected(self) -> Take | None:
        """The motion as it was opened."""
        return self._history.first if self._history is not None else None

    @property
    def unsaved(self) -> bool:
        """Whether the motion differs from every file."""
        return self._history is not None and self._history.state is not self._saved

    @property
    def undo_label(self) -> str:
        return self._history.undo_label if self._history is not None else ""

    @property
    def redo_label(self) -> str:
        return self._history.redo_label if self._history is not None else ""

    def open(self, path: Path, name: str) -> None:
        """Read a motion; ``opened`` follows."""
        self.path, self.name = path, name
        self._engine.ask(ReadMotion(path=str(path)), self._on_read, channel="motion.read")

    def show(self, take: Take, path: Path | None, name: str) -> None:
        """Show a motion that was read."""
        self.path, self.name = path, name
        self._history = History(take)
        self._saved = take
        self.frame = 0
        self.opened.emit()

    def close(self) -> None:
        """Show nothing."""
        self.path, self.name, self._history, self._saved = None, "", None, None
        self.opened.emit()

    def _on_read(self, answer: Answered) -> None:
        if isinstance(answer.reply, MotionReply):
            self.show(takes.from_reply(answer.reply, answer.payload), self.path, self.name)
            for note in answer.reply.notes:
                self.said.emit(engine_text(note))
        elif answer.failure is not None:
            self.close()
            self.said.emit(failure_text(answer.failure))

    # Frame and joint

    def go_to(self, frame: int) -> None:
        """Show a frame, or the nearest there is."""
        take = self.take
        frame = min(max(frame, 0), len(take) - 1) if take is not None and len(take) else 0
        if frame != self.frame:
            self.frame = frame
            self.frame_changed.emit()

    def choose_joint(self, joint: int) -> None:
        """Show the curves of a joint."""
        if joint != self.joint:
            self.joint = joint
            self.joint_changed.emit()

    # Edits

    def undo(self) -> None:
        """Take the last edit back."""
        self._step(lambda history: history.undo())

    def redo(self) -> None:
        """Do it again."""
        self._step(lambda history: history.redo())

    def _step(self, go: Callable[[History[Take]], bool]) -> None:
        if self._history is not None and go(self._history):
            self._settle()

    def _push(self, take: Take, label: str, merge: str = "") -> None:
        assert self._history is not None
        self._history.push(take, label, merge)
        self._settle()

    def _settle(self) -> None:
        take = self.take
        assert take is not None
        last = len(take) - 1
        if self.frame > last:
            self.frame = max(0, last)
            self.frame_changed.emit()
        self.changed.emit()

    def move_key(self, frame: int, offset: tuple[float, float, float], merge: str = "") -> None:
        """Move the chosen joint at a frame by mm; while ``merge`` is the same, counted from where the drag began."""
        if self._history is None:
            return
        start = self._history.before(merge) if merge else self._history.state
        if not start.valid[frame]:
            self.said.emit(tr("The person is not in this frame; fill the gaps first."))
            return
        moved = takes.moved(start, self.joint, frame, offset, follow=self.follow)
        self._push(moved, tr("Move a key"), merge)

    def set_position(self, joint: int, axis: int, value: float) -> None:
        """Put a joint somewhere at the shown frame, on one axis in mm."""
        take = self.take
        if take is None or not take.valid[self.frame]:
            return
        offset = [0.0, 0.0, 0.0]
        offset[axis] = value - float(take.joints[self.frame, joint, axis])
        if abs(offset[axis]) > 1e-4:
            self._push(takes.moved(take, joint, self.frame, offset, follow=self.follow), tr("Move a key"))

    def toggle_key(self) -> None:
        """Give the chosen joint a key at the shown frame, or take one away that was added."""
        take = self.take
        if take is None or not len(take):
            return
        if (self.joint, self.frame) in take.added:
            self._push(takes.without_key(take, self.joint, self.frame), tr("Remove a key"))
        elif self.frame not in takes.keys_of(take, self.joint):
            self._push(takes.with_key(take, self.joint, self.frame), tr("Add a key"))

    def trim(self, start: int, end: int) -> None:
        """Keep the frames from ``start`` up to but not including ``end``."""
        take = self.take
        if take is None or (start, end) == (0, len(take)):
            return
        self.frame = min(max(self.frame - start, 0), end - start - 1)
        self._push(takes.trimmed(take, start, end), tr("Trim"))
        self.frame_changed.emit()

    def smooth(self, strength: int) -> None:
        """Smooth by 0 to 100. A second strength takes the place of the first: moving the slider is one edit."""
        if self._history is None:
            return
        base = self._history.before(_SMOOTH)
        if not strength:
            self._push(base, tr("Smooth"), _SMOOTH)
            return
        query = ChangeMotion(motion=takes.to_data(base), smoothing="savgol", strength=strength / 100)
        self._ask(query, base, np.arange(len(base), dtype=np.float64), tr("Smooth"), _SMOOTH)

    def repair(self, *, outliers: bool = False, fill_gaps: bool = False) -> None:
        """Replace joints that jump, or fill frames without the person."""
        label = tr("Remove outliers") if outliers else tr("Fill gaps")
        self._change(label, lambda count: np.arange(count), outliers=outliers, fill_gaps=fill_gaps)

    def mirror(self) -> None:
        """Let the left side move as the right did."""
        self._change(tr("Mirror"), lambda count: np.arange(count), mirror=True)

    def retime(self, speed: float) -> None:
        """Make it so many times as fast."""
        self._change(tr("Change the speed"), lambda count: np.arange(int(count / speed) + 2) * speed, speed=speed)

    def loop(self, frames: int) -> None:
        """Repeat it to and fro up to a length."""
        self._change(tr("Loop"), lambda count: _to_and_fro(count, frames), loop=frames)

    def fit(self, picture: str) -> None:
        """Put the person where the one in a picture is, and let it be seen as large."""
        self._change(tr("Fit to the picture"), lambda count: np.arange(count), picture=picture)

    def _change(self, label: str, positions: Callable[[int], NDArray[Any]], **what: Any) -> None:
        take = self._history.state if self._history is not None else None
        if take is not None:
            query = ChangeMotion(motion=takes.to_data(take), **what)
            self._ask(query, take, positions(len(take)).astype(np.float64), label, "")

    def _ask(self, query: ChangeMotion, base: Take, positions: NDArray[np.float64], label: str, merge: str) -> None:
        now = self._history

        def on_answer(answer: Answered) -> None:
            if now is not self._history or now is None:
                return
            if isinstance(answer.reply, MotionReply):
                count = answer.reply.frames
                made = takes.changed_by(base, answer.reply, answer.payload, positions[:count])
                self._push(made, label, merge)
                for note in answer.reply.notes:
                    self.said.emit(engine_text(note))
            elif answer.failure is not None:
                self.said.emit(failure_text(answer.failure))

        self._engine.ask(query, on_answer, channel="motion.change")

    # Files

    def save(self, path: Path) -> None:
        """Write the motion to a new file; ``saved`` follows."""
        take, now = self.take, self._history
        if take is None:
            return

        def on_written(answer: Answered) -> None:
            if isinstance(answer.reply, ProbeReply):
                if now is self._history:
                    self._saved = take
                self.saved.emit(path)
                self.changed.emit()
            elif answer.failure is not None:
                self.said.emit(failure_text(answer.failure))

        self._engine.ask(WriteMotion(path=str(path), motion=takes.to_data(take)), on_written)

    def joints_at(self, frame: int) -> Joints | None:
        """Return the joints (24, 3) of a frame, None when the person is not in it."""
        take = self.take
        if take is None or not 0 <= frame < len(take) or not take.valid[frame]:
            return None
        joints: Joints = take.joints[frame]
        return joints


def _to_and_fro(count: int, frames: int) -> NDArray[np.float64]:
    period = max(2 * (count - 1), 1)
    step = np.arange(frames) % period
    result: NDArray[np.float64] = np.minimum(step, period - step).astype(np.float64)
    return result
