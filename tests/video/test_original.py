"""A folder in the authors' own layout is converted while it is loaded."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from engine.diffusion.wan_vae import build_wan_vae
from engine.media.pictures import write_picture
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.video.files import find_model
from engine.video.job import run
from engine.video.loading import ORIGINAL_PICTURE, ORIGINAL_TEXT, ORIGINAL_VAE, ORIGINAL_WORDS, load_transformer
from tests.helpers.motion import golden
from tests.helpers.tiny_skyreels import (
    Kind,
    image_encoder,
    original_name,
    pipeline,
    text_encoder,
    tokenizer,
    transformer,
)
from tests.video.conftest import IDS, noisy, shot, source
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

_PICTURE = (
    (r"^embeddings\.patch_embedding\.", "patch_embedding."),
    (r"^pre_layrnorm\.", "pre_norm."),
    (r"^post_layernorm\.", "post_norm."),
    (r"^encoder\.layers\.(\d+)\.layer_norm([12])\.", r"transformer.\1.norm\2."),
    (r"^encoder\.layers\.(\d+)\.self_attn\.out_proj\.", r"transformer.\1.attn.proj."),
    (r"^encoder\.layers\.(\d+)\.mlp\.fc1\.", r"transformer.\1.mlp.0."),
    (r"^encoder\.layers\.(\d+)\.mlp\.fc2\.", r"transformer.\1.mlp.2."),
)
_PICTURE_HEADS = 16
"""Of CLIP ViT-H/14; its weights do not tell them."""


def write_original(folder: Path, kind: Kind, *, shards: int = 2) -> Path:
    """Write a tiny model as the authors publish it: the transformer in shards, everything else as pickles of weights.

    The names are those of the authors throughout.
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
    torch.save(_vae_state(), folder / ORIGINAL_VAE)
    torch.save(_text_state(), folder / ORIGINAL_TEXT)
    tokenizer().save_pretrained(str(folder / ORIGINAL_WORDS))
    if kind in ("i2v", "flf2v"):
        torch.save(_picture_state(), folder / ORIGINAL_PICTURE)
    return folder


def _vae_state() -> dict[str, Any]:
    """A small VAE as the authors' code saved it."""
    return golden("wan_vae_small").state()


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
    """CLIP as it is published: its three projections in one, and beside the vision tower that of the words."""
    state = image_encoder(heads=_PICTURE_HEADS).state_dict()
    state = {name.removeprefix("vision_model."): value for name, value in state.items()}
    found: dict[str, Any] = {"log_scale": torch.ones(()), "textual.head.0.weight": torch.zeros(4, 4)}
    found["visual.head"] = torch.zeros(32, 8)
    found["visual.cls_embedding"] = state.pop("embeddings.class_embedding").view(1, 1, -1)
    found["visual.pos_embedding"] = state.pop("embeddings.position_embedding.weight")[None]
    for name in [name for name in state if ".q_proj." in name]:
        parts = [state.pop(name.replace(".q_proj.", f".{part}_proj.")) for part in "qkv"]
        layer, kind = name.split(".")[2], name.rpartition(".")[2]
        found[f"visual.transformer.{layer}.attn.to_qkv.{kind}"] = torch.cat(parts)
    for name, value in state.items():
        for pattern, replacement in _PICTURE:
            name = re.sub(pattern, replacement, name)
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


@pytest.mark.parametrize("kind", ["t2v", "df", "i2v", "flf2v"])
def test_a_shot_is_the_same_from_both_layouts(kind: Kind, store: Store, tmp_path: Path) -> None:
    folder = write_original(tmp_path / _ORIGINAL_NAMES[kind], kind)
    same = pipeline(kind)
    same.vae = build_wan_vae(_vae_state(), "VAE").model
    # Square pictures of CLIP's own size: the authors squeeze others into a square where diffusers cuts one out.
    fields: dict[str, Any] = {"width": 32, "height": 32}
    if kind in ("i2v", "flf2v"):
        same.image_encoder = image_encoder(heads=_PICTURE_HEADS)
        write_picture(tmp_path / "face.png", noisy(2, 32, 32)[1], overwrite=False, text=None)
        fields["image"] = source(tmp_path / "face.png")
    if kind == "flf2v":
        fields["last_image"] = fields["image"]
    same.save_pretrained(tmp_path / "diffusers")
    made = []
    for name, model in (("a", tmp_path / "diffusers"), ("b", folder)):
        job = shot(tmp_path / f"{name}.apng", model=str(model), **fields)
        made.append(frames(run(job, SilentContext(), store=store)[0].path).astype(int))
    assert np.abs(made[0] - made[1]).max() <= 1
    assert made[0].std() > 2


def test_the_stores_id_finds_the_original_folder_too(tmp_path: Path) -> None:
    folder = write_original(tmp_path / "weights" / _ORIGINAL_NAMES["t2v"], "t2v")
    store = Store(tmp_path / "store", added=[folder.parent], offline=True)
    assert find_model(IDS["t2v"], store).path == folder
    assert run(shot(tmp_path / "a.apng"), SilentContext(), store=store)[0].media.frames == 9


@pytest.mark.parametrize("file", [ORIGINAL_VAE, ORIGINAL_TEXT, ORIGINAL_PICTURE])
def test_a_hostile_pickle_is_refused(file: str, picture: Path, tmp_path: Path) -> None:
    folder = write_original(tmp_path / _ORIGINAL_NAMES["i2v"], "i2v")

    class Hostile:
        def __reduce__(self) -> Any:
            return Path.touch, (tmp_path / "ran",)

    torch.save({"weights": Hostile()}, folder / file)
    with pytest.raises(PortraitsError) as caught:
        run(shot(tmp_path / "a.apng", model=str(folder), image=source(picture)), SilentContext())
    assert caught.value.code is ErrorCode.BAD_MODEL
    assert file in caught.value.failure.what
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("file", [ORIGINAL_VAE, ORIGINAL_TEXT, ORIGINAL_PICTURE])
def test_a_part_that_is_missing_is_named(file: str, picture: Path, tmp_path: Path) -> None:
    folder = write_original(tmp_path / _ORIGINAL_NAMES["i2v"], "i2v")
    (folder / file).unlink()
    with pytest.raises(PortraitsError) as caught:
        run(shot(tmp_path / "a.apng", model=str(folder), image=source(picture)), SilentContext())
    assert caught.value.code in (ErrorCode.MODEL_MISSING, ErrorCode.BAD_MODEL)
    assert file in caught.value.failure.what


def test_a_missing_transformer_is_named(tmp_path: Path) -> None:
    folder = write_original(tmp_path / _ORIGINAL_NAMES["t2v"], "t2v")
    for path in folder.glob("*.safetensors*"):
        path.unlink()
    with pytest.raises(PortraitsError) as caught:
        run(shot(tmp_path / "a.apng", model=str(folder)), SilentContext())
    assert "no .safetensors file with the transformer" in str(caught.value)
