"""Measures the large voice at its real size, with random weights.

Run on a machine with a graphics card::

    python -m tests.benchmarks.voice_full_size --device cuda

It prints, for ``generate`` of the library and for our loop plain, recorded, and with several sentences side by side:
ids per second, the real-time factor (82.03 ids are a second of sound) and the peak memory; then the time to the first
sound and that of a whole sentence through the streaming codec. It also compares recorded steps with plain ones.
"""

import argparse
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import torch

from engine.voice.maya1.decoder import Decoder
from engine.voice.maya1.ids import IDS_PER_SECOND
from engine.voice.maya1.int8 import shrink_to_int8
from engine.voice.maya1.sampling import Sampling
from engine.voice.maya1.unpack import FrameReader
from engine.voice.snac.codec import Codec
from engine.voice.snac.streaming import StreamDecoder
from tests.benchmarks.voice_models import PROMPT, UnmaskedDecoder, llama, maya1, run_decoder, run_generate, snac


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--layers", type=int, default=28)
    parser.add_argument("--ids", type=int, default=560, help="ids of each measured sentence")
    parser.add_argument("--capacity", type=int, default=2304, help="entries of the cache, 2048 ids and the prompt")
    parser.add_argument("--rows", type=int, nargs="*", default=[4, 8, 16])
    parser.add_argument("--int8", action="store_true", help="8-bit weights, for the processor")
    wanted = parser.parse_args()
    cuda = wanted.device.startswith("cuda")
    if cuda:
        from engine.voice.maya1.recorded import RecordedDecoder

        small = llama(
            hidden=256, intermediate=512, layers=4, heads=8, groups=4, device=wanted.device, dtype=torch.float32
        )
        print("float32, small: ", end="")
        agree(
            Decoder(small, rows=1, capacity=wanted.capacity), RecordedDecoder(small, rows=1, capacity=wanted.capacity)
        )
    measure = Measure(wanted.device, wanted.ids)
    model = maya1(wanted.device, torch.bfloat16, wanted.layers)
    parameters = sum(parameter.numel() for parameter in model.parameters())
    name = torch.cuda.get_device_name() if cuda else "processor"
    print(f"{name}: {parameters / 1e9:.2f} B parameters in bfloat16, {wanted.ids} ids for each sentence", flush=True)

    measure("generate (dynamic cache, no mask)", partial(run_generate, model, wanted.ids))
    if wanted.int8:
        shrink_to_int8(model)
    plain = Decoder(model, rows=1, capacity=wanted.capacity)
    measure("our loop, plain steps", partial(run_decoder, plain, wanted.ids))
    unmasked = UnmaskedDecoder(model, rows=1, capacity=wanted.capacity)
    measure("our loop, plain steps, without the mask", partial(run_decoder, unmasked, wanted.ids))
    del unmasked
    make: type[Decoder] = Decoder
    if cuda:
        make = RecordedDecoder
        recorded = RecordedDecoder(model, rows=1, capacity=wanted.capacity)
        start = time.perf_counter()
        run_decoder(recorded, wanted.ids)
        print(f"recording, with the first sentence: {time.perf_counter() - start:.2f} s")
        agree(plain, recorded)
        measure("our loop, recorded steps", partial(run_decoder, recorded, wanted.ids))
        del recorded
    del plain
    for rows in wanted.rows:
        decoder = make(model, rows=rows, capacity=wanted.capacity)
        measure(f"our loop, {rows} sentences side by side", partial(run_decoder, decoder, wanted.ids), rows)
        del decoder
    first_sound(make(model, rows=1, capacity=wanted.capacity), wanted.device, wanted.ids)


class Measure:
    """Prints the speed of a way to generate, against the first one measured."""

    def __init__(self, device: str, ids: int) -> None:
        self._cuda = device.startswith("cuda")
        self._ids = ids
        self._first = 0.0

    def __call__(self, name: str, work: Callable[[], object], rows: int = 1) -> None:
        if self._cuda:
            torch.cuda.empty_cache()
            torch.cuda.reset_peak_memory_stats()
        best = min(self._once(work) for _ in range(3 if self._cuda else 1))
        rate = rows * self._ids / best
        self._first = self._first or rate
        memory = f", peak {torch.cuda.max_memory_allocated() / 2**30:.2f} GiB" if self._cuda else ""
        print(
            f"{name}: {rate:.1f} ids/s, {rate / self._first:.2f} times generate, "
            f"real-time factor {rate / IDS_PER_SECOND:.2f}{memory}",
            flush=True,
        )

    def _once(self, work: Callable[[], object]) -> float:
        if self._cuda:
            work()  # warm
            torch.cuda.synchronize()
        start = time.perf_counter()
        work()
        if self._cuda:
            torch.cuda.synchronize()
        return time.perf_counter() - start


def agree(plain: Decoder, recorded: Decoder) -> None:
    """Compare the first ids of both. Rounding, above all in bfloat16, can let them part; then it is said where."""
    rows: list[list[int]] = []
    for decoder in (plain, recorded):
        ids = decoder.start([PROMPT], [7], Sampling())
        for _ in range(139):
            ids += decoder.step()
        rows.append(ids)
    same = next((place for place, (one, other) in enumerate(zip(*rows, strict=True)) if one != other), 140)
    print(f"recorded and plain steps give the same first {same} of 140 ids")


def first_sound(decoder: Decoder, device: str, count: int) -> None:
    """Generate a sentence through the streaming codec, as a job does."""
    codec = Codec(snac(), device)
    for attempt in ("first", "second"):
        start = time.perf_counter()
        heard, samples = 0.0, 0
        stream, reader = StreamDecoder(codec, 1), FrameReader()
        ids: Any = decoder.start([PROMPT], [1], Sampling())
        for _ in range(count - 1):
            frame = reader.read(ids[0])
            if frame is not None:
                samples += stream.feed([frame]).size
                heard = heard or (time.perf_counter() - start if samples else 0.0)
            ids = decoder.step()
        samples += stream.finish().size
        took = time.perf_counter() - start
        print(
            f"{attempt} sentence: first sound after {heard:.3f} s, {samples / 24_000:.2f} s of sound in {took:.2f} s, "
            f"{samples / 24_000 / took:.2f} times real time with the codec"
        )


if __name__ == "__main__":
    main()
