import json
from fractions import Fraction
from pathlib import Path

import pytest

from engine.project.clips import MorphClip, StillClip
from engine.project.demo import demo_project, read_demo
from engine.project.folder import require
from engine.project.media import Caption
from engine.project.validate import problems
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.base import MediaInfo
from resources import path as resource

VOICE_SECONDS = 12.0


def described(path: Path) -> MediaInfo:
    if path.suffix == ".wav":
        return MediaInfo(kind="sound", duration=VOICE_SECONDS, sample_rate=24_000, channels=1)
    return MediaInfo(kind="picture", width=1024, height=1024)


def test_the_shipped_recipe_makes_a_film_of_the_promised_length(tmp_path: Path) -> None:
    recipe = resource("samples", "demo.json")
    demo = read_demo(recipe)
    voice = tmp_path / "voice.wav"
    voice.write_bytes(b"sound")
    said = (Caption(start=Fraction(0), end=Fraction(1), text="Look."),)
    path = tmp_path / "demo.portraits"
    project = demo_project(demo, recipe.parent, path, voice, described, said)
    assert list(problems(project)) == []
    assert 10 <= project.timeline.duration <= 20
    assert project.timeline.duration >= demo.voice.start + Fraction(VOICE_SECONDS) + demo.tail
    settings = project.settings
    assert (settings.width, settings.height, settings.fps) == (1024, 1024, 24)
    titles, row, sound = project.timeline.tracks
    assert [type(clip) for clip in row.clips] == [StillClip, MorphClip] * 5 + [StillClip]
    assert len(titles.clips) == len(sound.clips) == 1
    assert all(require(path, item).is_file() for item in project.media)
    assert project.media_by_id()[sound.clips[0].media].captions == said


def test_the_demo_works_without_a_voice(tmp_path: Path) -> None:
    recipe = resource("samples", "demo.json")
    project = demo_project(read_demo(recipe), recipe.parent, tmp_path / "demo.portraits", None, described)
    assert [track.kind for track in project.timeline.tracks] == ["picture", "picture"]
    assert 10 <= project.timeline.duration <= 20


def test_the_narration_is_short_and_plain() -> None:
    demo = read_demo(resource("samples", "demo.json"))
    text = resource("samples", demo.narration).read_text("utf-8")
    assert 30 <= len(text.split()) <= 38
    assert 6 <= text.count(".") <= 8
    assert text.isascii()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("pictures", ["../secret.jpg", "a.jpg"]),
        ("pictures", ["one.jpg"]),
        ("narration", "/etc/passwd"),
        ("hold", "1000"),
        ("morph", "-1"),
        ("speed", 3),
        ("title", None),
    ],
)
def test_a_bad_recipe_is_refused(tmp_path: Path, field: str, value: object) -> None:
    document = json.loads(resource("samples", "demo.json").read_bytes())
    document[field] = value
    path = tmp_path / "demo.json"
    path.write_text(json.dumps(document))
    with pytest.raises(PortraitsError, match=r'"demo\.json" cannot be used'):
        read_demo(path)
