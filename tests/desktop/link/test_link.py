"""The link with the real child process: jobs, questions, every way to die, and what comes after."""

import os
import signal
import sys
from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtGui import QColor

from desktop.link import Answered, EngineLink, EngineState, EngineStopped, PreviewFrame, StopCause
from desktop.link.thread import Timing
from engine.protocol.errors import ErrorCode
from engine.protocol.messages import JobDone, JobFailed, Progress
from engine.protocol.queries import EstimateJob, Probe
from tests.desktop.conftest import Heard, StartLink
from tests.helpers.scripted_jobs import script
from tests.helpers.waiting import LIMIT

_POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX signals")
_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def _heard(link: EngineLink) -> Heard:
    heard: Heard = link.heard  # type: ignore[attr-defined]
    return heard


def _wait(qtbot: Any, link: EngineLink, name: str, count: int = 1) -> Any:
    """Wait for the n-th event of a signal and return it."""
    qtbot.waitUntil(lambda: len(_heard(link).of(name)) >= count, timeout=LIMIT * 1000)
    return _heard(link).of(name)[count - 1]


def _wait_ready(qtbot: Any, link: EngineLink) -> None:
    qtbot.waitUntil(lambda: link.ready, timeout=LIMIT * 1000)


def test_a_job_runs_and_tells_its_story(qtbot: Any, start_link: StartLink, tmp_path: Path) -> None:
    link = start_link()
    output = str(tmp_path / "out.txt")
    link.submit("a", script("log Look here; note Hello.; steps 3 0.01; preview 16; write", output))
    done = _wait(qtbot, link, "job_done")
    assert isinstance(done, JobDone)
    assert [artifact.path for artifact in done.artifacts] == [output]
    assert "job_started" in [name for name, _ in _heard(link).events]
    assert "Look here" in [event.text for event in _heard(link).of("logged")]  # type: ignore[attr-defined]
    last = _heard(link).of("progress")[-1]
    assert isinstance(last, Progress)
    assert (last.step, last.total, last.unit) == (3.0, 3.0, "steps")


def test_a_preview_arrives_as_a_picture_that_owns_its_pixels(qtbot: Any, start_link: StartLink) -> None:
    link = start_link()
    link.submit("a", script("preview 33"))
    frame = _wait(qtbot, link, "preview")
    assert isinstance(frame, PreviewFrame)
    assert (frame.job_id, frame.image.width(), frame.image.height()) == ("a", 33, 33)
    assert frame.image.pixelColor(32, 32) == QColor(0, 0, 0)


def test_names_that_cannot_be_sent_are_refused_and_the_engine_goes_on(
    qtbot: Any, start_link: StartLink, tmp_path: Path
) -> None:
    link, answers = start_link(), []
    number = link.ask(Probe(path="caf\udce9.png"), answers.append)
    assert answers == [], "told later, like every answer"
    link.submit("a", script("steps 1 0.01", str(tmp_path / "caf\udce9.txt")))
    failed = _wait(qtbot, link, "job_failed")
    assert isinstance(failed, JobFailed)
    assert (failed.job_id, failed.failure.what) == ("a", '"caf?.txt" has bytes that are no characters.')
    qtbot.waitUntil(lambda: bool(answers), timeout=LIMIT * 1000)
    assert (answers[0].query_id, answers[0].failure.code) == (number, ErrorCode.BAD_INPUT)
    link.submit("b", script("write", str(tmp_path / "out.txt")))
    _wait(qtbot, link, "job_done")


def test_previews_keep_to_the_rate_of_the_job(qtbot: Any, start_link: StartLink) -> None:
    link = start_link()
    link.submit("a", script("stream 64 1.0"), preview_rate=5)
    _wait(qtbot, link, "job_done")
    assert 1 <= len(_heard(link).of("preview")) <= 7


def test_it_knows_the_devices(start_link: StartLink) -> None:
    status = start_link().status
    assert status.devices is not None
    assert status.process_id > 0
    assert status.devices.chosen


def test_cancelling_ends_a_job(qtbot: Any, start_link: StartLink) -> None:
    link = start_link()
    link.submit("a", script("steps 100000 0.001"))
    _wait(qtbot, link, "progress")
    link.cancel("a")
    assert _wait(qtbot, link, "job_cancelled").job_id == "a"
    assert link.ready


def test_cancelling_brings_back_what_is_done_when_it_is_wanted(
    qtbot: Any, start_link: StartLink, tmp_path: Path
) -> None:
    link = start_link()
    output = str(tmp_path / "first.txt")
    for job_id, keep_done in (("a", True), ("b", False)):
        link.submit(job_id, script("write; steps 100000 0.01", output))
        qtbot.waitUntil(
            lambda job_id=job_id: any(event.job_id == job_id for event in _heard(link).of("progress")),
            timeout=LIMIT * 1000,
        )
        link.cancel(job_id, keep_done)
    first, second = _wait(qtbot, link, "job_cancelled"), _wait(qtbot, link, "job_cancelled", 2)
    assert [artifact.path for artifact in first.artifacts] == [output]
    assert second.artifacts == ()


def test_out_of_memory_is_a_failure_and_the_engine_goes_on(qtbot: Any, start_link: StartLink) -> None:
    link = start_link()
    before = link.status.process_id
    link.submit("a", script("memory"))
    failed = _wait(qtbot, link, "job_failed")
    assert isinstance(failed, JobFailed)
    assert failed.failure.code is ErrorCode.OUT_OF_MEMORY
    link.submit("b", script("sleep 0"))
    _wait(qtbot, link, "job_done")
    assert link.status.process_id == before


