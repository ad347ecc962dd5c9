"""Full-size SkyReels-V2 with random weights on a graphics card: seconds per step and memory of every plan and tuning.

Run from the repository's root on a machine with CUDA::

    python3 -m tests.benchmarks.gpu_video --model 1.3B
    python3 -m tests.benchmarks.gpu_video --model 14B

Beside torch it needs what ``tests/benchmarks/gpu_image.py`` names. ``--small`` runs the same with a tiny model on a
processor, to check the program itself. The authors report peaks of 14.7 GB (1.3B) and 43.4 GB (14B) at 960 x 544 and
97 frames with their own offload, which keeps the text encoder loaded too; here words are encoded before, as in a job.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from msgspec.structs import replace

from engine.devices.architectures import SKYREELS
from engine.devices.detect import cpu
from engine.diffusion.allowance import Allowance
from engine.diffusion.attention import BACKENDS
from engine.diffusion.memory import Room, is_out_of_memory
from engine.diffusion.placement import Placement
from engine.diffusion.styles import Styles
from engine.models.loaded import free_memory
from engine.protocol.context import SilentContext
from engine.protocol.devices import Device, OffloadKind
from engine.protocol.jobs.video import StepCache, VideoJob
from engine.protocol.shot_choices import windows_for
from engine.protocol.shots import PROMPT_TOKENS
from engine.protocol.video_models import model_named
from engine.video.files import NetworkShape, ShotFiles
from engine.video.making import ShotMaker
from engine.video.needs import plan_of
from engine.video.pipelines import Given, WordsPipeline
from engine.video.pixels import to_frames
from engine.video.preview import SHARE, factor_painter
from engine.video.studio import Studio
from engine.video.watch import StepWatch
from tests.helpers.tiny_skyreels import scheduler, transformer, vae

PUBLISHED = {"1.3B": 14.7, "14B": 43.4}
STEPS = 3


class Previewing(SilentContext):
    """Wants a preview at every step."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = 0

    def preview_due(self) -> bool:
        return True

    def preview(self, rgb: bytes, width: int, height: int, places: tuple[int, ...] = ()) -> None:
        self.shown += 1


def random_transformer(size: str, device: str) -> Any:
    """Return the transformer at its published size in main memory, bfloat16 but for what stays float32."""
    from diffusers import SkyReelsV2Transformer3DModel
    from diffusers.models.transformers.transformer_skyreels_v2 import SkyReelsV2RotaryPosEmbed

    shape = SKYREELS[size]
    with torch.device("meta"):
        model: Any = SkyReelsV2Transformer3DModel(
            num_attention_heads=shape.width // 128,
            attention_head_dim=128,
            in_channels=16,
            out_channels=16,
            text_dim=4096,
            freq_dim=256,
            ffn_dim=shape.feed_forward,
            num_layers=shape.layers,
            inject_sample_info=size == "1.3B",
        )
    kept = tuple(SkyReelsV2Transformer3DModel._keep_in_fp32_modules)
    state = {}
    for name, weights in model.state_dict().items():
        number_format = torch.float32 if any(part in name for part in kept) else torch.bfloat16
        # Drawn on the card: a processor takes minutes for so many.
        state[name] = (torch.randn(weights.shape, device=device, dtype=number_format) * 0.02).cpu()
    model.load_state_dict(state, assign=True)
    model.rope = SkyReelsV2RotaryPosEmbed(128, (1, 2, 2), 1024)
    return model.eval().requires_grad_(False)


def random_vae() -> Any:
    """Return the VAE at its published size in float32."""
    from diffusers import AutoencoderKLWan

    return AutoencoderKLWan().eval().requires_grad_(False)


