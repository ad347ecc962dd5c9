"""Settings in the graph of nodes that ComfyUI writes under ``prompt``: followed back from the sampler."""

from collections.abc import Iterator
from typing import Any

from engine.image.parameters import scheduler_named
from engine.image.reading.settings import Collector, FoundSettings, NamedStrength

_SAMPLERS = {"euler_ancestral": "Euler a", "dpmpp_2m": "DPM++ 2M", "dpmpp_2m_sde": "DPM++ 2M SDE", "uni_pc": "UniPC"}
_MOST_NODES = 2000

Graph = dict[str, dict[str, Any]]


def read(document: Any) -> FoundSettings | None:
    """Read the decoded graph; None when it is something else or has no sampler that is understood."""
    graph = _graph(document)
    sampler = next((node for node in graph.values() if "ksampler" in str(node.get("class_type", "")).lower()), None)
    if sampler is None:
        return None
    inputs, found = sampler["inputs"], Collector()
    seed = inputs.get("seed", inputs.get("noise_seed"))
    found.take("seed", _value(graph, seed))
    found.take("steps", _value(graph, inputs.get("steps")))
    found.take("guidance_scale", _value(graph, inputs.get("cfg")))
    denoise = _value(graph, inputs.get("denoise"))
    if isinstance(denoise, int | float) and denoise < 1:
        found.take("strength", denoise)
    name, schedule = (
        str(_value(graph, inputs.get("sampler_name")) or ""),
        str(_value(graph, inputs.get("scheduler")) or ""),
    )
    found.take_scheduler(scheduler_named(_SAMPLERS.get(name, name), schedule), name)
    found.take("prompt", _text(graph, inputs.get("positive")))
    found.take("negative_prompt", _text(graph, inputs.get("negative")))
    for node in _upstream(graph, inputs.get("latent_image")):
        if "latent" in str(node.get("class_type", "")).lower() and "width" in node["inputs"]:
            found.take("width", _value(graph, node["inputs"].get("width")))
            found.take("height", _value(graph, node["inputs"].get("height")))
            break
    model, loras = "", []
    for node in _upstream(graph, inputs.get("model")):
        told = node["inputs"]
        if isinstance(told.get("lora_name"), str):
            strength = told.get("strength_model", 1.0)
            loras.append(
                NamedStrength(_stem(told["lora_name"]), strength if isinstance(strength, int | float) else 1.0)
            )
        for key in ("ckpt_name", "unet_name"):
            model = model or (told[key] if isinstance(told.get(key), str) else "")
    return found.found("ComfyUI", model, tuple(reversed(loras)))


def _graph(document: Any) -> Graph:
    if not isinstance(document, dict):
        return {}
    nodes = list(document.items())[:_MOST_NODES]
    return {key: node for key, node in nodes if isinstance(node, dict) and isinstance(node.get("inputs"), dict)}


def _node(graph: Graph, link: Any) -> dict[str, Any] | None:
    """A link is ``["node id", output]``."""
    if isinstance(link, list) and len(link) == 2:
        return graph.get(str(link[0]))
    return None


def _upstream(graph: Graph, link: Any) -> Iterator[dict[str, Any]]:
    """Yield the nodes that an input depends on, the nearest first, each once."""
    waiting, seen = [link], set[int]()
    while waiting:
        node = _node(graph, waiting.pop(0))
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        waiting.extend(value for value in node["inputs"].values() if isinstance(value, list))


def _value(graph: Graph, value: Any) -> Any:
    """A number or text, followed through nodes that hold just one."""
    node = _node(graph, value)
    if node is None:
        return None if isinstance(value, list | dict) else value
    for key in ("value", "seed", "int", "float", "string", "text"):
        if not isinstance(node["inputs"].get(key, []), list | dict):
            return node["inputs"][key]
    return None


def _text(graph: Graph, link: Any) -> str:
    """The words of the nearest text encoder."""
    for node in _upstream(graph, link):
        for key in ("text", "text_g", "prompt", "string", "value"):
            if key in node["inputs"]:
                text = _value(graph, node["inputs"][key])
                if isinstance(text, str):
                    return text
    return ""


def _stem(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2].removesuffix(".safetensors")
