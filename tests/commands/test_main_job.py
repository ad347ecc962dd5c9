"""The main job as a newcomer does it: the demo film, a morph, a voice, an export, and stopping half way."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

import resources
from engine.media.movie_reader import MovieReader
from engine.media.sound import loudness
from engine.protocol.fields import fields_of
from engine.protocol.jobs import FilmJob, LandmarksJob, MorphJob, SoundJob, VoiceJob
from tests.helpers.cli import CommandLine

PORTRAITS = resources.path("samples", "portraits")


def _pictures(count: int) -> list[Path]:
    return [PORTRAITS / f"portrait-{number}.jpg" for number in range(1, count + 1)]


def test_the_demo_film_is_whole(cli: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "my demo"
    result = cli("demo", "--output", folder)
    assert result.status == 0, result.err
    assert "demo.mp4" in result.out
    assert "demo.portraits" in result.out
    assert "Note:" not in result.err, "every sample picture has a face and a person that can be told apart"
    with MovieReader(folder / "demo.mp4") as movie:
        info = movie.info
        samples, rate = movie.read_sound()
        first, last = movie.frame_at(Fraction(0)), movie.frame_at(Fraction(info.frames - 1, 24))
    assert (info.width, info.height, info.fps) == (1024, 1024, 24)
    assert (info.video_codec, info.audio_codec) == ("h264", "aac")
    assert 10 <= info.duration <= 20
    assert len(samples) == round(info.frames * rate / 24)
    assert -24 < loudness(samples, rate) < -14
    assert np.abs(first.astype(int) - last).mean() > 10, "the film ends on another face than it began with"
    again = cli("demo", "--output", folder)
    assert again.status == 1
    assert "--overwrite" in again.err
    project = cli("probe", folder / "demo.portraits", "--json").objects[0]["project"]
    assert project["duration"] == pytest.approx(info.duration, abs=1 / 24)


def test_a_project_exports_to_the_film_it_describes(cli: CommandLine, tmp_path: Path) -> None:
    from engine.media.probe import probe
    from engine.project.builder import lay_morphs
    from engine.project.folder import add_media
    from engine.project.schema import Project, Settings
    from engine.project.store import save

    path = tmp_path / "two.portraits"
    project = Project(title="Two", settings=Settings(width=128, height=128))
    ids = []
    for picture in _pictures(2):
        project, item = add_media(project, path, picture, probe(picture))
        ids.append(item.id)
    save(lay_morphs(project, ids, hold=Fraction(1, 4), morph=Fraction(1, 2)), path)
    result = cli("export", path, "--output", tmp_path / "two.webm", "--json")
    assert result.status == 0, result.err
    artifact = result.objects[-1]
    assert artifact["type"] == "artifact"
    assert artifact["media"]["frames"] == 6 + 12 + 6
    assert artifact["media"]["video_codec"] == "vp9"


def test_morph_counts_frames_as_it_says(cli: CommandLine, tmp_path: Path) -> None:
    movie = tmp_path / "three.mp4"
    size = ("--width", 128, "--height", 128)
    result = cli("morph", *_pictures(3), "--output", movie, "--morph-frames", 8, "--fps", "24000/1001", *size)
    assert result.status == 0, result.err
    probed = cli("probe", movie, "--json").objects[0]
    assert probed["media"]["frames"] == 3 + 2 * 8
    recipe = json.loads(probed["metadata"]["portraits.recipe"])
    assert recipe["job"]["morph_frames"] == 8
    assert str(tmp_path) not in json.dumps(recipe), "a film must not tell where its maker's files lie"


def test_landmarks_are_written_and_drawn(cli: CommandLine, tmp_path: Path) -> None:
    result = cli("landmarks", *_pictures(1), "--output", tmp_path, "--draw", "mesh")
    assert result.status == 0, result.err
    assert {path.name for path in tmp_path.iterdir()} == {"portrait-1.landmarks.json", "portrait-1.landmarks.png"}
    assert len(json.loads((tmp_path / "portrait-1.landmarks.json").read_text())["points"]) == 478


def test_a_voice_is_spoken_with_subtitles(cli: CommandLine, tmp_path: Path) -> None:
    sound = tmp_path / "voice.wav"
    result = cli("voice", "Every face is a road. <laugh> Here they meet.", "--output", sound, "--subtitles", "vtt")
    assert result.status == 0, result.err
    assert "<laugh>" in result.err
    media = cli("probe", sound, "--json").objects[0]["media"]
    assert (media["sample_rate"], media["channels"]) == (24_000, 1)
    assert 1.5 < media["duration"] < 6
    assert "Here they meet." in (tmp_path / "voice.vtt").read_text()


def test_a_full_disk_is_said_and_leaves_nothing(
    cli: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    size = ("--width", 128, "--height", 128)
    result = cli("morph", *_pictures(2), "--output", tmp_path / "out.mp4", *size)
    assert result.status == 1
    assert "full" in result.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one child")
def test_ctrl_c_stops_and_leaves_no_film(tmp_path: Path) -> None:
    movie = tmp_path / "long.mp4"
    command = [sys.executable, "-m", "engine", "morph", str(PORTRAITS), "--output", str(movie)]
    # Where the tests run in the background of a script, children would ignore Ctrl-C.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        child = subprocess.Popen(
            [*command, "--morph-frames", "2000", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
    finally:
        signal.signal(signal.SIGINT, before)
    assert child.stdout is not None
    for line in child.stdout:
        event = json.loads(line)
        if event.get("phase") == "Rendering frames" and event["step"] > 0:
            break
    time.sleep(0.2)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=30)
    assert child.returncode == 130, err
    assert json.loads(out.splitlines()[-1])["type"] == "interrupted"
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("command", "kind"),
    [("morph", MorphJob), ("landmarks", LandmarksJob), ("voice", VoiceJob), ("sound", SoundJob), ("export", FilmJob)],
)
def test_a_command_offers_every_field_of_its_job(cli: CommandLine, command: str, kind: type) -> None:
    text = cli(command, "--help").out
    assert "Example: portraits-engine" in text
    flat = " ".join(text.split())
    for field in fields_of(kind):
        assert " ".join(field.title.split()) in flat, field.path
    assert "--json" in text


@pytest.mark.parametrize("command", ["demo", "probe", "doctor"])
def test_the_other_commands_show_an_example(cli: CommandLine, command: str) -> None:
    text = cli(command, "--help").out
    assert "Example: portraits-engine" in text
    assert "--json" in text