class Bench:
    """Runs steps of one shot with one transformer, placed anew for each plan."""

    def __init__(self, size: str, device: Device, job: VideoJob, *, small: bool) -> None:
        self.size, self.device, self.job, self.small = size, device, job, small
        self.model = model_named("skyreels-v2-df-1.3b-540p" if size == "1.3B" else "skyreels-v2-t2v-14b-540p")
        self.forcing = size == "1.3B"
        width = 32 if small else 4096
        words = torch.randn(1, PROMPT_TOKENS, width, dtype=torch.float32 if small else torch.bfloat16)
        self.words = {job.prompt: words, job.negative_prompt: words}

    def transformer(self) -> Any:
        if self.small:
            return transformer("df" if self.forcing else "t2v").requires_grad_(False)
        return random_transformer(self.size, self.device.id)

    @contextmanager
    def placed(self, kind: OffloadKind) -> Iterator[Studio]:
        """Lend a studio whose transformer is placed by a plan."""
        network, placement = self.transformer(), Placement(self.device.id, kind)
        placement.install(network, large=True)
        bare = WordsPipeline(tokenizer=None, text_encoder=None, transformer=network, vae=None, scheduler=None)
        shape = NetworkShape(1, 1, 1, 1, 1, has_picture=False, has_pair=False, has_rate=self.forcing)
        yield Studio(
            files=ShotFiles("random", "random", Path(), "diffusers", self.model, self.forcing, shape),
            device=self.device,
            number_format="float32" if self.small else "bfloat16",
            transformer=network,
            vae=None,
            placement=placement,
            styles=Styles(bare, network),
            painter=factor_painter(),
            settings=dict(scheduler().config),
        )
        del network, bare
        free_memory()

    def run(
        self,
        studio: Studio,
        context: SilentContext,
        attention: str = "native",
        steps: int = STEPS,
        step_cache: StepCache = "off",
    ) -> float:
        """Return the seconds of one step: those of a run, without a first run of one step that warms up."""
        taken = []
        for count in (1, steps):
            job = replace(self.job, steps=count, step_cache=step_cache)
            windows = windows_for(job, forcing=self.forcing)
            maker = ShotMaker(job, windows, self.words, Given(), attention)
            watch = StepWatch(context, studio.painter, Allowance(SHARE), windows=len(windows), steps=count)
            self.wait()
            begun = time.perf_counter()
            maker.make(studio, watch)
            self.wait()
            taken.append((time.perf_counter() - begun) / count)
        return taken[-1]

    def wait(self) -> None:
        if self.device.kind == "cuda":
            torch.cuda.synchronize()

    def reset(self) -> None:
        free_memory()
        if self.device.kind == "cuda":
            torch.cuda.reset_peak_memory_stats()

    @property
    def peak(self) -> float:
        """The most memory of the card that was taken since :meth:`reset`, in GB; 0 on a processor."""
        return torch.cuda.max_memory_allocated() / 1e9 if self.device.kind == "cuda" else 0.0


def measured(title: str, work: Callable[[], str]) -> None:
    """Print what a piece of work says, also when the memory runs out in it."""
    try:
        said = work()
    except Exception as error:
        if not is_out_of_memory(error):
            raise
        said = "out of memory"
    free_memory()
    print(f"{title}: {said}", flush=True)


def measure_plans(bench: Bench, kinds: tuple[OffloadKind, ...]) -> None:
    """Seconds per step and the peak of each memory plan, beside what the planner expects."""
    plain = 0.0
    for kind in kinds:
        assert bench.model is not None
        room = Room(bench.device, 2**50)
        job = replace(bench.job, offload=kind)
        expected = 0.0 if bench.device.kind == "cpu" else plan_of(job, bench.model, room).device_memory / 1e9

        def work(kind: OffloadKind = kind, expected: float = expected) -> str:
            nonlocal plain
            bench.reset()
            with bench.placed(kind) as studio:
                seconds = bench.run(studio, SilentContext())
            plain = plain or seconds
            return (
                f"{seconds:.2f} s a step ({seconds / plain:.2f} x plain), peak {bench.peak:.1f} GB "
                f"(planned {expected:.1f}, published {PUBLISHED[bench.size]})"
            )

        measured(f"plan {kind}", work)


