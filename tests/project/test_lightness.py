import subprocess
import sys

MODULES = (
    "builder clips demo fields files folder keyframes landmarks media migrations pack relink sample schema store"
    " timeline validate script script_times edit.script edit.script_cues edit.script_place"
)


def test_the_project_needs_no_heavy_library() -> None:
    """The window reads and writes projects, and must start at once."""
    names = ", ".join(f"engine.project.{name}" for name in MODULES.split())
    code = f"import sys, {names}\nprint(*sorted(name.partition('.')[0] for name in sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "msgspec" in found
    assert not {"numpy", "PIL", "cv2", "av", "scipy", "mediapipe", "torch", "PySide6", "soundfile"} & set(found)
