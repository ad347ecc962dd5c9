import json
import math
import threading
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from engine.media.movie_reader import MovieReader
from engine.media.movie_writer import MovieWriter
from engine.media.probe import probe, read_metadata
from engine.protocol.errors import Cancelled, ErrorCode, PortraitsError
from engine.protocol.jobs.encode import EncodeSettings
from tests.helpers.media import (
    PRIMARIES,
    RATE,
    clicks,
    colour_bars,
    count_in,
    counted,
    gradient,
    leftovers,
    psnr,
)

METADATA = {
    "title": 'Anna – 肖像 "one"',
    "comment": "made by a test",
    "creation_time": "2026-11-22T10:00:00Z",
    "portraits.recipe": json.dumps({"kind": "morph", "text": "ü = \\ ; # 肖像", "list": [1, 2.5, None]}),
}
# name, codec, lowest PSNR in dB of a smooth picture
LOSSY = [
    ("a.mp4", "h264", 36),
    ("a.mov", "h264", 36),
    ("a.mkv", "h264", 36),
    ("a.mp4", "hevc", 36),
    ("a.mp4", "av1", 34),
    ("a.webm", "av1", 34),
    ("a.mov", "prores", 45),
    ("a.mov", "prores4444", 45),
    ("a.webm", "vp9", 34),
    ("a.mkv", "vp9", 34),
    ("a.webp", "webp", 36),
]
LOSSLESS = [("a.apng", "apng"), ("a.png", "apng"), ("frames", "png"), ("shot-%04d.png", "png")]
ALPHA = [
    ("a.mov", "prores4444", 2),
    ("a.webm", "vp9", 2),
    ("a.mkv", "vp9", 2),
    ("a.apng", "apng", 0),
    ("a.webp", "webp", 0),
    ("frames", "png", 0),
]


def write(
    path: Path,
    frames: list[NDArray[np.uint8]],
    codec: str = "h264",
    *,
    fps: Fraction = Fraction(24),
    samples: tuple[NDArray[np.float32], int] | None = None,
    metadata: dict[str, str] | None = None,
    overwrite: bool = False,
    **settings: object,
) -> list[str]:
    """Write a movie and return the notes."""
    height, width = frames[0].shape[:2]
    with MovieWriter(
        path,
        width=width,
        height=height,
        fps=fps,
        encode=EncodeSettings(codec=codec, **settings),  # type: ignore[arg-type]
        sound=samples,
        metadata=metadata,
        overwrite=overwrite,
    ) as movie:
        for frame in frames:
            movie.write(frame)
    assert movie.frames == len(frames)
    assert movie.duration == len(frames) / fps
    return movie.notes


def read(path: Path) -> list[NDArray[np.uint8]]:
    """Every frame of a movie, an animation or a folder of PNG."""
    if path.is_dir() or path.name == "shot-%04d.png":
        files = sorted(path.iterdir() if path.is_dir() else path.parent.glob("*.png"))
        return [np.array(Image.open(file).convert("RGBA")) for file in files]
    with MovieReader(path) as movie:
        return [frame for _, frame in movie.frames()]


@pytest.mark.parametrize(("name", "codec", "least"), LOSSY)
def test_pictures_come_back_in_order(tmp_path: Path, name: str, codec: str, least: float) -> None:
    numbers, smooth = [counted(number) for number in range(20)], [gradient()] * 3
    assert write(tmp_path / name, numbers + smooth, codec) == []
    back = read(tmp_path / name)
    assert [count_in(frame) for frame in back[:20]] == list(range(20))
    assert len(back) == 23
    assert min(psnr(frame, gradient()) for frame in back[20:]) > least
    assert leftovers(tmp_path) == [name]


@pytest.mark.parametrize(("name", "codec", "least"), LOSSY)
def test_colours_come_back(tmp_path: Path, name: str, codec: str, least: float) -> None:
    """Flat colours through the whole way, tags and matrices included, at the codec's best quality."""
    del least
    best = {"prores": 3, "prores4444": 5, "webp": 100}.get(codec, 4)
    write(tmp_path / name, [colour_bars(128, 48)] * 3, codec, quality=best)
    frame = read(tmp_path / name)[1]
    for index, colour in enumerate(PRIMARIES):
        assert np.abs(frame[24, index * 16 + 8, :3].astype(int) - colour).max() <= 2, colour


