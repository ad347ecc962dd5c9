"""How much of the encoder's own speed is left when a minute of morphs with a voice is rendered."""

import os
import time
from fractions import Fraction
from itertools import cycle, islice
from pathlib import Path

import numpy as np
import pytest

from engine.film.compose import Compositor
from engine.film.job import run
from engine.film.mixer import mix
from engine.media.movie_writer import MovieWriter
from engine.media.probe import probe
from engine.media.sound import write_sound
from engine.project.builder import lay_morphs, lay_voice
from engine.project.demo import read_demo
from engine.project.folder import add_media
from engine.project.schema import Project, Settings
from engine.project.store import save
from engine.protocol.context import SilentContext
from engine.protocol.jobs.base import Source
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.jobs.film import FilmJob
from resources import path as resource

_SECONDS = 60
_SIDE, _FPS = 1024, Fraction(24)
_PARTS = 4
_HOLD, _MORPH = Fraction(1), Fraction(3, 2)


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Path]:
    """A minute of the demo's portraits, each held for a second and morphed into the next, under a voice."""
    folder = resource("samples")
    project_path = tmp_path_factory.mktemp("film") / "film.portraits"
    project = Project(settings=Settings(width=_SIDE, height=_SIDE, fps=_FPS))
    ids = []
    for name in read_demo(folder / "demo.json").pictures:
        file = folder.joinpath(*name.split("/"))
        project, item = add_media(project, project_path, file, probe(file))
        ids.append(item.id)
    voice = project_path.with_name("voice.wav")
    words = np.random.default_rng(1).normal(0, 0.08, (48_000 * _SECONDS, 1)).astype(np.float32)
    write_sound(voice, words, 48_000, overwrite=True)
    project, item = add_media(project, project_path, voice, probe(voice), kind="voice")
    project = lay_voice(project, item.id, start=Fraction(0))
    count = int(_SECONDS / (_HOLD + _MORPH))
    project = lay_morphs(project, list(islice(cycle(ids), count)), hold=_HOLD, morph=_MORPH, until=Fraction(_SECONDS))
    save(project, project_path)
    with Compositor(project, project_path, note=print) as compositor:  # finds the landmarks, which are then kept
        for clip in project.timeline.tracks[0].clips[: 4 * len(ids)]:
            compositor.frame(round(clip.start * _FPS))
    return project, project_path


@pytest.mark.benchmark
def test_rendering_against_the_encoder_alone(film: tuple[Project, Path], tmp_path: Path) -> None:
    """The encoder alone gets a quarter of the film ready made, four times, and the sound: that spares memory."""
    project, project_path = film
    frames = round(project.timeline.duration * _FPS)
    ready: list[np.ndarray] = []
    begun = time.perf_counter()
    with Compositor(project, project_path, note=print) as compositor:
        for index in range(frames // _PARTS):
            frame = compositor.frame(index)
            ready.append(ready[-1] if ready and compositor.unchanged else frame.copy())
    composing = _PARTS * (time.perf_counter() - begun)
    sound = mix(project, project_path, Fraction(0), 48_000 * _SECONDS, step=lambda _done, _all: None)
    begun = time.perf_counter()
    with MovieWriter(
        tmp_path / "ready.mp4", width=_SIDE, height=_SIDE, fps=_FPS, encode=EncodeSettings(), sound=(sound, 48_000)
    ) as writer:
        for frame in ready * _PARTS:
            writer.write(frame)
    encoding = time.perf_counter() - begun
    del ready
    begun = time.perf_counter()
    job = FilmJob(project=Source(path=str(project_path)), output=str(tmp_path / "film.mp4"))
    (artifact,) = run(job, SilentContext())
    rendering = time.perf_counter() - begun
    assert artifact.media.frames == frames
    assert artifact.media.duration == pytest.approx(_SECONDS, abs=0.05)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(
        f"\n{frames} frames of {_SIDE} x {_SIDE} with a voice on {os.cpu_count()} cores (load {load:.1f}): "
        f"composing {frames / composing:.0f}, encoding {frames / encoding:.0f}, "
        f"film {frames / rendering:.0f} frames/s; "
        f"the film has {100 * encoding / rendering:.0f} % of the encoder's speed"
    )
