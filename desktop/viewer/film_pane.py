"""The viewer's film: the frame under the playhead, with its transport."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget

from desktop.link import Answered
from desktop.shell.actions import Actions
from desktop.shell.services import Services
from desktop.timeline.selection import Playhead
from desktop.viewer.canvas import Canvas
from desktop.viewer.film_frames import FilmFrames
from desktop.viewer.film_player import FilmPlayer
from desktop.viewer.film_transport import FilmTransport
from desktop.viewer.film_words import describe
from desktop.viewer.safe_areas import SafeAreas
from desktop.viewer.sound_output import SoundOutput
from desktop.widgets.buttons import IconButton
from desktop.widgets.empty import EmptyState
from desktop.widgets.engine_words import what_text
from desktop.widgets.fields import ComboBox
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.numbers import number_text, short_number
from desktop.widgets.pane import Pane
from desktop.widgets.theme import theme
from desktop.widgets.words import tr
from engine.project.schema import Project
from engine.protocol.queries import FilmFrame, PictureReply

_ZOOMS = ((0.0, "Fit"), (0.5, "50 %"), (1.0, "100 %"), (2.0, "200 %"))
_STEP = 64
"""Preview sizes are steps of so many pixels, so that a drag of a splitter does not render anew at every pixel."""

_RANGE_KEYS = (
    "timeline.in",
    "timeline.out",
    "timeline.clear_in",
    "timeline.clear_out",
    "timeline.marker",
    "timeline.previous_cut",
    "timeline.next_cut",
    "timeline.previous_marker",
    "timeline.next_marker",
)


class FilmPane(Pane):
    """Shows the film of the document.

    Args:
        services: the document and the engine.
        actions: the commands for playing.
        playhead: shared with the timeline.
        new_path: returns a path for a result: (words, suffix) -> Path.
    """

    noted = Signal(object)
    """arg: str, a short message."""

    def __init__(
        self, services: Services, actions: Actions, playhead: Playhead, new_path: Callable[[str, str], Path]
    ) -> None:
        super().__init__(tr("Film"), ground="surround")
        self._document, self._actions, self.playhead = services.document, actions, playhead
        self._project = Project()
        self._engine, self._importer, self._new_path = services.engine, services.importer, new_path
        # No child of the pane: an answer may come while the window is being taken down.
        self.frames = FilmFrames(services.engine)
        self.sound = SoundOutput(self)
        self.player = FilmPlayer(self.frames, playhead, self.sound, self)
        self.canvas = Canvas()
        self.safe = SafeAreas(self.canvas)
        self.transport = FilmTransport(actions)
        self.empty = EmptyState("film", tr("Your film is shown here once the timeline has clips."))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.canvas)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.transport)
        self._size_timer = QTimer(self)
        self._size_timer.setSingleShot(True)
        self._size_timer.setInterval(120)
        self._size_timer.timeout.connect(self._fit_frames)
        self._build_header()
        self._wire()
        actions.attach("viewer", self)
        self.addActions([actions[key] for key in _RANGE_KEYS])
        self.show_film(self._document.project)

    def _build_header(self) -> None:
        self.facts = ElidedLabel("", "small", "text2")
        self.zoom = ComboBox(name=tr("Zoom"))
        for factor, words in _ZOOMS:
            self.zoom.addItem(tr(words), factor)
        self.zoom.setFixedWidth(max(theme().px(76), self.zoom.sizeHint().width()))
        self.zoom.activated.connect(self._on_zoom_chosen)
        self.safe_button = IconButton("grid-3x3", tr("Show safe areas"), checkable=True)
        self.safe_button.toggled.connect(self.safe.setVisible)
        self.full_button = IconButton("expand", tr("Picture to the full pane"), keys="F")
        self.full_button.clicked.connect(self._actions["play.full"].trigger)
        for part in (self.facts, self.zoom, self.safe_button, self.full_button):
            self.header.tools.addWidget(part)

    def _wire(self) -> None:
        player = self.player
        player.shown.connect(self._on_shown)
        player.state_changed.connect(self._on_state)
        player.dropped_changed.connect(self.transport.set_dropped)
        player.noted.connect(self.noted)
        self.frames.problem.connect(self._on_problem)
        self.transport.volume_chosen.connect(self.sound.set_volume)
        self.transport.snapshot.clicked.connect(self._on_snapshot)
        self.playhead.moved.connect(self._on_moved)
        self.canvas.zoomed.connect(self._on_zoomed)
        self.canvas.installEventFilter(self)
        self._document.changed.connect(self.show_film)

    def show_film(self, project: object) -> None:
        """Show a film as it stands now."""
        assert isinstance(project, Project)
        self._project = project
        has_clips = project.timeline.duration > 0
        self._stack.setCurrentWidget(self.canvas if has_clips else self.empty)
        self.transport.setVisible(has_clips)
        settings = project.settings
        rate = short_number(float(settings.fps))
        size = tr("{w} × {h} · {fps} fps", w=settings.width, h=settings.height, fps=rate)
        self.facts.set_text(size if has_clips else "")
        self.player.set_film(project)
        if has_clips:
            self.frames.show(project, self._document.path)
            self._fit_frames()
        else:
            self.player.stop()
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(680), theme().px(480))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._size_timer.start()
        return False

    # Inside

    def _fit_frames(self) -> None:
        """Ask for frames as large as they are seen, and never larger than the film."""
        settings = self._project.settings
        zoom = self.canvas.zoom()
        ratio = self.canvas.devicePixelRatioF()
        room = self.canvas.size() * ratio
        fit = min(room.width() / settings.width, room.height() / settings.height)
        wanted = zoom if zoom > 0 else fit
        longer = max(settings.width, settings.height)
        side = min(longer, max(2 * _STEP, -(-round(longer * wanted) // _STEP) * _STEP))
        part = side / longer
        size = (max(16, round(settings.width * part)), max(16, round(settings.height * part)))
        if size != self.frames.size:
            self.frames.set_size(*size)
            self.player.refresh()

    def _on_shown(self, _frame: object, image: object) -> None:
        assert isinstance(image, QImage)
        self._image = image
        settings = self._project.settings
        self.canvas.show_image(image, QSize(settings.width, settings.height), keep_place=True)

    def _on_moved(self, _time: object) -> None:
        self._describe()

    def _on_state(self, speed: object) -> None:
        assert isinstance(speed, int)
        self.transport.set_playing(speed)

    def _on_problem(self, words: object) -> None:
        if words:
            self.header.count.set_text(str(words), "warn")
        else:
            self._describe()

    def _describe(self) -> None:
        time, fps = self.playhead.time, self._project.settings.fps
        self.transport.set_frame(self.player.frame, self.player.last, time, fps)
        title, facts = describe(self._project, time)
        self.header.set_title(title, facts)

    def _on_zoom_chosen(self, _index: int) -> None:
        self.canvas.set_zoom(self.zoom.currentData())

    def _on_zoomed(self, zoom: object) -> None:
        index = self.zoom.findData(zoom)
        if index < 0:
            if self.zoom.count() > len(_ZOOMS):
                self.zoom.removeItem(len(_ZOOMS))
            self.zoom.addItem(f"{number_text(float(zoom) * 100)} %", zoom)  # type: ignore[arg-type]
            index = self.zoom.count() - 1
        self.zoom.setCurrentIndex(index)
        self.safe.update()
        self._size_timer.start()

    def _on_snapshot(self) -> None:
        """Ask for the frame at the film's own size; it goes into the gallery as a picture."""
        settings = self._project.settings
        query = FilmFrame(film=self.frames.name, frame=self.player.frame, width=settings.width, height=settings.height)
        self._engine.ask(query, self._on_snapshot_frame, "film.snapshot")

    def _on_snapshot_frame(self, answer: Answered) -> None:
        reply, query = answer.reply, answer.query
        if not isinstance(reply, PictureReply) or not isinstance(query, FilmFrame):
            self.noted.emit(what_text(answer.failure) if answer.failure is not None else tr("The frame was not saved."))
            return
        data, size = answer.payload[0], (reply.width, reply.height)
        image = QImage(data, *size, size[0] * 4, QImage.Format.Format_RGBA8888)
        words = tr("{title} frame {n}", title=self._document.title or tr("Film"), n=query.frame)
        try:
            path = self._new_path(words, ".png")
        except OSError:
            self.noted.emit(tr("The frame was not saved: the folder for results cannot be made."))
            return
        if image.save(str(path)):
            self._importer.add_files((path,))
        else:
            self.noted.emit(tr("The frame was not saved: “{name}” cannot be written.", name=path.name))
