"""The queue view: what a person sees and can do."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.queue.rows import FinishedRow, NeedsRow, RunningRow, WaitingRow
from desktop.queue.words import progress_line, recipe_line, time_left
from desktop.window import MainWindow
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.jobs import VoiceJob
from engine.protocol.messages import Progress
from tests.desktop.helpers import QUIET, AnsweringLink, a_window, shown

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
        from desktop.diagnostics.stopped import StoppedDialog

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
