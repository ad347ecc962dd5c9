"""The export pane: presets, ranges, the job that is made, and what is refused."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from desktop.export.presets import PRESETS, Format, differs, frame_size, with_encode
from desktop.window import MainWindow
from engine.project.edit.markers import set_in, set_out
from engine.protocol.jobs.encode import CODECS, EncodeSettings, check_container, quality_of
from engine.protocol.jobs.film import FilmJob
from tests.desktop.helpers import QUIET, a_window
from tests.project.edit.films import film, morph, still

pytestmark = pytest.mark.qt_log_ignore(QUIET)


@pytest.fixture
def window(qapp: QCoreApplication, tmp_path: Path) -> Iterator[MainWindow]:
    with a_window(tmp_path) as (made, link):
        document = made.services.document
        made.project.new()
        project = replace(film(still("A", 0, 24), morph("m", 24, 48), still("B", 48, 72)), title="Six faces")
        document.apply("film", lambda _: project)
        link.estimate = replace(link.estimate, seconds=6.0)
        made.actions_.run("file.export")
        yield made


def test_every_preset_can_be_written_into_its_own_file() -> None:
    for preset in PRESETS:
        check_container(f"film{preset.format.suffix}", preset.format.encode)
        quality_of(preset.format.encode)
        assert preset.format.encode.alpha <= CODECS[preset.format.encode.codec].alpha
    assert len({preset.key for preset in PRESETS}) == len(PRESETS)


def test_sizes_are_even_and_keep_the_shape() -> None:
    assert frame_size(1024, 1024, 720) == (720, 720)
    assert frame_size(1920, 1080, 480) == (480, 270)
    assert frame_size(1080, 1920, 721) == (406, 720)
    assert frame_size(1024, 768, 0) == frame_size(1024, 768, 1024) == (0, 0)


def test_what_differs_from_a_preset_is_told() -> None:
    base = Format(".mp4", EncodeSettings())
    assert differs(base, base) == frozenset()
    assert differs(with_encode(base, quality=23), base) == {"quality"}
    assert differs(replace_format(base, longest=720), base) == {"longest"}


def replace_format(base: Format, *, longest: int) -> Format:
    return Format(base.suffix, base.encode, longest, base.fps, base.loudness, base.subtitles)


def test_the_pane_takes_the_work_area_and_escape_leaves_it(window: MainWindow, qtbot) -> None:  # type: ignore[no-untyped-def]
    from PySide6.QtCore import Qt

    assert window.pages.currentWidget() is window.export
    assert window.docks.visible() == ()
    qtbot.keyClick(window.export, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.viewer_page
    assert "timeline" in window.docks.visible()


def test_the_job_is_what_the_pane_shows(window: MainWindow) -> None:
    pane = window.export
    small = next(preset for preset in PRESETS if preset.key == "small")
    pane.use_preset(small)
    job = pane.make_job()
    assert (job.width, job.height, job.range, job.loudness) == (720, 720, "whole", -14.0)
    assert job.encode == small.format.encode
    assert Path(job.output).name == "Six faces.mp4"
    pane.form.quality.setValue(40)
    assert pane.make_job().encode.quality == 40
    assert pane._settings_pane.header.count.text() == "changed"
    pane.use_preset(next(preset for preset in PRESETS if preset.key == "vp9"))
    assert Path(pane.make_job().output).name == "Six faces.webm"


def test_a_range_is_exported_to_the_frame(window: MainWindow) -> None:
    pane, document = window.export, window.services.document
    document.apply("range", lambda p: set_out(set_in(p, Fraction(1)), Fraction(2)))
    pane.open()
    assert pane.range.value() == "in_out"
    assert pane.frames() == (24, 48)
    pane.strip.range_chosen.emit(10, 20)
    job = pane.make_job()
    assert (job.range, job.start, job.end) == ("between", Fraction(10, 24), Fraction(20, 24))
    pane.range.chosen.emit("whole")
    pane.range.set_value("whole")
    assert pane.make_job().range == "whole"


def test_rendering_saves_the_project_and_queues_the_job(window: MainWindow) -> None:
    document = window.services.document
    window.export._save = lambda: document.save() is None
    # The film's files are not there, and an engine would say so; here only the way into the queue is looked at.
    assert window.export.start()
    (entry,) = window.services.queue.entries()
    assert isinstance(entry.job, FilmJob)
    assert not document.dirty
    assert document.path.exists()
    assert entry.title == "Six faces"
    assert window.pages.currentWidget() is window.viewer_page


def test_a_file_that_is_there_is_never_replaced(window: MainWindow) -> None:
    said: list[object] = []
    window.export.refused.connect(said.append)
    path = window.export.form.path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"mine")
    assert not window.export.start()
    assert said == ["“Six faces.mp4” exists already. Choose another name."]
    assert path.read_bytes() == b"mine"


def test_the_timeline_is_written_as_opentimelineio(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "film.otio"
    window.export.write_timeline(path)
    assert '"OTIO_SCHEMA": "Timeline' in path.read_text("utf-8")


def test_own_presets_are_kept(window: MainWindow) -> None:
    pane = window.export
    pane.form.quality.setValue(30)
    pane.keep_preset("Festival")
    assert pane._chosen.name == "Festival"
    pane.use_preset(PRESETS[0])
    own = next(preset for preset in pane._own_presets() if preset.name == "Festival")
    assert own.format.encode.quality == 30
    assert own.format == replace_quality(PRESETS[0].format, 30)


def replace_quality(base: Format, quality: int) -> Format:
    return with_encode(base, quality=quality)
