"""MV-DiT-7B gives the numbers of the published implementation."""

from typing import Any

import pytest
import torch
from torch import Tensor

from engine.animation.motion_memory import MotionMemory
from engine.animation.mvdit7b import MotionBlock7B, MVDiT7B, modulated
from engine.animation.rope import Rotary
from engine.diffusion.weights import check_keys, load_strictly
from tests.helpers.motion import Golden, distance, golden, golden_names, golden_shapes


def tables(reference: Golden) -> tuple[Rotary, Rotary]:
    image, motion = (Rotary(reference[f"in.{name}_cos"], reference[f"in.{name}_sin"]) for name in ("image", "motion"))
    return image, motion


def model_of(reference: Golden) -> MVDiT7B:
    meta = reference.meta
    names = ("num_attention_heads", "attention_head_dim", "num_layers", "time_embed_dim", "text_embed_dim")
    model = MVDiT7B(**{name: meta[name] for name in names}, motion_tokens=meta["latent_frames"] * 24)
    load_strictly(model, reference.state(), "reference")
    return model


def test_the_published_layout_is_ours() -> None:
    with torch.device("meta"):
        model: Any = MVDiT7B()
    wanted = golden_shapes("keys_mvdit7b")
    check_keys({key: tuple(value.shape) for key, value in model.state_dict().items()}, wanted, "MV-DiT-7B")
    assert len(wanted) == 1529


@torch.no_grad()
@pytest.mark.parametrize("name", golden_names("block7b_*"))
def test_a_block_and_its_parts_give_the_published_numbers(name: str) -> None:
    reference = golden(name)
    meta = reference.meta
    block = MotionBlock7B(meta["heads"] * meta["head_dim"], meta["heads"], meta["time_embed_dim"])
    load_strictly(block, reference.state(), name)
    image, rotary = tables(reference)
    motion = MotionMemory(reference["in.motion_emb"], rotary)
    x, time = reference["in.x"], reference["in.temb"]
    y, gate = modulated(block.norm1, x, time)
    assert distance(y, reference["out.norm1"]) < 1e-4
    assert distance(gate, reference["out.norm1_gate"]) < 1e-4
    assert distance(block.self_attention(y, image), reference["out.self_attn_of_norm1"]) < 1e-4
    assert distance(block.motion_attention(x, image, motion, 0), reference["out.motion_attn_of_x"]) < 1e-4
    assert distance(block(x, time, image, motion, 0), reference["out.block"]) < 1e-4


@torch.no_grad()
@pytest.mark.parametrize("name", golden_names("dit7b_*"))
def test_the_transformer_gives_the_published_numbers(name: str) -> None:
    reference = golden(name)
    model: Any = model_of(reference)
    image, rotary = tables(reference)
    latents, time = reference["in.hidden_states"], reference["in.timestep"]
    motion = MotionMemory(reference["in.motion_emb"], rotary)
    assert distance(model(latents, time, image, motion), reference["out.sample"]) < 1e-4
    # What is kept from the first step gives the same at the second.
    assert distance(model(latents, time, image, motion), reference["out.sample"]) < 1e-4

    pair = torch.cat([model.unconditional_motion_token[None], reference["in.motion_emb"][:1]])
    doubled = latents[:1].repeat(2, 1, 1, 1, 1)
    both = model(doubled, time[:1].repeat(2), image, MotionMemory(pair, rotary))
    assert distance(both, reference["out.cfg_pair"]) < 1e-4
    without, with_it = both.chunk(2)
    assert distance(without + 3.0 * (with_it - without), reference["out.cfg_guided_3.0"]) < 1e-4


@torch.no_grad()
def test_motion_has_a_strength_and_is_kept_for_all_steps() -> None:
    reference = golden(golden_names("dit7b_*")[0])
    model: Any = model_of(reference)
    image, rotary = tables(reference)
    latents, time = reference["in.hidden_states"], reference["in.timestep"]
    calls: list[Tensor] = []
    model.transformer_blocks[0].attn0.to_k.register_forward_hook(lambda *arguments: calls.append(arguments[2]))

    def run(**more: Any) -> Tensor:
        memory = MotionMemory(reference["in.motion_emb"], rotary, **more)
        result: Tensor = [model(latents, time, image, memory) for _ in range(3)][-1]
        return result

    kept = run()
    assert len(calls) == 1
    plain = run(keep=False)
    assert len(calls) == 4
    torch.testing.assert_close(kept, plain)
    off, half, full = (run(strength=strength) for strength in (0.0, 0.5, 1.0))
    torch.testing.assert_close(full, kept)
    assert distance(off, half) > 1e-3
    assert distance(half, full) > 1e-3
    assert len(calls) == 6, "without strength the branch is not computed"
