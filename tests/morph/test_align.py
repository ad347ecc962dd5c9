import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.morph.align import compose, fit_matrix, place, similarity, transform
from engine.morph.picture import Frame, PreparedPicture, prepare_picture
from engine.project.landmarks import Landmarks
from tests.helpers.media import psnr
from tests.morph.conftest import SIDE


@given(st.floats(-3, 3), st.floats(0.2, 5), st.floats(-100, 100), st.floats(-100, 100))
def test_a_similarity_is_found_again(angle: float, scale: float, dx: float, dy: float) -> None:
    matrix = np.array(
        [[scale * np.cos(angle), -scale * np.sin(angle), dx], [scale * np.sin(angle), scale * np.cos(angle), dy]]
    )
    points = np.random.default_rng(1).uniform(0, 100, (9, 2))
    assert similarity(points, transform(matrix, points)) == pytest.approx(matrix, abs=1e-6)


def test_composing_applies_the_inner_one_first() -> None:
    shift = np.array([[1.0, 0, 5], [0, 1, 0]])
    double = np.array([[2.0, 0, 0], [0, 2, 0]])
    assert transform(compose(double, shift), np.array([[1.0, 1.0]])).tolist() == [[12, 2]]


@pytest.mark.parametrize(("fit", "corner"), [("cover", [-50, 0]), ("contain", [0, 25])])
def test_fitting_centres_the_picture(fit: str, corner: list[float]) -> None:
    matrix = fit_matrix(400, 200, 100, 100, fit)  # type: ignore[arg-type]
    assert transform(matrix, np.array([[0.0, 0.0]]))[0].tolist() == corner
    assert transform(matrix, np.array([[200.0, 100.0]]))[0].tolist() == [50, 50]


def test_an_alignment_that_does_nothing_changes_nothing() -> None:
    rgba = np.random.default_rng(0).integers(0, 256, (40, 60, 4), np.uint8)
    still = np.array([[1.0, 0, 0], [0, 1, 0]])
    assert np.array_equal(place(rgba, still, 60, 40, "cover", "blur"), rgba)


@pytest.mark.parametrize("fit", ["cover", "contain"])
def test_faces_of_other_size_turn_and_place_come_to_lie_on_each_other(
    portraits: list[tuple[np.ndarray, Landmarks]], prepared: list[PreparedPicture], fit: str
) -> None:
    rgba, landmarks = portraits[0]
    turned = np.ascontiguousarray(np.rot90(rgba))[:, 20:].copy()
    points = tuple((y - 20, SIDE - x) for x, y in landmarks.points)
    face = Landmarks(detector="x", detector_version="1", width=SIDE - 20, height=SIDE, points=points)
    found = prepare_picture(
        turned,
        face,
        Frame(SIDE, SIDE, fit),
        name="turned",
        align_to=prepared[0].points,
        separation="none",  # type: ignore[arg-type]
    )
    assert found.points == pytest.approx(prepared[0].points, abs=0.01)
    inner = np.s_[SIDE // 4 : -SIDE // 4, SIDE // 4 : -SIDE // 4]
    assert psnr(found.rgba[inner], rgba[inner]) > 28


def test_much_open_frame_is_told(
    portraits: list[tuple[np.ndarray, Landmarks]], prepared: list[PreparedPicture]
) -> None:
    rgba, landmarks = portraits[1]
    small = transform(np.array([[0.4, 0, 50], [0, 0.4, 60]]), prepared[0].points)
    frame = Frame(SIDE, SIDE)
    told = prepare_picture(rgba, landmarks, frame, name="anna.png", align_to=small, separation="none").notes
    assert ["anna.png" in note for note in told] == [True]
    assert prepared[1].notes == ()


def test_a_much_larger_picture_is_averaged_not_sampled() -> None:
    stripes = np.zeros((640, 640, 4), np.uint8)
    stripes[:, ::2] = 255
    stripes[..., 3] = 255
    shift = np.array([[1.0, 0, 0.3], [0, 1, 0.3]])
    small = place(stripes, shift, 64, 64, "cover", "blur")
    assert np.abs(small[8:-8, 8:-8, :3].astype(int) - 127).max() < 12


def test_corners_that_alignment_opens_are_filled() -> None:
    rgba = np.full((50, 50, 4), (200, 100, 50, 255), np.uint8)
    shift = np.array([[0.5, 0, 20], [0, 0.5, 20]])
    assert (place(rgba, shift, 50, 50, "cover", "blur") == (200, 100, 50, 255)).all()
