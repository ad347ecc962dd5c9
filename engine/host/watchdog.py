"""Ends the engine when its window is gone, even in the middle of a computation that never ends."""

import ctypes
import os
import signal
import sys
import threading
import time

_PR_SET_PDEATHSIG = 1
_CHECK_SECONDS = 0.5


def watch_parent() -> None:
    """End this process as soon as the one that started it is gone.

    Three ways, because each has a gap: the system kills us (Linux; works while a library holds the interpreter),
    standard input ends (everywhere; the window holds the other end), and the parent's process id changes (POSIX).
    """
    parent = os.getppid()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(0)
    threading.Thread(target=_wait_for_input_to_end, name="watchdog", daemon=True).start()
    if os.name == "posix":
        threading.Thread(target=_watch_id, args=(parent,), name="watchdog id", daemon=True).start()


def _wait_for_input_to_end() -> None:
    try:
        while os.read(0, 4096):
            pass
    except OSError:
        pass
    # No cleaning up: whoever would notice is gone, and a busy main thread must not delay the end.
    os._exit(0)


def _watch_id(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_CHECK_SECONDS)
    os._exit(0)
