"""Our decoding loop draws from the distribution that transformers' ``generate`` draws from."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
import torch
from transformers import (
    LlamaForCausalLM,
    LogitsProcessor,
    LogitsProcessorList,
    RepetitionPenaltyLogitsProcessor,
    TemperatureLogitsWarper,
    TopPLogitsWarper,
)
from transformers.models.llama.modeling_llama import LlamaRMSNorm

from engine.voice.maya1 import decoder as decoder_module
from engine.voice.maya1.decoder import Decoder
from engine.voice.maya1.ids import AUDIO_END, CODES, FIRST_AUDIO, MINIMUM_IDS, SLOTS, STOP
from engine.voice.maya1.recorded import RecordedDecoder, use_fused_norms
from engine.voice.maya1.sampling import CHOICES, Noise, Sampling, draw, probabilities
from tests.helpers.tiny_maya1 import tiny_llama

PROMPT = [128_259, 128_000, 27, 91, 68, 78, 83, 258, 128_009, 128_260, 128_261, 128_257]
SHORT = [128_259, 128_000, 30, 128_009, 128_260, 128_261, 128_257]


@pytest.fixture(scope="module")
def model() -> LlamaForCausalLM:
    return tiny_llama(stop=4.0)


@pytest.fixture(scope="module")
def reference() -> LlamaForCausalLM:
    """The same weights, with the library's own attention."""
    return tiny_llama(stop=4.0)


class OnlyWellFormed(LogitsProcessor):  # type: ignore[misc]
    """The strict mask as a logits processor: slow, and plain to read."""

    def __init__(self, prompt: int) -> None:
        self.prompt = prompt

    def __call__(self, input_ids: torch.Tensor, scores: torch.Tensor) -> torch.Tensor:
        position = input_ids.shape[1] - self.prompt
        masked = torch.full_like(scores, -torch.inf)
        block = slice(FIRST_AUDIO + position % SLOTS * CODES, FIRST_AUDIO + (position % SLOTS + 1) * CODES)
        masked[:, block] = scores[:, block]
        if position % SLOTS == 0 and position >= MINIMUM_IDS:
            masked[:, STOP] = scores[:, STOP]
        return masked


def generated(
    decoder: Decoder, prompts: Sequence[Sequence[int]], sampling: Sampling, count: int, seed: int = 1
) -> list[list[int]]:
    rows = [[token] for token in decoder.start(prompts, [seed] * len(prompts), sampling)]
    for _ in range(count - 1):
        for row, token in zip(rows, decoder.step(), strict=True):
            row.append(token)
    return rows


def until_stop(ids: list[int]) -> list[int]:
    return ids[: ids.index(STOP) + 1] if STOP in ids else ids


@pytest.mark.parametrize("penalty", [1.0, 1.1, 1.5])
def test_without_chance_the_ids_are_those_of_generate(
    model: LlamaForCausalLM, reference: LlamaForCausalLM, penalty: float
) -> None:
    mine = generated(Decoder(model, rows=1, capacity=100), [PROMPT], Sampling(0.0, 1.0, penalty), 80)[0]
    theirs = reference.generate(
        torch.tensor([PROMPT]),
        do_sample=False,
        repetition_penalty=penalty,
        max_new_tokens=80,
        eos_token_id=STOP,
        pad_token_id=128_263,
        logits_processor=LogitsProcessorList([OnlyWellFormed(len(PROMPT))]),
    )[0, len(PROMPT) :].tolist()
    assert until_stop(mine) == theirs
    assert len(theirs) >= MINIMUM_IDS


