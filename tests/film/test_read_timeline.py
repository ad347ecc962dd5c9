"""A timeline of another program becomes a project with its media beside it."""

from pathlib import Path

import opentimelineio as otio
import pytest

from engine.film.read_timeline import run
from engine.project.folder import media_folder
from engine.project.store import load
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.timeline import TimelineJob
from tests.helpers.media import evenly, gradient, save_movie, save_picture


@pytest.fixture
def timeline(tmp_path: Path) -> Path:
    """A movie with an effect nobody knows, a picture, and a clip without its file."""
    save_movie(tmp_path / "shot.mp4", evenly(48))
    save_picture(tmp_path / "face.png", gradient())
    track = otio.schema.Track("V1", kind="Video")
    span = otio.opentime.TimeRange(otio.opentime.RationalTime(0, 24), otio.opentime.RationalTime(24, 24))
    for name in ("shot.mp4", "face.png", "gone.mov"):
        track.append(otio.schema.Clip(name, otio.schema.ExternalReference(name), span))
    track[0].effects.append(otio.schema.Effect(name="Glow", effect_name="Glow from elsewhere"))
    made = otio.schema.Timeline("Foreign")
    made.tracks.append(track)
    path = tmp_path / "foreign.otio"
    otio.adapters.write_to_file(made, str(path))
    return path


def _job(timeline: Path) -> TimelineJob:
    output = timeline.with_name("new") / "film.portraits"
    output.parent.mkdir(exist_ok=True)
    return TimelineJob(source=Source(path=str(timeline)), output=str(output))


def test_a_project_is_made_and_says_what_it_left_out(timeline: Path) -> None:
    context = SilentContext()
    (artifact,) = run(_job(timeline), context)
    assert artifact.media.kind == "project"
    project = load(Path(artifact.path))
    kinds = [type(clip).__name__ for clip in project.timeline.tracks[0].clips]
    assert kinds == ["MovieClip", "StillClip"]
    files = {path.name for path in media_folder(Path(artifact.path)).iterdir()}
    assert {Path(item.path).name for item in project.media} <= files
    assert context.notes == [
        'The effect "Glow from elsewhere" of the clip "shot.mp4" is not known here.',
        'The file "gone.mov" was not found; its clips were left out.',
    ]


def test_an_existing_project_is_never_replaced(timeline: Path) -> None:
    job = _job(timeline)
    Path(job.output).write_text("mine")
    with pytest.raises(PortraitsError) as caught:
        run(job, SilentContext())
    assert caught.value.failure.code is ErrorCode.OUTPUT_EXISTS
    assert Path(job.output).read_text() == "mine"


def test_cancelling_leaves_no_project(timeline: Path) -> None:
    class Stopping(SilentContext):
        def check_cancelled(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        run(_job(timeline), Stopping())
    assert not Path(_job(timeline).output).exists()
