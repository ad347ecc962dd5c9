"""Messages on their way to the window."""

import threading
from multiprocessing import Pipe
from typing import Any

import pytest

from engine.host.outbox import Outbox
from engine.protocol.frames import receive
from engine.protocol.messages import JobDone, Log, Note, Preview, Progress, SoundPreview, ToWindow


class GatedConnection:
    """Takes frames only while the gate is open."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.frames: list[bytes] = []
        self.broken = False

    def send_bytes(self, buf: Any) -> None:
        self.gate.wait(10)
        if self.broken:
            raise BrokenPipeError
        self.frames.append(bytes(buf))


def _note(text: str) -> Note:
    return Note(job_id="a", text=text)


def _progress(job_id: str, step: float) -> Progress:
    return Progress(job_id=job_id, phase="Working", step=step, total=None)


def test_messages_arrive_in_order_with_their_bytes() -> None:
    here, there = Pipe()
    outbox = Outbox(here)
    outbox.put(_note("first"))
    outbox.put(Preview(job_id="a", width=2, height=1), (b"123456",))
    outbox.put(JobDone(job_id="a", artifacts=(), seconds=1.0))
    outbox.close()
    received = [receive(there, ToWindow) for _ in range(3)]
    assert [type(message) for message, _ in received] == [Note, Preview, JobDone]
    assert received[1][1] == [b"123456"]
    here.close()
    there.close()


def test_a_waiting_preview_and_progress_are_replaced_by_newer_ones_of_the_same_job() -> None:
    connection = GatedConnection()
    outbox = Outbox(connection)  # type: ignore[arg-type]
    outbox.put(_note("holds the sender up"))
    for number in range(50):
        outbox.put(Preview(job_id="a", width=1, height=1), (bytes([number] * 3),))
        outbox.put(_progress("a", number))
        outbox.put(_progress("b", number))
    connection.gate.set()
    outbox.close()
    assert bytes([49] * 3) in connection.frames
    # At most one of each may have been taken before the gate; all others were replaced.
    assert len(connection.frames) <= 1 + 2 * 2 + 2 * 2


def test_log_lines_fall_away_when_too_many_wait_and_nothing_else_does() -> None:
    connection = GatedConnection()
    outbox = Outbox(connection)  # type: ignore[arg-type]
    for number in range(5000):
        outbox.put(Log(level="INFO", logger="x", text=str(number), time=0.0))
    for number in range(1000):
        outbox.put(_note(str(number)))
    connection.gate.set()
    outbox.close(10.0)
    notes = sum(b"note" in frame for frame in connection.frames)
    assert notes == 1000
    assert len(connection.frames) - notes <= 501


def test_putting_never_blocks_on_a_window_that_does_not_read() -> None:
    connection = GatedConnection()
    outbox = Outbox(connection)  # type: ignore[arg-type]
    done = threading.Event()

    def job() -> None:
        for number in range(1000):
            outbox.put(Preview(job_id="a", width=64, height=64), (bytes(64 * 64 * 3),))
            outbox.put(_progress("a", number))
        done.set()

    threading.Thread(target=job, daemon=True).start()
    assert done.wait(10)
    connection.gate.set()
    outbox.close()


def test_nothing_waits_for_a_window_that_is_gone() -> None:
    connection = GatedConnection()
    connection.broken = True
    connection.gate.set()
    outbox = Outbox(connection)  # type: ignore[arg-type]
    outbox.put(_note("into the void"))
    outbox.put(_note("and another"))
    outbox.close(10)
    assert not outbox._thread.is_alive()


def test_a_message_that_cannot_be_sent_does_not_stop_the_others(caplog: pytest.LogCaptureFixture) -> None:
    connection = GatedConnection()
    connection.gate.set()
    outbox = Outbox(connection)  # type: ignore[arg-type]
    outbox.put(Preview(job_id="a", width=1, height=1))  # announces a byte frame that is not there
    outbox.put(_note("still here"))
    outbox.close()
    assert len(connection.frames) == 1
    assert "Preview" in caplog.text


def _sound(job_id: str, start: int, pcm: bytes) -> tuple[SoundPreview, tuple[bytes, ...]]:
    return SoundPreview(job_id=job_id, rate=24_000, start=start), (pcm,)


def _received(connection: GatedConnection) -> list[tuple[Any, list[bytes]]]:
    here, there = Pipe()
    threading.Thread(target=lambda: [here.send_bytes(frame) for frame in connection.frames], daemon=True).start()
    found = []
    while not found or not isinstance(found[-1][0], JobDone):
        found.append(receive(there, ToWindow))
    here.close()
    there.close()
    return found


def test_sound_that_waits_is_joined_in_order_before_the_end_of_its_job() -> None:
    connection = GatedConnection()
    outbox = Outbox(connection)
    outbox.put(_note("the sender is busy with this"))
    for start in range(0, 100, 2):
        outbox.put(*_sound("a", start, bytes([start, 0, start + 1, 0])))
    outbox.put(*_sound("b", 0, b"other"[:4]))
    outbox.put(JobDone(job_id="a", artifacts=(), seconds=1.0))
    connection.gate.set()
    outbox.close()
    messages = _received(connection)
    own = [
        (message.start, frames[0]) for message, frames in messages if getattr(message, "job_id", "") == "a" and frames
    ]
    assert b"".join(pcm for _, pcm in own) == b"".join(bytes([value, 0]) for value in range(100))
    assert len(own) <= 2
    assert isinstance(messages[-1][0], JobDone)


def test_a_window_that_takes_nothing_does_not_fill_the_memory_with_sound() -> None:
    connection = GatedConnection()
    outbox = Outbox(connection)
    outbox.put(_note("the sender is busy with this"))
    chunk = bytes(2**20)
    for index in range(40):
        outbox.put(*_sound("a", index * len(chunk) // 2, chunk))
    outbox.put(JobDone(job_id="a", artifacts=(), seconds=1.0))
    connection.gate.set()
    outbox.close(5.0)
    kept = sum(len(frame) for frame in connection.frames)
    assert kept < 10 * 2**20
