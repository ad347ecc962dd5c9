"""An engine whose window is gone ends by itself, whatever it is doing."""

import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from engine.commands.serve import serve_from_environment
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.process import ADDRESS_VARIABLE
from tests.helpers.waiting import wait_until

_ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "work",
    [
        "steps 100000 0.001",
        "stuck",
        pytest.param(
            "sleep 0.3; hang",
            marks=pytest.mark.skipif(
                sys.platform != "linux", reason="only Linux ends a process whose interpreter is held"
            ),
        ),
    ],
)
def test_an_engine_ends_when_its_window_is_killed(work: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.helpers.orphan", str(tmp_path / "engine.log"), work]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=_ROOT) as window:
        assert window.stdout is not None
        engine = psutil.Process(int(window.stdout.readline()))
        window.kill()
    wait_until(lambda: not engine.is_running() or engine.status() == psutil.STATUS_ZOMBIE, "the engine to end", 10)


def test_a_person_who_calls_it_by_hand_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ADDRESS_VARIABLE, raising=False)
    with pytest.raises(PortraitsError) as caught:
        serve_from_environment()
    assert caught.value.code is ErrorCode.USAGE
    assert "portraits" in caught.value.failure.todo
