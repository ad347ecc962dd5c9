"""Settings as InvokeAI writes them: JSON under ``invokeai_metadata``, or in old files under ``sd-metadata``."""

from typing import Any

from engine.image.parameters import scheduler_named
from engine.image.reading.settings import Collector, FoundSettings, NamedStrength


def read(document: Any) -> FoundSettings | None:
    """Read the decoded ``invokeai_metadata``; None when it is something else."""
    if not isinstance(document, dict) or not ("positive_prompt" in document or "generation_mode" in document):
        return None
    found = Collector()
    names = {
        "prompt": "positive_prompt",
        "negative_prompt": "negative_prompt",
        "seed": "seed",
        "steps": "steps",
        "guidance_scale": "cfg_scale",
        "width": "width",
        "height": "height",
        "clip_skip": "clip_skip",
        "strength": "strength",
    }
    for ours, theirs in names.items():
        found.take(ours, document.get(theirs))
    sampler = str(document.get("scheduler") or "")
    found.take_scheduler(scheduler_named(sampler), sampler)
    entries = document.get("loras")
    loras = tuple(_lora(entry) for entry in entries if isinstance(entry, dict)) if isinstance(entries, list) else ()
    return found.found("InvokeAI", _name(document.get("model")), loras)


def read_old(document: Any) -> FoundSettings | None:
    """Read the decoded ``sd-metadata`` of InvokeAI 2; None when it is something else."""
    if not isinstance(document, dict) or not isinstance(document.get("image"), dict):
        return None
    image, found = document["image"], Collector()
    prompts = image.get("prompt")
    if isinstance(prompts, list):
        prompts = " ".join(str(each.get("prompt", "")) for each in prompts if isinstance(each, dict))
    found.take("prompt", prompts)
    for ours, theirs in {"guidance_scale": "cfg_scale", "strength": "strength"}.items():
        found.take(ours, image.get(theirs))
    for name in ("seed", "steps", "width", "height"):
        found.take(name, image.get(name))
    sampler = str(image.get("sampler") or "")
    found.take_scheduler(scheduler_named(sampler.removeprefix("k_")), sampler)
    return found.found("InvokeAI", str(document.get("model_weights") or ""))


def _lora(entry: dict[str, Any]) -> NamedStrength:
    weight = entry.get("weight", 1.0)
    name = _name(entry.get("model") or entry.get("lora"))
    return NamedStrength(name, float(weight) if isinstance(weight, int | float) else 1.0)


def _name(model: Any) -> str:
    if isinstance(model, dict):
        return str(model.get("name") or model.get("model_name") or "")
    return str(model or "")
