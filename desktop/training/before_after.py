"""An unseen clip before and after the tokens, side by side, as the newest check left it."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.link import Answered, EngineBase
from desktop.motion import take as takes
from desktop.motion.comparing import Restored
from desktop.motion.orbit_view import OrbitView
from desktop.motion.playback import Playback
from desktop.motion.projection import Orbit
from desktop.motion.session import NO_JOINT, MotionSession
from desktop.motion.take import error_between
from desktop.training.run import Run, UnseenClip
from desktop.widgets.buttons import IconButton
from desktop.widgets.chips import Option, Segment
from desktop.widgets.empty import EmptyState
from desktop.widgets.fields import Slider
from desktop.widgets.labels import ElidedLabel, box, column, line, row
from desktop.widgets.numbers import number_text
from desktop.widgets.pane import Header
from desktop.widgets.words import tr
from engine.protocol.queries import MotionReply, ReadMotion

_FLAT, _SPACE = "flat", "space"


class BeforeAfter(QWidget):
    """Two views of one clip that turn and play together.

    Args:
        engine: reads the clips.
    """

    def __init__(self, engine: EngineBase) -> None:
        super().__init__()
        self._engine = engine
        self._clips: list[UnseenClip] = []
        self._number = 0
        self._asked: UnseenClip | None = None
        self.session = MotionSession(engine, self)
        self.session.joint = NO_JOINT
        self.playback = Playback(self.session)
        self.restored = Restored(self)
        self.views = tuple(OrbitView(self.session, self.restored) for _ in range(2))
        self._lay_out()
        self._wire()
        self._show_clip()

    def _lay_out(self) -> None:
        self.header = Header(tr("Before, after tokens"))
        self.next = IconButton("skip-forward", tr("Another unseen clip"), side=24)
        self.header.tools.addWidget(self.next)
        before, after = self.views
        for view in self.views:
            view.trail = False
        after.shown = "after"
        before.setAccessibleName(tr("The unseen clip"))
        after.setAccessibleName(tr("The unseen clip after tokens"))
        self.error = ElidedLabel("", "small", bold=True)
        heads = (
            row(ElidedLabel(tr("As it is"), "small", "text2"), margins=(10, 4, 10, 4)),
            row(ElidedLabel(tr("After tokens"), "small", "text2"), None, self.error, margins=(10, 4, 10, 4)),
        )
        halves = row(space=1)
        for head, view in zip(heads, self.views, strict=True):
            half = column(box(head, "app"), view, space=0)
            half.setStretch(1, 1)
            halves.addWidget(box(half), 1)
        self.play = IconButton("play", tr("Play"), side=26)
        self.frame = ElidedLabel("", "small", "text2")
        self.slider = Slider(0, 0, name=tr("Frame"))
        self.space = Segment([Option(_FLAT, "2D"), Option(_SPACE, "3D")], name=tr("From which side"), side=22)
        self.space.set_value(_SPACE)
        controls = row(self.play, self.frame, self.slider, self.space, space=8, margins=(8, 5, 8, 5))
        controls.setStretch(2, 1)
        whole = column(box(halves, "raised"), line(), box(controls, "pane"), space=0)
        whole.setStretch(0, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(box(whole))
        self._stack.addWidget(
            EmptyState(
                "person-standing", tr("An unseen motion before and after the tokens appears with the first check.")
            )
        )
        layout = column(self.header, self._stack, space=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _wire(self) -> None:
        session, playback = self.session, self.playback
        self.next.clicked.connect(self.show_next)
        self.play.clicked.connect(playback.toggle)
        playback.playing_changed.connect(self._on_playing)
        self.slider.valueChanged.connect(session.go_to)
        self.space.chosen.connect(self._turn)
        session.opened.connect(self._show_frame)
        session.frame_changed.connect(self._show_frame)
        self.restored.changed.connect(self._show_frame)
        first, second = self.views
        first.looked.connect(second.look)
        second.looked.connect(first.look)

    def show_run(self, run: Run | None) -> None:
        """Show a clip of a run; the same as before while the run is the same."""
        self._clips = run.unseen() if run is not None else []
        self._number %= max(1, len(self._clips))
        self._show_clip()

    def show_next(self) -> None:
        """Show another unseen clip."""
        if self._clips:
            self._number = (self._number + 1) % len(self._clips)
            self._show_clip()

    def _show_clip(self) -> None:
        clip = self._clips[self._number] if self._number < len(self._clips) else None
        self._stack.setCurrentIndex(0 if clip is not None else 1)
        self.next.setEnabled(len(self._clips) > 1)
        if clip is None:
            self._asked = None
            self.playback.pause()
            self.header.set_title(tr("Before, after tokens"))
            return
        words = tr("unseen clip {n} of {all}", n=self._number + 1, all=len(self._clips))
        self.header.set_title(tr("Before, after tokens"), words)
        if clip == self._asked:
            return
        if self._asked is None or clip.before != self._asked.before:
            self._engine.ask(ReadMotion(path=str(clip.before)), self._on_before, channel="train.before")
        self._engine.ask(ReadMotion(path=str(clip.after)), self._on_after, channel="train.after")
        self._asked = clip

    def _on_before(self, answer: Answered) -> None:
        if isinstance(answer.reply, MotionReply):
            take = takes.from_reply(answer.reply, answer.payload)
            self.session.show(take, None, take.source)

    def _on_after(self, answer: Answered) -> None:
        reply = answer.reply
        self.restored.restored = takes.from_reply(reply, answer.payload) if isinstance(reply, MotionReply) else None
        self.restored.changed.emit()

    def _turn(self, how: object) -> None:
        self.views[0].look(Orbit() if how == _SPACE else Orbit(0.0, 0.0))

    def _on_playing(self, playing: object) -> None:
        self.play.set_icon_name("pause" if playing else "play")
        self.play.set_name(tr("Pause") if playing else tr("Play"))

    def _show_frame(self) -> None:
        take, frame = self.session.take, self.session.frame
        count = len(take) if take is not None else 0
        self.slider.blockSignals(True)
        self.slider.setMaximum(max(0, count - 1))
        self.slider.setValue(frame)
        self.slider.blockSignals(False)
        self.frame.set_text(tr("{n} of {all}", n=frame + 1, all=count) if count else "")
        self.error.set_text(self._error_words())

    def _error_words(self) -> str:
        take, restored, frame = self.session.take, self.restored.restored, self.session.frame
        if take is None or restored is None:
            return ""
        error = error_between(take, restored)
        return tr("{n} mm", n=number_text(error[frame])) if frame < len(error) else ""
