"""The functions of the original scripts."""

import inspect
from pathlib import Path

import pytest

import resources
from engine.api import create_mesh_morphing_video, generate_voice
from engine.media.movie_reader import MovieReader
from engine.media.pictures import read_picture, resize_picture, write_picture
from engine.protocol.errors import ErrorCode, PortraitsError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    portraits = tmp_path / "portraits"
    portraits.mkdir()
    for number in (2, 1, 10):
        picture = read_picture(resources.path("samples", "portraits", f"portrait-{min(number, 3)}.jpg"))
        write_picture(portraits / f"{number}.png", resize_picture(picture, 192, 192))
    return portraits


def test_the_defaults_are_those_of_the_original() -> None:
    defaults = {
        name: parameter.default
        for name, parameter in inspect.signature(create_mesh_morphing_video).parameters.items()
        if parameter.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
    }
    assert defaults == {
        "input_dir": inspect.Parameter.empty,
        "output_file": inspect.Parameter.empty,
        "fps": 24,
        "morph_frames": 8,
        "visualize_landmarks": False,
    }


def test_a_folder_of_portraits_becomes_a_movie(folder: Path, tmp_path: Path) -> None:
    movie = create_mesh_morphing_video(folder, tmp_path / "out.mp4", fps=12, morph_frames=4)
    with MovieReader(movie) as reader:
        assert reader.info.frames == 3 + 2 * 4
        assert reader.info.fps == 12


def test_landmarks_are_drawn_when_asked(folder: Path, tmp_path: Path) -> None:
    movies = [
        create_mesh_morphing_video(folder, tmp_path / f"{drawn}.mp4", morph_frames=0, visualize_landmarks=drawn)
        for drawn in (False, True)
    ]
    plain, drawn = (next(MovieReader(movie).frames())[1].astype(int) for movie in movies)
    greener = (drawn[..., 1] - plain[..., 1] > 60) & (drawn[..., 0] < drawn[..., 1])
    assert 300 < greener.sum() < drawn[..., 0].size / 2


def test_nothing_is_overwritten_unless_asked(folder: Path, tmp_path: Path) -> None:
    movie = tmp_path / "out.mp4"
    movie.write_text("precious")
    with pytest.raises(PortraitsError) as refused:
        create_mesh_morphing_video(folder, movie)
    assert refused.value.code is ErrorCode.OUTPUT_EXISTS
    assert movie.read_text() == "precious"


def test_the_large_voice_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError) as refused:
        generate_voice("Hello.", "A calm woman.", output_file=tmp_path / "voice.wav")
    assert refused.value.code is ErrorCode.MODEL_MISSING
    assert "models download" in refused.value.failure.todo
    assert list(tmp_path.iterdir()) == []
