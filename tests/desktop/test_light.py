"""The link and the models load no codec, no array and no model library: the window must be there at once."""

import json
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_HEAVY = {"torch", "diffusers", "transformers", "mediapipe", "cv2", "av", "numpy", "scipy", "numba", "PIL", "keyring"}

_IMPORT_ALL = """
import json, pkgutil, sys
from importlib import import_module
import desktop.link, desktop.state, desktop.startup
for package in (desktop.link, desktop.state, desktop.startup):
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        import_module(module.name)
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules} | set(sys.modules))))
"""


def test_nothing_heavy_and_no_widgets_are_loaded_by_the_link_and_the_models() -> None:
    run = subprocess.run([sys.executable, "-c", _IMPORT_ALL], cwd=_ROOT, capture_output=True, text=True, check=True)
    loaded = set(json.loads(run.stdout))
    assert not loaded & _HEAVY
    assert "PySide6.QtWidgets" not in loaded
