"""Which devices are found and chosen."""

import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from engine.devices import detect as module
from engine.devices import processor as processor_module
from engine.devices.detect import VARIABLE, choose, cpu, detect, from_torch
from engine.devices.environment import prepare_environment
from engine.devices.processor import _from_cpuinfo, memory, processor, usable_cores
from engine.protocol.devices import Device
from engine.protocol.errors import ErrorCode, PortraitsError


def card(index: int, gigabytes: int, capability: str = "8.9") -> Device:
    return Device(
        id=f"cuda:{index}",
        kind="cuda",
        name="card",
        memory_total=gigabytes * 10**9,
        memory_free=gigabytes * 10**9,
        capability=capability,
    )


def fake_torch(*, cuda: int = 0, mps: bool = False, built_with: str | None = None) -> Any:
    properties = SimpleNamespace(name="NVIDIA Fake", major=9, minor=0, total_memory=80 * 2**30)
    return SimpleNamespace(
        cuda=SimpleNamespace(
            is_available=lambda: cuda > 0,
            device_count=lambda: cuda,
            get_device_properties=lambda index: properties,
            mem_get_info=lambda index: (70 * 2**30 - index, 80 * 2**30),
        ),
        backends=SimpleNamespace(mps=SimpleNamespace(is_available=lambda: mps)),
        mps=SimpleNamespace(recommended_max_memory=lambda: 8 * 2**30),
        version=SimpleNamespace(cuda=built_with, hip=None),
    )


def test_this_computer_is_described() -> None:
    report = detect(environment={})
    here = next(device for device in report.devices if device.id == "cpu")
    assert here.name
    assert 0 < here.memory_free <= here.memory_total
    assert report.cores == usable_cores() >= 1
    assert report.chosen in {device.id for device in report.devices}


def test_without_a_driver_torch_is_not_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    script = (
        "import sys\nfrom engine.devices import detect\n"
        "detect._may_have_cuda = lambda: False\ndetect._may_have_mps = lambda: False\n"
        "assert detect.detect().chosen == 'cpu'\n"
        "assert not {'torch', 'numpy', 'diffusers', 'transformers'} & set(sys.modules), 'heavy import'\n"
    )
    monkeypatch.delenv(VARIABLE, raising=False)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_cards_are_described_by_torch() -> None:
    devices = from_torch(fake_torch(cuda=2, built_with="12.8")).devices
    assert [device.id for device in devices] == ["cuda:0", "cuda:1"]
    assert devices[1].name == "NVIDIA Fake"
    assert devices[1].capability == "9.0"
    assert (devices[1].memory_free, devices[1].memory_total) == (70 * 2**30 - 1, 80 * 2**30)


def test_apple_graphics_share_the_main_memory() -> None:
    (device,) = from_torch(fake_torch(mps=True)).devices
    assert (device.id, device.kind) == ("mps", "mps")
    assert device.memory_total == 8 * 2**30
    assert device.memory_free <= memory().free


@pytest.mark.parametrize(("built_with", "word"), [(None, "without CUDA"), ("12.8", "Update the driver")])
def test_a_driver_that_torch_cannot_use_is_explained(
    monkeypatch: pytest.MonkeyPatch, built_with: str | None, word: str
) -> None:
    monkeypatch.setattr(module, "_may_have_cuda", lambda: True)
    found = from_torch(fake_torch(built_with=built_with))
    assert found.devices == ()
    assert word in found.advice


def test_the_card_with_most_memory_is_chosen_then_apple_then_the_processor() -> None:
    here, mps = cpu(), Device(id="mps", kind="mps", name="M4", memory_total=10**12)
    assert choose((here, card(0, 8), card(1, 24), mps)).id == "cuda:1"
    assert choose((here, mps)).id == "mps"
    assert choose((here,)).id == "cpu"


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [("cpu", "cpu"), (" CUDA ", "cuda:0"), ("cuda:1", "cuda:1"), ("auto", "cuda:1"), ("", "cuda:1")],
)
def test_a_wanted_device_is_taken(wanted: str, chosen: str) -> None:
    assert choose((cpu(), card(0, 8), card(1, 24)), wanted).id == chosen


def test_the_variable_goes_before_the_setting() -> None:
    assert detect("cuda:7", {VARIABLE: "cpu"}).chosen == "cpu"
    with pytest.raises(PortraitsError, match=r"The device setting.*cuda:7"):
        detect("cuda:7", {})


@pytest.mark.parametrize("wanted", ["cuda:9", "tpu", "x" * 500])
def test_a_missing_device_is_named_with_those_that_are_there(wanted: str) -> None:
    with pytest.raises(PortraitsError) as caught:
        detect("auto", {VARIABLE: wanted})
    assert caught.value.code is ErrorCode.USAGE
    assert VARIABLE in caught.value.failure.what
    assert "cpu" in caught.value.failure.todo
    assert len(caught.value.failure.what) < 200


INTEL = "processor : 0\nmodel name\t: Intel(R) Xeon(R)\nflags\t\t: fpu avx2 avx512f avx512_bf16 amx_bf16 amx_tile\n"
OLD = "model name : Old\nflags : fpu sse2 avx2\n"
ARM = "processor : 0\nFeatures : fp asimd bf16 i8mm\n"


def test_processor_features_are_read() -> None:
    assert _from_cpuinfo(INTEL) == ("Intel(R) Xeon(R)", ("avx2", "avx512", "avx512_bf16", "amx"))
    assert _from_cpuinfo(OLD) == ("Old", ("avx2",))
    assert _from_cpuinfo(ARM) == ("", ("bf16",))
    assert _from_cpuinfo("") == ("", ())


def test_features_agree_with_what_torch_says() -> None:
    import torch

    assert ("avx512" in processor().features) == ("AVX512" in torch.backends.cpu.get_cpu_capability())


def test_a_container_limit_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"/sys/fs/cgroup/memory.max": "1000000000", "/sys/fs/cgroup/memory.current": "400000000"}
    monkeypatch.setattr(processor_module, "_read", lambda path: files.get(path, ""))
    assert memory() == processor_module.Memory(total=1_000_000_000, free=600_000_000)
    files["/sys/fs/cgroup/memory.max"] = "max"
    assert memory().total > 1_000_000_000


def test_the_environment_is_prepared_and_choices_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = {"TOKENIZERS_PARALLELISM": "true"}
    names = prepare_environment(environment=environment)
    assert environment["TOKENIZERS_PARALLELISM"] == "true"
    assert "TOKENIZERS_PARALLELISM" not in names
    assert environment["HF_HUB_DISABLE_TELEMETRY"] == environment["ORT_DISABLE_TELEMETRY"] == "1"
    assert "HF_HUB_OFFLINE" not in environment
    prepare_environment(offline=True, environment=environment)
    assert environment["HF_HUB_OFFLINE"] == environment["TRANSFORMERS_OFFLINE"] == "1"
    monkeypatch.setattr(sys, "platform", "darwin")
    prepare_environment(environment=environment)
    assert environment["PYTORCH_ENABLE_MPS_FALLBACK"] == "1"
