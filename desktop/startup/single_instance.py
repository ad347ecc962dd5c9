"""One window for each person and data folder: a second start hands its files to the running one."""

import getpass
import hashlib
import logging
from pathlib import Path

import msgspec
from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)

_WAIT_MS = 2000
_MAX_BYTES = 1024 * 1024
_UNDERSTOOD = b"ok"


class SingleInstance(QObject):
    """Finds out who runs already, and speaks with it.

    Args:
        data_folder: who shares it shares the window.
    """

    opened = Signal(object)  # arg: tuple of absolute paths that a second start was asked to open; may be empty

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        data_folder.mkdir(parents=True, exist_ok=True)
        digest = hashlib.blake2b(f"{getpass.getuser()}\n{data_folder.absolute()}".encode(), digest_size=10).hexdigest()
        self._name = f"portraits-{digest}"
        self._lock = QLockFile(str(data_folder / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Become the one window; False when another one runs. A lock of a window that crashed is taken over."""
        if not self._lock.tryLock(0):
            return False
        # A crashed window leaves its socket behind; the lock says that nobody uses it.
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not self._server.listen(self._name):
            log.warning("other starts cannot reach this window: %s", self._server.errorString())
        return True

    def hand_over(self, files: tuple[str, ...]) -> bool:
        """Let the running window open files and come to the front; False when it does not answer."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        paths = [str(Path(file).absolute()) for file in files]
        socket.write(msgspec.json.encode(paths) + b"\n")
        answered = socket.waitForBytesWritten(_WAIT_MS) and socket.waitForReadyRead(_WAIT_MS)
        understood = answered and socket.readAll().data() == _UNDERSTOOD
        socket.disconnectFromServer()
        return understood

    def release(self) -> None:
        """Let the next start be the one window."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        self._lock.unlock()

    @Slot()
    def _on_connection(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._on_ready_read)
            socket.disconnected.connect(socket.deleteLater)
            if socket.canReadLine():
                self._read(socket)

    @Slot()
    def _on_ready_read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > _MAX_BYTES:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        try:
            paths = msgspec.json.decode(socket.readLine().data(), type=tuple[str, ...])
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            log.warning("a second start said something unreadable: %s", error)
            socket.abort()
            return
        socket.write(_UNDERSTOOD)
        socket.flush()
        self.opened.emit(paths)
