"""The frame as it will be written, beside the frame of the timeline."""

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage

from desktop.export.presets import Format, frame_size
from desktop.link import Answered, EngineBase
from desktop.viewer.film_frames import FilmFrames
from desktop.widgets.engine_words import failure_text
from engine.project.schema import Settings
from engine.protocol.queries import EncodedFrame, EncodedFrameReply, FilmFrame, PictureReply

_SETTLE = 250


class FrameCheck(QObject):
    """Asks the engine for a frame before and after it is encoded.

    Args:
        engine: renders and encodes.
        film: tells under which name the engine knows the film.
    """

    ready = Signal(object, object, object)
    """args: QImage of the timeline, QImage of the file or None, int bytes of the frame."""

    paced = Signal(object)
    """arg: float, seconds that making and encoding one frame took."""

    problem = Signal(object)
    """arg: str, why the frame cannot be encoded so."""

    def __init__(self, engine: EngineBase, film: FilmFrames, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._film = engine, film
        self._format: Format | None = None
        self._frame = 0
        self._size = QSize()
        self._plain: QImage | None = None
        self._encoded: QImage | None = None
        self._bytes = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE)
        self._timer.timeout.connect(self._ask)

    def show(self, frame: int, format_: Format, settings: Settings) -> None:
        """Look at a frame with these settings, once nothing has changed for a moment."""
        width, height = frame_size(settings.width, settings.height, format_.longest)
        self._size = QSize(width or settings.width, height or settings.height)
        self._frame, self._format = frame, format_
        self._timer.start()

    def stop(self) -> None:
        """Ask for nothing more."""
        self._timer.stop()

    def _ask(self) -> None:
        if self._format is None or self._format.sound_only or not self._engine.ready:
            return
        width, height, film = self._size.width(), self._size.height(), self._film.name
        burnt = self._format.subtitles == "burnt_in"
        plain = FilmFrame(film=film, frame=self._frame, width=width, height=height, subtitles=burnt)
        self._engine.ask(plain, self._on_plain, "export.plain")
        encoded = EncodedFrame(
            film=film,
            frame=self._frame,
            width=width,
            height=height,
            suffix=self._format.suffix,
            encode=self._format.encode,
            subtitles=burnt,
            caption_size=self._format.caption_size,
        )
        self._engine.ask(encoded, self._on_encoded, "export.encoded")

    def _on_plain(self, answer: Answered) -> None:
        if isinstance(answer.reply, PictureReply) and answer.payload:
            self._plain = _image(answer.payload[0], answer.reply.width, answer.reply.height)
            self.ready.emit(self._plain, None, 0)

    def _on_encoded(self, answer: Answered) -> None:
        reply = answer.reply
        if isinstance(reply, EncodedFrameReply) and answer.payload:
            image = _image(answer.payload[0], reply.width, reply.height)
            self.ready.emit(self._plain if self._plain is not None else image, image, reply.size)
            self.paced.emit(reply.seconds)
        elif answer.failure is not None:
            self.problem.emit(failure_text(answer.failure))


def _image(data: bytes, width: int, height: int) -> QImage:
    image = QImage(data, width, height, width * 4, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
