"""Sampling methods by name, and the clean estimate that each of them leaves behind."""

from typing import Any, NamedTuple

from engine.protocol.picture_models import PicturePreset, Scheduler


class _Method(NamedTuple):
    class_name: str
    options: dict[str, Any]


_METHODS: dict[Scheduler, _Method] = {
    "euler_a": _Method("EulerAncestralDiscreteScheduler", {}),
    "euler": _Method("EulerDiscreteScheduler", {"use_karras_sigmas": False}),
    "heun": _Method("HeunDiscreteScheduler", {"use_karras_sigmas": False}),
    "dpmpp_2m": _Method("DPMSolverMultistepScheduler", {"algorithm_type": "dpmsolver++", "use_karras_sigmas": False}),
    "dpmpp_2m_karras": _Method(
        "DPMSolverMultistepScheduler", {"algorithm_type": "dpmsolver++", "use_karras_sigmas": True}
    ),
    "dpmpp_2m_sde_karras": _Method(
        "DPMSolverMultistepScheduler", {"algorithm_type": "sde-dpmsolver++", "use_karras_sigmas": True}
    ),
    "unipc": _Method("UniPCMultistepScheduler", {"use_karras_sigmas": False}),
    "ddim": _Method("DDIMScheduler", {"clip_sample": False, "set_alpha_to_one": False}),
    "lcm": _Method("LCMScheduler", {}),
}


def make_scheduler(name: Scheduler, config: Any, preset: PicturePreset) -> Any:
    """Return a diffusers scheduler with the noise levels of a model.

    Args:
        name: not "auto".
        config: the ``config`` of the scheduler that the model came with.
        preset: its spacing fits few-step models, whose single files come with the settings of another model.
    """
    import diffusers

    method = _METHODS[name]
    options = {**method.options, "timestep_spacing": preset.spacing}
    if preset.spacing == "leading":
        options["steps_offset"] = 1
    return getattr(diffusers, method.class_name).from_config(config, **options)


def clean_estimate(scheduler: Any, stepped: Any, latents: Any) -> Any:
    """Return what the finished latents look like from here.

    Args:
        scheduler: after its step.
        stepped: what the step returned; most methods give their estimate as a second value.
        latents: the noisy latents after the step, taken when the method keeps no estimate.
    """
    if isinstance(stepped, tuple) and len(stepped) > 1 and stepped[1] is not None:
        return stepped[1]
    kept = getattr(scheduler, "model_outputs", None)
    if kept and kept[-1] is not None:
        # The DPM and UniPC solvers turn what the model said into its estimate of the clean latents and keep that.
        return kept[-1]
    return latents
