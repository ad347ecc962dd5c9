"""The scripts of ``packaging/`` are no package: they are found through the path, as when they are run."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"

sys.path.insert(0, str(PACKAGING))
