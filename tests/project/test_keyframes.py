from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.project.clips import Interpolation, Keyframe
from engine.project.keyframes import eased, value_at


def test_without_keyframes_the_own_value_holds() -> None:
    assert value_at((), 0.7, Fraction(3)) == 0.7


def test_values_hold_outside_and_move_between() -> None:
    keys = (
        Keyframe(time=Fraction(1), value=2.0),
        Keyframe(time=Fraction(3), value=4.0),
        Keyframe(time=Fraction(4), value=0.0),
    )
    found = [value_at(keys, 9.0, Fraction(time, 2)) for time in (0, 2, 3, 6, 7, 8, 20)]
    assert found == [2.0, 2.0, 2.5, 4.0, 2.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("curve", "half"), [("linear", 0.5), ("smoothstep", 0.5), ("ease_in", 0.25), ("ease_out", 0.75), ("hold", 0.0)]
)
def test_the_curves(curve: Interpolation, half: float) -> None:
    keys = (Keyframe(time=Fraction(0), value=10.0, curve=curve), Keyframe(time=Fraction(2), value=20.0))
    assert value_at(keys, 0.0, Fraction(1)) == 10.0 + 10.0 * half


@given(st.sampled_from(["linear", "smoothstep", "ease_in", "ease_out"]), st.floats(0, 1), st.floats(0, 1))
def test_curves_rise_from_0_to_1(curve: Interpolation, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= eased(curve, low) <= eased(curve, high) + 1e-15 <= 1 + 1e-14
    assert (eased(curve, 0), eased(curve, 1)) == (0, 1)
