"""Projects for tests: one with every kind of clip and field, and a hypothesis strategy for sound ones."""

import hashlib
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import msgspec
from hypothesis import strategies as st

from engine.project.boards import Board
from engine.project.clips import (
    AnimationClip,
    Keyframe,
    Keyframes,
    MorphClip,
    MovieClip,
    MusicClip,
    ShotClip,
    SoundClip,
    StillClip,
    TitleClip,
    VoiceClip,
)
from engine.project.folder import add_media
from engine.project.landmarks import LANDMARK_COUNT, Landmarks, TemplatePlace
from engine.project.media import Caption, MediaItem, StoredInfo
from engine.project.schema import Project, Settings
from engine.project.script import Block, Pronunciation, Script, Speaker
from engine.project.timeline import Marker, Range, Timeline, Track
from engine.protocol.jobs.base import MediaInfo
from engine.protocol.jobs.morph import Curve, MorphSettings
from engine.protocol.recipe import Recipe, RecipeInput

PICTURE_INFO = MediaInfo(kind="picture", format="png", width=8, height=6)


def digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def item(name: str, kind: str = "picture", file_kind: str = "picture", **more: object) -> MediaItem:
    sha256 = digest(name)
    info = StoredInfo(kind=file_kind, format="x", duration=0.0 if file_kind == "picture" else 10.0)
    return msgspec.structs.replace(
        MediaItem(id=name, kind=kind, path=f"{sha256}.bin", sha256=sha256, size=100, info=info, name=name), **more
    )


