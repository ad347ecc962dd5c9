"""The walls of the house: what may import what, and what must not be loaded early."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = {"torch", "diffusers", "transformers", "cv2", "mediapipe", "av", "numba", "onnxruntime", "scipy", "PySide6"}

_LOADED_BY_HELP = """
import json, sys
sys.argv = ["portraits-engine", {argument!r}]
from engine.__main__ import main
try:
    main()
except SystemExit as end:
    status = end.code
print(json.dumps([status, sorted({{name.partition(".")[0] for name in sys.modules}})]))
"""


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_the_help_loads_nothing_heavy(argument: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _LOADED_BY_HELP.format(argument=argument)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    status, modules = json.loads(run.stdout.splitlines()[-1])
    assert status == 0
    assert not HEAVY & set(modules)


def test_both_opencv_packages_have_the_same_version() -> None:
    """Both own the folder cv2/: with different versions the one installed last would break the other."""
    assert version("opencv-python") == version("opencv-contrib-python")


def test_the_dependency_rule_holds() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_top_of_the_tree_is_as_agreed() -> None:
    folders = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    tracked = subprocess.run(
        ["git", "ls-files"], capture_output=True, text=True, cwd=ROOT, check=False
    ).stdout.splitlines()
    if tracked:
        folders = {name.partition("/")[0] for name in tracked if "/" in name and not name.startswith(".")}
    assert folders <= {"desktop", "engine", "resources", "packaging", "tests"}
    assert not (ROOT / "packaging" / "__init__.py").exists(), "it would hide the library of that name"
