"""Light questions beside a running job."""

import threading
from collections.abc import Iterator

import pytest

from engine.host.questions import QuestionWorker, Reply
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.messages import Answer, Ask, Message
from engine.protocol.queries import AnyQuery, PictureReply, Probe
from tests.helpers.waiting import wait_until


class Desk:
    """A worker whose answers wait for ``gate``; the question's path decides what is answered."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.payloads: list[tuple[bytes, ...]] = []
        self.gate = threading.Event()
        self.seen: list[str] = []
        self.worker = QuestionWorker(self, self._answer)  # type: ignore[arg-type]

    def put(self, message: Message, payload: tuple[bytes, ...] = ()) -> None:
        assert isinstance(message, Answer)
        self.answers.append(message)
        self.payloads.append(payload)

    def ask(self, query_id: int, path: str, channel: str = "") -> None:
        self.worker.ask(Ask(query_id=query_id, query=Probe(path=path), channel=channel))

    def _answer(self, query: AnyQuery) -> Reply:
        assert isinstance(query, Probe)
        self.gate.wait(10)
        self.seen.append(query.path)
        if query.path == "bad":
            raise PortraitsError(ErrorCode.BAD_INPUT, '"bad" cannot be read.')
        if query.path == "bug":
            raise ZeroDivisionError
        return Reply(PictureReply(width=1, height=1), (b"1234",))


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.gate.set()
    desk.worker.close()


def test_questions_are_answered_in_order_with_their_bytes(desk: Desk) -> None:
    for number in (3, 1, 2):
        desk.ask(number, "ok")
    desk.gate.set()
    wait_until(lambda: len(desk.answers) == 3, "three answers")
    assert [answer.query_id for answer in desk.answers] == [3, 1, 2]
    assert desk.answers[0].payload_frames == 1
    assert desk.payloads[0] == (b"1234",)


def test_a_newer_question_of_a_channel_replaces_one_that_waits(desk: Desk) -> None:
    desk.ask(1, "first")
    wait_until(lambda: not desk.worker._waiting, "the first question to be taken")
    for number in range(2, 20):
        desk.ask(number, f"question {number}", channel="scrub")
    desk.ask(20, "other", channel="else")
    desk.gate.set()
    wait_until(lambda: len(desk.answers) == 3, "three answers")
    assert desk.seen == ["first", "question 19", "other"]


@pytest.mark.parametrize(("path", "code"), [("bad", ErrorCode.BAD_INPUT), ("bug", ErrorCode.INTERNAL)])
def test_what_goes_wrong_is_an_answer_too(desk: Desk, path: str, code: ErrorCode) -> None:
    desk.gate.set()
    desk.ask(1, path)
    desk.ask(2, "ok")
    wait_until(lambda: len(desk.answers) == 2, "two answers")
    failure = desk.answers[0].failure
    assert failure is not None
    assert failure.code is code
    assert desk.answers[1].reply is not None
