"""The motion and training pages cost the start of the window nothing: their libraries come when they are shown."""

import subprocess
import sys
from pathlib import Path

_MAKE = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
import desktop.window
import desktop.motion.desk, desktop.motion.library, desktop.motion.extract_dialog
import desktop.training.desk
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_numpy_and_pyqtgraph_are_not_loaded_before_a_page_is_shown() -> None:
    root = Path(__file__).parents[3]
    run = subprocess.run([sys.executable, "-c", _MAKE], cwd=root, capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "PySide6" in loaded
    assert not loaded & {"numpy", "pyqtgraph", "scipy", "av", "cv2", "torch"}
