"""Keeps the start-up messages of native libraries away from the person's terminal."""

import os
import re
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_NOISE = re.compile(
    rb"[IWE]\d{4,8} .*\.cc:\d+\]|INFO: Created TensorFlow Lite|WARNING: (Logging|All log messages) before"
)
_LOCK = threading.Lock()


@contextmanager
def quiet_stderr() -> Iterator[None]:
    """Hold back what is written to the process's standard error, and pass on all but known library messages.

    MediaPipe's messages come from native threads and know no switch, so the descriptor itself is turned aside for the
    moment. Nothing else is lost: the rest is written out when the block ends.
    """
    with _LOCK:
        try:
            sys.stderr.flush()
            kept = os.dup(2)
        except (OSError, ValueError, AttributeError):
            yield  # no standard error to protect, as in a windowed program on Windows
            return
        with tempfile.TemporaryFile() as aside:
            os.dup2(aside.fileno(), 2)
            try:
                yield
            finally:
                sys.stderr.flush()
                os.dup2(kept, 2)
                aside.seek(0)
                rest = b"".join(line for line in aside if not _NOISE.match(line))
                if rest:
                    os.write(kept, rest)
                os.close(kept)
