"""Subtitles of spoken sentences."""

from pathlib import Path

import pytest

from engine.protocol.errors import ErrorCode, PortraitsError
from engine.voice.builtin import SpokenSentence
from engine.voice.subtitles import LINE_LENGTH, SubtitleFormat, read_subtitles, subtitle_text

SENTENCES = [
    SpokenSentence("Every portrait begins with a look.", 0.0, 1.73),
    SpokenSentence("A face turns, and 12 others follow; then the light changes for all of them at once.", 1.98, 5.4905),
    SpokenSentence("“Really?” {she} asked & <left>.", 3661.2, 3662.0),
]


def test_srt_is_what_players_expect() -> None:
    assert subtitle_text(SENTENCES[:2], "srt") == (
        "1\n00:00:00,000 --> 00:00:01,730\nEvery portrait begins with a look.\n\n"
        "2\n00:00:01,980 --> 00:00:05,490\nA face turns, and 12 others follow; then\n"
        "the light changes for all of them at once.\n\n"
    )


def test_vtt_is_what_browsers_expect() -> None:
    text = subtitle_text(SENTENCES, "vtt")
    assert text.startswith("WEBVTT\n")
    assert "01:01:01.200 --> 01:01:02.000" in text


def test_cross_faded_sentences_are_shown_one_after_the_other(tmp_path: Path) -> None:
    path = tmp_path / "film.srt"
    spoken = [SpokenSentence("One.", 0, 1.02), SpokenSentence("Two.", 1, 3), SpokenSentence("Both.", 2, 4)]
    path.write_text(subtitle_text(spoken, "srt"), "utf-8")
    assert [(cue.start, cue.end) for cue in read_subtitles(path)] == [(0, 1), (1, 3), (2, 4)]


@pytest.mark.parametrize("format_", ["srt", "vtt"])
def test_written_subtitles_read_back(tmp_path: Path, format_: SubtitleFormat) -> None:
    path = tmp_path / f"film.{format_}"
    path.write_text(subtitle_text(SENTENCES, format_), "utf-8")
    read = read_subtitles(path)
    assert [sentence.text for sentence in read[:2]] == [sentence.text for sentence in SENTENCES[:2]]
    assert read[2].text.startswith("“Really?” (she) asked &")
    for got, wanted in zip(read, SENTENCES, strict=True):
        assert got.start == pytest.approx(wanted.start, abs=0.001)
        assert got.end == pytest.approx(wanted.end, abs=0.001)


@pytest.mark.parametrize("format_", ["srt", "vtt"])
def test_lines_are_short_enough_to_read(format_: SubtitleFormat) -> None:
    lines = subtitle_text([SpokenSentence("word " * 60, 0, 20)], format_).splitlines()
    assert max(map(len, lines)) <= LINE_LENGTH
    assert sum(line.count("word") for line in lines) == 60


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00 no text",
        b"WEBVTT\n\n",
        b"1\n00:00:xx --> 00:01\nbroken\n",
        b"\x89PNG\r\n\x1a\n",
        b"just words",
    ],
)
def test_files_without_subtitles_are_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ü film.srt"
    path.write_bytes(content)
    with pytest.raises(PortraitsError, match=r"ü film\.srt") as caught:
        read_subtitles(path)
    assert caught.value.code is ErrorCode.BAD_INPUT


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError) as caught:
        read_subtitles(tmp_path / "none.srt")
    assert caught.value.code is ErrorCode.MISSING_INPUT
    with pytest.raises(PortraitsError) as caught:
        read_subtitles(tmp_path)
    assert caught.value.code is ErrorCode.BAD_INPUT
