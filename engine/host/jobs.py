"""The thread that runs heavy jobs, one after the other."""

import logging
import threading
import time
from collections import deque

from msgspec.structs import replace

from engine.devices.detect import detect
from engine.host.estimate import paces
from engine.host.link_context import LinkContext
from engine.host.logs import LogTail
from engine.host.outbox import Outbox
from engine.host.runner import as_portraits_error, run_job
from engine.host.smaller import smaller
from engine.host.window_words import for_window
from engine.models.loaded import free_memory
from engine.protocol.errors import Cancelled, ErrorCode, Failure, PortraitsError
from engine.protocol.jobs import AnyJob
from engine.protocol.messages import JobCancelled, JobDone, JobFailed, JobStarted, Message, Submit

log = logging.getLogger(__name__)


class JobWorker:
    """Runs submitted jobs in the order of arrival. Every job ends with exactly one of done, failed, cancelled.

    Args:
        outbox: where its messages go.
        log_tail: the newest log lines, for failures.
    """

    def __init__(self, outbox: Outbox, log_tail: LogTail) -> None:
        self._outbox = outbox
        self._log_tail = log_tail
        self._ready = threading.Condition()
        self._waiting: deque[tuple[Submit, LinkContext]] = deque()
        self._running: tuple[str, LinkContext] | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="jobs", daemon=True)
        self._thread.start()

    def submit(self, message: Submit) -> None:
        """Run a job when those before it have ended."""
        context = LinkContext(message.job_id, self._outbox, message.preview_rate)
        with self._ready:
            self._waiting.append((message, context))
            self._ready.notify()

    def cancel(self, job_id: str, keep_done: bool = False) -> None:
        """Cancel a waiting job, or let the running one end at its next step, with its finished parts if asked."""
        with self._ready:
            waiting = [pair for pair in self._waiting if pair[0].job_id == job_id]
            for pair in waiting:
                self._waiting.remove(pair)
            if self._running is not None and self._running[0] == job_id:
                self._running[1].cancel(keep_done)
        for message, _ in waiting:
            self._outbox.put(JobCancelled(job_id=message.job_id))

    def close(self, seconds: float) -> None:
        """Cancel everything and wait, for some seconds at most, until the running job has cleaned up."""
        with self._ready:
            self._closed = True
            self._waiting.clear()
            if self._running is not None:
                self._running[1].cancel()
            self._ready.notify()
        self._thread.join(seconds)

    def _run(self) -> None:
        while True:
            with self._ready:
                self._running = None
                self._ready.wait_for(lambda: self._waiting or self._closed)
                if self._closed:
                    return
                message, context = self._waiting.popleft()
                self._running = (message.job_id, context)
            self._outbox.put(JobStarted(job_id=message.job_id))
            outcome = self._outcome(message, context)
            context.flush()
            self._outbox.put(outcome)

    def _outcome(self, message: Submit, context: LinkContext) -> Message:
        began = time.monotonic()
        self._log_tail.clear()
        try:
            artifacts = run_job(message.job, context)
        except Cancelled:
            return JobCancelled(job_id=message.job_id)
        except PortraitsError as error:
            # The traceback holds every frame of the job, and with them what filled the memory.
            failure = error.failure
            del error
        except BaseException as error:
            # A thread that ends would leave the window waiting for ever.
            log.exception("the job ended in an unexpected way")
            failure = as_portraits_error(RuntimeError(f"{type(error).__name__}: {error}")).failure
            del error
        else:
            if context.stopped_early:
                return JobCancelled(job_id=message.job_id, artifacts=tuple(artifacts))
            seconds = time.monotonic() - began
            _learn(message.job, seconds)
            return JobDone(job_id=message.job_id, artifacts=tuple(artifacts), seconds=seconds)
        return self._failed(message.job_id, message.job, failure)

    def _failed(self, job_id: str, job: AnyJob, failure: Failure) -> JobFailed:
        tail = self._log_tail.text()
        failure = for_window(failure)
        if failure.code is not ErrorCode.OUT_OF_MEMORY:
            return JobFailed(job_id=job_id, failure=failure, log_tail=tail)
        free_memory()
        step = smaller(job, on_card=_on_card())
        if step is None:
            return JobFailed(job_id=job_id, failure=failure, log_tail=tail)
        explained = replace(failure, todo=f"Run it again {step.words}.")
        return JobFailed(job_id=job_id, failure=explained, log_tail=tail, retry=step.job)


def _on_card() -> bool:
    """Whether models run on a graphics card; False when that cannot be told any more."""
    try:
        return detect().chosen != "cpu"
    except Exception:
        log.exception("the devices could not be told")
        return False


def _learn(job: AnyJob, seconds: float) -> None:
    try:
        paces.learn(job, seconds)
    except PortraitsError as error:
        log.debug("how long the job took tells nothing: %s", error)
    except Exception:
        # The estimate of the next job is worth less than the result of this one.
        log.exception("how long the job took could not be noted")
