"""Styles (LoRA): what they do to pictures, and what is refused before anything loads."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file

from engine.image import studio
from engine.image.job import run
from engine.media.pictures import read_picture
from engine.media.probe import RECIPE_KEY, read_metadata
from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.image import ImageJob, Lora
from engine.protocol.recipe import from_text
from tests.helpers.tiny_lora import lora_tensors, write_lora
from tests.helpers.tiny_sdxl import tiny_pipeline

Picture = NDArray[np.int16]


class Maker:
    """Makes one picture with styles, always with the same words and seed."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder

    def path(self, *loras: tuple[Path | str, float]) -> Path:
        chosen = tuple(Lora(source=Source(path=str(path)), strength=strength) for path, strength in loras)
        job = ImageJob(prompt="a man", loras=chosen, output=str(self._folder), steps=1, width=64, height=64, seed=2)
        return Path(run(job, SilentContext(), store=self._store)[0].path)

    def __call__(self, *loras: tuple[Path | str, float]) -> Picture:
        return read_picture(self.path(*loras)).astype(np.int16)


@pytest.fixture
def make(store: Store, tmp_path: Path) -> Maker:
    return Maker(store, tmp_path / "made")


def distance(first: Picture, second: Picture) -> float:
    return float(np.abs(first - second).mean())


def test_strength_zero_is_the_base_bit_for_bit_and_the_effect_grows(make: Maker, loras: Path) -> None:
    grain = loras / "grain.safetensors"
    base = make()
    effects = [distance(make((grain, strength)), base) for strength in (0.0, 0.25, 0.5, 1.0)]
    assert effects[0] == 0
    assert 0 < effects[1] < effects[2] < effects[3]
    assert distance(make((grain, 0.0)), base) == 0
    assert distance(make(), base) == 0


