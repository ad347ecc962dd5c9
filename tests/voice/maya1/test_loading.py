"""The language model is loaded whole or not at all."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from engine.protocol.errors import ErrorCode, PortraitsError
from engine.voice.maya1.decoder import Decoder
from engine.voice.maya1.int8 import Int8Linear
from engine.voice.maya1.loading import load_llama
from engine.voice.maya1.sampling import Sampling
from tests.helpers.tiny_maya1 import tiny_llama


@pytest.fixture
def folder(maya1_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(maya1_folder, tmp_path / "maya1"))


def test_the_weights_are_those_that_were_saved(maya1_folder: Path) -> None:
    assert (maya1_folder / "model.safetensors.index.json").exists()
    model = load_llama(maya1_folder)
    wanted = tiny_llama(stop=7.0).state_dict()
    assert all(torch.equal(value, wanted[name]) for name, value in model.state_dict().items())
    assert not any(parameter.requires_grad for parameter in model.parameters())
    assert load_llama(maya1_folder, dtype=torch.bfloat16).dtype == torch.bfloat16


def test_eight_bit_weights_are_close_to_the_full_ones() -> None:
    torch.manual_seed(0)
    full = torch.nn.Linear(256, 96, bias=False)
    small = Int8Linear(full)
    assert small.weight.dtype == torch.int8
    for shape in ((1, 256), (2, 3, 256)):
        x = torch.randn(shape)
        found, wanted = small(x), full(x).detach()
        assert found.shape == wanted.shape
        assert found.dtype == torch.float32
        assert float((found - wanted).norm() / wanted.norm()) < 0.02
    zero = torch.nn.Linear(64, 32, bias=False)
    torch.nn.init.zeros_(zero.weight)
    assert not Int8Linear(zero)(torch.randn(1, 64)).any()


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_a_model_with_eight_bit_weights_generates(maya1_folder: Path, dtype: torch.dtype) -> None:
    model = load_llama(maya1_folder, dtype=dtype, int8=True)
    assert sum(isinstance(module, Int8Linear) for module in model.modules()) == 2 * 7
    assert model.dtype == model.get_output_embeddings().weight.dtype == dtype
    decoder = Decoder(model, rows=2, capacity=80)
    prompt = [128_259, 128_000, 27, 128_009, 128_260, 128_261, 128_257]
    assert len(decoder.start([prompt, prompt], [1, 1], Sampling())) == 2
    assert all(len(decoder.step()) == 2 for _ in range(20))


def change_config(folder: Path, **changes: Any) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | changes))


@pytest.mark.parametrize("name", ["config.json", "model-00002-of-00002.safetensors", "model.safetensors.index.json"])
def test_a_missing_file_is_said(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(PortraitsError, match=f'"{name}"') as caught:
        load_llama(folder)
    assert caught.value.code is ErrorCode.MODEL_MISSING


@pytest.mark.parametrize(
    "index", ['{"weight_map": {"a": "../other.safetensors"}}', '{"weight_map": {"a": 3}}', "[]", "{"]
)
def test_an_index_that_leaves_the_folder_is_refused(folder: Path, index: str) -> None:
    (folder / "model.safetensors.index.json").write_text(index)
    with pytest.raises(PortraitsError, match="index") as caught:
        load_llama(folder)
    assert caught.value.code is ErrorCode.BAD_MODEL


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"model_type": "bert"}, "Llama"),
        ({"vocab_size": 128_256}, "no audio codes"),
        ({"hidden_size": 10**9}, "hidden_size"),
        ({"num_hidden_layers": "2"}, "num_hidden_layers"),
        ({"quantization_config": {"quant_method": "gptq"}}, "quantised"),
        ({"hidden_size": 36}, "shape"),
        ({"num_hidden_layers": 3}, "missing"),
        ({"num_hidden_layers": 1}, "not known"),
    ],
)
def test_another_config_is_refused(folder: Path, changes: dict[str, Any], words: str) -> None:
    change_config(folder, **changes)
    with pytest.raises(PortraitsError, match=words) as caught:
        load_llama(folder)
    assert caught.value.code is ErrorCode.BAD_MODEL


def test_entries_that_would_fetch_code_are_not_passed_on(folder: Path) -> None:
    change_config(
        folder,
        auto_map={"AutoModelForCausalLM": "somebody/else--modeling.Model"},
        attn_implementation="somebody/kernel",
        _attn_implementation="somebody/kernel",
    )
    assert load_llama(folder).config._attn_implementation == "sdpa"


def test_damaged_weights_are_explained(folder: Path) -> None:
    path = max(folder.glob("model-*.safetensors"), key=lambda path: path.stat().st_size)
    path.write_bytes(path.read_bytes()[:1_000_000])
    with pytest.raises(PortraitsError, match="maya1") as caught:
        load_llama(folder)
    assert caught.value.code is ErrorCode.BAD_MODEL
    (folder / "config.json").write_text("{")
    with pytest.raises(PortraitsError, match="JSON"):
        load_llama(folder)


def test_weights_with_other_names_are_refused(folder: Path) -> None:
    for path in folder.glob("model-*.safetensors"):
        state = load_file(path)
        save_file({name.replace("mlp", "moe"): value for name, value in state.items()}, path, {"format": "pt"})
    with pytest.raises(PortraitsError, match="missing"):
        load_llama(folder)
