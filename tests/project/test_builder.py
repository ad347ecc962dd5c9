from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.project.builder import lay_morphs, lay_title, lay_voice
from engine.project.clips import MorphClip, StillClip, VoiceClip
from engine.project.media import StoredInfo
from engine.project.schema import Project, Settings
from engine.project.validate import problems
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.morph import MorphSettings
from tests.project.samples import item


def portraits(count: int, fps: Fraction = Fraction(24)) -> Project:
    return Project(settings=Settings(fps=fps), media=tuple(item(f"p{index}") for index in range(count)))


@given(
    st.integers(1, 6),
    st.integers(1, 5),
    st.integers(0, 30),
    st.sampled_from([Fraction(24), Fraction(24000, 1001), Fraction(25)]),
)
def test_the_number_of_frames_follows_the_rule(count: int, hold: int, morph: int, fps: Fraction) -> None:
    project = portraits(count, fps)
    laid = lay_morphs(project, [each.id for each in project.media], hold=hold / fps, morph=morph / fps)
    assert list(problems(laid)) == []
    assert laid.timeline.duration * fps == count * hold + (count - 1) * morph


def test_stills_and_morphs_take_turns() -> None:
    settings = MorphSettings(align=False)
    laid = lay_morphs(portraits(3), ["p0", "p2", "p0"], hold=Fraction(1, 2), morph=Fraction(1), settings=settings)
    clips = laid.timeline.tracks[0].clips
    assert [type(clip) for clip in clips] == [StillClip, MorphClip, StillClip, MorphClip, StillClip]
    assert [clip.media for clip in clips if isinstance(clip, StillClip)] == ["p0", "p2", "p0"]
    assert all(clip.settings == settings for clip in clips if isinstance(clip, MorphClip))


def test_without_time_the_pictures_follow_each_other_frame_by_frame() -> None:
    laid = lay_morphs(portraits(3), ["p0", "p1", "p2"], hold=Fraction(0), morph=Fraction(0))
    assert [clip.start for clip in laid.timeline.tracks[0].clips] == [Fraction(0), Fraction(1, 24), Fraction(2, 24)]


def test_the_last_picture_waits_for_the_voice() -> None:
    laid = lay_morphs(
        portraits(2), ["p0", "p1"], hold=Fraction(1), morph=Fraction(1), start=Fraction(1), until=Fraction("7.3")
    )
    assert laid.timeline.duration == Fraction(176, 24)
    assert laid.timeline.duration - Fraction("7.3") < Fraction(1, 24)


def test_a_voice_is_as_long_as_its_samples() -> None:
    voice = item("v", "voice", "sound")
    info = StoredInfo(kind="sound", duration=12.3456789, sample_rate=24_000)
    project = Project(media=(type(voice)(id="v", kind="voice", path="v.wav", sha256=voice.sha256, size=9, info=info),))
    laid = lay_title(lay_voice(project, "v", start=Fraction(1, 2)), "Faces", start=Fraction(0), duration=Fraction(1, 2))
    (title,), (clip,) = (track.clips for track in laid.timeline.tracks)
    assert isinstance(clip, VoiceClip)
    assert clip.duration == Fraction(296_296, 24_000)
    assert (title.fade_in, title.fade_out) == (Fraction(1, 4), Fraction(1, 4))
    assert list(problems(laid)) == []


def test_what_cannot_be_laid_out_is_said() -> None:
    project = portraits(1)
    for pictures in ([], ["p0", "gone"]):
        with pytest.raises(PortraitsError, match="no pictures"):
            lay_morphs(project, pictures, hold=Fraction(1), morph=Fraction(1))
    for voice in ("gone", "p0"):
        with pytest.raises(PortraitsError, match="no voice"):
            lay_voice(project, voice)
