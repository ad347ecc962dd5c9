"""Questions and their answers, and that the fake is like the real link."""

import gc
import inspect
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject

from desktop.link import Answered, EngineBase, EngineLink, FakeLink, StopCause
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.queries import PictureReply, Probe, Thumbnail
from tests.helpers.waiting import LIMIT

_QUERY = Thumbnail(path="/a.png")
_REPLY = PictureReply(width=1, height=1)


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[Answered] = []

    def take(self, answer: Answered) -> None:
        self.got.append(answer)


@pytest.fixture
def fake(qapp: QCoreApplication) -> FakeLink:
    fake = FakeLink()
    fake.become_ready()
    return fake


@pytest.mark.parametrize("kind", [EngineLink, FakeLink])
def test_both_links_do_everything_the_interface_says_in_the_same_way(kind: type[EngineBase]) -> None:
    for name, method in inspect.getmembers(EngineBase, inspect.isfunction):
        if name.startswith("_") or name not in vars(EngineBase):
            continue
        assert inspect.signature(getattr(kind, name)) == inspect.signature(method), name
        if "NotImplementedError" in inspect.getsource(method):
            assert getattr(kind, name) is not method, f"{kind.__name__} lacks {name}"


def test_an_answer_reaches_who_asked_and_the_signal(fake: FakeLink) -> None:
    receiver, signalled = Receiver(), Receiver()
    fake.answered.connect(signalled.take)
    query_id = fake.ask(_QUERY, receiver.take)
    fake.reply(query_id, _REPLY, b"1234")
    assert receiver.got == signalled.got
    (answer,) = receiver.got
    assert (answer.query_id, answer.query, answer.reply, answer.payload) == (query_id, _QUERY, _REPLY, (b"1234",))


def test_nothing_is_answered_twice(fake: FakeLink) -> None:
    receiver = Receiver()
    query_id = fake.ask(_QUERY, receiver.take)
    fake.reply(query_id, _REPLY)
    fake.reply(query_id, _REPLY)
    assert len(receiver.got) == 1


def test_a_newer_question_of_a_channel_silences_the_older_one(fake: FakeLink) -> None:
    receiver = Receiver()
    older = fake.ask(_QUERY, receiver.take, channel="scrub")
    newer = fake.ask(_QUERY, receiver.take, channel="scrub")
    other = fake.ask(_QUERY, receiver.take)
    for query_id in (older, newer, other):
        fake.reply(query_id, _REPLY)
    assert [answer.query_id for answer in receiver.got] == [newer, other]


def test_a_forgotten_question_is_not_answered(fake: FakeLink) -> None:
    receiver = Receiver()
    query_id = fake.ask(_QUERY, receiver.take)
    fake.forget(query_id)
    fake.reply(query_id, _REPLY)
    assert receiver.got == []


def test_a_receiver_that_is_gone_is_not_called_and_not_kept(fake: FakeLink) -> None:
    receiver = Receiver()
    query_id = fake.ask(_QUERY, receiver.take)
    del receiver
    gc.collect()
    fake.reply(query_id, _REPLY)
    assert fake._questions.sent() == []


def test_a_widget_that_qt_has_deleted_is_not_called_although_python_still_holds_it(fake: FakeLink) -> None:
    receiver = Receiver()
    query_id = fake.ask(_QUERY, receiver.take)
    shiboken6.delete(receiver)
    fake.reply(query_id, _REPLY)
    assert receiver.got == []


def test_questions_wait_for_the_engine_and_keep_their_order(qapp: QCoreApplication) -> None:
    fake = FakeLink()
    asked = [fake.ask(Probe(path=f"/{number}")) for number in range(5)]
    fake.forget(asked[2])
    assert fake.asked == []
    fake.become_ready()
    assert [query_id for query_id, _ in fake.asked] == [*asked[:2], *asked[3:]]


def test_open_questions_fail_when_the_engine_dies(fake: FakeLink) -> None:
    receiver = Receiver()
    fake.ask(_QUERY, receiver.take)
    fake.die(StopCause.CRASHED)
    (answer,) = receiver.got
    assert answer.failure is not None
    assert answer.failure.code is ErrorCode.NOT_AVAILABLE


def test_the_fake_can_refuse(fake: FakeLink) -> None:
    receiver = Receiver()
    failure = Failure(code=ErrorCode.BAD_INPUT, what='"a.png" cannot be read.')
    fake.refuse(fake.ask(_QUERY, receiver.take), failure)
    assert receiver.got[0].failure == failure


def test_the_fake_answers_by_itself_when_told_to(fake: FakeLink, qtbot: Any) -> None:
    fake.auto_reply[Thumbnail] = lambda _query: (_REPLY, (b"1234",))
    receiver = Receiver()
    fake.ask(_QUERY, receiver.take)
    assert receiver.got == []
    qtbot.waitUntil(lambda: bool(receiver.got), timeout=LIMIT * 1000)
    assert receiver.got[0].payload == (b"1234",)
