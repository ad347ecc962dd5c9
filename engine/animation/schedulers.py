"""The samplers of both variants with the settings that the published models were trained for.

They are written out here, because diffusers' own defaults differ (``snr_shift_scale`` 3.0, ``shift`` 1.0).
"""

from typing import Any, Literal

from diffusers import CogVideoXDDIMScheduler, CogVideoXDPMScheduler, FlowMatchEulerDiscreteScheduler

Sampler7B = Literal["dpm", "ddim"]

_COGVIDEOX: dict[str, Any] = {
    "num_train_timesteps": 1000,
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
    "prediction_type": "v_prediction",
    "rescale_betas_zero_snr": True,
    "timestep_spacing": "trailing",
    "set_alpha_to_one": True,
    "clip_sample": False,
    "steps_offset": 0,
    "snr_shift_scale": 1.0,
}
FLOW_SHIFT = 5.0


def cogvideox_scheduler(sampler: Sampler7B) -> Any:
    """Return the sampler of MV-DiT-7B: DPM, or DDIM as the alternative."""
    return CogVideoXDPMScheduler(**_COGVIDEOX) if sampler == "dpm" else CogVideoXDDIMScheduler(**_COGVIDEOX)


def flow_scheduler() -> Any:
    """Return the sampler of MV-DiT-17B: Euler on the flow, shifted by 5."""
    return FlowMatchEulerDiscreteScheduler(num_train_timesteps=1000, shift=FLOW_SHIFT)
