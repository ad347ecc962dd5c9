"""What a job will take on a device: memory, disk and time."""

from collections.abc import Callable

from engine.devices.offload import FormatOf, choose, plans
from engine.devices.precision import DeviceClass, Format, device_class, precision_for
from engine.devices.processor import Processor
from engine.devices.speed import Speed
from engine.devices.workload import Part, Stage, Workload
from engine.protocol.devices import Device, JobNeeds

# Networks reach this share of the speed of large matrix products: norms, activations and copies come on top.
# Measured on a processor (transformer of 147 M parameters: 0.67 in float32, 0.26 in bfloat16; SDXL VAE: 1.0);
# assumed elsewhere.
_EFFICIENCY: dict[DeviceClass, dict[Format, float]] = {
    "cuda": {"float32": 0.45, "bfloat16": 0.45, "float16": 0.45},
    "cuda_old": {"float32": 0.45, "bfloat16": 0.2, "float16": 0.45},
    "mps": {"float32": 0.45, "bfloat16": 0.4, "float16": 0.45},
    "cpu_bfloat16": {"float32": 0.67, "bfloat16": 0.26, "float16": 0.5},
    "cpu": {"float32": 0.67, "bfloat16": 0.26, "float16": 0.5},
}


def needs(
    workload: Workload,
    device: Device,
    *,
    main_free: int,
    offload: str = "auto",
    precision: str = "auto",
    speed_of: Callable[[Format], Speed] | None = None,
    chip: Processor | None = None,
) -> JobNeeds:
    """Estimate a job.

    Args:
        workload: the job, see :mod:`engine.devices.architectures`.
        device: where it runs.
        main_free: free main memory in bytes.
        offload: ``auto`` or the plan that the person chose.
        precision: ``auto`` or the number format that the person chose for the models.
        speed_of: how fast the device computes in a format; None leaves the time out.
        chip: this computer's processor by default.

    Raises:
        PortraitsError: USAGE for a plan or format that cannot be.
    """
    format_of = formats(device, precision, chip)
    candidates = plans(workload, device, format_of, main_free=main_free)
    plan = choose(candidates, offload)
    seconds = None
    if speed_of is not None:
        row = device_class(device, chip)
        seconds = plan.slowdown * sum(
            stage_seconds(stage, row, format_of(stage.part), speed_of) for stage in workload.stages
        )
    return JobNeeds(plan=plan, alternatives=candidates, disk=workload.result, seconds=seconds)


def formats(device: Device, precision: str = "auto", chip: Processor | None = None) -> FormatOf:
    """Return the function that gives each part its number format; the person's choice leaves VAEs and codecs alone."""

    def format_of(part: Part) -> Format:
        kept = part.component.endswith("_vae") or part.component == "codec"
        return precision_for(part.component, device, "auto" if kept else precision, chip).format

    return format_of


def stage_seconds(stage: Stage, row: DeviceClass, number_format: Format, speed_of: Callable[[Format], Speed]) -> float:
    """Return about how long a stage computes, without the loading of its weights."""
    speed = speed_of(number_format)
    if stage.memory_bound:
        return stage.passes * stage.part.weight_bytes(number_format) / speed.bytes_read
    return stage.operations / (speed.operations * _EFFICIENCY[row][number_format])