@pytest.mark.parametrize(
    "sampling", [Sampling(), Sampling(1.3, 1.0, 1.0), Sampling(0.7, 0.5, 1.4), Sampling(0.3, 0.95, 1.0)]
)
def test_probabilities_are_those_of_the_processors_of_generate(
    model: LlamaForCausalLM,
    reference: LlamaForCausalLM,
    sampling: Sampling,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found: list[torch.Tensor] = []

    def remembered(*arguments: torch.Tensor) -> torch.Tensor:
        found.append(probabilities(*arguments))  # type: ignore[arg-type]
        return found[-1]

    monkeypatch.setattr(decoder_module, "probabilities", remembered)
    ids = generated(Decoder(model, rows=1, capacity=100), [PROMPT], sampling, 60)[0]
    processors = LogitsProcessorList(
        [
            RepetitionPenaltyLogitsProcessor(sampling.repetition_penalty),
            OnlyWellFormed(len(PROMPT)),
            TemperatureLogitsWarper(sampling.temperature),
            TopPLogitsWarper(sampling.top_p),
        ]
    )
    with torch.inference_mode():
        logits = reference(torch.tensor([PROMPT + ids])).logits[0].float()
    for position in (0, 1, 7, 27, 28, 29, 35, 42, 59):
        before = torch.tensor([PROMPT + ids[:position]])
        wanted = processors(before, logits[None, len(PROMPT) - 1 + position]).softmax(-1)[0]
        block = FIRST_AUDIO + position % SLOTS * CODES
        assert torch.allclose(found[position][0, :CODES], wanted[block : block + CODES], atol=1e-5)
        assert float(found[position][0, CODES]) == pytest.approx(float(wanted[STOP]), abs=1e-5)


def test_draws_follow_the_probabilities() -> None:
    chances = torch.zeros(1, CHOICES)
    chances[0, [3, 500, CODES]] = torch.tensor([0.2, 0.5, 0.3])
    take = Noise(5)
    drawn = [int(draw(chances, take.next(), Sampling())) for _ in range(4000)]
    counts = {choice: drawn.count(choice) / 4000 for choice in set(drawn)}
    assert counts == pytest.approx({3: 0.2, 500: 0.5, CODES: 0.3}, abs=0.03)


def test_every_id_is_well_formed_and_the_stop_id_comes_between_frames() -> None:
    ends = []
    decoder = Decoder(tiny_llama(stop=7.0), rows=1, capacity=300)
    for seed in range(5):
        ids = until_stop(generated(decoder, [PROMPT], Sampling(0.6, 1.0, 1.0), 260, seed)[0])
        for position, token in enumerate(ids[:-1]):
            assert (token - FIRST_AUDIO) // CODES == position % SLOTS
            assert token < AUDIO_END
        assert ids[-1] == STOP
        assert (len(ids) - 1) % SLOTS == 0
        ends.append(len(ids) - 1)
    assert min(ends) >= MINIMUM_IDS
    assert len(set(ends)) > 1


def test_a_seed_gives_the_same_ids_and_leaves_the_global_generator_alone(model: LlamaForCausalLM) -> None:
    decoder = Decoder(model, rows=1, capacity=100)
    state = torch.random.get_rng_state()
    first = generated(decoder, [PROMPT], Sampling(), 40, seed=3)
    assert generated(decoder, [PROMPT], Sampling(), 40, seed=3) == first
    assert generated(Decoder(model, rows=1, capacity=60), [PROMPT], Sampling(), 40, seed=3) == first
    assert generated(decoder, [PROMPT], Sampling(), 40, seed=4) != first
    assert torch.equal(state, torch.random.get_rng_state())


def test_rows_side_by_side_give_what_each_gives_alone(model: LlamaForCausalLM) -> None:
    together = generated(
        Decoder(model, rows=3, capacity=100), [PROMPT, SHORT, PROMPT[:-5] + PROMPT[-4:]], Sampling(), 60
    )
    single = Decoder(model, rows=1, capacity=100)
    for prompt, ids in zip([PROMPT, SHORT, PROMPT[:-5] + PROMPT[-4:]], together, strict=True):
        assert generated(single, [prompt], Sampling(), 60)[0] == ids


class WideDecoder(Decoder):
    """Looks at more entries than are written, as recorded steps do."""

    def _run(self, slot: int) -> None:
        self._advance(slot, min(-(-(self._filled + 1) // 32) * 32, self.capacity), masked=True)


def test_entries_not_yet_written_have_no_influence(model: LlamaForCausalLM) -> None:
    wide = WideDecoder(model, rows=2, capacity=90)
    plain = Decoder(model, rows=2, capacity=90)
    for _ in range(2):  # the second time the cache is full of old entries
        assert generated(wide, [PROMPT, SHORT], Sampling(), 70) == generated(plain, [PROMPT, SHORT], Sampling(), 70)


def test_ids_that_the_prompt_ends_with_count_as_repeated(model: LlamaForCausalLM, reference: LlamaForCausalLM) -> None:
    spoken = [FIRST_AUDIO + slot * CODES + code for code in (5, 77) for slot in range(SLOTS)]
    prompt = PROMPT + spoken
    decoder = Decoder(model, rows=1, capacity=100)
    mine = [decoder.start([prompt], [0], Sampling(0.0, 1.0, 1.4), spoken=len(spoken))[0]]
    mine += [decoder.step()[0] for _ in range(40)]
    theirs = reference.generate(
        torch.tensor([prompt]),
        do_sample=False,
        repetition_penalty=1.4,
        max_new_tokens=41,
        eos_token_id=STOP,
        pad_token_id=128_263,
        logits_processor=LogitsProcessorList([OnlyWellFormed(len(prompt))]),
    )[0, len(prompt) :].tolist()
    assert until_stop(mine) == theirs


def test_what_does_not_fit_is_refused(model: LlamaForCausalLM) -> None:
    decoder = Decoder(model, rows=1, capacity=len(PROMPT) + 2)
    decoder.start([PROMPT], [0], Sampling())
    decoder.step()
    decoder.step()
    with pytest.raises(ValueError, match="full"):
        decoder.step()
    with pytest.raises(ValueError, match="do not fit"):
        decoder.start([PROMPT * 2], [0], Sampling())
    with pytest.raises(ValueError, match="do not fit"):
        decoder.start([PROMPT, PROMPT], [0, 0], Sampling())


def test_the_norms_of_recorded_steps_are_those_of_the_model() -> None:
    model, fused = tiny_llama(), tiny_llama()
    with torch.no_grad():
        for plain, other in zip(model.modules(), fused.modules(), strict=True):
            if isinstance(plain, LlamaRMSNorm):
                weight = torch.rand_like(plain.weight)
                plain.weight.copy_(weight)
                other.weight.copy_(weight)
    use_fused_norms(fused)
    assert not any(isinstance(module, LlamaRMSNorm) for module in fused.modules())
    with torch.inference_mode():
        wanted, found = (each.model(torch.tensor([PROMPT])).last_hidden_state for each in (model, fused))
    assert torch.allclose(found, wanted, atol=1e-5)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device")
@pytest.mark.parametrize("rows", [1, 2])
def test_recorded_steps_give_the_ids_of_plain_steps(rows: int) -> None:
    prompts = [PROMPT, SHORT][:rows]
    make: list[Callable[..., Decoder]] = [RecordedDecoder, Decoder]
    recorded, plain = (cls(tiny_llama(stop=4.0).cuda(), rows=rows, capacity=700) for cls in make)
    for sampling in (Sampling(0.0, 1.0, 1.1), Sampling(0.4, 0.9, 1.1)):
        for _ in range(2):
            assert np.array_equal(generated(recorded, prompts, sampling, 600), generated(plain, prompts, sampling, 600))
