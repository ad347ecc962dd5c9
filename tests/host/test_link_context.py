"""What a job may say to the window, and how often."""

import pytest

from engine.host.link_context import LinkContext
from engine.protocol.errors import Cancelled
from engine.protocol.messages import Message, Note, Preview, Progress, SoundPreview


class Recorder:
    def __init__(self) -> None:
        self.messages: list[Message] = []

    def put(self, message: Message, payload: tuple[bytes, ...] = ()) -> None:
        self.messages.append(message)

    def of(self, kind: type[Message]) -> list[Message]:
        return [message for message in self.messages if type(message) is kind]


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def _context(preview_rate: float = 10.0) -> tuple[LinkContext, Recorder, Clock]:
    recorder, clock = Recorder(), Clock()
    return LinkContext("a", recorder, preview_rate, clock), recorder, clock  # type: ignore[arg-type]


def test_progress_is_sent_at_most_twenty_times_a_second() -> None:
    context, recorder, clock = _context()
    for step in range(1000):
        context.progress("Working", step, 2000, "steps")
        clock.now += 0.001
    assert 18 <= len(recorder.messages) <= 21


def test_the_first_step_of_a_phase_and_the_last_are_always_sent() -> None:
    context, recorder, _ = _context()
    context.progress("One", 0, 5)
    context.progress("One", 1, 5)
    context.progress("Two", 0, 5)
    context.progress("Two", 5, 5)
    sent = [(message.phase, message.step) for message in recorder.of(Progress)]  # type: ignore[attr-defined]
    assert sent == [("One", 0.0), ("Two", 0.0), ("Two", 5.0)]


def test_progress_carries_rate_and_remaining_time() -> None:
    context, recorder, clock = _context()
    for step in range(11):
        context.progress("Working", step, 20, "steps")
        clock.now += 0.5
    last = recorder.of(Progress)[-1]
    assert isinstance(last, Progress)
    assert last.rate == pytest.approx(2.0)
    assert last.remaining == pytest.approx(5.0)


@pytest.mark.parametrize("rate", [1.0, 10.0])
def test_previews_keep_to_the_rate(rate: float) -> None:
    context, recorder, clock = _context(rate)
    for _ in range(3000):
        if context.preview_due():
            context.preview(bytes(3), 1, 1)
        clock.now += 0.001
    assert len(recorder.of(Preview)) == pytest.approx(3 * rate, abs=1)


def test_no_previews_are_due_or_sent_at_rate_zero() -> None:
    context, recorder, clock = _context(0.0)
    clock.now += 1e6
    assert not context.preview_due()
    context.preview(bytes(3), 1, 1)
    assert recorder.messages == []


def test_a_preview_with_the_wrong_number_of_bytes_is_a_fault() -> None:
    context, recorder, _ = _context()
    with pytest.raises(ValueError, match="needs 12 bytes, got 11"):
        context.preview(bytes(11), 2, 2)
    assert recorder.messages == []


def test_cancelling_ends_the_job_at_its_next_step() -> None:
    context, _, _ = _context()
    context.check_cancelled()
    context.cancel()
    with pytest.raises(Cancelled):
        context.check_cancelled()


def test_the_newest_wish_about_what_is_done_counts() -> None:
    context, _, _ = _context()
    assert (context.keep_done, context.stopped_early) == (False, False)
    context.cancel(keep_done=True)
    assert (context.keep_done, context.stopped_early) == (True, False)
    with pytest.raises(Cancelled):
        context.check_cancelled()
    context.cancel()
    assert (context.keep_done, context.stopped_early) == (False, True)


def test_notes_name_their_job() -> None:
    context, recorder, _ = _context()
    context.note("An odd size was padded.")
    assert recorder.messages == [Note(job_id="a", text="An odd size was padded.")]


def test_sound_comes_at_once_and_then_ten_times_a_second_without_a_gap() -> None:
    payloads: list[bytes] = []
    context, recorder, clock = _context()
    recorder.put = lambda message, payload=(): (recorder.messages.append(message), payloads.extend(payload))  # type: ignore[method-assign]
    assert context.listens
    for index in range(100):
        context.sound(bytes([index, 0]) * 10, 24_000)
        clock.now += 0.01
    context.flush()
    context.flush()
    assert 10 <= len(payloads) <= 12
    assert payloads[0] == bytes([0, 0]) * 10
    assert b"".join(payloads) == b"".join(bytes([index, 0]) * 10 for index in range(100))
    starts = [message.start for message in recorder.of(SoundPreview)]  # type: ignore[attr-defined]
    assert starts == [sum(len(part) // 2 for part in payloads[:index]) for index in range(len(payloads))]
