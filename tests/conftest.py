"""What holds for every test: no screen, no network, no folder of the person who runs it, nothing left behind.

Qt is imported by tests that use it, never from here.
"""

import gc
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from weakref import WeakSet

import pytest
from hypothesis import settings

# The same examples on every machine of CI; at a desk hypothesis goes on looking for new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

_HOME = tempfile.TemporaryDirectory(prefix="portraits-tests-", ignore_cleanup_errors=True)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TRANSFORMERS_OFFLINE"] = "1"
os.environ["PORTRAITS_HOME"] = _HOME.name
os.environ["HF_HOME"] = str(Path(_HOME.name, "hugging_face"))
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = str(Path(_HOME.name, _name.lower()))
os.environ.pop("PORTRAITS_DEVICE", None)

_THREAD_PATIENCE = 3.0


_MOST_WORKERS = 4  # each holds torch, Qt and MediaPipe, up to 2 GB


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Share the files out among processes; a benchmark and a single file get the whole machine."""
    alone = config.option.markexpr == "benchmark" or all(".py" in argument for argument in config.args)
    return 0 if alone else min(os.cpu_count() or 1, _MOST_WORKERS)


_status = 0


def pytest_sessionfinish(exitstatus: int) -> None:
    global _status
    _status = int(exitstatus)


@pytest.hookimpl(tryfirst=True)
def pytest_unconfigure() -> None:
    """End at once with the tests' own exit status.

    One process of the program never holds Qt, torch and MediaPipe together; this one does, and their libraries crash
    each other when the interpreter takes them down, after every test has long passed.
    """
    _HOME.cleanup()
    if "PySide6" in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_status)


@pytest.fixture(autouse=True)
def _environment_as_before() -> Iterator[None]:
    """Take back what a test set in the environment: engine settings do so for the rest of their process."""
    before = dict(os.environ)
    yield
    for name in os.environ.keys() - before.keys():
        del os.environ[name]
    os.environ.update(before)


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Any:
    """The command line, a :class:`tests.helpers.cli.CommandLine`."""
    from tests.helpers.cli import CommandLine

    return CommandLine(capsys)


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that used Qt and left a running thread or a top-level widget."""
    if "qapp" not in request.fixturenames:
        yield
        return
    threads_before = set(threading.enumerate())
    started = _watched_qthreads()
    started.clear()
    widgets_before = set(_top_level_widgets())
    yield
    _deliver_deletions()
    left = [thread for thread in started if thread.isRunning() and not thread.wait(round(_THREAD_PATIENCE * 1000))]
    assert not left, f"running QThreads were left behind: {[thread.objectName() or thread for thread in left]}"
    assert not (names := _left_threads(threads_before)), f"running threads were left behind: {names}"
    widgets = [widget for widget in _top_level_widgets() if widget not in widgets_before]
    assert not widgets, f"top-level widgets were left behind: {widgets}"


def _watched_qthreads() -> "WeakSet[Any]":
    """Return the set into which every QThread goes that is started from Python."""
    from PySide6.QtCore import QThread

    if not hasattr(QThread, "_started_in_tests"):
        started: WeakSet[Any] = WeakSet()
        original = QThread.start

        def start(thread: QThread, *arguments: Any) -> None:
            started.add(thread)
            original(thread, *arguments)

        QThread.start = start  # type: ignore[method-assign]
        QThread._started_in_tests = started  # type: ignore[attr-defined]
    found: WeakSet[Any] = QThread._started_in_tests  # type: ignore[attr-defined]
    return found


def _left_threads(before: set[threading.Thread]) -> list[str]:
    """Return the names of Python threads that are new and do not end within some seconds."""
    left = []
    for thread in set(threading.enumerate()) - before:
        # A thread that Qt started appears as a dummy that never ends; those are watched as QThreads.
        if isinstance(thread, threading._DummyThread):
            continue
        thread.join(_THREAD_PATIENCE)
        if thread.is_alive():
            left.append(thread.name)
    return left


def _top_level_widgets() -> list[Any]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or not isinstance(widgets.QApplication.instance(), widgets.QApplication):
        return []
    return list(widgets.QApplication.topLevelWidgets())


def _deliver_deletions() -> None:
    """Let Qt delete what was given to ``deleteLater``, and Python what it only holds in a circle."""
    from PySide6.QtCore import QCoreApplication, QEvent

    application = QCoreApplication.instance()
    if application is None:
        return
    gc.collect()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.processEvents()
