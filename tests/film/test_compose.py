from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.film.compose import frame_count
from engine.project.clips import Keyframe, Keyframes, MovieClip, TitleClip
from engine.protocol.errors import ErrorCode, PortraitsError
from tests.film.studio import BLUE, GREEN, RED, Studio, pictures, still


def uniform(frame: np.ndarray) -> tuple[int, ...]:
    """The colour of a frame that has only one."""
    assert (frame == frame[0, 0]).all()
    return tuple(int(value) for value in frame[0, 0])


@pytest.mark.parametrize(
    ("duration", "fps", "frames"),
    [("1", "24", 24), ("1", "24000/1001", 24), ("1001/1000", "24000/1001", 24), ("1/48", "24", 1), ("0", "24", 0)],
)
def test_a_frame_is_shown_when_it_begins_before_the_end(duration: str, fps: str, frames: int) -> None:
    assert frame_count(Fraction(duration), Fraction(fps)) == frames


def test_the_colours_of_a_still_survive_exactly(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    content = np.random.default_rng(1).integers(0, 256, (24, 32, 4), np.uint8)
    content[..., 3] = 255
    studio.lay(pictures(still("a", studio.picture("a", content), 0, 1)))
    assert np.array_equal(studio.frame(0), content)
    assert np.array_equal(studio.frame(23), content)


def test_a_clip_covers_its_start_and_not_its_end(tmp_path: Path) -> None:
    studio = Studio(tmp_path, background="#010203")
    clips = still("a", studio.picture("a", RED), Fraction(1, 24), Fraction(2, 24))
    studio.lay(pictures(clips))
    found = [uniform(studio.frame(index)) for index in range(4)]
    assert found == [(1, 2, 3, 255), RED, RED, (1, 2, 3, 255)]


def test_upper_tracks_cover_lower_ones_and_hidden_ones_do_not(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    top, bottom = still("a", studio.picture("a", RED), 0, 1), still("b", studio.picture("b", GREEN), 0, 2)
    studio.lay(pictures(top), pictures(bottom))
    assert uniform(studio.frame(0)) == RED
    assert uniform(studio.frame(24)) == GREEN
    studio.lay(pictures(top, hidden=True), pictures(bottom))
    assert uniform(studio.frame(0)) == GREEN


def test_an_overlap_is_a_cross_fade(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    first = still("a", studio.picture("a", (200, 0, 100, 255)), 0, 1)
    second = still("b", studio.picture("b", (100, 200, 0, 255)), Fraction(1, 2), 1)
    studio.lay(pictures(first, second))
    assert uniform(studio.frame(12)) == (200, 0, 100, 255)
    assert uniform(studio.frame(18)) == (150, 100, 50, 255)
    assert uniform(studio.frame(15)) == (175, 50, 75, 255)
    assert uniform(studio.frame(24)) == (100, 200, 0, 255)


def test_a_cross_fade_of_clear_pictures_does_not_show_the_background(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    one, other = studio.picture("a", (200, 0, 0, 255)), studio.picture("b", (0, 200, 0, 0))
    studio.lay(pictures(still("a", one, 0, 1), still("b", other, Fraction(1, 2), 1)))
    with studio.compositor(clear=True) as compositor:
        red, green, blue, alpha = uniform(compositor.frame(18))
    assert (red, green, blue) == (200, 0, 0)
    assert alpha == pytest.approx(128, abs=1)


def test_fades_and_opacity(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    clip = still(
        "a", studio.picture("a", (200, 100, 40, 255)), 0, 2, fade_in=Fraction(1, 2), fade_out=Fraction(1), opacity=0.5
    )
    studio.lay(pictures(clip))
    assert uniform(studio.frame(0)) == (0, 0, 0, 255)
    assert uniform(studio.frame(6)) == (50, 25, 10, 255)
    assert uniform(studio.frame(12)) == (100, 50, 20, 255)
    assert uniform(studio.frame(36)) == (50, 25, 10, 255)
    assert uniform(studio.frame(42)) == (25, 12, 5, 255)


def test_keyframes_change_opacity(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    keys = Keyframes(
        opacity=(Keyframe(time=Fraction(0), value=0), Keyframe(time=Fraction(1, 2), value=1, curve="hold"))
    )
    studio.lay(pictures(still("a", studio.picture("a", (200, 100, 40, 255)), 0, 1, keyframes=keys)))
    assert uniform(studio.frame(6)) == (100, 50, 20, 255)
    assert uniform(studio.frame(20)) == (200, 100, 40, 255)


def halves(width: int = 32, height: int = 24) -> np.ndarray:
    picture = np.empty((height, width, 4), np.uint8)
    picture[:, : width // 2], picture[:, width // 2 :] = RED, BLUE
    return picture


def test_a_moved_still_lies_where_it_is_put(tmp_path: Path) -> None:
    studio = Studio(tmp_path, background="#000000")
    media = studio.picture("a", halves())
    studio.lay(pictures(still("a", media, 0, 1, x=0.25, y=-0.5)))
    frame = studio.frame(0)
    assert (frame[12:] == (0, 0, 0, 255)).all()
    assert (frame[:12, :8] == (0, 0, 0, 255)).all()
    assert (frame[:12, 8:22] == RED).all()
    assert (frame[:12, 26:] == BLUE).all()


def test_a_scaled_still_stays_in_the_middle(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    media = studio.picture("a", halves())
    studio.lay(pictures(still("a", media, 0, 1, scale=0.5), still("b", media, 1, 1, scale=2.0)))
    small, large = studio.frame(0), studio.frame(24)
    assert (small[6:18, 8:14] == RED).all()
    assert (small[6:18, 18:24] == BLUE).all()
    assert (small[:6] == (0, 0, 0, 255)).all()
    assert (small[:, 24:] == (0, 0, 0, 255)).all()
    assert (large[:, :12] == RED).all()
    assert (large[:, 20:] == BLUE).all()


def test_an_enlarged_still_has_no_clear_border(tmp_path: Path) -> None:
    studio = Studio(tmp_path, width=64, height=64, background="#00FF00")
    media = studio.picture("a", np.full((16, 16, 4), RED, np.uint8))
    keys = Keyframes(x=(Keyframe(time=Fraction(0), value=0.0), Keyframe(time=Fraction(1), value=0.001)))
    studio.lay(pictures(still("a", media, 0, 1, scale=1.0001, keyframes=keys)))
    assert uniform(studio.frame(0)) == RED


def test_contained_pictures_and_their_edges(tmp_path: Path) -> None:
    studio = Studio(tmp_path, width=60, height=24, background="#000000")
    media = studio.picture("a", np.full((24, 24, 4), RED, np.uint8))
    studio.lay(
        pictures(
            still("a", media, 0, 1, fit="contain", edges="none"),
            still("b", media, 1, 1, fit="contain", edges="#0A0B0C"),
            still("c", media, 2, 1, fit="contain", edges="blur"),
            still("d", media, 3, 1, fit="contain", edges="#0A0B0C", x=0.1),
            still("e", media, 4, 1, fit="contain", edges="blur", x=0.1),
        )
    )
    for index, (left, edge) in enumerate([(18, (0, 0, 0)), (18, (10, 11, 12)), (18, RED[:3]), (24, (10, 11, 12))]):
        frame = studio.frame(24 * index)
        assert (frame[:, left + 1 : left + 23] == RED).all(), index
        assert np.abs(frame[:, : left - 1, :3].astype(int) - edge).max() <= 2, index
        assert np.abs(frame[:, left + 25 :, :3].astype(int) - edge).max() <= 2, index
        assert (frame[..., 3] == 255).all()
    assert np.abs(studio.frame(96).astype(int) - RED).max() <= 2


def test_a_picture_that_is_shown_small_is_averaged(tmp_path: Path) -> None:
    studio = Studio(tmp_path, width=16, height=16)
    board = np.zeros((256, 256, 4), np.uint8)
    board[..., 3] = 255
    board[::2, ::2, :3] = board[1::2, 1::2, :3] = 255
    studio.lay(pictures(still("a", studio.picture("a", board), 0, 1, scale=0.9)))
    middle = studio.frame(0)[4:12, 4:12, :3].astype(int)
    assert np.abs(middle - 128).max() <= 3


def numbered(count: int, width: int = 32, height: int = 24) -> list[np.ndarray]:
    frames = np.random.default_rng(2).integers(0, 256, (count, height, width, 4), np.uint8)
    frames[..., 3] = 255
    return list(frames)


def test_the_frames_of_a_movie_are_exact(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    frames = numbered(24)
    media = studio.movie("m", frames)
    clips = (
        MovieClip(id="a", start=Fraction(0), duration=Fraction(12, 24), media=media),
        MovieClip(id="b", start=Fraction(1), duration=Fraction(12, 24), media=media, in_point=Fraction(6, 24)),
        MovieClip(id="c", start=Fraction(2), duration=Fraction(8, 24), media=media, speed=Fraction(2)),
        MovieClip(id="d", start=Fraction(3), duration=Fraction(8, 24), media=media, speed=Fraction(1, 2)),
    )
    studio.lay(pictures(*clips))
    with studio.compositor() as compositor:
        for index in range(12):
            assert np.array_equal(compositor.frame(index), frames[index])
            assert np.array_equal(compositor.frame(24 + index), frames[6 + index])
        for index in range(8):
            assert np.array_equal(compositor.frame(48 + index), frames[2 * index])
            assert np.array_equal(compositor.frame(72 + index), frames[index // 2])
        assert np.array_equal(compositor.frame(3), frames[3])
    assert studio.notes == []


def test_a_movie_of_another_rate_shows_the_frame_of_its_time(tmp_path: Path) -> None:
    studio = Studio(tmp_path, fps=Fraction(30))
    frames = numbered(10)
    media = studio.movie("m", frames, fps=Fraction(10))
    studio.lay(pictures(MovieClip(id="a", start=Fraction(0), duration=Fraction(1), media=media)))
    with studio.compositor() as compositor:
        for index in range(30):
            assert np.array_equal(compositor.frame(index), frames[index // 3])


def test_a_movie_that_ends_early_stands_and_says_so(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    frames = numbered(6)
    studio.lay(pictures(MovieClip(id="a", start=Fraction(0), duration=Fraction(1), media=studio.movie("m", frames))))
    assert np.array_equal(studio.frame(20), frames[-1])
    assert studio.notes == ['"m.apng" ends before its clip does; its last frame stays.']


def test_a_title_is_drawn_over_the_picture(tmp_path: Path) -> None:
    studio = Studio(tmp_path, width=320, height=240)
    title = TitleClip(
        id="t", start=Fraction(0), duration=Fraction(1), fade_in=Fraction(1, 2), text="Hello", size=0.2, shadow=False
    )
    studio.lay(pictures(title), pictures(still("a", studio.picture("a", (0, 0, 90, 255)), 0, 1)))
    frame, faded = studio.frame(20), studio.frame(6)
    changed = (frame[..., :3] != (0, 0, 90)).any(axis=-1)
    assert 300 < changed.sum() < 5000
    assert (frame[changed].max(axis=0)[:3] == 255).all()
    assert not changed[:160].any()
    brightest = np.unravel_index(frame[..., 0].argmax(), changed.shape)
    assert faded[brightest][0] == pytest.approx(128, abs=1)


def test_a_moved_title_is_found_elsewhere(tmp_path: Path) -> None:
    studio = Studio(tmp_path, width=320, height=240)
    title = TitleClip(id="t", start=Fraction(0), duration=Fraction(1), text="Hello", size=0.1, place="middle")
    studio.lay(pictures(title))
    rested = studio.frame(0)
    moved = TitleClip(id="t", start=Fraction(0), duration=Fraction(1), text="Hello", size=0.1, place="middle", y=0.25)
    studio.lay(pictures(moved))
    assert np.abs(studio.frame(0)[60:].astype(int) - rested[:-60]).max() <= 2


def test_a_missing_file_is_named_as_the_person_does(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    studio.lay(pictures(still("a", studio.picture("anna", RED), 0, 1)))
    media = next((tmp_path / "film media").iterdir())
    media.write_bytes(b"no picture at all")
    with pytest.raises(PortraitsError) as caught:
        studio.frame(0)
    assert '"anna.png"' in caught.value.failure.what
    assert media.name not in caught.value.failure.what
    media.unlink()
    with pytest.raises(PortraitsError) as caught:
        studio.frame(0)
    assert caught.value.code is ErrorCode.MISSING_INPUT
    assert '"anna.png"' in caught.value.failure.what


def test_a_clear_background_stays_clear(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    studio.lay(pictures(still("a", studio.picture("a", (200, 100, 40, 255)), 0, 1, opacity=0.5, scale=0.5)))
    with studio.compositor(clear=True) as compositor:
        frame = compositor.frame(0)
    assert tuple(frame[12, 16]) == (200, 100, 40, 128)
    assert (frame[:4, :, 3] == 0).all()


def test_a_title_without_a_font_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.film.titles._SYSTEM_FONTS", ())
    studio = Studio(tmp_path, width=64, height=64)
    studio.lay(pictures(TitleClip(id="t", start=Fraction(0), duration=Fraction(1), text="\u6620\u753b")))
    assert studio.frame(0)[..., :3].max() > 150
    assert len(studio.notes) == 1
    assert "\u6620\u753b" in studio.notes[0]
