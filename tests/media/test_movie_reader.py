import struct
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile
from av.stream import Disposition
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.media.movie_reader import MovieReader
from engine.media.opening import SIDE_LIMIT
from engine.media.probe import probe
from engine.protocol.errors import ErrorCode, PortraitsError
from tests.helpers.media import RATE, clicks, count_in, counted, evenly, psnr, save_movie

UNEVEN = [Fraction(0), Fraction(1, 10), Fraction(12, 100), Fraction(1), Fraction(31, 20), Fraction(16, 10)]


def test_frames_and_times(tmp_path: Path) -> None:
    with MovieReader(save_movie(tmp_path / "a.mp4", evenly(30))) as movie:
        found = list(movie.frames())
        assert movie.notes == []
    assert [count_in(frame) for _, frame in found] == list(range(30))
    assert all(abs(time - Fraction(number, 24)) <= Fraction(1, 1000) for number, (time, _) in enumerate(found))
    assert found[0][1].shape == (48, 64, 4)
    assert found[0][1].dtype == np.uint8


@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".avi", ".ts", ".mov"])
def test_containers(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4" if suffix == ".avi" else "libx264", rate=24)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        stream.codec_context.qmax = 4
        for number in range(30):
            frame = av.VideoFrame.from_ndarray(counted(number), format="rgba").reformat(format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, 24)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    with MovieReader(path) as movie:
        assert [count_in(frame) for _, frame in movie.frames()] == list(range(30))
        # Every frame by its exact time, backwards, forwards and after the end.
        for number in [*range(29, -1, -7), *range(30), 100, 3]:
            assert count_in(movie.frame_at(Fraction(number, 24))) == min(number, 29)
        assert movie.info.frames == pytest.approx(30, abs=1)


def test_any_time_shows_the_frame_that_has_begun(tmp_path: Path) -> None:
    path = save_movie(tmp_path / "a.mp4", UNEVEN, options={"g": "3"})

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.fractions(0, 2), min_size=1, max_size=4))
    def check(times: list[Fraction]) -> None:
        for seconds in times:
            # Half a millisecond is what the file's own clock cannot tell.
            if min(abs(seconds - time) for time in UNEVEN) < Fraction(1, 1000):
                continue
            begun = max(index for index, time in enumerate(UNEVEN) if time <= seconds)
            assert count_in(movie.frame_at(seconds)) == begun

    with MovieReader(path) as movie:
        check()
        assert [time for time, _ in movie.frames()] == UNEVEN
        assert count_in(movie.frame_at(Fraction(-5))) == 0


def test_a_frame_is_converted_once(tmp_path: Path) -> None:
    with MovieReader(save_movie(tmp_path / "a.mp4", evenly(5))) as movie:
        assert movie.frame_at(Fraction(1, 24)) is movie.frame_at(Fraction(3, 48))
        assert count_in(movie.frame_at(Fraction(3, 48))) == 1


