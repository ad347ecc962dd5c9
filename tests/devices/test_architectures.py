"""The figures of the workloads, counted again on the published full-size networks without computing them."""

from typing import Any

import pytest
import torch

from engine.devices.architectures import (
    SKYREELS,
    TransformerShape,
    animation_workload,
    picture_workload,
    shot_workload,
    speech_workload,
)
from engine.devices.workload import Workload
from tests.devices.meter import Count, count


def stage_of(workload: Workload, name: str) -> Any:
    return next(stage for stage in workload.stages if name in stage.part.name)


def unet() -> Any:
    from diffusers import UNet2DConditionModel

    return UNet2DConditionModel(
        sample_size=64,
        block_out_channels=(320, 640, 1280),
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        transformer_layers_per_block=(1, 2, 10),
        attention_head_dim=(5, 10, 20),
        cross_attention_dim=2048,
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=256,
        projection_class_embeddings_input_dim=2816,
    )


def sdxl_vae() -> Any:
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        block_out_channels=(128, 256, 512, 512),
        layers_per_block=2,
        latent_channels=4,
        sample_size=1024,
    )


def transformer(heads: int, layers: int, feed_forward: int, **extra: Any) -> Any:
    from diffusers import SkyReelsV2Transformer3DModel

    return SkyReelsV2Transformer3DModel(
        patch_size=(1, 2, 2),
        num_attention_heads=heads,
        attention_head_dim=128,
        in_channels=16,
        out_channels=16,
        text_dim=4096,
        freq_dim=256,
        ffn_dim=feed_forward,
        num_layers=layers,
        cross_attn_norm=True,
        qk_norm="rms_norm_across_heads",
        rope_max_seq_len=1024,
        **extra,
    )


def wan_vae() -> Any:
    from diffusers import AutoencoderKLWan

    return AutoencoderKLWan(
        base_dim=96, z_dim=16, dim_mult=[1, 2, 4, 4], num_res_blocks=2, temperal_downsample=[False, True, True]
    )


def counted_shot(size: str) -> Count:
    """Count a shot model on a small clip with 2 and 4 layers, from which those of its full depth follow."""
    heads, layers, feed_forward = {"1.3B": (12, 30, 8960), "14B": (40, 40, 13824)}[size]

    def call(network: Any) -> Any:
        latents = torch.zeros(1, 16, 5, 34, 60, dtype=torch.bfloat16)
        words = torch.zeros(1, 512, 4096, dtype=torch.bfloat16)
        return network(latents, torch.tensor([1.0]), words, return_dict=False)

    two, four = (count(lambda n=n: transformer(heads, n, feed_forward), call, torch.bfloat16) for n in (2, 4))

    def at_full_depth(of_two: int, of_four: int) -> int:
        return of_four + (layers - 4) * (of_four - of_two) // 2

    return Count(
        parameters=at_full_depth(two.parameters, four.parameters),
        operations=at_full_depth(two.operations, four.operations),
        peak=four.peak,
    )


def test_picture_model() -> None:
    def call(network: Any) -> Any:
        half = torch.bfloat16
        added = {"text_embeds": torch.zeros(1, 1280, dtype=half), "time_ids": torch.zeros(1, 6, dtype=half)}
        latents, words = torch.zeros(1, 4, 64, 64, dtype=half), torch.zeros(1, 77, 2048, dtype=half)
        return network(latents, torch.tensor(1), words, added_cond_kwargs=added)

    counted = count(unet, call, torch.bfloat16)
    stage = stage_of(picture_workload(512, 512, steps=1), "UNet")
    assert counted.parameters == stage.part.parameters
    assert stage.values * 2 == pytest.approx(counted.peak, rel=0.02)
    attention = 4 * 640 * 10 * 1024**2 + 4 * 1280 * 60 * 256**2
    assert stage.operations - attention == pytest.approx(counted.operations, rel=0.04)


