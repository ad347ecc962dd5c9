"""4DMoT gives the numbers of the published implementation."""

import zlib
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import torch

from engine.animation.motion import make_motion
from engine.animation.quantizer import Quantizer
from engine.animation.tokenizer import MotionTokenizer, build_tokenizer
from engine.animation.vq_blocks import in_slices
from engine.animation.vqvae import MotionVqVae, VqVaeConfig, config_of
from engine.diffusion.weights import load_strictly
from engine.protocol.errors import PortraitsError
from tests.helpers.motion import GOLDENS, dance, distance, golden, golden_shapes


def recipe_weights(key: str, shape: tuple[int, ...], seed: int) -> torch.Tensor:
    """The weights of ``vq_full_recipe_*``, which are too large to keep: made again from their names."""
    values = np.random.RandomState(zlib.crc32(key.encode()) ^ seed).standard_normal(shape)
    if key.endswith("codebook"):
        unit = values / np.linalg.norm(values, axis=1, keepdims=True)
        return torch.from_numpy(unit.astype(np.float32) * np.float32(40))
    if len(shape) > 1:
        values = values / np.sqrt(np.prod(shape[1:]))
    else:
        values = 1 + 0.2 * values if key.endswith("weight") else 0.1 * values
    return torch.from_numpy(values.astype(np.float32))


def test_the_published_layout_is_ours() -> None:
    with torch.device("meta"):
        model = MotionVqVae()
    wanted = golden_shapes("keys_4dmot")
    assert {key: tuple(value.shape) for key, value in model.state_dict().items()} == wanted
    assert len(wanted) == 133
    assert sum(value.numel() for value in model.parameters()) == 48_323_075


def test_the_full_network_gives_the_published_tokens() -> None:
    reference = golden("vq_full_recipe_f49")
    with torch.device("meta"):
        model = MotionVqVae()
    shapes = {key: tuple(value.shape) for key, value in model.state_dict().items()}
    state = {key: recipe_weights(key, shape, reference.meta["seed"]) for key, shape in shapes.items()}
    load_strictly(model, state, "recipe")
    with torch.no_grad():
        latents = model.encode(reference["in.motion_norm"])
        quantised = model.vq(latents)
        restored = model.decode(quantised.grid)
    equal = (quantised.indices == reference["out.indices"]).flatten()
    assert equal[reference["out.margin"] > 1e-2].all()
    assert equal.float().mean() >= 0.99
    assert float(quantised.commitment) == pytest.approx(float(reference["out.commit_loss"]), rel=1e-4)
    assert distance(restored, reference["out.recon"]) < 2e-3
    assert distance(latents.mean(dim=1), reference["out.encoder_latent_mean"]) < 1e-3


@pytest.mark.parametrize(
    "name", [path.stem for path in sorted(GOLDENS.glob("vq_eval_*.safetensors"))] or ["vq_train_3steps"]
)
def test_small_networks_give_the_published_numbers(name: str) -> None:
    reference = golden(name)
    trained = name == "vq_train_3steps"
    state = reference.state("sd0." if trained else "sd.")
    model = MotionVqVae(config_of(state))
    load_strictly(model, state, name)
    motion = reference["step0.in.motion_norm" if trained else "in.motion_norm"]
    with torch.no_grad():
        latents = model.encode(motion)
        if trained:
            # In training the codebook begins as the first rows of the batch.
            rows = latents.permute(0, 2, 3, 1).flatten(0, 2)
            model.vq.codebook.copy_(rows[: len(model.vq.codebook)])
        restored, quantised = model(motion)
    if trained:
        assert distance(restored, reference["step0.out.recon"]) < 1e-4
        assert float(quantised.commitment) == pytest.approx(float(reference["step0.commit"]), abs=1e-4)
        return
    assert distance(latents, reference["out.encoder_latent"]) < 1e-4
    assert (quantised.indices == reference["out.indices"]).all()
    assert distance(restored, reference["out.recon"]) < 1e-4
    assert distance(quantised.grid.permute(0, 2, 3, 1).flatten(1, 2), reference["out.tokens"]) < 1e-4
    assert float(quantised.commitment) == pytest.approx(float(reference["out.commit_loss"]), abs=1e-4)


