"""What goes into the frozen application, and what is left out although some library would bring it."""

import sys
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

WINDOW = "portraits"
ENGINE = "portraits-engine"

_FOR_DEVELOPERS = (
    "IPython",
    "PyInstaller",
    "_pytest",
    "hypothesis",
    "jupyter",
    "mypy",
    "notebook",
    "pip",
    "pytest",
    "sphinx",
    "tensorboard",
    "tkinter",
)

NOT_IN_WINDOW = (
    *_FOR_DEVELOPERS,
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtWebEngineCore",
    "accelerate",
    "av",
    "cv2",
    "diffusers",
    "hibari",
    "huggingface_hub",
    "llvmlite",
    "matplotlib",
    "mediapipe",
    "numba",
    "onnxruntime",
    "peft",
    "pyqtgraph.examples",
    "scipy",
    "snac",
    "soundfile",
    "torch",
    "transformers",
)
"""Modules the window never imports: the engine's own, and parts of Qt for other kinds of programs."""

NOT_IN_ENGINE = (*_FOR_DEVELOPERS, "PySide6", "pyqtgraph", "qtpy", "shiboken6", "superqt")
"""The engine works without Qt."""

LAZY_PACKAGES = ("accelerate", "diffusers", "hibari", "mediapipe", "peft", "safetensors", "snac", "transformers")
"""Packages that import their own parts by name at run time, so that PyInstaller does not see them."""

COMPILED_MODULES = ("engine.morph",)
"""Packages whose source Numba must find, to keep the machine code it makes beside it or in the person's cache."""

_LEFT_OUT = (
    # OpenCV's own windows, which nothing here opens. Its library is linked with Qt 5 all the same, which stays.
    "cv2/qt/*",
    # GTK is the system's own; through it a second copy of its libraries would come along and clash.
    "PySide6/Qt/plugins/platformthemes/*gtk3*",
    # Lists of installed files, for pip.
    "*.dist-info/RECORD",
    # Parts of Qt that plug-ins pull in and that nothing here uses.
    "PySide6/Qt/qml/*",
    "PySide6/Qt/plugins/platforminputcontexts/*virtualkeyboard*",
    "PySide6/plugins/platforminputcontexts/*virtualkeyboard*",
    "PySide6/Qt/plugins/imageformats/*pdf*",
    "PySide6/plugins/imageformats/*pdf*",
    "PySide6/Qt/plugins/sqldrivers/*",
    "PySide6/plugins/sqldrivers/*",
    "*Qt6VirtualKeyboard*",
    "*Qt6Qml*",
    "*Qt6Quick*",
    "*Qt6Pdf*",
    # Tests and build tools inside libraries.
    "torch/bin/*",
    "torch/include/*",
    "torch/share/*",
    "torch/test/*",
    "torch/testing/_internal/*",
    "torch/lib/libtorchbind_test*",
    "torch/lib/*_test*",
    "*/tests/*",
    "*/test_data/*",
    "mediapipe/*/testdata/*",
)
_TRANSLATIONS = ("qtbase_de.qm", "qtbase_en.qm", "qtmultimedia_de.qm", "qt_de.qm", "qt_en.qm")


def is_needed(name: str) -> bool:
    """Return whether a file belongs into the application.

    Args:
        name: where it would lie, relative to the folder of the collection.
    """
    plain = name.replace("\\", "/").removeprefix("./")
    if "/translations/" in plain and plain.startswith("PySide6/"):
        return plain.rpartition("/")[2] in _TRANSLATIONS
    return not any(fnmatchcase(plain, pattern) for pattern in _LEFT_OUT)


def unused_opencv(names: Iterable[str], linked: str) -> frozenset[str]:
    """Return the private libraries of the OpenCV wheel whose ``cv2`` was overwritten by the other one.

    Both wheels own the folder ``cv2/``; each keeps its libraries in a folder of its own, such as
    ``opencv_python.libs``. Only the folder that the installed ``cv2`` was linked against is needed.

    Args:
        names: all files of the collection.
        linked: the folder that is needed, as :func:`opencv_folder` tells.
    """
    folders = ("opencv_python.libs/", "opencv_contrib_python.libs/")
    return frozenset(name for name in names if name.startswith(folders) and not name.startswith(f"{linked}/"))


def opencv_folder(extension: Path) -> str:
    """Return which folder of libraries a ``cv2`` extension module was linked against, "" for one that needs none.

    The run path of the ELF file names it in plain text; wheels for Windows and macOS carry everything in one file.
    """
    content = extension.read_bytes()
    for folder in ("opencv_contrib_python.libs", "opencv_python.libs"):
        if folder.encode() in content:
            return folder
    return ""


def standard_library() -> list[str]:
    """Return the modules of the standard library that a program may import, for hidden imports.

    An engine pack brings its own PyTorch, which may need more of the standard library than the one it replaces.
    """
    unwanted = {"antigravity", "idlelib", "lib2to3", "test", "this", "tkinter", "turtle", "turtledemo"}
    return sorted(name for name in sys.stdlib_module_names if name not in unwanted and not name.startswith("_"))
