"""Where models are found, and what is loaded of them."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.image.job import run
from engine.image.model_files import find_model
from engine.media.pictures import read_picture
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.image import ImageJob
from engine.protocol.picture_models import FEW_STEPS, STANDARD, TURBO, preset_for
from tests.helpers.sdxl_single_file import write_single_file
from tests.helpers.tiny_lora import write_lora
from tests.helpers.tiny_sdxl import build_sdxl, tiny_pipeline


@pytest.fixture(scope="module")
def checkpoints(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the settings that single files need, a whole checkpoint and one without its decoder."""
    folder, pipeline = tmp_path_factory.mktemp("checkpoints"), tiny_pipeline()
    build_sdxl(folder / "stable-diffusion-xl-base-1.0")
    files = folder / "checkpoints"
    files.mkdir()
    write_single_file(pipeline, files / "my_turbo.safetensors")
    write_single_file(pipeline, files / "half_turbo.safetensors", without="first_stage_model.decoder")
    write_lora(files / "style.safetensors", pipeline, text=False)
    return folder


@pytest.fixture
def many(models: Path, checkpoints: Path, tmp_path: Path) -> Store:
    return Store(tmp_path / "store", added=[models, checkpoints], offline=True)


def picture(model: object, store: Store, folder: Path) -> Any:
    job = ImageJob(prompt="a man", model=str(model), output=str(folder), steps=1, width=64, height=64, seed=4)
    return read_picture(Path(run(job, SilentContext(), store=store)[0].path))


def test_a_folder_a_hub_name_and_a_single_file_give_the_same_picture(
    many: Store, models: Path, checkpoints: Path, tmp_path: Path
) -> None:
    expected = picture("sdxl-turbo", many, tmp_path)
    single = checkpoints / "checkpoints" / "my_turbo.safetensors"
    for model in (models / "sdxl-turbo", "stabilityai/sdxl-turbo", single, single.name):
        assert np.array_equal(picture(model, many, tmp_path), expected)


def test_a_file_without_a_part_is_refused(many: Store, checkpoints: Path, tmp_path: Path) -> None:
    with pytest.raises(PortraitsError) as error:
        picture(checkpoints / "checkpoints" / "half_turbo.safetensors", many, tmp_path)
    assert error.value.code is ErrorCode.BAD_MODEL
    assert "half_turbo" in str(error.value)


def test_a_style_is_not_a_model(many: Store, checkpoints: Path) -> None:
    with pytest.raises(PortraitsError, match="is a style"):
        find_model(str(checkpoints / "checkpoints" / "style.safetensors"), many)


def test_a_single_file_without_its_settings_says_what_to_download(
    models: Path, checkpoints: Path, tmp_path: Path
) -> None:
    store = Store(tmp_path / "store", added=[models], offline=True)
    with pytest.raises(PortraitsError) as error:
        find_model(str(checkpoints / "checkpoints" / "my_turbo.safetensors"), store)
    assert error.value.code is ErrorCode.MODEL_MISSING
    assert "models download sdxl-settings" in error.value.failure.todo


@pytest.mark.parametrize(
    ("index", "words"),
    [
        ({"_class_name": "FluxPipeline", "vae": ["diffusers", "AutoencoderKL"]}, "of the kind FluxPipeline"),
        ({"_class_name": "StableDiffusionXLPipeline", "vae": ["my_code", "Vae"]}, "code of its own"),
        ({"no_class": 1}, "not a model in the diffusers layout"),
        ([], "not a model in the diffusers layout"),
    ],
)
def test_folders_that_are_no_sdxl(index: object, words: str, tmp_path: Path, store: Store) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "model_index.json").write_text(json.dumps(index), "utf-8")
    with pytest.raises(PortraitsError, match=words) as error:
        find_model(str(folder), store)
    assert error.value.code is ErrorCode.BAD_MODEL


def test_an_incomplete_folder_is_explained(models: Path, tmp_path: Path, store: Store) -> None:
    folder = tmp_path / "incomplete"
    build_sdxl(folder)
    (folder / "unet" / "diffusion_pytorch_model.fp16.safetensors").write_bytes(b"cut")
    with pytest.raises(PortraitsError) as error:
        picture(folder, store, tmp_path)
    assert error.value.code in (ErrorCode.BAD_MODEL, ErrorCode.MODEL_MISSING)
    assert "incomplete" in error.value.failure.what


def test_presets_follow_from_names() -> None:
    assert preset_for("sdxl-turbo") is TURBO
    assert preset_for("C:\\models\\DreamShaperXL_Turbo.safetensors") is TURBO
    assert preset_for("turbo/juggernaut.safetensors") is STANDARD
    assert preset_for("sdxl_lightning_4step.safetensors") is FEW_STEPS
    assert preset_for("stabilityai/stable-diffusion-xl-base-1.0") is STANDARD
