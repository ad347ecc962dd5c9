"""The codebook learns as published, and better where the published rules fail."""

import pytest
import torch

from engine.animation.codebook import RESET_EVERY, CodebookLearner
from engine.animation.quantizer import Quantizer
from tests.helpers.motion import distance, golden


@pytest.mark.parametrize("name", ["vq_ema_reset_23", "vq_reset_preset_45"])
def test_the_published_rules_are_repeated(name: str) -> None:
    reference = golden(name)
    quantizer = Quantizer(*reference["out.codebook"].shape[1:])
    if "in.codebook0" in reference.tensors:
        quantizer.codebook.copy_(reference["in.codebook0"])
    learner = CodebookLearner(quantizer, published=True)
    replaced = []
    for step, latents in enumerate(reference["in.x"]):
        order = reference["in.randperm"][step]
        learner.start(latents.permute(0, 2, 3, 1).flatten(0, 2))
        quantised = quantizer(latents)
        use = learner.update(quantised.rows, quantised.indices, lambda _, order=order: order)
        replaced.append(use.replaced)
        assert distance(quantizer.codebook, reference["out.codebook"][step]) < 1e-4
        assert distance(learner.counts, reference["out.code_count"][step]) < 1e-4
        assert distance(learner.usage, reference["out.usage"][step]) < 1e-4
        assert float(quantised.commitment) == pytest.approx(float(reference["out.commit"][step]), abs=1e-4)
        assert use.perplexity == pytest.approx(float(reference["out.perplexity"][step]), abs=1e-4)
        if "out.indices" in reference.tensors:
            assert (quantised.indices.flatten() == reference["out.indices"][step]).all()
    if name == "vq_reset_preset_45":
        assert [step for step, count in enumerate(replaced) if count] == [20, 41]


def trained(*, published: bool, calls: int) -> tuple[Quantizer, CodebookLearner, list[int]]:
    """Rows in two far clusters; the first call has as many rows as codes, as in the published set-up."""
    generator = torch.Generator().manual_seed(0)
    quantizer = Quantizer(16, 4)
    learner = CodebookLearner(quantizer, published=published)
    replaced = []
    for call in range(calls):
        centre = 0.0 if call == 0 else 50.0 * (torch.arange(16) % 2)[:, None]
        rows = torch.randn(16, 4, generator=generator) + centre
        learner.start(rows, lambda count: torch.randperm(count, generator=generator))
        use = learner.update(rows, quantizer.nearest(rows), lambda count: torch.randperm(count, generator=generator))
        replaced.append(use.replaced)
    return quantizer, learner, replaced


def test_dead_codes_come_back_only_by_the_repaired_rules() -> None:
    _, _, published = trained(published=True, calls=3 * RESET_EVERY)
    _, learner, repaired = trained(published=False, calls=3 * RESET_EVERY)
    assert sum(published) == 0, "the first call protects every code for ever"
    assert repaired[RESET_EVERY - 1] == 0
    assert repaired[2 * RESET_EVERY - 1] > 0
    assert learner.usage.sum() == 0, "use is counted afresh"


def test_a_replaced_code_stays_where_it_was_put() -> None:
    generator = torch.Generator().manual_seed(1)
    for published in (True, False):
        quantizer = Quantizer(4, 2)
        quantizer.codebook.copy_(torch.tensor([[0.0, 0], [1000, 0], [1000, 1], [1000, 2]]))
        learner = CodebookLearner(quantizer, published=published)
        rows = torch.randn(40, 2, generator=generator)
        learner.start(rows)
        for _ in range(RESET_EVERY):
            learner.update(rows, quantizer.nearest(rows), lambda count: torch.randperm(count, generator=generator))
        learner.usage.zero_()
        learner.calls = RESET_EVERY - 1
        learner.counts[1:] = 0.1
        use = learner.update(rows, torch.zeros(40, dtype=torch.long), torch.arange)
        assert use.replaced == 3
        assert quantizer.codebook.abs().max() < 10
        learner.update(rows, torch.zeros(40, dtype=torch.long), torch.arange)
        jumped_back = bool((quantizer.codebook[1:].abs().max(dim=1).values > 100).all())
        assert jumped_back == published


def test_few_rows_are_repeated_with_a_little_noise() -> None:
    torch.manual_seed(2)
    quantizer = Quantizer(32, 4)
    rows = torch.arange(5.0)[:, None].repeat(1, 4)
    CodebookLearner(quantizer, published=True).start(rows)
    nearest = quantizer.codebook.mean(dim=1).round()
    assert nearest[:5].tolist() == [0, 1, 2, 3, 4]
    assert 0 < (quantizer.codebook - nearest[:, None]).abs().max() < 0.1


def test_the_state_is_whole() -> None:
    _, learner, _ = trained(published=False, calls=30)
    other = CodebookLearner(Quantizer(16, 4))
    other.load_state({key: value.clone() for key, value in learner.state().items()})
    assert other.calls == 30
    assert other.started
    for key, value in learner.state().items():
        torch.testing.assert_close(other.state()[key], value)
