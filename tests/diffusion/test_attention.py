"""The attention is the fastest exact one that is there, and every backend that runs here computes the same."""

import pytest
import torch
from diffusers.models.attention_dispatch import AttentionBackendName, attention_backend
from torch.nn import functional

from engine.diffusion import attention
from engine.diffusion.attention import BACKENDS, attend, attention_for
from engine.protocol.devices import Device
from tests.helpers.attention import ON_PROCESSOR

HOPPER = Device(id="cuda:0", kind="cuda", name="H", memory_total=1, memory_free=1, capability="9.0")
AMPERE = Device(id="cuda:0", kind="cuda", name="A", memory_total=1, memory_free=1, capability="8.6")
TURING = Device(id="cuda:0", kind="cuda", name="T", memory_total=1, memory_free=1, capability="7.5")
PROCESSOR = Device(id="cpu", kind="cpu", name="P", memory_total=1, memory_free=1)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The backends whose libraries are installed."""
    found = {"_flash_3", "flash", "sage", "_native_cudnn"}
    monkeypatch.setattr(attention, "_is_here", lambda backend: backend in found)
    return found


@pytest.mark.parametrize(
    ("device", "expected"),
    [(HOPPER, "_flash_3"), (AMPERE, "flash"), (TURING, "native"), (PROCESSOR, "native")],
)
def test_auto_takes_the_fastest_exact_attention(device: Device, expected: str, here: set[str]) -> None:
    notes: list[str] = []
    assert attention_for("auto", device, "bfloat16", masked=False, note=notes.append) == expected
    assert attention_for("auto", device, "float32", masked=False, note=notes.append) == "native"
    assert attention_for("auto", device, "bfloat16", masked=True, note=notes.append) == "native"
    here -= {"flash", "_flash_3"}
    assert attention_for("auto", device, "bfloat16", masked=False, note=notes.append) == "native"
    assert not notes


def test_a_wanted_attention_is_used_or_said_to_be_missing(here: set[str]) -> None:
    notes: list[str] = []
    assert attention_for("sage", AMPERE, "bfloat16", masked=False, note=notes.append) == "sage"
    assert attention_for("cudnn", AMPERE, "bfloat16", masked=False, note=notes.append) == "_native_cudnn"
    assert attention_for("native", HOPPER, "bfloat16", masked=False, note=notes.append) == "native"
    assert not notes
    assert attention_for("xformers", AMPERE, "bfloat16", masked=False, note=notes.append) == "native"
    assert attention_for("flash3", AMPERE, "bfloat16", masked=False, note=notes.append) == "native"
    assert attention_for("flash", AMPERE, "float32", masked=False, note=notes.append) == "native"
    assert attention_for("flash", AMPERE, "bfloat16", masked=True, note=notes.append) == "native"
    assert [note.split(";")[0] for note in notes] == [
        "The attention xformers is not here or does not fit this device and number format",
        "The attention flash3 is not here or does not fit this device and number format",
        "The attention flash is not here or does not fit this device and number format",
        "The attention flash cannot hide later frames",
    ]


def test_every_attention_is_one_of_diffusers() -> None:
    assert {name for name, _ in BACKENDS.values()} < {each.value for each in AttentionBackendName}


def test_diffusers_tells_what_is_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that is missing or too old is found out before the work, not in its first step."""
    dispatch = "diffusers.models.attention_dispatch"
    for there in (True, False):
        monkeypatch.setattr(f"{dispatch}._CAN_USE_FLASH_ATTN", there)
        notes: list[str] = []
        expected = "flash" if there else "native"
        assert attention_for("flash", AMPERE, "bfloat16", masked=False, note=notes.append) == expected
        assert bool(notes) != there
    assert attention_for("cudnn", AMPERE, "float16", masked=False, note=notes.append) == "_native_cudnn"


@pytest.mark.parametrize("backend", ON_PROCESSOR)
def test_every_backend_of_a_processor_computes_the_same(backend: str) -> None:
    generator = torch.Generator().manual_seed(1)
    query, key, value = (torch.randn(2, 3, tokens, 8, generator=generator) for tokens in (5, 7, 7))
    expected = functional.scaled_dot_product_attention(query, key, value).transpose(1, 2).flatten(2)
    with attention_backend(backend):
        found = attend(query, key, value)
    assert found.shape == (2, 5, 24)
    assert torch.allclose(found, expected, atol=1e-6)
