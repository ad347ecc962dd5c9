"""MV-DiT-17B gives the numbers of the published implementation."""

from typing import Any

import pytest
import torch

from engine.animation.motion_memory import MotionMemory
from engine.animation.mvdit17b import MotionBlock17B, MVDiT17B, WanMotionAttention, from_wan_keys, padded_context
from engine.animation.rope import Rotary, image_rotary, wan_split
from engine.diffusion.weights import check_keys, load_strictly
from tests.helpers.motion import Golden, distance, golden, golden_names, golden_shapes


def motion_of(reference: Golden, name: str) -> MotionMemory:
    return MotionMemory(reference[name], Rotary(reference["in.motion_cos"], reference["in.motion_sin"]))


def inner(state: dict[str, torch.Tensor], prefix: str) -> dict[str, torch.Tensor]:
    """Rename the weights of one part of a block as those of a whole model."""
    renamed = from_wan_keys({f"blocks.0.{prefix}{key}": value for key, value in state.items()})
    return {key.removeprefix(f"blocks.0.{prefix}"): value for key, value in renamed.items()}


def test_the_published_layout_is_ours() -> None:
    with torch.device("meta"):
        model: Any = MVDiT17B()
        published = {key: torch.empty(shape) for key, shape in golden_shapes("keys_mvdit17b").items()}
    assert len(published) == 1423
    found = {key: tuple(value.shape) for key, value in from_wan_keys(published).items()}
    check_keys({key: tuple(value.shape) for key, value in model.state_dict().items()}, found, "MV-DiT-17B")
    assert [index for index, block in enumerate(model.blocks) if block.with_motion] == list(range(0, 40, 4))


@torch.no_grad()
@pytest.mark.parametrize("name", golden_names("motion_attn17b_*"))
def test_motion_attention_has_the_published_layout_of_its_keys(name: str) -> None:
    reference = golden(name)
    heads, head = reference.meta["heads"], reference.meta["head_dim"]
    attention: Any = WanMotionAttention(heads * head, heads, head, 1e-6)
    load_strictly(attention, inner(reference.state(), "motion_attn."), name)
    image = image_rotary(*reference.meta["grid"], wan_split(head))
    result = attention(reference["in.x"], image, motion_of(reference, "in.motion"), 0)
    assert distance(result, reference["out.y"]) < 1e-4
    assert distance(result, reference["out.y_wrong_if_k_heads_natural"]) > 0.1


@torch.no_grad()
@pytest.mark.parametrize("name", golden_names("block17b_*"))
def test_a_block_gives_the_published_numbers(name: str) -> None:
    reference = golden(name)
    meta = reference.meta
    heads, head = meta["heads"], meta["head_dim"]
    block: Any = MotionBlock17B(heads * head, meta["ffn_dim"], heads, with_motion=meta["use_motion_attn"])
    load_strictly(block, inner(reference.state(), ""), name)
    image = image_rotary(*meta["grid"], wan_split(head))
    table = (image.cos[None, :, None], image.sin[None, :, None])
    x, context = reference["in.x"], reference["in.context"]
    assert distance(block.attn1(x, None, None, table), reference["out.self_attn_of_x"]) < 1e-4
    assert distance(block.attn2(x, context), reference["out.cross_attn_of_x"]) < 1e-4
    result = block(x, context, reference["in.e"], image, motion_of(reference, "in.motion"), 0)
    assert distance(result, reference["out.block"]) < 1e-4


def model_of(sizes: dict[str, Any], state: dict[str, torch.Tensor]) -> Any:
    model = MVDiT17B(
        num_attention_heads=sizes["num_heads"],
        attention_head_dim=sizes["head_dim"],
        num_layers=sizes["num_layers"],
        ffn_dim=sizes["ffn_dim"],
        text_dim=sizes["text_dim"],
        freq_dim=sizes["freq_dim"],
        image_dim=sizes["clip_dim"],
    )
    load_strictly(model, from_wan_keys(state), "reference")
    return model


def tables(latents: torch.Tensor, head: int) -> Rotary:
    return image_rotary(latents.shape[2], latents.shape[3] // 2, latents.shape[4] // 2, wan_split(head))


@torch.no_grad()
@pytest.mark.parametrize("name", [name for name in golden_names("*17b_*") if name.startswith(("dit", "pipe"))])
def test_the_transformer_gives_the_published_numbers(name: str) -> None:
    """Files about the transformer alone, and the first step that pipelines recorded of it."""
    reference = golden(name)
    if name.startswith("dit"):
        model = model_of(reference.meta, reference.state())
        latents = torch.cat([reference["in.x"], reference["in.y"]], dim=1)
        texts = [value for key, value in sorted(reference.tensors.items()) if key.startswith("in.context")]
        motion = motion_of(reference, "in.motion_tokens")
        time, picture, wanted = reference["in.t"], reference["in.clip_fea"], reference["out.sample"]
        head = reference.meta["head_dim"]
    else:
        model = model_of(reference.meta["transformer"], reference.state())
        latents = torch.cat([reference["c0.mid.first_x"], reference["c0.mid.y"]], dim=1)
        rows = len(latents)
        texts = [reference["in.context_neg"], reference["in.context_pos"]][-rows:]
        motion = motion_of(reference, "c0.in.motion_tokens")
        motion.tokens = motion.tokens.expand(rows, -1, -1)
        time = reference["c0.mid.t"][:1].expand(rows)
        picture, wanted = reference["c0.mid.clip_fea"], reference["c0.mid.first_model_output"]
        head = reference.meta["transformer"]["head_dim"]
    arguments = (time, padded_context(texts), picture, tables(latents, head))
    assert distance(model(latents, *arguments, motion), wanted) < 1e-4
    if "out.sample_zero_motion" in reference.tensors:
        still = MotionMemory(torch.zeros_like(motion.tokens), motion.rotary)
        assert distance(model(latents, *arguments, still), reference["out.sample_zero_motion"]) < 1e-4
    off = MotionMemory(motion.tokens, motion.rotary, strength=0.0)
    assert distance(model(latents, *arguments, off), wanted) > 1e-3
