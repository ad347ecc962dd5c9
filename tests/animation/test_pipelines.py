"""The pipelines give the published latents and videos, step by step."""

from typing import Any

import numpy as np
import pytest
import torch
from diffusers import AutoencoderKLCogVideoX
from torch import Tensor
from torch.nn import functional

from engine.animation.denoising import DenoiseSettings, HeldFrames, guided, seeded_noise
from engine.animation.mvdit7b import MVDiT7B
from engine.animation.mvdit17b import MVDiT17B, from_wan_keys
from engine.animation.pipeline7b import Pipeline7B
from engine.animation.pipeline17b import Pipeline17B, clip_input
from engine.animation.rope import cogvideox_split, image_rotary, motion_rotary
from engine.animation.schedulers import cogvideox_scheduler, flow_scheduler
from engine.diffusion.placement import Placement
from engine.diffusion.wan_vae import build_wan_vae
from engine.diffusion.weights import load_strictly
from engine.protocol.context import SilentContext
from engine.protocol.errors import Cancelled
from tests.helpers.motion import CancelledContext, Golden, distance, golden, golden_json, golden_names


def pipeline_7b(reference: Golden) -> Pipeline7B:
    model: Any = MVDiT7B(**reference.meta["transformer"], motion_tokens=reference["in.motion_tokens"].shape[1])
    load_strictly(model, reference.state(), "MV-DiT-7B")
    vae: Any = AutoencoderKLCogVideoX(**reference.meta["vae"])
    load_strictly(vae, reference.state("vae."), "VAE")
    return Pipeline7B(model, vae, Placement("cpu"), reference.meta["scheduler"])


def denoised_7b(reference: Golden, settings: DenoiseSettings, **more: Any) -> tuple[Tensor, list[Tensor]]:
    steps: list[Tensor] = []
    latents = pipeline_7b(reference).denoise(
        reference["in.latents"],
        reference["in.ref_latents"],
        reference["in.motion_tokens"],
        settings,
        torch.Generator().manual_seed(reference.meta["seed_for_sde_noise"]),
        SilentContext(),
        on_step=lambda _, latents: steps.append(latents),
        **more,
    )
    return latents, steps


@pytest.mark.parametrize("both_halves", [True, False])
@pytest.mark.parametrize("name", golden_names("pipe7b_*"))
def test_the_7b_gives_the_published_latents(name: str, both_halves: bool) -> None:
    reference = golden(name)
    meta = reference.meta
    settings = DenoiseSettings(meta["steps"], meta["guidance_scale"], both_halves=both_halves)
    latents, steps = denoised_7b(reference, settings)
    assert len(steps) == meta["steps"]
    for mine, wanted in zip(steps, reference["out.step_latents"], strict=True):
        assert distance(mine, wanted) < 1e-3
    assert distance(latents, reference["out.latents"]) < 1e-3
    assert distance(pipeline_7b(reference).decode(latents), reference["out.decoded"]) < 2e-3


@pytest.mark.parametrize("name", golden_names("pipe7b_*"))
def test_the_reference_of_the_7b_is_a_sample_that_is_not_scaled(name: str) -> None:
    reference = golden(name)
    pipeline = pipeline_7b(reference)
    mean, std = reference["mid.posterior_mean"], reference["mid.posterior_std"]
    noise = torch.randn(mean.shape, generator=torch.Generator().manual_seed(5))
    latents = pipeline.reference_latents(
        reference["in.ref_image"].unsqueeze(2), reference.meta["frames"], torch.Generator().manual_seed(5)
    )
    assert distance(latents, (mean + std * noise).transpose(1, 2)) < 1e-4
    split = cogvideox_split(reference.meta["transformer"]["attention_head_dim"])
    frames, rows, columns = latents.shape[1], latents.shape[3] // 2, latents.shape[4] // 2
    assert distance(image_rotary(frames, rows, columns, split).cos, reference["mid.image_cos"]) < 1e-5
    assert distance(motion_rotary(frames, split).sin, reference["mid.motion_sin"]) < 1e-5


