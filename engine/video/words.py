"""Encoded prompts, each encoded once for a model; the text encoder is gone before the transformer comes."""

from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from torch import Tensor

from engine.devices.precision import BYTES, precision_for, torch_dtype
from engine.diffusion.placement import Placement
from engine.models.loaded import kept_models
from engine.protocol.context import JobContext
from engine.protocol.devices import Device
from engine.protocol.shots import PROMPT_TOKENS
from engine.video.files import ShotFiles
from engine.video.loading import load_text_encoder

_MOST_KEPT = 64
_RESERVE = 1_500_000_000
"""Of a card's memory, for what the encoder holds beside its weights."""

_kept: "OrderedDict[tuple[str, str], Tensor]" = OrderedDict()


def encoded(
    files: ShotFiles, prompts: Iterable[str], device: Device, precision: str, context: JobContext
) -> dict[str, Tensor]:
    """Return each prompt encoded, (1, 512, width) in main memory.

    The encoder of 5.7 billion parameters is loaded only for prompts that are new. On a card that has no room for it its
    layers go there one after another.

    Args:
        files: of the model.
        prompts: without repetition or with.
        device: where the encoder works.
        precision: ``auto`` or the number format that the person chose.
        context: hears of loading, and of prompts that are too long.

    Raises:
        PortraitsError: what loading raises.
    """
    number_format = precision_for("video_text", device, precision).format
    key = f"{files.path} {files.path.stat().st_mtime_ns} {number_format}"
    wanted = list(dict.fromkeys(prompts))
    missing = [prompt for prompt in wanted if (key, prompt) not in _kept]
    if missing:
        context.progress("Reading the words", 0)
        size = files.text_parameters * BYTES[number_format]
        with kept_models.use(f"words {key}", lambda: _reader(files, device, number_format, size), size) as reader:
            for prompt in missing:
                context.check_cancelled()
                _kept[key, prompt] = reader.read(prompt, context)
    for prompt in wanted:
        _kept.move_to_end((key, prompt))
    found = {prompt: _kept[key, prompt] for prompt in wanted}
    while len(_kept) > _MOST_KEPT:
        _kept.popitem(last=False)
    return found


def forget() -> None:
    """Drop all encoded prompts."""
    _kept.clear()


class _Reader:
    """Tokenizer and encoder of a model, as diffusers' pipeline uses them."""

    def __init__(self, tokenizer: Any, encoder: Any, placement: Placement) -> None:
        from diffusers import SkyReelsV2Pipeline

        self._pipeline = SkyReelsV2Pipeline(
            tokenizer=tokenizer, text_encoder=encoder, transformer=None, vae=None, scheduler=None
        )
        self._placement = placement

    def read(self, prompt: str, context: JobContext) -> Tensor:
        import torch

        tokens = len(self._pipeline.tokenizer(prompt, add_special_tokens=True, truncation=False).input_ids)
        if tokens > PROMPT_TOKENS:
            context.note(f"The prompt has {tokens} tokens and the model reads {PROMPT_TOKENS}; the end was left out.")
        with torch.inference_mode(), self._placement.ready(self._pipeline.text_encoder):
            states: Tensor = self._pipeline.encode_prompt(
                prompt, do_classifier_free_guidance=False, max_sequence_length=PROMPT_TOKENS, device=torch.device("cpu")
            )[0]
        return states.clone()


def _reader(files: ShotFiles, device: Device, number_format: str, size: int) -> _Reader:
    tokenizer, encoder = load_text_encoder(files, torch_dtype(number_format))  # type: ignore[arg-type]
    fits = device.kind != "cuda" or size + _RESERVE < device.memory_free
    placement = Placement(device.id, "model" if fits else "group")
    placement.install(encoder, large=True)
    return _Reader(tokenizer, encoder, placement)
