"""The large voice as a whole: what it needs is loaded, and a script becomes speech."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.devices.detect import detect
from engine.devices.precision import BYTES, precision_for, torch_dtype
from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.protocol.context import JobContext
from engine.protocol.devices import Device
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.voice import VoiceJob
from engine.voice.builtin import Speech
from engine.voice.maya1.assembly import join
from engine.voice.maya1.loading import load_llama
from engine.voice.maya1.prompt import clean_description
from engine.voice.maya1.sampling import Sampling
from engine.voice.maya1.script import prepare
from engine.voice.maya1.server import ServerSource
from engine.voice.maya1.source import IdSource, LocalSource
from engine.voice.maya1.takes import Speaker, Take, Voice
from engine.voice.maya1.tokenizer import SUBFOLDER, TOKENIZER, SpeechTokenizer
from engine.voice.snac.codec import Codec
from engine.voice.snac.loading import load_snac
from engine.voice.text import Script, refuse_empty_or_endless

MODEL = "maya1"
CODEC = "snac-24khz"

_ROWS = {"cuda": 8, "mps": 4, "cpu": 4}
_SHARE_FOR_CACHES = 0.5


_INT8_SHARE = 0.65
"""What is left of the weights of a 16-bit model when those of its blocks have 8 bits."""


@dataclass(frozen=True)
class _Parts:
    """What turns prompts into sound."""

    source: IdSource
    codec: Codec


def speak(
    job: VoiceJob,
    context: JobContext,
    *,
    hear: Callable[[NDArray[np.float32]], None] | None = None,
    store: Store | None = None,
) -> Speech:
    """Speak the text of a job with the large voice.

    Args:
        job: its ``engine`` is ``maya1``.
        context: told the seconds spoken; cancelling works after each id.
        hear: is given the sound at 24 kHz while it is made.
        store: where the models lie, the person's store by default.

    Raises:
        PortraitsError: USAGE for a text or description that cannot be spoken, MODEL_MISSING, BAD_MODEL, NETWORK for a
            server, INTERNAL when no sentence gave any speech.
        Cancelled: also when finished sentences are wanted and there is none.
    """
    refuse_empty_or_endless(job.text)
    description = clean_description(job.description)
    if not any(map(str.isalnum, description)):
        raise PortraitsError(
            ErrorCode.USAGE, "The voice is not described.", 'Describe it, for example "40-year-old, warm, low pitch".'
        )
    store = store or Store.default()
    tokenizer = _tokenizer(_tokenizer_folder(store, on_server=bool(job.server)))
    script = prepare(job.text, tokenizer.tags, job.max_tokens, job.say)
    for note in script.notes:
        context.note(note)
    sampling = Sampling(job.temperature, job.top_p, job.repetition_penalty)
    voice = Voice(description, sampling, job.max_tokens, job.seed, job.carry_on)
    context.progress("Loading the large voice", 0)
    with _on_server(job, store) if job.server else _on_this_computer(job, store, context) as parts:
        context.check_cancelled()
        speaker = Speaker(parts.source, tokenizer, parts.codec, voice, hear)
        takes = _takes(speaker, script, context, keep=job.keep_partial)
    speech = join(takes, job.gap)
    if not speech.sentences:
        raise PortraitsError(
            ErrorCode.INTERNAL,
            "No speech was generated.",
            "Try another seed, a lower temperature or another description.",
        )
    return speech


def _takes(speaker: Speaker, script: Script, context: JobContext, *, keep: bool) -> list[Take]:
    takes: list[Take] = []
    try:
        takes.extend(speaker.takes(script.sentences, context))
    except (Cancelled, KeyboardInterrupt):
        if not (keep or context.keep_done) or not takes:
            raise
        context.note(f"It was stopped after {len(takes)} of {len(script.sentences)} sentences; these were kept.")
    return takes


def _tokenizer(folder: Path) -> SpeechTokenizer:
    stamps = tuple(
        path.stat().st_mtime_ns if path.exists() else 0 for path in (folder / TOKENIZER, folder / SUBFOLDER / TOKENIZER)
    )
    return _tokenizer_of(folder, stamps)


@lru_cache(maxsize=1)
def _tokenizer_of(folder: Path, stamps: tuple[int, ...]) -> SpeechTokenizer:  # noqa: ARG001 - part of the key
    """Reading it takes a second, so it is kept until its file changes."""
    return SpeechTokenizer.load(folder)


def _tokenizer_folder(store: Store, *, on_server: bool) -> Path:
    # With a server the weights are there and not here; the small files are enough.
    return store.place_of(store.catalog.get(MODEL)).folder if on_server else store.folder_of(MODEL)


@contextmanager
def _on_server(job: VoiceJob, store: Store) -> Iterator[_Parts]:
    yield _Parts(ServerSource(job.server), _codec(store, _device()))


@contextmanager
def _on_this_computer(job: VoiceJob, store: Store, context: JobContext) -> Iterator[_Parts]:
    device = _device()
    number_format = precision_for("language", device).format
    int8 = device.kind == "cpu" and job.weights != "full"
    if job.weights == "int8" and device.kind != "cpu":
        context.note("8-bit weights are for the processor; the graphics card uses its own format.")
    if device.kind == "cpu":
        context.note("Without a graphics card the large voice is far slower than speech; the built-in voice is quick.")
    folder = store.folder_of(MODEL)
    key = f"{folder} {store.folder_of(CODEC)} {device.id} {number_format}{' int8' if int8 else ''}"

    def load() -> _Parts:
        codec = _codec(store, device)
        model = load_llama(folder, device=device.id, dtype=torch_dtype(number_format), int8=int8)
        memory = round(_device().memory_free * _SHARE_FOR_CACHES)
        return _Parts(LocalSource(model, memory=memory, most_rows=_ROWS[device.kind]), codec)

    # The weights are published in 16 bit.
    stored = sum(path.stat().st_size for path in folder.glob("*.safetensors"))
    size = stored * BYTES[number_format] // 2 if not int8 else round(stored * _INT8_SHARE)
    with kept_models.use(key, load, size) as parts:
        yield parts


def _codec(store: Store, device: Device) -> Codec:
    place = store.place_of(store.catalog.get(CODEC))
    return Codec(load_snac(store.folder_of(CODEC), convert=not place.read_only), device.id)


def _device() -> Device:
    report = detect()
    return next(device for device in report.devices if device.id == report.chosen)
