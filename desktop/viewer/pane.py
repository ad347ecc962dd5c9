"""The viewer pane: header with name, size and zoom; canvas; transport for what plays."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.create.pictures_field import dropped_files
from desktop.gallery.tile import SOUND_KINDS, kind_word, paint_peaks
from desktop.gallery.waveforms import Waveforms
from desktop.shell.actions import Actions
from desktop.state.gallery_item import GalleryItem
from desktop.state.thumbnails import Thumbnail, Thumbnails
from desktop.viewer.canvas import Canvas
from desktop.viewer.player import Player
from desktop.viewer.transport import Transport
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.chips import Option, Segment
from desktop.widgets.empty import EmptyState
from desktop.widgets.engine_words import engine_text
from desktop.widgets.fields import ComboBox
from desktop.widgets.numbers import number_text
from desktop.widgets.pane import Pane
from desktop.widgets.theme import theme
from desktop.widgets.tokens import CLIPS
from desktop.widgets.words import clock, short_name, tr, within

FULL_SIDE = 2048
"""Pictures are shown from a copy with at most this many pixels on a side."""

_ZOOMS = ((0.0, "Fit"), (0.5, "50 %"), (1.0, "100 %"), (2.0, "200 %"), (4.0, "400 %"))


class SoundView(QWidget):
    """A sound, large: its waveform on the clip's colour."""

    def __init__(self, waveforms: Waveforms) -> None:
        super().__init__()
        self._waveforms = waveforms
        self._item: GalleryItem | None = None
        self.part = 0.0
        waveforms.ready.connect(self._on_ready)

    def show_item(self, item: GalleryItem) -> None:
        self._item = item
        self.part = 0.0
        self.update()

    def set_part(self, part: float) -> None:
        """Move the playhead to a part (0..1) of the sound."""
        self.part = part
        self.update()

    def _on_ready(self, _path: object) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour("surround"))
        if self._item is None:
            return
        clip = CLIPS["voice" if self._item.kind == "voice" else "music"]
        width = min(self.width() - look.px(48), look.px(720))
        height = min(self.height() - look.px(48), look.px(200))
        rect = self.rect()
        rect.setSize(QSize(width, height))
        rect.moveCenter(self.rect().center())
        peaks = self._waveforms.peaks(self._item.path)
        if peaks is not None:
            paint_peaks(painter, rect, peaks, clip.line(look.dark))
        x = round(rect.left() + self.part * rect.width())
        painter.fillRect(x, rect.top() - look.px(12), 2, rect.height() + look.px(24), look.colour("text"))


