"""Words travel in the movie as a track, in every container that can carry one."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from engine.media.movie_writer import MovieWriter
from engine.media.subtitle_track import Cue, Words
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.encode import CODECS, SUBTITLES_IN, EncodeSettings, codec_for

_CUES = (
    Cue(Fraction(1, 2), Fraction(1), "She kept the letters."),
    Cue(Fraction(1), Fraction(7, 4), "Grüße {an} alle,\nwirklich."),
    Cue(Fraction(5, 2), Fraction(11, 4), r"a \N b"),
)


def _write(path: Path, words: Words | None) -> None:
    encode = EncodeSettings(codec=codec_for(path), speed="draft")
    frame = np.full((32, 32, 4), 255, np.uint8)
    sound = np.zeros((48_000, 2), np.float32), 48_000
    with MovieWriter(path, width=32, height=32, fps=Fraction(12), encode=encode, sound=sound, words=words) as writer:
        for _ in range(36):
            writer.write(frame)


def _read(path: Path) -> list[tuple[float, float, str]]:
    found = []
    with av.open(str(path)) as container:
        (stream,) = container.streams.subtitles
        for packet in container.demux(stream):
            if packet.size:
                for part in stream.decode(packet):
                    text = part.ass.decode().split(",", 8)[8].replace("\\N", "\n").replace("\\{{}", "{")
                    found.append(
                        (float(packet.pts * packet.time_base), float(packet.duration * packet.time_base), text)
                    )
    return found


@pytest.mark.parametrize("suffix", SUBTITLES_IN)
def test_words_come_back_at_their_times(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"film{suffix}"
    _write(path, Words(_CUES, "deu"))
    found = _read(path)
    assert [(begin, length) for begin, length, _ in found] == [(0.5, 0.5), (1.0, 0.75), (2.5, 0.25)]
    assert [text for *_, text in found[:2]] == [_CUES[0].text, _CUES[1].text]
    assert "N b" in found[2][2]
    with av.open(str(path)) as container:
        # QuickTime's old list of languages knows German by a number that FFmpeg reads back as nothing.
        assert suffix == ".mov" or container.streams.subtitles[0].metadata["language"] == "deu"
        assert len(container.streams.audio) == 1


def test_without_words_there_is_no_track(tmp_path: Path) -> None:
    for words in (None, Words(())):
        _write(tmp_path / f"{words is None}.mp4", words)
        with av.open(str(tmp_path / f"{words is None}.mp4")) as container:
            assert len(container.streams.subtitles) == 0


def test_a_file_without_room_for_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError, match="cannot carry subtitles") as caught:
        _write(tmp_path / "film.gif", Words(_CUES))
    assert caught.value.failure.code is ErrorCode.USAGE
    assert list(tmp_path.iterdir()) == []


def test_every_container_is_one_of_ours() -> None:
    assert set(SUBTITLES_IN) <= {suffix for facts in CODECS.values() for suffix in facts.suffixes}
