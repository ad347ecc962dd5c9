"""What a command prints: plain lines, JSON lines, one line for a failure, and its exit status."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress

import pytest
import typer

from engine.commands.console import Console, session
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError


def _exit_status(error: BaseException, **options: bool) -> int:
    with pytest.raises(typer.Exit) as end, session(**options):
        raise error
    return end.value.exit_code


def test_a_failure_is_one_line_and_exit_status_1(capsys: pytest.CaptureFixture[str]) -> None:
    error = PortraitsError(ErrorCode.BAD_INPUT, '"a.png" cannot be read:\nit is cut.', "Save it again.")
    assert _exit_status(error) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == 'portraits-engine: "a.png" cannot be read: it is cut. Save it again.\n'


def test_wrong_use_is_exit_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert _exit_status(PortraitsError(ErrorCode.USAGE, "The width is wrong.")) == 2
    assert "The width is wrong." in capsys.readouterr().err


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), Cancelled()])
def test_stopping_is_exit_status_130(stop: BaseException, capsys: pytest.CaptureFixture[str]) -> None:
    assert _exit_status(stop) == 130
    assert "stopped" in capsys.readouterr().err


def test_a_ctrl_c_that_was_swallowed_stops_at_the_next_step() -> None:
    def work() -> None:
        with session() as console:
            with suppress(KeyboardInterrupt):
                signal.raise_signal(signal.SIGINT)
            console.check_cancelled()

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(typer.Exit) as end:
            work()
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)
    assert end.value.exit_code == 130


def test_a_fault_of_ours_is_words_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert _exit_status(ZeroDivisionError("division by zero")) == 1
    printed = capsys.readouterr().err
    assert "Traceback" not in printed
    assert "ZeroDivisionError" in printed
    assert printed.count("\n") == 1


def test_debug_shows_the_traceback() -> None:
    with pytest.raises(ZeroDivisionError), session(debug=True):
        _ = 1 / 0


def test_out_of_memory_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert _exit_status(MemoryError()) == 1
    assert "The memory ran out." in capsys.readouterr().err


def test_json_is_one_object_per_line(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console(as_json=True)
    console.progress("Rendering", 0, 10, "frames")
    console.progress("Rendering", 10, 10, "frames")
    console.note("An odd size was padded.")
    console.text("for people")
    error = PortraitsError(ErrorCode.NO_FACE, "No face was found.", "Place it by hand.")
    assert _exit_status(error, json=True) == 1
    printed = capsys.readouterr()
    lines = [json.loads(line) for line in printed.out.splitlines()]
    assert [line["type"] for line in lines] == ["progress", "progress", "note", "failed"]
    assert lines[1]["step"] == lines[1]["total"] == 10
    assert lines[3]["code"] == "no_face"
    assert printed.err == ""


def test_plain_lines_show_the_start_and_the_end_of_a_phase(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console()
    for step in range(101):
        console.progress("Rendering frames", step, 100, "frames")
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "Rendering frames: 0 of 100 frames"
    assert lines[-1] == "Rendering frames: 100 of 100 frames"
    assert len(lines) < 10


def test_names_that_are_no_text_are_printed_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    Console(as_json=True).json("artifact", path="caf\udce9.png")
    assert json.loads(capsys.readouterr().out)["path"] == "caf\udce9.png"


def test_ctrl_c_at_a_question_is_exit_status_130(capsys: pytest.CaptureFixture[str]) -> None:
    def ask() -> None:
        with session():
            try:
                signal.raise_signal(signal.SIGINT)
            except KeyboardInterrupt:
                raise typer.Abort from None  # as typer's questions do

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(typer.Exit) as end:
            ask()
    finally:
        signal.signal(signal.SIGINT, before)
    assert end.value.exit_code == 130
    assert "stopped" in capsys.readouterr().err


def test_a_reader_that_is_gone_ends_a_command_quietly() -> None:
    program = "import sys; from engine.commands.console import session\nwith session(json=True) as console:\n    {}\n"
    for last in ("[console.json('note', text='x' * 1000) for _ in range(1000)]", "raise ValueError('x')"):
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run(
            [sys.executable, "-c", program.format(last)], stdout=writer, stderr=subprocess.PIPE, check=False
        )
        os.close(writer)
        assert done.stderr == b"", last
        assert done.returncode == 1
