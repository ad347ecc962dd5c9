"""The large voice as a whole: what it needs is loaded, and a script becomes speech."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.devices.detect import detect
from engine.devices.precision import BYTES, Format, has_eight_bit, precision_for, torch_dtype
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
from engine.voice.maya1.tokenizer import SpeechTokenizer, tokenizer_paths
from engine.voice.snac.codec import Codec
from engine.voice.snac.loading import load_snac
from engine.voice.text import Script, refuse_empty_or_endless

MODEL = "maya1"
TOKENIZER = "maya1-tokenizer"
CODEC = "snac-24khz"

_MOST_ROWS = {"cuda": 8, "mps": 4, "cpu": 4}
_SHARE_FOR_CACHES = 0.5
"""Of the memory that is free once the model is loaded."""
_BLOCKS_SHARE = 0.854
"""Of the weights; the rest is the table of ids, which keeps its format when the blocks have 8 bits."""


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
        Cancelled: also when finished sentences are wanted and there is none. With ``keep_partial`` what ends the work
            early becomes a note once a sentence is finished.
    """
    refuse_empty_or_endless(job.text)
    description = clean_description(job.description)
    if not any(map(str.isalnum, description)):
        raise PortraitsError(
            ErrorCode.USAGE, "The voice is not described.", 'Describe it, for example "40-year-old, warm, low pitch".'
        )
    store = store or Store.default()
    # With a server the weights are there and not here.
    tokenizer = _tokenizer(store.folder_of(TOKENIZER if job.server else MODEL))
    script = prepare(job.text, tokenizer.tags, job.max_tokens, job.say)
    for note in script.notes:
        context.note(note)
    if job.speed != 1:
        context.note("The speed is for the built-in voice; the large one takes its pace from the description.")
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
    except (Cancelled, KeyboardInterrupt, PortraitsError) as end:
        if not (keep or context.keep_done) or not takes:
            raise
        if isinstance(end, PortraitsError):
            context.note(end.failure.what)
        context.note(f"It was stopped after {len(takes)} of {len(script.sentences)} sentences; these were kept.")
    return takes


def _tokenizer(folder: Path) -> SpeechTokenizer:
    stamps = tuple(path.stat().st_mtime_ns if path.exists() else 0 for path in tokenizer_paths(folder))
    return _tokenizer_of(folder, stamps)


@lru_cache(maxsize=1)
def _tokenizer_of(folder: Path, stamps: tuple[int, ...]) -> SpeechTokenizer:  # noqa: ARG001 - part of the key
    """Reading it takes a second, so it is kept until its file changes."""
    return SpeechTokenizer.load(folder)


@contextmanager
def _on_server(job: VoiceJob, store: Store) -> Iterator[_Parts]:
    yield _Parts(ServerSource(job.server), _codec(store, _device()))


@contextmanager
def _on_this_computer(job: VoiceJob, store: Store, context: JobContext) -> Iterator[_Parts]:
    device = _device()
    number_format = precision_for("language", device).format
    int8 = has_eight_bit(device, job.weights)
    if job.weights == "int8" and not int8:
        context.note("8-bit weights are for the processor; the graphics card uses its own format.")
    if device.kind == "cpu":
        context.note("Without a graphics card the large voice is far slower than speech; the built-in voice is quick.")
    folder = store.folder_of(MODEL)
    key = f"{folder} {store.folder_of(CODEC)} {device.id} {number_format}{' int8' if int8 else ''}"

    def load() -> _Parts:
        codec = _codec(store, device)
        model = load_llama(folder, device=device.id, dtype=torch_dtype(number_format), int8=int8)
        memory = round(_device().memory_free * _SHARE_FOR_CACHES)
        return _Parts(LocalSource(model, memory=memory, most_rows=_MOST_ROWS[device.kind]), codec)

    with kept_models.use(key, load, _size(folder, number_format, int8=int8)) as parts:
        yield parts


def _size(folder: Path, number_format: Format, *, int8: bool) -> int:
    """Return the bytes that the weights in a folder, which are published in 16 bit, take when they are loaded."""
    values = sum(path.stat().st_size for path in folder.glob("*.safetensors")) / 2
    in_blocks = 1 if int8 else BYTES[number_format]
    return round(values * (_BLOCKS_SHARE * in_blocks + (1 - _BLOCKS_SHARE) * BYTES[number_format]))


def _codec(store: Store, device: Device) -> Codec:
    place = store.place_of(store.catalog.get(CODEC))
    return Codec(load_snac(store.folder_of(CODEC), convert=not place.read_only), device.id)


def _device() -> Device:
    report = detect()
    return next(device for device in report.devices if device.id == report.chosen)
