"""Shots from the command line and from Python, with the store that a person has."""

import inspect
import json
from pathlib import Path

import pytest

from engine.api import generate_video
from engine.media.probe import RECIPE_KEY, probe, read_metadata
from engine.models.settings import StoreSettings, write_settings
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.video import VideoJob
from tests.helpers.cli import CommandLine
from tests.video.conftest import IDS

SMALL = ("--width", 48, "--height", 32, "--num-frames", 9, "--steps", 2)


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(capsys)


@pytest.fixture(autouse=True)
def _own_store(models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTRAITS_HOME", str(tmp_path / "home"))
    write_settings(StoreSettings(added=(str(models),), offline=True))


def test_a_shot_from_words(cli: CommandLine, tmp_path: Path) -> None:
    result = cli("video", "a man", "--output", tmp_path / "a.mp4", "--seed", 5, "--model", IDS["t2v"], *SMALL)
    assert result.status == 0, result.err
    assert f"{tmp_path / 'a.mp4'}  48 x 32, 9 frames at 24 per second, 0.38 s" in result.out
    job = json.loads(read_metadata(tmp_path / "a.mp4")[RECIPE_KEY])["job"]
    assert (job["prompt"], job["seed"], job["steps"]) == ("a man", 5, 2)
    assert (tmp_path / "a last frame.png").exists()


def test_a_long_shot_goes_on_from_the_last(cli: CommandLine, tmp_path: Path) -> None:
    options = (*SMALL, "--model", IDS["df"], "--overlap", "5", "--no-last-frame")
    first = cli("video", "a man", "--output", tmp_path / "a.webm", *options)
    assert first.status == 0, first.err
    longer = cli(
        *("video", "a woman", "--next-prompt", "the sea", "--movie", tmp_path / "a.webm", "--window", 9),
        *("--output", tmp_path / "b.mp4", *options),
    )
    assert longer.status == 0, longer.err
    assert probe(tmp_path / "b.mp4").frames == 17
    assert not list(tmp_path.glob("*.png"))


def test_wrong_use_is_named(cli: CommandLine, tmp_path: Path) -> None:
    wrong = cli("video", "a man", "--output", tmp_path / "a.mp4", "--num-frames", 100_000)
    assert wrong.status == 2
    assert "--num-frames" in wrong.err
    assert cli("video", "a man", "--output", tmp_path / "a.xyz").status == 2


def test_the_function_has_the_parameters_of_the_original() -> None:
    defaults = {
        name: parameter.default
        for name, parameter in inspect.signature(generate_video).parameters.items()
        if parameter.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
    }
    assert defaults == {
        "prompt": inspect.Parameter.empty,
        "num_frames": 97,
        "width": 960,
        "height": 544,
        "fps": 24,
        "guidance_scale": 6.0,
        "num_inference_steps": 50,
        "enable_offload": True,
    }
    job = VideoJob(output="a.mp4")
    for name in ("num_frames", "width", "height", "fps", "enable_offload"):
        assert getattr(job, name) == defaults[name]


def test_the_function_makes_a_shot(picture: Path, tmp_path: Path) -> None:
    small = {"num_frames": 5, "width": 48, "height": 32, "num_inference_steps": 2}
    made = generate_video("a man", **small, model=IDS["t2v"], output_file=tmp_path / "a.mp4", seed=3)
    assert (made, probe(made).frames) == (tmp_path / "a.mp4", 5)
    options = {"image": picture, "output_file": tmp_path / "b.mp4", "negative_prompt": "the sea"}
    assert probe(generate_video("a man", **small, **options)).frames == 5  # type: ignore[arg-type]
    with pytest.raises(PortraitsError) as caught:
        generate_video("", output_file=tmp_path / "c.mp4")
    assert caught.value.code is ErrorCode.USAGE
