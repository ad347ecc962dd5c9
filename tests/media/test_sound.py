import math
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.media import sound_reader
from engine.media.probe import probe, read_metadata
from engine.media.resample import resample, with_channels
from engine.media.sound import loudness, peak, read_sound, write_sound
from engine.protocol.errors import ErrorCode, PortraitsError
from tests.helpers.media import RATE, clicks, evenly, leftovers, save_movie


def tone(
    seconds: float, hertz: float = 440, rate: int = RATE, level: float = 0.5, channels: int = 1
) -> NDArray[np.float32]:
    wave = level * np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate)
    return np.repeat(wave[:, None], channels, axis=1).astype(np.float32)


@pytest.mark.parametrize(
    ("name", "bits", "off"),
    [("a.wav", 16, 5e-5), ("a.wav", 24, 3e-7), ("a.wav", 32, 1e-7), ("a.flac", 16, 5e-5), ("a.flac", 24, 3e-7)],
)
def test_exact_formats(tmp_path: Path, name: str, bits: int, off: float) -> None:
    sound = tone(0.5, channels=2)
    write_sound(tmp_path / name, sound, RATE, bits=bits)
    back, rate = read_sound(tmp_path / name)
    assert (back.dtype, back.shape, rate) == (np.float32, sound.shape, RATE)
    assert np.abs(back - sound).max() <= off
    assert leftovers(tmp_path) == [name]


