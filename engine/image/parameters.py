"""The ``parameters`` text of PNG files, in the line form that AUTOMATIC1111 began and other programs read."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from engine.protocol.jobs.image import PictureJob
from engine.protocol.picture_models import Scheduler

SAMPLERS: dict[Scheduler, str] = {
    "euler_a": "Euler a",
    "euler": "Euler",
    "heun": "Heun",
    "dpmpp_2m": "DPM++ 2M",
    "dpmpp_2m_karras": "DPM++ 2M Karras",
    "dpmpp_2m_sde_karras": "DPM++ 2M SDE Karras",
    "unipc": "UniPC",
    "ddim": "DDIM",
    "lcm": "LCM",
}
"""What other programs call our schedulers."""

_NEGATIVE = "Negative prompt:"
# Bounded, so that a long line without a colon, as a hostile picture may carry, is not looked through again and again.
_PAIR = re.compile(r'(\w[\w \-/]{0,60}):\s*("(?:\\.|[^"\\])*"|[^,]*)(?:,|$)')
_LORA = re.compile(r"<lora:([^:<>]+):([-+]?[\d.]+)[^<>]*>", re.IGNORECASE)


class NamedLora(NamedTuple):
    """A style as the text names it; ``short_hash`` is that of its weights, 12 digits."""

    name: str
    strength: float
    short_hash: str = ""


class Parameters(NamedTuple):
    """A text taken apart: the prompt without its ``<lora:...>`` marks, the marks, and the pairs of the last line."""

    prompt: str
    negative_prompt: str
    pairs: dict[str, str]
    loras: tuple[NamedLora, ...]


def parameters_text(
    job: PictureJob, *, model: str, model_hash: str, loras: Sequence[NamedLora], version: str, size: tuple[int, int]
) -> str:
    """Return the text for one picture.

    Args:
        job: of this picture, with every number filled in.
        model: name of the model.
        model_hash: SHA-256 of its file, "" when it is not one file or was not read.
        loras: the styles that acted.
        version: of Portraits.
        size: width and height of the finished picture.
    """
    marks = "".join(f" <lora:{lora.name}:{lora.strength:g}>" for lora in loras)
    lines = [job.prompt + marks]
    if job.negative_prompt:
        lines.append(f"{_NEGATIVE} {job.negative_prompt}")
    pairs: dict[str, str] = {
        "Steps": str(job.steps),
        "Sampler": SAMPLERS.get(job.scheduler, job.scheduler),
        # There 1 is "off", as 0 is with us.
        "CFG scale": f"{job.guidance_scale or 1.0:g}",
        "Seed": str(job.seed),
        "Size": f"{job.width}x{job.height}",
    }
    if model_hash:
        pairs["Model hash"] = model_hash[:10]
    pairs["Model"] = model
    if job.source is not None:
        pairs["Denoising strength"] = f"{job.strength:g}"
    if job.clip_skip:
        # There the last layer is 1, and SDXL's usual one 2.
        pairs["Clip skip"] = str(job.clip_skip + 2)
    if job.second_pass > 1:
        pairs |= {"Hires upscale": f"{job.second_pass:g}", "Hires resize": f"{size[0]}x{size[1]}"}
        pairs.setdefault("Denoising strength", f"{job.second_strength:g}")
    if loras:
        pairs["Lora hashes"] = ", ".join(f"{lora.name}: {lora.short_hash}" for lora in loras)
    pairs["Version"] = f"Portraits {version}"
    lines.append(", ".join(f"{key}: {_quoted(value)}" for key, value in pairs.items()))
    return "\n".join(lines)


def read_parameters(text: str) -> Parameters | None:
    """Take such a text apart; None when it is none."""
    lines = text.strip().splitlines()
    pairs: dict[str, str] = {}
    if lines:
        pairs = {key.strip().lower(): _unquoted(value) for key, value in _PAIR.findall(lines[-1])}
    if "steps" in pairs or "seed" in pairs:
        lines.pop()
    elif not lines or not any(line.startswith(_NEGATIVE) for line in lines):
        return None
    else:
        pairs = {}
    start = next((index for index, line in enumerate(lines) if line.startswith(_NEGATIVE)), len(lines))
    prompt, negative = "\n".join(lines[:start]), "\n".join(lines[start:]).removeprefix(_NEGATIVE)
    loras = tuple(
        NamedLora(name, number) for name, text in _LORA.findall(prompt) if (number := _number(text)) is not None
    )
    return Parameters(_LORA.sub("", prompt).strip(), negative.strip(), pairs, loras)


def scheduler_named(sampler: str, schedule: str = "") -> Scheduler | None:
    """Return our scheduler for what another program calls it, None when we have none like it."""
    wanted = f"{sampler} {schedule if schedule.lower() not in ('automatic', 'normal', 'simple') else ''}"
    key = re.sub(r"[^a-z0-9+]", "", wanted.lower().replace("ancestral", "a").replace("pp", "++"))
    key = key.replace("dpmsolvermultistep", "dpm++2m").replace("dpm++2msdegpu", "dpm++2msde")
    for ours, theirs in SAMPLERS.items():
        if key in (re.sub(r"[^a-z0-9+]", "", theirs.lower()), ours.replace("_", "").replace("pp", "++")):
            return ours
    return {
        "eulerk": "euler",
        "dpm++2mk": "dpmpp_2m_karras",
        "heunk": "heun",
        "dpm++2msdek": "dpmpp_2m_sde_karras",
    }.get(key)  # type: ignore[return-value]


def _quoted(value: str) -> str:
    """Values with commas, colons or line breaks stand in quotes, as JSON writes them."""
    if not re.search(r'[,:\n"]', value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        value = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], value[1:-1])
    return value


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
