import pytest

from engine.protocol.errors import PortraitsError
from engine.protocol.jobs.encode import (
    CODECS,
    SOUND_IN,
    EncodeSettings,
    check_container,
    codec_for,
    quality_of,
    sound_codec_for,
)
from engine.protocol.values import from_json, to_json


def test_defaults_are_what_plays_everywhere() -> None:
    settings = EncodeSettings()
    assert (settings.codec, quality_of(settings), settings.speed) == ("h264", 18, "fast")
    assert sound_codec_for("film.mp4", settings) == "aac"
    assert from_json(to_json(settings), EncodeSettings) == settings


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("film.mp4", "h264"),
        ("FILM.MOV", "h264"),
        ("a.webm", "vp9"),
        ("a.gif", "gif"),
        ("a.png", "apng"),
        ("a.webp", "webp"),
        ("frames", "png"),
        ("frame-%06d.png", "png"),
        ("100%.mp4", "h264"),
    ],
)
def test_the_name_chooses_the_codec(name: str, codec: str) -> None:
    assert codec_for(name) == codec
    check_container(name, EncodeSettings(codec=codec_for(name)))


def test_an_unknown_suffix_is_wrong_use() -> None:
    with pytest.raises(PortraitsError, match="does not end like a movie") as caught:
        codec_for("film.docx")
    assert caught.value.exit_status == 2
    assert ".mp4" in caught.value.failure.todo


@pytest.mark.parametrize("codec", CODECS)
def test_every_codec_fits_its_suffixes_and_no_other(codec: str) -> None:
    settings = EncodeSettings(codec=codec)  # type: ignore[arg-type]
    for suffix in CODECS[settings.codec].suffixes:
        name = "frame-%03d.png" if (codec, suffix) == ("png", ".png") else f"film{suffix}"
        check_container(name, settings)
    with pytest.raises(PortraitsError, match="cannot hold"):
        check_container("still.png" if codec == "png" else "film.avi", settings)


@pytest.mark.parametrize("codec", CODECS)
def test_quality_stays_on_the_codecs_scale(codec: str) -> None:
    scale = CODECS[codec].quality  # type: ignore[index]
    assert scale.lowest <= scale.default <= scale.highest
    for quality in (scale.lowest, scale.highest):
        assert quality_of(EncodeSettings(codec=codec, quality=quality)) == quality  # type: ignore[arg-type]
    with pytest.raises(PortraitsError, match="outside the scale"):
        quality_of(EncodeSettings(codec=codec, quality=scale.highest + 1))  # type: ignore[arg-type]


def test_sound_fits_the_container() -> None:
    assert sound_codec_for("a.webm", EncodeSettings(codec="vp9")) == "opus"
    assert sound_codec_for("a.mov", EncodeSettings(codec="prores")) == "pcm"
    assert sound_codec_for("a.mov", EncodeSettings()) == "aac"
    assert sound_codec_for("a.gif", EncodeSettings(codec="gif")) is None
    assert sound_codec_for("a.mp4", EncodeSettings(sound="none")) is None
    for suffix, codecs in SOUND_IN.items():
        for codec in codecs:
            assert sound_codec_for(f"a{suffix}", EncodeSettings(sound=codec)) == codec
    with pytest.raises(PortraitsError, match="cannot hold aac sound"):
        sound_codec_for("a.webm", EncodeSettings(codec="vp9", sound="aac"))
