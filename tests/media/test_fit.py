import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.media.fit import fit_picture, over, parse_colour, resize_picture
from engine.protocol.errors import PortraitsError
from tests.helpers.media import gradient, psnr

SIZES = st.integers(1, 70)


@settings(deadline=None, max_examples=60)
@given(SIZES, SIZES, SIZES, SIZES, st.sampled_from(["cover", "contain"]), st.sampled_from(["blur", "#102030"]))
def test_any_size_fits_any_other(w: int, h: int, width: int, height: int, fit: str, background: str) -> None:
    picture = fit_picture(gradient(w, h), width, height, fit, background)  # type: ignore[arg-type]
    assert picture.shape == (height, width, 4)
    assert picture.dtype == np.uint8
    assert (picture[..., 3] == 255).all()


@settings(deadline=None, max_examples=30)
@given(SIZES, SIZES, SIZES, SIZES, st.integers(0, 255))
def test_a_plain_picture_stays_plain(w: int, h: int, width: int, height: int, level: int) -> None:
    plain = np.full((h, w, 4), level, dtype=np.uint8)
    plain[..., 3] = 255
    fitted = fit_picture(plain, width, height, "contain", "blur")
    assert np.abs(fitted[..., :3].astype(int) - level).max() <= 1


def test_the_same_size_is_a_copy() -> None:
    picture = gradient()
    fitted = fit_picture(picture, 64, 48)
    assert np.array_equal(fitted, picture)
    assert not np.shares_memory(fitted, picture)


def test_cover_cuts_the_middle_out() -> None:
    picture = gradient(100, 50)
    fitted = fit_picture(picture, 50, 50, "cover")
    assert np.array_equal(fitted, picture[:, 25:75])


def test_contain_shows_everything_on_the_background() -> None:
    picture = gradient(50, 100)
    fitted = fit_picture(picture, 200, 100, "contain", "#FF8000")
    assert np.array_equal(fitted[:, 75:125], picture)
    assert (fitted[:, :75] == (255, 128, 0, 255)).all()
    assert (fitted[:, 125:] == (255, 128, 0, 255)).all()


def test_the_blurred_background_has_the_pictures_colours() -> None:
    picture = gradient(50, 100)
    fitted = fit_picture(picture, 200, 100, "contain", "blur")
    assert np.array_equal(fitted[:, 75:125], picture)
    beside = np.concatenate([fitted[:, :75, :3], fitted[:, 125:, :3]], axis=1)
    assert np.abs(beside.mean(axis=(0, 1)) - picture[..., :3].mean(axis=(0, 1))).max() < 5


def test_resizing_is_faithful() -> None:
    large = gradient(256, 192)
    assert psnr(resize_picture(large, 64, 48), gradient(64, 48)) > 45
    assert psnr(resize_picture(gradient(64, 48), 256, 192), large) > 40


def test_hidden_colours_do_not_bleed() -> None:
    picture = np.zeros((40, 40, 4), dtype=np.uint8)
    picture[:, :20] = (200, 100, 50, 255)
    picture[:, 20:] = (0, 255, 0, 0)
    for width, height in ((20, 20), (90, 90), (20, 90)):
        resized = resize_picture(picture, width, height)
        visible = resized[resized[..., 3] > 10]
        assert np.abs(visible[:, :3].astype(int) - (200, 100, 50)).max() <= 6
        assert set(np.unique(resized[:, 0, 3])) == {255}
        assert set(np.unique(resized[:, -1, 3])) == {0}


def test_over() -> None:
    front = np.zeros((1, 3, 4), dtype=np.uint8)
    front[0] = [(255, 0, 0, 255), (255, 0, 0, 128), (255, 0, 0, 0)]
    back = np.full((1, 3, 4), (0, 0, 255, 255), dtype=np.uint8)
    laid = over(front, back)
    assert laid[0, 0].tolist() == [255, 0, 0, 255]
    assert np.abs(laid[0, 1].astype(int) - (128, 0, 127, 255)).max() <= 1
    assert laid[0, 2].tolist() == [0, 0, 255, 255]


@pytest.mark.parametrize("text", ["red", "#12345", "#1234567", "#GG0000", "", "123456"])
def test_bad_colours_are_refused(text: str) -> None:
    with pytest.raises(PortraitsError, match="is not a colour") as caught:
        fit_picture(gradient(), 10, 100, "contain", text)
    assert caught.value.exit_status == 2


def test_parse_colour() -> None:
    assert parse_colour("#0a80FF") == (10, 128, 255)
