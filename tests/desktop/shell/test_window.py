"""The window as a person uses it, over a scripted engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from desktop.create.morph_panel import MorphPanel
from desktop.diagnostics.stopped import StoppedDialog
from desktop.shell import project_commands
from desktop.state.queue_entry import JobState
from desktop.widgets.tokens import LIGHT
from desktop.window import MainWindow
from engine.project import store
from engine.project.clips import MorphClip, StillClip
from engine.protocol.errors import ErrorCode, Failure
from engine.protocol.jobs import MorphJob, VoiceJob
from engine.protocol.jobs.base import Artifact, MediaInfo
from engine.protocol.queries import ShowFilm
from tests.desktop.helpers import QUIET, AnsweringLink, a_window, make_picture, with_pictures

pytestmark = pytest.mark.qt_log_ignore(QUIET)


@pytest.fixture
def window(qtbot, tmp_path: Path) -> Iterator[MainWindow]:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (made, _link):
        yield made


def _link(window: MainWindow) -> AnsweringLink:
    link = window.services.engine
    assert isinstance(link, AnsweringLink)
    return link


def _finish(window: MainWindow, path: Path, info: MediaInfo) -> None:
    """Let the job that runs end with one file."""
    job_id, _job = _link(window).submitted[-1]
    path.write_bytes(b"result " + path.name.encode())
    import hashlib

    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    _link(window).say_done(job_id, (Artifact(path=str(path), sha256=digest, media=info),))


def test_the_first_start_shows_the_welcome_page(window: MainWindow) -> None:
    assert window.welcome.isVisible()
    assert window.windowTitle() == "Portraits"
    assert not window.bar.export.isVisible()
    assert window.job_bar.idle.text() == "Nothing running"
    assert window.job_bar.engine_mark.text() == "Engine ready"
    assert window.job_bar.queue_button.text() == "Queue · empty"
    assert "Test processor" in window.welcome.abilities.device.text()


def test_dropped_pictures_start_a_project_and_are_seen(window: MainWindow, qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
    assert not window.welcome.isVisible()
    assert window.gallery.isVisible()
    assert window.create_pane.isVisible()
    assert window.gallery.model.rowCount() == 2
    assert window.gallery.header.count.text() == "2"
    assert window.bar.saved.text() == "Not saved"


def test_a_morph_from_pictures_to_the_gallery(window: MainWindow, qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus", "Mei")
    window.gallery.choose((ids[1], ids[0]))
    qtbot.mouseClick(window.gallery.morph_button, Qt.MouseButton.LeftButton)
    panel = window.create_pane.current()
    assert isinstance(panel, MorphPanel)
    assert panel.pictures.names() == ("Marcus", "Anna")
    qtbot.waitUntil(lambda: panel.estimate.mark.text() == "Fits")
    assert panel.estimate.figures.text() == "0.2 of 12 GB · about 4 s · 2 MB"
    qtbot.mouseClick(panel.start_button, Qt.MouseButton.LeftButton)
    job_id, job = _link(window).submitted[-1]
    assert isinstance(job, MorphJob)
    assert [Path(source.path).read_bytes()[:4] for source in job.inputs] == [b"\x89PNG"] * 2
    assert job.morph_frames == 36
    _link(window).say_started(job_id)
    _link(window).say_progress(job_id, "Rendering frames", 10, 40, "frames", remaining=12)
    qtbot.waitUntil(lambda: window.job_bar.name.text() == "Morph · Marcus → Anna")
    assert window.job_bar.phase.text() == "Rendering frames · 10 of 40 frames"
    assert window.job_bar.bar.part() == 0.25
    Path(job.output).parent.mkdir(exist_ok=True)
    _finish(window, Path(job.output), MediaInfo(kind="movie", format="mp4", duration=2.0, width=64, height=64, fps=24))
    qtbot.waitUntil(lambda: len(window.services.document.project.media) == 4)
    assert [item.kind for item in window.gallery.chosen()] == ["movie"]
    item = window.gallery.chosen()[0]
    assert window.viewer.item is not None
    assert window.viewer.item.item_id == item.item_id
    assert window.viewer.transport.isVisible()
    assert '"morph_frames":36' in item.recipe


def test_use_these_settings_brings_the_recipe_back(window: MainWindow, qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
    window.gallery.choose(ids)
    window.actions_.run("create.morph_selected")
    panel = window.create_pane.current()
    panel.form.editor("morph_frames").set_value(7)
    panel.start()
    job = _link(window).submitted[-1][1]
    assert isinstance(job, MorphJob)
    _finish(window, Path(job.output), MediaInfo(kind="movie", format="mp4", duration=1.0, width=64, height=64, fps=24))
    qtbot.waitUntil(lambda: len(window.services.document.project.media) == 3)
    panel.form.reset()
    assert panel.form.editor("morph_frames").value() == 36
    window.actions_.run("gallery.reuse")
    assert panel.form.editor("morph_frames").value() == 7


def test_a_voice_is_spoken(window: MainWindow, qtbot) -> None:  # type: ignore[no-untyped-def]
    window.project.new()
    window.actions_.run("create.voice")
    panel = window.create_pane.current()
    assert panel.missing() == "Write the text to speak"
    panel.text.setPlainText("Every face is a road that somebody walked.")  # type: ignore[attr-defined]
    window.actions_.run("create.start")
    job = _link(window).submitted[-1][1]
    assert isinstance(job, VoiceJob)
    assert job.text.startswith("Every face")
    _finish(
        window, Path(job.output), MediaInfo(kind="sound", format="wav", duration=2.5, sample_rate=24_000, channels=1)
    )
    qtbot.waitUntil(lambda: window.gallery.model.counts().get("voice") == 1)
    assert window.viewer.item is not None
    assert window.viewer.item.kind == "voice"


def test_nothing_starts_without_pictures_and_the_window_says_why(window: MainWindow) -> None:
    window.project.new()
    window.actions_.run("create.start")
    assert not _link(window).submitted
    assert window.toasts.messages() == ["Choose the pictures"]


def test_stop_cancels_the_running_job(window: MainWindow, qtbot) -> None:  # type: ignore[no-untyped-def]
    window.project.new()
    panel = window.open_panel("voice") or window.create_pane.current()
    panel.text.setPlainText("One.")  # type: ignore[attr-defined]
    panel.start()
    job_id = _link(window).submitted[-1][0]
    _link(window).say_started(job_id)
    qtbot.waitUntil(window.job_bar.stop.isVisible)
    qtbot.mouseClick(window.job_bar.stop, Qt.MouseButton.LeftButton)
    assert _link(window).cancelled == [(job_id, False)]
    _link(window).say_cancelled(job_id)
    assert window.toasts.messages() == ["“One.” was stopped."]
    qtbot.waitUntil(window.job_bar.idle.isVisible)


def test_a_dead_engine_is_explained_and_the_job_runs_again(window: MainWindow, qtbot) -> None:  # type: ignore[no-untyped-def]
    window.project.new()
    window.open_panel("voice")
    panel = window.create_pane.current()
    panel.text.setPlainText("One.")  # type: ignore[attr-defined]
    panel.start()
    job_id = _link(window).submitted[-1][0]
    _link(window).say_started(job_id)
    _link(window).die(log_tail="Fatal: out of luck")
    dialog = window.findChild(StoppedDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.windowTitle() == "The engine stopped while making “One.”"
    assert not dialog.log.isVisible()
    qtbot.mouseClick(dialog.details, Qt.MouseButton.LeftButton)
    assert dialog.log.toPlainText() == "Fatal: out of luck"
    dialog.done(3)
    _link(window).become_ready()
    qtbot.waitUntil(lambda: len(_link(window).submitted) == 2)
    assert window.job_bar.engine_mark.text() == "Engine restarted"


def test_a_failed_job_offers_what_helps(window: MainWindow, qtbot) -> None:  # type: ignore[no-untyped-def]
    window.project.new()
    window.open_panel("voice")
    panel = window.create_pane.current()
    panel.text.setPlainText("One.")  # type: ignore[attr-defined]
    panel.start()
    job_id, job = _link(window).submitted[-1]
    _link(window).say_started(job_id)
    failure = Failure(code=ErrorCode.OUT_OF_MEMORY, what="The memory ran out.", todo="Make it shorter.")
    _link(window).say_failed(job_id, failure, retry=job)
    assert window.toasts.messages() == ["The memory ran out."]
    qtbot.waitUntil(lambda: window.job_bar.queue_button.text() == "Queue · 1 needs you")
    assert window.services.queue.entry(job_id).state is JobState.FAILED  # type: ignore[union-attr]


def test_placing_makes_stills_with_a_morph_and_can_be_undone(window: MainWindow, qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    ids = with_pictures(window, qtbot, tmp_path, "Anna", "Marcus")
    window.gallery.choose(ids)
    window.actions_.run("gallery.place")
    clips = window.services.document.project.timeline.tracks[0].clips
    assert [type(clip) for clip in clips] == [StillClip, MorphClip, StillClip]
    assert window.bar.undo.isEnabled()
    assert window.actions_["edit.undo"].text() == "Undo: Place on timeline"
    window.actions_.run("edit.undo")
    assert not window.services.document.project.timeline.tracks


def test_export_opens_once_there_is_a_film(window: MainWindow, qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    window.project.new()
    qtbot.mouseClick(window.bar.export, Qt.MouseButton.LeftButton)
    assert window.toasts.messages() == ["There is nothing on the timeline yet."]
    assert not window.arrangement.export_shown()
    window.gallery.choose(with_pictures(window, qtbot, tmp_path, "Anna", "Marcus"))
    window.actions_.run("gallery.place")
    qtbot.mouseClick(window.bar.export, Qt.MouseButton.LeftButton)
    assert window.arrangement.export_shown()


def test_the_theme_switches_live(window: MainWindow, qapp: QApplication) -> None:
    window.actions_.run("view.light")
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT.pane
    assert window.services.settings.value("appearance.theme") == "light"
    window.actions_.run("view.dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() != LIGHT.pane


def test_the_queue_takes_the_place_of_the_panes_and_gives_it_back(window: MainWindow) -> None:
    window.project.new()
    before = window.docks.visible()
    window.actions_.run("view.queue")
    assert window.queue.isVisible()
    assert window.docks.visible() == ("create",)
    assert window.queue.empty.sentence() == "Nothing is waiting."
    window.actions_.run("view.queue")
    assert not window.queue.isVisible()
    assert window.docks.visible() == before


def test_the_layout_is_kept_and_can_be_reset(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.project.new()
        window.actions_.run("view.timeline")
        window.open_panel("voice")
        window.gallery.set_side(120)
        window.arrangement.keep()
    with a_window(tmp_path) as (window, _):
        assert window.gallery.side == 120
        assert window.create_pane.current().key == "voice"
        window.project.new()
        assert "timeline" not in window.docks.visible()
        window.actions_.run("view.reset")
        assert window.docks.visible() == ("gallery", "create", "timeline")


def test_a_damaged_layout_is_no_reason_not_to_start(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "home" / "data"
    folder.mkdir(parents=True)
    (folder / "window.json").write_text('{"version": 1, "geometry": "%%%", "docks": {"film": "no"}}')
    with a_window(tmp_path) as (window, _):
        window.project.new()
        assert window.docks.visible() == ("gallery", "create", "timeline")


def test_at_the_smallest_size_nothing_is_cut_off(window: MainWindow, qtbot) -> None:  # type: ignore[no-untyped-def]
    window.project.new()
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: window.width() == 1024)
    assert window.job_bar.engine_mark.geometry().right() <= window.job_bar.width()
    assert window.bar.export.mapTo(window, window.bar.export.rect().topRight()).x() <= window.width()
    assert window.bar.areas.geometry().left() >= window.bar.menu_bar.geometry().right()


def test_a_recent_project_is_opened_from_the_welcome_page(window: MainWindow, qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with_pictures(window, qtbot, tmp_path, "Anna")
    target = tmp_path / "Six Faces.portraits"
    window.services.document.save_as(target)
    qtbot.waitUntil(lambda: window.services.document.path == target and not window.services.document.dirty)
    assert window.windowTitle().startswith("Six Faces")
    window.actions_.run("file.close")
    assert window.welcome.isVisible()
    assert [project.title for project in window.welcome._recent] == ["Six Faces"]
    window.welcome.project_wanted.emit(target)
    assert not window.welcome.isVisible()
    assert window.gallery.model.rowCount() == 1
    assert window.bar.saved.text() == "Saved"


def test_closing_with_changes_asks_once_and_the_harmless_answer_stays(
    window: MainWindow, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    with_pictures(window, qtbot, tmp_path, "Anna")
    asked: list[str] = []

    def answer(_parent: object, title: str, _text: str, verbs: list[tuple[str, str]], **_more: object) -> str:
        asked.append(title)
        return verbs[0][0]

    monkeypatch.setattr(project_commands, "ask", answer)
    assert not window.close()
    assert window.isVisible()
    assert asked == ["Save the changes to “this project”?"]


def test_closing_with_running_work_asks_once(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.project.new()
    window.open_panel("voice")
    panel = window.create_pane.current()
    panel.text.setPlainText("One.")  # type: ignore[attr-defined]
    panel.start()
    _link(window).say_started(_link(window).submitted[-1][0])
    asked: list[str] = []

    def answer(_parent: object, title: str, _text: str, verbs: list[tuple[str, str]], **_more: object) -> str:
        asked.append(title)
        return verbs[-1][0]

    monkeypatch.setattr(project_commands, "ask", answer)
    assert window.close()
    assert asked == ["“One.” is still running. Quit anyway?"]


@pytest.mark.parametrize(("choice", "closes", "saved"), [(0, False, 0), (1, True, 0), (2, True, 1)])
def test_running_work_and_changes_are_one_question(
    window: MainWindow, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, choice: int, closes: bool, saved: int
) -> None:  # type: ignore[no-untyped-def]
    with_pictures(window, qtbot, tmp_path, "Anna")
    window.services.queue.add(VoiceJob(text="One.", output="/nowhere/one.wav"), title="One.")
    _link(window).say_started(_link(window).submitted[-1][0])
    asked: list[str] = []
    saves: list[bool] = []

    def answer(_parent: object, title: str, text: str, verbs: list[tuple[str, str]], **_more: object) -> str:
        asked.append(f"{title} {text}")
        return verbs[choice][0]

    def save() -> bool:
        saves.append(True)
        return True

    monkeypatch.setattr(project_commands, "ask", answer)
    monkeypatch.setattr(window.project, "save", save)
    assert window.close() is closes
    assert len(asked) == 1
    assert "The changes to “this project” are not saved yet." in asked[0]
    assert len(saves) == saved


def test_a_broken_file_among_dropped_ones_is_named_and_the_others_come_in(
    window: MainWindow, qtbot, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    good, bad = make_picture(tmp_path, "good"), make_picture(tmp_path, "bad")
    original = _link(window)._reply_to
    failure = Failure(code=ErrorCode.BAD_INPUT, what='"bad.png" cannot be read: the file ends too early.')

    def reply_or_refuse(query_id: int, query: object) -> None:
        if getattr(query, "path", "") == str(bad):
            _link(window).refuse(query_id, failure)
        else:
            reply, payload = original(query)  # type: ignore[arg-type]
            _link(window).reply(query_id, reply, *payload)

    _link(window)._answer = reply_or_refuse  # type: ignore[method-assign]
    window.files.take((good, bad))
    qtbot.waitUntil(lambda: bool(window.toasts.messages()))
    assert window.toasts.messages() == ['"bad.png" cannot be read: the file ends too early. The other file was added.']
    assert window.gallery.model.rowCount() == 1


def test_a_project_of_a_newer_version_is_refused_in_words(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Future.portraits"
    path.write_text('{"version": 99}')
    said: list[Failure] = []
    monkeypatch.setattr("desktop.window.ask", lambda _parent, title, text, _verbs: said.append(title + text))
    window.files.take((path,))
    assert len(said) == 1
    assert "Future.portraits" in said[0]  # type: ignore[operator]
    assert window.welcome.isVisible()
    assert store.SUFFIX == ".portraits"


def test_the_film_is_shown_from_its_new_place_after_save_as(window: MainWindow, qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with_pictures(window, qtbot, tmp_path, "Anna")
    window.gallery.choose(tuple(item.id for item in window.services.document.project.media))
    window.actions_.run("gallery.place")
    link = window.services.engine
    assert isinstance(link, AnsweringLink)

    def shown_from() -> set[str]:
        return {query.path for _, query in link.asked if isinstance(query, ShowFilm)}

    draft = str(window.services.document.path)
    qtbot.waitUntil(lambda: draft in shown_from())
    target = tmp_path / "Six Faces.portraits"
    window.services.document.save_as(target)
    qtbot.waitUntil(lambda: str(target) in shown_from())
