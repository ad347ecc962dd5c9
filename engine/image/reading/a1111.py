"""Settings in the line form of AUTOMATIC1111, which Forge, SD.Next and others write as well."""

import re

from engine.image.parameters import read_parameters, scheduler_named
from engine.image.reading.settings import Collector, FoundSettings, NamedStrength


def read(text: str) -> FoundSettings | None:
    """Read a ``parameters`` text; None when it is none."""
    parsed = read_parameters(text)
    if parsed is None:
        return None
    pairs, found = parsed.pairs, Collector()
    found.take("prompt", parsed.prompt)
    found.take("negative_prompt", parsed.negative_prompt)
    for name, key in (("steps", "steps"), ("guidance_scale", "cfg scale"), ("seed", "seed")):
        found.take(name, pairs.get(key))
    found.take_scheduler(
        scheduler_named(pairs.get("sampler", ""), pairs.get("schedule type", "")), pairs.get("sampler", "")
    )
    if size := re.fullmatch(r"(\d{1,5})x(\d{1,5})", pairs.get("size", "")):
        found.take("width", size[1])
        found.take("height", size[2])
    if (skip := pairs.get("clip skip", "")).isdigit():
        found.take("clip_skip", max(0, int(skip) - 2))
    if "hires upscale" in pairs:
        found.take("second_pass", pairs["hires upscale"])
        found.take("second_strength", pairs.get("denoising strength"))
    elif "denoising strength" in pairs:
        found.take("strength", pairs["denoising strength"])
    loras = tuple(NamedStrength(lora.name, lora.strength) for lora in parsed.loras)
    return found.found("AUTOMATIC1111", pairs.get("model", ""), loras)
