from itertools import pairwise

import numpy as np
import pytest
import skimage.data

from engine.morph.fill import fill_unknown
from engine.morph.landmarks import FaceDetector
from engine.morph.person import separate_person
from engine.morph.picture import PreparedPicture
from engine.morph.silhouette import inside_distance, match, trace
from engine.project.landmarks import Landmarks
from tests.helpers.media import psnr
from tests.morph.conftest import SIDE


def over(person: np.ndarray, background: np.ndarray) -> np.ndarray:
    clear = 255 - person[..., 3:].astype(int)
    result: np.ndarray = (person + (background * clear + 127) // 255).astype(np.uint8)
    return result


def test_every_sample_is_taken_apart_and_fits_together_again(prepared: list[PreparedPicture]) -> None:
    for picture in prepared:
        assert picture.layers is not None
        assert psnr(over(picture.layers.person, picture.layers.background), picture.rgba) > 38
        assert (picture.layers.person[..., :3] <= picture.layers.person[..., 3:]).all()


def test_the_mask_holds_the_face_and_not_the_wall(prepared: list[PreparedPicture]) -> None:
    for picture in prepared:
        assert picture.layers is not None
        assert picture.points is not None
        alpha = picture.layers.person[..., 3]
        x, y = picture.points.astype(int).T
        assert (alpha[y, x] > 250).mean() > 0.95
        assert alpha[: SIDE // 10].max() == 0
        assert alpha[: SIDE // 2, :20].max() == 0
        assert alpha[-5:, SIDE // 3 : -SIDE // 3].min() == 255


def test_nothing_of_the_person_stays_in_the_background(prepared: list[PreparedPicture]) -> None:
    for picture in prepared:
        assert picture.layers is not None
        background = picture.layers.background[..., :3].astype(float)
        wall = picture.rgba[: SIDE // 12, :, :3].reshape(-1, 3)
        behind_face = background[SIDE // 3 : SIDE // 2, SIDE // 3 : -SIDE // 3].reshape(-1, 3)
        skin = picture.rgba[SIDE // 2 - 10 : SIDE // 2 + 10, SIDE // 2 - 10 : SIDE // 2 + 10, :3].reshape(-1, 3)
        to_wall = np.abs(behind_face.mean(axis=0) - wall.mean(axis=0)).sum()
        to_skin = np.abs(skin.mean(axis=0) - wall.mean(axis=0)).sum()
        assert to_wall < max(to_skin, 120)
        assert np.quantile(np.abs(np.diff(background, axis=1)), 0.999) < 20


def test_the_same_picture_gives_the_same_mask(portraits: list[tuple[np.ndarray, Landmarks]]) -> None:
    rgba, landmarks = portraits[0]
    points = np.array(landmarks.points)
    first, second = separate_person(rgba, points), separate_person(rgba, points)
    assert first is not None
    assert second is not None
    assert np.array_equal(first.person, second.person)


def test_skin_reaches_from_hairline_to_collar(prepared: list[PreparedPicture]) -> None:
    for picture in prepared:
        person, skin = picture.outlines
        assert picture.points is not None
        assert len(skin) > 50
        assert skin[:, 1].min() < picture.points[10, 1]
        assert skin[:, 1].max() > picture.points[152, 1] + 10
        shown = skin[skin[:, 1] < SIDE]
        assert (inside_distance(person, shown) > 0).mean() > 0.98


def test_a_person_that_fills_the_picture_is_not_believed(portraits: list[tuple[np.ndarray, Landmarks]]) -> None:
    rgba, landmarks = portraits[0]
    middle = np.s_[110:230, 110:210]
    points = np.array(landmarks.points) - (110, 110)
    assert separate_person(rgba[middle].copy(), points) is None


def test_noise_is_not_believed() -> None:
    rng = np.random.default_rng(0)
    rgba = np.dstack([rng.integers(0, 256, (200, 200, 3), np.uint8), np.full((200, 200), 255, np.uint8)])
    points = 100 + rng.normal(0, 3, (478, 2))
    points[10], points[152], points[234], points[454] = (100, 98), (100, 102), (98, 100), (102, 100)
    assert separate_person(rgba, points) is None


def test_a_photograph_with_things_behind_is_handled(detector: FaceDetector) -> None:
    rgb = skimage.data.astronaut()
    rgba = np.dstack([rgb, np.full(rgb.shape[:2], 255, np.uint8)])
    (face,) = detector.detect(rgba)
    layer = separate_person(rgba, np.array(face.points))
    if layer is not None:
        assert psnr(over(layer.person, layer.background), rgba) > 30


def disc(radius: float, squeeze: float = 1.0) -> np.ndarray:
    rows, columns = np.mgrid[:200, :200] + 0.5
    inside = ((columns - 100) / squeeze) ** 2 + (rows - 100) ** 2 < radius**2
    return np.where(inside, 255, 0).astype(np.uint8)


def test_an_outline_is_traced_where_it_is_from_below_and_clockwise() -> None:
    outline = trace(disc(60), np.array([100.0, 100.0]))
    radii = np.hypot(*(outline - 100).T)
    assert radii == pytest.approx(60, abs=1.0)
    assert outline[0] == pytest.approx((100, 160), abs=4)
    x, y = outline.T
    assert 0.5 * np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) > 0  # clockwise where y points down
    assert outline[len(outline) // 4][0] < 60


def test_an_outline_goes_straight_on_outside_of_the_frame() -> None:
    mask = np.zeros((100, 200), np.uint8)
    mask[40:, 60:140] = 255
    outline = trace(mask, np.array([100.0, 70.0]))
    assert outline[:, 1].max() > 110
    below = outline[(outline[:, 1] > 90) & (outline[:, 1] < 105)]
    assert set(np.round(np.abs(below[:, 0] - 100)).astype(int)) <= {39, 40, 41}


def test_no_outline_where_the_face_is_not_inside() -> None:
    assert len(trace(disc(20), np.array([10.0, 10.0]))) == 0


def test_like_outlines_are_matched_place_by_place() -> None:
    centre = np.array([100.0, 100.0])
    a, b = trace(disc(60), centre), trace(disc(60, 1.25), centre)
    p, q = match(a, b, 80)
    angle_p, angle_q = (np.unwrap(np.arctan2(v[:, 1] - 100, v[:, 0] - 100)) for v in (p, q))
    assert np.abs(angle_p - angle_q).max() < 0.45
    assert (np.diff(angle_p) > 0).all()
    assert (np.diff(angle_q) > 0).all()
    same_p, same_q = match(a, a, 80)
    assert same_p == pytest.approx(same_q, abs=1e-6)


def test_matching_goes_forward_on_both_outlines(prepared: list[PreparedPicture]) -> None:
    for a, b in pairwise(prepared):
        p, q = match(a.outlines[0], b.outlines[0], 110)
        assert len(p) == len(q) > 40
        assert np.hypot(*(p - q).T).max() < SIDE / 3


def test_filling_keeps_what_is_known_and_continues_it_smoothly() -> None:
    columns = np.mgrid[:64, :64][1].astype(np.float32)
    colours = np.dstack([columns, 63 - columns, np.full_like(columns, 7)]).astype(np.float32)
    known = np.ones((64, 64), np.float32)
    known[20:44, 20:44] = 0
    damaged = np.where(known[..., None] > 0, colours, 1000).astype(np.float32)
    filled = fill_unknown(damaged, known)
    assert np.array_equal(filled[known > 0], colours[known > 0])
    assert np.abs(filled - colours).max() < 10
    assert np.isfinite(fill_unknown(damaged, np.zeros((64, 64), np.float32))).all()
