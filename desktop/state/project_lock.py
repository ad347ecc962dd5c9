"""Who may write a project file: one window at a time, on any computer that sees the folder."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLockFile


class ProjectLock:
    """A lock file beside the project (``.NAME.portraits.lock``), held while the project is open.

    A lock of a program that is gone from this computer is taken over.

    Attributes:
        reason: why the project may not be written, as a sentence; empty when it may.
    """

    def __init__(self, path: Path) -> None:
        self.reason = ""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = QLockFile(str(path.with_name(f".{path.name}.lock")))
        # Never stale by age: a project stays open for days.
        self._file.setStaleLockTime(0)
        if not self._file.tryLock(0):
            self.reason = self._explain(path)

    def release(self) -> None:
        """Let others write the project."""
        self._file.unlock()

    def _explain(self, path: Path) -> str:
        if self._file.error() != QLockFile.LockError.LockFailedError:
            text = QCoreApplication.translate("ProjectLock", "The folder of “{name}” cannot be written.")
            return text.format(name=path.name)
        _pid, host, _program = self._lock_info()
        elsewhere = QCoreApplication.translate("ProjectLock", "another computer")
        text = QCoreApplication.translate("ProjectLock", "“{name}” is open in another window on {host}.")
        return text.format(name=path.name, host=host or elsewhere)

    def _lock_info(self) -> tuple[int, str, str]:
        """Return process id, host and program of who holds the lock."""
        info = self._file.getLockInfo()
        pid, host, program = info[-3:]
        return int(pid), str(host), str(program)
