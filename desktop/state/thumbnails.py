"""Small pictures of files: from memory, from the cache folder, or made by the engine."""

import time
from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from desktop.link.base import EngineBase
from desktop.link.events import Answered
from desktop.state.thumbnail_files import Key, Thumbnail, ThumbnailFiles
from engine.protocol.queries import PictureReply
from engine.protocol.queries import Thumbnail as ThumbnailQuery

_MEMORY_BYTES = 192 * 2**20
_ASKED_AT_ONCE = 4
_WAITING = 400
_RETRY_SECONDS = 10.0


class Thumbnails(QObject):
    """A cache in memory and on the disk before the engine's thumbnails.

    The newest wish is met first, because it is what the person looks at; wishes that have waited too long fall away
    and are made again when they are looked at again.

    Args:
        engine: makes what is not there.
        folder: the cache folder.
    """

    ready = Signal(object)  # arg: Thumbnail

    def __init__(self, engine: EngineBase, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._memory = ImageCache(_MEMORY_BYTES)
        self._problems: dict[Key, tuple[str, float]] = {}
        self._wanted: OrderedDict[Key, None] = OrderedDict()
        self._asked: dict[int, Key] = {}
        self._reading: set[Key] = set()
        self._disk = ThumbnailFiles(folder)
        self._disk.loaded.connect(self._on_loaded, Qt.ConnectionType.QueuedConnection)

    def picture(self, path: str | Path, side: int, at: float = 0.0) -> QImage | None:
        """Return a small picture, or None; ``ready`` follows once it is there."""
        key = Key(str(path), side, at)
        image = self._memory.get(key)
        if image is None and not self._failed_lately(key):
            self._want(key)
        return image

    def problem(self, path: str | Path, side: int, at: float = 0.0) -> str:
        """Return why there is no picture, as a sentence; empty while that is not known."""
        return self._problems.get(Key(str(path), side, at), ("", 0.0))[0]

    def forget(self, path: str | Path) -> None:
        """A file has changed."""
        self._memory.drop(str(path))
        for key in [key for key in self._problems if key.path == str(path)]:
            del self._problems[key]

    def prune(self, keep_bytes: int) -> None:
        """Let the oldest files of the cache folder make room, in the background."""
        self._disk.prune(keep_bytes)

    def close(self) -> None:
        """Stop reading and writing."""
        self._wanted.clear()
        self._disk.close()

    def _failed_lately(self, key: Key) -> bool:
        return key in self._problems and time.monotonic() - self._problems[key][1] < _RETRY_SECONDS

    def _want(self, key: Key) -> None:
        if key in self._wanted:
            self._wanted.move_to_end(key)
            return
        if key in self._asked.values():
            return
        if key in self._reading:
            self._disk.hasten(key)
            return
        # Until the answer is here: the disk's thread may be done while its word still waits for the event loop.
        self._reading.add(key)
        self._disk.read(key)

    @Slot(object)
    def _on_loaded(self, thumbnail: Thumbnail) -> None:
        self._reading.discard(thumbnail.key)
        if thumbnail.image is not None:
            self._arrived(thumbnail)
            return
        self._wanted[thumbnail.key] = None
        while len(self._wanted) > _WAITING:
            self._wanted.popitem(last=False)
        self._ask_next()

    def _ask_next(self) -> None:
        while self._wanted and len(self._asked) < _ASKED_AT_ONCE:
            key, _ = self._wanted.popitem(last=True)
            query = ThumbnailQuery(path=key.path, side=key.side, time=key.time)
            self._asked[self._engine.ask(query, self._on_answer)] = key

    def _on_answer(self, answer: Answered) -> None:
        self._asked.pop(answer.query_id, None)
        query = answer.query
        if isinstance(query, ThumbnailQuery):
            key = Key(query.path, query.side, query.time)
            if isinstance(answer.reply, PictureReply) and _is_whole(answer.reply, answer.payload):
                image = _image(answer.reply, answer.payload[0])
                self._disk.write(key, image)
                self._arrived(Thumbnail(key, image))
            else:
                failure = answer.failure
                self._arrived(Thumbnail(key, None, failure.what if failure is not None else ""))
        self._ask_next()

    def _arrived(self, thumbnail: Thumbnail) -> None:
        if thumbnail.image is not None:
            self._memory.put(thumbnail.key, thumbnail.image)
            self._problems.pop(thumbnail.key, None)
        else:
            self._problems[thumbnail.key] = (thumbnail.problem, time.monotonic())
        self.ready.emit(thumbnail)


def _is_whole(reply: PictureReply, payload: tuple[bytes, ...]) -> bool:
    return len(payload) == 1 and len(payload[0]) == reply.width * reply.height * 4


def _image(reply: PictureReply, data: bytes) -> QImage:
    image = QImage(data, reply.width, reply.height, reply.width * 4, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


class ImageCache:
    """Images by key, the least used ones leave when there are too many bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._bytes = 0
        self._images: OrderedDict[Key, QImage] = OrderedDict()

    def get(self, key: Key) -> QImage | None:
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
        return image

    def put(self, key: Key, image: QImage) -> None:
        old = self._images.pop(key, None)
        self._bytes += image.sizeInBytes() - (old.sizeInBytes() if old is not None else 0)
        self._images[key] = image
        while self._bytes > self._limit and len(self._images) > 1:
            _, gone = self._images.popitem(last=False)
            self._bytes -= gone.sizeInBytes()

    def drop(self, path: str) -> None:
        for key in [key for key in self._images if key.path == path]:
            self._bytes -= self._images.pop(key).sizeInBytes()


__all__ = ["ImageCache", "Key", "Thumbnail", "Thumbnails"]
