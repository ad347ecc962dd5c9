"""What a shot will need, told without loading a model or torch, and which model suits the machine."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from engine.devices.architectures import SKYREELS, TransformerShape, shot_workload
from engine.devices.estimate import needs
from engine.devices.processor import memory
from engine.devices.workload import Stage, Workload
from engine.diffusion.memory import Room, chosen_device, plan_for
from engine.models.sizes import sized
from engine.models.store import Store
from engine.protocol.devices import Device, JobNeeds, OffloadPlan
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.video import VideoJob
from engine.protocol.shot_choices import chosen_model, guidance_of, is_long, steps_of, windows_for
from engine.protocol.shots import BLOCK, latent_frames
from engine.protocol.video_models import AUTO, VideoModel, models_for
from engine.video.files import ShotFiles, find_model

_PRESENT = ("installed", "found", "wrong_layout")


def shape_of(model: VideoModel | None) -> TransformerShape:
    """Return the transformer of a published model; the largest for one that is not known."""
    if model is None or model.size == "14B":
        return SKYREELS["14B-I2V"] if model is not None and "picture" in model.tasks[:1] else SKYREELS["14B"]
    return SKYREELS["1.3B"]


def workload_of(
    job: VideoJob, shape: TransformerShape, *, model: VideoModel | None, forcing: bool, text: int | None = None
) -> Workload:
    """Return what a shot takes.

    Args:
        job: as it stands in the form or settled.
        shape: of the transformer.
        model: the published model it belongs to.
        forcing: long shots are made in windows.
        text: values of its text encoder, those of UMT5-xxl by default.
    """
    width, height = job.frame
    windows = windows_for(job, forcing=forcing)
    guided = guidance_of(job) > 1
    steps = steps_of(job, model)
    longest = max(window.frames for window in windows)
    workload = shot_workload(shape, width, height, longest, steps=steps, guided=guided)
    latents = latent_frames(longest)
    blocks = latents // BLOCK if job.asynchronous else 1
    # Later blocks begin some steps after those before them, so all of them take longer than one.
    times = len(windows) * (1 + (blocks - 1) * BLOCK / steps)
    tokens = latents * (width / 16) * (height / 16)
    return Workload(
        tuple(
            _lengthened(_with_text(stage, text), times, tokens, asynchronous=job.asynchronous)
            for stage in workload.stages
        ),
        round(workload.result * sum(window.frames - window.overlap for window in windows) / longest),
    )


def _with_text(stage: Stage, parameters: int | None) -> Stage:
    if parameters is None or not stage.part.encoder or not stage.part.shrinks:
        return stage
    part = stage.part
    largest = min(part.largest_layer, parameters)
    return replace(stage, part=replace(part, parameters=parameters, largest_layer=largest))


def _lengthened(stage: Stage, times: float, tokens: float, *, asynchronous: bool) -> Stage:
    if stage.part.component == "video":
        # The mask of the asynchronous mode has a byte for each pair of tokens: half a value of 16 bits.
        mask = tokens**2 / 2 if asynchronous else 0
        return replace(
            stage,
            operations=stage.operations * times,
            passes=round(stage.passes * times),
            values=stage.values + mask,
        )
    return replace(stage, operations=stage.operations * times) if stage.part.component == "video_vae" else stage


def video_needs(job: VideoJob, device: Device | None = None) -> JobNeeds:
    """Return memory and disk for a job as it stands in the form, with the model that it would take.

    Args:
        job: its pictures and movie are not looked at.
        device: where it will run, the chosen one by default.
    """
    room = Room(device or chosen_device(), memory().free)
    return needs(
        _workload(job, taken_model(job, room)),
        room.device,
        main_free=room.main_free,
        offload=offload_of(job),
        precision=job.precision,
    )


def taken_model(job: VideoJob, room: Room) -> VideoModel | None:
    """Return the published model that a job as it stands in the form will take; None for a folder of the person's."""
    return best_model(job, Store.default(), room) if job.model == AUTO else chosen_model(job)


def work_of(job: VideoJob) -> float:
    """Return the amount of work: the floating-point operations of all steps, in units of 10^12."""
    return sum(stage.operations for stage in _workload(job, chosen_model(job)).stages) / 1e12


def _workload(job: VideoJob, model: VideoModel | None) -> Workload:
    """The workload with a published model, or with a folder of the person's as its small files describe it."""
    if model is None and Path(job.model).expanduser().is_dir():
        with suppress(PortraitsError):
            files = find_model(job.model, Store.default())
            shape, text = files.shape.workload_shape(files.title), files.text_parameters
            return workload_of(job, shape, model=None, forcing=files.forcing, text=text)
    return workload_of(job, shape_of(model), model=model, forcing=model is None or model.forcing)


def offload_of(job: VideoJob) -> str:
    """Return the memory plan that a job asks for; switched off means that everything stays on the device."""
    return job.offload if job.enable_offload else "none"


def plan_of(job: VideoJob, model: VideoModel, room: Room) -> OffloadPlan:
    """Return how a published model would be fitted into a device for a job."""
    workload = workload_of(job, shape_of(model), model=model, forcing=model.forcing)
    return plan_for(workload, room, job.precision, offload_of(job))


def best_model(job: VideoJob, store: Store, room: Room) -> VideoModel:
    """Return the model for "auto": of those that are there the best that fits, else the best that would fit.

    On a processor small ones come first: a shot of the large ones takes days there.

    Args:
        job: what the shot shall be.
        store: where models lie.
        room: the memory it can have.
    """
    able = models_for(job.task, long=is_long(job), width=job.width, height=job.height)
    if room.device.kind == "cpu":
        able = tuple(sorted(able, key=lambda model: model.size == "14B"))
    here = [model for model in able if store.place_of(store.catalog.get(model.id)).condition in _PRESENT]
    for models in (here, able):
        fitting = [model for model in models if plan_of(job, model, room).fits]
        if fitting:
            return fitting[0]
        if here:
            break
    # Nothing fits: the one that needs least comes nearest.
    return min(here or able, key=lambda model: plan_of(job, model, room).device_memory)


def files_for(job: VideoJob, store: Store, room: Room, note: Callable[[str], None]) -> ShotFiles:
    """Return the files of the model of a job.

    Args:
        job: names a model, or "auto".
        store: where models lie.
        room: the memory it can have.
        note: hears when a smaller model was taken than the best one.

    Raises:
        PortraitsError: as :func:`engine.video.files.find_model`.
    """
    if job.model != AUTO:
        return find_model(job.model, store)
    model = best_model(job, store, room)
    best = models_for(job.task, long=is_long(job), width=job.width, height=job.height)[0]
    if model.size != best.size:
        plan = plan_of(job, best, room)
        if room.device.kind == "cpu":
            note(f"{model.title} was taken: {best.title} would take days on a processor.")
        elif not plan.fits:
            free = sized(room.device.memory_free)
            note(f"{model.title} was taken: {best.title} needs {sized(plan.device_memory)}, and {free} are free.")
    return find_model(model.id, store)
