"""The middle of the export pane: the frame before and after it is encoded, the range, and the film as a strip."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.export.strip import RangeStrip
from desktop.state.thumbnails import Thumbnails
from desktop.timeline.peaks import ClipPeaks
from desktop.timeline.scale import time_code
from desktop.viewer.canvas import Canvas
from desktop.viewer.film_player import FilmPlayer
from desktop.widgets.buttons import IconButton
from desktop.widgets.chips import Option, Segment
from desktop.widgets.fields import ComboBox
from desktop.widgets.labels import ElidedLabel, box, label, line, row
from desktop.widgets.numbers import number_text
from desktop.widgets.pane import Header
from desktop.widgets.theme import theme
from desktop.widgets.words import size, tr
from engine.project.schema import Project

_ZOOMS = ((0.0, "Fit"), (0.5, "50 %"), (1.0, "100 %"), (2.0, "200 %"))


class FrameView(QWidget):
    """Shows a frame in three ways, plays the film, and lets a range be chosen.

    Args:
        thumbnails: small pictures for the strip.
        peaks: waveforms for the strip.
        player: plays the film; its frames are shown here while it does.
    """

    range_way_chosen = Signal()
    """Another way to say the range was chosen: whole, in_out or clips."""

    def __init__(self, thumbnails: Thumbnails, peaks: ClipPeaks, player: FilmPlayer) -> None:
        super().__init__()
        self.setProperty("ground", "surround")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._player = player
        self._whole = QSize(16, 16)
        self._images: tuple[QImage | None, QImage | None] = (None, None)
        self.canvas = Canvas()
        self.strip = RangeStrip(thumbnails, peaks)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._head(), self.canvas, line(), self._transport(), line(), self._ranges(), line(), self.strip):
            layout.addWidget(part, 1 if part is self.canvas else 0)
        player.shown.connect(self._on_played)
        player.state_changed.connect(self._on_state)

    def _head(self) -> QWidget:
        self.header = Header(tr("Frame"))
        self.way = Segment(
            [Option("plain", tr("Timeline")), Option("split", tr("Split")), Option("file", tr("File"))],
            name=tr("What is shown"),
            side=26,
        )
        self.way.set_value("split")
        self.way.chosen.connect(self._show_images)
        self.zoom = ComboBox(name=tr("Zoom"))
        for factor, words in _ZOOMS:
            self.zoom.addItem(tr(words), factor)
        self.zoom.setFixedWidth(max(theme().px(76), self.zoom.sizeHint().width()))
        self.zoom.activated.connect(self._on_zoom)
        self.header.tools.addWidget(self.way)
        self.header.tools.addWidget(self.zoom)
        return self.header

    def _transport(self) -> QWidget:
        player = self._player
        self.time = ElidedLabel("", "strong")
        self.frame_size = ElidedLabel("", "tiny", "text2", align=Qt.AlignmentFlag.AlignRight)
        runs: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("skip-back", tr("Go to the start"), lambda: player.seek(0)),
            ("step-back", tr("One frame back"), lambda: player.step(-1)),
            ("play", tr("Play"), player.toggle),
            ("step-forward", tr("One frame forward"), lambda: player.step(1)),
            ("skip-forward", tr("Go to the end"), lambda: player.seek(player.last)),
        )
        buttons = []
        for icon, name, run in runs:
            framed = icon == "play"
            button = IconButton(icon, name, framed=framed, width=36 if framed else None)
            button.clicked.connect(run)
            buttons.append(button)
        self.play = buttons[2]
        bar = row(box(row(self.time, None)), row(*buttons, space=4), self.frame_size, space=8, margins=(12, 8, 12, 8))
        bar.setStretch(0, 1)
        bar.setStretch(2, 1)
        return box(bar, "pane")

    def _ranges(self) -> QWidget:
        options = [Option("whole", tr("Whole film")), Option("in_out", tr("In to out"))]
        options.append(Option("clips", tr("Chosen clips")))
        self.range = Segment(options, name=tr("Range"), side=26)
        self.range.chosen.connect(lambda _way: self.range_way_chosen.emit())
        self.range_facts = ElidedLabel("", "small", "text2", align=Qt.AlignmentFlag.AlignRight)
        ranges = row(label(tr("Range"), "section"), self.range, self.range_facts, space=12, margins=(12, 8, 12, 8))
        ranges.setStretch(2, 1)
        return box(ranges, "pane")

    # Showing

    def show_film(self, project: Project) -> None:
        """Take over the film's size."""
        self._whole = QSize(project.settings.width, project.settings.height)

    def show_range(self, project: Project, first: int, end: int, frame: int) -> None:
        """Show which frames are exported and which one is looked at."""
        fps = project.settings.fps
        facts = tr(
            "{a} – {b} · {s} s · {n} frames",
            a=time_code(first / fps, fps),
            b=time_code(end / fps, fps),
            s=number_text(float((end - first) / fps), 1),
            n=end - first,
        )
        self.range_facts.set_text(facts)
        self.strip.show_range(first, end, frame)
        self.time.set_text(time_code(frame / fps, fps))
        self.header.set_title(tr("Frame {n} as it will be written", n=frame), tr("drag the line to compare"))

    def show_frames(self, plain: QImage, file: QImage | None, count: int) -> None:
        """Show a frame of the timeline and, when it has come, the same one of the file with its bytes."""
        self._images = plain, file
        self.frame_size.set_text(tr("this frame {size}", size=size(count)) if count else "")
        if not self._player.playing:
            self._show_images(None)

    def show_problem(self, words: str) -> None:
        """Say why the frame cannot be encoded so."""
        self.header.count.set_text(words, "warn")

    def _show_images(self, _way: object) -> None:
        plain, file = self._images
        if plain is None:
            return
        way = self.way.value()
        if way == "split" and file is not None:
            self.canvas.compare(plain, file, (tr("Timeline"), tr("File")), self._whole)
        else:
            self.canvas.show_image(file if way == "file" and file is not None else plain, self._whole, keep_place=True)

    def _on_played(self, _frame: object, image: object) -> None:
        if self.isVisible() and self._player.playing and isinstance(image, QImage):
            self.canvas.show_image(image, self._whole, keep_place=True)

    def _on_state(self, speed: object) -> None:
        self.play.set_icon_name("pause" if speed else "play")
        self.play.set_name(tr("Pause") if speed else tr("Play"))

    def _on_zoom(self, _index: int) -> None:
        self.canvas.set_zoom(self.zoom.currentData())
