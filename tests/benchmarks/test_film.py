"""How much of the encoder's own speed is left when a film is rendered."""

import os
import time
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.film.compose import Compositor
from engine.film.job import run
from engine.media.movie_writer import MovieWriter
from engine.media.probe import probe
from engine.project.demo import demo_project, read_demo
from engine.project.schema import Project
from engine.project.store import save
from engine.protocol.context import SilentContext
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.jobs.film import FilmJob
from resources import path as resource


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Path]:
    """The demo film without its voice; its landmarks have been found."""
    folder = resource("samples")
    project_path = tmp_path_factory.mktemp("film") / "demo.portraits"
    project = demo_project(read_demo(folder / "demo.json"), folder, project_path, None, probe)
    save(project, project_path)
    with Compositor(project, project_path, note=print) as compositor:
        for clip in project.timeline.tracks[1].clips:
            compositor.frame(round(clip.start * project.settings.fps))
    return project, project_path


@pytest.mark.benchmark
def test_rendering_against_the_encoder_alone(film: tuple[Project, Path], tmp_path: Path) -> None:
    project, project_path = film
    frames = round(project.timeline.duration * project.settings.fps)
    with Compositor(project, project_path, note=print) as compositor:
        ready = [np.empty(0)] * frames
        begun = time.perf_counter()
        for index in range(frames):
            ready[index] = compositor.frame(index).copy()
        composing = time.perf_counter() - begun
    begun = time.perf_counter()
    with MovieWriter(
        tmp_path / "ready.mp4", width=1024, height=1024, fps=Fraction(24), encode=EncodeSettings(), overwrite=False
    ) as writer:
        for frame in ready:
            writer.write(frame)
    encoding = time.perf_counter() - begun
    del ready
    begun = time.perf_counter()
    job = FilmJob(project=Source(path=str(project_path)), output=str(tmp_path / "film.mp4"))
    (artifact,) = run(job, SilentContext())
    rendering = time.perf_counter() - begun
    assert artifact.media.frames == frames
    print(
        f"\n{frames} frames of 1024 x 1024 on {os.cpu_count()} cores: composing {frames / composing:.0f}, "
        f"encoding {frames / encoding:.0f}, film {frames / rendering:.0f} frames/s; "
        f"the film has {100 * encoding / rendering:.0f} % of the encoder's speed"
    )
