"""What is being made is seen while it is made, and its results once they are there."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.create.image_panel import ImagePanel
from desktop.create.result_cells import live_cells
from desktop.create.results_view import ResultsView
from desktop.widgets.theme import theme
from engine.media.files import sha256_of
from engine.protocol.jobs import GridJob, ImageJob, SeriesJob, TrainTokenizerJob, VideoJob
from engine.protocol.jobs.base import Artifact, MediaInfo, Source
from engine.protocol.jobs.image import Lora
from tests.desktop.create.helpers import a_bench
from tests.desktop.helpers import QUIET, a_window, make_picture

pytestmark = pytest.mark.qt_log_ignore(QUIET)

_PICTURE = MediaInfo(kind="picture", format="png", width=64, height=64)
_LONG = VideoJob(prompt="a", num_frames=257, output="b.mp4")


def test_previews_come_first_and_results_after(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        view = ResultsView(bench.queue, bench.pane._workshop.thumbnails)
        qtbot.addWidget(view)
        view.resize(640, 480)
        view.show()
        assert view.nothing.isVisible()
        entry = bench.queue.add(ImageJob(prompt="a face", seed=7, output="x"), title="A face")
        assert view.follow(entry)
        bench.link.say_started(entry.job_id)
        bench.link.say_progress(entry.job_id, "Making pictures", 0.5, 1, "pictures", remaining=8)
        preview = QImage(32, 32, QImage.Format.Format_RGB32)
        preview.fill(QColor("sienna"))
        bench.link.say_preview(entry.job_id, preview)
        assert view.running.isVisible()
        assert view.running.words() == "Making pictures · step 1 of 2"
        assert view.header.count.text() == "50 % · 0:08 left"
        assert view.running.grab().toImage().pixelColor(view.running.rect().center()) == QColor("sienna")
        made = [make_picture(tmp_path, name) for name in ("a", "b")]
        artifacts = tuple(Artifact(path=str(path), sha256=f"{n}" * 64, media=_PICTURE) for n, path in enumerate(made))
        bench.link.say_done(entry.job_id, artifacts)
        assert not view.running.isVisible()
        assert [(cell.left, cell.right) for cell in view.grid.cells()] == [("7", "64 × 64"), ("8", "64 × 64")]
        opened: list[object] = []
        view.opened.connect(opened.append)
        qtbot.mouseClick(view.grid, Qt.MouseButton.LeftButton, pos=view.grid.rect_of(1).center())
        assert opened == ["1" * 64]


def test_a_long_shot_has_a_bar_for_each_window(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        view = ResultsView(bench.queue, bench.pane._workshop.thumbnails)
        qtbot.addWidget(view)
        view.resize(800, 480)
        view.show()
        for job, shown in ((VideoJob(prompt="a", output="a.mp4"), False), (_LONG, True)):
            entry = bench.queue.add(job, title="A shot")
            assert view.follow(entry)
            bench.link.say_started(entry.job_id)
            assert view.windows.isVisible() == shown
            bench.link.say_progress(entry.job_id, "Denoising", 30 if shown else 10, 90 if shown else 30, "steps")
            if shown:
                assert view.windows.words() == ["Window 1", "Window 2 · step 1 of 30", "Window 3"]
                bench.link.say_progress(entry.job_id, "Denoising", 52, 90, "steps")
                assert view.windows.words()[1] == "Window 2 · step 22 of 30"
                drawn = view.windows.grab().toImage()
                colours = {drawn.pixelColor(x, y).name() for x in range(0, drawn.width(), 3) for y in range(20, 90)}
                assert {theme().colour(tone).name() for tone in ("ok", "accent", "raised")} <= colours
                bench.link.say_progress(entry.job_id, "Writing", 3, 257, "frames")
                assert view.windows.words() == ["Window 1", "Window 2", "Window 3"]
            bench.link.say_done(entry.job_id)
            assert not view.windows.isVisible()


def _plain(colour: str) -> QImage:
    image = QImage(32, 32, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def test_each_picture_has_a_cell_with_its_own_preview_and_bar(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        view = ResultsView(bench.queue, bench.pane._workshop.thumbnails)
        qtbot.addWidget(view)
        view.resize(900, 480)
        view.show()
        entry = bench.queue.add(ImageJob(prompt="a face", num_images=3, seed=7, output="x"), title="A face")
        assert view.follow(entry)
        bench.link.say_started(entry.job_id)
        assert [(cell.left, cell.right) for cell in view.grid.cells()] == [("7", ""), ("8", ""), ("9", "")]
        bench.link.say_preview(entry.job_id, _plain("sienna"), (0,))
        bench.link.say_preview(entry.job_id, _plain("teal"), (1,))
        bench.link.say_progress(entry.job_id, "Making pictures", 1.5, 3, "pictures")
        assert not view.running.isVisible()
        assert [(cell.right, cell.part) for cell in view.grid.cells()] == [("Made", None), ("50 %", 0.5), ("", None)]
        shown = view.grid.grab().toImage()
        first, second = view.grid.rect_of(0), view.grid.rect_of(1)
        assert shown.pixelColor(first.center()) == QColor("sienna")
        assert shown.pixelColor(second.center()) == QColor("teal")
        accent = theme().colour("accent")
        assert shown.pixelColor(second.left() + 10, second.bottom() - 1) == accent
        assert shown.pixelColor(second.right() - 10, second.bottom() - 1) == QColor("teal")
        assert shown.pixelColor(first.left() + 10, first.bottom() - 1) == QColor("sienna")


def test_a_batch_is_cut_into_its_cells(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        sheet = QImage(64, 64, QImage.Format.Format_RGB32)
        sheet.fill(QColor("black"))
        colours = ("red", "lime", "blue")
        painter = QPainter(sheet)
        for number, colour in enumerate(colours):
            painter.fillRect(number % 2 * 32, number // 2 * 32, 32, 32, QColor(colour))
        painter.end()
        job = SeriesJob(prompt="a", variations=("young", "old", "sad", "glad"), output="x.portraits")
        entry = bench.queue.add(job, title="Ages")
        bench.link.say_started(entry.job_id)
        # The second of the four did not have one frontal face; the others are made again.
        bench.link.say_preview(entry.job_id, sheet, (0, 2, 3))
        bench.link.say_progress(entry.job_id, "Making pictures", 1.5, 3, "pictures")
        cells = live_cells(entry, bench.queue.live(entry.job_id))
        assert [cell.left for cell in cells] == ["young", "old", "sad", "glad"]
        images = [cell.image.pixelColor(16, 16).name() if cell.image else "" for cell in cells]
        assert images == ["#ff0000", "", "#00ff00", "#0000ff"]
        assert [cell.part for cell in cells] == [0.5, None, 0.5, 0.5]


def test_a_grid_shows_what_it_compares(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        styled = Lora(source=Source(path="ink.safetensors"))
        job = GridJob(prompt="a", seeds=(4, 9), strengths=(0.5,), loras=(styled,), output="x")
        entry = bench.queue.add(job, title="Grid")
        cells = live_cells(entry, None)
        assert [cell.left for cell in cells] == ["4 · 0", "4 · 0.5", "9 · 0", "9 · 0.5"]


def test_a_job_that_fails_leaves_its_places_and_says_so(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        view = ResultsView(bench.queue, bench.pane._workshop.thumbnails)
        qtbot.addWidget(view)
        entry = bench.queue.add(ImageJob(prompt="a face", num_images=3, seed=7, output="x"), title="A face")
        view.follow(entry)
        bench.link.say_started(entry.job_id)
        bench.link.say_cancelled(entry.job_id)
        assert [cell.left for cell in view.grid.cells()] == ["7", "8", "9"]
        assert view.header.count.text() == "Stopped"


def test_what_cannot_be_seen_is_not_followed(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        view = ResultsView(bench.queue, bench.pane._workshop.thumbnails)
        qtbot.addWidget(view)
        entry = bench.queue.add(TrainTokenizerJob(dataset=Source(path="x"), output="y"), title="Training")
        assert not view.follow(entry)


def test_a_start_shows_the_results_in_the_window(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, _):
        window.project.new()
        window.open_panel("image")
        panel = window.create_pane.current()
        assert isinstance(panel, ImagePanel)
        panel.prompt.words.setPlainText("a face")
        panel.start()
        assert window.stage.way() == "results"
        assert window.made.running.isVisible()


@pytest.mark.parametrize(("count", "way"), [(2, "results"), (1, "source")])
def test_several_pictures_stay_side_by_side_one_is_shown_large(qtbot, tmp_path: Path, count: int, way: str) -> None:  # type: ignore[no-untyped-def]
    with a_window(tmp_path) as (window, link):
        window.project.new()
        window.open_panel("image")
        panel = window.create_pane.current()
        assert isinstance(panel, ImagePanel)
        panel.prompt.words.setPlainText("a face")
        panel.form.set_values({"num_images": count})
        panel.start()
        job_id, _ = link.submitted[-1]
        link.say_started(job_id)
        made = [make_picture(tmp_path, name, name) for name in ("sienna", "teal")[:count]]
        artifacts = tuple(Artifact(path=str(path), sha256=sha256_of(path), media=_PICTURE) for path in made)
        link.say_done(job_id, artifacts)
        qtbot.waitUntil(lambda: len(window.services.document.project.media) == count)
        qtbot.waitUntil(lambda: window.stage.way() == way)
