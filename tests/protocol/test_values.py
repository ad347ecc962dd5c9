"""Fractions survive JSON and MessagePack exactly, and nothing else passes for one."""

from fractions import Fraction

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.protocol.values import from_json, from_wire, to_json, to_wire


class _Timed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    at: Fraction


fractions = st.builds(Fraction, st.integers(-(10**15), 10**15), st.integers(1, 10**15))


@given(fractions)
def test_a_fraction_survives_json_and_the_wire(value: Fraction) -> None:
    timed = _Timed(value)
    assert from_json(to_json(timed), _Timed) == timed
    assert from_wire(to_wire(timed), _Timed) == timed


@pytest.mark.parametrize(
    "text", ['"1/0"', '"0.5"', '"nan"', "true", "0.5", '" 1"', '"1/-2"', '"' + "9" * 40 + '"', "null"]
)
def test_what_is_not_a_fraction_is_refused_with_its_path(text: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=r"\$\.at"):
        from_json(f'{{"at": {text}}}', _Timed)


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="unknown field `by`"):
        from_json('{"at": "1", "by": 2}', _Timed)
