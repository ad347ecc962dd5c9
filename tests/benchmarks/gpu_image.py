"""Full-size SDXL with random weights on a graphics card: time, memory, and what each tuning gains.

Run from the repository's root on a machine with CUDA::

    python3 -m tests.benchmarks.gpu_image

Beside torch it needs diffusers, transformers, accelerate, msgspec, numpy, pillow, platformdirs, psutil and tomlkit.
``--small`` runs the same with a tiny model on a processor, to check the program itself.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

from engine.devices.detect import cpu
from engine.diffusion.allowance import Allowance
from engine.diffusion.styles import Styles
from engine.image.denoise import Denoising, denoise
from engine.image.family import ModelFiles
from engine.image.pixels import to_pictures
from engine.image.preview import SHARE, factor_painter
from engine.image.prompts import Words
from engine.image.sdxl import Sdxl
from engine.image.studio import Studio
from engine.image.tuning import tune
from engine.image.watch import Count, StepWatch
from engine.image.words import WordBook
from engine.protocol.context import SilentContext
from engine.protocol.devices import Device
from engine.protocol.picture_models import TURBO
from tests.helpers.tiny_sdxl import tiny_pipeline, tokenizer

PROMPT = Words("a portrait of the old man", "")


class Previewing(SilentContext):
    """Wants a preview at every step."""

    shown = 0

    def preview_due(self) -> bool:
        return True

    def preview(self, rgb: bytes, width: int, height: int, places: tuple[int, ...] = ()) -> None:
        self.shown += 1


def full_pipeline(device: str) -> Any:
    """Return SDXL at its published sizes, UNet and encoders in bfloat16, VAE in float32."""
    from diffusers import (
        AutoencoderKL,
        EulerAncestralDiscreteScheduler,
        StableDiffusionXLPipeline,
        UNet2DConditionModel,
    )
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

    torch.manual_seed(0)
    half = torch.bfloat16
    with torch.device(device):
        torch.set_default_dtype(half)
        unet = UNet2DConditionModel(
            sample_size=64,
            block_out_channels=(320, 640, 1280),
            layers_per_block=2,
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
        common = {"vocab_size": 49408, "max_position_embeddings": 77, "bos_token_id": 0, "eos_token_id": 2}
        first = CLIPTextConfig(
            **common,
            hidden_size=768,
            intermediate_size=3072,
            num_hidden_layers=12,
            num_attention_heads=12,
            projection_dim=768,
            hidden_act="quick_gelu",
        )
        second = CLIPTextConfig(
            **common,
            hidden_size=1280,
            intermediate_size=5120,
            num_hidden_layers=32,
            num_attention_heads=20,
            projection_dim=1280,
            hidden_act="gelu",
        )
        encoder, encoder_2 = CLIPTextModel(first), CLIPTextModelWithProjection(second)
        torch.set_default_dtype(torch.float32)
        vae = AutoencoderKL(
            block_out_channels=(128, 256, 512, 512),
            down_block_types=("DownEncoderBlock2D",) * 4,
            up_block_types=("UpDecoderBlock2D",) * 4,
            layers_per_block=2,
            latent_channels=4,
            sample_size=1024,
            scaling_factor=0.13025,
            force_upcast=True,
        )
    scheduler = EulerAncestralDiscreteScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", timestep_spacing="trailing"
    )
    pipeline = StableDiffusionXLPipeline(
        vae=vae,
        text_encoder=encoder.to(half),
        text_encoder_2=encoder_2.to(half),
        tokenizer=tokenizer(),
        tokenizer_2=tokenizer("!"),
        unet=unet,
        scheduler=scheduler,
        add_watermarker=False,
    )
    pipeline.set_progress_bar_config(disable=True)
    return pipeline.to(device)


def studio_of(pipeline: Any, device: Device) -> Studio:
    """Return what a job works with, without a store."""
    family = Sdxl()
    return Studio(
        offload="none",
        files=ModelFiles("random", "random", Path("none"), TURBO),
        family=family,
        device=device,
        pipeline=pipeline,
        variation=family.variation_of(pipeline),
        styles=Styles(pipeline, pipeline.unet),
        painter=factor_painter(family.latent_colours),
        original_scheduler=pipeline.scheduler,
    )


class Bench:
    """Times pictures on one pipeline."""

    def __init__(self, pipeline: Any, device: Device, side: int, rounds: int) -> None:
        self.pipeline, self.device, self.side, self.rounds = pipeline, device, side, rounds
        self.studio = studio_of(pipeline, device)

    def job(self, steps: int, pictures: int = 1, context: SilentContext | None = None) -> Callable[[], None]:
        """The work of a job for one batch: encode, denoise with our callback, decode in float32."""
        context = context or SilentContext()

        def work() -> None:
            book = WordBook(self.studio, guided=False, clip_skip=0, note=print)
            watch = StepWatch(context, self.studio.painter, Allowance(SHARE), Count(pictures), pictures)
            numbers = Denoising(self.side, self.side, steps, 0.0, "euler_a")
            latents = denoise(self.studio, numbers, book.encoded([PROMPT] * pictures), list(range(pictures)), watch)
            to_pictures(self.pipeline.vae, latents)

        return work

    def bare(self, steps: int) -> Callable[[], None]:
        """The bare call, with the decode by hand: with a float32 VAE diffusers' own decode fails."""
        vae, processor = self.pipeline.vae, self.pipeline.image_processor

        @torch.inference_mode()
        def work() -> None:
            made = self.pipeline(
                PROMPT.prompt,
                width=self.side,
                height=self.side,
                num_inference_steps=steps,
                guidance_scale=0.0,
                generator=torch.Generator("cpu").manual_seed(0),
                output_type="latent",
            ).images
            decoded = vae.decode(made.to(vae.dtype) / vae.config.scaling_factor, return_dict=False)[0]
            processor.postprocess(decoded, output_type="np")

        return work

    def seconds(self, work: Callable[[], None]) -> float:
        """The median after two runs to warm up."""
        times = []
        for _ in range(self.rounds + 2):
            self._wait()
            begun = time.perf_counter()
            work()
            self._wait()
            times.append(time.perf_counter() - begun)
        return statistics.median(times[2:])

    def _wait(self) -> None:
        if self.device.kind == "cuda":
            torch.cuda.synchronize()


