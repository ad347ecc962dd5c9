"""A whole window over a scripted engine, for tests that look at what a person would see."""

import hashlib
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import structs
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from desktop.link import FakeLink
from desktop.shell.services import Services
from desktop.startup.logs import LogBook
from desktop.startup.paths import Paths
from desktop.state.settings import Settings
from desktop.widgets.theme import Mode, theme
from desktop.window import MainWindow
from engine.protocol.devices import StoreState
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.jobs.base import MediaInfo
from engine.protocol.jobs.encode import EncoderKind
from engine.protocol.models import LoraInfo, ModelState
from engine.protocol.queries import (
    AllowDownloads,
    AnyModelQuery,
    AnyQuery,
    AnyReply,
    EncodedFrame,
    EncodedFrameReply,
    EncodersReply,
    Estimate,
    EstimateJob,
    FilmFrame,
    FilmLoudness,
    FilmLoudnessReply,
    FilmShown,
    ListEncoders,
    ModelStates,
    PictureReply,
    Probe,
    ProbeReply,
    ReadSettings,
    ReadStyle,
    SettingsRead,
    ShowFilm,
    StyleRead,
    Thumbnail,
    Waveform,
    WaveformReply,
)

QUIET = "does not support"
"""Messages of the screenless platform about what it cannot do; see ``qt_log_ignore``."""

_KINDS = {
    ".png": MediaInfo(kind="picture", format="png", width=64, height=64),
    ".wav": MediaInfo(kind="sound", format="wav", duration=2.5, sample_rate=24_000, channels=1),
    ".npz": MediaInfo(kind="motion", format="npz", duration=2.0, fps=20.0, frames=40),
    ".mp4": MediaInfo(kind="movie", format="mp4", duration=2.0, width=64, height=64, fps=24.0, frames=48),
}


class AnsweringLink(FakeLink):
    """A fake that answers questions about files and jobs from the event loop, as the engine does."""

    def __init__(self) -> None:
        super().__init__()
        self.models: tuple[ModelState, ...] = ()
        self.encoders: tuple[EncoderKind, ...] = ()
        self.settings: dict[bytes, SettingsRead] = {}
        """What files tell about how they were made, by their bytes."""
        self.recipes: dict[bytes, str] = {}
        """The recipes that files carry, by their bytes."""
        self.styles: dict[str, LoraInfo] = {}
        """What style files are, by their names."""
        self.store = StoreState(folder="/store", disk_free=10**11, offline=True)
        self.estimate = Estimate(fit="fits", memory=2**28, memory_available=12 * 2**30, disk=2_000_000, seconds=4.0)

    def _send_question(self, query_id: int, query: AnyQuery, channel: str) -> None:
        self.asked.append((query_id, query))
        QTimer.singleShot(0, self, lambda: self._answer(query_id, query))

    def _answer(self, query_id: int, query: AnyQuery) -> None:
        found = self._reply_to(query)
        if found is None:
            what = f"This engine is a fake and knows nothing of {type(query).__name__}."
            self.refuse(query_id, Failure(code=ErrorCode.NOT_AVAILABLE, what=what))
        else:
            self.reply(query_id, found[0], *found[1])

    def _reply_to(self, query: AnyQuery) -> tuple[AnyReply, tuple[bytes, ...]] | None:
        if isinstance(query, Probe):
            data = Path(query.path).read_bytes()
            sha256, recipe = hashlib.sha256(data).hexdigest(), self.recipes.get(data, "")
            return ProbeReply(media=_KINDS[Path(query.path).suffix], sha256=sha256, recipe=recipe), ()
        if isinstance(query, Thumbnail):
            image = QImage(query.path).convertToFormat(QImage.Format.Format_RGBA8888)
            if image.isNull():
                image = QImage(16, 16, QImage.Format.Format_RGBA8888)
            return PictureReply(width=image.width(), height=image.height()), (bytes(image.constBits()),)
        if isinstance(query, Waveform):
            peaks = [value for i in range(query.buckets) for value in (-(i % 7) / 7, (i % 7) / 7)]
            return WaveformReply(buckets=query.buckets, duration=2.5), (struct.pack(f"<{len(peaks)}f", *peaks),)
        if isinstance(query, ReadSettings):
            path = Path(query.path)
            return self.settings.get(path.read_bytes() if path.exists() else b"", SettingsRead(job=None)), ()
        if isinstance(query, ReadStyle):
            return StyleRead(style=self.styles.get(Path(query.path).name)), ()
        if isinstance(query, ShowFilm):
            return FilmShown(film=query.film, has_sound=False), ()
        if isinstance(query, FilmFrame):
            grey = bytes((128, 128, 128, 255)) * (query.width * query.height)
            return PictureReply(width=query.width, height=query.height), (grey,)
        if isinstance(query, AllowDownloads):
            self.store = structs.replace(self.store, offline=not query.allowed)
        if isinstance(query, AnyModelQuery):
            return ModelStates(models=self.models, store=self.store), ()
        if isinstance(query, EncodedFrame):
            grey = bytes((120, 128, 136, 255)) * (query.width * query.height)
            return EncodedFrameReply(width=query.width, height=query.height, size=13_000, seconds=0.05), (grey,)
        if isinstance(query, ListEncoders):
            return EncodersReply(encoders=self.encoders), ()
        if isinstance(query, FilmLoudness):
            return FilmLoudnessReply(integrated=-16.2, true_peak=-3.0), ()
        return (self.estimate, ()) if isinstance(query, EstimateJob) else None


def make_picture(folder: Path, name: str, colour: str = "steelblue") -> Path:
    """Write a picture of one colour."""
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    path = folder / f"{name}.png"
    assert image.save(str(path))
    return path


@contextmanager
def a_window(tmp_path: Path, *, settings: Settings | None = None) -> Iterator[tuple[MainWindow, AnsweringLink]]:
    """Give a window that is shown, over an engine that is ready."""
    home = tmp_path / "home"
    paths = Paths(home / "config", home / "data", home / "cache", home / "logs", home / "documents")
    theme().set_look(mode=Mode.DARK, compact=False, stronger_edges=False, reduced_motion=True)
    link = AnsweringLink()
    book = LogBook()
    services = Services.make(paths, settings or Settings(paths.settings_file), link, book)
    window = MainWindow(services)
    window.resize(1280, 800)
    window.show()
    link.become_ready()
    # The files of these tests are no real movies; the player has tests of its own.
    window.viewer.player.load = lambda _path: True  # type: ignore[method-assign]
    try:
        yield window, link
    finally:
        window.viewer.player.unload()
        window.hide()
        services.document.close()
        services.close()
        book.close()
        window.deleteLater()


def with_pictures(window: MainWindow, qtbot, folder: Path, *names: str) -> tuple[str, ...]:  # type: ignore[no-untyped-def]
    """Drop pictures on the window; return their ids in the order of the names."""
    colours = ("steelblue", "sienna", "seagreen", "orchid", "goldenrod")
    files = tuple(make_picture(folder, name, colour) for name, colour in zip(names, colours, strict=False))
    before = len(window.services.document.project.media)
    window.files.take(files)
    qtbot.waitUntil(lambda: len(window.services.document.project.media) == before + len(names))
    ids = {item.name.split(".")[0]: item.id for item in window.services.document.project.media}
    return tuple(ids[name] for name in names)


def shown(parent: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """Return the visible widgets of a kind."""
    return [widget for widget in parent.findChildren(kind) if widget.isVisible()]


NO_MODIFIER = Qt.KeyboardModifier.NoModifier
