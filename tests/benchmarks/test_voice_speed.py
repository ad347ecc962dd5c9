"""How fast the large voice is on a processor.

Run with ``pytest -m benchmark -s tests/benchmarks/test_voice_speed.py``. What is compared takes turns, round after
round, so that other load meets all of it; medians are printed, of the time on the clock and of the processor time of
all threads. Weights are random, which costs the same as trained ones.
"""

import statistics
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

import pytest
import torch

from engine.voice.maya1.decoder import Decoder
from engine.voice.maya1.ids import IDS_PER_SECOND
from engine.voice.maya1.int8 import shrink_to_int8
from engine.voice.snac.codec import Codec
from engine.voice.snac.streaming import StreamDecoder
from tests.benchmarks.voice_models import (
    UnmaskedDecoder,
    last_state,
    llama,
    maya1,
    run_decoder,
    run_generate,
    shrink_to_int4,
    snac,
)

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(1800)]

LAYERS = 28
ROUNDS = 5
IDS = 21


class Taken(NamedTuple):
    """Medians in seconds: on the clock, and of the processor."""

    clock: float
    processor: float


def taken(works: Mapping[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, Taken]:
    """Run works in turns, after a round that is not counted."""
    times: dict[str, list[Taken]] = {name: [] for name in works}
    for number in range(rounds + 1):
        for name, work in works.items():
            clock, processor = time.perf_counter(), time.process_time()
            work()
            if number:
                times[name].append(Taken(time.perf_counter() - clock, time.process_time() - processor))
    return {name: Taken(*map(statistics.median, zip(*each, strict=True))) for name, each in times.items()}


@pytest.mark.parametrize(("hidden", "layers"), [(256, 4), (512, 6), (3072, 2)], ids=["small", "middle", "real width"])
def test_ids_per_second_against_generate(hidden: int, layers: int) -> None:
    if hidden == 3072:
        model = maya1("cpu", torch.float32, layers)
    else:
        sizes = {"hidden": hidden, "intermediate": 4 * hidden, "layers": layers, "heads": 8, "groups": 4}
        model = llama(**sizes, device="cpu", dtype=torch.float32)
    found = taken(
        {
            "generate": partial(run_generate, model, IDS),
            "our loop": partial(run_decoder, Decoder(model, rows=1, capacity=512), IDS),
            "our loop without the mask": partial(run_decoder, UnmaskedDecoder(model, rows=1, capacity=512), IDS),
            "our loop, 4 sentences": partial(run_decoder, Decoder(model, rows=4, capacity=512), IDS),
        }
    )
    library, ours = found["generate"], found["our loop"]
    print(f"\nLlama {hidden} wide, {layers} layers, float32, {torch.get_num_threads()} threads:")
    for name, each in found.items():
        rows = 4 if "4" in name else 1
        print(
            f"  {name}: {rows * IDS / each.clock:.1f} ids/s; per id {rows * library.clock / each.clock:.2f} times as "
            f"fast as generate on the clock, {rows * library.processor / each.processor:.2f} in processor time"
        )
    mask = ours.clock / found["our loop without the mask"].clock
    print(f"  with the mask our loop takes {mask:.2f} of the time without it")


def test_weights_of_fewer_bits_at_the_real_width() -> None:
    """Time for an id with 1 and 3 layers of the real width; what a layer adds is extrapolated to all 28."""
    full = maya1("cpu", torch.float32, 3)
    models = {"float32": full}
    for name, shrink in (("bfloat16", None), ("8 bit", shrink_to_int8), ("4 bit", shrink_to_int4)):
        models[name] = maya1("cpu", torch.bfloat16, 3)
        models[name].load_state_dict(full.state_dict())
        if shrink is not None:
            shrink(models[name])
    wanted = last_state(full)
    errors = {name: float((last_state(model) - wanted).norm() / wanted.norm()) for name, model in models.items()}
    decoders = {name: Decoder(model, rows=1, capacity=256) for name, model in models.items()}
    found = taken(
        {
            f"{name} {layers}": partial(run_layers, decoder, layers, IDS)
            for name, decoder in decoders.items()
            for layers in (1, 3)
        }
    )
    print(f"\nLayers of Maya1's size, one row, {torch.get_num_threads()} threads:")
    whole = {}
    for name, error in errors.items():
        one, three = (found[f"{name} {layers}"].clock / IDS for layers in (1, 3))
        layer = (three - one) / 2
        whole[name] = one + (LAYERS - 1) * layer
        print(
            f"  {name}: {layer * 1e3:.1f} ms for a layer; extrapolated to {LAYERS} layers {1 / whole[name]:.1f} ids/s, "
            f"{whole['float32'] / whole[name]:.1f} times float32, {IDS_PER_SECOND * whole[name]:.0f} s for a second of "
            f"sound; error after three layers {error:.1%}"
        )
    assert errors["8 bit"] < errors["4 bit"] / 4


def run_layers(decoder: Decoder, layers: int, ids: int) -> None:
    """Let our loop generate with the first layers of its model only."""
    decoder.model.config.num_hidden_layers = layers
    run_decoder(decoder, ids)


def test_streaming_against_decoding_at_once() -> None:
    codec = Codec(snac())
    frames = [(1, 2, 3, 4, 5, 6, 7)] * 48

    def stream(batch: int) -> None:
        decoder = StreamDecoder(codec, 0, batch=batch)
        for frame in frames:
            decoder.feed([frame])
        decoder.finish()

    found = taken({"at once": partial(stream, 64), "while the ids arrive": partial(stream, 1)}, rounds=3)
    spoken = len(frames) * 2048 / 24_000
    print()
    for name, each in found.items():
        print(f"  {name}: {spoken / each.clock:.1f} times real time")
