"""The replies to light questions about real files."""

from pathlib import Path

import numpy as np
import pytest

from engine.host.answers import answer
from engine.media.files import sha256_of
from engine.media.pictures import write_picture
from engine.media.sound import write_sound
from engine.protocol.errors import PortraitsError
from engine.protocol.jobs import VoiceJob
from engine.protocol.queries import (
    Estimate,
    EstimateJob,
    PictureReply,
    Probe,
    ProbeReply,
    Thumbnail,
    Waveform,
    WaveformReply,
)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    rgba = np.zeros((60, 120, 4), np.uint8)
    rgba[...] = (200, 100, 50, 255)
    path = tmp_path / "a face.png"
    write_picture(path, rgba, overwrite=False, text={"portraits.recipe": '{"version": 1}'})
    return path


def test_a_probe_tells_what_is_in_a_file_its_hash_and_its_recipe(picture: Path) -> None:
    reply, payload = answer(Probe(path=str(picture)))
    assert isinstance(reply, ProbeReply)
    assert (reply.media.kind, reply.media.width, reply.media.height) == ("picture", 120, 60)
    assert reply.sha256 == sha256_of(picture)
    assert reply.recipe == '{"version": 1}'
    assert payload == ()


def test_a_thumbnail_keeps_the_shape_and_the_colour(picture: Path) -> None:
    reply, (data,) = answer(Thumbnail(path=str(picture), side=30))
    assert reply == PictureReply(width=30, height=15)
    rgba = np.frombuffer(data, np.uint8).reshape(15, 30, 4)
    assert np.abs(rgba.astype(int) - (200, 100, 50, 255)).max() <= 2


@pytest.mark.parametrize("buckets", [1, 7, 100, 5000])
def test_a_waveform_has_the_lowest_and_highest_sample_of_each_bucket(tmp_path: Path, buckets: int) -> None:
    rate = 1000
    samples = np.sin(np.linspace(0, 40, rate, dtype=np.float32))[:, None] * np.float32(0.5)
    path = tmp_path / "sound.wav"
    write_sound(path, samples, rate)
    reply, (data,) = answer(Waveform(path=str(path), buckets=buckets))
    assert isinstance(reply, WaveformReply)
    assert reply.duration == pytest.approx(1.0)
    peaks = np.frombuffer(data, "<f4").reshape(buckets, 2)
    assert (peaks[:, 0] <= peaks[:, 1]).all()
    assert peaks[:, 0].min() == pytest.approx(samples.min(), abs=1e-3)
    assert peaks[:, 1].max() == pytest.approx(samples.max(), abs=1e-3)


def test_an_estimate_is_an_answer_too() -> None:
    reply, _ = answer(EstimateJob(job=VoiceJob(text="Hello.", output="a.wav")))
    assert isinstance(reply, Estimate)
    assert reply.memory > 0


@pytest.mark.parametrize("kind", [Probe, Thumbnail])
def test_a_file_that_is_no_media_is_named(tmp_path: Path, kind: type[Probe] | type[Thumbnail]) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\nnothing more")
    with pytest.raises(PortraitsError, match=r"broken\.png"):
        answer(kind(path=str(broken)))
