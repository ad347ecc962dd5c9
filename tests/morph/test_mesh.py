import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.morph.mesh import boundary_points, build_mean_mesh, build_mesh, smallest_areas


def with_edge(points: np.ndarray, side: float = 100.0) -> tuple[np.ndarray, np.ndarray]:
    edge = boundary_points(side, side)
    cost = np.concatenate([np.ones(len(points)), np.full(len(edge), np.inf)])
    return np.vstack([points, edge]), cost


def test_boundary_has_corners_and_edge_middles() -> None:
    points = {tuple(p) for p in boundary_points(200, 100).tolist()}
    assert {(0, 0), (200, 0), (200, 100), (0, 100), (100, 0), (200, 50), (100, 100), (0, 50)} <= points
    assert len(points) == 32


def test_boundary_with_a_margin_lies_outside_of_the_frame() -> None:
    points = boundary_points(200, 100, margin=10)
    assert points.min(axis=0).tolist() == [-10, -10]
    assert points.max(axis=0).tolist() == [210, 110]


def test_smallest_area_is_exact_between_the_ends() -> None:
    # The corner (1, 1) passes below the line of the other two only around t = 1/2.
    a = np.array([[0.0, 0.0], [2.0, 0.0], [3.0, 1.0]])
    b = np.array([[0.0, 0.0], [-2.0, 0.0], [-3.0, -1.0 - 1e-9]])
    triangle = np.array([[0, 1, 2]], np.int32)
    assert smallest_areas(a, b, triangle)[0] == pytest.approx(0, abs=1e-6)
    times = np.linspace(0, 1, 100_001)
    p = a[None] + times[:, None, None] * (b - a)[None]
    u, v = p[:, 1] - p[:, 0], p[:, 2] - p[:, 0]
    sampled = (u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]).min()
    assert smallest_areas(a, b, triangle)[0] <= sampled + 1e-9


pairs = hnp.arrays(float, (24, 4), elements=st.floats(2, 98, allow_nan=False))


@settings(max_examples=60, deadline=None)
@given(pairs)
def test_no_triangle_turns_over_at_any_time(pair: np.ndarray) -> None:
    a, cost = with_edge(pair[:, :2])
    b, _ = with_edge(pair[:, 2:])
    mesh = build_mesh(a, b, cost=cost)
    assert (smallest_areas(a, b, mesh.triangles) > 0).all()
    for t in np.linspace(0, 1, 23):
        p = a + t * (b - a)
        u, v = p[mesh.triangles[:, 1]] - p[mesh.triangles[:, 0]], p[mesh.triangles[:, 2]] - p[mesh.triangles[:, 0]]
        areas = (u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]) / 2
        assert (areas > 0).all()
        assert areas.sum() == pytest.approx(100 * 100)


@settings(max_examples=25, deadline=None)
@given(pairs)
def test_a_caricature_needs_and_gets_a_sounder_mesh(pair: np.ndarray) -> None:
    a, cost = with_edge(pair[:, :2])
    b, _ = with_edge(pair[:, 2:])
    wide = build_mesh(a, b, low=-0.5, high=1.5, cost=cost)
    assert (smallest_areas(a, b, wide.triangles, -0.5, 1.5) > 0).all()


def test_the_boundary_is_never_left_out_and_dear_points_go_last() -> None:
    rng = np.random.default_rng(3)
    a, cost = with_edge(rng.uniform(5, 95, (40, 2)))
    b, _ = with_edge(rng.uniform(5, 95, (40, 2)))
    cost[0] = 1000.0
    mesh = build_mesh(a, b, cost=cost)
    assert len(mesh.dropped) > 0
    assert (mesh.dropped < 40).all()
    assert 0 not in mesh.dropped


def test_points_can_be_left_out_from_the_start() -> None:
    a, cost = with_edge(np.random.default_rng(1).uniform(5, 95, (20, 2)))
    without = np.zeros(len(a), bool)
    without[3] = True
    mesh = build_mesh(a, a, cost=cost, without=without)
    assert 3 not in mesh.triangles
    assert len(mesh.dropped) == 0


def test_points_in_one_place_do_no_harm() -> None:
    a, cost = with_edge(np.full((5, 2), 50.0))
    assert (smallest_areas(a, a, build_mesh(a, a, cost=cost).triangles) > 0).all()


def test_mean_mesh_is_sound_for_every_shape() -> None:
    rng = np.random.default_rng(5)
    base = rng.uniform(10, 90, (30, 2))
    shapes = [with_edge(base + rng.normal(0, 6, base.shape))[0] for _ in range(4)]
    mean = np.mean(shapes, axis=0)
    mesh = build_mean_mesh(mean, shapes, with_edge(base)[1])
    for shape in shapes:
        assert (smallest_areas(mean, shape, mesh.triangles) > 0).all()
