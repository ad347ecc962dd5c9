"""The start stays light: what the window must never import is not there when it stands."""

import subprocess
import sys
from pathlib import Path

HEAVY = ("torch", "diffusers", "transformers", "mediapipe", "cv2", "av", "scipy", "numpy", "PIL", "numba")

_PROGRAM = """
import sys, tempfile
from pathlib import Path
from PySide6.QtWidgets import QApplication
application = QApplication([])
from desktop.link import FakeLink
from desktop.shell.services import Services
from desktop.startup.logs import LogBook
from desktop.startup.paths import Paths
from desktop.state.settings import Settings
from desktop.widgets.theme import theme
from desktop.window import MainWindow
paths = Paths.of_this_computer()
theme()
services = Services.make(paths, Settings(paths.settings_file), FakeLink(), LogBook())
window = MainWindow(services)
window.show()
window.project.new()
application.processEvents()
print("SHOWN", window.isVisible(), window.gallery.isVisible())
print("MODULES", ",".join(sorted({name.partition(".")[0] for name in sys.modules})))
services.document.close()
services.close()
"""


def test_the_window_stands_without_the_heavy_libraries(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[3]
    environment = {"QT_QPA_PLATFORM": "offscreen", "PORTRAITS_HOME": str(tmp_path), "PYTHONPATH": str(root), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert "SHOWN True True" in done.stdout, done.stderr
    modules = set(done.stdout.partition("MODULES ")[2].strip().split(","))
    assert modules.isdisjoint(HEAVY), sorted(modules.intersection(HEAVY))
