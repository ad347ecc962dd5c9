from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile

from engine.media.pictures import write_picture
from engine.media.thumbnails import shrunk, thumbnail
from engine.protocol.errors import PortraitsError
from tests.helpers.media import RATE, clicks, count_in, evenly, gradient, psnr, save_movie


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp"])
def test_a_picture_is_made_small(tmp_path: Path, suffix: str) -> None:
    write_picture(tmp_path / f"a{suffix}", gradient(640, 480))
    small = thumbnail(tmp_path / f"a{suffix}", 64)
    assert small.shape == (48, 64, 4)
    assert psnr(small, gradient()) > 34


def test_a_small_picture_stays(tmp_path: Path) -> None:
    write_picture(tmp_path / "a.png", gradient())
    assert np.array_equal(thumbnail(tmp_path / "a.png", 256), gradient())


def test_the_asked_frame_of_a_movie(tmp_path: Path) -> None:
    save_movie(tmp_path / "a.mp4", evenly(30), size=(128, 96))
    assert count_in(thumbnail(tmp_path / "a.mp4", 64, at=Fraction(17, 24))) == 17
    assert count_in(thumbnail(tmp_path / "a.mp4", 64, at=Fraction(99))) == 29


def test_extreme_shapes() -> None:
    assert shrunk(gradient(3000, 1), 100).shape == (1, 100, 4)


def test_a_sound_has_none(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", clicks(1, [5]), RATE)
    with pytest.raises(PortraitsError, match="has no picture"):
        thumbnail(tmp_path / "a.wav")


def test_the_side_is_bounded(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="side must be"):
        thumbnail(tmp_path / "a.png", 5000)