@pytest.mark.parametrize("name", ["a.ogg", "a.opus", "a.mp3"])
def test_lossy_formats(tmp_path: Path, name: str) -> None:
    sound = tone(1, channels=2)
    write_sound(tmp_path / name, sound, RATE)
    back, _ = read_sound(tmp_path / name)
    assert abs(len(back) - RATE) <= 1200
    middle = slice(RATE // 4, RATE * 3 // 4)
    assert float(np.sqrt(np.mean(back[middle] ** 2))) == pytest.approx(0.5 / math.sqrt(2), rel=0.03)


@pytest.mark.parametrize(("rate", "channels"), [(8_000, 1), (22_050, 2), (24_000, 1), (44_100, 2), (96_000, 2)])
def test_any_rate_comes_at_the_wanted_one(tmp_path: Path, rate: int, channels: int) -> None:
    soundfile.write(tmp_path / "a.wav", tone(0.5, rate=rate, channels=channels), rate)
    back, found = read_sound(tmp_path / "a.wav", channels=2)
    assert (back.shape, found) == ((RATE // 2, 2), RATE)
    middle = slice(2000, 22_000)
    assert np.abs(back[middle, 0] - tone(0.5)[middle, 0]).max() < 2e-3
    own, found = read_sound(tmp_path / "a.wav", rate=None)
    assert (own.shape, found) == ((rate // 2, channels), rate)


def test_surround_is_mixed_to_stereo(tmp_path: Path) -> None:
    sound = np.zeros((RATE // 2, 6), dtype=np.float32)
    sound[:, 2] = 0.5
    with soundfile.SoundFile(tmp_path / "a.wav", "w", RATE, 6, format="WAVEX", subtype="PCM_24") as file:
        file.write(sound)
    back, _ = read_sound(tmp_path / "a.wav")
    assert back.shape == (RATE // 2, 2)
    assert np.allclose(back[:, 0], 0.5 * math.sqrt(0.5), atol=1e-3)
    assert np.array_equal(back[:, 0], back[:, 1])
    mono, _ = read_sound(tmp_path / "a.wav", channels=1)
    assert mono.shape == (RATE // 2, 1)


def test_surround_in_a_movie(tmp_path: Path) -> None:
    sound = np.zeros((RATE, 6), dtype=np.float32)
    sound[:, 0] = tone(1)[:, 0]
    save_movie(tmp_path / "a.mp4", evenly(24), sound=sound, layout="5.1")
    back, _ = read_sound(tmp_path / "a.mp4")
    assert back.shape == (RATE, 2)
    assert float(np.abs(back[5000:40_000, 0]).max()) > 0.15 > 0.02 > float(np.abs(back[5000:40_000, 1]).max())


@pytest.mark.parametrize(("given_rate", "position"), [(24_000, 6000), (44_100, 11_025), (96_000, 24_000)])
def test_resampling_keeps_the_instant(given_rate: int, position: int) -> None:
    back = resample(clicks(1, [position], rate=given_rate), given_rate, RATE)
    assert back.shape == (RATE, 2)
    assert int(np.abs(back[:, 0]).argmax()) == 12_000


def test_channels() -> None:
    stereo = np.array([[0.2, 0.6]], dtype=np.float32)
    assert with_channels(stereo, 1)[0, 0] == pytest.approx(0.4)
    assert np.array_equal(with_channels(stereo[:, :1], 2), stereo[:, [0, 0]])
    assert with_channels(stereo, 2) is stereo


@pytest.mark.parametrize("name", ["a.wav", "a.flac", "a.ogg", "a.mp3"])
def test_metadata_comes_back(tmp_path: Path, name: str) -> None:
    metadata = {"title": "Anna – 肖像", "portraits.recipe": '{"kind":"voice","text":"' + "word " * 4000 + '"}'}
    write_sound(tmp_path / name, tone(0.2), RATE, metadata=metadata)
    found = read_metadata(tmp_path / name)
    assert {key: found.get(key) for key in metadata} == metadata
    info = probe(tmp_path / name)
    assert (info.kind, info.sample_rate, info.channels) == ("sound", RATE, 1)
    assert info.duration == pytest.approx(0.2, abs=0.06)


def test_samples_beyond_the_range_are_clipped(tmp_path: Path) -> None:
    write_sound(tmp_path / "a.wav", np.array([[2.0], [-3.0], [np.nan], [0.25]], dtype=np.float32), RATE)
    back, _ = read_sound(tmp_path / "a.wav")
    assert back[:, 0].tolist() == pytest.approx([1, -1, 0, 0.25], abs=1e-4)


def test_a_cut_file_gives_what_is_whole(tmp_path: Path) -> None:
    write_sound(tmp_path / "a.wav", tone(1), RATE)
    data = (tmp_path / "a.wav").read_bytes()
    (tmp_path / "a.wav").write_bytes(data[: len(data) // 2])
    back, _ = read_sound(tmp_path / "a.wav")
    assert RATE * 0.4 < len(back) < RATE * 0.6
    assert np.abs(back - tone(1)[: len(back)]).max() < 1e-3


def test_refusals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "text.wav").write_text("no sound")
    (tmp_path / "empty.wav").touch()
    save_movie(tmp_path / "silent.mp4", evenly(3))
    cases = {
        "text.wav": "is not a movie or sound",
        "empty.wav": "the file is empty",
        "silent.mp4": "holds no sound",
        "none.wav": "was not found",
    }
    for name, words in cases.items():
        with pytest.raises(PortraitsError, match=words) as caught:
            read_sound(tmp_path / name)
        assert f'"{name}"' in caught.value.failure.what
    monkeypatch.setattr(sound_reader, "LONGEST_SECONDS", 0.5)
    for name in ("long.wav", "long.mp3"):
        write_sound(tmp_path / name, tone(1), RATE)
        with pytest.raises(PortraitsError, match="is longer than") as caught:
            read_sound(tmp_path / name)
        assert caught.value.code is ErrorCode.BAD_INPUT


def test_a_gap_in_the_file_becomes_silence(tmp_path: Path) -> None:
    path = tmp_path / "a.mkv"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=RATE, layout="mono")
        for start in (0, RATE):
            frame = av.AudioFrame.from_ndarray(np.full((1, 4800), 8000, dtype=np.int16), format="s16", layout="mono")
            frame.sample_rate, frame.pts = RATE, start
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    back, _ = read_sound(path)
    assert len(back) == RATE + 4800
    assert np.abs(back[4800:RATE]).max() == 0
    assert back[RATE + 10, 0] == pytest.approx(8000 / 32768)


@pytest.mark.parametrize(
    ("name", "bits", "words"),
    [("a.xyz", 16, "does not end like a sound"), ("a.wav", 20, "20-bit"), ("a.flac", 32, "32-bit")],
)
def test_wrong_use(tmp_path: Path, name: str, bits: int, words: str) -> None:
    with pytest.raises(PortraitsError, match=words) as caught:
        write_sound(tmp_path / name, tone(0.1), RATE, bits=bits)
    assert caught.value.exit_status == 2
    assert leftovers(tmp_path) == []


def test_an_existing_sound_is_kept(tmp_path: Path) -> None:
    write_sound(tmp_path / "a.wav", tone(0.1), RATE)
    before = (tmp_path / "a.wav").read_bytes()
    with pytest.raises(PortraitsError, match="already there"):
        write_sound(tmp_path / "a.wav", tone(0.2), RATE)
    assert (tmp_path / "a.wav").read_bytes() == before


def test_loudness_of_a_known_tone() -> None:
    """EBU Tech 3341, test 1: a stereo sine of 1 kHz at -23 dBFS reads -23 LUFS."""
    level = 10 ** (-23 / 20)
    assert loudness(tone(5, 1000, level=level, channels=2), RATE) == pytest.approx(-23, abs=0.1)


@pytest.mark.parametrize("samples", [0, 1, 1000, RATE])
def test_loudness_of_silence_is_minus_infinity(samples: int) -> None:
    assert loudness(np.zeros((samples, 2), dtype=np.float32), RATE) == -math.inf


def test_peak() -> None:
    assert peak(np.array([[0.1], [-0.7]], dtype=np.float32)) == pytest.approx(0.7)
    assert peak(np.zeros((0, 2), dtype=np.float32)) == 0


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 5000), st.sampled_from([8_000, 24_000, 44_100, 96_000]))
def test_resampled_length(count: int, rate: int) -> None:
    back = resample(np.zeros((count, 1), dtype=np.float32), rate, RATE)
    assert abs(len(back) - count * RATE / rate) <= 1
