"""The motion library: importing, keeping for every project, renaming, copying, drawing, removing."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from desktop.motion import library_commands
from desktop.motion.entries import KeptMotions, MotionEntry, matching, motion_name
from desktop.motion.extract_dialog import ExtractDialog
from desktop.motion.library_list import facts
from desktop.motion.source_video import SourceVideos
from engine.animation.motion import make_motion
from engine.animation.motion_file import write_motion
from engine.protocol.jobs import ConvertMotionJob, DrawMotionJob, ExtractMotionJob
from engine.protocol.jobs.base import Artifact, MediaInfo, Source
from tests.desktop.helpers import QUIET
from tests.desktop.motion.conftest import Desk
from tests.helpers.motion import dance

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def drop(desk: Desk, *files: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(20, 200), Qt.DropAction.CopyAction, data, buttons, keys)
    event.ignore()
    desk.page.library.dropEvent(event)
    return event.isAccepted()


def names(desk: Desk) -> list[str]:
    return [entry.name for entry in desk.page.library.list.entries()]


def current(desk: Desk) -> MotionEntry:
    entry = desk.page.library.list.current()
    assert entry is not None
    return entry


def test_motions_of_other_programs_are_converted_by_the_engine(desk: Desk, qtbot: Any) -> None:
    (desk.folder / "dances.pkl").write_bytes(b"")
    assert drop(desk, desk.folder / "dances.pkl", desk.folder / "notes.txt")
    _, job = desk.link.submitted[0]
    assert isinstance(job, ConvertMotionJob)
    assert job.motion.path.endswith("dances.pkl")
    assert Path(job.output).suffix == "", "each motion of the list gets a file of its own"
    assert not drop(desk, desk.folder / "notes.txt")


def test_a_motion_is_kept_for_every_project_and_brought_back(desk: Desk, qtbot: Any) -> None:
    desk.open(qtbot)
    commands = desk.page.commands
    commands.keep(current(desk))
    assert names(desk) == ["Walk", "Walk"]
    kept = desk.page.library.list.entries()[1]
    assert kept.kept
    assert kept.path.parent == desk.services.paths.data / "motions"
    qtbot.waitUntil(lambda: desk.page.library.list.entries()[1].frames > 0)
    commands.remove(current(desk))
    assert names(desk) == ["Walk"]
    desk.document.undo.undo()
    assert names(desk) == ["Walk", "Walk"]
    desk.document.undo.redo()
    commands.bring(desk.page.library.list.entries()[0])
    qtbot.waitUntil(lambda: len(desk.document.project.media) == 1)
    commands.keep(kept)
    assert (desk.services.paths.data / "motions" / "Walk 2.motion.npz").is_file()


def test_motions_are_renamed(desk: Desk, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open(qtbot)
    monkeypatch.setattr(library_commands, "ask_text", lambda *_args, **_more: "  Two steps ")
    desk.page.commands.ask_name(current(desk))
    assert names(desk) == ["Two steps"]
    desk.page.commands.keep(current(desk))
    kept = next(entry for entry in desk.page.library.list.entries() if entry.kept)
    desk.page.commands.rename(kept, "Bow")
    assert names(desk) == ["Two steps", "Bow"]
    assert not kept.path.exists()


def test_a_copy_is_saved_and_movies_are_drawn(desk: Desk, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open(qtbot)
    entry = current(desk)
    target = desk.folder / "copy.motion.npz"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    desk.page.commands.export(entry)
    assert target.read_bytes() == entry.path.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(desk.folder / "no" / "copy.npz"), ""))
    desk.page.commands.export(entry)
    assert "cannot be written" in desk.said[-1]
    desk.page.commands.draw(entry, "turning")
    _, job = desk.link.submitted[0]
    assert isinstance(job, DrawMotionJob)
    assert (job.view, job.motion.path) == ("turning", str(entry.path))


def test_enter_animates_with_the_motion(desk: Desk, qtbot: Any) -> None:
    desk.open(qtbot)
    desk.page.library.list.itemActivated.emit(desk.page.library.list.currentItem())
    assert desk.animated == [current(desk).path]
    titles = [action.text() for action in desk.page.library.menu(current(desk)).actions()]
    assert titles[0] == "Animate with this"


def test_the_dialog_makes_the_job(desk: Desk, tmp_path: Path) -> None:
    video = tmp_path / "dance.mp4"
    dialog = ExtractDialog(desk.page)
    assert not dialog.main.isEnabled()
    video.write_bytes(b"x")
    dialog.video.put(str(video))
    assert dialog.main.isEnabled()
    assert dialog.model() == "pose-landmarker"
    dialog.people.setValue(3)
    dialog.person.setValue(2)
    dialog.extractor.set_value("nlf")
    job = dialog.job("out.motion.npz")
    assert (job.video.path, job.extractor, job.people, job.person) == (str(video), "nlf", 3, 1)
    assert dialog.model() == "nlf"
    dialog.deleteLater()


def test_an_extracted_motion_is_shown_with_its_video(desk: Desk, qtbot: Any) -> None:
    video = desk.folder / "dance.mp4"
    video.write_bytes(b"movie")
    job = ExtractMotionJob(video=Source(path=str(video)), output=str(desk.new_path("dance", ".motion.npz")))
    desk.page.commands.start_extraction(job)
    job_id, submitted = desk.link.submitted[0]
    assert submitted == job
    _finish(desk, job_id, job)
    qtbot.waitUntil(lambda: desk.session.take is not None)
    assert desk.session.name == "dance"
    assert desk.page.flat.frames.path == str(video)
    qtbot.waitUntil(lambda: not desk.page.flat.frames.image.isNull())
    desk.session.go_to(30)
    qtbot.waitUntil(lambda: desk.page.flat.frames._shown == (str(video), 1.5))


def _finish(desk: Desk, job_id: str, job: ExtractMotionJob) -> None:
    write_motion(Path(job.output), dance(49))
    sha256 = hashlib.sha256(Path(job.output).read_bytes()).hexdigest()
    media = MediaInfo(kind="motion", format="motion", frames=49, fps=20.0, duration=2.45, width=512, height=512)
    desk.link.say_started(job_id)
    desk.link.say_done(job_id, (Artifact(path=job.output, sha256=sha256, media=media),))


def test_names_lengths_and_search(tmp_path: Path) -> None:
    assert motion_name("walk.motion.npz") == "walk"
    assert motion_name("old dance.pkl") == "old dance"
    walk = MotionEntry(tmp_path / "a", "Walk, two steps", "id", 89, 20.0)
    bow = MotionEntry(tmp_path / "b", "Bow", "", 40, 20.0)
    assert facts(walk) == "89 frames · 4.5 s"
    assert facts(bow) == "40 frames · 2 s"
    assert facts(MotionEntry(tmp_path / "c", "New")) == ""
    assert matching([walk, bow], "steps walk") == [walk]
    assert matching([walk, bow], "40") == [bow]
    assert matching([walk, bow], "") == [walk, bow]
    assert KeptMotions(tmp_path / "none").paths() == []


def test_a_video_that_moved_is_chosen_once(desk: Desk, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    motion = make_motion(dance(49).joints, source="dance.mp4")
    desk.open(qtbot, "Dance", motion)
    page = desk.page
    assert page.flat.frames.path == ""
    moved = desk.folder / "moved.mp4"
    moved.write_bytes(b"movie")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(moved), ""))
    page.video.click()
    assert page.flat.frames.path == str(moved)
    desk.session.move_key(24, (30.0, 0.0, 0.0))
    page.save.click()
    qtbot.waitUntil(lambda: len(desk.document.project.media) == 2)
    desk.open(qtbot, "Other")
    qtbot.waitUntil(lambda: page.flat.frames.path == "")
    entry = next(each for each in page.library.list.entries() if each.name == "Dance corrected")
    page.library.list.choose(entry.path)
    qtbot.waitUntil(lambda: page.flat.frames.path == str(moved))
    moved.unlink()
    assert SourceVideos(desk.document, desk.folder / "data" / "driving-videos.json").find("", "dance.mp4") == ""


@pytest.mark.parametrize("text", ["", "[]", "{", '{"dance.mp4": 3}'])
def test_a_damaged_list_of_videos_is_an_empty_one(desk: Desk, tmp_path: Path, text: str) -> None:
    file = tmp_path / "videos.json"
    file.write_text(text, "utf-8")
    videos = SourceVideos(desk.document, file)
    assert videos.find("", "dance.mp4") == ""
    movie = tmp_path / "b.mp4"
    movie.write_bytes(b"movie")
    videos.remember("dance.mp4", str(movie))
    assert videos.find("", "dance.mp4") == str(movie)
