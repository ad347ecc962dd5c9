"""Films go out as OpenTimelineIO and come back; the library's own reader is the judge."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import opentimelineio as otio
import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import asdict, replace

from engine.project.clips import (
    Keyframe,
    Keyframes,
    MorphClip,
    MovieClip,
    SoundClip,
    StillClip,
    TitleClip,
    VoiceClip,
)
from engine.project.folder import add_media, with_item
from engine.project.media import Caption
from engine.project.otio_files import READ, WRITTEN, write_timeline
from engine.project.otio_in import read_otio
from engine.project.schema import Project, Settings
from engine.project.timeline import Marker, Range, Timeline, Track
from engine.project.validate import problems
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.base import MediaInfo
from engine.protocol.recipe import Recipe
from tests.project.edit.films import FPS, films, morph, movie, still

_KINDS = {".png": "picture", ".mov": "movie", ".wav": "sound"}


def probe(path: Path) -> MediaInfo:
    kind = _KINDS[path.suffix]
    return MediaInfo(
        kind=kind,  # type: ignore[arg-type]
        format=path.suffix,
        duration=0.0 if kind == "picture" else 20.0,
        sample_rate=48_000 if kind == "sound" else 0,
    )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A film with media a, b, m and voice, at 23.976 frames/s."""
    made = Project(title="Six faces", settings=Settings(fps=Fraction(24000, 1001), width=640, height=480))
    ids = {}
    for name in ("a.png", "b.png", "m.mov", "voice.wav"):
        file = tmp_path / name
        file.write_bytes(name.encode() * 9)
        made, item = add_media(made, tmp_path / "film.portraits", file, probe(file))
        ids[name[0]] = item.id
    voice = next(item for item in made.media if item.id == ids["v"])
    recipe = Recipe(job={"kind": "voice", "text": "Hello", "seed": 3})
    captions = (Caption(start=Fraction(0), end=Fraction(1), text="Hello."),)
    made = with_item(made, replace(voice, kind="voice", recipe=recipe, captions=captions))
    grid = 1 / made.settings.fps * FPS
    keys = Keyframes(scale=(Keyframe(time=Fraction(0), value=1.0), Keyframe(time=Fraction(1), value=1.5)))
    row = (
        replace(still("A", 0, 24), media=ids["a"], keyframes=keys),
        morph("m1", 24, 60),
        replace(still("B", 60, 84), media=ids["b"], fade_out=Fraction(1, 4)),
        replace(movie("M", 78, 120, in_point=10), media=ids["m"], speed=Fraction(3, 2), gain_db=-3.0),
    )
    seen = tuple(replace(clip, start=clip.start * grid, duration=clip.duration * grid) for clip in row)
    heard = VoiceClip(id="V", start=Fraction(1, 3), duration=Fraction(70_001, 48_000), media=ids["v"])
    title = TitleClip(id="T", start=Fraction(0), duration=24 * grid / FPS, text="Six\nfaces")
    timeline = Timeline(
        tracks=(
            Track(id="t", kind="picture", name="Titles", clips=(title,)),
            Track(id="p", kind="picture", name="Pictures", clips=seen, locked=True),
            Track(id="s", kind="sound", name="Voice", clips=(heard,), muted=True),
        ),
        markers=(Marker(id="k", time=48 * grid / FPS, name="Turn", colour="#FF0000"),),
        in_out=Range(start=Fraction(0), end=60 * grid / FPS),
    )
    made = replace(made, timeline=timeline)
    assert list(problems(made)) == []
    return made


def names(project: Project) -> dict[str, str]:
    return {item.id: item.sha256 for item in project.media}


def essence(project: Project) -> Any:
    """Return the timeline with media named by their bytes."""
    media = names(project)
    tracks = []
    for track in project.timeline.tracks:
        clips = [{**asdict(clip), "media": media.get(getattr(clip, "media", ""))} for clip in track.clips]
        tracks.append({**asdict(track), "clips": clips})
    return tracks, project.timeline.markers, project.timeline.in_out


