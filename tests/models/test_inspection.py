"""What the header of a style tells."""

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from engine.models.inspection import inspect
from engine.protocol.errors import PortraitsError
from engine.protocol.models import LoraInfo

KOHYA = "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn2_to_k"


def pair(name: str, width: int = 2048, rank: int = 4, naming: str = "lora_down") -> dict[str, torch.Tensor]:
    up = {"lora_down": "lora_up", "lora_A": "lora_B"}[naming]
    return {f"{name}.{naming}.weight": torch.ones(rank, width), f"{name}.{up}.weight": torch.ones(640, rank)}


def style(path: Path, tensors: dict[str, torch.Tensor], **metadata: str) -> LoraInfo:
    save_file(tensors, path, metadata=metadata or None)
    found = inspect(path)
    assert isinstance(found, LoraInfo)
    return found


@pytest.mark.parametrize(
    ("tensors", "family", "naming"),
    [
        (pair(KOHYA), "SDXL", "kohya"),
        (pair(KOHYA, 768), "SD 1.x", "kohya"),
        (pair(KOHYA, 1024), "SD 2.x", "kohya"),
        (pair("lora_unet_input_blocks_4_1_transformer_blocks_0_attn2_to_k"), "SDXL", "kohya-SGM"),
        (pair("unet.down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k", naming="lora_A"), "SDXL", "diffusers"),
        (pair("unet.mid.attentions.0.transformer_blocks.9.attn1.to_q", 1280, naming="lora_A"), "SDXL", "diffusers"),
        (pair("base_model.model.down_blocks.1.attn2.to_k", naming="lora_A"), "SDXL", "peft"),
        (pair("lora_te2_text_model_encoder_layers_0_self_attn_q_proj", 1280), "SDXL", "kohya"),
        (pair("text_encoder_2.text_model.encoder.layers.0.fc1", 1280, naming="lora_A"), "SDXL", "diffusers"),
        (pair("lora_unet_double_blocks_0_img_attn_qkv", 3072), "Flux", "kohya"),
        (pair("transformer.single_transformer_blocks.0.attn.to_q", 3072, naming="lora_A"), "Flux", "diffusers"),
        (pair("diffusion_model.blocks.0.self_attn.q", 5120), "Wan", "original"),
        (pair("transformer.blocks.0.attn1.to_q", 5120, naming="lora_A"), "Wan", "diffusers"),
        (pair("something_else", 77), "", "unknown"),
    ],
)  # fmt: skip
def test_family_and_naming_follow_from_the_keys(
    tmp_path: Path, tensors: dict[str, torch.Tensor], family: str, naming: str
) -> None:
    found = style(tmp_path / "a.safetensors", tensors)
    assert (found.family, found.naming) == (family, naming)
    assert found.fits_sdxl == (family == "SDXL")
    assert found.ranks == (4,)


def test_what_the_maker_wrote_is_used_when_keys_say_nothing(tmp_path: Path) -> None:
    tensors = pair("something_else", 77)
    assert style(tmp_path / "a.safetensors", tensors, ss_base_model_version="sdxl_base_v1-0").family == "SDXL"
    written = {"modelspec.architecture": "stable-diffusion-v1/lora"}
    assert style(tmp_path / "b.safetensors", tensors, **written).family == "SD 1.x"
    keys_win = style(tmp_path / "c.safetensors", pair(KOHYA, 768), ss_base_model_version="sdxl_base_v1-0")
    assert keys_win.family == "SD 1.x"


def test_rank_alpha_title_and_trigger_words(tmp_path: Path) -> None:
    tags = {"10_person": {"ohwx woman": 40, "smile": 12}, "reg": {"smile": 3, "photo": 1}}
    found = style(
        tmp_path / "a.safetensors",
        pair(KOHYA, rank=8) | pair("lora_te1_text_model_encoder_layers_0_mlp_fc1", 768, rank=16),
        ss_network_alpha="4.0",
        ss_output_name="portrait style",
        ss_tag_frequency=json.dumps(tags),
        ss_base_model_version="sdxl_base_v1-0",
    )
    assert set(found.ranks) == {8, 16}
    assert found.alpha == 4.0
    assert found.title == "portrait style"
    assert found.base_model == "sdxl_base_v1-0"
    assert found.trigger_words == ("ohwx woman", "smile", "photo")
    assert found.trains_text_encoder
    assert found.formats == ("F32",)


def test_alpha_inside_the_file_and_a_said_trigger_phrase(tmp_path: Path) -> None:
    tensors = pair(KOHYA) | {f"{KOHYA}.alpha": torch.tensor(2.0)}
    said = {"modelspec.trigger_phrase": "in the style of x, x"}
    found = style(tmp_path / "a.safetensors", tensors, **said)
    assert found.alpha == 2.0
    assert found.trigger_words == ("in the style of x", "x")
    assert style(tmp_path / "b.safetensors", pair(KOHYA)).alpha is None


@pytest.mark.parametrize("broken", ["{", "[1]", '{"a": 3}', '{"a": {"b": "x"}}'])
def test_broken_tag_lists_are_ignored(tmp_path: Path, broken: str) -> None:
    assert style(tmp_path / "a.safetensors", pair(KOHYA), ss_tag_frequency=broken).trigger_words == ()


def test_bad_numbers_are_told(tmp_path: Path) -> None:
    tensors = pair(KOHYA)
    assert not style(tmp_path / "a.safetensors", tensors).has_bad_numbers
    tensors[f"{KOHYA}.lora_up.weight"][0, 0] = float("nan")
    assert style(tmp_path / "b.safetensors", tensors).has_bad_numbers


def test_thumbnail_and_notes_lie_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.preview.png").write_bytes(b"png")
    (tmp_path / "a.txt").write_text("Use at 0.8.\n", "utf-8")
    found = style(tmp_path / "a.safetensors", pair(KOHYA))
    assert found.thumbnail == str(tmp_path / "a.preview.png")
    assert found.notes == "Use at 0.8."
    (tmp_path / "b.json").write_text(json.dumps({"description": "From another program"}), "utf-8")
    assert style(tmp_path / "b.safetensors", pair(KOHYA)).notes == "From another program"


@pytest.mark.parametrize(
    ("key", "kind", "family"),
    [
        ("conditioner.embedders.1.model.ln_final.weight", "checkpoint", "SDXL"),
        ("cond_stage_model.transformer.text_model.x", "checkpoint", "SD 1.x"),
        ("double_blocks.0.img_attn.qkv.weight", "part", "Flux"),
        ("blocks.0.self_attn.q.weight", "part", "Wan"),
        ("down_blocks.0.resnets.0.conv1.weight", "part", ""),
        ("whatever", "unknown", ""),
    ],
)
def test_whole_models_are_told_apart(tmp_path: Path, key: str, kind: str, family: str) -> None:
    save_file({key: torch.ones(2)}, tmp_path / "a.safetensors")
    found = inspect(tmp_path / "a.safetensors")
    assert (found.kind, found.family) == (kind, family)
    assert not isinstance(found, LoraInfo)


def test_a_damaged_style_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    save_file(pair(KOHYA), path)
    path.write_bytes(path.read_bytes()[:-10])
    with pytest.raises(PortraitsError, match=r"a\.safetensors"):
        inspect(path)