def report(title: str, bench: Bench, plain: dict[int, float]) -> dict[int, float]:
    """Print the times of one way to run the model, and their gain over the plain pipeline of this run."""
    times = {steps: bench.seconds(bench.job(steps)) for steps in (1, 2, 4)}
    shown = ", ".join(
        f"{steps} step{'s' if steps > 1 else ''} {1000 * each:.1f} ms"
        + (f" ({plain[steps] / each:.2f} x plain)" if plain else "")
        for steps, each in times.items()
    )
    print(f"{title}: {shown}", flush=True)
    return times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="a tiny model on the processor")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--no-compile", action="store_true")
    chosen = parser.parse_args()
    if chosen.small:
        device, pipeline, side = cpu(), tiny_pipeline(), 64
    else:
        properties = torch.cuda.get_device_properties(0)
        capability = f"{properties.major}.{properties.minor}"
        device = Device(id="cuda:0", kind="cuda", name=properties.name, capability=capability)
        pipeline, side = full_pipeline("cuda:0"), 512
    parameters = sum(each.numel() for each in pipeline.unet.parameters())
    print(
        f"{device.name}, torch {torch.__version__}, UNet of {parameters / 1e9:.3f} billion parameters, {side} x {side}"
    )
    bench = Bench(pipeline, device, side, chosen.rounds)
    if device.kind == "cuda":
        torch.cuda.reset_peak_memory_stats()
    plain = report("plain", bench, {})
    if device.kind == "cuda":
        peak, weights = torch.cuda.max_memory_allocated() / 2**30, torch.cuda.memory_allocated() / 2**30
        print(f"memory: {weights:.2f} GiB of weights, peak {peak:.2f} GiB with one picture")
    for steps in (1, 4):
        bare = bench.seconds(bench.bare(steps))
        print(f"bare call of diffusers, {steps} steps: {1000 * bare:.1f} ms; job path {plain[steps] / bare - 1:+.1%}")
    context = Previewing()
    previewed = bench.seconds(bench.job(4, context=context))
    runs = bench.rounds + 2
    print(
        f"with previews: {previewed / plain[4] - 1:+.1%} at 4 steps, {context.shown / runs:.1f} shown for each picture"
    )
    if device.kind == "cuda":
        torch.cuda.reset_peak_memory_stats()
        batch = bench.seconds(bench.job(2, 8))
        peak = torch.cuda.max_memory_allocated() / 2**30
        print(f"batch of 8 at 2 steps: {1000 * batch / 8:.1f} ms for each, peak {peak:.2f} GiB")
    tune(pipeline, device)
    report("channels_last (what a job uses)", bench, plain)
    pipeline.fuse_qkv_projections()
    report("channels_last, fused projections", bench, plain)
    pipeline.unfuse_qkv_projections()
    if not chosen.no_compile:
        begun = time.perf_counter()
        pipeline.unet.compile()
        bench.job(1)()
        print(f"compiling took {time.perf_counter() - begun:.0f} s")
        report("channels_last, compiled UNet", bench, plain)


if __name__ == "__main__":
    main()
