"""The sample project: as rich as the demo film, and made without a media library, a model or the engine."""

import json
import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from engine.media.probe import probe
from engine.project.clips import MorphClip, StillClip, TitleClip, VoiceClip
from engine.project.demo import read_demo
from engine.project.folder import require
from engine.project.sample import sample_project
from engine.project.store import load, save
from engine.project.validate import problems
from engine.protocol.errors import PortraitsError
from resources import path as resource


def test_it_has_portraits_morphs_a_title_and_a_voice(tmp_path: Path) -> None:
    path = tmp_path / "sample.portraits"
    project = sample_project(resource("samples"), path)
    assert list(problems(project)) == []
    titles, pictures, voice = project.timeline.tracks
    assert [type(clip) for clip in titles.clips] == [TitleClip]
    assert [type(clip) for clip in pictures.clips] == [StillClip, MorphClip] * 5 + [StillClip]
    assert [type(clip) for clip in voice.clips] == [VoiceClip]
    assert [clip.name for clip in pictures.clips if isinstance(clip, StillClip)] == [
        "Anna",
        "Marcus",
        "Mei",
        "Georg",
        "Lena",
        "Jonas",
    ]
    assert 10 <= project.timeline.duration <= 20
    save(project, path)
    assert load(path) == project


def test_every_face_has_its_landmarks_and_every_file_is_there(tmp_path: Path) -> None:
    path = tmp_path / "sample.portraits"
    project = sample_project(resource("samples"), path)
    shown = {clip.media for clip in project.timeline.tracks[1].clips if isinstance(clip, StillClip)}
    assert len(shown) == 6
    assert all(item.landmarks is not None for item in project.media if item.id in shown)
    assert all(require(path, item).is_file() for item in project.media)


def test_what_is_known_beforehand_is_what_the_files_hold(tmp_path: Path) -> None:
    path = tmp_path / "sample.portraits"
    for item in sample_project(resource("samples"), path).media:
        found = probe(require(path, item))
        assert (item.info.kind, item.info.width, item.info.height) == (found.kind, found.width, found.height)
        assert item.info.duration == pytest.approx(found.duration, abs=0.01)


def test_the_voice_says_what_its_captions_and_its_recipe_say(tmp_path: Path) -> None:
    demo = read_demo(resource("samples", "demo.json"))
    text = resource("samples", demo.narration).read_text("utf-8").strip()
    project = sample_project(resource("samples"), tmp_path / "sample.portraits")
    voice = next(item for item in project.media if item.kind == "voice")
    assert " ".join(caption.text for caption in voice.captions) == text
    assert voice.captions[-1].end <= Fraction(voice.info.duration).limit_denominator(1000)
    assert voice.recipe is not None
    assert voice.recipe.job["text"] == text
    assert voice.recipe.job["seed"] == demo.voice.seed


def test_damaged_samples_are_told_in_words(tmp_path: Path) -> None:
    folder = tmp_path / "samples"
    shutil.copytree(resource("samples"), folder)
    document = json.loads((folder / "sample.json").read_bytes())
    document["voice"] = "../secret.wav"
    (folder / "sample.json").write_text(json.dumps(document))
    with pytest.raises(PortraitsError, match=r'"sample\.json" cannot be used'):
        sample_project(folder, tmp_path / "sample.portraits")