@pytest.mark.parametrize("name", golden_names("pipe7b_*"))
def test_known_frames_of_a_7b_clip_are_held(name: str) -> None:
    reference = golden(name)
    clean = torch.randn(1, 2, *reference["in.latents"].shape[2:])
    held = HeldFrames(clean, 1, seeded_noise(torch.Generator().manual_seed(1)))
    latents, steps = denoised_7b(reference, DenoiseSettings(reference.meta["steps"], 3.0), held=held)
    assert torch.equal(latents[:, :2], clean)
    distances = [distance(step[:, :2], clean) for step in steps]
    assert distances == sorted(distances, reverse=True), "the known frames become clean step by step"
    free, _ = denoised_7b(reference, DenoiseSettings(reference.meta["steps"], 3.0))
    assert distance(latents[:, 2:], free[:, 2:]) > 1e-4, "the rest of the clip follows the known frames"


def pipeline_17b(reference: Golden) -> Pipeline17B:
    sizes = reference.meta["transformer"]
    model: Any = MVDiT17B(
        num_attention_heads=sizes["num_heads"],
        attention_head_dim=sizes["head_dim"],
        num_layers=sizes["num_layers"],
        ffn_dim=sizes["ffn_dim"],
        text_dim=sizes["text_dim"],
        freq_dim=sizes["freq_dim"],
        image_dim=sizes["clip_dim"],
    )
    load_strictly(model, from_wan_keys(reference.state()), "MV-DiT-17B")
    return Pipeline17B(model, build_wan_vae(reference.state("vae."), "VAE"), Placement("cpu"))


def picture_tokens(reference: Golden, picture: Tensor) -> Tensor:
    """The reference ran with this stand-in for CLIP."""
    small = functional.interpolate(picture, size=(4, 4), mode="bilinear").flatten(1)
    vector = functional.linear(small, reference["clipstub.lin.weight"], reference["clipstub.lin.bias"])
    return torch.stack([vector * (1 + index / 257) for index in range(257)], dim=1)


@pytest.mark.parametrize("both_halves", [True, False])
@pytest.mark.parametrize("name", golden_names("pipe17b_*"))
def test_the_17b_gives_the_published_clips(name: str, both_halves: bool) -> None:
    reference = golden(name)
    meta = reference.meta
    pipeline = pipeline_17b(reference)
    texts = [reference["in.context_neg"], reference["in.context_pos"]][1 if meta["lora_mode"] else 0 :]
    settings = DenoiseSettings(meta["steps"], meta["guidance_scale"], both_halves=both_halves)
    for number in range(meta["clips"]):
        clip = f"c{number}."
        held = None
        known = reference["in.ref_image"][0].unsqueeze(2)
        shown = clip_input(known[:, :, 0])
        if number:
            known = reference[f"{clip}in.previous_sample"] * 2 - 1
            shown = known[:, :, -1]
        given = pipeline.given(known, meta["frames"])
        assert distance(given, reference[f"{clip}mid.y"][:1]) < 1e-4
        assert distance(picture_tokens(reference, shown), reference[f"{clip}mid.clip_fea"][:1]) < 1e-4
        if number:
            noise = reference[f"{clip}mid.overlap_noise"]
            count = (meta["overlap"] - 1) // 4 + 1
            held = HeldFrames(given[:, 4:, :count], 2, lambda step, _, noise=noise: noise[step])
        steps: list[Tensor] = []
        latents = pipeline.denoise(
            reference[f"{clip}in.latents"],
            given,
            picture_tokens(reference, shown),
            texts,
            reference[f"{clip}in.motion_tokens"],
            settings,
            SilentContext(),
            held=held,
            on_step=lambda _, latents, steps=steps: steps.append(latents),
        )
        for mine, wanted in zip(steps, reference[f"{clip}out.step_latents"], strict=True):
            assert distance(mine, wanted) < 2e-3
        assert distance((pipeline.decode(latents) + 1) / 2, reference[f"{clip}out.video"]) < 2e-3


