"""The windows of a long shot while it is made: a bar for each over the length of the shot, and where two overlap."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.queue.shot_progress import ShotProgress, shot_progress, state_of
from desktop.widgets import painting
from desktop.widgets.chips import STATES
from desktop.widgets.icons import paint_icon
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.protocol.jobs import VideoJob
from engine.protocol.jobs.base import Job
from engine.protocol.messages import Progress
from engine.protocol.shot_choices import windows_for
from engine.protocol.shots import Window

_ROW, _GAP, _HEAD, _PAD = 28, 4, 24, 12
_ROWS = 2
_EDGE = 3


class WindowBars(QWidget):
    """Hidden for everything but a shot of several windows."""

    def __init__(self) -> None:
        super().__init__()
        self._windows: tuple[Window, ...] = ()
        self._shot = ShotProgress(0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_job(self, job: Job | None, progress: Progress | None) -> None:
        """Show the windows of a running job; None hides them."""
        windows = windows_for(job) if isinstance(job, VideoJob) else ()
        self._shot = shot_progress(job, progress) if isinstance(job, VideoJob) else ShotProgress(0, 0)
        # A model that a folder tells nothing of may take other windows than the job lets expect.
        self._windows = windows if self._shot.windows == len(windows) else ()
        self.setVisible(len(self._windows) > 1)
        self.setAccessibleName(". ".join(self.words()))
        self.update()

    def words(self) -> list[str]:
        """Return what stands in each bar."""
        return [self._words(place) for place in range(len(self._windows))]

    def sizeHint(self) -> QSize:
        look = theme()
        return QSize(look.px(300), look.px(_HEAD + _ROWS * (_ROW + _GAP) + _PAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._windows:
            return
        look = theme()
        painter = QPainter(self)
        head = QRectF(look.px(_PAD), 0, self.width() - 2 * look.px(_PAD), look.px(_HEAD))
        shared = tr("dashed: {n} frames that two windows share", n=self._windows[1].overlap)
        painting.text(painter, head, f"{tr('Windows')}   {shared}", look.font("tiny"), look.colour("text2"))
        self._paint_shares(painter)
        for place, window in enumerate(self._windows):
            self._paint_bar(painter, place, self._rect(place, window))

    def _x(self, frame: int) -> float:
        pad = theme().px(_PAD)
        return pad + (self.width() - 2 * pad) * frame / self._windows[-1].end

    def _rect(self, place: int, window: Window) -> QRectF:
        look = theme()
        top = look.px(_HEAD) + place % _ROWS * look.px(_ROW + _GAP)
        return QRectF(self._x(window.start), top, self._x(window.end) - self._x(window.start), look.px(_ROW))

    def _paint_shares(self, painter: QPainter) -> None:
        look = theme()
        painter.setPen(QPen(look.colour("edgehi"), 1, Qt.PenStyle.DashLine))
        top, bottom = look.px(_HEAD), look.px(_HEAD + _ROWS * (_ROW + _GAP))
        for window in self._windows[1:]:
            for frame in (window.start, window.start + window.overlap):
                x = round(self._x(frame)) + 0.5
                painter.drawLine(int(x), top, int(x), bottom)

    def _paint_bar(self, painter: QPainter, place: int, rect: QRectF) -> None:
        look = theme()
        state = state_of(self._shot, place)
        runs = state == "running"
        fill, edge = look.colour("tint" if runs else "raised"), look.colour("accent" if runs else "edge")
        painting.frame(painter, rect, fill=fill, edge=edge, radius=4)
        icon, tone = STATES[state]
        side, pad = look.px(14), look.px(8)
        paint_icon(painter, icon, look.colour(tone), rect.left() + pad, rect.center().y() - side / 2, side)
        words = rect.adjusted(pad + side + look.px(6), 0, -pad, 0)
        painting.text(painter, words, self._words(place), look.font("small"), look.colour("text"))
        part = 1.0 if state == "ok" else self._shot.step / self._shot.steps if runs and self._shot.steps else 0.0
        below = QRectF(rect.left() + 1, rect.bottom() - _EDGE, (rect.width() - 2) * min(1.0, part), _EDGE - 1)
        painter.fillRect(below, look.colour("ok" if state == "ok" else "accent"))

    def _words(self, place: int) -> str:
        name = tr("Window {n}", n=place + 1)
        if state_of(self._shot, place) != "running":
            return name
        step, steps = max(1, round(self._shot.step)), round(self._shot.steps)
        return f"{name} · {tr('step {n} of {all}', n=step, all=steps)}"
