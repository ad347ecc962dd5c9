"""Films for tests of editing: small ones built by hand, and a hypothesis strategy for sound ones."""

from fractions import Fraction

from hypothesis import strategies as st
from msgspec.structs import replace

from engine.project.clips import AnyClip, Keyframe, Keyframes, MorphClip, MovieClip, StillClip, TitleClip, VoiceClip
from engine.project.schema import Project, Settings
from engine.project.timeline import Marker, Timeline, Track
from engine.project.validate import problems
from tests.project.samples import item

FPS = Fraction(24)
MEDIA = (
    item("a"),
    item("b"),
    item("c"),
    item("m", "movie", "movie"),
    item("voice", "voice", "sound"),
    item("music", "music", "sound"),
    item("b2", take_of="b"),
    item("m2", "movie", "movie", take_of="m"),
)
"""Pictures a, b, c, a movie m of 10 s, sounds voice and music of 10 s, and b2 and m2, takes of b and m."""


def still(clip_id: str, start: float, end: float, media: str = "a", **more: object) -> StillClip:
    """A still from ``start`` to ``end``, in frames."""
    return StillClip(id=clip_id, start=start / FPS, duration=(end - start) / FPS, media=media, **more)  # type: ignore[arg-type]


def morph(clip_id: str, start: int, end: int) -> MorphClip:
    return MorphClip(id=clip_id, start=start / FPS, duration=(end - start) / FPS)


def movie(clip_id: str, start: int, end: int, in_point: int = 0, **more: object) -> MovieClip:
    """A movie clip; ``in_point`` in frames of the film."""
    return MovieClip(
        id=clip_id,
        start=start / FPS,
        duration=(end - start) / FPS,
        media="m",
        in_point=in_point / FPS,
        **more,  # type: ignore[arg-type]
    )


def voice(clip_id: str, start: int, end: int, **more: object) -> VoiceClip:
    return VoiceClip(id=clip_id, start=start / FPS, duration=(end - start) / FPS, media="voice", **more)  # type: ignore[arg-type]


def film(*clips: AnyClip, sounds: tuple[AnyClip, ...] = (), markers: tuple[int, ...] = ()) -> Project:
    """A film at 24 frames/s with one picture track "p", and one sound track "s" when there are sounds."""
    tracks = [Track(id="p", kind="picture", clips=clips)]
    if sounds:
        tracks.append(Track(id="s", kind="sound", clips=sounds))
    marks = tuple(Marker(id=f"k{index}", time=frame / FPS) for index, frame in enumerate(markers))
    project = Project(settings=Settings(fps=FPS), media=MEDIA, timeline=Timeline(tracks=tuple(tracks), markers=marks))
    assert list(problems(project)) == []
    return project


def layout(project: Project, track: str = "p") -> list[tuple[str, Fraction, Fraction]]:
    """Return id, start and end of a track's clips, times in frames."""
    fps = project.settings.fps
    clips = next(each.clips for each in project.timeline.tracks if each.id == track)
    return [(clip.id, clip.start * fps, clip.end * fps) for clip in clips]


def clip_of(project: Project, clip_id: str) -> AnyClip:
    return next(clip for track in project.timeline.tracks for clip in track.clips if clip.id == clip_id)


_curves = st.sampled_from(("linear", "smoothstep", "ease_in", "ease_out", "hold"))


@st.composite
def keyframes(draw: st.DrawFn) -> Keyframes:
    times = draw(st.lists(st.integers(0, 60), max_size=3, unique=True))
    keys = tuple(Keyframe(time=t / FPS, value=draw(st.floats(0, 1)), curve=draw(_curves)) for t in sorted(times))
    return Keyframes(opacity=keys)


@st.composite
def seen_clips(draw: st.DrawFn, name: str, most: int = 7) -> tuple[AnyClip, ...]:
    """The clips of a picture track, on the frame grid: they meet, leave gaps, cross-fade or morph."""
    clips: list[AnyClip] = []
    time = free_from = draw(st.integers(0, 30))
    for index in range(draw(st.integers(0, most))):
        length = draw(st.integers(1, 40))
        kind = draw(st.sampled_from(("still", "still", "movie", "title")))
        clip_id = f"{name}{index}"
        made: AnyClip
        if kind == "still":
            made = still(clip_id, time, time + length, draw(st.sampled_from("abc")), keyframes=draw(keyframes()))
        elif kind == "movie":
            made = movie(clip_id, time, time + length, draw(st.integers(0, 200)))
        else:
            made = TitleClip(id=clip_id, start=time / FPS, duration=length / FPS, text="Words")
        fade = draw(st.integers(0, length)) / FPS
        made = replace(made, fade_in=fade, fade_out=draw(st.sampled_from((Fraction(0), made.duration - fade))))
        follow = draw(st.sampled_from(("cut", "gap", "fade", "morph")))
        if follow == "morph" and clips and isinstance(clips[-1], StillClip) and kind == "still":
            between = draw(st.integers(1, 30))
            before = clips[-1]
            if before.end * FPS <= time:
                laid = MorphClip(id=f"{clip_id}m", start=before.end, duration=(time + between) / FPS - before.end)
                made = replace(made, start=laid.end)
                clips.append(laid)
        clips.append(made)
        end = int(made.end * FPS)
        if follow == "fade" and end - 1 > max(free_from, int(made.start * FPS) + 1):
            time = draw(st.integers(max(free_from, int(made.start * FPS) + 1), end - 1))
            free_from = end
            # The next clip must end after this one.
            extra = movie(f"{clip_id}x", time, end + draw(st.integers(1, 30)))
            clips.append(extra)
            time = int(extra.end * FPS)
            free_from = time
        else:
            time = free_from = end + (draw(st.integers(1, 20)) if follow == "gap" else 0)
    return tuple(clips)


@st.composite
def films(draw: st.DrawFn) -> Project:
    """A sound film: two picture tracks, a sound track, markers."""
    sounds: list[AnyClip] = []
    time = draw(st.integers(0, 20))
    for index in range(draw(st.integers(0, 3))):
        length = draw(st.integers(1, 60))
        sounds.append(voice(f"v{index}", time, time + length, in_point=draw(st.integers(0, 60)) / FPS))
        time += length + draw(st.integers(0, 20))
    tracks = (
        Track(id="q", kind="picture", clips=draw(seen_clips("q", 3))),
        Track(id="p", kind="picture", clips=draw(seen_clips("p"))),
        Track(id="s", kind="sound", clips=tuple(sounds)),
    )
    marks = draw(st.lists(st.integers(0, 200), max_size=4, unique=True))
    markers = tuple(Marker(id=f"k{mark}", time=mark / FPS) for mark in sorted(marks))
    return Project(settings=Settings(fps=FPS), media=MEDIA, timeline=Timeline(tracks=tracks, markers=markers))
