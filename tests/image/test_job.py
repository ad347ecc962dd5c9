"""Pictures from words, from the first check to the file."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.image.job import run
from engine.image.session import Session
from engine.media.pictures import read_picture, write_picture
from engine.media.probe import RECIPE_KEY, read_metadata
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.image import ImageJob
from engine.protocol.recipe import from_text
from tests.helpers.cancelling import CancelledAt

SIZE: dict[str, Any] = {"width": 64, "height": 64}


class Watching(SilentContext):
    """Keeps progress and previews; cancels when told to."""

    def __init__(self, *, previews: bool = False, cancel_at: float = 99.0) -> None:
        super().__init__()
        self.steps: list[tuple[float, float | None]] = []
        self.previews: list[tuple[int, int, int]] = []
        self.places: list[tuple[int, ...]] = []
        self._previews = previews
        self._cancel_at = cancel_at

    def progress(self, phase: str, step: float, total: float | None = None, unit: str = "") -> None:
        if phase == "Making pictures":
            self.steps.append((step, total))

    def preview_due(self) -> bool:
        return self._previews

    def preview(self, rgb: bytes, width: int, height: int, places: tuple[int, ...] = ()) -> None:
        self.previews.append((len(rgb), width, height))
        self.places.append(places)

    def check_cancelled(self) -> None:
        if self.steps and self.steps[-1][0] >= self._cancel_at:
            raise Cancelled


def bare_picture(pipeline: Any, prompt: str, seed: int, **options: Any) -> NDArray[np.uint8]:
    """What diffusers alone makes."""
    settings: dict[str, Any] = {"num_inference_steps": 2, "guidance_scale": 0.0, "height": 64, "width": 64} | options
    image = pipeline(prompt, generator=torch.Generator("cpu").manual_seed(seed), **settings).images[0]
    return np.asarray(image)


def test_pictures_are_those_of_diffusers_alone_with_seed_plus_i(bare: Any, store: Store, tmp_path: Path) -> None:
    job = ImageJob(prompt="a portrait", output=str(tmp_path), num_images=2, seed=7, **SIZE)
    artifacts = run(job, SilentContext(), store=store)
    for index, artifact in enumerate(artifacts):
        picture = read_picture(Path(artifact.path))
        assert np.array_equal(picture[..., :3], bare_picture(bare, "a portrait", 7 + index))
        assert artifact.media.width == artifact.media.height == 64


def test_a_batch_gives_each_picture_as_if_made_alone(store: Store, tmp_path: Path) -> None:
    job = ImageJob(prompt="a {young|old} woman", output=str(tmp_path), num_images=3, batch_size=3, seed=1, **SIZE)
    together = [read_picture(Path(each.path)) for each in run(job, SilentContext(), store=store)]
    for index, prompt in enumerate(("a young woman", "a old woman", "a young woman")):
        alone = ImageJob(prompt=prompt, output=str(tmp_path), seed=1 + index, **SIZE)
        picture = read_picture(Path(run(alone, SilentContext(), store=store)[0].path))
        assert int(np.abs(picture.astype(int) - together[index]).max()) <= 1


def test_guidance_clip_skip_and_negative_prompt_reach_the_model(bare: Any, store: Store, tmp_path: Path) -> None:
    job = ImageJob(
        prompt="a man",
        negative_prompt="hair",
        guidance_scale=5.0,
        clip_skip=1,
        steps=2,
        seed=3,
        output=str(tmp_path),
        **SIZE,
    )
    picture = read_picture(Path(run(job, SilentContext(), store=store)[0].path))
    expected = bare_picture(bare, "a man", 3, negative_prompt="hair", guidance_scale=5.0, clip_skip=1)
    assert np.array_equal(picture[..., :3], expected)


@pytest.mark.parametrize("guidance", [-100.0, 0.0, 1.0])
def test_guidance_of_one_and_below_is_off(guidance: float, store: Store, tmp_path: Path) -> None:
    context = SilentContext()
    job = ImageJob(prompt="a", negative_prompt="b", guidance_scale=guidance, output=str(tmp_path), **SIZE)
    session = Session(job, context, store=store)
    assert session.job.guidance_scale == 0.0
    assert not session.guided
    assert any("negative prompt is not used" in note for note in context.notes)


def test_a_start_picture_gives_a_variation_of_it(store: Store, tmp_path: Path) -> None:
    start = tmp_path / "start.png"
    pixels = np.full((96, 64, 4), 255, np.uint8)
    pixels[:48, :, :3] = (200, 40, 40)
    write_picture(start, pixels)
    changed = {}
    for strength in (0.25, 1.0):
        job = ImageJob(
            prompt="a man", source=Source(path=str(start)), strength=strength, steps=4, output=str(tmp_path), **SIZE
        )
        artifact = run(job, SilentContext(), store=store)[0]
        changed[strength] = read_picture(Path(artifact.path))
    assert not np.array_equal(changed[0.25], changed[1.0])
    text = read_metadata(Path(artifact.path))
    assert "compositeWithTrainedAlgorithmicMedia" in text["xml:com.adobe.xmp"]
    recipe = from_text(text[RECIPE_KEY], "test")
    assert recipe.job["source"]["path"] == "start.png"
    assert len(recipe.parents) == 1


def test_a_start_picture_keeps_its_shape_when_no_size_is_set(store: Store, tmp_path: Path) -> None:
    start = tmp_path / "wide.png"
    write_picture(start, np.full((100, 200, 4), 255, np.uint8))
    session = Session(ImageJob(prompt="a", source=Source(path=str(start)), output="x"), SilentContext(), store=store)
    assert (session.job.width, session.job.height) == (728, 360)


def test_files_tell_how_they_were_made(store: Store, tmp_path: Path) -> None:
    job = ImageJob(prompt="a {young|old} man", output=str(tmp_path), num_images=2, seed=5, **SIZE)
    second = run(job, SilentContext(), store=store)[1]
    assert re.fullmatch(r"portrait_\d{8}-\d{6}_6\.png", Path(second.path).name)
    text = read_metadata(Path(second.path))
    assert text["parameters"] == (
        "a old man\nSteps: 2, Sampler: Euler a, CFG scale: 1, Seed: 6, Size: 64x64, Model: sdxl-turbo, "
        "Version: Portraits 0.1.0"
    )
    recipe = from_text(text[RECIPE_KEY], second.path)
    assert recipe.job["prompt"] == "a old man"
    assert (recipe.job["seed"], recipe.job["num_images"], recipe.job["steps"]) == (6, 1, 2)
    assert recipe.job["scheduler"] == "euler_a"
    assert "digitalsourcetype/trainedAlgorithmicMedia" in text["xml:com.adobe.xmp"]


def test_settings_can_be_kept_out_of_files_but_not_the_source_type(store: Store, tmp_path: Path) -> None:
    job = ImageJob(prompt="secret", output=str(tmp_path), embed=False, steps=1, **SIZE)
    text = read_metadata(Path(run(job, SilentContext(), store=store)[0].path))
    assert set(text) == {"xml:com.adobe.xmp"}
    assert "secret" not in text["xml:com.adobe.xmp"]


def test_nothing_is_overwritten(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.image.names.stamp", lambda _: "20260101-000000")
    job = ImageJob(prompt="a", output=str(tmp_path / "new" / "folder"), seed=1, steps=1, **SIZE)
    made = [Path(run(job, SilentContext(), store=store)[0].path).name for _ in range(3)]
    assert made == [f"portrait_20260101-000000_1{tail}.png" for tail in ("", "-2", "-3")]


def test_progress_counts_pictures_and_their_steps(store: Store, tmp_path: Path) -> None:
    context = Watching()
    run(ImageJob(prompt="a", output=str(tmp_path), num_images=2, steps=2, **SIZE), context, store=store)
    assert [step for step, _ in context.steps] == [0, 0.5, 1, 1, 1.5, 2, 2]
    assert {total for _, total in context.steps} == {2}


def test_cancel_works_at_the_next_step_and_the_model_stays_usable(store: Store, tmp_path: Path) -> None:
    context = Watching(cancel_at=0.25)
    job = ImageJob(prompt="a", output=str(tmp_path), steps=4, **SIZE)
    with pytest.raises(Cancelled):
        run(job, context, store=store)
    assert context.steps[-1][0] == 0.25
    assert list(tmp_path.glob("*.png")) == []
    assert len(run(job, SilentContext(), store=store)) == 1


def test_cancelling_gives_back_the_finished_pictures_when_they_are_wanted(store: Store, tmp_path: Path) -> None:
    job = ImageJob(prompt="a", output=str(tmp_path), num_images=4, batch_size=1, steps=2, **SIZE)
    kept = run(job, CancelledAt(2.5, keep_done=True), store=store)
    assert [Path(artifact.path).is_file() for artifact in kept] == [True, True]
    with pytest.raises(Cancelled):
        run(job, CancelledAt(2.5, keep_done=False), store=store)


def test_previews_tell_which_pictures_they_show(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.diffusion.allowance.Allowance.allows", lambda _: True)
    context = Watching(previews=True)
    job = ImageJob(prompt="a", output=str(tmp_path), num_images=3, batch_size=2, steps=1, **SIZE)
    run(job, context, store=store)
    assert context.places == [(0, 1), (0, 1), (2,), (2,)]


def test_previews_come_at_the_steps_and_of_the_finished_picture(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.diffusion.allowance.Allowance.allows", lambda _: True)
    context = Watching(previews=True)
    run(ImageJob(prompt="a", output=str(tmp_path), steps=3, **SIZE), context, store=store)
    assert context.previews == [(512 * 512 * 3, 512, 512)] * 4


@pytest.mark.parametrize(
    "scheduler", ["euler", "heun", "dpmpp_2m_karras", "dpmpp_2m_sde_karras", "unipc", "ddim", "lcm"]
)
def test_every_scheduler_makes_a_picture(scheduler: Any, store: Store, tmp_path: Path) -> None:
    context = Watching(previews=True)
    job = ImageJob(prompt="a", output=str(tmp_path), steps=2, scheduler=scheduler, guidance_scale=3.0, **SIZE)
    picture = read_picture(Path(run(job, context, store=store)[0].path))
    assert picture.std() > 1


def test_bfloat16_is_decoded_in_float32(store: Store, tmp_path: Path) -> None:
    job = ImageJob(prompt="a", output=str(tmp_path), precision="bfloat16", **SIZE)
    picture = read_picture(Path(run(job, SilentContext(), store=store)[0].path))
    exact = ImageJob(prompt="a", output=str(tmp_path), **SIZE)
    difference = picture.astype(int) - read_picture(Path(run(exact, SilentContext(), store=store)[0].path))
    assert 0 < np.abs(difference).mean() < 12


def test_the_second_pass_enlarges(store: Store, tmp_path: Path) -> None:
    context = Watching()
    job = ImageJob(prompt="a", output=str(tmp_path), second_pass=1.5, **SIZE)
    artifact = run(job, context, store=store)[0]
    assert (artifact.media.width, artifact.media.height) == (96, 96)
    assert "Hires upscale: 1.5" in read_metadata(Path(artifact.path))["parameters"]
    assert context.steps[-1] == (1, 1)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"prompt": " "}, "The prompt is empty"),
        ({"prompt": "a" * 10_001}, "prompt"),
        ({"steps": 0}, "steps"),
        ({"width": 32, "height": 32}, "too small"),
        ({"width": 100_000}, "width"),
        ({"guidance_scale": float("nan")}, "guidance_scale"),
        ({"source": Source(path="start.png"), "strength": 0.3}, "leaves no step"),
        ({"source": Source(path="missing.png")}, "was not found"),
        ({"model": "no-such-model"}, "No model is called"),
        ({"model": "maya1"}, "does not make pictures"),
        ({"model": "model.ckpt"}, "can run code"),
        ({"model": "sdxl-settings"}, "not installed"),
        ({"templates": ("Nothing",)}, "No template is called"),
        ({"prompt": "__nothing__"}, "nothing.txt"),
    ],
)
def test_bad_input_is_refused_before_anything_loads(
    change: dict[str, Any], words: str, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("engine.image.session.open_studio", lambda *_, **__: pytest.fail("a model was opened"))
    write_picture(tmp_path / "start.png", np.full((64, 64, 4), 255, np.uint8))
    fields: dict[str, Any] = {"prompt": "a", "output": str(tmp_path / "out"), **SIZE, **change}
    with pytest.raises(PortraitsError) as error:
        run(ImageJob(**fields), SilentContext(), store=store)
    assert words in str(error.value)
    assert error.value.failure.todo
    assert not (tmp_path / "out").exists()


def test_sizes_are_laid_on_multiples_of_eight_and_that_is_said(store: Store) -> None:
    context = SilentContext()
    session = Session(ImageJob(prompt="a", width=101, height=70, output="x"), context, store=store)
    assert (session.job.width, session.job.height) == (104, 72)
    assert any("101 x 70 became 104 x 72" in note for note in context.notes)


def test_a_long_prompt_is_cut_and_that_is_said(store: Store, tmp_path: Path) -> None:
    context = SilentContext()
    prompt = "portrait " * 555
    run(ImageJob(prompt=prompt, output=str(tmp_path), steps=1, **SIZE), context, store=store)
    assert any("the model reads 75" in note for note in context.notes)


def test_out_of_memory_makes_the_batch_smaller(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = SilentContext()
    job = ImageJob(prompt="a", output=str(tmp_path), num_images=4, batch_size=4, steps=1, **SIZE)
    _let_memory_run_out(monkeypatch, above=1)
    assert len(run(job, context, store=store)) == 4
    assert [note for note in context.notes if "at once" in note] == [
        "The memory ran out with 4 pictures at once; 2 are made at once now.",
        "The memory ran out with 2 pictures at once; 1 are made at once now.",
    ]


def test_out_of_memory_with_one_picture_is_explained(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.image import studio

    _let_memory_run_out(monkeypatch, above=0)
    job = ImageJob(prompt="a", output=str(tmp_path), width=512, height=448, steps=1)
    with pytest.raises(PortraitsError) as error:
        run(job, SilentContext(), store=store)
    assert error.value.code is ErrorCode.OUT_OF_MEMORY
    assert "512 x 448" in error.value.failure.what
    assert "384 x 336" in error.value.failure.todo
    assert studio.loaded() == []


def _let_memory_run_out(monkeypatch: pytest.MonkeyPatch, *, above: int) -> None:
    """Let the UNet fail as a full card does when it gets more than so many pictures."""
    from diffusers import UNet2DConditionModel

    forward = UNet2DConditionModel.forward

    def failing(self: Any, sample: Any, *arguments: Any, **options: Any) -> Any:
        if len(sample) > above:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")
        return forward(self, sample, *arguments, **options)

    monkeypatch.setattr(UNet2DConditionModel, "forward", failing)