class ViewerPane(Pane):
    """Shows what a person opened.

    Args:
        thumbnails: gives pictures large.
        waveforms: gives peaks of sounds.
        actions: the commands for playing.
    """

    files_dropped = Signal(object)
    """arg: tuple of Path."""

    shown = Signal()
    """An item was opened."""

    def __init__(self, thumbnails: Thumbnails, waveforms: Waveforms, actions: Actions) -> None:
        super().__init__("", ground="surround")
        self._thumbnails = thumbnails
        self._actions = actions
        self.item: GalleryItem | None = None
        self._pair: tuple[GalleryItem, GalleryItem] | None = None
        self._fps = 0.0
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Viewer"))
        self.canvas = Canvas()
        self.sound = SoundView(waveforms)
        self.player = Player(self)
        self.transport = Transport(actions)
        self._build_header()
        add = Button(tr("Add files …"), "plus")
        add.clicked.connect(actions["file.add"].trigger)
        self.empty = EmptyState("image", tr("Choose a picture, movie or sound in the gallery to see it here."), add)
        self._stack = QStackedWidget()
        for page in (self.empty, self.canvas, self.sound):
            self._stack.addWidget(page)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.transport)
        self.transport.hide()
        self._wire()
        actions.attach("viewer", self)

    def _build_header(self) -> None:
        self.header.setVisible(True)
        self.header.title.setVisible(True)
        self.facts = self.header.count
        self.zoom = ComboBox(name=tr("Zoom"))
        for factor, words in _ZOOMS:
            self.zoom.addItem(tr(words), factor)
        self.zoom.setFixedWidth(max(theme().px(76), self.zoom.sizeHint().width()))
        self.zoom.activated.connect(lambda _index: self.canvas.set_zoom(self.zoom.currentData()))
        self.compare_way = Segment(
            [Option("split", tr("Slider")), Option("pair", tr("Side by side"))], name=tr("How to compare"), side=26
        )
        self.compare_way.chosen.connect(lambda way: self.canvas.set_side_by_side(way == "pair"))
        self.details = IconButton("info", tr("Show details"), keys="Alt+Return")
        self.details.clicked.connect(self._actions["gallery.details"].trigger)
        self.full = IconButton("expand", tr("Picture to the full pane"), keys="F")
        self.full.clicked.connect(self._actions["play.full"].trigger)
        for part in (self.compare_way, self.zoom, self.details, self.full):
            self.header.tools.addWidget(part)
        self._show_tools(False, False)

    def _wire(self) -> None:
        self.player.frame.connect(self._on_frame)
        self.player.position_changed.connect(self._on_position)
        self.player.duration_changed.connect(self._on_duration)
        self.player.state_changed.connect(self.transport.set_playing)
        self.player.problem.connect(self._on_problem)
        self.transport.sought.connect(self.player.seek)
        self.transport.volume_chosen.connect(self.player.set_volume)
        self._thumbnails.ready.connect(self._on_thumbnail)
        self.canvas.zoomed.connect(self._on_zoomed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(680), theme().px(480))

    def show_item(self, item: GalleryItem, fps: float = 0.0) -> None:
        """Show an item of the gallery, with its frames per second; movies and sounds wait at their start."""
        self._pair = None
        self.item = item
        self._fps = fps
        self.shown.emit()
        # A motion is seen as a picture of its person; it plays in the pane for motions.
        plays = item.kind in SOUND_KINDS or (item.duration > 0 and item.kind != "motion")
        self.header.set_title(short_name(item.title), within(kind_word(item.kind)) + self._size_words(item))
        self._show_tools(item.kind not in SOUND_KINDS, False)
        self.transport.setVisible(plays)
        if plays:
            self._show_playable(item)
        else:
            self.player.unload()
            self._stack.setCurrentWidget(self.canvas)
            self.canvas.setAccessibleName(item.title)
            self._show_picture(item)

    def compare(self, first: GalleryItem, second: GalleryItem) -> None:
        """Show two pictures beside each other."""
        self.player.unload()
        self.item = None
        self._pair = (first, second)
        self.shown.emit()
        self.header.set_title(f"{short_name(first.title)} · {short_name(second.title)}", tr("compared"))
        self.transport.hide()
        self._show_tools(True, True)
        self._stack.setCurrentWidget(self.canvas)
        self._show_pair()

    def clear(self) -> None:
        """Show nothing: the project was closed, or the item is gone."""
        self.player.unload()
        self.item = None
        self._pair = None
        self.header.set_title("")
        self._show_tools(False, False)
        self.transport.hide()
        self._stack.setCurrentWidget(self.empty)
        self.canvas.show_image(None)

    def _show_tools(self, zoom: bool, compare: bool) -> None:
        self.zoom.setVisible(zoom)
        self.details.setVisible(zoom and not compare)
        self.full.setVisible(zoom)
        self.compare_way.setVisible(compare)

    @staticmethod
    def _size_words(item: GalleryItem) -> str:
        parts = []
        if item.width:
            parts.append(f"{item.width} × {item.height}")
        if item.duration:
            parts.append(clock(item.duration))
        return "".join(f" · {part}" for part in parts)

    def _show_picture(self, item: GalleryItem) -> None:
        image = self._thumbnails.picture(item.path, FULL_SIDE)
        if image is None:
            # Until the large one has come, the small one stands in its place.
            image = self._thumbnails.picture(item.path, 240)
        self.canvas.show_image(image, QSize(item.width, item.height) if item.width else None)
        problem = engine_text(self._thumbnails.problem(item.path, FULL_SIDE))
        if problem:
            self.facts.set_text(problem, "warn")

    def _show_playable(self, item: GalleryItem) -> None:
        if item.kind in SOUND_KINDS:
            self.sound.show_item(item)
            self._stack.setCurrentWidget(self.sound)
        else:
            self._stack.setCurrentWidget(self.canvas)
            self.canvas.setAccessibleName(item.title)
            small = self._thumbnails.picture(item.path, 240)
            self.canvas.show_image(small, QSize(item.width, item.height) if item.width else None)
        self.transport.set_media(round(item.duration * 1000), self._fps)
        self.player.load(item.path)

    def _show_pair(self) -> None:
        assert self._pair is not None
        images = [self._thumbnails.picture(item.path, FULL_SIDE) for item in self._pair]
        if images[0] is not None and images[1] is not None:
            first, second = self._pair
            size = QSize(first.width, first.height) if first.width else images[0].size()
            self.canvas.compare(images[0], images[1], (short_name(first.title), short_name(second.title)), size)

    def _on_thumbnail(self, thumbnail: Thumbnail) -> None:
        if self._pair is not None and thumbnail.key.path in [item.path for item in self._pair]:
            self._show_pair()
        elif self.item is not None and thumbnail.key.path == self.item.path and not self.transport.isVisible():
            self._show_picture(self.item)

    def _on_frame(self, image: QImage) -> None:
        if self.item is not None and self._stack.currentWidget() is self.canvas:
            self.canvas.show_image(image, keep_place=True)

    def _on_position(self, position: int) -> None:
        self.transport.set_position(position)
        duration = self.player.duration()
        self.sound.set_part(position / duration if duration else 0.0)

    def _on_duration(self, duration: int) -> None:
        if self.item is not None and duration:
            self.transport.set_media(duration, self._fps)

    def _on_problem(self, text: str) -> None:
        self.facts.set_text(text, "warn")

    def _on_zoomed(self, zoom: float) -> None:
        index = self.zoom.findData(zoom)
        if index < 0:
            # A zoom between the usual ones is shown in the place of the last entry that was made for it.
            if self.zoom.count() > len(_ZOOMS):
                self.zoom.removeItem(len(_ZOOMS))
            self.zoom.addItem(f"{number_text(zoom * 100)} %", zoom)
            index = self.zoom.count() - 1
        self.zoom.setCurrentIndex(index)

    def step(self, milliseconds: int) -> None:
        """Pause, and go forward or back by a time."""
        self.player.pause()
        self.player.seek(self.player.position() + milliseconds)

    def frame_length(self) -> int:
        """Return how long a frame is, in milliseconds."""
        return round(1000 / self._fps) if self._fps else 100

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_L and not event.modifiers() and not self.player.playing:
            self.player.toggle()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.files_dropped.emit(tuple(dropped_files(event.mimeData())))
        event.acceptProposedAction()
