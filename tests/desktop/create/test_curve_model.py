"""Curves behave as the engine's, and editing them keeps them valid."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.interpolate import PchipInterpolator

from desktop.create import curve_model
from engine.protocol.jobs.morph import Curve, CurveKind

TIMES = st.lists(st.floats(0.02, 0.98), min_size=0, max_size=6, unique_by=lambda time: round(time, 2)).map(sorted)
VALUES = st.floats(-1, 2)


def _spread(times: list[float]) -> list[float]:
    kept = [0.0]
    for time in times:
        if time - kept[-1] > 0.02 and time < 0.98:
            kept.append(time)
    return [*kept, 1.0]


@given(times=TIMES, data=st.data(), at=st.floats(0, 1))
def test_points_are_joined_as_scipy_joins_them(times: list[float], data: st.DataObject, at: float) -> None:
    places = _spread(times)
    values = [data.draw(VALUES) for _ in places]
    curve = Curve(kind="points", points=tuple(zip(places, values, strict=True)))
    assert curve_model.value_at(curve, at) == pytest.approx(float(PchipInterpolator(places, values)(at)), abs=1e-9)


@pytest.mark.parametrize("kind", ["linear", "smoothstep", "ease_in", "ease_out"])
def test_every_kind_goes_from_the_first_picture_to_the_second(kind: CurveKind) -> None:
    curve = Curve(kind=kind)
    assert curve_model.value_at(curve, 0) == 0
    assert curve_model.value_at(curve, 1) == 1
    points = Curve(kind="points", points=curve_model.as_points(curve))
    for step in range(11):
        assert curve_model.value_at(points, step / 10) == pytest.approx(
            curve_model.value_at(curve, step / 10), abs=0.02
        )


@given(index=st.integers(0, 4), time=st.floats(-3, 3), value=st.floats(-9, 9))
def test_a_moved_point_leaves_a_valid_curve(index: int, time: float, value: float) -> None:
    points = curve_model.as_points(Curve())
    moved = curve_model.move_point(points, index, time, value)
    Curve(kind="points", points=moved)
    assert [point for i, point in enumerate(moved) if i != index] == [p for i, p in enumerate(points) if i != index]


@given(time=st.floats(-1, 2), value=st.floats(-5, 5))
def test_an_added_point_leaves_a_valid_curve(time: float, value: float) -> None:
    points = curve_model.as_points(Curve())
    made, index = curve_model.add_point(points, time, value)
    Curve(kind="points", points=made)
    assert (made == points) == (index == -1)


def test_the_ends_cannot_be_removed() -> None:
    points = curve_model.as_points(Curve())
    assert curve_model.remove_point(points, 0) == points
    assert curve_model.remove_point(points, len(points) - 1) == points
    assert len(curve_model.remove_point(points, 2)) == len(points) - 1
