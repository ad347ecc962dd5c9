"""The large voice as a person meets it: from the command line, from a script, and on a server."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from engine.api import generate_voice
from engine.media.sound import read_sound
from engine.models.settings import StoreSettings, write_settings
from engine.voice.subtitles import read_subtitles
from tests.helpers.cli import CommandLine
from tests.voice.maya1.scripted import spoken
from tests.voice.maya1.voice_server import running_server
from tests.voice.recipes import recipe_job

TEXT = "Every face is a road. <sigh> Somebody walked it."


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person who has nothing yet."""
    monkeypatch.setenv("PORTRAITS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HF_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("PORTRAITS_DEVICE", "cpu")
    return tmp_path


def test_the_command_says_what_to_get_and_speaks_once_it_is_there(home: Path, models: Path, cli: CommandLine) -> None:
    command = (
        "voice", TEXT, "--engine", "maya1", "--description", "40-year-old, warm, low pitch, conversational",
        "--output", home / "voice.wav", "--subtitles", "srt", "--max-tokens", "420", "--seed", "3",
    )  # fmt: skip
    refused = cli(*command)
    assert refused.status == 1
    assert "models download maya1" in refused.err
    assert not list(home.glob("voice*"))
    assert cli("models", "add", models).status == 0
    assert "found" not in cli("models", "where", "maya1").err
    result = cli(*command, "--json")
    assert result.status == 0, result.err
    samples, rate = read_sound(home / "voice.wav", rate=None)
    assert rate == 24_000
    cues = read_subtitles(home / "voice.srt")
    assert [cue.text for cue in cues] == ["Every face is a road.", "Somebody walked it."]
    assert cues[-1].end == pytest.approx(len(samples) / rate, abs=0.01)
    progress = [line for line in result.objects if line.get("phase") == "Speaking"]
    assert progress
    assert all(line["unit"] == "s" for line in progress)


def test_a_preset_from_the_command_line_and_the_function_give_the_same_sound(
    home: Path, models: Path, cli: CommandLine
) -> None:
    write_settings(StoreSettings(added=(str(models),)))
    made = generate_voice("Hello there.", "storyteller", max_tokens=420, output_file=home / "one.wav", seed=3)
    arguments = ("--engine", "maya1", "--description", "Storyteller", "--max-tokens", "420", "--seed", "3")
    assert cli("voice", "Hello there.", *arguments, "--output", home / "two.wav").status == 0
    assert "British accent" in recipe_job(made).description
    assert np.array_equal(read_sound(made)[0], read_sound(home / "two.wav")[0])


def test_a_server_needs_only_the_small_files_here(home: Path, models: Path, cli: CommandLine) -> None:
    arguments = ("voice", TEXT, "--engine", "maya1", "--output", home / "voice.wav", "--gap", "0", "--takes")
    with running_server(
        lambda handler, body: handler.events([{"token_ids": [token]} for token in spoken(14, len(body["prompt"]))])
    ) as (address, asked):
        refused = cli(*arguments, "--server", address)
        assert refused.status == 1
        assert "models download maya1-tokenizer" in refused.err
        (home / "few" / "maya1").mkdir(parents=True)
        shutil.copytree(models / "maya1" / "tokenizer", home / "few" / "maya1" / "tokenizer")
        shutil.copytree(models / "snac_24khz", home / "few" / "snac_24khz")
        write_settings(StoreSettings(added=(str(home / "few"),)))
        assert not asked
        result = cli(*arguments, "--server", address)
        assert result.status == 0, result.err
        assert len(asked) == 2
    assert len(list((home / "voice sentences").iterdir())) == 2
    stopped = cli(*arguments, "--server", address, "--overwrite")
    assert stopped.status == 1
    assert "cannot be reached" in stopped.err
