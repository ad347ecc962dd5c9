"""Sound decoded while the frames arrive is the sound of all frames at once."""

import itertools
from functools import lru_cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.voice.maya1.unpack import FrameReader
from engine.voice.snac.codec import FRAME_SAMPLES, Codec
from engine.voice.snac.frames import Frame, levels_of
from engine.voice.snac.loading import load_snac
from engine.voice.snac.streaming import StreamDecoder
from tests.voice.golden import FOLDER, cases, tensors


@lru_cache(maxsize=2)
def codec(name: str = "snac_narrow_noise") -> Codec:
    return Codec(load_snac(FOLDER / name))


def random_frames(count: int, seed: int = 0) -> list[Frame]:
    return [tuple(frame) for frame in np.random.default_rng(seed).integers(0, 4096, (count, 7)).tolist()]


def streamed(decoder: StreamDecoder, frames: list[Frame], cuts: list[int]) -> NDArray[np.float32]:
    edges = [0, *sorted(min(cut, len(frames)) for cut in cuts), len(frames)]
    parts = [decoder.feed(frames[start:stop]) for start, stop in itertools.pairwise(edges)]
    return np.concatenate([*parts, decoder.finish()])


def test_the_golden_stream() -> None:
    frames = FrameReader().read_all(tensors()["stream.ids"].tolist())
    narrow = codec("snac_narrow")
    sound = streamed(StreamDecoder(narrow, 0), frames, list(range(len(frames))))
    wave = tensors()["stream.wave"].numpy()
    assert np.abs(sound - wave[FRAME_SAMPLES:]).max() < 1e-4
    # The published rule, one frame before and two after, is close but another sound.
    for row, window in enumerate(tensors()["stream.window4"].numpy()):
        part = narrow.decode(levels_of(frames[row : row + 4]), narrow.tape(0))[2048:4096]
        assert np.abs(part - window).max() < 1e-4
        assert np.abs(part - wave[(row + 1) * 2048 : (row + 2) * 2048]).max() > 2e-4


@pytest.mark.parametrize("case", cases("unpack"), ids=lambda case: case["name"])
def test_golden_ids_give_sound_of_the_golden_length(case: dict[str, Any]) -> None:
    decoder = StreamDecoder(codec(), 0)
    sound = decoder.feed(FrameReader().read_all(case["ids"]))
    assert sound.size + decoder.finish().size == case["samples_after_warmup_trim"]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 40), st.lists(st.integers(0, 40), max_size=40), st.integers(0, 5))
def test_streaming_equals_the_whole_for_any_length_and_any_cuts(count: int, cuts: list[int], seed: int) -> None:
    frames = random_frames(count, seed)
    sound = streamed(StreamDecoder(codec(), seed), frames, cuts)
    whole = codec().decode(levels_of(frames), codec().tape(seed))
    # The warm-up frame is left out, unless it is the only one.
    whole = whole[FRAME_SAMPLES:] if count > 1 else whole
    assert sound.shape == whole.shape
    assert sound.size == 0 or np.abs(sound - whole).max() < 1e-4


@pytest.mark.parametrize(("count", "before"), [(1, 1), (6, 2), (9, 3), (20, 12)])
def test_a_take_that_continues_another_one_needs_no_warm_up(count: int, before: int) -> None:
    frames = random_frames(before + count)
    sound = streamed(StreamDecoder(codec("snac_narrow"), 0, before=frames[:before]), frames[before:], [1, 2, 5])
    narrow = codec("snac_narrow")
    whole = narrow.decode(levels_of(frames), narrow.tape(0))
    assert np.abs(sound - whole[before * FRAME_SAMPLES :]).max() < 1e-4


def test_a_continuing_take_without_frames_is_silent() -> None:
    decoder = StreamDecoder(codec(), 0, before=random_frames(2))
    assert decoder.finish().size == 0


def test_the_first_sound_comes_within_seven_frames() -> None:
    decoder = StreamDecoder(codec(), 0)
    heard = [decoder.feed([frame]).size for frame in random_frames(7)]
    assert heard[:4] == [0, 0, 0, 0]
    assert heard[4] == FRAME_SAMPLES
