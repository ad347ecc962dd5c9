"""The cache folder of small pictures, read and written in a thread of its own."""

import hashlib
import logging
import threading
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QImageReader

log = logging.getLogger(__name__)

_SUFFIX = ".png"


class Key(msgspec.Struct, frozen=True):
    """Which small picture: of a file, at most ``side`` pixels wide and high, at a time of a movie in seconds."""

    path: str
    side: int
    time: float = 0.0


class Thumbnail(msgspec.Struct, frozen=True):
    """A small picture that has arrived; ``image`` is None when there can be none, and ``problem`` says why."""

    key: Key
    image: QImage | None
    problem: str = ""


class ThumbnailFiles(QObject):
    """Reads and writes the cache folder: the newest wish first, writing last. The thread starts with the first wish."""

    loaded = Signal(object)  # arg: Thumbnail; its image is None when the cache does not have it

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._ready = threading.Condition()
        self._reads: OrderedDict[Key, None] = OrderedDict()
        self._writes: OrderedDict[Key, QImage] = OrderedDict()
        self._keep_bytes: int | None = None
        self._closed = False
        self._thread: threading.Thread | None = None

    def hasten(self, key: Key) -> None:
        """Read a key next if it still waits to be read."""
        with self._ready:
            if key in self._reads:
                self._reads.move_to_end(key)

    def read(self, key: Key) -> None:
        with self._ready:
            self._reads[key] = None
            self._wake()

    def write(self, key: Key, image: QImage) -> None:
        with self._ready:
            self._writes[key] = image
            self._wake()

    def prune(self, keep_bytes: int) -> None:
        with self._ready:
            self._keep_bytes = keep_bytes
            self._wake()

    def close(self) -> None:
        with self._ready:
            self._closed = True
            self._ready.notify()
        if self._thread is not None:
            self._thread.join()

    def _wake(self) -> None:
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._run, name="thumbnails", daemon=True)
            self._thread.start()
        self._ready.notify()

    def _run(self) -> None:
        while True:
            with self._ready:
                self._ready.wait_for(
                    lambda: self._reads or self._writes or self._keep_bytes is not None or self._closed
                )
                if self._closed:
                    return
                read = self._reads.popitem(last=True)[0] if self._reads else None
                write = self._writes.popitem(last=False) if read is None and self._writes else None
                keep, self._keep_bytes = (self._keep_bytes, None) if read is None and write is None else (None, None)
            if read is not None:
                self.loaded.emit(Thumbnail(read, self._load(read)))
            elif write is not None:
                self._save(*write)
            elif keep is not None:
                self._remove_oldest(keep)

    def _file(self, key: Key) -> Path | None:
        """Return where a picture is cached. The name changes with the original, so that an old one is never shown."""
        try:
            status = Path(key.path).stat()
        except OSError:
            return None
        text = f"{key.path}\n{key.side}\n{key.time:.3f}\n{status.st_size}\n{status.st_mtime_ns}"
        name = hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
        return self._folder / name[:2] / (name + _SUFFIX)

    def _load(self, key: Key) -> QImage | None:
        file = self._file(key)
        if file is None or not file.exists():
            return None
        reader = QImageReader(str(file))
        image = reader.read()
        if image.isNull() or max(image.width(), image.height()) > key.side:
            return None
        return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)

    def _save(self, key: Key, image: QImage) -> None:
        file = self._file(key)
        if file is None:
            return
        temporary = file.with_name(file.name + ".new")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            if image.save(str(temporary), "PNG", 80):  # type: ignore[call-overload]
                temporary.replace(file)
        except OSError as error:
            # A full or read-only disk costs speed, nothing else.
            log.debug("a thumbnail cannot be kept: %s", error)

    def _remove_oldest(self, keep_bytes: int) -> None:
        files = []
        for file in self._folder.glob(f"*/*{_SUFFIX}") if self._folder.is_dir() else ():
            try:
                status = file.stat()
            except OSError:
                continue
            files.append((status.st_mtime, status.st_size, file))
        total = sum(size for _, size, _ in files)
        for _, size, file in sorted(files):
            if total <= keep_bytes:
                return
            with suppress(OSError):  # what another program holds open goes next time
                file.unlink(missing_ok=True)
                total -= size
