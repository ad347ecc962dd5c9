"""Settings as SwarmUI writes them: JSON with ``sui_image_params`` under the key ``parameters``."""

from typing import Any

from engine.image.parameters import scheduler_named
from engine.image.reading.settings import Collector, FoundSettings, NamedStrength


def read(document: Any) -> FoundSettings | None:
    """Read the decoded JSON; None when it is something else."""
    if not isinstance(document, dict) or not isinstance(document.get("sui_image_params"), dict):
        return None
    told, found = document["sui_image_params"], Collector()
    names = {
        "prompt": "prompt",
        "negative_prompt": "negativeprompt",
        "seed": "seed",
        "steps": "steps",
        "guidance_scale": "cfgscale",
        "width": "width",
        "height": "height",
        "strength": "initimagecreativity",
    }
    for ours, theirs in names.items():
        found.take(ours, told.get(theirs))
    sampler = str(told.get("sampler") or "")
    found.take_scheduler(scheduler_named(sampler, str(told.get("scheduler") or "")), sampler)
    names_, weights = _listed(told.get("loras")), _listed(told.get("loraweights"))
    loras = tuple(
        NamedStrength(name.removesuffix(".safetensors"), _strength(weights[index] if index < len(weights) else "1"))
        for index, name in enumerate(names_)
    )
    return found.found("SwarmUI", str(told.get("model") or ""), loras)


def _listed(value: Any) -> list[str]:
    """Lists stand as JSON lists or as text with commas."""
    if isinstance(value, list):
        return [str(each) for each in value]
    return [part.strip() for part in str(value).split(",") if part.strip()] if value else []


def _strength(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 1.0
