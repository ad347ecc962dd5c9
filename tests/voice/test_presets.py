"""Voices by name: built in, and the person's own."""

from pathlib import Path

import pytest

from desktop.audio.own_voices import OwnVoices
from desktop.startup.paths import Paths
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.voice import VoiceJob
from engine.protocol.voices import BUILT_IN, VoicePreset, find_voice, own_voices_json
from engine.voice.maya1.prompt import clean_description
from engine.voice.presets import described


def test_built_in_voices_are_well_described() -> None:
    names = [voice.name for voice in BUILT_IN]
    assert {"narrator", "storyteller", "announcer"} <= set(names)
    assert len(set(names)) == len(names)
    for voice in BUILT_IN:
        assert clean_description(voice.description) == voice.description
    assert VoiceJob(text="a", output="a.wav").description == BUILT_IN[0].description


def test_a_name_stands_for_its_description(tmp_path: Path) -> None:
    path = tmp_path / "voices.json"
    assert described("Narrator ", path) == BUILT_IN[0].description
    assert described("old man, tired", path) == "old man, tired"
    own = [
        VoicePreset(name="Marcus", description="Man, 41, deep."),
        VoicePreset(name="narrator", description="My own narrator."),
    ]
    path.write_bytes(own_voices_json(own))
    assert described("MARCUS", path) == "Man, 41, deep."
    assert described("narrator", path) == "My own narrator."
    assert find_voice("announcer", own) is not None


def test_voices_that_the_window_kept_are_known_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTRAITS_HOME", str(tmp_path))
    assert (
        OwnVoices(Paths.of_this_computer().config / "voices.json").keep(
            VoicePreset(name="Marcus", description="Man, 41, deep.")
        )
        == ""
    )
    assert described("Marcus") == "Man, 41, deep."


@pytest.mark.parametrize("text", ["{", "[3]", '[{"name": "", "description": "a"}]', '[{"name": "a"}]'])
def test_a_damaged_file_is_said_and_kept(tmp_path: Path, text: str) -> None:
    path = tmp_path / "voices.json"
    path.write_text(text)
    with pytest.raises(PortraitsError, match=r"voices\.json") as caught:
        described("narrator", path)
    assert caught.value.code is ErrorCode.BAD_INPUT
    assert path.read_text() == text
