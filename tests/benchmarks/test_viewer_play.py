"""How fast the viewer's frames are rendered, against the film's own rate: morphs are computed live."""

import time
from fractions import Fraction
from pathlib import Path

import pytest

import resources
from engine.film.frames import FrameServer
from engine.media.probe import probe
from engine.project.builder import lay_morphs
from engine.project.folder import add_media
from engine.project.schema import Project


@pytest.mark.benchmark
def test_a_row_of_morphs_plays_in_real_time(tmp_path: Path) -> None:
    project, path = Project(), tmp_path / "film.portraits"
    ids = []
    for file in sorted(resources.path("samples", "portraits").glob("*.jpg"))[:4]:
        project, item = add_media(project, path, file, probe(file))
        ids.append(item.id)
    project = lay_morphs(project, ids, hold=Fraction(1, 4), morph=Fraction(3, 2))
    server = FrameServer(tmp_path / "landmarks")
    server.show("film", project, path)
    count = int(project.timeline.duration * project.settings.fps)
    print()
    for side in (512, 768, 1024):
        first = time.perf_counter()
        server.frame("film", 0, side, side)
        began = time.perf_counter()
        shapes = {server.frame("film", index, side, side).shape for index in range(count)}
        rate = count / (time.perf_counter() - began)
        ratio = rate / float(project.settings.fps)
        print(
            f"{side:5d} px: {rate:6.1f} frames/s = {ratio:.2f} x real time; the first one after {began - first:.2f} s"
        )
        assert shapes == {(side, side, 4)}
    server.close()
