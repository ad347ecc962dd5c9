"""The thread that runs jobs: order, exactly one end, cancelling, failures in words."""

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.host import jobs as jobs_module
from engine.host.jobs import JobWorker
from engine.host.logs import LogTail
from engine.protocol.errors import ErrorCode
from engine.protocol.jobs import AnyJob, MorphJob
from engine.protocol.jobs.base import Source
from engine.protocol.messages import (
    JobCancelled,
    JobDone,
    JobFailed,
    JobStarted,
    Message,
    Note,
    Preview,
    Progress,
    Submit,
)
from tests.helpers.scripted_jobs import script
from tests.helpers.waiting import wait_until

_ENDS = (JobDone, JobFailed, JobCancelled)


class Recorder:
    """Stands for the outbox."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self._lock = threading.Lock()

    def put(self, message: Message, payload: tuple[bytes, ...] = ()) -> None:
        with self._lock:
            self.messages.append(message)

    def ends(self) -> list[Message]:
        return [message for message in self.messages if isinstance(message, _ENDS)]

    def wait_for_ends(self, count: int = 1) -> list[Message]:
        wait_until(lambda: len(self.ends()) >= count, f"{count} jobs to end")
        return self.ends()


class Running:
    def __init__(self, worker: JobWorker, recorder: Recorder) -> None:
        self.worker = worker
        self.recorder = recorder

    def submit(self, job_id: str, job: AnyJob) -> None:
        self.worker.submit(Submit(job_id=job_id, job=job))


@pytest.fixture
def running(scripted: None) -> Iterator[Running]:
    tail = LogTail()
    logging.getLogger().addHandler(tail)
    recorder = Recorder()
    worker = JobWorker(recorder, tail)  # type: ignore[arg-type]
    yield Running(worker, recorder)
    worker.close(5.0)
    logging.getLogger().removeHandler(tail)


def test_a_job_tells_its_whole_story(running: Running, tmp_path: Path) -> None:
    output = str(tmp_path / "out.txt")
    running.submit("a", script("note Hello.; preview 8; steps 3 0; write", output))
    (end,) = running.recorder.wait_for_ends()
    kinds = [type(message) for message in running.recorder.messages]
    assert kinds[0] is JobStarted
    assert {Note, Preview, Progress} < set(kinds)
    assert kinds[-1] is JobDone
    assert isinstance(end, JobDone)
    assert [artifact.path for artifact in end.artifacts] == [output]


def test_jobs_run_one_after_the_other_in_the_order_of_arrival(running: Running) -> None:
    for number in range(5):
        running.submit(str(number), script("sleep 0.01"))
    running.recorder.wait_for_ends(5)
    story = [
        (type(message).__name__, message.job_id)
        for message in running.recorder.messages
        if isinstance(message, JobStarted | JobDone)
    ]
    assert story == [(name, str(number)) for number in range(5) for name in ("JobStarted", "JobDone")]


def test_a_running_job_is_cancelled_within_a_step(running: Running) -> None:
    running.submit("a", script("steps 100000 0.001"))
    wait_until(lambda: any(isinstance(m, Progress) for m in running.recorder.messages), "the job to run")
    running.worker.cancel("a")
    assert running.recorder.wait_for_ends() == [JobCancelled(job_id="a")]


@pytest.mark.parametrize("keep_done", [True, False])
def test_what_is_done_of_a_cancelled_job_is_kept_when_asked(running: Running, tmp_path: Path, keep_done: bool) -> None:
    output = str(tmp_path / "first.txt")
    running.submit("a", script("write; steps 100000 0.001", output))
    wait_until(lambda: any(isinstance(m, Progress) for m in running.recorder.messages), "the job to run")
    running.worker.cancel("a", keep_done)
    (end,) = running.recorder.wait_for_ends()
    assert isinstance(end, JobCancelled)
    assert [artifact.path for artifact in end.artifacts] == ([output] if keep_done else [])


def test_a_job_that_ends_before_it_sees_the_flag_is_done(running: Running, tmp_path: Path) -> None:
    running.submit("a", script("sleep 0.2; write", str(tmp_path / "all.txt")))
    wait_until(lambda: JobStarted(job_id="a") in running.recorder.messages, "the job to run")
    running.worker.cancel("a", keep_done=True)
    assert isinstance(running.recorder.wait_for_ends()[0], JobDone)


def test_a_waiting_job_is_cancelled_without_being_started(running: Running) -> None:
    running.submit("a", script("steps 100000 0.001"))
    running.submit("b", script("write", "never"))
    running.worker.cancel("b")
    running.worker.cancel("a")
    running.recorder.wait_for_ends(2)
    assert JobStarted(job_id="b") not in running.recorder.messages
    assert JobCancelled(job_id="b") in running.recorder.messages


def test_cancelling_a_job_that_is_not_there_does_nothing(running: Running) -> None:
    running.worker.cancel("nobody")
    running.submit("a", script("sleep 0"))
    assert isinstance(running.recorder.wait_for_ends()[0], JobDone)


def test_a_failure_keeps_its_words(running: Running) -> None:
    running.submit("a", script("fail"))
    (end,) = running.recorder.wait_for_ends()
    assert isinstance(end, JobFailed)
    assert (end.failure.code, end.failure.todo) == (ErrorCode.BAD_INPUT, "Save it again.")
    assert end.retry is None


def test_a_fault_of_ours_carries_the_log_and_the_next_job_runs(running: Running) -> None:
    running.submit("a", script("bug"))
    running.submit("b", script("sleep 0"))
    first, second = running.recorder.wait_for_ends(2)
    assert isinstance(first, JobFailed)
    assert first.failure.code is ErrorCode.INTERNAL
    assert "a fault of ours" in first.log_tail
    assert "Traceback" in first.log_tail
    assert "--debug" not in first.failure.todo
    assert isinstance(second, JobDone)


def test_the_log_of_one_job_does_not_stand_in_the_failure_of_the_next(running: Running) -> None:
    running.submit("a", script("bug"))
    running.submit("b", script("fail"))
    _, second = running.recorder.wait_for_ends(2)
    assert isinstance(second, JobFailed)
    assert "a fault of ours" not in second.log_tail


def test_a_job_without_a_frame_that_runs_out_of_memory_offers_no_smaller_one(running: Running) -> None:
    running.submit("a", script("memory"))
    (end,) = running.recorder.wait_for_ends()
    assert isinstance(end, JobFailed)
    assert end.failure.code is ErrorCode.OUT_OF_MEMORY
    assert end.retry is None


def test_running_out_of_memory_frees_it_and_names_the_next_smaller_setting(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    freed = threading.Event()
    monkeypatch.setattr(jobs_module, "free_memory", freed.set)

    def no_memory(job: MorphJob, context: object) -> None:
        raise MemoryError

    monkeypatch.setattr("tests.helpers.scripted_jobs.run", no_memory)
    job = MorphJob(inputs=(Source(path="a.png"),), output="out.mp4", width=1024, height=1024)
    running.submit("a", job)
    (end,) = running.recorder.wait_for_ends()
    assert isinstance(end, JobFailed)
    assert end.failure.code is ErrorCode.OUT_OF_MEMORY
    assert end.failure.todo == "Run it again with 768 x 768 instead of 1024 x 1024 pixels."
    assert isinstance(end.retry, MorphJob)
    assert (end.retry.width, end.retry.height) == (768, 768)
    assert freed.is_set()


def test_closing_lets_the_running_job_end_and_forgets_the_waiting_ones(running: Running) -> None:
    running.submit("a", script("steps 100000 0.001"))
    running.submit("b", script("sleep 0"))
    wait_until(lambda: any(isinstance(m, Progress) for m in running.recorder.messages), "the job to run")
    running.worker.close(10.0)
    assert running.recorder.ends() == [JobCancelled(job_id="a")]
