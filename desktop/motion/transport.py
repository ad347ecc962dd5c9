"""The row under the two views: time code, play, steps, loop, and what is compared."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from desktop.motion.comparing import Comparison
from desktop.motion.playback import Playback
from desktop.motion.session import MotionSession
from desktop.motion.take import error_between
from desktop.viewer.transport import time_code
from desktop.widgets.buttons import IconButton, LinkButton
from desktop.widgets.chips import Option, Segment
from desktop.widgets.labels import ElidedLabel, box, column, label, line, row
from desktop.widgets.numbers import number_text, short_number
from desktop.widgets.theme import theme
from desktop.widgets.words import tr


class MotionTransport(QWidget):
    """Plays the session and chooses between the motion before and after tokens."""

    shown_changed = Signal(object)
    """arg: str, before, after or both."""

    models_wanted = Signal()
    """The tokenizer shall be downloaded."""

    def __init__(self, session: MotionSession, playback: Playback, comparison: Comparison) -> None:
        super().__init__()
        self._session, self._playback, self._comparison = session, playback, comparison
        self.setProperty("ground", "pane")
        self.time = ElidedLabel(time_code(0, 20), "strong")
        self.time.setMinimumWidth(self.time.sizeHint().width())
        self.hint = ElidedLabel("", "tiny", "text2")
        self.play = IconButton("play", tr("Play"), keys="Space", framed=True, width=36)
        back = IconButton("step-back", tr("One frame back"), keys="Left")
        forward = IconButton("step-forward", tr("One frame forward"), keys="Right")
        self.loop = IconButton("repeat", tr("Loop"), keys="Ctrl+L", checkable=True)
        self.loop.setChecked(playback.loops)
        options = [Option("before", tr("Before")), Option("after", tr("After tokens")), Option("both", tr("Both"))]
        self.show_ = Segment(options, name=tr("Show the motion before or after tokens"), side=24)
        self.again = LinkButton(tr("Compare again"), "small")
        self.get = LinkButton(tr("Download …"), "small")
        self.told = ElidedLabel("", "small", "text2")
        inner = row(self.time, self.hint, self.told, self.again, self.get, None, space=12)
        left = box(inner)
        middle = row(back, self.play, forward, self.loop, space=4)
        right = box(row(None, label(tr("Show"), "small", "text2"), self.show_, space=8))
        controls = row(left, middle, right, space=8, margins=(12, 0, 8, 0))
        # What is said about the tokens needs more room than the choice at the right.
        controls.setStretch(0, 3)
        controls.setStretch(2, 2)
        layout = column(line(), box(controls, "pane"), space=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        back.clicked.connect(lambda: playback.step(-1))
        forward.clicked.connect(lambda: playback.step(1))
        self.play.clicked.connect(playback.toggle)
        self.loop.toggled.connect(self._set_loop)
        playback.playing_changed.connect(self._on_playing)
        self.show_.chosen.connect(self.choose)
        self.again.clicked.connect(comparison.again)
        self.get.clicked.connect(self.models_wanted)
        session.opened.connect(self._show)
        session.changed.connect(self._show)
        session.frame_changed.connect(self._show)
        comparison.changed.connect(self._show)
        self._show()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(520), theme().px(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(420), theme().px(44))

    def choose(self, shown: object) -> None:
        """Show the motion before tokens, after them, or both."""
        self.show_.set_value(str(shown))
        self._comparison.want(shown != "before")
        self.shown_changed.emit(shown)

    def _set_loop(self, loops: bool) -> None:
        self._playback.loops = loops

    def _on_playing(self, playing: object) -> None:
        self.play.set_icon_name("pause" if playing else "play")
        self.play.set_name(tr("Pause") if playing else tr("Play"), "Space")

    def _show(self) -> None:
        take, comparison = self._session.take, self._comparison
        rate = float(take.fps) if take is not None else 20.0
        self.time.set_text(time_code(round(self._session.frame / rate * 1000), rate))
        self.hint.set_text(tr("{n} fps · left = blue, right = orange", n=short_number(rate)))
        comparing = comparison.wanted and take is not None
        words, tone = "", "text2"
        if comparing and comparison.problem:
            words, tone = comparison.problem, "warn"
        elif comparing and comparison.working:
            words = tr("The tokens are being worked out …")
        elif comparing and comparison.restored is not None and take is not None:
            words = self._error_words()
        self.told.set_text(words, tone)
        self.told.setToolTip(words)
        self.hint.setVisible(not words)
        self.told.setVisible(bool(words))
        self.again.setVisible(comparing and comparison.stale and not comparison.working)
        self.get.setVisible(comparing and comparison.missing)

    def _error_words(self) -> str:
        take, restored = self._session.take, self._comparison.restored
        assert take is not None
        assert restored is not None
        error = error_between(take, restored)
        frame = self._session.frame
        if frame >= len(error) or error[frame] != error[frame]:
            return ""
        return tr("{n} mm in this frame", n=number_text(error[frame]))
