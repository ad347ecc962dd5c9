"""A folder in the authors' own layout is converted while it is loaded."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import AutoencoderKLWan
from safetensors.torch import save_file

from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.video.files import find_model
from engine.video.job import run
from engine.video.loading import ORIGINAL_PICTURE, ORIGINAL_TEXT, ORIGINAL_VAE, ORIGINAL_WORDS, load_transformer
from tests.helpers.tiny_skyreels import (
    Kind,
    image_encoder,
    original_name,
    pipeline,
    text_encoder,
    tokenizer,
    transformer,
)
from tests.video.conftest import IDS, shot
from tests.video.test_job import frames

_ORIGINAL_NAMES: dict[Kind, str] = {
    "t2v": "SkyReels-V2-T2V-14B-540P",
    "i2v": "SkyReels-V2-I2V-1.3B-540P",
    "flf2v": "SkyReels-V2-FLF2V-1.3B-540P",
    "df": "SkyReels-V2-DF-1.3B-540P",
}

_TEXT = (
    (r"^shared\.", "token_embedding."),
    (r"^encoder\.final_layer_norm\.", "norm."),
    (
        r"^encoder\.block\.(\d+)\.layer\.0\.SelfAttention\.relative_attention_bias\.",
        r"blocks.\1.pos_embedding.embedding.",
    ),
    (r"^encoder\.block\.(\d+)\.layer\.0\.SelfAttention\.", r"blocks.\1.attn."),
    (r"^encoder\.block\.(\d+)\.layer\.0\.layer_norm\.", r"blocks.\1.norm1."),
    (r"^encoder\.block\.(\d+)\.layer\.1\.layer_norm\.", r"blocks.\1.norm2."),
    (r"^encoder\.block\.(\d+)\.layer\.1\.DenseReluDense\.wi_0\.", r"blocks.\1.ffn.gate.0."),
    (r"^encoder\.block\.(\d+)\.layer\.1\.DenseReluDense\.wi_1\.", r"blocks.\1.ffn.fc1."),
    (r"^encoder\.block\.(\d+)\.layer\.1\.DenseReluDense\.wo\.", r"blocks.\1.ffn.fc2."),
)


def write_original(folder: Path, kind: Kind, *, shards: int = 2) -> Path:
    """Write a tiny model as the authors publish it: the transformer in shards, everything else as pickles of weights.

    The VAE stays in the names of diffusers, which the reader knows as well; ``tests/animation/test_wan.py`` has the
    other ones.
    """
    network = transformer(kind)
    folder.mkdir(parents=True)
    state = {original_name(name): value.contiguous() for name, value in network.state_dict().items()}
    names = sorted(state)
    files = [f"model-{number + 1:05d}-of-{shards:05d}.safetensors" for number in range(shards)]
    for number, file in enumerate(files):
        save_file({name: state[name] for name in names[number::shards]}, folder / file)
    places = {name: files[number % shards] for number, name in enumerate(names)}
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": places}))
    config = {
        "model_type": {"df": "t2v"}.get(kind, kind),
        "dim": 24,
        "ffn_dim": 48,
        "num_heads": 2,
        "num_layers": 2,
        "in_dim": 36 if network.config.image_dim else 16,
        "freq_dim": 32,
        "inject_sample_info": kind == "df",
    }
    (folder / "config.json").write_text(json.dumps(config))
    torch.save(_vae().state_dict(), folder / ORIGINAL_VAE)
    torch.save(_text_state(), folder / ORIGINAL_TEXT)
    tokenizer().save_pretrained(str(folder / ORIGINAL_WORDS))
    if kind in ("i2v", "flf2v"):
        torch.save(_picture_state(), folder / ORIGINAL_PICTURE)
    return folder


def _vae() -> Any:
    """A VAE that grows from level to level as the real one does, which the reader takes for granted."""
    torch.manual_seed(2)
    return AutoencoderKLWan(base_dim=4, z_dim=16, num_res_blocks=1).eval()


def _text_state() -> dict[str, Any]:
    found = {}
    for name, value in text_encoder().state_dict().items():
        if name == "encoder.embed_tokens.weight":
            continue
        for pattern, replacement in _TEXT:
            name = re.sub(pattern, replacement, name)
        found[name] = value
    return found


def _picture_state() -> dict[str, Any]:
    """Only what the reader takes: the vision tower, with its three projections in one."""
    state = {name.removeprefix("vision_model."): value for name, value in image_encoder().state_dict().items()}
    found: dict[str, Any] = {}
    for name, value in state.items():
        found[f"visual.{name}"] = value
    return found


@pytest.mark.parametrize("kind", ["t2v", "df", "i2v", "flf2v"])
def test_every_weight_arrives_under_its_new_name(kind: Kind, tmp_path: Path) -> None:
    folder = write_original(tmp_path / _ORIGINAL_NAMES[kind], kind)
    files = find_model(str(folder), Store(tmp_path / "store", offline=True))
    assert files.layout == "original"
    assert files.forcing == (kind == "df")
    found, expected = load_transformer(files, torch.float32), transformer(kind)
    assert dict(found.config).keys() == dict(expected.config).keys()
    weights = expected.state_dict()
    assert found.state_dict().keys() == weights.keys()
    assert all(torch.equal(value, weights[name]) for name, value in found.state_dict().items())
    # Its tables are in no file.
    assert torch.equal(found.rope.freqs_cos[:64], expected.rope.freqs_cos)


@pytest.mark.parametrize("kind", ["t2v", "df"])
def test_a_shot_is_the_same_from_both_layouts(kind: Kind, store: Store, tmp_path: Path) -> None:
    folder = write_original(tmp_path / _ORIGINAL_NAMES[kind], kind)
    same = pipeline(kind)
    same.vae = _vae()
    same.save_pretrained(tmp_path / "diffusers")
    job = shot(tmp_path / "a.apng", model=str(tmp_path / "diffusers"))
    expected = frames(run(job, SilentContext(), store=store)[0].path)
    found = frames(run(shot(tmp_path / "b.apng", model=str(folder)), SilentContext(), store=store)[0].path)
    assert np.abs(found.astype(int) - expected).max() <= 1


def test_the_stores_id_finds_the_original_folder_too(tmp_path: Path) -> None:
    folder = write_original(tmp_path / "weights" / _ORIGINAL_NAMES["t2v"], "t2v")
    store = Store(tmp_path / "store", added=[folder.parent], offline=True)
    assert find_model(IDS["t2v"], store).path == folder
    assert run(shot(tmp_path / "a.apng"), SilentContext(), store=store)[0].media.frames == 9


def test_a_hostile_pickle_is_refused(tmp_path: Path) -> None:
    folder = write_original(tmp_path / _ORIGINAL_NAMES["t2v"], "t2v")

    class Hostile:
        def __reduce__(self) -> Any:
            return Path.touch, (tmp_path / "ran",)

    torch.save({"weights": Hostile()}, folder / ORIGINAL_VAE)
    with pytest.raises(PortraitsError) as caught:
        run(shot(tmp_path / "a.apng", model=str(folder)), SilentContext())
    assert caught.value.code is ErrorCode.BAD_MODEL
    assert not (tmp_path / "ran").exists()


def test_missing_parts_are_named(tmp_path: Path) -> None:
    folder = write_original(tmp_path / _ORIGINAL_NAMES["t2v"], "t2v")
    for path in folder.glob("*.safetensors*"):
        path.unlink()
    with pytest.raises(PortraitsError) as caught:
        run(shot(tmp_path / "a.apng", model=str(folder)), SilentContext())
    assert "no .safetensors file with the transformer" in str(caught.value)
