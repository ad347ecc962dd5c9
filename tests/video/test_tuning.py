"""Attention, compiling and the step cache: chosen by what is there, and off means exactly the plain pipeline."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.devices import Device, OffloadKind, OffloadPlan
from engine.video import studio, tuning
from engine.video.job import run
from engine.video.tuning import attention_for, compiles, skipping
from tests.video.conftest import IDS, shot
from tests.video.test_job import LONG, frames

HOPPER = Device(id="cuda:0", kind="cuda", name="H", memory_total=1, memory_free=1, capability="9.0")
AMPERE = Device(id="cuda:0", kind="cuda", name="A", memory_total=1, memory_free=1, capability="8.6")
TURING = Device(id="cuda:0", kind="cuda", name="T", memory_total=1, memory_free=1, capability="7.5")
PROCESSOR = Device(id="cpu", kind="cpu", name="P", memory_total=1, memory_free=1)


@pytest.fixture
def libraries(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    here = {"torch", "flash_attn", "flash_attn_interface", "sageattention", "triton"}
    monkeypatch.setattr("importlib.util.find_spec", lambda name: object() if name in here else None)
    return here


@pytest.mark.parametrize(
    ("device", "expected"),
    [(HOPPER, "_flash_3"), (AMPERE, "flash"), (TURING, "native"), (PROCESSOR, "native")],
)
def test_auto_takes_the_fastest_exact_attention(device: Device, expected: str, libraries: set[str]) -> None:
    notes: list[str] = []
    assert attention_for("auto", device, "bfloat16", masked=False, note=notes.append) == expected
    libraries -= {"flash_attn", "flash_attn_interface"}
    assert attention_for("auto", device, "bfloat16", masked=False, note=notes.append) == "native"
    assert not notes


def test_a_wanted_attention_is_used_or_said_to_be_missing(libraries: set[str]) -> None:
    notes: list[str] = []
    assert attention_for("sage", AMPERE, "bfloat16", masked=False, note=notes.append) == "sage"
    assert attention_for("cudnn", AMPERE, "bfloat16", masked=False, note=notes.append) == "_native_cudnn"
    assert not notes
    assert attention_for("xformers", AMPERE, "bfloat16", masked=False, note=notes.append) == "native"
    assert attention_for("flash", AMPERE, "float32", masked=False, note=notes.append) == "native"
    assert attention_for("flash", AMPERE, "bfloat16", masked=True, note=notes.append) == "native"
    assert [note.split(";")[0] for note in notes] == [
        "The attention xformers is not here or does not fit this device and number format",
        "The attention flash is not here or does not fit this device and number format",
        "The attention flash cannot hide later frames",
    ]


def test_every_attention_is_one_of_diffusers() -> None:
    from diffusers.models.attention_dispatch import AttentionBackendName

    known = {each.value for each in AttentionBackendName}
    assert {name for name, _, _ in tuning._BACKENDS.values()} < known


@pytest.mark.parametrize(
    ("wanted", "device", "kind", "passes", "expected"),
    [
        ("auto", AMPERE, "none", 100, True),
        ("auto", AMPERE, "none", 12, False),
        ("auto", AMPERE, "group", 100, False),
        ("auto", PROCESSOR, "none", 100, False),
        ("on", AMPERE, "none", 1, True),
        ("on", PROCESSOR, "none", 100, False),
        ("off", AMPERE, "none", 100, False),
    ],
)
def test_compiling_is_for_long_work_on_a_card(
    wanted: Any, device: Device, kind: OffloadKind, passes: int, expected: bool, libraries: set[str]
) -> None:
    notes: list[str] = []
    plan = OffloadPlan(kind=kind, device_memory=1, main_memory=1, fits=True, note="")
    job = shot(Path("a.apng"), compile=wanted)
    assert compiles(job, device, plan, passes, notes.append) == expected
    assert bool(notes) == (wanted == "on" and not expected)


@pytest.mark.parametrize("fields", [{}, LONG])
def test_the_step_cache_skips_blocks_and_leaves_nothing_behind(
    fields: dict[str, Any], store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from diffusers.models.transformers.transformer_skyreels_v2 import SkyReelsV2Attention

    many = fields | {"steps": 8}
    plain = frames(run(shot(tmp_path / "a.apng", **many), SilentContext(), store=store)[0].path)
    calls = 0
    forward = SkyReelsV2Attention.forward

    def counting(*arguments: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        return forward(*arguments, **options)

    monkeypatch.setattr(SkyReelsV2Attention, "forward", counting)
    counted = {}
    for cache, threshold in (("off", 0.0), ("careful", 0.05), ("fast", 0.12)):
        calls = 0
        found = frames(
            run(shot(tmp_path / f"{cache}.apng", **many, step_cache=cache), SilentContext(), store=store)[0].path
        )
        counted[cache] = calls
        assert tuning.THRESHOLDS.get(cache, 0.0) == threshold  # type: ignore[arg-type]
        assert np.array_equal(found, plain) == (calls == counted["off"])
    assert counted["off"] >= counted["careful"] >= counted["fast"]
    monkeypatch.setitem(tuning.THRESHOLDS, "fast", 10.0)
    calls = 0
    run(shot(tmp_path / "all.apng", **many, step_cache="fast"), SilentContext(), store=store)
    # Every step but the first of a window computes one block of two: its two attentions, for both prompts.
    windows = 3 if fields else 1
    assert calls == windows * 2 * (4 + 7 * 2)
    again = frames(run(shot(tmp_path / "again.apng", **many), SilentContext(), store=store)[0].path)
    assert np.array_equal(again, plain)


def test_the_step_cache_ends_with_its_block_also_after_a_failure(store: Store, tmp_path: Path) -> None:
    run(shot(tmp_path / "a.apng", model=IDS["df"]), SilentContext(), store=store)
    network = next(each for each in studio.loaded() if each.files.forcing).transformer

    def failing() -> None:
        with skipping(network, "fast"):
            assert network.is_cache_enabled
            raise RuntimeError

    with pytest.raises(RuntimeError):
        failing()
    assert not network.is_cache_enabled
