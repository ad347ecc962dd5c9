"""Attention, compiling and the step cache: used as chosen, and off means exactly the plain pipeline."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.devices.detect import cpu
from engine.models.loaded import kept_models
from engine.models.store import Store
from engine.protocol.context import SilentContext
from engine.protocol.devices import Device, OffloadKind, OffloadPlan
from engine.video import session, studio, tuning
from engine.video.job import run
from engine.video.tuning import can_compile, compiles, skipping
from tests.helpers.attention import watched_attention
from tests.video.conftest import IDS, shot
from tests.video.test_job import LONG, frames

AMPERE = Device(id="cuda:0", kind="cuda", name="A", memory_total=1, memory_free=1, capability="8.6")
PROCESSOR = Device(id="cpu", kind="cpu", name="P", memory_total=1, memory_free=1)


def test_a_shot_uses_the_attention_that_was_chosen(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Any, ...]] = []

    def chosen(*arguments: Any, **options: Any) -> str:
        asked.append((*arguments, options["masked"]))
        return "_native_math"

    plain = frames(run(shot(tmp_path / "a.apng"), SilentContext(), store=store)[0].path)
    monkeypatch.setattr(session, "attention_for", chosen)
    with watched_attention() as held:
        job = shot(tmp_path / "b.apng", attention="sage")
        found = frames(run(job, SilentContext(), store=store)[0].path)
    ((wanted, device, number_format, masked),) = asked
    assert (wanted, device.kind, number_format, masked) == ("sage", "cpu", "float32", False)
    # Three guided steps of two blocks with two attentions each; the VAE has attentions of its own.
    assert sum(held) == 3 * 2 * 2 * 2
    assert np.abs(found.astype(int) - plain).max() <= 1


@pytest.mark.parametrize(
    ("wanted", "device", "kind", "passes", "expected"),
    [
        ("auto", AMPERE, "none", 100, True),
        ("auto", AMPERE, "none", 12, False),
        ("auto", AMPERE, "group", 100, False),
        ("auto", PROCESSOR, "none", 100, False),
        ("on", AMPERE, "none", 1, True),
        ("on", AMPERE, "sequential", 100, False),
        ("on", PROCESSOR, "none", 1, True),
        ("on", PROCESSOR, "fp8", 1, False),
        ("off", AMPERE, "none", 100, False),
    ],
)
def test_compiling_is_for_long_work_on_a_card(
    wanted: Any, device: Device, kind: OffloadKind, passes: int, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tuning, "can_compile", lambda _: True)
    notes: list[str] = []
    plan = OffloadPlan(kind=kind, device_memory=1, main_memory=1, fits=True, note="")
    job = shot(Path("a.apng"), compile=wanted)
    assert compiles(job, device, plan, passes, notes.append) == expected
    assert bool(notes) == (wanted == "on" and not expected)


def test_what_compiles_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CXX", raising=False)
    for there in (True, False):
        monkeypatch.setattr("shutil.which", lambda name, there=there: f"/bin/{name}" if there else None)
        monkeypatch.setattr("importlib.util.find_spec", lambda name, there=there: object() if there else None)
        assert [can_compile(device) for device in (AMPERE, PROCESSOR)] == [there, there]
    apple = Device(id="mps", kind="mps", name="M", memory_total=1, memory_free=1)
    assert not can_compile(apple)
    notes: list[str] = []
    plan = OffloadPlan(kind="none", device_memory=1, main_memory=1, fits=True, note="")
    assert not compiles(shot(Path("a.apng"), compile="on"), PROCESSOR, plan, 1, notes.append)
    assert "needs a C++ compiler" in notes[0]


@pytest.mark.skipif(not can_compile(cpu()), reason="torch compiles for a processor with a C++ compiler; there is none")
def test_a_compiled_transformer_makes_the_same_shot(store: Store, tmp_path: Path) -> None:
    plain = frames(run(shot(tmp_path / "a.apng"), SilentContext(), store=store)[0].path)
    torch._dynamo.utils.counters.clear()
    context = SilentContext()
    compiled = frames(run(shot(tmp_path / "b.apng", compile="on"), context, store=store)[0].path)
    assert any(each.compiled for each in studio.loaded()), context.notes
    assert torch._dynamo.utils.counters["inductor"], "nothing was compiled"
    assert np.abs(compiled.astype(int) - plain).max() <= 1
    # The next shot runs without again, to the bit.
    again = frames(run(shot(tmp_path / "c.apng"), SilentContext(), store=store)[0].path)
    assert not any(each.compiled for each in studio.loaded())
    assert np.array_equal(again, plain)


def test_where_compiling_fails_the_shot_is_made_without(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from diffusers import SkyReelsV2Transformer3DModel

    def broken(*_: Any) -> Any:
        raise RuntimeError("this compiler is broken")

    plain = frames(run(shot(tmp_path / "a.apng"), SilentContext(), store=store)[0].path)
    kept_models.drop_all()
    compile_blocks = SkyReelsV2Transformer3DModel.compile_repeated_blocks
    monkeypatch.setattr(
        SkyReelsV2Transformer3DModel, "compile_repeated_blocks", lambda model: compile_blocks(model, backend=broken)
    )
    monkeypatch.setattr(tuning, "can_compile", lambda _: True)
    for number, heard in ((1, 1), (2, 0)):  # the second shot of the loaded model does not try again
        context = SilentContext()
        made = run(shot(tmp_path / f"{number}.apng", compile="on"), context, store=store)
        assert np.array_equal(frames(made[0].path), plain)
        assert len([note for note in context.notes if "could not be compiled here" in note]) == heard
    kept_models.drop_all()


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
