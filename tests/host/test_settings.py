"""The engine's settings and its search for devices."""

import os
import threading
from pathlib import Path

import numpy as np
import pytest

from engine.host import settings as settings_module
from engine.host.settings import DeviceSearch, EngineSettings
from engine.media.pictures import write_picture
from engine.media.probe import read_metadata
from engine.media.sound import write_sound
from engine.media.sound_file import write_sound_file
from engine.protocol.devices import DeviceReport
from engine.protocol.jobs import ImageJob, MorphJob


def test_unknown_names_are_passed_over_and_known_ones_taken() -> None:
    assert EngineSettings.of({"device": "cpu", "offline": False, "later": 1}) == EngineSettings(
        device="cpu", offline=False
    )


def test_one_that_makes_no_sense_leaves_the_others() -> None:
    assert EngineSettings.of({"device": "cpu", "offload": "perhaps", "offline": 3}) == EngineSettings(device="cpu")


def test_offline_is_told_to_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "PORTRAITS_DEVICE"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    EngineSettings(device="cpu", offline=True).apply()
    assert (os.environ["HF_HUB_OFFLINE"], os.environ["PORTRAITS_DEVICE"]) == ("1", "cpu")


def test_jobs_that_leave_it_to_the_program_take_the_persons_format_and_memory_plan() -> None:
    settings = EngineSettings(precision="float32", offload="sequential")
    job = ImageJob(prompt="a", output="x")
    changed = settings.applied_to(job)
    assert isinstance(changed, ImageJob)
    assert (changed.precision, changed.offload) == ("float32", "sequential")
    own = ImageJob(prompt="a", output="x", precision="bfloat16", offload="none")
    assert settings.applied_to(own) is own
    morph = MorphJob(inputs=(), output="a.mp4")
    assert settings.applied_to(morph) is morph
    assert EngineSettings().applied_to(job) is job


def test_results_carry_no_recipe_when_the_person_does_not_want_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PORTRAITS_RECIPES", "1")
    texts = {"title": "Anna", "portraits.recipe": "{}", "parameters": "a portrait"}
    picture = np.zeros((4, 4, 4), np.uint8)
    for wanted in (True, False):
        EngineSettings(recipes=wanted).apply()
        write_picture(tmp_path / f"{wanted}.png", picture, text=texts)
        silence = np.zeros((100, 1), np.float32)
        write_sound(tmp_path / f"{wanted}.wav", silence, 24_000, metadata=texts)
        for suffix in ("m4a", "opus"):
            write_sound_file(tmp_path / f"{wanted}.{suffix}", silence, 24_000, metadata=texts)
        for suffix in ("png", "wav", "m4a", "opus"):
            found = read_metadata(tmp_path / f"{wanted}.{suffix}")
            assert found["title"] == "Anna"
            assert ("portraits.recipe" in found, "parameters" in found) == (wanted, wanted)


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


def test_a_search_that_ends_between_the_answer_and_the_wish_is_told_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate, told = threading.Event(), threading.Event()
    found = settings_module.only_processor()

    def slow(setting: str) -> DeviceReport:
        gate.wait(10)
        return found

    monkeypatch.setattr(settings_module, "_detect", slow)
    search = DeviceSearch("auto")
    search.result(0.0)
    gate.set()
    assert search._done.wait(10)
    search.when_done(lambda _report: told.set())
    assert told.wait(10)


def test_a_search_that_fails_leaves_the_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(setting: str) -> DeviceReport:
        raise RuntimeError(setting)

    monkeypatch.setattr(settings_module, "_detect", broken)
    assert DeviceSearch("auto").result(10.0).chosen == "cpu"