@pytest.mark.parametrize(("name", "codec"), LOSSLESS)
def test_lossless_formats_are_exact(tmp_path: Path, name: str, codec: str) -> None:
    frames = [gradient(33, 17, shift) for shift in range(5)]
    assert write(tmp_path / name, frames, codec) == []
    assert all(np.array_equal(a, b) for a, b in zip(read(tmp_path / name), frames, strict=True))


def test_gif(tmp_path: Path) -> None:
    frames = [gradient(shift=number) for number in range(6)] + [colour_bars()]
    assert write(tmp_path / "a.gif", frames, "gif") == []
    back = read(tmp_path / "a.gif")
    assert len(back) == 7
    assert min(psnr(a, b) for a, b in zip(back, frames, strict=True)) > 33
    assert np.array_equal(back[6], colour_bars())
    with Image.open(tmp_path / "a.gif") as image:
        assert image.info["loop"] == 0


@pytest.mark.parametrize(("name", "codec", "off"), ALPHA)
def test_transparency_is_kept(tmp_path: Path, name: str, codec: str, off: int) -> None:
    frames = []
    for number in range(4):
        frame = gradient()
        frame[: 8 + 8 * number, :, 3] = 0
        frame[40:, :, 3] = 128
        frames.append(frame)
    assert write(tmp_path / name, frames, codec, alpha=True) == []
    for frame, original in zip(read(tmp_path / name), frames, strict=True):
        assert np.abs(frame[..., 3].astype(int) - original[..., 3]).max() <= off


def test_gif_transparency_is_on_or_off(tmp_path: Path) -> None:
    frame = gradient()
    frame[:24, :, 3] = 0
    write(tmp_path / "a.gif", [frame, frame], "gif", alpha=True)
    first, second = read(tmp_path / "a.gif")
    assert np.array_equal(first[..., 3], frame[..., 3])
    assert np.array_equal(second[..., 3], frame[..., 3])


@pytest.mark.parametrize("codec", ["h264", "png"])
def test_transparent_frames_are_laid_on_black_and_noted_once(tmp_path: Path, codec: str) -> None:
    frame = gradient()
    frame[..., 3] = 128
    path = tmp_path / ("frames" if codec == "png" else "a.mp4")
    notes = write(path, [frame, frame], codec)
    assert notes == ["Transparent parts of the frames were laid on black, because this movie keeps no transparency."]
    wanted = frame.copy()
    wanted[..., :3] = (frame[..., :3].astype(int) * 128) // 255
    assert psnr(read(path)[0], wanted) > 38


@pytest.mark.parametrize("codec", ["h264", "hevc", "av1", "vp9", "prores"])
def test_odd_sizes_are_padded_and_noted(tmp_path: Path, codec: str) -> None:
    path = tmp_path / {"vp9": "a.webm", "prores": "a.mov"}.get(codec, "a.mp4")
    frame = gradient(65, 49)
    notes = write(path, [frame] * 3, codec)
    assert notes == ["The size 65 x 49 is odd; it was padded to 66 x 50 by repeating the edge."]
    back = read(path)[0]
    assert back.shape == (50, 66, 4)
    assert psnr(back[:49, :65], frame) > 36
    assert np.abs(back[49].astype(int) - back[48]).max() <= 6


def test_one_pixel(tmp_path: Path) -> None:
    assert write(tmp_path / "a.mp4", [gradient(1, 1)])
    assert read(tmp_path / "a.mp4")[0].shape == (2, 2, 4)


