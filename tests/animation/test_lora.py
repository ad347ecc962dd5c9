"""LoRAs are merged as the published tool merges them."""

import pytest
import torch

from engine.animation.lora import merge_lora
from engine.protocol.errors import ErrorCode, PortraitsError
from tests.helpers.motion import distance, golden


def test_the_merge_gives_the_published_weights() -> None:
    reference = golden("lora_merge")
    state, after = reference.state("before."), reference.state("after.")
    untouched = {key: value.clone() for key, value in state.items() if key not in after}
    report = merge_lora(state, reference.state("lora."), "LoRA", strength=reference.meta["alpha"])
    assert sorted(report.changed) == sorted(reference.meta["changed"])
    assert report.unmatched == ["blocks.0.not_there.weight"]
    for key, value in after.items():
        assert distance(state[key], value) < 1e-5
    for key, value in untouched.items():
        assert torch.equal(state[key], value)


def pair(rank: int = 2, size: int = 4) -> dict[str, torch.Tensor]:
    return {
        "diffusion_model.blocks.0.q.lora_up.weight": torch.ones(size, rank),
        "diffusion_model.blocks.0.q.lora_down.weight": torch.ones(rank, size),
    }


def base() -> dict[str, torch.Tensor]:
    return {"blocks.0.q.weight": torch.zeros(4, 4)}


def test_strength_names_of_peft_and_alpha() -> None:
    state = base()
    merge_lora(state, pair(), "LoRA", strength=0.5)
    assert torch.equal(state["blocks.0.q.weight"], torch.full((4, 4), 1.0))
    peft = {key.replace("lora_up", "lora_B").replace("lora_down", "lora_A"): value for key, value in pair().items()}
    state = base()
    merge_lora(state, peft | {"diffusion_model.blocks.0.q.alpha": torch.tensor(1.0)}, "LoRA")
    assert torch.equal(state["blocks.0.q.weight"], torch.full((4, 4), 1.0))


@pytest.mark.parametrize(
    ("lora", "words"),
    [
        (
            {
                "lora_unet_down_blocks_0.lora_up.weight": torch.ones(4, 2),
                "lora_unet_down_blocks_0.lora_down.weight": torch.ones(2, 4),
            },
            "none of its names fits",
        ),
        ({}, "none of its names fits"),
        ({"diffusion_model.blocks.0.q.lora_up.weight": torch.ones(4, 2)}, "upper half only"),
        (pair(size=6), "is"),
        (pair() | {"diffusion_model.blocks.0.q.lora_up.weight": torch.full((4, 2), float("nan"))}, "no numbers"),
        (pair() | {"diffusion_model.blocks.0.q.lora_up.weight": torch.ones(4, 3)}, "do not fit each other"),
    ],
)
def test_a_lora_for_another_family_or_a_damaged_one_is_refused(lora: dict[str, torch.Tensor], words: str) -> None:
    state = base()
    with pytest.raises(PortraitsError, match=words) as error:
        merge_lora(state, lora, "LoRA")
    assert error.value.code is ErrorCode.BAD_MODEL
