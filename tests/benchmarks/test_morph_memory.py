"""The memory that a morph of 200 pictures at 2048 x 2048 takes at its peak, measured in a process of its own.

Run with ``pytest -m benchmark -s tests/benchmarks/test_morph_memory.py``.
"""

import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

import resources
from engine.media.pictures import read_picture, resize_picture, write_picture

PICTURES = 200
LIMIT = 1.5 * 2**30

CHILD = """
import re, resource, sys
from pathlib import Path
from engine.morph import inputs
from engine.morph.job import run
from engine.protocol.context import SilentContext
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.morph import MorphJob
folder, output = sys.argv[1:]
inputs.landmark_cache_folder = lambda: None
(artifact,) = run(MorphJob(inputs=(Source(path=folder),), output=output, morph_frames=1), SilentContext())
if sys.platform == "linux":  # there, getrusage goes on from what the process took before this program was loaded
    peak = 1024 * int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text()).group(1))
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(artifact.media.frames, artifact.media.width, peak)
"""


@pytest.mark.benchmark
@pytest.mark.timeout(1800)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no getrusage")
def test_memory_of_two_hundred_large_pictures(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    rng = np.random.default_rng(0)
    for number in range(PICTURES):
        small = read_picture(resources.path("samples", "portraits", f"portrait-{number % 6 + 1}.jpg"))
        large = resize_picture(small, 2048, 2048)
        angle, scale = rng.uniform(-4, 4), rng.uniform(1, 1.08)
        matrix = cv2.getRotationMatrix2D((1024, 1024), angle, scale)
        turned = np.asarray(cv2.warpAffine(large, matrix, (2048, 2048), borderMode=cv2.BORDER_REPLICATE), np.uint8)
        write_picture(folder / f"{number:03d}.jpg", turned, overwrite=False, text=None)
    child = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder), str(tmp_path / "out.mp4")],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    frames, width, peak = (int(part) for part in child.stdout.split())
    print(f"\n{PICTURES} pictures, {frames} frames of {width} x {width}: peak {peak / 2**30:.2f} GB (at most 1.5)")
    assert frames == PICTURES + PICTURES - 1
    assert peak < LIMIT