@pytest.mark.parametrize(
    ("name", "codec", "sound"),
    [
        ("a.mp4", "h264", "aac"),
        ("a.mp4", "h264", "opus"),
        ("a.mov", "prores", "pcm"),
        ("a.mov", "h264", "aac"),
        ("a.mkv", "h264", "opus"),
        ("a.mkv", "h264", "pcm"),
        ("a.webm", "vp9", "opus"),
    ],
)
@pytest.mark.parametrize("length", [0.4, 1.0, 1.7])
def test_sound_starts_and_ends_with_the_picture(
    tmp_path: Path, name: str, codec: str, sound: str, length: float
) -> None:
    """25 frames of 24000/1001 are 50050 samples: cut, or filled up; the click stays on its sample."""
    frames = [gradient()] * 25
    fps = Fraction(24000, 1001)
    wanted = round(25 / fps * RATE)
    notes = write(
        tmp_path / name,
        frames,
        codec,
        fps=fps,
        samples=(clicks(length, [12_345]), RATE),
        sound=sound,
        sound_bitrate=320,
    )
    with MovieReader(tmp_path / name) as movie:
        samples, rate = movie.read_sound()
        assert abs(movie.info.duration - 25 / fps) < 0.001
        assert sound in movie.info.audio_codec
    assert rate == RATE
    assert len(samples) == wanted
    assert int(np.abs(samples[:, 0]).argmax()) == 12_345
    assert ("cut" in notes[0]) == (length == 1.7) if length != 1.0 else "filled" in notes[0]


def test_sound_of_another_rate_stays_aligned(tmp_path: Path) -> None:
    sound = clicks(1, [6000], rate=24_000, channels=1)
    write(tmp_path / "a.mov", [gradient()] * 24, "prores", samples=(sound, 24_000))
    with MovieReader(tmp_path / "a.mov") as movie:
        samples, _ = movie.read_sound()
        assert movie.info.channels == 1
    assert len(samples) == RATE
    assert int(np.abs(samples[:, 0]).argmax()) == 12_000


def test_broken_samples_are_made_harmless(tmp_path: Path) -> None:
    sound = np.full((RATE, 2), np.nan, dtype=np.float32)
    sound[1000:2000] = 50
    write(tmp_path / "a.mov", [gradient()] * 24, "prores", samples=(sound, RATE))
    with MovieReader(tmp_path / "a.mov") as movie:
        samples, _ = movie.read_sound()
    assert samples[1500, 0] == pytest.approx(1, abs=1e-3)
    assert np.abs(samples[5000:]).max() == 0


def test_sound_and_picture_lie_side_by_side(tmp_path: Path) -> None:
    """A player that reads a long file must find both near the same place."""
    import av

    noise = np.random.default_rng(5).standard_normal((20 * RATE, 2)).astype(np.float32) * 0.1
    write(tmp_path / "a.mp4", [gradient(shift=n % 20) for n in range(480)], samples=(noise, RATE), speed="draft")
    with av.open(str(tmp_path / "a.mp4")) as container:
        times = {"video": 0.0, "audio": 0.0}
        furthest = 0.0
        for packet in container.demux():
            if packet.dts is not None:
                times[packet.stream.type] = float(packet.dts * packet.time_base)
                furthest = max(furthest, abs(times["video"] - times["audio"]))
    assert furthest < 1.5


def test_gif_holds_no_sound_and_says_so(tmp_path: Path) -> None:
    notes = write(tmp_path / "a.gif", [gradient()] * 2, "gif", samples=(clicks(1, [5]), RATE))
    assert notes == ["GIF holds no sound; it was left out."]


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("a.mp4", "h264"),
        ("a.mov", "prores"),
        ("a.mkv", "h264"),
        ("a.webm", "vp9"),
        ("a.gif", "gif"),
        ("a.apng", "apng"),
        ("a.webp", "webp"),
        ("frames", "png"),
    ],
)
def test_metadata_comes_back(tmp_path: Path, name: str, codec: str) -> None:
    recipe = json.dumps({"text": "long " * 20_000})
    for metadata in (METADATA, METADATA | {"portraits.recipe": recipe}):
        write(tmp_path / name, [gradient()] * 2, codec, metadata=metadata, overwrite=True)
        path = tmp_path / name
        found = read_metadata(path / "frame-000001.png" if path.is_dir() else path)
        assert found.pop("creation_time").startswith("2026-11-22T10:00:00")
        assert found == {key: value for key, value in metadata.items() if key != "creation_time"}


@pytest.mark.parametrize("fps", [Fraction(1), Fraction(12), Fraction(24000, 1001), Fraction(60), Fraction(25, 2)])
@pytest.mark.parametrize(("name", "codec"), [("a.mp4", "h264"), ("a.mkv", "h264"), ("a.apng", "apng")])
def test_frame_rates(tmp_path: Path, name: str, codec: str, fps: Fraction) -> None:
    write(tmp_path / name, [gradient(shift=n) for n in range(7)], codec, fps=fps)
    info = probe(tmp_path / name)
    assert info.frames == 7
    assert info.fps == pytest.approx(float(fps), rel=2e-3)
    assert info.duration == pytest.approx(float(7 / fps), abs=0.002)