@pytest.mark.parametrize("frames", [8, 9, 15, 16, 17, 33, 48, 49, 50, 53])
def test_frames_are_cut_into_slices_of_eight(frames: int) -> None:
    """Every frame is replaced by the mean of its slice, so the result tells where the slices are."""

    class MeanOfSlice(torch.nn.Module):
        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return x.mean(dim=2, keepdim=True).expand_as(x)

    numbers = torch.arange(frames, dtype=torch.float32).view(1, 1, frames, 1).expand(2, 3, frames, 4)
    first = 8 + frames % 8
    ends = [0, first, *range(first + 8, frames + 1, 8)]
    wanted = [sum(range(low, high)) / (high - low) for low, high in pairwise(ends) for _ in range(low, high)]
    result = in_slices(MeanOfSlice(), numbers, 8)
    assert result.shape == numbers.shape
    torch.testing.assert_close(result, torch.tensor(wanted).view(1, 1, frames, 1).expand_as(numbers))


def tiny(width: int = 8, codes: int = 16) -> MotionTokenizer:
    torch.manual_seed(0)
    model = MotionVqVae(VqVaeConfig(32, 32, width, codes))
    model.vq.codebook.normal_()
    return MotionTokenizer(model)


@pytest.mark.parametrize("frames", [8, 13, 20, 48, 49, 50, 53])
def test_every_length_gives_its_tokens_and_the_same_length_back(frames: int) -> None:
    tokenizer = tiny()
    motion = dance(frames)
    tokens = tokenizer.tokenize(motion)
    assert tokens.latent_frames == (frames - 1) // 4 + 1
    assert tokens.vectors.shape == (tokens.latent_frames * 24, 8)
    # Tokens are ordered by frame, then joint; each is the code that its number names.
    torch.testing.assert_close(tokens.vectors, tokenizer.model.vq.codebook[tokens.indices.flatten()])
    restored, again = tokenizer.reconstruct(motion)
    assert len(restored) == frames
    assert restored.valid.all()
    torch.testing.assert_close(again.indices, tokens.indices)


def test_token_numbers_alone_give_the_motion_back() -> None:
    tokenizer = tiny()
    motion = dance(49)
    restored, tokens = tokenizer.reconstruct(motion)
    np.testing.assert_allclose(tokenizer.decode(tokens.indices), restored.joints, atol=0.05)


@pytest.mark.parametrize("frames", [0, 1, 7])
def test_too_few_frames_are_refused(frames: int) -> None:
    with pytest.raises(PortraitsError, match="frames"):
        tiny().tokenize(make_motion(np.ones((frames, 24, 3))))


def test_frames_without_a_person_are_refused() -> None:
    joints = dance(20).joints.copy()
    joints[3] = np.nan
    with pytest.raises(PortraitsError, match="1 frames without a person"):
        tiny().tokenize(make_motion(joints))


def test_an_unknown_motion_is_told() -> None:
    tokenizer = tiny()
    tokens = tokenizer.tokenize(dance(16))
    assert tokens.out_of_domain == (tokens.commitment > 0.1)
    tokenizer.model.vq.codebook += 100
    assert tokenizer.tokenize(dance(16)).out_of_domain


def test_ten_thousand_frames_are_tokenised() -> None:
    assert tiny().tokenize(dance(10_000)).latent_frames == 2500


def test_the_nearest_code_is_the_nearest() -> None:
    torch.manual_seed(1)
    quantizer = Quantizer(50, 6)
    quantizer.codebook.normal_()
    rows = torch.randn(9000, 6)
    wanted = torch.cdist(rows, quantizer.codebook).argmin(dim=1)
    assert (quantizer.nearest(rows) == wanted).float().mean() > 0.999


def state_of(config: VqVaeConfig) -> dict[str, Any]:
    return dict(MotionVqVae(config).state_dict())


def test_a_checkpoint_must_fit_strictly() -> None:
    config = VqVaeConfig(32, 64, 8, 16)
    state = state_of(config)
    assert build_tokenizer(state, "mine").model.config == config
    missing = {key: value for key, value in state.items() if key != "decoder.conv_in.bias"}
    with pytest.raises(PortraitsError, match=r"1 missing \(decoder.conv_in.bias\)"):
        build_tokenizer(missing, "mine")
    with pytest.raises(PortraitsError, match=r"1 unexpected \(extra\)"):
        build_tokenizer(state | {"extra": torch.zeros(1)}, "mine")
    with pytest.raises(PortraitsError, match="another shape"):
        build_tokenizer(state | {"decoder.conv_out.bias": torch.zeros(4)}, "mine")
    with pytest.raises(PortraitsError, match="statistics"):
        build_tokenizer(state, "mine", statistics={"mean": torch.zeros(24, 3)})
