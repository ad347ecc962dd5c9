"""The size of results is estimated from figures for each pixel; real files of faces must come out near them."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import skimage.data

import resources
from engine.devices.architectures import picture_workload, shot_workload, speech_workload
from engine.media.movie_writer import MovieWriter
from engine.media.pictures import read_picture, resize_picture, write_picture
from engine.media.sound import write_sound
from engine.protocol.context import SilentContext
from engine.protocol.jobs.encode import EncodeSettings
from engine.voice.builtin import SAMPLE_RATE, speak
from engine.voice.text import prepare


@pytest.mark.parametrize("side", [256, 512])
def test_a_picture_is_about_as_large_as_said(tmp_path: Path, side: int) -> None:
    picture = read_picture(resources.path("samples", "portraits", "portrait-1.jpg"))
    write_picture(tmp_path / "a.png", resize_picture(picture, side, side))
    real = (tmp_path / "a.png").stat().st_size
    assert 0.5 < picture_workload(side, side).result / real < 4


def test_a_movie_is_about_as_large_as_said(tmp_path: Path) -> None:
    """A camera that goes over a photograph, with the grain that made movies have too."""
    photograph = np.dstack([skimage.data.astronaut(), np.full((512, 512), 255, np.uint8)])
    grain = np.random.default_rng(7).normal(0, 2.5, (33, 256, 320, 1))
    frames, width, height = 33, 320, 256
    with MovieWriter(
        tmp_path / "a.mp4", width=width, height=height, fps=Fraction(24), encode=EncodeSettings()
    ) as movie:
        for number in range(frames):
            part = photograph[number * 4 : number * 4 + height, number * 4 : number * 4 + width]
            movie.write(np.clip(part + grain[number], 0, 255).astype(np.uint8))
    real = (tmp_path / "a.mp4").stat().st_size
    assert 0.25 < shot_workload("1.3B", width, height, frames).result / real < 4


def test_speech_is_about_as_large_as_said(tmp_path: Path) -> None:
    spoken = speak(prepare("Every face is a road. Here they meet.").sentences, SilentContext())
    write_sound(tmp_path / "a.wav", spoken.samples, SAMPLE_RATE)
    real = (tmp_path / "a.wav").stat().st_size
    assert speech_workload(len(spoken.samples) / SAMPLE_RATE).result == pytest.approx(real, rel=0.05)
