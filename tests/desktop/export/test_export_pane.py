"""The export pane: presets, ranges, the job that is made, and what is refused."""

import dataclasses
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from desktop.export.own_presets import format_of, plain_of
from desktop.export.presets import PRESETS, Format, differs, frame_size, with_encode
from desktop.state.queue_entry import JobState
from desktop.window import MainWindow
from engine.project.edit.markers import set_in, set_out
from engine.protocol.jobs.base import Artifact, MediaInfo
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
        if not preset.format.sound_only:
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
    return dataclasses.replace(base, longest=longest)


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
    assert pane.settings.header.count.text() == "changed"
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
    own = next(preset for preset in pane.presets.own() if preset.name == "Festival")
    assert own.format.encode.quality == 30
    assert own.format == replace_quality(PRESETS[0].format, 30)


def replace_quality(base: Format, quality: int) -> Format:
    return with_encode(base, quality=quality)


def _use(window: MainWindow, key: str) -> None:
    window.export.use_preset(next(preset for preset in PRESETS if preset.key == key))


def test_sound_alone(window: MainWindow) -> None:
    _use(window, "flac")
    pane = window.export
    job = pane.make_job()
    assert Path(job.output).name == "Six faces.flac"
    assert not pane.form._picture_section.isVisibleTo(pane)
    assert pane.settings.start_button.text() == "Render sound"
    assert pane.form.sound.facts.text() == "FLAC 24 bit · 48 kHz · stereo"
    _use(window, "web")
    assert pane.form._picture_section.isVisibleTo(pane)
    assert Path(pane.make_job().output).name == "Six faces.mp4"


def test_subtitles_fit_the_file(window: MainWindow) -> None:
    pane = window.export
    form = pane.form.subtitle_form
    form.way.set_value("track")
    form.way.chosen.emit("track")
    form.language.setCurrentIndex(form.language.findData("deu"))
    form.language.activated.emit(0)
    assert (pane.make_job().subtitles, pane.make_job().language) == ("track", "deu")
    form.way.set_value("burnt_in")
    form.way.chosen.emit("burnt_in")
    form.look.setCurrentIndex(2)
    form.look.activated.emit(2)
    assert (pane.make_job().subtitles, pane.make_job().caption_size) == ("burnt_in", 0.06)


def test_encoders_are_offered_when_the_engine_has_tried_them(window: MainWindow, qtbot) -> None:  # type: ignore[no-untyped-def]
    pane = window.export
    combo = pane.form.picture.encoder
    assert [combo.itemText(index) for index in range(combo.count())] == ["Processor"]
    assert not combo.isEnabled()
    window.services.engine.encoders = ("nvenc",)  # type: ignore[attr-defined]
    pane._refresh()
    qtbot.waitUntil(lambda: combo.count() == 2)
    assert combo.itemText(1) == "NVIDIA card · tested"
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    assert pane.make_job().encode.encoder == "nvenc"


def test_loudness_now_and_target_stand_on_one_scale(window: MainWindow, qtbot) -> None:  # type: ignore[no-untyped-def]
    scale = window.export.form.sound.scale
    qtbot.waitUntil(lambda: scale.accessibleDescription() == "now −16.2, target −14")
    _use(window, "master")
    assert scale.accessibleDescription() == "now −16.2"


def test_time_is_told_before_a_first_export(window: MainWindow, qtbot) -> None:  # type: ignore[no-untyped-def]
    link = window.services.engine
    link.estimate = replace(link.estimate, seconds=None)  # type: ignore[attr-defined]
    window.export._refresh()
    # 72 frames of 0.05 s.
    qtbot.waitUntil(lambda: window.export.settings.pace.text() == "20 frames/s")


def test_recipes_and_the_folder(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    pane = window.export
    pane.form.recipes.setChecked(True)
    assert pane.make_job().clip_recipes
    assert pane.settings.header.count.text() == "changed"
    pane.form.show_folder.setChecked(True)
    pane._save = lambda: window.services.document.save() is None
    assert pane.start()
    (entry,) = window.services.queue.entries()
    shown: list[Path] = []
    monkeypatch.setattr("desktop.export.pane.show_in_folder", lambda path, parent: shown.append(path))
    artifact = Artifact(path="/films/six.mp4", sha256="0" * 64, media=MediaInfo(kind="movie"))
    pane._on_ended(replace(entry, state=JobState.DONE, artifacts=(artifact,)))
    pane._on_ended(replace(entry, state=JobState.DONE, artifacts=(artifact,)))
    assert shown == [Path("/films/six.mp4")]


def test_an_own_preset_is_removed(window: MainWindow) -> None:
    pane = window.export
    assert not pane.presets.remove_button.isVisibleTo(pane)
    pane.keep_preset("Festival")
    assert pane.presets.remove_button.isVisibleTo(pane)
    pane.presets.remove_button.click()
    assert pane.presets.own() == []
    assert pane._chosen is PRESETS[0]


def test_a_preset_of_an_older_version_is_read() -> None:
    old = plain_of(Format(".mp4", EncodeSettings(quality=20), 720))
    for name in ("language", "caption_size", "clip_recipes"):
        del old[name]
    encode = old["encode"]
    assert isinstance(encode, dict)
    del encode["encoder"]
    assert format_of(old) == Format(".mp4", EncodeSettings(quality=20), 720)
    with pytest.raises((KeyError, msgspec.ValidationError)):
        format_of({"suffix": ".mp4"})


def test_the_film_plays_in_the_pane(window: MainWindow, qtbot) -> None:  # type: ignore[no-untyped-def]
    view = window.export.view
    view.play.click()
    assert window.film.player.playing
    assert view.play.accessibleName() == "Pause"
    view.play.click()
    assert not window.film.player.playing


def test_the_timeline_for_other_programs_says_what_it_left_out(window: MainWindow, tmp_path: Path) -> None:
    said: list[object] = []
    window.export.refused.connect(said.append)
    window.export.write_timeline(tmp_path / "film.xml")
    assert said == [
        "“film.xml” was written. Morphs became dissolves; render them as movies to take them along.",
    ]
    assert (tmp_path / "film.xml").read_text("utf-8").lstrip().startswith("<?xml")