def test_strengths_change_without_loading_anything_again(
    make: Maker, loras: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grain, ink = loras / "grain.safetensors", loras / "ink.v1.5.safetensors"
    both = make((grain, 0.5), (ink, 0.5))
    loaded = studio.loaded()[0]
    monkeypatch.setattr(type(loaded.pipeline), "load_lora_weights", lambda *_, **__: pytest.fail("loaded again"))
    alone = make((ink, 1.0))
    assert studio.loaded()[0] is loaded
    assert distance(both, alone) > 0
    assert distance(make((grain, 0.5), (ink, 0.5)), both) == 0


def test_the_same_style_twice_adds_its_strengths(make: Maker, loras: Path) -> None:
    grain = loras / "grain.safetensors"
    assert distance(make((grain, 0.5), (grain, 0.5)), make((grain, 1.0))) == 0


def test_dots_in_names_and_the_recipe(make: Maker, loras: Path) -> None:
    made = make.path((loras / "ink.v1.5.safetensors", 0.8))
    text = read_metadata(made)
    recipe = from_text(text[RECIPE_KEY], "test")
    assert recipe.job["loras"][0]["source"]["path"] == "ink.v1.5.safetensors"
    assert [each.name for each in recipe.inputs] == ["ink.v1.5.safetensors"]
    assert "a man <lora:ink.v1.5:0.8>\n" in text["parameters"]
    assert 'Lora hashes: "ink.v1.5: ' in text["parameters"]


def test_all_namings_give_the_same_picture(make: Maker, tmp_path: Path) -> None:
    pipeline = tiny_pipeline()
    pictures = [
        make((write_lora(tmp_path / f"{naming}.safetensors", pipeline, seed=5, naming=naming), 1.0))
        for naming in ("diffusers", "kohya", "kohya-SGM")
    ]
    assert distance(pictures[0], make()) > 0
    assert distance(pictures[0], pictures[1]) == 0
    assert distance(pictures[0], pictures[2]) == 0


def test_alpha_scales_a_style(make: Maker, tmp_path: Path) -> None:
    pipeline = tiny_pipeline()
    quarter = write_lora(tmp_path / "quarter.safetensors", pipeline, seed=5, naming="kohya", alpha=1.0)
    whole = write_lora(tmp_path / "whole.safetensors", pipeline, seed=5, naming="kohya")
    assert np.abs(make((quarter, 1.0)) - make((whole, 0.25))).max() <= 1


def test_a_style_by_its_name_in_an_added_folder(models: Path, loras: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "store", added=[models, loras], offline=True)
    make = Maker(store, tmp_path)
    assert distance(make(("grain.safetensors", 1.0)), make((loras / "grain.safetensors", 1.0))) == 0


def _changed(path: Path, folder: Path, change: Any) -> Path:
    """A copy of a style with its tensors changed."""
    tensors = load_file(path)
    save_file(change(tensors), folder / "bad.safetensors")
    return folder / "bad.safetensors"


def _with_nan(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    first = next(iter(tensors))
    return tensors | {first: torch.full_like(tensors[first], float("nan"))}


def _zero(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    return {name: torch.zeros_like(each) if "lora_B" in name else each for name, each in tensors.items()}


def _without_prefix(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Loads without a word in the library and does nothing."""
    return {name.partition(".")[2]: each for name, each in tensors.items() if name.startswith("unet.")}


def _for_flux(_: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    down, up = torch.ones(4, 3072), torch.ones(3072, 4)
    name = "transformer.single_transformer_blocks.0.attn.to_q"
    return {f"{name}.lora_A.weight": down, f"{name}.lora_B.weight": up}


def _for_sd1(_: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    name = "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k"
    return {f"{name}.lora_down.weight": torch.ones(4, 768), f"{name}.lora_up.weight": torch.ones(320, 4)}


def _of_another_shape(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    name = next(name for name in tensors if name.startswith("unet.") and "lora_A" in name)
    return tensors | {name: torch.ones(4, 7)}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_with_nan, "values that are not numbers"),
        (_zero, "has no effect"),
        (_for_flux, "is a style for Flux"),
        (_for_sd1, "is a style for SD 1.x"),
        (lambda _: {"model.weight": torch.ones(2)}, "is not a style"),
    ],
)
def test_styles_that_cannot_work_are_refused_before_the_model_loads(
    change: Any, words: str, make: Maker, loras: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.image.session.open_studio", lambda *_, **__: pytest.fail("a model was opened"))
    bad = _changed(loras / "grain.safetensors", tmp_path, change)
    with pytest.raises(PortraitsError, match=words) as error:
        make((bad, 1.0))
    assert error.value.code is ErrorCode.BAD_MODEL
    assert "bad.safetensors" in str(error.value)


@pytest.mark.parametrize(
    ("change", "words"), [(_without_prefix, "has no effect"), (_of_another_shape, "does not fit this model")]
)
def test_styles_that_only_the_model_can_refuse_leave_it_usable(
    change: Any, words: str, make: Maker, loras: Path, tmp_path: Path
) -> None:
    base = make()
    bad = _changed(loras / "grain.safetensors", tmp_path, change)
    with pytest.raises(PortraitsError, match=words):
        make((bad, 1.0))
    assert distance(make(), base) == 0


def test_a_bad_style_leaves_the_acting_ones_alone(make: Maker, loras: Path, tmp_path: Path) -> None:
    good = (loras / "grain.safetensors", 0.7)
    expected = make(good)
    bad = _changed(good[0], tmp_path, _of_another_shape)
    with pytest.raises(PortraitsError) as caught:
        make(good, (bad, 1.0))
    assert caught.value.code is ErrorCode.BAD_MODEL
    assert distance(make(good), expected) == 0


def test_missing_cut_and_pickled_files(make: Maker, loras: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.safetensors"
    cut.write_bytes((loras / "grain.safetensors").read_bytes()[:-100])
    for name, code in (
        (tmp_path / "missing.safetensors", ErrorCode.MISSING_INPUT),
        (cut, ErrorCode.BAD_MODEL),
        (tmp_path / "old.pt", ErrorCode.BAD_MODEL),
        (loras, ErrorCode.BAD_MODEL),
        ("no-such-id", ErrorCode.USAGE),
    ):
        with pytest.raises(PortraitsError) as error:
            make((name, 1.0))
        assert error.value.code is code


def test_only_so_many_styles_stay_loaded(make: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.diffusion.styles.MOST_KEPT", 2)
    kept_models.drop_all()
    pipeline = tiny_pipeline()
    paths = [tmp_path / f"{number}.safetensors" for number in range(3)]
    for number, path in enumerate(paths):
        save_file(lora_tensors(pipeline, seed=number, text=False), path)
    first = make((paths[0], 1.0))
    for path in paths[1:]:
        make((path, 1.0))
    adapters = studio.loaded()[0].pipeline.get_list_adapters()
    assert len(adapters["unet"]) == 2
    assert distance(make((paths[0], 1.0)), first) == 0