@_POSIX
@pytest.mark.parametrize(
    ("work", "cause", "words"),
    [
        ("signal SIGSEGV", StopCause.CRASHED, "SIGSEGV"),
        ("signal SIGABRT", StopCause.CRASHED, "SIGABRT"),
        ("signal SIGKILL", StopCause.KILLED, "memory"),
        ("exit 3", StopCause.CRASHED, "exit status 3"),
        ("sleep 0.2; hang", StopCause.SILENT, "no sign of life"),
        pytest.param("garbage", StopCause.GARBLED, "unreadable", marks=_LINUX),
    ],
)
def test_an_engine_that_dies_is_explained_and_replaced(
    qtbot: Any, start_link: StartLink, work: str, cause: StopCause, words: str
) -> None:
    link = start_link()
    before = link.status.process_id
    link.submit("a", script(f"log Before the end; sleep 0.1; {work}"))
    stopped = _wait(qtbot, link, "stopped")
    assert isinstance(stopped, EngineStopped)
    assert stopped.cause is cause
    assert words in stopped.what
    assert stopped.safe
    assert stopped.todo
    assert stopped.job_ids == ("a",)
    assert "Before the end" in stopped.log_tail
    assert stopped.restarting
    _wait_ready(qtbot, link)
    assert link.status.process_id != before
    assert not psutil.pid_exists(before)
    link.submit("b", script("sleep 0"))
    assert _wait(qtbot, link, "job_done").job_id == "b"


@_POSIX
def test_a_segfault_leaves_a_trace_in_the_log(qtbot: Any, start_link: StartLink) -> None:
    link = start_link()
    link.submit("a", script("signal SIGSEGV"))
    stopped = _wait(qtbot, link, "stopped")
    assert "Fatal Python error: Segmentation fault" in stopped.log_tail
    assert Path(stopped.log_path).with_name("engine.log.1").exists() or Path(stopped.log_path).exists()


def test_stop_now_ends_a_job_that_does_not_listen(qtbot: Any, start_link: StartLink) -> None:
    link = start_link()
    link.submit("a", script("stuck"))
    link.submit("b", script("sleep 0"))
    _wait(qtbot, link, "job_started")
    link.stop_now()
    stopped = _wait(qtbot, link, "stopped")
    assert stopped.cause is StopCause.ASKED
    assert stopped.job_ids == ("a", "b")
    _wait_ready(qtbot, link)


def test_open_questions_fail_when_the_engine_dies_and_waiting_ones_reach_the_next(
    qtbot: Any, start_link: StartLink
) -> None:
    link = start_link(wait=False)
    answers: list[Answered] = []
    link.ask(EstimateJob(job=script("Hello.")), answers.append)
    assert answers == []
    qtbot.waitUntil(lambda: len(answers) == 1, timeout=LIMIT * 1000)
    assert answers[0].reply is not None
    link.submit("a", script("signal SIGKILL" if os.name == "posix" else "exit 1"))
    _wait(qtbot, link, "job_started" if os.name != "posix" else "stopped")
    first = link.ask(Probe(path="/nowhere.png"), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=LIMIT * 1000)
    assert answers[1].query_id == first
    assert answers[1].failure is not None


def test_a_program_that_does_not_start_is_given_up_and_tried_again_when_asked(
    qtbot: Any, start_link: StartLink
) -> None:
    link = start_link(command=(sys.executable, "-c", "raise SystemExit('no engine here')"), wait=False)
    qtbot.waitUntil(lambda: link.status.state is EngineState.FAILED, timeout=LIMIT * 1000)
    stops = _heard(link).of("stopped")
    assert [stop.restarting for stop in stops] == [True, True, False]  # type: ignore[attr-defined]
    assert {stop.cause for stop in stops} == {StopCause.COULD_NOT_START}  # type: ignore[attr-defined]
    assert "no engine here" in stops[-1].log_tail  # type: ignore[attr-defined]
    with pytest.raises(RuntimeError):
        link.submit("a", script("sleep 0"))
    link.restart()
    _wait(qtbot, link, "stopped", 4)


def test_a_program_that_is_not_there_is_explained(qtbot: Any, start_link: StartLink) -> None:
    link = start_link(command=("/nowhere/portraits-engine",), wait=False)
    qtbot.waitUntil(lambda: link.status.state is EngineState.FAILED, timeout=LIMIT * 1000)
    assert "could not be started" in _wait(qtbot, link, "stopped").what


def test_a_program_that_never_connects_is_given_up(qtbot: Any, start_link: StartLink) -> None:
    sleeper = (sys.executable, "-c", "import time; time.sleep(600)")
    link = start_link(command=sleeper, wait=False, timing=Timing(start=0.3, short_life=5.0))
    qtbot.waitUntil(lambda: link.status.state is EngineState.FAILED, timeout=LIMIT * 1000)
    assert _wait(qtbot, link, "stopped").cause is StopCause.COULD_NOT_START


def test_shutting_down_ends_the_process_even_if_a_job_does_not_listen(qtbot: Any, start_link: StartLink) -> None:
    link = start_link()
    process = psutil.Process(link.status.process_id)
    link.submit("a", script("stuck"))
    _wait(qtbot, link, "job_started")
    link.shutdown()
    assert not process.is_running()
    assert link.status.state is EngineState.OFF


def test_shutting_down_while_it_starts_leaves_nothing(start_link: StartLink) -> None:
    link = start_link(wait=False)
    link.shutdown()
    assert link.status.state is EngineState.OFF


@_POSIX
def test_ctrl_c_in_a_terminal_does_not_end_the_engine(qtbot: Any, start_link: StartLink) -> None:
    link = start_link()
    os.kill(link.status.process_id, signal.SIGINT)
    link.submit("a", script("sleep 0.1"))
    _wait(qtbot, link, "job_done")
    assert _heard(link).of("stopped") == []
