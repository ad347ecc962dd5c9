"""The portrait panel: the exact job of each mode, legal sizes, styles, seeds, and settings read from pictures."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from desktop.create.image_panel import ImagePanel
from desktop.create.prompt_field import token_count, variation_count
from desktop.create.size_field import shapes_of
from engine.protocol.jobs import GridJob, ImageJob, SeriesJob
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.image import Lora
from engine.protocol.models import LoraInfo
from engine.protocol.queries import SettingsRead
from tests.desktop.create.helpers import a_bench, a_file
from tests.desktop.helpers import QUIET, make_picture

pytestmark = pytest.mark.qt_log_ignore(QUIET)


def _drop(panel: ImagePanel, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    panel.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )


def test_the_button_gives_the_exact_job(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("image", ImagePanel)
        panel.start()
        assert bench.jobs() == []
        assert panel.estimate.mark.text() == "Describe the portrait first"
        panel.prompt.words.setPlainText("a calm {woman|man}")
        panel.form.set_values({"num_images": 4, "seed": 9, "width": 512, "height": 640, "face_repair": True})
        assert panel.start_button.text() == "Make 4 pictures"
        panel.start()
        assert bench.jobs() == [
            ImageJob(
                prompt="a calm {woman|man}",
                num_images=4,
                seed=9,
                width=512,
                height=640,
                face_repair=True,
                output=str(bench.results),
            )
        ]


def test_a_series_and_a_grid_are_one_click_away(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("image", ImagePanel)
        panel.prompt.words.setPlainText("a {variation} woman")
        qtbot.mouseClick(panel.mode.button("series"), Qt.MouseButton.LeftButton)
        assert panel.missing() == "Write two variations or more"
        panel.form.set_values({"variations": ["young", "old"], "hold": "1/2"})
        panel.start()
        qtbot.mouseClick(panel.grid_button, Qt.MouseButton.LeftButton)
        assert panel.mode.value() == "grid"
        panel.form.set_values({"seeds": [3, 4, 5], "strengths": [0.5, 1.0]})
        panel.start()
        series, grid = bench.jobs()
        assert isinstance(series, SeriesJob)
        assert series.variations == ("young", "old")
        assert series.output.endswith(".portraits")
        assert float(series.hold) == 0.5
        assert isinstance(grid, GridJob)
        assert (grid.seeds, grid.strengths) == ((3, 4, 5), (0.5, 1.0))
        assert grid.prompt == "a {variation} woman"


@pytest.mark.parametrize(("text", "seeds"), [("3-6", (3, 4, 5, 6)), ("1, 2;9", (1, 2, 9)), ("", ())])
def test_seeds_may_be_typed_as_a_range(qtbot, tmp_path: Path, text: str, seeds: tuple[int, ...]) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("image", ImagePanel)
        panel.choose_mode("grid")
        line = panel.form.editor("seeds").widget
        line.setText(text)  # type: ignore[attr-defined]
        job = panel.make_job("grid")
        assert isinstance(job, GridJob)
        assert job.seeds == seeds


def test_what_is_no_number_is_marked_and_named(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("image", ImagePanel)
        panel.choose_mode("grid")
        panel.prompt.words.setPlainText("a face")
        line = panel.form.editor("strengths").widget
        line.setText("0.5, much")  # type: ignore[attr-defined]
        line.textEdited.emit("0.5, much")  # type: ignore[attr-defined]
        assert panel.estimate.mark.text().startswith("Strengths: ")
        assert line.property("wrong") is True


def test_sizes_are_laid_on_what_the_model_can_make(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("image", ImagePanel)
        assert panel.frame_size.choice.currentText() == "512 × 512"
        panel.frame_size.choice.setCurrentIndex(panel.frame_size.choice.count() - 1)
        panel.frame_size.choice.activated.emit(panel.frame_size.choice.count() - 1)
        assert not panel.frame_size.numbers.isHidden()
        width = panel.form.editor("width")
        width.widget.setValue(501)  # type: ignore[attr-defined]
        assert width.value() == 504
        assert all(side % 8 == 0 for shape in shapes_of(1024, 8) for side in shape[:2])


def test_the_negative_prompt_says_when_nothing_reads_it(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("image", ImagePanel)
        assert not panel.negative.hint.isHidden()
        panel.form.set_values({"guidance_scale": 6.0})
        assert panel.negative.hint.isHidden()
        panel.form.set_values({"guidance_scale": None, "model": "/models/sd_xl_base_1.0.safetensors"})
        assert panel.negative.hint.isHidden()
        assert panel.needed_models() == ("sdxl-settings",)
        assert panel.frame_size.choice.currentText() == "1024 × 1024"


def test_several_runs_take_the_seeds_that_follow(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("image", ImagePanel)
        panel.prompt.words.setPlainText("a face")
        panel.form.set_values({"num_images": 4, "seed": 100})
        panel.times.setValue(3)
        assert panel.seed is not None
        panel.seed.way.set_value("increment")
        panel.start()
        assert [job.seed for job in bench.jobs() if isinstance(job, ImageJob)] == [100, 104, 108]
        assert panel.form.editor("seed").value() == 112
        panel.seed.way.set_value("random")
        panel.start()
        seeds = [job.seed for job in bench.jobs() if isinstance(job, ImageJob)][3:]
        assert len({*seeds, panel.form.editor("seed").value()}) == 4


def test_styles_have_a_strength_and_can_be_left_out(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        grain, flux = a_file(tmp_path, "grain.safetensors"), a_file(tmp_path, "flux.safetensors")
        bench.link.styles = {
            "grain.safetensors": LoraInfo(
                path=str(grain), kind="lora", family="SDXL", tensors=1, size=1, title="Film grain",
                trigger_words=("analog",), fits_sdxl=True,
            ),
            "flux.safetensors": LoraInfo(path=str(flux), kind="lora", family="Flux", tensors=1, size=1),
        }  # fmt: skip
        panel = bench.open("image", ImagePanel)
        panel.prompt.words.setPlainText("a face")
        _drop(panel, grain, flux)
        first, second = panel.styles.cards
        qtbot.waitUntil(lambda: second.words.text() == "A style for Flux")
        assert (first.name.text(), first.words.text()) == ("Film grain", "trigger: analog")
        first.slider.setValue(70)
        assert first.number.value() == 0.7
        qtbot.mouseClick(second.eye, Qt.MouseButton.LeftButton)
        job = panel.make_job("folder")
        assert isinstance(job, ImageJob)
        assert job.loras == (Lora(source=Source(path=str(grain)), strength=0.7),)
        qtbot.mouseClick(first.remove, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(second.eye, Qt.MouseButton.LeftButton)
        job = panel.make_job("folder")
        assert isinstance(job, ImageJob)
        assert [lora.source.path for lora in job.loras] == [str(flux)]


def test_a_dropped_picture_brings_its_settings_back(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("image", ImagePanel)
        said: list[str] = []
        panel.refused.connect(said.append)
        job = ImageJob(prompt="an old man", negative_prompt="hat", seed=77, steps=3, width=640, height=512, output="x")
        picture = make_picture(tmp_path, "made")
        read = SettingsRead(job=job, notes=("The style “ink” is not here and was left out.",))
        bench.link.settings = {picture.read_bytes(): read}
        _drop(panel, picture)
        qtbot.waitUntil(lambda: bool(said))
        assert said == ["The settings of “made” are in the panel. The style “ink” is not here and was left out."]
        assert panel.make_job("x") == job


def test_a_picture_that_tells_nothing_becomes_the_start_picture(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("image", ImagePanel)
        picture = make_picture(tmp_path, "photo")
        _drop(panel, picture)
        qtbot.waitUntil(lambda: panel.start_picture.path() == str(picture))
        assert panel.start_fold.is_open()
        assert panel.missing() == ""
        job = panel.make_job("x")
        assert isinstance(job, ImageJob)
        assert job.source == Source(path=str(picture))


def test_a_job_goes_to_its_mode_and_a_variation_takes_the_next_seed(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        series = SeriesJob(prompt="a woman", variations=("young", "old"), seed=5, output="s.portraits")
        panel = bench.pane.use_job(series, next_seed=True)
        assert isinstance(panel, ImagePanel)
        assert panel.mode.value() == "series"
        made = panel.make_job("s.portraits")
        assert isinstance(made, SeriesJob)
        assert (made.variations, made.seed) == (("young", "old"), 6)


def test_presets_leave_words_and_seed_alone(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with a_bench(tmp_path) as bench:
        panel = bench.open("image", ImagePanel)
        panel.prompt.words.setPlainText("first words")
        panel.form.set_values({"steps": 4, "seed": 8})
        panel.presets.keep("Four steps")
        panel.prompt.words.setPlainText("other words")
        panel.form.set_values({"steps": 1, "seed": 9})
        choice = panel.presets.choice
        choice.setCurrentIndex(choice.findData("Four steps"))
        choice.activated.emit(choice.currentIndex())
        values = panel.form.values()
        assert (values["steps"], values["seed"], values["prompt"]) == (4, 9, "other words")
        panel.presets.remove("Four steps")
        assert panel.presets.chosen() == ""
        assert choice.findData("Four steps") < 0


@pytest.mark.parametrize(("prompt", "count"), [("a face", 1), ("{a|b} {c|d|e}", 6), ("{a|{b|c}}", 4)])
def test_variations_are_counted_as_the_engine_counts_them(prompt: str, count: int) -> None:
    from engine.image.prompts import variation_count as engine_count

    assert variation_count(prompt) == engine_count(prompt) == count


def test_tokens_are_counted_with_start_and_end() -> None:
    assert token_count("") == 2
    assert token_count("a cat") == 4
    assert token_count("a {cat|dog and a bird}") == 2 + 5
