"""The report for ``portraits-engine doctor``."""

from importlib import metadata
from pathlib import Path

import msgspec
import pytest

from engine.devices import report as module
from engine.devices.precision import COMPONENTS
from engine.devices.report import report, system_libraries
from engine.models.catalog import Catalog
from engine.models.store import Store
from engine.protocol.devices import SystemReport
from engine.protocol.errors import PortraitsError


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store", catalog=Catalog(()))


def test_it_tells_versions_devices_formats_and_store(store: Store) -> None:
    told = report(store=store)
    versions = {library.name: library.version for library in told.libraries}
    assert versions["msgspec"] == metadata.version("msgspec")
    assert versions["torch"] == metadata.version("torch")
    assert {precision.component for precision in told.precisions} == set(COMPONENTS)
    assert told.store.folder == str(store.folder)
    assert told.disk_free > 0
    assert told.devices.chosen in {device.id for device in told.devices.devices}
    assert msgspec.json.decode(msgspec.json.encode(told), type=SystemReport) == told


def test_the_formats_are_those_of_the_chosen_device(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTRAITS_DEVICE", "cpu")
    formats = {each.component: each.format for each in report(store=store).precisions}
    assert formats["image"] == "float32"
    assert "float16" not in formats.values()


def test_usual_jobs_are_planned_for_the_chosen_device(store: Store) -> None:
    jobs = report(store=store).jobs
    assert len(jobs) == 8
    assert all(job.needs.plan.device_memory > 10**9 and job.needs.plan.note for job in jobs)
    assert jobs[0].needs.plan.device_memory < jobs[4].needs.plan.device_memory


def test_a_missing_library_is_a_problem_or_an_advice(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    real = module._version
    monkeypatch.setattr(module, "_version", lambda name: "" if name in ("mediapipe", "PySide6") else real(name))
    told = report(store=store)
    assert any("mediapipe" in problem and "Install Portraits again" in problem for problem in told.problems)
    assert any("PySide6" in advice for advice in told.advice)


def test_two_opencv_versions_are_a_problem(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    real = module._version
    monkeypatch.setattr(module, "_version", lambda name: "0.1" if name == "opencv-python" else real(name))
    assert any("opencv" in problem for problem in report(store=store).problems)


def test_missing_system_libraries_name_their_package(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("ctypes.util.find_library", lambda _: None)
    told = report(store=store)
    assert all(not library.found for library in told.system_libraries)
    assert any("apt-get install libegl1 libgles2" in problem for problem in told.problems)
    assert any("libportaudio2" in advice and "libpulse0" in advice for advice in told.advice)


def test_other_systems_bring_everything_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert system_libraries() == ()


def test_a_full_disk_is_a_problem(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MAIN_JOB_DISK", 10**18)
    assert any("Free some space" in problem for problem in report(store=store).problems)


def test_a_device_that_is_not_here_is_refused(store: Store) -> None:
    with pytest.raises(PortraitsError, match="cuda:9"):
        report("cuda:9", store)
