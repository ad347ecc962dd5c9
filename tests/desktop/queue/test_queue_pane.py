"""The queue view: what a person sees and can do."""

import hashlib
from pathlib import Path
from typing import get_args

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop.diagnostics.stopped import StoppedDialog
from desktop.queue import words
from desktop.queue.downloads import DownloadRow
from desktop.queue.rows import FinishedRow, NeedsRow, RunningRow
from desktop.queue.waiting_row import WaitingRow
from desktop.queue.words import progress_line, recipe_line, time_left
from desktop.state.queue_entry import JobState
from desktop.widgets.buttons import Button, LinkButton
from desktop.widgets.tokens import CLIPS
from desktop.window import MainWindow
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.jobs import AnyJob, GridJob, ImageJob, MorphJob, VoiceJob
from engine.protocol.jobs.base import Artifact, MediaInfo, Source
from engine.protocol.messages import JobCancelled, Progress
from engine.protocol.models import DownloadState, ModelState
from tests.desktop.helpers import QUIET, AnsweringLink, a_window, make_picture, shown

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def _speak(window: MainWindow, *texts: str) -> list[str]:
    queue = window.services.queue
    return [queue.add(VoiceJob(text=text, output=f"/nowhere/{text}.wav"), title=text).job_id for text in texts]


def _rebuild(window: MainWindow) -> None:
    """Bring the view up to date; Qt shows new rows from the event loop."""
    window.queue.rebuild()
    QApplication.processEvents()


def _rows(window: MainWindow, kind: type) -> list[str]:
    _rebuild(window)
    return [row.entry.title for row in shown(window.queue, kind)]  # type: ignore[attr-defined]


def test_progress_speaks_in_the_works_own_words() -> None:
    known = Progress(job_id="x", phase="Rendering frames", step=3, total=50, unit="frames", remaining=42)
    open_end = Progress(job_id="x", phase="Speaking", step=2.3, total=None, unit="s spoken")
    assert progress_line(known) == "Rendering frames · 3 of 50 frames"
    assert time_left(known) == "6 % · 0:42 left"
    assert progress_line(open_end) == "Speaking · 2.3 s spoken"
    assert time_left(open_end) == ""
    assert progress_line(None) == "Starting …"


def test_groups_show_every_job_once(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, link):
        window.project.new()
        window.arrangement.toggle_queue()
        ids = _speak(window, "one", "two", "three", "four")
        link.say_started(ids[0])
        link.say_failed(ids[0], Failure(code=ErrorCode.BAD_INPUT, what="No.", todo="Write it."))
        link.say_started(ids[1])
        link.say_done(ids[1])
        link.say_started(ids[2])
        assert _rows(window, RunningRow) == ["three"]
        assert _rows(window, NeedsRow) == ["one"]
        assert _rows(window, WaitingRow) == ["four"]
        assert _rows(window, FinishedRow) == ["two"]
        assert window.queue.header.count.text().startswith("1 running · 1 waiting")
        assert "1 needs you" in window.queue.header.count.text()


