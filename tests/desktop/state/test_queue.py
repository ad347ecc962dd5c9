"""The queue: order, states, pausing, what happens after crashes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desktop.link import FakeLink, StopCause
from desktop.state.queue import JobQueue
from desktop.state.queue_entry import Destination, JobState, PauseReason, QueueEntry
from desktop.state.queue_store import QueueStore
from engine.project.folder import media_folder
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.jobs import MorphJob
from engine.protocol.jobs.base import Artifact, MediaInfo, Source
from engine.protocol.messages import Stats
from tests.desktop.state.conftest import Heard
from tests.helpers.scripted_jobs import script

_ARTIFACT = Artifact(path="/out.wav", sha256="0" * 64, media=MediaInfo(kind="sound"))
_FAILURE = Failure(code=ErrorCode.OUT_OF_MEMORY, what="The memory ran out.", todo="Run it again smaller.")

OpenQueue = Callable[[], JobQueue]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "queue.sqlite"


@pytest.fixture
def open_queue(engine: FakeLink, path: Path) -> Iterator[OpenQueue]:
    """Open the queue, as a start of the window does; an earlier one counts as killed."""
    stores: list[QueueStore] = []
    queues: list[JobQueue] = []

    def open_it() -> JobQueue:
        for queue in queues:
            queue._closed = True
        for store in stores:
            store.close()
        stores.append(QueueStore(path))
        queues.append(JobQueue(engine, stores[-1]))
        return queues[-1]

    yield open_it
    for store in stores:
        store.close()


@pytest.fixture
def queue(open_queue: OpenQueue) -> JobQueue:
    return open_queue()


def _add(queue: JobQueue, *titles: str) -> list[str]:
    return [queue.add(script("sleep 0"), title=title).job_id for title in titles]


def _titles(entries: tuple[QueueEntry, ...]) -> list[str]:
    return [entry.title for entry in entries]


def _state(queue: JobQueue, job_id: str) -> JobState:
    entry = queue.entry(job_id)
    assert entry is not None
    return entry.state


def test_a_job_is_on_the_disk_as_running_before_the_engine_hears_of_it(
    open_queue: OpenQueue, engine: FakeLink, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[JobState] = []

    def submit(job_id: str, *_: object) -> None:
        store = QueueStore(path)
        seen.extend(entry.state for entry in store.entries() if entry.job_id == job_id)
        store.close()

    monkeypatch.setattr(engine, "submit", submit)
    _add(open_queue(), "A")
    assert seen == [JobState.RUNNING]


def test_jobs_run_one_after_the_other_in_order(queue: JobQueue, engine: FakeLink) -> None:
    first, second, third = _add(queue, "A", "B", "C")
    assert [job_id for job_id, _ in engine.submitted] == [first]
    engine.say_done(first, (_ARTIFACT,))
    engine.say_done(second)
    assert [job_id for job_id, _ in engine.submitted] == [first, second, third]
    done = queue.entry(first)
    assert done is not None
    assert (done.state, done.artifacts) == (JobState.DONE, (_ARTIFACT,))
    assert done.created <= done.started <= done.finished


def test_jobs_wait_for_the_engine(open_queue: OpenQueue, engine: FakeLink) -> None:
    engine.die()
    queue = open_queue()
    (job_id,) = _add(queue, "A")
    assert _state(queue, job_id) is JobState.QUEUED
    engine.become_ready()
    assert _state(queue, job_id) is JobState.RUNNING


def test_where_a_result_belongs_is_known_after_a_restart_and_a_retry(open_queue: OpenQueue, engine: FakeLink) -> None:
    queue = open_queue()
    line = Destination(line="b0")
    job_id = queue.add(script("sleep 0"), title="A", destination=line).job_id
    engine.say_failed(job_id, _FAILURE)
    again = open_queue().retry(job_id)
    assert again.destination == line
    engine.say_done(job_id)
    reopened = open_queue()
    fresh = reopened.retry(job_id)
    assert fresh.job_id != job_id
    assert fresh.destination == line
    assert reopened.send_to(_add(reopened, "B")[0], Destination(media="m"))
    assert open_queue().entries()[-1].destination == Destination(media="m")


def test_jobs_go_with_a_project_that_is_saved_under_another_name(queue: JobQueue, tmp_path: Path) -> None:
    before, after = tmp_path / "draft" / "Untitled.portraits", tmp_path / "Film.portraits"
    inside, outside = media_folder(before) / "a.png", tmp_path / "b.png"
    job = MorphJob(inputs=(Source(path=str(inside)), Source(path=str(outside))), output=str(tmp_path / "m.mp4"))
    queue.pause()
    mine = queue.add(job, title="Mine", project=str(before))
    other = queue.add(job, title="Other", project=str(tmp_path / "Other.portraits"))
    queue.follow_project(before, after)
    moved = queue.entry(mine.job_id)
    assert moved is not None
    assert isinstance(moved.job, MorphJob)
    assert moved.project == str(after)
    assert [source.path for source in moved.job.inputs] == [str(media_folder(after) / "a.png"), str(outside)]
    assert queue.entry(other.job_id) == other


def test_everything_is_there_again_after_a_proper_end(open_queue: OpenQueue, engine: FakeLink) -> None:
    queue = open_queue()
    done, running, waiting = _add(queue, "A", "B", "C")
    engine.say_done(done, (_ARTIFACT,))
    queue.close()
    engine.die()
    queue = open_queue()
    assert _titles(queue.entries()) == ["A", "B", "C"]
    assert [_state(queue, job_id) for job_id in (done, running, waiting)] == [
        JobState.DONE,
        JobState.INTERRUPTED,
        JobState.QUEUED,
    ]
    interrupted = queue.entry(running)
    assert interrupted is not None
    assert interrupted.failure is not None
    assert "closed" in interrupted.failure.what
    assert not queue.paused


def test_after_a_crash_of_the_window_it_waits_paused(open_queue: OpenQueue, engine: FakeLink) -> None:
    running, waiting = _add(open_queue(), "A", "B")
    engine.submitted.clear()
    queue = open_queue()
    assert queue.pause_reason is PauseReason.LAST_SESSION_CRASHED
    assert _state(queue, running) is JobState.INTERRUPTED
    engine.become_ready()
    assert engine.submitted == []
    queue.resume()
    assert [job_id for job_id, _ in engine.submitted] == [waiting]


def test_after_a_crash_with_nothing_waiting_it_is_not_paused(open_queue: OpenQueue) -> None:
    open_queue()
    assert not open_queue().paused


def test_what_a_person_starts_after_a_crash_runs_at_once_and_the_others_wait(
    open_queue: OpenQueue, engine: FakeLink
) -> None:
    _add(open_queue(), "A", "B")
    engine.submitted.clear()
    queue = open_queue()
    (mine,) = _add(queue, "Mine")
    assert [job_id for job_id, _ in engine.submitted] == [mine]
    engine.say_done(mine)
    assert len(engine.submitted) == 1


def test_a_crash_of_the_engine_interrupts_the_job_and_pauses_the_queue(queue: JobQueue, engine: FakeLink) -> None:
    heard = Heard(ended=queue.ended, pause=queue.pause_changed)
    running, waiting = _add(queue, "A", "B")
    engine.die(StopCause.CRASHED, log_tail="Fatal Python error")
    entry = queue.entry(running)
    assert entry is not None
    assert (entry.state, entry.kills, entry.log_tail) == (JobState.INTERRUPTED, 1, "Fatal Python error")
    assert entry.failure is not None
    assert queue.pause_reason is PauseReason.ENGINE_STOPPED
    assert heard.of("ended") == [entry]
    assert heard.of("pause") == [PauseReason.ENGINE_STOPPED]
    engine.become_ready()
    assert _state(queue, waiting) is JobState.QUEUED
    queue.resume()
    assert _state(queue, waiting) is JobState.RUNNING


def test_a_crash_with_nothing_waiting_does_not_pause(queue: JobQueue, engine: FakeLink) -> None:
    _add(queue, "A")
    engine.die(StopCause.KILLED)
    assert not queue.paused


def test_a_job_that_killed_the_engine_twice_waits_for_a_person(open_queue: OpenQueue, engine: FakeLink) -> None:
    queue = open_queue()
    (job_id,) = _add(queue, "A")
    for _ in range(2):
        engine.die(StopCause.CRASHED)
        engine.become_ready()
        queue.retry(job_id)
    entry = queue.entry(job_id)
    assert entry is not None
    assert (entry.state, entry.kills) == (JobState.RUNNING, 2), "a person may always run it again"
    engine.die(StopCause.CRASHED)
    queue.retry(job_id)
    queue.close()
    queue = open_queue()
    queue.resume()
    engine.become_ready()
    entry = queue.entry(job_id)
    assert entry is not None
    assert entry.state is JobState.QUEUED
    assert entry.waits_for_person
    queue.start_now(job_id)
    assert _state(queue, job_id) is JobState.RUNNING


def test_stopping_now_cancels_the_job_and_does_not_pause(queue: JobQueue, engine: FakeLink) -> None:
    running, waiting = _add(queue, "A", "B")
    queue.stop_now()
    assert engine.calls[-1] == "stop_now"
    assert _state(queue, running) is JobState.CANCELLED
    engine.become_ready()
    assert _state(queue, waiting) is JobState.RUNNING


def test_pausing_lets_the_running_job_go_on(open_queue: OpenQueue, engine: FakeLink) -> None:
    queue = open_queue()
    running, waiting = _add(queue, "A", "B")
    queue.pause()
    engine.say_done(running)
    assert _state(queue, waiting) is JobState.QUEUED
    queue.close()
    queue = open_queue()
    assert queue.pause_reason is PauseReason.BY_PERSON
    (added,) = _add(queue, "C")
    assert _state(queue, added) is JobState.QUEUED
    now = queue.add(script("sleep 0"), title="D", now=True).job_id
    assert _state(queue, now) is JobState.RUNNING


def test_moving_changes_what_runs_next_and_is_kept(open_queue: OpenQueue, engine: FakeLink) -> None:
    queue = open_queue()
    queue.pause()
    _, b, c = _add(queue, "A", "B", "C")
    heard = Heard(reordered=queue.reordered)
    queue.move(c, before=b)
    assert _titles(queue.entries()) == ["A", "C", "B"]
    queue.move(b, before=None)
    queue.move(c, before=c)
    assert heard.of("reordered")[-1] == tuple(entry.job_id for entry in queue.entries())
    queue.close()
    assert _titles(open_queue().entries()) == ["A", "C", "B"]
    assert engine.submitted == []


def test_starting_now_passes_the_others(queue: JobQueue, engine: FakeLink) -> None:
    running, _, last = _add(queue, "A", "B", "C")
    queue.start_now(last)
    engine.say_done(running)
    assert [job_id for job_id, _ in engine.submitted] == [running, last]


def test_a_waiting_job_is_edited_and_a_running_one_is_not(queue: JobQueue, engine: FakeLink) -> None:
    running, waiting = _add(queue, "A", "B")
    other = script("sleep 1")
    assert queue.edit(waiting, other, title="New")
    assert not queue.edit(running, other)
    engine.say_done(running)
    assert engine.submitted[-1] == (waiting, other)
    entry = queue.entry(waiting)
    assert entry is not None
    assert entry.title == "New"


def test_cancelling_asks_the_engine_only_for_what_runs(queue: JobQueue, engine: FakeLink) -> None:
    running, waiting = _add(queue, "A", "B")
    queue.cancel(waiting)
    assert _state(queue, waiting) is JobState.CANCELLED
    queue.cancel(running, keep_done=True)
    assert engine.cancelled == [(running, True)]
    assert _state(queue, running) is JobState.RUNNING
    engine.say_cancelled(running, (_ARTIFACT,))
    entry = queue.entry(running)
    assert entry is not None
    assert (entry.state, entry.artifacts) == (JobState.CANCELLED, (_ARTIFACT,))


def test_a_failed_job_runs_again_with_its_smaller_setting(queue: JobQueue, engine: FakeLink) -> None:
    job_id, _ = _add(queue, "A", "B")
    smaller = script("sleep 2")
    engine.say_failed(job_id, _FAILURE, retry=smaller, log_tail="log")
    failed = queue.entry(job_id)
    assert failed is not None
    assert (failed.state, failed.failure, failed.retry) == (JobState.FAILED, _FAILURE, smaller)
    assert queue.needs_person() == (failed,)
    queue.retry(job_id, less_memory=True)
    again = queue.entry(job_id)
    assert again is not None
    assert (again.state, again.job, again.failure, again.retry) == (JobState.QUEUED, smaller, None, None)
    running = queue.running()
    assert running is not None
    engine.say_done(running.job_id)
    assert engine.submitted[-1] == (job_id, smaller)


def test_running_a_done_job_again_adds_a_new_one(queue: JobQueue, engine: FakeLink) -> None:
    (job_id,) = _add(queue, "A")
    engine.say_done(job_id)
    again = queue.retry(job_id)
    assert again.job_id != job_id
    assert _state(queue, job_id) is JobState.DONE
    assert again.state is JobState.RUNNING


def test_clearing_takes_out_what_ended_well_and_can_be_undone(open_queue: OpenQueue, engine: FakeLink) -> None:
    queue = open_queue()
    done, failed, cancelled, running = _add(queue, "A", "B", "C", "D")
    engine.say_done(done)
    engine.say_failed(failed, _FAILURE)
    engine.say_cancelled(cancelled)
    gone = queue.clear_finished()
    assert _titles(gone) == ["A", "C"]
    assert _titles(queue.entries()) == ["B", "D"]
    queue.restore(gone)
    assert queue.remove(running) is None
    assert queue.remove(failed) is not None
    queue.close()
    assert _titles(open_queue().entries()) == ["D", "A", "C"]


def test_messages_about_other_jobs_change_nothing(queue: JobQueue, engine: FakeLink) -> None:
    running, waiting = _add(queue, "A", "B")
    heard = Heard(changed=queue.changed, ended=queue.ended, progress=queue.progressed, preview=queue.previewed)
    engine.say_done(waiting)
    engine.say_failed("nobody", _FAILURE)
    engine.say_progress("nobody", "Working", 1)
    engine.say_preview("nobody", QImage(2, 2, QImage.Format.Format_RGB32))
    engine.say_note("nobody", "Hello.")
    assert heard.events == []
    assert _state(queue, running) is JobState.RUNNING


def test_the_running_job_is_known_with_its_phases_previews_notes_and_memory(queue: JobQueue, engine: FakeLink) -> None:
    (job_id,) = _add(queue, "A")
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    engine.say_progress(job_id, "Reading", 1, 2)
    engine.say_progress(job_id, "Rendering", 3, 10, "frames")
    engine.say_preview(job_id, image)
    engine.say_note(job_id, "An odd size was padded.")
    engine.stats.emit(Stats(memory=1000))
    engine.stats.emit(Stats(memory=1000, device_memory_used=500, device_memory_total=900))
    live = queue.live(job_id)
    assert live is not None
    assert live.progress is not None
    assert live.progress.step == 3
    assert [phase.phase for phase in live.phases] == ["Reading", "Rendering"]
    assert live.image is image
    assert [bytes_used for _, bytes_used in live.memory] == [1000, 500]
    engine.say_done(job_id)
    assert queue.live(job_id) is None
    done = queue.entry(job_id)
    assert done is not None
    assert done.notes == ("An odd size was padded.",)


def test_nothing_is_started_after_closing(queue: JobQueue, engine: FakeLink) -> None:
    (running, waiting) = _add(queue, "A", "B")
    queue.close()
    engine.say_done(running)
    engine.become_ready()
    assert waiting not in [job_id for job_id, _ in engine.submitted]
