import numpy as np
import pytest

from engine.morph.average import average_face
from engine.morph.picture import PreparedPicture
from engine.protocol.errors import PortraitsError
from tests.helpers.media import psnr


@pytest.mark.parametrize("light", ["display", "linear"])
def test_the_average_of_one_face_is_that_face(prepared: list[PreparedPicture], light: str) -> None:
    mean = average_face(3, lambda _: prepared[0], light)  # type: ignore[arg-type]
    assert psnr(mean, prepared[0].rgba) > 45


def test_the_average_lies_between_and_has_the_mean_colour(prepared: list[PreparedPicture]) -> None:
    mean = average_face(4, lambda index: prepared[index])
    assert (mean[..., 3] == 255).all()
    points = np.mean([picture.points for picture in prepared], axis=0)
    x, y = points[4].astype(int)
    around = np.s_[y - 3 : y + 4, x - 3 : x + 4, :3]
    noses = []
    for picture in prepared:
        assert picture.points is not None
        px, py = picture.points[4].astype(int)
        noses.append(picture.rgba[py - 3 : py + 4, px - 3 : px + 4, :3].mean(axis=(0, 1)))
    assert np.abs(mean[around].mean(axis=(0, 1)) - np.mean(noses, axis=0)).max() < 8


def test_the_order_does_not_matter(prepared: list[PreparedPicture]) -> None:
    there = average_face(3, lambda index: prepared[index])
    back = average_face(3, lambda index: prepared[2 - index])
    assert np.abs(there.astype(int) - back).max() <= 1


def test_pictures_without_a_face_are_left_out(prepared: list[PreparedPicture]) -> None:
    wall = PreparedPicture("wall", np.zeros_like(prepared[0].rgba))
    mixed = average_face(3, lambda index: [prepared[0], wall, prepared[1]][index])
    assert np.array_equal(mixed, average_face(2, lambda index: prepared[index]))
    with pytest.raises(PortraitsError, match="No face"):
        average_face(2, lambda _: wall)
