from fractions import Fraction
from pathlib import Path

import msgspec
import pytest

from engine.film.captions import FilmCaption, caption_at, film_captions, read_captions, to_srt
from engine.project.clips import VoiceClip
from engine.project.media import Caption
from engine.project.schema import Project
from engine.project.timeline import Timeline, Track
from engine.protocol.errors import ErrorCode, PortraitsError
from tests.project.samples import item

SPOKEN = (
    Caption(start=Fraction(0), end=Fraction(1), text="One."),
    Caption(start=Fraction(2), end=Fraction(3), text="Two."),
    Caption(start=Fraction(4), end=Fraction(5), text="Three."),
)


def project(*clips: VoiceClip, **more: object) -> Project:
    voice = item("v", "voice", "sound", captions=SPOKEN)
    return Project(media=(voice,), timeline=Timeline(tracks=(Track(id="t", kind="sound", clips=clips, **more),)))


def voice(name: str, start: str, duration: str, **more: object) -> VoiceClip:
    return VoiceClip(id=name, start=Fraction(start), duration=Fraction(duration), media="v", **more)


def test_captions_follow_their_clip() -> None:
    found = film_captions(
        project(voice("a", "10", "5/2", in_point=Fraction(1, 2)), voice("b", "20", "4", speed=Fraction(2)))
    )
    assert [(caption.start, caption.end, caption.text) for caption in found] == [
        (Fraction(10), Fraction(21, 2), "One."),
        (Fraction(23, 2), Fraction(25, 2), "Two."),
        (Fraction(20), Fraction(41, 2), "One."),
        (Fraction(21), Fraction(43, 2), "Two."),
        (Fraction(22), Fraction(45, 2), "Three."),
    ]


def test_what_is_not_heard_has_no_captions() -> None:
    assert film_captions(project(voice("a", "0", "9"), muted=True)) == []


def test_subrip_text_is_cut_to_the_range() -> None:
    captions = film_captions(project(voice("a", "1", "9")))
    assert to_srt(captions, Fraction(7, 2), Fraction(11, 2)) == (
        "1\n00:00:00,000 --> 00:00:00,500\nTwo.\n\n2\n00:00:01,500 --> 00:00:02,000\nThree.\n\n"
    )


def test_subrip_text_comes_back(tmp_path: Path) -> None:
    captions = [FilmCaption(Fraction(1, 2), Fraction(3, 2), "A <b>bold</b> {word}\nand 映画")]
    path = tmp_path / "film.srt"
    path.write_text(to_srt(captions, Fraction(0), Fraction(10)), "utf-8")
    (back,) = read_captions(path)
    assert (back.start, back.end) == (Fraction(1, 2), Fraction(3, 2))
    assert "and 映画" in back.text


@pytest.mark.parametrize("content", [b"", b"\xff\x00 nothing", b"hello"])
def test_what_is_no_subtitle_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "film.srt"
    path.write_bytes(content)
    with pytest.raises(PortraitsError) as caught:
        read_captions(path)
    assert caught.value.code is ErrorCode.BAD_INPUT
    assert '"film.srt"' in caught.value.failure.what


def test_the_words_of_a_moment() -> None:
    captions = [FilmCaption(Fraction(0), Fraction(2), "One."), FilmCaption(Fraction(1), Fraction(3), "Two.")]
    assert [caption_at(captions, Fraction(time)) for time in range(4)] == ["One.", "One.\nTwo.", "Two.", None]


def test_captions_out_of_order_are_no_captions() -> None:
    with pytest.raises(ValueError, match="ends before it starts"):
        msgspec.structs.replace(SPOKEN[0], start=Fraction(2))