def test_a_fast_gif_leaves_frames_out(tmp_path: Path) -> None:
    notes = write(tmp_path / "a.gif", [gradient(shift=n) for n in range(60)], "gif", fps=Fraction(60))
    assert notes == ["GIF shows at most 50 frames per second; frames in between were left out."]
    info = probe(tmp_path / "a.gif")
    assert (info.frames, info.duration) == (50, pytest.approx(1))


def test_the_header_comes_first_for_the_web(tmp_path: Path) -> None:
    write(tmp_path / "a.mp4", [gradient()] * 3)
    data = (tmp_path / "a.mp4").read_bytes()
    assert 0 < data.index(b"moov") < data.index(b"mdat")


@pytest.mark.parametrize(
    "name", ["two words.mp4", 'it\'s "q".mp4', "Füße – 肖像 🎬.mp4", "100%.mp4", "-dash.mp4", "a:b.mp4"]
)
def test_names(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, [gradient()] * 2)
    assert len(read(tmp_path / name)) == 2
    assert leftovers(tmp_path) == [name]


def test_a_relative_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("a.mp4"), [gradient()])
    write(Path("frames"), [gradient()], "png")
    assert leftovers(tmp_path) == ["a.mp4", "frames"]


@pytest.mark.parametrize(
    ("name", "codec"), [("a.mp4", "h264"), ("a.webm", "av1"), ("a.gif", "gif"), ("frames", "png"), ("a.webp", "webp")]
)
@pytest.mark.parametrize("error", [RuntimeError("broken"), Cancelled(), KeyboardInterrupt()])
def test_an_exception_leaves_nothing(tmp_path: Path, name: str, codec: str, error: BaseException) -> None:
    with pytest.raises(type(error)):
        _write_and_fail(tmp_path / name, codec, error)
    assert leftovers(tmp_path) == []


def _write_and_fail(path: Path, codec: str, error: BaseException) -> None:
    encode = EncodeSettings(codec=codec)  # type: ignore[arg-type]
    with MovieWriter(path, width=64, height=48, fps=Fraction(24), encode=encode) as movie:
        for number in range(8):
            movie.write(gradient(shift=number))
        raise error


@pytest.mark.parametrize(("name", "codec"), [("a.mp4", "h264"), ("a.gif", "gif"), ("frames", "png")])
def test_no_frames_is_an_error(tmp_path: Path, name: str, codec: str) -> None:
    encode = EncodeSettings(codec=codec)  # type: ignore[arg-type]
    with (
        pytest.raises(PortraitsError, match="it has no frames") as caught,
        MovieWriter(tmp_path / name, width=64, height=48, fps=Fraction(24), encode=encode),
    ):
        pass
    assert caught.value.code is ErrorCode.BAD_INPUT
    assert leftovers(tmp_path) == []


def test_a_failing_encoder_is_reported_in_the_callers_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.media.movie_sinks import ContainerSink

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ContainerSink, "encode", fail)
    with pytest.raises(PortraitsError, match="The disk is full") as caught:
        write(tmp_path / "a.mp4", [gradient()] * 50)
    assert caught.value.code is ErrorCode.DISK_FULL
    assert leftovers(tmp_path) == []


def test_ctrl_c_while_the_last_frames_are_encoded_waits_for_the_one_at_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    join = threading.Thread.join
    interrupted: list[threading.Thread] = []

    def join_interrupted(thread: threading.Thread, timeout: float | None = None) -> None:
        if thread.name == "movie-encoder" and not interrupted:
            interrupted.append(thread)
            raise KeyboardInterrupt
        join(thread, timeout)

    monkeypatch.setattr(threading.Thread, "join", join_interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "a.mp4", [gradient()] * 20)
    assert not interrupted[0].is_alive()
    assert leftovers(tmp_path) == []