def measure_tunings(bench: Bench, *, compiles: bool) -> None:
    """Attention, previews, the step cache and compiling, each against the plain steps of the same transformer."""
    with bench.placed("none") as studio:
        plain = bench.run(studio, SilentContext())
        print(f"plain: {plain:.2f} s a step")
        context = Previewing()
        previewed = bench.run(studio, context, steps=3 * STEPS)
        print(f"with previews: {previewed / plain - 1:+.1%}, {context.shown} shown")
        for name, (backend, _) in BACKENDS.items():

            def attend(backend: str = backend) -> str:
                seconds = bench.run(studio, SilentContext(), attention=backend)
                return f"{seconds:.2f} s a step ({plain / seconds:.2f} x as fast)"

            try:
                measured(f"attention {name}", attend)
            except (RuntimeError, ValueError, ImportError, NotImplementedError, AssertionError) as error:
                print(f"attention {name}: not here ({str(error).splitlines()[0][:80] if str(error) else 'no reason'})")
        for cache in ("careful", "fast"):
            chosen: StepCache = "careful" if cache == "careful" else "fast"
            seconds = bench.run(studio, SilentContext(), steps=10, step_cache=chosen)
            print(f"step cache {cache}, 10 steps of random weights: {seconds:.2f} s a step ({plain / seconds:.2f} x)")
        if compiles:
            begun = time.perf_counter()
            studio.use_compiled(True)
            bench.run(studio, SilentContext(), steps=1)
            taken = time.perf_counter() - begun
            seconds = bench.run(studio, SilentContext())
            print(f"compiled in {taken:.0f} s: {seconds:.2f} s a step ({plain / seconds:.2f} x as fast)")


def measure_decoding(bench: Bench) -> None:
    """The VAE, whole and in tiles."""
    network = (vae() if bench.small else random_vae()).to(bench.device.id)
    width, height = bench.job.frame
    latents = torch.randn(1, 16, (bench.job.frames - 1) // 4 + 1, height // 8, width // 8)
    for tiled in (False, True):

        def decode(tiled: bool = tiled) -> str:
            bench.reset()
            begun = time.perf_counter()
            count = sum(len(part) for part in to_frames(network, latents, tiled=tiled, on_part=lambda *_: None))
            bench.wait()
            return f"{count} frames in {time.perf_counter() - begun:.1f} s, peak {bench.peak:.1f} GB"

        measured(f"decoding {'in tiles' if tiled else 'whole'}", decode)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", choices=("1.3B", "14B"), default="1.3B")
    parser.add_argument("--small", action="store_true", help="a tiny model on the processor")
    parser.add_argument("--frames", type=int, default=97)
    parser.add_argument("--plans", nargs="*", default=["none", "model", "group", "fp8", "sequential"])
    parser.add_argument("--no-compile", action="store_true")
    chosen = parser.parse_args()
    job = VideoJob(prompt="a man", output="a.mp4", num_frames=chosen.frames, guidance_scale=6.0, flow_shift=8.0)
    if chosen.small:
        device, job = cpu(), replace(job, num_frames=9, width=48, height=32)
    else:
        properties = torch.cuda.get_device_properties(0)
        capability = f"{properties.major}.{properties.minor}"
        memory = int(properties.total_memory)
        device = Device(
            id="cuda:0",
            kind="cuda",
            name=properties.name,
            capability=capability,
            memory_total=memory,
            memory_free=memory,
        )
    print(f"{device.name}, torch {torch.__version__}, SkyReels-V2 {chosen.model}, {job.frame} x {job.frames} frames")
    bench = Bench(chosen.model, device, job, small=chosen.small)
    measure_plans(bench, tuple(chosen.plans))
    measure_tunings(bench, compiles=not chosen.no_compile and device.kind == "cuda")
    measure_decoding(bench)


if __name__ == "__main__":
    main()
