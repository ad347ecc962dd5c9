"""How fast ids are generated, against the library's own ``generate`` with the same weights."""

import time
from collections.abc import Callable

import pytest
import torch

from engine.voice.maya1.decoder import Decoder
from engine.voice.maya1.int8 import shrink_to_int8
from engine.voice.snac.codec import Codec
from engine.voice.snac.streaming import StreamDecoder
from tests.benchmarks.voice_models import UnmaskedDecoder, llama, run_decoder, run_generate, snac

IDS = 56


def seconds(work: Callable[[], object], times: int = 2) -> float:
    """Return the best time of a few runs after one that is not counted."""
    work()
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.benchmark
@pytest.mark.parametrize(("hidden", "layers"), [(256, 4), (512, 6)])
def test_ids_per_second_against_generate(hidden: int, layers: int) -> None:
    model = llama(
        hidden=hidden, intermediate=4 * hidden, layers=layers, heads=8, groups=4, device="cpu", dtype=torch.float32
    )
    library = seconds(lambda: run_generate(model, IDS))
    ours = seconds(lambda: run_decoder(Decoder(model, rows=1, capacity=512), IDS))
    unmasked = seconds(lambda: run_decoder(UnmaskedDecoder(model, rows=1, capacity=512), IDS))
    four = seconds(lambda: run_decoder(Decoder(model, rows=4, capacity=512), IDS))
    print(f"\nLlama {hidden} wide, {layers} layers, float32: generate {IDS / library:.0f} ids/s")
    print(f"our loop {IDS / ours:.0f} ids/s, {library / ours:.2f} times generate")
    print(f"our loop without the mask {IDS / unmasked:.0f} ids/s: the mask changes the time to {ours / unmasked:.2f}")
    print(f"four sentences side by side {4 * IDS / four:.0f} ids/s, {ours * 4 / four:.2f} times one after the other")


@pytest.mark.benchmark
def test_eight_bit_weights_against_sixteen_bit() -> None:
    def make() -> Decoder:
        model = llama(hidden=2048, intermediate=8192, layers=4, heads=16, groups=8, device="cpu", dtype=torch.bfloat16)
        return Decoder(model, rows=1, capacity=256)

    full, small = make(), make()
    shrink_to_int8(small.model)
    times = [seconds(lambda decoder=decoder: run_decoder(decoder, 28)) for decoder in (full, small)]
    print(f"\nbfloat16 {28 / times[0]:.1f} ids/s, 8-bit {28 / times[1]:.1f} ids/s: {times[0] / times[1]:.2f} times")


@pytest.mark.benchmark
def test_streaming_against_decoding_at_once() -> None:
    codec = Codec(snac())
    frames = [(1, 2, 3, 4, 5, 6, 7)] * 48

    def stream(batch: int) -> None:
        decoder = StreamDecoder(codec, 0, batch=batch)
        for frame in frames:
            decoder.feed([frame])
        decoder.finish()

    early, whole = seconds(lambda: stream(1)), seconds(lambda: stream(64))
    spoken = len(frames) * 2048 / 24_000
    print(f"\nat once {spoken / whole:.1f} times real time, while the ids arrive {spoken / early:.1f} times")
