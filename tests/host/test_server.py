"""The server in this process: what it says to a window that behaves and to one that does not."""

import logging
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection, Listener
from typing import Any

import pytest

from engine import __version__
from engine.host.server import serve
from engine.protocol.frames import receive, send
from engine.protocol.messages import (
    PROTOCOL_VERSION,
    Answer,
    Ask,
    Cancel,
    Hello,
    JobCancelled,
    JobDone,
    JobStarted,
    Log,
    Message,
    Ready,
    Shutdown,
    Stats,
    Submit,
    ToWindow,
    Unload,
)
from engine.protocol.queries import Probe
from tests.helpers.scripted_jobs import script


class Window:
    """The other end of a server that runs in a thread."""

    def __init__(self) -> None:
        self._listener = Listener(authkey=b"key")
        self.status: list[int] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        self.connection: Connection = self._listener.accept()

    def _serve(self) -> None:
        self.status.append(serve(str(self._listener.address), b"key"))

    def say(self, message: Message) -> None:
        send(self.connection, message)

    def hear(self, kind: type[Message]) -> Any:
        """Return the next message of a kind; others before it are passed over."""
        while True:
            assert self.connection.poll(20), f"no {kind.__name__} came"
            message, _ = receive(self.connection, ToWindow)
            if isinstance(message, kind):
                return message

    def greet(self, version: int = PROTOCOL_VERSION, **settings: Any) -> Ready:
        self.say(Hello(protocol_version=version, settings=settings))
        ready = self.hear(Ready)
        assert isinstance(ready, Ready)
        return ready

    def wait_for_end(self) -> int:
        self._thread.join(20)
        assert not self._thread.is_alive(), "the server still runs"
        return self.status[0]

    def close(self) -> None:
        self.connection.close()
        self._listener.close()
        self._thread.join(20)


@pytest.fixture
def window(scripted: None) -> Iterator[Window]:
    window = Window()
    yield window
    window.close()


def test_it_answers_hello_with_its_version_and_devices(window: Window) -> None:
    ready = window.greet(device="cpu")
    assert (ready.protocol_version, ready.engine_version) == (PROTOCOL_VERSION, __version__)
    assert ready.devices.chosen in {device.id for device in ready.devices.devices}
    assert ready.devices.memory_total > 0


def test_settings_that_make_no_sense_do_not_keep_it_from_starting(window: Window) -> None:
    assert window.greet(device=17, offline="perhaps", unknown=[1]).devices.chosen


def test_a_device_that_is_not_here_falls_back(window: Window) -> None:
    assert window.greet(device="cuda:99").devices.chosen != "cuda:99"


def test_it_leaves_a_window_of_another_version(window: Window) -> None:
    assert window.greet(PROTOCOL_VERSION + 1).protocol_version == PROTOCOL_VERSION
    assert window.wait_for_end() == 1


def test_it_leaves_a_window_that_does_not_greet(window: Window) -> None:
    window.say(Shutdown())
    assert window.wait_for_end() == 1


@pytest.mark.parametrize("garbage", [b"", b"\xc1", b"hello", b"\x81\xa4type\xa4nope", b"\xdf\xff\xff\xff\xff"])
def test_it_ends_when_the_window_sends_something_unreadable(window: Window, garbage: bytes) -> None:
    window.greet()
    window.connection.send_bytes(garbage)
    assert window.wait_for_end() == 1


def test_it_ends_when_the_window_goes_away_while_a_job_runs(window: Window) -> None:
    window.greet()
    window.say(Submit(job_id="a", job=script("steps 100000 0.001")))
    window.hear(JobStarted)
    window.connection.close()
    assert window.wait_for_end() == 0


def test_shutdown_cancels_what_runs(window: Window) -> None:
    window.greet()
    window.say(Submit(job_id="a", job=script("steps 100000 0.001")))
    window.hear(JobStarted)
    window.say(Shutdown())
    assert window.hear(JobCancelled).job_id == "a"
    assert window.wait_for_end() == 0


def test_a_question_is_answered_while_a_job_runs(window: Window) -> None:
    window.greet()
    window.say(Submit(job_id="a", job=script("steps 100000 0.001")))
    window.hear(JobStarted)
    window.say(Ask(query_id=7, query=Probe(path="/nowhere/at all.png")))
    answer = window.hear(Answer)
    assert answer.query_id == 7
    assert "at all.png" in answer.failure.what
    window.say(Cancel(job_id="a"))
    assert window.hear(JobCancelled).job_id == "a"


def test_its_heart_beats_while_a_job_keeps_the_processor_busy(window: Window) -> None:
    window.greet()
    window.say(Submit(job_id="a", job=script("sleep 2.5")))
    window.hear(JobStarted)
    assert window.hear(Stats).memory > 0
    assert window.hear(Stats).memory > 0
    assert window.hear(JobDone).job_id == "a"


def test_log_lines_reach_the_window(window: Window) -> None:
    window.greet()
    window.say(Submit(job_id="a", job=script("log Look here")))
    while (line := window.hear(Log)).logger != "scripted":
        pass
    assert (line.level, line.text) == ("WARNING", "Look here")


def test_it_leaves_no_log_handlers_behind(window: Window) -> None:
    window.greet()
    during = len(logging.getLogger().handlers)
    window.say(Shutdown())
    window.wait_for_end()
    assert len(logging.getLogger().handlers) == during - 2


def test_unloading_is_harmless_when_nothing_is_loaded(window: Window) -> None:
    window.greet()
    window.say(Unload())
    window.say(Submit(job_id="a", job=script("sleep 0")))
    assert window.hear(JobDone).job_id == "a"
