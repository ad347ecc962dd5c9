"""The canvas of the timeline: one painted surface with ruler, heads, rows and clips, scrolled and zoomed."""

from fractions import Fraction
from math import log
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy

from desktop.state.thumbnails import Thumbnail, Thumbnails
from desktop.timeline.faces import Faces
from desktop.timeline.morph_faces import MorphFaces
from desktop.timeline.paint import (
    PAD,
    View,
    paint_drop,
    paint_heads,
    paint_hint,
    paint_marker_lines,
    paint_playhead,
    paint_ruler,
)
from desktop.timeline.paint_clips import ClipPainter, paint_marks, rows_area
from desktop.timeline.peaks import ClipPeaks
from desktop.timeline.rows import HEADS, RULER, Row, Rows
from desktop.timeline.scale import LEAST, MOST, Scale, fitting
from desktop.timeline.selection import ClipSelection, Playhead
from desktop.widgets import painting
from desktop.widgets.theme import theme
from desktop.widgets.words import clock, tr
from engine.project.schema import Project

_WIDEST_FIT = 160.0


class TimelineView(QAbstractScrollArea):
    """Shows a film on its tracks. What the pointer does is decided elsewhere (:mod:`desktop.timeline.pointer`).

    Args:
        thumbnails: small pictures.
        peaks: waveforms.
        selection: what is chosen.
        playhead: where it stands.
        morphs: frames of morphs.
    """

    zoomed = Signal()

    def __init__(
        self,
        thumbnails: Thumbnails,
        peaks: ClipPeaks,
        selection: ClipSelection,
        playhead: Playhead,
        morphs: MorphFaces | None = None,
    ) -> None:
        super().__init__()
        self.selection, self.playhead = selection, playhead
        self.project = Project()
        self.shown = self.project
        self.rows = Rows()
        self.scale = Scale(40.0)
        self.target_track = ""
        self.snapped: Fraction | None = None
        self.hovered = ""
        self.dragged: frozenset[str] = frozenset()
        self.band: QRect | None = None
        self.drop: tuple[Fraction, int] | None = None
        self.hint = ""
        self.hint_at = QPoint()
        self._fitted = True
        self._folder = Path()
        self._missing: frozenset[str] = frozenset()
        self.faces = Faces(thumbnails, peaks, morphs)
        self._clips = ClipPainter(self.faces)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self.viewport().update)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Timeline"))
        # The timeline runs from left to right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        selection.changed.connect(self._repaint)
        playhead.moved.connect(self._on_playhead)
        thumbnails.ready.connect(self._on_thumbnail)
        peaks.ready.connect(self._on_peaks)
        if morphs is not None:
            morphs.ready.connect(self._on_peaks)
        theme().changed.connect(self._on_theme)

    # What is shown

    def show_project(self, project: Project, folder: Path, missing: frozenset[str] = frozenset()) -> None:
        """Show a film; ``folder`` is where its media lies, ``missing`` the ids of media that are not there."""
        self.project = project
        self._folder, self._missing = folder, missing
        self.preview(project)
        clips = sum(len(track.clips) for track in project.timeline.tracks)
        length = clock(float(project.timeline.duration))
        self.viewport().setAccessibleDescription(tr("{n} clips, {time}", n=clips, time=length))

    def preview(self, project: Project) -> None:
        """Show a film as a drag would leave it."""
        self.shown = project
        self.rows.show(project, theme().px)
        self.faces.show_project(project, self._folder, self._missing)
        if self._fitted and project is self.project:
            self._fit()
        self._update_bars()
        self.viewport().update()

    def view(self) -> View:
        """Return what part is seen."""
        port, look = self.viewport(), theme()
        origin = look.px(HEADS) + look.px(PAD) - self.horizontalScrollBar().value()
        return View(self.scale, origin, self.verticalScrollBar().value(), port.width(), port.height(), self.rows.end)

    def row_at(self, y: float) -> int | None:
        """Return the number of the row at a height of the canvas."""
        return self.rows.at(y - theme().px(RULER) + self.verticalScrollBar().value())

    # Zoom and scroll

    def zoom_to_fit(self) -> None:
        """Show the whole film."""
        self._fitted = True
        self._fit()
        self._after_zoom()

    def zoom_by(self, factor: float, x: float | None = None) -> None:
        """Zoom; what is under ``x`` of the canvas stays there (the playhead when it is seen, else the middle)."""
        self.set_scale(self.scale.per_second * factor, x)

    def set_scale(self, per_second: float, x: float | None = None) -> None:
        """Set how many pixels a second takes."""
        view = self.view()
        if x is None:
            x = view.x(float(self.playhead.time))
            if not theme().px(HEADS) <= x <= view.width:
                x = (view.width + theme().px(HEADS)) / 2
        seconds = view.seconds(x)
        self._fitted = False
        self.scale = Scale.clamped(per_second)
        self._update_bars()
        origin = theme().px(HEADS) + theme().px(PAD)
        self.horizontalScrollBar().setValue(round(self.scale.x(seconds) + origin - x))
        self._after_zoom()

    def zoom_part(self) -> float:
        """Return the zoom as a part 0..1 between the whole film and a frame wide enough to grasp."""
        low, high = self._zoom_ends()
        return min(max((log(self.scale.per_second) - log(low)) / (log(high) - log(low)), 0.0), 1.0)

    def set_zoom_part(self, part: float) -> None:
        """Set the zoom as :meth:`zoom_part` gives it."""
        low, high = self._zoom_ends()
        self.set_scale(low * (high / low) ** part)

    def ensure_visible(self, time: Fraction) -> None:
        """Scroll so that a time is seen; while playing the view turns pages."""
        view, heads = self.view(), theme().px(HEADS)
        x = view.x(float(time))
        if x < heads or x > view.width - theme().px(24):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + x - heads - theme().px(60))

    def _zoom_ends(self) -> tuple[float, float]:
        high = min(MOST, 80.0 * float(self.project.settings.fps))
        return min(max(LEAST, self._fit_scale().per_second / 2), high / 4), high

    def _fit_scale(self) -> Scale:
        room = self.viewport().width() - theme().px(HEADS) - 2 * theme().px(PAD)
        found = fitting(self.rows.end, max(50, room))
        return Scale(min(found.per_second, _WIDEST_FIT))

    def _fit(self) -> None:
        self.scale = self._fit_scale()
        self.horizontalScrollBar().setValue(0)

    def _after_zoom(self) -> None:
        self._update_bars()
        self.viewport().update()
        self.zoomed.emit()

    def _update_bars(self) -> None:
        look, port = theme(), self.viewport()
        room = max(1, port.width() - look.px(HEADS) - look.px(PAD))
        content = self.scale.x(self.rows.end) + look.px(PAD)
        across = self.horizontalScrollBar()
        # Beyond the end there is room to drop something.
        across.setRange(0, content + room // 3 - room if content > room and not self._fitted else 0)
        across.setPageStep(room)
        across.setSingleStep(look.px(40))
        down, seen = self.verticalScrollBar(), max(1, port.height() - look.px(RULER))
        down.setRange(0, max(0, self.rows.height - seen))
        down.setPageStep(seen)
        down.setSingleStep(look.px(20))

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self.paint(painter)
        painter.end()
        if self._clips.unfinished:
            self._again.start()

    def paint(self, painter: QPainter, *, patient: bool = False) -> None:
        """Paint everything. ``patient`` takes the time to finish every clip."""
        view, look = self.view(), theme()
        area = rows_area(view.width, view.height)
        painter.fillRect(area, look.colour("app"))
        painter.setClipRect(area)
        self._clips.begin(patient=patient)
        rows = [row for row in self.rows if view.y(row) < view.height and view.y(row) + row.height > look.px(RULER)]
        for row in rows:
            self._clips.paint_row(painter, view, row, self.devicePixelRatioF())
        paint_marker_lines(painter, view, self.shown)
        for row in rows:
            paint_marks(painter, view, row, self.selection, self.hovered, self.dragged)
        if self.drop is not None:
            paint_drop(painter, view, self.rows, *self.drop)
        if self.band is not None:
            painter.fillRect(self.band, look.colour("accent", 0.12))
            painting.frame(painter, self.band, edge=look.colour("accent"), radius=0)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setClipping(False)
        paint_ruler(painter, view, self.shown)
        paint_playhead(painter, view, self.playhead.time, self.snapped)
        paint_heads(painter, view, list(self.rows), self.playhead.time, self.project.settings.fps, self.target_track)
        if self.hint:
            paint_hint(painter, view, self.hint, self.hint_at)
        if self.hasFocus() and self.property("ring"):
            painting.frame(painter, self.viewport().rect(), edge=look.colour("accent"), radius=0, width=2)

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self._fit()
            self.zoomed.emit()
        self._update_bars()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms to the pointer, Shift scrolls in time, plain scrolls the tracks, and time when all are seen."""
        delta = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
        x, y = delta.x(), delta.y()
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.0015 ** (y or x), event.position().x())
            return
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if modifiers & Qt.KeyboardModifier.ShiftModifier or down.maximum() == 0:
            x, y = x or y, 0
        across.setValue(across.value() - x)
        down.setValue(down.value() - y)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(800), theme().px(RULER) + max(self.rows.height, theme().px(120)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(HEADS + 100), theme().px(RULER + 60))

    def row_of(self, clip_id: str) -> Row | None:
        """Return the row of a clip."""
        return next((row for row in self.rows if any(clip.id == clip_id for clip in row.track.clips)), None)

    def _repaint(self, _event: object = None) -> None:
        self.viewport().update()

    def _on_playhead(self, _time: object) -> None:
        self.viewport().update()

    def _on_thumbnail(self, thumbnail: Thumbnail) -> None:
        if self.faces.on_thumbnail(thumbnail):
            self.viewport().update()

    def _on_peaks(self, path: object) -> None:
        if self.faces.forget(path):
            self.viewport().update()

    def _on_theme(self) -> None:
        self.faces.clear()
        self.rows.show(self.shown, theme().px)
        self._update_bars()
        self.viewport().update()
