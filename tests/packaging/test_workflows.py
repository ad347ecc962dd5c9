"""The workflows: three systems, three Pythons, installers on tags, and no secret that an unsigned build needs."""

import re
from typing import Any

import pytest
import yaml

from tests.packaging.conftest import ROOT

FOLDER = ROOT / ".github" / "workflows"
NAMES = sorted(path.name for path in FOLDER.glob("*.yml"))


def workflow(name: str) -> dict[str, Any]:
    # YAML 1.1 reads the key "on" as True.
    read: dict[Any, Any] = yaml.safe_load((FOLDER / name).read_text("utf-8"))
    return {"on" if key is True else key: value for key, value in read.items()}


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


def test_there_are_tests_and_installers() -> None:
    assert NAMES == ["installers.yml", "tests.yml"]


def test_tests_run_on_three_systems_with_every_python() -> None:
    matrix = workflow("tests.yml")["jobs"]["tests"]["strategy"]["matrix"]
    assert {system.partition("-")[0] for system in matrix["system"]} == {"ubuntu", "windows", "macos"}
    assert matrix["python"] == ["3.11", "3.12", "3.13"]
    assert any(step.get("run") == "python -m pytest" for step in steps("tests.yml"))


def test_the_linux_runner_has_the_libraries_of_our_own_tests() -> None:
    (libraries,) = [step["run"] for step in steps("tests.yml") if step.get("name") == "System libraries"]
    wanted = {
        word
        for word in (ROOT / ".ci" / "run").read_text("utf-8").split()
        if word.startswith(("lib", "xvfb", "xdotool"))
    }
    assert wanted - {"libglib2.0-0"} <= set(libraries.split())


def test_installers_are_made_on_tags_for_three_systems_and_tried() -> None:
    made = workflow("installers.yml")
    assert made["on"]["push"]["tags"] == ["v*"]
    systems = made["jobs"]["build"]["strategy"]["matrix"]["system"]
    assert {system.partition("-")[0] for system in systems} == {"ubuntu", "windows", "macos"}
    (build,) = [step for step in steps("installers.yml") if "packaging/build.py" in step.get("run", "")]
    assert "--steps" not in build["run"], "all of them, the smoke test among them"


def test_no_secret_is_needed_without_signing() -> None:
    for name in NAMES:
        for step in steps(name):
            secrets = [key for key, value in (step.get("env") or {}).items() if "secrets." in str(value)]
            assert "secrets." not in step.get("run", ""), "a secret in a command would be printed"
            if secrets:
                assert re.search(r'if \[ -z "\$(CERTIFICATE|RELEASE_KEY)" \]; then .*exit 0', step["run"])
                guarded = re.search(r'-z "\$(\w+)"', step["run"])
                assert guarded
                assert guarded[1] in secrets


@pytest.mark.parametrize("name", NAMES)
def test_rights_are_small_and_actions_are_pinned(name: str) -> None:
    made = workflow(name)
    assert made["permissions"] == {"contents": "read"}
    for key, job in made["jobs"].items():
        assert job["timeout-minutes"] <= 120
        assert job.get("permissions", {}) == ({"contents": "write"} if key == "release" else {})
    for step in steps(name):
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])
        # What a pull request names itself may not become part of a command.
        assert "${{" not in step.get("run", "")
        if str(step.get("uses", "")).startswith("actions/checkout"):
            assert step["with"]["persist-credentials"] is False
