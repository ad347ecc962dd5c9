"""How an engine process is started, and what its end says."""

import signal
import sys
from pathlib import Path

import pytest

from desktop.link.child import KEPT_LOGS, Child, end_of, engine_command, new_key
from desktop.link.events import StopCause
from desktop.link.words import explain
from engine.protocol.process import ADDRESS_VARIABLE, KEY_VARIABLE

_SHOW = f"import os; print(os.environ[{ADDRESS_VARIABLE!r}], os.environ[{KEY_VARIABLE!r}])"


def _run(path: Path, code: str) -> int:
    return Child([sys.executable, "-c", code], "somewhere", b"\x01\x02", path).reap()


def test_address_and_key_travel_by_environment_and_the_output_goes_to_the_log(tmp_path: Path) -> None:
    child = Child([sys.executable, "-c", _SHOW], "somewhere", b"\x01\x02", tmp_path / "engine.log")
    assert child.wait(20) == 0
    child.reap()
    assert child.log_tail() == "somewhere 0102\n"


def test_logs_of_earlier_processes_are_kept_for_a_while(tmp_path: Path) -> None:
    path = tmp_path / "engine.log"
    for number in range(KEPT_LOGS + 3):
        child = Child([sys.executable, "-c", f"print({number})"], "", b"", path)
        child.wait(20)
        child.reap()
    newest = KEPT_LOGS + 2
    assert path.read_text().strip() == str(newest)
    for age in range(1, KEPT_LOGS + 1):
        assert path.with_name(f"engine.log.{age}").read_text().strip() == str(newest - age)
    assert not path.with_name(f"engine.log.{KEPT_LOGS + 1}").exists()


def test_only_the_end_of_a_long_log_is_shown(tmp_path: Path) -> None:
    child = Child([sys.executable, "-c", "print('x' * 100_000); print('the end')"], "", b"", tmp_path / "engine.log")
    child.wait(20)
    child.reap()
    assert len(child.log_tail()) <= 16_000
    assert child.log_tail().endswith("the end\n")


def test_reaping_ends_a_process_that_does_not_want_to(tmp_path: Path) -> None:
    assert _run(tmp_path / "engine.log", "import time; time.sleep(600)") != 0


def test_a_program_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        Child(["/nowhere/engine"], "", b"", tmp_path / "engine.log")


def test_keys_are_never_the_same() -> None:
    assert len({new_key() for _ in range(100)}) == 100
    assert len(new_key()) == 32


def test_a_frozen_build_starts_the_second_executable_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert engine_command() == [sys.executable, "-m", "engine", "serve"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(Path("/opt/portraits/portraits")))
    assert engine_command() == [str(Path("/opt/portraits/portraits-engine")), "serve"]


@pytest.mark.parametrize(
    ("status", "crashed", "killed", "text"),
    [
        (-int(signal.SIGSEGV), True, False, "SIGSEGV"),
        (-9, False, True, "SIGKILL"),
        (-int(signal.SIGTERM), False, True, "SIGTERM"),
        (-99, True, False, "signal 99"),
        (0xC0000005, True, False, "exception 0xC0000005"),
        (3, False, False, "exit status 3"),
    ],
)
def test_what_an_exit_status_says(status: int, crashed: bool, killed: bool, text: str) -> None:
    assert end_of(status) == (crashed, killed, text)


@pytest.mark.parametrize("cause", list(StopCause))
@pytest.mark.parametrize("restarting", [True, False])
@pytest.mark.parametrize("had_job", [True, False])
def test_every_end_is_told_in_full_sentences(cause: StopCause, restarting: bool, had_job: bool) -> None:
    words = explain(cause, end_of(-9), had_job=had_job, restarting=restarting)
    assert words.what.endswith(".")
    assert "safe" in words.safe
    assert ("fresh engine" in words.todo) == restarting
    assert ("Run the job again" in words.todo) == (restarting and had_job and cause is not StopCause.ASKED)
