"""Loads a picture model and brings it to its device, or lends the one that an earlier job left."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from engine.devices.precision import BYTES, precision_for, torch_dtype
from engine.devices.workload import Workload
from engine.diffusion.allowance import Painter
from engine.diffusion.eight_bit import shrink
from engine.diffusion.memory import chosen_device
from engine.diffusion.quiet import quiet_libraries
from engine.diffusion.styles import Styles
from engine.image.family import Family, ModelFiles
from engine.image.preview import decoder_painter, factor_painter
from engine.image.studio import Studio, remember
from engine.image.tuning import tune
from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.protocol.context import JobContext
from engine.protocol.devices import Device, OffloadKind, OffloadPlan


@contextmanager
def open_studio(
    files: ModelFiles,
    family: Family,
    device: Device,
    plan: OffloadPlan,
    *,
    precision: str,
    workload: Workload,
    store: Store,
    context: JobContext,
) -> Iterator[Studio]:
    """Lend a model for a block; afterwards it stays loaded as far as the memory for kept models allows.

    Args:
        files: of the model.
        family: its adapter.
        device: where it works.
        plan: how it is fitted into the device.
        precision: ``auto`` or the number format that the person chose.
        workload: tells the sizes of its parts.
        store: where the tiny decoder may lie.
        context: hears of loading, and when the number format is not advised.

    Raises:
        PortraitsError: what loading it raises.
    """
    chosen = precision_for("image", device, precision)
    if chosen.note:
        context.note(chosen.note)
    vae_format = precision_for("image_vae", device).format
    dtype, vae_dtype = torch_dtype(chosen.format), torch_dtype(vae_format)
    changed = files.path.stat().st_mtime_ns
    key = f"{files.path} {changed} {files.settings} {device.id} {chosen.format} {vae_format} {plan.kind}"

    def load() -> Studio:
        if chosen_device().memory_free < plan.device_memory:
            # The plan counts on what other kept models hold.
            kept_models.drop_all()
        return remember(_loaded(files, family, device, plan.kind, dtype, vae_dtype, store, context))

    size = sum(
        part.parameters * BYTES[vae_format if part.component == "image_vae" else chosen.format]
        for part in workload.parts
    )
    with kept_models.use(key, load, size) as studio:
        if not studio.has_encoders:
            studio.take_over(_loaded(files, family, device, plan.kind, dtype, vae_dtype, store, context))
        yield studio


def _loaded(
    files: ModelFiles,
    family: Family,
    device: Device,
    kind: OffloadKind,
    dtype: Any,
    vae_dtype: Any,
    store: Store,
    context: JobContext,
) -> Studio:
    context.progress(f"Loading {files.title}", 0)
    with quiet_libraries():
        pipeline = family.load(files, dtype, vae_dtype)
        context.check_cancelled()
        _place(pipeline, device, kind)
        painter = _painter(family, store, device, dtype)
    return Studio(
        offload=kind,
        files=files,
        family=family,
        device=device,
        pipeline=pipeline,
        variation=family.variation_of(pipeline),
        styles=Styles(pipeline, pipeline.unet),
        painter=painter,
        original_scheduler=pipeline.scheduler,
    )


def _place(pipeline: Any, device: Device, kind: OffloadKind) -> None:
    """Bring a pipeline to its device as the memory plan says."""
    if kind == "fp8":
        shrink(pipeline.unet)
    if kind == "none" or (kind == "fp8" and device.kind != "cuda"):
        pipeline.to(device.id)
        tune(pipeline, device)
    elif kind in ("model", "fp8"):
        pipeline.enable_model_cpu_offload(device=device.id)
    elif kind == "sequential":
        pipeline.enable_sequential_cpu_offload(device=device.id)
    else:
        _offload_groups(pipeline, device)


def _offload_groups(pipeline: Any, device: Device) -> None:
    """Layers go to the card just before they work, and the next ones are fetched meanwhile."""
    import torch
    from diffusers.hooks.group_offloading import apply_group_offloading

    for name in ("unet", "text_encoder", "text_encoder_2"):
        apply_group_offloading(
            getattr(pipeline, name),
            onload_device=torch.device(device.id),
            offload_device=torch.device("cpu"),
            offload_type="leaf_level",
            use_stream=device.kind == "cuda",
        )
    pipeline.vae.to(device.id)


def _painter(family: Family, store: Store, device: Device, dtype: Any) -> Painter:
    """The tiny decoder where it is installed, a linear map otherwise."""
    entry = store.catalog.get(family.tiny_decoder)
    place = store.place_of(entry)
    if place.condition not in ("installed", "found"):
        return factor_painter(family.latent_colours)
    return decoder_painter(family.load_tiny_decoder(place.folder, dtype).to(device.id))
