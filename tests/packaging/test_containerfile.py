"""The container of the headless engine: two variants, no rights, and only files that are there."""

import json
import shutil
import subprocess

import pytest
from trying import containerfile

from tests.packaging.conftest import PACKAGING, ROOT

FILE = PACKAGING / "Containerfile"


def stages() -> dict[str, containerfile.Stage]:
    return containerfile.stages(FILE.read_text("utf-8"))


def test_there_is_one_for_the_processor_and_one_for_cuda() -> None:
    found = stages()
    assert list(found) == ["build", "cpu", "cuda"]
    assert found["cuda"].base == "cpu"
    assert "NVIDIA_DRIVER_CAPABILITIES=compute,utility" in dict(found["cuda"].steps)["ENV"]


def test_the_engine_is_what_it_runs_and_not_as_root() -> None:
    stage = stages()["cpu"].steps
    words = dict(stage)
    assert json.loads(words["ENTRYPOINT"]) == ["portraits-engine"]
    assert words["USER"] not in ("root", "0")
    assert [word for word, _ in stage].index("USER") < [word for word, _ in stage].index("ENTRYPOINT")
    assert json.loads(words["VOLUME"]) == ["/work", "/models"]
    assert "HF_HOME=/models" in words["ENV"]


def test_it_copies_what_is_there_and_all_that_the_wheel_needs() -> None:
    sources = [
        name
        for word, rest in stages()["build"].steps
        if word == "COPY" and not rest.startswith("--from")
        for name in rest.split()[:-1]
    ]
    assert all((ROOT / name).exists() for name in sources)
    assert {"engine", "desktop", "resources", "pyproject.toml", "README.md", "LICENSE"} <= set(sources)


def test_the_window_does_not_go_into_a_server() -> None:
    (install,) = [rest for word, rest in stages()["build"].steps if word == "RUN" and "pip install" in rest]
    removed = install.partition("pip uninstall")[2]
    assert {"PySide6", "shiboken6", "pyqtgraph", "superqt"} <= set(removed.split())


def test_every_list_of_packages_is_cleaned_up() -> None:
    steps = [step for stage in stages().values() for step in stage.steps]
    installing = [rest for word, rest in steps if word == "RUN" and "apt-get install" in rest]
    assert installing
    for rest in installing:
        assert "--no-install-recommends" in rest
        assert "rm -rf /var/lib/apt/lists/*" in rest
        assert rest.startswith("apt-get update")


@pytest.mark.skipif(shutil.which("hadolint") is None, reason="asks hadolint")
def test_hadolint_has_nothing_to_say() -> None:
    run = subprocess.run(["hadolint", str(FILE)], capture_output=True, text=True, check=False)
    assert run.stdout == ""
    assert run.returncode == 0
