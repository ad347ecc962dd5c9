"""Only a whole and harmless codec is loaded; everything else is said in words."""

import json
import os
import pickle
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from engine.protocol.errors import ErrorCode, PortraitsError
from engine.voice.snac.loading import load_snac
from tests.voice.golden import FOLDER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER / "snac_narrow", tmp_path / "snac"))


def weights(folder: Path) -> dict[str, torch.Tensor]:
    return load_file(folder / "model.safetensors")


def pickled(folder: Path) -> None:
    torch.save(weights(folder), folder / "pytorch_model.bin")
    (folder / "model.safetensors").unlink()


def same_weights(one: torch.nn.Module, other: torch.nn.Module) -> bool:
    mine, theirs = one.state_dict(), other.state_dict()
    return mine.keys() == theirs.keys() and all(torch.equal(mine[name], theirs[name]) for name in mine)


def test_a_bin_is_loaded_and_converted_once(folder: Path) -> None:
    reference = load_snac(folder)
    pickled(folder)
    assert same_weights(load_snac(folder), reference)
    assert not (folder / "model.safetensors").exists()
    assert same_weights(load_snac(folder, convert=True), reference)
    assert len(weights(folder)) == len(reference.state_dict())
    (folder / "pytorch_model.bin").unlink()
    assert same_weights(load_snac(folder), reference)


def test_a_folder_that_cannot_be_written_is_no_obstacle(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pickled(folder)

    def refuse(*_: object, **__: object) -> None:
        raise PortraitsError(ErrorCode.CANNOT_WRITE, "The disk is read-only.")

    monkeypatch.setattr("engine.voice.snac.loading.atomic_output", refuse)
    assert load_snac(folder, convert=True).sampling_rate == 24_000


def test_older_weight_names_load_too(folder: Path) -> None:
    reference = load_snac(folder)
    state = {
        name.replace("parametrizations.weight.original0", "weight_g").replace(
            "parametrizations.weight.original1", "weight_v"
        ): value
        for name, value in weights(folder).items()
    }
    assert any(name.endswith("weight_g") for name in state)
    save_file(state, folder / "model.safetensors")
    assert same_weights(load_snac(folder), reference)


class Hostile:
    """Unpickling this would make a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.path),)


def test_a_hostile_pickle_is_refused_and_does_nothing(folder: Path, tmp_path: Path) -> None:
    (folder / "model.safetensors").unlink()
    trap = tmp_path / "trapped"
    torch.save({"decoder": Hostile(trap)}, folder / "pytorch_model.bin")
    with pytest.raises(PortraitsError, match=r"pytorch_model\.bin") as caught:
        load_snac(folder)
    assert caught.value.code is ErrorCode.BAD_MODEL
    (folder / "pytorch_model.bin").write_bytes(pickle.dumps(Hostile(trap)))
    with pytest.raises(PortraitsError, match=r"pytorch_model\.bin"):
        load_snac(folder)
    assert not trap.exists()


@pytest.mark.parametrize("name", ["config.json", "model.safetensors"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(PortraitsError, match=name) as caught:
        load_snac(folder)
    assert caught.value.code is ErrorCode.MODEL_MISSING


def truncated(folder: Path) -> None:
    path = folder / "model.safetensors"
    path.write_bytes(path.read_bytes()[:100_000])


def lying_header(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes((10**15).to_bytes(8, "little") + b"{}")


def without_a_weight(folder: Path) -> None:
    state = weights(folder)
    state.pop("quantizer.quantizers.0.codebook.weight")
    save_file(state, folder / "model.safetensors")


def with_another_weight(folder: Path) -> None:
    save_file(weights(folder) | {"adapter.weight": torch.zeros(3)}, folder / "model.safetensors")


def with_another_shape(folder: Path) -> None:
    save_file(
        weights(folder) | {"quantizer.quantizers.0.codebook.weight": torch.zeros(3, 8)}, folder / "model.safetensors"
    )


def broken_config(folder: Path) -> None:
    (folder / "config.json").write_text("{")


def list_config(folder: Path) -> None:
    (folder / "config.json").write_text("[]")


def pickled_table_of_other_things(folder: Path) -> None:
    (folder / "model.safetensors").unlink()
    torch.save({"weights": [1, 2, 3]}, folder / "pytorch_model.bin")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (truncated, r"model\.safetensors"),
        (lying_header, r"model\.safetensors"),
        (without_a_weight, "quantizer.quantizers.0.codebook.weight is missing"),
        (with_another_weight, "adapter.weight is not known"),
        (with_another_shape, "codebook"),
        (broken_config, "JSON"),
        (list_config, "JSON object"),
        (pickled_table_of_other_things, "no list of tensors"),
    ],
)
def test_a_damaged_codec_is_explained(folder: Path, damage: Any, words: str) -> None:
    damage(folder)
    with pytest.raises(PortraitsError, match=words) as caught:
        load_snac(folder)
    assert caught.value.code is ErrorCode.BAD_MODEL


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sampling_rate", 44_100),
        ("vq_strides", [8, 4, 2, 1]),
        ("decoder_dim", 10**9),
        ("decoder_dim", 40),
        ("encoder_dim", "48"),
        ("noise", "yes"),
        ("hidden", 3),
    ],
)
def test_another_codec_is_refused_before_it_is_built(folder: Path, name: str, value: object) -> None:
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | {name: value}))
    with pytest.raises(PortraitsError, match=name) as caught:
        load_snac(folder)
    assert caught.value.code is ErrorCode.BAD_MODEL
