"""The codec decodes what the public package decodes, and its noise depends on seed and place only."""

from typing import Any

import numpy as np
import pytest
import torch

from engine.voice.snac.codec import Codec
from engine.voice.snac.frames import Levels
from engine.voice.snac.loading import load_snac
from tests.voice.golden import FOLDER, cases, tensors

WAVES = [case for case in cases("waves") if case["key"] not in ("stream", "encode")]


def golden_levels(key: str) -> Levels:
    first, second, third = (tensors()[f"{key}.codes{level}"].numpy().astype(np.int64) for level in range(3))
    return first, second, third


@pytest.mark.parametrize("case", WAVES, ids=lambda case: case["key"])
def test_the_loaded_model_decodes_the_golden_waves(case: dict[str, Any]) -> None:
    model = load_snac(FOLDER / case["model"])
    if case["seed_before_decode"] is not None:
        torch.manual_seed(case["seed_before_decode"])
    with torch.inference_mode():
        sound = model.decode([torch.from_numpy(level).unsqueeze(0) for level in golden_levels(case["key"])])[0, 0]
    wave = tensors()[f"{case['key']}.wave"]
    assert sound.shape == wave.shape == (case["samples"],)
    assert float((sound - wave).abs().max()) < 1e-4
    assert float(sound.abs().max()) == pytest.approx(case["peak"], abs=1e-4)


@pytest.mark.parametrize("case", [case for case in WAVES if case["model"] == "snac_narrow"], ids=lambda c: c["key"])
def test_the_codec_gives_the_golden_waves(case: dict[str, Any]) -> None:
    codec = Codec(load_snac(FOLDER / "snac_narrow"))
    sound = codec.decode(golden_levels(case["key"]), codec.tape(0))
    assert np.abs(sound - tensors()[f"{case['key']}.wave"].numpy()).max() < 1e-4


def test_the_encoder_was_loaded_too() -> None:
    model = load_snac(FOLDER / "snac_narrow")
    with torch.inference_mode():
        codes = model.encode(tensors()["encode.wave"].reshape(1, 1, -1))
    for level, found in enumerate(codes):
        assert torch.equal(found[0].int(), tensors()[f"encode.codes{level}"].reshape(-1).int())


def test_without_a_seed_the_plain_model_never_repeats_itself() -> None:
    model = load_snac(FOLDER / "snac_narrow_noise")
    codes = [torch.from_numpy(level).unsqueeze(0) for level in golden_levels("noise_03")]
    with torch.inference_mode():
        assert not torch.equal(model.decode(codes), model.decode(codes))


def test_the_noise_of_the_codec_follows_the_seed() -> None:
    codec = Codec(load_snac(FOLDER / "snac_narrow_noise"))
    levels = golden_levels("noise_03")
    state = torch.random.get_rng_state()
    first, again, other = (codec.decode(levels, codec.tape(seed)) for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert np.abs(first - other).max() > 1e-3
    assert torch.equal(state, torch.random.get_rng_state())
    # As loud as with the package's own noise.
    golden = tensors()["noise_03.wave"].numpy()
    assert np.std(first) == pytest.approx(np.std(golden), rel=0.1)


def test_swapping_two_codes_is_heard() -> None:
    codec = Codec(load_snac(FOLDER / "snac_narrow"))
    first, second, third = golden_levels("clean_04")
    sound = codec.decode((first, second, third), codec.tape(0))
    swapped = second.copy()
    swapped[[2, 3]] = swapped[[3, 2]]
    assert np.abs(codec.decode((first, swapped, third), codec.tape(0)) - sound).max() > 1e-2


def test_wrong_levels_are_refused_before_they_reach_the_model() -> None:
    codec = Codec(load_snac(FOLDER / "snac_narrow"))
    first, second, third = golden_levels("clean_04")
    assert codec.decode((first[:0], second[:0], third[:0]), codec.tape(0)).shape == (0,)
    with pytest.raises(ValueError, match="n, 2n, 4n"):
        codec.decode((first, second[:-1], third), codec.tape(0))
    with pytest.raises(ValueError, match="out of range"):
        codec.decode((first + 4096, second, third), codec.tape(0))
    with pytest.raises(ValueError, match="out of range"):
        codec.decode((first, second - 5000, third), codec.tape(0))