def test_a_film_comes_back_whole(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "film.otio"
    write_timeline(project, tmp_path / "film.portraits", path)
    found = read_otio(path, tmp_path / "other" / "back.portraits", probe)
    assert found.notes == ()
    assert essence(found.project) == essence(project)
    assert found.project.settings == project.settings
    voice = next(item for item in found.project.media if item.kind == "voice")
    assert voice.recipe is not None
    assert voice.recipe.job["seed"] == 3
    assert voice.captions[0].text == "Hello."


def test_the_library_reads_what_was_written(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "film.otio"
    write_timeline(project, tmp_path / "film.portraits", path)
    timeline = otio.adapters.read_from_file(str(path))
    assert timeline.duration().to_seconds() == pytest.approx(float(project.timeline.duration), abs=1e-6)
    kinds = [track.kind for track in timeline.tracks]
    assert kinds == ["Audio", "Video", "Video"]
    pictures = next(track for track in timeline.tracks if track.name == "Pictures")
    assert [type(child).__name__ for child in pictures] == ["Clip", "Clip", "Clip", "Transition", "Clip"]
    clip = pictures[-1]
    assert clip.effects[0].time_scalar == 1.5
    assert (tmp_path / clip.media_reference.target_url).is_file()


def test_a_film_of_another_program(tmp_path: Path) -> None:
    (tmp_path / "shot one.mov").write_bytes(b"movie")
    track = otio.schema.Track("V1", kind="Video")
    span = otio.opentime.TimeRange(otio.opentime.RationalTime(10, 25), otio.opentime.RationalTime(50, 25))
    reference = otio.schema.ExternalReference("file:///elsewhere/shot%20one.mov")
    known = otio.schema.Clip("One", reference, span)
    known.effects.append(otio.schema.Effect(name="Glow", effect_name="glow"))
    lost = otio.schema.Clip("Two", otio.schema.ExternalReference("gone.mov"), span)
    track.extend([known, otio.schema.Transition(transition_type="Wipe_Star", name="Star"), lost])
    timeline = otio.schema.Timeline("Foreign")
    timeline.tracks.append(track)
    path = tmp_path / "foreign.otio"
    otio.adapters.write_to_file(timeline, str(path))
    found = read_otio(path, tmp_path / "new.portraits", probe)
    (clip,) = found.project.timeline.tracks[0].clips
    assert isinstance(clip, MovieClip)
    assert (clip.start, clip.duration, clip.in_point) == (0, 2, Fraction(2, 5))
    assert found.project.settings.fps == 25
    assert found.notes == (
        'The effect "glow" of the clip "One" is not known here.',
        'The transition "Star" is not known here and became a cut.',
        'The file "gone.mov" was not found; its clips were left out.',
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", "cannot be read"), (b"{}", "cannot be"), (b'{"OTIO_SCHEMA": "Clip.1"}', "no timeline"), (b"\xff", "cannot")],
)
def test_a_bad_file_is_refused_in_words(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "bad.otio"
    path.write_bytes(content)
    with pytest.raises(PortraitsError, match=why):
        read_otio(path, tmp_path / "new.portraits", probe)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(film=films())
def test_every_film_keeps_its_places(film: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("otio")
    made = replace(film, media=())
    ids = {}
    for item in film.media:
        file = folder / f"{item.id}{ {'picture': '.png', 'movie': '.mov'}.get(item.info.kind, '.wav') }"
        file.write_bytes(item.id.encode())
        made, added = add_media(made, folder / "film.portraits", file, probe(file))
        ids[item.id] = added.id
    tracks = tuple(
        replace(
            track,
            clips=tuple(
                replace(clip, media=ids[clip.media]) if isinstance(getattr(clip, "media", None), str) else clip
                for clip in track.clips
            ),
        )
        for track in made.timeline.tracks
    )
    made = replace(made, timeline=replace(made.timeline, tracks=tracks))
    path = folder / "film.otio"
    write_timeline(made, folder / "film.portraits", path)
    found = read_otio(path, folder / "back" / "film.portraits", probe)
    assert found.notes == ()
    for old, new in zip(made.timeline.tracks, found.project.timeline.tracks, strict=True):
        assert [(c.id, c.start, c.duration) for c in new.clips] == [(c.id, c.start, c.duration) for c in old.clips]
    assert all(isinstance(clip, SoundClip) for clip in found.project.timeline.tracks[-1].clips)


def _cut(project: Project) -> Project:
    """Stills with a morph between them, a cross-fade into a movie, and a voice; everything on frames."""
    fps = project.settings.fps
    placed = {Path(item.name).stem: item.id for item in project.media}
    row = (
        StillClip(id="A", start=Fraction(0), duration=24 / fps, media=placed["a"]),
        MorphClip(id="m1", start=24 / fps, duration=36 / fps),
        StillClip(id="B", start=60 / fps, duration=30 / fps, media=placed["b"]),
        MovieClip(id="M", start=80 / fps, duration=50 / fps, media=placed["m"], in_point=48 / fps),
    )
    title = TitleClip(id="T", start=Fraction(0), duration=24 / fps, text="Six faces")
    heard = VoiceClip(id="V", start=12 / fps, duration=48 / fps, media=placed["voice"])
    tracks = (
        Track(id="t", kind="picture", clips=(title,)),
        Track(id="p", kind="picture", clips=row),
        Track(id="s", kind="sound", clips=(heard,)),
    )
    return replace(project, timeline=Timeline(tracks=tracks))


def test_final_cuts_xml_brings_the_cut_there_and_back(project: Project, tmp_path: Path) -> None:
    made, path = _cut(project), tmp_path / "film.xml"
    notes = write_timeline(made, tmp_path / "film.portraits", path)
    assert set(notes) == {"Titles were left out.", "Morphs became dissolves; render them as movies to take them along."}
    found = read_otio(path, tmp_path / "other" / "back.portraits", probe)
    fps = found.project.settings.fps
    assert fps == made.settings.fps
    (pictures,) = [track for track in found.project.timeline.tracks if track.kind == "picture" and track.clips]
    (sounds,) = [track for track in found.project.timeline.tracks if track.kind == "sound"]
    places = [(round(clip.start * fps), round(clip.end * fps)) for clip in pictures.clips]
    # The stills now overlap where the morph was, and the movie fades in where it did.
    assert places == [(0, 60), (24, 90), (80, 130)]
    assert isinstance(pictures.clips[2], MovieClip)
    assert pictures.clips[2].in_point == 48 / fps
    assert [(round(clip.start * fps), round(clip.end * fps)) for clip in sounds.clips] == [(12, 60)]
    assert list(problems(found.project)) == []


def test_an_edl_has_the_pictures_of_one_track(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "film.edl"
    notes = write_timeline(_cut(project), tmp_path / "film.portraits", path)
    text = path.read_text("utf-8")
    assert text.startswith("TITLE: Six faces")
    assert text.count(" V     D ") == 2
    assert ".wav" not in text
    assert any("room for one track" in note for note in notes)


def test_unknown_names_and_films_without_pictures(project: Project, tmp_path: Path) -> None:
    with pytest.raises(PortraitsError, match="does not end like a timeline"):
        write_timeline(project, tmp_path / "film.portraits", tmp_path / "film.mp4")
    assert set(READ) < {*WRITTEN}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<xmeml",
        b"<xmeml version='5'/>",
        b"<html/>",
        b'<!DOCTYPE x [<!ENTITY a "b">]><xmeml version="5">&a;</xmeml>',
    ],
)
def test_a_bad_xml_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.xml"
    path.write_bytes(content)
    with pytest.raises(PortraitsError, match=r'The film "bad\.xml" cannot be used'):
        read_otio(path, tmp_path / "new.portraits", probe)
