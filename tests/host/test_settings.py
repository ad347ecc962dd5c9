"""The engine's settings and its search for devices."""

import os
import threading

import pytest

from engine.host import settings as settings_module
from engine.host.settings import DeviceSearch, EngineSettings
from engine.protocol.devices import DeviceReport


def test_unknown_names_are_passed_over_and_known_ones_taken() -> None:
    assert EngineSettings.of({"device": "cpu", "offline": False, "later": 1}) == EngineSettings(
        device="cpu", offline=False
    )


def test_offline_is_told_to_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "PORTRAITS_DEVICE"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    EngineSettings(device="cpu", offline=True).apply()
    assert (os.environ["HF_HUB_OFFLINE"], os.environ["PORTRAITS_DEVICE"]) == ("1", "cpu")


def test_a_slow_search_is_told_later(monkeypatch: pytest.MonkeyPatch) -> None:
    gate, told = threading.Event(), threading.Event()
    reports: list[DeviceReport] = []
    found = settings_module.only_processor()

    def slow(setting: str) -> DeviceReport:
        gate.wait(10)
        return found

    def tell(report: DeviceReport) -> None:
        reports.append(report)
        told.set()

    monkeypatch.setattr(settings_module, "_detect", slow)
    search = DeviceSearch("auto")
    assert search.result(0.0).chosen == "cpu"
    search.when_done(tell)
    assert not told.is_set()
    gate.set()
    assert told.wait(10)
    assert reports == [found]


def test_a_search_that_fails_leaves_the_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(setting: str) -> DeviceReport:
        raise RuntimeError(setting)

    monkeypatch.setattr(settings_module, "_detect", broken)
    assert DeviceSearch("auto").result(10.0).chosen == "cpu"
