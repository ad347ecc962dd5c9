from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from engine.media.pictures import write_picture
from engine.media.probe import probe, read_metadata
from engine.protocol.errors import ErrorCode, PortraitsError
from tests.helpers.media import RATE, clicks, evenly, gradient, save_movie


def test_a_picture(tmp_path: Path) -> None:
    rgba = gradient()
    write_picture(tmp_path / "a.png", rgba)
    info = probe(tmp_path / "a.png")
    assert (info.kind, info.format, info.width, info.height, info.frames) == ("picture", "png", 64, 48, 1)
    assert not info.has_alpha
    rgba[0, 0, 3] = 0
    write_picture(tmp_path / "b.webp", rgba)
    assert probe(tmp_path / "b.webp").has_alpha


def test_a_turned_picture_has_the_size_as_shown(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(gradient()[..., :3]).save(tmp_path / "a.jpg", exif=exif)
    info = probe(tmp_path / "a.jpg")
    assert (info.width, info.height) == (48, 64)


def test_a_movie_with_sound(tmp_path: Path) -> None:
    save_movie(tmp_path / "a.mp4", evenly(48), sound=clicks(2, [1000]))
    info = probe(tmp_path / "a.mp4")
    assert (info.kind, info.format, info.video_codec, info.audio_codec) == ("movie", "mov", "h264", "aac")
    assert (info.width, info.height, info.frames, info.sample_rate, info.channels) == (64, 48, 48, RATE, 2)
    assert info.fps == pytest.approx(24, abs=0.1)
    assert info.duration == pytest.approx(2, abs=0.05)


@pytest.mark.parametrize("suffix", [".gif", ".png", ".webp"])
def test_an_animated_picture_is_a_movie(tmp_path: Path, suffix: str) -> None:
    frames = [Image.new("RGB", (8, 6), colour) for colour in ("red", "green", "blue")]
    frames[0].save(tmp_path / f"a{suffix}", save_all=True, append_images=frames[1:], duration=200)
    info = probe(tmp_path / f"a{suffix}")
    assert (info.kind, info.frames, info.width, info.height) == ("movie", 3, 8, 6)
    assert info.duration == pytest.approx(0.6)
    assert info.fps == pytest.approx(5)


def test_content_decides_not_the_suffix(tmp_path: Path) -> None:
    write_picture(tmp_path / "a.png", gradient())
    (tmp_path / "a.png").rename(tmp_path / "a.mp4")
    assert probe(tmp_path / "a.mp4").kind == "picture"
    save_movie(tmp_path / "b.mov", evenly(2)).rename(tmp_path / "b.jpg.wav")
    assert probe(tmp_path / "b.jpg.wav").kind == "movie"


@pytest.mark.parametrize("function", [probe, read_metadata])
@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.png", b"", "the file is empty"),
        ("a.mp4", b"", "the file is empty"),
        ("a.png", b"no picture", "not a picture of a known kind"),
        ("a.txt", b"no media", "not a movie or sound of a known kind"),
        ("a.mp4", np.random.default_rng(1).bytes(5000), "cannot be read"),
    ],
)
def test_refusals(tmp_path: Path, function: object, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(PortraitsError, match=words) as caught:
        function(tmp_path / name)  # type: ignore[operator]
    assert caught.value.code is ErrorCode.BAD_INPUT


@pytest.mark.parametrize("damage", ["none", "cut", "garbage"])
def test_a_recorded_stream_states_no_length_and_is_counted_as_far_as_it_is_whole(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "live.mkv"
    with av.open(str(path), "w", format="matroska", options={"live": "1"}) as container:
        stream = container.add_stream("mpeg4", rate=24, width=64, height=64, pix_fmt="yuv420p")
        for shade in range(30):
            frame = av.VideoFrame.from_ndarray(np.full((64, 64, 3), shade * 8, np.uint8), format="rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    data = path.read_bytes()
    middle = len(data) // 2
    if damage == "cut":
        path.write_bytes(data[:middle])
    elif damage == "garbage":
        path.write_bytes(data[:middle] + b"\xff" * 200 + data[middle + 200 :])
    info = probe(path)
    assert (info.width, info.height, info.fps) == (64, 64, 24)
    assert info.frames == 30 if damage == "none" else 5 < info.frames < 30


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError, match="was not found") as caught:
        probe(tmp_path / "none.png")
    assert caught.value.code is ErrorCode.MISSING_INPUT
    with pytest.raises(PortraitsError, match="is a folder"):
        probe(tmp_path)


def test_metadata_says_nothing_about_the_container(tmp_path: Path) -> None:
    save_movie(tmp_path / "a.mp4", evenly(2))
    assert read_metadata(tmp_path / "a.mp4") == {}
    write_picture(tmp_path / "a.png", gradient())
    assert read_metadata(tmp_path / "a.png") == {}


@pytest.mark.parametrize("comment", ["{broken", "[1]", '{"a": 1}', "{" * 5000, "plain"])
def test_a_foreign_comment_stays_a_comment(tmp_path: Path, comment: str) -> None:
    Image.new("P", (4, 4)).save(tmp_path / "a.gif", comment=comment.encode())
    assert read_metadata(tmp_path / "a.gif")["comment"] == comment


def test_foreign_picture_text_is_read(tmp_path: Path) -> None:
    from PIL.PngImagePlugin import PngInfo

    text = PngInfo()
    text.add_text("parameters", "a portrait\nSteps: 4, Seed: 7")
    Image.new("RGB", (4, 4)).save(tmp_path / "a.png", pnginfo=text)
    assert read_metadata(tmp_path / "a.png") == {"parameters": "a portrait\nSteps: 4, Seed: 7"}
