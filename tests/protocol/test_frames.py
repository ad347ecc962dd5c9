"""Messages survive the connection; garbage is told from messages."""

import multiprocessing
from multiprocessing.connection import Connection

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.protocol import frames
from engine.protocol.jobs import VoiceJob
from engine.protocol.messages import Cancel, JobDone, Preview, Submit, ToEngine, ToWindow


@pytest.fixture
def pipe() -> tuple[Connection, Connection]:
    here, there = multiprocessing.Pipe()
    return here, there


def test_a_job_arrives_as_it_was_sent(pipe: tuple[Connection, Connection]) -> None:
    here, there = pipe
    sent = Submit(job_id="1", job=VoiceJob(text="Hello.", output="hello.wav", seed=7))
    frames.send(here, sent)
    received, payload = frames.receive(there, ToEngine)
    assert received == sent
    assert payload == []


def test_a_preview_brings_its_bytes(pipe: tuple[Connection, Connection]) -> None:
    here, there = pipe
    sent = Preview(job_id="1", width=2, height=1)
    frames.send(here, sent, [b"abcdef"])
    assert frames.receive(there, ToWindow) == (sent, [b"abcdef"])


def test_a_message_without_the_bytes_it_announces_is_not_sent(pipe: tuple[Connection, Connection]) -> None:
    with pytest.raises(ValueError, match="announces 1 byte frames, got 0"):
        frames.send(pipe[0], Preview(job_id="1", width=2, height=1))


def test_a_message_of_the_other_direction_is_garbage(pipe: tuple[Connection, Connection]) -> None:
    here, there = pipe
    frames.send(here, Cancel(job_id="1"))
    with pytest.raises(frames.GarbledConnection):
        frames.receive(there, ToWindow)


def test_a_message_that_is_too_large_is_garbage(
    pipe: tuple[Connection, Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = pipe
    monkeypatch.setattr(frames, "MAX_MESSAGE", 64)
    frames.send(here, JobDone(job_id="1" * 60, artifacts=(), seconds=1.0))
    with pytest.raises(frames.GarbledConnection, match="larger than 64"):
        frames.receive(there, ToWindow)


def test_a_message_that_is_too_deep_is_garbage(pipe: tuple[Connection, Connection]) -> None:
    here, there = pipe
    here.send_bytes(b"\x91" * 20_000)
    with pytest.raises(frames.GarbledConnection):
        frames.receive(there, ToWindow)


def test_the_end_of_the_other_side_is_not_garbage(pipe: tuple[Connection, Connection]) -> None:
    here, there = pipe
    here.close()
    with pytest.raises(EOFError):
        frames.receive(there, ToWindow)


class _Bytes:
    """A connection that has one frame to give."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def send_bytes(self, buf: bytes, /) -> None:
        self._data = bytes(buf)

    def recv_bytes(self, maxlength: int | None = None, /) -> bytes:
        return self._data


@given(st.binary(max_size=400))
def test_any_bytes_are_a_message_or_garbage_and_nothing_else(data: bytes) -> None:
    try:
        message, _ = frames.receive(_Bytes(data), ToWindow)
    except frames.GarbledConnection:
        return
    assert isinstance(message, msgspec.Struct)


@given(st.dictionaries(st.text(max_size=12), st.none() | st.integers() | st.text(max_size=12), max_size=6))
def test_any_mapping_is_a_message_or_garbage_and_nothing_else(fields: dict[str, object]) -> None:
    try:
        data = msgspec.msgpack.encode({"type": "submit", **fields})
    except OverflowError:
        return
    with pytest.raises(frames.GarbledConnection):
        frames.receive(_Bytes(data), ToEngine)
