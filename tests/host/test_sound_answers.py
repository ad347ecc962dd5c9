"""Questions about loudness and subtitles."""

import struct
from pathlib import Path

import numpy as np
import pytest

from engine.host.answers import answer
from engine.media.sound import write_sound
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.queries import (
    Cue,
    FormatSubtitles,
    LoudnessReply,
    MeasureSound,
    ReadSubtitles,
    SubtitlesReply,
    TextReply,
)


def test_the_loudness_of_a_sound(tmp_path: Path) -> None:
    time = np.arange(96_000) / 48_000
    wave = (10 ** (-23 / 20) * np.sin(2 * np.pi * 1000 * time)).astype(np.float32)
    write_sound(tmp_path / "tone.wav", np.stack((wave, wave), axis=1), 48_000)
    reply, payload = answer(MeasureSound(path=str(tmp_path / "tone.wav")))
    assert isinstance(reply, LoudnessReply)
    assert (reply.step, reply.steps) == (0.1, 20)
    assert reply.integrated == pytest.approx(-23, abs=0.1)
    momentary, short = (struct.unpack("<20f", part) for part in payload)
    assert momentary[-1] == pytest.approx(-23, abs=0.1)
    assert short[-1] < momentary[-1]


def test_subtitles_go_out_and_come_in(tmp_path: Path) -> None:
    cues = (Cue(start=250, end=1500, text="Every face."), Cue(start=2000, end=2001, text="A “road”, an émigré."))
    for format_ in ("srt", "vtt"):
        reply, _ = answer(FormatSubtitles(cues=cues, format=format_))  # type: ignore[arg-type]
        assert isinstance(reply, TextReply)
        path = tmp_path / f"lines.{format_}"
        path.write_text(reply.text, "utf-8")
        read, _ = answer(ReadSubtitles(path=str(path)))
        assert isinstance(read, SubtitlesReply)
        assert read.cues == cues


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no subtitles at all",
        b"1\n00:00:xx,000 --> 00:00:01,000\nBroken.\n",
        b"WEBVTT\n\nnonsense --> more nonsense\n",
        b"\xff\xfe\x00broken",
        b"1\n00:00:02,000 --> 00:00:01,000\nBackwards.\n",
        bytes(range(256)) * 40,
        b'{"info": {}, "styles": {}, "events": [{"start": 1, "end": 400000000000, "text": "Another format."}]}',
    ],
)
def test_broken_subtitles_are_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.srt"
    path.write_bytes(content)
    with pytest.raises(PortraitsError, match=r"broken\.srt") as caught:
        answer(ReadSubtitles(path=str(path)))
    assert caught.value.code is ErrorCode.BAD_INPUT
    assert caught.value.failure.todo


def test_subtitles_that_are_half_broken_give_what_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "half.srt"
    path.write_text("1\n00:00:01,000 --> 00:00:02,000\nWhole.\n\n2\nno time\nLost.\n\n", "utf-8")
    reply, _ = answer(ReadSubtitles(path=str(path)))
    assert isinstance(reply, SubtitlesReply)
    assert reply.cues[0].text.startswith("Whole.")


def test_a_cue_that_is_too_long_or_too_late_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "long.srt"
    path.write_text(f"1\n00:00:01,000 --> 00:00:02,000\n{'word ' * 4000}\n\n", "utf-8")
    reply, _ = answer(ReadSubtitles(path=str(path)))
    assert isinstance(reply, SubtitlesReply)
    assert len(reply.cues[0].text) == 5000
    path.write_text("WEBVTT\n\n999:00:01.000 --> 999:00:02.000\nLate.\n\n", "utf-8")
    with pytest.raises(PortraitsError, match="no subtitles within 100 hours"):
        answer(ReadSubtitles(path=str(path)))


def test_a_sound_without_samples_is_refused(tmp_path: Path) -> None:
    (tmp_path / "none.wav").write_bytes(b"RIFF\x24\x00\x00\x00WAVEfmt ")
    with pytest.raises(PortraitsError, match=r"none\.wav"):
        answer(MeasureSound(path=str(tmp_path / "none.wav")))
