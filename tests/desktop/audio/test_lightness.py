"""The audio pane costs the start of the window nothing: its libraries come with the first wave and the first sound."""

import subprocess
import sys
from pathlib import Path

_MAKE = """
import os, sys
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
application = QApplication([])
import desktop.audio.pane, desktop.audio.wave_pane, desktop.audio.side
from desktop.audio.live import LivePlayer
from desktop.audio.own_voices import OwnVoices
from desktop.audio.recorder import Recorder
from desktop.link import FakeLink
pane, side = desktop.audio.wave_pane.WavePane(FakeLink()), desktop.audio.side.SideColumn(OwnVoices(Path("voices.json")))
LivePlayer(), Recorder()
pane.show()
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_numpy_pyqtgraph_and_portaudio_are_not_loaded_before_they_are_needed() -> None:
    root = Path(__file__).parents[3]
    run = subprocess.run([sys.executable, "-c", _MAKE], cwd=root, capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "PySide6" in loaded
    assert not loaded & {"numpy", "pyqtgraph", "sounddevice", "av", "cv2", "torch", "scipy", "soundfile", "pysubs2"}
