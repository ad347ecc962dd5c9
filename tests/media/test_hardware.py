"""Encoders of graphics cards are offered only after they wrote a movie; stand-ins take the place of cards."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from engine.media import encoders, hardware
from engine.media.hardware import HARDWARE, HardwareOptions, encoder_works, hardware_options, working_encoders
from engine.media.movie_writer import MovieWriter
from engine.media.probe import probe
from engine.protocol.errors import ErrorCode, PortraitsError
from engine.protocol.jobs.encode import CODECS, EncodeSettings

_GREY = np.full((64, 64, 4), 255, np.uint8)


@pytest.fixture
def cards(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer with one card that works, one whose driver is missing, and one that FFmpeg does not know."""
    listed = {"nvenc": {"h264": "libx264"}, "qsv": {"h264": "h264_qsv"}, "amf": {"h264": "h264_of_nobody"}}
    for module in (hardware, encoders):
        monkeypatch.setattr(module, "HARDWARE", listed)
    monkeypatch.setattr(encoders, "hardware_options", _options_of_x264)
    hardware._tried.cache_clear()
    yield
    hardware._tried.cache_clear()


def _options_of_x264(settings: EncodeSettings, quality: int) -> HardwareOptions:
    return HardwareOptions("nv12", {"crf": str(quality), "preset": "ultrafast"})


def test_only_what_was_tried_is_offered(cards: None) -> None:
    assert working_encoders("h264") == ("nvenc",)
    assert working_encoders("hevc") == ()
    assert encoder_works("h264", "processor")


def test_an_encoder_is_tried_once(cards: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert working_encoders("h264") == ("nvenc",)
    monkeypatch.setattr(hardware, "EncodeSettings", None)
    assert working_encoders("h264") == ("nvenc",)


def test_pictures_that_come_back_wrong_are_no_success(cards: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hardware, "_FAR_OFF", 0.0)
    assert working_encoders("h264") == ()


def test_a_card_writes_a_movie(cards: None, tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    encode = EncodeSettings(encoder="nvenc", quality=20)
    with MovieWriter(path, width=64, height=64, fps=Fraction(24), encode=encode) as writer:
        for _ in range(5):
            writer.write(_GREY)
    assert (probe(path).frames, probe(path).video_codec) == (5, "h264")


def test_a_card_that_is_not_there_is_refused_in_words(cards: None, tmp_path: Path) -> None:
    with (
        pytest.raises(PortraitsError, match=r"amf cannot write H\.264") as caught,
        MovieWriter(
            tmp_path / "film.mp4", width=64, height=64, fps=Fraction(24), encode=EncodeSettings(encoder="amf")
        ) as writer,
    ):
        writer.write(_GREY)
    assert caught.value.failure.code is ErrorCode.NOT_AVAILABLE
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", HARDWARE)
def test_every_quality_has_options(kind: str) -> None:
    for codec in HARDWARE[kind]:  # type: ignore[index]
        scale = CODECS[codec].quality
        seen = set()
        for quality in (scale.lowest, scale.default, scale.highest):
            settings = EncodeSettings(codec=codec, encoder=kind, quality=quality)  # type: ignore[arg-type]
            found = hardware_options(settings, quality)
            assert found.pixel_format in ("yuv420p", "nv12")
            seen.add(tuple(found.options.items()))
        assert len(seen) == 3


def test_the_listed_encoders_have_names_of_ffmpeg() -> None:
    known = {name for codecs in HARDWARE.values() for name in codecs.values()}
    assert {name for name in known if "nvenc" in name} <= set(av.codecs_available)
