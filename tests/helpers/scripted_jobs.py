"""Weightless jobs that do what their text says, for tests of the host and of the link.

A :class:`VoiceJob` is run as a script of steps separated by ";": "sleep 0.1", "steps 50 0.01", "progress 3 10",
"preview 64", "stream 512 10", "note Hi.", "log Text", "write", "fail", "bug", "memory", "exit 3", "signal SIGSEGV",
"hang", "stuck", "garbage". When it is cancelled after "write" and the person
keeps what is done, it returns its file.
"""

import ctypes
import logging
import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil

from engine.protocol.context import JobContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs import VoiceJob
from engine.protocol.jobs.base import Artifact, MediaInfo

FUNCTION = f"{__name__}:run"


def script(text: str, output: str = "result.txt") -> VoiceJob:
    """Return a job that does what the text says."""
    return VoiceJob(text=text, output=output)


def run(job: VoiceJob, context: JobContext) -> list[Artifact]:
    """Do the steps of the job's text; the result is the output file if "write" was among them."""
    artifacts: list[Artifact] = []
    for step in filter(None, (part.strip() for part in job.text.split(";"))):
        name, *words = step.split()
        if name == "write":
            Path(job.output).write_text("result", encoding="utf-8")
            artifacts.append(Artifact(path=job.output, sha256="0" * 64, media=MediaInfo(kind="sound")))
            continue
        try:
            _STEPS[name](context, words)
        except Cancelled:
            if not context.keep_done:
                raise
            break
    return artifacts


def _steps(context: JobContext, words: list[str]) -> None:
    count, seconds = int(words[0]), float(words[1])
    for step in range(count):
        context.check_cancelled()
        context.progress("Working", step, count, "steps")
        time.sleep(seconds)
    context.progress("Working", count, count, "steps")


def _preview(context: JobContext, words: list[str]) -> None:
    side = int(words[0])
    context.preview(bytes(side * side * 3), side, side)


def _stream(context: JobContext, words: list[str]) -> None:
    """Send previews of a side for so many seconds, as fast as they are taken, with progress."""
    side, seconds = int(words[0]), float(words[1])
    picture = bytes(range(256)) * (side * side * 3 // 256)
    end, step = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        context.check_cancelled()
        context.progress("Streaming", step, None, "steps")
        context.preview(picture, side, side)
        step += 1
        time.sleep(0.002)


def _fail(_context: JobContext, _words: list[str]) -> None:
    raise PortraitsError(ErrorCode.BAD_INPUT, '"picture.png" cannot be read.', "Save it again.")


def _bug(_context: JobContext, _words: list[str]) -> None:
    raise KeyError("a fault of ours")


def _memory(_context: JobContext, _words: list[str]) -> None:
    raise MemoryError


def _garbage(_context: JobContext, _words: list[str]) -> None:
    """Write bytes that are no message into every socket of this process."""
    for descriptor in range(3, 64):
        with suppress(OSError):
            if psutil.POSIX and Path(f"/proc/self/fd/{descriptor}").readlink().name.startswith("socket:"):
                os.write(descriptor, b"\x00\x00\x00\x05hello" * 4)
    time.sleep(5)


def _hang(_context: JobContext, _words: list[str]) -> None:
    """Hold the interpreter, as a computation in a library may: nothing else in this process runs."""
    ctypes.PyDLL(None).sleep(600)


def _stuck(_context: JobContext, _words: list[str]) -> None:
    """Compute without end and without looking at the flag."""
    while True:
        pass


def _signal(_context: JobContext, words: list[str]) -> None:
    os.kill(os.getpid(), getattr(signal, words[0]))
    # The system may hand the signal to another thread; this one must not end its job before it takes effect.
    time.sleep(10)


def _log(_context: JobContext, words: list[str]) -> None:
    logging.getLogger("scripted").warning(" ".join(words))


def _sleep(_context: JobContext, words: list[str]) -> None:
    time.sleep(float(words[0]))


def _exit(_context: JobContext, words: list[str]) -> None:
    os._exit(int(words[0]))


_STEPS: dict[str, Callable[[JobContext, list[str]], None]] = {
    "sleep": _sleep,
    "steps": _steps,
    "progress": lambda context, words: context.progress("Working", float(words[0]), float(words[1]), "steps"),
    "preview": _preview,
    "stream": _stream,
    "note": lambda context, words: context.note(" ".join(words)),
    "log": _log,
    "fail": _fail,
    "bug": _bug,
    "memory": _memory,
    "exit": _exit,
    "signal": _signal,
    "garbage": _garbage,
    "hang": _hang,
    "stuck": _stuck,
}