def landmarks(width: int = 1000, height: int = 800) -> Landmarks:
    points = tuple((float(index % 25) * 30 + 0.25, float(index // 25) * 35) for index in range(LANDMARK_COUNT))
    template = TemplatePlace(x=500.5, y=400, width=310, angle=-12.5, anchors=((33, 420.25, 360.0),))
    return Landmarks(
        detector="test",
        detector_version="1",
        width=width,
        height=height,
        points=points,
        moved=(3, 5),
        template=template,
    )


def full_project() -> Project:
    """Return a project in which every kind of clip and every field differs from its default somewhere."""
    recipe = Recipe(
        app_version="0.1.0",
        job={"kind": "voice", "text": "Hello", "speed": 1.0, "nested": {"list": [1, None, True]}},
        inputs=(RecipeInput(name="a.png", sha256=digest("a")),),
        parents=(digest("a"),),
    )
    keys = Keyframes(
        opacity=(Keyframe(time=Fraction(0), value=0.25), Keyframe(time=Fraction(1, 3), value=1.0, curve="smoothstep")),
        x=(Keyframe(time=Fraction(0), value=-0.5, curve="hold"),),
        scale=(Keyframe(time=Fraction(0), value=1.0, curve="ease_in"), Keyframe(time=Fraction(2), value=1.5)),
    )
    settings = MorphSettings(shape=Curve(kind="points", points=((0.0, 0.0), (0.5, 0.75), (1.0, 1.0))), align=False)
    second = Fraction(1001, 24000) * 24
    pictures = (
        StillClip(
            id="s1",
            start=Fraction(0),
            duration=second,
            media="a",
            fade_in=Fraction(1, 4),
            keyframes=keys,
            scale=1.25,
            x=0.5,
        ),
        MorphClip(id="m1", start=second, duration=second, settings=settings, first_landmarks=landmarks()),
        StillClip(
            id="s2", start=2 * second, duration=second, media="b", fit="contain", edges="#102030", takes=("a", "b")
        ),
        MovieClip(
            id="v1",
            start=Fraction(5, 2),
            duration=Fraction(2),
            media="m",
            in_point=Fraction(1, 3),
            speed=Fraction(3, 2),
            gain_db=-6.0,
        ),
        ShotClip(
            id="v2",
            start=Fraction(5),
            duration=Fraction(1),
            media="shot",
            with_sound=False,
            recipe=recipe,
            fade_out=Fraction(1, 2),
        ),
        AnimationClip(id="v3", start=Fraction(6), duration=Fraction(1), media="ani", opacity=0.5, edges="none"),
    )
    title = TitleClip(
        id="t1",
        start=Fraction(0),
        duration=Fraction(2),
        text="Faces\nof the sea",
        size=0.1,
        colour="#FFEEDD",
        place="top",
        align="left",
    )
    sounds = (
        VoiceClip(id="n1", start=Fraction(0), duration=Fraction(3), media="voice", fade_in=Fraction(1, 100)),
        SoundClip(id="n2", start=Fraction(2), duration=Fraction(3), media="m", speed=Fraction(1, 2)),
        MusicClip(id="n3", start=Fraction(5), duration=Fraction(1), media="music", gain_db=-12.5, name="Piano"),
    )
    return Project(
        app_version="0.1.0",
        title='Film "Gesichter" 映画',
        settings=Settings(width=1920, height=1080, fps=Fraction(24000, 1001), background="#101418"),
        media=(
            item("a", landmarks=landmarks(), rating=4, colour_mark="green"),
            item("b", rejected=True, take_of="a", recipe=recipe),
            item("m", "movie", "movie"),
            item("shot", "shot", "movie", recipe=recipe),
            item("ani", "animation", "movie"),
            item("voice", "voice", "sound", captions=(Caption(start=Fraction(0), end=Fraction(7, 5), text="Hello."),)),
            item("music", "music", "sound"),
            item("dance", "motion", "motion"),
        ),
        boards=(Board(id="best", name="Best of", items=("b", "a")), Board(id="empty")),
        timeline=Timeline(
            tracks=(
                Track(id="titles", kind="picture", name="Titles", clips=(title,), locked=True),
                Track(id="pictures", kind="picture", name="Pictures", clips=pictures, hidden=True),
                Track(id="sound", kind="sound", name="Voice", clips=sounds, muted=True, solo=True),
            ),
            markers=(Marker(id="k1", time=Fraction(3, 2), name="Turn", colour="#FF0000"),),
            in_out=Range(start=Fraction(1, 2), end=Fraction(4)),
        ),
        script=Script(
            name="Narration",
            speakers=(
                Speaker(id="anna", name="Anna", description="Warm, low.", colour="#123456", seed=7, speed=1.25),
                Speaker(id="ben", name="Ben"),
            ),
            blocks=(
                Block(
                    id="l1",
                    text="Every face <sigh> is a road.",
                    speaker="anna",
                    description="Whispering.",
                    engine="maya1",
                    takes=("voice", "music"),
                    take="voice",
                    gap=Fraction(1, 2),
                    length=Fraction(7, 5),
                ),
                Block(id="l2"),
            ),
            words=(Pronunciation(word="Søren", said="SUR-en"),),
            lead=Fraction(1, 4),
            gap=Fraction(2, 5),
            engine="maya1",
            temperature=0.5,
            top_p=0.8,
            loudness=-23.0,
        ),
    )


def project_with_files(folder: Path, count: int = 3) -> tuple[Project, Path]:
    """Return an unsaved project with ``count`` small media files in its media folder, and the path for it."""
    path = folder / "Film ünï.portraits"
    project = Project(title="Packed")
    for index in range(count):
        source = folder / f"source {index}.PNG"
        source.write_bytes(f"picture number {index}".encode() * 50)
        project, _ = add_media(project, path, source, PICTURE_INFO)
    return project, path


# One time base for all of them: sums of fractions with any denominators would soon be beyond what a project admits.
_times = st.integers(0, 10**8).map(lambda ticks: Fraction(ticks, 120_000))
_durations = st.integers(1, 10**7).map(lambda ticks: Fraction(ticks, 120_000))
_names = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)


@st.composite
def still_rows(draw: st.DrawFn) -> tuple[StillClip | MorphClip, ...]:
    """Stills in a row; neighbours meet, leave a gap, cross-fade or morph."""
    clips: list[StillClip | MorphClip] = []
    time, free_from = draw(_times), Fraction(0)
    for index in range(draw(st.integers(0, 6))):
        duration = draw(_durations)
        clips.append(
            StillClip(
                id=f"s{index}",
                start=time,
                duration=duration,
                media=draw(st.sampled_from(("a", "b"))),
                opacity=draw(st.floats(0, 1)),
                fit=draw(st.sampled_from(("cover", "contain"))),
                name=draw(_names),
            )
        )
        end = time + duration
        follow = draw(st.sampled_from(("cut", "gap", "fade", "morph")))
        if follow == "fade":
            # The next one may start only where the clip before this one is over.
            time = max(free_from, time + duration * draw(st.integers(1, 9)) / 10)
            following = end - time + draw(_durations)
            clips.append(StillClip(id=f"f{index}", start=time, duration=following, media="a"))
            free_from, time = end, time + following
        elif follow == "morph":
            morph = MorphClip(id=f"m{index}", start=end, duration=draw(_durations))
            after = StillClip(id=f"n{index}", start=morph.end, duration=draw(_durations), media="b")
            clips += [morph, after]
            free_from = time = after.end
        else:
            free_from = time = end + (draw(_durations) if follow == "gap" else 0)
    assert all(earlier.start < later.start for earlier, later in pairwise(clips))
    return tuple(clips)


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """A sound project."""
    tracks = [Track(id="p", kind="picture", clips=draw(still_rows()), hidden=draw(st.booleans()))]
    if draw(st.booleans()):
        start, speed = draw(_times), Fraction(draw(st.integers(50, 20_000)), 1000)
        clip = VoiceClip(id="v", start=start, duration=draw(_durations), media="voice", speed=speed)
        tracks.append(Track(id="t", kind="sound", clips=(clip,), muted=draw(st.booleans()), name=draw(_names)))
    return Project(
        title=draw(_names),
        settings=Settings(width=draw(st.integers(16, 8192)), fps=Fraction(draw(st.integers(1001, 240_000)), 1001)),
        media=(item("a", rating=draw(st.integers(0, 5))), item("b"), item("voice", "voice", "sound")),
        timeline=Timeline(tracks=tuple(tracks), markers=(Marker(id="m", time=draw(_times), name=draw(_names)),)),
    )