@pytest.mark.parametrize("side", [512, 1024])
def test_picture_decoder(side: int) -> None:
    counted = count(sdxl_vae, lambda vae: vae.decode(torch.zeros(1, 4, side // 8, side // 8)))
    stage = stage_of(picture_workload(side, side), "VAE")
    assert counted.parameters == stage.part.parameters
    assert stage.values * 4 == pytest.approx(counted.peak, rel=0.02)
    assert stage.operations - 4 * 512 * (side // 8) ** 4 == pytest.approx(counted.operations, rel=0.02)


@pytest.mark.parametrize("size", ["1.3B", "14B"])
def test_shot_model(size: Any) -> None:
    counted = counted_shot(size)
    stage = stage_of(shot_workload(size, 480, 272, 17, steps=1, guided=False), "SkyReels")
    tokens = 5 * 17 * 30
    # The 1.3B diffusion-forcing model has a few more values that tell it the frame rate.
    assert counted.parameters == pytest.approx(stage.part.parameters, rel=0.02)
    attention = 4 * tokens**2 * SKYREELS[size].width * SKYREELS[size].layers
    # Text and time embeddings are left out of the formula; they weigh on clips as small as this one only.
    assert stage.operations - attention == pytest.approx(counted.operations, rel=0.08)
    assert stage.values * 2 == pytest.approx(counted.peak, rel=0.1)


def test_movie_decoder() -> None:
    counted = count(wan_vae, lambda vae: vae.decode(torch.zeros(1, 16, 3, 34, 60)))
    stage = stage_of(shot_workload("1.3B", 480, 272, 9), "VAE")
    assert counted.parameters == pytest.approx(stage.part.parameters, rel=0.001)
    assert stage.values * 4 == pytest.approx(counted.peak, rel=0.02)
    assert stage.operations / 1.56 == pytest.approx(counted.operations, rel=0.01)


def test_movie_decoder_in_tiles() -> None:
    def call(vae: Any) -> Any:
        vae.enable_tiling()
        return vae.decode(torch.zeros(1, 16, 2, 40, 40))

    stage = stage_of(shot_workload("1.3B", 320, 320, 5), "VAE")
    assert stage.values_tiled * 4 == pytest.approx(count(wan_vae, call).peak, rel=0.1)
    assert stage.values_tiled < stage.values * 0.7


def test_larger_jobs_need_more() -> None:
    def total(workload: Workload) -> tuple[float, float]:
        return sum(stage.operations for stage in workload.stages), max(stage.values for stage in workload.stages)

    assert total(picture_workload(512, 512)) < total(picture_workload(768, 512)) < total(picture_workload(768, 768))
    assert total(shot_workload("1.3B", 480, 272, 49)) < total(shot_workload("1.3B", 480, 272, 97))
    assert total(shot_workload("1.3B", 480, 272, 49)) < total(shot_workload("14B", 480, 272, 49))
    assert total(animation_workload("7B", clips=2))[0] > total(animation_workload("7B"))[0]
    assert speech_workload(60).result == 2 * speech_workload(30).result


def test_long_speech_keeps_one_piece_in_memory() -> None:
    assert speech_workload(300).stages[0].values == speech_workload(3000).stages[0].values


def test_published_sizes_of_the_large_voice() -> None:
    # 114 688 bytes per token in 16 bit, 82.03 tokens per second.
    workload = speech_workload(10)
    assert workload.stages[0].part.parameters * 2 / 2**30 == pytest.approx(6.15, abs=0.01)
    assert workload.stages[0].passes == 820


def test_a_shape_of_ones_own_is_estimated_like_a_known_one() -> None:
    shape = TransformerShape("mine", 30, 1536, 8960, 1_436_000_000)
    ours, known = shot_workload(shape, 480, 272, 49), shot_workload("1.3B", 480, 272, 49)
    assert ours.stages[1].values == known.stages[1].values
    assert ours.stages[1].operations == known.stages[1].operations