def test_outputs_are_refused(tmp_path: Path) -> None:
    write(tmp_path / "a.mp4", [gradient()])
    before = (tmp_path / "a.mp4").read_bytes()
    with pytest.raises(PortraitsError, match="already there") as caught:
        write(tmp_path / "a.mp4", [gradient()])
    assert caught.value.code is ErrorCode.OUTPUT_EXISTS
    assert (tmp_path / "a.mp4").read_bytes() == before
    write(tmp_path / "a.mp4", [gradient()] * 3, overwrite=True)
    assert len(read(tmp_path / "a.mp4")) == 3
    for bad in (tmp_path / "a.mp4" / "b.mp4", tmp_path / "none" / "b.mp4"):
        with pytest.raises(PortraitsError) as caught:
            write(bad, [gradient()])
        assert caught.value.code is ErrorCode.CANNOT_WRITE
    assert leftovers(tmp_path) == ["a.mp4"]


@pytest.mark.parametrize(
    ("name", "settings", "words"),
    [
        ("a.webm", {"codec": "h264"}, "cannot hold H.264"),
        ("a.mp4", {"codec": "h264", "quality": 99}, "outside the scale"),
        ("a.mp4", {"codec": "h264", "sound": "pcm"}, "cannot hold pcm sound"),
        ("%d-%d.png", {"codec": "png"}, "is not a pattern"),
    ],
)
def test_wrong_use(tmp_path: Path, name: str, settings: dict[str, object], words: str) -> None:
    with pytest.raises(PortraitsError, match=words) as caught:
        write(tmp_path / name, [gradient()], **settings)  # type: ignore[arg-type]
    assert caught.value.exit_status == 2
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize(("width", "height", "fps"), [(0, 5, 24), (9000, 5, 24), (5, 5, 0), (5, 5, 1000)])
def test_absurd_movies_are_refused(tmp_path: Path, width: int, height: int, fps: int) -> None:
    with pytest.raises(PortraitsError, match="cannot"):
        MovieWriter(tmp_path / "a.mp4", width=width, height=height, fps=Fraction(fps), encode=EncodeSettings())


def test_a_size_that_the_encoder_refuses(tmp_path: Path) -> None:
    with pytest.raises(PortraitsError, match=r"cannot write HEVC .* at 2 x 2 pixels") as caught:
        write(tmp_path / "a.mp4", [gradient(1, 1)], "hevc")
    assert caught.value.code is ErrorCode.NOT_AVAILABLE
    assert leftovers(tmp_path) == []


def test_a_frame_of_another_size_is_a_fault_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="expected uint8"):
        write(tmp_path / "a.mp4", [gradient(), gradient(10, 10)])
    assert leftovers(tmp_path) == []


def test_the_callers_memory_may_be_used_again(tmp_path: Path) -> None:
    for name, codec in (("a.apng", "apng"), ("frames", "png")):
        buffer = np.empty((48, 64, 4), dtype=np.uint8)
        encode = EncodeSettings(codec=codec, alpha=True)  # type: ignore[arg-type]
        with MovieWriter(tmp_path / name, width=64, height=48, fps=Fraction(24), encode=encode) as movie:
            for number in range(6):
                buffer[...] = gradient(shift=number)
                movie.write(buffer)
            buffer[...] = 0
        back = read(tmp_path / name)
        assert len(back) == 6
        assert all(np.array_equal(frame, gradient(shift=n)) for n, frame in enumerate(back))


def test_key_frames_as_asked(tmp_path: Path) -> None:
    import av

    write(tmp_path / "a.mp4", [gradient(shift=n) for n in range(25)], keyframe_interval=6)
    with av.open(str(tmp_path / "a.mp4")) as container:
        keys = [packet.pts for packet in container.demux(video=0) if packet.size and packet.is_keyframe]
        first = container.streams.video[0].time_base
    assert len(keys) == math.ceil(25 / 6)
    assert first is not None


def test_a_folder_of_pictures_replaces_a_longer_one(tmp_path: Path) -> None:
    write(tmp_path / "frames", [gradient()] * 5, "png")
    with pytest.raises(PortraitsError, match="already there"):
        write(tmp_path / "frames", [gradient()] * 2, "png")
    write(tmp_path / "frames", [gradient()] * 2, "png", overwrite=True)
    assert leftovers(tmp_path / "frames") == ["frame-000001.png", "frame-000002.png"]
