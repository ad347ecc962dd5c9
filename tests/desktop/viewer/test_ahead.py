"""Which frames come next."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.viewer.ahead import frames_ahead, last_frame, range_frames, sample_of
from engine.project.edit.markers import set_in, set_out
from tests.project.edit.films import film, movie


def test_forward_back_and_around() -> None:
    assert frames_ahead(5, 1, (0, 9), 4, loops=False) == [5, 6, 7, 8]
    assert frames_ahead(8, 1, (0, 9), 4, loops=False) == [8, 9]
    assert frames_ahead(8, 1, (2, 9), 4, loops=True) == [8, 9, 2, 3]
    assert frames_ahead(3, -2, (0, 9), 4, loops=True) == [3, 1, 9, 7]
    assert frames_ahead(3, 0, (0, 9), 2, loops=False) == [3, 4]


@given(st.integers(0, 50), st.sampled_from((-8, -4, -2, -1, 0, 1, 2, 4, 8)), st.integers(0, 50), st.booleans())
def test_nothing_outside_is_asked_for(start: int, speed: int, last: int, loops: bool) -> None:
    found = frames_ahead(start, speed, (0, last), 14, loops=loops)
    assert len(found) <= 14
    assert all(0 <= frame <= last for frame in found)


def test_bounds_of_a_film() -> None:
    project = film(movie("M", 0, 48))
    assert last_frame(project) == 47
    assert range_frames(project) is None
    part = set_out(set_in(project, Fraction(1)), Fraction(3, 2))
    assert range_frames(part) == (24, 35)
    assert last_frame(replace(project, timeline=film().timeline)) == 0


def test_samples_lie_at_their_frames() -> None:
    assert sample_of(24, Fraction(24), 48_000) == 48_000
    assert sample_of(1, Fraction(24000, 1001), 48_000) == 2002
