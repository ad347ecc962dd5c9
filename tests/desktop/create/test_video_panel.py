"""The shot panel: what it begins with, legal lengths and sizes, a text for each window, models that can do it."""

from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from desktop.create.video_panel import VideoPanel
from engine.protocol.jobs import VideoJob
from engine.protocol.jobs.base import Source
from tests.desktop.create.helpers import a_bench, a_card, a_file, a_model
from tests.desktop.helpers import QUIET, make_picture

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def test_words_give_the_exact_job(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("video", VideoPanel)
        assert panel.missing() == "Describe the shot first"
        panel.prompt.words.setPlainText("a fisherman at dusk")
        panel.form.set_values({"seed": 6112, "guidance_scale": 6.5})
        panel.start()
        assert bench.jobs() == [
            VideoJob(
                prompt="a fisherman at dusk",
                seed=6112,
                guidance_scale=6.5,
                output=str(bench.results / "a fisherman at dusk.mp4"),
            )
        ]


@pytest.mark.parametrize(("seconds", "frames"), [(4.0, 97), (4.2, 101), (10.7, 257), (0.1, 5)])
def test_seconds_give_the_nearest_legal_number_of_frames(qtbot, tmp_path: Path, seconds: float, frames: int) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("video", VideoPanel)
        panel.length.seconds.setValue(seconds)
        assert panel.form.editor("num_frames").value() == frames
        panel.length.seconds.editingFinished.emit()
        assert panel.length.seconds.value() == pytest.approx(frames / 24, abs=0.006)


def test_typed_frames_and_sides_are_corrected(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("video", VideoPanel)
        panel.form.editor("num_frames").widget.setValue(99)  # type: ignore[attr-defined]
        assert panel.form.editor("num_frames").value() == 101
        panel.form.set_values({"asynchronous": True})
        assert panel.form.editor("num_frames").value() == 97
        assert panel.length.frames_box.hint.text() == "20k - 3"
        panel.form.editor("width").widget.setValue(950)  # type: ignore[attr-defined]
        assert panel.form.editor("width").value() == 944


def test_each_window_of_a_long_shot_has_its_words(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("video", VideoPanel)
        panel.prompt.words.setPlainText("dusk")
        assert panel.words.windows.isHidden()
        qtbot.mouseClick(panel.words.more, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(panel.words.more, Qt.MouseButton.LeftButton)
        assert panel.form.editor("num_frames").value() == 257
        assert panel.words.note.text() == "3, each overlaps by 17 frames"
        assert len([field for field in panel.words.windows.fields if field.isVisible()]) == 2
        panel.words.windows.fields[1].setPlainText("night")
        job = panel.make_job("x.mp4")
        assert isinstance(job, VideoJob)
        assert job.window_prompts == ("dusk", "night")
        panel.form.set_values({"num_frames": 97})
        job = panel.make_job("x.mp4")
        assert isinstance(job, VideoJob)
        assert job.window_prompts == ()


def test_what_it_begins_with_decides_which_files_go_in(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    first, last = make_picture(tmp_path, "first"), make_picture(tmp_path, "last")
    with a_bench(tmp_path) as bench:
        panel = bench.pane.make_shot(str(first))
        assert isinstance(panel, VideoPanel)
        panel.prompt.words.setPlainText("she turns")
        qtbot.mouseClick(panel.begins.task.button("first_last"), Qt.MouseButton.LeftButton)
        assert panel.missing() == "Choose the last picture"
        panel.begins.files["last_image"].put(str(last))
        job = panel.make_job("x.mp4")
        assert isinstance(job, VideoJob)
        assert (job.task, job.image, job.last_image) == (
            "first_last",
            Source(path=str(first)),
            Source(path=str(last)),
        )
        qtbot.mouseClick(panel.begins.task.button("words"), Qt.MouseButton.LeftButton)
        job = panel.make_job("x.mp4")
        assert isinstance(job, VideoJob)
        assert job.task == "words"


def test_a_movie_goes_on(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    movie = a_file(tmp_path, "walk.mp4")
    with a_bench(tmp_path) as bench:
        panel = bench.pane.extend_shot(str(movie))
        assert isinstance(panel, VideoPanel)
        panel.prompt.words.setPlainText("he walks on")
        job = panel.make_job("x.mp4")
        assert isinstance(job, VideoJob)
        assert (job.task, job.movie) == ("extend", Source(path=str(movie)))


def test_a_job_comes_back_whole(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    picture = make_picture(tmp_path, "start")
    job = VideoJob(
        prompt="one",
        window_prompts=("two", "three"),
        image=Source(path=str(picture)),
        num_frames=257,
        width=544,
        height=960,
        fps=Fraction(16),
        model="skyreels-v2-df-14b-540p",
        steps=40,
        seed=3,
        output="x.mp4",
    )
    with a_bench(tmp_path) as bench:
        panel = bench.pane.use_job(job)
        assert isinstance(panel, VideoPanel)
        assert panel.begins.task.value() == "picture"
        assert panel.make_job("x.mp4") == job
        panel = bench.pane.use_job(job, next_seed=True)
        assert panel is not None
        assert panel.make_job("x.mp4").seed == 4  # type: ignore[attr-defined]


def test_a_draft_has_the_same_seed(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("video", VideoPanel)
        panel.prompt.words.setPlainText("dusk")
        panel.form.set_values({"seed": 8})
        qtbot.mouseClick(panel.draft, Qt.MouseButton.LeftButton)
        (job,) = bench.jobs()
        assert isinstance(job, VideoJob)
        assert (job.draft, job.seed, job.frame) == (True, 8, (480, 272))
        assert job.output.endswith("dusk draft.mp4")


def test_auto_takes_what_is_here_and_offers_what_fits(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    large = a_model("skyreels-v2-df-14b-540p", "Large", here=False, kind="video")
    small = a_model("skyreels-v2-df-1.3b-540p", "Small", here=False, kind="video")
    with a_bench(tmp_path) as bench:
        bench.link.become_ready(a_card(12))
        panel = bench.open("video", VideoPanel)
        bench.show_models(qtbot, replace(large, memory=50 * 2**30), small)
        assert panel.needed_models() == ("skyreels-v2-df-1.3b-540p",)
        assert panel.models.sentence() == "Small is not here yet"
        bench.show_models(qtbot, replace(large, condition="installed"), small)
        assert panel.needed_models() == ("skyreels-v2-df-14b-540p",)
        assert panel.models.sentence() == ""
        qtbot.mouseClick(panel.cards.card("skyreels-v2-df-1.3b-540p"), Qt.MouseButton.LeftButton)
        assert panel.needed_models() == ("skyreels-v2-df-1.3b-540p",)
        job = panel.make_job("x.mp4")
        assert isinstance(job, VideoJob)
        assert job.model == "skyreels-v2-df-1.3b-540p"
