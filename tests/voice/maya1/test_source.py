"""Prompts are continued by the model on this computer: as many side by side as memory allows, each until it ends."""

from collections.abc import Sequence

import pytest
from transformers import LlamaForCausalLM

from engine.voice.maya1 import recorded
from engine.voice.maya1.cache import cache_bytes
from engine.voice.maya1.decoder import Decoder
from engine.voice.maya1.ids import STOP
from engine.voice.maya1.sampling import Sampling
from engine.voice.maya1.source import LocalSource
from tests.helpers.tiny_maya1 import tiny_llama

PROMPTS = [[128_259, 128_000, *range(40, 40 + length), 128_009, 128_260, 128_261, 128_257] for length in (5, 9, 2)]


@pytest.fixture(scope="module")
def model() -> LlamaForCausalLM:
    return tiny_llama(stop=7.0)


def continued(source: LocalSource, prompts: Sequence[Sequence[int]], max_ids: int, rows: int = 1) -> list[list[int]]:
    """Return the ids of each prompt, and make sure that None comes only after its end."""
    steps = list(source.generate(prompts, list(range(len(prompts))), Sampling(), max_ids, rows=rows))
    found = []
    for row in zip(*steps, strict=True):
        ids = [token for token in row if token is not None]
        assert row[len(ids) :] == (None,) * (len(row) - len(ids))
        found.append(ids)
    return found


@pytest.mark.parametrize(("fits", "most", "rows"), [(0, 8, 1), (1, 8, 1), (3, 8, 3), (100, 8, 8), (100, 1, 1)])
def test_memory_decides_how_many_run_side_by_side(model: LlamaForCausalLM, fits: int, most: int, rows: int) -> None:
    # 60 ids of prompt and 400 that follow take two steps of 256 entries.
    one = cache_bytes(model.config, 512, model.dtype.itemsize)
    assert LocalSource(model, memory=fits * one, most_rows=most).rows(60, 400) == rows


def test_each_prompt_goes_on_to_its_own_end(model: LlamaForCausalLM) -> None:
    found = continued(LocalSource(model), PROMPTS, 400)
    assert [ids.count(STOP) for ids in found] == [1, 1, 1]
    assert all(ids[-1] == STOP for ids in found)
    assert len({len(ids) for ids in found}) > 1
    for place, ids in enumerate(found):
        steps = LocalSource(model).generate([PROMPTS[place]], [place], Sampling(), 400)
        assert [token for (token,) in steps] == ids


def test_the_longest_that_is_allowed_is_the_end_too(model: LlamaForCausalLM) -> None:
    assert [len(ids) for ids in continued(LocalSource(model), PROMPTS, 20)] == [20, 20, 20]


def test_memory_is_used_again_until_something_larger_comes(model: LlamaForCausalLM) -> None:
    source = LocalSource(model)
    continued(source, PROMPTS[:1], 20)
    first = source._decoder
    continued(source, PROMPTS[1:2], 200)
    assert source._decoder is first
    continued(source, PROMPTS[:1], 300)
    assert source._decoder is not first


def test_recorded_steps_keep_their_shape(model: LlamaForCausalLM, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorded, "RecordedDecoder", Decoder)
    source = LocalSource(model)
    alone = continued(source, PROMPTS[:1], 60, rows=3)
    assert source._decoder is not None
    assert source._decoder.rows == 1
    source._records = True
    whole = continued(source, PROMPTS, 60, rows=3)
    decoder = source._decoder
    assert continued(source, PROMPTS[:1], 60, rows=3) == whole[:1] == alone
    assert source._decoder is decoder
    assert decoder.rows == 3
