"""The encoders and the decoder of Wan 2.1 from weights in the original layout."""

import pytest
import torch

from engine.diffusion.wan_clip import WanImageEncoder, build_image_model, clip_pixels
from engine.diffusion.wan_text import WanTextEncoder, build_text_model, text_states
from engine.diffusion.wan_vae import build_wan_vae
from engine.protocol.errors import PortraitsError
from tests.helpers.motion import distance, golden


@torch.no_grad()
def test_the_vae_gives_the_published_numbers() -> None:
    reference = golden("wan_vae_small")
    vae = build_wan_vae(reference.state(), "vae")
    latents = vae.encode(reference["in.video"])
    assert distance(latents, reference["out.latent_mode_normalised"]) < 1e-4
    assert distance(vae.decode(latents), reference["out.recon"]) < 1e-4
    decoded = vae.decode(reference["in.z2"])
    assert distance(decoded, reference["out.decode_z2"]) < 1e-4
    assert decoded.abs().max() <= 1


@torch.no_grad()
def test_the_text_encoder_gives_the_published_numbers() -> None:
    reference = golden("wan_t5_small")
    model = build_text_model(reference.state(), "umT5")
    states = text_states(model, reference["in.ids"], reference["in.mask"])
    seen = reference["in.mask"].bool()
    assert distance(states[seen], reference["out.hidden"][seen]) < 1e-4


def test_texts_lose_their_padding() -> None:
    reference = golden("wan_t5_small")
    model = build_text_model(reference.state(), "umT5")

    def words(texts: list[str], **settings: object) -> dict[str, torch.Tensor]:
        assert settings["max_length"] == 512
        assert settings["add_special_tokens"] is True
        lengths = torch.tensor([len(text) for text in texts])
        mask = (torch.arange(512) < lengths[:, None]).long()
        return {"input_ids": mask * 7, "attention_mask": mask}

    states = WanTextEncoder(model, words).encode(["ab", "abcde"])
    assert [tuple(state.shape) for state in states] == [(2, 32), (5, 32)]


@torch.no_grad()
def test_the_picture_encoder_gives_the_published_numbers() -> None:
    reference = golden("wan_clip_small")
    model = build_image_model(reference.state(), "CLIP", heads=reference.meta["heads"])
    picture = reference["in.image_pm1"].transpose(0, 1)
    assert distance(clip_pixels(picture, reference.meta["image_size"]), reference["mid.normalised"]) < 1e-4
    assert distance(WanImageEncoder(model)(picture), reference["out.penultimate"]) < 1e-4


@pytest.mark.parametrize(
    ("name", "build"),
    [("wan_vae_small", build_wan_vae), ("wan_t5_small", build_text_model)],
)
def test_weights_must_fit_strictly(name: str, build: object) -> None:
    assert callable(build)
    state = golden(name).state()
    last = max(state)
    with pytest.raises(PortraitsError, match="missing"):
        build({key: value for key, value in state.items() if key != last}, "weights")
    with pytest.raises(PortraitsError, match="unexpected"):
        build(state | {"something.else": torch.zeros(2)}, "weights")


def test_the_picture_encoder_must_fit_strictly_beside_its_text_tower() -> None:
    reference = golden("wan_clip_small")
    state = reference.state() | {"textual.anything": torch.zeros(1), "log_scale": torch.zeros(1)}
    build_image_model(state, "CLIP", heads=4)
    del state["visual.pre_norm.bias"]
    with pytest.raises(PortraitsError, match="missing"):
        build_image_model(state, "CLIP", heads=4)