def test_a_cancelled_job_stops_between_two_steps() -> None:
    reference = golden(golden_names("pipe7b_*")[0])
    steps: list[int] = []
    with pytest.raises(Cancelled):
        pipeline_7b(reference).denoise(
            reference["in.latents"],
            reference["in.ref_latents"],
            reference["in.motion_tokens"],
            DenoiseSettings(4, 3.0),
            torch.Generator(),
            CancelledContext(2),
            on_step=lambda step, _: steps.append(step),
        )
    assert steps == [0, 1]


def test_motion_counts_only_in_its_share_of_the_steps() -> None:
    settings = DenoiseSettings(10, 3.0, motion_strength=0.8, motion_start=0.2, motion_end=0.7)
    assert [settings.strength_at(step) for step in range(10)] == [0, 0, 0.8, 0.8, 0.8, 0.8, 0.8, 0, 0, 0]
    whole = DenoiseSettings(3, 1.0)
    assert not whole.guided
    assert [whole.strength_at(step) for step in range(3)] == [1, 1, 1]


def test_guidance_goes_beyond_the_unguided_prediction() -> None:
    pair = torch.tensor([[1.0], [3.0]])
    assert guided(pair, DenoiseSettings(1, 3.0)).tolist() == [[7.0]]
    assert guided(pair[1:], DenoiseSettings(1, 3.0)).tolist() == [[3.0]]


@pytest.mark.parametrize("steps", [10, 50])
def test_the_flow_of_the_17b_has_the_published_times(steps: int) -> None:
    wanted = golden_json("rules")[f"flow_match_{steps}"]
    scheduler = flow_scheduler()
    scheduler.set_timesteps(steps)
    np.testing.assert_allclose(scheduler.timesteps, wanted["timesteps"], rtol=1e-6)
    np.testing.assert_allclose(scheduler.sigmas, wanted["sigmas"], rtol=1e-6)


@pytest.mark.parametrize("sampler", ["dpm", "ddim"])
def test_the_samplers_of_the_7b_have_the_published_times(sampler: Any) -> None:
    wanted = golden_json("rules")["cogvideox_50"]
    scheduler = cogvideox_scheduler(sampler)
    scheduler.set_timesteps(50)
    assert scheduler.timesteps.tolist() == wanted["timesteps"]
    np.testing.assert_allclose(scheduler.alphas_cumprod[:3], wanted["alphas_cumprod_first3"], rtol=1e-6)
    np.testing.assert_allclose(scheduler.alphas_cumprod[-3:], wanted["alphas_cumprod_last3"], rtol=1e-5, atol=1e-9)


@pytest.mark.parametrize("kind", ["model", "group", "sequential", "fp8"])
def test_every_memory_plan_gives_the_same_result(kind: Any) -> None:
    """fp8 rounds the weights, so there only the size of the difference is known."""
    reference = golden(golden_names("pipe7b_*")[0])
    pipeline = pipeline_7b(reference)
    pipeline.placement = Placement("cpu", kind)
    pipeline.placement.install(pipeline.vae)
    pipeline.placement.install(pipeline.transformer, large=True)
    latents = pipeline.denoise(
        reference["in.latents"],
        reference["in.ref_latents"],
        reference["in.motion_tokens"],
        DenoiseSettings(reference.meta["steps"], reference.meta["guidance_scale"]),
        torch.Generator().manual_seed(reference.meta["seed_for_sde_noise"]),
        SilentContext(),
    )
    difference = distance(latents, reference["out.latents"])
    assert difference < (1.0 if kind == "fp8" else 1e-3)
    assert torch.isfinite(latents).all()
    pipeline.decode(latents)
