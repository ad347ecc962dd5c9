"""A finished series: its portraits join the project, and a morph through them stands on the timeline."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.state.document import Document
from desktop.window import MainWindow
from engine.project.clips import MorphClip, StillClip
from engine.project.folder import add_media, with_item
from engine.project.landmarks import Landmarks
from engine.project.schema import Project
from engine.project.store import save
from engine.protocol.jobs import SeriesJob
from engine.protocol.jobs.base import Artifact, MediaInfo
from tests.desktop.helpers import QUIET, AnsweringLink, a_window, make_picture

pytestmark = pytest.mark.qt_log_ignore(QUIET)

_FOUND = Landmarks(detector="test", detector_version="1", width=64, height=64, points=((32.0, 32.0),) * 478)
_PICTURE = MediaInfo(kind="picture", format="png", width=64, height=64)


def _finish_series(window: MainWindow, link: AnsweringLink, folder: Path, colours: tuple[str, ...]) -> list[str]:
    """Let a series end, with a portrait for each colour; return the hashes of its portraits in order."""
    path, project = folder / "series.portraits", Project()
    artifacts = []
    for colour in colours:
        picture = make_picture(folder, colour, colour)
        project, item = add_media(project, path, picture, _PICTURE)
        project = with_item(project, replace(item, landmarks=_FOUND))
        artifacts.append(Artifact(path=str(picture), sha256=item.sha256, media=_PICTURE))
    save(project, path)
    job = SeriesJob(prompt="a woman", variations=colours, output=str(path))
    entry = window.services.queue.add(job, title="Series", project=str(window.services.document.path))
    link.say_started(entry.job_id)
    whole = Artifact(path=str(path), sha256="0" * 64, media=MediaInfo(kind="project", width=64, height=64))
    link.say_done(entry.job_id, (whole, *artifacts))
    return [artifact.sha256 for artifact in artifacts]


def _clips(document: Document) -> list[object]:
    return [clip for track in document.project.timeline.tracks for clip in track.clips]


def test_a_series_is_placed_in_one_step(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, link):
        window.project.new()
        document = window.services.document
        hashes = _finish_series(window, link, tmp_path, ("sienna", "orchid", "teal"))
        qtbot.waitUntil(lambda: bool(_clips(document)))
        clips = _clips(document)
        assert [type(clip) for clip in clips] == [StillClip, MorphClip, StillClip, MorphClip, StillClip]
        items = document.project.media_by_id()
        assert [items[clip.media].sha256 for clip in clips if isinstance(clip, StillClip)] == hashes
        assert all(item.landmarks is not None for item in items.values())
        assert document.project.timeline.duration == 3 * 1 + 2 * 2
        document.undo.undo()
        assert _clips(document) == []
        assert len(document.project.media) == 3


def test_a_second_series_stands_behind_the_first(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, link):
        window.project.new()
        document = window.services.document
        for colours, clips in ((("sienna", "orchid", "teal"), 5), (("navy", "gold"), 8)):
            _finish_series(window, link, tmp_path, colours)
            qtbot.waitUntil(lambda clips=clips: len(_clips(document)) == clips)
            (tmp_path / "series.portraits").unlink()
        assert document.project.timeline.duration == 7 + 4
