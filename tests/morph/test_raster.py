import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.morph.mesh import boundary_points, build_mesh
from engine.morph.raster import inverse_affines, rasterize, value_planes
from engine.morph.warp import make_warp, warped_pair

WIDTH, HEIGHT = 61, 47


def random_mesh(seed: int, count: int = 30) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    edge = boundary_points(WIDTH, HEIGHT)
    base = rng.uniform((2, 2), (WIDTH - 2, HEIGHT - 2), (count, 2))
    a, b = (np.vstack([base + rng.normal(0, 1.5, base.shape), edge]) for _ in range(2))
    cost = np.concatenate([np.ones(count), np.full(len(edge), np.inf)])
    return a, b, build_mesh(a, b, cost=cost).triangles


def maps(frame: np.ndarray, source: np.ndarray, triangles: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    affines = np.empty((len(triangles), 6))
    inverse_affines(frame, source, triangles, affines)
    x, y, x2, y2 = np.full((4, HEIGHT, WIDTH), np.nan, np.float32)
    rasterize(
        frame, triangles, affines, affines, 0, 0, x, y, x2, y2, np.empty((0, 3)), np.empty((0, WIDTH), np.float32)
    )
    return x, y


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.floats(0, 1))
def test_every_pixel_is_covered(seed: int, t: float) -> None:
    a, b, triangles = random_mesh(seed)
    x, y = maps(a + t * (b - a), a, triangles)
    assert np.isfinite(x).all()
    assert np.isfinite(y).all()


def test_every_pixel_belongs_to_exactly_one_triangle() -> None:
    a, b, triangles = random_mesh(11)
    frame = (a + b) / 2
    hits = np.zeros((HEIGHT, WIDTH), int)
    for triangle in triangles:
        x, _ = maps(frame, frame, triangle[None])
        hits += np.isfinite(x)
    assert (hits == 1).all()


def test_corners_on_pixel_centres_and_flat_edges_leave_no_crack() -> None:
    points = np.array(
        [[0, 0], [WIDTH, 0], [WIDTH, HEIGHT], [0, HEIGHT], [20.5, 10.5], [40.5, 10.5], [30.5, 30.5]], float
    )
    triangles = build_mesh(points, points).triangles
    hits = np.zeros((HEIGHT, WIDTH), int)
    for triangle in triangles:
        hits += np.isfinite(maps(points, points, triangle[None])[0])
    assert (hits == 1).all()


def test_the_map_is_the_exact_affine_one() -> None:
    a, b, triangles = random_mesh(4)
    frame = a + 0.3 * (b - a)
    x, y = maps(frame, a, triangles)
    for triangle in triangles:
        own_x, _ = maps(frame, a, triangle[None])
        rows, columns = np.nonzero(np.isfinite(own_x))
        if not len(rows):
            continue
        corners = np.column_stack([frame[triangle], np.ones(3)])
        weights = np.linalg.solve(corners.T, np.array([columns + 0.5, rows + 0.5, np.ones(len(rows))]))
        expected = weights.T @ a[triangle] - 0.5
        assert np.abs(x[rows, columns] - expected[:, 0]).max() < 2e-4
        assert np.abs(y[rows, columns] - expected[:, 1]).max() < 2e-4


def test_a_window_holds_the_same_numbers_as_the_whole() -> None:
    a, b, triangles = random_mesh(9)
    picture = np.random.default_rng(0).integers(0, 256, (HEIGHT, WIDTH, 4), np.uint8)
    warp = make_warp(a, b, triangles, 0.4)
    whole = [part.copy() for part in warped_pair(warp, picture, picture, 0, HEIGHT, 0, WIDTH)]
    window = warped_pair(warp, picture, picture, 13, 31, 7, 50)
    assert np.array_equal(window[0], whole[0][13:31, 7:50])
    assert np.array_equal(window[1], whole[1][13:31, 7:50])


def test_values_at_the_points_are_interpolated_linearly() -> None:
    a, b, triangles = random_mesh(2)
    frame = (a + b) / 2
    values = 0.25 + 0.005 * frame[:, 0] - 0.002 * frame[:, 1]
    warp = make_warp(a, b, triangles, 0.5, values)
    picture = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    weight = warped_pair(warp, picture, picture, 0, HEIGHT, 0, WIDTH)[2]
    rows, columns = np.mgrid[:HEIGHT, :WIDTH] + 0.5
    assert weight == pytest.approx(0.25 + 0.005 * columns - 0.002 * rows, abs=1e-5)


def test_a_flat_triangle_gives_finite_numbers() -> None:
    points = np.array([[0.0, 0.0], [10.0, 0.0], [20.0, 0.0]])
    out, planes = np.empty((1, 6)), np.empty((1, 3))
    triangle = np.array([[0, 1, 2]], np.int32)
    inverse_affines(points, points, triangle, out)
    value_planes(points, np.array([0.0, 1.0, 0.0]), triangle, planes)
    assert np.isfinite(out).all()
    assert np.isfinite(planes).all()