@pytest.mark.parametrize("rotation", [0, 90, 180, -90])
def test_phone_rotation(tmp_path: Path, rotation: int) -> None:
    """The display matrix turns counter-clockwise, as av_display_rotation_set documents it."""
    path = save_movie(tmp_path / "a.mp4", evenly(3), rotation=rotation)
    upright = np.rot90(counted(2), k=rotation // 90)
    with MovieReader(path) as movie:
        frames = [frame for _, frame in movie.frames()]
        assert (movie.info.height, movie.info.width) == upright.shape[:2]
    assert frames[2].shape == upright.shape
    assert psnr(frames[2], upright) > 25
    assert frames[2].flags.c_contiguous


def test_pixels_that_are_not_square(tmp_path: Path) -> None:
    path = save_movie(tmp_path / "a.mp4", evenly(3), pixel_shape=Fraction(2, 1))
    with MovieReader(path) as movie:
        assert (movie.info.width, movie.info.height) == (128, 48)
        assert movie.frame_at(Fraction(0)).shape == (48, 128, 4)


def test_odd_sizes(tmp_path: Path) -> None:
    path = tmp_path / "a.mkv"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("ffv1", rate=24)
        stream.width, stream.height, stream.pix_fmt = 65, 49, "yuv420p"
        frame = av.VideoFrame.from_ndarray(counted(77, 65, 49), format="rgba").reformat(format="yuv420p")
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    with MovieReader(path) as movie:
        assert movie.frame_at(Fraction(0)).shape == (49, 65, 4)
        assert count_in(movie.frame_at(Fraction(0))) == 77


@pytest.mark.parametrize(("height", "matrix"), [(48, 5), (720, 1)])
def test_untagged_movies_are_taken_as_their_size_suggests(tmp_path: Path, height: int, matrix: int) -> None:
    red = np.zeros((height, 64, 4), dtype=np.uint8)
    red[...] = (220, 40, 30, 255)
    path = tmp_path / "a.mkv"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("ffv1", rate=24)
        stream.width, stream.height, stream.pix_fmt = 64, height, "yuv444p"
        frame = av.VideoFrame.from_ndarray(red, format="rgba").reformat(
            format="yuv444p", dst_colorspace=matrix, src_color_range=2, dst_color_range=1
        )
        frame.colorspace, frame.color_range = 2, 0
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    with MovieReader(path) as movie:
        assert np.abs(movie.frame_at(Fraction(0))[..., :3].astype(int) - red[..., :3]).max() <= 3


def test_without_sound(tmp_path: Path) -> None:
    with MovieReader(save_movie(tmp_path / "a.mp4", evenly(3))) as movie:
        samples, rate = movie.read_sound()
        assert samples.shape == (0, 2)
        assert rate == RATE
        assert (movie.info.audio_codec, movie.info.sample_rate) == ("", 0)


def test_sound_of_a_picture_that_starts_late(tmp_path: Path) -> None:
    """The first frame is shown 0.25 s into the file, so that much of the sound lies before it."""
    path = tmp_path / "a.mkv"
    save_movie(path, [time + Fraction(1, 4) for time in evenly(24)], sound=clicks(2, [24_000]))
    with MovieReader(path) as movie:
        samples, _ = movie.read_sound()
        assert next(movie.frames())[0] == 0
    # Matroska's clock ticks in milliseconds, and AAC in blocks of 21.3 ms.
    assert abs(int(np.abs(samples[:, 0]).argmax()) - 12_000) <= RATE / 1000


def test_a_wrong_suffix(tmp_path: Path) -> None:
    path = save_movie(tmp_path / "a.mp4", evenly(3)).rename(tmp_path / "a.jpg.txt")
    with MovieReader(path) as movie:
        assert len(list(movie.frames())) == 3


@pytest.mark.parametrize("suffix", [".mp4", ".mkv"])
@pytest.mark.parametrize("part", [0.4, 0.8])
def test_a_cut_file_gives_what_is_whole_and_says_so(tmp_path: Path, suffix: str, part: float) -> None:
    path = save_movie(tmp_path / f"a{suffix}", evenly(60), options={"g": "10"}, busy=True)
    if suffix == ".mp4":
        _header_first(path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part)])
    with MovieReader(path) as movie:
        frames = [count_in(frame) for _, frame in movie.frames()]
        assert len(movie.notes) >= 1
        assert '"a' in movie.notes[0]
        assert 10 < len(frames) < 60
        assert frames == list(range(len(frames)))
        assert count_in(movie.frame_at(Fraction(50))) >= len(frames) - 2


def test_damage_in_the_middle(tmp_path: Path) -> None:
    path = save_movie(tmp_path / "a.mkv", evenly(60), options={"g": "5"}, busy=True)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 3000] = np.random.default_rng(1).bytes(3000)
    path.write_bytes(data)
    with MovieReader(path) as movie:
        frames = [count_in(frame) for _, frame in movie.frames()]
    assert frames[:15] == list(range(15))
    assert frames[-1] == 59