def test_waiting_jobs_are_moved_by_key_and_say_what_they_need(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.project.new()
        window.services.queue.pause()
        _speak(window, "one", "two", "three")
        window.arrangement.toggle_queue()
        assert _rows(window, WaitingRow) == ["one", "two", "three"]
        row = shown(window.queue, WaitingRow)[0]
        qtbot.keyClick(row, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert _rows(window, WaitingRow) == ["two", "one", "three"]
        qtbot.waitUntil(lambda: all(r.mark.text() == "Fits" for r in shown(window.queue, WaitingRow)))  # type: ignore[attr-defined]


def test_a_removed_job_comes_back_with_undo(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.project.new()
        window.services.queue.pause()
        _speak(window, "one", "two")
        window.arrangement.toggle_queue()
        _rebuild(window)
        qtbot.keyClick(shown(window.queue, WaitingRow)[0], Qt.Key.Key_Delete)
        assert _rows(window, WaitingRow) == ["two"]
        toast = window.toasts.toasts()[-1]
        assert toast.words.text() == "1 job taken off the list."
        assert toast.button is not None
        qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
        assert sorted(_rows(window, WaitingRow)) == ["one", "two"]


def test_after_a_crash_the_queue_waits_until_a_person_goes_on(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, link):
        window.project.new()
        ids = _speak(window, "one", "two", "three")
        link.say_started(ids[0])
        link.die()
        link.become_ready()
        dialog = window.findChild(StoppedDialog)
        assert dialog is not None
        dialog.reject()
        window.arrangement.toggle_queue()
        _rebuild(window)
        assert window.queue.banner.isVisible()
        assert window.queue.banner.button.text() == "Go on with 2 jobs"
        assert [job_id for job_id, _ in link.submitted] == ids[:1]
        qtbot.mouseClick(window.queue.banner.button, Qt.MouseButton.LeftButton)
        assert [job_id for job_id, _ in link.submitted] == ids[:2]
        _rebuild(window)
        assert not window.queue.banner.isVisible()


def test_a_waiting_job_is_edited_in_its_panel(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.project.new()
        window.services.queue.pause()
        (job_id,) = _speak(window, "Say this.")
        window.arrangement.toggle_queue()
        window.queue.edit_wanted.emit(window.services.queue.entry(job_id))
        panel = window.create_pane.current()
        assert panel.key == "voice"
        assert panel.text.toPlainText() == "Say this."  # type: ignore[attr-defined]
        assert window.services.queue.waiting() == ()


def test_a_recipe_is_one_line() -> None:
    assert (
        recipe_line(VoiceJob(text="one two three", output="x.wav", seed=7))
        == "Built-in voice · 3 words · speed 1 · seed 7"
    )


def test_the_running_job_is_shown_in_full(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, link):
        assert isinstance(link, AnsweringLink)
        window.project.new()
        window.arrangement.toggle_queue()
        (job_id,) = _speak(window, "one")
        link.say_started(job_id)
        link.say_progress(job_id, "Reading", 1, 1)
        link.say_progress(job_id, "Speaking", 1, 4, "sentences")
        _rebuild(window)
        assert window.queue.detail.header.title.text() == "one"
        assert window.queue.detail.output.text() == "one.wav"
        qtbot.mouseClick(window.queue.detail.stop, Qt.MouseButton.LeftButton)
        assert link.cancelled == [(job_id, False)]


def test_the_running_job_says_what_it_needs_keeps_and_is_made_of(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, link):
        window.project.new()
        window.arrangement.toggle_queue()
        detail = window.queue.detail
        job = ImageJob(prompt="a lighthouse keeper", output=str(tmp_path), num_images=4, steps=6)
        job_id = window.services.queue.add(job, title="Four").job_id
        link.say_started(job_id)
        link.say_progress(job_id, "Making pictures", 2.25, 4, "pictures")
        _rebuild(window)
        qtbot.waitUntil(lambda: detail.estimate.text() == "estimate 0.2 GB")
        assert detail.facts.kept.text() == "2 pictures are finished"
        assert detail.facts.settings.isHidden()
        qtbot.mouseClick(detail.facts.link, Qt.MouseButton.LeftButton)
        told = [each.text() for each in shown(detail.facts.settings, QLabel)]  # type: ignore[attr-defined]
        assert told[:2] == ["Words", "a lighthouse keeper"]
        assert told[told.index("Steps") + 1] == "6"
        assert detail.facts.link.text() == "Hide the settings"
        link.say_done(job_id)
        (other,) = _speak(window, "one")
        link.say_started(other)
        _rebuild(window)
        assert detail.facts.settings.isHidden()
        assert detail.facts.link.text() == "Show all settings"


def test_a_narrow_list_puts_the_button_below_the_words(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, link):
        window.project.new()
        window.arrangement.toggle_queue()
        (job_id,) = _speak(window, "one")
        link.say_started(job_id)
        link.say_failed(job_id, Failure(code=ErrorCode.BAD_INPUT, what="The text holds nothing to say. " * 4))

        def stands_below() -> bool:
            (row,) = shown(window.queue, NeedsRow)
            (button,) = [each for each in shown(row, Button) if each.text() == "Run again"]  # type: ignore[attr-defined]
            words_ = max(shown(row, QLabel), key=lambda each: len(each.text()))  # type: ignore[attr-defined]
            return button.geometry().top() >= words_.geometry().bottom()

        window.resize(1440, 800)
        _rebuild(window)
        qtbot.waitUntil(lambda: not stands_below())
        window.resize(1024, 800)
        qtbot.waitUntil(stands_below)


def test_every_kind_of_job_has_words_and_colours() -> None:
    kinds = get_args(AnyJob)
    assert set(kinds) == set(words._KINDS)
    assert {clip for _, clip, _ in words._KINDS.values()} <= set(CLIPS)


def test_stopping_keeps_what_is_done_when_a_person_wants_it(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, link):
        window.project.new()
        window.arrangement.toggle_queue()
        detail, queue = window.queue.detail, window.services.queue
        job = ImageJob(prompt="a", output=str(tmp_path), num_images=4)
        job_id = queue.add(job, title="Four", project=str(window.services.document.path)).job_id
        link.say_started(job_id)
        link.say_progress(job_id, "Making pictures", 0.5, 4, "pictures")
        _rebuild(window)
        assert not detail.keep.isVisible()
        link.say_progress(job_id, "Making pictures", 2.25, 4, "pictures")
        assert detail.keep.text() == "Stop, keep 2 pictures"
        qtbot.mouseClick(detail.keep, Qt.MouseButton.LeftButton)
        assert link.cancelled == [(job_id, True)]
        picture = make_picture(tmp_path, "kept")
        digest = hashlib.sha256(picture.read_bytes()).hexdigest()
        info = MediaInfo(kind="picture", format="png", width=64, height=64)
        link.job_cancelled.emit(
            JobCancelled(job_id=job_id, artifacts=(Artifact(path=str(picture), sha256=digest, media=info),))
        )
        qtbot.waitUntil(lambda: len(window.services.document.project.media) == 1)
        entry = queue.entry(job_id)
        assert entry is not None
        assert (entry.state, len(entry.artifacts)) == (JobState.CANCELLED, 1)
        _rebuild(window)
        (row,) = shown(window.queue, FinishedRow)
        assert any(button.text() == "Show" for button in shown(row, LinkButton))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("job", "progress", "words_"),
    [
        (MorphJob(inputs=(), output="a.mp4"), ("Rendering frames", 3, "frames"), ""),
        (VoiceJob(text="a", output="a.wav"), ("Speaking", 2.3, "s"), "Stop, keep what is done"),
        (VoiceJob(text="a", output="a.wav"), ("Speaking", 0, "s"), ""),
        (GridJob(prompt="a", output="x"), ("Making pictures", 3, "pictures"), ""),
        (
            GridJob(prompt="a", output="x", keep_pictures=True),
            ("Making pictures", 1.5, "pictures"),
            "Stop, keep 1 picture",
        ),
        (ImageJob(prompt="a", output="x"), ("Loading", 3, "files"), ""),
    ],
)
def test_only_what_has_finished_parts_offers_to_keep_them(
    qapp: QApplication, job: AnyJob, progress: tuple[str, float, str], words_: str
) -> None:
    phase, step, unit = progress
    assert words.keep_words(job, Progress(job_id="x", phase=phase, step=step, total=9, unit=unit)) == words_
    assert words.keep_words(job, None) == ""


def test_downloads_stand_in_the_queue_and_in_the_job_bar(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, link):
        window.project.new()
        window.arrangement.toggle_queue()
        bar = window.job_bar
        link.models = (
            ModelState(id="small", title="Small", purpose="", kinds=(), condition="missing", source="x", licence="MIT"),
        )
        window.services.models.refresh()
        qtbot.waitUntil(lambda: window.services.models.known)

        def tell(**fields: object) -> None:
            state = {"model": "small", "phase": "downloading", "done": 1_300_000_000, "total": 2_600_000_000, **fields}
            link.download_changed.emit(DownloadState(**state))  # type: ignore[arg-type]
            _rebuild(window)

        tell(rate=38e6, remaining=39.0)
        qtbot.waitUntil(lambda: bar.name.text() == "Download · Small")
        assert (bar.phase.text(), bar.time.text()) == ("1.3 of 2.6 GB · 38 MB/s", "50 % · 0:39 left")
        (row,) = shown(window.queue, DownloadRow)
        assert isinstance(row, DownloadRow)
        assert row.accessibleName() == "Small, 1.3 of 2.6 GB · 38 MB/s"
        qtbot.mouseClick(row.pause, Qt.MouseButton.LeftButton)
        assert ("small", "pause", False) in link.downloads
        tell(phase="paused")
        (row,) = shown(window.queue, DownloadRow)
        qtbot.mouseClick(row.pause, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
        assert ("small", "resume", False) in link.downloads
        # A job is more important than a download.
        (job_id,) = _speak(window, "one")
        link.say_started(job_id)
        qtbot.waitUntil(lambda: bar.name.text() == "Voice · one")
        link.say_done(job_id)
        qtbot.waitUntil(lambda: bar.name.text() == "Download · Small")
        qtbot.mouseClick(bar.stop, Qt.MouseButton.LeftButton)
        assert ("small", "cancel", False) in link.downloads
        tell(phase="cancelled")
        qtbot.waitUntil(bar.idle.isVisible)
        assert shown(window.queue, DownloadRow) == []


def test_a_job_that_ran_out_of_memory_runs_again_with_less(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, link):
        window.project.new()
        window.arrangement.toggle_queue()
        job = MorphJob(inputs=(Source(path="a.png"),), output="m.mp4", width=1024, height=1024)
        job_id = window.services.queue.add(job, title="Large").job_id
        link.say_started(job_id)
        failure = Failure(
            code=ErrorCode.OUT_OF_MEMORY, what="The memory ran out.", todo="Run it again with 768 x 768 pixels."
        )
        smaller = structs.replace(job, width=768, height=768)
        link.say_failed(job_id, failure, retry=smaller)
        _rebuild(window)
        (row,) = shown(window.queue, NeedsRow)
        (again,) = [button for button in shown(row, Button) if button.text() == "Run again with less memory"]  # type: ignore[attr-defined]
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
        assert link.submitted[-1] == (job_id, smaller)


def test_the_job_bar_keeps_showing_what_was_interrupted(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, link):
        window.project.new()
        bar = window.job_bar
        (job_id,) = _speak(window, "one")
        link.say_started(job_id)
        link.say_progress(job_id, "Speaking", 31, 50, "sentences")
        link.die()
        link.become_ready()
        qtbot.waitUntil(lambda: bar.phase.text() == "Interrupted at: Speaking · 31 of 50 sentences")
        assert (bar.time.text(), bar.stop.isVisible()) == ("62 % · stopped", False)
        assert bar.engine_mark.text() == "Engine restarted"
        dialog = window.findChild(StoppedDialog)
        assert dialog is not None
        dialog.reject()
        window.services.queue.remove(job_id)
        qtbot.waitUntil(bar.idle.isVisible)
