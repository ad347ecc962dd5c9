"""Questions about a film in the window: frames, loudness, a frame as the file would hold it, and the encoders."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.host.answers import answer
from engine.host.film_answers import FilmAnswers
from engine.media import hardware
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.encode import EncodeSettings
from engine.protocol.queries import (
    EncodedFrame,
    EncodedFrameReply,
    EncodersReply,
    FilmFrame,
    FilmLoudness,
    FilmLoudnessReply,
    ListEncoders,
    PictureReply,
    ShowFilm,
)
from engine.protocol.values import to_json
from tests.film.studio import RED, Studio, pictures, sound_clip, sounds, still


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    made = Studio(tmp_path)
    tone = np.sin(np.arange(96_000) * 0.1).astype(np.float32)[:, None] * np.float32(0.25)
    clips = sound_clip("s", made.sound("tone", np.repeat(tone, 2, axis=1)), 0, 2)
    made.lay(pictures(still("a", made.picture("a", RED), 0, 3)), sounds(clips))
    return made


@pytest.fixture
def film(studio: Studio) -> FilmAnswers:
    answers = FilmAnswers()
    answers(ShowFilm(film="f", path=str(studio.path), project=to_json(studio.project)))
    return answers


def test_a_frame_is_the_same_as_draft_where_no_movie_is_long(film: FilmAnswers) -> None:
    first = film(FilmFrame(film="f", frame=3, width=32, height=24))
    second = film(FilmFrame(film="f", frame=3, width=32, height=24, draft=True))
    assert isinstance(first.reply, PictureReply)
    assert first.payload == second.payload
    assert tuple(first.payload[0][:4]) == RED


def test_the_loudness_of_a_range(film: FilmAnswers) -> None:
    loud = film(FilmLoudness(film="f", start=Fraction(0), end=Fraction(2))).reply
    silent = film(FilmLoudness(film="f", start=Fraction(2), end=Fraction(3))).reply
    assert isinstance(loud, FilmLoudnessReply)
    assert loud.integrated is not None
    assert -20 < loud.integrated < -8
    assert loud.true_peak == pytest.approx(20 * np.log10(0.25), abs=0.2)
    assert silent == FilmLoudnessReply(integrated=None, true_peak=None)
    with pytest.raises(PortraitsError, match="has changed"):
        film(FilmLoudness(film="other", start=Fraction(0), end=Fraction(1)))


def test_a_frame_as_the_file_holds_it_says_what_it_takes(film: FilmAnswers) -> None:
    query = EncodedFrame(
        film="f", frame=0, width=32, height=24, suffix=".mp4", encode=EncodeSettings(), caption_size=0.1
    )
    found = film(query)
    assert isinstance(found.reply, EncodedFrameReply)
    assert found.reply.seconds > 0
    assert found.reply.size > 0
    assert len(found.payload[0]) == 32 * 24 * 4


def test_the_encoders_are_those_that_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hardware, "_tried", lambda _codec, kind, _name: kind == "qsv")
    reply = answer(ListEncoders(codec="h264")).reply
    assert reply == EncodersReply(encoders=("qsv",))
    assert answer(ListEncoders(codec="gif")).reply == EncodersReply(encoders=())