def test_a_movie_longer_than_its_header_says(tmp_path: Path) -> None:
    path = save_movie(tmp_path / "a.mkv", evenly(30))
    data = path.read_bytes()
    position = data.index(b"\x44\x89\x88") + 3  # Matroska's Duration, a float of eight bytes
    path.write_bytes(data[:position] + struct.pack(">d", 100.0) + data[position + 8 :])
    with MovieReader(path) as movie:
        assert len(list(movie.frames())) == 30
        assert count_in(movie.frame_at(Fraction(29, 24))) == 29


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b"this is not a movie at all, just text\n" * 50, "is not a movie or sound of a known kind"),
        (b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n/etc/passwd\n#EXT-X-ENDLIST\n", "cannot be read"),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", "cannot be read"),
        (b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41\0\0\0\x08free", "cannot be read"),
        (b"\x1aE\xdf\xa3" + b"\x01\0\0\0\0\0\0\x1f" * 30, "cannot be read"),
        (b"GIF89a\x01\0\x01\0\0\0\0;", "cannot be read"),
    ],
)
def test_what_is_no_movie(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "a.mp4").write_bytes(content)
    with pytest.raises(PortraitsError, match=words) as caught:
        MovieReader(tmp_path / "a.mp4")
    assert caught.value.code is ErrorCode.BAD_INPUT
    assert '"a.mp4"' in caught.value.failure.what
    assert caught.value.failure.todo


def test_missing_folder_and_sound(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError, match="was not found") as caught:
        MovieReader(tmp_path / "none.mp4")
    assert caught.value.code is ErrorCode.MISSING_INPUT
    with pytest.raises(PortraitsError, match="is a folder"):
        MovieReader(tmp_path)
    soundfile.write(tmp_path / "a.wav", clicks(1, [5]), RATE)
    with pytest.raises(PortraitsError, match="holds no moving pictures"):
        MovieReader(tmp_path / "a.wav")


def test_an_absurd_size_is_refused(tmp_path: Path) -> None:
    """The size in the header of an uncompressed AVI is all there is, so it must be checked before decoding."""
    path = tmp_path / "a.avi"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("rawvideo", rate=24)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        container.mux(stream.encode(av.VideoFrame(64, 48, "yuv420p")))
    data = path.read_bytes()
    position = data.index(b"strf") + 12
    assert data[position : position + 8] == struct.pack("<II", 64, 48)
    path.write_bytes(data[:position] + struct.pack("<II", SIDE_LIMIT + 2, 48) + data[position + 8 :])
    with pytest.raises(PortraitsError, match="is too large: 16386 x 48 pixels"):
        MovieReader(path)


def test_a_sound_with_a_cover_picture_is_a_sound(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    with av.open(str(path), "w") as container:
        audio = container.add_stream("libmp3lame", rate=RATE, layout="mono")
        cover = container.add_stream("png", rate=1)
        cover.width, cover.height, cover.pix_fmt = 64, 48, "rgb24"
        cover.disposition = Disposition.attached_pic
        sound = av.AudioFrame.from_ndarray(np.zeros((1, 9600), dtype=np.float32), format="fltp", layout="mono")
        sound.sample_rate = RATE
        picture = np.ascontiguousarray(counted(1)[..., :3])
        container.mux(cover.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(cover.encode(None))
        container.mux(audio.encode(sound))
        container.mux(audio.encode(None))
    with av.open(str(path)) as made:
        assert len(made.streams.video) == 1
    assert probe(path).kind == "sound"
    with pytest.raises(PortraitsError, match="holds no moving pictures"):
        MovieReader(path)


def _header_first(path: Path) -> None:
    """Move the MP4 header to the front, so that a cut file still has it."""
    with av.open(str(path)) as source:
        other = path.with_name("other.mp4")
        with av.open(str(other), "w", container_options={"movflags": "faststart"}) as target:
            stream = target.add_stream_from_template(source.streams.video[0])
            for packet in source.demux(video=0):
                if packet.dts is not None:
                    packet.stream = stream
                    target.mux(packet)
    other.replace(path)
