"""Generated ids become frames and levels as all public implementations agree."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.voice.maya1.ids import CODES, FIRST_AUDIO, SLOTS, STOP
from engine.voice.maya1.unpack import FrameReader
from engine.voice.snac.frames import levels_of
from tests.voice.golden import cases


@pytest.mark.parametrize("case", cases("unpack"), ids=lambda case: case["name"])
def test_golden_ids_give_golden_levels(case: dict[str, Any]) -> None:
    reader = FrameReader()
    frames = reader.read_all(case["ids"])
    assert [level.tolist() for level in levels_of(frames)] == case["levels"]
    assert len(frames) == case["frames"]
    assert reader.leftover == case["leftover_ids"]
    assert reader.ignored == case["ignored_ids"]
    assert reader.stopped == case["stopped"]
    assert reader.mismatches == case["slot_mismatches"]


@given(st.lists(st.tuples(*[st.integers(0, CODES - 1)] * SLOTS), max_size=12), st.booleans())
def test_well_formed_ids_come_back_as_they_were_written(frames: list[tuple[int, ...]], stop: bool) -> None:
    ids = [FIRST_AUDIO + slot * CODES + code for frame in frames for slot, code in enumerate(frame)]
    reader = FrameReader()
    assert reader.read_all(ids + [STOP] * stop) == frames
    assert (reader.mismatches, reader.ignored, reader.leftover, reader.stopped) == (0, 0, 0, stop)
    first, second, third = levels_of(frames)
    assert (len(first), len(second), len(third)) == (len(frames), 2 * len(frames), 4 * len(frames))


@given(st.lists(st.integers(0, 160_000), max_size=60))
def test_any_ids_at_all_give_whole_frames_of_valid_codes(ids: list[int]) -> None:
    reader = FrameReader()
    frames = reader.read_all(ids)
    assert all(len(frame) == SLOTS and all(0 <= code < CODES for code in frame) for frame in frames)
    if not reader.stopped:
        assert len(frames) * SLOTS + reader.leftover + reader.ignored == len(ids)
