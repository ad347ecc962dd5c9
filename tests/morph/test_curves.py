import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.morph.curves import curve_function, curve_range
from engine.protocol.jobs.morph import Curve

KINDS = ["linear", "smoothstep", "ease_in", "ease_out"]


@pytest.mark.parametrize("kind", KINDS)
def test_curves_go_from_picture_to_picture_without_turning_back(kind: str) -> None:
    curve = curve_function(Curve(kind=kind))  # type: ignore[arg-type]
    values = [curve(k / 100) for k in range(101)]
    assert values[0] == 0
    assert values[-1] == 1
    assert values == sorted(values)


def test_each_kind_eases_where_its_name_says() -> None:
    def slopes(kind: str) -> tuple[float, float]:
        curve = curve_function(Curve(kind=kind))  # type: ignore[arg-type]
        return curve(1e-6) / 1e-6, (1 - curve(1 - 1e-6)) / 1e-6

    assert slopes("linear") == pytest.approx((1, 1))
    assert slopes("smoothstep") == pytest.approx((0, 0), abs=1e-4)
    assert slopes("ease_in") == pytest.approx((0, 2), abs=1e-4)
    assert slopes("ease_out") == pytest.approx((2, 0), abs=1e-4)


@given(
    st.lists(st.floats(0.01, 0.99), min_size=0, max_size=6, unique=True).map(sorted),
    st.lists(st.floats(-1, 2), min_size=8, max_size=8),
    st.floats(0, 1),
)
def test_points_are_met_and_never_overshot(inner: list[float], values: list[float], at: float) -> None:
    times = [0.0, *inner, 1.0]
    points = tuple(zip(times, values, strict=False))
    curve = curve_function(Curve(kind="points", points=points))
    for time, value in points:
        assert curve(time) == pytest.approx(value, abs=1e-9)
    used = values[: len(times)]
    assert min(used) - 1e-9 <= curve(at) <= max(used) + 1e-9
    low, high = curve_range(Curve(kind="points", points=points))
    assert low - 1e-9 <= curve(at) <= high + 1e-9


def test_range_always_holds_both_pictures() -> None:
    assert curve_range(Curve()) == (0, 1)
    assert curve_range(Curve(kind="points", points=((0, 0.2), (1, 0.8)))) == (0, 1)
    assert curve_range(Curve(kind="points", points=((0, -0.5), (1, 1.5)))) == (-0.5, 1.5)


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "linear", "points": ((0, 0), (1, 1))},
        {"kind": "points"},
        {"kind": "points", "points": ((0, 0),)},
        {"kind": "points", "points": ((0.1, 0), (1, 1))},
        {"kind": "points", "points": ((0, 0), (0.5, 1))},
        {"kind": "points", "points": ((0, 0), (0.5, 1), (0.5, 0), (1, 1))},
        {"kind": "points", "points": ((0, 0), (1, 2.5))},
        {"kind": "points", "points": ((0, 0), (1, float("nan")))},
    ],
)
def test_a_curve_that_makes_no_sense_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(fields, Curve)
