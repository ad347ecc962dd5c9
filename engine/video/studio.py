"""A loaded shot model on its device, kept between jobs so that the next one starts at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from weakref import WeakSet

from engine.devices.precision import BYTES, Format, precision_for, torch_dtype
from engine.diffusion.allowance import Painter
from engine.diffusion.memory import Room, chosen_device, room_with
from engine.diffusion.placement import Placement
from engine.diffusion.styles import Styles
from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.protocol.context import JobContext
from engine.protocol.devices import Device, OffloadPlan
from engine.video.files import ShotFiles
from engine.video.loading import load_transformer, load_vae, scheduler_config
from engine.video.pipelines import PicturePipeline, WindowPipeline, WordsPipeline, make_scheduler
from engine.video.preview import decoder_painter, factor_painter
from engine.video.tiny_decoder import load_tiny_decoder

TINY_DECODER = "taew2.1"
_VAE_PARAMETERS = 126_900_000


@dataclass(eq=False)
class Studio:
    """A model ready to work.

    Attributes:
        files: of the model.
        device: where it works.
        number_format: of the transformer.
        transformer: denoises.
        vae: between frames and latents.
        placement: brings both to the device when they work.
        styles: that act on the transformer.
        painter: makes previews.
        compiled: True while the transformer's blocks run compiled, or will be compiled when they first run.
        compile_failed: True when they could not be; it is not tried again.
    """

    files: ShotFiles
    device: Device
    number_format: Format
    transformer: Any
    vae: Any
    placement: Placement
    styles: Styles
    painter: Painter
    settings: dict[str, Any]
    compiled: bool = False
    compile_failed: bool = False

    def pipeline(self, flow_shift: float) -> Any:
        """Return the pipeline for this kind of model, with a scheduler of its own that has this flow shift."""
        parts = {
            "tokenizer": None,
            "text_encoder": None,
            "transformer": self.transformer,
            "vae": self.vae,
            "scheduler": make_scheduler(self.settings, flow_shift),
        }
        made: Any
        if self.files.forcing:
            made = WindowPipeline(**parts)
        elif self.files.shape.has_picture:
            made = PicturePipeline(**parts, image_encoder=None, image_processor=None)
        else:
            made = WordsPipeline(**parts)
        made.set_progress_bar_config(disable=True)
        return made

    def use_compiled(self, wanted: bool) -> None:
        """Run the blocks compiled, which happens when they first run, or as they are.

        They are all alike, so one of them is compiled for all.
        """
        wanted = wanted and not self.compile_failed
        if wanted and not self.compiled:
            self.transformer.compile_repeated_blocks()
        elif self.compiled and not wanted:
            # torch has no public way back from Module.compile; what it compiled stays for the next time.
            for module in self.transformer.modules():
                module._compiled_call_impl = None
        self.compiled = wanted


_alive: "WeakSet[Studio]" = WeakSet()


def loaded() -> list[Studio]:
    """Return the studios that are in memory."""
    return list(_alive)


def room_on(device: Device) -> Room:
    """Return the memory that a job can have, with what shot models hold that are kept."""
    return room_with(device, (part for studio in loaded() for part in (studio.transformer, studio.vae)))


@contextmanager
def open_studio(
    files: ShotFiles, device: Device, plan: OffloadPlan, *, precision: str, store: Store, context: JobContext
) -> Iterator[Studio]:
    """Lend a model for a block; afterwards it stays loaded as far as the memory for kept models allows.

    Args:
        files: of the model.
        device: where it works.
        plan: how it is fitted into the device.
        precision: ``auto`` or the number format that the person chose.
        store: where the tiny decoder may lie.
        context: hears of loading, and when the number format is not advised.

    Raises:
        PortraitsError: what loading it raises.
    """
    chosen = precision_for("video", device, precision)
    if chosen.note:
        context.note(chosen.note)
    vae_format = precision_for("video_vae", device).format
    changed = files.path.stat().st_mtime_ns
    key = f"{files.path} {changed} {device.id} {chosen.format} {vae_format} {plan.kind}"

    def load() -> Studio:
        if chosen_device().memory_free < plan.device_memory:
            # The plan counts on what other kept models hold.
            kept_models.drop_all()
        return _loaded(files, device, plan, chosen.format, torch_dtype(vae_format), store, context)

    size = files.shape.parameters * BYTES[chosen.format] + _VAE_PARAMETERS * BYTES[vae_format]
    with kept_models.use(key, load, size) as studio:
        yield studio


def _loaded(
    files: ShotFiles,
    device: Device,
    plan: OffloadPlan,
    number_format: Format,
    vae_dtype: Any,
    store: Store,
    context: JobContext,
) -> Studio:
    context.progress(f"Loading {files.title}", 0)
    transformer = load_transformer(files, torch_dtype(number_format))
    context.check_cancelled()
    vae = load_vae(files, vae_dtype)
    placement = Placement(device.id, plan.kind)
    placement.install(transformer, large=True)
    placement.install(vae)
    bare = WordsPipeline(tokenizer=None, text_encoder=None, transformer=transformer, vae=None, scheduler=None)
    studio = Studio(
        files=files,
        device=device,
        number_format=number_format,
        transformer=transformer,
        vae=vae,
        placement=placement,
        styles=Styles(bare, transformer),
        painter=_painter(store, device, number_format),
        settings=scheduler_config(files),
    )
    _alive.add(studio)
    return studio


def _painter(store: Store, device: Device, number_format: Format) -> Painter:
    """The tiny decoder where it is installed, a linear map otherwise."""
    place = store.place_of(store.catalog.get(TINY_DECODER))
    if place.condition not in ("installed", "found"):
        return factor_painter()
    return decoder_painter(load_tiny_decoder(place.folder).to(device.id, torch_dtype(number_format)))
