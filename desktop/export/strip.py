"""The film as a strip with the part that is exported: pictures 44, sound 38, two handles."""

from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.gallery.tile import SMALL
from desktop.state.thumbnails import Thumbnails
from desktop.timeline.peaks import ClipPeaks
from desktop.timeline.scale import Scale, short_code, ticks_for
from desktop.widgets import painting
from desktop.widgets.numbers import number_text
from desktop.widgets.theme import theme
from desktop.widgets.tokens import CLIPS
from desktop.widgets.words import tr
from engine.project.clips import AnyClip, MovieClip, PlacedClip, SoundClip
from engine.project.schema import Project

_TIMES, _PICTURES, _SOUND, _HANDLE = 18, 44, 38, 10
_MARGIN = 12


class RangeStrip(QWidget):
    """Shows the film from its start to its end and the part between two handles.

    Args:
        thumbnails: small pictures.
        peaks: waveforms.
    """

    range_chosen = Signal(object, object)
    """args: int first frame, int frame after the last."""

    frame_chosen = Signal(object)
    """arg: int, a frame to look at."""

    def __init__(self, thumbnails: Thumbnails, peaks: ClipPeaks) -> None:
        super().__init__()
        self._thumbnails, self._peaks = thumbnails, peaks
        self._project = Project()
        self._folder = Path()
        self._first, self._end, self._all = 0, 1, 1
        self._frame = 0
        self._grip = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Range of the film"))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        thumbnails.ready.connect(self._repaint)
        peaks.ready.connect(self._repaint)

    def show_film(self, project: Project, folder: Path) -> None:
        """Show a film."""
        self._project, self._folder = project, folder
        self._all = max(1, -int(-project.timeline.duration * project.settings.fps // 1))
        self.update()

    def show_range(self, first: int, end: int, frame: int) -> None:
        """Show which frames are exported, and which one is looked at."""
        self._first, self._end, self._frame = first, end, frame
        fps = self._project.settings.fps
        self.setAccessibleDescription(
            tr("{a} to {b} s", a=number_text(float(first / fps), 2), b=number_text(float(end / fps), 2))
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(400), theme().px(_TIMES + _PICTURES + _SOUND + 16))

    def _area(self) -> QRect:
        margin = theme().px(_MARGIN)
        return QRect(margin, theme().px(_TIMES), self.width() - 2 * margin, theme().px(_PICTURES + _SOUND))

    def _x(self, frame: float) -> int:
        area = self._area()
        return area.left() + round(frame / self._all * area.width())

    def _frame_at(self, x: float) -> int:
        area = self._area()
        return min(max(round((x - area.left()) / max(1, area.width()) * self._all), 0), self._all)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, area = theme(), QPainter(self), self._area()
        painter.fillRect(self.rect(), look.colour("app"))
        self._paint_times(painter, area)
        pictures = QRect(area.left(), area.top(), area.width(), look.px(_PICTURES))
        sound = QRect(area.left(), pictures.bottom() + 1, area.width(), look.px(_SOUND))
        self._paint_pictures(painter, pictures)
        self._paint_sound(painter, sound)
        left, right = self._x(self._first), self._x(self._end)
        for rest in (QRect(area.left(), area.top(), left - area.left(), area.height()),):
            painter.fillRect(rest, look.colour("app", 0.6))
        painter.fillRect(QRect(right, area.top(), area.right() - right + 1, area.height()), look.colour("app", 0.6))
        chosen = QRectF(left, area.top(), max(4, right - left), area.height())
        painting.frame(painter, chosen, edge=look.colour("accent"), radius=4, width=2)
        for x in (left, right):
            grip = QRectF(x - look.px(_HANDLE) / 2, area.center().y() - look.px(14), look.px(_HANDLE), look.px(28))
            painting.frame(painter, grip, fill=look.colour("accent"), radius=3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(self._x(self._frame), look.px(6), 2, self.height() - look.px(8), look.colour("text"))
        if self.hasFocus():
            painting.frame(painter, self.rect(), edge=look.colour("accent"), radius=0, width=2)

    def _paint_times(self, painter: QPainter, area: QRect) -> None:
        look, fps = theme(), self._project.settings.fps
        seconds = float(self._all / fps)
        ticks = ticks_for(Scale(area.width() / max(0.04, seconds)), fps, look.px(96))
        step = ticks.seconds(fps)
        for index in range(int(seconds / step) + 1):
            x = self._x(index * step * float(fps))
            words = QRectF(x, 0, look.px(60), look.px(_TIMES))
            text = short_code(index * step, fps, frames=ticks.frames)
            painting.text(painter, words, text, look.font("tiny"), look.colour("text2"))

    def _paint_pictures(self, painter: QPainter, rect: QRect) -> None:
        media = self._project.media_by_id()
        painter.fillRect(rect, theme().colour("field"))
        tile, fps = rect.height(), self._project.settings.fps
        for x in range(rect.left(), rect.right(), tile):
            time = Fraction(self._frame_at(x + tile / 2)) / fps
            clip = self._seen(time)
            item = media.get(clip.media) if isinstance(clip, PlacedClip) else None
            if clip is None or item is None:
                continue
            at = float(round(clip.in_point + (time - clip.start) * clip.speed)) if isinstance(clip, MovieClip) else 0.0
            image = self._thumbnails.picture(str(self._folder / item.path), SMALL, max(0.0, at))
            if image is not None:
                width = min(tile, rect.right() + 1 - x)
                painting.cover(painter, QRect(x, rect.top(), width, tile), image, 0)

    def _seen(self, time: Fraction) -> AnyClip | None:
        """Return what is seen at a time; for a morph the still that is nearer."""
        for track in self._project.timeline.tracks:
            if track.kind != "picture" or track.hidden:
                continue
            placed = [clip for clip in track.clips if isinstance(clip, PlacedClip)]
            if any(clip.start <= time < clip.end for clip in track.clips) and placed:
                return min(placed, key=lambda clip: max(clip.start - time, time - clip.end, Fraction(0)))
        return None

    def _paint_sound(self, painter: QPainter, rect: QRect) -> None:
        look, media = theme(), self._project.media_by_id()
        colours = CLIPS["voice"]
        painter.fillRect(rect, look.colour(colours.fill(look.dark)))
        pitch = look.px(3)
        count = max(1, rect.width() // pitch)
        levels = [0.0] * count
        fps = self._project.settings.fps
        for track in self._project.timeline.tracks:
            for clip in track.clips if not track.muted else ():
                item = media.get(clip.media) if isinstance(clip, SoundClip) else None
                if not isinstance(clip, SoundClip) or item is None:
                    continue
                peaks = self._peaks.peaks(str(self._folder / item.path), item.info.duration)
                first = int(clip.start * fps / self._all * count)
                last = min(count, max(first + 1, int(clip.end * fps / self._all * count)))
                if peaks is None:
                    continue
                begin = float(clip.in_point)
                values = peaks.between(begin, begin + float(clip.duration * clip.speed), last - first)
                gain = 10 ** (clip.gain_db / 20)
                for index, value in enumerate(values):
                    levels[first + index] = min(1.0, max(levels[first + index], value * gain))
        painter.setPen(QPen(look.colour(colours.line(look.dark)), 1.6))
        middle, half = rect.center().y(), rect.height() / 2 - look.px(4)
        for index, level in enumerate(levels):
            x = rect.left() + index * pitch + pitch // 2
            reach = max(1, round(level * half))
            painter.drawLine(x, middle - reach, x, middle + reach)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x, near = event.position().x(), theme().px(8)
        left, right = self._x(self._first), self._x(self._end)
        self._grip = "first" if abs(x - left) <= near else "end" if abs(x - right) <= near else "frame"
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        frame = self._frame_at(event.position().x())
        if self._grip == "frame":
            self.frame_chosen.emit(min(frame, self._all - 1))
        elif self._grip == "first":
            self.range_chosen.emit(min(frame, self._end - 1), self._end)
        elif self._grip == "end":
            self.range_chosen.emit(self._first, max(frame, self._first + 1))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the frame, with Alt the start and with Shift the end of the range."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.range_chosen.emit(min(max(0, self._first + step), self._end - 1), self._end)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.range_chosen.emit(self._first, min(max(self._first + 1, self._end + step), self._all))
        else:
            self.frame_chosen.emit(min(max(0, self._frame + step), self._all - 1))

    def _repaint(self, _event: object) -> None:
        if self.isVisible():
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
