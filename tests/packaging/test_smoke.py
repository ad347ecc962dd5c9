"""The script that tries the frozen application: it tells what works and, above all, what does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from trying import window
from trying.application import Application, CheckError, event_of, wait_until

from desktop.startup import milestones
from tests.packaging.conftest import PACKAGING

pytestmark = pytest.mark.skipif(os.name == "nt", reason="stands in for the programs with shell scripts")

DOCTOR = '{"type": "doctor", "python": "3.11.7", "problems": [], "libraries": [{"name": "av", "version": "\'$AV\'"}]}'
ENGINE = f"""#!/bin/sh
case "$1" in
    --version) echo "portraits-engine 0.1.0" ;;
    doctor) echo '{DOCTOR}' ;;
    *) echo "portraits-engine: the file was not found." >&2; exit 1 ;;
esac
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Programs that only look like ours."""
    for name, text in (("portraits-engine", ENGINE), ("portraits", "#!/bin/sh\nexit 3\n")):
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    return tmp_path


def smoke(folder: Path, only: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(PACKAGING / "smoke.py"), str(folder), "--only", only],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **variables},
    )


def test_what_works_is_said(folder: Path) -> None:
    run = smoke(folder, "doctor,refusal", AV="18")
    assert run.returncode == 0, run.stdout
    assert run.stdout.splitlines()[-1] == "2 passed, 0 failed"


def test_a_missing_library_is_found(folder: Path) -> None:
    run = smoke(folder, "doctor", AV="")
    assert run.returncode == 1
    assert "FAILED  doctor: missing: ['av']" in run.stdout


def test_one_failure_does_not_hide_the_others(folder: Path) -> None:
    run = smoke(folder, "versions,demo,doctor", AV="18")
    assert run.returncode == 1
    assert "FAILED  versions" in run.stdout, "the window's program ends with 3"
    assert "FAILED  demo" in run.stdout
    assert "ok      doctor" in run.stdout


def test_a_window_that_ends_at_once_is_told_with_its_status(folder: Path, tmp_path: Path) -> None:
    app = Application(folder, scratch=tmp_path)
    started = window.Window(app, app.make_folder("home"))
    with pytest.raises(CheckError, match="ended with 3"):
        started.wait_shown()


def test_the_milestones_are_those_that_the_window_logs() -> None:
    assert milestones.SHOWN == window._SHOWN
    assert window._OPENED.strip() == milestones.OPENED
    assert window._READY.startswith(milestones.READY)


def test_inside_of_another_system_paths_and_user_change(tmp_path: Path) -> None:
    app = Application(Path("/opt/portraits"), root=tmp_path, user="nobody", scratch=tmp_path / "tmp" / "s")
    home = app.make_folder("home é")
    command, environment = app.command([app.program("portraits-engine"), "doctor"], home)
    assert command[0].endswith("chroot")
    assert command[1:] == ["--userspec=nobody", str(tmp_path), "/opt/portraits/portraits-engine", "doctor"]
    assert environment["PORTRAITS_HOME"] == "/tmp/s/home é"
    assert "PYTHONPATH" not in environment


def test_the_environment_of_python_does_not_reach_the_frozen_application(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    _, environment = Application(folder, scratch=tmp_path).command(["x"])
    assert "PYTHONPATH" not in environment


def test_lines_and_waiting() -> None:
    assert event_of([{"type": "a", "n": 1}, {"type": "a", "n": 2}, {"type": "b"}], "a")["n"] == 2
    with pytest.raises(CheckError, match="type c"):
        event_of([{"type": "a"}], "c")
    with pytest.raises(CheckError, match="the end of the world"):
        wait_until(lambda: False, 0.02, "the end of the world")
