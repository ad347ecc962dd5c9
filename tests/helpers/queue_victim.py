"""A window that is killed again and again: ``python -m tests.helpers.queue_victim QUEUE LEDGER ROUNDS SEED``.

Each round forks a process that opens the queue, goes on with it, adds jobs, lets an engine run them, and is killed
with SIGKILL a random moment after it has done a random amount of work, so that a slow machine sees as much as a fast
one. What a person or an engine has seen is written to the ledger, line by line, first.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.link import FakeLink
from desktop.state.queue import JobQueue
from desktop.state.queue_entry import QueueEntry
from desktop.state.queue_store import QueueStore
from engine.protocol.jobs import AnyJob
from tests.helpers.scripted_jobs import script


class Ledger:
    """Lines that survive the end of the process that wrote them."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def write(self, word: str, job_id: str) -> None:
        os.write(self._file, f"{word} {job_id}\n".encode())


class Engine(FakeLink):
    """Runs a job at once and says so in the ledger."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__()
        self._ledger = ledger

    def submit(self, job_id: str, job: AnyJob, preview_rate: float = 10.0) -> None:
        self._ledger.write("started", job_id)
        super().submit(job_id, job, preview_rate)


class Window:
    """One session of a person who adds jobs without end."""

    def __init__(self, queue_path: Path, ledger: Ledger) -> None:
        self._ledger = ledger
        self._engine = Engine(ledger)
        self._queue = JobQueue(self._engine, QueueStore(queue_path))
        self._queue.ended.connect(self._on_ended)

    def live(self) -> None:
        self._engine.become_ready()
        self._queue.resume()
        while True:
            for _ in range(random.randint(1, 4)):
                entry = self._queue.add(script("sleep 0"), title="A job")
                self._ledger.write("added", entry.job_id)
            waiting = [entry.job_id for entry in self._queue.waiting()]
            if len(waiting) > 1:
                self._queue.move(waiting[-1], before=waiting[0])
            for _ in range(random.randint(0, 4)):
                running = self._queue.running()
                if running is not None:
                    self._engine.say_done(running.job_id)

    def _on_ended(self, entry: QueueEntry) -> None:
        self._ledger.write("ended", entry.job_id)


def main() -> None:
    queue_path, ledger_path = Path(sys.argv[1]), Path(sys.argv[2])
    random.seed(int(sys.argv[4]))
    ledger_path.touch()
    for _ in range(int(sys.argv[3])):
        work, delay = random.randrange(1200), random.uniform(0, 0.01)
        done = ledger_path.stat().st_size
        random.seed(random.random())
        child = os.fork()
        if child == 0:
            QCoreApplication([])
            Window(queue_path, Ledger(ledger_path)).live()
        while ledger_path.stat().st_size < done + work:
            time.sleep(0.0005)
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
